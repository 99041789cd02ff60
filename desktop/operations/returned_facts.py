"""What a workspace knows of a workbook that came back: its export, its figures, what is missing."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import Connection

from db.queries import figures, logs, notes, reports, rereading
from desktop.core.errors import RefusalCode, refuse
from desktop.core.figures import ReviewedFigure
from desktop.core.reviews import LogEntry, ReportSummary
from desktop.core.workbooks.content import ReportContent
from desktop.core.workbooks.identity import (
    DIGEST_PROPERTY,
    EXPORTED_AT_PROPERTY,
    WORKSPACE_PROPERTY,
    FigureMark,
    figure_key,
    workbook_digest,
)
from desktop.core.workbooks.reading_back.differences import FileRemark, KnownFigure, RemarkKind
from desktop.core.workbooks.reading_back.fields import content_text
from desktop.core.workbooks.reading_back.marks import figure_id_of, report_of
from desktop.core.workbooks.reading_back.returned import Returned
from desktop.core.workbooks.sources import place_text
from desktop.core.workbooks.told_beside import told_beside

_EXPORT = "export"


class ReturnedFacts:
    """What the workspace tells of the figures of a workbook."""

    def __init__(self, connection: Connection, returned: Returned) -> None:
        self._connection = connection
        self._returned = returned
        self._summaries = {summary.id: summary for summary in reports.summaries(connection)}
        self._by_prefix = {report_of(figure_key(each.digest, 0)): each for each in self._summaries.values()}
        self._figures = self._own_figures()
        self.export = self._logged_export()
        self._done_since = self._since()

    def refuse_foreign(self, name: str) -> None:
        """Refuse a workbook that no export of this workspace has made.

        One that has lost its properties, as some programs leave them out, is known by the keys of most rows.
        """
        properties = self._returned.workbook.properties
        is_told = DIGEST_PROPERTY in properties
        has_keys = 2 * len(self._figures) > len(self._returned.keys)
        if self.export is None and (is_told or not has_keys):
            origin = properties.get(WORKSPACE_PROPERTY, "")
            raise refuse(
                RefusalCode.HANDED_FOREIGN,
                self._returned.workbook.name,
                workspace=name,
                origin=f" (“{origin}”)" if origin and origin != name else "",
            )

    def known(self) -> dict[str, KnownFigure]:
        """Return the figures of the workbook by their keys, those that are gone too."""
        beside = self._beside()
        known = {}
        for key in self._returned.keys:
            summary, figure = self._report(key), self._figures.get(key)
            if summary is not None:
                told = "" if figure is None else beside.get(figure.id, "")
                known[key] = replace(self._known(figure, summary), beside=told)
        return known

    def missing(self) -> Iterator[FileRemark]:
        """Yield which figures were exported and are not in the workbook any more, or how many."""
        if self.export is None:
            yield FileRemark(RemarkKind.NO_PROPERTIES)
            return
        marks = list(self._returned.rows)
        digest = self.export.new["digest"]
        if workbook_digest(marks) == digest:
            return
        lost = self._lost(self.export)
        lost_marks = [FigureMark.of(summary.digest, figure.id, figure.effective) for summary, figure in lost]
        if workbook_digest([*marks, *lost_marks]) == digest:
            for summary, figure in lost:
                yield FileRemark(RemarkKind.DELETED, _told(summary, figure))
            return
        count = int(self.export.new.get("figures", "0")) - len(self._returned.keys)
        if count > 0:
            yield FileRemark(RemarkKind.DELETED_SOME, {"count": str(count)})

    def _report(self, key: str) -> ReportSummary | None:
        return self._by_prefix.get(report_of(key))

    def _own_figures(self) -> dict[str, ReviewedFigure]:
        """Return the figures of the workbook that the workspace has, by their keys."""
        ids = {figure_id_of(key) for key in self._returned.keys}
        found = figures.by_ids(self._connection, sorted(each for each in ids if each is not None))
        own = {figure_key(self._summaries[each.report_id].digest, each.id): each for each in found}
        return {key: own[key] for key in self._returned.keys if key in own}

    def _logged_export(self) -> LogEntry | None:
        """Return the line of the log that tells of this workbook's export, None where none fits."""
        told = self._returned.workbook.properties.get(DIGEST_PROPERTY, "")
        counted = workbook_digest(self._returned.rows)
        entries = [each for each in logs.of_action(self._connection, _EXPORT) if each.new.get("digest")]
        for digest in (told, counted):
            fitting = [each for each in entries if each.new["digest"] == digest]
            if fitting:
                return self._nearest(fitting)
        return None

    def _nearest(self, fitting: Sequence[LogEntry]) -> LogEntry:
        """Return the first export after the time that the workbook tells, else the last one."""
        try:
            at = datetime.fromisoformat(self._returned.workbook.properties.get(EXPORTED_AT_PROPERTY, ""))
        except ValueError:
            return fitting[-1]
        at = at if at.tzinfo else at.replace(tzinfo=UTC)
        return next((each for each in fitting if each.at >= at), fitting[-1])

    def _since(self) -> dict[int | None, list[LogEntry]]:
        """Return what was done to each figure since the export, oldest first."""
        since: dict[int | None, list[LogEntry]] = {}
        if self.export is not None:
            for entry in logs.after(self._connection, self.export.id):
                since.setdefault(entry.figure_id, []).append(entry)
        return since

    def _known(self, figure: ReviewedFigure | None, summary: ReportSummary) -> KnownFigure:
        if figure is None:
            return KnownFigure(None, summary.name)
        done = self._done_since.get(figure.id, [])
        then = next((each.old["note"] for each in done if "note" in each.old), figure.note)
        return KnownFigure(
            figure,
            summary.name,
            summary.is_signed_off,
            note_then=then,
            has_moved_on=self.export is None or bool(self._done_since),
        )

    def _beside(self) -> dict[int, str]:
        """Return what is told beside the notes of the workbook's figures, by their ids."""
        by_report: dict[int, list[ReviewedFigure]] = {}
        for figure in self._figures.values():
            if figure.verdict.is_verified:
                by_report.setdefault(figure.report_id, []).append(figure)
        told: dict[int, str] = {}
        for report_id, verified in by_report.items():
            content = ReportContent(
                self._summaries[report_id],
                (),
                tuple(verified),
                notes=tuple(notes.of_report(self._connection, report_id)),
                second_readings=tuple(rereading.readings(self._connection, report_id)),
            )
            told |= told_beside(content)
        return told

    def _lost(self, export: LogEntry) -> list[tuple[ReportSummary, ReviewedFigure]]:
        """Return the figures verified before the export that the workbook does not have."""
        present = set(self._returned.keys)
        lost = []
        for summary in self._summaries.values():
            ids = figures.verified_ids(self._connection, summary.id)
            absent = [each for each in ids if figure_key(summary.digest, each) not in present]
            lost += [
                (summary, figure)
                for figure in figures.by_ids(self._connection, absent)
                if figure.decided_at is None or figure.decided_at <= export.at
            ]
        return lost


def _told(summary: ReportSummary, figure: ReviewedFigure) -> dict[str, str]:
    """Return what a line names of a figure that is missing."""
    return {
        "report": summary.name,
        "place": place_text(figure.place),
        "indicator": figure.effective.indicator or "–",
        "value": content_text("value", figure.effective.value),
        "key": figure_key(summary.digest, figure.id),
    }
