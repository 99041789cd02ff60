"""How the cells of a workbook look: the one place for fonts, borders and number formats."""

from decimal import Decimal
from enum import StrEnum

from openpyxl import Workbook
from openpyxl.cell import Cell as StyledCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from desktop.core.displays import decimals_of, number_text, reading_text
from desktop.core.figures import Kind, Reading, Value
from desktop.core.workbooks.rows import Cell, Scalar, clean_text, excel_number

FONT = "Times New Roman"
SUFFIXES = {"": "", "%": "%", "lần": " lần", "điểm phần trăm": " điểm phần trăm", "điểm %": " điểm %"}
"""Units that a number format can show behind the number, and how."""

_LOCALE = "[$-42A]"
_MOST_DECIMALS = 6
_LIKE_A_FORMULA = ("=", "+", "-", "@", "'", "\t")
_INK = "1F2933"
_HAIRLINE = Side(style="thin", color="9AA5B1")
_GRID = Border(left=_HAIRLINE, right=_HAIRLINE, top=_HAIRLINE, bottom=_HAIRLINE)


class Look(StrEnum):
    """What a cell is there for."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    STATEMENT = "statement"
    REMARK = "remark"
    WARNING = "warning"
    HEADER = "header"
    REPORT = "report"
    REPORT_REMARK = "report_remark"
    REPORT_END = "report_end"
    SECTION = "section"
    SECTION_NUMBER = "section_number"
    SECTION_REMARK = "section_remark"
    SECTION_END = "section_end"
    TEXT = "text"
    INDENTED = "indented"
    CENTRED = "centred"
    RIGHT = "right"
    LINK = "link"
    TIME = "time"


_FONTS = {
    Look.TITLE: Font(name=FONT, size=15, bold=True, color=_INK),
    Look.SUBTITLE: Font(name=FONT, size=12, bold=True, color=_INK),
    Look.STATEMENT: Font(name=FONT, size=11, bold=True, italic=True, color="9C2A10"),
    Look.WARNING: Font(name=FONT, size=12, bold=True, color="9C2A10"),
    Look.REMARK: Font(name=FONT, size=10, italic=True, color="52606D"),
    Look.HEADER: Font(name=FONT, size=11, bold=True, color="FFFFFF"),
    Look.REPORT: Font(name=FONT, size=12, bold=True, color=_INK),
    Look.SECTION: Font(name=FONT, size=11, bold=True, color=_INK),
    Look.SECTION_NUMBER: Font(name=FONT, size=11, bold=True, color=_INK),
    Look.REPORT_REMARK: Font(name=FONT, size=10, italic=True, color=_INK),
    Look.SECTION_REMARK: Font(name=FONT, size=10, italic=True, color=_INK),
    Look.LINK: Font(name=FONT, size=9, color="1F5FA8"),
}
_FILLS = {
    Look.HEADER: "2F5D8A",
    Look.REPORT: "D6E4F0",
    Look.REPORT_REMARK: "D6E4F0",
    Look.REPORT_END: "D6E4F0",
    Look.SECTION: "EEF3F8",
    Look.SECTION_NUMBER: "EEF3F8",
    Look.SECTION_REMARK: "EEF3F8",
    Look.SECTION_END: "EEF3F8",
}
_ALIGNMENTS = {
    Look.TITLE: Alignment(horizontal="center", vertical="center", wrap_text=True),
    Look.SUBTITLE: Alignment(horizontal="center", vertical="center", wrap_text=True),
    Look.STATEMENT: Alignment(horizontal="center", vertical="center", wrap_text=True),
    Look.REMARK: Alignment(horizontal="center", vertical="center", wrap_text=True),
    Look.WARNING: Alignment(vertical="center"),
    Look.HEADER: Alignment(horizontal="center", vertical="center", wrap_text=True),
    Look.REPORT: Alignment(vertical="center"),
    Look.REPORT_REMARK: Alignment(vertical="center", wrap_text=True),
    Look.SECTION_REMARK: Alignment(vertical="center", wrap_text=True),
    Look.SECTION: Alignment(vertical="center"),
    Look.SECTION_NUMBER: Alignment(horizontal="center", vertical="center"),
    Look.INDENTED: Alignment(vertical="top", wrap_text=True, indent=1),
    Look.CENTRED: Alignment(horizontal="center", vertical="top", wrap_text=True),
    Look.RIGHT: Alignment(horizontal="right", vertical="top", shrink_to_fit=True),
    Look.TIME: Alignment(horizontal="center", vertical="top"),
}
_NO_BORDER = Border()
_BAND = Border(top=_HAIRLINE, bottom=_HAIRLINE)
_BAND_END = Border(top=_HAIRLINE, bottom=_HAIRLINE, right=_HAIRLINE)
_BORDERS = {
    Look.TITLE: _NO_BORDER,
    Look.SUBTITLE: _NO_BORDER,
    Look.STATEMENT: _NO_BORDER,
    Look.REMARK: _NO_BORDER,
    Look.WARNING: _NO_BORDER,
    Look.REPORT: _BAND,
    Look.REPORT_REMARK: _BAND,
    Look.REPORT_END: _BAND_END,
    Look.SECTION: _BAND,
    Look.SECTION_REMARK: _BAND,
    Look.SECTION_END: _BAND_END,
}


class Styles:
    """Registers every style with `workbook` at once, and makes cells that use them."""

    def __init__(self, workbook: Workbook) -> None:
        self._scratch = workbook.worksheets[0]
        self._looks = {look: self._register(look) for look in Look}
        self._prefixed = {look: self._register(look, is_prefixed=True) for look in Look}
        self._numbers = {
            (decimals, is_signed, unit): self._register(
                Look.RIGHT, number_format=number_format(decimals, is_signed=is_signed, unit=unit)
            )
            for decimals in range(_MOST_DECIMALS + 2)
            for is_signed in (False, True)
            for unit in SUFFIXES
        }

    def text(self, text: str, look: Look = Look.TEXT) -> Cell:
        """Return a cell of text; one that looks like a formula stays a text even when it is edited."""
        text = clean_text(text)
        styles = self._prefixed if text.startswith(_LIKE_A_FORMULA) else self._looks
        return Cell(text, styles[look])

    def cell(self, value: Scalar, look: Look) -> Cell:
        """Return a cell of a counting number, a time, or nothing."""
        return Cell(value, self._looks[look])

    def value(self, reading: Reading, *, unit: str = "") -> Cell:
        """Return the value of a reading: a number as a number, a range or a fraction as a text.

        With one of SUFFIXES as `unit` it is shown behind the number; the number itself stays as written.
        """
        value, is_signed = reading.value, reading.kind is Kind.CHANGE
        if value.high is not None or value.of is not None:
            return self.text(reading_text(reading) + SUFFIXES[unit], Look.RIGHT)
        return self.number(value.number, is_signed=is_signed, unit=unit)

    def number(self, number: Decimal, *, is_signed: bool = False, unit: str = "") -> Cell:
        """Return a cell of a number with as many decimals as it has; one beyond Excel's reach as a text."""
        held = excel_number(number)
        if held is None:
            return self.text(number_text(number, signed=is_signed) + SUFFIXES[unit], Look.RIGHT)
        decimals = min(decimals_of(Value(held)), _MOST_DECIMALS + 1)
        return Cell(held, self._numbers[decimals, is_signed, unit])

    def _register(self, look: Look, *, number_format: str = "General", is_prefixed: bool = False) -> int:
        cell = StyledCell(self._scratch, row=1, column=1)
        cell.font = _FONTS.get(look, Font(name=FONT, size=11))
        cell.alignment = _ALIGNMENTS.get(look, Alignment(vertical="top", wrap_text=True))
        cell.number_format = "dd/mm/yyyy hh:mm" if look is Look.TIME else number_format
        cell.border = _BORDERS.get(look, _GRID)
        if look in _FILLS:
            cell.fill = PatternFill("solid", fgColor=_FILLS[look])
        if is_prefixed:
            cell.quotePrefix = True
        return int(cell.style_id)


def number_format(decimals: int, *, is_signed: bool, unit: str) -> str:
    """Return the format of a number with `decimals`; of more than six the first six are shown."""
    shown_decimals = "0" * decimals if decimals <= _MOST_DECIMALS else "0" + "#" * (_MOST_DECIMALS - 1)
    digits = "#,##0" + ("." if decimals else "") + shown_decimals
    shown = digits + (f'"{SUFFIXES[unit]}"' if unit else "")
    if is_signed:
        return f"{_LOCALE}+{shown};{_LOCALE}-{shown};{_LOCALE}{shown}"
    return _LOCALE + shown
