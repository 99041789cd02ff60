"""Contents to hand on, made from few words, and what reads the outputs back."""

import pytest

from tests.core.workbooks.conftest import Maker


@pytest.fixture
def make() -> Maker:
    """Return a maker whose figures are numbered from 1."""
    return Maker()
