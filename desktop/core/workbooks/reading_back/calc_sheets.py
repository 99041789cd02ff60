"""Sheets of an OpenDocument workbook (.ods), whose cells say themselves whether they hold a percentage.

Format: OpenDocument 1.3 part 3, sections 9.1 (tables) and 19.385 (office:value-type).
"""

import datetime
import io
from collections.abc import Callable, Iterator
from decimal import Decimal, InvalidOperation

from lxml import etree

from desktop.core.errors import RefusalCode, refuse
from desktop.core.readers.archives import Archive
from desktop.core.readers.workbook_package import TooMuchError
from desktop.core.workbooks.reading_back.cell_values import handed_cell, moment_text
from desktop.core.workbooks.reading_back.handed import FAILURE, FORMULA, CellKind, HandedCell, HandedSheet

_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_KIND_IN_CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_ROWS_MOST, _COLUMNS_MOST = 1_048_576, 16_384
_ROWS_A_BEAT = 2_000


def is_calc(data: bytes, name: str) -> bool:
    """Tell whether `data` is an OpenDocument workbook."""
    if not data.startswith(b"PK"):
        return False
    with Archive(data, name) as archive:
        return "mimetype" in archive and archive.read("mimetype").strip() == _TYPE


def calc_sheets(
    data: bytes, name: str, cells_most: int, on_progress: Callable[[], None]
) -> Iterator[HandedSheet]:
    """Yield the sheets; raise RefusedError where the file is broken, TooMuchError where it has more cells."""
    with Archive(data, name) as archive:
        xml = dict(archive.xml_parts()).get("content.xml", b"")
    room = cells_most
    for table in _tables(xml, name):
        rows: dict[int, dict[int, HandedCell]] = {}
        for number, cells in _rows(table, on_progress):
            room -= len(cells)
            if room < 0:
                raise TooMuchError
            rows[number] = cells
        yield HandedSheet(str(table.get(f"{_TABLE}name")), rows)
        table.clear()


def _tables(xml: bytes, name: str) -> Iterator[etree._Element]:
    tables = etree.iterparse(io.BytesIO(xml), tag=f"{_TABLE}table", resolve_entities=False, no_network=True)
    try:
        for _, table in tables:
            yield table
    except etree.XMLSyntaxError as error:
        raise refuse(RefusalCode.DAMAGED, name) from error


def _rows(
    table: etree._Element, on_progress: Callable[[], None]
) -> Iterator[tuple[int, dict[int, HandedCell]]]:
    at = 0
    for row in table.iter(f"{_TABLE}table-row"):
        repeated = _repeated(row, "rows", _ROWS_MOST - at)
        cells = dict(_filled(row))
        for number in range(at, at + repeated if cells else at):
            yield number, cells
            if number % _ROWS_A_BEAT == 0:
                on_progress()
        at += repeated


def _filled(row: etree._Element) -> Iterator[tuple[int, HandedCell]]:
    at = 0
    for node in row.iter(*_CELLS):
        repeated = _repeated(node, "columns", _COLUMNS_MOST - at)
        cell = _cell(node)
        for column in range(at, at + repeated if cell is not None else at):
            if cell is not None:
                yield column, cell
        at += repeated


def _repeated(node: etree._Element, what: str, most: int) -> int:
    text = str(node.get(f"{_TABLE}number-{what}-repeated") or "1")
    return max(0, min(int(text) if text.isdigit() and len(text) <= len(str(_ROWS_MOST)) else 1, most))


def _cell(node: etree._Element) -> HandedCell | None:
    if node.get(_KIND_IN_CALC) == "error":
        return HandedCell(CellKind.FAILED, FAILURE)
    match node.get(f"{_OFFICE}value-type"):
        case "float" | "currency":
            return _number(node, CellKind.NUMBER, 1)
        case "percentage":
            return _number(node, CellKind.PERCENT, 100)
        case "date":
            return HandedCell(CellKind.MOMENT, _date(str(node.get(f"{_OFFICE}date-value"))))
        case "time":
            return HandedCell(CellKind.MOMENT, _words(node))
        case "boolean":
            return HandedCell(CellKind.TRUTH, _words(node))
        case None if node.get(f"{_TABLE}formula") is not None:
            return HandedCell(CellKind.UNCOMPUTED, FORMULA)
        case _:
            return handed_cell(_words(node))


def _number(node: etree._Element, kind: CellKind, factor: int) -> HandedCell | None:
    try:
        number = Decimal(str(node.get(f"{_OFFICE}value")))
    except InvalidOperation:
        return HandedCell(CellKind.FAILED, FAILURE)
    return handed_cell(number * factor, kind) if number.is_finite() else HandedCell(CellKind.FAILED, FAILURE)


def _date(text: str) -> str:
    try:
        return moment_text(datetime.datetime.fromisoformat(text))
    except ValueError:
        return text


def _words(node: etree._Element) -> str:
    lines = []
    for paragraph in node.iterfind(f"{_TEXT}p"):
        pieces = [paragraph.text or ""]
        for part in paragraph:
            spaces = part.tag == f"{_TEXT}s"
            pieces.append(
                " " * int(str(part.get(f"{_TEXT}c") or 1)) if spaces else "".join(map(str, part.itertext()))
            )
            pieces.append(part.tail or "")
        lines.append("".join(pieces))
    return "\n".join(lines)
