"""A search of the workspace is answered by its index on both databases, not by reading every figure."""

from sqlalchemy import Connection, Engine, event, text

from db.engine import writing
from db.queries import search
from desktop.core.searching import terms_of


def _plan(connection: Connection, typed: str) -> str:
    """Return how the database would go about the search."""
    asked: list[tuple[str, object]] = []

    def note(_connection: object, _cursor: object, statement: str, parameters: object, *_: object) -> None:
        asked.append((statement, parameters))

    event.listen(connection, "before_cursor_execute", note)
    search.find(connection, terms_of(typed), 10)
    event.remove(connection, "before_cursor_execute", note)
    statement, parameters = asked[-1]
    explain = "EXPLAIN QUERY PLAN" if connection.dialect.name == "sqlite" else "EXPLAIN"
    rows = connection.exec_driver_sql(f"{explain} {statement}", parameters)  # type: ignore[arg-type]
    return "\n".join(str(tuple(row)) for row in rows)


def test_index_answers_whatever_is_typed(engine: Engine) -> None:
    with writing(engine) as connection:
        if connection.dialect.name == "sqlite":
            expected = "VIRTUAL TABLE INDEX"
        else:
            # There are too few rows here for an index to pay.
            connection.execute(text("SET enable_seqscan = off"))
            expected = "Bitmap Index Scan on figure_search"
        for typed in ("số vụ", "13.160", "%", "a 5,2"):
            assert expected in _plan(connection, typed)


def test_index_forgets_what_is_changed_and_removed(engine: Engine) -> None:
    with writing(engine) as connection:
        if connection.dialect.name == "sqlite":
            connection.execute(text("PRAGMA defer_foreign_keys = ON"))
        else:
            connection.execute(text("SET session_replication_role = replica"))
        search.add(connection, {1: "so vu 218", 2: "ty dong 6.3"})
        search.change(connection, {1: "so vu 281", 2: "ty dong 6.3"})
        assert search.by_ids(connection, [2, 1]) == {1: "so vu 281", 2: "ty dong 6.3"}
        search.remove(connection, [1, 2])
        assert search.by_ids(connection, [1, 2]) == {}
        if connection.dialect.name == "sqlite":
            # The index itself finds no entry without its words.
            check = "INSERT INTO figure_search (figure_search, rank) VALUES ('integrity-check', 1)"
            connection.execute(text(check))
