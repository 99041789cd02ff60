"""Engines for a workspace: SQLite made durable and strict about transactions, PostgreSQL as it comes."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import ConnectionPoolEntry, NullPool

from db.schema import untouching_uri

BUSY_TIMEOUT_MS = 5000
_PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cache_size = -32768",
)


def is_server_url(location: Path | str) -> bool:
    """Tell whether `location` names a PostgreSQL database rather than a file."""
    return isinstance(location, str) and location.startswith("postgresql")


def engine_for(location: Path | str, *, has_foreign_keys: bool = True) -> Engine:
    """Return an engine for a workspace; migrations that rebuild tables of a file go without foreign keys."""
    if is_server_url(location):
        return create_engine(_server_url(str(location)), pool_pre_ping=True)
    return sqlite_engine(Path(location), busy_timeout_ms=BUSY_TIMEOUT_MS, has_foreign_keys=has_foreign_keys)


def reading_engine_for(location: Path | str) -> Engine:
    """Return an engine that writes nothing: neither to the file of a workspace nor beside it."""
    if is_server_url(location):
        return create_engine(_server_url(str(location)), pool_pre_ping=True)
    uri = untouching_uri(Path(location))
    engine = create_engine(
        "sqlite://",
        creator=lambda: sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False),
        poolclass=NullPool,
    )
    event.listen(engine, "begin", _begin)
    return engine


def sqlite_engine(
    path: Path, *, busy_timeout_ms: int = BUSY_TIMEOUT_MS, has_foreign_keys: bool = True
) -> Engine:
    """Return an engine for the file `path`, durable, with every transaction begun by us."""
    engine = create_engine(URL.create("sqlite", database=str(path)))
    pragmas = (f"PRAGMA busy_timeout = {busy_timeout_ms}", *_PRAGMAS)

    # The driver's own transactions begin late and not before DDL: it is told to begin none, we begin all.
    @event.listens_for(engine, "connect")
    def _set_up(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
        connection.isolation_level = None
        for pragma in (*pragmas, f"PRAGMA foreign_keys = {int(has_foreign_keys)}"):
            connection.execute(pragma)

    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("sqlite_begin", "BEGIN"))


def _server_url(location: str) -> URL:
    try:
        return make_url(location)
    except ValueError as error:  # a port that is no number
        raise ArgumentError(str(error)) from error


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Give a connection whose statements all see the same state."""
    if engine.dialect.name == "postgresql":
        engine = engine.execution_options(isolation_level="REPEATABLE READ")
    with engine.connect() as connection:
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Give a connection in a transaction that may write at once; commit at the end, roll back on an error.

    SQLite takes the write lock at the beginning, so that what was read is still true when it is written.
    """
    with engine.execution_options(sqlite_begin="BEGIN IMMEDIATE").begin() as connection:
        yield connection
