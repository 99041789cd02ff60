"""The lists of the program with an office's, written by the test."""

from collections.abc import Callable
from pathlib import Path

import pytest

import resources
from desktop.core.wordlists.loading import WordLists

OWN = resources.path("lexicon")
WithOffice = Callable[..., WordLists]


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """Return the office's folder, empty."""
    folder = tmp_path / "lexicon"
    folder.mkdir()
    return folder


@pytest.fixture
def with_office(office: Path) -> WithOffice:
    """Return what makes the lists with an office's files, given as texts by their names."""

    def make(**texts: str) -> WordLists:
        for name, text in texts.items():
            (office / f"{name}.toml").write_text(text, encoding="utf-8")
        return WordLists(OWN, [office])

    return make


@pytest.fixture
def with_own(tmp_path: Path) -> WithOffice:
    """Return what makes the lists of a program whose units were edited: `old` stands there as `new`."""

    def make(old: str, new: str, name: str = "units") -> WordLists:
        folder = tmp_path / "own"
        folder.mkdir()
        text = (OWN / f"{name}.toml").read_text(encoding="utf-8")
        assert old in text
        (folder / f"{name}.toml").write_text(text.replace(old, new, 1), encoding="utf-8")
        return WordLists(folder)

    return make
