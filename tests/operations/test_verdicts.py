"""Verdicts from a script are applied line by line, and a bad line stops none of the others."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.core.documents import Block, BlockKind, Cell, Document, Format, Table
from desktop.core.errors import RefusalCode, RefusedError
from desktop.core.extraction.result import Extraction
from desktop.core.figures import Origin, Verdict
from desktop.core.layouts import pack
from desktop.core.places import Place
from desktop.core.sections import LedgerEntry, LedgerKind
from desktop.operations.importing import Imported, import_file
from desktop.operations.verdicts import Applied, apply_file, apply_lines
from desktop.operations.workspaces import Workspace
from tests.operations.analysing import TEXT, FixedAnalyser, TextAnalyser, analysis_of
from tests.operations.states import state_of

CASES, FALL, UNREAD, HEADING = (TEXT.index(text) for text in ("218", "5,2", "77/88", "1. An"))


def _line(**entries: object) -> str:
    return json.dumps({"report": "bao-cao.txt"} | entries)


def _apply(workspace: Workspace, *lines: str) -> Applied:
    return apply_lines(workspace, lines, "v.jsonl")


def _at(workspace: Workspace, report_id: int, start: int) -> Verdict:
    (figure,) = workspace.figures(workspace.figure_ids_at(report_id, start, start + 1))
    return figure.verdict


def test_each_verdict_is_applied_and_logged(workspace: Workspace, report_id: int) -> None:
    lines = [
        _line(start=CASES, verdict="corrected", value="219", indicator="số vụ", note="bản gốc mờ"),
        _line(start=FALL, verdict="doubtful"),
        _line(start=UNREAD, verdict="dismissed", reason="legal"),
        _line(start=TEXT.index("6,3"), verdict="accepted", note="đã đối chiếu"),
        _line(start=TEXT.index("13.160"), verdict="open"),
        _line(start=TEXT.index("hai"), end=TEXT.index("hai") + 6, verdict="added", value=2, unit="vụ"),
    ]
    assert _apply(workspace, *lines) == Applied(changed=5, unchanged=1)
    figures = workspace.figures(workspace.index(report_id).ids)
    assert [(str(f.effective.value), f.verdict) for f in figures] == [
        ("6.3", Verdict.ACCEPTED),
        ("20..25", Verdict.OPEN),
        ("219", Verdict.CORRECTED),
        ("5.2", Verdict.DOUBTFUL),
        ("77/88", Verdict.DISMISSED),
        ("13160", Verdict.OPEN),
        ("2", Verdict.ACCEPTED),
    ]
    assert (figures[0].note, figures[2].note, figures[6].text) == ("đã đối chiếu", "bản gốc mờ", "hai vụ")
    assert figures[2].effective.unit == "vụ"
    actions = [line.action for line in workspace.log()]
    assert actions == ["import", "correct", "doubt", "dismiss", "accept", "add"]


def test_applying_the_same_lines_again_changes_nothing(workspace: Workspace, report_id: int) -> None:
    lines = [
        _line(start=CASES, verdict="corrected", value="219", note="x"),
        _line(start=UNREAD, verdict="dismissed", reason="other: mã"),
        _line(start=HEADING, verdict="added", value="1", unit="mục"),
    ]
    assert _apply(workspace, *lines) == Applied(3, 0)
    state, log = state_of(workspace, report_id), workspace.log()
    assert _apply(workspace, *lines) == Applied(0, 3)
    assert (state_of(workspace, report_id), workspace.log()) == (state, log)


def test_report_is_named_by_its_digest_too(workspace: Workspace, report_id: int) -> None:
    (report,) = workspace.reports()
    assert _apply(workspace, _line(report=report.digest, start=CASES, verdict="accepted")) == Applied(1, 0)
    assert _at(workspace, report_id, CASES) is Verdict.ACCEPTED


def test_bad_lines_are_refused_one_by_one(workspace: Workspace, report_id: int) -> None:
    lines = [
        "{",
        "",
        _line(start=CASES, verdict="perhaps"),
        _line(report="khác.txt", start=CASES, verdict="accepted"),
        _line(start=CASES + 1, verdict="accepted"),
        _line(start=UNREAD, verdict="accepted"),
        _line(start=10**6, end=10**6 + 2, verdict="added", value="1"),
        _line(start=CASES, verdict="accepted"),
    ]
    applied = _apply(workspace, *lines)
    assert applied.changed == 1
    assert [(refusal.subject, refusal.code) for refusal in applied.refusals] == [
        ("v.jsonl:1", RefusalCode.VERDICT_INVALID),
        ("v.jsonl:3", RefusalCode.VERDICT_INVALID),
        ("v.jsonl:4", RefusalCode.VERDICT_UNKNOWN_REPORT),
        ("v.jsonl:5", RefusalCode.VERDICT_UNKNOWN_FIGURE),
        ("v.jsonl:6", RefusalCode.NEEDS_CORRECTION),
        ("v.jsonl:7", RefusalCode.VERDICT_UNKNOWN_FIGURE),
    ]
    assert _at(workspace, report_id, CASES) is Verdict.ACCEPTED


def test_accepting_another_value_than_was_read_is_refused(workspace: Workspace, report_id: int) -> None:
    applied = _apply(workspace, _line(start=CASES, verdict="accepted", value="219"))
    assert [refusal.code for refusal in applied.refusals] == [RefusalCode.VERDICT_INVALID]
    assert _apply(workspace, _line(start=CASES, verdict="accepted", value="218.0")) == Applied(1, 0)


def test_name_of_two_reports_is_not_enough(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    for text in ("Có 5 vụ.", "Có 6 vụ."):
        path.write_text(text, "utf-8")
        import_file(workspace, TextAnalyser(), path)
    applied = _apply(workspace, _line(report="x.txt", start=3, verdict="accepted"))
    assert [refusal.code for refusal in applied.refusals] == [RefusalCode.VERDICT_INVALID]


def test_added_figure_takes_the_run_it_begins_in(workspace: Workspace, report_id: int) -> None:
    _apply(workspace, _line(start=HEADING, verdict="added", value="1", unit="mục", kind="level"))
    (figure,) = workspace.figures(workspace.figure_ids_at(report_id, HEADING, HEADING + 1))
    assert (figure.text, figure.origin, figure.read.unit) == ("1", Origin.CLERK, "mục")


def test_newest_figure_not_dismissed_is_meant(workspace: Workspace, report_id: int) -> None:
    added = _line(start=CASES, end=CASES + 6, verdict="added", value="219", unit="vụ")
    _apply(workspace, added, _line(start=CASES, verdict="dismissed", reason="duplicate"))
    figures = workspace.figures(workspace.figure_ids_at(report_id, CASES, CASES + 1))
    assert [figure.verdict for figure in figures] == [Verdict.OPEN, Verdict.DISMISSED]
    _apply(workspace, _line(start=CASES, verdict="accepted"))
    figures = workspace.figures(workspace.figure_ids_at(report_id, CASES, CASES + 1))
    assert [figure.verdict for figure in figures] == [Verdict.ACCEPTED, Verdict.DISMISSED]


@pytest.fixture
def sheet_id(workspace: Workspace, tmp_path: Path) -> int:
    """Return the id of a workbook's report with a figure in B2 and an unclaimed number in C2."""
    text = "CPI\nChỉ tiêu\tThực hiện\tMã\nTổng\t102,5\t7\n"
    at, code = text.index("102,5"), text.index("7\n")
    cells = (Cell(1, 1, at, at + 5, name="B2"), Cell(1, 2, code, code + 1, name="C2"))
    block = Block(BlockKind.TABLE, 4, len(text))
    document = Document(Format.XLSX, text, (block,), (Table(4, len(text), cells, sheet="CPI"),))
    analysis = analysis_of(b"xlsx", "cpi.xlsx")
    found = analysis_of(b"102,5%", "").extraction.figures[0]
    figure = replace(found, place=Place(at, at + 5, sheet="CPI", cell="B2"))
    ledger = (
        LedgerEntry(at, at + 5, LedgerKind.FIGURE, 0, "CPI", "B2"),
        LedgerEntry(code, code + 1, LedgerKind.NAME, None, "CPI", "C2"),
    )
    analysis = replace(
        analysis,
        text=text,
        layout=pack(document),
        extraction=Extraction((figure,), ledger, ()),
        format=Format.XLSX,
    )

    path = tmp_path / "cpi.xlsx"
    path.write_bytes(b"xlsx")
    imported = import_file(workspace, FixedAnalyser(analysis), path)
    assert isinstance(imported, Imported)
    return imported.report_id


