"""The page of one report: what was found, what became of it, by whom, and what was corrected."""

from collections.abc import Sequence

from reportlab.platypus import Flowable, Paragraph

from desktop.core.displays import period_text, quantity_text, time_text
from desktop.core.figures import ReviewedFigure, reading_fields
from desktop.core.outputs.record_fitting import fitted
from desktop.core.outputs.record_frame import head, joined, scope, signatures
from desktop.core.outputs.record_letters import markup
from desktop.core.outputs.record_sentences import (
    count_text,
    findings_text,
    runs_text,
    seconds_text,
    tally_remarks,
)
from desktop.core.outputs.record_styles import (
    BODY,
    CELL,
    CELL_CENTRED,
    COUNT,
    HEADING,
    SMALL,
    bare,
    grid,
)
from desktop.core.outputs.records import ReportRecord, ReviewRecord
from desktop.core.outputs.tallies import FigureTally, Reviewer
from desktop.core.places import Place
from desktop.core.workbooks.sources import place_text
from desktop.core.workbooks.wording import fields_text

TITLE = "RÀ SOÁT SỐ LIỆU BÁO CÁO"

_COUNTS = (
    "Tìm thấy",
    "Đúng như máy đọc",
    "Đã sửa",
    "Bổ sung bằng tay",
    "Đã loại",
    "Nghi vấn",
    "Chưa xác nhận",
)
_REVIEWER_HEADINGS = ("Người rà soát", "Xác nhận", "Sửa, bổ sung", "Loại", "Nghi vấn", "Thời gian")
_CORRECTION_HEADINGS = ("STT", "Chỉ tiêu", "Vị trí", "Máy đọc", "Sửa thành")
_REVIEWER_CHOICES = (12, 6, 3, 1)
_MOST_CORRECTIONS = 40
_LONGEST_TITLE, _LONGEST_NAME, _LONGEST_PERSON, _LONGEST_CELL = 320, 160, 70, 90


def report_page(report: ReportRecord, record: ReviewRecord) -> Flowable:
    """Return the page of a report, which never exceeds a page."""
    above = joined(
        head(record, TITLE),
        _about(report, record),
        scope(record),
        _figures(report.figures),
        _sentences(report),
    )
    signed = _signed(report)

    def build(reviewers: int, corrections: int) -> list[Flowable]:
        return joined(
            above,
            _reviewers(report.reviewers, reviewers),
            _corrections(report.corrections, corrections),
            signed,
            signatures(),
        )

    return fitted(build, _REVIEWER_CHOICES, min(len(report.corrections), _MOST_CORRECTIONS))


def _about(report: ReportRecord, record: ReviewRecord) -> list[Flowable]:
    summary = report.summary
    told = (
        ("Báo cáo:", f"<b>{markup(summary.title or summary.name, _LONGEST_TITLE)}</b>"),
        ("Kỳ báo cáo:", markup(period_text(summary.period)) or "chưa rõ"),
        ("Cơ quan ban hành:", markup(summary.issued_by, _LONGEST_NAME) or "chưa rõ"),
        ("Tệp:", markup(summary.name, _LONGEST_NAME)),
        ("Mã tệp (SHA-256):", f'<font size="9">{summary.digest}</font>'),
        (
            "Hồ sơ:",
            f"{markup(record.workspace, _LONGEST_NAME)}; báo cáo được đưa vào lúc "
            f"{time_text(summary.imported_at)}",
        ),
    )
    rows = [[Paragraph(label, BODY), Paragraph(text, BODY)] for label, text in told]
    return [bare(rows, (1.1, 4))]


def _figures(tally: FigureTally) -> list[Flowable]:
    counts = (
        tally.found,
        tally.as_read,
        tally.corrected,
        tally.added,
        tally.dismissed,
        tally.doubtful,
        tally.open,
    )
    table = grid(_COUNTS, [[Paragraph(count_text(count), COUNT) for count in counts]], [1] * 7)
    remarks = [Paragraph(remark, SMALL) for remark in tally_remarks(tally)]
    return [Paragraph("1. Số liệu", HEADING), table, *remarks]


def _sentences(report: ReportRecord) -> list[Flowable]:
    found: list[Flowable] = [Paragraph("2. Sổ số", HEADING), Paragraph(runs_text(report.runs), BODY)]
    seconds = Paragraph(seconds_text(report.second), BODY)
    if report.findings is None:
        return [*found, Paragraph("3. Đọc lần hai", HEADING), seconds]
    told = Paragraph(findings_text(report.findings), BODY)
    return [*found, Paragraph("3. Đọc lần hai và cảnh báo", HEADING), seconds, told]


