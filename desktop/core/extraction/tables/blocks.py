"""A sheet cut into blocks, each with a title, a header and a body.

A sheet may hold several tables one below the other, or one that begins anew on each page; everything from a
title down to the row before the next title or header is one block.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from desktop.core.extraction import lexicon
from desktop.core.extraction.tables.grid import Entry, Row
from desktop.core.extraction.tables.measures import is_unit, unit_statement
from desktop.core.extraction.tables.title_rows import NUMBERED_TITLE, without_titles

_NUMBERING_CELL = re.compile(r"\(?\s*(?:[a-zđ]|[0-9]{1,2})\s*\)?\s*(?:=.*)?")
_HEADER_ROWS_USUAL = 12
_SELDOM = 4
_BESIDE_LEAST = 3


@dataclass(frozen=True, slots=True)
class Block:
    """A table's parts: rows of the title, of the header, and of the body with figures in `columns`."""

    title: tuple[Row, ...]
    header: tuple[Row, ...]
    body: tuple[Row, ...]
    columns: tuple[int, ...]

    @property
    def first_column(self) -> int:
        """Return the first column of figures."""
        return self.columns[0] if self.columns else 0


def blocks_of(rows: Sequence[Row]) -> list[Block]:
    """Return the blocks of a table in order; together they hold every row."""
    columns = _data_columns([row for row in rows if _is_surely_data(row)])
    if not columns:
        return [Block(tuple(rows), (), (), ())] if rows else []
    first = _first_of_body(rows, columns)
    data = [index >= first and is_data(row, columns[0]) for index, row in enumerate(rows)]
    bounds = [0, *_restarts(rows, data, columns), len(rows)]
    return [_block(rows[start:end], data[start:end]) for start, end in pairwise(bounds)]


def _first_of_body(rows: Sequence[Row], columns: Sequence[int]) -> int:
    """Return the first row with figures where most figures stand: what is beside title and header is none."""
    placed: dict[int, list[int]] = {}
    wanted = frozenset(columns)
    for index, row in enumerate(rows):
        for entry in row.entries:
            if entry.value is None or entry.column not in wanted or entry.says_when:
                continue
            placed.setdefault(entry.column, []).append(index)
    most = max(len(places) for places in placed.values())
    starts = [placed[column][0] for column in columns if len(placed.get(column, ())) * _SELDOM >= most]
    splits = range(1, len(starts))
    beside = (place for place in splits if max(starts[place:]) + _BESIDE_LEAST <= min(starts[:place]))
    return min(starts[: next(beside, None)])


def is_data(row: Row, first_column: int) -> bool:
    """Tell whether a row has figures: numbers that are neither years alone nor column numbers."""
    return (
        any(entry.value is not None for entry in row.entries)
        and not is_numbering(row)
        and not _is_year_header(row, first_column)
        and not _is_mostly_words(row, first_column)
    )


def is_numbering(row: Row) -> bool:
    """Tell whether a row only numbers the columns: "A | B | 1 | 2 | 3" or "(1) | (2) | (3)=(2)/(1)"."""
    numbers: list[int] = []
    for entry in row.entries:
        if not _NUMBERING_CELL.fullmatch(entry.lower):
            return False
        digits = re.search(r"[0-9]+", entry.lower)
        if digits:
            numbers.append(int(digits[0]))
    if len(numbers) < 2 or numbers[0] > 5:
        return False
    return all(after - before == 1 for before, after in pairwise(numbers))


def is_band(row: Row, columns: Sequence[int]) -> bool:
    """Tell whether a row within a body says units, or one thing for all columns, and no figure."""
    said = [entry for entry in row.entries if entry.last_column >= columns[0] and not entry.is_mark]
    return bool(said) and (
        all(entry.value is None and _says_unit(entry) for entry in said)
        or (
            len(row.entries) == 1
            and said[0].value is None
            and 0 < said[0].column <= columns[0]
            and said[0].last_column >= columns[-1] > columns[0]
        )
    )


def _says_unit(entry: Entry) -> bool:
    return is_unit(entry.text.strip("() ")) or bool(unit_statement(entry.text))


def _is_surely_data(row: Row) -> bool:
    return not is_numbering(row) and any(
        entry.value is not None and not entry.says_when for entry in row.entries
    )


def _is_mostly_words(row: Row, first_column: int) -> bool:
    """Tell whether a row without label is a header with notes beside it.

    It says more words and years than numbers, or all its words before the first number.
    """
    if row.entries[0].column < first_column:
        return False
    words = [e.column for e in row.entries if e.says_when or (e.value is None and not e.is_mark)]
    if len(words) < 2:
        return False
    numbers = [e.column for e in row.entries if e.value is not None and not e.says_when]
    return len(words) * 2 > len(row.entries) or not numbers or words[-1] < numbers[0]


def _is_year_header(row: Row, first_column: int) -> bool:
    numbers = [entry for entry in row.entries if entry.value is not None]
    if not numbers or not all(entry.says_when for entry in numbers):
        return False
    first = row.entries[0]
    if first.column >= first_column or _is_header_word(first):
        return True
    years = [int(entry.text) for entry in numbers if entry.is_year]
    return len(years) > 2 and all(b - a in (0, 1) for a, b in pairwise(years))


def _is_header_word(entry: Entry) -> bool:
    keys = ("role.ordinal", "role.label", "role.unit", "role.code")
    return any(entry.lower.strip(" .:") in lexicon.words("tables", key) for key in keys) or entry.lower in (
        "năm",
        "quý",
        "tháng",
        "tính",
    )


