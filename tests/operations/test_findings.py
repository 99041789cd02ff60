"""Findings follow from the figures; a clerk's word on one is kept, logged, undone, and for that one alone."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from desktop.core.errors import RefusalCode, RefusedError
from desktop.core.figures import Reading, Value
from desktop.core.findings import FindingCode, FindingState, StandingFinding
from desktop.operations import reviewing, signing
from desktop.operations.exporting import collect, export
from desktop.operations.findings import check_again, check_beside_others, check_report
from desktop.operations.findings_of_all import findings_of_all
from desktop.operations.settling_findings import reopen_finding, settle_finding
from desktop.operations.workspaces import Workspace, open_workspace

TEXT = "Xử lý 100 vụ, gồm: ma túy 60 vụ, cờ bạc 30 vụ.\n"

Bring = Callable[..., int]


@pytest.fixture
def report(workspace: Workspace, bring: Bring) -> int:
    """Return a report whose parts do not sum to their whole."""
    return bring(TEXT, "an-ninh.txt")


def standing(workspace: Workspace, report_id: int) -> StandingFinding:
    """Return the one finding of a report."""
    (found,) = check_report(workspace, report_id).standing
    return found


def correction(workspace: Workspace, figure_id: int, number: str) -> Reading:
    """Return what a figure says, with another number."""
    (figure,) = workspace.figures([figure_id])
    said = figure.effective
    return Reading(Value(Decimal(number)), said.unit, said.kind, said.base, said.indicator)


def test_parts_that_do_not_sum_are_a_finding_until_one_is_corrected(
    workspace: Workspace, report: int
) -> None:
    state = check_report(workspace, report)
    (found,) = state.standing
    ids = workspace.index(report).ids
    assert (found.finding.code, found.finding.figure_ids) == (FindingCode.PARTS, tuple(ids))
    assert (found.finding.expected, found.state) == (Decimal(90), FindingState.OPEN)
    workspace.apply(reviewing.correct(ids[1], correction(workspace, ids[1], "70")))
    assert check_again(workspace, state, [ids[1]]).standing == ()
    (told,) = findings_told_of(workspace, report)
    assert (told.state, told.settled_by) == (FindingState.CORRECTED, "Lan")


def findings_told_of(workspace: Workspace, report_id: int) -> list[StandingFinding]:
    """Return all there is to tell of a report's findings."""
    with workspace.reading() as connection:
        return findings_of_all(connection, workspace.reports(), {report_id})[report_id]


def test_acceptance_changes_no_finding(workspace: Workspace, report: int) -> None:
    state = check_report(workspace, report)
    ids = workspace.index(report).ids
    workspace.apply(reviewing.accept(ids))
    after = check_again(workspace, state, ids)
    assert after.standing == state.standing == check_report(workspace, report).standing


def test_dismissed_figure_is_no_part_of_anything(workspace: Workspace, report: int) -> None:
    ids = workspace.index(report).ids
    workspace.apply(reviewing.dismiss([ids[0]], "other"))
    assert check_report(workspace, report).standing == ()


def test_settling_is_kept_logged_undone_and_done_again(workspace: Workspace, report: int) -> None:
    finding = standing(workspace, report).finding
    change = settle_finding(finding, "  nguồn ghi vậy ")
    touched = workspace.apply(change)
    assert touched.findings_changed
    assert touched.figure_ids == finding.figure_ids
    told = standing(workspace, report)
    assert (told.state, told.note, told.settled_by) == (FindingState.SETTLED, "nguồn ghi vậy", "Lan")
    assert told.settled_at is not None
    line = workspace.log()[-1]
    assert (line.action, line.figure_id) == ("settle_finding", finding.figure_id)
    assert (line.old["finding_state"], line.new["finding_state"]) == ("open", "settled")
    assert "90" in line.new["finding"]
    workspace.revert(change)
    assert standing(workspace, report).is_open
    workspace.reapply(change)
    assert standing(workspace, report) == told
    assert [each.action for each in workspace.log()[-2:]] == ["undo_settle_finding", "redo_settle_finding"]


def test_settling_twice_touches_nothing(workspace: Workspace, report: int) -> None:
    finding = standing(workspace, report).finding
    workspace.apply(settle_finding(finding))
    assert not workspace.apply(settle_finding(finding))


def test_reopened_finding_is_open_and_undo_settles_it_again(workspace: Workspace, report: int) -> None:
    finding = standing(workspace, report).finding
    workspace.apply(settle_finding(finding, "đã hỏi"))
    change = reopen_finding(finding)
    workspace.apply(change)
    assert standing(workspace, report).is_open
    workspace.revert(change)
    assert standing(workspace, report).note == "đã hỏi"
    workspace.reapply(change)
    assert standing(workspace, report).is_open


