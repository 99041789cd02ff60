"""The verified figures that a form is filled from, and which of them is meant for a cell."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.core.figures import Reading, ReviewedFigure
from desktop.core.folding import folded
from desktop.core.reviews import ReportSummary
from desktop.core.workbooks.forms.mapping import Selector
from desktop.core.workbooks.forms.periods import is_meant, months_of, relation_of

_MARKS = " .,;:-–()"


@dataclass(frozen=True, slots=True)
class VerifiedFigure:
    """A verified figure with its report, the headings above it and the tags in force for it (their keys)."""

    figure: ReviewedFigure
    report: ReportSummary
    section: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a figure that nobody has verified: it is never handed on."""
        if not self.figure.verdict.is_verified:
            raise ValueError("only verified figures go into a form")

    @property
    def reading(self) -> Reading:
        """Return what holds of it."""
        return self.figure.effective

    @property
    def period(self) -> str:
        """Return its period, the report's where nothing else is said."""
        return self.reading.period or self.report.period


class FigureBook:
    """Verified figures in reading order, found by their indicators.

    `period` is what a form's "report period" stands for: the latest that a report is about, or the one given.
    """

    def __init__(self, figures: Iterable[VerifiedFigure], period: str = "") -> None:
        self.figures = tuple(figures)
        self.period = period or _latest(self.figures)
        self._exact: dict[str, list[VerifiedFigure]] = {}
        self._folded: dict[str, list[VerifiedFigure]] = {}
        for each in self.figures:
            self._exact.setdefault(indicator_key(each.reading.indicator), []).append(each)
            self._folded.setdefault(folded(indicator_key(each.reading.indicator)), []).append(each)

    def meant(self, selector: Selector) -> list[VerifiedFigure]:
        """Return the figures that a selector means: by its words as they are, else accents aside."""
        key = indicator_key(selector.indicator)
        found = [each for each in self._exact.get(key, ()) if self._fits(each, selector)]
        return found or [each for each in self._folded.get(folded(key), ()) if self._fits(each, selector)]

    def selector_for(self, each: VerifiedFigure, unit: str = "") -> Selector:
        """Return words that mean this figure, told with its heading where others would be meant as well."""
        reading = each.reading
        selector = Selector(
            indicator=reading.indicator,
            unit=unit or reading.unit,
            kind=reading.kind,
            base=reading.base,
            period=relation_of(each.period, self.period),
        )
        others = {str(one.reading.value) for one in self.meant(selector)} - {str(reading.value)}
        if not others or not each.section:
            return selector
        return Selector(
            selector.indicator,
            selector.unit,
            selector.kind,
            selector.base,
            selector.period,
            section=each.section[-1],
        )

    def _fits(self, each: VerifiedFigure, selector: Selector) -> bool:
        reading = each.reading
        return (
            reading.kind is selector.kind
            and reading.base is selector.base
            and is_meant(each.period, selector.period, self.period)
            and (not selector.section or _is_under(each.section, selector.section))
            and (not selector.tag or selector.tag in each.tags)
        )


def indicator_key(indicator: str) -> str:
    """Return an indicator as indicators are compared: case, spaces and marks at its ends aside."""
    words = unicodedata.normalize("NFC", indicator).casefold().split()
    return " ".join(words).strip(_MARKS)


def _is_under(section: Sequence[str], wanted: str) -> bool:
    return any(folded(indicator_key(title)) == folded(indicator_key(wanted)) for title in section)


def _latest(figures: Sequence[VerifiedFigure]) -> str:
    periods = {each.report.period for each in figures if each.report.period}
    return max(periods, key=lambda period: (months_of(period) or (0, 0))[::-1], default="")
