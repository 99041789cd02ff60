"""The databases themselves keep the log and the machine's readings."""

from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from sqlalchemy import Connection, Engine, insert, select, text
from sqlalchemy.exc import DBAPIError

from db.engine import writing
from db.queries import figures, logs
from db.queries.checks import missing_protections
from db.sessions import Session
from db.tables import figures as figures_table
from db.tables import log, reports
from desktop.core.documents import Format
from desktop.core.figures import Figure, Origin, Reading, Value
from desktop.core.places import Place

_AT = datetime(2021, 4, 5, tzinfo=UTC)
_FIGURE = Figure(
    Place(0, 3),
    "218",
    Reading(Value(Decimal(218)), "vụ"),
    other=Value(Decimal(2), Decimal(18)),
    shown="218,0",
)


@pytest.fixture
def connection(engine: Engine) -> Iterator[Connection]:
    """Return a connection to a workspace with a report, a figure and a line in the log."""
    with writing(engine) as connection:
        row = {"name": "a", "title": "", "period": "", "format": Format.TXT, "imported_at": _AT, "id": 1}
        connection.execute(insert(reports).values(**row, digest="d", imported_by=""))
        new = figures.new_row(_FIGURE, Origin.MACHINE, figure_id=1, report_id=1, section_id=None)
        connection.execute(insert(figures_table).values(**new))
        logs.append(Session(connection, "Lan", _AT), [logs.NewEntry("import", report_id=1)])
    with writing(engine) as connection:
        yield connection


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE log SET who = 'Hoa'",
        "UPDATE log SET who = who",
        "DELETE FROM log",
        "DELETE FROM log WHERE id = 1",
    ],
)
def test_log_is_only_appended_to(connection: Connection, statement: str) -> None:
    with pytest.raises(DBAPIError, match="only appended"), connection.begin_nested():
        connection.execute(text(statement))
    assert connection.scalars(select(log.c.who)).all() == ["Lan"]


@pytest.mark.parametrize("location", ["postgresql"], indirect=True)
def test_log_cannot_be_emptied_on_a_server(connection: Connection) -> None:
    with pytest.raises(DBAPIError, match="only appended"), connection.begin_nested():
        connection.execute(text("TRUNCATE log"))


@pytest.mark.parametrize(
    "column",
    [c.name for c in figures_table.c if c.name.startswith(("read_", "other_"))]
    + ["confidence", "text", "origin", "start", "end", "page", "boxes", "sheet", "cell", "shown"],
)
def test_what_the_machine_read_is_never_overwritten(connection: Connection, column: str) -> None:
    value = {"confidence": 0.5, "origin": Origin.CLERK, "start": 1, "end": 2}.get(column)
    with pytest.raises(DBAPIError, match="never overwritten"), connection.begin_nested():
        connection.execute(figures_table.update().values({column: value}))
    (figure,) = figures.by_ids(connection, [1])
    assert (figure.read, figure.other) == (_FIGURE.reading, _FIGURE.other)
    assert (figure.place, figure.text, figure.shown) == (_FIGURE.place, _FIGURE.text, _FIGURE.shown)


def test_every_protection_is_there(connection: Connection) -> None:
    assert missing_protections(connection) == set()


def test_row_that_refers_to_nothing_is_refused(connection: Connection) -> None:
    row = figures.new_row(_FIGURE, Origin.MACHINE, figure_id=2, report_id=99, section_id=None)
    with pytest.raises(DBAPIError), connection.begin_nested():
        connection.execute(insert(figures_table).values(**row))


def test_update_with_an_old_revision_writes_nothing(connection: Connection) -> None:
    (figure,) = figures.by_ids(connection, [1])
    assert figures.write_states(connection, [figure]) == 1
    assert figures.write_states(connection, [figure]) == 0


def test_bulk_update_tells_how_many_were_written(connection: Connection) -> None:
    for figure_id in (2, 3, 4):
        row = figures.new_row(_FIGURE, Origin.MACHINE, figure_id=figure_id, report_id=1, section_id=None)
        connection.execute(insert(figures_table).values(**row))
    found = figures.by_ids(connection, [4, 2, 3, 99])
    assert [figure.id for figure in found] == [4, 2, 3]
    figures.write_states(connection, found[:1])
    assert figures.write_states(connection, found) == 2


def test_ids_are_never_given_twice(connection: Connection) -> None:
    first = figures.take_ids(connection, "figures", 3)
    assert figures.take_ids(connection, "figures", 1) == first + 3
    assert figures.take_ids(connection, "sections", 1) == 1


@pytest.mark.parametrize("location", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    "query",
    [
        "SELECT id, verdict, start, section_id, decided_by FROM figures "
        "WHERE report_id = 1 ORDER BY start, id",
        "SELECT id, confidence FROM figures "
        "WHERE report_id = 1 AND (confidence < 0.7 OR other_number IS NOT NULL)",
    ],
)
def test_list_of_figures_needs_only_the_index(connection: Connection, query: str) -> None:
    (step,) = connection.execute(text(f"EXPLAIN QUERY PLAN {query}")).all()
    assert "COVERING INDEX ix_figures_reading_order" in step.detail


@pytest.mark.parametrize("location", ["sqlite"], indirect=True)
def test_line_of_the_log_cannot_be_replaced_by_one_of_its_id(connection: Connection) -> None:
    with pytest.raises(DBAPIError, match="only appended"), connection.begin_nested():
        connection.execute(text("REPLACE INTO log SELECT * FROM log"))
