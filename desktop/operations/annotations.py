"""Reading what was put beside reports: the tree of tags, passages and notes, tags in force, histories."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from db.queries import logs, notes, passages, reports, sections, tags
from desktop.core.annotations import Note, PassageTag, PlacedNote, quoted
from desktop.core.tag_suggesting import TagSuggester
from desktop.core.tags import TagTree, tag_tree
from desktop.core.tags_in_force import TagsInForce
from desktop.operations.histories import HistoryLine, history_of

if TYPE_CHECKING:
    from desktop.operations.workspaces import Workspace


@dataclass(frozen=True, slots=True)
class Annotations:
    """The tagged passages of a report in text order, and its notes, those on the whole report first."""

    report_id: int
    passages: tuple[PassageTag, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class TagUse:
    """The tree of tags, what suggests from it, and the keys this clerk used last, the latest first."""

    tree: TagTree
    suggester: TagSuggester
    recent: tuple[str, ...]


def read_annotations(workspace: "Workspace", report_id: int) -> Annotations:
    """Return what stands beside a report."""
    with workspace.reading() as connection:
        return Annotations(
            report_id,
            tuple(passages.of_report(connection, report_id)),
            tuple(notes.of_report(connection, report_id)),
        )


def read_all_notes(workspace: "Workspace") -> list[PlacedNote]:
    """Return the notes of all reports with the words each is on, those of the latest report first."""
    with workspace.reading() as connection:
        found = notes.of_all_reports(connection)
        labels = reports.labels_of(connection, {note.report_id for note in found})
        on_words = {note.report_id for note in found if note.place is not None}
        text_by_id = {each: _text_of(connection, each) for each in on_words}
    return [
        PlacedNote(
            note,
            quoted(text_by_id.get(note.report_id, ""), note.place),
            labels[note.report_id].title or labels[note.report_id].name,
        )
        for note in found
    ]


def read_tag_tree(workspace: "Workspace") -> TagTree:
    """Return the workspace's tree of tags."""
    with workspace.reading() as connection:
        return tag_tree(tags.office(connection))


def read_tag_use(workspace: "Workspace", most_recent: int) -> TagUse:
    """Return the tree with how it was used in this workspace."""
    with workspace.reading() as connection:
        tree = tag_tree(tags.office(connection))
        suggester = TagSuggester(tree, tags.precedents(connection))
        return TagUse(tree, suggester, tuple(tags.used_last_by(connection, workspace.who, most_recent)))


def tags_in_force(workspace: "Workspace", report_id: int) -> TagsInForce:
    """Return what tells the tags in force for each figure of a report, those of passages included."""
    with workspace.reading() as connection:
        return tags_in_force_of(connection, report_id)


def tags_in_force_of(connection: Connection, report_id: int) -> TagsInForce:
    """Return the same over an open connection."""
    found = sections.reviewed(connection, report_id)
    return TagsInForce(found, passages.of_report(connection, report_id))


def read_history(workspace: "Workspace", figure_id: int) -> list[HistoryLine]:
    """Return the history of a figure, oldest first."""
    with workspace.reading() as connection:
        return history_of(logs.of_figure(connection, figure_id))


def _text_of(connection: Connection, report_id: int) -> str:
    found = reports.text_and_layout(connection, report_id)
    return "" if found is None else found[0]
