"""How the cells of a workbook look: the one place for fonts, borders and number formats."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import Enum
from typing import Literal

from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.worksheet.worksheet import Worksheet

from desktop.core.displays import number_text, reading_text
from desktop.core.figures import Kind, Reading
from desktop.core.workbooks.alterations import AlterationKind
from desktop.core.workbooks.cells import (
    MAX_TEXT,
    clean_text,
    decimals_shown,
    excel_number,
    local_time,
    text_alterations,
)
from desktop.core.workbooks.marked_text import MarkedText
from desktop.core.workbooks.sheet_xml import PenCell, SharedStyle
from desktop.core.workbooks.written_numbers import written_decimals

SUFFIXES = {"": "", "%": "%", "lần": " lần", "điểm phần trăm": " điểm phần trăm", "điểm %": " điểm %"}
"""Units that a number format can show behind the number, and how."""

_LOCALE = "[$-42A]"
_TIME_FORMAT = "dd/mm/yyyy hh:mm"
_FIRST_TIME = datetime(1900, 3, 1)  # noqa: DTZ001 - a cell's time has no zone
"""Before this day Excel's calendar has a day too many."""

_MOST_DIGITS = 1_000
_LIKE_A_FORMULA = ("=", "+", "-", "@", "'", "\t")
_INK, _WARNING = "1F2933", "9C2A10"
_HAIRLINE = Side(style="thin", color="9AA5B1")
_RULED = Border(left=_HAIRLINE, right=_HAIRLINE, top=_HAIRLINE, bottom=_HAIRLINE)
_BAND = Border(top=_HAIRLINE, bottom=_HAIRLINE)


@dataclass(frozen=True, slots=True)
class _Form:
    """Font, alignment, fill and border of a cell; on a sheet without rules cells have no border."""

    font: Font
    alignment: Alignment
    fill: str = ""
    border: Border | None = None


def _font(size: float = 11, colour: str = _INK, *, bold: bool = False, italic: bool = False) -> Font:
    return Font(name="Times New Roman", size=size, color=colour, bold=bold, italic=italic)


def _aligned(horizontal: Literal["left", "center"] = "left", *, indent: int = 0) -> Alignment:
    return Alignment(horizontal=horizontal, vertical="top", wrap_text=True, indent=indent)


_CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)
_ON_ONE_LINE, _WRAPPED = Alignment(vertical="center"), Alignment(vertical="center", wrap_text=True)
_SHRUNK = Alignment(horizontal="right", vertical="top", shrink_to_fit=True)


class Look(Enum):
    """What a cell is there for, and how it looks."""

    TITLE = _Form(_font(15, bold=True), _CENTRE)
    SUBTITLE = _Form(_font(12, bold=True), _CENTRE)
    STATEMENT = _Form(_font(11, _WARNING, bold=True, italic=True), _CENTRE)
    REMARK = _Form(_font(10, "52606D", italic=True), _CENTRE)
    WARNING = _Form(_font(12, _WARNING, bold=True), _ON_ONE_LINE)
    HEADER = _Form(_font(11, "FFFFFF", bold=True), _CENTRE, "2F5D8A", _RULED)
    REPORT = _Form(_font(12, bold=True), _ON_ONE_LINE, "D6E4F0", _BAND)
    REPORT_REMARK = _Form(_font(10, italic=True), _WRAPPED, "D6E4F0", _BAND)
    SECTION = _Form(_font(bold=True), _ON_ONE_LINE, "EEF3F8", _BAND)
    SECTION_REMARK = _Form(_font(10, italic=True), _WRAPPED, "EEF3F8", _BAND)
    REPORT_COUNT = _Form(_font(12, bold=True), _CENTRE, "D6E4F0", _BAND)
    SECTION_COUNT = _Form(_font(bold=True), _CENTRE, "EEF3F8", _BAND)
    TEXT = _Form(_font(), _aligned(), border=_RULED)
    INDENTED = _Form(_font(), _aligned(indent=1), border=_RULED)
    CENTRED = _Form(_font(), _aligned("center"), border=_RULED)
    RIGHT = _Form(_font(), _SHRUNK, border=_RULED)
    LINK = _Form(_font(9, "1F5FA8"), _aligned(), border=_RULED)
    LINKED_COUNT = _Form(_font(colour="1F5FA8"), _aligned("center"), border=_RULED)
    SUBTOTAL = _Form(_font(bold=True, italic=True), _aligned(indent=1), "F7F4E9", _RULED)
    SUBTOTAL_NUMBER = _Form(_font(bold=True, italic=True), _SHRUNK, "F7F4E9", _RULED)
    STATEMENT_LINE = _Form(_font(11, italic=True), Alignment(vertical="center", wrap_text=True))
    CHART_TITLE = _Form(_font(bold=True), _WRAPPED, "EEF3F8", _BAND)
    SIGNATURE_DATE = _Form(_font(11, italic=True), _CENTRE)
    SIGNATURE = _Form(_font(11, bold=True), _CENTRE)
    HIDDEN = _Form(_font(8, "9AA5B1"), Alignment(vertical="top"))


