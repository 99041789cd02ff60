"""A workbook that was corrected elsewhere: known again however it was changed, compared, accepted, undone."""

import datetime
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from desktop.core.errors import RefusalCode, RefusedError
from desktop.core.figures import Base, Kind, Qualifier, Reading, Value, Verdict
from desktop.core.workbooks.identity import DIGEST_HEADING, FIELDS_HEADING, KEY_HEADING
from desktop.core.workbooks.reading_back.differences import FieldState, RemarkKind
from desktop.core.workbooks.reading_back.values import Trouble
from desktop.operations import noting, reviewing, signing, tagging
from desktop.operations.exporting import export
from desktop.operations.taking_back import read_back, take_back
from desktop.operations.workspaces import Workspace, open_workspace
from tests.operations.returned_workbooks import SUMMARY, Edit, Returned, field_of, handed, only, summary_cell

REVENUE, RISE, CASES, FALL, ACCOUNTS = range(2, 7)
"""The rows of the five figures on the sheet."""

OpenAs = Callable[[str], Workspace]


@pytest.fixture
def verified(workspace: Workspace, report_id: int) -> Workspace:
    """Return a workspace with a report whose five figures are verified, each with another kind of content."""
    ids = workspace.index(report_id).ids
    readings = (
        Reading(Value(Decimal("6.3")), "tỷ đồng", indicator="thu ngân sách", period="2021-Q1"),
        Reading(Value(Decimal(20), high=Decimal(25)), "%", Kind.CHANGE, Base.SAME_PERIOD, "thu ngân sách"),
        Reading(Value(Decimal(218)), "vụ", indicator="số vụ", qualifier=Qualifier.ABOUT, period="2021-03"),
        Reading(Value(Decimal("-5.2")), "%", Kind.CHANGE, Base.PREVIOUS, "số vụ"),
        Reading(Value(Decimal(13160)), "tài khoản", indicator="số tài khoản"),
    )
    for figure_id, reading in zip([each for each in ids if _is_read(workspace, each)], readings, strict=True):
        workspace.apply(reviewing.correct(figure_id, reading, note="hỏi lại"))
    return workspace


@pytest.fixture
def edit(verified: Workspace, tmp_path: Path) -> Edit:
    """Return what exports the workspace to be edited."""
    return lambda: Returned(verified, tmp_path / "tra-lai.xlsx")


def _is_read(workspace: Workspace, figure_id: int) -> bool:
    return workspace.figures([figure_id])[0].text != "77/88"


def _kinds(returned: Returned) -> list[RemarkKind]:
    return [remark.kind for remark in returned.read_back().comparison.remarks]


def test_untouched_workbook_says_nothing_new(edit: Edit) -> None:
    read = read_back(edit().workspace, handed(edit().path))
    assert read.is_unchanged
    assert not read.comparison.rows
    assert read.figures == 5


def test_saving_it_elsewhere_changes_nothing(edit: Edit) -> None:
    assert edit().read_back().is_unchanged


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        (6.5, "6.5"),
        ("6,5", "6.5"),
        ("6,5 tỷ đồng", "6.5"),
        (" 1 234,5 ", "1234.5"),
        ("1.234,5 tỷ đồng", "1234.5"),
        ("(7)", "-7"),
        ("6-7", "6..7"),
        ("3/5", "3/5"),
    ],
)
def test_value_may_be_typed_in_the_vietnamese_way(edit: Edit, typed: object, value: str) -> None:
    returned = edit()
    returned.put(REVENUE, "Giá trị", typed)
    row = only(returned.read_back())
    assert row.there is not None
    assert str(row.there.value) == value
    assert field_of(row, "value").state is FieldState.THERE


@pytest.mark.parametrize(
    ("typed", "trouble"),
    [
        (datetime.date(2021, 12, 5), Trouble.MOMENT),
        (datetime.time(5, 12), Trouble.MOMENT),
        (True, Trouble.TRUTH),
        ("=C3*2", Trouble.UNCOMPUTED),
        (None, Trouble.EMPTY),
        ("chưa rõ", Trouble.NO_NUMBER),
        ("6.500 triệu đồng", Trouble.OTHER_UNIT),
        ("6,5%", Trouble.PERCENT),
    ],
)
def test_what_is_no_number_is_said_and_never_taken(edit: Edit, typed: object, trouble: Trouble) -> None:
    returned = edit()
    returned.put(REVENUE, "Giá trị", typed)
    row = only(returned.read_back())
    assert field_of(row, "value").trouble is trouble
    assert not row.is_offered


