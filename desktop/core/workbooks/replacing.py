"""Writing a file so that its old content stays whole until the new one is complete and checked."""

import contextlib
import errno
import os
import secrets
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import IO

from desktop.core.errors import RefusalCode, RefusedError, refuse


class UnsoundFileError(Exception):
    """Says what is wrong with a file that was being written."""


_NO_SPACE = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def replace_file(
    out: Path, write: Callable[[IO[bytes]], object], check: Callable[[Path], None] = lambda _: None
) -> None:
    """Let `write` fill a new file beside `out`, let `check` look at it, then put it in the place of `out`.

    Raise RefusedError when the disk is full or the file cannot be written, or when either raises
    UnsoundFileError; `out` is untouched then and nothing else is left behind.
    """
    target = Path(os.path.realpath(out))
    beside = target.with_name(f".~{secrets.token_hex(8)}.tmp")
    try:
        _write_through(beside, write)
        check(beside)
        _keep_permissions(target, beside)
        beside.replace(target)
    except OSError as error:
        raise _refusal(out, error) from error
    except UnsoundFileError as error:
        raise refuse(RefusalCode.CANNOT_WRITE, out.name, error=str(error)) from error
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
    _sync_folder(target.parent)


def replace_text(out: Path, lines: Iterable[str]) -> None:
    """Put `lines`, which have no line feeds at their ends, in the place of `out` as replace_file does."""

    def write(file: IO[bytes]) -> None:
        for line in lines:
            file.write(line.encode("utf-8", errors="replace") + b"\n")

    replace_file(out, write)


def _write_through(path: Path, write: Callable[[IO[bytes]], object]) -> None:
    with path.open("xb") as file:
        write(file)
        file.flush()
        os.fsync(file.fileno())


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
    code = RefusalCode.DISK_FULL if error.errno in _NO_SPACE else RefusalCode.CANNOT_WRITE
    return refuse(code, out.name, error=error.strerror or str(error))
