"""The workbook holds what was verified and nothing else."""

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

import resources
from desktop.core.documents import Document, Format
from desktop.core.errors import RefusalCode, RefusedError
from desktop.core.figures import Reading, Value
from desktop.core.isolation.process import ReadingProcess
from desktop.core.places import Place
from desktop.core.workbooks.alterations import AlterationKind
from desktop.core.workbooks.content import ExportOptions, Fate, LeftOut
from desktop.core.workbooks.identity import COUNT_PROPERTY, DIGEST_PROPERTY
from desktop.core.workbooks.watching import WritingCancelledError
from desktop.operations import moving, noting, reviewing, tag_editing, tagging
from desktop.operations.exporting import Exported, collect, export, known_tags
from desktop.operations.importing import import_file
from desktop.operations.workspaces import Workspace, open_workspace
from tests.operations.analysing import TEXT

SHEETS = ["Tổng hợp", "Số liệu", "Theo nhãn", "Cảnh báo", "Sổ số", "Nguồn", "Nhật ký"]


@pytest.fixture
def reviewed(workspace: Workspace, report_id: int) -> Workspace:
    """Return a workspace with a verdict of each kind."""
    ids = workspace.index(report_id).ids
    for change in (
        reviewing.accept([ids[0]]),
        reviewing.correct(ids[2], Reading(Value(Decimal("219")), "vụ", indicator="số vụ ma túy")),
        reviewing.dismiss([ids[1]], "duplicate"),
        reviewing.doubt([ids[3]]),
        tagging.tag(1, "kinh_te"),
    ):
        workspace.apply(change)
    return workspace


def test_only_verified_figures_are_collected(reviewed: Workspace, bring: Callable[..., int]) -> None:
    bring("Có 5 vụ.", "hai.txt")
    content = collect(reviewed)
    first, second = content.reports
    assert [figure.text for figure in first.figures] == ["6,3 tỷ đồng", "218 vụ"]
    assert (first.left_out, second.left_out) == (LeftOut(2, 1, 1), LeftOut(1))
    assert second.figures == ()
    assert first.sections[0].tags == ("kinh_te",)
    assert [line.action for line in content.log] == [line.action for line in reviewed.log()]
    assert (content.workspace, content.who) == (reviewed.name, "Lan")


def test_export_writes_a_workbook_and_a_line_in_the_log(reviewed: Workspace, tmp_path: Path) -> None:
    out = tmp_path / "tong-hop.xlsx"
    done = export(reviewed, out)
    assert replace(done, digest="") == Exported(2, 4, out, tuple(reviewed.reports()))
    workbook: Any = load_workbook(out)
    assert workbook.sheetnames == [
        "Tổng hợp",
        "Số liệu",
        "Theo nhãn",
        "Cảnh báo",
        "Sổ số",
        "Nguồn",
        "Nhật ký",
    ]
    properties = {each.name: each.value for each in workbook.custom_doc_props.props}
    assert properties[DIGEST_PROPERTY] == done.digest
    assert properties[COUNT_PROPERTY] == 2
    line = reviewed.log()[-1]
    told = {"file": out.name, "figures": "2", "left_out": "4", "digest": done.digest}
    assert (line.action, line.new) == ("export", told)


def test_export_that_cannot_be_written_is_not_logged(reviewed: Workspace, tmp_path: Path) -> None:
    lines = len(reviewed.log())
    with pytest.raises(RefusedError):
        export(reviewed, tmp_path / "none" / "tong-hop.xlsx")
    assert len(reviewed.log()) == lines


def test_export_never_writes_over_a_workspace(reviewed: Workspace, tmp_path: Path) -> None:
    out = tmp_path / "other.doichieu"
    open_workspace(out, "Lan").close()
    before = out.read_bytes()
    with pytest.raises(RefusedError) as caught:
        export(reviewed, out)
    assert caught.value.refusal.code is RefusalCode.CANNOT_WRITE
    assert out.read_bytes() == before


