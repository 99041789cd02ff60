"""The provinces by their names, as they are today and as they were before July 2025."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache

from desktop.core.extraction import lexicon
from desktop.core.extraction.passages import fold

_NAMED = re.compile(r"(?<![^\W_])tỉnh +(?=\S)")
_CAPITAL_WORDS = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)?")
_LEAST_MENTIONS = 2
_LONGEST_BEFORE = 12
_BEFORE_NAME = re.compile(r"(?:tỉnh|thành phố|tp[.·]?|địa bàn|toàn) ?$")


def province_in(text: str) -> str:
    """Return the first province that a heading, a letterhead or a title names, "" where it names none.

    A name that is not in the list counts where "tỉnh" stands before it.
    """
    composed = unicodedata.normalize("NFC", text)
    for name, _ in _mentions(composed):
        return name
    return next(_unknown(composed), "")


def province_most_named(text: str) -> str:
    """Return the province that a report is about by what it names most, "" where it is about none.

    A name counts where "tỉnh" or the like stands before it at least once, so that a place of an article on
    the whole country is not taken for what it is about.
    """
    composed = unicodedata.normalize("NFC", text)
    mentions = list(_mentions(composed))
    counted = Counter(name for name, _ in mentions) or Counter(_unknown(composed))
    if not counted:
        return ""
    name, count = counted.most_common(1)[0]
    is_told = not mentions or (name, True) in mentions
    return name if is_told and count >= _LEAST_MENTIONS and count * 2 > counted.total() else ""


def known_province(name: str) -> str:
    """Return how a province is usually written, "" for a name that is none."""
    return _usual().get(fold(unicodedata.normalize("NFC", name)).strip(), "")


def spelled_out(name: str) -> str:
    """Return a name in capitals as it is written within a sentence: "TÂN HẢI" as "Tân Hải"."""
    return " ".join(word[:1] + word[1:].lower() for word in name.split()) if name.isupper() else name


def _mentions(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the provinces a text names, and whether it says that they are such."""
    folded = fold(text)
    for match in _pattern().finditer(folded):
        start, last = match.start(), match.start() + match[0].rfind(" ") + 1
        is_city = match[0].startswith(("tp", "thành phố"))
        if text[last].isupper() and (is_city or text[start].isupper()):
            before = folded[max(0, start - _LONGEST_BEFORE) : start]
            yield _usual()[match[0]], is_city or _BEFORE_NAME.search(before) is not None


def _unknown(text: str) -> Iterator[str]:
    for match in _NAMED.finditer(fold(text)):
        name = _CAPITAL_WORDS.match(text, match.end())
        if name and " " in name[0] and all(word[0].isupper() for word in name[0].split()):
            yield spelled_out(name[0])


@cache
def _usual() -> Mapping[str, str]:
    """Return the usual name by every folded spelling."""
    tables = lexicon.table("offices")["province"]
    spelled = [
        (name, way) for table in tables.values() for name, ways in table.items() for way in (name, *ways)
    ]
    return {fold(unicodedata.normalize("NFC", way)): name for name, way in spelled}


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(_usual(), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w| dương\b)")
