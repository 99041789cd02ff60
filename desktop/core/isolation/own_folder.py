"""A temporary folder for one reading process, removed with it, or by the next one after a kill."""

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PREFIX = "doichieu-reading-"
_OWNER = re.compile(rf"{_PREFIX}([0-9]+)-")


@contextmanager
def own_folder() -> Iterator[Path]:
    """Give a folder that only this program's reading process uses."""
    _remove_orphans(Path(tempfile.gettempdir()))
    prefix = f"{_PREFIX}{os.getpid()}-"
    with tempfile.TemporaryDirectory(prefix=prefix, ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def _remove_orphans(parent: Path) -> None:
    """Remove the folders of programs that ended without time to do so."""
    for folder in parent.glob(f"{_PREFIX}*"):
        owner = _OWNER.match(folder.name)
        if owner is not None and not _is_running(int(owner[1])):
            shutil.rmtree(folder, ignore_errors=True)


def _is_running(pid: int) -> bool:
    if os.name != "posix":
        return True
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        pass
    return True
