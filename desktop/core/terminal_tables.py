"""Rows of text as a table for a terminal: aligned, cut to its width, and harmless whatever the texts hold."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from shutil import get_terminal_size

GAP = "  "
NARROWEST_REST = 16

_USUAL_WIDTH = (120, 24)


@dataclass(frozen=True, slots=True)
class Column:
    """A column, as wide as its texts but never wider than `widest`; the one with None takes what is left."""

    widest: int | None
    is_right: bool = False


def table_lines(
    headings: Sequence[str],
    rows: Iterable[Sequence[str]],
    columns: Sequence[Column],
    width: int | None = None,
) -> Iterator[str]:
    """Yield the headings, a rule and the rows, cut to `width` columns (None: those of the terminal)."""
    width = get_terminal_size(_USUAL_WIDTH).columns if width is None else width
    printed = [[printable(text) for text in row] for row in (headings, *rows)]
    widths = _widths(printed, columns, width)
    for number, row in enumerate(printed):
        cells = (
            fit(text, wide, is_right=column.is_right)
            for text, wide, column in zip(row, widths, columns, strict=True)
        )
        yield GAP.join(cells).rstrip()
        if number == 0:
            yield GAP.join("─" * wide for wide in widths)


def printable(text: str) -> str:
    """Return `text` on one line, without letters that a terminal would take for orders."""
    if text.isprintable():
        return text
    line = " ".join(text.split())
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in line)


def width_of(text: str) -> int:
    """Return how many columns of a terminal `text` takes: a combining mark none, a wide letter two."""
    return len(text) if text.isascii() else sum(_letter_width(letter) for letter in text)


def fit(text: str, width: int, *, is_right: bool = False) -> str:
    """Return `text` in exactly `width` columns: filled up with spaces, or cut with "…"."""
    taken = width_of(text)
    if taken > width:
        text = _cut(text, width - 1) + "…"
        taken = width_of(text)
    filling = " " * (width - taken)
    return filling + text if is_right else text + filling


def _letter_width(letter: str) -> int:
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in ("W", "F") else 1


def _cut(text: str, width: int) -> str:
    taken = 0
    for at, letter in enumerate(text):
        taken += _letter_width(letter)
        if taken > width:
            return text[:at]
    return text


def _widths(rows: Sequence[Sequence[str]], columns: Sequence[Column], width: int) -> list[int]:
    needed = [max(width_of(row[at]) for row in rows) for at in range(len(columns))]
    widths = [
        need if column.widest is None else min(need, column.widest)
        for need, column in zip(needed, columns, strict=True)
    ]
    for at, column in enumerate(columns):
        if column.widest is None:
            others = sum(widths) - widths[at] + len(GAP) * (len(columns) - 1)
            widths[at] = min(widths[at], max(width - others, NARROWEST_REST))
    return widths
