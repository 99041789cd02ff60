"""The lines below the outline: the current section's tags, what is suggested for it, and where to tag."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.actions import key_of
from desktop.ui.panels.header_bar import ElidedLabel
from desktop.ui.panels.tag_edit import TagEdit
from desktop.ui.tag_look import TagLook


class TagStrip(QWidget):
    """Shows tags and a suggestion; lines with nothing to say are not there."""

    def __init__(self, look: TagLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.tags_label = ElidedLabel()
        self.tags_label.setObjectName("sectionTags")
        self.suggestion_label = ElidedLabel()
        self.suggestion_label.setObjectName("suggestedTag")
        self.passage_label = ElidedLabel()
        self.passage_label.setObjectName("passageTags")
        self.tag_edit = TagEdit(look)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for label in (self.tags_label, self.passage_label, self.suggestion_label):
            label.setContentsMargins(6, 2, 6, 2)
            label.hide()
            layout.addWidget(label)
        layout.addWidget(self.tag_edit)

    def show_tags(self, own: Sequence[str], inherited: Sequence[str]) -> None:
        """Show which tags hold in the current section, and which of them come from above."""
        told = []
        if own:
            told.append(self.tr("Tags: {names}").format(names=self._names(own)))
        if inherited:
            told.append(self.tr("From above: {names}").format(names=self._names(inherited)))
        self._show(self.tags_label, "; ".join(told))

    def show_passage_tags(self, keys: Sequence[str]) -> None:
        """Show the tags of the passages that the current figure stands in."""
        told = self.tr("Of the passage: {names}").format(names=self._names(keys)) if keys else ""
        self._show(self.passage_label, told)

    def show_suggestion(self, key: str | None) -> None:
        """Show the tag that one key puts on the current section."""
        line = self.tr("Suggested: {name} ({key})")
        keyboard = key_of("take_tag")
        self._show(
            self.suggestion_label, "" if key is None else line.format(name=self._look.name(key), key=keyboard)
        )

    def _names(self, keys: Sequence[str]) -> str:
        return ", ".join(map(self._look.name, keys))

    def _show(self, label: ElidedLabel, text: str) -> None:
        label.setText(text)
        label.setAccessibleName(text)
        label.setVisible(bool(text))
