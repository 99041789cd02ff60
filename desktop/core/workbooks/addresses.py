"""Where each figure stands in the workbook, so that its cells lead to one another and back."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from desktop.core.figures import ReviewedFigure
from desktop.core.workbooks.content import WorkbookContent

FIGURES, OVERVIEW, PICTURES = "Số liệu", "Tổng hợp", "Hình"
"""The titles of the sheets that lead to one another."""

MAX_PICTURES = 5_000
PICTURES_HEADER_ROW = 2


def row_of(number: int) -> int:
    """Return in which row of the sheet "Số liệu" the figure with this number (from 1) stands."""
    return number + 1


def evidence_target(number: int) -> str:
    """Return where a link to the evidence of the figure with this number leads."""
    return f"'{FIGURES}'!A{row_of(number)}"


def pictured_figures(content: WorkbookContent) -> Iterator[ReviewedFigure]:
    """Yield the figures whose places are on pages, in the order of "Số liệu"."""
    for report in content.reports:
        for figure in report.figures:
            if figure.place.page is not None and figure.place.boxes:
                yield figure


@dataclass(slots=True)
class Addresses:
    """The numbers of figures in "Số liệu", their cells in "Tổng hợp" and their rows in "Hình", by their ids.

    The cells of "Tổng hợp" are added as that sheet is written; a figure in the notes of a row has the cell of
    those notes.
    """

    number_by_id: dict[int, int]
    picture_row_by_id: dict[int, int] = field(default_factory=dict)
    overview_cell_by_id: dict[int, str] = field(default_factory=dict)

    @classmethod
    def of(cls, content: WorkbookContent) -> "Addresses":
        """Return the addresses that are known before anything is written."""
        figures = (figure for report in content.reports for figure in report.figures)
        numbers = {figure.id: number for number, figure in enumerate(figures, start=1)}
        pictured = islice(pictured_figures(content), MAX_PICTURES) if content.options.has_pictures else ()
        return cls(numbers, {each.id: row for row, each in enumerate(pictured, PICTURES_HEADER_ROW + 1)})

    def evidence_of(self, figure_id: int) -> str:
        """Return where a link to the evidence of a figure leads."""
        return evidence_target(self.number_by_id[figure_id])

    def overview_of(self, figure_id: int) -> str:
        """Return where a link to a figure's cell of "Tổng hợp" leads, "" where it has none."""
        cell = self.overview_cell_by_id.get(figure_id)
        return f"'{OVERVIEW}'!{cell}" if cell else ""

    def picture_of(self, figure_id: int) -> str:
        """Return where a link to a figure's picture leads, "" where it has none."""
        row = self.picture_row_by_id.get(figure_id)
        return f"'{PICTURES}'!A{row}" if row else ""

    def numbers_of(self, figure_ids: Iterable[int]) -> list[int]:
        """Return the numbers of figures in "Số liệu", in order."""
        return sorted(self.number_by_id[figure_id] for figure_id in figure_ids)
