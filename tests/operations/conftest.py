"""Every test here that asks for a workspace runs on SQLite and on PostgreSQL."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop.operations.importing import Imported, import_file
from desktop.operations.workspaces import Workspace, open_workspace
from tests.db import databases
from tests.operations.analysing import TEXT, TextAnalyser

Bring = Callable[..., int]


@pytest.fixture(params=databases.DIALECTS)
def location(request: pytest.FixtureRequest, tmp_path: Path) -> Path | str:
    """Return a new workspace's location."""
    return databases.new_workspace(request.param, tmp_path, request.session)


@pytest.fixture
def open_as(location: Path | str) -> Iterator[Callable[[str], Workspace]]:
    """Return what opens the test's workspace for somebody; all are closed in the end."""
    opened: list[Workspace] = []

    def open_for(who: str) -> Workspace:
        opened.append(open_workspace(location, who))
        return opened[-1]

    yield open_for
    for workspace in opened:
        workspace.close()


@pytest.fixture
def workspace(open_as: Callable[[str], Workspace]) -> Workspace:
    """Return an open workspace without reports."""
    return open_as("Lan")


@pytest.fixture
def bring(workspace: Workspace, tmp_path: Path) -> Bring:
    """Return what imports a text and tells its report's id."""

    def bring_in(text: str = TEXT, name: str = "bao-cao.txt") -> int:
        path = tmp_path / name
        path.write_text(text, "utf-8", newline="")
        imported = import_file(workspace, TextAnalyser(), path)
        assert isinstance(imported, Imported)
        return imported.report_id

    return bring_in


@pytest.fixture
def report_id(bring: Bring) -> int:
    """Return the id of a report in the workspace: five figures and an open run."""
    return bring()
