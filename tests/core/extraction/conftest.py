"""Extraction from texts written in a test, and the labelled reports of tests/data."""

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.core.documents import Document
from desktop.core.extraction.extracting import extract
from desktop.core.extraction.result import Extraction
from desktop.core.readers import read

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture
def document_of() -> Callable[[str], Document]:
    """Return a function that reads a text as a text file is read."""
    return lambda text: read(text.encode(), "report.txt")


@pytest.fixture
def extraction_of(document_of: Callable[[str], Document]) -> Callable[[str], Extraction]:
    """Return a function that extracts a text as a text file is extracted."""
    return lambda text: extract(document_of(text))
