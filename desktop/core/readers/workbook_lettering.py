"""The old letters of a workbook: by the fonts of its cells, and what is in no old font judged by sheet."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from desktop.core.lettering.composing import composed
from desktop.core.lettering.encoding import Encoding
from desktop.core.lettering.lettering import Lettering, joined
from desktop.core.lettering.letters import Letters
from desktop.core.readers.archives import Archive
from desktop.core.readers.cell_fonts import CellFonts
from desktop.core.readers.workbook_fonts import fonts_by_sheet
from desktop.core.readers.workbook_record_fonts import record_fonts

Place = tuple[int, int]
_Rows = Iterable[tuple[int, Iterable[tuple[int, object]]]]


class SheetLetters:
    """Decodes the texts of one sheet, having seen them all."""

    def __init__(self, letters: Letters, fonts: Mapping[Place, CellFonts]) -> None:
        self.letters = letters
        self._fonts = fonts

    def decode(self, row: int, column: int, text: str) -> str:
        """Return the text of the cell at `row` and `column`, from 0, in Unicode."""
        fonts = self._fonts.get((row, column))
        decoded = self.letters.decode(text, fonts.spans(text) if fonts else ())
        return decoded if decoded.isascii() else composed(decoded)


class WorkbookLetters:
    """Decodes the sheets of one workbook; `chosen` is the encoding that the user says it has.

    `archive` is the workbook in `data` opened, None for an .xls.
    """

    def __init__(
        self,
        data: bytes,
        archive: Archive | None,
        name: str,
        sheet_names: Sequence[str],
        chosen: Encoding | None,
    ) -> None:
        self._fonts = _fonts(data, archive, name, sheet_names)
        self._expected = _encodings(self._fonts)
        self._chosen = chosen
        self._sheets: list[Letters] = []

    def of_sheet(self, name: str, rows: _Rows) -> SheetLetters:
        """Return what decodes the sheet of this name; `rows` has its values by row and column, from 0."""
        fonts = self._fonts.get(name, {})
        texts = _texts_in_no_old_font(rows, fonts)
        self._sheets.append(Letters(texts, chosen=self._chosen, expected=self._expected))
        return SheetLetters(self._sheets[-1], fonts)

    def lettering(self) -> Lettering:
        """Return what was made of the letters of all sheets."""
        return joined(sheet.lettering() for sheet in self._sheets)


def _fonts(
    data: bytes, archive: Archive | None, name: str, sheet_names: Sequence[str]
) -> Mapping[str, Mapping[Place, CellFonts]]:
    if archive is None:
        return dict(zip(sheet_names, record_fonts(data), strict=False))
    return fonts_by_sheet(archive, name)


def _encodings(fonts: Mapping[str, Mapping[Place, CellFonts]]) -> frozenset[Encoding]:
    return frozenset(
        letters.encoding
        for cells in fonts.values()
        for cell in set(cells.values())
        for letters in (cell.letters, *(run.letters for run in cell.runs))
        if letters is not None
    )


def _texts_in_no_old_font(rows: _Rows, fonts: Mapping[Place, CellFonts]) -> Iterator[str]:
    for row, values in rows:
        for column, value in values:
            if not isinstance(value, str) or not value:
                continue
            cell = fonts.get((row, column))
            if cell is None:
                yield value
            else:
                yield from _outside(value, cell)


def _outside(text: str, cell: CellFonts) -> Iterator[str]:
    at = 0
    for span in cell.spans(text):
        yield text[at : span.start]
        at = span.end
    yield text[at:]
