"""The word lists as the program uses them: its own with an office's changes, and what is to be told of them.

An office's file with an error is left out as a whole and the program goes on with the list it has; a list of
the program that cannot be used is refused where it is needed. What only serves to tell of errors is imported
when there are any: every start of the program reads these lists.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import resources
from desktop.core.errors import Refusal, RefusalCode, RefusedError
from desktop.core.wordlists.folders import is_folder_named, office_folders
from desktop.core.wordlists.forms import FORMS
from desktop.core.wordlists.reading import read
from desktop.core.wordlists.soundness import is_sound

_SUFFIX = ".toml"
# Editors that hide a file's last suffix leave the second.
_LOOKED_AT = (_SUFFIX, f"{_SUFFIX}.txt")
_FILE_NAMES = tuple(f"{name}{_SUFFIX}" for name in FORMS)


@dataclass(frozen=True, slots=True)
class WordList:
    """One list as it is used, None where it cannot be, with its faults; `told` are those told unasked."""

    table: dict[str, Any] | None
    faults: tuple[Refusal, ...] = ()
    told: tuple[Refusal, ...] = ()


class WordLists:
    """The lists in the folder of the program and in those of an office; each is read when it is asked for.

    `must_exist` says that the office's folders were named by hand, so that a missing one is a fault.
    """

    def __init__(self, own: Path, offices: Sequence[Path] = (), *, must_exist: bool = False) -> None:
        self._own = own
        self._offices = offices
        self._must_exist = must_exist
        self._lists: dict[str, WordList] = {}
        self._office_files: list[Path] | None = None
        self._folder_faults: list[Refusal] = []

    def table(self, name: str) -> dict[str, Any]:
        """Return the list `name`, read-only; raise RefusedError where the program's own cannot be used."""
        found = self._list(name)
        if found.table is None:
            raise RefusedError(found.told[0])
        return found.table

    def told(self, names: Iterable[str] | None = None) -> list[Refusal]:
        """Return what the user is to be told of the lists `names`, None for those asked for so far."""
        lists = [self._list(name) for name in (tuple(self._lists) if names is None else names)]
        return [*self._strangers(), *(fault for each in lists for fault in each.told)]

    def faults(self) -> list[Refusal]:
        """Return everything that is wrong in any list."""
        own = sorted(self._own.glob(f"*{_SUFFIX}"))
        foreign = [_stranger(path, _subject(path)) for path in own if path.name not in _FILE_NAMES]
        names = sorted({path.stem for path in own} | FORMS.keys())
        lists = [self._read(name, is_thorough=True) for name in names]
        return [*foreign, *self._strangers(), *(fault for each in lists for fault in each.faults)]

    def office_files(self) -> list[Path]:
        """Return the files of the office that are lists."""
        return [path for path in self._files() if path.name in _FILE_NAMES]

    def _list(self, name: str) -> WordList:
        if name not in self._lists:
            self._lists[name] = self._read(name, is_thorough=False)
        return self._lists[name]

    def _read(self, name: str, *, is_thorough: bool) -> WordList:
        path = self._own / f"{name}{_SUFFIX}"
        found = _own(path, name, is_thorough)
        for file in self._files():
            if file.name == path.name and found.table is not None and name in FORMS:
                from desktop.core.wordlists.judging import with_office

                found = with_office(found, found.table, file, FORMS[name])
        return found

    def _strangers(self) -> list[Refusal]:
        """Return what is wrong with the office's folders: one that is not there, files that are no lists."""
        files = [path for path in self._files() if path.name.lower().endswith(_LOOKED_AT)]
        strangers = [_stranger(path, str(path)) for path in files if path.name not in _FILE_NAMES]
        return [*self._folder_faults, *strangers]

    def _files(self) -> list[Path]:
        if self._office_files is None:
            self._office_files = [path for folder in self._offices for path in self._listing(folder)]
        return self._office_files

    def _listing(self, folder: Path) -> list[Path]:
        try:
            return sorted(folder.iterdir())
        except FileNotFoundError:
            if self._must_exist:
                self._folder_faults.append(Refusal(RefusalCode.LIST_NO_FOLDER, str(folder)))
        except OSError as error:
            details = {"error": error.strerror or str(error)}
            self._folder_faults.append(Refusal(RefusalCode.LIST_UNREADABLE, str(folder), details))
        return []


@cache
def word_lists() -> WordLists:
    """Return the lists of this process."""
    return WordLists(resources.path("lexicon"), office_folders(), must_exist=is_folder_named())


def _own(path: Path, name: str, is_thorough: bool) -> WordList:
    """Return a list of the program, without faults that change nothing unless it is looked at thoroughly."""
    subject = _subject(path)
    try:
        file = read(path, subject)
    except RefusedError as error:
        return WordList(None, (error.refusal,), (error.refusal,))
    form = FORMS.get(name)
    if form is None or (not is_thorough and is_sound(file.content, form)):
        return WordList(file.content)
    from desktop.core.wordlists.judging import judged

    return judged(file, form)


def _subject(path: Path) -> str:
    """Return what messages call a file of the program: its place in the program."""
    return f"resources/lexicon/{path.name}"


def _stranger(path: Path, subject: str) -> Refusal:
    """Return the refusal of a file that is no list."""
    from desktop.core.wordlists.nearest import nearest

    if near := nearest(path.name, _FILE_NAMES):
        return Refusal(RefusalCode.LIST_FILE_UNKNOWN, subject, {"near": near})
    return Refusal(RefusalCode.LIST_FILE_FOREIGN, subject, {"known": ", ".join(_FILE_NAMES)})
