"""Edits a value in its row: digits with a decimal comma, committed by either Enter."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from desktop.core.extraction.numbers import parse_number

Index = QModelIndex | QPersistentModelIndex

ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ValueEditor(QLineEdit):
    """A field for one number that keeps Enter and Escape to itself.

    Input methods are kept out: one of the Vietnamese ones writes its tone marks with digits.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("cellValueEdit")
        self.setAccessibleName(self.tr("Value in the row"))
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setFrame(False)

    @override
    def event(self, event: QEvent) -> bool:
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and event.key() in (*ENTER_KEYS, Qt.Key.Key_Escape):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The keypad's decimal key is a dot on most keyboards, and always means the decimal mark.
        if event.text() == "." and event.modifiers() & Qt.KeyboardModifier.KeypadModifier:
            event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Comma, Qt.KeyboardModifier.NoModifier, ",")
        super().keyPressEvent(event)


class ValueDelegate(QStyledItemDelegate):
    """Makes the editors of the column of values.

    `text_edited` carries what stands in the editor while it is typed; `entered` says that a value was
    committed with Enter; `rejected` that Enter was pressed on what is no number.
    """

    text_edited = Signal(str)
    entered = Signal()
    rejected = Signal(str)

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = ValueEditor(parent)
        editor.textEdited.connect(self.text_edited)
        return editor

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, ValueEditor) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()

    @override
    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        # An untouched editor commits nothing when the focus leaves it; Enter is told by `entered`.
        if isinstance(editor, ValueEditor) and editor.isModified():
            super().setModelData(editor, model, index)  # type: ignore[arg-type]

    @override
    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        is_enter = isinstance(event, QKeyEvent) and event.key() in ENTER_KEYS
        if is_enter and event.type() == QEvent.Type.KeyPress and isinstance(editor, ValueEditor):
            self.enter(editor)
            return True
        return super().eventFilter(editor, event)

    def enter(self, editor: ValueEditor) -> None:
        """Commit what stands in the editor and close it, unless it is no number."""
        if parse_number(editor.text()) is None:
            self.rejected.emit(editor.text())
            return
        editor.setModified(True)
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
        self.entered.emit()
