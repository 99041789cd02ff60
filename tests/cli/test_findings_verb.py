"""The findings of a workspace from the command line, a line each."""

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.operations.findings import check_report
from desktop.operations.settling_findings import settle_finding
from desktop.operations.workspaces import open_workspace
from tests.cli.conftest import Ran

Run = Callable[..., Ran]
TEXT = "Diện tích gieo trồng đạt 45.200 ha, gồm: lúa 30.100 ha, ngô 8.400 ha, rau 5.700 ha.\n"


@pytest.fixture
def workspace(run: Run, tmp_path: Path) -> Path:
    """Return a workspace with a report whose parts do not sum, and one that is sound."""
    for name, text in (("khong-khop.txt", TEXT), ("khop.txt", TEXT.replace("45.200", "44.200"))):
        (tmp_path / name).write_text(text, encoding="utf-8")
    location = tmp_path / "ho-so.doichieu"
    assert run("import", tmp_path / "khong-khop.txt", tmp_path / "khop.txt", "-w", location).status == 0
    return location


def test_each_finding_is_a_line_with_its_report_and_numbers(run: Run, workspace: Path) -> None:
    ran = run("findings", "-w", workspace)
    (line,) = ran.out.splitlines()
    assert (ran.status, ran.err) == (0, "")
    assert line.startswith("khong-khop.txt, 25–34: Diện tích gieo trồng: ghi 45.200 ha")
    assert "44.200 ha" in line


def test_settled_findings_are_told_on_demand_only(run: Run, workspace: Path) -> None:
    opened = open_workspace(workspace, "Lan")
    (standing,) = check_report(opened, 1).standing
    opened.apply(settle_finding(standing.finding))
    opened.close()
    assert run("findings", "-w", workspace).out == "Không có cảnh báo nào.\n"
    (line,) = run("findings", "-w", workspace, "--all").out.splitlines()
    assert "[đúng như nguồn, Lan]" in line


def test_workspace_that_is_not_there_is_refused_in_one_line(run: Run, tmp_path: Path) -> None:
    ran = run("findings", "-w", tmp_path / "none.doichieu")
    assert (ran.status, ran.out) == (1, "")
    assert len(ran.err.splitlines()) == 1
