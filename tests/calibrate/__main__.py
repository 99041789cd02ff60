"""Fit the weights of confidence to labelled reports, and show how well they hold.

usage: python -m tests.calibrate [--only-show]. A logistic regression over the marks of
desktop/core/extraction/confidence.py, by gradient descent with a prior that draws rare marks towards nothing,
fitted to tests/data. The rules know those reports; so the log-odds are then stretched and shifted to fit
tests/data/kept-aside, which no rule was tuned on (Platt 1999).
"""

import math
import sys
from collections import Counter
from pathlib import Path

import resources
from desktop.core.extraction import confidence
from desktop.core.extraction.confidence import Read, marks_of
from tests.labelled import DATA, KEPT_ASIDE, is_right, matched

STEPS = 150
RATE = 0.5
PRIOR = 6.0
Example = tuple[tuple[str, ...], bool]


def examples_of(folder: Path) -> list[Example]:
    """Return the marks of every figure found in a folder's reports and whether it is right."""
    examples: list[Example] = []
    for report in sorted((folder / "reports").glob("*.txt")):
        noted: list[tuple[str, ...]] = []

        def note(read: Read, noted: list[tuple[str, ...]] = noted) -> float:
            noted.append(marks_of(read))
            return len(noted) - 1

        confidence.confidence_of = note
        given, wanted = matched(report, folder / "gold")
        for start, figure in given.items():
            right = start in wanted and is_right(figure, wanted[start])
            examples.append((noted[int(figure.confidence)], right))
    return examples


def fitted(examples: list[Example]) -> dict[str, float]:
    """Return the weight of each mark."""
    seen = Counter(mark for marks, _ in examples for mark in marks)
    weights = dict.fromkeys(sorted(seen), 0.0)
    for _ in range(STEPS):
        slope = {mark: -PRIOR * weight for mark, weight in weights.items()}
        for marks, right in examples:
            error = right - probability(weights, marks)
            for mark in marks:
                slope[mark] += error
        for mark, n in seen.items():
            weights[mark] += RATE * slope[mark] / (n + PRIOR)
    return weights


def carried_over(weights: dict[str, float], examples: list[Example]) -> dict[str, float]:
    """Return the weights stretched and shifted so that they fit other examples."""
    odds = [(sum(weights.get(mark, 0.0) for mark in marks), right) for marks, right in examples]
    stretch, shift = 1.0, 0.0
    for _ in range(4 * STEPS):
        errors = [(z, right - 1 / (1 + math.exp(-(stretch * z + shift)))) for z, right in odds]
        stretch += RATE * sum(z * error for z, error in errors) / len(odds)
        shift += RATE * sum(error for _, error in errors) / len(odds)
    scaled = {mark: weight * stretch for mark, weight in weights.items()}
    scaled["always"] += shift
    return {mark: round(weight, 2) for mark, weight in scaled.items() if abs(weight) >= 0.005}


def probability(weights: dict[str, float], marks: tuple[str, ...]) -> float:
    """Return the confidence of a figure with `marks`."""
    return 1 / (1 + math.exp(-sum(weights.get(mark, 0.0) for mark in marks)))


def show(examples: list[Example], weights: dict[str, float]) -> None:
    """Print the share of right figures for each tenth of confidence."""
    by_tenth: dict[int, list[bool]] = {}
    for marks, right in examples:
        by_tenth.setdefault(int(probability(weights, marks) * 10), []).append(right)
    print("confidence  figures  right")
    for tenth, rights in sorted(by_tenth.items()):
        print(f"{tenth / 10:.1f} to {tenth / 10 + 0.1:.1f}  {len(rights):7}  {sum(rights) / len(rights):.2f}")


def main() -> None:
    """Fit, write and show."""
    aside = examples_of(KEPT_ASIDE)
    if "--only-show" in sys.argv:
        weights = resources.toml("weights/confidence.toml")["weights"]
    else:
        weights = carried_over(fitted(examples_of(DATA)), aside)
        lines = [f'"{mark}" = {weight}' for mark, weight in weights.items()]
        head = "# Weights of the marks of a reading for its confidence, made by `make calibrate`.\n"
        out = resources.path("weights/confidence.toml")
        out.write_text(head + "[weights]\n" + "\n".join(lines) + "\n", encoding="utf-8")
    show(aside, weights)


main()
