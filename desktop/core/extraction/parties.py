"""Countries, places and firms: parts of what was told of a whole."""

import re
from functools import lru_cache

from desktop.core.extraction import phrases
from desktop.core.extraction.mention import Mention
from desktop.core.extraction.naming_context import Context
from desktop.core.extraction.subjects import fold
from desktop.core.extraction.units import COUNTED, UnitClass

_PARTY_OPENS = re.compile(r"[,;:.]| (?:là|gồm|như|và|với|đến là|theo là) ")
_AT_PLACE = re.compile(
    r"(?P<what>.{3,60}?)(?: (?:tập trung|chủ yếu|nhất|nhiều))* (?:tại|ở|sang|từ) "
    r"(?!.* (?:tại|ở|sang|từ) )"
)
_EVERYWHERE = re.compile(r" (?:của )?(?:toàn cầu|thế giới|cả nước|toàn tỉnh|toàn quốc|cả tỉnh)$")
_SPACES = re.compile("  +")
_KEPT_WORDS = 2
_LISTED_PARTY_WORDS = 4
_NAME_WORDS = re.compile(r"[^\W\d_]+")
_PARTY_WORDS = 7


@lru_cache(maxsize=512)
def is_party(name: str) -> bool:
    """Tell a proper name, with "thị trường", "huyện", "công ty" and the like before it or not."""
    kind = phrases.party_kind().match(fold(name))
    bare = name[kind.end() :] if kind else name
    if _SPACES.sub(" ", fold(bare)) in phrases.parties():
        return True
    words = _NAME_WORDS.findall(bare) if bare[:1].isupper() else []
    if not words or len(words) > _PARTY_WORDS:
        return False
    is_proper = all(word[0].isupper() and (len(word) == 1 or word[1:].islower()) for word in words)
    return is_proper and (len(words) > 1 or kind is not None)


def of_party(own: str, mention: Mention, context: Context) -> str:
    """Return a mere country, place or firm with what was told of all: "Hoa Kỳ" after "xuất khẩu gạo"."""
    noun = without_scale(mention) if mention.unit.unit_class in COUNTED else ""
    name = own.removesuffix(noun).strip() if noun else own
    unit = fold(mention.unit.text.split()[-1]) if mention.unit.text else ""
    if not is_party(name):
        if len(own.split()) > 1:
            context.whole, context.whole_unit = _without_party(_without_place(own)), unit
            if not (context.in_list or context.aside_of or context.is_part):
                context.main_whole = context.whole, context.whole_unit
        return own
    is_part = mention.unit.unit_class is UnitClass.PERCENT or context.whole_unit in (unit, "")
    if not is_part or not context.whole or name in context.whole:
        return own
    return f"{_EVERYWHERE.sub('', context.whole)} {name}"


def _without_place(own: str) -> str:
    """Return what is told of a place without it: "các vụ cháy" of "các vụ cháy tại thành phố Huế"."""
    folded = fold(own)
    has_place = " tại " in folded or " ở " in folded or " sang " in folded or " từ " in folded
    at = _AT_PLACE.match(folded) if has_place else None
    if at and is_party(own[at.end() :]):
        return own[: at.end("what")]
    words = own.split()
    first = len(words)
    while first > _KEPT_WORDS and words[first - 1][0].isupper():
        first -= 1
    return " ".join(words[:first]) if first < len(words) and is_party(" ".join(words[first:])) else own


def _without_party(own: str) -> str:
    """Return what is told of a part of the people without it: "dân số" of "dân số thành thị"."""
    words = own.split()
    if len(words) <= _KEPT_WORDS or fold(words[-1]) not in phrases.last_words("subject.parties"):
        return own
    for first in range(max(_KEPT_WORDS, len(words) - _LISTED_PARTY_WORDS), len(words)):
        if fold(" ".join(words[first:])) in phrases.parties():
            return " ".join(words[:first])
    return own


def party_before(tail: str) -> str:
    """Return the country, place or firm at the end of the words before a bracket: "huyện Ea Súp (96,5%)"."""
    last = _PARTY_OPENS.split(tail)[-1].strip()
    return last if is_party(last) else ""


def without_scale(mention: Mention) -> str:
    if not mention.unit.power:
        return mention.unit.text
    return " ".join(mention.unit.text.split()[1:]) or mention.unit.text
