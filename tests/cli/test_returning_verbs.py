"""A workbook that was handed on comes back to the command line: compared, accepted, verified."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from desktop.core.figures import Value
from desktop.core.workbooks.identity import KEY_HEADING
from desktop.operations import reviewing
from desktop.operations.importing import Imported, import_file
from desktop.operations.workspaces import Workspace, open_workspace
from tests.cli.conftest import Ran
from tests.core.readers.hostile_workbooks import macro_workbook
from tests.operations.analysing import TextAnalyser

Run = Callable[..., Ran]
TEXT = "Thu ngân sách 6,3 tỷ đồng, tăng 20-25% so với cùng kỳ. Có 218 vụ, giảm 5,2%. Có 13.160 tài khoản.\n"
LIST = "Số liệu"


@pytest.fixture
def location(tmp_path: Path) -> Path:
    """Return a workspace with a report of five figures, all verified."""
    report = tmp_path / "bao-cao.txt"
    report.write_text(TEXT, encoding="utf-8")
    path = tmp_path / "ho-so.doichieu"
    workspace = open_workspace(path, "Lan")
    imported = import_file(workspace, TextAnalyser(), report)
    assert isinstance(imported, Imported)
    workspace.apply(reviewing.accept(list(workspace.index(imported.report_id).ids)))
    workspace.close()
    return path


@pytest.fixture
def exported(run: Run, location: Path, tmp_path: Path) -> Path:
    """Return the workbook of that workspace."""
    out = tmp_path / "tong-hop.xlsx"
    assert run("export", "-w", location, "-o", out).status == 0
    return out


def put(path: Path, row: int, heading: str, content: Any) -> None:
    """Write into a row of the sheet of figures."""
    workbook = load_workbook(path)
    sheet = workbook[LIST]
    column = next(cell.column for cell in sheet[1] if cell.value == heading)
    sheet.cell(row, column).value = content
    workbook.properties.lastModifiedBy = "Trưởng phòng"
    workbook.save(path)


def keys(path: Path) -> list[str]:
    """Return the keys of the figures in their order."""
    header, *rows = load_workbook(path)[LIST].iter_rows(values_only=True)
    at = header.index(KEY_HEADING)
    return [str(row[at]) for row in rows]


def values(location: Path) -> list[str]:
    """Return the values that the workspace has now."""
    workspace = open_workspace(location, "Lan")
    (report,) = workspace.reports()
    found = workspace.figures(workspace.index(report.id).ids)
    workspace.close()
    return [str(figure.effective.value) for figure in found]


def change(location: Path, at: int, value: str) -> None:
    """Correct a figure in the program."""
    workspace = open_workspace(location, "Hoa")
    figure = _figure(workspace, at)
    workspace.apply(reviewing.correct(figure.id, _with_value(figure.effective, value)))
    workspace.close()


def _figure(workspace: Workspace, at: int) -> Any:
    (report,) = workspace.reports()
    return workspace.figures(workspace.index(report.id).ids)[at]


def _with_value(reading: Any, value: str) -> Any:
    from dataclasses import replace

    return replace(reading, value=Value.parse(value))


def test_untouched_workbook_has_nothing_to_do(run: Run, location: Path, exported: Path) -> None:
    ran = run("compare", exported, "-w", location)
    assert (ran.status, ran.out, ran.err) == (0, f"{exported}: không có gì thay đổi.\n", "")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("suffix", ["xlsx", "ods", "xls"])
def test_round_trip_through_libreoffice_changes_nothing(
    run: Run, location: Path, exported: Path, tmp_path: Path, suffix: str
) -> None:
    folder = tmp_path / "lo"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        suffix,
        "--outdir",
        str(folder),
        str(exported),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    back = folder / f"tong-hop.{suffix}"
    assert "không có gì thay đổi" in run("compare", back, "-w", location).out
    assert run("verify", back, "-w", location).status == 0


def test_each_difference_is_one_line_with_both_sides(run: Run, location: Path, exported: Path) -> None:
    put(exported, 2, "Giá trị", "6,5 tỷ đồng")
    put(exported, 4, "Giá trị", "hai vụ")
    ran = run("compare", exported, "-w", location)
    first, second, _ = ran.out.splitlines()
    assert ran.status == 0
    assert first.startswith(keys(exported)[0])
    assert "chương trình: giá trị: 6,3" in first
    assert "tệp: giá trị: 6,5" in first
    assert "máy đọc: 6,3 tỷ đồng" in first
    assert "không đọc được thành số (“hai vụ”)" in second
    assert values(location)[0] == "6.3"


def test_one_difference_is_accepted_by_its_key(run: Run, location: Path, exported: Path) -> None:
    put(exported, 2, "Giá trị", 6.5)
    put(exported, 4, "Giá trị", 219)
    ran = run("compare", exported, "-w", location, "--accept", keys(exported)[0], "--as", "Mai")
    assert (ran.status, ran.err) == (0, "")
    assert values(location) == ["6.5", "20..25", "218", "5.2", "13160"]
    workspace = open_workspace(location, "Lan")
    line = workspace.log()[-1]
    workspace.close()
    assert (line.action, line.who, line.new["changed_by"]) == ("take_back", "Mai", "Trưởng phòng")


def test_all_are_accepted_and_nothing_is_left_to_do(run: Run, location: Path, exported: Path) -> None:
    put(exported, 2, "Giá trị", 6.5)
    put(exported, 4, "Giá trị", 219)
    ran = run("compare", exported, "-w", location, "--accept-all", "--changed-by", "Anh Tư")
    assert ran.status == 0
    assert "Đã nhận 2 số liệu" in ran.out
    assert values(location) == ["6.5", "20..25", "219", "5.2", "13160"]
    again = run("compare", exported, "-w", location, "--accept-all")
    assert (again.status, "Đã nhận" in again.out) == (0, False)


def test_what_cannot_be_accepted_is_refused_and_the_rest_done(
    run: Run, location: Path, exported: Path
) -> None:
    put(exported, 2, "Giá trị", 6.5)
    put(exported, 4, "Giá trị", "chưa rõ")
    ran = run("compare", exported, "-w", location, "--accept-all")
    assert (ran.status, ran.err) == (1, f"{keys(exported)[2]}: không nhận được số liệu này từ tệp.\n")
    assert values(location)[0] == "6.5"
    unknown = run("compare", exported, "-w", location, "--accept", "abc-1")
    assert (unknown.status, unknown.err) == (1, "abc-1: tệp không có chỗ khác nào với mã này.\n")


def test_verification_of_a_good_workbook_writes_nothing(run: Run, location: Path, exported: Path) -> None:
    before = location.read_bytes()
    beside = sorted(location.parent.iterdir())
    location.chmod(0o444)
    ran = run("verify", exported, "-w", location)
    assert (ran.status, ran.err) == (0, "")
    assert "cả 5 số liệu vẫn đúng" in ran.out
    assert (location.read_bytes(), sorted(location.parent.iterdir())) == (before, beside)


def test_verification_sees_what_an_open_program_has_written(run: Run, location: Path, exported: Path) -> None:
    workspace = open_workspace(location, "Hoa")
    workspace.apply(reviewing.reopen([_figure(workspace, 0).id]))
    ran = run("verify", exported, "-w", location)
    workspace.close()
    assert ran.status == 1
    assert "trong hồ sơ nay là Chưa xác nhận" in ran.err


def test_verification_names_what_changed_in_the_file_and_since(
    run: Run, location: Path, exported: Path
) -> None:
    put(exported, 2, "Giá trị", 6.5)
    change(location, 2, "219")
    ran = run("verify", exported, "-w", location)
    assert ran.status == 1
    in_file, since, count = ran.err.splitlines()
    assert in_file.startswith("bao-cao.txt, ký tự 14–25, chỉ tiêu: giá trị lúc xuất là 6,3")
    assert in_file.endswith("trong tệp nay là 6,5")
    assert since.endswith("giá trị lúc xuất là 218, trong hồ sơ nay là 219")
    assert count.endswith("2 chỗ không còn đúng như đã xác nhận và xuất.")


def test_verification_names_figures_that_are_not_verified_any_more(
    run: Run, location: Path, exported: Path
) -> None:
    workspace = open_workspace(location, "Hoa")
    workspace.apply(reviewing.reopen([_figure(workspace, 0).id]))
    workspace.apply(reviewing.dismiss([_figure(workspace, 2).id], "duplicate"))
    workspace.close()
    ran = run("verify", exported, "-w", location)
    assert ran.status == 1
    assert "trong hồ sơ nay là Chưa xác nhận" in ran.err
    assert "trong hồ sơ nay là Đã loại" in ran.err


def test_verification_tells_missing_and_added_rows(run: Run, location: Path, exported: Path) -> None:
    workbook = load_workbook(exported)
    workbook[LIST].delete_rows(4)
    workbook[LIST].cell(6, 6).value = 77
    workbook.save(exported)
    ran = run("verify", exported, "-w", location)
    assert ran.status == 1
    assert "đã bị xóa khỏi tệp: bao-cao.txt" in ran.err
    assert "được thêm vào" in ran.err


def test_verification_is_not_fooled_by_a_mark_made_anew(run: Run, location: Path, exported: Path) -> None:
    from desktop.core.workbooks.identity import DIGEST_HEADING, FIELDS_HEADING, FigureMark

    workspace = open_workspace(location, "Lan")
    (report,) = workspace.reports()
    figure = _figure(workspace, 0)
    workspace.close()
    forged = FigureMark.of(report.digest, figure.id, _with_value(figure.effective, "9.9"))
    for heading, content in ((FIELDS_HEADING, forged.fields), (DIGEST_HEADING, forged.digest)):
        put(exported, 2, heading, content)
    put(exported, 2, "Giá trị", 9.9)
    ran = run("verify", exported, "-w", location)
    assert ran.status == 1
    assert "không khớp với mã mà hồ sơ đã ghi khi xuất" in ran.err


def test_workspace_of_an_older_version_is_left_as_it_is(run: Run, location: Path, exported: Path) -> None:
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(location)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '0001'")
    before = location.read_bytes()
    ran = run("verify", exported, "-w", location)
    assert (ran.status, ran.out) == (1, "")
    assert "phiên bản cũ" in ran.err
    assert location.read_bytes() == before


@pytest.mark.parametrize("verb", ["compare", "verify"])
def test_other_files_are_refused_in_one_line(
    run: Run, location: Path, exported: Path, tmp_path: Path, verb: str
) -> None:
    text, bare, macros = tmp_path / "a.txt", tmp_path / "b.xlsx", tmp_path / "c.xlsm"
    text.write_text("không phải bảng tính", encoding="utf-8")
    workbook = load_workbook(exported)
    del workbook[LIST]
    workbook.save(bare)
    macros.write_bytes(macro_workbook())
    for path, words in (
        (text, "không phải tệp bảng tính"),
        (bare, "thiếu các cột ẩn"),
        (macros, "thiếu các cột ẩn"),
        (tmp_path / "khong-co.xlsx", "không tìm thấy"),
    ):
        ran = run(verb, path, "-w", location)
        assert (ran.status, ran.out, len(ran.err.splitlines())) == (1, "", 1)
        assert words in ran.err


def test_english_is_spoken_where_asked_for(
    run: Run, location: Path, exported: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOICHIEU_LANG", "en")
    put(exported, 2, "Giá trị", 6.5)
    assert "program: value: 6,3 | file: value: 6,5" in run("compare", exported, "-w", location).out
