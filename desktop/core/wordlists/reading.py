"""One file of words, parsed; a byte order mark or decomposed letters, which editors leave, are put right."""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.core.errors import RefusalCode, RefusedError, refuse

_AT = r" \(at line ([0-9]+), column ([0-9]+)\)$"
_TWICE = ("Cannot declare", "Cannot overwrite", "Duplicate", "Cannot mutate", "Cannot redefine")
_EXCERPT_CHARACTERS = 40


@dataclass(frozen=True, slots=True)
class ListFile:
    """A file of words; `subject` is what a message calls it."""

    subject: str
    text: str
    content: dict[str, Any]


def read(path: Path, subject: str) -> ListFile:
    """Return the file at `path`; raise RefusedError with the line of what cannot be read."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise refuse(RefusalCode.LIST_UNREADABLE, subject, error=error.strerror or str(error)) from error
    text = _text(data, subject)
    try:
        return ListFile(subject, text, tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise _wrong_syntax(text, str(error), subject) from error


def _text(data: bytes, subject: str) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = str(data[: error.start].count(b"\n") + 1)
        raise refuse(RefusalCode.LIST_NOT_UTF8, subject, line=line) from error
    return unicodedata.normalize("NFC", text).replace("\r\n", "\n")


def _wrong_syntax(text: str, error: str, subject: str) -> RefusedError:
    lines = text.rstrip("\n").split("\n")
    # The parser names no place for what is missing at the end.
    at = re.search(_AT, error)
    line, column = (int(at[1]), int(at[2])) if at else (len(lines), len(lines[-1]) + 1)
    line = min(line, len(lines))
    code = RefusalCode.LIST_DECLARED_TWICE if error.startswith(_TWICE) else RefusalCode.LIST_SYNTAX
    excerpt = lines[line - 1].strip()
    if len(excerpt) > _EXCERPT_CHARACTERS:
        start = max(0, min(column - _EXCERPT_CHARACTERS // 2, len(excerpt) - _EXCERPT_CHARACTERS))
        excerpt = "…" + excerpt[start : start + _EXCERPT_CHARACTERS] + "…"
    return refuse(code, subject, line=str(line), column=str(column), text=excerpt)
