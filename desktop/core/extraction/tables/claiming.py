"""A table's claims: a figure for every cell that is understood, a reason for every other number."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import chain

from desktop.core.documents import Document, Table
from desktop.core.extraction.numbers import style_of
from desktop.core.extraction.places import place_of
from desktop.core.extraction.result import Claims, SetAside
from desktop.core.extraction.tables.blocks import Block, blocks_of
from desktop.core.extraction.tables.columns import Column, columns_of, stub_of
from desktop.core.extraction.tables.grid import Entry, rows_of
from desktop.core.extraction.tables.leftovers import set_asides
from desktop.core.extraction.tables.measures import is_percent, says
from desktop.core.extraction.tables.pairing import paired
from desktop.core.extraction.tables.periods import Period, parse
from desktop.core.extraction.tables.rows import Line, lines_of
from desktop.core.extraction.tables.sentences import figures_in_sentences
from desktop.core.extraction.tables.sides import sides_of
from desktop.core.extraction.tables.titles import Title, title_above, title_of
from desktop.core.figures import Base, Figure, Kind, Qualifier, Reading, Value
from desktop.core.places import Place

_SURE_AT_MOST = 0.98
_STYLE_SAMPLE_CHARACTERS = 200_000
_DATED_BY_ROW = 0.95


def claims_of_table(
    document: Document,
    table: Table,
    report_period: str,
    on_progress: Callable[[], None] = lambda: None,
    path: tuple[str, ...] = (),
) -> Claims:
    """Return the figures of `table`, and the runs of digits that are none, each with its reason.

    `report_period` is what the whole report is about ("2021-Q1"), "" if unknown: it fills in the years and
    periods that headers leave out. Cells that are not understood are claimed by nobody. `on_progress` is
    called row by row; `path` are the headings above the table.
    """
    style = style_of(document.text[table.start : min(table.end, table.start + _STYLE_SAMPLE_CHARACTERS)])
    figures: list[Figure] = []
    aside: list[SetAside] = []
    title = title_above(document, table)
    rows = rows_of(document, table, style)
    for block in chain.from_iterable(map(blocks_of, [rows] if table.sheet is None else sides_of(rows))):
        title = title_of(block, title)
        stub = stub_of(block)
        lines = _telling(lines_of(block, stub), on_progress)
        section = (*path, title.text) if title.text and title.text not in path else path
        figures += _figures(document, table, block, lines, title, parse(report_period), section)
        if table.sheet is None:
            figures += figures_in_sentences(document, block, stub, style, report_period)
        aside += set_asides(document, block, stub)
    figures.sort(key=lambda figure: figure.place.start)
    return Claims(tuple(figures), tuple(aside))


def _figures(
    document: Document,
    table: Table,
    block: Block,
    lines: Iterable[Line],
    title: Title,
    period: Period | None,
    section: tuple[str, ...],
) -> Iterator[Figure]:
    if not block.columns:
        return
    columns = paired(columns_of(block, title, period))
    for line in lines:
        named = _indicators(title, line, columns.values())
        for entry in line.row.entries:
            column = columns.get(entry.cell.column)
            if column is not None and entry.value is not None:
                place = _place(document, table, entry)
                unit = entry.unit or _unit(line, column)
                yield Figure(
                    place=place,
                    text=document.text[place.start : place.end],
                    reading=_reading(named[column.header.name], line, column, unit, entry.value),
                    section=section,
                    confidence=_confidence(line, column, unit, entry),
                    shown=entry.cell.shown,
                )


def _telling(lines: Iterable[Line], on_progress: Callable[[], None]) -> Iterator[Line]:
    for line in lines:
        on_progress()
        yield line


def _place(document: Document, table: Table, entry: Entry) -> Place:
    cell = entry.cell
    start, end = cell.start, cell.end
    if cell.number is None:
        raw = document.text[start:end]
        start += len(raw) - len(raw.lstrip())
        end -= len(raw) - len(raw.rstrip())
    if table.sheet is not None:
        return Place(start, end, None, (), table.sheet, cell.name)
    return place_of(document, start, end)


def _reading(indicator: str, line: Line, column: Column, unit: str, value: Value) -> Reading:
    kind, base = _kind(column, line, unit)
    period = column.period
    if line.period is not None:
        period = str(line.period.in_year(int(period[:4]) if period else None)) or period
    is_estimate = column.header.is_estimate and kind is Kind.LEVEL
    return Reading(
        value=value,
        unit=unit,
        kind=kind,
        base=base,
        indicator=indicator,
        qualifier=Qualifier.ABOUT if is_estimate else Qualifier.NONE,
        period=period,
    )


def _unit(line: Line, column: Column) -> str:
    header = column.header
    if header.kind is not Kind.LEVEL and header.unit:
        return header.unit
    return line.unit or _band_unit(line, column) or header.unit or line.carried_unit


def _band_unit(line: Line, column: Column) -> str:
    return dict(line.band_units).get(column.number, "") if line.band_units else ""


def _is_carried(line: Line, column: Column) -> bool:
    """Tell whether a figure's unit is only that of a row further up."""
    return not (line.unit or column.header.unit or _band_unit(line, column))


def _kind(column: Column, line: Line, unit: str) -> tuple[Kind, Base]:
    """Return what a figure is: a column of levels still has rows of shares and of growth."""
    kind = column.header.kind
    if kind is Kind.LEVEL and is_percent(unit):
        if says("label.growth", line.label):
            return Kind.CHANGE, Base.SAME_PERIOD
        return (Kind.RATIO if says("label.index", line.label) else Kind.SHARE), Base.NONE
    return kind, column.base if kind in (Kind.CHANGE, Kind.RATIO) else Base.NONE


def _indicators(title: Title, line: Line, columns: Iterable[Column]) -> dict[str, str]:
    """Return a row's indicators by the names of the columns, each text once however many figures have it."""
    above = title.name if line.is_vague or not line.label else ""
    return {
        name: " – ".join(part for part in (above, line.label, name) if part)
        for name in {column.header.name for column in columns}
    }


def _confidence(line: Line, column: Column, unit: str, entry: Entry) -> float:
    is_dated = line.period is not None and (line.period.year is not None or column.period)
    confidence = column.confidence * (_DATED_BY_ROW if is_dated else column.period_confidence)
    if not line.is_labelled:
        confidence *= 0.4
    if not unit:
        confidence *= 0.75
    elif _is_carried(line, column):
        confidence *= 0.85
    value = entry.value
    if value is not None and (value.of is not None or value.high is not None):
        confidence *= 0.7
    return _shared(round(min(_SURE_AT_MOST, confidence), 3))


@cache
def _shared(confidence: float) -> float:
    """Return the one object for a confidence: there are few of them, and many figures."""
    return confidence
