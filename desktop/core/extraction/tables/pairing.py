"""Changes, ratios and shares named like the levels they are about, so that they tell of one indicator.

A header says what is measured over the levels and often leaves it out, or shortens it, over the rest.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from desktop.core.extraction import lexicon
from desktop.core.extraction.passages import fold
from desktop.core.extraction.tables.columns import Column
from desktop.core.figures import Kind


def paired(columns: dict[int, Column]) -> dict[int, Column]:
    """Return the columns of a block, by number, each comparison and share named like its level.

    A level that stands for all is named as if it were alone: "Theo giá hiện hành, Tổng số" loses its total
    where no other column of its period divides it.
    """
    named: dict[int, Column] = dict(columns)
    for _, group in groupby(sorted(columns.values(), key=_period), key=_period):
        of_period = list(group)
        levels = [column for column in of_period if _is_result(column)]
        named |= {column.number: column for column in _without_totals(levels)}
        names = [named[column.number].header.name for column in levels]
        for others in _comparisons(of_period):
            for column, name in zip(others, _names(others, names), strict=True):
                named[column.number] = _renamed(column, name)
    return {number: named[number] for number in columns}


def _period(column: Column) -> str:
    return column.period


def _is_result(column: Column) -> bool:
    return column.header.kind is Kind.LEVEL and not column.header.is_plan


def _comparisons(columns: Sequence[Column]) -> list[list[Column]]:
    """Return the columns that are no levels, those of one kind and base together, from left to right."""
    groups: dict[tuple[str, str], list[Column]] = {}
    for column in sorted(columns, key=lambda column: column.number):
        if column.header.kind is not Kind.LEVEL:
            groups.setdefault((column.header.kind, column.base), []).append(column)
    return list(groups.values())


def _without_totals(levels: Sequence[Column]) -> list[Column]:
    """Return the levels without the word for the total, where each that has a name ends with it."""
    named = [column for column in levels if column.header.name]
    if not all(_is_total(column.header.name.split(", ")[-1]) for column in named):
        return list(levels)
    return [_renamed(column, ", ".join(column.header.name.split(", ")[:-1])) for column in levels]


def _is_total(name: str) -> bool:
    return fold(name) in lexicon.words("tables", "label.totals")


def _names(columns: Sequence[Column], levels: Sequence[str]) -> list[str]:
    """Return the names of comparisons, given the names of the levels of their period in order."""
    said = [column.header.name for column in columns]
    names = [_same(name, levels) or name for name in said]
    is_aligned = len(columns) == len(levels) > 1 and any(
        name == level for name, level in zip(names, levels, strict=True)
    )
    if is_aligned:
        return [name if name in levels else level for name, level in zip(names, levels, strict=True)]
    if len(levels) == 1:
        return [name or levels[0] for name in names]
    return names


def _same(name: str, levels: Sequence[str]) -> str:
    """Return the level that a comparison names, in whole or, of two parts of its name, by one of them."""
    said = fold(name)
    if said in (folded := [fold(level) for level in levels]):
        return levels[folded.index(said)]
    like = [level for level in levels if name and said in (fold(part) for part in level.split(", "))]
    return like[0] if len(like) == 1 else ""


def _renamed(column: Column, name: str) -> Column:
    if column.header.name == name:
        return column
    return replace(column, header=replace(column.header, name=name))
