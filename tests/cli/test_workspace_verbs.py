"""The whole job from the command line: import, review, look over, export."""

import csv
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

import resources
from desktop.core.rereading import Mode
from desktop.operations import rereading, reviewing, signing
from desktop.operations.workspaces import open_workspace
from tests.cli.conftest import Ran
from tests.core.readers.hostile_workbooks import macro_workbook

Run = Callable[..., Ran]
SAMPLES = sorted(resources.path("samples").glob("*.*"))
TEXT_SAMPLE = next(path for path in SAMPLES if path.suffix == ".txt")
BOOK_SAMPLE = next(path for path in SAMPLES if path.suffix == ".xlsx")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """Return where a workspace may be made."""
    return tmp_path / "ho-so.doichieu"


def figures_of(run: Run, sample: Path) -> list[dict[str, Any]]:
    """Return the figures of a sample as the command line prints them."""
    return [json.loads(line) for line in run("extract", sample, "--format", "jsonl").out.splitlines()]


def verdicts_file(path: Path, verdicts: list[dict[str, Any]]) -> Path:
    """Write verdicts as JSON Lines."""
    path.write_text("\n".join(json.dumps(verdict) for verdict in verdicts), encoding="utf-8")
    return path


def exported_rows(out: Path) -> list[list[Any]]:
    """Return the rows of the sheet of figures that hold a figure: those that begin with a running number."""
    sheet = load_workbook(out)["Số liệu"]
    return [list(row) for row in sheet.iter_rows(values_only=True) if isinstance(row[0], int)]


def test_whole_job_exports_what_was_verified_and_nothing_else(
    run: Run, workspace: Path, tmp_path: Path
) -> None:
    assert run("import", *SAMPLES, "-w", workspace).status == 0
    prose, cells = figures_of(run, TEXT_SAMPLE), figures_of(run, BOOK_SAMPLE)
    script = [
        {"report": TEXT_SAMPLE.name, "start": prose[0]["start"], "verdict": "accepted"},
        {"report": TEXT_SAMPLE.name, "start": prose[1]["start"], "verdict": "accepted"},
        {
            "report": TEXT_SAMPLE.name,
            "start": prose[2]["start"],
            "verdict": "corrected",
            "value": "987654.5",
            "unit": "tấn",
        },
        {"report": TEXT_SAMPLE.name, "start": prose[3]["start"], "verdict": "dismissed", "reason": "date"},
        {"report": TEXT_SAMPLE.name, "start": prose[4]["start"], "verdict": "doubtful"},
        {"report": TEXT_SAMPLE.name, "start": prose[1]["start"], "verdict": "open"},
        {
            "report": BOOK_SAMPLE.name,
            "sheet": cells[0]["sheet"],
            "cell": cells[0]["cell"],
            "verdict": "accepted",
        },
    ]
    review = run(
        "review", "-w", workspace, "--apply", verdicts_file(tmp_path / "v.jsonl", script), "--as", "An"
    )
    assert review.status == 0, review.err
    out = tmp_path / "tong-hop.xlsx"
    assert run("export", "-w", workspace, "-o", out).status == 0
    values = {value for row in exported_rows(out) for value in row if isinstance(value, int | float)}
    assert len(exported_rows(out)) == 3
    assert 987654.5 in values
    assert float(prose[0]["value"]) in values
    first_sheet = load_workbook(out).worksheets[0]
    assert first_sheet.title == "Tổng hợp"
    total = sum(len(figures_of(run, sample)) for sample in SAMPLES)
    said = " ".join(str(c) for row in first_sheet.iter_rows(max_row=8, values_only=True) for c in row if c)
    assert f"{total - 3:,}".replace(",", ".") in said
    assert run("check-workspace", "-w", workspace).status == 0


