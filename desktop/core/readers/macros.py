"""Whether an office file brings macros along. They are never run; the user is told that they are there."""

import io
import zipfile

from desktop.core.readers import compound

_PART = "vbaproject.bin"
_STORAGES = frozenset(("_vba_project_cur", "macros"))


def carries_macros(data: bytes) -> bool:
    """Tell whether the office file in `data` has macros in it; other files, broken ones too, have none."""
    try:
        if data.startswith(compound.SIGNATURE):
            return not _STORAGES.isdisjoint(name.lower() for name in compound.root_names(data))
        if data.startswith(b"PK"):
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                return any(name.lower().endswith(_PART) for name in archive.namelist())
    except (ValueError, zipfile.BadZipFile):
        pass
    return False
