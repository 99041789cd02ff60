"""The sheet "Biểu đồ": charts of the main series beside the cells they are drawn from, if there are any."""

from openpyxl import Workbook
from openpyxl.chart import BarChart, LineChart
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.title import Title
from openpyxl.drawing.text import CharacterProperties, ParagraphProperties

from desktop.core.displays import period_text
from desktop.core.figures import Kind
from desktop.core.workbooks.addresses import Addresses
from desktop.core.workbooks.cells import clean_text, decimals_shown, excel_number
from desktop.core.workbooks.pivot import Pivot, PivotFigure
from desktop.core.workbooks.series import Comparison, Series, main_comparison, main_series
from desktop.core.workbooks.sheets import Block, Heading, Sheet
from desktop.core.workbooks.styles import Look, number_format

TITLE = "Biểu đồ"
_HEADINGS = (
    Heading("Kỳ, chỉ tiêu", 44),
    Heading("Giá trị", 16),
    Heading("Số liệu", 14),
    Heading("", 3),
    Heading("", 100),
)
_NAME, _VALUE = 1, 2
_CHART_COLUMN = "E"
_ROWS_OF_A_CHART = 12
_ROW_HEIGHT = 18
_WIDTH_CM, _HEIGHT_CM = 18.5, 9.0
_SCALE_PERCENT, _CHARTS_ON_A_PAGE = 68, 2
_TITLE_SIZE = 1100
_LONGEST_TITLE = 90
_STATEMENT = "Chuỗi số liệu chính, vẽ từ các ô bên cạnh; bấm vào một số để xem số liệu gốc và trích nguồn."
_TO_EVIDENCE = "Xem số liệu gốc và trích nguồn"


def write_charts(found: Pivot, addresses: Addresses, workbook: Workbook) -> None:
    """Write the sheet; where nothing makes a meaningful chart there is none."""
    series = main_series(found)
    comparison = None if series else main_comparison(found)
    if not series and comparison is None:
        return
    sheet = Sheet(workbook, TITLE, _HEADINGS, is_ruled=True)
    sheet.break_pages_at(_SCALE_PERCENT)
    sheet.write_line(_STATEMENT, Look.STATEMENT_LINE, height=24)
    for number, each in enumerate(series):
        if number and number % _CHARTS_ON_A_PAGE == 0:
            sheet.break_page()
        _write_series(each, addresses, sheet)
    if comparison is not None:
        _write_comparison(comparison, addresses, sheet)


def _write_series(series: Series, addresses: Addresses, sheet: Sheet) -> None:
    reading = series.subject.reading
    title = _shortened(reading.indicator) + (f" ({reading.unit})" if reading.unit else "")
    if series.subject.issuer:
        title += f" – {series.subject.issuer}"
    names = [period_text(figure.effective.period) for figure in series.figures]
    first = _write_block((title, "Kỳ"), names, series.figures, addresses, sheet)
    chart = LineChart()
    chart.x_axis.title, chart.y_axis.title = "Kỳ", clean_text(reading.unit) or "Giá trị"
    _draw(chart, title, first, series.figures, sheet)
    line = chart.series[0]
    line.dLbls.position = "t"
    line.marker.symbol, line.smooth = "circle", False
    line.graphicalProperties.line.solidFill = line.marker.graphicalProperties.solidFill = "2F5D8A"
    line.marker.graphicalProperties.line.solidFill = "2F5D8A"
    _fill_up(len(names), sheet)


def _write_comparison(comparison: Comparison, addresses: Addresses, sheet: Sheet) -> None:
    period = period_text(comparison.figures[0].effective.period)
    is_change = comparison.figures[0].effective.kind is Kind.CHANGE
    title = f"{'Tăng, giảm' if is_change else 'Tỷ lệ'} so với cùng kỳ (%)" + (f", {period}" if period else "")
    names = [_shortened(figure.effective.indicator) for figure in comparison.figures]
    first = _write_block((title, "Chỉ tiêu"), names, comparison.figures, addresses, sheet)
    chart = BarChart()
    chart.type, chart.gapWidth = "bar", 60
    chart.x_axis.title, chart.y_axis.title = "Chỉ tiêu", "%"
    chart.x_axis.scaling.orientation = "maxMin"
    chart.x_axis.tickLblPos = "low"
    _draw(chart, title, first, comparison.figures, sheet)
    chart.series[0].graphicalProperties.solidFill = "2F5D8A"
    chart.series[0].invertIfNegative = False
    _fill_up(len(names), sheet)


def _write_block(
    heads: tuple[str, str],
    names: list[str],
    figures: tuple[PivotFigure, ...],
    addresses: Addresses,
    sheet: Sheet,
) -> int:
    """Write the cells of a chart; return the row of the first number."""
    pen = sheet.pen
    title, kind = heads
    sheet.write_blocks([Block(title, _VALUE + 1)], Look.CHART_TITLE, height=2 * _ROW_HEIGHT)
    sheet.write([pen.text(head, Look.HEADER) for head in (kind, "Giá trị", "Dòng")], height=_ROW_HEIGHT)
    first = sheet.rows + 1
    for name, figure in zip(names, figures, strict=True):
        number, target = addresses.number_by_id[figure.id], addresses.evidence_of(figure.id)
        value = pen.linked(pen.value(figure.effective, written=figure.written), target, _TO_EVIDENCE)
        sheet.write([pen.text(name), value, pen.link(f"Số liệu {number}", target, _TO_EVIDENCE)])
    return first


def _draw(
    chart: LineChart | BarChart, title: str, first: int, figures: tuple[PivotFigure, ...], sheet: Sheet
) -> None:
    """Put a chart of one series beside its cells; its labels are formatted as the cells are."""
    last = first + len(figures) - 1
    chart.add_data(sheet.reference(_VALUE, first, last))
    chart.set_categories(sheet.reference(_NAME, first, last))
    chart.title, chart.legend = clean_text(title), None
    for text in (chart.title, chart.x_axis.title, chart.y_axis.title):
        _make_small(text)
    chart.width, chart.height = _WIDTH_CM, _HEIGHT_CM  # type: ignore[assignment] # the stubs say whole ones
    # Left to itself openpyxl writes axes that programs do not show.
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.number_format, chart.y_axis.numFmt.sourceLinked = _axis_format(figures), False
    labels = DataLabelList(showVal=True, showSerName=False, showCatName=False, showLegendKey=False)
    chart.series[0].dLbls = labels
    sheet.add_chart(chart, _CHART_COLUMN, first - 2)


def _make_small(title: Title | None) -> None:
    """Write a title in the size of the cells, not in that of a slide."""
    if title is not None and title.tx is not None and title.tx.rich is not None:
        for paragraph in title.tx.rich.p:
            paragraph.pPr = ParagraphProperties(defRPr=CharacterProperties(sz=_TITLE_SIZE, b=True))


def _axis_format(figures: tuple[PivotFigure, ...]) -> str:
    numbers = (excel_number(figure.effective.value.number) for figure in figures)
    decimals = min((decimals_shown(number) for number in numbers if number is not None), default=0)
    return number_format(decimals, is_signed=False, unit="")


def _fill_up(rows: int, sheet: Sheet) -> None:
    """Write empty rows as far as the chart reaches, so that the next block stands below it."""
    for _ in range(max(1, _ROWS_OF_A_CHART - rows)):
        sheet.write([], height=_ROW_HEIGHT)


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_TITLE else line[: _LONGEST_TITLE - 1] + "…"
