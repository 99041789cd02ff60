"""Insert or update in one statement, which both databases spell alike but SQLAlchemy keeps by dialect."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Table


def insert_or_update(connection: Connection, table: Table, row: Mapping[str, Any]) -> None:
    """Insert `row`, or update the row of `table` that has the same primary key."""
    if connection.dialect.name == "sqlite":
        from sqlalchemy.dialects.sqlite import insert
    else:
        from sqlalchemy.dialects.postgresql import insert  # type: ignore[assignment]
    key = [column.name for column in table.primary_key]
    changed = {name: value for name, value in row.items() if name not in key}
    connection.execute(insert(table).values(**row).on_conflict_do_update(index_elements=key, set_=changed))