def _rows(path: Path, title: str) -> list[dict[str, object]]:
    workbook = load_workbook(path)
    header, *rows = workbook[title].iter_rows(values_only=True)
    return [dict(zip(map(str, header), row, strict=True)) for row in rows]


def test_export_by_tag_holds_the_figures_under_it_alone(reviewed: Workspace, tmp_path: Path) -> None:
    text = reviewed.document(1).text
    start = text.index("có 218 vụ")
    reviewed.apply(tagging.tag_passage(1, Place(start, start + 9), "public_order"))
    out = tmp_path / "an-ninh.xlsx"
    assert export(reviewed, out, known_tags(reviewed, ["Y TE"])).figures == 0
    done = export(reviewed, out, ["security"])
    assert (done.figures, done.left_out, done.path) == (1, 0, out)
    assert [report.id for report in done.reports] == [1]
    (row,) = _rows(out, "Số liệu")
    assert (row["Giá trị"], row["Nhãn"]) == (219, "An ninh, trật tự an toàn xã hội")
    assert reviewed.log()[-1].new["only_tags"] == "security"
    statement = load_workbook(out)["Tổng hợp"]["A3"].value
    assert "thuộc nhãn" in statement
    export(reviewed, out)
    assert "chỉ các nhãn: Quốc phòng, an ninh" in str(_rows(out, "Nhật ký")[-1]["Sau"])


def test_reports_without_a_figure_under_the_tag_are_left_out(
    reviewed: Workspace, bring: Callable[..., int]
) -> None:
    bring("Có 5 vụ.", "hai.txt")
    reviewed.apply(tagging.tag(1, "economy"))
    (report,) = collect(reviewed, ["economy"]).reports
    assert [figure.text for figure in report.figures] == ["6,3 tỷ đồng"]
    assert report.left_out == LeftOut(dismissed=1)


def test_tags_are_known_by_key_and_by_name_without_accents(reviewed: Workspace) -> None:
    reviewed.apply(tag_editing.add_tag("Làng nghề"))
    assert known_tags(reviewed, ["health", "lang nghe", "GIÁO DỤC VÀ ĐÀO TẠO"]) == (
        "health",
        "own_lang_nghe",
        "education",
    )
    with pytest.raises(RefusedError) as caught:
        known_tags(reviewed, ["không có"])
    assert caught.value.refusal.code is RefusalCode.TAG_UNKNOWN


def test_notes_stand_beside_their_figure_and_on_a_sheet_of_their_own(
    reviewed: Workspace, tmp_path: Path
) -> None:
    figure_id = reviewed.index(1).ids[2]
    for change in (
        noting.write_note(1, "hỏi Công an tỉnh", figure_id=figure_id),
        noting.write_note(1, "thiếu phụ lục"),
    ):
        reviewed.apply(change)
    reviewed.apply(noting.settle_note(1))
    out = tmp_path / "tong-hop.xlsx"
    export(reviewed, out)
    beside = [row["Ghi chú"] for row in _rows(out, "Số liệu")]
    assert beside == [None, "hỏi Công an tỉnh (Lan, đã giải quyết)"]
    whole, on_figure = _rows(out, "Ghi chú")
    assert (whole["Về"], whole["Ghi chú"], whole["Tình trạng"]) == (
        "Báo cáo",
        "thiếu phụ lục",
        "Chưa giải quyết",
    )
    assert (on_figure["Về"], on_figure["Người giải quyết"]) == ("Số liệu “218 vụ”", "Lan")
    assert "218 vụ" in str(on_figure["Trích nguồn"])


