"""Figures as one JSON object (RFC 8259): what it says of itself, the columns, the reports, all figures.

Written a figure at a time, so that 100,000 of them cost no memory. Decimals are strings, since a reader of
JSON would make binary numbers of them; dates and times are ISO 8601; what is absent is null.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, date, datetime
from decimal import Decimal
from operator import attrgetter
from typing import IO, Any

from desktop.core.figures import plain
from desktop.core.outputs.about_export import AboutExport
from desktop.core.outputs.columns import columns
from desktop.core.outputs.csv_file import time_text
from desktop.core.outputs.figure_rows import figure_rows
from desktop.core.outputs.letters import Letters
from desktop.core.workbooks.content import ReportContent, WorkbookContent
from desktop.core.workbooks.watching import Watch

FORMAT = "doichieu.figures"
FORMAT_VERSION = 1

_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False)


def write_json(content: WorkbookContent, file: IO[bytes], watch: Watch | None = None) -> int:
    """Write the figures of `content` to `file`, a line each.

    Return in how many lines letters were replaced that cannot be written.
    """
    letters = Letters(has_controls=True)
    for piece in _pieces(content, watch):
        file.write(letters.fit(piece).encode())
    return letters.replaced


def _pieces(content: WorkbookContent, watch: Watch | None) -> Iterator[str]:
    head = {"format": FORMAT, "format_version": FORMAT_VERSION, **asdict(AboutExport.of(content))}
    yield "{\n"
    for key, value in head.items():
        yield f"{_text(key)}: {_text(value)},\n"
    yield from _list("columns", (asdict(column) for column in columns()))
    yield ",\n"
    yield from _list("reports", map(_report, content.reports))
    yield ",\n"
    yield from _list("figures", _rows(content, watch))
    yield "\n}\n"


def _list(key: str, values: Iterator[dict[str, Any]]) -> Iterator[str]:
    yield f"{_text(key)}: ["
    for number, value in enumerate(values):
        yield f"{',' if number else ''}\n{_text(value)}"
    yield "\n]"


def _rows(content: WorkbookContent, watch: Watch | None) -> Iterator[dict[str, Any]]:
    names = [column.name for column in columns()]
    values_of = attrgetter(*names)
    for row in figure_rows(content, watch):
        yield {name: _plain(value) for name, value in zip(names, values_of(row), strict=True)}


def _report(report: ReportContent) -> dict[str, Any]:
    summary = report.summary
    return {
        "digest": summary.digest,
        "name": summary.name,
        "title": summary.title,
        "period": summary.period,
        "issuer": summary.issuer,
        "province": summary.province,
        "imported_at": time_text(summary.imported_at.astimezone(UTC)),
        "signed_by": summary.signed_by,
        "signed_at": time_text(summary.signed_at.astimezone(UTC)) if summary.signed_at else None,
        "verified": len(report.figures),
        "left_out": report.left_out.total,
    }


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, datetime):
        return time_text(value)
    return str(value) if isinstance(value, date) else value


def _text(value: object) -> str:
    return _ENCODER.encode(value)
