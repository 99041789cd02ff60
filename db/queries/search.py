"""The words of figures and the index over them: FTS5 in a file, a GIN index of the same words on a server.

SQLite runs no trigger that writes to a virtual table while schemas are not trusted, so the index is written
here, always in the transaction that writes the words.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select, text, update

from db.queries.chunks import chunks, insert_rows
from db.tables import SEARCH_INDEX, figure_words, figures
from desktop.core.searching import Terms

_TELL = text(f"INSERT INTO {SEARCH_INDEX} (rowid, words) VALUES (:the_id, :words)")  # noqa: S608
_UNTELL = text(
    f"INSERT INTO {SEARCH_INDEX} ({SEARCH_INDEX}, rowid, words) VALUES ('delete', :the_id, :words)"  # noqa: S608
)
_CHANGE = (
    update(figure_words)
    .where(figure_words.c.figure_id == bindparam("the_id"))
    .values(words=bindparam("words"))
)
_FIND_IN_FILE = text(
    "SELECT f.id "  # noqa: S608
    f"FROM {SEARCH_INDEX} s JOIN figures f ON f.id = s.rowid JOIN reports r ON r.id = f.report_id "
    f"WHERE {SEARCH_INDEX} MATCH :query AND r.digest IS NOT NULL ORDER BY s.rowid DESC LIMIT :most"
)
_MEETS = "array_to_tsvector(string_to_array(w.words, ' ')) @@ CAST(:query AS tsquery)"
_OF_WHOLE_REPORTS = (
    "JOIN figures f ON f.id = w.figure_id JOIN reports r ON r.id = f.report_id WHERE r.digest IS NOT NULL "
)
_FIND_AMONG_LATEST = text(
    f"SELECT w.figure_id FROM figure_words w {_OF_WHOLE_REPORTS} AND {_MEETS} "  # noqa: S608
    "AND w.figure_id > (SELECT max(figure_id) FROM figure_words) - :latest "
    "ORDER BY w.figure_id DESC LIMIT :most"
)
_FIND_ON_SERVER = text(
    f"WITH w AS MATERIALIZED (SELECT figure_id FROM figure_words w WHERE {_MEETS}) "  # noqa: S608
    f"SELECT w.figure_id FROM w {_OF_WHOLE_REPORTS} ORDER BY w.figure_id DESC LIMIT :most"
)
_LATEST = 10_000


def add(connection: Connection, words_by_id: Mapping[int, str]) -> None:
    """Keep the words of new figures."""
    rows = [{"figure_id": figure_id, "words": words} for figure_id, words in words_by_id.items()]
    insert_rows(connection, figure_words, rows)
    _index(connection, _TELL, words_by_id)


def change(connection: Connection, words_by_id: Mapping[int, str]) -> None:
    """Keep other words of figures where they are others."""
    before = by_ids(connection, list(words_by_id))
    after = {each: words for each, words in words_by_id.items() if before.get(each, words) != words}
    if not after:
        return
    _index(connection, _UNTELL, {each: before[each] for each in after})
    connection.execute(_CHANGE, _parameters(after))
    _index(connection, _TELL, after)


def remove(connection: Connection, figure_ids: Sequence[int]) -> None:
    """Forget the words of figures that are about to be deleted."""
    for some in chunks(figure_ids):
        _index(connection, _UNTELL, by_ids(connection, some))
        connection.execute(delete(figure_words).where(figure_words.c.figure_id.in_(some)))


def by_ids(connection: Connection, figure_ids: Sequence[int]) -> dict[int, str]:
    """Return the words of figures by their ids."""
    c = figure_words.c
    found: dict[int, str] = {}
    for some in chunks(figure_ids):
        query = select(c.figure_id, c.words).where(c.figure_id.in_(some))
        found |= {row[0]: row[1] for row in connection.execute(query)}
    return found


def of_report(connection: Connection, report_id: int) -> dict[int, str]:
    """Return the words of a report's figures by their ids."""
    c = figure_words.c
    query = select(c.figure_id, c.words).join(figures, figures.c.id == c.figure_id)
    return {row[0]: row[1] for row in connection.execute(query.where(figures.c.report_id == report_id))}


def find(connection: Connection, terms: Terms, most: int) -> list[int]:
    """Return at most `most` figures whose words meet every term, those that came last first."""
    if not terms:
        return []
    if connection.dialect.name == "sqlite":
        return list(connection.scalars(_FIND_IN_FILE, {"query": _query_of_file(terms), "most": most}))
    return _find_on_server(connection, {"query": _query_of_server(terms), "most": most})


def _find_on_server(connection: Connection, wanted: dict[str, Any]) -> list[int]:
    """Return what is found among the latest figures if that is enough, else by the index.

    Left to itself the server walks over all figures for words that are common alone but never together, and
    through the index it would bring all of those that are common together.
    """
    latest = list(connection.scalars(_FIND_AMONG_LATEST, wanted | {"latest": _LATEST}))
    if len(latest) == wanted["most"]:
        return latest
    return list(connection.scalars(_FIND_ON_SERVER, wanted))


def _index(connection: Connection, statement: Any, words_by_id: Mapping[int, str]) -> None:
    if words_by_id and connection.dialect.name == "sqlite":
        connection.execute(statement, _parameters(words_by_id))


def _parameters(words_by_id: Mapping[int, str]) -> list[dict[str, Any]]:
    return [{"the_id": figure_id, "words": words} for figure_id, words in words_by_id.items()]


def _query_of_file(terms: Terms) -> str:
    """Return the terms in the language of FTS5; they hold letters, digits, dots and signs, never a quote."""
    return " AND ".join("(" + " OR ".join(f'"{form}"*' for form in forms) + ")" for forms in terms)


def _query_of_server(terms: Terms) -> str:
    """Return the terms in the language of tsquery."""
    return " & ".join("(" + " | ".join(f"'{form}':*" for form in forms) + ")" for forms in terms)