def test_percent_cell_holds_a_hundredth(edit: Edit) -> None:
    returned = edit()
    returned.put(FALL, "Giá trị", -0.125, "0.0%")
    row = only(returned.read_back())
    assert row.there is not None
    assert row.there.value == Value(Decimal("-12.5"))


def test_percent_cell_of_the_same_value_is_no_change(edit: Edit) -> None:
    returned = edit()
    returned.put(FALL, "Giá trị", -0.052, "0.0%")
    assert returned.read_back().is_unchanged


def test_percent_cell_of_things_is_not_taken(edit: Edit) -> None:
    returned = edit()
    returned.put(CASES, "Giá trị", 2.19, "0%")
    assert field_of(only(returned.read_back()), "value").trouble is Trouble.PERCENT


def test_rest_of_a_binary_number_is_no_change(edit: Edit) -> None:
    returned = edit()
    returned.put(REVENUE, "Giá trị", 6.300000000000001)
    assert returned.read_back().is_unchanged


def test_text_of_the_same_number_is_no_change(edit: Edit) -> None:
    returned = edit()
    returned.put(ACCOUNTS, "Giá trị", "13.160")
    returned.put(REVENUE, "Giá trị", "6,30 tỷ đồng")
    assert returned.read_back().is_unchanged


def test_upper_end_of_a_range_is_compared(edit: Edit) -> None:
    returned = edit()
    returned.put(RISE, "Giá trị đến", 26)
    row = only(returned.read_back())
    assert row.there is not None
    assert str(row.there.value) == "20..26"


def test_range_typed_into_one_cell_is_read(edit: Edit) -> None:
    returned = edit()
    returned.put(RISE, "Giá trị", "20 đến 27%")
    returned.put(RISE, "Giá trị đến", None)
    row = only(returned.read_back())
    assert row.there is not None
    assert str(row.there.value) == "20..27"


@pytest.mark.parametrize(
    ("heading", "typed", "name", "content"),
    [
        ("Đơn vị tính", "triệu đồng", "unit", "triệu đồng"),
        ("Chỉ tiêu", "Tổng  thu", "indicator", "Tổng thu"),
        ("Loại", "tỷ trọng", "kind", Kind.SHARE),
        ("So với", "Kế hoạch", "base", Base.PLAN),
        ("Mức chính xác", "TRÊN", "qualifier", Qualifier.OVER),
        ("Kỳ số liệu", "quý 2/2021", "period", "2021-Q2"),
        ("Kỳ số liệu", 2021, "period", "2021"),
        ("Kỳ số liệu", None, "period", ""),
    ],
)
def test_every_field_is_compared(edit: Edit, heading: str, typed: object, name: str, content: object) -> None:
    returned = edit()
    returned.put(REVENUE, heading, typed)
    row = only(returned.read_back())
    assert [each.name for each in row.fields] == [name]
    assert row.there is not None
    assert getattr(row.there, name) == content


@pytest.mark.parametrize(
    ("heading", "typed", "trouble"),
    [
        ("Loại", "Tăng vọt", Trouble.UNKNOWN_WORD),
        ("Loại", None, Trouble.EMPTY),
        ("So với", "Năm kia", Trouble.UNKNOWN_WORD),
        ("Kỳ số liệu", "dạo ấy", Trouble.UNKNOWN_PERIOD),
        ("Kỳ số liệu", datetime.date(2021, 3, 1), Trouble.MOMENT),
        ("Đơn vị tính", "=A1", Trouble.UNCOMPUTED),
    ],
)
def test_unknown_word_is_said_and_nothing_of_its_row_taken(
    edit: Edit, heading: str, typed: object, trouble: Trouble
) -> None:
    returned = edit()
    returned.put(REVENUE, heading, typed)
    returned.put(REVENUE, "Giá trị", 7)
    row = only(returned.read_back())
    assert trouble in [each.trouble for each in row.fields]
    assert not row.is_offered


