"""`doichieu fill`: a mapping is proposed, looked through, used, kept, and every cell is accounted for."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from tests.cli.conftest import Ran

Run = Callable[..., Ran]
REPORT = """BÁO CÁO
Tình hình kinh tế - xã hội quý I năm 2021
I. Kinh tế
Tổng thu ngân sách nhà nước quý I năm 2021 đạt 2.345 tỷ đồng, tăng 5,2% so với cùng kỳ năm trước.
Sản lượng lúa đạt 12,5 nghìn tấn.
"""
ROWS = (
    ("STT", "Chỉ tiêu", "Đơn vị tính", "Kỳ báo cáo"),
    (1, "Tổng thu ngân sách nhà nước", "Triệu đồng", None),
    (2, "Sản lượng lúa", "Tấn", None),
    (3, "Số xã đạt chuẩn", "Xã", None),
    (None, "Cộng", None, "=SUM(D3:D5)"),
)


@pytest.fixture
def form(tmp_path: Path) -> Path:
    """Return an office's form."""
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "Biểu 1"
    sheet["A1"] = "CHỈ TIÊU CHỦ YẾU"
    for row in ROWS:
        sheet.append(row)
    path = tmp_path / "bieu.xlsx"
    workbook.save(path)
    return path


@pytest.fixture
def workspace(run: Run, tmp_path: Path) -> Path:
    """Return a workspace whose only report is verified throughout."""
    report, script, location = tmp_path / "bc.txt", tmp_path / "v.jsonl", tmp_path / "ho-so.doichieu"
    report.write_text(REPORT, encoding="utf-8")
    assert run("import", report, "-w", location).status == 0
    found = map(json.loads, run("extract", report, "--format", "jsonl").out.splitlines())
    lines = ({"report": "bc.txt", "start": each["start"], "verdict": "accepted"} for each in found)
    script.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    assert run("review", "-w", location, "--apply", script).status == 0
    return location


def test_proposed_mapping_is_used_once_it_is_named_and_is_kept(run: Run, workspace: Path, form: Path) -> None:
    out = form.with_name("da-dien.xlsx")
    ran = run("fill", form, "-w", workspace, "-o", out)
    assert (ran.status, out.exists()) == (1, False)
    assert ran.err.startswith("bieu.xlsx: biểu mẫu chưa có bản gán ô")
    proposal = form.with_name("bieu.xlsx.de-xuat.json")
    ran = run("fill", form, "-w", workspace, "--suggest")
    assert ran.status == 0
    assert "Biểu 1!D3 (Tổng thu ngân sách nhà nước | Kỳ báo cáo): " in ran.out
    assert run("fill", form, "-w", workspace, "-o", out).status == 1
    ran = run("fill", form, "-w", workspace, "-o", out, "--mapping", proposal)
    assert ran.status == 0
    assert "Biểu 1!D3: 2345000 ← 2.345 tỷ đồng → 2.345.000 Triệu đồng – " in ran.out.replace(
        "2.345.000 ←", "2345000 ←"
    )
    sheet = load_workbook(out)["Biểu 1"]
    assert [sheet[cell].value for cell in ("D3", "D4", "D5", "D6")] == [2345000, 12500, None, "=SUM(D3:D5)"]
    again = run("fill", form, "-w", workspace, "-o", form.with_name("lan-hai.xlsx"))
    assert again.status == 0
    assert again.out.startswith("Bản gán ô: bieu.xlsx.doichieu.json")


def test_proposals_that_nobody_has_named_fill_nothing(run: Run, workspace: Path, form: Path) -> None:
    beside = form.with_name("bieu.xlsx.doichieu.json")
    assert run("fill", form, "-w", workspace, "--suggest", "--mapping", beside).status == 0
    ran = run("fill", form, "-w", workspace, "-o", form.with_name("out.xlsx"))
    assert (ran.status, form.with_name("out.xlsx").exists()) == (1, False)


def test_cells_that_are_left_are_named_with_the_reason(
    run: Run, workspace: Path, form: Path, tmp_path: Path
) -> None:
    told = [
        {"sheet": "Biểu 1", "cell": "D5", "indicator": "số xã đạt chuẩn"},
        {"sheet": "Biểu 1", "cell": "D6", "indicator": "sản lượng lúa"},
        {"sheet": "Biểu 1", "cell": "D4", "indicator": "sản lượng lúa", "unit": "ha"},
        {"sheet": "Biểu 9", "cell": "D4", "indicator": "sản lượng lúa"},
    ]
    mapping = tmp_path / "gan.json"
    text = json.dumps({"format": "doichieu-form-mapping", "version": 1, "cells": told})
    mapping.write_text(text, encoding="utf-8")
    ran = run("fill", form, "-w", workspace, "-o", tmp_path / "out.xlsx", "--mapping", mapping)
    assert ran.status == 1
    assert "Biểu 1!D5: để nguyên – chưa có số liệu đã xác nhận cho “số xã đạt chuẩn”" in ran.out
    assert ran.err.splitlines() == [
        "Biểu 1!D6: để nguyên – ô có công thức",
        "Biểu 1!D4: để nguyên – không đổi được đơn vị nghìn tấn → ha",
        "Biểu 9!D4: để nguyên – không có ô này trong biểu mẫu",
    ]
    assert load_workbook(tmp_path / "out.xlsx")["Biểu 1"]["D4"].value is None


@pytest.mark.parametrize(
    ("arguments", "status", "line"),
    [
        (("-o", "out.xlsx", "--period", "hôm qua"), 1, "hôm qua: không phải kỳ báo cáo"),
        (("-o", "out.xlsx", "--report", "khac.txt"), 1, "khac.txt: không có báo cáo này"),
        (("-o", "out.xlsx", "--mapping", "none.json"), 1, "none.json: không tìm thấy tệp."),
        ((), 2, ""),
    ],
)
def test_wrong_arguments_get_one_line(
    arguments: tuple[str, ...], status: int, line: str, run: Run, workspace: Path, form: Path
) -> None:
    ran = run("fill", form, "-w", workspace, *arguments)
    assert ran.status == status
    assert ran.err.startswith(line)
    assert "Traceback" not in ran.err


def test_figures_of_another_period_are_taken_where_it_is_named(
    run: Run, workspace: Path, form: Path, tmp_path: Path
) -> None:
    run("fill", form, "-w", workspace, "--suggest", "--mapping", tmp_path / "gan.json")
    out = tmp_path / "out.xlsx"
    mapping = ("--mapping", tmp_path / "gan.json")
    ran = run(
        "fill", form, "-w", workspace, "-o", out, *mapping, "--period", "quý II/2021", "--report", "bc.txt"
    )
    assert ran.out.count("chưa có số liệu đã xác nhận") == 2
    assert "đã điền 0 ô; 2 ô để nguyên" in ran.out


@pytest.mark.parametrize("name", ["bieu.xls", "bieu.docx", "bieu.txt"])
def test_what_is_no_form_is_refused(name: str, run: Run, workspace: Path, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text("không phải biểu mẫu", encoding="utf-8")
    ran = run("fill", path, "-w", workspace, "--suggest")
    assert (ran.status, ran.err.splitlines()) == (
        1,
        [
            f"{name}: không phải biểu mẫu Excel dạng .xlsx; hãy mở bằng Excel hoặc LibreOffice rồi lưu lại "
            "thành .xlsx."
        ],
    )
