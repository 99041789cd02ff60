"""Looking for damage: what the database itself can tell, and where its tables disagree."""

import hashlib
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, select, text

from db.queries import counts, ledger, search
from db.queries.chunks import chunks
from db.queries.counts import Slot
from db.queries.figures import by_ids
from db.queries.reports import unpack_text
from db.tables import figures, log, sources, texts
from db.tables import ledger as ledger_table
from desktop.core.figures import Verdict
from desktop.core.searching import words_of_figure
from desktop.core.sections import LedgerKind

PROTECTIONS = {
    "sqlite": {"log_not_updated", "log_not_deleted", "log_not_replaced", "figures_read_kept"},
    "postgresql": {"log_not_changed", "log_not_emptied", "figures_read_kept"},
}
"""The triggers that keep the log and the machine's readings, by dialect."""

_TRIGGER_QUERIES = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'",
}


@dataclass(frozen=True, slots=True)
class Disagreements:
    """How many places disagree, and the first of them."""

    number: int
    first: str


def damage(connection: Connection) -> list[str]:
    """Return what SQLite's own check of the file finds; a server checks itself."""
    if connection.dialect.name != "sqlite":
        return []
    lines = connection.scalars(text("PRAGMA integrity_check(20)")).all()
    return [line for line in lines if line != "ok"]


def dangling(connection: Connection) -> Counter[str]:
    """Return, by table, how many rows refer to one that is gone; a server never lets that happen."""
    if connection.dialect.name != "sqlite":
        return Counter()
    return Counter(row[0] for row in connection.execute(text("PRAGMA foreign_key_check")))


def missing_protections(connection: Connection) -> set[str]:
    """Return the triggers that should be there and are not."""
    dialect = connection.dialect.name
    return PROTECTIONS[dialect] - set(connection.scalars(text(_TRIGGER_QUERIES[dialect])))


def has_source(connection: Connection, report_id: int, digest: str) -> bool:
    """Tell whether the original bytes are those whose digest was taken when they came in."""
    data = connection.scalar(select(sources.c.data).where(sources.c.report_id == report_id))
    return data is not None and hashlib.sha256(data).hexdigest() == digest


def readable_text(connection: Connection, report_id: int) -> tuple[str, bytes] | None:
    """Return the text and its packed layout, None where the text does not come back."""
    query = select(texts.c.text, texts.c.layout).where(texts.c.report_id == report_id)
    row = connection.execute(query).one_or_none()
    if row is None:
        return None
    try:
        return unpack_text(row.text), row.layout
    except (zlib.error, UnicodeDecodeError):
        return None


def ledger_disagreements(connection: Connection, report_id: int) -> Disagreements | None:
    """Return the runs whose kind is not what their figure makes them, or that nobody answers for."""
    return _summed(_strange_runs(connection, report_id))


def wrong_counts(connection: Connection, report_id: int) -> set[Slot]:
    """Return the numbers kept for progress that a recount does not confirm."""
    kept, counted = counts.kept(connection, report_id), counts.recount(connection, report_id)
    return {slot for slot in kept.keys() | counted.keys() if kept[slot] != counted[slot]}


def verdicts_without_log(connection: Connection, report_id: int) -> Disagreements | None:
    """Return the figures whose verdict is not the one their last line in the log tells."""
    logged = _logged_verdicts(connection, report_id)
    query = select(figures.c.id, figures.c.verdict, figures.c.start).where(figures.c.report_id == report_id)
    return _summed(
        start
        for figure_id, verdict, start in connection.execute(query.order_by(figures.c.start))
        if logged.get(figure_id, str(Verdict.OPEN)) != verdict
    )


def wrong_words(connection: Connection, report_id: int) -> Disagreements | None:
    """Return the figures that are not found by the words they hold."""
    kept = search.of_report(connection, report_id)
    ids = list(connection.scalars(select(figures.c.id).where(figures.c.report_id == report_id)))
    return _summed(
        figure.place.start
        for some in chunks(ids)
        for figure in by_ids(connection, some)
        if kept.get(figure.id) != words_of_figure(figure)
    )


def _strange_runs(connection: Connection, report_id: int) -> Iterator[int]:
    for run, kind in ledger.runs_with_due_kinds(connection, ledger_table.c.report_id == report_id):
        if run.kind != kind or run.claimant_report_id != report_id:
            yield run.start
    nobodys = select(ledger_table.c.start).where(
        ledger_table.c.report_id == report_id,
        ledger_table.c.figure_id.is_(None),
        ledger_table.c.kind.in_((LedgerKind.OPEN, LedgerKind.FIGURE, LedgerKind.PART)),
    )
    yield from connection.scalars(nobodys)


def _logged_verdicts(connection: Connection, report_id: int) -> dict[int, str]:
    query = select(log.c.figure_id, log.c.new).where(
        log.c.report_id == report_id, log.c.figure_id.is_not(None)
    )
    rows = connection.execute(query.order_by(log.c.id))
    return {figure_id: new["verdict"] for figure_id, new in rows if "verdict" in new}


def _summed(starts: Iterator[int]) -> Disagreements | None:
    found = sorted(starts)
    return Disagreements(len(found), str(found[0])) if found else None
