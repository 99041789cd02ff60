"""The reports of the workspace as a list, each with how far its review is.

Of 10,000 reports only what they are called is held; the rest of a report is read when its row is shown.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
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
from desktop.core.folding import folded
from desktop.core.reviews import ReportLabel, ReportSummary
from desktop.ui.models.completion import completion_sign

REPORT_ROLE = Qt.ItemDataRole.UserRole + 1
"""The role under which a row gives its ReportSummary."""

_PAGE_SIZE = 50

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class ReportListModel(QAbstractListModel):
    """Shows the reports in the order they are given, all of them or those whose names hold what is typed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._load: Callable[[Sequence[int]], Sequence[ReportSummary]] | None = None
        self._labels: Sequence[ReportLabel] = ()
        self._names: list[str] = []
        self._typed = ""
        self._ids: list[int] = []
        self._row_by_id: dict[int, int] = {}
        self._summary_by_id: dict[int, ReportSummary] = {}

    def read_with(self, load: Callable[[Sequence[int]], Sequence[ReportSummary]]) -> None:
        """Read what a row shows with `load` from now on."""
        self._load = load

    def show_labels(self, labels: Sequence[ReportLabel]) -> None:
        """Show these reports; rows stay where they are while the reports are the same ones."""
        self._summary_by_id.clear()
        if labels == self._labels:
            if self._ids:
                self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))
            return
        self.beginResetModel()
        self._labels = labels
        self._names = []
        self._arrange()
        self.endResetModel()

    def take(self, summaries: Iterable[ReportSummary]) -> None:
        """Show anew what has become of some reports."""
        for summary in summaries:
            self._summary_by_id[summary.id] = summary
            if (row := self._row_by_id.get(summary.id)) is not None:
                self.dataChanged.emit(self.index(row), self.index(row))

    def narrow(self, text: str) -> None:
        """Show only the reports whose title, file or period hold every word of `text`, accents or not."""
        self.beginResetModel()
        self._typed = text
        self._arrange()
        self.endResetModel()

    @property
    def count(self) -> int:
        """How many reports there are, shown or not."""
        return len(self._labels)

    def report(self, report_id: int) -> ReportSummary | None:
        """Return a report by its id, one of a row or one that was told of."""
        row = self._row_by_id.get(report_id)
        return self._summary_by_id.get(report_id) if row is None else self.report_at(row)

    def report_at(self, row: int) -> ReportSummary:
        """Return the report in a row; its whole page is read where it was not yet."""
        report_id = self._ids[row]
        if report_id not in self._summary_by_id and self._load is not None:
            first = row - row % _PAGE_SIZE
            page = self._ids[first : first + _PAGE_SIZE]
            unread = [each for each in page if each not in self._summary_by_id]
            self._summary_by_id |= {summary.id: summary for summary in self._load(unread)}
        return self._summary_by_id[report_id]

    def id_at(self, row: int) -> int:
        """Return which report stands in a row."""
        return self._ids[row]

    def row_of(self, report_id: int | None) -> int | None:
        """Return the row of a report, None where there is none."""
        return None if report_id is None else self._row_by_id.get(report_id)

    @override
    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._ids)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in _SHOWN_ROLES:
            return None
        report = self.report_at(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            signed = f" · {signature_words(report)}" if report.is_signed_off else ""
            return f"{_sign(report)} {report_title(report)}{signed}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._details(report)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{report_title(report)}. {self._state(report)}"
        return report

    def _arrange(self) -> None:
        words = folded(self._typed).split()
        if words and not self._names:
            self._names = [_folded_name(label) for label in self._labels]
        self._ids = (
            [
                label.id
                for label, name in zip(self._labels, self._names, strict=True)
                if all(word in name for word in words)
            ]
            if words
            else [label.id for label in self._labels]
        )
        self._row_by_id = {report_id: row for row, report_id in enumerate(self._ids)}

    def _details(self, report: ReportSummary) -> str:
        told = (report_title(report), report.issued_by, report.name, period_text(report.period))
        lines = (*told, self._state(report))
        return "\n".join(dict.fromkeys(filter(None, lines)))

    def _state(self, report: ReportSummary) -> str:
        progress = report.progress
        done = self.tr("{done} of {total} verified").format(done=progress.verified, total=progress.total)
        return ". ".join(filter(None, (done, signature_words(report))))


_SHOWN_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    REPORT_ROLE,
)


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


def _folded_name(label: ReportLabel) -> str:
    return folded(f"{label.title} {label.name} {label.period} {_period_words(label.period)}")


@lru_cache(maxsize=1_000)
def _period_words(period: str) -> str:
    """Return what `period_text` does; thousands of reports share a few periods."""
    return period_text(period)