def test_spaces_and_composition_are_no_change(edit: Edit) -> None:
    returned = edit()
    returned.put(REVENUE, "Đơn vị tính", "ty\u0309  đo\u0302\u0300ng\n".replace("ty\u0309", "tỷ"))
    returned.put(REVENUE, "Chỉ tiêu", " thu ngân sách ")
    assert returned.read_back().is_unchanged


def test_note_is_compared_and_taken(edit: Edit) -> None:
    returned = edit()
    returned.put(CASES, "Ghi chú", "đã hỏi lại")
    read = returned.read_back()
    row = only(read)
    assert (row.note, row.is_offered) == ("đã hỏi lại", True)
    returned.workspace.apply(take_back([row], read, "Trưởng phòng"))
    figure = _stored(returned, row)
    assert (figure.note, figure.effective.value) == ("đã hỏi lại", Value(Decimal(218)))


def test_note_that_the_program_adds_to_is_told_apart_from_what_it_adds(edit: Edit) -> None:
    returned = edit()
    figure = returned.workspace.figures(_ids(returned.workspace))[2]
    returned.workspace.apply(noting.write_note(figure.report_id, "hỏi chị Mai", figure_id=figure.id))
    returned = edit()
    written = str(returned.get(CASES, "Ghi chú"))
    assert written.startswith("hỏi lại; ")
    returned.put(CASES, "Ghi chú", f"{written}; chị Mai trả lời rồi")
    assert only(returned.read_back()).note == "hỏi lại; chị Mai trả lời rồi"
    returned.put(CASES, "Ghi chú", "chị Mai trả lời rồi")
    assert field_of(only(returned.read_back()), "note").trouble is Trouble.MIXED_NOTE


def test_note_corrected_in_the_program_since_is_no_change_of_the_file(edit: Edit) -> None:
    returned = edit()
    figure = returned.workspace.figures(_ids(returned.workspace))[2]
    returned.workspace.apply(reviewing.annotate(figure.id, "đã rõ"))
    assert returned.read_back().is_unchanged


def test_sorted_apart_and_edited_too_is_not_taken_over_to_another_figure(edit: Edit) -> None:
    returned = edit()
    returned.put(CASES, "Giá trị", 219)
    returned.put(ACCOUNTS, "Giá trị", 13161)
    rows = returned.rows()
    hidden = min(returned.column(each) for each in (KEY_HEADING, FIELDS_HEADING, DIGEST_HEADING)) - 1
    turned = [*rows[1:], rows[0]]
    returned.write_rows([seen[:hidden] + own[hidden:] for seen, own in zip(turned, rows, strict=True)])
    assert not any(row.is_offered for row in returned.read_back().comparison.rows)


def test_export_of_some_tags_comes_back_as_any_other(verified: Workspace, tmp_path: Path) -> None:
    (report,) = verified.reports()
    verified.apply(tagging.tag(verified.sections(report.id)[0].id, "kinh_te"))
    out = tmp_path / "mot-phan.xlsx"
    export(verified, out, ("kinh_te",))
    read = read_back(verified, handed(out))
    assert (read.is_unchanged, read.figures) == (True, 2)


def test_rows_are_known_again_after_sorting(edit: Edit) -> None:
    returned = edit()
    returned.put(CASES, "Giá trị", 219)
    returned.write_rows(list(reversed(returned.rows())))
    row = only(returned.read_back())
    assert row.there is not None
    assert (row.exported.indicator, row.there.value) == ("số vụ", Value(Decimal(219)))


def test_columns_and_header_may_move_and_sheets_be_renamed(edit: Edit) -> None:
    returned = edit()
    returned.put(CASES, "Giá trị", 219)
    sheet = returned.sheet
    sheet.insert_cols(1, 2)
    sheet.insert_rows(1, 3)
    sheet["A1"] = "Phòng Tổng hợp"
    sheet.title = "Đã rà soát"
    returned.workbook.move_sheet(sheet, -1)
    row = only(returned.read_back())
    assert row.there is not None
    assert row.there.value == Value(Decimal(219))
    assert row.place == "Đã rà soát!7"


def test_deleted_row_is_named_and_its_figure_stays(edit: Edit) -> None:
    returned = edit()
    returned.sheet.delete_rows(CASES)
    read = returned.read_back()
    (remark,) = read.comparison.remarks
    assert (remark.kind, remark.details["value"]) == (RemarkKind.DELETED, "218")
    assert not read.comparison.rows


