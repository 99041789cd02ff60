"""Old fonts of old workbooks, from records put together by hand in a compound file."""

import struct

import pytest

from desktop.core.lettering.encoding import Encoding
from desktop.core.lettering.fonts import FontLetters
from desktop.core.readers.cell_fonts import CellFonts, RunStart
from desktop.core.readers.workbook_record_fonts import record_fonts
from tests.core.readers.test_workbook_records import compound_file, written

_BOF, _BOF_OF_1995 = (0x0809, struct.pack("<HH", 0x0600, 0)), (0x0809, struct.pack("<HH", 0x0500, 0))
_EOF = (0x000A, b"")
_FONTS = ("Arial", ".VnTime", "VNI-Times", ".VnTimeH", "Arial", ".VnArial")
_TCVN3, _VNI = FontLetters(Encoding.TCVN3), FontLetters(Encoding.VNI)

_Record = tuple[int, bytes]


def _font(name: str, *, is_wide: bool) -> _Record:
    head = bytes(14) + bytes([len(name)])
    return 0x0031, head + (b"\0" if is_wide else b"") + name.encode()


def _workbook(cells: list[_Record], strings: list[_Record], bof: _Record = _BOF) -> bytes:
    """Return a workbook with a style for each font; the number of the fifth font is 5, as there is no 4."""

    def head(sheet_at: int) -> bytes:
        fonts = [_font(name, is_wide=bof is _BOF) for name in _FONTS]
        styles = [(0x00E0, struct.pack("<HH", number, 0).ljust(20, b"\0")) for number in (0, 1, 2, 3, 5, 6)]
        sheet = (0x0085, struct.pack("<IHB", sheet_at, 0, 1) + b"\0A")
        return written(bof, *fonts, *styles, sheet, *strings, _EOF)

    return compound_file(head(len(head(0))) + written(bof, *cells, _EOF))


def _string(text: str, *runs: tuple[int, int], extension: bytes = b"") -> bytes:
    flags = 1 | (8 if runs else 0) | (4 if extension else 0)
    packed = struct.pack("<HB", len(text), flags)
    packed += struct.pack("<H", len(runs)) if runs else b""
    packed += struct.pack("<I", len(extension)) if extension else b""
    return packed + text.encode("utf-16-le") + b"".join(struct.pack("<HH", *run) for run in runs) + extension


def _strings(*strings: bytes) -> _Record:
    return 0x00FC, struct.pack("<II", len(strings), len(strings)) + b"".join(strings)


def _shared(row: int, style: int, index: int) -> _Record:
    return 0x00FD, struct.pack("<HHHI", row, 0, style, index)


@pytest.mark.parametrize(
    ("style", "letters"),
    [(1, _TCVN3), (2, _VNI), (3, FontLetters(Encoding.TCVN3, is_capital=True)), (5, _TCVN3)],
)
def test_style_tells_the_font(style: int, letters: FontLetters) -> None:
    data = _workbook([_shared(2, style, 0)], [_strings(_string("a"))])
    assert record_fonts(data) == [{(2, 0): CellFonts(letters)}]


@pytest.mark.parametrize("style", [0, 4])
def test_cells_in_new_fonts_are_left_out(style: int) -> None:
    assert record_fonts(_workbook([_shared(0, style, 0)], [_strings(_string("a"))])) == [{}]


def test_runs_of_a_string_have_fonts_of_their_own() -> None:
    strings = _strings(_string("thừa", extension=b"1234"), _string("abcdef", (2, 1), (4, 0)))
    data = _workbook([_shared(0, 0, 1)], [strings])
    assert record_fonts(data) == [{(0, 0): CellFonts(None, (RunStart(2, _TCVN3), RunStart(4, None)))}]


def test_strings_go_on_in_the_next_record_where_letters_may_be_narrower() -> None:
    first = struct.pack("<II", 2, 2) + struct.pack("<HB", 6, 1) + "abc".encode("utf-16-le")
    second = b"\0def" + _string("xyz", (1, 2))
    data = _workbook([_shared(0, 0, 1)], [(0x00FC, first), (0x003C, second)])
    assert record_fonts(data) == [{(0, 0): CellFonts(None, (RunStart(1, _VNI),))}]


def test_labels_of_1995_carry_their_runs() -> None:
    label = struct.pack("<HHHH", 3, 1, 0, 4) + b"abcd" + b"\1" + bytes([2, 1])
    data = _workbook([(0x00D6, label)], [], _BOF_OF_1995)
    assert record_fonts(data) == [{(3, 1): CellFonts(None, (RunStart(2, _TCVN3),))}]


@pytest.mark.parametrize("size", [0, 600, 1_100, 1_600, 1_700])
def test_cut_file_has_no_fonts(size: int) -> None:
    assert record_fonts(_workbook([_shared(0, 1, 0)], [_strings(_string("a"))])[:size]) in ([], [{}])
