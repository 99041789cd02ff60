"""What the numbers of an indicator's row cannot say for themselves, in words: its "Ghi chú"."""

from collections.abc import Iterator
from decimal import Decimal

from desktop.core.displays import (
    number_text,
    period_text,
    quantity_text,
    value_text,
    with_unit,
)
from desktop.core.figures import Kind, Qualifier, Reading, ReviewedFigure, Value
from desktop.core.workbooks.cells import excel_number, shown_value
from desktop.core.workbooks.indicators import Column, IndicatorRow, is_plan, plan_name
from desktop.core.workbooks.styles import SUFFIXES
from desktop.core.workbooks.wording import word


def remarks(row: IndicatorRow, usual_period: str) -> str:
    """Return the remarks on a row as one sentence, each said once; its usual period goes without saying."""
    period = row.lead.effective.period
    said = dict.fromkeys([_within(period_text(period))] if period != usual_period else [])
    for figure, column in row:
        said |= dict.fromkeys(_of_figure(figure, column, row))
    text = "; ".join(remark for remark in said if remark)
    return text[:1].upper() + text[1:]


def exact_remarks(value: Value) -> Iterator[str]:
    """Yield the numbers in full of which a cell cannot hold all digits."""
    for number in (value.number, value.high):
        if number is not None and not _is_held(number):
            yield f"giá trị đầy đủ: {number_text(number)}"


def phrase(reading: Reading) -> str:
    """Return a reading as the report would put it: "tăng trên 5,2% so với đầu năm"."""
    base = f"so với {word('base', reading.base).lower()}" if reading.base else ""
    words = (_verb(reading), word("qualifier", reading.qualifier), _amount(reading), base)
    return " ".join(word for word in words if word)


def _of_figure(figure: ReviewedFigure, column: Column, row: IndicatorRow) -> Iterator[str]:
    reading = figure.effective
    if column is Column.ACTUAL:
        yield _exactness(reading)
    elif is_plan(figure) or reading.period != row.lead.effective.period:
        yield _base(figure, row)
    elif column is Column.NOTES or reading.qualifier is not Qualifier.NONE or reading.unit not in SUFFIXES:
        yield phrase(reading)
    yield from exact_remarks(reading.value)
    yield figure.note


def _exactness(reading: Reading) -> str:
    if reading.qualifier is Qualifier.ABOUT:
        return "ước tính"
    if reading.qualifier is Qualifier.NONE:
        return ""
    return f"{word('qualifier', reading.qualifier)} {quantity_text(reading)}"


def _base(figure: ReviewedFigure, row: IndicatorRow) -> str:
    """Return what the row's level is measured against: "tháng 7/2023: 241,17", "dự toán: 9.850"."""
    reading, level = figure.effective, row.at(Column.ACTUAL)
    name = plan_name(reading.indicator) or period_text(reading.period)
    is_same_unit = level is not None and level.effective.unit == reading.unit
    return (
        f"{_within(name)}: {_amount(reading) if not is_same_unit else value_text(shown_value(reading.value))}"
    )


def _within(words: str) -> str:
    """Return words as they stand within a sentence; abbreviations keep their capitals."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


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
    value = shown_value(reading.value)
    lowest, highest = _ends(value)
    is_signed = reading.kind is Kind.CHANGE
    if is_signed and not lowest <= 0 <= highest:
        low, high = sorted((lowest.copy_abs(), highest.copy_abs()))
        value, is_signed = Value(low, None if value.high is None else high, value.of), False
    return with_unit(value_text(value, signed=is_signed), reading.unit)


def _ends(value: Value) -> tuple[Decimal, Decimal]:
    high = value.number if value.high is None else value.high
    return min(value.number, high), max(value.number, high)


def _is_held(number: Decimal) -> bool:
    held = excel_number(number)
    return held is None or held == number
