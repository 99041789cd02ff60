"""The first page where there are several reports: each on a line, with its counts and its signature."""

from collections.abc import Sequence

from reportlab.platypus import Flowable, Paragraph

from desktop.core.displays import period_text
from desktop.core.outputs.record_fitting import fitted
from desktop.core.outputs.record_frame import head, joined, scope, signatures
from desktop.core.outputs.record_letters import markup
from desktop.core.outputs.record_sentences import count_text
from desktop.core.outputs.record_styles import BODY, CELL, CELL_CENTRED, CELL_HEAD, HEADING, SMALL, grid
from desktop.core.outputs.records import ReportRecord, ReviewRecord
from desktop.core.outputs.tallies import FigureTally

TITLE = "RÀ SOÁT SỐ LIỆU CÁC BÁO CÁO"

_HEADINGS = (
    *("TT", "Báo cáo", "Kỳ", "Tìm thấy", "Đúng", "Sửa", "Bổ sung", "Loại", "Nghi vấn", "Chưa xác nhận"),
    *("Số chưa rõ", "Ký xác nhận"),
)
_SHARES = (0.9, 4.4, 1.7, 1, 1, 0.9, 1, 0.9, 1, 1.2, 1, 2)
_MOST_REPORTS = 40
_LONGEST_TITLE, _LONGEST_PERSON = 120, 40
_FEW_REPORTS, _LONGEST_OF_MANY = 9, 52


def overview_page(record: ReviewRecord) -> Flowable:
    """Return the page, which never exceeds a page; of very many reports the last are only counted."""
    above = joined(head(record, TITLE), _about(record), scope(record))

    def build(_reviewers: int, reports: int) -> list[Flowable]:
        return joined(above, _reports(record.reports, reports), signatures())

    return fitted(build, (0,), min(len(record.reports), _MOST_REPORTS))


def _about(record: ReviewRecord) -> list[Flowable]:
    signed = sum(report.summary.is_signed_off for report in record.reports)
    under = " có số liệu thuộc các nhãn nêu dưới đây" if record.only_tags else ""
    told = (
        f"Hồ sơ <b>{markup(record.workspace, 160)}</b> có {count_text(len(record.reports))} báo cáo{under}, "
        f"trong đó {count_text(signed)} báo cáo đã được ký xác nhận."
    )
    people = dict.fromkeys(each.who for report in record.reports for each in report.reviewers)
    names = markup(", ".join(name or "(không ghi tên)" for name in people), 300)
    return [Paragraph(told, BODY), Paragraph(f"Người rà soát: {names or 'chưa có ai'}.", BODY)]


def _reports(reports: Sequence[ReportRecord], most: int) -> list[Flowable]:
    longest = _LONGEST_TITLE if len(reports) <= _FEW_REPORTS else _LONGEST_OF_MANY
    rows = [_row(number, report, longest) for number, report in enumerate(reports[:most], start=1)]
    total = [Paragraph("", CELL), Paragraph("<b>Cộng</b>", CELL), Paragraph("", CELL)]
    total += [Paragraph(f"<b>{count_text(count)}</b>", CELL_CENTRED) for count in _totals(reports)]
    table = grid(_HEADINGS, [*rows, [*total, Paragraph("", CELL_HEAD)]], _SHARES)
    more = len(reports) - len(rows)
    rest = [Paragraph(f"Dòng cộng tính cả {count_text(more)} báo cáo khác không liệt kê ở đây.", SMALL)]
    return [Paragraph("Kết quả theo báo cáo", HEADING), table, *(rest if more else [])]


def _row(number: int, report: ReportRecord, longest_title: int) -> list[Paragraph]:
    summary = report.summary
    signed = "chưa ký"
    if summary.signed_at is not None:
        who = markup(summary.signed_by, _LONGEST_PERSON)
        signed = f"{who} {summary.signed_at.astimezone():%d/%m/%Y}".strip()
    return [
        Paragraph(str(number), CELL_CENTRED),
        Paragraph(markup(summary.title or summary.name, longest_title), CELL),
        Paragraph(markup(period_text(summary.period)), CELL_CENTRED),
        *(Paragraph(count_text(count), CELL_CENTRED) for count in _counts(report.figures, report.runs.open)),
        Paragraph(signed, CELL_CENTRED),
    ]


def _totals(reports: Sequence[ReportRecord]) -> list[int]:
    counts = [_counts(report.figures, report.runs.open) for report in reports]
    return [sum(column) for column in zip(*counts, strict=True)] or [0] * 8


def _counts(tally: FigureTally, runs_open: int) -> tuple[int, ...]:
    return (
        tally.found,
        tally.as_read,
        tally.corrected,
        tally.added,
        tally.dismissed,
        tally.doubtful,
        tally.open,
        runs_open,
    )
