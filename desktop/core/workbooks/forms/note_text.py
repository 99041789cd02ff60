"""What the note at a filled cell says: the figure as the report has it, its conversion, its place."""

from collections.abc import Iterator
from decimal import Decimal

from desktop.core.displays import number_text, period_text, quantity_text, time_text
from desktop.core.workbooks.forms.filling import Entry
from desktop.core.workbooks.forms.plan import CellPlan
from desktop.core.workbooks.wording import word

_QUOTED_MOST = 200


def entry_of(plan: CellPlan) -> Entry:
    """Return what goes into the cell of a plan that fills it, with its note."""
    if plan.content is None or plan.source is None:
        raise ValueError("this cell is left as it is")
    return Entry(plan.sheet, plan.spot, plan.content, "\n".join(_lines(plan)))


def _lines(plan: CellPlan) -> Iterator[str]:
    source = plan.source
    if source is None:
        return
    reading, figure = source.reading, source.figure
    qualifier = word("qualifier", reading.qualifier)
    yield plan.conversion or " ".join(part for part in (qualifier, quantity_text(reading)) if part)
    if plan.conversion and qualifier:
        yield _told("exactness", qualifier)
    if plan.value is not None and isinstance(plan.content, Decimal) and not _is_held(plan):
        yield _told("in_full", number_text(plan.value.number))
    yield _told("indicator", reading.indicator or "–")
    if source.period:
        yield _told("period", period_text(source.period))
    yield _told("report", " – ".join(part for part in (source.report.name, source.report.issued_by) if part))
    if source.section:
        yield _told("section", " > ".join(source.section))
    yield _told("place", str(figure.place))
    yield _told("text", f"“{' '.join(figure.text.split())[:_QUOTED_MOST]}”")
    if figure.decided_by:
        when = f", {time_text(figure.decided_at)}" if figure.decided_at is not None else ""
        yield _told("verified", figure.decided_by + when)


def _is_held(plan: CellPlan) -> bool:
    """Tell whether the cell holds all digits of the value, be it as a part of one."""
    if plan.value is None or not isinstance(plan.content, Decimal):
        return True
    digits = plan.value.number.normalize().as_tuple().digits
    return digits == plan.content.normalize().as_tuple().digits


def _told(key: str, text: str) -> str:
    return f"{word('form_note', key)}: {text}"
