"""How every dialog is opened: the event loop goes on, and the keyboard comes back when it closes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget


def open_over(window: QWidget, dialog: QDialog) -> None:
    """Open a dialog over `window`, which is the active one again afterwards; closing deletes the dialog."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    # Not every desktop hands the keyboard back by itself.
    dialog.finished.connect(window.activateWindow)
    dialog.open()
