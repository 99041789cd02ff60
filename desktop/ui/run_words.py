"""What the status line says after a row or a column of a sheet was accepted."""

from PySide6.QtCore import QCoreApplication

from desktop.ui.source.sheet_runs import Axis, Run
from desktop.ui.translation import marked

_NOTHING = {
    Axis.ROW: marked("runs", "Row {name}: no open figure of it has been on the screen."),
    Axis.COLUMN: marked("runs", "Column {name}: no open figure of it has been on the screen."),
}
_SOME = {
    Axis.ROW: marked("runs", "Row {name}: accepted {count}; left open, as not seen yet: {left}."),
    Axis.COLUMN: marked("runs", "Column {name}: accepted {count}; left open, as not seen yet: {left}."),
}
_ALL = {
    Axis.ROW: marked("runs", "Row {name}: accepted {count}."),
    Axis.COLUMN: marked("runs", "Column {name}: accepted {count}."),
}


def run_words(run: Run, count: int) -> str:
    """Return how many figures of a run were accepted, and how many stay open because nobody saw them."""
    texts = _ALL if count and not run.unseen else _SOME if count else _NOTHING
    text = QCoreApplication.translate("runs", texts[run.axis])
    return text.format(name=run.name, count=count, left=run.unseen)
