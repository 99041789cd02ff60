"""The record of a review: a page a report, with every letter searchable, whatever the names."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pypdfium2
import pytest

from desktop.core.errors import RefusalCode, RefusedError
from desktop.core.figures import Origin, Verdict
from desktop.core.outputs.record_file import write_record
from desktop.core.outputs.record_letters import plain_text
from desktop.core.outputs.records import FindingTally, ReportRecord, ReviewRecord
from desktop.core.outputs.tallies import Decision, FigureTally, RunTally, SecondTally, reviewers
from desktop.core.sections import LedgerKind
from tests.core.workbooks.conftest import Maker

VIETNAMESE_LETTERS = "ăâđêôơưĂÂĐÊÔƠƯ" + "".join(map(chr, range(0x1EA0, 0x1EFA)))
MOMENT = datetime(2021, 4, 7, 7, 5, tzinfo=UTC)
Pages = Callable[[ReviewRecord], list[str]]


def _decisions(*said: tuple[Verdict, str, str]) -> list[Decision]:
    """Return decisions, a minute apart, of verdict, reviewer and origin."""
    return [
        Decision(
            number, verdict, Origin(origin), "duplicate", who, MOMENT + timedelta(minutes=number), number == 1
        )
        for number, (verdict, who, origin) in enumerate(said)
    ]


REVIEW = _decisions(
    (Verdict.ACCEPTED, "Nguyễn Thị Hoa", "machine"),
    (Verdict.ACCEPTED, "Nguyễn Thị Hoa", "machine"),
    (Verdict.CORRECTED, "Trần Văn Nam", "machine"),
    (Verdict.ACCEPTED, "Trần Văn Nam", "clerk"),
    (Verdict.DISMISSED, "Nguyễn Thị Hoa", "machine"),
    (Verdict.DOUBTFUL, "Nguyễn Thị Hoa", "machine"),
    (Verdict.OPEN, "", "machine"),
)
RUNS = RunTally.of({LedgerKind.FIGURE: 9, LedgerKind.DATE: 4, LedgerKind.LEGAL: 1, LedgerKind.OPEN: 2}, 3)


@pytest.fixture
def report(make: Maker) -> ReportRecord:
    """Return a report's record with something of everything."""
    changes = {"verdict": Verdict.CORRECTED, "said": make.reading("219", "vụ", indicator="số vụ ma túy")}
    corrected = make.figure("218", "vụ", indicator="số vụ ma túy", changes=changes)
    summary = replace(
        make.report().summary, issuer="UBND tỉnh Bắc Ninh", signed_by="Lê Bình", signed_at=MOMENT
    )
    tally = FigureTally.of(REVIEW)
    return ReportRecord(summary, tally, RUNS, reviewers(REVIEW), SecondTally(), (corrected,))


def _record(*reports: ReportRecord, office: str = "") -> ReviewRecord:
    return ReviewRecord("ho-so", MOMENT, "Nguyễn Thị Hoa", reports, "e" * 64, office)


@pytest.fixture
def pages(tmp_path: Path) -> Pages:
    """Return what writes a record and gives the text of each page back, on one line."""

    def written(record: ReviewRecord) -> list[str]:
        write_record(record, tmp_path / "bien-ban.pdf")
        document = pypdfium2.PdfDocument(tmp_path / "bien-ban.pdf")
        try:
            return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]
        finally:
            document.close()

    return written


def test_every_figure_is_counted_once() -> None:
    tally = FigureTally.of(REVIEW)
    parts = (tally.as_read, tally.corrected, tally.added, tally.dismissed, tally.doubtful, tally.open)
    assert parts == (2, 1, 1, 1, 1, 1)
    assert (tally.found, tally.verified, tally.hasty) == (7, 4, 1)
    assert tally.dismissals == (("duplicate", 1),)


def test_every_run_of_digits_is_counted_once() -> None:
    assert (RUNS.claimed, RUNS.set_aside, RUNS.open, RUNS.total) == (8, 5, 3, 16)


