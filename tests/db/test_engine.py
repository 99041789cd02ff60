"""Transactions begin and end where we say, and a file is written through."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import OperationalError

from db.engine import engine_for, reading, sqlite_engine, writing
from db.troubles import refusing
from desktop.core.errors import RefusalCode, RefusedError


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where a new SQLite file goes."""
    return tmp_path / "x.doichieu"


def _engine_with_table(path: Path) -> Engine:
    engine = sqlite_engine(path, busy_timeout_ms=0)
    with writing(engine) as connection:
        connection.execute(text("CREATE TABLE t (a INTEGER PRIMARY KEY)"))
    return engine


def _values(engine: Engine) -> list[int]:
    with reading(engine) as connection:
        return list(connection.scalars(text("SELECT a FROM t ORDER BY a")))


def test_file_is_durable_and_strict(path: Path) -> None:
    engine = sqlite_engine(path)
    with reading(engine) as connection:
        found = {
            name: connection.scalar(text(f"PRAGMA {name}"))
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    engine.dispose()
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 5000}


def test_error_takes_back_everything_even_tables(path: Path) -> None:
    engine = _engine_with_table(path)
    with pytest.raises(ZeroDivisionError), writing(engine) as connection:
        connection.execute(text("CREATE TABLE other (a INTEGER)"))
        connection.execute(text("INSERT INTO t VALUES (1)"))
        raise ZeroDivisionError
    with reading(engine) as connection:
        tables = connection.scalars(text("SELECT name FROM sqlite_master")).all()
    assert (tables, _values(engine)) == (["t"], [])
    engine.dispose()


def test_writer_holds_the_lock_from_its_first_moment(path: Path) -> None:
    engine = _engine_with_table(path)
    with writing(engine), pytest.raises(OperationalError), writing(engine):
        pass
    engine.dispose()


def test_reader_sees_one_state_while_another_writes(path: Path) -> None:
    engine = _engine_with_table(path)
    with reading(engine) as connection:
        before = connection.scalar(text("SELECT count(*) FROM t"))
        with writing(engine) as other:
            other.execute(text("INSERT INTO t VALUES (1)"))
        assert connection.scalar(text("SELECT count(*) FROM t")) == before == 0
    assert _values(engine) == [1]
    engine.dispose()


def test_locked_file_is_refused_as_busy(path: Path) -> None:
    engine = _engine_with_table(path)
    with writing(engine), pytest.raises(RefusedError) as caught, refusing("x.doichieu"), writing(engine):
        pass
    engine.dispose()
    assert caught.value.refusal.code is RefusalCode.WORKSPACE_BUSY


def test_full_disk_is_refused_as_such(path: Path) -> None:
    engine = _engine_with_table(path)
    with pytest.raises(RefusedError) as caught, refusing("x.doichieu"), writing(engine) as connection:
        connection.execute(text("PRAGMA max_page_count = 1"))
        connection.execute(text("CREATE TABLE big AS SELECT randomblob(1000000)"))
    engine.dispose()
    assert caught.value.refusal.code is RefusalCode.DISK_FULL


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (PermissionError(), RefusalCode.NOT_ALLOWED),
        (OSError("no"), RefusalCode.WORKSPACE_UNREADABLE),
        (sqlite3.DatabaseError(), RefusalCode.WORKSPACE_UNREADABLE),
    ],
)
def test_other_error_is_refused_with_its_reason(error: Exception, code: RefusalCode) -> None:
    with pytest.raises(RefusedError) as caught, refusing("x"):
        raise error
    assert caught.value.refusal.code is code


def test_address_with_a_port_that_is_no_number_is_refused() -> None:
    with pytest.raises(RefusedError) as caught, refusing("x"):
        engine_for("postgresql://host:cong/x")
    assert caught.value.refusal.code is RefusalCode.WORKSPACE_UNREADABLE
