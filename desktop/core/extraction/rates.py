"""What a unit is counted per, behind it: "/ha", "/m2/năm", "/100 nữ", "/bình 12 kg", " trên 1 vạn dân"."""

import re

from desktop.core.extraction.unit_words import (
    UnitClass,
    longest,
    not_nouns,
    packs,
    people,
    rated_words,
    skip_space,
    unit_words,
)

_SLASH = re.compile(r" ?/ ?")
_ROUND = re.compile(r"1[0.]* *(?=[^\W\d_])")
_OUT_OF = re.compile(r" +(?:tính +)?trên +(?:mỗi +|một +)?(?:(?P<number>1[0.]*) +)?(?=[^\W\d_])")
_SIZE = re.compile(r" +[0-9]{1,4}(?:[.,][0-9]{1,2})? *(?=[^\W\d_])")
_WORD = re.compile(r"[^\W\d_][^\W_]*(?:-[^\W\d_]+)*")
_MANY_DIGITS = 4


def rated_end(text: str, end: int) -> int:
    """Return the end of a unit at `end` of a folded text with what it is counted per."""
    while "/" in text[end : end + 2] and (slash := _SLASH.match(text, end)):
        start = slash.end()
        after = _end_of_rate(text, start)
        if after is None:
            break
        end = _size_end(text, after) if text[start:after] in packs() else after
    return end


def out_of_end(text: str, end: int) -> int:
    """Return the end of what is counted, at `end`, with how many people it is out of: " trên 1 vạn dân"."""
    many = _OUT_OF.match(text, end) if text.startswith(" t", end) else None
    if many is None:
        return end
    scale, start = longest(unit_words(), text, many.end())
    if scale and scale.is_scale:
        start = skip_space(text, start)
    elif len(many["number"] or "") >= _MANY_DIGITS:
        start = many.end()
    else:
        return end
    entry, after = longest(people(), text, start)
    return after if entry else end


def yearly_end(text: str, end: int) -> int:
    """Return the end of a percentage at `end` with the time it is told for: "%/năm"."""
    if "/" in text[end : end + 2] and (slash := _SLASH.match(text, end)):
        entry, after = longest(rated_words(), text, slash.end())
        if entry and entry.unit_class is UnitClass.TIME:
            return after
    return end


def noun_word(text: str, start: int) -> re.Match[str] | None:
    """Return the word at `start` that may be part of a noun, None where it cannot."""
    word = _WORD.match(text, start)
    return None if word is None or word[0] in not_nouns() else word


def _end_of_rate(text: str, start: int) -> int | None:
    if number := _ROUND.match(text, start):
        start = number.end()
    entry, end = longest(rated_words(), text, start)
    if entry:
        return end
    word = noun_word(text, start)
    return word.end() if word else None


def _size_end(text: str, end: int) -> int:
    """Return the end of a unit per pack with what is in the pack: "đồng/bình 12 kg"."""
    size = _SIZE.match(text, end)
    if size is None:
        return end
    entry, after = longest(unit_words(), text, size.end())
    is_unit = entry and entry.unit_class in (UnitClass.COUNT, UnitClass.MEASURE) and not entry.is_scale
    return after if is_unit else end
