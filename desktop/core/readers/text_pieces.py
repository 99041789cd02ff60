"""The cells of a line of plain text: what tabs, bars or several spaces part, and where across it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.core.readers.text_cells import is_blank, is_label, is_measured, is_ordinal, is_rule, is_year
from desktop.core.readers.text_lines import Lines

_SPACES = re.compile(r"[ \xa0]{2,}")
_LONGEST_ROW = 400
_MOST_BEFORE_NUMBERS = 3


@dataclass(frozen=True, slots=True)
class Piece:
    """A cell at [start, end) of the text, and the stretch [low, high] across the line that it takes."""

    text: str
    start: int
    end: int
    low: int
    high: int


def has_pieces(line: str) -> bool:
    """Tell whether anything parts a line, not too long for a row, into cells."""
    return ("  " in line or "\t" in line or "|" in line or "\xa0\xa0" in line) and len(line) <= _LONGEST_ROW


def pieces_of(text: str, lines: Lines, index: int) -> list[Piece]:
    """Return the cells of a line of `text` that are not empty, none for a line drawn with characters."""
    line = lines.texts[index]
    start = lines.starts[index]
    if is_rule(line):
        return []
    if len(line) > _LONGEST_ROW:
        return [Piece(line, start, lines.ends[index], 0, len(line))]
    if "|" in line:
        return _parted(line, start, "|", 0)
    before = text[start - lines.indents[index] : start]
    if "\t" in line or ("\t" in before and not has_pieces(line)):
        return _parted(line, start, "\t", before.count("\t"))
    return _parted_by_spaces(line, start, len(before))


def numbers_in(pieces: Sequence[Piece]) -> int:
    """Return how many cells of a row, from the last one back, are figures; 0 where it is no row of them."""
    count = 0
    for piece in reversed(pieces):
        if not (is_measured(piece.text) or is_blank(piece.text)):
            break
        count += 1
    before = pieces[: len(pieces) - count]
    is_named = 0 < len(before) <= _MOST_BEFORE_NUMBERS and all(
        is_label(piece.text) or is_ordinal(piece.text) for piece in before
    )
    has_label = any(is_label(piece.text) for piece in before)
    has_number = any(is_measured(p.text) and not is_year(p.text) for p in pieces[len(before) :])
    return count if is_named and has_label and has_number else 0


def _parted(line: str, start: int, mark: str, place: int) -> list[Piece]:
    pieces: list[Piece] = []
    for part in line.split(mark):
        if stripped := part.strip():
            begin = start + part.index(stripped)
            pieces.append(Piece(stripped, begin, begin + len(stripped), place, place))
        start += len(part) + 1
        place += 1
    return pieces


def _parted_by_spaces(line: str, start: int, indent: int) -> list[Piece]:
    pieces: list[Piece] = []
    begin = 0
    for end, after in [*(match.span() for match in _SPACES.finditer(line)), (len(line), len(line))]:
        pieces.append(Piece(line[begin:end], start + begin, start + end, indent + begin, indent + end))
        begin = after
    return pieces
