"""What a place of the report says if it is taken for a figure, by the rules that read every other figure.

No Qt. The rules are imported when they are first asked, or ahead of that by `warm_up` in a thread.
"""

from desktop.core.figures import Figure, ReviewedFigure
from desktop.core.places import Place
from desktop.ui.report_content import ReportContent


def figure_at(content: ReportContent, place: Place, period: str) -> Figure | None:
    """Return the figure at a place of a report on `period` ("" if unknown); None without a number there."""
    from desktop.core.extraction.forced import forced_figure

    around = (each.title for each in content.sections if each.start <= place.start < each.end)
    heading = next(reversed(list(around)), "")
    return forced_figure(content.document, place.start, place.end, period, heading)


def is_prefilled(figure: ReviewedFigure) -> bool:
    """Tell whether a number that nobody has read came with what its sentence makes of it."""
    return bool(figure.effective.indicator)


def warm_up() -> None:
    """Import the rules and read a first sentence, so that nobody waits for it later."""
    from desktop.core.documents import Document, Format
    from desktop.core.extraction.forced import forced_figure

    forced_figure(Document(Format.TXT, "Có 3 vụ, tăng 5% so với cùng kỳ năm 2020.", ()), 3, 4)