def test_cells_name_figures_in_workbooks(workspace: Workspace, sheet_id: int) -> None:
    lines = [
        _line(report="cpi.xlsx", sheet="CPI", cell="B2", verdict="accepted"),
        _line(report="cpi.xlsx", sheet="CPI", cell="C2", verdict="added", value="7"),
        _line(report="cpi.xlsx", sheet="CPI", cell="D9", verdict="added", value="7"),
        _line(report="cpi.xlsx", sheet="CPI", cell="D9", verdict="accepted"),
    ]
    applied = _apply(workspace, *lines)
    assert applied.changed == 2
    assert [refusal.details["place"] for refusal in applied.refusals] == ["CPI!D9", "CPI!D9"]
    figures = workspace.figures(workspace.index(sheet_id).ids)
    assert [(str(figure.place), figure.verdict) for figure in figures] == [
        ("CPI!B2", Verdict.ACCEPTED),
        ("CPI!C2", Verdict.ACCEPTED),
    ]


def test_file_is_read_with_or_without_a_mark(workspace: Workspace, report_id: int, tmp_path: Path) -> None:
    path = tmp_path / "v.jsonl"
    path.write_text(_line(start=CASES, verdict="accepted", note="a\u2028b") + "\r\n", "utf-8-sig")
    assert apply_file(workspace, path) == Applied(1, 0)
    assert _at(workspace, report_id, CASES) is Verdict.ACCEPTED


@pytest.mark.parametrize(
    ("content", "code"), [(None, RefusalCode.NOT_FOUND), (b"\xff\xfe\x00", RefusalCode.DAMAGED)]
)
def test_file_that_cannot_be_read_is_refused(
    workspace: Workspace, tmp_path: Path, content: bytes | None, code: RefusalCode
) -> None:
    path = tmp_path / "v.jsonl"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(RefusedError) as caught:
        apply_file(workspace, path)
    assert caught.value.refusal.code is code
