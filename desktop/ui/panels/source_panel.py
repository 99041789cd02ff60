"""The report as it looks, beside its figures: one view for running text, one for pages, one for sheets."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget
from typing_extensions import override

from desktop.core.documents import Document
from desktop.core.places import Place
from desktop.core.sheet_looks import SheetLook
from desktop.ui.marks import Mark
from desktop.ui.source.mark_index import MarkIndex
from desktop.ui.source.page_loading import LoadPage
from desktop.ui.source.page_view import PageView
from desktop.ui.source.passage_marks import PassageMark, PassageMarks
from desktop.ui.source.sheet_runs import Axis, Run
from desktop.ui.source.sheet_view import SheetView
from desktop.ui.source.text_view import TextView
from desktop.ui.source.views import WORKBOOKS, Standing
from desktop.ui.tasks import TaskRunner

_View = TextView | PageView | SheetView


class SourcePanel(QWidget):
    """Shows a report with its figures lit; a report shown again stands where it was left.

    `figure_clicked` carries a figure's id, `run_clicked` the start of a run of digits that no figure claims;
    `figure_reached` tells the figure that the keyboard has gone to within the report.
    """

    figure_clicked = Signal(int)
    figure_reached = Signal(int)
    run_clicked = Signal(int)
    selection_changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, runner: TaskRunner) -> None:
        """Make the panel; pages are drawn through `runner`."""
        super().__init__(parent)
        self.setObjectName("sourceView")
        self._runner = runner
        self._document: Document | None = None
        self._standings: dict[int, Standing] = {}
        self._marks = MarkIndex()
        self._runs: tuple[Mark, ...] = ()
        self._current: int | None = None
        self._views: dict[type[_View], _View] = {}
        self._stack = QStackedLayout(self)
        self._view: _View = self._view_of(TextView)
        self._name()

    def show_report(self, document: Document, load_page: LoadPage | None) -> None:
        """Show a report without marks; `load_page` draws a page (from 1) at a scale, in a thread."""
        if self._document is not None:
            self._standings[hash(self._document.text)] = self._view.standing()
        kind = _kind_of_view(document, load_page)
        if not isinstance(self._view, kind):
            self._view.clear()
        self._document = document
        self._current = None
        self._view = self._view_of(kind)
        self._runs = ()
        self.set_marks(())
        self._view.set_passages(PassageMarks())
        if isinstance(self._view, PageView):
            self._view.use_pages(load_page)
        self._view.show_document(document, self._standings.get(hash(document.text), Standing()))
        self._stack.setCurrentWidget(self._view)

    def show_looks(self, looks: Mapping[str, SheetLook]) -> None:
        """Show the sheets of the workbook that is shown as it has them, by their names."""
        if isinstance(self._view, SheetView):
            self._view.show_looks(looks)

    def run(self, axis: Axis) -> Run | None:
        """Return the open figures of the current cell's row or column, None outside of workbooks."""
        return self._view.run(axis) if isinstance(self._view, SheetView) else None

    def clear(self) -> None:
        """Show no report."""
        if self._document is not None:
            self._standings[hash(self._document.text)] = self._view.standing()
        self._document = self._current = None
        self._runs = ()
        self.set_marks(())
        self._view.clear()

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Light these figures and no others; runs of digits stay lit."""
        self.use_marks(MarkIndex(marks))

    def use_marks(self, marks: MarkIndex) -> None:
        """Light the figures of an index and no others; it is the panel's own from now on."""
        is_missing = self._marks.get(self._current) is None
        self._marks = MarkIndex([*marks.of_figures(), *self._runs]) if self._runs else marks
        self._view.set_marks(self._marks)
        if is_missing and self._current is not None:
            self.show_current(self._current)

    def set_runs(self, runs: Sequence[Mark]) -> None:
        """Light these runs of digits, which no figure claims, beside the figures."""
        if self._runs != (wanted := tuple(runs)):
            self._runs = wanted
            self.set_marks(self._marks.of_figures())

    def update_marks(self, marks: Sequence[Mark]) -> None:
        """Light these figures as they are now; the others stay."""
        self._marks.update(marks)
        self._view.refresh_marks()

    def show_passages(self, passages: Sequence[PassageMark]) -> None:
        """Show these tagged and noted passages and no others."""
        self._view.set_passages(PassageMarks(passages))

    def show_current(self, figure_id: int | None) -> None:
        """Frame this figure and no other, and bring it into view unless it stands well there."""
        self._current = figure_id
        mark = self._marks.get(figure_id)
        self._view.frame(mark.place if mark is not None else None, figure_id)

    def show_place(self, place: Place) -> None:
        """Frame a place that need not be a figure's, and bring it into view."""
        self._current = None
        self._view.frame(place, None)

    def selected_place(self) -> tuple[Place, str] | None:
        """Return the place that is selected in the report and its text, None where nothing is."""
        return self._view.selected_place()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()

    def _tell_click(self, mark_id: int) -> None:
        mark = self._marks.get(mark_id)
        if mark is not None and mark.aside is not None:
            self.run_clicked.emit(mark.place.start)
        else:
            self.figure_clicked.emit(mark_id)

    def _view_of(self, kind: type[_View]) -> _View:
        """Return the view of this kind, made when it is first needed."""
        if kind not in self._views:
            view = self._make(kind)
            view.figure_clicked.connect(self._tell_click)
            view.selection_changed.connect(self.selection_changed)
            if isinstance(view, SheetView):
                view.figure_reached.connect(self.figure_reached)
            self._views[kind] = view
            (view.focusProxy() or view).setAccessibleName(self.accessibleName())
            self._stack.addWidget(view)
        self.setFocusProxy(self._views[kind])
        return self._views[kind]

    def _make(self, kind: type[_View]) -> _View:
        if issubclass(kind, PageView):
            return PageView(self._runner, self)
        return kind(self)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Source of the report"))
        for view in self._views.values():
            (view.focusProxy() or view).setAccessibleName(self.accessibleName())


def _kind_of_view(document: Document, load_page: LoadPage | None) -> type[_View]:
    if document.format in WORKBOOKS:
        return SheetView
    return PageView if document.pages and load_page is not None else TextView
