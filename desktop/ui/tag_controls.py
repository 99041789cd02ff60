"""Joins the actions and panes of tags to the annotator of an open workspace."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from desktop.core.annotations import Note, PassageTag
from desktop.core.errors import Refusal
from desktop.core.figures import ReviewedFigure
from desktop.core.messages import refusal_line
from desktop.core.places import Place
from desktop.core.tags_in_force import TagsInForce
from desktop.ui.actions import ACTIONS, key_of, text_of
from desktop.ui.annotation_marks import marks_of
from desktop.ui.dialogs.opening import open_over
from desktop.ui.dialogs.tag_tree_dialog import TagTreeDialog
from desktop.ui.panes import Panes
from desktop.ui.recent_tags import MOST_RECENT, RecentTags

if TYPE_CHECKING:
    from desktop.core.tag_suggesting import TagSuggester
    from desktop.operations.annotations import Annotations, TagUse
    from desktop.ui.review_session import ReviewSession

_SHORTENED = 40


class TagControls(QObject):
    """Tags the text selected in the report, else the current section.

    `said` carries a short line for the clerk.
    """

    said = Signal(str)

    def __init__(
        self, session: "ReviewSession", panes: Panes, actions: Mapping[str, QAction], window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._annotator = session.annotator
        self._outline = panes.outline
        self._panes = panes
        self._actions = actions
        self._window = window
        self._look = panes.outline.tag_look
        self._suggester: TagSuggester | None = None
        self._recent = RecentTags()
        self._has_read_recent = False
        self._passages: tuple[PassageTag, ...] = ()
        self._notes: tuple[Note, ...] = ()
        self._force = TagsInForce(())
        self._asked_place: Place | None = None
        self._dialog: TagTreeDialog | None = None
        self._connect()

    def ask_tag(self) -> None:
        """Ask for a tag of the selected passage, else of the current section."""
        self._asked_place = self._selected_place()
        subject = self._subject()
        if subject is None:
            self.said.emit(self.tr("This report has no section to tag; select the passage in it first."))
            return
        shortcuts = {key: key_of(f"recent_tag_{number}") for number, key in enumerate(self._recent.keys, 1)}
        self._outline.tag_edit.ask(subject, self._suggested(self._asked_place), shortcuts)

    def take_suggestion(self) -> None:
        """Put the first suggested tag on the selected passage, else on a section that bears none yet."""
        self._asked_place = self._selected_place()
        section = self._outline.current_section()
        is_tagged = self._asked_place is None and section is not None and bool(section.tags)
        suggested = self._suggested(self._asked_place)
        if suggested and not is_tagged:
            self._toggle(suggested[0])
        else:
            self.said.emit(self.tr("No tag is suggested here."))

    def toggle_recent(self, number: int) -> None:
        """Put a recent tag (from 1) on the selected passage, else on the section, or take it off."""
        self._asked_place = self._selected_place()
        key = self._recent.at(number)
        if key is None:
            self.said.emit(self.tr("No tag is on this key yet."))
        else:
            self._toggle(key)

    def edit_tree(self) -> None:
        """Open the tree of tags for changes."""
        dialog = TagTreeDialog(self._look, self._window)
        dialog.addActions([self._actions["undo"], self._actions["redo"]])
        dialog.add_wanted.connect(self._add)
        dialog.rename_wanted.connect(self._annotator.rename_tag)
        dialog.recolour_wanted.connect(self._annotator.recolour_tag)
        dialog.move_wanted.connect(self._annotator.move_tag)
        dialog.retire_wanted.connect(self._retire)
        dialog.finished.connect(self._forget_dialog)
        self._dialog = dialog
        open_over(self._window, dialog)

    def _connect(self) -> None:
        actions = self._actions
        actions["tag"].triggered.connect(self.ask_tag)
        actions["take_tag"].triggered.connect(self.take_suggestion)
        actions["edit_tags"].triggered.connect(self.edit_tree)
        for number in range(1, MOST_RECENT + 1):
            actions[f"recent_tag_{number}"].triggered.connect(
                partial(_drop_checked, self.toggle_recent, number)
            )
        outline = self._outline
        outline.tag_edit.chosen.connect(self._take_chosen)
        outline.tag_edit.left.connect(self._panes.table.setFocus)
        outline.tag_edit.ended.connect(self._forget_place)
        outline.section_shown.connect(self._show_suggestion)
        outline.passages.untagging_wanted.connect(self._annotator.untag_passage)
        self._annotator.tag_use_read.connect(self._show_tag_use)
        self._annotator.annotations_read.connect(self._show_passages)
        self._session.desk.figure_shown.connect(self._show_passage_tags)
        self._session.hub.refused.connect(self._show_refusal)
        self._look.changed.connect(self._name_recent)

    # What is tagged

    def _selected_place(self) -> Place | None:
        """Return the passage that is selected in the report, unless the keyboard is in the outline."""
        focus = QApplication.focusWidget()
        if focus is not None and self._outline.isAncestorOf(focus):
            return None
        selected = self._panes.source.selected_place()
        return None if selected is None else selected[0]

    def _subject(self) -> str | None:
        if self._asked_place is not None:
            quoted = _shortened(self._text_of(self._asked_place))
            return self.tr("Tag for the passage “{text}”").format(text=quoted)
        section = self._outline.current_section()
        if section is None:
            return None
        return self.tr("Tag for the section “{text}”").format(text=_shortened(section.title))

    def _suggested(self, place: Place | None) -> tuple[str, ...]:
        """Return what fits: of a passage by its words, of a section by its heading."""
        if self._suggester is None:
            return ()
        if place is not None:
            return self._suggester.suggest(self._text_of(place), self._keys_on(place))
        section = self._outline.current_section()
        if section is None:
            return ()
        inherited = self._outline.sections.inherited_tags(section.id)
        return self._suggester.suggest(section.title, (*section.tags, *inherited))

    def _keys_on(self, place: Place) -> list[str]:
        """Return the tags of exactly this passage."""
        span = place.start, place.end
        return [each.key for each in self._passages if (each.place.start, each.place.end) == span]

    def _text_of(self, place: Place) -> str:
        content = self._session.desk.content
        return "" if content is None else " ".join(content.document.text[place.start : place.end].split())

    def _take_chosen(self, key: str) -> None:
        self._toggle(key)
        self._panes.table.setFocus()

    def _forget_place(self) -> None:
        self._asked_place = None

    def _toggle(self, key: str) -> None:
        place = self._asked_place
        section = self._outline.current_section()
        if place is not None:
            present = key in self._keys_on(place)
            is_done = self._annotator.toggle_passage_tag(place, key, is_present=present)
        elif section is not None:
            present = key in section.tags
            is_done = self._annotator.toggle_section_tag(section.id, key, is_present=present)
            self._session.desk.refresh_outline()
        else:
            self.said.emit(self.tr("This report has no section to tag; select the passage in it first."))
            return
        if not is_done:
            # Why is told already: a refusal goes to the messages.
            return
        self._recent.use(key)
        self._name_recent()
        line = self.tr("Taken off: {name}") if present else self.tr("Tagged: {name}")
        self.said.emit(line.format(name=self._look.name(key)))

    # The tree

    def _add(self, name: str, parent: str | None) -> None:
        key = self._annotator.add_tag(name, parent)
        if key is not None and self._dialog is not None:
            self._dialog.go_to(key)

    def _retire(self, key: str, is_retired: bool) -> None:
        self._annotator.retire_tag(key, is_retired=is_retired)

    def _show_refusal(self, refusal: Refusal) -> None:
        if self._dialog is not None:
            self._dialog.show_trouble(refusal_line(refusal, self._look.language))

    def _forget_dialog(self) -> None:
        self._dialog = None

    # What was read

    def _show_tag_use(self, use: "TagUse") -> None:
        self._suggester = use.suggester
        if not self._has_read_recent:
            self._has_read_recent = True
            self._recent = RecentTags(use.recent)
        self._recent.keep([tag.key for tag, _ in use.tree.walk() if not tag.is_retired])
        self._look.show_tree(use.tree)
        self._mark_passages()
        self._show_suggestion()

    def _show_passages(self, found: "Annotations") -> None:
        content = self._session.desk.content
        self._passages, self._notes = found.passages, found.notes
        self._force = TagsInForce((), found.passages)
        text = content.document.text if content is not None else ""
        self._outline.passages.passages.show_passages(found.passages, text)
        self._mark_passages()
        self._show_passage_tags(self._session.desk.current)

    def _mark_passages(self) -> None:
        self._panes.source.show_passages(list(marks_of(self._passages, self._notes, self._look)))

    def _show_passage_tags(self, figure: ReviewedFigure | None) -> None:
        keys = () if figure is None else self._force.of_passages(figure.place.start)
        self._outline.tag_strip.show_passage_tags(keys)

    def _show_suggestion(self) -> None:
        section = self._outline.current_section()
        suggested = self._suggested(None) if section is not None and not section.tags else ()
        self._outline.tag_strip.show_suggestion(suggested[0] if suggested else None)

    def _name_recent(self) -> None:
        for spec in ACTIONS:
            if spec.number:
                key = self._recent.at(spec.number)
                text = text_of(spec) if key is None else self._look.name(key).replace("&", "&&")
                self._actions[spec.id].setText(text)


def _drop_checked(act: Callable[[int], None], number: int, _is_checked: bool = False) -> None:
    act(number)


def _shortened(text: str) -> str:
    return text if len(text) <= _SHORTENED else f"{text[: _SHORTENED - 1]}…"
