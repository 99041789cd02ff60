"""The verified summary as another program reads it."""

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from itertools import takewhile
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter

from desktop.core.errors import RefusalCode, RefusedError
from desktop.core.figures import Origin, Value, Verdict
from desktop.core.places import Place
from desktop.core.reviews import LogEntry
from desktop.core.workbooks.content import LeftOut, WorkbookContent
from desktop.core.workbooks.summary import write_workbook

Written = Callable[[WorkbookContent], Workbook]

OVERVIEW = (
    *("STT", "Chỉ tiêu", "Đơn vị tính", "Thực hiện", "So với kỳ trước", "So với cùng kỳ"),
    *("So với kế hoạch", "Ghi chú", "Nguồn"),
)

SHEETS = ["Tổng hợp", "Số liệu", "Theo nhãn", "Cảnh báo", "Sổ số", "Nguồn", "Nhật ký"]


def body(workbook: Workbook) -> list[tuple[Any, ...]]:
    """Return the values below the header of the first sheet, as far as the place for signatures."""
    rows = [row[: len(OVERVIEW)] for row in workbook["Tổng hợp"].iter_rows(values_only=True)]
    below = rows[rows.index(OVERVIEW) + 1 :]
    return list(takewhile(any, below))


def listed(workbook: Workbook, title: str = "Số liệu") -> list[dict[str, Any]]:
    """Return the rows of a list by the headings of their columns."""
    sheet = workbook[title]
    hidden = [sheet.column_dimensions[get_column_letter(at + 1)].hidden for at in range(sheet.max_column)]
    shown = [at for at, is_hidden in enumerate(hidden) if not is_hidden]
    header, *rows = ([row[at] for at in shown] for row in sheet.iter_rows(values_only=True))
    return [dict(zip(map(str, header), row, strict=True)) for row in rows]


def drug_cases(make: Any) -> Any:
    return make.report(
        make.figure("218", "vụ", indicator="số vụ ma túy"),
        make.figure("2.4", "lần", "change", "previous", indicator="số vụ ma túy"),
        make.figure("-5.2", "%", "change", "same_period", indicator="số vụ ma túy"),
        left_out=LeftOut(3, 2, 5),
        text="Số vụ ma túy 218 vụ, tăng 2,4 lần. Câu sau.",
    )


def test_indicator_with_its_comparisons_is_one_row(make: Any, written: Written) -> None:
    (row,) = body(written(make.content(drug_cases(make))))
    assert row[:8] == (1, "số vụ ma túy", "vụ", 218, 2.4, -5.2, None, None)
    assert row[8] == "bao-cao-1.txt; ký tự 10–33; số liệu 1–3"


def test_numbers_are_numbers_with_a_vietnamese_format(make: Any, written: Written) -> None:
    sheet = written(make.content(drug_cases(make)))["Tổng hợp"]
    formats = [sheet.cell(7, column).number_format for column in (4, 5, 6)]
    assert formats[0] == "[$-42A]#,##0"
    assert formats[1].split(";")[0] == '[$-42A]+#,##0.0" lần"'
    assert formats[2].split(";")[1] == '[$-42A]-#,##0.0"%"'
    assert sheet.cell(7, 4).data_type == "n"


def test_number_of_a_cell_is_whole_and_shown_as_the_cell_shows_it(make: Any, written: Written) -> None:
    full = {"text": "98,90008033121177", "shown": "98,9"}
    figure = make.figure("98.90008033121177", "%", changes=full)
    other = replace(make.figure("98.90008033121177", "%", changes=full), said=make.reading("98.94", "%"))
    workbook = written(make.content(make.report(figure, replace(other, verdict=Verdict.CORRECTED))))
    sheet = workbook["Số liệu"]
    as_read, said = (sheet.cell(row, 6) for row in (2, 3))
    assert (as_read.value, as_read.number_format) == (98.90008033121177, "[$-42A]#,##0.0")
    assert (said.value, said.number_format) == (98.94, "[$-42A]#,##0.00")
    assert [row["Nguyên văn"] for row in listed(workbook)] == ["98,9", "98,9"]


