"""Numbers right behind a name that are amounts all the same: "58 vụ (Hòa Bình 24, Phú Thọ 34)".

A list says its unit once, for the whole or for its first item; a number that belongs to a name stands in
lists too ("Sông Bung 2, Đắk Mi 4"), but there the parts make up no whole.
"""

import re
from collections.abc import Sequence

_WINDOW = 80
_REACH = 160
_NAME = re.compile(r"(?:[^\W\d_]+ )+$")
_NAMED_AMOUNT = re.compile(r"([^\W\d_]+) [0-9]{1,3}((?: [^\W\d_]+){1,3})?(?:[,;]| và) $")
_OPENING = re.compile(r"\(|:|\b(?:trong đó|bao gồm|gồm|như)\b")
_CLOSING = re.compile(r"[);.:]")
_JOINT = re.compile(r", | và ")
_ITEM = re.compile(r"\W*(?:có )?(?:[^\W\d_][^\s\d]* ){1,6}([0-9]{1,3})(?: [^\W\d_]+){0,3}\W*")
_WHOLE = re.compile(r"(?<![0-9.,/])([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,6}) [^\W\d_][^0-9.;]{0,60}$")
_MUCH = re.compile(r"\b(?:số|nhiều|đông)\b[^0-9.;]{0,60}$")
_SURELY_MANY = 5
_SURELY_WHOLE = 20
_MOST_ITEMS_OF_NAMES = 2


def is_named_amount(text: str, position: int) -> bool:
    """Tell whether the number at `position`, behind a name, is the name's amount in a list."""
    return _follows_named_amounts(text, position) or _is_part_of_whole(text, position)


def has_capital(word: str) -> bool:
    """Tell whether a word has a letter in upper case."""
    return any(letter.isupper() for letter in word)


def _follows_named_amounts(text: str, position: int) -> bool:
    """Tell the 4 and the 3 of "Nghĩa Hành 5 người, Mộ Đức 4, Ba Tơ 3"."""
    begin = max(0, position - _WINDOW)
    name = _NAME.search(text, begin, position)
    while name:
        words = name[0].split()
        start = position - len(" ".join(_last_name(words))) - 1
        before = _NAMED_AMOUNT.search(text, begin, start)
        if before is None or not has_capital(before[1]) or before[1] == words[-1]:
            return False
        if before[2]:
            return before[2].islower()
        position = before.end(1) + 1
        name = _NAME.search(text, begin, position)
    return False


def _last_name(words: Sequence[str]) -> Sequence[str]:
    """Return the words at the end that begin with capitals."""
    first = next((i for i in range(len(words) - 1, -1, -1) if not has_capital(words[i])), -1) + 1
    return words[first:]


def _is_part_of_whole(text: str, position: int) -> bool:
    """Tell the items of a list that make up the number before it."""
    begin = max(0, position - _REACH)
    openings = list(_OPENING.finditer(text, begin, position))
    if not openings or _CLOSING.search(text, openings[-1].end(), position):
        return False
    closing = _CLOSING.search(text, position, position + _REACH)
    if closing is None and len(text) > position + _REACH:
        return False
    end = closing.start() if closing else len(text)
    items = [_ITEM.fullmatch(item) for item in _JOINT.split(text[openings[-1].end() : end])]
    amounts = [int(item[1]) for item in items if item]
    if len(amounts) < _MOST_ITEMS_OF_NAMES or len(amounts) < len(items):
        return False
    before = text[max(0, openings[-1].start() - _WINDOW) : openings[-1].start()]
    whole = _WHOLE.search(before)
    if whole is None:
        return _MUCH.search(before.lower()) is not None
    total = int(whole[1].replace(".", ""))
    is_many = total > _SURELY_WHOLE and max(amounts) > _SURELY_MANY
    return sum(amounts) == total or (is_many and sum(amounts) < total)
