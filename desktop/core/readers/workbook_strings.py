"""The runs of the shared strings of an .xls, whose record goes on over the records behind it (BIFF8 SST).

Source: [MS-XLS] 2.4.265 SST, 2.5.293 XLUnicodeRichExtendedString.
"""

import struct
from collections.abc import Sequence

_WIDE, _EXTENDED, _RICH = 0x01, 0x04, 0x08
_RUN_BYTES = 4

StringRuns = tuple[tuple[int, int], ...]
"""Where each run of a string begins, in UTF-16 units, and the number of its font."""


def runs_of_strings(records: Sequence[bytes]) -> list[StringRuns]:
    """Return the runs of every shared string; `records` are the bodies of SST and what continues it.

    Raises ValueError, IndexError or struct.error where they cannot be followed.
    """
    if not records:
        return []
    source = _Continued(records)
    _total, count = struct.unpack("<II", source.take(8))
    return [_runs(source) for _ in range(min(count, sum(map(len, records))))]


def _runs(source: "_Continued") -> StringRuns:
    length, flags = struct.unpack("<HB", source.take(3))
    run_count = struct.unpack("<H", source.take(2))[0] if flags & _RICH else 0
    extension = struct.unpack("<I", source.take(4))[0] if flags & _EXTENDED else 0
    source.pass_letters(length, is_wide=bool(flags & _WIDE))
    runs = tuple(struct.iter_unpack("<HH", source.take(run_count * _RUN_BYTES)))
    source.take(extension)
    return runs


class _Continued:
    """Bytes that go on from one record to the next."""

    def __init__(self, records: Sequence[bytes]) -> None:
        self._records = records
        self._number = 0
        self._at = 0

    def take(self, count: int) -> bytes:
        """Return the next `count` bytes."""
        pieces: list[bytes] = []
        while count:
            piece = self._here()[self._at : self._at + count]
            self._at += len(piece)
            count -= len(piece)
            pieces.append(piece)
        return b"".join(pieces)

    def pass_letters(self, count: int, *, is_wide: bool) -> None:
        """Go past `count` letters; a record that they go on in begins with how wide they are there."""
        while count:
            if self._at >= len(self._records[self._number]):
                is_wide = bool(self._here()[0] & _WIDE)
                self._at = 1
            width = 2 if is_wide else 1
            passed = min(count, (len(self._records[self._number]) - self._at) // width)
            if not passed:
                raise ValueError("a letter is cut in two")
            self._at += passed * width
            count -= passed

    def _here(self) -> bytes:
        while self._at >= len(self._records[self._number]):
            self._number += 1
            self._at = 0
        return self._records[self._number]
