"""The reports of the workspace as a list, each with how far its review is."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from desktop.core.displays import period_text
from desktop.core.reviews import ReportSummary
from desktop.ui.models.completion import completion_sign

REPORT_ROLE = Qt.ItemDataRole.UserRole + 1
"""The role under which a row gives its ReportSummary."""

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class ReportListModel(QAbstractListModel):
    """Shows the reports in the order they are given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reports: list[ReportSummary] = []

    def show_reports(self, reports: Sequence[ReportSummary]) -> None:
        """Show these reports; rows stay where they are while the reports are the same ones."""
        if [report.id for report in reports] == [report.id for report in self._reports]:
            self._reports = list(reports)
            if reports:
                self.dataChanged.emit(self.index(0), self.index(len(reports) - 1))
            return
        self.beginResetModel()
        self._reports = list(reports)
        self.endResetModel()

    def report(self, report_id: int) -> ReportSummary | None:
        """Return a report by its id."""
        return next((report for report in self._reports if report.id == report_id), None)

    def report_at(self, row: int) -> ReportSummary:
        """Return the report in a row."""
        return self._reports[row]

    def row_of(self, report_id: int | None) -> int | None:
        """Return the row of a report, None where there is none."""
        return next((row for row, report in enumerate(self._reports) if report.id == report_id), None)

    @override
    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._reports)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        report = self._reports[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            signed = f" · {signature_words(report)}" if report.is_signed_off else ""
            return f"{_sign(report)} {report_title(report)}{signed}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._details(report)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{report_title(report)}. {self._state(report)}"
        return report if role == REPORT_ROLE else None

    def _details(self, report: ReportSummary) -> str:
        told = (report_title(report), report.issued_by, report.name, period_text(report.period))
        lines = (*told, self._state(report))
        return "\n".join(dict.fromkeys(filter(None, lines)))

    def _state(self, report: ReportSummary) -> str:
        progress = report.progress
        done = self.tr("{done} of {total} verified").format(done=progress.verified, total=progress.total)
        return ". ".join(filter(None, (done, signature_words(report))))


def report_title(report: ReportSummary) -> str:
    """Return the report's own title, or its file's name where it has none."""
    return report.title or report.name


def signature_words(report: ReportSummary) -> str:
    """Return who signed a report off and when, "" where nobody has."""
    if report.signed_at is None:
        return ""
    told = QCoreApplication.translate("ReportListModel", "signed off by {name}, {day}")
    return told.format(name=report.signed_by or "–", day=f"{report.signed_at.astimezone():%d/%m/%Y}")


def _sign(report: ReportSummary) -> str:
    return completion_sign(report.progress.total, report.progress.open)
