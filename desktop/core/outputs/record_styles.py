"""How the record looks: A4, the margins of an administrative document, paragraphs and tables."""

from collections.abc import Sequence
from typing import Any

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Paragraph, Table

from desktop.core.outputs.record_letters import BOLD, ITALIC, REGULAR

PAGE = A4
LEFT, RIGHT, TOP, BOTTOM = 25 * mm, 15 * mm, 15 * mm, 20 * mm
"""Margins as Decree 30/2020/ND-CP has them, within its ranges; the footer stands in the bottom one."""

WIDTH = PAGE[0] - LEFT - RIGHT
HEIGHT = PAGE[1] - TOP - BOTTOM

BODY = ParagraphStyle("body", fontName=REGULAR, fontSize=10.5, leading=13.2)
SMALL = ParagraphStyle("small", BODY, fontSize=9, leading=11)
CENTRED = ParagraphStyle("centred", BODY, alignment=TA_CENTER)
HEAD = ParagraphStyle("head", CENTRED, fontName=BOLD)
SLANTED = ParagraphStyle("slanted", CENTRED, fontName=ITALIC)
TITLE = ParagraphStyle("title", CENTRED, fontName=BOLD, fontSize=13.5, leading=17)
HEADING = ParagraphStyle("heading", BODY, fontName=BOLD, spaceBefore=5, spaceAfter=2)
CELL = ParagraphStyle("cell", SMALL)
CELL_CENTRED = ParagraphStyle("cell centred", CELL, alignment=TA_CENTER)
CELL_RIGHT = ParagraphStyle("cell right", CELL, alignment=TA_RIGHT)
CELL_HEAD = ParagraphStyle("cell head", CELL_CENTRED, fontName=BOLD)
COUNT = ParagraphStyle("count", CELL_CENTRED, fontName=BOLD, fontSize=11, leading=13)

# Else a table names its own font in the file, which no reader need have.
_FONT = ("FONTNAME", (0, 0), (-1, -1), REGULAR)
_GRID = [
    _FONT,
    ("GRID", (0, 0), (-1, -1), 0.5, colors.HexColor("#555555")),
    ("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#eeeeee")),
    ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
]
_TIGHT = [
    ("TOPPADDING", (0, 0), (-1, -1), 1.5),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
    ("LEFTPADDING", (0, 0), (-1, -1), 3),
    ("RIGHTPADDING", (0, 0), (-1, -1), 3),
]
_BARE = [
    _FONT,
    ("ALIGN", (0, 0), (-1, -1), "CENTER"),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("TOPPADDING", (0, 0), (-1, -1), 0.5),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0.5),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
]


def grid(headings: Sequence[str], rows: Sequence[Sequence[Paragraph]], shares: Sequence[float]) -> Table:
    """Return a ruled table as wide as the page; `shares` are the widths of its columns beside each other."""
    head = [Paragraph(heading, CELL_HEAD) for heading in headings]
    return Table([head, *rows], colWidths=_widths(shares), style=[*_GRID, *_TIGHT], repeatRows=1)


def bare(rows: Sequence[Sequence[Any]], shares: Sequence[float]) -> Table:
    """Return a table without rules."""
    return Table(list(rows), colWidths=_widths(shares), style=_BARE)


def _widths(shares: Sequence[float]) -> list[float]:
    return [WIDTH * share / sum(shares) for share in shares]
