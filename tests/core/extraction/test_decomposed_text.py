"""A report in decomposed letters gives the figures of the same report as typed today."""

import unicodedata
from pathlib import Path

import pytest

import resources
from desktop.core.extraction.extracting import extract
from desktop.core.figures import Reading
from desktop.core.readers import read

SAMPLES = sorted(resources.path("samples").glob("*.txt"))


def _readings(text: str) -> list[tuple[object, ...]]:
    def key(reading: Reading) -> tuple[object, ...]:
        indicator = unicodedata.normalize("NFC", reading.indicator or "")
        return reading.value, reading.unit, reading.kind, reading.base, reading.period, indicator

    return [key(figure.reading) for figure in extract(read(text.encode(), "a.txt")).figures]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_decomposed_letters_change_no_figure(sample: Path) -> None:
    text = sample.read_text(encoding="utf-8-sig")
    readings = _readings(unicodedata.normalize("NFC", text))
    assert len(readings) > 50
    assert _readings(unicodedata.normalize("NFD", text)) == readings