def _reviewers(people: Sequence[Reviewer], most: int) -> list[Flowable]:
    heading = Paragraph("4. Người rà soát", HEADING)
    if not people:
        return [heading, Paragraph("Chưa có ai xác nhận số liệu nào.", BODY)]
    rows = [
        [
            Paragraph(markup(each.who, _LONGEST_PERSON) or "(không ghi tên)", CELL),
            *(
                Paragraph(count_text(count), CELL_CENTRED)
                for count in (each.accepted, each.corrected, each.dismissed, each.doubtful)
            ),
            Paragraph(_span(each), CELL_CENTRED),
        ]
        for each in people[:most]
    ]
    table = grid(_REVIEWER_HEADINGS, rows, (3.2, 1.1, 1.2, 0.9, 1.1, 3.4))
    more = len(people) - len(rows)
    return [heading, table, *([Paragraph(f"và {more} người khác.", SMALL)] if more else [])]


def _span(reviewer: Reviewer) -> str:
    """Return from when to when: "14:05 – 16:20 07/04/2021", or both days."""
    if reviewer.first_at is None or reviewer.last_at is None:
        return ""
    first, last = reviewer.first_at.astimezone(), reviewer.last_at.astimezone()
    if first.date() == last.date():
        times = dict.fromkeys((f"{first:%H:%M}", f"{last:%H:%M}"))
        return f"{' – '.join(times)} {last:%d/%m/%Y}"
    return f"{first:%H:%M %d/%m/%Y} – {last:%H:%M %d/%m/%Y}"


def _corrections(corrected: Sequence[ReviewedFigure], most: int) -> list[Flowable]:
    heading = Paragraph("5. Sửa đổi", HEADING)
    if not corrected:
        return [heading, Paragraph("Không có số liệu nào phải sửa so với máy đọc.", BODY)]
    more = len(corrected) - most
    if not most:
        return [heading, Paragraph(f"{count_text(more)} sửa đổi, xem trong nhật ký của hồ sơ.", BODY)]
    rows = [_correction(number, figure) for number, figure in enumerate(corrected[:most], start=1)]
    table = grid(_CORRECTION_HEADINGS, rows, (0.6, 4, 2, 2.6, 2.6))
    rest = [Paragraph(f"và {count_text(more)} sửa đổi khác trong nhật ký của hồ sơ.", SMALL)]
    return [heading, table, *(rest if more else [])]


def _correction(number: int, figure: ReviewedFigure) -> list[Paragraph]:
    read, said = _read_and_said(figure)
    return [
        Paragraph(str(number), CELL_CENTRED),
        Paragraph(markup(figure.effective.indicator, _LONGEST_CELL), CELL),
        Paragraph(markup(_where(figure.place), _LONGEST_CELL), CELL),
        Paragraph(markup(read, _LONGEST_CELL), CELL),
        Paragraph(markup(said, _LONGEST_CELL), CELL),
    ]


def _where(place: Place) -> str:
    """Return where a reader of paper looks: the page alone where there are pages."""
    return str(place) if place.page is not None else place_text(place)


def _read_and_said(figure: ReviewedFigure) -> tuple[str, str]:
    """Return the quantities where those differ, else the fields that do."""
    read, said = quantity_text(figure.read), quantity_text(figure.effective)
    if read != said:
        return read, said
    old, new = reading_fields(figure.read), reading_fields(figure.effective)
    changed = [name for name in new if old[name] != new[name]]
    return (
        fields_text({name: old[name] for name in changed}, new),
        fields_text({name: new[name] for name in changed}, old),
    )


def _signed(report: ReportRecord) -> list[Flowable]:
    return [Paragraph("6. Ký xác nhận", HEADING), Paragraph(signed_text(report), BODY)]


def signed_text(report: ReportRecord) -> str:
    """Return who signed the report off and when, or that nobody has."""
    summary = report.summary
    if summary.signed_at is None:
        return "Báo cáo chưa được ký xác nhận."
    who = markup(summary.signed_by, _LONGEST_PERSON) or "(không ghi tên)"
    return f"Đã được <b>{who}</b> ký xác nhận lúc {time_text(summary.signed_at)}."