def test_signed_report_takes_no_verdict_from_a_script_and_the_export_tells_who_signed(
    run: Run, workspace: Path, tmp_path: Path
) -> None:
    for sample in SAMPLES[:2]:
        run("import", sample, "-w", workspace)
    opened = open_workspace(workspace, "Trần Văn Nam")
    first, second = opened.reports()
    opened.apply(reviewing.dismiss(opened.index(first.id).ids, "duplicate"))
    opened.apply(signing.sign_off(first.id))
    opened.close()
    start = figures_of(run, SAMPLES[0])[0]["start"]
    script = [{"report": first.name, "start": start, "verdict": "accepted"}]
    ran = run("review", "-w", workspace, "--apply", verdicts_file(tmp_path / "v.jsonl", script))
    assert ran.status == 1
    assert ran.err.startswith(f"v.jsonl:1: báo cáo “{first.name}” đã được Trần Văn Nam ký xác nhận lúc ")
    told = run("export", "-w", workspace, "-o", tmp_path / "tong-hop.xlsx").out.splitlines()[1:]
    assert told[0].startswith(f"{first.name}: đã ký xác nhận (Trần Văn Nam, ")
    assert told[1] == f"{second.name}: chưa ký xác nhận."


def test_same_file_under_another_name_is_said_to_be_there_already(
    run: Run, workspace: Path, tmp_path: Path
) -> None:
    twin = tmp_path / "ban-sao.txt"
    shutil.copy(TEXT_SAMPLE, twin)
    run("import", TEXT_SAMPLE, "-w", workspace)
    ran = run("import", twin, "-w", workspace)
    assert ran.status == 0
    assert "đã có trong hồ sơ" in ran.out


