"""Searching the whole workspace: in step with every change, on both databases."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from sqlalchemy import update

from db.tables import reports
from desktop.core.figures import Reading, Value
from desktop.core.places import Place
from desktop.core.searching import words_of_figure
from desktop.operations import reviewing
from desktop.operations.workspaces import Workspace
from tests.operations.analysing import TEXT
from tests.operations.conftest import Bring


def _found(workspace: Workspace, text: str, most: int = 100) -> list[str]:
    return [found.figure.text for found in workspace.find(text, most).figures]


def _are_words_in_step(workspace: Workspace) -> bool:
    return all(
        workspace.words(report.id)
        == {each.id: words_of_figure(each) for each in workspace.figures(workspace.index(report.id).ids)}
        for report in workspace.reports()
    )


@pytest.mark.parametrize(
    ("typed", "texts"),
    [
        ("vu", ["218 vụ"]),
        ("13.160", ["13.160 tài khoản"]),
        ("13160 tai", ["13.160 tài khoản"]),
        ("6,3", ["6,3 tỷ đồng"]),
        ("20", ["20-25%"]),
        ("%", ["20-25%", "5,2%"]),
        ("chi tieu dong", ["6,3 tỷ đồng"]),
        ("không có", []),
        ("", []),
        ("'; DROP TABLE figures --", []),
        ('"* OR NEAR(', []),
    ],
)
def test_figures_of_the_workspace_are_found(
    workspace: Workspace, report_id: int, typed: str, texts: list[str]
) -> None:
    assert _found(workspace, typed) == texts


def test_latest_report_comes_first_and_names_itself(workspace: Workspace, bring: Bring) -> None:
    first = bring()
    second = bring(TEXT + "Thêm 7 vụ.", "sau.txt")
    found = workspace.find("vụ", 100)
    assert [(each.figure.text, each.report.id) for each in found.figures] == [
        ("218 vụ", second),
        ("7 vụ", second),
        ("218 vụ", first),
    ]
    assert found.figures[0].report.name == "sau.txt"
    assert not found.is_cut


def test_more_than_is_wanted_is_told(workspace: Workspace, report_id: int) -> None:
    found = workspace.find("chi tieu", 2)
    assert len(found.figures) == 2
    assert found.is_cut


def test_correction_its_undo_and_redo_are_found(workspace: Workspace, report_id: int) -> None:
    (found,) = workspace.find("218", 10).figures
    said = replace(found.figure.read, value=Value(Decimal(281)), indicator="Số vụ đánh bạc")
    change = reviewing.correct(found.figure.id, said, "hỏi lại Sở")
    workspace.apply(change)
    assert _found(workspace, "danh bac 281") == _found(workspace, "hoi lai") == ["218 vụ"]
    assert _found(workspace, "218") == []
    workspace.revert(change)
    assert _found(workspace, "218") == ["218 vụ"]
    assert _found(workspace, "danh bac") == _found(workspace, "hoi lai") == []
    workspace.reapply(change)
    assert _found(workspace, "danh bac") == ["218 vụ"]
    assert _are_words_in_step(workspace)


def test_added_figure_is_found_until_it_is_taken_back(workspace: Workspace, report_id: int) -> None:
    start = TEXT.index("hai vụ")
    reading = Reading(Value(Decimal(2)), "vụ", indicator="Vụ lừa đảo")
    change = reviewing.add(report_id, Place(start, start + 6), "hai vụ", reading, "bổ sung")
    workspace.apply(change)
    assert _found(workspace, "lua dao") == _found(workspace, "bo sung") == ["hai vụ"]
    assert _are_words_in_step(workspace)
    workspace.revert(change)
    assert _found(workspace, "lua dao") == []
    assert _are_words_in_step(workspace)
    workspace.reapply(change)
    assert _found(workspace, "lua dao") == ["hai vụ"]


def test_refused_change_leaves_the_words(
    workspace: Workspace, open_as: Callable[[str], Workspace], report_id: int
) -> None:
    (found,) = workspace.find("218", 10).figures
    workspace.figures([found.figure.id])
    open_as("Hoa").apply(reviewing.annotate(found.figure.id, "của Hoa"))
    with pytest.raises(Exception, match="218"):
        workspace.apply(reviewing.annotate(found.figure.id, "của Lan"))
    assert (_found(workspace, "cua lan"), _found(workspace, "cua hoa")) == ([], ["218 vụ"])


def test_report_that_is_not_complete_is_not_found(workspace: Workspace, report_id: int) -> None:
    hidden = update(reports).where(reports.c.id == report_id).values(digest=None)
    workspace.write(lambda session: session.connection.execute(hidden))
    assert _found(workspace, "vu") == []


def test_preference_is_each_clerks_own(workspace: Workspace, open_as: Callable[[str], Workspace]) -> None:
    assert workspace.preference("order") == ""
    workspace.set_preference("order", "similar")
    workspace.set_preference("order", "text")
    assert workspace.preference("order") == "text"
    assert open_as("Hoa").preference("order") == ""
    assert open_as("Lan").preference("order") == "text"


def test_looks_are_those_of_what_holds(workspace: Workspace, report_id: int) -> None:
    (found,) = workspace.find("218", 10).figures
    workspace.apply(
        reviewing.correct(found.figure.id, replace(found.figure.read, value=Value(Decimal(9)), unit="VỤ"))
    )
    look = workspace.looks(report_id)[found.figure.id]
    assert (look.unit, look.kind, look.number) == ("vụ", "level", 9)
    assert workspace.index(report_id).reviewers.count("Lan") == 1


def test_few_reports_are_told_of_in_the_order_of_their_import(workspace: Workspace, bring: Bring) -> None:
    ids = [bring(TEXT + "." * number, f"{number}.txt") for number in range(3)]
    assert [label.id for label in workspace.report_labels()] == ids
    assert workspace.summaries([ids[2], ids[0]]) == [workspace.reports()[0], workspace.reports()[2]]
