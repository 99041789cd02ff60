"""The rows of a block's body: their labels, what stands above them, their units and periods."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from desktop.core.extraction import lexicon
from desktop.core.extraction.passages import fold
from desktop.core.extraction.tables.blocks import Block, is_band, is_numbering
from desktop.core.extraction.tables.columns import Stub
from desktop.core.extraction.tables.grid import Row
from desktop.core.extraction.tables.measures import (
    is_ditto,
    is_unit,
    says,
    unit_of_name,
    unit_statement,
    without_units,
)
from desktop.core.extraction.tables.periods import Period, is_period

_ENUMERATION = re.compile(
    r"\s*(?:(?P<capital>[A-ZĐ])|(?P<roman>[IVX]{1,5})|(?P<digit>[0-9]{1,2})|(?P<small>[a-zđ]))\s*[.)/]\s*(?=\D)"
    r"|\s*(?P<parts>[0-9]{1,2}(?:\.[0-9]{1,2})+)[.)]?\s+"
    r"|\s*(?P<digit_dash>[0-9]{1,2})\s*-\s+(?=\D)|\s*(?P<dash>[-+*•–])\s*"
)
_RANKS = {"capital": 0, "roman": 1, "digit": 2, "digit_dash": 2, "parts": 3, "small": 4}
_GROUP_RANK, _ROW_RANK = 5, 6
_ANCESTORS_MOST = 8

Depth = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Line:
    """A row of figures as read: its indicator without the column's part, its unit, its own period."""

    row: Row
    label: str
    unit: str = ""
    band_units: tuple[tuple[int, str], ...] = ()
    period: Period | None = None
    carried_unit: str = ""
    is_labelled: bool = True
    is_vague: bool = False


@dataclass(frozen=True, slots=True)
class _Labelled:
    """A row with its label before its path is known."""

    row: Row
    label: str
    depth: Depth
    unit: str
    has_figures: bool
    band: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class _Path:
    """A row of figures with the labels above it; `least` is how many of them its indicator needs."""

    item: _Labelled
    names: tuple[str, ...]
    unit: str
    carried_unit: str
    least: int


def lines_of(block: Block, stub: Stub) -> list[Line]:
    """Return the rows of figures of a block, in order, with the shortest labels that tell them apart."""
    paths = _paths(_whole(list(_labelled(block, stub))))
    labels = _distinct([path.names for path in paths], [path.least for path in paths])
    return [_line(path, label) for path, label in zip(paths, labels, strict=True)]


@lru_cache(maxsize=8192)
def cleaned(label: str) -> str:
    """Return a label without its numbering, its unit in brackets and marks at its ends."""
    text = without_units(label)
    match = _ENUMERATION.match(text)
    if match and match.end() < len(text):
        text = text[match.end() :]
    return " ".join(text.split()).strip(" :;-–+*").strip() or label.strip()


def _line(path: _Path, chosen: tuple[str, ...]) -> Line:
    period = is_period(fold(path.names[-1])) if path.names else None
    parts = chosen
    if period is not None and len(path.names) > 1:
        parts = path.names[-2:-1]
    item = path.item
    return Line(
        row=item.row,
        label=" – ".join(part for part in parts if part),
        unit=item.unit or path.unit,
        band_units=item.band,
        carried_unit=path.carried_unit,
        period=period.period if period else None,
        is_labelled=bool(item.label),
        is_vague=len(parts) == 1 and (_is_vague(parts[0]) or _begins_transparent(fold(parts[0]))),
    )


