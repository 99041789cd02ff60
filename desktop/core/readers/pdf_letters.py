"""The words of a PDF in Unicode: those in old letters decoded, soft hyphens left out of the others."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop.core.lettering.encoding import Encoding
from desktop.core.lettering.lettering import Lettering
from desktop.core.lettering.letters import Letters
from desktop.core.readers.pdf_words import SOFT_HYPHEN, PdfWord


def in_unicode(
    words_by_page: Sequence[list[PdfWord]], chosen: Encoding | None = None
) -> tuple[list[list[PdfWord]], Lettering]:
    """Return the words of each page as they are to be read, and what was made of their letters."""
    letters = Letters((word.text for words in words_by_page for word in words), chosen=chosen)
    read = [list(_read(words, letters)) for words in words_by_page]
    return read, letters.lettering()


def _read(words: Sequence[PdfWord], letters: Letters) -> Iterator[PdfWord]:
    for word in words:
        if text := letters.decode(word.text).replace(SOFT_HYPHEN, ""):
            yield word if text == word.text else replace(word, text=text)