def test_evidence_is_where_the_clerk_has_put_the_figure(reviewed: Workspace, tmp_path: Path) -> None:
    [report] = reviewed.reports()
    moved_to = Place(TEXT.index("13.160 tài khoản"), TEXT.index(", trong đó"))
    document = Document(Format.TXT, TEXT, ())
    reviewed.apply(moving.move(reviewed.index(report.id).ids[0], moved_to, document))
    out = tmp_path / "tong-hop.xlsx"
    export(reviewed, out)
    workbook = load_workbook(out, read_only=True)
    rows = [[str(cell.value or "") for cell in row] for row in workbook["Số liệu"].iter_rows()]
    logged = [[str(cell.value or "") for cell in row] for row in workbook["Nhật ký"].iter_rows()]
    workbook.close()
    [row] = [row for row in rows if "6,3" in row or "6.3" in row]
    assert any("13.160 tài khoản" in cell for cell in row)
    assert not any("6,3 tỷ đồng" in cell for cell in row)
    [line] = [line for line in logged if "Dời vị trí" in line and any("6,3 tỷ đồng" in cell for cell in line)]
    assert any("13.160 tài khoản" in cell for cell in line)


def test_every_run_of_digits_is_in_the_ledger_or_in_a_verified_figure(reviewed: Workspace) -> None:
    (report,) = collect(reviewed).reports
    told = {line.text: (line.fate, line.reason) for line in report.ledger.lines}
    assert told["05/04/2021"] == (Fate.SET_ASIDE, "date")
    assert told["1"] == (Fate.SET_ASIDE, "ordinal")
    assert told["77/88"] == (Fate.OPEN, "unknown")
    assert told["20-25%"] == (Fate.DISMISSED, "duplicate")
    assert told["5,2%"] == (Fate.DOUBTFUL, "undecided")
    assert told["13.160 tài khoản"] == (Fate.OPEN, "undecided")
    ledger = report.ledger
    assert ledger.runs == len(reviewed.ledger(report.summary.id))
    assert ledger.runs == ledger.claimed + ledger.count(*Fate)
    starts = [line.place.start for line in ledger.lines]
    assert starts == sorted(starts)
    dismissed = next(line for line in ledger.lines if line.fate is Fate.DISMISSED)
    assert dismissed.who == "Lan"
    assert dismissed.at is not None


def test_ledger_of_an_export_by_tag_is_of_what_is_under_the_tag(reviewed: Workspace) -> None:
    reviewed.apply(tagging.tag(1, "economy"))
    (report,) = collect(reviewed, ["economy"]).reports
    assert {line.text for line in report.ledger.lines} == {"20-25%"}
    assert report.ledger.runs == report.ledger.claimed + report.ledger.count(*Fate)


def test_sources_tell_who_imported_and_who_decided(
    reviewed: Workspace, open_as: Callable[[str], Workspace]
) -> None:
    (report,) = collect(reviewed).reports
    assert report.imported_by == "Lan"
    assert [(each.name, each.figures) for each in report.reviewers] == [("Lan", 4)]
    other = open_as("Minh")
    other.apply(reviewing.accept([other.index(report.summary.id).ids[5]]))
    (report,) = collect(reviewed).reports
    assert [(each.name, each.figures) for each in report.reviewers] == [("Lan", 4), ("Minh", 1)]


def test_pages_are_drawn_by_the_reading_process(tmp_path: Path) -> None:
    sample = resources.path("samples") / "bao-cao-nam.pdf"
    workspace = open_workspace(tmp_path / "ho-so.doichieu", "Lan")
    with ReadingProcess() as process:
        import_file(workspace, process, sample)
    [report] = workspace.reports()
    workspace.apply(reviewing.accept(workspace.index(report.id).ids[:2]))
    out = tmp_path / "tong-hop.xlsx"
    export(workspace, out, options=ExportOptions(has_pictures=True))
    workspace.close()
    workbook: Any = load_workbook(out)
    assert len(workbook["Hình"]._images) == 2
    (row,) = _rows(out, "Nguồn")
    assert str(row["Số trang, trang tính"]).endswith(" trang")
    assert all(str(row["Vị trí"]).startswith("trang ") for row in _rows(out, "Số liệu"))


def test_export_tells_how_far_it_is(reviewed: Workspace, tmp_path: Path) -> None:
    shares: list[float] = []
    export(reviewed, tmp_path / "tong-hop.xlsx", on_progress=shares.append)
    assert shares == sorted(shares)
    assert shares[0] > 0
    assert shares[-1] == 1


