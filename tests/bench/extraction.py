"""How long extraction takes, against one bare regular-expression scan for numbers over the same text."""

import re
from collections.abc import Iterator

import resources
from desktop.core.extraction.extracting import extract
from desktop.core.readers import read
from measures import Measure, best_of

GOAL = 20.0
LEAST_LETTERS = 1_000_000
_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")


def measures() -> Iterator[Measure]:
    """Yield the measure on the text sample, repeated until it makes a megabyte or so."""
    [sample] = resources.path("samples").glob("*.txt")
    data = sample.read_bytes()
    data = b"\n".join([data] * (LEAST_LETTERS // len(data) + 1))
    document = read(data, "sample.txt")
    megabytes = len(data) / 1e6
    bare = best_of(5, lambda: sum(1 for _ in _NUMBER.finditer(document.text))) / megabytes
    ours = best_of(2, lambda: extract(document)) / megabytes
    yield Measure("extraction of a megabyte", ours, GOAL, bare, f"{len(extract(document).figures)} figures")
