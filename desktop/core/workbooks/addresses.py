"""Where each figure stands in the workbook, so that its cells lead to one another and back."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from desktop.core.figures import ReviewedFigure
from desktop.core.workbooks.content import ReportContent
from desktop.core.workbooks.sheets import Limits, place_ahead

if TYPE_CHECKING:
    from desktop.core.workbooks.sheets import Sheet

FIGURES, OVERVIEW, PICTURES = "Số liệu", "Tổng hợp", "Hình"
"""The titles of the sheets that lead to one another."""

MAX_PICTURES = 5_000
PICTURES_HEADER_ROW = 2
LINKS_OF_A_PICTURE = 1


def links_of_a_figure(*, has_pictures: bool) -> int:
    """Return how many links a row of "Số liệu" has at most: back to "Tổng hợp", and to its picture."""
    return 2 if has_pictures else 1


def pictured_figures(report: ReportContent) -> Iterator[ReviewedFigure]:
    """Yield the figures of a report whose places are on pages, in the order of "Số liệu"."""
    for figure in report.figures:
        if figure.place.page is not None and figure.place.boxes:
            yield figure


class Addresses:
    """The numbers of figures in "Số liệu", their cells in "Tổng hợp" and their rows in "Hình", by their ids.

    `add` is told of every report before anything is written, `keep_cell` of each cell of "Tổng hợp" as that
    sheet is. It holds some numbers a figure, not the figure. A list that runs on over further sheets is
    reckoned with by the `limits` of the workbook.
    """

    def __init__(self, limits: Limits, *, has_pictures: bool = False) -> None:
        self.number_by_id: dict[int, int] = {}
        self._has_pictures = has_pictures
        self._figure_rows = limits.rows_with_links(links_of_a_figure(has_pictures=has_pictures))
        self._picture_rows = limits.rows_with_links(LINKS_OF_A_PICTURE)
        self._picture_row_by_id: dict[int, int] = {}
        self._overview: Sheet | None = None
        self._overview_cell_by_id: dict[int, tuple[str, int]] = {}

    def add(self, report: ReportContent) -> None:
        """Number the figures of the next report."""
        self.number_by_id.update(
            (figure.id, number) for number, figure in enumerate(report.figures, len(self.number_by_id) + 1)
        )
        for figure in pictured_figures(report) if self._has_pictures else ():
            if len(self._picture_row_by_id) < MAX_PICTURES:
                self._picture_row_by_id[figure.id] = PICTURES_HEADER_ROW + 1 + len(self._picture_row_by_id)

    def keep_cell(self, figure_id: int, sheet: "Sheet", column: str) -> None:
        """Keep that a figure stands in a column of the row of "Tổng hợp" last written.

        A figure in the notes of a row has the cell of those notes.
        """
        self._overview = sheet
        self._overview_cell_by_id[figure_id] = column, sheet.rows

    def evidence_at(self, number: int) -> str:
        """Return where a link to the evidence of the figure with this number (from 1) leads."""
        return place_ahead(FIGURES, number + 1, self._figure_rows)

    def evidence_of(self, figure_id: int) -> str:
        """Return where a link to the evidence of a figure leads."""
        return self.evidence_at(self.number_by_id[figure_id])

    def overview_row_of(self, figure_id: int) -> int:
        """Return in which row of the list of "Tổng hợp" a figure stands that has a cell there."""
        return self._overview_cell_by_id[figure_id][1]

    def overview_of(self, figure_id: int) -> str:
        """Return where a link to a figure's cell of "Tổng hợp" leads, "" where it has none."""
        cell = self._overview_cell_by_id.get(figure_id)
        return self._overview.row_target(cell[1], cell[0]) if cell and self._overview else ""

    def picture_of(self, figure_id: int) -> str:
        """Return where a link to a figure's picture leads, "" where it has none."""
        row = self._picture_row_by_id.get(figure_id)
        return place_ahead(PICTURES, row, self._picture_rows) if row else ""

    def numbers_of(self, figure_ids: Iterable[int]) -> list[int]:
        """Return the numbers of figures in "Số liệu", in order."""
        return sorted(self.number_by_id[figure_id] for figure_id in figure_ids)
