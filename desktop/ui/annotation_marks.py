"""What stands beside a report as marks of the source views: tags on passages, and notes still open."""

from collections.abc import Iterable, Iterator

from desktop.core.annotations import Note, NoteState, PassageTag
from desktop.core.tags import NO_COLOUR
from desktop.ui.source.passage_marks import PassageMark
from desktop.ui.tag_look import TagLook, palette_color


def marks_of(passages: Iterable[PassageTag], notes: Iterable[Note], look: TagLook) -> Iterator[PassageMark]:
    """Yield a mark for each tag in its colour, and a grey one for each open note that has a place."""
    for passage in passages:
        light, dark = look.color(passage.key, on_dark=False), look.color(passage.key, on_dark=True)
        yield PassageMark(passage.place, look.name(passage.key), light, dark)
    light, dark = palette_color(NO_COLOUR, on_dark=False), palette_color(NO_COLOUR, on_dark=True)
    for note in notes:
        if note.place is not None and note.state is NoteState.OPEN:
            yield PassageMark(note.place, note.text, light, dark, is_note=True)
