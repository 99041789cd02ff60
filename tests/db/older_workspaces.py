"""A workspace as version 0001 of the tables had it, on both databases.

`workspace_v0001.sql` was dumped from a file which the program of that time had written: a report with every
verdict, a tag, a figure added by hand, a verdict taken back and a bookmark, and an annex nobody has reviewed.
"""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from db import schema
from db.engine import engine_for
from db.tables import SEARCH_INDEX

REVISION = "0001"
_DUMP = Path(__file__).with_name("workspace_v0001.sql")


def restore(location: Path | str) -> None:
    """Make the old workspace at `location`, where there is nothing yet."""
    if isinstance(location, Path):
        with closing(sqlite3.connect(location)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.executescript(_DUMP.read_text("utf-8"))
    else:
        _fill_server(location)


def rows_of(connection: sa.Connection, columns_by_table: dict[str, list[str]]) -> dict[str, list[Any]]:
    """Return the rows of tables, only the columns named, each table's in a fixed order."""
    found = {}
    for table, columns in columns_by_table.items():
        told = ", ".join(f'"{column}"' for column in columns)
        rows = connection.execute(sa.text(f'SELECT {told} FROM "{table}"'))  # noqa: S608 - names of our own
        found[table] = sorted((tuple(row) for row in rows), key=repr)
    return found


def columns_by_table(connection: sa.Connection) -> dict[str, list[str]]:
    """Return the columns of every table but the one that says how old the tables are."""
    inspector = sa.inspect(connection)
    return {
        table: [column["name"] for column in inspector.get_columns(table)]
        for table in inspector.get_table_names()
        if table != "alembic_version"
    }


def is_table_of_ours(_object: object, name: str | None, *_: object) -> bool:
    """Tell whether a table or an index is told of in db.tables, rather than made by the search alone."""
    return not (name or "").startswith(SEARCH_INDEX)


def _fill_server(url: str) -> None:
    engine = engine_for(url)
    with engine.begin() as connection, closing(sqlite3.connect(":memory:")) as source:
        _make_tables(connection)
        source.executescript(_DUMP.read_text("utf-8"))
        source.row_factory = sqlite3.Row
        metadata = sa.MetaData()
        metadata.reflect(connection)
        tables = [table for table in metadata.sorted_tables if table.name != "alembic_version"]
        for table in reversed(tables):
            connection.execute(table.delete())
        for table in tables:
            _copy(source, connection, table)
    engine.dispose()


def _make_tables(connection: sa.Connection) -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(schema.__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, REVISION)


def _copy(source: sqlite3.Connection, connection: sa.Connection, table: sa.Table) -> None:
    times = {column.name for column in table.c if isinstance(column.type, sa.DateTime)}
    for row in source.execute(f'SELECT * FROM "{table.name}"'):  # noqa: S608 - names of our own
        entries = {name: _moment(row[name]) if name in times else row[name] for name in row.keys()}  # noqa: SIM118
        connection.execute(table.insert(), entries)
    if "id" in table.c and table.c.id.server_default is not None:
        highest = sa.select(sa.func.setval(f"{table.name}_id_seq", sa.func.max(table.c.id)))
        connection.execute(highest)


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text).replace(tzinfo=UTC)
