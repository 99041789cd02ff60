"""Joins the filters, the orders and the search above the table to the figures on the desk."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desktop.core.figures import ReviewedFigure
from desktop.core.reviews import FigureLook, Touched
from desktop.core.searching import ids_found, terms_of, words_of_figure
from desktop.ui.dialogs.filter_dialog import FilterDialog
from desktop.ui.dialogs.opening import open_over
from desktop.ui.filter_choices import FilterChoices, Part, Wanted
from desktop.ui.labels import order_words
from desktop.ui.models.figure_filter import FigureFilter, Shown
from desktop.ui.models.figure_order import ORDERS_OF_WORK, Order
from desktop.ui.panes import Panes
from desktop.ui.report_content import ReportContent
from desktop.ui.tasks import Task

if TYPE_CHECKING:
    from desktop.ui.review_session import ReviewSession

_ORDER = "order"
_ACTION_BY_SHOWN = {Shown.OPEN: "only_open", Shown.TO_LOOK_AT: "only_to_look_at"}


class FilterControls(QObject):
    """Narrows and orders the rows of the table; the order is remembered for each clerk."""

    said = Signal(str)

    def __init__(
        self, session: "ReviewSession", panes: Panes, actions: Mapping[str, QAction], window: QWidget
    ) -> None:
        super().__init__(window)
        self._desk = session.desk
        self._workspace = session.workspace
        self._runner = session.runner
        self._panes = panes
        self._actions = actions
        self._window = window
        self._choices = FilterChoices(panes.outline, session.desk)
        self._section_id: int | None = None
        self._tag: str | None = None
        self._words_by_id: dict[int, str] | None = None
        self._connect_actions()
        self._connect_bars()
        self._connect_desk()
        session.hub.touched.connect(self._on_touched)
        self._desk.figures.set_order(_order_named(self._workspace.preference(_ORDER)))
        self._panes.narrowing_bar.show_order(self._desk.figures.rows.order)

    # By state

    def show_only(self, shown: Shown) -> None:
        """Let only figures of a state through, and go to the first of those that need a look."""
        self._filter(replace(self._present, shown=shown))
        if shown is Shown.TO_LOOK_AT:
            self._desk.go_to_top()

    # By section, tag and reviewer

    def ask_filter(self) -> None:
        """Ask by what else the figures are filtered."""
        wanted = Wanted(self._present, self._section_id, self._tag)
        dialog = FilterDialog(self._choices.choices(wanted), self._window)
        dialog.chosen.connect(self._take)
        dialog.finished.connect(self._panes.table.setFocus)
        open_over(self._window, dialog)

    def toggle_section(self) -> None:
        """Let only the figures of the outline's section through, or those of all sections again."""
        section = self._panes.outline.current_section()
        is_wanted = self._actions["only_section"].isChecked()
        self._narrow_to_section(section.id if is_wanted and section else None)

    def follow_section(self, section_id: int) -> None:
        """Narrow to the section chosen in the outline, where the figures are narrowed to one."""
        if self._section_id is not None:
            self._narrow_to_section(section_id)

    def show_all(self) -> None:
        """Let every figure through again."""
        self._section_id = self._tag = None
        self._panes.narrowing_bar.search_edit.clear()
        self._filter(FigureFilter())

    # By words

    def go_to_search(self) -> None:
        """Go to the line that searches the report, and read its words before they are asked for."""
        edit = self._panes.narrowing_bar.search_edit
        edit.setFocus()
        edit.selectAll()
        if self._words_by_id is None and self._desk.report_id is not None:
            self._read_words(self._desk.report_id)

    def search(self, text: str) -> None:
        """Let only the figures through that hold these words."""
        terms = terms_of(text)
        report_id = self._desk.report_id
        if not terms or report_id is None:
            self._filter(replace(self._present, found_ids=None))
        elif self._words_by_id is not None:
            self._filter(replace(self._present, found_ids=ids_found(self._words_by_id, terms)))
        else:
            self._read_words(report_id)

    def go_to_found(self) -> None:
        """Go to what the search found: to the current figure if that is there, else to the first."""
        rows = self._desk.figures.rows
        current = self._desk.current
        self._panes.table.setFocus()
        if len(rows) and (current is None or rows.row_of(current.id) is None):
            self._desk.go_to(rows.id_at(0))

    def leave_search(self) -> None:
        """Go back to the table as it was before the search."""
        self._panes.table.setFocus()
        self._panes.table.show_figure(self._desk.current)

    # Order

    def set_order(self, order: Order) -> None:
        """Put the figures in another order and remember it for this clerk."""
        workspace, report_id = self._workspace, self._desk.report_id

        def keep(_task: Task) -> None:
            workspace.set_preference(_ORDER, order)

        self._runner.start(keep, _ignore, self._desk.failed.emit)
        if order is not Order.SIMILAR or report_id is None:
            self._desk.figures.set_order(order)
            return

        def read(_task: Task) -> tuple[int, dict[int, FigureLook]]:
            return report_id, workspace.looks(report_id)

        self._runner.start(read, self._take_looks, self._desk.failed.emit)

    def choose_next_order(self) -> None:
        """Put the figures in the next of the orders of work."""
        present = self._desk.figures.rows.order
        at = ORDERS_OF_WORK.index(present) + 1 if present in ORDERS_OF_WORK else 0
        order = ORDERS_OF_WORK[at % len(ORDERS_OF_WORK)]
        self.set_order(order)
        self.said.emit(self.tr("Order: {order}").format(order=order_words(order)))

    # What is told

    def is_filtered_out(self, figure: ReviewedFigure) -> bool:
        """Tell whether some figures only are walked and this one is not among them."""
        rows = self._desk.figures.rows
        return rows.filter.is_narrow and rows.row_of(figure.id) is None

    @property
    def _present(self) -> FigureFilter:
        return self._desk.figures.rows.filter

    def _filter(self, wanted: FigureFilter) -> None:
        figures = self._desk.figures
        figures.set_filter(wanted)
        self._panes.filter_bar.show_counts(figures.rows.counts)
        self._panes.filter_bar.show_choice(wanted.shown)
        for shown, name in _ACTION_BY_SHOWN.items():
            self._actions[name].setChecked(wanted.shown is shown)
        self._actions["only_section"].setChecked(wanted.section_ids is not None)
        told = self._choices.names(Wanted(wanted, self._section_id, self._tag))
        self._panes.narrowing_bar.show_filters(told)

    def _take(self, meaning: tuple[Part, object]) -> None:
        """Set the filter that was chosen, or take it back where it was in force."""
        part, value = meaning
        match part, value:
            case Part.EVERYTHING, _:
                self.show_all()
            case Part.SHOWN, Shown() as shown:
                self.show_only(shown if self._present.shown is not shown else Shown.ALL)
            case Part.SECTION, int(section_id):
                self._narrow_to_section(section_id if self._section_id != section_id else None)
            case Part.FINDING, _:
                self._filter(replace(self._present, has_finding=not self._present.has_finding))
            case Part.TAG, str(tag):
                self._narrow_to_tag(tag if self._tag != tag else None)
            case Part.REVIEWER, str(name):
                self._filter(
                    replace(self._present, reviewer=name if self._present.reviewer != name else None)
                )
        self._go_to_shown()

    def _go_to_shown(self) -> None:
        """Go to the first open figure that is let through, else the first, where the current one is not."""
        current, rows = self._desk.current, self._desk.figures.rows
        if len(rows) and (current is None or rows.row_of(current.id) is None):
            first = rows.next_open(None, 1)
            self._desk.go_to(rows.id_at(0) if first is None else first)

    def _narrow_to_section(self, section_id: int | None) -> None:
        self._section_id = section_id
        sections = self._panes.outline.sections
        ids = None if section_id is None else sections.ids_below(section_id)
        self._filter(replace(self._present, section_ids=ids))

    def _narrow_to_tag(self, tag: str | None) -> None:
        self._tag = tag
        ids = None if tag is None else self._choices.ids_tagged(tag)
        self._filter(replace(self._present, tagged_ids=ids))

    def _read_words(self, report_id: int) -> None:
        workspace = self._workspace

        def read(_task: Task) -> tuple[int, dict[int, str]]:
            return report_id, workspace.words(report_id)

        self._runner.start(read, self._take_words, self._desk.failed.emit)

    def _take_words(self, found: tuple[int, dict[int, str]]) -> None:
        report_id, words_by_id = found
        if report_id != self._desk.report_id:
            return
        self._words_by_id = words_by_id
        edit = self._panes.narrowing_bar.search_edit
        if edit.text():
            self.search(edit.text())
            if not edit.hasFocus():
                # Enter was pressed before the words were there.
                self._go_to_shown()

    def _take_looks(self, found: tuple[int, dict[int, FigureLook]]) -> None:
        report_id, looks = found
        if report_id == self._desk.report_id:
            self._desk.figures.set_order(Order.SIMILAR, looks)

    def _show_report(self, _content: ReportContent | None) -> None:
        """Begin anew with another report: only the choice by state stays."""
        self._section_id = self._tag = None
        self._words_by_id = None
        self._panes.narrowing_bar.search_edit.clear()
        self._filter(FigureFilter(self._present.shown))

    def _on_touched(self, touched: Touched, _initiator: object) -> None:
        if touched.added_figure_ids:
            self._refresh_tag()
        if self._words_by_id is not None:
            for figure_id in touched.figure_ids:
                if figure := self._desk.figures.figure(figure_id):
                    self._words_by_id[figure_id] = words_of_figure(figure)
            if touched.added_figure_ids:
                self.search(self._panes.narrowing_bar.search_edit.text())

    def _refresh_tag(self) -> None:
        if self._tag is not None:
            self._narrow_to_tag(self._tag)

    def _toggle_open(self) -> None:
        self.show_only(Shown.OPEN if self._actions["only_open"].isChecked() else Shown.ALL)

    def _toggle_to_look_at(self) -> None:
        self.show_only(Shown.TO_LOOK_AT if self._actions["only_to_look_at"].isChecked() else Shown.ALL)

    # Connections

    def _connect_actions(self) -> None:
        acts: dict[str, Callable[[], None]] = {
            "only_open": self._toggle_open,
            "only_to_look_at": self._toggle_to_look_at,
            "only_section": self.toggle_section,
            "choose_filter": self.ask_filter,
            "find": self.go_to_search,
            "next_order": self.choose_next_order,
        }
        for name, act in acts.items():
            self._actions[name].triggered.connect(act)

    def _connect_bars(self) -> None:
        bar = self._panes.narrowing_bar
        bar.use_filter_action(self._actions["choose_filter"])
        bar.order_chosen.connect(self.set_order)
        bar.search_edit.wanted.connect(self.search)
        bar.search_edit.entered.connect(self.go_to_found)
        bar.search_edit.moved.connect(self.go_to_found)
        bar.search_edit.left.connect(self.leave_search)
        self._panes.filter_bar.chosen.connect(self.show_only)

    def _connect_desk(self) -> None:
        self._desk.report_shown.connect(self._show_report)
        self._desk.counts_changed.connect(self._panes.filter_bar.show_counts)
        self._desk.figures.order_changed.connect(self._panes.narrowing_bar.show_order)
        self._desk.outline_changed.connect(self._refresh_tag)
        self._panes.outline.passages.passages.modelReset.connect(self._refresh_tag)
        self._panes.outline.tag_look.changed.connect(self._refresh_tag)
        self._panes.outline.section_chosen.connect(self.follow_section)


def _order_named(name: str) -> Order:
    return Order(name) if name in set(ORDERS_OF_WORK) else Order.TEXT


def _ignore(_result: object) -> None:
    pass
