"""The old fonts in an .xls, by the records of its workbook stream: of cell styles and of runs in strings."""

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from desktop.core.lettering.fonts import FontLetters, letters_of_font
from desktop.core.readers.cell_fonts import CellFonts, RunStart
from desktop.core.readers.workbook_records import cell_records, records, stream_of
from desktop.core.readers.workbook_strings import StringRuns, runs_of_strings

_BOF, _FONT, _XF, _SHEET = 0x0809, 0x0031, 0x00E0, 0x0085
_SHARED_STRINGS, _CONTINUE = 0x00FC, 0x003C
_LABEL, _RICH_LABEL, _SHARED_LABEL, _FORMULA = 0x0204, 0x00D6, 0x00FD, 0x0006
_TEXTS = frozenset((_LABEL, _RICH_LABEL, _SHARED_LABEL, _FORMULA))
_BIFF8 = 0x0600
_FONT_NAME_AT = 14
_FONT_LEFT_OUT = 4
"""The number that no font has: those behind it count one more than their place."""

Place = tuple[int, int]


@dataclass(slots=True)
class _Globals:
    """What the first part of the stream tells of fonts."""

    is_wide: bool = True
    fonts: list[FontLetters | None] = field(default_factory=list)
    style_fonts: list[int] = field(default_factory=list)
    sheets: list[int] = field(default_factory=list)
    strings: list[bytes] = field(default_factory=list)

    def letters(self, number: int) -> FontLetters | None:
        """Return what the font of this number makes of letters."""
        place = number - (number > _FONT_LEFT_OUT)
        return self.fonts[place] if place < len(self.fonts) else None

    def cell_fonts(self, number: int) -> CellFonts | None:
        """Return the fonts of a cell that is in the font of this number only, None where it is no old one."""
        letters = self.letters(number)
        return None if letters is None else CellFonts(letters)


def record_fonts(data: bytes) -> list[dict[Place, CellFonts]]:
    """Return the old fonts of the cells of each sheet in order; nothing where the workbook has none.

    Nothing either where the records cannot be followed: values are read by another reader, which refuses.
    """
    try:
        stream = stream_of(data)
        told = _globals(stream)
        if not any(told.fonts):
            return []
        runs = runs_of_strings(told.strings) if told.is_wide else ()
        plain = [told.cell_fonts(font) for font in told.style_fonts]
        return [dict(_cells(stream, at, told, plain, runs)) for at in told.sheets]
    except (ValueError, LookupError, struct.error):
        return []


def _globals(stream: bytes) -> _Globals:
    told = _Globals()
    is_in_strings = False
    for kind, body in records(stream, 0):
        is_in_strings = kind == _SHARED_STRINGS or (is_in_strings and kind == _CONTINUE)
        if is_in_strings:
            told.strings.append(body)
        elif kind == _BOF:
            told.is_wide = struct.unpack_from("<H", body)[0] == _BIFF8
        elif kind == _FONT:
            told.fonts.append(letters_of_font(_font_name(body, is_wide=told.is_wide)))
        elif kind == _XF:
            told.style_fonts.append(struct.unpack_from("<H", body)[0])
        elif kind == _SHEET:
            told.sheets.append(struct.unpack_from("<I", body)[0])
    return told


def _font_name(body: bytes, *, is_wide: bool) -> str:
    length = body[_FONT_NAME_AT]
    if not is_wide:
        return body[_FONT_NAME_AT + 1 :][:length].decode("latin-1")
    if body[_FONT_NAME_AT + 1] & 1:
        return body[_FONT_NAME_AT + 2 :][: 2 * length].decode("utf-16-le", "replace")
    return body[_FONT_NAME_AT + 2 :][:length].decode("latin-1")


def _cells(
    stream: bytes,
    at: int,
    told: _Globals,
    plain: Sequence[CellFonts | None],
    runs: Sequence[StringRuns],
) -> Iterator[tuple[Place, CellFonts]]:
    for kind, body in cell_records(stream, at):
        if kind not in _TEXTS:
            continue
        row, column, style = struct.unpack_from("<HHH", body)
        own: StringRuns = ()
        if kind == _SHARED_LABEL:
            index = struct.unpack_from("<I", body, 6)[0]
            own = runs[index] if index < len(runs) else ()
        elif kind == _RICH_LABEL:
            own = tuple(_label_runs(body, is_wide=told.is_wide))
        fonts = plain[style] if style < len(plain) else None
        if own:
            letters = None if fonts is None else fonts.letters
            fonts = CellFonts(letters, tuple(RunStart(start, told.letters(font)) for start, font in own))
        if fonts is not None and fonts.is_old:
            yield (row, column), fonts


def _label_runs(body: bytes, *, is_wide: bool) -> Iterator[tuple[int, int]]:
    """Yield the runs of a string that stands in its cell's record, as older programs wrote them."""
    length = struct.unpack_from("<H", body, 6)[0]
    if not is_wide:
        at = 8 + length
        yield from struct.iter_unpack("<BB", body[at + 1 : at + 1 + 2 * body[at]])
        return
    at = 9 + length * (2 if body[8] & 1 else 1)
    count = struct.unpack_from("<H", body, at)[0]
    yield from struct.iter_unpack("<HH", body[at + 2 : at + 2 + 4 * count])
