"""The program's data files: word lists, translations, samples, templates, icons."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent


def path(name: str) -> Path:
    """Return the path of the resource `name`, given relative to this folder ("lexicon/units.toml")."""
    return ROOT / name


@cache
def toml(name: str) -> dict[str, Any]:
    """Return the parsed TOML resource `name`; treat it as read-only, it is shared."""
    with path(name).open("rb") as file:
        return tomllib.load(file)
