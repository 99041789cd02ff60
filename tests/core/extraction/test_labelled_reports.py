"""How much of the labelled reports of tests/data is found, and found right in every field."""

from pathlib import Path

import pytest

from desktop.core.extraction.extracting import extract
from desktop.core.extraction.numbers import RUN
from desktop.core.readers import read
from desktop.core.sections import LedgerKind
from tests.labelled import DATA, KEPT_ASIDE, Score, is_right, matched, score_of

REFERENCE = Path(__file__).parents[4] / "shared"
REPORTS = sorted((DATA / "reports").glob("*.txt"))
ASIDE = sorted((KEPT_ASIDE / "reports").glob("*.txt"))


def sum_of(reports: list[Path], gold: Path) -> Score:
    """Return the scores of several reports as one."""
    scores = [score_of(report, gold) for report in reports]
    return Score(*(sum(getattr(s, name) for s in scores) for name in ("wanted", "given", "found", "right")))


@pytest.mark.parametrize("report", REPORTS, ids=lambda path: path.stem)
def test_nearly_all_figures_of_a_report_are_found_and_little_else(report: Path) -> None:
    score = score_of(report)
    assert score.f1 >= 0.95
    assert score.given - score.found <= max(1, 0.05 * score.wanted)


def test_figures_of_reports_that_rules_were_tuned_on_are_ready_to_accept() -> None:
    score = sum_of(REPORTS, DATA / "gold")
    assert score.f1 >= 0.99
    assert score.given - score.found <= 0.01 * score.wanted
    assert score.right >= 0.84 * score.wanted


def test_reading_carries_over_to_reports_that_no_rule_was_tuned_on() -> None:
    score = sum_of(ASIDE, KEPT_ASIDE / "gold")
    assert score.f1 >= 0.97
    assert score.given - score.found <= 0.03 * score.wanted
    assert score.right >= 0.74 * score.wanted


@pytest.mark.skipif(
    not (REFERENCE / "gold").is_dir(), reason="the reference reports are not beside this clone"
)
def test_reference_reports_are_read_as_well_as_they_must() -> None:
    score = sum_of(sorted((REFERENCE / "reports").glob("*.txt")), REFERENCE / "gold")
    assert score.f1 >= 0.97
    assert score.given - score.found <= 0.01 * score.wanted
    assert score.right >= 0.95 * score.wanted


def test_confidence_is_the_share_of_right_figures() -> None:
    rights: dict[int, list[bool]] = {}
    confidences: dict[int, list[float]] = {}
    for report in ASIDE:
        given, wanted = matched(report, KEPT_ASIDE / "gold")
        for start, figure in given.items():
            band = 2 if figure.confidence >= 0.8 else 1 if figure.confidence >= 0.6 else 0
            rights.setdefault(band, []).append(start in wanted and is_right(figure, wanted[start]))
            confidences.setdefault(band, []).append(figure.confidence)
    assert sorted(rights) == [0, 1, 2]
    for band, right in rights.items():
        assert sum(right) / len(right) == pytest.approx(sum(confidences[band]) / len(right), abs=0.08)


@pytest.mark.parametrize("report", REPORTS, ids=lambda path: path.stem)
def test_ledger_has_every_run_of_digits_once_and_in_order(report: Path) -> None:
    document = read(report.read_bytes(), report.name)
    extraction = extract(document)
    runs = [match.span() for match in RUN.finditer(document.text)]
    assert [(entry.start, entry.end) for entry in extraction.ledger] == runs
    claimed = [entry.figure for entry in extraction.ledger if entry.kind is LedgerKind.FIGURE]
    in_digits = [
        index
        for index, figure in enumerate(extraction.figures)
        if any(letter.isdigit() for letter in figure.text)
    ]
    assert claimed == in_digits
