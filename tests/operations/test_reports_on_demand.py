"""Reports read when their turn comes: each once, and the same every time."""

from collections.abc import Callable

import pytest

from desktop.operations import reviewing
from desktop.operations.exporting import collect
from desktop.operations.reports_on_demand import ReportsOnDemand
from desktop.operations.workspaces import Workspace


@pytest.mark.parametrize("most_figures", [0, 2, 100])
def test_reports_are_read_once_and_are_the_same_again(
    workspace: Workspace, bring: Callable[..., int], most_figures: int
) -> None:
    for number in range(3):
        report_id = bring(f"Có {number + 5} vụ, tăng 6,30% so với cùng kỳ.", f"{number}.txt")
        workspace.apply(reviewing.accept(list(workspace.index(report_id).ids)))
    held = collect(workspace).reports
    by_id = {report.summary.id: report for report in held}
    asked: list[int] = []

    def load(summary):  # type: ignore[no-untyped-def]
        asked.append(summary.id)
        return by_id[summary.id]

    reports = ReportsOnDemand([report.summary for report in held], load, most_figures)
    assert list(reports) == list(held)
    assert list(reports) == list(held)
    assert reports[-1] == held[-1]
    assert reports[1:] == list(held[1:])
    assert asked == [report.summary.id for report in held]
    assert reports.figures == sum(len(report.figures) for report in held) > 0
    with pytest.raises(IndexError):
        reports[3]