def _labelled(block: Block, stub: Stub) -> Iterator[_Labelled]:
    """Yield the body's rows that have a label or figures, with labels over two rows made one."""
    unit = ""
    band: tuple[tuple[int, str], ...] = ()
    band_depth: Depth | None = None
    held: _Labelled | None = None
    for row in block.body:
        if is_numbering(row):
            continue
        has_figures = any(e.value is not None and e.column in block.columns for e in row.entries)
        label, depth = _label(row, stub, has_figures=has_figures)
        if not has_figures and is_band(row, block.columns):
            band, band_depth = _band(row, block), depth if label else None
        elif label and not has_figures and band_depth is not None and depth <= band_depth:
            band, band_depth = (), None
        own = _unit(row, stub, label)
        unit = own or (unit if _is_ditto_row(row, stub) or stub.unit is not None else "")
        item = _Labelled(row, label, depth, unit if has_figures else own, has_figures, band)
        if held is not None and _continues(held, item):
            item = _Labelled(row, f"{held.label} {label}", held.depth, item.unit, has_figures, band)
        elif held is not None:
            yield held
        held = item if label or has_figures else held
        if has_figures:
            yield item
            held = None
    if held is not None:
        yield held


def _whole(items: Sequence[_Labelled]) -> Iterator[_Labelled]:
    """Yield the rows with labels that go on in the next row, without figures, made whole."""
    ends = {place for place in range(1, len(items)) if _is_rest(items, place)}
    for place, item in enumerate(items):
        if place in ends:
            continue
        yield replace(item, label=f"{item.label} {items[place + 1].label}") if place + 1 in ends else item


def _is_rest(items: Sequence[_Labelled], place: int) -> bool:
    """Tell whether a row is only the end of the label above: small letters, no figures, nothing below it."""
    item, above = items[place], items[place - 1]
    below = items[place + 1].label if place + 1 < len(items) else ""
    return (
        above.has_figures
        and not item.has_figures
        and above.label[:1].isupper()
        and item.label[:1].islower()
        and not below[:1].islower()
        and not item.label.rstrip().endswith(":")
        and item.depth[1] == above.depth[1]
        and item.row.number == above.row.number + 1
        and not _begins_transparent(fold(item.label))
        and not says("label.dividing", item.label)
    )


def _continues(above: _Labelled, below: _Labelled) -> bool:
    """Tell whether a label goes on in the next row: the first has no figures and the second begins small."""
    if above.has_figures or not above.label or not below.label:
        return False
    first, second = above.label[:1], below.label[:1]
    return (
        first.isupper()
        and second.islower()
        and not above.label.rstrip().endswith(":")
        and above.depth[2] == below.depth[2]
    )


def _label(row: Row, stub: Stub, *, has_figures: bool) -> tuple[str, Depth]:
    """Return a row's label and how deep it stands."""
    entries = [
        entry
        for entry in row.entries
        if entry.column in stub.labels and (entry.value is None or entry.is_year) and not entry.is_mark
    ]
    if not entries:
        return "", (_ROW_RANK, 0, 0, 0)
    label = " ".join(entry.text for entry in entries)
    first = entries[0]
    ordinal = row.at(stub.ordinal) if stub.ordinal is not None else None
    rank = _rank(ordinal.text + "." if ordinal else "", label)
    dashes = 1 if (match := _ENUMERATION.match(label)) and match["dash"] else 0
    if rank is None:
        rank = _ROW_RANK if has_figures else _GROUP_RANK
    return label, (
        rank,
        entries[-1].column if _is_transparent(first.lower) else first.column,
        first.margin,
        dashes,
    )


def _rank(ordinal: str, label: str) -> int | None:
    for text in (ordinal + " x" if ordinal else "", label):
        if (match := _ENUMERATION.match(text)) and match.lastgroup in _RANKS:
            kind = match.lastgroup
            if kind == "capital" and match[kind] in ("I", "V", "X"):
                kind = "roman"
            return _RANKS[kind]
    return None


def _unit(row: Row, stub: Stub, label: str) -> str:
    """Return the unit that a row states itself, in its own column or behind its label."""
    entry = row.at(stub.unit) if stub.unit is not None else None
    if entry is not None and not entry.is_mark and entry.value is None:
        return entry.text.strip("() ")
    return unit_of_name(label)


