"""What a clerk does with tags and notes: each act one change on the undo stack, committed on return.

Imported in the background after the window stands there, because the operations pull in SQLAlchemy.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.core.annotations import Note, NoteState, PassageTag, PlacedNote
from desktop.core.errors import RefusedError
from desktop.core.places import Place
from desktop.core.reviews import Touched
from desktop.operations import noting, tag_editing, tagging
from desktop.operations.annotations import (
    Annotations,
    TagUse,
    read_all_notes,
    read_annotations,
    read_history,
    read_tag_use,
)
from desktop.ui.recent_tags import MOST_RECENT
from desktop.ui.tasks import Task, TaskRunner

if TYPE_CHECKING:
    from desktop.operations.changes import Change
    from desktop.operations.histories import HistoryLine
    from desktop.operations.workspaces import Workspace
    from desktop.ui.clerk import Clerk
    from desktop.ui.desk import Desk
    from desktop.ui.hub import Hub


class Annotator(QObject):
    """Reads and changes tags and notes of the desk's report.

    `annotations_read` carries its Annotations, `all_notes_read` the PlacedNotes of all reports,
    `tag_use_read` the tree of tags with how it was used, `history_read` the lines of a figure's history.
    """

    annotations_read = Signal(object)
    all_notes_read = Signal(object)
    tag_use_read = Signal(object)
    history_read = Signal(object)

    def __init__(
        self,
        workspace: "Workspace",
        desk: "Desk",
        hub: "Hub",
        clerk: "Clerk",
        runner: TaskRunner,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._desk = desk
        self._hub = hub
        self._clerk = clerk
        self._runner = runner
        self._wants_all_notes = False
        desk.report_shown.connect(self.read)
        hub.touched.connect(self._on_touched)

    # Reading

    def read(self) -> None:
        """Read the tree of tags and what stands beside the report on the desk."""
        self._read_tag_use()
        self._read_annotations()

    def want_all_notes(self, *, are_wanted: bool) -> None:
        """Read the notes of all reports, now and after every change of one, or no more."""
        self._wants_all_notes = are_wanted
        if are_wanted:
            self._read_all_notes()

    def read_history(self, figure_id: int) -> None:
        """Read the history of a figure."""
        workspace = self._workspace

        def read(_task: Task) -> "list[HistoryLine]":
            return read_history(workspace, figure_id)

        self._runner.start(read, self.history_read.emit, self._desk.failed.emit)

    # Tags

    def toggle_section_tag(self, section_id: int, key: str, *, is_present: bool) -> bool:
        """Put a tag on a section, or take it away where it is present; tell whether that was done."""
        verb = tagging.untag if is_present else tagging.tag
        return self._clerk.perform(verb(section_id, key))

    def toggle_passage_tag(self, place: Place, key: str, *, is_present: bool) -> bool:
        """Put a tag on a passage, or take it away where it is present; tell whether that was done."""
        if self._desk.report_id is None:
            return False
        verb = tagging.untag_passage if is_present else tagging.tag_passage
        return self._clerk.perform(verb(self._desk.report_id, place, key))

    def untag_passage(self, passage: PassageTag) -> None:
        """Take a tag off a passage."""
        self._clerk.perform(tagging.untag_passage(passage.report_id, passage.place, passage.key))

    # The tree of tags

    def add_tag(self, name: str, parent: str | None) -> str | None:
        """Make a tag of the office's own and return its key, None where that was refused."""
        change = self._try(lambda: tag_editing.add_tag(name, parent))
        return change.key if isinstance(change, tag_editing.TagEdit) and change.key else None

    def rename_tag(self, key: str, name: str) -> None:
        """Give a tag another name."""
        self._try(lambda: tag_editing.rename_tag(key, name))

    def recolour_tag(self, key: str, colour: str) -> None:
        """Give a tag another colour."""
        self._try(lambda: tag_editing.recolour_tag(key, colour))

    def move_tag(self, key: str, parent: str | None) -> None:
        """Put a tag under another, or (None) at the top."""
        self._try(lambda: tag_editing.move_tag(key, parent))

    def retire_tag(self, key: str, *, is_retired: bool) -> None:
        """Offer a tag no more, or again."""
        verb = tag_editing.retire_tag if is_retired else tag_editing.restore_tag
        self._try(lambda: verb(key))

    # Notes

    def write_note(self, text: str, place: Place | None, figure_id: int | None) -> None:
        """Write a note on a figure, a passage or (neither) the report on the desk."""
        report_id = self._desk.report_id
        if report_id is not None:
            self._try(lambda: noting.write_note(report_id, text, place=place, figure_id=figure_id))

    def rewrite_note(self, note: Note, text: str) -> None:
        """Give a note another text."""
        self._try(lambda: noting.rewrite_note(note.id, text))

    def toggle_note(self, note: Note) -> bool:
        """Settle a note, or open it again where it is settled; tell whether that was done."""
        verb = noting.settle_note if note.state is NoteState.OPEN else noting.reopen_note
        return self._clerk.perform(verb(note.id))

    def remove_note(self, note: Note) -> None:
        """Remove a note."""
        self._clerk.perform(noting.remove_note(note.id))

    def _read_annotations(self) -> None:
        workspace, report_id = self._workspace, self._desk.report_id

        def read(_task: Task) -> Annotations | None:
            return None if report_id is None else read_annotations(workspace, report_id)

        self._runner.start_later(read, self._tell_annotations, self._desk.failed.emit)

    def _read_all_notes(self) -> None:
        workspace = self._workspace

        def read(_task: Task) -> list[PlacedNote]:
            return read_all_notes(workspace)

        self._runner.start_later(read, self.all_notes_read.emit, self._desk.failed.emit)

    def _read_tag_use(self) -> None:
        workspace = self._workspace

        def read(_task: Task) -> TagUse:
            return read_tag_use(workspace, MOST_RECENT)

        self._runner.start_later(read, self.tag_use_read.emit, self._desk.failed.emit)

    def _tell_annotations(self, found: Annotations | None) -> None:
        if found is not None and found.report_id == self._desk.report_id:
            self.annotations_read.emit(found)

    def _try(self, make: "Callable[[], Change]") -> "Change | None":
        """Make a change and perform it; a refusal of either is told by the hub, like every other."""
        try:
            change = make()
        except RefusedError as error:
            self._hub.refused.emit(error.refusal)
            return None
        self._clerk.perform(change)
        return change

    def _on_touched(self, touched: Touched, _initiator: object) -> None:
        if touched.annotations_changed and self._desk.report_id in touched.report_ids:
            self._read_annotations()
        if touched.annotations_changed and self._wants_all_notes:
            self._read_all_notes()
        if touched.tags_changed:
            self._read_tag_use()
