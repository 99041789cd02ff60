"""The XML of one large sheet: its rows are written straight away, all else as openpyxl writes it.

openpyxl makes elements and a coordinate for each cell, and keeps an object for each link until the end. Here
a row is put together as one text and a link is a line in a file beside: a quarter of the time, a tenth of the
memory.
"""

import contextlib
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from shutil import copyfileobj
from tempfile import SpooledTemporaryFile
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from lxml import etree
from openpyxl.cell import Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments.comment_sheet import CommentRecord
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import to_excel
from openpyxl.worksheet._writer import ALL_TEMP_FILES, WorksheetWriter, create_temporary_file
from openpyxl.worksheet.worksheet import Worksheet

from desktop.core.workbooks.marked_text import MarkedText

_BUFFER = 1 << 18
_LINKS_IN_MEMORY = 1 << 20
_COLUMNS = [get_column_letter(number) for number in range(1, 16_385)]


class PenCell(Cell):
    """A cell made of a value that is known to be sound, in a style that it shares with others.

    It is a fifth of the work of openpyxl's own, which looks at every value and copies every style. `cached`
    is what a formula comes to: programs that do not calculate show it.
    """

    __slots__ = ("cached", "style_id")

    cached: Decimal | int | None
    style_id: int
    _style: StyleArray
    _value: Any
    _hyperlink: Any
    _comment: Any

    def __init__(
        self, frame: Worksheet, value: object, data_type: str, style: StyleArray, style_id: int
    ) -> None:
        self.parent = frame
        self.row = self.column = 1
        self._value = value
        self.data_type = data_type
        self._style = style
        self.style_id = style_id
        self._hyperlink = self._comment = self.cached = None

    def lead_to(self, target: str, tip: str) -> None:
        """Make the cell a link to a place in the workbook."""
        self._hyperlink = Link(target, tip)


class Link:
    """Where a cell leads to within the workbook, and what is said of it under the mouse."""

    __slots__ = ("location", "tooltip")

    target = None

    def __init__(self, location: str, tooltip: str) -> None:
        self.location = location
        self.tooltip = tooltip


class SharedStyle(StyleArray):
    """A style of many cells, which is not to be changed through one of them."""

    __slots__ = ()

    def __setitem__(self, *_: object) -> None:
        """Refuse: a cell that is to look otherwise needs a Look of its own."""
        raise TypeError("this style is shared by many cells")


class SheetXml(WorksheetWriter):
    """Writes a sheet of a write-only workbook to a temporary file; openpyxl asks it for the rest when saving.

    `links` tells how many links its cells have so far.
    """

    def __init__(self, frame: Worksheet) -> None:
        self._path = create_temporary_file()
        self._file = Path(self._path).open("wb", buffering=_BUFFER)  # noqa: SIM115 - closed by `close` and `cleanup`
        self._rows = contextlib.ExitStack()
        self._has_rows = False
        self._links = SpooledTemporaryFile(_LINKS_IN_MEMORY)  # noqa: SIM115 - closed with the other
        self._fonts: dict[int, tuple[InlineFont, str]] = {}
        self.links = 0
        super().__init__(frame, self._file)

    def write_cells(self, number: int, cells: Sequence[Cell | None], height: float | None = None) -> None:
        """Write the row `number`, the next one; without a `height` in points it has the height of a line."""
        if not self._has_rows:
            self._begin_rows()
        parts = [f'<row r="{number}" ht="{height:g}" customHeight="1">' if height else f'<row r="{number}">']
        for column, cell in zip(_COLUMNS, cells, strict=False):
            if cell is not None:
                parts.append(self._cell(cell, f"{column}{number}"))
        parts.append("</row>")
        self._file.write("".join(parts).encode())

    def write_rows(self) -> None:
        """End the rows; openpyxl calls this where it would write its own."""
        if not self._has_rows:
            self._begin_rows()
        self._rows.close()
        self.xf.send(None)

    def write_hyperlinks(self) -> None:
        """Write the links collected from the cells."""
        if not self.links:
            return
        xf: Any = self.xf.send(True)
        with xf.element("hyperlinks"):
            xf.flush()
            self._links.seek(0)
            copyfileobj(self._links, self._file)
            self._links.close()
        self.xf.send(None)

    def close(self) -> None:
        """Complete the file."""
        super().close()
        self._file.close()
        self.out = self._path

    def cleanup(self) -> None:
        """Remove the temporary file, complete or not."""
        for end in (self._rows.close, self.xf.close, self._file.close, self._links.close):
            with contextlib.suppress(OSError, etree.LxmlError):
                end()
        if self._path in ALL_TEMP_FILES:
            ALL_TEMP_FILES.remove(self._path)
            Path(self._path).unlink(missing_ok=True)

    def _begin_rows(self) -> None:
        self._has_rows = True
        self.write_top()
        xf: Any = self.xf.send(True)
        self._rows.enter_context(xf.element("sheetData"))
        xf.flush()

    def _cell(self, cell: Any, place: str) -> str:
        # Not by `value` and `hyperlink`: of a million cells the calls alone would be felt.
        value, kind = cell._value, cell.data_type
        if cell._hyperlink is not None:
            self._link(cell._hyperlink, place)
        if cell._comment is not None:
            self._comment(cell, place)
        begin = f'<c r="{place}" s="{cell.style_id}"'
        if value is None:
            return begin + "/>"
        if kind == "s":
            return f'{begin} t="inlineStr"><is>{self._text(value)}</is></c>'
        if kind == "n":
            return f"{begin}><v>{value}</v></c>"
        if kind == "d":
            return f"{begin}><v>{to_excel(value)!r}</v></c>"  # type: ignore[no-untyped-call]
        if kind == "f":
            cached = getattr(cell, "cached", None)
            shown = "" if cached is None else f"<v>{cached}</v>"
            return f"{begin}><f>{escape(value[1:])}</f>{shown}</c>"
        return f'{begin} t="{kind}"><v>{escape(str(int(value) if kind == "b" else value))}</v></c>'

    def _text(self, value: str | CellRichText) -> str:
        if isinstance(value, str):
            return _text_element(value)
        return value.runs() if isinstance(value, MarkedText) else "".join(map(self._run, value))

    def _run(self, part: str | TextBlock) -> str:
        """Return a stretch of a text in letters of its own."""
        if isinstance(part, str):
            return f"<r>{_text_element(part)}</r>"
        key = id(part.font)
        if key not in self._fonts:
            properties: Any = part.font.to_tree("rPr")
            xml = etree.tostring(properties, encoding="unicode")
            self._fonts[key] = (part.font, xml)
        return f"<r>{self._fonts[key][1]}{_text_element(part.text)}</r>"

    def _link(self, link: Any, place: str) -> None:
        self.links += 1
        if link.target is not None:
            raise ValueError("links lead to places in the workbook only")
        tip = f" tooltip={quoteattr(link.tooltip)}" if link.tooltip else ""
        self._links.write(f'<hyperlink ref="{place}" location={quoteattr(link.location)}{tip}/>'.encode())

    def _comment(self, cell: Any, place: str) -> None:
        record = CommentRecord.from_cell(cell)
        record.ref = place
        frame: Any = self.ws
        frame._comments.append(record)


def _text_element(text: str) -> str:
    if "&" in text or "<" in text or ">" in text:
        text = escape(text)
    if text[:1].isspace() or text[-1:].isspace():
        return f'<t xml:space="preserve">{text}</t>'
    return f"<t>{text}</t>"
