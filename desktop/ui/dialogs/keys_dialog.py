"""Shows all keys, made from the list that defines the actions."""

from html import escape

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from desktop.ui.actions import ACTIONS, ActionSpec, Group, keys_of, menu_title, text_of, tip_of


class KeysDialog(QDialog):
    """A page to read beside the work; it blocks nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keysDialog")
        self.setWindowTitle(self.tr("Keys"))
        self.page = QTextBrowser()
        self.page.setObjectName("keysPage")
        self.page.setAccessibleName(self.tr("All keys"))
        self.page.setHtml(keys_page())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.page)
        layout.addWidget(buttons)
        letter = self.fontMetrics().averageCharWidth()
        self.resize(letter * 100, round(letter * 82))


def keys_page() -> str:
    """Return the page as HTML: a table of keys for each menu."""
    return "".join(map(_part, Group))


def _part(group: Group) -> str:
    rows = "".join(_row(spec) for spec in ACTIONS if spec.group is group and keys_of(spec))
    if not rows:
        return ""
    return f"<h3>{escape(_bare(menu_title(group)))}</h3><table cellpadding='3'>{rows}</table>"


def _row(spec: ActionSpec) -> str:
    keys = ", ".join(keys_of(spec))
    text, tip = escape(_bare(text_of(spec))), escape(tip_of(spec))
    return f"<tr><td width='170'><b>{escape(keys)}</b></td><td width='210'>{text}</td><td>{tip}</td></tr>"


def _bare(text: str) -> str:
    return text.replace("&", "").rstrip("…")
