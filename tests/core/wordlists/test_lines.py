"""The line of every entry is found, however the file is laid out."""

import pytest

from desktop.core.wordlists.lines import Lines

TEXT = """\
# [not] = a table
top = 1
[count]  # nouns = ["x"]
nouns = [
  "vụ", 'hộ',   # "người" is not here
  "a \\"quoted\\" word", "]",
  "vụ", 5,
]
"quoted key" = ["[", "="]

[scale.powers]
"tỷ đ" = 9
short.er = "x"
inline = { a = 1, b = [2] }
after = true
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("top",), 2),
        (("count",), 3),
        (("count", "nouns"), 4),
        (("count", "quoted key"), 9),
        (("scale",), 11),
        (("scale", "powers"), 11),
        (("scale", "powers", "tỷ đ"), 12),
        (("scale", "powers", "short", "er"), 13),
        (("scale", "powers", "inline"), 14),
        (("scale", "powers", "after"), 15),
    ],
)
def test_tables_and_keys_are_found(path: tuple[str, ...], line: int) -> None:
    assert Lines(TEXT).of(path) == line


@pytest.mark.parametrize(
    ("word", "nth", "line"),
    [("vụ", 0, 5), ("vụ", 1, 7), ("hộ", 0, 5), ('a "quoted" word', 0, 6), ("]", 0, 6), ("5", 0, 7)],
)
def test_words_of_a_list_are_found_and_equal_ones_told_apart(word: str, nth: int, line: int) -> None:
    assert Lines(TEXT).of(("count", "nouns"), word, nth) == line


def test_what_is_not_there_is_looked_for_in_what_should_hold_it() -> None:
    lines = Lines(TEXT)
    assert lines.of(("count", "nouns"), "nowhere") == 4
    assert lines.of(("count", "missing")) == 3
    assert lines.of(("nowhere",)) == 1


def test_texts_over_several_lines_do_not_shift_the_lines_below() -> None:
    assert Lines("a = \"\"\"\none\ntwo\"\"\"\nb = '''\n[c]\n'''\nd = 1\n").of(("d",)) == 7
