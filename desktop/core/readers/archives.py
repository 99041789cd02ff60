"""Zip archives opened with suspicion: measured by what they declare, and again while they are unpacked."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from types import TracebackType
from typing import Self

from desktop.core.errors import RefusalCode, RefusedError, refuse
from desktop.core.readers.markup import declares_dtd

MAX_MEMBERS = 10_000
MAX_UNPACKED_BYTES = 400 * 1024 * 1024
MAX_RATIO = 200
RATIO_COUNTS_FROM_BYTES = 16 * 1024 * 1024
_CHUNK_BYTES = 1 << 20
_KEPT_BYTES_MOST = 32 << 20
"""Parts that are unpacked once and kept, as several readers look into the same ones."""
_ENCRYPTED_FLAG = 0x1
_XML_ENDINGS = (".xml", ".rels", ".vml")

_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError, KeyError)


class Archive:
    """A zip archive in memory that refuses to unpack to more than the limits, whatever its headers say."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        self._unpacked = 0
        self._kept: dict[str, bytes] = {}
        self._room_bytes = _KEPT_BYTES_MOST
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise refuse(RefusalCode.DAMAGED, name) from error
        self._info_by_name = {info.filename: info for info in self._zip.infolist()}
        self._measure()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    def __contains__(self, member: str) -> bool:
        return member in self._info_by_name

    def names(self) -> tuple[str, ...]:
        """Return the names of the members, in the archive's order."""
        return tuple(self._info_by_name)

    def read(self, member: str) -> bytes:
        """Return the unpacked bytes of `member`; raise RefusedError if it is missing, broken or too large."""
        if (known := self._kept.get(member)) is not None:
            return known
        try:
            content = b"".join(self._chunks(self._info_by_name[member]))
        except _BROKEN as error:
            raise refuse(RefusalCode.DAMAGED, self._name) from error
        if len(content) <= self._room_bytes:
            self._room_bytes -= len(content)
            self._kept[member] = content
        return content

    def xml_parts(self) -> Iterator[tuple[str, bytes]]:
        """Yield every XML part, its name and its bytes; raise RefusedError where one declares a DTD."""
        for member in self._info_by_name:
            if member.lower().endswith(_XML_ENDINGS):
                xml = self.read(member)
                if declares_dtd(xml):
                    raise refuse(RefusalCode.HAS_DTD, self._name)
                yield member, xml

    def _measure(self) -> None:
        infos = self._zip.infolist()
        if len(infos) > MAX_MEMBERS or sum(info.file_size for info in infos) > MAX_UNPACKED_BYTES:
            raise self._too_large()
        for info in infos:
            if info.flag_bits & _ENCRYPTED_FLAG:
                raise refuse(RefusalCode.ENCRYPTED, self._name)
            self._check_ratio(info, info.file_size)

    def _chunks(self, info: zipfile.ZipInfo) -> Iterator[bytes]:
        size = 0
        with self._zip.open(info) as file:
            while chunk := file.read(_CHUNK_BYTES):
                size += len(chunk)
                self._unpacked += len(chunk)
                if self._unpacked > MAX_UNPACKED_BYTES:
                    raise self._too_large()
                self._check_ratio(info, size)
                yield chunk

    def _check_ratio(self, info: zipfile.ZipInfo, size: int) -> None:
        if size > RATIO_COUNTS_FROM_BYTES and size > MAX_RATIO * max(info.compress_size, 1):
            raise self._too_large()

    def _too_large(self) -> RefusedError:
        return refuse(RefusalCode.UNPACKS_TOO_LARGE, self._name, limit=f"{MAX_UNPACKED_BYTES >> 20} MB")
