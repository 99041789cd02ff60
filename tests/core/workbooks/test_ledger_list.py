"""The sheet "Sổ số": what is not handed on, with its reason and the words around it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from desktop.core.layouts import Extent
from desktop.core.places import Place
from desktop.core.workbooks.content import (
    UNDECIDED,
    UNKNOWN,
    Fate,
    LedgerContent,
    LedgerLine,
    Reviewer,
    WorkbookContent,
)

Written = Callable[[WorkbookContent], Any]
TEXT = "Ngày 05 tháng 4. Có 218 vụ và 12 tin, mã 77."


def _line(text: str, fate: Fate, reason: str, **more: Any) -> LedgerLine:
    start = TEXT.index(text)
    return LedgerLine(Place(start, start + len(text)), text, fate, reason, **more)


def _content(make: Any, *lines: LedgerLine) -> WorkbookContent:
    report = make.report(make.figure("218", "vụ"), sections=(make.section(1, "I. Chung"),), text=TEXT)
    ledger = LedgerContent(len(lines) + 1, 1, lines)
    content: WorkbookContent = make.content(replace(report, ledger=ledger))
    return content


def _rows(workbook: Any) -> list[dict[str, Any]]:
    header, *rows = workbook["Sổ số"].iter_rows(min_row=2, values_only=True)
    return [dict(zip(map(str, header), row, strict=True)) for row in rows]


def test_runs_stand_with_their_reasons_and_the_words_around_them(make: Any, written: Written) -> None:
    dismissed = _line(
        "12 tin",
        Fate.DISMISSED,
        "other:trùng bảng 2",
        note="xem lại",
        who="Hoa",
        at=make.moment,
        section_id=1,
    )
    content = _content(make, _line("05", Fate.SET_ASIDE, "date"), dismissed)
    first, second = _rows(written(content))
    assert (first["Nguyên văn"], first["Tình trạng"], first["Lý do"]) == ("05", "Để riêng", "ngày tháng")
    assert first["Trích nguồn"] == "Ngày 05 tháng 4."
    assert (second["Tình trạng"], second["Lý do"], second["Người quyết định"], second["Ghi chú"]) == (
        "Đã loại",
        "lý do khác: trùng bảng 2",
        "Hoa",
        "xem lại",
    )
    assert second["Mục"] == "I. Chung"
    assert second["Thời điểm"] is not None


def test_what_is_open_is_said_so_plainly(make: Any, written: Written) -> None:
    lines = (
        _line("77", Fate.OPEN, UNKNOWN),
        _line("12 tin", Fate.OPEN, UNDECIDED),
        _line("05", Fate.DOUBTFUL, UNDECIDED),
    )
    workbook = written(_content(make, *lines))
    assert "CÒN 3 DÃY ĐỂ NGỎ" in workbook["Sổ số"]["A1"].value
    assert [(row["Tình trạng"], row["Lý do"]) for row in _rows(workbook)] == [
        ("CÒN ĐỂ NGỎ", "chưa rõ là số gì"),
        ("CÒN ĐỂ NGỎ", "số liệu chưa ai quyết định"),
        ("CÒN NGHI VẤN", "số liệu chưa ai quyết định"),
    ]


def test_counts_of_a_closed_ledger_add_up(make: Any, written: Written) -> None:
    lines = (_line("05", Fate.SET_ASIDE, "date"), _line("12 tin", Fate.DISMISSED, "duplicate", runs=2))
    content = _content(make, *lines)
    report = replace(content.reports[0], ledger=LedgerContent(4, 1, lines))
    workbook = written(replace(content, reports=(report,)))
    assert workbook["Sổ số"]["A1"].value == (
        "4 dãy chữ số: 1 thuộc số liệu đã xác nhận; 1 để riêng có lý do; "
        "2 thuộc số liệu người rà soát đã loại; không còn dãy nào để ngỏ."
    )


def test_sources_tell_size_dates_and_everybody_with_a_part(make: Any, written: Written) -> None:
    content = _content(make, _line("05", Fate.SET_ASIDE, "date"), _line("77", Fate.OPEN, UNKNOWN))
    report = replace(
        content.reports[0],
        extent=Extent(pages=12),
        imported_by="Lan",
        reviewers=(Reviewer("Hoa", 20), Reviewer("Nam", 3)),
    )
    sheets = replace(report, extent=Extent(sheets=4))
    header, *rows = written(replace(content, reports=(report, sheets)))["Nguồn"].iter_rows(values_only=True)
    told = [dict(zip(header, row, strict=True)) for row in rows]
    assert [row["Số trang, trang tính"] for row in told] == ["12 trang", "4 trang tính"]
    assert (told[0]["Người nhập"], told[0]["Người rà soát (số liệu)"]) == ("Lan", "Hoa (20); Nam (3)")
    assert [told[0][name] for name in ("Dãy chữ số", "Để riêng", "Còn để ngỏ")] == [3, 1, 1]
    assert told[0]["Ngày nhập"] is not None
