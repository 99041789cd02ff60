"""Writing a file so that its old content stays whole until the new one is complete and checked."""

import contextlib
import errno
import os
import secrets
import stat
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import IO

from desktop.core.errors import RefusalCode, RefusedError, refuse


class UnsoundFileError(Exception):
    """Says what is wrong with a file that was being written."""


_NO_SPACE = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NOT_ALLOWED = {errno.EACCES, errno.EPERM, errno.EROFS}
_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
_LOCKS = ((".~lock.{}#", "LibreOffice"), ("~${}", "Excel"))
"""Files that programs keep beside one that they have open, for as long as they have it."""


def replace_file(
    out: Path, write: Callable[[IO[bytes]], object], check: Callable[[Path], None] = lambda _: None
) -> None:
    """Let `write` fill a new file beside `out`, let `check` look at it, then put it in the place of `out`.

    Raise RefusedError when the disk is full, the file or its folder cannot be written, another program has
    the file open, or when either raises UnsoundFileError; `out` is untouched then and nothing else is left
    behind.
    """
    target = Path(os.path.realpath(out))
    beside = target.with_name(f".~{secrets.token_hex(8)}.tmp")
    refuse_if_held(out)
    try:
        _write_through(beside, write)
        check(beside)
        _keep_permissions(target, beside)
        refuse_if_held(out)
        _put_in_place(beside, target)
    except OSError as error:
        raise _refusal(out, error) from error
    except UnsoundFileError as error:
        raise refuse(RefusalCode.CANNOT_WRITE, out.name, error=str(error)) from error
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
    _sync_folder(target.parent)


def refuse_if_held(out: Path) -> None:
    """Refuse a file that is marked read-only, or that another program says it has open.

    Systems other than Windows would let it be replaced all the same, unseen by who has it open and saves it
    over ours later.
    """
    target = Path(os.path.realpath(out))
    if not target.is_file():
        return
    if not target.stat().st_mode & _WRITABLE:
        raise refuse(RefusalCode.FILE_READ_ONLY, out.name)
    for pattern, program in _LOCKS:
        lock = target.with_name(pattern.format(target.name))
        if lock.is_file():
            raise refuse(RefusalCode.FILE_LOCKED, out.name, program=program, lock=lock.name)


def replace_text(out: Path, lines: Iterable[str]) -> None:
    """Put `lines`, which have no line feeds at their ends, in the place of `out` as replace_file does."""

    def write(file: IO[bytes]) -> None:
        for line in lines:
            file.write(line.encode("utf-8", errors="replace") + b"\n")

    replace_file(out, write)


class _FolderError(OSError):
    """Says that the folder takes no new file."""


class _InUseError(OSError):
    """Says that the system does not let go of the old file."""


def _write_through(path: Path, write: Callable[[IO[bytes]], object]) -> None:
    try:
        opened = path.open("xb")
    except OSError as error:
        if error.errno in _NOT_ALLOWED:
            raise _FolderError(*error.args) from error
        raise
    with opened as file:
        write(file)
        file.flush()
        os.fsync(file.fileno())


def _put_in_place(beside: Path, target: Path) -> None:
    """Put the new file in the place of the old; Windows refuses while a program has that one open."""
    try:
        beside.replace(target)
    except PermissionError as error:
        raise (_InUseError if target.is_file() else _FolderError)(*error.args) from error


def _keep_permissions(old: Path, new: Path) -> None:
    if old.is_file():
        new.chmod(old.stat().st_mode)


def _sync_folder(folder: Path) -> None:
    """Make the new name last; file systems that cannot do so for a folder are left alone."""
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _refusal(out: Path, error: OSError) -> RefusedError:
    if isinstance(error, _InUseError):
        return refuse(RefusalCode.FILE_IN_USE, out.name)
    code = RefusalCode.DISK_FULL if error.errno in _NO_SPACE else RefusalCode.CANNOT_WRITE
    if isinstance(error, _FolderError):
        code = RefusalCode.FOLDER_NOT_WRITABLE
    return refuse(code, out.name, error=error.strerror or str(error))
