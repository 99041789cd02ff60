"""The verbs on notes: write, rewrite, settle, reopen, remove."""

from collections.abc import Callable
from dataclasses import replace

from db.columns import storable
from db.queries import figures, logs, notes, reports
from db.sessions import Session
from desktop.core.annotations import Note, NoteState
from desktop.core.errors import RefusalCode, refuse
from desktop.core.places import Place
from desktop.core.reviews import Touched
from desktop.operations.changes import REDO, UNDO, Change, lost_race
from desktop.operations.seals import refuse_signed
from desktop.operations.tagging import quote

_Rule = Callable[[Note, Session], Note]


def write_note(
    report_id: int, text: str, *, place: Place | None = None, figure_id: int | None = None
) -> Change:
    """Write a note on a figure, on a passage (`place` alone) or on the whole report (neither).

    A figure's own place is taken where a figure is named.
    """
    return NoteWriting(report_id, _checked_text(text), place, figure_id)


def rewrite_note(note_id: int, text: str) -> Change:
    """Give a note another text; who wrote it first, and when, stays."""
    said = _checked_text(text)
    return NoteEdit("rewrite_note", note_id, lambda note, _: replace(note, text=said))


def settle_note(note_id: int) -> Change:
    """Mark a note as settled."""

    def rule(note: Note, session: Session) -> Note:
        if note.state is NoteState.SETTLED:
            return note
        who = storable(session.who)
        return replace(note, state=NoteState.SETTLED, settled_by=who, settled_at=session.at)

    return NoteEdit("settle_note", note_id, rule)


def reopen_note(note_id: int) -> Change:
    """Mark a settled note as open again."""
    return NoteEdit("reopen_note", note_id, lambda note, _: _opened(note))


def remove_note(note_id: int) -> Change:
    """Show a note no more; its text stays in the log."""
    return NoteEdit("remove_note", note_id, lambda note, _: replace(note, state=NoteState.REMOVED))


class NoteEdit:
    """Changes text or state of one note."""

    def __init__(self, label: str, note_id: int, rule: _Rule) -> None:
        self.label = label
        self._note_id = note_id
        self._rule = rule
        self._before: Note | None = None
        self._after: Note | None = None

    def apply(self, session: Session) -> Touched:
        """Apply the rule; refuse a note that is gone."""
        before = _locked(session, self._note_id)
        if before.state is NoteState.REMOVED:
            raise lost_race(quote(before.text))
        after = self._rule(before, session)
        if after == before:
            return Touched()
        self._before, self._after = before, after
        return _write(session, self.label, before, after)

    def revert(self, session: Session) -> Touched:
        """Let the note be as it was."""
        return _again(session, UNDO + self.label, self._after, self._before)

    def reapply(self, session: Session) -> Touched:
        """Let the note be as the verb left it."""
        return _again(session, REDO + self.label, self._before, self._after)


class NoteWriting:
    """Writes a new note; taking it back removes it, and its id is not given again."""

    label = "write_note"

    def __init__(self, report_id: int, text: str, place: Place | None, figure_id: int | None) -> None:
        self._report_id = report_id
        self._text = text
        self._place = place
        self._figure_id = figure_id
        self._note: Note | None = None

    def apply(self, session: Session) -> Touched:
        """Insert the note."""
        note = Note(
            id=0,
            report_id=self._report_id,
            text=self._text,
            written_by=storable(session.who),
            written_at=session.at,
            place=self._anchor(session),
            figure_id=self._figure_id,
        )
        refuse_signed(session, [self._report_id], quote(self._text))
        self._note = replace(note, id=notes.add(session.connection, note))
        _log(session, self.label, None, self._note)
        return _touched(self._note)

    def revert(self, session: Session) -> Touched:
        """Remove the note."""
        return _again(session, UNDO + self.label, self._note, self._removed())

    def reapply(self, session: Session) -> Touched:
        """Let the same note stand there again."""
        return _again(session, REDO + self.label, self._removed(), self._note)

    def _removed(self) -> Note | None:
        return None if self._note is None else replace(self._note, state=NoteState.REMOVED)

    def _anchor(self, session: Session) -> Place | None:
        if self._figure_id is not None:
            found = figures.by_ids(session.connection, [self._figure_id])
            if not found or found[0].report_id != self._report_id:
                raise lost_race(str(self._figure_id))
            return replace(found[0].place, boxes=())
        if reports.text_and_layout(session.connection, self._report_id) is None:
            raise lost_race(str(self._report_id))
        return None if self._place is None else replace(self._place, boxes=())


def _checked_text(text: str) -> str:
    said = storable(text.strip())
    if not said:
        raise refuse(RefusalCode.NOTE_WITHOUT_TEXT, f"“{text.strip()}”")
    return said


def _opened(note: Note) -> Note:
    return replace(note, state=NoteState.OPEN, settled_by="", settled_at=None)


def _locked(session: Session, note_id: int) -> Note:
    found = notes.by_id(session.connection, note_id)
    if found is None:
        raise lost_race(str(note_id))
    return found


def _again(session: Session, action: str, present: Note | None, due: Note | None) -> Touched:
    if present is None or due is None:
        return Touched()
    found = _locked(session, present.id)
    if replace(found, revision=0) != replace(present, revision=0):
        raise lost_race(quote(found.text))
    return _write(session, action, found, replace(due, revision=found.revision))


def _write(session: Session, action: str, before: Note, after: Note) -> Touched:
    refuse_signed(session, [before.report_id], quote(before.text))
    if not notes.write(session.connection, after):
        raise lost_race(quote(before.text))
    _log(session, action, before, after)
    return _touched(after)


def _log(session: Session, action: str, before: Note | None, after: Note) -> None:
    old, new = _texts(before), _texts(after)
    told = [field for field in old | new if old.get(field, "") != new.get(field, "")]
    entry = logs.NewEntry(
        action,
        report_id=after.report_id,
        figure_id=after.figure_id,
        place=str(after.place) if after.place else "",
        old={field: old[field] for field in told if field in old},
        new={field: new[field] for field in told if field in new},
    )
    logs.append(session, [entry])


def _texts(note: Note | None) -> dict[str, str]:
    if note is None or note.state is NoteState.REMOVED:
        return {}
    return {"note_text": note.text, "note_state": str(note.state)}


def _touched(note: Note) -> Touched:
    figure_ids = () if note.figure_id is None else (note.figure_id,)
    return Touched(report_ids=(note.report_id,), figure_ids=figure_ids, annotations_changed=True)