def test_title_says_what_is_left_out(make: Any, written: Written) -> None:
    sheet = written(make.content(drug_cases(make), make.report(left_out=LeftOut(open=1), number=2)))[
        "Tổng hợp"
    ]
    assert sheet["A1"].value == "Tổng hợp số liệu"
    assert sheet["A2"].value == "Tổng hợp từ 2 báo cáo"
    statement = (
        "Chỉ gồm số liệu đã xác nhận; còn 11 số liệu chưa đưa vào (4 chưa xác nhận, 2 nghi vấn, 5 đã loại)."
    )
    assert sheet["A3"].value == statement
    assert "ho-so" in sheet["A4"].value
    assert "Nguyễn Thị Hoa" in sheet["A4"].value
    assert "theo giờ của máy xuất, UTC" in sheet["A4"].value


def test_single_report_is_named_with_its_period(make: Any, written: Written) -> None:
    assert written(make.content(drug_cases(make)))["Tổng hợp"]["A2"].value == "Báo cáo số 1 (Quý I/2021)"


def test_sections_stand_above_their_rows_with_number_and_tags(make: Any, written: Written) -> None:
    sections = (
        make.section(1, "II. VĂN HÓA - XÃ HỘI"),
        make.section(2, "1. Y tế", parent=1, tags=("health",)),
        make.section(3, "2. Giáo dục", parent=1),
        make.section(4, "Phụ lục"),
    )
    inside = make.figure("1", indicator="ca mắc", changes={"section_id": 2})
    last = make.figure("2", indicator="biểu", changes={"section_id": 4})
    lost = make.figure("3", indicator="lạc mục", changes={"section_id": 99})
    rows = body(written(make.content(make.report(inside, last, lost, sections=sections))))
    assert [(row[0], row[1], row[7]) for row in rows] == [
        (1, "lạc mục", None),
        ("II", "VĂN HÓA - XÃ HỘI", None),
        ("1", "Y tế", "Nhãn: Y tế"),
        (2, "ca mắc", None),
        (None, "Phụ lục", None),
        (3, "biểu", None),
    ]
    assert rows[3][8] == "bao-cao-1.txt; mục 1; ký tự 10–13; số liệu 1"


def test_period_of_most_of_a_section_is_said_once_above_its_rows(make: Any, written: Written) -> None:
    periods = ("2020", "2020", "2019")
    figures = [
        make.figure("1", indicator=f"chỉ tiêu {at}", period=period, changes={"section_id": 1})
        for at, period in enumerate(periods)
    ]
    sections = (make.section(1, "I. Năm trước", tags=("growth", "prices")),)
    rows = body(written(make.content(make.report(*figures, sections=sections))))
    assert [row[7] for row in rows] == [
        "Nhãn: Tăng trưởng, tổng sản phẩm; Giá cả, lạm phát. Kỳ số liệu: Năm 2020",
        None,
        None,
        "Năm 2019",
    ]


def test_reports_follow_one_another_each_with_its_counts(make: Any, written: Written) -> None:
    second = make.report(make.figure("7", changes={"report_id": 2}), number=2)
    rows = body(written(make.content(drug_cases(make), second)))
    assert [row[1] for row in rows] == [
        "Báo cáo số 1 (Quý I/2021)",
        "số vụ ma túy",
        "Báo cáo số 2 (Quý I/2021)",
        "số vụ",
    ]
    assert rows[0][7].startswith("Đưa vào 3 số liệu; còn 10 số liệu chưa đưa vào")
    assert [row[0] for row in rows] == [None, 1, None, 2]


