"""Notes: their rows as values and back. A row is never deleted, so that an id is never given twice."""

from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from db.tables import notes
from desktop.core.annotations import Note, NoteState
from desktop.core.places import Place


def of_report(connection: Connection, report_id: int) -> list[Note]:
    """Return the report's notes: those on the whole of it, then in text order, as written."""
    c = notes.c
    query = select(notes).where(c.report_id == report_id, c.state != NoteState.REMOVED)
    found = [_note(row) for row in connection.execute(query.order_by(c.id))]
    return sorted(found, key=lambda note: (note.place.start if note.place else -1, note.id))


def of_all_reports(connection: Connection) -> list[Note]:
    """Return the notes of every report, those of the latest report first, there as written."""
    c = notes.c
    query = select(notes).where(c.state != NoteState.REMOVED).order_by(c.report_id.desc(), c.id)
    return [_note(row) for row in connection.execute(query)]


def by_id(connection: Connection, note_id: int) -> Note | None:
    """Return a note, also a removed one, kept from others until the transaction ends."""
    row = connection.execute(select(notes).where(notes.c.id == note_id).with_for_update()).one_or_none()
    return None if row is None else _note(row)


def add(connection: Connection, note: Note) -> int:
    """Insert a note and return the id it gets; that of `note` is not looked at."""
    place = note.place
    row = {
        "report_id": note.report_id,
        "figure_id": note.figure_id,
        "start": place.start if place else None,
        "end": place.end if place else None,
        "page": place.page if place else None,
        "sheet": place.sheet if place else None,
        "cell": place.cell if place else None,
        "text": note.text,
        "written_by": note.written_by,
        "written_at": note.written_at,
        **_state(note),
    }
    return int(connection.execute(insert(notes).values(row).returning(notes.c.id)).scalar_one())


def write(connection: Connection, note: Note) -> bool:
    """Write text and state of a note last read with its revision; tell whether it still had that one."""
    c = notes.c
    changed = update(notes).where(c.id == note.id, c.revision == note.revision)
    values = {"text": note.text, **_state(note), "revision": note.revision + 1}
    return connection.execute(changed.values(values)).rowcount == 1


def _state(note: Note) -> dict[str, Any]:
    return {"state": note.state, "settled_by": note.settled_by, "settled_at": note.settled_at}


def _note(row: Row[Any]) -> Note:
    place = None
    if row.start is not None:
        place = Place(row.start, row.end, row.page, (), row.sheet, row.cell)
    return Note(
        id=row.id,
        report_id=row.report_id,
        text=row.text,
        written_by=row.written_by,
        written_at=row.written_at,
        place=place,
        figure_id=row.figure_id,
        state=row.state,
        settled_by=row.settled_by,
        settled_at=row.settled_at,
        revision=row.revision,
    )