def _is_ditto_row(row: Row, stub: Stub) -> bool:
    entry = row.at(stub.unit) if stub.unit is not None else None
    return entry is not None and is_ditto(entry.lower)


def _band(row: Row, block: Block) -> tuple[tuple[int, str], ...]:
    """Return the units that a row of units gives to the columns, by column."""
    units: list[tuple[int, str]] = []
    for entry in row.entries:
        stated = unit_statement(entry.text) or ((entry.text,) if is_unit(entry.text) else ())
        if not stated and "%" in entry.text:
            stated = ("%",)
        if stated and entry.last_column >= block.first_column:
            last = entry.last_column if len(row.entries) > 1 else block.columns[-1]
            units += [(column, stated[0]) for column in range(entry.column, last + 1)]
    return tuple(units)


def _paths(items: Iterable[_Labelled]) -> list[_Path]:
    """Return the rows of figures, each with all that stands above it."""
    above: list[tuple[Depth, str, str]] = []
    paths: list[_Path] = []
    carried = ""
    for item in items:
        label = cleaned(item.label)
        if not item.has_figures and _is_transparent(fold(label)):
            continue
        depth = item.depth
        if item.has_figures and above and _begins_transparent(fold(item.label)):
            depth = (_ROW_RANK, *max(above[-1][0][1:], depth[1:])[:2], 9)
        while above and above[-1][0] >= depth:
            above.pop()
        carried = item.unit or carried
        del above[:-_ANCESTORS_MOST]
        if item.has_figures:
            named = [one for one in above if not _is_total(one[1])]
            names = tuple(name for _, name, _ in named) + ((label,) if item.label else ())
            measured = [place for place, (_, _, unit) in enumerate(named) if unit]
            unit = named[measured[-1]][2] if measured else ""
            is_below_measure = bool(measured) and not item.unit
            least = len(names) - measured[-1] if is_below_measure else 1
            paths.append(_Path(item, names, unit, carried, least))
        if item.label:
            above.append(
                (depth, label, item.unit if not item.has_figures or not _is_last_rank(depth) else "")
            )
    return paths


def _is_last_rank(depth: Depth) -> bool:
    return depth[0] == _ROW_RANK


def _distinct(paths: Sequence[tuple[str, ...]], least: Sequence[int]) -> list[tuple[str, ...]]:
    """Return for each path its shortest end that no other path has and that says enough."""
    counts = Counter(path[-length:] for path in paths for length in range(1, len(path) + 1))
    return [_shortest(path, counts, length) for path, length in zip(paths, least, strict=True)]


def _shortest(path: tuple[str, ...], counts: Counter[tuple[str, ...]], least: int) -> tuple[str, ...]:
    for length in range(least, len(path)):
        end = path[-length:]
        if counts[end] == 1 and not _is_vague(end[0]) and not _begins_transparent(fold(end[0])):
            return end
    return path


@lru_cache(maxsize=8192)
def _is_vague(label: str) -> bool:
    return fold(label).strip(" .:*") in lexicon.words("tables", "label.vague")


@lru_cache(maxsize=8192)
def _is_total(label: str) -> bool:
    """Tell whether a label is of all that the rows below divide: it names none of them."""
    return fold(label).strip(" .:*") in lexicon.words("tables", "label.totals")


def _is_transparent(lower: str) -> bool:
    return lower.strip() in lexicon.words("tables", "label.transparent") or lower.strip(
        " :"
    ) in lexicon.words("tables", "label.transparent")


@lru_cache(maxsize=8192)
def _begins_transparent(lower: str) -> bool:
    return _transparent_beginning().match(lower + " ") is not None


@cache
def _transparent_beginning() -> re.Pattern[str]:
    return re.compile(r"\s*[-+]?\s*" + lexicon.any_of("tables", "label.transparent") + r"\s*:?\s")
