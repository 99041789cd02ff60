"""Names of sheets as Excel takes them, and how a place on a sheet is named in a link.

Excel's rules: 1 to 31 UTF-16 units, none of []:*?/\\, no apostrophe at either end, no two alike but for case,
and not "History", which it keeps for itself.
"""

import re
from collections.abc import Iterable

LONGEST_TITLE = 31

_NOT_ALLOWED = re.compile("[\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff\\[\\]:*?/\\\\]")
_RESERVED = frozenset({"history"})
_UNNAMED = "Trang"


def sheet_title(wanted: str, taken: Iterable[str] = ()) -> str:
    """Return a title that Excel takes, as near to `wanted` as can be, and unlike all that are `taken`."""
    title = " ".join(_NOT_ALLOWED.sub("_", wanted).split()).strip("'")
    title = _cut(title, LONGEST_TITLE).strip(" '") or _UNNAMED
    folded = {each.casefold() for each in taken} | _RESERVED
    number, base = 1, title
    while title.casefold() in folded:
        number += 1
        title = continued_title(base, number)
    return title


def continued_title(title: str, number: int) -> str:
    """Return the title of the `number`th sheet of a list that runs on over several: "Số liệu (2)"."""
    if number == 1:
        return title
    suffix = f" ({number})"
    return _cut(title, LONGEST_TITLE - len(suffix)).rstrip(" '") + suffix


def cell_target(title: str, cell: str) -> str:
    """Return how a link names a cell of a sheet: "'Số liệu'!A5"."""
    quoted = title.replace("'", "''")
    return f"'{quoted}'!{cell}"


def _cut(title: str, units: int) -> str:
    """Cut as Excel counts, to which letters beyond U+FFFF are two."""
    return title.encode("utf-16-le")[: 2 * units].decode("utf-16-le", errors="ignore")
