"""Slips of typing in headers and titles put right, so that one letter does not cost a column its meaning.

Only words that headers hang on are mended, and only where nothing else can be meant: a month's word beside its
number, "so với" before what is compared with. What the report says stays as it stands in the document.
"""

import re
import unicodedata
from functools import partial

_MONTH = "thang"
_MONTH_WORD = re.compile(r"(?<![^\W\d_])t[^\W\d_]{2,6}(?![^\W\d_])", re.I)
_NUMBER_BEFORE = re.compile(r"(?<![0-9.,])(?:0?[1-9]|1[0-2])\s*$")
_NUMBER_BEHIND = re.compile(r"\s*(?:(?:0?[1-9]|1[0-2])(?![0-9]|[.,][0-9])|trước)")
_OTHER_WORDS = frozenset(("tăng", "trang", "thành", "thanh", "tháng", "tang"))
_UNACCENTED = str.maketrans("đĐ", "dD")

_CONTEXTS = (
    (r"(?<=[12][09][0-9]{2})/(?=[0-9]{1,2}\s*tháng)", " / "),
    (r"(?<=[0-9)])(?=so\s*v[^\W\d_]{1,2}\b)", " "),
    (r"\bso\s*v(?:ới|ơi|ói|oi|ời|ởi|ợi|ớ|óơi|ưới)\s*(?=cùng|tháng|kế|quý|kỳ|năm|[^\w]|[0-9]|$)", "so với "),
    (r"\bso với(?:\s+(?:so\s+)?với\b)+", "so với"),
    (r"\bc[ùuúưừũ]n?g?\s*k[ỳyýỷỹịiìíỉ](?![^\W\d_])", "cùng kỳ"),
    (r"\b(năm|tháng|quý|kỳ|n[aâ]m)\s*tr[ưuứúừ][oơớóờởợ]?c(?![^\W\d_])", r"\1 trước"),
    (r"\bq(?:úy|úi|ui|uy|uỳ|uỷ|ùy)(?=\s*(?:iv|i{1,3}|[1-4])(?![^\W_]))", "quý"),
    (r"\b[uưú][ớợờo]c\s+t[ií]nh(?![^\W\d_])", "ước tính"),
)
_MENDS = tuple((re.compile(pattern, re.I), meant) for pattern, meant in _CONTEXTS)


def mended(text: str) -> str:
    """Return the composed text of a header or title with evident slips of its structural words put right.

    >>> mended("Thágn 8 năm 2012 so vơi thang 7")
    'tháng 8 năm 2012 so với tháng 7'
    """
    text = _MONTH_WORD.sub(_month, text)
    for pattern, meant in _MENDS:
        text = pattern.sub(partial(_mend, meant), text)
    return text


def _mend(meant: str, match: re.Match[str]) -> str:
    """Return what was meant, or what is written where that is right but for capitals and spaces."""
    said = match.expand(meant)
    return match[0] if said.split() == match[0].lower().split() else said


def _month(match: re.Match[str]) -> str:
    word, text = match[0], match.string
    if word.lower() in _OTHER_WORDS or not _is_near(_bare(word), _MONTH):
        return word
    is_beside_number = _NUMBER_BEHIND.match(text, match.end()) or _NUMBER_BEFORE.search(text, 0, match.start())
    return "tháng" if is_beside_number else word


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
