"""What frames every page of the record: the state's head above, the signatures below, the footer."""

from collections.abc import Iterable
from itertools import chain

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, HRFlowable, Paragraph, Spacer

from desktop import __version__
from desktop.core.displays import time_text
from desktop.core.outputs.record_letters import REGULAR, markup
from desktop.core.outputs.record_styles import (
    BODY,
    BOTTOM,
    CENTRED,
    HEAD,
    LEFT,
    PAGE,
    RIGHT,
    SLANTED,
    TITLE,
    bare,
)
from desktop.core.outputs.records import ReviewRecord

_MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
_NO_OFFICE = "." * 44
_NO_NUMBER = "Số: ........../BB-........"
_SIGNERS = ("NGƯỜI RÀ SOÁT", "NGƯỜI KÝ XÁC NHẬN", "THỦ TRƯỞNG ĐƠN VỊ")
_HOW = "(Ký, ghi rõ họ tên)"
_ROOM_TO_SIGN = 17 * mm
_LONGEST_OFFICE = 160


def head(record: ReviewRecord, title: str) -> list[Flowable]:
    """Return the head of a page: office, motto, place and date, title."""
    day = record.at.astimezone()
    date = f"............, ngày {day.day:02} tháng {day.month:02} năm {day.year}"
    office = markup(record.office, _LONGEST_OFFICE).upper() or _NO_OFFICE
    left = [Paragraph(office, HEAD), _rule(28 * mm), Paragraph(_NO_NUMBER, CENTRED)]
    right = [*(Paragraph(line, HEAD) for line in _MOTTO), _rule(52 * mm), Paragraph(date, SLANTED)]
    return [
        bare([[left, right]], (4, 5.4)),
        Spacer(0, 5 * mm),
        Paragraph("BIÊN BẢN", TITLE),
        Paragraph(title, TITLE),
        Spacer(0, 3 * mm),
    ]


def scope(record: ReviewRecord) -> list[Flowable]:
    """Return what the record is restricted to, nothing where it is about everything."""
    if not record.only_tags:
        return []
    tags = markup("; ".join(record.only_tags), 300)
    return [Paragraph(f"Phạm vi: chỉ các số liệu thuộc nhãn {tags}; sổ số là của cả báo cáo.", BODY)]


def signatures() -> list[Flowable]:
    """Return the places for signatures, with room to sign."""
    rows = [
        [Paragraph(signer, HEAD) for signer in _SIGNERS],
        [Paragraph(_HOW, SLANTED) for _ in _SIGNERS],
        [Spacer(0, _ROOM_TO_SIGN) for _ in _SIGNERS],
    ]
    return [Spacer(0, 3 * mm), bare(rows, (1, 1, 1))]


def draw_footer(canvas: Canvas, record: ReviewRecord, pages: int) -> None:
    """Write digest, version, time and page number at the foot of the page."""
    canvas.saveState()
    canvas.setLineWidth(0.4)
    canvas.line(LEFT, BOTTOM - 3 * mm, PAGE[0] - RIGHT, BOTTOM - 3 * mm)
    canvas.setFont(REGULAR, 8)
    canvas.drawString(LEFT, BOTTOM - 7 * mm, f"Mã nội dung (SHA-256): {record.digest}")
    made = f"Lập bằng Đối Chiếu {__version__} lúc {time_text(record.at)}"
    canvas.drawString(LEFT, BOTTOM - 10.5 * mm, made)
    canvas.drawRightString(PAGE[0] - RIGHT, BOTTOM - 10.5 * mm, f"Trang {canvas.getPageNumber()}/{pages}")
    canvas.restoreState()


def joined(*parts: Iterable[Flowable]) -> list[Flowable]:
    """Return the parts of a page one after another."""
    return list(chain.from_iterable(parts))


def _rule(width: float) -> HRFlowable:
    return HRFlowable(width=width, thickness=0.6, color="black", spaceBefore=1.5, spaceAfter=2.5)