def _restarts(rows: Sequence[Row], data: Sequence[bool], columns: Sequence[int]) -> list[int]:
    """Return where a further block begins: at a title or header that stands between rows of figures."""
    starts: list[int] = []
    run = -1
    has_body = False
    for index in range(len(rows)):
        if not data[index]:
            run = index if run < 0 else run
            continue
        if has_body and run >= 0 and (start := _start_within(rows, run, index, columns)) is not None:
            starts.append(start)
        has_body, run = True, -1
    return starts


def _start_within(rows: Sequence[Row], first: int, end: int, columns: Sequence[int]) -> int | None:
    """Return where, within a run of rows without figures, a new block begins, if it does."""
    titled = next((i for i in range(first, end) if _is_title(rows[i], columns)), None)
    for index in range(first, end):
        if _is_header_row(rows[index], columns, is_after_title=titled is not None and titled < index):
            return titled if titled is not None and titled < index else _first_of_title(rows, first, index)
    return None


def _first_of_title(rows: Sequence[Row], first: int, header: int) -> int:
    start = header
    while start > first and _says_unit(rows[start - 1].entries[0]) and len(rows[start - 1].entries) == 1:
        start -= 1
    return start


def _is_title(row: Row, columns: Sequence[int]) -> bool:
    first = row.entries[0]
    is_alone = all(entry.last_column < columns[0] or _says_unit(entry) for entry in row.entries[1:])
    return (
        is_alone
        and first.value is None
        and (
            NUMBERED_TITLE.match(first.lower) is not None
            or any(word in first.lower for word in ("(tiếp theo)", "(tiếp)"))
        )
    )


def _is_header_row(row: Row, columns: Sequence[int], *, is_after_title: bool) -> bool:
    if _is_year_header(row, columns[0]):
        return True
    said = [
        entry
        for entry in row.entries
        if entry.column >= columns[0] and not entry.is_mark and not _says_unit(entry)
    ]
    if not said or any(entry.value is not None for entry in row.entries):
        return False
    first = row.entries[0]
    return is_after_title or _is_header_word(first) or (first.column >= columns[0] and len(said) > 1)


def _block(rows: Sequence[Row], data: Sequence[bool]) -> Block:
    columns = _data_columns([row for row, has_figures in zip(rows, data, strict=True) if has_figures])
    if not columns:
        return Block(tuple(rows), (), (), ())
    first_data = data.index(True)
    in_header = [
        index
        for index in range(_first_of_header(rows, first_data, columns), first_data)
        if _reaches(rows[index], columns) and not _is_band_in_body(rows, index, columns)
    ]
    in_header = list(without_titles(rows, in_header))
    start = in_header[0] if in_header else first_data
    end = in_header[-1] + 1 if in_header else first_data
    if not in_header:
        start = end = _first_label(rows, first_data, columns)
    return Block(tuple(rows[:start]), tuple(rows[start:end]), tuple(rows[end:]), columns)


def _first_of_header(rows: Sequence[Row], first_data: int, columns: Sequence[int]) -> int:
    """Return where a header can begin: one of more rows than any usual one goes on where none is left out."""
    start = max(0, first_data - _HEADER_ROWS_USUAL)
    while (
        start > 0 and rows[start - 1].number == rows[start].number - 1 and _reaches(rows[start - 1], columns)
    ):
        start -= 1
    return start


def _first_label(rows: Sequence[Row], first_data: int, columns: Sequence[int]) -> int:
    """Return where the body of a block without header begins: group labels belong to it, titles do not."""
    start = first_data
    while start > 0 and len(rows[start - 1].entries) == 1 and not _is_title(rows[start - 1], columns):
        start -= 1
    return start


def _reaches(row: Row, columns: Sequence[int]) -> bool:
    """Tell whether a row says something over the columns of figures, other than the table's unit or title."""
    if is_numbering(row):
        return True
    said = [e for e in row.entries if e.last_column >= columns[0] and (e.value is None or e.says_when)]
    if not said:
        return False
    if len(row.entries) == 1:
        entry = row.entries[0]
        if unit_statement(entry.text) and not entry.text.startswith("("):
            return False
        return entry.column >= columns[0]
    return any(entry.column >= columns[0] for entry in said)


def _is_band_in_body(rows: Sequence[Row], index: int, columns: Sequence[int]) -> bool:
    """Tell whether a row above the first figures is no part of the header but a band of units."""
    row = rows[index]
    if any(entry.text.startswith("(") for entry in row.entries) or is_numbering(row):
        return False
    below_header = index > 0 and any(_reaches(rows[above], columns) for above in range(index))
    is_labelled = row.entries[0].column < columns[0] and not _is_header_word(row.entries[0])
    return below_header and is_band(row, columns) and (is_labelled or len(row.entries) == 1)


def _data_columns(data: Sequence[Row]) -> tuple[int, ...]:
    """Return the columns of figures: those with numbers, ordinals and codes left of the labels left out."""
    numbers: Counter[int] = Counter()
    texts: Counter[int] = Counter()
    for row in data:
        for entry in row.entries:
            if entry.value is not None:
                numbers[entry.cell.column] += 1
            elif not entry.is_mark:
                texts[entry.cell.column] += 1
    if not numbers:
        return ()
    stubs = [column for column, count in texts.items() if count * 2 >= len(data)]
    has_stub = bool(stubs)
    last_stub = min(stubs) if has_stub else -1
    columns = sorted(column for column in numbers if column > last_stub)
    if not has_stub and len(columns) > 1 and _are_years(data, columns[0]):
        columns = columns[1:]
    least = max(1, len(data) // 100)
    kept = [column for column in columns if numbers[column] >= least]
    while len(kept) > 1 and texts[kept[0]] > numbers[kept[0]]:
        kept = kept[1:]
    return tuple(kept)


def _are_years(data: Sequence[Row], column: int) -> bool:
    entries = [entry for row in data if (entry := row.at(column)) is not None]
    return bool(entries) and all(entry.is_year for entry in entries)
