"""OLE compound files: the root directory, to tell a workbook from a locked file, and the streams below it."""

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER_BYTES = 512
_ENTRY_BYTES = 128
_DIFAT_IN_HEADER = 109
_LAST_REGULAR_SECTOR = 0xFFFFFFFA
_NO_ENTRY = 0xFFFFFFFF
_MINI_STREAM_BELOW_BYTES = 4096
_MINI_SECTOR_BYTES = 64
_MINI_TABLE_AT = 60


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    left: int
    right: int
    child: int
    sector: int
    size: int


def root_names(data: bytes) -> frozenset[str]:
    """Return the names directly below the root of the compound file; raise ValueError if it is damaged."""
    try:
        entries = _directory(data)
        return _children(entries) if entries else frozenset()
    except (struct.error, IndexError) as error:
        raise ValueError("damaged compound file") from error


def stream(data: bytes, names: Sequence[str]) -> bytes:
    """Return the stream that has one of `names`, in small letters; raise ValueError if there is none."""
    try:
        size = _sector_size(data)
        table = _allocation_table(data, size)
        entries = _directory(data)
        for entry in entries:
            if entry.name.lower() not in names:
                continue
            if entry.size >= _MINI_STREAM_BELOW_BYTES:
                return _content(data, table, entry.sector, size)[: entry.size]
            return _mini_stream(data, table, entries[0], entry, size)
    except (struct.error, IndexError) as error:
        raise ValueError("damaged compound file") from error
    raise ValueError("no such stream")


def _content(data: bytes, table: Sequence[int], sector: int, size: int) -> bytes:
    return b"".join(_sector(data, number, size) for number in _chain(table, sector))


def _mini_stream(data: bytes, table: Sequence[int], root: _Entry, entry: _Entry, size: int) -> bytes:
    """Return a stream under 4 KB: such are kept together in one, cut into small sectors of their own."""
    kept = _content(data, table, root.sector, size)[: root.size]
    listed = _content(data, table, struct.unpack_from("<I", data, _MINI_TABLE_AT)[0], size)
    successors = struct.unpack(f"<{len(listed) // 4}I", listed)
    starts = (number * _MINI_SECTOR_BYTES for number in _chain(successors, entry.sector))
    return b"".join(kept[at : at + _MINI_SECTOR_BYTES] for at in starts)[: entry.size]


def _directory(data: bytes) -> list[_Entry]:
    size = _sector_size(data)
    entries: list[_Entry] = []
    for sector in _chain(_allocation_table(data, size), struct.unpack_from("<I", data, 48)[0]):
        at = _offset(sector, size)
        entries += (_entry(data, position) for position in range(at, at + size, _ENTRY_BYTES))
    return entries


def _sector_size(data: bytes) -> int:
    size: int = 1 << struct.unpack_from("<H", data, 30)[0]
    if size not in (512, 4096):
        raise ValueError("unknown sector size")
    return size


def _chain(table: Sequence[int], sector: int) -> Iterator[int]:
    seen: set[int] = set()
    while sector < _LAST_REGULAR_SECTOR and sector not in seen:
        seen.add(sector)
        yield sector
        sector = table[sector]


def _allocation_table(data: bytes, size: int) -> list[int]:
    """Return each sector's successor; the header lists the table's own sectors, then a chain does."""
    listed = [*struct.unpack_from(f"<{_DIFAT_IN_HEADER}I", data, 76)]
    following = struct.unpack_from("<I", data, 68)[0]
    seen: set[int] = set()
    while following < _LAST_REGULAR_SECTOR and following not in seen:
        seen.add(following)
        *more, following = struct.unpack_from(f"<{size // 4}I", data, _offset(following, size))
        listed += more
    table: list[int] = []
    for sector in listed:
        if sector < _LAST_REGULAR_SECTOR:
            table += struct.unpack_from(f"<{size // 4}I", data, _offset(sector, size))
    return table


def _sector(data: bytes, number: int, size: int) -> bytes:
    at = _offset(number, size)
    return data[at : at + size]


def _offset(sector: int, size: int) -> int:
    return max(_HEADER_BYTES, size) + sector * size


def _entry(data: bytes, at: int) -> _Entry:
    length = struct.unpack_from("<H", data, at + 64)[0]
    name = data[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
    left, right, child = struct.unpack_from("<III", data, at + 68)
    sector, size = struct.unpack_from("<II", data, at + 116)
    return _Entry(name, left, right, child, sector, size)


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
