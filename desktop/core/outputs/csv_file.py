"""Figures as comma-separated values: UTF-8 with BOM, lines ending in CR LF (RFC 4180), texts guarded.

The usual form has commas between cells and a point before decimals, as every program for analysis reads it.
The other has semicolons and decimal commas: spreadsheets set to Vietnamese open it by a double click, where
they would take the "6.3" of the usual one for a date and its "1.234" for 1234. A line "sep=;", which Excel
knows, is not written: with it Excel no longer heeds the BOM, and the letters are lost.
"""

import csv
import io
from collections.abc import Callable, Iterator
from datetime import datetime
from decimal import Decimal
from operator import attrgetter
from typing import IO, Any

from desktop.core.figures import plain
from desktop.core.outputs.columns import ColumnType, columns
from desktop.core.outputs.figure_rows import figure_rows
from desktop.core.outputs.guarding import Guard
from desktop.core.outputs.letters import Letters
from desktop.core.workbooks.content import WorkbookContent
from desktop.core.workbooks.watching import Watch

BETWEEN_TEXTS = "; "
"""What stands between the texts of a cell that holds several."""


def write_csv(
    content: WorkbookContent,
    file: IO[bytes],
    *,
    is_for_vietnamese_sheets: bool = False,
    watch: Watch | None = None,
) -> int:
    """Write the figures of `content` to `file`, in the form with semicolons where asked for.

    Return in how many texts letters were replaced that cannot be written.
    """
    separator, letters = ";" if is_for_vietnamese_sheets else ",", Letters(has_controls=False)
    text_file = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    try:
        writer = csv.writer(text_file, delimiter=separator, lineterminator="\r\n")
        writer.writerow(column.name for column in columns())
        writer.writerows(_lines(content, separator, letters, watch))
    finally:
        # The file is its owner's to close.
        text_file.detach()
    return letters.replaced


def _lines(
    content: WorkbookContent, separator: str, letters: Letters, watch: Watch | None
) -> Iterator[list[str]]:
    values_of = attrgetter(*(column.name for column in columns()))
    written = _writers(separator, letters)
    ways = [written[column.type] for column in columns()]
    for row in figure_rows(content, watch):
        yield ["" if value is None else way(value) for way, value in zip(ways, values_of(row), strict=True)]


def _writers(separator: str, letters: Letters) -> dict[ColumnType, Callable[[Any], str]]:
    """Return how the values of each type are written; what is absent is empty."""
    guard = Guard(separator)
    written: dict[str, str] = {}

    def text(value: str) -> str:
        return guard.guarded(letters.fit(value)) if value else ""

    def choice(value: str) -> str:
        if value not in written:
            written[value] = text(value)
        return written[value]

    def number(value: str) -> str:
        return value.replace(".", ",") if separator == ";" else value

    def decimal(value: Decimal) -> str:
        return number(plain(value))

    def share(value: float) -> str:
        return number(repr(value))

    def texts(values: tuple[str, ...]) -> str:
        return text(BETWEEN_TEXTS.join(values))

    return {
        ColumnType.TEXT: text,
        ColumnType.CHOICE: choice,
        ColumnType.TEXTS: texts,
        ColumnType.DECIMAL: decimal,
        ColumnType.INTEGER: str,
        ColumnType.NUMBER: share,
        ColumnType.BOOLEAN: _truth,
        ColumnType.DATE: str,
        ColumnType.TIME: time_text,
    }


def time_text(moment: datetime) -> str:
    """Return a moment in UTC as ISO 8601 has it: "2021-04-05T07:24:30Z"."""
    return f"{moment:%Y-%m-%dT%H:%M:%S}Z"


def _truth(value: bool) -> str:
    return "true" if value else "false"
