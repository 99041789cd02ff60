"""Migrations and tables agree, and whatever is not a workspace of today is left as it is."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine, inspect, text

from db import schema
from db.engine import engine_for, reading, writing
from db.schema import HEAD, SchemaState, state_of_file
from db.tables import SEARCH_INDEX, metadata
from desktop.core.errors import RefusalCode, RefusedError
from desktop.operations import workspaces
from desktop.operations.workspaces import open_workspace
from tests.db.older_workspaces import is_table_of_ours

_SCRIPTS = Path(schema.__file__).parent / "migrations"


def _refusal(location: Path | str) -> RefusalCode:
    with pytest.raises(RefusedError) as caught:
        open_workspace(location, "Lan")
    return caught.value.refusal.code


def _contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_constant_is_the_newest_migration() -> None:
    scripts = ScriptDirectory(str(_SCRIPTS))
    assert scripts.get_heads() == [HEAD]
    assert [script.revision for script in scripts.walk_revisions()] == sorted(
        (script.revision for script in scripts.walk_revisions()), reverse=True
    )


def test_migrations_make_the_tables_of_the_code(engine: Engine) -> None:
    with reading(engine) as connection:
        opts = {"compare_type": True, "include_object": is_table_of_ours}
        context = MigrationContext.configure(connection, opts=opts)
        assert compare_metadata(context, metadata) == []


def test_workspace_is_made_by_the_migrations(empty_location: Path | str) -> None:
    open_workspace(empty_location, "Lan").close()
    engine = engine_for(empty_location)
    found = {name for name in inspect(engine).get_table_names() if not name.startswith(SEARCH_INDEX)}
    engine.dispose()
    assert found == {*metadata.tables, "alembic_version"}


def test_nothing_is_made_where_that_is_not_wanted(empty_location: Path | str) -> None:
    with pytest.raises(RefusedError) as caught:
        open_workspace(empty_location, "Lan", create=False)
    assert caught.value.refusal.code is RefusalCode.NOT_FOUND
    assert not isinstance(empty_location, Path) or not empty_location.exists()


def test_newer_workspace_is_refused(location: Path | str, engine: Engine) -> None:
    with writing(engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    assert _refusal(location) is RefusalCode.WORKSPACE_NEWER


def test_newer_file_stays_byte_for_byte(tmp_path: Path) -> None:
    path = tmp_path / "w.doichieu"
    open_workspace(path, "Lan").close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    before = _contents(tmp_path)
    assert _refusal(path) is RefusalCode.WORKSPACE_NEWER
    assert _contents(tmp_path) == before
    assert list(before) == ["w.doichieu"]


def test_version_that_only_the_write_ahead_log_holds_counts(tmp_path: Path) -> None:
    """A program that was killed leaves its last transactions there."""
    path, killed = tmp_path / "w.doichieu", tmp_path / "killed.doichieu"
    open_workspace(path, "Lan").close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
        for suffix in ("", "-wal"):
            shutil.copy(f"{path}{suffix}", f"{killed}{suffix}")
    assert _refusal(killed) is RefusalCode.WORKSPACE_NEWER


def test_older_workspace_is_told_from_a_current_one(location: Path | str, engine: Engine) -> None:
    assert workspaces.inspect(location)[1] is SchemaState.CURRENT
    with writing(engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0000'"))
    assert workspaces.inspect(location)[1] is SchemaState.OLDER


def test_database_of_another_program_is_refused(empty_location: Path | str) -> None:
    url = f"sqlite:///{empty_location}" if isinstance(empty_location, Path) else empty_location
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE notes (a INTEGER)"))
    engine.dispose()
    before = empty_location.read_bytes() if isinstance(empty_location, Path) else b""
    assert _refusal(empty_location) is RefusalCode.WORKSPACE_FOREIGN
    assert not isinstance(empty_location, Path) or _contents(empty_location.parent) == {
        empty_location.name: before
    }


@pytest.mark.parametrize("content", [b"PK\3\4 a zip", b"S", "Số vụ ma túy 218".encode()])
def test_file_that_is_no_database_is_refused_untouched(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(content)
    assert _refusal(path) is RefusalCode.WORKSPACE_FOREIGN
    assert _contents(tmp_path) == {"report.txt": content}


def test_damaged_database_is_refused_with_a_reason(tmp_path: Path) -> None:
    path = tmp_path / "w.doichieu"
    path.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    assert _refusal(path) in (RefusalCode.WORKSPACE_FOREIGN, RefusalCode.WORKSPACE_UNREADABLE)


def test_folder_is_refused(tmp_path: Path) -> None:
    assert _refusal(tmp_path) is RefusalCode.WORKSPACE_UNREADABLE


def test_workspace_in_a_missing_folder_is_refused(tmp_path: Path) -> None:
    assert _refusal(tmp_path / "none" / "w.doichieu") is RefusalCode.WORKSPACE_UNREADABLE


def test_server_that_does_not_answer_is_refused(tmp_path: Path) -> None:
    url = f"postgresql+psycopg://nobody@/nothing?host={tmp_path}"
    assert _refusal(url) is RefusalCode.WORKSPACE_UNREADABLE


def test_creation_that_was_cut_short_begins_anew(tmp_path: Path) -> None:
    path = tmp_path / "w.doichieu"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    assert state_of_file(path) is SchemaState.EMPTY
    open_workspace(path, "Lan").close()
    assert state_of_file(path) is SchemaState.CURRENT


@pytest.mark.parametrize("name", ["50% of #1?.doichieu", "hồ sơ đ.doichieu", "a&b=c.doichieu"])
def test_any_file_name_will_do(tmp_path: Path, name: str) -> None:
    open_workspace(tmp_path / name, "Lan").close()
    open_workspace(tmp_path / name, "Lan", create=False).close()
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_opening_a_current_workspace_imports_nothing_slow(tmp_path: Path) -> None:
    path = tmp_path / "w.doichieu"
    open_workspace(path, "Lan").close()
    code = (
        "import sys; from desktop.operations.workspaces import open_workspace; "
        "workspace = open_workspace(sys.argv[1], 'Lan'); workspace.reports(); workspace.close(); "
        "slow = {'alembic', 'pandas', 'openpyxl', 'lxml', 'PySide6', 'sqlalchemy.orm', 'psycopg'}; "
        "print(sorted(slow & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code, path], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_scripts_are_found_beside_the_code_wherever_that_is() -> None:
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS))
    assert ScriptDirectory.from_config(config).get_current_head() == HEAD