def test_reviewers_are_told_with_their_counts_and_times() -> None:
    hoa, nam = reviewers(REVIEW)
    assert (hoa.who, hoa.accepted, hoa.corrected, hoa.dismissed, hoa.doubtful) == (
        "Nguyễn Thị Hoa",
        2,
        0,
        1,
        1,
    )
    assert (nam.who, nam.total, nam.first_at) == ("Trần Văn Nam", 2, MOMENT + timedelta(minutes=2))


def test_page_tells_the_whole_review(report: ReportRecord, pages: Pages) -> None:
    [text] = pages(_record(report, office="Văn phòng UBND tỉnh Bắc Ninh"))
    for told in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc",
        "VĂN PHÒNG UBND TỈNH BẮC NINH",
        "ngày 07 tháng 04 năm 2021",
        "BIÊN BẢN RÀ SOÁT SỐ LIỆU BÁO CÁO",
        "Báo cáo số 1",
        "Quý I/2021",
        "UBND tỉnh Bắc Ninh",
        "d" * 64,
        "7 2 1 1 1 1 1",
        "Lý do loại: trùng lặp 1.",
        "Báo cáo có 16 con số: 8 thuộc số liệu đã xác nhận hoặc đã loại; 5 không phải số liệu "
        "(ngày tháng 4, số văn bản 1); 3 chưa rõ.",
        "Chưa có số liệu nào được đọc lần hai.",
        "Nguyễn Thị Hoa 2 0 1 1",
        "218 vụ 219 vụ",
        "Đã được Lê Bình ký xác nhận lúc",
        "THỦ TRƯỞNG ĐƠN VỊ",
        "Mã nội dung (SHA-256): " + "e" * 64,
        "Trang 1/1",
    ):
        assert told in text


def test_second_readings_and_findings_are_told_where_there_are_any(
    report: ReportRecord, pages: Pages
) -> None:
    second = SecondTally(40, 10, 3, 1, 2, 1, ("Lê Bình",))
    [text] = pages(_record(replace(report, second=second, findings=FindingTally(3, 1))))
    assert "40 số liệu được đọc lần hai (Lê Bình), trong đó 10 gõ lại không nhìn số" in text
    assert "lần thứ nhất 5,13% (2/39), lần thứ hai 2,56% (1/39)" in text
    assert "3 cảnh báo: 1 đã giải quyết, 2 chưa giải quyết." in text


def test_several_reports_have_a_page_each_and_one_for_all(report: ReportRecord, pages: Pages) -> None:
    first, *others = pages(_record(report, report, report))
    assert len(others) == 3
    assert "ho-so có 3 báo cáo, trong đó 3 báo cáo đã được ký xác nhận" in first
    assert "Cộng 21 6 3 3 3 3 3 9" in first
    assert [text[-len("Trang 2/4") :] for text in others] == ["Trang 2/4", "Trang 3/4", "Trang 4/4"]


def test_corrections_that_do_not_fit_are_counted(report: ReportRecord, make: Maker, pages: Pages) -> None:
    changes = {"verdict": Verdict.CORRECTED, "said": make.reading("219", "vụ")}
    corrections = tuple(make.figure("218", "vụ", changes=changes) for _ in range(200))
    [text] = pages(_record(replace(report, corrections=corrections)))
    shown = text.count("218 vụ 219 vụ")
    assert 5 <= shown <= 40
    assert f"và {200 - shown} sửa đổi khác trong nhật ký" in text
    assert "THỦ TRƯỞNG ĐƠN VỊ" in text


def test_correction_of_anything_but_the_value_is_told(
    report: ReportRecord, make: Maker, pages: Pages
) -> None:
    changes = {"verdict": Verdict.CORRECTED, "said": make.reading("218", "vụ", period="2020")}
    [text] = pages(_record(replace(report, corrections=(make.figure("218", "vụ", changes=changes),))))
    assert "kỳ: Quý I/2021 kỳ: Năm 2020" in text