def test_folder_is_imported_whole_and_a_bad_file_in_it_named(
    run: Run, workspace: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "bao-cao"
    folder.mkdir()
    shutil.copy(TEXT_SAMPLE, folder)
    (folder / "rong.docx").write_bytes(b"")
    ran = run("import", folder, "-w", workspace)
    assert ran.status == 1
    assert TEXT_SAMPLE.name in ran.out
    assert ran.err == "rong.docx: tệp rỗng.\n"


def test_bad_verdict_lines_are_refused_one_by_one(run: Run, workspace: Path, tmp_path: Path) -> None:
    run("import", TEXT_SAMPLE, "-w", workspace)
    start = figures_of(run, TEXT_SAMPLE)[0]["start"]
    path = tmp_path / "v.jsonl"
    path.write_text(
        "not json\n"
        + json.dumps({"report": "khac.txt", "start": 1, "verdict": "accepted"})
        + "\n"
        + json.dumps({"report": TEXT_SAMPLE.name, "start": start, "verdict": "accepted"}),
        encoding="utf-8",
    )
    ran = run("review", "-w", workspace, "--apply", path)
    assert ran.status == 1
    assert [line.split(":")[1] for line in ran.err.splitlines()] == ["1", "2"]
    assert "1" in ran.out


def test_missing_or_foreign_workspace_is_refused_in_one_line(run: Run, tmp_path: Path) -> None:
    foreign = tmp_path / "anh.doichieu"
    foreign.write_bytes(b"\x89PNG and no workspace" * 100)
    for location in (tmp_path / "khong-co.doichieu", foreign):
        ran = run("export", "-w", location, "-o", tmp_path / "x.xlsx")
        assert ran.status == 1
        assert len(ran.err.splitlines()) == 1
        assert not (tmp_path / "x.xlsx").exists()


def test_failed_export_leaves_the_old_workbook_whole(run: Run, workspace: Path, tmp_path: Path) -> None:
    run("import", TEXT_SAMPLE, "-w", workspace)
    folder = tmp_path / "dich.xlsx"
    folder.mkdir()
    ran = run("export", "-w", workspace, "-o", folder)
    assert ran.status == 1
    assert len(ran.err.splitlines()) == 1
    assert list(folder.iterdir()) == []
    assert sorted(p.name for p in tmp_path.iterdir() if p.suffix == ".xlsx") == ["dich.xlsx"]


def test_export_says_what_excel_cannot_hold_a_line_for_each_kind(
    run: Run, workspace: Path, tmp_path: Path
) -> None:
    run("import", TEXT_SAMPLE, "-w", workspace)
    opened = open_workspace(workspace, "Lan\x1b")
    opened.apply(reviewing.accept(list(opened.index(1).ids)[:2]))
    opened.close()
    ran = run("export", "-w", workspace, "-o", tmp_path / "x.xlsx")
    assert ran.status == 0
    (line,) = ran.err.splitlines()
    assert "ô có ký tự Excel không ghi được" in line
    assert "đầu tiên: Số liệu!" in line


def test_export_over_a_file_open_elsewhere_says_what_to_do(run: Run, workspace: Path, tmp_path: Path) -> None:
    run("import", TEXT_SAMPLE, "-w", workspace)
    out = tmp_path / "x.xlsx"
    out.write_bytes(b"old")
    (tmp_path / ".~lock.x.xlsx#").touch()
    ran = run("export", "-w", workspace, "-o", out)
    assert ran.status == 1
    (line,) = ran.err.splitlines()
    assert "x.xlsx: tệp đang mở trong LibreOffice; hãy đóng tệp rồi xuất lại, hoặc chọn tên khác" in line
    assert out.read_bytes() == b"old"


def test_remarks_are_said_at_the_import_and_again_of_a_file_that_is_there(run: Run, tmp_path: Path) -> None:
    book, workspace = tmp_path / "bieu.xlsm", tmp_path / "a.doichieu"
    book.write_bytes(macro_workbook())
    first, second = (run("import", book, "-w", workspace) for _ in range(2))
    assert first.err.startswith("bieu.xlsm: tệp có macro")
    assert second.err == first.err
    assert (first.status, second.status) == (0, 0)


def test_export_by_tag_takes_names_without_accents_and_refuses_unknown_ones(
    run: Run, workspace: Path, tmp_path: Path
) -> None:
    run("import", TEXT_SAMPLE, "-w", workspace)
    out = tmp_path / "y-te.xlsx"
    ran = run("export", "-w", workspace, "-o", out, "--tag", "y te", "--tag", "economy")
    assert (ran.status, out.exists()) == (0, True)
    ran = run("export", "-w", workspace, "-o", tmp_path / "x.xlsx", "--tag", "không có")
    assert ran.status == 1
    assert "không có nhãn “không có”" in ran.err
    assert not (tmp_path / "x.xlsx").exists()


def test_error_rates_are_printed_as_comma_separated_values(run: Run, workspace: Path) -> None:
    run("import", TEXT_SAMPLE, "-w", workspace)
    first, second = open_workspace(workspace, "Lan, Hà Nội"), open_workspace(workspace, "Hoa")
    figure_id = first.index(first.reports()[0].id).ids[0]
    first.apply(reviewing.accept([figure_id]))
    (figure,) = second.figures([figure_id])
    second.apply(rereading.read_again(figure_id, Mode.REVIEW, figure.effective))
    first.close()
    second.close()
    ran = run("readings", "-w", workspace)
    rows = list(csv.DictReader(ran.out.splitlines()))
    assert (ran.status, ran.err) == (0, "")
    told = {row["name"]: (row["first_checked"], row["first_rate"], row["second_rate"]) for row in rows}
    assert told["Lan, Hà Nội"] == ("1", "0.0000", "")
    assert told["Hoa"] == ("0", "", "0.0000")
    assert rows[-1]["by"] == "unsettled"
    assert rows[-1]["first_checked"] == "0"


def test_export_is_set_out_by_tag_and_takes_pictures_along(run: Run, workspace: Path, tmp_path: Path) -> None:
    assert run("import", TEXT_SAMPLE, "-w", workspace).status == 0
    start = figures_of(run, TEXT_SAMPLE)[0]["start"]
    script = [{"report": TEXT_SAMPLE.name, "start": start, "verdict": "accepted"}]
    run("review", "-w", workspace, "--apply", verdicts_file(tmp_path / "v.jsonl", script))
    out = tmp_path / "tong-hop.xlsx"
    assert run("export", "-w", workspace, "-o", out, "--by", "tag", "--pictures").status == 0
    workbook = load_workbook(out)
    assert workbook["Tổng hợp"]["B7"].value == "Chưa gắn nhãn"
    assert TEXT_SAMPLE.name in workbook["Hình"]["A1"].value
    assert run("export", "-w", workspace, "-o", out, "--by", "issuer").status == 2