def test_deleted_row_of_a_figure_corrected_since_is_counted(edit: Edit) -> None:
    returned = edit()
    cases = returned.workspace.figures(_ids(returned.workspace))[2]
    returned.workspace.apply(reviewing.correct(cases.id, replace(cases.effective, unit="vụ án")))
    returned.sheet.delete_rows(CASES)
    (remark,) = returned.read_back().comparison.remarks
    assert (remark.kind, remark.details) == (RemarkKind.DELETED_SOME, {"count": "1"})


def test_added_row_is_said(edit: Edit) -> None:
    returned = edit()
    last = returned.sheet.max_row + 1
    returned.put(last, "Chỉ tiêu", "số hộ")
    returned.put(last, "Giá trị", 12)
    (remark,) = returned.read_back().comparison.remarks
    assert (remark.kind, remark.details["indicator"]) == (RemarkKind.ADDED, "số hộ")


def test_copied_row_with_other_content_is_an_added_one(edit: Edit) -> None:
    returned = edit()
    rows = returned.rows()
    copied = [12 if value == 218 else value for value in rows[CASES - 2]]
    returned.write_rows([copied, *rows])
    read = returned.read_back()
    assert [remark.kind for remark in read.comparison.remarks] == [RemarkKind.COPIED]
    assert not read.comparison.rows


def test_row_copied_as_it_is_is_said(edit: Edit) -> None:
    returned = edit()
    rows = returned.rows()
    returned.write_rows([*rows, rows[0]])
    assert _kinds(returned) == [RemarkKind.REPEATED]


def test_copies_that_say_different_things_contradict(edit: Edit) -> None:
    returned = edit()
    rows = returned.rows()
    others = [[value if value != 218 else new for value in rows[CASES - 2]] for new in (219, 220)]
    returned.write_rows([*rows[: CASES - 2], *others, *rows[CASES - 1 :]])
    row = only(returned.read_back())
    assert field_of(row, "value").trouble is Trouble.CONTRADICTION
    assert not row.is_offered


@pytest.mark.parametrize("heading", [KEY_HEADING, FIELDS_HEADING, DIGEST_HEADING])
def test_row_whose_hidden_cells_were_edited_is_said(edit: Edit, heading: str) -> None:
    returned = edit()
    returned.put(CASES, heading, str(returned.get(CASES, heading)).replace("2", "3"))
    returned.put(CASES, "Giá trị", 999)
    read = returned.read_back()
    assert RemarkKind.UNSOUND in [remark.kind for remark in read.comparison.remarks]
    assert not read.comparison.rows


def test_rows_sorted_without_their_hidden_columns_are_not_taken(edit: Edit) -> None:
    returned = edit()
    rows = returned.rows()
    hidden = min(returned.column(each) for each in (KEY_HEADING, FIELDS_HEADING, DIGEST_HEADING)) - 1
    turned = [*rows[1:], rows[0]]
    returned.write_rows([seen[:hidden] + own[hidden:] for seen, own in zip(turned, rows, strict=True)])
    read = returned.read_back()
    assert [remark.kind for remark in read.comparison.remarks] == [RemarkKind.SORTED_APART]
    assert len(read.comparison.rows) == 5
    assert not any(row.is_offered for row in read.comparison.rows)


def test_missing_column_is_said_and_not_compared(edit: Edit) -> None:
    returned = edit()
    returned.sheet.delete_cols(returned.column("Đơn vị tính"))
    read = returned.read_back()
    (remark,) = read.comparison.remarks
    assert (remark.kind, remark.details) == (RemarkKind.COLUMN, {"column": "Đơn vị tính"})
    assert not read.comparison.rows


def test_change_in_the_summary_counts(edit: Edit) -> None:
    returned = edit()
    summary_cell(returned, CASES).value = 221
    row = only(returned.read_back())
    assert row.there is not None
    assert row.there.value == Value(Decimal(221))
    assert field_of(row, "value").place.startswith("Tổng hợp!")


def test_sheets_that_were_changed_differently_contradict(edit: Edit) -> None:
    returned = edit()
    summary_cell(returned, CASES).value = 221
    returned.put(CASES, "Giá trị", 222)
    assert field_of(only(returned.read_back()), "value").trouble is Trouble.CONTRADICTION


