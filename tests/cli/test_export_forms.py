"""The verb export: the form by the suffix, several at once, and what each column holds."""

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

import resources
from desktop.core.figures import Reading, Value
from desktop.core.outputs.columns import columns
from desktop.operations import reviewing
from desktop.operations.workspaces import open_workspace
from tests.cli.conftest import Ran

Run = Callable[..., Ran]
SAMPLE = resources.path("samples/bao-cao-thang.txt")


@pytest.fixture
def workspace(run: Run, tmp_path: Path) -> Path:
    """Return a workspace with three verified figures."""
    location = tmp_path / "ho-so.doichieu"
    assert run("import", SAMPLE, "-w", location).status == 0
    opened = open_workspace(location, "An")
    [report] = opened.reports()
    opened.apply(reviewing.accept(opened.index(report.id).ids[:3]))
    opened.close()
    return location


def test_several_forms_are_written_in_one_go(run: Run, workspace: Path, tmp_path: Path) -> None:
    outs = [tmp_path / name for name in ("a.xlsx", "a.csv", "a.json", "a.parquet", "a.pdf")]
    options = [option for out in outs for option in ("-o", out)]
    ran = run("export", "-w", workspace, *options)
    assert (ran.status, ran.err) == (0, "")
    assert all(out.stat().st_size > 500 for out in outs)
    *told, record, signature = ran.out.splitlines()
    assert [line.partition(": ")[2].partition(";")[0] for line in told] == [
        "đã xuất 3 số liệu đã xác nhận"
    ] * 4
    assert "đã lập biên bản rà soát 1 báo cáo" in record
    assert signature == f"{SAMPLE.name}: chưa ký xác nhận."


def test_unknown_suffix_is_one_line_and_does_not_stop_the_others(
    run: Run, workspace: Path, tmp_path: Path
) -> None:
    ran = run("export", "-w", workspace, "-o", tmp_path / "a.doc", "-o", tmp_path / "a.csv")
    assert ran.status == 1
    assert ran.err.startswith("a.doc: đuôi tệp không cho biết cần xuất ra dạng nào; hãy đặt đuôi .xlsx, .csv")
    assert len(ran.err.splitlines()) == 1
    assert (tmp_path / "a.csv").exists()
    assert not (tmp_path / "a.doc").exists()


def test_format_goes_over_the_suffix(run: Run, workspace: Path, tmp_path: Path) -> None:
    out = tmp_path / "so-lieu.dat"
    assert run("export", "-w", workspace, "-o", out, "--format", "json").status == 0
    assert json.loads(out.read_bytes())["verified"] == 3
    assert run("export", "-w", workspace, "-o", out, "--format", "csv-semicolon").status == 0
    assert out.read_bytes().startswith(b"\xef\xbb\xbfkey;report_digest;")


def test_letters_that_a_form_cannot_hold_are_told(run: Run, workspace: Path, tmp_path: Path) -> None:
    opened = open_workspace(workspace, "An")
    figure_id = opened.index(opened.reports()[0].id).ids[0]
    opened.apply(reviewing.correct(figure_id, Reading(Value(Decimal(1)), "v\x07")))
    opened.close()
    out = tmp_path / "a.csv"
    ran = run("export", "-w", workspace, "-o", out, "-o", tmp_path / "a.json")
    assert ran.status == 0
    assert ran.err == f"{out}: 1 chỗ có ký tự mà dạng tệp này không ghi được, đã thay bằng “\ufffd”.\n"


def test_columns_are_told_without_a_workspace(run: Run) -> None:
    ran = run("export", "--columns")
    assert ran.status == 0
    assert [line.split()[0] for line in ran.out.splitlines()[2:]] == [column.name for column in columns()]


@pytest.mark.parametrize(
    "options",
    [(), ("-w", "x.doichieu"), ("-o", "a.csv"), ("--format", "docx"), ("--columns", "-o", "a.csv")],
)
def test_export_that_lacks_something_is_wrong_usage(run: Run, options: tuple[str, ...]) -> None:
    assert run("export", *options).status == 2
