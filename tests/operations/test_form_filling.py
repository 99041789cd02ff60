"""A form is filled as a copy from verified figures alone, and what was mapped is offered again."""

import shutil
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from desktop.core.errors import RefusalCode, RefusedError
from desktop.core.figures import Reading, Value
from desktop.core.workbooks.forms.mapping import CellMapping, FormMapping, Selector, Target
from desktop.core.workbooks.forms.plan import CellState, plan
from desktop.operations import form_filling, reviewing
from desktop.operations.workspaces import Workspace

MAPPED = CellMapping(Target("Biểu 1", "C2"), Selector("thu ngân sách", "triệu đồng"), "Thu | Thực hiện")
OPEN = CellMapping(Target("Biểu 1", "C3"), Selector("số vụ", "vụ"))
MAPPING = FormMapping(cells=(MAPPED, OPEN))


@pytest.fixture
def form_path(tmp_path: Path) -> Path:
    """Return a form with two rows to fill and a sum."""
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "Biểu 1"
    for row in (["Chỉ tiêu", "Đơn vị", "Thực hiện"], ["Thu", "triệu đồng"], ["Số vụ", "vụ"], ["Cộng"]):
        sheet.append(row)
    sheet["C4"] = "=SUM(C2:C3)"
    path = tmp_path / "bieu.xlsx"
    workbook.save(path)
    return path


@pytest.fixture
def reviewed(workspace: Workspace, report_id: int) -> Workspace:
    """Return a workspace with one verified figure that the form wants."""
    first, *_ = workspace.index(report_id).ids
    reading = Reading(Value(Decimal("6.3")), "tỷ đồng", indicator="Thu ngân sách", period="2021-Q1")
    workspace.apply(reviewing.correct(first, reading))
    return workspace


def test_copy_is_filled_with_what_is_verified_and_logged(
    reviewed: Workspace, form_path: Path, tmp_path: Path
) -> None:
    before, out = form_path.read_bytes(), tmp_path / "da-dien.xlsx"
    form, book = form_filling.open_form(form_path), form_filling.figure_book(reviewed)
    filled = form_filling.fill(reviewed, form, MAPPING, book, out)
    sheet = load_workbook(out)["Biểu 1"]
    assert (sheet["C2"].value, sheet["C3"].value, sheet["C4"].value) == (6300, None, "=SUM(C2:C3)")
    assert sheet["C2"].comment is not None
    assert "6,3 tỷ đồng → 6.300 triệu đồng" in sheet["C2"].comment.text
    assert [each.state for each in filled.left] == [CellState.NO_FIGURE]
    assert form_path.read_bytes() == before
    line = reviewed.log()[-1]
    assert line.action == "fill_form"
    assert (line.new["form"], line.new["file"], line.new["figures"]) == ("bieu.xlsx", "da-dien.xlsx", "1")


def test_form_itself_is_never_written_over(reviewed: Workspace, form_path: Path) -> None:
    before, lines = form_path.read_bytes(), len(reviewed.log())
    form, book = form_filling.open_form(form_path), form_filling.figure_book(reviewed)
    with pytest.raises(RefusedError) as caught:
        form_filling.fill(reviewed, form, MAPPING, book, form_path)
    assert caught.value.refusal.code is RefusalCode.FORM_IS_OUTPUT
    assert (form_path.read_bytes(), len(reviewed.log())) == (before, lines)


def test_cell_whose_figure_has_changed_since_it_was_seen_is_left(
    reviewed: Workspace, form_path: Path, tmp_path: Path
) -> None:
    form, book = form_filling.open_form(form_path), form_filling.figure_book(reviewed)
    seen = plan(form, MAPPING, book)
    [figure] = [each.figure for each in book.figures]
    reviewed.apply(reviewing.correct(figure.id, replace(figure.effective, value=Value(Decimal(7)))))
    now = form_filling.figure_book(reviewed)
    filled = form_filling.fill(reviewed, form, MAPPING, now, tmp_path / "out.xlsx", seen)
    assert filled.written.cells == 0
    assert filled.left[0].state is CellState.TAKEN


def test_mapping_is_offered_again_beside_the_form_and_for_a_renamed_copy(
    reviewed: Workspace, form_path: Path, tmp_path: Path
) -> None:
    form = form_filling.open_form(form_path)
    assert form_filling.offered_mapping(reviewed, form, form_path) is None
    kept = form_filling.keep_mapping(reviewed, form, form_path, MAPPING)
    assert kept == tmp_path / "bieu.xlsx.doichieu.json"
    offered = form_filling.offered_mapping(reviewed, form, form_path)
    assert offered is not None
    assert (offered.mapping.cells, offered.is_form_changed) == (MAPPING.cells, False)
    renamed = tmp_path / "khac" / "ten khac.xlsx"
    renamed.parent.mkdir()
    shutil.copy(form_path, renamed)
    again = form_filling.offered_mapping(reviewed, form_filling.open_form(renamed), renamed)
    assert again is not None
    assert again.mapping.cells == MAPPING.cells


def test_mapping_of_a_changed_form_is_offered_and_said(reviewed: Workspace, form_path: Path) -> None:
    form_filling.keep_mapping(reviewed, form_filling.open_form(form_path), form_path, MAPPING)
    workbook = load_workbook(form_path)
    workbook["Biểu 1"].insert_rows(2)
    workbook.save(form_path)
    form = form_filling.open_form(form_path)
    offered = form_filling.offered_mapping(reviewed, form, form_path)
    assert offered is not None
    assert offered.is_form_changed
    assert plan(form, offered.mapping, form_filling.figure_book(reviewed))[0].state is CellState.MOVED


def test_broken_mapping_beside_a_form_is_refused_by_name(reviewed: Workspace, form_path: Path) -> None:
    form_filling.sidecar_of(form_path).write_bytes(b"\xff\xfe{")
    with pytest.raises(RefusedError) as caught:
        form_filling.offered_mapping(reviewed, form_filling.open_form(form_path), form_path)
    assert caught.value.refusal.code is RefusalCode.MAPPING_INVALID
    assert caught.value.refusal.subject == "bieu.xlsx.doichieu.json"


def test_proposals_are_prepared_beside_what_was_mapped(reviewed: Workspace, form_path: Path) -> None:
    form = form_filling.open_form(form_path)
    form_filling.keep_mapping(reviewed, form, form_path, FormMapping(cells=(OPEN,)))
    prepared = form_filling.prepare(reviewed, form_path)
    assert prepared.mapping.confirmed.cells == (OPEN,)
    assert prepared.source == "bieu.xlsx.doichieu.json"
    assert set(prepared.units.values()) == {"triệu đồng", "vụ"}
