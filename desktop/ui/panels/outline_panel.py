"""The outline: the open report's sections, ledger, tagged passages and notes, and the workspace's reports."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QSplitter,
    QTabWidget,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from desktop.core.messages import Language
from desktop.core.reviews import LedgerRow, ReviewedSection
from desktop.ui.models.ledger_list_model import RUN_ROLE, LedgerListModel
from desktop.ui.models.section_tree_model import SectionTreeModel
from desktop.ui.panels.notes_panel import NotesPanel
from desktop.ui.panels.passage_list import PassageList
from desktop.ui.panels.report_panel import ReportPanel
from desktop.ui.panels.tag_strip import TagStrip
from desktop.ui.report_content import Outline
from desktop.ui.tag_look import SWATCH_SIZE, TagLook


class OutlinePanel(QWidget):
    """Chooses reports and sections.

    `report_chosen` and `section_chosen` carry ids, `run_chosen` a LedgerRow, `place_chosen` the Place of a
    passage or of a note; `section_shown` says that another section stands out now.
    """

    report_chosen = Signal(int)
    section_chosen = Signal(int)
    run_chosen = Signal(object)
    place_chosen = Signal(object)
    section_shown = Signal()
    ledger_wanted = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tag_look = TagLook(language, self)
        self.sections = SectionTreeModel(self.tag_look.name, self, self._swatch)
        self.ledger = LedgerListModel(self)
        self.section_tree = QTreeView()
        self.ledger_list = QListView()
        self.report_panel = ReportPanel()
        self.reports = self.report_panel.model
        self.report_list = self.report_panel.list
        self.passages = PassageList(self.tag_look)
        self.notes = NotesPanel()
        self.tag_strip = TagStrip(self.tag_look)
        self.tag_edit = self.tag_strip.tag_edit
        self.tabs = QTabWidget()
        self._set_up_views()
        self._lay_out()
        self._connect()

    def show_outline(self, outline: Outline) -> None:
        """Show the reports and the sections of the open one."""
        self.report_panel.show_outline(outline)
        self.show_sections(outline.sections)

    def show_sections(self, sections: Sequence[ReviewedSection]) -> None:
        """Show these sections, all unfolded where they are others than before."""
        is_other = not self.sections.has_same_shape(sections)
        with QSignalBlocker(self.section_tree.selectionModel()):
            self.sections.show_sections(sections)
        if is_other:
            self.section_tree.expandAll()
        self._show_tags()

    def show_ledger(self, rows: Sequence[LedgerRow], text: str) -> None:
        """Show the open report's ledger: at the run that was chosen, else at the first open one."""
        chosen = self.chosen_run()
        with QSignalBlocker(self.ledger_list.selectionModel()):
            self.ledger.show_ledger(rows, text)
            row = self.ledger.row_from(chosen.start) if chosen else self.ledger.first_open_row()
            if row is not None:
                self.ledger_list.setCurrentIndex(self.ledger.index(row))
        self.ledger_list.viewport().update()

    def update_ledger(self, rows: Sequence[LedgerRow]) -> None:
        """Show these runs of the ledger as they are now, and choose nothing."""
        with QSignalBlocker(self.ledger_list.selectionModel()):
            self.ledger.update_runs(rows)

    def report_period(self) -> str:
        """Return which period the open report is about ("2021-Q1"), "" where that is not known."""
        return self.report_panel.report_period()

    def chosen_run(self) -> LedgerRow | None:
        """Return the run of digits that stands out in the ledger."""
        run: LedgerRow | None = self.ledger_list.currentIndex().data(RUN_ROLE)
        return run

    def show_section(self, section_id: int | None) -> None:
        """Make the section of the current figure the current one of the tree, and choose nothing."""
        index = self.sections.index_of(section_id)
        if index == self.section_tree.currentIndex():
            return
        with QSignalBlocker(self.section_tree.selectionModel()):
            self.section_tree.setCurrentIndex(index)
        self.section_tree.viewport().update()
        self._show_tags()
        if index.isValid():
            self.section_tree.scrollTo(index)

    def current_section(self) -> ReviewedSection | None:
        """Return the section that stands out in the tree."""
        return self.sections.section_at(self.section_tree.currentIndex())

    def choose_open_run(self) -> None:
        """Let the first run that is open stand out in the ledger."""
        row = self.ledger.first_open_row()
        if row is not None:
            with QSignalBlocker(self.ledger_list.selectionModel()):
                self.ledger_list.setCurrentIndex(self.ledger.index(row))
            self.ledger_list.scrollTo(self.ledger.index(row))

    def show_ledger_tab(self) -> None:
        """Bring the ledger to the front."""
        self.tabs.setCurrentWidget(self.ledger_list)
        self.ledger_list.setFocus()

    def show_notes_tab(self) -> None:
        """Bring the notes to the front."""
        self.tabs.setCurrentWidget(self.notes)
        self.notes.setFocus()

    def show_open_notes(self, count: int) -> None:
        """Tell on their tab how many notes are not settled."""
        title = self.tr("Notes ({count})").format(count=count) if count else self.tr("Notes")
        self.tabs.setTabText(self.tabs.indexOf(self.notes), title)

    @property
    def is_ledger_shown(self) -> bool:
        """Tell whether the ledger stands in front."""
        return self.tabs.currentWidget() is self.ledger_list

    def _set_up_views(self) -> None:
        self.section_tree.setObjectName("sectionTree")
        self.section_tree.setAccessibleName(self.tr("Sections of the report"))
        self.section_tree.setHeaderHidden(True)
        self.section_tree.setIndentation(14)
        self.section_tree.setUniformRowHeights(True)
        self.section_tree.setIconSize(SWATCH_SIZE)
        self.section_tree.setModel(self.sections)
        self.ledger_list.setObjectName("ledgerList")
        self.ledger_list.setAccessibleName(self.tr("Ledger of the report"))
        self.ledger_list.setUniformItemSizes(True)
        self.ledger_list.setModel(self.ledger)
        for view in (self.section_tree, self.ledger_list):
            view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
            view.setFrameShape(QFrame.Shape.NoFrame)
            view.setTextElideMode(Qt.TextElideMode.ElideRight)

    def _lay_out(self) -> None:
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.section_tree, self.tr("Contents"))
        self.tabs.addTab(self.ledger_list, self.tr("Ledger"))
        self.tabs.addTab(self.passages, self.tr("Tags"))
        self.tabs.addTab(self.notes, self.tr("Notes"))
        self.tabs.setUsesScrollButtons(True)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(_stacked(self.tabs, self.tag_strip))
        splitter.addWidget(self.report_panel)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)

    def _connect(self) -> None:
        self.section_tree.selectionModel().currentChanged.connect(self._choose_section)
        self.section_tree.clicked.connect(self._choose_section)
        self.ledger_list.selectionModel().currentChanged.connect(self._choose_run)
        self.report_panel.chosen.connect(self.report_chosen)
        self.passages.place_chosen.connect(self.place_chosen)
        self.notes.place_chosen.connect(self.place_chosen)
        self.tag_look.changed.connect(self.sections.refresh_tags)
        self.tag_look.changed.connect(self._show_tags)
        self.tabs.currentChanged.connect(self._want_ledger)
        self.ledger.changed_in_place.connect(self.ledger_list.viewport().update)

    def _show_tags(self) -> None:
        section = self.current_section()
        section_id = section.id if section else None
        self.tag_strip.show_tags(self.sections.own_tags(section_id), self.sections.inherited_tags(section_id))
        self.section_shown.emit()

    def _choose_section(self, index: QModelIndex) -> None:
        self._show_tags()
        if section := self.sections.section_at(index):
            self.section_chosen.emit(section.id)

    def _choose_run(self, index: QModelIndex) -> None:
        if index.isValid():
            self.run_chosen.emit(index.data(RUN_ROLE))

    def _want_ledger(self) -> None:
        if self.is_ledger_shown:
            self.ledger_wanted.emit()

    def _swatch(self, key: str, is_own: bool) -> QIcon:
        return self.tag_look.swatch(key, self.palette(), is_filled=is_own)


def _stacked(*widgets: QWidget) -> QWidget:
    box = QWidget()
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(4)
    for widget in widgets:
        layout.addWidget(widget)
    return box
