"""By what a row of a workbook that was handed on is known again: hidden columns, and properties of the file.

A row of a figure carries its key, the fields it was exported with and a digest over both; the file's own
properties carry a digest over all rows, which the workspace's log keeps as well.
"""

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

from desktop.core.figures import Reading, reading_fields

KEY_HEADING = "Mã số liệu"
FIELDS_HEADING = "Giá trị khi xuất"
DIGEST_HEADING = "Mã kiểm"
"""The headings of the hidden columns, by which they are found wherever they were moved to."""

DIGEST_PROPERTY = "doichieu.digest"
COUNT_PROPERTY = "doichieu.figures"
WORKSPACE_PROPERTY = "doichieu.workspace"
EXPORTED_AT_PROPERTY = "doichieu.exported_at"
VERSION_PROPERTY = "doichieu.version"
"""The names of the file's own (custom) properties; the time is ISO 8601 in UTC."""

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_ODD = re.compile("[\ud800-\udfff\ufffe\uffff]|_(?=x)")
"""What no cell holds as it is: halves of letters, letters that are none, and the sign of Excel's escapes."""

_LETTERS_OF_A_REPORT = 12
_LETTERS_OF_A_ROW = 16


@dataclass(frozen=True, slots=True)
class FigureMark:
    """What the hidden columns of a figure's row hold.

    `key` names the figure: the first letters of its report's digest and its number in the workspace,
    "3fa0b52c9d11-218". `fields` is the reading it was exported with, its flat texts as JSON.
    """

    key: str
    fields: str
    digest: str

    @classmethod
    def of(cls, report_digest: str, figure_id: int, reading: Reading) -> "FigureMark":
        """Return the mark of a figure handed on with `reading`."""
        key = figure_key(report_digest, figure_id)
        fields = _ENCODER.encode(reading_fields(reading))
        if not fields.isprintable() or "_x" in fields:
            fields = _ODD.sub(_escaped, fields)
        return cls(key, fields, _digest_of(key, fields))

    @property
    def is_sound(self) -> bool:
        """Tell whether key and fields are those the digest was made of."""
        return self.digest == _digest_of(self.key, self.fields)


def figure_key(report_digest: str, figure_id: int) -> str:
    """Return by what a figure is known in any workbook of its workspace."""
    return f"{report_digest[:_LETTERS_OF_A_REPORT]}-{figure_id}"


def workbook_digest(marks: Iterable[FigureMark]) -> str:
    """Return the SHA-256 over all rows, in whatever order they stand."""
    lines = sorted(f"{mark.key} {mark.digest}" for mark in marks)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _escaped(match: re.Match[str]) -> str:
    """Return a letter as JSON may write it too, so that a cell holds the text as it is."""
    return f"\\u{ord(match[0]):04x}"


def _digest_of(key: str, fields: str) -> str:
    return hashlib.sha256(f"{key}\n{fields}".encode()).hexdigest()[:_LETTERS_OF_A_ROW]
