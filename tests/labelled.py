"""The labelled reports of tests/data, and how far an extraction agrees with them.

The rules: a figure is matched by its first run of digits; scale words may stand in the value or in the
unit; a shorter unit that begins like the reference's is right; an indicator is right when it shares six
tenths of its words; "||" parts readings that are both right. Figures written in words only are left out:
labels are kept for runs of digits.
"""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from desktop.core.extraction.extracting import extract
from desktop.core.extraction.numbers import RUN
from desktop.core.figures import Figure
from desktop.core.readers import read

DATA = Path(__file__).parent / "data"
KEPT_ASIDE = DATA / "kept-aside"
FIGURE_KINDS = {"level", "share", "change", "ratio"}
POWERS = {"trăm": 2, "nghìn": 3, "ngàn": 3, "vạn": 4, "triệu": 6, "tỷ": 9, "tỉ": 9}
SMALL_WORDS = {"của", "và", "các", "ở", "tại", "về", "cho", "được", "bị", "là"}
SMALL_WORDS |= {"có", "trên", "đã", "do", "với", "số"}


@dataclass
class Score:
    """How many figures the reference has, how many were given, found, and found right."""

    wanted: int = 0
    given: int = 0
    found: int = 0
    right: int = 0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        return 2 * self.found / (self.wanted + self.given)


def matched(report: Path, gold: Path = DATA / "gold") -> tuple[dict[int, Figure], dict[int, dict[str, str]]]:
    """Return a report's figures as extracted and as labelled, by where their first run of digits stands."""
    text = report.read_text(encoding="utf-8").lstrip("\ufeff").replace("\r\n", "\n")
    figures = extract(read(report.read_bytes(), report.name)).figures
    runs = [match.start() for match in RUN.finditer(text)]
    given = {
        next(run for run in runs if run >= f.place.start): f
        for f in figures
        if any(letter.isdigit() for letter in f.text)
    }
    with (gold / f"{report.stem}.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    wanted = {int(row["start"]): row for row in rows if row["kind"] in FIGURE_KINDS}
    return given, wanted


def score_of(report: Path, gold: Path = DATA / "gold") -> Score:
    """Hold the extraction of one report against its labels."""
    given, wanted = matched(report, gold)
    both = [(given[start], row) for start, row in wanted.items() if start in given]
    return Score(len(wanted), len(given), len(both), sum(is_right(f, row) for f, row in both))


def is_right(figure: Figure, row: dict[str, str]) -> bool:
    """Tell whether every field of a figure is as the reference has it."""
    reading = figure.reading
    if reading.kind != row["kind"]:
        return False
    if row["kind"] in ("change", "ratio") and reading.base not in row["base"].split(" || "):
        return False
    readings = [(v, u) for v in row["value"].split(" || ") for u in row["unit"].split(" || ")]
    if not any(same_amount(str(reading.value), reading.unit, value, unit) for value, unit in readings):
        return False
    return max(overlap(reading.indicator, wanted) for wanted in row["indicator"].split(" || ")) >= 0.6


def same_amount(value: str, unit: str, wanted_value: str, wanted_unit: str) -> bool:
    """Tell whether two amounts are the same, wherever their scale words stand."""
    (amount, rest), (wanted, wanted_rest) = scaled(value, unit), scaled(wanted_value, wanted_unit)
    shared = min(len(rest), len(wanted_rest))
    is_same_unit = rest[:shared] == wanted_rest[:shared] if shared else rest == wanted_rest
    return amount == wanted and is_same_unit


def scaled(value: str, unit: str) -> tuple[list[Fraction], Sequence[str]]:
    """Return the numbers of a value with its unit's scale words multiplied in, and the rest of the unit."""
    words, power = re.findall(r"[\w%/]+", unit.lower()), 0
    while words and words[0] in POWERS:
        power += POWERS[words.pop(0)]
    numbers = [_number(part) for part in value.split("..")]
    return [number * 10**power for number in numbers], words


def _number(text: str) -> Fraction:
    number, _, of = text.partition("/")
    return Fraction(Decimal(number)) / Fraction(Decimal(of or 1))


def overlap(one: str, other: str) -> float:
    """Return the share of words that two indicators have in common."""
    a, b = ([w for w in re.findall(r"[\w%/]+", t.lower()) if w not in SMALL_WORDS] for t in (one, other))
    common = sum(min(a.count(word), b.count(word)) for word in set(a))
    return 2 * common / (len(a) + len(b)) if a and b else 0.0
