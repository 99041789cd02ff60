"""A file's bytes, or the reason why there are none to be had."""

import os
import stat
from pathlib import Path

from desktop.core.errors import RefusalCode, refuse
from desktop.core.readers import MAX_FILE_BYTES


def contents(path: Path) -> bytes:
    """Return the bytes of the regular file at `path`; raise RefusedError where that cannot be."""
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            is_closed = stat.S_ISDIR(mode) and not os.access(path, os.R_OK | os.X_OK)
            raise refuse(RefusalCode.NOT_ALLOWED if is_closed else RefusalCode.UNKNOWN_FORMAT, path.name)
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise refuse(RefusalCode.NOT_FOUND, path.name) from error
    except PermissionError as error:
        raise refuse(RefusalCode.NOT_ALLOWED, path.name) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise refuse(RefusalCode.READER_FAILED, path.name, error=reason) from error
    if len(data) > MAX_FILE_BYTES:
        raise refuse(RefusalCode.FILE_TOO_LARGE, path.name, limit=f"{MAX_FILE_BYTES >> 20} MB")
    return data
