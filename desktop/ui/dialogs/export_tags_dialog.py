"""Asks under which tags the figures are that go into the workbook."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.ui.delegates.value_delegate import ENTER_KEYS
from desktop.ui.models.tag_rows_model import TagRowsModel
from desktop.ui.tag_look import SWATCH_SIZE, TagLook


class ExportTagsDialog(QDialog):
    """Lets tags be ticked with the space bar; `chosen` carries their keys, at least one."""

    chosen = Signal(tuple)

    def __init__(self, look: TagLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("exportTagsDialog")
        self.setWindowTitle(self.tr("Export by tags"))
        self.tags = TagRowsModel(look, self, is_checkable=True)
        self.list = QListView()
        self.list.setObjectName("exportTags")
        self.list.setAccessibleName(self.tr("Tags"))
        self.list.setModel(self.tags)
        self.list.setUniformItemSizes(True)
        self.list.setIconSize(SWATCH_SIZE)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setCurrentIndex(self.tags.index(0))
        hint = QLabel(self.tr("Space ticks a tag, what is below it included; Enter goes on."))
        hint.setObjectName("hint")
        hint.setWordWrap(True)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self._choose)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel(self.tr("Only figures under these tags:")))
        layout.addWidget(self.list, 1)
        layout.addWidget(hint)
        layout.addWidget(buttons)
        letter = self.fontMetrics().averageCharWidth()
        self.resize(letter * 64, letter * 80)
        self.list.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS:
            self._choose()
        else:
            super().keyPressEvent(event)

    def _choose(self) -> None:
        if keys := self.tags.checked():
            self.accept()
            self.chosen.emit(keys)
