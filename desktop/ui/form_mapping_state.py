"""The mapping of a form while a clerk works on it: mapped, unmapped, confirmed, and planned anew."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop.core.workbooks.forms.cell_ranges import Spot
from desktop.core.workbooks.forms.figure_book import FigureBook, VerifiedFigure
from desktop.core.workbooks.forms.mapping import CellMapping, FormMapping, Target
from desktop.core.workbooks.forms.plan import CellPlan, CellState, plan
from desktop.operations.form_filling import PreparedForm
from desktop.ui.tasks import Task, TaskRunner


class FormMappingState(QObject):
    """Holds what is mapped; `planned` tells that the plans are there, `failed` carries an exception."""

    planned = Signal()
    failed = Signal(object)

    def __init__(self, prepared: PreparedForm, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.prepared = prepared
        self.book = prepared.book
        self.mapping = prepared.mapping
        self.plans: tuple[CellPlan, ...] = ()
        self.is_changed = False
        self._runner = runner
        self._turn = 0

    def plan_anew(self) -> None:
        """Plan outside the event loop; what was planned before counts no more."""
        self._turn += 1
        turn, form, mapping, book = self._turn, self.prepared.form, self.mapping, self.book

        def work(_task: Task) -> tuple[int, tuple[CellPlan, ...]]:
            return turn, plan(form, mapping, book)

        self._runner.start(work, self._take, self.failed.emit)

    def use_period(self, period: str) -> None:
        """Let the form's report period be this one."""
        if period != self.book.period:
            self.book = FigureBook(self.book.figures, period)
            self.plan_anew()

    def plan_at(self, sheet: str, spot: Spot) -> CellPlan | None:
        """Return what becomes of a cell, None for one that is not mapped."""
        return next((each for each in self.plans if (each.sheet, each.spot) == (sheet, spot)), None)

    def map_cell(self, sheet: str, spot: Spot, figure: VerifiedFigure) -> None:
        """Let a cell take a figure, in the unit that the form names for it, else in the figure's own."""
        before = self.plan_at(sheet, spot)
        target = before.mapping.target if before else Target(sheet, spot.name)
        unit = self.prepared.units.get((sheet, spot), "")
        selector = self.book.selector_for(figure, unit)
        label = self.prepared.form.label(sheet, spot)
        self._change(self.mapping.with_cell(CellMapping(target, selector, label)))

    def unmap(self, sheet: str, spot: Spot) -> None:
        """Let a cell take nothing any more."""
        if (before := self.plan_at(sheet, spot)) is not None:
            self._change(self.mapping.without(before.mapping.target))

    def use_unit(self, sheet: str, spot: Spot, unit: str) -> None:
        """Let a mapped cell be told in another unit; that confirms it."""
        before = self.plan_at(sheet, spot)
        if before is None or before.mapping.selector.unit == unit:
            return
        selector = replace(before.mapping.selector, unit=unit)
        self._confirm([replace(before.mapping, selector=selector)])

    def confirm(self, plans: Iterable[CellPlan]) -> int:
        """Confirm proposals, those that fill their cells alone; return how many there were."""
        proposed = [
            each.mapping
            for each in plans
            if each.mapping.confidence is not None and each.state is CellState.FILLED
        ]
        if proposed:
            self._confirm(proposed)
        return len(proposed)

    @property
    def confirmed_plans(self) -> tuple[CellPlan, ...]:
        """Return the plans of the cells that a clerk has confirmed."""
        return tuple(each for each in self.plans if each.mapping.confidence is None)

    def _confirm(self, cells: Sequence[CellMapping]) -> None:
        said = {cell.target: replace(cell, confidence=None) for cell in cells}
        kept = tuple(said.get(cell.target, cell) for cell in self.mapping.cells)
        self._change(replace(self.mapping, cells=kept))

    def _change(self, mapping: FormMapping) -> None:
        self.mapping = mapping
        self.is_changed = True
        self.plan_anew()

    def _take(self, planned: tuple[int, tuple[CellPlan, ...]]) -> None:
        turn, plans = planned
        if turn == self._turn:
            self.plans = plans
            self.planned.emit()
