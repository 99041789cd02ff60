"""The lists of figures in a workbook that came back, found by the hidden headings wherever they stand now."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from desktop.core.errors import RefusalCode, refuse
from desktop.core.readers.workbook_squeezing import column_name
from desktop.core.workbooks.identity import DIGEST_HEADING, FIELDS_HEADING, KEY_HEADING
from desktop.core.workbooks.reading_back.handed import CellKind, HandedCell, HandedSheet, HandedWorkbook, Row

_HIDDEN = (KEY_HEADING, FIELDS_HEADING, DIGEST_HEADING)
_LONGEST_HEADING = 100
_SHOWN_BY_KEY = f"{KEY_HEADING} – "

Columns = Mapping[str, tuple[int, ...]]
"""The columns under each heading, folded as `folded` does; more than one where a column was copied."""


@dataclass(frozen=True, slots=True)
class ListRow:
    """A row below the headings: the sheet, its number from 0, its cells, and which columns mean what."""

    sheet: str
    number: int
    cells: Row
    columns: Columns

    def cells_under(self, heading: str) -> list["FoundCell"]:
        """Return the cells of the columns with this heading, empty ones too."""
        return [self.at(column) for column in self.columns.get(folded(heading), ())]

    def text_under(self, heading: str) -> str:
        """Return the first text under a heading, "" where there is none."""
        return next((found.cell.text for found in self.cells_under(heading) if found.cell), "")

    def at(self, column: int) -> "FoundCell":
        """Return the cell of a column."""
        return FoundCell(self, column, self.cells.get(column))

    def place(self, column: int | None = None) -> str:
        """Return where the row stands, or its cell in a column: "Số liệu!F12"."""
        name = "" if column is None else column_name(column)
        return f"{self.sheet}!{name}{self.number + 1}"


@dataclass(frozen=True, slots=True)
class FoundCell:
    """A place in a row, and the cell there; an empty one has none."""

    row: ListRow
    column: int
    cell: HandedCell | None

    @property
    def place(self) -> str:
        """Return where the cell stands: "Số liệu!F12"."""
        return self.row.place(self.column)


@dataclass(frozen=True, slots=True)
class Lists:
    """The rows of the lists of figures, and those of summaries whose values are known by their keys.

    `missing` has the headings that no list of the workbook has, of those asked for.
    """

    figures: Sequence[ListRow] = ()
    summaries: Sequence[ListRow] = ()
    missing: tuple[str, ...] = field(default=())


def lists_of(workbook: HandedWorkbook, wanted: Sequence[str]) -> Lists:
    """Return the lists of a workbook that came back; raise RefusedError where its rows cannot be known.

    `wanted` are the headings whose absence is told.
    """
    figures: list[ListRow] = []
    summaries: list[ListRow] = []
    seen: set[str] = set()
    for sheet in workbook.sheets:
        for row in _rows(sheet):
            seen.update(row.columns)
            (figures if _is_list(row.columns) else summaries).append(row)
    complete = {heading for row in figures[:1] for heading in row.columns}
    if not complete:
        lost = [heading for heading in _HIDDEN if folded(heading) not in seen]
        raise refuse(
            RefusalCode.HANDED_WITHOUT_COLUMNS,
            workbook.name,
            columns=", ".join(f"“{heading}”" for heading in lost or _HIDDEN),
        )
    held = {heading for row in figures for heading in row.columns}
    return Lists(figures, summaries, tuple(heading for heading in wanted if folded(heading) not in held))


def shown_values(row: ListRow) -> Iterator[tuple[str, FoundCell]]:
    """Yield the keys of a summary's row with the cells that show the values of their figures."""
    for heading, columns in row.columns.items():
        if heading.startswith(folded(_SHOWN_BY_KEY)):
            shown = row.cells_under(heading.removeprefix(folded(_SHOWN_BY_KEY)))
            for column in columns:
                key = row.at(column).cell
                yield from ((key.text.strip(), found) for found in shown if key is not None)


@lru_cache(maxsize=4_096)
def folded(text: str) -> str:
    """Return a text as it is compared: composed letters, one space between words, no capitals."""
    return " ".join(unicodedata.normalize("NFC", text).split()).casefold()


def is_hidden_heading(text: str) -> bool:
    """Tell whether a cell's text is the heading of a column of keys."""
    is_likely = len(text) < _LONGEST_HEADING and text.lstrip()[:1] in ("M", "m")
    return is_likely and folded(text).startswith(folded(KEY_HEADING))


def _rows(sheet: HandedSheet) -> Iterator[ListRow]:
    """Yield the rows below any row of hidden headings."""
    columns: dict[str, tuple[int, ...]] = {}
    for number in sorted(sheet.rows):
        cells = sheet.rows[number]
        if any(is_hidden_heading(cell.text) for cell in cells.values()):
            columns = _headings(cells)
        elif columns:
            yield ListRow(sheet.name, number, cells, columns)


def _is_list(columns: Columns) -> bool:
    return all(folded(heading) in columns for heading in _HIDDEN)


def _headings(cells: Row) -> dict[str, tuple[int, ...]]:
    headings: dict[str, tuple[int, ...]] = {}
    for column in sorted(cells):
        if cells[column].kind is CellKind.TEXT and len(cells[column].text) < _LONGEST_HEADING:
            heading = folded(cells[column].text)
            headings[heading] = (*headings.get(heading, ()), column)
    return headings
