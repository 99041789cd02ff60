"""The labelled reports of tests/data: how much of them is found, and found right in every field.

The rules: a figure is matched by its first run of digits; scale words may stand
in the value or in the unit; a shorter unit that begins like the reference's is right; an indicator is right
when it shares six tenths of its words; "||" parts readings that are both right.
"""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from desktop.core.extraction.extracting import extract
from desktop.core.extraction.numbers import RUN
from desktop.core.figures import Figure
from desktop.core.readers import read
from desktop.core.sections import LedgerKind

DATA = Path(__file__).parents[2] / "data"
REFERENCE = Path(__file__).parents[4] / "shared"
REPORTS = sorted((DATA / "reports").glob("*.txt"))
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
    text = report.read_text(encoding="utf-8")
    figures = extract(read(report.read_bytes(), report.name)).figures
    runs = [match.start() for match in RUN.finditer(text)]
    given = {next(run for run in runs if run >= f.place.start): f for f in figures}
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
    numbers = [
        Fraction(*(int(n) for n in part.split("/"))) if "/" in part else Fraction(Decimal(part))
        for part in value.split("..")
    ]
    return [number * 10**power for number in numbers], words


def overlap(one: str, other: str) -> float:
    """Return the share of words that two indicators have in common."""
    a, b = ([w for w in re.findall(r"[\w%/]+", t.lower()) if w not in SMALL_WORDS] for t in (one, other))
    common = sum(min(a.count(word), b.count(word)) for word in set(a))
    return 2 * common / (len(a) + len(b)) if a and b else 0.0


@pytest.mark.parametrize("report", REPORTS, ids=lambda path: path.stem)
def test_nearly_all_figures_of_a_report_are_found_and_little_else(report: Path) -> None:
    score = score_of(report)
    assert score.f1 >= 0.97
    assert score.given - score.found <= 0.05 * score.wanted


@pytest.mark.skipif(
    not (REFERENCE / "gold").is_dir(), reason="the reference reports are not beside this clone"
)
def test_reference_reports_are_read_as_well_as_they_must() -> None:
    reports = sorted((REFERENCE / "reports").glob("*.txt"))
    scores = [score_of(report, REFERENCE / "gold") for report in reports]
    wanted, given, found, right = (
        sum(getattr(score, name) for score in scores) for name in ("wanted", "given", "found", "right")
    )
    assert Score(wanted, given, found).f1 >= 0.97
    assert given - found <= 0.05 * wanted
    assert right >= 0.8 * wanted


def test_four_figures_in_five_are_ready_to_accept() -> None:
    scores = [score_of(report) for report in REPORTS]
    assert sum(s.right for s in scores) >= 0.8 * sum(s.wanted for s in scores)


def test_confidence_tells_how_often_figures_are_right() -> None:
    right: dict[bool, list[bool]] = {True: [], False: []}
    for report in REPORTS:
        given, wanted = matched(report)
        for start, figure in given.items():
            is_sure = figure.confidence >= 0.85
            right[is_sure].append(start in wanted and is_right(figure, wanted[start]))
    assert sum(right[True]) >= 0.87 * len(right[True])
    assert sum(right[False]) <= 0.85 * len(right[False])


@pytest.mark.parametrize("report", REPORTS, ids=lambda path: path.stem)
def test_ledger_has_every_run_of_digits_once_and_in_order(report: Path) -> None:
    document = read(report.read_bytes(), report.name)
    extraction = extract(document)
    runs = [match.span() for match in RUN.finditer(document.text)]
    assert [(entry.start, entry.end) for entry in extraction.ledger] == runs
    claimed = [entry.figure for entry in extraction.ledger if entry.kind is LedgerKind.FIGURE]
    assert claimed == list(range(len(extraction.figures)))
