"""extract and text: figures out, one line for each refused file, the others done."""

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

import resources
from tests.cli.conftest import Ran

Run = Callable[..., Ran]
SAMPLES = sorted(resources.path("samples").glob("*.*"))
TEXT_SAMPLE = next(path for path in SAMPLES if path.suffix == ".txt")
KEYS = {
    "start",
    "end",
    "text",
    "value",
    "unit",
    "kind",
    "base",
    "indicator",
    "qualifier",
    "period",
    "section",
    "confidence",
}


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_figures_of_every_format_come_with_all_keys_and_stand_in_the_text(run: Run, sample: Path) -> None:
    figures = [json.loads(line) for line in run("extract", sample, "--format", "jsonl").out.splitlines()]
    text = run("text", sample).out
    assert len(figures) > 50
    for figure in figures:
        assert figure.keys() >= KEYS
        assert text[figure["start"] : figure["end"]] == figure["text"]
        assert 0 <= figure["confidence"] <= 1
        for part in figure["value"].split("/"):
            assert Decimal(part).is_finite()


def test_paged_figures_have_page_and_boxes_and_workbook_figures_sheet_and_cell(run: Run) -> None:
    for sample in SAMPLES:
        first = json.loads(run("extract", sample, "--format", "jsonl").out.splitlines()[0])
        assert ("page" in first and bool(first["boxes"])) == (sample.suffix == ".pdf")
        assert ("sheet" in first and bool(first["cell"])) == (sample.suffix == ".xlsx")


def test_ledger_accounts_for_every_run_of_digits(run: Run) -> None:
    import re

    lines = run("extract", TEXT_SAMPLE, "--format", "jsonl", "--ledger").out.splitlines()
    spans = [(record["start"], record["end"]) for record in map(json.loads, lines)]
    text = run("text", TEXT_SAMPLE).out
    for match in re.finditer(r"[0-9]+(?:[.,/][0-9]+)*", text):
        assert any(start <= match.start() < end for start, end in spans), match


def test_table_is_the_default_and_csv_has_a_header(run: Run) -> None:
    assert "Chỉ tiêu" in run("extract", TEXT_SAMPLE).out.splitlines()[0]
    rows = list(csv.DictReader(io.StringIO(run("extract", TEXT_SAMPLE, "--format", "csv").out)))
    assert rows
    assert rows[0].keys() >= KEYS