def test_finding_opens_again_when_a_value_changes(workspace: Workspace, report: int) -> None:
    finding = standing(workspace, report).finding
    workspace.apply(settle_finding(finding))
    part = finding.figure_ids[1]
    correcting = reviewing.correct(part, correction(workspace, part, "61"))
    workspace.apply(correcting)
    assert standing(workspace, report).is_open
    workspace.revert(correcting)
    assert not standing(workspace, report).is_open


def test_finding_whose_figure_says_something_else_by_now_is_not_settled(
    workspace: Workspace, report: int
) -> None:
    finding = standing(workspace, report).finding
    part = finding.figure_ids[1]
    workspace.apply(reviewing.correct(part, correction(workspace, part, "61")))
    with pytest.raises(RefusedError) as caught:
        workspace.apply(settle_finding(finding))
    assert caught.value.refusal.code is RefusalCode.CHANGED_MEANWHILE


def test_undo_is_refused_where_a_colleague_has_reopened_the_finding(
    workspace: Workspace, location: Path | str, report: int
) -> None:
    finding = standing(workspace, report).finding
    change = settle_finding(finding)
    workspace.apply(change)
    colleague = open_workspace(location, "Minh")
    colleague.apply(reopen_finding(finding))
    colleague.close()
    with pytest.raises(RefusedError) as caught:
        workspace.revert(change)
    assert caught.value.refusal.code is RefusalCode.CHANGED_MEANWHILE


def test_report_that_is_signed_off_refuses(workspace: Workspace, report: int) -> None:
    finding = standing(workspace, report).finding
    workspace.apply(reviewing.accept(workspace.index(report).ids))
    workspace.apply(signing.sign_off(report))
    with pytest.raises(RefusedError) as caught:
        workspace.apply(settle_finding(finding))
    assert caught.value.refusal.code is RefusalCode.REPORT_SIGNED


def test_other_report_of_the_series_with_another_value_is_told(workspace: Workspace, bring: Bring) -> None:
    """The simple analyser calls all reports and indicators alike, of the same period."""
    first = bring("Cả kỳ có 1.250 vụ.\n", "thang-1.txt")
    second = bring("Cả kỳ có 1.290 vụ.\n", "thang-2.txt")
    for report_id in (first, second):
        (figure_id,) = workspace.index(report_id).ids
        (figure,) = workspace.figures([figure_id])
        said = Reading(figure.read.value, "vụ", indicator="tổng số vụ phạm pháp", period="2021-Q1")
        workspace.apply(reviewing.correct(figure_id, said))
    (found,) = check_beside_others(workspace, check_report(workspace, second)).standing
    assert found.finding.code is FindingCode.REVISED
    assert found.finding.beside is not None
    assert (found.finding.beside.report_name, found.finding.expected) == ("thang-1.txt", Decimal(1250))
    workspace.apply(settle_finding(found.finding, "số đã điều chỉnh"))
    (settled,) = check_beside_others(workspace, check_report(workspace, second)).standing
    assert settled.note == "số đã điều chỉnh"


def test_workbook_tells_findings_and_how_they_were_settled(
    workspace: Workspace, report: int, tmp_path: Path
) -> None:
    workspace.apply(settle_finding(standing(workspace, report).finding, "=1+1"))
    workspace.apply(reviewing.accept(workspace.index(report).ids))
    export(workspace, tmp_path / "out.xlsx")
    workbook = load_workbook(tmp_path / "out.xlsx")
    header, row = workbook["Cảnh báo"].iter_rows()
    told = {str(name.value): cell for name, cell in zip(header, row, strict=True)}
    assert (told["Giá trị ghi"].value, told["Giá trị khớp"].value) == (100, 90)
    assert told["Tình trạng"].value == "Đúng như nguồn"
    assert (told["Ghi chú"].value, told["Ghi chú"].data_type) == ("=1+1", "s")
    assert told["Người xử lý"].value == "Lan"
    link = told["Số liệu"].hyperlink
    assert link is not None
    assert link.location == "'Số liệu'!A2"
    workbook.close()


def test_workbook_says_so_where_there_are_no_findings(
    workspace: Workspace, bring: Bring, tmp_path: Path
) -> None:
    bring("Có 5 vụ.", "it.txt")
    export(workspace, tmp_path / "out.xlsx")
    workbook = load_workbook(tmp_path / "out.xlsx")
    assert "Không có cảnh báo" in str(workbook["Cảnh báo"]["A2"].value)
    workbook.close()


def test_export_by_tags_leaves_out_findings_on_other_figures(workspace: Workspace, report: int) -> None:
    assert [each.findings for each in collect(workspace, ["y_te"]).reports] == []
    assert len(collect(workspace).reports[0].findings) == 1
