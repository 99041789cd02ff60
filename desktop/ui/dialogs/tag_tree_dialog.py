"""The tree of tags, to be changed with the keyboard: add, rename, recolour, move, retire."""

from PySide6.QtCore import QEvent, QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.core.tags import Tag, colour_name, palette
from desktop.ui.delegates.value_delegate import ENTER_KEYS
from desktop.ui.dialogs.popup_box import PopupBox
from desktop.ui.models.tag_rows_model import TagRowsModel
from desktop.ui.source.looks import is_dark
from desktop.ui.tag_look import SWATCH_SIZE, TagLook, colour_swatch


class TagTreeDialog(QDialog):
    """Shows the tree beside the fields of its current tag; every signal asks for one change at once.

    `add_wanted` carries a name and the key above (None: the top), the others the key first.
    """

    add_wanted = Signal(str, object)
    rename_wanted = Signal(str, str)
    recolour_wanted = Signal(str, str)
    move_wanted = Signal(str, object)
    retire_wanted = Signal(str, bool)

    def __init__(self, look: TagLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tagTreeDialog")
        self.setWindowTitle(self.tr("Tree of tags"))
        self._look = look
        self._current: str | None = None
        self._is_adding = False
        self.tags = TagRowsModel(look, self)
        self.list = QListView()
        self.name_edit = QLineEdit()
        self.colour_box = PopupBox()
        self.parent_box = PopupBox()
        self.retired_box = QCheckBox(self.tr("&Retired: not offered any more"))
        self.trouble_label = QLabel()
        self._set_up()
        self._lay_out()
        self._connect()
        self._take(self.tags.index(0))
        self.list.setFocus()

    def show_trouble(self, line: str) -> None:
        """Say why a change was refused."""
        self.trouble_label.setText(line)
        self.trouble_label.setVisible(bool(line))
        self._show_current()

    def go_to(self, key: str | None) -> None:
        """Make a tag the current one."""
        self.list.setCurrentIndex(self.tags.index_of(key))

    @override
    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._act(event.key()):
            return True
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS and self.name_edit.hasFocus():
            self._take_name()
        elif event.key() == Qt.Key.Key_Escape and self.name_edit.hasFocus():
            self._is_adding = False
            self._show_current()
            self.list.setFocus()
        elif event.key() not in ENTER_KEYS:
            super().keyPressEvent(event)

    def _set_up(self) -> None:
        self.list.setObjectName("tagTree")
        self.list.setAccessibleName(self.tr("Tags"))
        self.list.setModel(self.tags)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setUniformItemSizes(True)
        self.list.setIconSize(SWATCH_SIZE)
        self.list.installEventFilter(self)
        for widget, name in (
            (self.name_edit, "tagName"),
            (self.colour_box, "tagColour"),
            (self.parent_box, "tagParent"),
            (self.retired_box, "tagRetired"),
            (self.trouble_label, "tagTrouble"),
        ):
            widget.setObjectName(name)
        dark = is_dark(self.palette())
        for colour in palette():
            name = colour_name(colour, self._look.language)
            self.colour_box.addItem(colour_swatch(colour, on_dark=dark), name, colour)
        self.parent_box.setMaxVisibleItems(24)
        self.parent_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.parent_box.setMinimumContentsLength(30)
        self.trouble_label.setWordWrap(True)
        self.trouble_label.hide()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("&Name"), self.name_edit)
        form.addRow(self.tr("&Colour"), self.colour_box)
        form.addRow(self.tr("&Under"), self.parent_box)
        form.addRow(self.retired_box)
        form.addRow(self.trouble_label)
        hint = QLabel(
            self.tr(
                "Ins: a new tag under the current one\nF2: rename, Enter keeps\nDel: retire, or use again\n"
                "Ctrl+Z, Ctrl+Y: undo, redo"
            )
        )
        hint.setObjectName("hint")
        side = QVBoxLayout()
        side.addLayout(form)
        side.addStretch(1)
        side.addWidget(hint)
        middle = QHBoxLayout()
        middle.addWidget(self.list, 1)
        middle.addLayout(side, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.addLayout(middle, 1)
        layout.addWidget(buttons)
        letter = self.fontMetrics().averageCharWidth()
        self.resize(letter * 120, letter * 80)

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._take)
        self.tags.modelReset.connect(self._keep_current)
        self.colour_box.activated.connect(self._recolour)
        self.parent_box.activated.connect(self._move)
        self.retired_box.clicked.connect(self._retire)

    def _act(self, key: int) -> bool:
        """Do what a key in the tree does; tell whether it was one of them."""
        tag = self._tag()
        if key == Qt.Key.Key_Insert:
            self._begin_adding()
        elif key in (Qt.Key.Key_F2, *ENTER_KEYS):
            self.name_edit.setFocus()
            self.name_edit.selectAll()
        elif key == Qt.Key.Key_Delete and tag is not None:
            self.retire_wanted.emit(tag.key, not tag.is_retired)
        else:
            return False
        return True

    def _begin_adding(self) -> None:
        self._is_adding = True
        self.show_trouble("")
        self.name_edit.clear()
        self.name_edit.setPlaceholderText(self.tr("Name of the new tag, then Enter"))
        self.name_edit.setFocus()
        self._offer_parents(self._current, frozenset())

    def _take_name(self) -> None:
        name = self.name_edit.text().strip()
        is_adding, self._is_adding = self._is_adding, False
        self.show_trouble_free()
        if is_adding and name:
            self.add_wanted.emit(name, self.parent_box.currentData())
        elif name and self._current is not None:
            self.rename_wanted.emit(self._current, name)
        if self.trouble_label.isVisible():
            self.name_edit.setText(name)
            self._is_adding = is_adding
            return
        self._show_current()
        self.list.setFocus()

    def show_trouble_free(self) -> None:
        """Say nothing any more."""
        self.trouble_label.clear()
        self.trouble_label.hide()

    def _recolour(self) -> None:
        if self._current is not None and not self._is_adding:
            self.show_trouble_free()
            self.recolour_wanted.emit(self._current, self.colour_box.currentData())

    def _move(self) -> None:
        if self._current is not None and not self._is_adding:
            self.show_trouble_free()
            self.move_wanted.emit(self._current, self.parent_box.currentData())

    def _retire(self, is_retired: bool) -> None:
        if self._current is not None:
            self.retire_wanted.emit(self._current, is_retired)

    def _tag(self) -> Tag | None:
        return None if self._current is None else self._look.tree.get(self._current)

    def _take(self, index: QModelIndex) -> None:
        tag = self.tags.tag_at(index)
        if tag is not None:
            self._current = tag.key
        self._is_adding = False
        self.show_trouble_free()
        self._show_current()

    def _keep_current(self) -> None:
        index = self.tags.index_of(self._current)
        with QSignalBlocker(self.list.selectionModel()):
            self.list.setCurrentIndex(index if index.isValid() else self.tags.index(0))
        if not index.isValid() and (first := self.tags.tag_at(self.tags.index(0))):
            self._current = first.key
        self._show_current()

    def _show_current(self) -> None:
        tag = self._tag()
        if tag is None:
            return
        self.name_edit.setText(tag.name(self._look.language))
        self.name_edit.setPlaceholderText("")
        self.colour_box.setCurrentIndex(self.colour_box.findData(tag.colour))
        self.retired_box.setChecked(tag.is_retired)
        self._offer_parents(tag.parent, self._look.tree.below(tag.key))

    def _offer_parents(self, chosen: str | None, left_out: frozenset[str]) -> None:
        self.parent_box.clear()
        self.parent_box.addItem(self.tr("(at the top)"), None)
        for row in range(self.tags.rowCount()):
            index = self.tags.index(row)
            tag = self.tags.tag_at(index)
            if tag is not None and tag.key not in left_out:
                icon = self._look.swatch(tag.key, self.palette())
                self.parent_box.addItem(icon, str(index.data()), tag.key)
        self.parent_box.setCurrentIndex(0 if chosen is None else self.parent_box.findData(chosen))
