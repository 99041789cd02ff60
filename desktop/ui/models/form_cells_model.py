"""The mapped cells of a form, a row each: what goes in, how it is converted, or why the cell is left."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from desktop.core.displays import period_text
from desktop.core.workbooks.forms.plan import CellPlan, CellState
from desktop.ui.translation import marked

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()

_REASONS: dict[CellState, str] = {
    CellState.NO_FIGURE: marked("FormCellsModel", "no verified figure for “{detail}” yet"),
    CellState.AMBIGUOUS: marked("FormCellsModel", "several different figures fit: {detail}"),
    CellState.NOT_CONVERTIBLE: marked("FormCellsModel", "the unit cannot be converted: {detail}"),
    CellState.FORMULA: marked("FormCellsModel", "the cell holds a formula"),
    CellState.HELD: marked("FormCellsModel", "the cell belongs to a pivot table or a table's header"),
    CellState.DATE: marked("FormCellsModel", "the cell is formatted as a date"),
    CellState.NO_CELL: marked("FormCellsModel", "the form has no such cell"),
    CellState.MOVED: marked("FormCellsModel", "the form has changed at this cell: {detail}"),
    CellState.TAKEN: marked("FormCellsModel", "the cell takes another figure already"),
}


class FormCellsModel(QAbstractListModel):
    """Shows plans in their order."""

    def __init__(self) -> None:
        super().__init__()
        self._plans: Sequence[CellPlan] = ()

    def show_plans(self, plans: Sequence[CellPlan]) -> None:
        """Show these plans from now on."""
        self.beginResetModel()
        self._plans = plans
        self.endResetModel()

    def plan_at(self, row: int) -> CellPlan:
        """Return what stands in a row."""
        return self._plans[row]

    def words(self, plan: CellPlan) -> str:
        """Return in a line what becomes of a cell."""
        return "  ·  ".join(filter(None, (plan.place, self._outcome(plan), *self._source(plan))))

    @override
    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._plans)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        plan = self._plans[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(plan)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (self.words(plan), plan.mapping.label)))
        return None

    def _outcome(self, plan: CellPlan) -> str:
        if plan.state is not CellState.FILLED:
            reason = self.tr(_REASONS[plan.state]).format(detail=plan.detail)
            return self.tr("⚠ stays as it is: {reason}").format(reason=reason)
        shown = plan.conversion or plan.shown
        confidence = plan.mapping.confidence
        if confidence is None:
            return f"✓ {shown}"
        share = f"{confidence:.2f}".replace(".", ",")
        return self.tr("? {shown} (proposed, confidence {share})").format(shown=shown, share=share)

    def _source(self, plan: CellPlan) -> tuple[str, ...]:
        if plan.source is None:
            return ()
        return plan.source.reading.indicator, period_text(plan.source.period), plan.source.report.name
