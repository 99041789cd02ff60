"""PDFs with a text layer: words with boxes, lines joined to paragraphs, tables, repeated lines set apart."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import pypdfium2
import pypdfium2.raw as pdfium

from desktop.core.documents import Document
from desktop.core.errors import RefusalCode, refuse
from desktop.core.lettering.encoding import Encoding
from desktop.core.readers.pdf_below import continued
from desktop.core.readers.pdf_beside import joined
from desktop.core.readers.pdf_furniture import furniture_of
from desktop.core.readers.pdf_letters import in_unicode
from desktop.core.readers.pdf_lines import lines_of
from desktop.core.readers.pdf_rules import Grid, Rule, drawn_on
from desktop.core.readers.pdf_sheets import RawSheet, arranged
from desktop.core.readers.pdf_tables import PdfTable, ruled_table
from desktop.core.readers.pdf_words import PdfWord, Shown, words_of
from desktop.core.readers.pdf_writing import written

SCANNED_SHARE = 0.5
MAX_CHARACTERS_ON_SCANS = 500
_PICTURE_SHARE = 0.5

_Measured = tuple[Shown, list[PdfWord], list[Grid], tuple[Rule, ...]]


def open_pdf(data: bytes, name: str) -> pypdfium2.PdfDocument:
    """Return the PDF in `data`, to be closed by the caller; raise RefusedError if it does not open."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        is_locked = getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD
        raise refuse(RefusalCode.ENCRYPTED if is_locked else RefusalCode.DAMAGED, name) from error
    if not len(document):
        document.close()
        raise refuse(RefusalCode.DAMAGED, name)
    return document


def read_pdf(
    data: bytes, name: str, on_progress: Callable[[], None], chosen: Encoding | None = None
) -> Document:
    """Return the document of a PDF; raise RefusedError if it has a password or no text layer."""
    pdf = open_pdf(data, name)
    try:
        measured = list(_measured(pdf, name, on_progress))
        words_by_page, lettering = in_unicode([words for _, words, _, _ in measured], chosen)
        raw = list(_raw_sheets(measured, words_by_page, on_progress))
        if _is_scan(pdf, raw):
            raise refuse(RefusalCode.NO_TEXT_LAYER, name)
    finally:
        pdf.close()
    furniture = furniture_of([(sheet.height, sheet.rows) for sheet in raw])
    raw, furniture = continued(*joined(raw, furniture))
    sheets = [arranged(sheet, indices) for sheet, indices in zip(raw, furniture, strict=True)]
    on_progress()
    return replace(written(sheets), lettering=lettering)


def _raw_sheets(
    measured: Sequence[_Measured], words_by_page: Sequence[list[PdfWord]], on_progress: Callable[[], None]
) -> Iterator[RawSheet]:
    for number, ((shown, _, grids, rules), words) in enumerate(zip(measured, words_by_page, strict=True), 1):
        yield replace(_raw_sheet(number, shown, words, grids), rules=rules)
        on_progress()


def _measured(pdf: pypdfium2.PdfDocument, name: str, on_progress: Callable[[], None]) -> Iterator[_Measured]:
    """Yield what is on each page: how it is shown, its words as they are, and the grids drawn on it."""
    for index in range(len(pdf)):
        try:
            page = pdf[index]
        except pypdfium2.PdfiumError as error:
            raise refuse(RefusalCode.DAMAGED, name) from error
        shown = Shown(page)
        words = words_of(page, shown)
        yield shown, words, *(drawn_on(page, shown) if words else ([], ()))
        page.close()
        on_progress()


def _raw_sheet(number: int, shown: Shown, words: list[PdfWord], grids: Sequence[Grid]) -> RawSheet:
    tables: list[PdfTable] = []
    for grid in grids:
        table, words = ruled_table(grid, words)
        tables += [table] if table is not None else []
    return RawSheet(number, shown.width, shown.height, tuple(tables), tuple(lines_of(words)))


def _is_scan(pdf: pypdfium2.PdfDocument, sheets: list[RawSheet]) -> bool:
    """Tell whether there is no text, or no more than a stamp on pages that are pictures."""
    characters = sum(len(row.text) for sheet in sheets for row in sheet.rows)
    if any(sheet.tables for sheet in sheets):
        return False
    if not characters or characters > MAX_CHARACTERS_ON_SCANS:
        return not characters
    pictures = sum(_is_picture(pdf[sheet.number - 1]) for sheet in sheets)
    return pictures >= SCANNED_SHARE * len(sheets)


def _is_picture(page: pypdfium2.PdfPage) -> bool:
    width, height = page.get_size()
    for image in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE]):
        left, bottom, right, top = image.get_bounds()
        if (right - left) * (top - bottom) >= _PICTURE_SHARE * width * height:
            return True
    return False
