"""The words of a PDF in Unicode: those in old letters decoded, soft hyphens left out of the others.

The .VnTime fonts show "ư" where Unicode has the soft hyphen, which the text of a PDF mostly leaves out.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from desktop.core.lettering.change import applied
from desktop.core.lettering.encoding import Encoding
from desktop.core.lettering.lettering import Lettering
from desktop.core.lettering.letters import Letters
from desktop.core.lettering.words import word_changes
from desktop.core.readers.pdf_words import SOFT_HYPHEN, PdfWord
from desktop.core.wordlists.loading import word_lists

_SAME_LINE_IN_HEIGHTS = 0.3
_WIDEST_SPACE_IN_HEIGHTS = 1.5
_SYLLABLE = re.compile(r"[^\W\d_]+")


def in_unicode(
    words_by_page: Sequence[list[PdfWord]], chosen: Encoding | None = None
) -> tuple[list[list[PdfWord]], Lettering]:
    """Return the words of each page as they are to be read, and what was made of their letters."""
    texts = [word.text for words in words_by_page for word in words]
    letters = Letters(texts, chosen=chosen)
    is_lost = Encoding.TCVN3 in letters.found and not any(SOFT_HYPHEN in text for text in texts)
    read = [list(_read(words, letters, is_lost=is_lost)) for words in words_by_page]
    return read, letters.lettering()


def _read(words: Sequence[PdfWord], letters: Letters, *, is_lost: bool) -> Iterator[PdfWord]:
    for run in _runs(words):
        decoded = _decoded(run, letters)
        is_old = is_lost and any(word.text != text for word, text in zip(run, decoded, strict=True))
        for word, text in zip(run, decoded, strict=True):
            restored = _with_lost_letters(word.text, text) if is_old else text
            if shown := restored.replace(SOFT_HYPHEN, ""):
                yield word if shown == word.text else replace(word, text=shown)


def _decoded(run: Sequence[PdfWord], letters: Letters) -> Sequence[str]:
    """Return the words of a line, each judged by those beside it."""
    line = " ".join(word.text for word in run)
    decoded = letters.decode(line).split(" ")
    return decoded if len(decoded) == len(run) else [letters.decode(word.text) for word in run]


def _with_lost_letters(word: str, text: str) -> str:
    """Return a word of an old line, decoded as `text`, with its lost letters; "níc" is "nước" there."""
    if word == text and not text.isascii():
        old = applied(word, word_changes(word, Encoding.TCVN3, 0))
        restored = _SYLLABLE.sub(_restored, old)
        return restored if restored != old else text
    return _SYLLABLE.sub(_restored, text)


def _runs(words: Sequence[PdfWord]) -> Iterator[list[PdfWord]]:
    """Yield the words that stand side by side, which are mostly of one font."""
    run: list[PdfWord] = []
    for word in words:
        if run and not _is_beside(run[-1], word):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _is_beside(before: PdfWord, word: PdfWord) -> bool:
    is_level = abs(before.middle - word.middle) <= _SAME_LINE_IN_HEIGHTS * before.height
    return is_level and abs(word.box.x0 - before.box.x1) <= _WIDEST_SPACE_IN_HEIGHTS * before.height


def _restored(match: re.Match[str]) -> str:
    """Return a syllable with the "ư" that it cannot be without."""
    syllable = match[0]
    lower = syllable.lower()
    is_initial = syllable == "T" or match.string[match.end() : match.end() + 1] == "."
    whole = None if is_initial else _lost("lost_words").get(lower)
    if whole is None:
        rimes = _lost("lost_rimes")
        found = next((rime for rime in rimes if lower.endswith(rime)), None)
        if found is None or lower[: -len(found)].endswith("ư"):
            return syllable
        whole = lower[: -len(found)] + rimes[found]
    if len(syllable) > 1 and syllable.isupper():
        return whole.upper()
    return whole.capitalize() if syllable[0].isupper() else whole


@cache
def _lost(group: str) -> dict[str, str]:
    """Return a list of the letters' file, by what is left of each word or rime."""
    return dict(word_lists().table("tcvn3")[group])