def test_other_words_in_the_summary_are_said_and_not_taken(edit: Edit) -> None:
    returned = edit()
    cell = summary_cell(returned, CASES)
    sheet = returned.workbook[SUMMARY]
    sheet.cell(cell.row, 2).value = "số vụ án"
    sheet.cell(cell.row, 3).value = "nghìn vụ"
    read = returned.read_back()
    assert [remark.kind for remark in read.comparison.remarks] == [RemarkKind.SUMMARY_WORDS] * 2
    assert not read.comparison.rows


def test_row_copied_and_written_in_the_summary_is_said(edit: Edit) -> None:
    returned = edit()
    cell = summary_cell(returned, CASES)
    sheet = returned.workbook[SUMMARY]
    copied = [each.value for each in sheet[cell.row]]
    copied[1], copied[cell.column - 1] = "số vụ cháy", 7
    for column, content in enumerate(copied, 1):
        sheet.cell(sheet.max_row + (column == 1), column).value = content
    new = sheet.max_row + 1
    sheet.cell(new, 2).value, sheet.cell(new, cell.column).value = "số vụ đuối nước", 9
    read = returned.read_back()
    assert [remark.kind for remark in read.comparison.remarks] == [RemarkKind.ADDED, RemarkKind.COPIED]
    assert not read.comparison.rows


def test_units_merged_over_rows_stand_for_all_of_them(edit: Edit) -> None:
    returned = edit()
    column = returned.column("Loại")
    returned.put(ACCOUNTS, "Loại", returned.get(REVENUE, "Loại"))
    returned.write_rows(sorted(returned.rows(), key=lambda row: str(row[column - 1])))
    kinds = [row[column - 1] for row in returned.rows()]
    first = kinds.index("Mức") + 2
    returned.sheet.merge_cells(
        start_row=first, end_row=first + kinds.count("Mức") - 1, start_column=column, end_column=column
    )
    assert returned.read_back().is_unchanged


def test_workspace_that_moved_on_is_told_apart(edit: Edit) -> None:
    returned = edit()
    workspace = returned.workspace
    figures = workspace.figures(_ids(workspace))
    for at, value in ((0, "6.4"), (2, "300"), (4, "14000")):
        reading = replace(figures[at].effective, value=Value.parse(value))
        workspace.apply(reviewing.correct(figures[at].id, reading))
    workspace.apply(reviewing.dismiss([figures[3].id], "duplicate"))
    returned.put(CASES, "Giá trị", 301)
    returned.put(ACCOUNTS, "Giá trị", 14000)
    rows = returned.read_back().comparison.rows
    assert [row.fields[0].state for row in rows] == [
        FieldState.HERE,
        FieldState.CONFLICT,
        FieldState.HERE,
        FieldState.BOTH,
    ]
    assert [row.is_offered for row in rows] == [False, True, False, False]
    conflict = rows[1].fields[0]
    assert (conflict.exported, conflict.here, conflict.there) == ("218", "300", "301")
    assert [field.name for field in rows[2].fields] == ["verdict"]


def test_workbook_of_another_workspace_is_refused(edit: Edit, tmp_path: Path) -> None:
    returned = edit()
    other = open_workspace(tmp_path / "khac.doichieu", "Hoa")
    with pytest.raises(RefusedError) as caught:
        read_back(other, handed(returned.path))
    other.close()
    assert caught.value.refusal.code is RefusalCode.HANDED_FOREIGN


def test_workbook_without_hidden_columns_is_refused_with_their_names(edit: Edit) -> None:
    returned = edit()
    returned.sheet.delete_cols(returned.column(FIELDS_HEADING))
    with pytest.raises(RefusedError) as caught:
        returned.read_back()
    assert caught.value.refusal.code is RefusalCode.HANDED_WITHOUT_COLUMNS
    assert caught.value.refusal.details["columns"] == f"“{FIELDS_HEADING}”"


def test_lost_properties_are_made_up_for_by_the_rows(edit: Edit) -> None:
    returned = edit()
    for name in list(_properties(returned).names):
        del _properties(returned)[name]
    assert returned.read_back().is_unchanged
    returned.sheet.delete_rows(CASES)
    assert _kinds(returned) == [RemarkKind.NO_PROPERTIES]


