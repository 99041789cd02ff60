"""A workspace opened: reading it, and applying changes to it, each in one short durable transaction.

Opening one that is current imports neither Alembic nor anything that reads or writes reports.
"""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, Engine

from db import engine as engines
from db.queries import (
    blindness,
    bookmarks,
    counts,
    figures,
    ledger,
    logs,
    preferences,
    reports,
    search,
    sections,
    vocabulary,
)
from db.schema import SchemaState, migrate, state_of_file, state_of_server
from db.sessions import Session
from db.troubles import refusing
from desktop.core.documents import Document
from desktop.core.errors import RefusalCode, RefusedError, refuse
from desktop.core.figures import ReviewedFigure
from desktop.core.reviews import (
    Bookmark,
    FigureIndex,
    FigureLook,
    FigurePlace,
    Found,
    FoundFigure,
    LedgerRow,
    LogEntry,
    Progress,
    ReportLabel,
    ReportSummary,
    ReviewedSection,
    Touched,
    Vocabulary,
)
from desktop.core.searching import terms_of
from desktop.operations.changes import Change

_Result = TypeVar("_Result")


def open_workspace(location: Path | str, who: str, *, create: bool = True) -> "Workspace":
    """Open the workspace at `location`, a file or a PostgreSQL URL, for the clerk `who`.

    An older one is migrated, a missing one is made where `create` allows it. Raise RefusedError, nothing
    changed, where it is newer than the program, belongs to another program, or cannot be opened.
    """
    name, state = inspect(location)
    if state is SchemaState.EMPTY and not create:
        raise refuse(RefusalCode.NOT_FOUND, name)
    with refusing(name):
        if state is not SchemaState.CURRENT:
            _migrate(engines.engine_for(location, has_foreign_keys=False))
        return Workspace(engines.engine_for(location), name, who)


def open_for_reading(location: Path | str) -> "Workspace":
    """Open the workspace at `location` for reading alone: not a byte of its file is written.

    Raise RefusedError where there is none, or it is not of this version.
    """
    name, state = inspect(location)
    if state is SchemaState.EMPTY:
        raise refuse(RefusalCode.NOT_FOUND, name)
    if state is SchemaState.OLDER:
        raise refuse(RefusalCode.WORKSPACE_OLDER, name)
    with refusing(name):
        return Workspace(engines.reading_engine_for(location), name, "")


def inspect(location: Path | str) -> tuple[str, SchemaState]:
    """Return the name of the workspace at `location` and what is there, not a byte of it changed.

    Raise RefusedError where it is newer than the program, another program's, or cannot be read.
    """
    name = name_of(location)
    with refusing(name):
        state = _state_of(location)
    if state is SchemaState.FOREIGN:
        raise refuse(RefusalCode.WORKSPACE_FOREIGN, name)
    if state is SchemaState.NEWER:
        raise refuse(RefusalCode.WORKSPACE_NEWER, name)
    return name, state


def name_of(location: Path | str) -> str:
    """Return what the workspace at `location` is called: the file's name, or the database's."""
    if engines.is_server_url(location):
        return str(location).partition("?")[0].rpartition("/")[2]
    return Path(location).name


