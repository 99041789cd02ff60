"""The words of a PDF in Unicode: those of the old fonts decoded, soft hyphens left out of the others.

The old fonts show "ư" where Unicode has the soft hyphen, which the text of a PDF mostly leaves out.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from desktop.core.readers.legacy_letters import SHARE_IN_OLD_FILES, SOFT_HYPHEN, LegacyLetters
from desktop.core.readers.pdf_words import PdfWord
from desktop.core.wordlists.loading import word_lists

_SAME_LINE_IN_HEIGHTS = 0.3
_WIDEST_SPACE_IN_HEIGHTS = 1.5
_SYLLABLE = re.compile(r"[^\W\d_]+")


def in_unicode(words_by_page: Sequence[list[PdfWord]]) -> list[list[PdfWord]]:
    """Return the words of each page as they are to be read."""
    texts = [word.text for words in words_by_page for word in words]
    letters = LegacyLetters((text.replace(SOFT_HYPHEN, "") for text in texts), SHARE_IN_OLD_FILES)
    is_lost = not letters.is_plain and not any(SOFT_HYPHEN in text for text in texts)
    return [list(_read(words, letters, is_lost=is_lost)) for words in words_by_page]


def _read(words: Sequence[PdfWord], letters: LegacyLetters, *, is_lost: bool) -> Iterator[PdfWord]:
    if letters.is_plain and not any(SOFT_HYPHEN in word.text for word in words):
        yield from words
        return
    for run in _runs(words):
        line = " ".join(word.text for word in run)
        decoded = letters.decode(line)
        for word, text in zip(run, decoded.split(" "), strict=True):
            shown = text.replace(SOFT_HYPHEN, "")
            if is_lost and (decoded != line or not letters.is_plain):
                shown = _SYLLABLE.sub(_restored, shown)
            if shown:
                yield word if shown == word.text else replace(word, text=shown)


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
