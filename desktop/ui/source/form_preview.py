"""A form as it will look once it is filled: its own cells, with what goes into the mapped ones lit. No Qt."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from desktop.core.documents import Cell, Document, Table
from desktop.core.figures import Verdict
from desktop.core.places import Place
from desktop.core.workbooks.forms.blank_cells import blank_cells
from desktop.core.workbooks.forms.plan import CellPlan, CellState
from desktop.ui.marks import Mark
from desktop.ui.source.mark_index import MarkIndex
from desktop.ui.source.sheet_cells import cell_at

LEFT_SIGN = "⚠"
"""What stands in a mapped cell that stays as the form has it."""


def preview(document: Document, plans: Iterable[CellPlan]) -> tuple[Document, MarkIndex]:
    """Return the form with what its mapped cells will hold, and marks that light these.

    A proposal is lit as an open figure, what was confirmed as an accepted one, a cell left as doubtful.
    """
    pieces = [document.text, " \n"]
    blank = Place(len(document.text), len(document.text) + 1)
    at = blank.end + 1
    shown: dict[str, dict[tuple[int, int], Cell]] = {}
    marks: list[Mark] = []
    for number, plan in enumerate(plans, 1):
        if not plan.sheet:
            continue
        text = _text(plan, _own_text(document, plan))
        content = plan.content if isinstance(plan.content, Decimal) else None
        spot = plan.spot
        cell = Cell(spot.row, spot.column, at, at + len(text), name=spot.name, number=content)
        shown.setdefault(plan.sheet, {})[spot.row, spot.column] = cell
        place = Place(at, at + len(text), sheet=plan.sheet, cell=spot.name)
        marks.append(Mark(number, place, _verdict(plan)))
        pieces += [text, "\n"]
        at += len(text) + 1
    tables = tuple(
        _with_cells(table, _blanks(document, table, blank) | shown.get(table.sheet or "", {}))
        for table in document.tables
    )
    return replace(document, text="".join(pieces), tables=tables), MarkIndex(marks)


def _blanks(document: Document, table: Table, blank: Place) -> dict[tuple[int, int], Cell]:
    """Return a cell with nothing in it for each that waits for a number: no text may reach over it."""
    return {
        (spot.row, spot.column): Cell(spot.row, spot.column, blank.start, blank.end, name=spot.name)
        for spot in blank_cells(document, table)
        if cell_at(table.cells, *spot) is None
    }


def _text(plan: CellPlan, own: str) -> str:
    """Return what the cell will show; one that is left shows what it has, with a sign."""
    if plan.state is CellState.FILLED and plan.shown:
        return plan.shown
    return f"{LEFT_SIGN} {own}".rstrip()


def _own_text(document: Document, plan: CellPlan) -> str:
    table = next((each for each in document.tables if each.sheet == plan.sheet), None)
    cell = cell_at(table.cells, *plan.spot) if table else None
    return document.slice(cell) if cell else ""


def _verdict(plan: CellPlan) -> Verdict:
    if plan.state is not CellState.FILLED:
        return Verdict.DOUBTFUL
    return Verdict.ACCEPTED if plan.mapping.confidence is None else Verdict.OPEN


def _with_cells(table: Table, shown: dict[tuple[int, int], Cell]) -> Table:
    """Return a sheet with cells in place of those of its own, whose spans they keep."""
    if not shown:
        return table
    cells = {(cell.row, cell.column): cell for cell in table.cells}
    for spot, cell in shown.items():
        before = cells.get(spot)
        cells[spot] = (
            replace(cell, row_span=before.row_span, column_span=before.column_span) if before else cell
        )
    return replace(table, cells=tuple(cells[spot] for spot in sorted(cells)))