class Workspace:
    """Reports under review. Every method may be called from any thread; each is one transaction."""

    def __init__(self, engine: Engine, name: str, who: str) -> None:
        self.name = name
        self.who = who
        self._engine = engine
        self._seen: dict[int, int] = {}
        self._written_at: set[datetime] = set()
        # Writers of this process wait here, not in the database, where waiting is by slow polling.
        self._write_lock = threading.Lock()

    @property
    def is_on_server(self) -> bool:
        """Tell whether others may be working on it at other computers."""
        return self._engine.dialect.name == "postgresql"

    def has_seen(self, figure_id: int, revision: int) -> bool:
        """Tell whether this clerk has seen, or made, a figure as it is at this revision."""
        return self._seen.get(figure_id) == revision

    def has_written(self, at: datetime) -> bool:
        """Tell whether a line of the log with this time is of this very window, not of a namesake's."""
        return at in self._written_at

    def close(self) -> None:
        """Let go of the database; nothing is unsaved."""
        self._engine.dispose()

    def reports(self) -> list[ReportSummary]:
        """Return the reports in the order of their import, with their progress."""
        with self.reading() as connection:
            return reports.summaries(connection)

    def report_labels(self) -> list[ReportLabel]:
        """Return what every report is called, light enough for 10,000 of them."""
        with self.reading() as connection:
            return reports.labels(connection)

    def summaries(self, report_ids: Sequence[int]) -> list[ReportSummary]:
        """Return a few reports in the order of their import, with their progress."""
        with self.reading() as connection:
            return reports.summaries(connection, report_ids)

    def document(self, report_id: int) -> Document:
        """Return the report as it was read."""
        from desktop.core.layouts import unpack

        with self.reading() as connection:
            found = reports.text_and_layout(connection, report_id)
        if found is None:
            raise self._unknown(report_id)
        text, layout = found
        return unpack(layout, text)

    def source(self, report_id: int) -> bytes:
        """Return the report's original bytes."""
        with self.reading() as connection:
            data = reports.source(connection, report_id)
        if data is None:
            raise self._unknown(report_id)
        return data

    def sections(self, report_id: int) -> list[ReviewedSection]:
        """Return the report's sections in text order."""
        with self.reading() as connection:
            return sections.reviewed(connection, report_id)

    def index(self, report_id: int) -> FigureIndex:
        """Return the report's figures in reading order, light enough for 100,000."""
        with self.reading() as connection:
            return figures.index(connection, report_id)

    def looks(self, report_id: int) -> dict[int, FigureLook]:
        """Return how the report's figures look, by their ids."""
        with self.reading() as connection:
            return figures.looks(connection, report_id)

    def places(self, report_id: int) -> list[FigurePlace]:
        """Return where the report's figures stand, in reading order."""
        with self.reading() as connection:
            return figures.places(connection, report_id)

    def words(self, report_id: int) -> dict[int, str]:
        """Return the words by which the report's figures are found, by their ids."""
        with self.reading() as connection:
            return search.of_report(connection, report_id)

    def find(self, text: str, most: int) -> Found:
        """Return at most `most` figures of all reports that `text` finds, the latest report first."""
        with self.reading() as connection:
            ids = search.find(connection, terms_of(text), most + 1)
            found = figures.by_ids(connection, ids[:most])
            labels = reports.labels_of(connection, {figure.report_id for figure in found})
        found.sort(key=lambda figure: (-figure.report_id, figure.place.start))
        return Found([FoundFigure(each, labels[each.report_id]) for each in found], len(ids) > most)

    def figures(self, ids: Sequence[int]) -> list[ReviewedFigure]:
        """Return figures in the order of `ids`, those that are gone left out.

        From now on this clerk has seen them: a change is refused where somebody else changed one since.
        """
        with self.reading() as connection:
            found = figures.by_ids(connection, ids)
        self._seen.update((figure.id, figure.revision) for figure in found)
        return found

    def figure_ids_at(self, report_id: int, start: int, end: int) -> list[int]:
        """Return the figures whose place overlaps [start, end) of the text, in reading order."""
        with self.reading() as connection:
            return figures.ids_at(connection, report_id, start, end)

    def figure_ids_in_cell(self, report_id: int, sheet: str, cell: str) -> list[int]:
        """Return the figures in a workbook's cell, in reading order."""
        with self.reading() as connection:
            return figures.ids_in_cell(connection, report_id, sheet, cell)

    def verified_ids(self, report_id: int) -> list[int]:
        """Return the report's figures that may be handed on, in reading order."""
        with self.reading() as connection:
            return figures.verified_ids(connection, report_id)

    def hasty_ids(self, report_id: int) -> list[int]:
        """Return the report's figures that were accepted faster than they can be read, in reading order."""
        with self.reading() as connection:
            return figures.hasty_ids(connection, report_id)

    def blind_ids(self, *report_ids: int) -> frozenset[int]:
        """Return the figures whose value this clerk is still to type unseen: nothing may show it to them."""
        with self.reading() as connection:
            if not blindness.is_wanted(connection):
                return frozenset()
            from desktop.operations.rereading_state import blind_ids_of

            return frozenset().union(*(blind_ids_of(connection, each, self.who) for each in report_ids))

    def ledger(self, report_id: int) -> list[LedgerRow]:
        """Return every run of digits of the report in text order."""
        with self.reading() as connection:
            return ledger.rows(connection, report_id)

    def vocabulary(self, report_id: int) -> Vocabulary:
        """Return the words that complete what is typed of this report's figures."""
        with self.reading() as connection:
            return vocabulary.vocabulary(connection, report_id)

    def ledger_of(self, figure_ids: Sequence[int]) -> list[LedgerRow]:
        """Return the runs of digits that these figures claim, in text order."""
        with self.reading() as connection:
            return ledger.rows_of(connection, figure_ids)

    def progress(self, report_id: int | None = None) -> Progress:
        """Return how far the review of one report, or of all, is."""
        with self.reading() as connection:
            return counts.progress(connection, report_id)

    def log(self, report_id: int | None = None) -> list[LogEntry]:
        """Return the log of one report or of the workspace, oldest first."""
        with self.reading() as connection:
            return logs.entries(connection, report_id)

    def bookmark(self, report_id: int | None = None) -> Bookmark | None:
        """Return where this clerk was in the report, or in the one they were in last."""
        with self.reading() as connection:
            return bookmarks.of(connection, self.who, report_id)

    def set_bookmark(self, report_id: int, figure_id: int | None) -> None:
        """Remember where this clerk is."""
        self.write(lambda session: bookmarks.put(session, report_id, figure_id))

    def preference(self, name: str) -> str:
        """Return what this clerk prefers, "" where they have not said."""
        with self.reading() as connection:
            return preferences.of(connection, self.who, name)

    def set_preference(self, name: str, value: str) -> None:
        """Remember what this clerk prefers."""
        self.write(lambda session: preferences.put(session, name, value))

    def apply(self, change: Change) -> Touched:
        """Apply a change; it is on disk when this returns."""
        return self.write(change.apply)

    def revert(self, change: Change) -> Touched:
        """Undo a change that was applied."""
        return self.write(change.revert)

    def reapply(self, change: Change) -> Touched:
        """Redo a change that was undone."""
        return self.write(change.reapply)

    def write(self, act: Callable[[Session], _Result]) -> _Result:
        """Run `act` in one write transaction and return what it returns, once that is committed."""
        with self._write_lock, refusing(self.name):
            with engines.writing(self._engine) as connection:
                session = Session(connection, self.who, datetime.now(UTC), self._seen)
                result = act(session)
            self._seen.update(session.written)
            self._written_at.add(session.at)
            return result

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection for reading whose queries all see the same state."""
        with refusing(self.name), engines.reading(self._engine) as connection:
            yield connection

    def _unknown(self, report_id: int) -> RefusedError:
        return refuse(RefusalCode.VERDICT_UNKNOWN_REPORT, self.name, report=str(report_id))


def _state_of(location: Path | str) -> SchemaState:
    if not engines.is_server_url(location):
        return state_of_file(Path(location))
    engine = engines.engine_for(location)
    try:
        with engines.reading(engine) as connection:
            return state_of_server(connection)
    finally:
        engine.dispose()


def _migrate(engine: Engine) -> None:
    try:
        with engines.writing(engine) as connection:
            migrate(connection)
    finally:
        engine.dispose()
