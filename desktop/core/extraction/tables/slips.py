"""Slips of typing in headers and titles put right, so that one letter does not cost a column its meaning.

Only words that headers hang on are mended, and only where nothing else can be meant: a month's word beside
its number, "so với" before what is compared with. What the report says stays as it stands in the document.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache, partial

from desktop.core.extraction import lexicon

_WORD = re.compile(r"[^\W\d_]+")
_NUMBER_BEFORE = re.compile(r"(?<![0-9.,])(?:0?[1-9]|1[0-2])\s*$")
_NUMBER_BEHIND = re.compile(r"\s*(?:(?:0?[1-9]|1[0-2])(?![0-9]|[.,][0-9])|trước)")
_QUARTER_BEHIND = re.compile(r"\s*(?:IV|I{1,3})(?!\w)")
_YEAR_BEHIND = re.compile(r"\s*(?:19|20)[0-9]{2}(?![0-9])")
_COUNTRY_BEFORE = re.compile(r"(?:việt|miền|phía)\s*$", re.I)
_ROMAN = re.compile(r"IV|I{1,3}")
_UNITS_OF_TIME = ("tháng", "quý", "năm")
_WORDS_MOST = 4
_UNACCENTED = str.maketrans("đĐ", "dD")

_CONTEXTS = (
    (r"(?<=[12][09][0-9]{2})/(?=[0-9]{1,2}\s*tháng)", " / "),
    (r"(?<=[0-9)])(?=so\s*v[^\W\d_]{1,2}\b)", " "),
    (r"\bso\s*v(?:ới|ơi|ói|oi|ời|ởi|ợi|ớ|óơi|ưới)\s*(?=cùng|tháng|kế|quý|kỳ|năm|[^\w]|[0-9]|$)", "so với "),
    (r"\bso với(?:\s+(?:so\s+)?với\b)+", "so với"),
    (r"\bc[ùuúưừũ]n?g?\s*k[ỳyýỷỹịiìíỉ](?![^\W\d_])", "cùng kỳ"),
    (r"\b(năm|tháng|quý|kỳ|n[aâ]m)\s*tr[ưuứúừ][oơớóờởợ]?c(?![^\W\d_])", r"\1 trước"),
    (r"\bq(?:úy|úi|ui|uy|uỳ|uỷ|ùy)(?=\s*(?:iv|i{1,3}|[1-4])(?![^\W_]))", "quý"),
)
_MENDS = tuple((re.compile(pattern, re.I), meant) for pattern, meant in _CONTEXTS)


@lru_cache(maxsize=4096)
def mended(text: str) -> str:
    """Return the composed text of a header or title with evident slips of its structural words put right.

    >>> mended("Thágn 8 năm 2012 so vơi thang 7")
    'tháng 8 năm 2012 so với tháng 7'
    """
    for pattern, meant in _MENDS:
        text = pattern.sub(partial(_mend, meant), text)
    words = list(_WORD.finditer(text))
    pieces: list[str] = []
    at = place = 0
    while place < len(words):
        count, meant = _meant(text, words[place : place + _WORDS_MOST])
        if meant:
            pieces += (text[at : words[place].start()], meant)
            at = words[place + count - 1].end()
        place += count
    return "".join(pieces) + text[at:]


def _mend(meant: str, match: re.Match[str]) -> str:
    """Return what was meant, or what is written where that is right but for capitals and spaces."""
    said = match.expand(meant)
    is_glued = match.string[match.end() : match.end() + 1].isalnum()
    if said.split() != match[0].lower().split():
        return said if is_glued else said.rstrip()
    return match[0] + " " if is_glued and said[-1:].isspace() and not match[0][-1:].isspace() else match[0]


def _meant(text: str, words: Sequence[re.Match[str]]) -> tuple[int, str]:
    """Return how many words at a place belong together, and what they mean where they do not say it."""
    runs = list(_runs(text, words))
    for count, letters in runs:
        if meant := _phrases().get(letters):
            said = text[words[0].start() : words[count - 1].end()].lower()
            return count, "" if said.split() == meant.split() else meant
    for count, letters in reversed(runs):
        if meant := _slipped(letters):
            return count, meant
    if runs[0][1] in _UNITS_OF_TIME:
        return 1, ""
    for count, letters in runs[1::-1]:
        if count > 1 and any(word[0].lower() in _UNITS_OF_TIME for word in words[:count]):
            continue
        if meant := _beside_number(text, letters, words[0].start(), words[count - 1].end()):
            return count, meant
    return 1, ""


def _runs(text: str, words: Sequence[re.Match[str]]) -> Iterator[tuple[int, str]]:
    """Yield the letters of the first word, of the first two, and so on, until more than spaces parts them.

    A quarter's numeral is a word of its own, never a letter too much of another.
    """
    letters = ""
    for count, word in enumerate(words, start=1):
        if count > 1 and (_ROMAN.fullmatch(word[0]) or _ROMAN.fullmatch(words[count - 2][0])):
            return
        if count > 1 and not text[words[count - 2].end() : word.start()].isspace():
            return
        letters += word[0].lower()
        yield count, letters


def _beside_number(text: str, letters: str, start: int, end: int) -> str:
    """Return "tháng", "quý" or "năm" where letters like it stand beside a number that says so."""
    bare = _bare(letters)
    is_month = _is_near(bare, "thang") and letters not in lexicon.words("tables", "slip.no_months")
    if is_month and (_NUMBER_BEHIND.match(text, end) or _NUMBER_BEFORE.search(text, 0, start)):
        return "tháng"
    if _is_near(bare, "quy") and _QUARTER_BEHIND.match(text, end):
        return "quý"
    is_year = _is_near(bare, "nam") and letters not in lexicon.words("tables", "slip.no_years")
    is_year = is_year and (letters != "nam" or text[start].islower())
    if is_year and _YEAR_BEHIND.match(text, end) and not _COUNTRY_BEFORE.search(text, 0, start):
        return "năm"
    return ""


@lru_cache(maxsize=4096)
def _slipped(said: str) -> str:
    """Return the phrase that letters are one slip from, or are without its marks."""
    bare = _bare(said)
    near = (
        meant for letters, meant in _phrases().items() if _is_near(said, letters) or bare == _bare(letters)
    )
    return next(near, "")


@cache
def _phrases() -> dict[str, str]:
    """Return the phrases by their letters."""
    return {meant.replace(" ", ""): meant for meant in lexicon.words("tables", "slip.phrases")}


def _bare(word: str) -> str:
    """Return a word's letters without their marks."""
    parts = unicodedata.normalize("NFD", word.lower())
    return "".join(letter for letter in parts if not unicodedata.combining(letter)).translate(_UNACCENTED)


def _is_near(word: str, meant: str) -> bool:
    """Tell whether two words are one slip apart: a letter more, less, other, or two that changed places."""
    if word == meant:
        return True
    if len(word) == len(meant):
        unlike = [place for place, (a, b) in enumerate(zip(word, meant, strict=True)) if a != b]
        if len(unlike) == 1:
            return True
        first = unlike[0]
        return unlike == [first, first + 1] and word[first : first + 2] == meant[first : first + 2][::-1]
    longer, shorter = (word, meant) if len(word) > len(meant) else (meant, word)
    return len(longer) - len(shorter) == 1 and any(
        longer[:place] + longer[place + 1 :] == shorter for place in range(len(longer))
    )
