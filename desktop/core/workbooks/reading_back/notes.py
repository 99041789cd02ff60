"""The note of a figure in a workbook that came back, apart from what the program tells beside it."""

from desktop.core.workbooks.cells import clean_text
from desktop.core.workbooks.reading_back.differences import (
    NOTE_FIELD,
    FieldDifference,
    FieldState,
    KnownFigure,
)
from desktop.core.workbooks.reading_back.fields import NOTE, same_text
from desktop.core.workbooks.reading_back.handed import CellKind
from desktop.core.workbooks.reading_back.lists import FoundCell, ListRow
from desktop.core.workbooks.reading_back.values import Trouble, not_a_value

_JOINT = "; "


def note_difference(row: ListRow, known: KnownFigure) -> FieldDifference | None:
    """Return how the note of a row differs from the one it was written with; None where it does not."""
    cells = row.cells_under(NOTE)
    found = next((each for each in cells if each.cell is not None), cells[0] if cells else None)
    if found is None or known.figure is None:
        return None
    text = "" if found.cell is None or found.cell.kind is not CellKind.TEXT else found.cell.text
    if found.cell is not None and (trouble := not_a_value(found.cell)) is not None:
        return _unreadable(known, found, found.cell.text, trouble)
    if found.cell is not None and found.cell.number is not None:
        text = found.cell.text
    here = known.figure.note
    if any(same_text(text, clean_text(_joined(note, known.beside))) for note in (known.note_then, here)):
        return None
    own = _own_words(text, known.beside)
    if own is None:
        if known.has_moved_on and text.startswith(known.note_then):
            return None
        return _unreadable(known, found, text, Trouble.MIXED_NOTE)
    if same_text(own, known.note_then) or same_text(own, here):
        return None
    state = FieldState.THERE if here == known.note_then else FieldState.CONFLICT
    return FieldDifference(NOTE_FIELD, state, known.note_then, here, own, found.place)


def _own_words(text: str, beside: str) -> str | None:
    """Return a note without what the program tells beside it; None where that is not there any more."""
    if not beside:
        return text.strip()
    before, found, after = text.partition(beside)
    if not found:
        return None
    return _joined(before.strip().removesuffix(";").strip(), after.strip().removeprefix(";").strip())


def _joined(*parts: str) -> str:
    return _JOINT.join(filter(None, parts))


def _unreadable(known: KnownFigure, found: FoundCell, text: str, trouble: Trouble) -> FieldDifference:
    here = known.figure.note if known.figure else ""
    return FieldDifference(
        NOTE_FIELD, FieldState.UNREADABLE, known.note_then, here, text, found.place, trouble
    )
