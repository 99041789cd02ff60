"""What was verified is handed on in every form, counted and logged alike."""

import csv
import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pyarrow.parquet as pq
import pypdfium2
import pytest
from openpyxl import load_workbook

from desktop.core.errors import RefusalCode, RefusedError
from desktop.core.figures import Reading, Value
from desktop.core.outputs.choices import ExportChoice
from desktop.core.outputs.forms import OutputForm, form_of
from desktop.core.workbooks.content import LeftOut
from desktop.operations import noting, reviewing, signing, tagging
from desktop.operations.handing_on import Outlook, hand_on, outlook
from desktop.operations.recording import collect_record
from desktop.operations.workspaces import Workspace, open_workspace

FIGURE_FORMS = [OutputForm.CSV, OutputForm.JSON, OutputForm.PARQUET]


@pytest.fixture
def reviewed(workspace: Workspace, report_id: int) -> Workspace:
    """Return a workspace with a verdict of each kind."""
    ids = workspace.index(report_id).ids
    for change in (
        reviewing.accept([ids[0]]),
        reviewing.correct(ids[2], Reading(Value(Decimal("219")), "vụ", indicator="số vụ ma túy")),
        reviewing.dismiss([ids[1]], "duplicate"),
        reviewing.doubt([ids[3]]),
        tagging.tag(1, "economy"),
        noting.write_note(1, "hỏi Công an tỉnh", figure_id=ids[2]),
    ):
        workspace.apply(change)
    return workspace


def _values(out: Path) -> list[Decimal]:
    if out.suffix == ".csv":
        with out.open(encoding="utf-8-sig", newline="") as file:
            return [Decimal(row["value"]) for row in csv.DictReader(file)]
    if out.suffix == ".json":
        return [Decimal(row["value"]) for row in json.loads(out.read_bytes())["figures"]]
    found: list[Decimal] = pq.read_table(out)["value"].to_pylist()
    return found


@pytest.mark.parametrize("form", FIGURE_FORMS)
def test_only_verified_figures_are_handed_on(reviewed: Workspace, tmp_path: Path, form: OutputForm) -> None:
    out = tmp_path / f"so-lieu{form.suffix}"
    done = hand_on(reviewed, out, ExportChoice(form))
    assert (done.figures, done.left_out, done.path) == (2, 4, out)
    assert _values(out) == [Decimal("6.3"), 219]


@pytest.mark.parametrize("form", [*FIGURE_FORMS, OutputForm.RECORD])
def test_tags_restrict_every_form(reviewed: Workspace, tmp_path: Path, form: OutputForm) -> None:
    done = hand_on(reviewed, tmp_path / f"so-lieu{form.suffix}", ExportChoice(form, ("economy",)))
    assert (done.figures, done.left_out) == (1, 1)
    assert reviewed.log()[-1].new["only_tags"] == "economy"


def test_outlook_tells_beforehand_what_an_export_holds(reviewed: Workspace, tmp_path: Path) -> None:
    assert outlook(reviewed) == Outlook(2, LeftOut(open=2, doubtful=1, dismissed=1))
    assert outlook(reviewed, ("economy",)) == Outlook(1, LeftOut(dismissed=1))
    assert outlook(reviewed, ("health",)) == Outlook(0, LeftOut())
    choices: tuple[tuple[str, ...], ...] = ((), ("economy",))
    for only_tags in choices:
        done = hand_on(reviewed, tmp_path / "a.csv", ExportChoice(OutputForm.CSV, only_tags))
        held = outlook(reviewed, only_tags)
        assert (done.figures, done.left_out) == (held.figures, held.left_out.total)


def test_every_form_bears_the_same_digest(reviewed: Workspace, tmp_path: Path) -> None:
    digests = set()
    for form in (*FIGURE_FORMS, OutputForm.CSV_SEMICOLON, OutputForm.RECORD):
        hand_on(reviewed, tmp_path / f"so-lieu{form.suffix}", ExportChoice(form))
        line = reviewed.log()[-1]
        assert (line.action, line.new["format"], line.new["figures"]) == ("export", str(form), "2")
        digests.add(line.new["digest"])
    assert digests == {json.loads((tmp_path / "so-lieu.json").read_bytes())["digest"]}