def test_source_leads_to_the_row_of_the_figure(make: Any, written: Written) -> None:
    other = make.report(make.figure("7", indicator="khác", changes={"report_id": 2}), number=2)
    workbook = written(make.content(drug_cases(make), other))
    links = [sheet_cell.hyperlink for sheet_cell in workbook["Tổng hợp"]["I"] if sheet_cell.hyperlink]
    rows = [int(link.location.removeprefix("'Số liệu'!A")) for link in links]
    assert [workbook["Số liệu"].cell(row, 5).value for row in rows] == ["số vụ ma túy", "khác"]


def test_range_and_fraction_stand_as_written(make: Any, written: Written) -> None:
    report = make.report(
        make.figure("20..25.5", "%", indicator="a"), make.figure("3/5", "chỉ tiêu", "share", indicator="b")
    )
    workbook = written(make.content(report))
    assert [row[3] for row in body(workbook)] == ["20–25,5", "3/5"]
    first, second = listed(workbook)
    assert (first["Giá trị"], first["Giá trị đến"]) == (20, 25.5)
    assert (second["Giá trị"], second["Giá trị đến"]) == ("3/5", None)


def test_list_tells_everything_of_a_figure(make: Any, written: Written) -> None:
    figure = make.figure("218000", "vụ", indicator="số vụ", qualifier="about")
    said = replace(figure.read, value=make.reading("218").value, unit="vụ án")
    figure = replace(figure, verdict=Verdict.CORRECTED, said=said, note="đã hỏi lại", section_id=2)
    sections = (make.section(1, "II. Xã hội", tags=("society",)), make.section(2, "1. Trật tự", parent=1))
    text = "Câu một. Số vụ 218 vụ. Câu ba."
    figure = replace(figure, place=Place(15, 18, page=3))
    (row,) = listed(written(make.content(make.report(figure, sections=sections, text=text))))
    assert {name: value for name, value in row.items() if name != "Thời điểm"} == {
        "STT": 1,
        "Báo cáo": "bao-cao-1.txt",
        "Mục": "II. Xã hội > 1. Trật tự",
        "Nhãn": "Văn hóa - xã hội",
        "Chỉ tiêu": "số vụ",
        "Giá trị": 218,
        "Giá trị đến": None,
        "Đơn vị tính": "vụ án",
        "Loại": "Mức",
        "So với": None,
        "Mức chính xác": "khoảng",
        "Kỳ số liệu": "Quý I/2021",
        "Xác nhận": "Đã sửa",
        "Độ tin cậy của máy": 0.9,
        "Máy đọc": "giá trị: 218.000; đơn vị: vụ",
        "Ghi chú": "đã hỏi lại",
        "Người xác nhận": "Nguyễn Thị Hoa",
        "Nguyên văn": "…",
        "Vị trí": "trang 3, ký tự 15–18",
        "Trích nguồn": "Số vụ 218 vụ.",
    }
    local = make.moment.astimezone().replace(tzinfo=None, microsecond=0)
    assert abs(row["Thời điểm"] - local) < timedelta(seconds=1)


def test_figure_of_a_workbook_is_placed_by_its_cell(make: Any, written: Written) -> None:
    figure = make.figure("1", changes={"place": Place(5, 6, sheet="16.CPI", cell="C12")})
    workbook = written(make.content(make.report(figure)))
    assert listed(workbook)[0]["Vị trí"] == "16.CPI!C12"
    assert body(workbook)[0][8] == "bao-cao-1.txt; 16.CPI!C12; số liệu 1"


@pytest.mark.parametrize(
    ("origin", "told"), [(Origin.CLERK, "(người rà soát bổ sung)"), (Origin.LEDGER, "(chưa đọc được)")]
)
def test_figure_that_the_machine_did_not_read_says_so(
    make: Any, written: Written, origin: Origin, told: str
) -> None:
    report = make.report(make.figure("1", changes={"origin": origin}))
    assert listed(written(make.content(report)))[0]["Máy đọc"] == told


def test_second_reading_that_was_not_taken_stands_beside_the_first(make: Any, written: Written) -> None:
    kept = make.figure("1234", changes={"other": Value.parse("1.234")})
    taken = replace(kept, verdict=Verdict.CORRECTED, said=make.reading("1.234"))
    rows = listed(written(make.content(make.report(kept, taken))))
    assert [row["Máy đọc"] for row in rows] == ["cũng có thể đọc: 1,234", "giá trị: 1.234"]


