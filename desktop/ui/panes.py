"""The panes of the window and how they share it: outline, report, figures, the place with its fields."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings, QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop.core.messages import Language
from desktop.ui.panels.fields_panel import FieldsPanel
from desktop.ui.panels.figure_table import FigureTable
from desktop.ui.panels.filter_bar import FilterBar
from desktop.ui.panels.lettering import make_larger
from desktop.ui.panels.narrowing_bar import NarrowingBar
from desktop.ui.panels.note_line import NoteLine
from desktop.ui.panels.outline_panel import OutlinePanel
from desktop.ui.panels.place_panel import PlacePanel
from desktop.ui.panels.proposal_bar import ProposalBar
from desktop.ui.panels.source_panel import SourcePanel
from desktop.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from desktop.ui.panels.rereading_panel import RereadingPanel

_COLUMN_SHARES = (21, 38, 41)
_TABLE_AND_PLACE_SHARES = (68, 32)
_SETTING = "window/{name}"


class Panes(QStackedWidget):
    """Holds the panes side by side, or a word of welcome while there is no report."""

    def __init__(self, language: Language, runner: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.outline = OutlinePanel(language)
        self.source = SourcePanel(runner=runner)
        self.filter_bar = FilterBar()
        self.narrowing_bar = NarrowingBar()
        self.table = FigureTable()
        self.proposal_bar = ProposalBar()
        self.place = PlacePanel(runner=runner)
        self.note_line = NoteLine()
        self.fields = FieldsPanel()
        self.fields.add_line(self.note_line)
        self._runner = runner
        self._rereading: RereadingPanel | None = None
        self._right = _splitter(Qt.Orientation.Vertical, self._make_list(), self.place, self.fields)
        self._right.setObjectName("rightPanes")
        self._working = QStackedWidget()
        self._working.addWidget(self._right)
        self._columns = _splitter(Qt.Orientation.Horizontal, self.outline, self.source, self._working)
        self._columns.setObjectName("columns")
        self._welcome = self._make_welcome()
        self.addWidget(self._columns)
        self.addWidget(self._welcome)

    @property
    def rereading(self) -> "RereadingPanel":
        """The panel of the second reading, made when it is first needed."""
        if self._rereading is None:
            from desktop.ui.panels.rereading_panel import RereadingPanel

            self._rereading = RereadingPanel(runner=self._runner)
            self._working.addWidget(self._rereading)
        return self._rereading

    def show_report_panes(self, *, is_shown: bool) -> None:
        """Show the panes, or the welcome where there is no report to show."""
        self.setCurrentWidget(self._columns if is_shown else self._welcome)

    def show_rereading(self, *, is_shown: bool) -> None:
        """Show the second reading in the place of table and fields, or these again."""
        if is_shown or self._rereading is not None:
            self._working.setCurrentWidget(self.rereading if is_shown else self._right)

    def take_keyboard(self) -> None:
        """Bring the keyboard to where figures are worked on."""
        is_reread = self._rereading is not None and self._rereading.isVisible()
        (self.rereading if is_reread else self.table).setFocus()

    def share_out(self, room: QSize) -> None:
        """Give every pane its share of the room there is, as it is before anybody moves them."""
        self._columns.setSizes(_shares(_COLUMN_SHARES, room.width()))
        fields_height = self.fields.sizeHint().height()
        rest = _shares(_TABLE_AND_PLACE_SHARES, room.height() - fields_height)
        self._right.setSizes([*rest, fields_height])

    def restore(self, settings: QSettings) -> bool:
        """Give the panes the shares they had; tell whether there were any."""
        states = [settings.value(_SETTING.format(name=each.objectName())) for each in self._splitters()]
        pairs = zip(self._splitters(), states, strict=True)
        return all(isinstance(state, QByteArray) and pane.restoreState(state) for pane, state in pairs)

    def keep(self, settings: QSettings) -> None:
        """Remember the shares of the panes."""
        for pane in self._splitters():
            settings.setValue(_SETTING.format(name=pane.objectName()), pane.saveState())

    def has_focus(self) -> bool:
        """Tell whether the keyboard is in one of the panes."""
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def go_round(self, step: int) -> None:
        """Give the focus to the next pane (step 1) or the one before (-1)."""
        stops = self._stops()
        focus = QApplication.focusWidget()
        held = [at for at, pane in enumerate(stops) if focus is pane or pane.isAncestorOf(focus or self)]
        at = held[-1] + step if held else 0
        stops[at % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)

    def _stops(self) -> list[QWidget]:
        contents = self.outline.tabs.currentWidget() or self.outline
        working = (
            (self.table, self.fields)
            if self._rereading is None
            else (self.table, self.fields, self._rereading)
        )
        stops = (*working, contents, self.outline.report_list, self.source)
        return [stop for stop in stops if stop.isVisible() and stop.isEnabled()]

    def _splitters(self) -> tuple[QSplitter, QSplitter]:
        return self._columns, self._right

    def _make_list(self) -> QWidget:
        """Return the table of figures between the choice of which ones are shown and what is offered."""
        box = QWidget()
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.filter_bar)
        layout.addWidget(self.narrowing_bar)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.proposal_bar)
        return box

    def _make_welcome(self) -> QWidget:
        page = QWidget()
        page.setObjectName("welcome")
        text = QLabel(self.tr("No report yet.\n\nOpen one with Ctrl+O, or drop files here."))
        text.setObjectName("welcomeText")
        make_larger(text, 1.4)
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(page)
        layout.addWidget(text)
        return page


def _splitter(orientation: Qt.Orientation, *panes: QWidget) -> QSplitter:
    splitter = QSplitter(orientation)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(5)
    for at, pane in enumerate(panes):
        splitter.addWidget(pane)
        splitter.setStretchFactor(at, 0 if isinstance(pane, FieldsPanel) else 1)
    return splitter


def _shares(shares: tuple[int, ...], size: int) -> list[int]:
    return [size * share // sum(shares) for share in shares]