def test_accepting_corrects_logs_and_is_undone_as_one(edit: Edit) -> None:
    returned = edit()
    workspace = returned.workspace
    returned.put(REVENUE, "Giá trị", "6,5")
    returned.put(CASES, "Giá trị", 219)
    read = returned.read_back()
    before = [_stored(returned, row) for row in read.comparison.rows]
    change = take_back(read.comparison.rows, read, "Trưởng phòng")
    workspace.apply(change)
    after = [_stored(returned, row) for row in read.comparison.rows]
    assert [str(figure.effective.value) for figure in after] == ["6.5", "219"]
    assert {figure.verdict for figure in after} == {Verdict.CORRECTED}
    assert [figure.read for figure in after] == [figure.read for figure in before]
    line = workspace.log()[-1]
    assert (line.action, line.who, line.new["changed_by"]) == ("take_back", "Lan", "Trưởng phòng")
    assert (line.new["file"], line.new["digest"]) == ("tra-lai.xlsx", read.digest)
    assert (line.old["value"], line.new["value"]) == ("218", "219")
    workspace.revert(change)
    assert [replace(_stored(returned, row), revision=0) for row in read.comparison.rows] == [
        replace(figure, revision=0) for figure in before
    ]
    workspace.reapply(change)
    assert workspace.log()[-1].action == "redo_take_back"
    assert returned.read_back().comparison.rows[0].fields[0].state is FieldState.BOTH


def test_value_as_the_machine_had_read_it_is_an_acceptance(edit: Edit) -> None:
    returned = edit()
    figure = returned.workspace.figures(_ids(returned.workspace))[2]
    for heading, content in (
        ("Chỉ tiêu", figure.read.indicator),
        ("Mức chính xác", None),
        ("Kỳ số liệu", None),
    ):
        returned.put(CASES, heading, content)
    read = returned.read_back()
    returned.workspace.apply(take_back(read.comparison.rows, read, ""))
    taken = _stored(returned, only(read))
    assert (taken.verdict, taken.said) == (Verdict.ACCEPTED, None)


def test_figure_that_changed_after_it_was_shown_is_not_overwritten(edit: Edit, open_as: OpenAs) -> None:
    returned = edit()
    returned.put(CASES, "Giá trị", 219)
    read = returned.read_back()
    figure = returned.workspace.figures(_ids(returned.workspace))[2]
    reading = replace(figure.effective, value=Value(Decimal(220)))
    open_as("Hoa").apply(reviewing.correct(figure.id, reading))
    returned.workspace.figures([figure.id])
    with pytest.raises(RefusedError) as caught:
        returned.workspace.apply(take_back(read.comparison.rows, read, ""))
    assert caught.value.refusal.code is RefusalCode.CHANGED_MEANWHILE


def test_signed_report_refuses(edit: Edit, report_id: int) -> None:
    returned = edit()
    workspace = returned.workspace
    workspace.apply(reviewing.dismiss([_open_one(workspace, report_id)], "name"))
    workspace.apply(signing.sign_off(report_id))
    returned.put(CASES, "Giá trị", 219)
    row = only(returned.read_back())
    assert row.known.is_signed
    assert not row.is_offered


def test_thousandfold_difference_is_pointed_out(edit: Edit) -> None:
    returned = edit()
    returned.put(ACCOUNTS, "Giá trị", 13.16)
    assert field_of(only(returned.read_back()), "value").is_thousandfold


def test_who_saved_it_last_is_read(edit: Edit) -> None:
    returned = edit()
    returned.workbook.properties.lastModifiedBy = "Trưởng phòng"
    assert returned.read_back().changed_by == "Trưởng phòng"


def _properties(returned: Returned) -> Any:
    return returned.workbook.custom_doc_props  # type: ignore[attr-defined] # its stubs do not know it


def _ids(workspace: Workspace) -> list[int]:
    (report,) = workspace.reports()
    return [each for each in workspace.index(report.id).ids if _is_read(workspace, each)]


def _open_one(workspace: Workspace, report_id: int) -> int:
    return next(each for each in workspace.index(report_id).ids if not _is_read(workspace, each))


def _stored(returned: Returned, row: Any) -> Any:
    return returned.workspace.figures([row.known.figure.id])[0]
