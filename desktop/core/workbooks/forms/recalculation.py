"""Results of formulas that new values make out of date: found through all sheets, and taken away.

The formulas stay. Their stored results are what readers that compute nothing show: an old sum beside new
parts would be believed, an empty cell is not. Excel and LibreOffice compute them when they open the file.
"""

import re
from collections.abc import Mapping

from desktop.core.workbooks.forms.cell_ranges import CellRange, Spot
from desktop.core.workbooks.forms.references import Names, Reference, references_in
from desktop.core.workbooks.forms.sheet_scan import Formula, SheetScan
from desktop.core.workbooks.forms.xml_spans import Edit, edited, prefix_of, root_and_children

_BEFORE_CALCULATION = frozenset(
    (
        "fileVersion",
        "fileSharing",
        "workbookPr",
        "AlternateContent",
        "revisionPtr",
        "workbookProtection",
        "bookViews",
        "sheets",
        "functionGroups",
        "externalReferences",
        "definedNames",
    )
)
_ON_LOAD = b'fullCalcOnLoad="1"'
_TOLD_ON_LOAD = re.compile(rb"""\sfullCalcOnLoad\s*=\s*(?:"[^"]*"|'[^']*')""")
_ARRAY_CELLS_MOST = 100_000
Places = dict[str, set[Spot]]


class _Dependence:
    """A formula's cell with the cells that it refers to, by sheet; `on_anything` where nobody can tell."""

    __slots__ = ("fills", "on", "on_anything", "sheet", "spot")

    def __init__(self, sheet: str, formula: Formula, on: tuple[tuple[str, CellRange], ...] | None) -> None:
        self.sheet = sheet
        self.spot = formula.spot
        self.fills = formula.fills
        self.on = on or ()
        self.on_anything = on is None

    def is_touched(self, changed: Mapping[str, set[Spot]]) -> bool:
        """Tell whether one of the changed cells is among those that it refers to."""
        return self.on_anything or any(
            _meets(changed.get(sheet.casefold(), frozenset()), cells) for sheet, cells in self.on
        )


def out_of_date(
    scans: Mapping[str, SheetScan], filled: Mapping[str, set[Spot]], names: Names | None = None
) -> Places:
    """Return the cells, by sheet, whose formulas depend on filled ones, directly or through others."""
    waiting = [each for sheet, scan in scans.items() for each in _dependences(sheet, scan, names or {})]
    changed = {sheet.casefold(): set(spots) for sheet, spots in filled.items()}
    stale: Places = {}
    while True:
        touched = [each for each in waiting if each.is_touched(changed)]
        if not touched:
            return stale
        done = set(map(id, touched))
        waiting = [each for each in waiting if id(each) not in done]
        for each in touched:
            spots = _filled_by(each)
            changed.setdefault(each.sheet.casefold(), set()).update(spots)
            stale.setdefault(each.sheet, set()).update(spots)


def computing_on_load(xml: bytes, name: str) -> bytes:
    """Return the workbook's main part saying that all formulas are to be computed when it is opened."""
    root, children = root_and_children(xml, name)
    told = next((each for each in children if each.name == "calcPr"), None)
    if told is None:
        before = [each.end for each in children if each.name in _BEFORE_CALCULATION]
        at = max(before, default=root.tag_end)
        return edited(xml, [Edit(at, at, b"<" + prefix_of(xml, root) + b"calcPr " + _ON_LOAD + b"/>")])
    tag = xml[told.start : told.tag_end]
    bare = _TOLD_ON_LOAD.sub(b"", tag)
    ending = b"/>" if bare.endswith(b"/>") else b">"
    changed = bare.removesuffix(ending).rstrip() + b" " + _ON_LOAD + ending
    return edited(xml, [Edit(told.start, told.tag_end, changed)])


def _dependences(sheet: str, scan: SheetScan, names: Names) -> list[_Dependence]:
    shared: dict[str, tuple[Spot, tuple[Reference, ...] | None]] = {}
    for spot, formula in scan.formulas.items():
        if formula.shared and formula.text:
            shared[formula.shared] = (spot, references_in(formula.text, names))
    found: list[_Dependence] = []
    for spot, formula in scan.formulas.items():
        if formula.shared and not formula.text:
            first, references = shared.get(formula.shared, (spot, None))
        else:
            first, references = spot, references_in(formula.text, names)
        found.append(_Dependence(sheet, formula, _copied(references, sheet, first, spot)))
    return found


def _copied(
    references: tuple[Reference, ...] | None, sheet: str, first: Spot, spot: Spot
) -> tuple[tuple[str, CellRange], ...] | None:
    if references is None:
        return None
    rows, columns = spot.row - first.row, spot.column - first.column
    return tuple((each.sheet or sheet, each.copied(rows, columns)) for each in references)


def _meets(spots: set[Spot] | frozenset[Spot], cells: CellRange) -> bool:
    if cells.cells <= len(spots):
        return any(
            Spot(row, column) in spots
            for row in range(cells.top, cells.bottom + 1)
            for column in range(cells.left, cells.right + 1)
        )
    return any(cells.holds(spot) for spot in spots)


def _filled_by(each: _Dependence) -> set[Spot]:
    cells = each.fills
    if cells is None or cells.cells > _ARRAY_CELLS_MOST:
        return {each.spot}
    return {
        Spot(row, column)
        for row in range(cells.top, cells.bottom + 1)
        for column in range(cells.left, cells.right + 1)
    }
