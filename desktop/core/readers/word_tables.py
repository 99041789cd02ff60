"""Where the cells of a Word table stand once merged cells are counted."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from lxml import etree

from desktop.core.readers.assembly import GridCell
from desktop.core.readers.word_xml import attribute, child, local, whole

MAX_SPAN = 1000
_TRANSPARENT = frozenset(("sdt", "sdtContent", "ins", "customXml", "moveTo"))


def is_layout(table: etree._Element) -> bool:
    """Tell whether `table` only frames text: a single cell, or cells that hold tables of their own."""
    cells = [cell for row in rows_of(table) for cell in cells_of(row)]
    return len(cells) < 2 or any(local(e) == "tbl" for cell in cells for e in cell.iterdescendants())


def rows_of(table: etree._Element) -> Iterator[etree._Element]:
    """Yield the rows of `table`, deleted ones left out."""
    return (row for row in _named(table, "tr") if child(row, "trPr", "del") is None)


def cells_of(row: etree._Element) -> Iterator[etree._Element]:
    """Yield the cells of `row`, deleted ones left out."""
    return (cell for cell in _named(row, "tc") if child(cell, "tcPr", "cellDel") is None)


def arranged(
    table: etree._Element, text_of: Callable[[etree._Element], tuple[str, int]]
) -> Iterator[GridCell]:
    """Yield the cells of `table`, a merged one once; `text_of` gives a cell's text and its indentation."""
    open_by_column: dict[int, GridCell] = {}
    for row, element in enumerate(rows_of(table)):
        column = _span(child(element, "trPr", "gridBefore"), otherwise=0)
        still_open: dict[int, GridCell] = {}
        for cell in cells_of(element):
            span = _span(child(cell, "tcPr", "gridSpan"), otherwise=1)
            merge = child(cell, "tcPr", "vMerge")
            above = open_by_column.pop(column, None)
            if merge is not None and attribute(merge) != "restart" and above is not None:
                still_open[column] = replace(above, row_span=above.row_span + 1)
            else:
                if above is not None:
                    yield above
                text, indent = text_of(cell)
                still_open[column] = GridCell(row, column, text, 1, span, indent)
            column += span
        yield from open_by_column.values()
        open_by_column = still_open
    yield from open_by_column.values()


def _named(element: etree._Element, name: str) -> Iterator[etree._Element]:
    for inner in element:
        if local(inner) == name:
            yield inner
        elif local(inner) in _TRANSPARENT:
            yield from _named(inner, name)


def _span(element: etree._Element | None, *, otherwise: int) -> int:
    number = whole(element)
    return otherwise if number is None else min(max(number, otherwise), MAX_SPAN)
