"""What a report's labels say of a figure in the window, and what has to be done to make it right."""

import csv
from dataclasses import dataclass
from pathlib import Path

from desktop.core.figures import Base, Kind, Reading, ReviewedFigure, Value
from tests.labelled import FIGURE_KINDS, overlap, same_amount

ENOUGH_WORDS = 0.6
Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Edit:
    """A field to be put right, by the digit of its key, and what is typed there."""

    field: int
    typed: str


class Labels:
    """The labels of one report, by where each run of digits begins."""

    def __init__(self, gold: Path) -> None:
        with gold.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
        self.by_start = {int(row["start"]): row for row in rows}

    def of(self, figure: ReviewedFigure) -> Row | None:
        """Return the label of the figure's first run of digits, None where it is written in words."""
        place = figure.place
        return next((self.by_start[at] for at in range(place.start, place.end) if at in self.by_start), None)


def is_figure(row: Row) -> bool:
    """Tell whether the label says that the run is a figure of its own."""
    return row["kind"] in FIGURE_KINDS


def is_right(reading: Reading, row: Row) -> bool:
    """Tell whether a reading is what the label says, in every field."""
    return not edits(reading, row)


def is_right_with(value: Value, reading: Reading, row: Row) -> bool:
    """Tell whether the reading would be right with another value."""
    return _is_amount(value, reading.unit, row) and not _other_edits(reading, row)


def edits(reading: Reading, row: Row) -> list[Edit]:
    """Return what has to be typed where, so that the reading is what the label says."""
    needed = []
    if not _is_amount(reading.value, reading.unit, row):
        value, unit = row["value"].split(" || ")[0], row["unit"].split(" || ")[0]
        if not same_amount(str(reading.value), "", value, ""):
            needed.append(Edit(1, _vietnamese(value)))
        if not same_amount("1", reading.unit, "1", unit):
            needed.append(Edit(2, unit))
    return needed + _other_edits(reading, row)


def _is_amount(value: Value, unit: str, row: Row) -> bool:
    amounts = [(v, u) for v in row["value"].split(" || ") for u in row["unit"].split(" || ")]
    return any(same_amount(str(value), unit, *amount) for amount in amounts)


def _other_edits(reading: Reading, row: Row) -> list[Edit]:
    needed = []
    names = row["indicator"].split(" || ")
    if max(overlap(reading.indicator, name) for name in names) < ENOUGH_WORDS:
        needed.append(Edit(4, names[0]))
    if reading.kind != row["kind"]:
        needed.append(Edit(5, _rank(list(Kind).index(Kind(row["kind"])))))
    bases = row["base"].split(" || ")
    if row["kind"] in ("change", "ratio") and reading.base not in bases:
        needed.append(Edit(6, _rank(list(Base).index(Base(bases[0])))))
    return needed


def _rank(index: int) -> str:
    return str(index + 1)


def _vietnamese(value: str) -> str:
    """Return a label's number as a clerk types it: "6,3", "20-25", "3/5"."""
    return value.replace("..", "-").replace(".", ",")
