"""Whether a database is a workspace, of which age, and how it becomes one of today.

Alembic takes over a second to import, so the version is compared with a constant and Alembic comes in only
where something has to be migrated.
"""

import sqlite3
from contextlib import closing
from enum import StrEnum
from pathlib import Path

from sqlalchemy import Connection, text

HEAD = "0009"
"""The newest migration; revisions are numbered in order."""

_MAGIC = b"SQLite format 3\0"
_VERSION_QUERY = "SELECT version_num FROM alembic_version"
_APPLICATION_QUERY = "SELECT value FROM meta WHERE key = 'application'"
_SERVER_TABLES = "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()"


class SchemaState(StrEnum):
    """What is found where a workspace should be."""

    EMPTY = "empty"
    CURRENT = "current"
    OLDER = "older"
    NEWER = "newer"
    FOREIGN = "foreign"


def state_of_file(path: Path) -> SchemaState:
    """Return what is in the file `path`, without writing a byte to it or beside it.

    Raise OSError or sqlite3.Error where it cannot be read.
    """
    if not path.exists() or path.stat().st_size == 0:
        return SchemaState.EMPTY
    with path.open("rb") as file:
        if file.read(len(_MAGIC)) != _MAGIC:
            return SchemaState.FOREIGN
    with closing(sqlite3.connect(untouching_uri(path), uri=True)) as connection:
        names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
        if not _are_ours(names):
            return SchemaState.FOREIGN if names else SchemaState.EMPTY
        version, application = (
            [value for (value,) in connection.execute(query)]
            for query in (_VERSION_QUERY, _APPLICATION_QUERY)
        )
    return _state(version, application)


def state_of_server(connection: Connection) -> SchemaState:
    """Return what is in the PostgreSQL database at the other end."""
    names = set(connection.scalars(text(_SERVER_TABLES)))
    if not _are_ours(names):
        return SchemaState.FOREIGN if names else SchemaState.EMPTY
    version, application = (
        list(connection.scalars(text(query))) for query in (_VERSION_QUERY, _APPLICATION_QUERY)
    )
    return _state(version, application)


def migrate(connection: Connection) -> None:
    """Bring the database up to HEAD inside the transaction of `connection`."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    location = str(Path(__file__).resolve().parent / "migrations")
    config.set_main_option("script_location", location.replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def untouching_uri(path: Path) -> str:
    """Return the URI that opens `path` for reading only.

    What a program that still runs (or was killed) left in the write-ahead log must be seen; without one, the
    file is declared immutable, so that SQLite makes none.
    """
    log = path.with_name(path.name + "-wal")
    mode = "mode=ro" if log.exists() and log.stat().st_size else "mode=ro&immutable=1"
    return f"{path.resolve().as_uri()}?{mode}"


def _are_ours(names: set[str]) -> bool:
    return {"alembic_version", "meta"} <= names


def _state(version: list[str], application: list[str]) -> SchemaState:
    if application != ["doichieu"] or len(version) != 1:
        return SchemaState.FOREIGN
    if version[0] == HEAD:
        return SchemaState.CURRENT
    return SchemaState.OLDER if version[0] < HEAD else SchemaState.NEWER
