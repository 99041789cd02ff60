"""The period of a figure as months of a year; the same few are asked for again and again."""

from functools import lru_cache

from desktop.core.checks.subjects import CheckedFigure
from desktop.core.extraction.tables.periods import Period, parse

_parsed = lru_cache(maxsize=4096)(parse)


def period_of(figure: CheckedFigure) -> Period | None:
    """Return a figure's period, None where it is not known or longer than a year."""
    return _parsed(figure.reading.period)
