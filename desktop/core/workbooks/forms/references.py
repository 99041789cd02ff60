"""What the formula of a cell refers to, as far as it takes to know which results are out of date.

What cannot be told from the formula's text alone (INDIRECT, names, columns of tables) counts as referring to
anything: a result taken away is computed again when the workbook is opened, an old one would be believed.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop.core.readers.workbook_squeezing import column_number
from desktop.core.workbooks.forms.cell_ranges import COLUMNS_MOST, ROWS_MOST, CellRange

_STRING = re.compile(r'"(?:[^"]|"")*"')
_SHEET = r"(?:'(?P<quoted>(?:[^']|'')+)'|(?P<sheet>[\w.\[\]:]+))!"
_REFERENCE = re.compile(
    rf"(?:{_SHEET})?(?:"
    r"(?P<ca>\$?)(?P<c>[A-Za-z]{1,3})(?P<ra>\$?)(?P<r>[0-9]{1,7})"
    r"(?::(?P<ca2>\$?)(?P<c2>[A-Za-z]{1,3})(?P<ra2>\$?)(?P<r2>[0-9]{1,7}))?(?![\w(.!])"
    r"|(?P<wc>\$?[A-Za-z]{1,3}):(?P<wc2>\$?[A-Za-z]{1,3})(?![\w(.!])"
    r"|(?P<wr>\$?[0-9]{1,7}):(?P<wr2>\$?[0-9]{1,7})(?![\w(.!])"
    r")",
)
_FUNCTION = re.compile(r"[\w.]+\(")
_FREE = re.compile(r"\b(?:INDIRECT|OFFSET)\(", re.IGNORECASE)
_ERROR = re.compile(r"#(?:REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|N/A)")
_WORD = re.compile(r"[^\W\d][\w.]*")
_MARKS = re.compile(r"[\[#]")
_CONSTANTS = ("TRUE", "FALSE")


Names = Mapping[str, Sequence[str]]
_NO_NAMES: Names = {}
_DEEPEST = 8
_TABLE = re.compile(r"([^\W\d][\w.]*)\[(?:[^\[\]]|\[[^\[\]]*\])*\](?!!)")


@dataclass(frozen=True, slots=True)
class Corner:
    """A row or column of a reference, and whether it stays where it is when the formula is copied."""

    number: int
    is_fixed: bool

    def moved(self, steps: int) -> int:
        """Return the number in a copy `steps` further on."""
        return self.number if self.is_fixed else self.number + steps


@dataclass(frozen=True, slots=True)
class Reference:
    """Cells that a formula refers to; `sheet` is "" for the formula's own."""

    sheet: str
    top: Corner
    left: Corner
    bottom: Corner
    right: Corner

    def copied(self, rows: int, columns: int) -> CellRange:
        """Return the cells that a copy of the formula refers to, so many rows and columns further on."""
        tops = sorted((self.top.moved(rows), self.bottom.moved(rows)))
        lefts = sorted((self.left.moved(columns), self.right.moved(columns)))
        return CellRange(tops[0], lefts[0], tops[1], lefts[1])


def references_in(formula: str, names: Names = _NO_NAMES, depth: int = 0) -> tuple[Reference, ...] | None:
    """Return what a formula refers to in its own workbook, None where it may refer to anything.

    `names` has the formulas that names and tables stand for, by their casefolded names.
    """
    bare = _ERROR.sub("", _STRING.sub('""', formula))
    if _FREE.search(bare) or depth > _DEEPEST:
        return None
    bare = _TABLE.sub(r" \1 ", bare)
    found: list[Reference] = []
    rest: list[str] = []
    at = 0
    for match in _REFERENCE.finditer(bare):
        if match.start() > 0 and re.match(r"[\w.]", bare[match.start() - 1]):
            continue
        sheet = (match["quoted"] or match["sheet"] or "").replace("''", "'")
        if ":" in sheet:
            return None
        if "[" not in sheet:
            found.append(_reference(match, sheet))
        rest.append(bare[at : match.start()])
        at = match.end()
    rest.append(bare[at:])
    others = _FUNCTION.sub("", " ".join(rest))
    if _MARKS.search(others):
        return None
    for word in _WORD.findall(others):
        named = _named(word, names, depth)
        if named is None:
            return None
        found += named
    return tuple(found)


def _named(word: str, names: Names, depth: int) -> list[Reference] | None:
    """Return what a name stands for, None where nobody knows."""
    if word.upper() in _CONSTANTS:
        return []
    if word.casefold() not in names:
        return None
    found: list[Reference] = []
    for formula in names[word.casefold()]:
        told = references_in(formula, names, depth + 1)
        if told is None:
            return None
        found += told
    return found


def _reference(match: re.Match[str], sheet: str) -> Reference:
    if match["wc"]:
        first, last = _column(match["wc"]), _column(match["wc2"])
        return Reference(sheet, Corner(0, True), first, Corner(ROWS_MOST - 1, True), last)
    if match["wr"]:
        top, bottom = _row(match["wr"]), _row(match["wr2"])
        return Reference(sheet, top, Corner(0, True), bottom, Corner(COLUMNS_MOST - 1, True))
    top, left = _row(match["ra"] + match["r"]), _column(match["ca"] + match["c"])
    if not match["c2"]:
        return Reference(sheet, top, left, top, left)
    return Reference(sheet, top, left, _row(match["ra2"] + match["r2"]), _column(match["ca2"] + match["c2"]))


def _row(text: str) -> Corner:
    return Corner(int(text.lstrip("$")) - 1, text.startswith("$"))


def _column(text: str) -> Corner:
    return Corner(column_number(text.lstrip("$").upper()) - 1, text.startswith("$"))