class Pen:
    """Makes the cells of a sheet; on one that is not ruled an empty cell is none.

    What a cell cannot hold as it was given is kept in `altered` until the row it belongs to is written.
    """

    def __init__(self, sheet: Worksheet, *, is_ruled: bool) -> None:
        self._sheet = sheet
        self._is_ruled = is_ruled
        self._styles: dict[tuple[int, str, bool], tuple[SharedStyle, int]] = {}
        self._formats: dict[tuple[int, bool, str], str] = {}
        self.altered: list[tuple[Cell, AlterationKind, str]] = []

    def text(self, text: str, look: Look = Look.TEXT) -> PenCell | None:
        """Return a cell of text; one that looks like a formula stays a text even when it is edited."""
        if not text:
            return self.empty(look)
        clean = clean_text(text)
        cell = self._cell(clean, "s", look, is_quoted=clean.startswith(_LIKE_A_FORMULA))
        if clean is not text:
            self.altered += [(cell, kind, text) for kind in text_alterations(text)]
        return cell

    def link(self, text: str, target: str, tip: str) -> PenCell | None:
        """Return a text that leads to a place in the workbook."""
        return self.linked(self.text(text, Look.LINK), target, tip)

    def linked(self, cell: PenCell | None, target: str, tip: str) -> PenCell | None:
        """Return `cell`, of a number or a text, which keeps its look, leading to a place in the workbook."""
        if cell is not None:
            cell.lead_to(target, clean_text(tip))
        return cell

    def marked(self, before: str, number: str, after: str, look: Look = Look.TEXT) -> PenCell | None:
        """Return a cell of text in which `number` stands out."""
        whole = before + number + after
        if not number or len(whole) > MAX_TEXT // 2:
            return self.text(whole, look)
        parts = clean_text(before), clean_text(number), clean_text(after)
        is_quoted = whole.startswith(_LIKE_A_FORMULA)
        cell = self._cell(MarkedText(parts), "s", look, is_quoted=is_quoted)
        if "".join(parts) != whole:
            self.altered += [(cell, kind, whole) for kind in text_alterations(whole)]
        return cell

    def count(self, number: int, look: Look = Look.CENTRED) -> PenCell:
        """Return a cell of a counting number."""
        return self._cell(number, "n", look)

    def hundredths(self, share: float) -> PenCell:
        """Return a cell of a share between 0 and 1 with two decimals."""
        return self._cell(round(share, 2), "n", Look.CENTRED, _LOCALE + "0.00")

    def time(self, moment: datetime | None) -> PenCell | None:
        """Return a cell of a time as the clock here shows it; one before Excel's calendar is a text."""
        if moment is None:
            return self.empty(Look.CENTRED)
        local = local_time(moment)
        if local >= _FIRST_TIME:
            return self._cell(local, "d", Look.CENTRED, _TIME_FORMAT)
        cell = self._cell(f"{local:%d/%m}/{local.year:04} {local:%H:%M}", "s", Look.CENTRED)
        self.altered.append((cell, AlterationKind.TIME_AS_TEXT, moment.isoformat()))
        return cell

    def empty(self, look: Look) -> PenCell | None:
        """Return a cell with nothing in it."""
        return self._cell(None, "n", look) if self._is_ruled else None

    def blank(self, look: Look) -> PenCell:
        """Return a cell with nothing in it that is coloured all the same, as in a band over the sheet."""
        return self._cell(None, "n", look)

    def value(self, reading: Reading, *, unit: str = "", written: str = "") -> PenCell | None:
        """Return the value of a reading: a number as a number, a range or a fraction as a text.

        With one of SUFFIXES as `unit` it is shown behind the number; the number itself stays as written.
        `written` is the text of the source, whose decimals are shown.
        """
        value, is_signed = reading.value, reading.kind is Kind.CHANGE
        if value.high is not None or value.of is not None:
            return self.text(reading_text(reading) + SUFFIXES[unit], Look.RIGHT)
        return self.number(value.number, is_signed=is_signed, unit=unit, written=written)

    def number(
        self,
        number: Decimal,
        *,
        is_signed: bool = False,
        unit: str = "",
        look: Look = Look.RIGHT,
        written: str = "",
    ) -> PenCell | None:
        """Return a cell of a number, all of it held that Excel can hold, however few decimals are shown.

        As many are shown as the source's text `written` shows, else as few as tell the number. One beyond
        Excel's reach stands as a text.
        """
        held = excel_number(number)
        if held is None:
            return self._number_as_text(number, look, is_signed=is_signed, unit=unit)
        of_source = written_decimals(written, number) if written else None
        decimals = decimals_shown(held) if of_source is None else of_source
        cell = self._cell(held, "n", look, self._format(decimals, is_signed=is_signed, unit=unit))
        if held != number:
            self.altered.append((cell, AlterationKind.DIGITS, str(number)))
        return cell

    def formula(self, formula: str, comes_to: Decimal, look: Look = Look.RIGHT) -> PenCell:
        """Return a cell of a formula of ours, "=SUM(D7:D9)", with what it comes to.

        Programs that do not calculate show that.
        """
        cell = self._cell(formula, "f", look, self._format(decimals_shown(comes_to)))
        cell.cached = excel_number(comes_to)
        return cell

    def _number_as_text(self, number: Decimal, look: Look, *, is_signed: bool, unit: str) -> PenCell | None:
        is_writable = number.is_finite() and abs(number.adjusted()) <= _MOST_DIGITS
        text = number_text(number, signed=is_signed) if is_writable else str(number)
        cell = self.text(text + SUFFIXES[unit], look)
        if cell is not None:
            self.altered.append((cell, AlterationKind.NUMBER_AS_TEXT, str(number)))
        return cell

    def _format(self, decimals: int, *, is_signed: bool = False, unit: str = "") -> str:
        key = decimals, is_signed, unit
        if key not in self._formats:
            self._formats[key] = number_format(decimals, is_signed=is_signed, unit=unit)
        return self._formats[key]

    def _cell(
        self, value: object, data_type: str, look: Look, shown: str = "General", *, is_quoted: bool = False
    ) -> PenCell:
        # By its identity: an Enum is hashed by a function of Python, once a cell.
        key = id(look), shown, is_quoted
        if key not in self._styles:
            self._styles[key] = self._style(look, shown, is_quoted=is_quoted)
        return PenCell(self._sheet, value, data_type, *self._styles[key])

    def _style(self, look: Look, shown: str, *, is_quoted: bool) -> tuple[SharedStyle, int]:
        form, cell = look.value, WriteOnlyCell(self._sheet)
        cell.font, cell.alignment, cell.number_format = form.font, form.alignment, shown
        if form.border is not None and self._is_ruled:
            cell.border = form.border
        if form.fill:
            cell.fill = PatternFill("solid", fgColor=form.fill)
        cell.quotePrefix = is_quoted
        style: StyleArray = cell._style  # type: ignore[attr-defined] # openpyxl has no other name for it
        return SharedStyle(style), cell.style_id


def number_format(decimals: int, *, is_signed: bool, unit: str) -> str:
    """Return the format of a number with `decimals`."""
    shown = "#,##0" + ("." + "0" * decimals if decimals else "")
    shown += f'"{SUFFIXES[unit]}"' if unit else ""
    if is_signed:
        return f"{_LOCALE}+{shown};{_LOCALE}-{shown};{_LOCALE}{shown}"
    return _LOCALE + shown
