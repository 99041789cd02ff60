"""The root directory of an OLE compound file: enough to tell a workbook from a letter or a locked file."""

import struct
from dataclasses import dataclass

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER_BYTES = 512
_ENTRY_BYTES = 128
_DIFAT_IN_HEADER = 109
_LAST_REGULAR_SECTOR = 0xFFFFFFFA
_NO_ENTRY = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    left: int
    right: int
    child: int


def root_names(data: bytes) -> frozenset[str]:
    """Return the names directly below the root of the compound file; raise ValueError if it is damaged."""
    try:
        entries = _directory(data)
        return _children(entries) if entries else frozenset()
    except (struct.error, IndexError) as error:
        raise ValueError("damaged compound file") from error


def _directory(data: bytes) -> list[_Entry]:
    size = 1 << struct.unpack_from("<H", data, 30)[0]
    if size not in (512, 4096):
        raise ValueError("unknown sector size")
    table = _allocation_table(data, size)
    sector = struct.unpack_from("<I", data, 48)[0]
    entries: list[_Entry] = []
    seen: set[int] = set()
    while sector < _LAST_REGULAR_SECTOR and sector not in seen:
        seen.add(sector)
        at = _offset(sector, size)
        entries += (_entry(data, position) for position in range(at, at + size, _ENTRY_BYTES))
        sector = table[sector]
    return entries


def _allocation_table(data: bytes, size: int) -> list[int]:
    # The first 109 sectors of the table are listed in the header: they map at least 6.8 MB, and a chain
    # that leaves them ends the walk below; directories stand near the front.
    listed = struct.unpack_from(f"<{_DIFAT_IN_HEADER}I", data, 76)
    table: list[int] = []
    for sector in listed:
        if sector < _LAST_REGULAR_SECTOR:
            table += struct.unpack_from(f"<{size // 4}I", data, _offset(sector, size))
    return table


def _offset(sector: int, size: int) -> int:
    return max(_HEADER_BYTES, size) + sector * size


def _entry(data: bytes, at: int) -> _Entry:
    length = struct.unpack_from("<H", data, at + 64)[0]
    name = data[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
    left, right, child = struct.unpack_from("<III", data, at + 68)
    return _Entry(name, left, right, child)


def _children(entries: list[_Entry]) -> frozenset[str]:
    names: set[str] = set()
    waiting, seen = [entries[0].child], set[int]()
    while waiting:
        index = waiting.pop()
        if index == _NO_ENTRY or index in seen or index >= len(entries):
            continue
        seen.add(index)
        names.add(entries[index].name)
        waiting += (entries[index].left, entries[index].right)
    return frozenset(names)