def test_workbook_is_handed_on_as_ever(reviewed: Workspace, tmp_path: Path) -> None:
    out = tmp_path / "so-lieu.xlsx"
    assert hand_on(reviewed, out, ExportChoice(OutputForm.WORKBOOK)).figures == 2
    assert "Tổng hợp" in load_workbook(out, read_only=True).sheetnames


def test_row_tells_notes_and_who_decided(reviewed: Workspace, tmp_path: Path) -> None:
    hand_on(reviewed, tmp_path / "a.json", ExportChoice(OutputForm.JSON))
    first, second = json.loads((tmp_path / "a.json").read_bytes())["figures"]
    assert second["remarks"] == "hỏi Công an tỉnh (Lan, chưa giải quyết)"
    assert (second["decided_by"], second["read_value"], second["period"]) == ("Lan", "218", "")
    assert first["quotation"].endswith("Thu ngân sách 6,3 tỷ đồng, tăng 20-25% so với cùng kỳ.")


def test_nothing_is_logged_where_nothing_could_be_written(reviewed: Workspace, tmp_path: Path) -> None:
    lines = len(reviewed.log())
    other = tmp_path / "khac.doichieu"
    open_workspace(other, "Lan").close()
    before = other.read_bytes()
    for form in (OutputForm.CSV, OutputForm.RECORD):
        for out in (tmp_path / "khong-co" / "a", other):
            with pytest.raises(RefusedError):
                hand_on(reviewed, out, ExportChoice(form))
    assert (len(reviewed.log()), other.read_bytes()) == (lines, before)


def test_record_counts_the_review_and_names_who_signed(
    reviewed: Workspace, bring: Callable[..., int]
) -> None:
    second = bring("Có 5 vụ.", "hai.txt")
    reviewed.apply(reviewing.accept(reviewed.index(second).ids))
    reviewed.apply(signing.sign_off(second))
    record = collect_record(reviewed, office="Sở Y tế")
    first, signed = record.reports
    tally = first.figures
    assert (tally.found, tally.as_read, tally.corrected, tally.dismissed) == (6, 1, 1, 1)
    assert (tally.doubtful, tally.open, tally.added) == (1, 2, 0)
    assert first.runs.total == len(reviewed.ledger(1))
    assert first.runs.open == reviewed.progress(1).ledger_open
    assert [(each.who, each.total) for each in first.reviewers] == [("Lan", 4)]
    assert [figure.text for figure in first.corrections] == ["218 vụ"]
    assert (signed.summary.signed_by, signed.runs.open, record.office) == ("Lan", 0, "Sở Y tế")


def test_record_is_a_readable_page_a_report(
    reviewed: Workspace, bring: Callable[..., int], tmp_path: Path
) -> None:
    bring("Có 5 vụ.", "hai.txt")
    out = tmp_path / "bien-ban.pdf"
    assert hand_on(reviewed, out, ExportChoice(OutputForm.RECORD, office="Sở Y tế")).left_out == 5
    document = pypdfium2.PdfDocument(out)
    texts = [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]
    document.close()
    assert len(texts) == 3
    assert all("SỞ Y TẾ" in text for text in texts)
    assert "218 vụ 219 vụ" in texts[1]
    assert "Kiểm tra không có cảnh báo nào." in texts[2]


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.xlsx", "xlsx"), ("a.CSV", "csv"), ("a.b.json", "json"), ("a.parquet", "parquet"), ("a.pdf", "pdf")],
)
def test_suffix_names_the_form(name: str, form: str) -> None:
    assert form_of(Path(name)) is OutputForm(form)


@pytest.mark.parametrize("name", ["a", "a.xls", "a.txt", ".csv"])
def test_other_suffixes_are_refused(name: str) -> None:
    with pytest.raises(RefusedError) as caught:
        form_of(Path(name))
    assert caught.value.refusal.code is RefusalCode.OUTPUT_UNKNOWN
