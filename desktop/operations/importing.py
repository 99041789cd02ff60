"""Importing a file: read and extracted elsewhere, then kept in short transactions.

The report appears with the last of them, whole; until then nothing shows it, and the clerk's verdicts on
other reports wait for one short transaction at most.
"""

import hashlib
import os
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Protocol

from db.queries import counts, imports, logs, reports
from db.sessions import Session
from desktop.core.errors import Refusal, RefusedError
from desktop.core.isolation.analysis import Analysis
from desktop.core.isolation.contents import contents
from desktop.core.lettering.encoding import Encoding
from desktop.core.lettering.lettering import Lettering
from desktop.operations.report_rows import ReportRows
from desktop.operations.workspaces import Workspace

ROWS_PER_TRANSACTION = 1_000
STALE_AFTER = timedelta(days=1)
SHARE_OF_READING = 0.9
"""How much of an import's progress is reading; the rest is keeping."""

_TURN_S = 0.001
_SKIPPED_NAMES = ("~$", ".")

OnProgress = Callable[[float], None]
IsCancelled = Callable[[], bool]


class Analyser(Protocol):
    """What reads a file and extracts its figures; the reading process, outside of tests."""

    def analyse(
        self,
        path: Path,
        *,
        lettering: Encoding | None = None,
        on_progress: OnProgress | None = None,
        is_cancelled: IsCancelled | None = None,
    ) -> Analysis:
        """Return what is in the file; raise RefusedError, or CancelledError where it is given up."""


@dataclass(frozen=True, slots=True)
class Imported:
    """A report is in the workspace: how many figures were read, and how many runs of digits were not.

    `is_lettering_sure` is false where old letters could not be told with certainty and stayed as they are.
    """

    report_id: int
    name: str
    figures: int
    ledger_open: int
    is_lettering_sure: bool = True


@dataclass(frozen=True, slots=True)
class AlreadyThere:
    """The workspace has a report of exactly these bytes, under this name."""

    report_id: int
    name: str


@dataclass(frozen=True, slots=True)
class Undecided:
    """The letters of a file could not be told with certainty: somebody has to say; nothing is kept."""

    path: Path
    lettering: Lettering


Outcome = Imported | AlreadyThere | Undecided | Refusal


def import_file(
    workspace: Workspace,
    process: Analyser,
    path: Path,
    *,
    lettering: Encoding | None = None,
    may_ask: bool = False,
    on_progress: OnProgress | None = None,
    is_cancelled: IsCancelled | None = None,
) -> Outcome:
    """Bring one file into the workspace; raise CancelledError, nothing kept, where it is given up.

    `lettering` is what the user says its letters are. Where nobody said and they cannot be told, the file is
    Undecided if the caller `may_ask`, else its letters stay as they are.
    """
    show = on_progress or _ignore
    try:
        if there := _already_there(workspace, hashlib.sha256(contents(path)).hexdigest()):
            return there
        analysis = process.analyse(
            path,
            lettering=lettering,
            on_progress=lambda share: show(share * SHARE_OF_READING),
            is_cancelled=is_cancelled,
        )
        if may_ask and not analysis.lettering.is_sure:
            return Undecided(path, analysis.lettering)
        return _Keeping(workspace, analysis, show, is_cancelled or _never).run()
    except RefusedError as error:
        return error.refusal


def files_of(paths: Iterable[Path]) -> list[Path]:
    """Return the files among `paths` and in the folders among them, each folder's in order of their names.

    Hidden files and the locks that office programs leave are passed over in folders; a folder that cannot be
    looked into stands for what is in it, to be refused as a file would be.
    """
    found: list[Path] = []
    for path in paths:
        # Path.is_dir raises for a name that is too long.
        found.extend(_files_in(path) if os.path.isdir(path) else [path])  # noqa: PTH112
    return list(dict.fromkeys(found))


class _Keeping:
    """Writes one analysed report, piece by piece."""

    def __init__(
        self, workspace: Workspace, analysis: Analysis, show: OnProgress, is_cancelled: IsCancelled
    ) -> None:
        self._workspace = workspace
        self._analysis = analysis
        self._rows = ReportRows(analysis)
        self._report = _new_report(analysis)
        self._show = show
        self._is_cancelled = is_cancelled

    def run(self) -> Imported | AlreadyThere:
        for report_id in self._workspace.write(_stale_imports):
            self._discard(report_id)
        report_id = self._workspace.write(self._begin)
        try:
            self._write_pieces()
            is_first = self._workspace.write(self._finish)
        except BaseException:
            self._discard(report_id)
            raise
        if is_first:
            return Imported(
                report_id,
                self._analysis.name,
                self._rows.machine_count,
                self._rows.open_count,
                self._analysis.lettering.is_sure,
            )
        self._discard(report_id)
        there = _already_there(self._workspace, self._analysis.digest)
        return there or AlreadyThere(report_id, self._analysis.name)

    def _begin(self, session: Session) -> int:
        report_id = imports.begin(session, self._report)
        self._rows.number(session.connection, report_id)
        return report_id

    def _write_pieces(self) -> None:
        written = 0
        for write_piece in self._rows.pieces(ROWS_PER_TRANSACTION):
            if self._is_cancelled():
                from desktop.core.isolation.process import CancelledError

                raise CancelledError
            written += self._workspace.write(write_piece)
            self._show(SHARE_OF_READING + (1 - SHARE_OF_READING) * written / max(self._rows.count, 1))
            # Who waits for the write lock gets it now; it is not handed out in turn.
            time.sleep(_TURN_S)

    def _finish(self, session: Session) -> bool:
        rows = self._rows
        is_first = imports.finish(session.connection, rows.report_id, self._analysis.digest)
        if is_first:
            counts.make(session.connection, rows.report_id, rows.section_ids, rows.counts())
            told = {
                "name": self._analysis.name,
                "digest": self._analysis.digest,
                "figures": str(rows.machine_count),
                "ledger_open": str(rows.open_count),
            }
            if self._analysis.lettering.chosen is not None:
                told["lettering"] = self._analysis.lettering.chosen
            logs.append(session, [logs.NewEntry("import", report_id=rows.report_id, new=told)])
        return is_first

    def _discard(self, report_id: int) -> None:
        while self._workspace.write(
            lambda session: imports.discard_some(session.connection, report_id, ROWS_PER_TRANSACTION)
        ):
            time.sleep(_TURN_S)


def _new_report(analysis: Analysis) -> imports.NewReport:
    return imports.NewReport(
        name=analysis.name,
        title=analysis.extraction.title,
        period=analysis.extraction.period,
        format=analysis.format,
        data=analysis.data,
        packed_text=reports.pack_text(analysis.text),
        layout=analysis.layout,
        issuer=analysis.extraction.issuer,
        province=analysis.extraction.province,
    )


def _stale_imports(session: Session) -> list[int]:
    return imports.unfinished_before(session.connection, session.at - STALE_AFTER)


def _already_there(workspace: Workspace, digest: str) -> AlreadyThere | None:
    with workspace.reading() as connection:
        found = reports.by_digest(connection, digest)
    return None if found is None else AlreadyThere(*found)


def _files_in(folder: Path) -> list[Path]:
    closed: list[OSError] = []
    found: list[Path] = []
    for here, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = filter(_is_wanted, folders)
        paths = (Path(here, name) for name in filter(_is_wanted, names))
        found += (path for path in paths if path.is_file())
    return sorted([*found, *(Path(error.filename) for error in closed)])


def _is_wanted(name: str) -> bool:
    return not name.startswith(_SKIPPED_NAMES)


def _ignore(_share: float) -> None:
    pass


def _never() -> bool:
    return False
