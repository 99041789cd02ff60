"""What the numbers of an indicator's row cannot say for themselves, in words: its "Ghi chú"."""

from collections.abc import Iterator
from decimal import Decimal

from desktop.core.displays import (
    number_text,
    period_text,
    quantity_text,
    reading_text,
    value_text,
    with_unit,
)
from desktop.core.figures import Kind, Qualifier, Reading, ReviewedFigure, Value
from desktop.core.workbooks.indicators import Column, IndicatorRow
from desktop.core.workbooks.rows import excel_number
from desktop.core.workbooks.styles import SUFFIXES
from desktop.core.workbooks.wording import BASE_PHRASES, QUALIFIER_NAMES


def remarks(row: IndicatorRow, usual_period: str) -> str:
    """Return the remarks on a row as one sentence, each said once; its usual period goes without saying."""
    said = dict.fromkeys(remark for figure, column in row for remark in _of_figure(figure, column))
    period = row.figures[0].effective.period
    if period and period != usual_period:
        said[f"kỳ số liệu: {period_text(period)}"] = None
    text = "; ".join(said)
    return text[:1].upper() + text[1:]


def exact_remarks(value: Value) -> Iterator[str]:
    """Yield the numbers in full of which a cell cannot hold all digits."""
    for number in (value.number, value.high):
        if number is not None and not _is_held(number):
            yield f"giá trị đầy đủ: {number_text(number)}"


def phrase(reading: Reading) -> str:
    """Return a reading as the report would put it: "tăng trên 5,2% so với đầu năm"."""
    words = (_verb(reading), QUALIFIER_NAMES[reading.qualifier], _amount(reading), BASE_PHRASES[reading.base])
    return " ".join(word for word in words if word)


def _of_figure(figure: ReviewedFigure, column: Column) -> Iterator[str]:
    reading = figure.effective
    if column is Column.NOTES:
        yield phrase(reading)
    elif column is Column.ACTUAL:
        if reading.qualifier is not Qualifier.NONE:
            yield f"{QUALIFIER_NAMES[reading.qualifier]} {quantity_text(reading)}"
    elif reading.qualifier is not Qualifier.NONE or reading.unit not in SUFFIXES:
        yield phrase(reading)
    yield from exact_remarks(reading.value)
    if figure.note:
        yield figure.note


def _verb(reading: Reading) -> str:
    if reading.kind is Kind.SHARE:
        return "chiếm"
    if reading.kind is not Kind.CHANGE:
        return "bằng"
    lowest, highest = _ends(reading.value)
    if lowest > 0:
        return "tăng"
    return "giảm" if highest < 0 else "thay đổi"


def _amount(reading: Reading) -> str:
    lowest, highest = _ends(reading.value)
    if reading.kind is not Kind.CHANGE or lowest <= 0 <= highest:
        return with_unit(reading_text(reading), reading.unit)
    low, high = sorted((lowest.copy_abs(), highest.copy_abs()))
    value = Value(low, None if reading.value.high is None else high, reading.value.of)
    return with_unit(value_text(value), reading.unit)


def _ends(value: Value) -> tuple[Decimal, Decimal]:
    high = value.number if value.high is None else value.high
    return min(value.number, high), max(value.number, high)


def _is_held(number: Decimal) -> bool:
    held = excel_number(number)
    return held is None or held == number
