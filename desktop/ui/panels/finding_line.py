"""The lines under the fields that tell what the checks noticed about the current figure."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QWidget

from desktop.core.displays import time_text
from desktop.core.finding_lines import finding_line
from desktop.core.findings import StandingFinding
from desktop.core.messages import Language
from desktop.ui.labels import FINDING_SIGN

_MOST_SHOWN = 2


class FindingLine(QLabel):
    """Shows the findings about a figure, the open ones first; it is not there without any."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.setObjectName("findingLine")
        self.setWordWrap(True)
        self.setContentsMargins(8, 0, 8, 4)
        self.hide()

    def show_findings(self, findings: Sequence[StandingFinding]) -> None:
        """Show these findings; of many the first ones, and how many there are."""
        told = [self._told(each) for each in findings[:_MOST_SHOWN]]
        if len(findings) > len(told):
            told.append(self.tr("and %n more", "", len(findings) - len(told)))
        self.setText("\n".join(told))
        self.setToolTip("\n".join(map(self._told, findings)))
        self.setAccessibleName(self.text())
        self.setVisible(bool(findings))

    def _told(self, standing: StandingFinding) -> str:
        line = finding_line(standing.finding, self._language)
        if standing.is_open or standing.settled_at is None:
            return f"{FINDING_SIGN} {line}"
        by = self.tr("as the source has it: {name}, {time}").format(
            name=standing.settled_by or "–", time=time_text(standing.settled_at)
        )
        note = f" – {standing.note}" if standing.note else ""
        return f"✓ {line} ({by}{note})"
