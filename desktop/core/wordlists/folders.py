"""Where an office keeps word lists of its own: the folders of the machine and of the user for settings.

Written out here, because the library for it takes longer to import than all lists take to read.
"""

import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

VARIABLE = "DOICHIEU_LEXICON"
"""Names one folder or several, as PATH does, instead of the usual ones; empty for none."""

_FOLDER = Path("doichieu") / "lexicon"


def office_folders(environment: Mapping[str, str] = os.environ) -> tuple[Path, ...]:
    """Return the folders an office's lists are looked for in, whether they exist or not, the user's last."""
    named = environment.get(VARIABLE)
    if named is None:
        return tuple(parent / _FOLDER for parent in _settings_folders(environment))
    return tuple(Path(part).expanduser().absolute() for part in named.split(os.pathsep) if part.strip())


def user_folder(environment: Mapping[str, str] = os.environ) -> Path | None:
    """Return the folder for lists of one's own, None where the system knows of none."""
    return next(reversed(office_folders(environment)), None)


def is_folder_named(environment: Mapping[str, str] = os.environ) -> bool:
    """Tell whether the folders were named by hand."""
    return bool(environment.get(VARIABLE))


def for_child(environment: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Return the variable by which a process in another folder finds the same lists, where one is set."""
    if VARIABLE not in environment:
        return {}
    return {VARIABLE: os.pathsep.join(map(str, office_folders(environment)))}


def _settings_folders(environment: Mapping[str, str]) -> Iterator[Path]:
    """Yield the machine's folders for settings, the least important first, then the user's."""
    if sys.platform == "win32":
        names = ("PROGRAMDATA", "APPDATA")
        yield from (Path(environment[name]) for name in names if environment.get(name))
        return
    if sys.platform == "darwin":
        yield Path("/Library/Application Support")
        yield from _in_home(environment, "Library/Application Support")
        return
    machine = environment.get("XDG_CONFIG_DIRS") or "/etc/xdg"
    yield from (Path(part) for part in reversed(machine.split(os.pathsep)) if Path(part).is_absolute())
    own = Path(environment.get("XDG_CONFIG_HOME", ""))
    if own.is_absolute():
        yield own
    else:
        yield from _in_home(environment, ".config")


def _in_home(environment: Mapping[str, str], folder: str) -> Iterator[Path]:
    if home := environment.get("HOME"):
        yield Path(home) / folder