def test_report_is_headed_by_who_issued_it(make: Any, written: Written) -> None:
    report = drug_cases(make)
    issued = replace(report.summary, issuer="Cục Thống kê", province="Bắc Ninh")
    others = make.report(make.figure("1"), number=2)
    rows = body(written(make.content(replace(report, summary=issued), others)))
    heads = [row for row in rows if str(row[1]).startswith("Báo cáo số")]
    assert [row[8] for row in heads] == ["Cục Thống kê (Bắc Ninh)", None]


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@sum", "'x", "\tx", '=HYPERLINK("http://x")'])
def test_no_text_is_ever_a_formula(make: Any, written: Written, start: str) -> None:
    figure = make.figure("1", start, indicator=start, changes={"note": start, "decided_by": start})
    section = make.section(1, start)
    entry = LogEntry(1, make.moment, start, start, 1, start, 1, start, {"note": start}, {"value": start})
    report = make.report(replace(figure, section_id=1), sections=(section,), text=start * 10)
    workbook = written(replace(make.content(report, log=(entry,)), title=start, who=start, workspace=start))
    cells = [cell for sheet in workbook for row in sheet.iter_rows() for cell in row]
    assert not [cell.coordinate for cell in cells if cell.data_type == "f"]
    indicator = next(cell for cell in cells if cell.value == start and cell.column_letter == "B")
    assert indicator.quotePrefix


def test_broken_letters_do_not_stop_the_export(make: Any, written: Written) -> None:
    figure = make.figure("1", indicator="số\x00vụ\ud800", changes={"note": "\x1b[31m"})
    workbook = written(make.content(make.report(figure, text="\ud800\x07" * 20)))
    assert listed(workbook)[0]["Chỉ tiêu"] == "số\N{REPLACEMENT CHARACTER}vụ\N{REPLACEMENT CHARACTER}"


def test_digits_that_excel_drops_are_kept_in_the_notes(make: Any, written: Written) -> None:
    workbook = written(make.content(make.report(make.figure("1234567890123456.75"), make.figure("1E+400"))))
    first, second = listed(workbook)
    assert first["Ghi chú"] == "giá trị đầy đủ: 1.234.567.890.123.456,75"
    assert first["Giá trị"] == 1234567890123460
    assert second["Giá trị"] == "10" + ".000" * 133


def test_reports_are_listed_with_who_signed_them_off(make: Any, written: Written) -> None:
    report = drug_cases(make)
    summary = replace(report.summary, signed_by="Trần Văn Nam", signed_at=make.moment)
    others = make.report(make.figure("1", changes={"looked_ms": 90, "needed_ms": 700}), number=2)
    workbook = written(make.content(replace(report, summary=summary), others))
    signed, unsigned = listed(workbook, "Nguồn")
    assert (signed["Ký xác nhận"], signed["Người ký"], signed["Tệp"]) == (
        "Đã ký xác nhận",
        "Trần Văn Nam",
        "bao-cao-1.txt",
    )
    local = make.moment.astimezone().replace(tzinfo=None)
    assert abs(signed["Thời điểm ký"] - local) < timedelta(seconds=1)
    assert [signed[name] for name in ("Đưa vào", "Chưa xác nhận", "Nghi vấn", "Đã loại")] == [3, 3, 2, 5]
    assert (unsigned["Ký xác nhận"], unsigned["Người ký"], unsigned["Thời điểm ký"]) == (
        "Chưa ký xác nhận",
        None,
        None,
    )
    assert [row["Xác nhận vội"] for row in (signed, unsigned)] == [0, 1]
    heads = [row[7] for row in body(workbook) if str(row[1]).startswith("Báo cáo số")]
    assert "người ký: Trần Văn Nam" in heads[0]
    assert heads[1].endswith("chưa ký xác nhận")


