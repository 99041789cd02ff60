"""The tagged passages of the report: walking the list shows each place, Delete takes the tag off."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget
from typing_extensions import override

from desktop.ui.models.passage_list_model import PLACE_ROLE, PassageListModel
from desktop.ui.tag_look import SWATCH_SIZE, TagLook


class PassageList(QListView):
    """Lists passages; `place_chosen` carries the Place of one, `untagging_wanted` its PassageTag."""

    place_chosen = Signal(object)
    untagging_wanted = Signal(object)

    def __init__(self, look: TagLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("passageList")
        self.setAccessibleName(self.tr("Tagged passages"))
        self.passages = PassageListModel(look, self)
        self.setModel(self.passages)
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setIconSize(SWATCH_SIZE)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.selectionModel().currentChanged.connect(self._choose)
        self.clicked.connect(self._choose)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        passage = self.passages.passage_at(self.currentIndex())
        if event.key() == Qt.Key.Key_Delete and passage is not None:
            self.untagging_wanted.emit(passage)
        else:
            super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.place_chosen.emit(index.data(PLACE_ROLE))
