"""What cannot be, or contradicts its own verb, in a single figure; and figures that stand twice."""

import re
from collections.abc import Iterator
from functools import cache

from desktop.core.checks.amounts import PERCENT, amount
from desktop.core.checks.limits import words
from desktop.core.checks.subjects import CheckedFigure, CheckedReport
from desktop.core.extraction import lexicon
from desktop.core.extraction.passages import fold
from desktop.core.figures import Kind
from desktop.core.findings import Finding, FindingCode

_WHOLE = 100
_FEWEST_IN_ROW = 2


def impossible_percentages(report: CheckedReport) -> Iterator[Finding]:
    """Yield shares over 100 %, falls by more than 100 %, and shares or ratios below zero."""
    for figure in report.figures:
        reading = figure.reading
        number = reading.value.number
        if reading.unit != PERCENT:
            continue
        if reading.kind is Kind.SHARE and _is_over_whole(figure):
            yield _alone(FindingCode.SHARE_OVER, report.id, figure)
        elif reading.kind is Kind.CHANGE and number < -_WHOLE:
            yield _alone(FindingCode.FALL_OVER, report.id, figure)
        elif reading.kind in (Kind.SHARE, Kind.RATIO) and number < 0:
            yield _alone(FindingCode.BELOW_ZERO, report.id, figure)


def signs(report: CheckedReport) -> Iterator[Finding]:
    """Yield changes whose sign is not that of the verb right before them."""
    for figure in report.figures:
        if figure.spot is not None or figure.reading.kind is not Kind.CHANGE:
            continue
        number = figure.reading.value.number
        if number < 0 and _verb_before("up").search(figure.before):
            yield _alone(FindingCode.SIGN_UP, report.id, figure)
        elif number > 0 and _verb_before("down").search(figure.before):
            yield _alone(FindingCode.SIGN_DOWN, report.id, figure)


def duplicates(report: CheckedReport) -> Iterator[Finding]:
    """Yield figures that share a number of the source, and rows of a table that stand there twice."""
    last: CheckedFigure | None = None
    for figure in report.figures:
        if last is not None and figure.place.start < last.place.end:
            yield _pair(FindingCode.DUPLICATE, report.id, figure, last)
        if last is None or figure.place.end > last.place.end:
            last = figure
    for table in report.tables:
        before: list[CheckedFigure] = []
        for row in sorted(table.rows):
            present = [each for _, each in sorted(table.rows[row].items())]
            if _is_same_row(before, present):
                yield _pair(FindingCode.DUPLICATE_ROW, report.id, present[0], before[0])
            before = present


def _is_over_whole(figure: CheckedFigure) -> bool:
    if words("shares.may_exceed").search(fold(figure.reading.indicator)):
        return False
    high = figure.reading.value.high
    return amount(figure).low > _WHOLE if high is None else high > _WHOLE


def _is_same_row(before: list[CheckedFigure], present: list[CheckedFigure]) -> bool:
    is_telling = len({each.reading.value for each in present}) >= _FEWEST_IN_ROW
    return is_telling and [each.reading for each in before] == [each.reading for each in present]


@cache
def _verb_before(direction: str) -> re.Pattern[str]:
    """Return the pattern of a verb that nothing but "khoảng", "hơn" and the like parts from the number."""
    verb = lexicon.any_of("phrases", f"change.{direction}")
    between = lexicon.any_of("phrases", "qualifier.about", "qualifier.over", "qualifier.under")
    return re.compile(rf"(?<!\w){verb}(?: +{between})?[ +-]*$")


def _alone(code: FindingCode, report_id: int, figure: CheckedFigure) -> Finding:
    return Finding(code, report_id, (figure.id,), (figure.reading,))


def _pair(code: FindingCode, report_id: int, one: CheckedFigure, other: CheckedFigure) -> Finding:
    return Finding(code, report_id, (one.id, other.id), (one.reading, other.reading))
