"""Every test here that asks for a location runs on SQLite and on PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from db.engine import engine_for
from tests.db import databases, older_workspaces


@pytest.fixture(params=databases.DIALECTS)
def location(request: pytest.FixtureRequest, tmp_path: Path) -> Path | str:
    """Return a new workspace's location."""
    return databases.new_workspace(request.param, tmp_path, request.session)


@pytest.fixture(params=databases.DIALECTS)
def empty_location(request: pytest.FixtureRequest, tmp_path: Path) -> Path | str:
    """Return a location where there is nothing yet."""
    return databases.empty_place(request.param, tmp_path, request.session)


@pytest.fixture(params=databases.DIALECTS)
def older_location(request: pytest.FixtureRequest, tmp_path: Path) -> Path | str:
    """Return the location of a workspace that the first program left, with two reports under review."""
    place = databases.empty_place(request.param, tmp_path, request.session)
    older_workspaces.restore(place)
    return place


@pytest.fixture
def engine(location: Path | str) -> Iterator[Engine]:
    """Return an engine for a new workspace."""
    engine = engine_for(location)
    yield engine
    engine.dispose()
