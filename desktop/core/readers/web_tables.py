"""Tables of web pages: which hold data, and where each cell stands once spans are counted."""

from collections.abc import Callable, Iterator

from lxml import etree

from desktop.core.readers.assembly import GridCell

MAX_COLUMNS = 1000
MAX_CELL_CHARACTERS = 1000
_ROW_GROUPS = frozenset(("thead", "tbody", "tfoot"))


def is_data_table(table: etree._Element) -> bool:
    """Tell whether `table` holds data, rather than arranging parts of the page side by side."""
    is_outer = next(table.iterdescendants("table"), None) is not None
    if is_outer or table.get("role") in ("presentation", "none"):
        return False
    rows = [list(row.iterchildren("td", "th")) for row in _rows(table)]
    if sum(len(row) for row in rows) < 2 or max(len(row) for row in rows) < 2:
        return False
    return all(_length(cell) <= MAX_CELL_CHARACTERS for row in rows for cell in row)


def arranged(
    table: etree._Element, text_of: Callable[[etree._Element], tuple[str, int]]
) -> Iterator[GridCell]:
    """Yield the cells of `table`; `text_of` gives a cell's text and its indentation."""
    taken: dict[int, int] = {}
    rows = list(_rows(table))
    for row, element in enumerate(rows):
        column = 0
        for cell in element.iterchildren("td", "th"):
            while taken.get(column, 0) > row:
                column += 1
            row_span = _span(cell.get("rowspan"), len(rows) - row)
            column_span = _span(cell.get("colspan"), MAX_COLUMNS)
            taken |= dict.fromkeys(range(column, column + column_span), row + row_span)
            text, indent = text_of(cell)
            yield GridCell(row, column, text, row_span, column_span, indent)
            column += column_span


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in _ROW_GROUPS:
            yield from child.iterchildren("tr")


def _span(text: str | None, limit: int) -> int:
    if text is None or not (text.isascii() and text.isdigit()):
        return 1
    number = int(text[:6])
    return min(number, limit) if number else limit if limit < MAX_COLUMNS else 1


def _length(element: etree._Element) -> int:
    return sum(len(text) for text in element.itertext())
