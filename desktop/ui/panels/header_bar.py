"""The line on top: the report, how far its review is, what its ledger still holds, and the way out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget
from typing_extensions import override

from desktop.core.reviews import Progress
from desktop.ui.labels import FINDING_SIGN, HASTY_SIGN
from desktop.ui.panels.calm_bar import CalmBar
from desktop.ui.panels.lettering import make_bold


class ElidedLabel(QLabel):
    """A label that shortens its text rather than push its neighbours away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    @override
    def setText(self, text: str) -> None:
        super().setText(text)
        self.setToolTip(text)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width()
        )
        painter.drawText(
            self.contentsRect(), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown
        )


class ClickableLabel(QLabel):
    """A label that says when it is clicked."""

    clicked = Signal()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self.rect().contains(event.position().toPoint()):
            self.clicked.emit()


class HeaderBar(QWidget):
    """Shows the report's title and progress, and buttons for the actions it is given.

    `ledger_clicked` asks to see the ledger whose count stands there, `findings_clicked` the next finding.
    """

    ledger_clicked = Signal()
    findings_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("headerBar")
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._title_label = ElidedLabel()
        self._title_label.setObjectName("reportTitle")
        make_bold(self._title_label)
        self.progress_label = QLabel()
        self.progress_label.setObjectName("progressLabel")
        make_bold(self.progress_label)
        self.progress_label.setAccessibleName(self.tr("Progress of the review"))
        self._bar = CalmBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(140, 10)
        self._bar.setAccessibleName(self.tr("Share of figures settled"))
        self.ledger_label = ClickableLabel()
        self.ledger_label.clicked.connect(self.ledger_clicked)
        self.ledger_label.setObjectName("ledgerLabel")
        self.ledger_label.setAccessibleName(self.tr("Numbers not accounted for"))
        self.findings_label = ClickableLabel()
        self.findings_label.clicked.connect(self.findings_clicked)
        self.findings_label.setObjectName("findingsLabel")
        self.findings_label.setToolTip(self.tr("Findings that nobody has settled"))
        self.hasty_label = QLabel()
        self.hasty_label.setObjectName("hastyLabel")
        self.hasty_label.setAccessibleName(self.tr("Figures accepted faster than they can be read"))
        self.hasty_label.setToolTip(self.hasty_label.accessibleName())
        self.signature_label = QLabel()
        self.signature_label.setObjectName("signatureLabel")
        self.signature_label.setAccessibleName(self.tr("Signed off"))
        make_bold(self.signature_label)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(10, 6, 8, 6)
        self._layout.setSpacing(14)
        self._layout.addWidget(self._title_label, 1)
        counts = (self.findings_label, self.ledger_label, self.hasty_label)
        for widget in (self.progress_label, self._bar, *counts, self.signature_label):
            self._layout.addWidget(widget)
        self.show_findings(0)
        self._show_hasty(0)
        self.show_signature("")

    def add_button(self, action: QAction, *, is_main: bool = False) -> None:
        """Add a button that triggers `action`."""
        button = QToolButton()
        button.setObjectName("mainButton" if is_main else "headerButton")
        button.setDefaultAction(action)
        button.setText(action.text().replace("&", "").rstrip("…"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._layout.addWidget(button)

    def show_title(self, title: str, issued_by: str = "") -> None:
        """Show the title of the report on the desk, and to who asks, by whom it was issued."""
        self._title_label.setText(title)
        self._title_label.setToolTip("\n".join(filter(None, (title, issued_by))))

    def show_signature(self, words: str) -> None:
        """Show who signed the report off; nothing where nobody has."""
        self.signature_label.setText(f"✔ {words}" if words else "")
        self.signature_label.setVisible(bool(words))

    def show_progress(self, progress: Progress | None) -> None:
        """Show how far the review is; nothing where there is no report."""
        self._bar.setVisible(progress is not None)
        self._show_hasty(progress.hasty if progress else 0)
        if progress is None:
            self.progress_label.clear()
            self.ledger_label.clear()
            return
        settled = progress.total - progress.open
        self._bar.setRange(0, max(progress.total, 1))
        self._bar.setValue(settled)
        self.progress_label.setText(
            self.tr("{done}/{total} verified").format(done=progress.verified, total=progress.total)
        )
        self.progress_label.setToolTip(
            self.tr("{open} open, {doubtful} doubtful, {dismissed} dismissed").format(
                open=progress.open, doubtful=progress.doubtful, dismissed=progress.dismissed
            )
        )
        self.ledger_label.setText(self.tr("ledger: {count} left").format(count=progress.ledger_open))

    def show_findings(self, count: int) -> None:
        """Show how many findings are open; nothing where there are none."""
        self.findings_label.setText(f"{FINDING_SIGN} " + self.tr("%n finding(s)", "", count))
        self.findings_label.setVisible(count > 0)

    def _show_hasty(self, count: int) -> None:
        self.hasty_label.setText(f"{HASTY_SIGN} " + self.tr("{count} too fast").format(count=count))
        self.hasty_label.setVisible(count > 0)
