"""Lines of a plain text that are one paragraph: broken at a width, or by a stray line break in a sentence.

What stands on lines of its own stays there: headings, items of lists, rows and cells of tables, letterheads
and signatures.
"""

import re
from collections.abc import Iterator, Sequence

from desktop.core.readers.lines import opens_item, starts_item
from desktop.core.readers.text_lines import Lines, begins_with_date, is_open
from desktop.core.wordlists.loading import word_lists

_MIN_BROKEN = 25
_MIN_BROKEN_BEFORE_NAME = 40
_MIN_BROKEN_BEFORE_BLANK = 60
_NEARLY_FULL = 0.85
_LONGEST_NUMBER = 6
_OVERLONG = 1.3
_OTHER_ITEM = re.compile(r"(?:[-–—+*•●○▪■►»]|\(?(?:[0-9]{1,2}|[a-zđ])[).]\s|[a-zđ]/\s|\[[0-9]+\])")
_HEADING = re.compile(r"[IVX]{1,5}\s?[-.)/]\s|(?:PHẦN|Phần|CHƯƠNG|Chương)\s+(?:THỨ|thứ|[IVX0-9]+\b)")
_NUMBERED = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2})*[.)/]\s+[^\W\d_]")
_READS_ON = re.compile(r"[,;:(%]|[0-9]")
_NO_PROSE = re.compile(r"https?:|www\.|\S+@\S|[-_=*.…\s]*$")
_NUMBERS = re.compile(r"[-+0-9.,%()/\s]+$")
_GOES_ON = frozenset("%),;")
_WORDS = word_lists().table("lines")
_BEFORE_NUMBER = frozenset(_WORDS["before_number"])
_BEFORE_DATE = frozenset(_WORDS["before_date"])
_BEFORE_NAME = frozenset(_WORDS["before_name"])


def paragraphs_of(lines: Lines, apart: Sequence[tuple[int, int]] = ()) -> Iterator[tuple[int, int]]:
    """Yield the [start, end) of each paragraph, in order; no line of the stretches `apart` is in one."""
    begin = 0
    for first, end in (*apart, (len(lines.starts), 0)):
        if begin < first:
            yield from _paragraphs_between(lines, begin, first)
        begin = end


def _paragraphs_between(lines: Lines, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the paragraphs of the lines [begin, end)."""
    starts, ends = lines.starts, lines.ends
    first = begin
    for index in range(begin, end - 1):
        if not _goes_on(lines, index, is_first=index == first):
            yield starts[first], ends[index]
            first = index + 1
    yield starts[first], ends[end - 1]


def _goes_on(lines: Lines, index: int, *, is_first: bool) -> bool:
    """Tell whether the line after `index` belongs to its paragraph, of which `index` may be the first."""
    line, following = lines.texts[index], lines.texts[index + 1]
    if len(line) < _MIN_BROKEN or (following[0].isupper() and _HEADING.match(following)):
        return False
    if lines.is_after_blank[index + 1]:
        return len(line) >= _MIN_BROKEN_BEFORE_BLANK and following[0].islower() and _is_broken(lines, index)
    if is_open(line) and _is_broken(lines, index):
        return True
    width = lines.width_at(index)
    if width == 0 or len(line) > _OVERLONG * width or opens_item(following) or _stand_apart(line, following):
        return False
    if is_open(line) or following[0].islower():
        return _is_wrapped(lines, index, width)
    return _is_wrapped_at_stop(lines, index, width, is_first=is_first)


def _is_broken(lines: Lines, index: int) -> bool:
    """Tell whether a sentence was broken after the line, whatever the width of the lines."""
    line, following = lines.texts[index], lines.texts[index + 1]
    if not is_open(line) or not _asks_for(line, following):
        return False
    if _OTHER_ITEM.match(following) or _stand_apart(line, following):
        return False
    around = lines.texts[max(0, index - 1) : index + 3]
    return not any(not text[0].isalpha() and _NUMBERS.match(text) for text in around)


def _asks_for(line: str, following: str) -> bool:
    """Tell whether what begins in the following line is what the end of the line asks for."""
    first = following[0]
    if first.islower() or first in _GOES_ON:
        return True
    if line.count("(") > line.count(")") and following.count(")") > following.count("("):
        return True
    if first.isdigit():
        return _last_word(line) in (_BEFORE_DATE if begins_with_date(following) else _BEFORE_NUMBER)
    return len(line) >= _MIN_BROKEN_BEFORE_NAME and _last_word(line) in _BEFORE_NAME


def _last_word(line: str) -> str:
    return line.rsplit(None, 1)[-1].lower()


def _is_wrapped(lines: Lines, index: int, width: int) -> bool:
    """Tell whether a sentence was broken after the line because the next word did not fit in `width`."""
    line, following = lines.texts[index], lines.texts[index + 1]
    if _NUMBERED.match(following) and _last_word(line) not in _BEFORE_NUMBER:
        return False
    if following[0].islower() and _OTHER_ITEM.match(following):
        return False
    if begins_with_date(following) and _last_word(line) not in _BEFORE_DATE:
        return False
    is_item = starts_item(line) or starts_item(following)
    is_prose = not is_item or _READS_ON.search(line, _LONGEST_NUMBER) is not None
    length = _length(lines, index)
    return (is_prose and length >= _NEARLY_FULL * width) or _is_full(length, following, width)


def _is_wrapped_at_stop(lines: Lines, index: int, width: int, *, is_first: bool) -> bool:
    """Tell whether a line that ends a sentence is full and no last line of its paragraph."""
    following = lines.texts[index + 1]
    if starts_item(following) or _OTHER_ITEM.match(following):
        return False
    if not _is_full(_length(lines, index), following, width):
        return False
    indent, indent_below = lines.indents[index], lines.indents[index + 1]
    return indent_below == indent or (is_first and (indent_below < indent or starts_item(lines.texts[index])))


def _length(lines: Lines, index: int) -> int:
    """Return the length of a line with what it is indented by more than the one below."""
    return len(lines.texts[index]) + max(0, lines.indents[index] - lines.indents[index + 1])


def _is_full(length: int, following: str, width: int) -> bool:
    return length + 1 + len(following.split(maxsplit=1)[0]) > width


def _stand_apart(line: str, following: str) -> bool:
    """Tell whether the two are no running text: columns, a rule, addresses, capitals by small letters."""
    is_upper_below = following[:1].isupper() and following.isupper() and is_open(following)
    if line.isupper() != is_upper_below or _NO_PROSE.match(following):
        return True
    return _has_columns(line) or (not following[0].islower() and _has_columns(following))


def _has_columns(line: str) -> bool:
    return "   " in line or "\t" in line
