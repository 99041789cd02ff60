"""The words of a PDF in Unicode: those of the old fonts decoded, soft hyphens left out of the others."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop.core.readers.legacy_letters import SHARE_IN_OLD_FILES, SOFT_HYPHEN, LegacyLetters
from desktop.core.readers.pdf_words import PdfWord


def in_unicode(words_by_page: Sequence[list[PdfWord]]) -> list[list[PdfWord]]:
    """Return the words of each page as they are to be read."""
    texts = (word.text.replace(SOFT_HYPHEN, "") for words in words_by_page for word in words)
    letters = LegacyLetters(texts, SHARE_IN_OLD_FILES)
    return [list(_read(words, letters)) for words in words_by_page]


def _read(words: Sequence[PdfWord], letters: LegacyLetters) -> Iterator[PdfWord]:
    for word in words:
        if word.text.isascii():
            yield word
        elif text := letters.decode(word.text).replace(SOFT_HYPHEN, ""):
            yield word if text == word.text else replace(word, text=text)
