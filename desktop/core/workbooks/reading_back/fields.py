"""The fields of a figure in a workbook that came back: what the cells of a row say of each."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from desktop.core.displays import period_from_text, period_text, value_text
from desktop.core.figures import Base, Kind, Qualifier, Reading, Value
from desktop.core.workbooks.cells import clean_text
from desktop.core.workbooks.figure_list import READING_HEADINGS
from desktop.core.workbooks.reading_back.handed import CellKind, HandedCell
from desktop.core.workbooks.reading_back.lists import FoundCell, ListRow, folded
from desktop.core.workbooks.reading_back.values import (
    ReadValue,
    Trouble,
    is_range,
    not_a_value,
    read_value,
    same_value,
)
from desktop.core.workbooks.wording import word

INDICATOR, VALUE, HIGH, UNIT, KIND, BASE, QUALIFIER, PERIOD = (heading.text for heading in READING_HEADINGS)
"""The headings of a reading's columns, in the order of figure_list."""

NOTE = "Ghi chú"
HEADINGS = (INDICATOR, VALUE, HIGH, UNIT, KIND, BASE, QUALIFIER, PERIOD, NOTE)


@dataclass(frozen=True, slots=True)
class Said:
    """What a cell says of a field: its content, or why there is none; `other` is a second way to read it."""

    found: FoundCell
    content: Value | str | None
    trouble: Trouble | None = None
    text: str = ""
    other: Value | None = None

    @property
    def place(self) -> str:
        """Return where the cell stands: "Số liệu!F12"."""
        return self.found.place


@dataclass(frozen=True, slots=True)
class _TextField:
    """A field that is one column of text; `read` returns its content or a trouble, `show` its cell's text."""

    name: str
    heading: str
    read: Callable[[str], str | Trouble]
    show: Callable[[str], str]


def said_by(row: ListRow, exported: Reading) -> Iterator[tuple[str, Said]]:
    """Yield what the row of a figure says of each field whose column is there, be it as exported."""
    units = dict.fromkeys(found.cell.text for found in row.cells_under(UNIT) if found.cell)
    unit = next(iter(units), exported.unit)
    for found in row.cells_under(VALUE):
        yield "value", _value_said(found, row, exported, unit)
    for each in _TEXT_FIELDS:
        for found in row.cells_under(each.heading):
            yield each.name, _text_said(found, each, str(getattr(exported, each.name)))


def value_shown(found: FoundCell, exported: Reading) -> Said:
    """Return what a cell of a summary says of the value of a figure."""
    read = read_value(found.cell, exported.unit)
    if isinstance(read, Trouble):
        return Said(found, None, read, shown_text(found.cell))
    return _said(found, read, exported)


def content_of(name: str, reading: Reading) -> Value | str:
    """Return a field of a reading."""
    return reading.value if name == "value" else str(getattr(reading, name))


def same_content(name: str, one: Value | str, other: Value | str) -> bool:
    """Tell whether a workbook holds two contents of a field alike."""
    if isinstance(one, Value) and isinstance(other, Value):
        return same_value(one, other)
    return one == other or (name in _FREE_TEXTS and same_text(str(one), str(other)))


def same_text(one: str, other: str) -> bool:
    """Tell whether two texts differ by spaces and the composition of their letters at most."""
    return _spaced(one) == _spaced(other)


def content_text(name: str, content: Value | str) -> str:
    """Return a field's content as the workbook shows it."""
    if isinstance(content, Value):
        return value_text(content)
    return _FIELD_BY_NAME[name].show(content) if name in _FIELD_BY_NAME else content


def _value_said(found: FoundCell, row: ListRow, exported: Reading, unit: str) -> Said:
    read = read_value(found.cell, unit)
    if isinstance(read, Trouble):
        return Said(found, None, read, shown_text(found.cell))
    highs = [each for each in row.cells_under(HIGH) if each.cell is not None]
    if not row.cells_under(HIGH):
        high = exported.value.high
    elif not highs:
        return _said(found, read, exported)
    else:
        upper = read_value(highs[0].cell, unit)
        if isinstance(upper, Trouble):
            return Said(highs[0], None, upper, shown_text(highs[0].cell))
        high = upper.value.number
    return _with_high(found, read, high, exported)


def _with_high(found: FoundCell, read: ReadValue, high: Decimal | None, exported: Reading) -> Said:
    value = read.value
    if high is None or value.high == high:
        return _said(found, read, exported)
    if value.high is not None or value.of is not None or not is_range(value.number, high):
        return Said(found, None, Trouble.RANGE, shown_text(found.cell))
    return _said(found, ReadValue(Value(value.number, high=high)), exported)


def _said(found: FoundCell, read: ReadValue, exported: Reading) -> Said:
    value, other = read.value, read.other
    if other is not None and same_value(other, exported.value):
        value, other = other, None
    if same_value(value, exported.value):
        return Said(found, exported.value, text=shown_text(found.cell))
    return Said(found, value, text=shown_text(found.cell), other=other)


def _text_said(found: FoundCell, each: _TextField, exported: str) -> Said:
    text = "" if found.cell is None else found.cell.text
    trouble = None if found.cell is None else not_a_value(found.cell)
    if trouble is not None:
        return Said(found, None, trouble, text)
    if is_as_written(text, each.show(exported)):
        return Said(found, exported, text=text)
    read = each.read(text)
    if isinstance(read, Trouble):
        return Said(found, None, read, text)
    return Said(found, read, text=text)


def is_as_written(text: str, written: str) -> bool:
    """Tell whether a cell has the text that was written to it."""
    if text == written:
        return True
    cleaned = clean_text(written)
    return any(same_text(text, each) for each in (written, cleaned, unescaped(cleaned)))


def unescaped(text: str) -> str:
    """Return a text without the signs that keep it from being taken for one of Excel's escapes."""
    return text.replace("_x005F_", "_")


def shown_text(cell: HandedCell | None) -> str:
    """Return the text of a cell as it is shown."""
    if cell is None:
        return ""
    if cell.number is None:
        return cell.text
    return value_text(Value(cell.number)) + ("%" if cell.kind is CellKind.PERCENT else "")


def _spaced(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _read_period(text: str) -> str | Trouble:
    period = period_from_text(text)
    return Trouble.UNKNOWN_PERIOD if period is None else period


def _read_word(table: str, members: Iterable[str], text: str) -> str | Trouble:
    """Return which of the members of an enumeration a word of i18n/workbook.toml stands for."""
    by_word = {folded(word(table, member)): str(member) for member in members}
    return by_word.get(folded(text), Trouble.UNKNOWN_WORD if text.strip() else Trouble.EMPTY)


_FREE_TEXTS = ("unit", "indicator")
_TEXT_FIELDS = (
    _TextField("unit", UNIT, _spaced, str),
    _TextField("kind", KIND, partial(_read_word, "kind", Kind), partial(word, "kind")),
    _TextField("base", BASE, partial(_read_word, "base", Base), partial(word, "base")),
    _TextField("indicator", INDICATOR, _spaced, str),
    _TextField(
        "qualifier", QUALIFIER, partial(_read_word, "qualifier", Qualifier), partial(word, "qualifier")
    ),
    _TextField("period", PERIOD, _read_period, period_text),
)
_FIELD_BY_NAME = {each.name: each for each in _TEXT_FIELDS}