@pytest.mark.parametrize(
    "name",
    [
        "😀 báo cáo \u202e ngược \x07\n<b>&amp;",
        "không dấu cách".replace(" ", "_") * 60,
        "Tổng hợp tình hình " * 200,
        "thu\u031bo\u031b\u0323ng tiếng Việt tổ hợp",
        "日本語 \ud800",
        "",
    ],
)
def test_odd_and_long_names_keep_to_their_page(
    report: ReportRecord, make: Maker, pages: Pages, name: str
) -> None:
    people = [(Verdict.ACCEPTED, f"{name}{number}", "machine") for number in range(60)]
    changes = {"verdict": Verdict.CORRECTED, "said": make.reading("219", name, indicator=name)}
    odd = ReportRecord(
        replace(report.summary, title=name, name=name or "x", issuer=name, signed_by=name),
        report.figures,
        RUNS,
        reviewers(_decisions(*people)),
        corrections=tuple(make.figure("218", name, changes=changes) for _ in range(60)),
    )
    texts = pages(_record(odd, office=name))
    assert len(texts) == 1
    assert "THỦ TRƯỞNG ĐƠN VỊ" in texts[0]
    assert len(pages(_record(odd, odd, office=name))) == 3


def test_decomposed_letters_are_found_as_composed_ones(report: ReportRecord, pages: Pages) -> None:
    title = "Ba\u0301o ca\u0301o qu\u00fd I"
    [text] = pages(_record(replace(report, summary=replace(report.summary, title=title))))
    assert "Báo cáo quý I" in text


def test_fonts_have_every_vietnamese_letter(report: ReportRecord, pages: Pages) -> None:
    assert plain_text(VIETNAMESE_LETTERS) == VIETNAMESE_LETTERS
    [text] = pages(_record(replace(report, summary=replace(report.summary, title=VIETNAMESE_LETTERS))))
    assert VIETNAMESE_LETTERS in text.replace(" ", "")


def test_restriction_to_tags_is_told_on_every_page(report: ReportRecord, pages: Pages) -> None:
    first, second, _ = pages(replace(_record(report, report), only_tags=("Y tế", "Giáo dục")))
    assert "ho-so có 2 báo cáo có số liệu thuộc các nhãn nêu dưới đây" in first
    for text in (first, second):
        assert "Phạm vi: chỉ các số liệu thuộc nhãn Y tế; Giáo dục; sổ số là của cả báo cáo." in text


def test_every_font_is_in_the_file(report: ReportRecord, tmp_path: Path) -> None:
    write_record(_record(report), tmp_path / "a.pdf")
    fonts = set(re.findall(rb"/BaseFont /([^ /]+)", (tmp_path / "a.pdf").read_bytes()))
    assert fonts
    assert all(b"LiberationSerif" in font for font in fonts)


def test_workspace_without_reports_has_a_page_too(pages: Pages) -> None:
    [text] = pages(_record())
    assert "có 0 báo cáo" in text


def test_same_record_gives_the_same_bytes_and_says_what_it_is(report: ReportRecord, tmp_path: Path) -> None:
    first, second = tmp_path / "a.pdf", tmp_path / "b.pdf"
    for out in (first, second):
        write_record(_record(report), out)
    assert first.read_bytes() == second.read_bytes()
    document = pypdfium2.PdfDocument(first)
    told = document.get_metadata_dict()
    document.close()
    assert told["Title"] == "Biên bản rà soát số liệu: Báo cáo số 1"
    assert told["CreationDate"].startswith("D:20210407070500")
    assert "e" * 64 in told["Subject"]


def test_record_that_cannot_be_written_leaves_nothing_behind(report: ReportRecord, tmp_path: Path) -> None:
    folder = tmp_path / "thu-muc"
    folder.mkdir()
    with pytest.raises(RefusedError) as caught:
        write_record(_record(report), folder)
    assert caught.value.refusal.code is RefusalCode.CANNOT_WRITE
    assert list(tmp_path.iterdir()) == [folder]