def test_workbook_of_readings_says_that_nothing_is_verified(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "so-lieu.xlsx"
    assert run("extract", TEXT_SAMPLE, "--format", "xlsx", "-o", out).status == 0
    sheet = load_workbook(out).worksheets[0]
    cells = [str(cell.value) for row in sheet.iter_rows(max_row=8) for cell in row if cell.value is not None]
    assert any("hưa xác nhận" in cell for cell in cells)


def test_refused_file_gets_one_line_and_the_others_are_done(run: Run, tmp_path: Path) -> None:
    broken = tmp_path / "hong.pdf"
    broken.write_bytes(b"%PDF-1.7 broken")
    ran = run("extract", tmp_path / "khong-co.txt", broken, TEXT_SAMPLE, "--format", "jsonl")
    assert ran.status == 1
    lines = ran.err.splitlines()
    assert len(lines) == 2
    assert "khong-co.txt" in lines[0] and "hong.pdf" in lines[1]
    assert "Traceback" not in ran.err
    assert len(ran.out.splitlines()) > 50


def test_refusals_are_english_where_the_locale_is(run_program: Run, tmp_path: Path) -> None:
    ran = run_program("extract", tmp_path / "no.txt", env={**os.environ, "LANG": "en_GB.UTF-8"})
    assert (ran.status, ran.err) == (1, "no.txt: file not found.\n")


@pytest.mark.parametrize(
    "arguments", [("extract",), ("export", "-o", "x.xlsx"), ("extract", "--format", "x", "f")]
)
def test_wrong_usage_ends_with_status_two(run: Run, arguments: tuple[str, ...]) -> None:
    assert run(*arguments).status == 2


def test_workbook_format_wants_an_output_file(run: Run) -> None:
    assert run("extract", TEXT_SAMPLE, "--format", "xlsx").status == 2


def test_command_line_starts_without_qt(run_program: Run) -> None:
    import subprocess

    code = (
        "import sys; from desktop.cli import main; "
        f"status = main(['extract', {str(TEXT_SAMPLE)!r}], print); "
        "sys.exit(3 if any(m.startswith('PySide6') for m in sys.modules) else status)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60, check=False)
    assert done.returncode == 0


def test_program_without_a_display_says_so_and_does_the_main_job(run_program: Run, tmp_path: Path) -> None:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    env = {name: value for name, value in os.environ.items() if name not in hidden}
    ran = run_program(TEXT_SAMPLE, env=env, cwd=tmp_path)
    assert ran.status == 0
    assert ran.out.splitlines()[0].startswith("Không có màn hình")
    assert TEXT_SAMPLE.name in ran.out
    assert load_workbook(tmp_path / "so-lieu.xlsx").worksheets


def test_name_with_a_line_feed_is_told_in_one_line(run: Run, tmp_path: Path) -> None:
    ran = run("extract", tmp_path / "báo\ncáo.txt")
    assert (ran.status, ran.err.count("\n")) == (1, 1)
    assert "báo␊cáo.txt" in ran.err


@pytest.mark.parametrize("form", ["jsonl", "csv", "table", "xlsx"])
def test_nothing_read_leaves_the_old_result(run: Run, tmp_path: Path, form: str) -> None:
    out = tmp_path / "out"
    out.write_text("old")
    assert run("extract", tmp_path / "none.txt", "--format", form, "-o", out).status == 1
    assert out.read_text() == "old"


def test_numbers_set_aside_have_the_page_they_stand_on(run: Run) -> None:
    sample = next(path for path in SAMPLES if path.suffix == ".pdf")
    lines = run("extract", sample, "--format", "jsonl", "--ledger").out.splitlines()
    pages = [json.loads(line)["page"] for line in lines]
    assert pages == sorted(pages)
    assert pages[-1] > 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
@pytest.mark.parametrize("is_buffered", [True, False])
def test_result_that_cannot_be_printed_is_told_in_one_line(*, is_buffered: bool) -> None:
    env = os.environ | {"PYTHONUNBUFFERED": "" if is_buffered else "1"}
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "desktop", "extract", TEXT_SAMPLE],
            stdout=full,
            stderr=subprocess.PIPE,
            env=env,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "No space left" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="wants a shell")
@pytest.mark.parametrize(
    ("command", "status"),
    [
        ('"$@" extract "$F" | true; exit ${PIPESTATUS[0]}', 1),
        ('"$@" extract "$F" >&-', 0),
        ('"$@" extract "$F" <&- >&- 2>&-', 0),
    ],
)
def test_output_nobody_takes_is_no_trouble(command: str, status: int) -> None:
    env = os.environ | {"PYTHONUNBUFFERED": "", "F": str(TEXT_SAMPLE)}
    done = subprocess.run(
        ["bash", "-c", command, "bash", sys.executable, "-m", "desktop"],
        env=env,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (status, "")


def test_old_letters_that_cannot_be_told_are_left_with_one_line(run: Run, tmp_path: Path) -> None:
    old = tmp_path / "cu.txt"
    old.write_bytes("Bé Y tÕ: 218 ca".encode("cp1252"))
    ran = run("text", old)
    assert (ran.status, ran.out) == (0, "Bé Y tÕ: 218 ca")
    assert ran.err.count("\n") == 1
    assert "cu.txt" in ran.err
    assert "--lettering" in ran.err


def test_said_lettering_is_obeyed_without_a_line(run: Run, tmp_path: Path) -> None:
    old = tmp_path / "cu.txt"
    old.write_bytes("Bé Y tÕ: 218 ca".encode("cp1252"))
    assert run("text", old, "--lettering", "tcvn3") == Ran(0, "Bộ Y tế: 218 ca", "")
    assert "Bộ Y tế" in run("extract", old, "--lettering", "tcvn3", "--format", "jsonl").out
    assert run("text", old, "--lettering", "telex").status == 2


def test_old_letters_that_are_certain_need_no_word(run: Run, tmp_path: Path) -> None:
    old = tmp_path / "cu.txt"
    old.write_bytes("Tæng s¶n phÈm trong n\xadíc: 5,2 tû ®ång".encode("cp1252"))
    assert run("text", old) == Ran(0, "Tổng sản phẩm trong nước: 5,2 tỷ đồng", "")
