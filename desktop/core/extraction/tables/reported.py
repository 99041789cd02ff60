"""What period a whole workbook reports on: its tables' headers say it more often than any title."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from desktop.core.documents import Cell, Document
from desktop.core.extraction.tables.blocks import blocks_of
from desktop.core.extraction.tables.columns import columns_of
from desktop.core.extraction.tables.grid import rows_of
from desktop.core.extraction.tables.periods import Period, Span, parse
from desktop.core.extraction.tables.titles import title_of

_ROWS_LOOKED_AT = 16
_SHORTEST_FIRST = (Span.MONTH, Span.MONTHS, Span.QUARTER, Span.YEAR)


def period_of_tables(document: Document) -> str:
    """Return the latest period that the document's tables give results for, "" if they date nothing.

    Of periods that end together the month goes before the year so far, and that before the quarter; whole
    years count only where nothing shorter is named.
    """
    periods = list(_periods(document))
    counts = Counter([p for p in periods if p.span is not Span.YEAR] or periods)
    ends = Counter((period.year or 0, period.last) for period in counts.elements())
    if not ends:
        return ""
    # A table of many years has none that a tenth of its columns are of.
    often = min(sum(ends.values()) / 10, max(ends.values()))
    end = max(end for end, count in ends.items() if count >= often)
    last = [period for period in counts if (period.year or 0, period.last) == end]
    return str(min(last, key=lambda period: _SHORTEST_FIRST.index(period.span)))


def _periods(document: Document) -> Iterator[Period]:
    for table in document.tables:
        first = table.cells[0].row if table.cells else 0
        end = bisect_left(table.cells, first + _ROWS_LOOKED_AT, key=_row)
        for block in blocks_of(rows_of(document, replace(table, cells=table.cells[:end]))):
            for column in columns_of(block, title_of(block), None).values():
                period = parse(column.period)
                if period is not None and not column.header.is_plan:
                    yield period


def _row(cell: Cell) -> int:
    return cell.row