def test_figure_accepted_faster_than_it_can_be_read_says_so_in_its_notes(make: Any, written: Written) -> None:
    looks = [{"looked_ms": 300, "needed_ms": 1_850}, {"looked_ms": 2_000, "needed_ms": 1_850}, {}]
    report = make.report(*(make.figure("1", changes=look | {"note": "xem lại"}) for look in looks))
    assert [row["Ghi chú"] for row in listed(written(make.content(report)))] == [
        "xem lại; xác nhận vội: sau 0,3 giây, đọc cần ít nhất 1,85 giây",
        "xem lại",
        "xem lại",
    ]


def test_log_is_told_in_words_with_old_and_new(make: Any, written: Written) -> None:
    later = make.moment + timedelta(hours=1)
    log = (
        LogEntry(1, make.moment, "Hoa", "correct", 1, "a.txt", 7, "31–34", {"value": "1.5"}, {"value": "2"}),
        LogEntry(2, later, "Hoa", "undo_correct", 1, "a.txt", 7, "31–34", {"value": "2"}, {"value": "1.5"}),
    )
    rows = listed(written(make.content(log=log)), "Nhật ký")
    assert [(row["Việc đã làm"], row["Trước"], row["Sau"]) for row in rows] == [
        ("Sửa", "giá trị: 1,5", "giá trị: 2"),
        ("Hoàn tác: sửa", "giá trị: 2", "giá trị: 1,5"),
    ]
    assert rows[1]["Thời điểm"] - rows[0]["Thời điểm"] == timedelta(hours=1)


def test_unverified_figure_never_gets_into_a_content(make: Any) -> None:
    for verdict in (Verdict.OPEN, Verdict.DOUBTFUL, Verdict.DISMISSED):
        with pytest.raises(ValueError, match="verified"):
            make.report(make.figure("1", changes={"verdict": verdict}))


def test_workspace_without_reports_makes_a_sound_workbook(make: Any, written: Written) -> None:
    workbook = written(make.content())
    assert workbook.sheetnames == [
        "Tổng hợp",
        "Số liệu",
        "Theo nhãn",
        "Cảnh báo",
        "Sổ số",
        "Nguồn",
        "Nhật ký",
    ]
    assert body(workbook) == []


def test_sheets_print_on_a4_landscape_with_repeated_headers(make: Any, written: Written) -> None:
    for sheet in written(make.content(drug_cases(make))):
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert sheet.print_title_rows
        first = {"Tổng hợp": "7", "Theo nhãn": "3", "Sổ số": "3"}.get(sheet.title, "2")
        assert str(sheet.freeze_panes).endswith(first)


def test_refused_export_names_the_file_and_leaves_nothing(make: Any, tmp_path: Path) -> None:
    with pytest.raises(RefusedError) as caught:
        write_workbook(make.content(), tmp_path / "none" / "out.xlsx")
    assert caught.value.refusal.code is RefusalCode.CANNOT_WRITE
    assert list(tmp_path.iterdir()) == []


def test_thousands_of_figures_are_written_in_order(make: Any, tmp_path: Path) -> None:
    figures = [make.figure(str(Decimal(at) / 10), indicator=f"chỉ tiêu {at % 900}") for at in range(3000)]
    write_workbook(make.content(make.report(*figures)), tmp_path / "out.xlsx")
    workbook = load_workbook(tmp_path / "out.xlsx", read_only=True)
    values = [row[5] for row in workbook["Số liệu"].iter_rows(min_row=2, values_only=True)]
    workbook.close()
    assert values == [at / 10 for at in range(3000)]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not there")
def test_libreoffice_opens_it_and_shows_vietnamese_numbers(make: Any, tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    write_workbook(make.content(make.report(make.figure("13160.5", "vụ"))), out)
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "html", "--outdir", str(tmp_path), str(out)]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    assert b"13.160,5" in (tmp_path / "out.html").read_bytes()
