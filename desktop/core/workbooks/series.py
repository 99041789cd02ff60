"""Which figures are worth a chart: evenly spaced series of levels, else changes side by side."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from desktop.core.extraction.tables.periods import Period, Span, parse
from desktop.core.figures import Base, Kind
from desktop.core.workbooks.additive import is_part, small
from desktop.core.workbooks.pivot import Pivot, PivotFigure, Subject

MOST_SERIES = 6
_FEWEST_POINTS = 3
_MOST_POINTS = 24
_FEWEST_BARS, _MOST_BARS = 3, 10
_RELATIVE = "%"


@dataclass(frozen=True, slots=True)
class Series:
    """Levels of one indicator over evenly spaced periods of one length, in the order of time."""

    subject: Subject
    figures: tuple[PivotFigure, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Several indicators of one section and period against the same period last year, in %.

    All are changes, or all are ratios.
    """

    figures: tuple[PivotFigure, ...]


def main_series(found: Pivot) -> list[Series]:
    """Return the longest series, at most MOST_SERIES; of equally long ones those of a whole come first."""
    series = [found for subject in _each_once(found) for found in _series_of(subject)]
    return sorted(series, key=lambda each: (-len(each.figures), is_part(small(_name(each)))))[:MOST_SERIES]


def main_comparison(found: Pivot) -> Comparison | None:
    """Return the changes of the section that has the most of them, None where no section has enough."""
    by_group: dict[tuple[int, int | None, str, Kind], dict[str, PivotFigure]] = {}
    for subject in _each_once(found):
        for figure in subject.figures if _is_comparable(subject) else ():
            group = (figure.report_id, figure.section_id, figure.effective.period, subject.reading.kind)
            by_group.setdefault(group, {}).setdefault(small(figure.effective.indicator), figure)
    most = max(by_group.values(), key=len, default={})
    if len(most) < _FEWEST_BARS:
        return None
    figures = sorted(most.values(), key=lambda figure: figure.start)[:_MOST_BARS]
    return Comparison(tuple(figures))


def _name(series: Series) -> str:
    return series.subject.reading.indicator


def _each_once(found: Pivot) -> Iterator[Subject]:
    """Yield the subjects, those under several tags once."""
    seen: set[int] = set()
    for subjects in found.subjects.values():
        for subject in subjects:
            if subject.figures[0].id not in seen:
                seen.add(subject.figures[0].id)
                yield subject


def _series_of(subject: Subject) -> Iterator[Series]:
    """Yield the longest series of a subject, if it has one and no period of it has two values."""
    reading = subject.reading
    if reading.kind is not Kind.LEVEL or not reading.indicator or len(subject.rows) > 1:
        return
    by_length: dict[tuple[Span, int], list[tuple[int, PivotFigure]]] = {}
    for text, figure in subject.rows[0].items():
        period, value = parse(text), figure.effective.value
        if period is not None and period.year is not None and value.high is None and value.of is None:
            by_length.setdefault((period.span, period.last - period.first), []).append(
                (_month(period), figure)
            )
    longest = max((_even(points) for points in by_length.values()), key=len, default=())
    if len(longest) >= _FEWEST_POINTS:
        yield Series(subject, tuple(longest[-_MOST_POINTS:]))


def _month(period: Period) -> int:
    return 12 * (period.year or 0) + period.last


def _even(points: Iterable[tuple[int, PivotFigure]]) -> Sequence[PivotFigure]:
    """Return the longest stretch of points that are equally far apart, the latest of several."""
    ordered = sorted(points, key=lambda point: point[0])
    best: list[PivotFigure] = []
    stretch: list[PivotFigure] = []
    last_step = 0
    for (month, figure), (next_month, next_figure) in pairwise(ordered):
        step = next_month - month
        stretch = [*stretch, next_figure] if step == last_step else [figure, next_figure]
        last_step = step
        best = stretch if len(stretch) >= len(best) else best
    return best


def _is_comparable(subject: Subject) -> bool:
    told = subject.reading
    return (
        told.kind in (Kind.CHANGE, Kind.RATIO)
        and told.base is Base.SAME_PERIOD
        and told.unit == _RELATIVE
        and bool(told.indicator)
        and len(subject.rows) == 1
        and all(figure.effective.value.high is None for figure in subject.figures)
    )
