"""The verified figures that can go into a form, narrowed by what is typed, the likeliest first otherwise."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from desktop.core.displays import period_text, quantity_text
from desktop.core.folding import folded
from desktop.core.workbooks.forms.figure_book import VerifiedFigure
from desktop.core.workbooks.forms.suggesting import likeness
from desktop.ui import labels

MOST_SHOWN = 300
Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class FormFiguresModel(QAbstractListModel):
    """Shows at most 300 figures at a time, each with its unit, period and report."""

    def __init__(self, figures: Sequence[VerifiedFigure], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._figures = figures
        self._words: list[str] = []
        self._shown: Sequence[VerifiedFigure] = figures[:MOST_SHOWN]

    def narrow(self, text: str, label: str) -> None:
        """Show the figures that have all words of `text`; where there are none, those most like `label`."""
        self.beginResetModel()
        if wanted := folded(text).split():
            found = (
                figure
                for figure, words in zip(self._figures, self._folded(), strict=True)
                if all(word in words for word in wanted)
            )
            self._shown = [figure for figure, _ in zip(found, range(MOST_SHOWN), strict=False)]
        elif label:
            alike = {each.reading.indicator: 0.0 for each in self._figures}
            alike = {indicator: likeness(indicator, label) for indicator in alike}
            ordered = sorted(self._figures, key=lambda each: -alike[each.reading.indicator])
            self._shown = ordered[:MOST_SHOWN]
        else:
            self._shown = self._figures[:MOST_SHOWN]
        self.endResetModel()

    def figure_at(self, row: int) -> VerifiedFigure:
        """Return what stands in a row."""
        return self._shown[row]

    @override
    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        figure = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return "  ·  ".join(filter(None, _parts(figure)))
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (*_parts(figure), " > ".join(figure.section), figure.figure.text)))
        return None

    def _folded(self) -> list[str]:
        if not self._words:
            self._words = [folded(" ".join(_parts(each))) for each in self._figures]
        return self._words


def _parts(figure: VerifiedFigure) -> tuple[str, ...]:
    reading = figure.reading
    base = labels.base_word(reading.base) if reading.base else ""
    return (
        reading.indicator,
        quantity_text(reading),
        base,
        period_text(figure.period),
        figure.report.title or figure.report.name,
    )
