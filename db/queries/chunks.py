"""Long lists in bites a database takes: bound parameters are limited, and so is patience."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, Table

PARAMETERS = 1_000
ROWS = 10_000

_Item = TypeVar("_Item")


def chunks(items: Sequence[_Item], size: int = PARAMETERS) -> Iterator[Sequence[_Item]]:
    """Yield `items` in order, at most `size` at a time."""
    return (items[first : first + size] for first in range(0, len(items), size))


def insert_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert `rows`, which all have the same columns."""
    for some in chunks(rows, ROWS):
        connection.execute(table.insert(), list(some))
