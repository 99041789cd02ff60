"""Number formats and missing values of old workbooks, from records put together by hand."""

import struct

import pytest

from desktop.core.readers import compound
from desktop.core.readers.workbook_records import cells_without_value, number_formats_by_place

_SECTOR = 512
_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_BOF, _EOF = (0x0809, struct.pack("<HH", 0x0600, 0)), (0x000A, b"")


def compound_file(stream: bytes, name: str = "Workbook", *, listed: int = 109) -> bytes:
    """Return a compound file with one stream; only `listed` sectors of its table are listed in its header."""
    stream = stream.ljust(4096, b"\0")
    sectors = -(-len(stream) // _SECTOR)
    tables = -(-(sectors + 3) // 127)
    chain, directory, first = tables, tables + 1, tables + 2
    successors = [_TABLE] * tables + [_FREE, _END] + [first + n + 1 for n in range(sectors - 1)] + [_END]
    successors += [_FREE] * (tables * 128 - len(successors))
    header = bytearray(_SECTOR)
    header[:8] = compound.SIGNATURE
    struct.pack_into("<HHHHH", header, 24, 0x3E, 3, 0xFFFE, 9, 6)
    has_chain = tables > listed
    lengths = (0, tables, directory, 0, 4096, _END, 0, chain if has_chain else _END, int(has_chain))
    struct.pack_into("<IIIIIIIII", header, 40, *lengths)
    own = [*range(min(tables, listed))]
    struct.pack_into("<109I", header, 76, *own, *[_FREE] * (109 - len(own)))
    more = [*range(len(own), tables)]
    following = struct.pack("<128I", *more, *[_FREE] * (127 - len(more)), _END)
    entries = _entry("Root Entry", child=1, sector=_END, size=0)
    entries += _entry(name, child=_FREE, sector=first, size=len(stream))
    return (
        bytes(header)
        + struct.pack(f"<{len(successors)}I", *successors)
        + following
        + entries.ljust(_SECTOR, b"\0")
        + stream.ljust(sectors * _SECTOR, b"\0")
    )


def _entry(name: str, *, child: int, sector: int, size: int) -> bytes:
    entry = bytearray(128)
    encoded = name.encode("utf-16-le") + b"\0\0"
    entry[: len(encoded)] = encoded
    struct.pack_into("<HBB", entry, 64, len(encoded), 2, 1)
    struct.pack_into("<III", entry, 68, _FREE, _FREE, child)
    struct.pack_into("<II", entry, 116, sector, size)
    return bytes(entry)


def written(*records: tuple[int, bytes]) -> bytes:
    return b"".join(struct.pack("<HH", kind, len(body)) + body for kind, body in records)


def _workbook(*cells: tuple[int, bytes], padding: int = 0) -> bytes:
    """Return a stream with styles 0 (general), 1 (built-in percent), 2 (0.0%), 3 ("%" in quotes)."""

    def head(sheet_at: int) -> bytes:
        formats = [
            (0x041E, struct.pack("<HHB", number, len(code), 0) + code)
            for number, code in ((164, b"0.0%"), (165, b'0"%"'))
        ]
        styles = [(0x00E0, struct.pack("<HH", 0, number).ljust(20, b"\0")) for number in (0, 9, 164, 165)]
        sheet = (0x0085, struct.pack("<IHB", sheet_at, 0, 1) + b"\0A")
        return written(_BOF, *formats, *styles, sheet, _EOF)

    start = len(head(0)) + padding
    return head(start) + bytes(padding) + written(_BOF, _BOF, _NUMBER_IN_CHART, _EOF, *cells, _EOF)


def _number(row: int, column: int, style: int) -> tuple[int, bytes]:
    return 0x0203, struct.pack("<HHHd", row, column, style, 0.5)


_NUMBER_IN_CHART = _number(9, 9, 1)


@pytest.mark.parametrize(("style", "code"), [(0, ""), (1, "0%"), (2, "0.0%"), (3, '0"%"')])
def test_style_tells_how_a_number_is_shown(style: int, code: str) -> None:
    found = number_formats_by_place(compound_file(_workbook(_number(3, 5, style))))
    assert found == [{(3, 5): code} if code else {}]


@pytest.mark.parametrize("kind", [0x027E, 0x0006])
def test_short_numbers_and_formulas_are_seen_too(kind: int) -> None:
    cell = (kind, struct.pack("<HHH", 1, 2, 2).ljust(20, b"\0"))
    assert number_formats_by_place(compound_file(_workbook(cell))) == [{(1, 2): "0.0%"}]


def test_numbers_side_by_side_in_one_record_are_told_apart() -> None:
    body = struct.pack("<HHHIHIHIH", 7, 2, 0, 0, 1, 0, 2, 0, 4)
    found = number_formats_by_place(compound_file(_workbook((0x00BD, body))))
    assert found == [{(7, 3): "0%", (7, 4): "0.0%"}]


def test_stream_of_a_large_file_is_followed_through_the_chain_of_its_table() -> None:
    data = compound_file(_workbook(_number(3, 5, 1), padding=200_000), listed=1)
    assert number_formats_by_place(data) == [{(3, 5): "0%"}]


@pytest.mark.parametrize("size", [0, 100, 600, 1500])
def test_cut_file_has_no_formats(size: int) -> None:
    assert number_formats_by_place(compound_file(_workbook(_number(3, 5, 1)))[:size]) in ([], [{}])


def test_file_without_a_workbook_has_no_formats() -> None:
    assert number_formats_by_place(compound_file(b"", "WordDocument")) == []


def _formula(row: int, result: bytes, flags: int = 0) -> tuple[int, bytes]:
    return 0x0006, struct.pack("<HHH8sHI", row, 1, 0, result, flags, 0)


_COMPUTED = struct.pack("<d", 12.5)
_EMPTY_TEXT = b"\3\0\0\0\0\0\xff\xff"
_DIVIDED_BY_ZERO = b"\2\0\7\0\0\0\xff\xff"


@pytest.mark.parametrize(
    ("cells", "shown"),
    [
        ([_formula(3, _COMPUTED)], {}),
        ([_formula(3, bytes(8))], {}),
        ([_formula(3, bytes(8), flags=2)], {(3, 1): "=…"}),
        ([_formula(3, bytes(8), flags=3), _formula(4, _COMPUTED, flags=3)], {(3, 1): "=…"}),
        ([_formula(3, _EMPTY_TEXT), _formula(4, _EMPTY_TEXT)], {(3, 1): "=…", (4, 1): "=…"}),
        ([_formula(3, _EMPTY_TEXT), _formula(4, _COMPUTED)], {}),
        ([_formula(3, _DIVIDED_BY_ZERO), _formula(4, _COMPUTED)], {(3, 1): "#DIV/0!"}),
        ([(0x0205, struct.pack("<HHHBB", 5, 2, 0, 42, 1))], {(5, 2): "#N/A"}),
        ([(0x0205, struct.pack("<HHHBB", 5, 2, 0, 1, 0))], {}),
    ],
)
def test_cells_without_a_value_are_told_from_zeros_and_empty_texts(
    cells: list[tuple[int, bytes]], shown: dict[tuple[int, int], str]
) -> None:
    assert [*cells_without_value(compound_file(_workbook(*cells)))] == [shown]


def _small_file(stream: bytes) -> bytes:
    """Return a compound file whose stream is under 4 KB, and so kept in the stream of small ones."""
    sectors, small = -(-len(stream) // _SECTOR), -(-len(stream) // 64)
    header = bytearray(_SECTOR)
    header[:8] = compound.SIGNATURE
    struct.pack_into("<HHHHH", header, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<IIIIIIIII", header, 40, 0, 1, 1, 0, 4096, 2, 1, _END, 0)
    struct.pack_into("<109I", header, 76, 0, *[_FREE] * 108)
    successors = [_TABLE, _END, _END, *(4 + n for n in range(sectors - 1)), _END]
    table = struct.pack("<128I", *successors, *[_FREE] * (128 - len(successors)))
    chain = [*range(1, small), _END]
    small_table = struct.pack("<128I", *chain, *[_FREE] * (128 - len(chain)))
    entries = _entry("Root Entry", child=1, sector=3, size=len(stream))
    entries += _entry("Workbook", child=_FREE, sector=0, size=len(stream))
    content = stream.ljust(sectors * _SECTOR, b"\0")
    return bytes(header) + table + entries.ljust(_SECTOR, b"\0") + small_table + content


def test_small_workbook_is_followed_through_the_stream_of_small_ones() -> None:
    assert number_formats_by_place(_small_file(_workbook(_number(3, 5, 2)))) == [{(3, 5): "0.0%"}]


@pytest.mark.parametrize("size", [0, 100, 600, 1200, 1600, 2100])
def test_small_workbook_that_is_cut_has_no_formats(size: int) -> None:
    assert number_formats_by_place(_small_file(_workbook(_number(3, 5, 2)))[:size]) in ([], [{}])
