"""The record's fonts, which the program brings along, and texts made of letters that they have.

Liberation Serif has every Vietnamese letter; its licence lies beside it (resources/fonts/OFL.txt).
"""

import unicodedata
from functools import cache
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

import resources

REGULAR, BOLD, ITALIC = "LiberationSerif", "LiberationSerif-Bold", "LiberationSerif-Italic"
MISSING = "\u25a1"
"""Stands for a letter that the font does not have, an emoji for instance."""

_FILES = {REGULAR: "LiberationSerif-Regular", BOLD: "LiberationSerif-Bold", ITALIC: "LiberationSerif-Italic"}


@cache
def load_fonts() -> None:
    """Let the record be written in the program's fonts."""
    for name, file in _FILES.items():
        pdfmetrics.registerFont(TTFont(name, str(resources.path(f"fonts/{file}.ttf"))))
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=ITALIC, boldItalic=BOLD)


def plain_text(text: str, most: int = 0) -> str:
    """Return `text` on one line in letters of the font, composed, cut to `most` letters where that is given.

    What the font has no letter for becomes a white square; marks that join emoji or show nothing go away.
    """
    letters = _letters()
    line = " ".join(unicodedata.normalize("NFC", text).split())
    shown = "".join(
        letter if ord(letter) in letters else MISSING
        for letter in line
        if unicodedata.category(letter) not in ("Cc", "Cf", "Mn") or ord(letter) in letters
    )
    return shown if not most or len(shown) <= most else shown[: most - 1].rstrip() + "…"


def markup(text: str, most: int = 0) -> str:
    """Return `text` as plain_text does, to stand in a paragraph with markup."""
    return escape(plain_text(text, most))


@cache
def _letters() -> frozenset[int]:
    load_fonts()
    bidi = set(range(0x200B, 0x2010)) | set(range(0x202A, 0x202F)) | set(range(0x2060, 0x2070)) | {0xFEFF}
    return frozenset(pdfmetrics.getFont(REGULAR).face.charToGlyph) - bidi - set(range(0x20)) - {0x7F}
