"""The ledger at work: all runs of digits shown in the report, one claimed or opened again with one key."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from desktop.core.displays import quantity_text
from desktop.core.figures import Figure, Reading, ReviewedFigure, Verdict
from desktop.core.places import Place
from desktop.core.reviews import LedgerRow, Touched
from desktop.core.sections import LedgerKind
from desktop.ui.desk import is_unread
from desktop.ui.dialogs.figure_dialog import FigureDialog
from desktop.ui.dialogs.opening import open_over
from desktop.ui.labels import aside_words, ledger_word
from desktop.ui.marks import marks_of, marks_of_runs
from desktop.ui.panes import Panes
from desktop.ui.source.views import state_word
from desktop.ui.suggestions import figure_at, is_prefilled

if TYPE_CHECKING:
    from desktop.ui.review_session import ReviewSession

_FRESH_AFTER_MS = 60
_ON_FIGURES = ("accept", "dismiss", "dismiss_again")


class LedgerControls(QObject):
    """Performs the ledger's actions on the run that was chosen, else on what is selected or current."""

    said = Signal(str)

    def __init__(
        self, session: "ReviewSession", panes: Panes, actions: Mapping[str, QAction], window: QWidget
    ) -> None:
        super().__init__(window)
        self._desk = session.desk
        self._clerk = session.clerk
        self._workspace = session.workspace
        self._panes = panes
        self._actions = actions
        self._window = window
        self._run: LedgerRow | None = None
        self._is_to_be_chosen = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_FRESH_AFTER_MS)
        self._timer.timeout.connect(self._desk.read_ledger)
        self._connect(session)

    def show_in_report(self) -> None:
        """Show every run of digits in the report, or only the figures again."""
        if self._actions["show_ledger"].isChecked():
            self._desk.read_ledger()
        else:
            self._panes.source.set_runs(())

    def go_to_ledger(self) -> None:
        """Go to the list of runs, to the first one that is open."""
        is_there = self._panes.outline.is_ledger_shown
        self._panes.outline.show_ledger_tab()
        if is_there:
            self._open_list()

    def claim(self) -> None:
        """Make a figure of the run, with all that its sentence says of it."""
        current = self._desk.current
        if self._panes.table.is_editing:
            self._panes.table.finish_editing()
        elif (place := self._place_without_figure()) is not None:
            self._claim_place(place)
        elif current is not None and current.verdict is Verdict.DISMISSED and not is_unread(current):
            self._clerk.accept([current.id])
        elif current is not None and is_unread(current) and is_prefilled(current):
            self._clerk.settle(current.id, current.effective, current.note)
            self._desk.go_to_next_open()
        elif current is not None and is_unread(current):
            self._ask_for(current)
        else:
            self.said.emit(self.tr("This number is a figure already."))

    def open_run(self) -> None:
        """Open the run again that was set aside: it waits for a verdict from now on."""
        current = self._desk.current
        if (place := self._place_without_figure()) is not None:
            found = self._figure_at(place)
            if found is not None:
                self._clerk.open_run(found.place, found.text, found.reading)
                self._panes.table.setFocus()
        elif current is not None and current.verdict is Verdict.DISMISSED:
            self._clerk.reopen([current.id])
        else:
            self.said.emit(self.tr("Only a number that was set aside can be opened again."))

    # The run that is meant

    def choose(self, run: LedgerRow | None) -> None:
        """Frame a run in the report and tell what became of it; the figure that claims it becomes current."""
        if run is None:
            return
        if run.figure_id is not None and self._desk.go_to_first_of([run.figure_id]):
            self._tell(_place(run), ", ".join(map(state_word, marks_of(filter(None, [self._desk.current])))))
            return
        self._run = run
        # Enter and Delete are for figures: here they would mean the one that was shown last.
        for name in _ON_FIGURES:
            self._panes.outline.ledger_list.removeAction(self._actions[name])
        place = _place(run)
        self._panes.source.show_place(place)
        what = ledger_word(run.kind)
        self._tell(place, what if run.kind is LedgerKind.OPEN else aside_words(what))

    def _tell(self, place: Place, words: str) -> None:
        self.said.emit(f"“{self._text(place)}” · {words}")

    def _choose_at(self, start: int) -> None:
        self.choose(self._panes.outline.ledger.run_at(start))

    def _place_without_figure(self) -> Place | None:
        """Return the chosen run's place, else the one selected in the report, where no figure is yet."""
        if self._run is not None:
            return _place(self._run)
        focus = QApplication.focusWidget()
        selected = self._panes.source.selected_place()
        is_in_source = focus is not None and self._panes.source.isAncestorOf(focus)
        return selected[0] if selected is not None and is_in_source else None

    def _claim_place(self, place: Place) -> None:
        found = self._figure_at(place)
        if found is None:
            return
        start, end = min(place.start, found.place.start), max(place.end, found.place.end)
        whole = found.place if (start, end) == (found.place.start, found.place.end) else place
        self._clerk.add(whole, self._text(whole), found.reading)
        self._panes.table.setFocus()
        self._tell_claimed(found.reading)

    def _figure_at(self, place: Place) -> Figure | None:
        """Return what a place says as a figure; say so where there is no number."""
        content = self._desk.content
        found = figure_at(content, place, self._panes.outline.report_period()) if content else None
        if found is None:
            self.said.emit(self.tr("No number stands there."))
        return found

    def _ask_for(self, figure: ReviewedFigure) -> None:
        """Show what the sentence of a number says that came without: an older program brought it in."""
        found = self._figure_at(figure.place)
        if found is None:
            return
        dialog = FigureDialog(figure.text, found.reading, self._window)

        def settle(reading: Reading) -> None:
            self._clerk.settle(figure.id, reading, figure.note)
            self._panes.table.setFocus()
            self._desk.go_to_next_open()

        dialog.made.connect(settle)
        open_over(self._window, dialog)

    def _tell_claimed(self, reading: Reading) -> None:
        said = " · ".join(filter(None, (quantity_text(reading), reading.indicator)))
        self.said.emit(self.tr("Taken as a figure: {reading}").format(reading=said))

    def _text(self, place: Place) -> str:
        content = self._desk.content
        return content.document.text[place.start : place.end] if content else ""

    # What the desk says

    def _show_ledger(self, rows: Sequence[LedgerRow], text: str) -> None:
        outline = self._panes.outline
        outline.show_ledger(rows, text)
        if self._actions["show_ledger"].isChecked():
            self._panes.source.set_runs(list(marks_of_runs(rows)))
        if self._is_to_be_chosen:
            self._is_to_be_chosen = False
            outline.choose_open_run()
            self.choose(outline.chosen_run())

    def _open_list(self) -> None:
        """Read the ledger and choose the first run that is open."""
        self._is_to_be_chosen = True
        self._desk.read_ledger()

    def _mean_figure(self) -> None:
        """A figure became the current one: it is meant from now on, not the run chosen before."""
        self._run = None
        for name in _ON_FIGURES:
            self._panes.outline.ledger_list.addAction(self._actions[name])

    def _refresh(self, touched: Touched, _initiator: object) -> None:
        """Show what has changed: a verdict changes a figure's own runs, coming, going or moving others."""
        self._run = None
        is_lit, is_listed = self._actions["show_ledger"].isChecked(), self._panes.outline.is_ledger_shown
        if touched.added_figure_ids or touched.removed_figure_ids or touched.runs_changed:
            if is_lit or is_listed:
                self._timer.start()
        elif is_listed and self._desk.report_id in touched.report_ids:
            self._panes.outline.update_ledger(self._workspace.ledger_of(touched.figure_ids))

    def _show_again(self) -> None:
        """Another report came: what is shown of its ledger has to be read."""
        self._run = None
        if self._actions["show_ledger"].isChecked() or self._panes.outline.is_ledger_shown:
            self._desk.read_ledger()

    def _connect(self, session: "ReviewSession") -> None:
        acts = {
            "show_ledger": self.show_in_report,
            "go_to_ledger": self.go_to_ledger,
            "claim": self.claim,
            "open_run": self.open_run,
        }
        for name, act in acts.items():
            self._actions[name].triggered.connect(act)
        outline, source = self._panes.outline, self._panes.source
        outline.run_chosen.connect(self.choose)
        outline.ledger_wanted.connect(self._open_list)
        source.run_clicked.connect(self._choose_at)
        self._desk.ledger_read.connect(self._show_ledger)
        self._desk.figure_shown.connect(self._mean_figure)
        self._desk.report_shown.connect(self._show_again)
        session.hub.touched.connect(self._refresh)


def _place(run: LedgerRow) -> Place:
    return Place(run.start, run.end, sheet=run.sheet, cell=run.cell)