@pytest.mark.parametrize("asked", range(4))
def test_cancelled_export_leaves_the_old_file_and_no_line_in_the_log(
    reviewed: Workspace, tmp_path: Path, asked: int
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    out = folder / "tong-hop.xlsx"
    out.write_bytes(b"old")
    lines, times = len(reviewed.log()), iter(range(10))
    with pytest.raises(WritingCancelledError):
        export(reviewed, out, is_cancelled=lambda: next(times) >= asked)
    assert out.read_bytes() == b"old"
    assert list(folder.iterdir()) == [out]
    assert len(reviewed.log()) == lines


def test_what_excel_cannot_hold_is_counted_and_listed(reviewed: Workspace, tmp_path: Path) -> None:
    figure_id = reviewed.index(1).ids[0]
    reviewed.apply(noting.write_note(1, "hỏi\x1b lại", figure_id=figure_id))
    reviewed.apply(noting.write_note(1, "dài" * 12_000))
    number = Reading(Value(Decimal("1234567890123456.75")), "vụ", indicator="số vụ")
    reviewed.apply(reviewing.correct(reviewed.index(1).ids[3], number))
    out = tmp_path / "tong-hop.xlsx"
    by_kind = {remark.kind: remark for remark in export(reviewed, out).remarks}
    assert set(by_kind) == {AlterationKind.LETTERS, AlterationKind.CUT, AlterationKind.DIGITS}
    rows = _rows(out, "Ghi khác nguyên văn")
    assert len(rows) == sum(remark.count for remark in by_kind.values())
    book = load_workbook(out)
    for row in rows:
        cell = book[str(row["Trang tính"])][str(row["Ô"])]
        link = book["Ghi khác nguyên văn"].cell(rows.index(row) + 2, 3).hyperlink
        assert link is not None and link.location == f"'{row['Trang tính']}'!{row['Ô']}"
        told = str(row["Nguyên văn (phần đầu)"])
        if "15 chữ số" in str(row["Điều đã đổi"]):
            assert (cell.value, told) == (1234567890123460, "1234567890123456.75")
        elif "cắt" in str(row["Điều đã đổi"]):
            assert re.search(r"… \(đã cắt bớt, nguyên văn dài 360[0-9]{2} ký tự\)\Z", str(cell.value))
            assert "dàidài" in told
        else:
            assert "hỏi\N{REPLACEMENT CHARACTER} lại" in str(cell.value)
            assert "hỏi\N{SYMBOL FOR ESCAPE} lại" in told


def test_workbook_without_anything_odd_has_no_sheet_about_it(reviewed: Workspace, tmp_path: Path) -> None:
    out = tmp_path / "tong-hop.xlsx"
    assert export(reviewed, out).remarks == ()
    assert "Ghi khác nguyên văn" not in load_workbook(out).sheetnames


def test_decimals_are_shown_as_in_the_source(
    workspace: Workspace, bring: Callable[..., int], tmp_path: Path
) -> None:
    report_id = bring("Tỷ lệ hộ nghèo là 12,50%. Thu ngân sách đạt 1.200,0 tỷ đồng.", "a.txt")
    ids = workspace.index(report_id).ids
    workspace.apply(reviewing.accept(list(ids)))
    out = tmp_path / "tong-hop.xlsx"
    export(workspace, out)
    cells = [load_workbook(out)["Số liệu"].cell(row, 6) for row in (2, 3)]
    shown = [(cell.value, str(cell.number_format).split(";")[-1]) for cell in cells]
    assert shown == [(12.5, "[$-42A]#,##0.00"), (1200, "[$-42A]#,##0.0")]


def test_file_open_in_another_program_is_refused_before_anything_is_read(
    reviewed: Workspace, tmp_path: Path
) -> None:
    out = tmp_path / "tong-hop.xlsx"
    export(reviewed, out)
    before = out.read_bytes()
    (tmp_path / ".~lock.tong-hop.xlsx#").write_text(",hoa,may,")
    with pytest.raises(RefusedError) as caught:
        export(reviewed, out)
    assert caught.value.refusal.code is RefusalCode.FILE_LOCKED
    assert out.read_bytes() == before
