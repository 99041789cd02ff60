"""Tables that lost their shape in a plain text, found again where it shows beyond doubt."""

from collections.abc import Iterator
from itertools import chain

from desktop.core.readers.text_aligned import aligned_tables
from desktop.core.readers.text_cells import TextTable
from desktop.core.readers.text_lines import Lines
from desktop.core.readers.text_stacked import stacked_tables


def tables_in(text: str, lines: Lines) -> list[TextTable]:
    """Return the tables in the lines of `text`, in order, none within another."""
    return list(_apart(sorted(chain(aligned_tables(text, lines), stacked_tables(lines)), key=_start)))


def _apart(tables: list[TextTable]) -> Iterator[TextTable]:
    reached = 0
    for table in tables:
        if table.start >= reached:
            yield table
            reached = table.end_at


def _start(table: TextTable) -> int:
    return table.start
