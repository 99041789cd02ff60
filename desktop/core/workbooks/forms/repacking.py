"""A zip archive written anew with a few parts changed: the compressed bytes of the others are copied."""

import copy
import io
import struct
import zipfile
from collections.abc import Mapping
from typing import IO

_LOCAL_HEADER_BYTES = 30
_NAME_AND_EXTRA_LENGTHS = struct.Struct("<HH")
_LENGTHS_AT = 26
_SIZES_BEHIND = 0x08
_OLDEST_TIME = (1980, 1, 1, 0, 0, 0)


def write_package(data: bytes, parts: Mapping[str, bytes], file: IO[bytes]) -> None:
    """Write the archive in `data` to `file` with `parts` in place of those of the same names, or added."""
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        new.comment = old.comment
        for info in old.infolist():
            if info.filename in parts:
                new.writestr(_like(info), parts[info.filename])
            else:
                _copy(data, info, new, file)
        known = set(old.namelist())
        for name, content in parts.items():
            if name not in known:
                new.writestr(_deflated(zipfile.ZipInfo(name, _OLDEST_TIME)), content)


def _like(info: zipfile.ZipInfo) -> zipfile.ZipInfo:
    same = zipfile.ZipInfo(info.filename, max(info.date_time, _OLDEST_TIME))
    same.external_attr = info.external_attr
    return _deflated(same)


def _deflated(info: zipfile.ZipInfo) -> zipfile.ZipInfo:
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


def _copy(data: bytes, info: zipfile.ZipInfo, new: zipfile.ZipFile, file: IO[bytes]) -> None:
    """Copy a member's compressed bytes as they are; its sizes go before them, wherever they stood."""
    lengths = _NAME_AND_EXTRA_LENGTHS.unpack_from(data, info.header_offset + _LENGTHS_AT)
    start = info.header_offset + _LOCAL_HEADER_BYTES + sum(lengths)
    copied = copy.copy(info)
    copied.flag_bits &= ~_SIZES_BEHIND
    file.seek(new.start_dir)
    copied.header_offset = file.tell()
    file.write(copied.FileHeader())
    file.write(data[start : start + info.compress_size])
    new.filelist.append(copied)
    new.NameToInfo[copied.filename] = copied
    new.start_dir = file.tell()
