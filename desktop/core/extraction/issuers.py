"""Offices as letterheads name them ("UBND TỈNH …", "CỤC THỐNG KÊ …", "SỞ …"), and the place of each."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from desktop.core.extraction import lexicon
from desktop.core.extraction.passages import fold
from desktop.core.extraction.provinces import known_province, province_in, spelled_out

_LONGEST = 200
_BEFORE = re.compile(r"(?:(?:tm|kt|tl|tuq)[. ]+|\W+)")
_NAME = re.compile(r"[\w'’.-]+(?: (?:- )?[\w'’.-]+){0,3}$")
_COUNTRY = "việt nam"
_PROVINCE = "tỉnh"


@dataclass(frozen=True, slots=True)
class Office:
    """An office as it is usually written, without its place; `place` is "tỉnh Đồng Nai", "tỉnh" or ""."""

    name: str
    place: str = ""
    is_national: bool = False

    @property
    def province(self) -> str:
        """Return the province of an office whose place names one, else ""."""
        kind, _, name = self.place.partition(f"{_PROVINCE} ")
        return name if name and not kind else province_in(self.place)


def office_of(line: str) -> Office | None:
    """Return the office that a line of a letterhead names, None for any other line."""
    composed = unicodedata.normalize("NFC", line[:_LONGEST]).strip()
    folded = fold(composed)
    begin = match.end() if (match := _BEFORE.match(folded)) else 0
    if found := _pattern().match(folded, begin):
        name, rest = _usual()[found[0]], composed[found.end() :].strip(" ,-–.:")
        is_national = name in lexicon.table("offices")["office"]["national"]
        if not rest or fold(rest) == _COUNTRY:
            return Office(name, is_national=is_national)
        if place := _place_of(rest):
            return Office(name, place)
        is_named = composed.isupper() and composed[found.end()] == " " and _NAME.match(rest)
        return Office(f"{name} {_sentence_case(rest, 0)}") if is_named else None
    if composed.isupper() and (found := _generic().match(folded, begin)):
        return Office(_sentence_case(composed[begin:]))
    return None


def names_office(line: str) -> bool:
    """Tell whether a line names an office and nothing else."""
    return len(line) <= _LONGEST and office_of(line) is not None


def place_of(line: str) -> str:
    """Return the place that a line of a letterhead names and nothing else ("TỈNH PHÚ SƠN"), else ""."""
    return _place_of(unicodedata.normalize("NFC", line[:_LONGEST]).strip(" ,-–.:"))


def _place_of(rest: str) -> str:
    folded = fold(rest)
    if found := _types().match(folded):
        kind, name = _kind_of_place()[found[0].strip()], rest[found.end() :].strip()
        if not name:
            return kind
        usual = known_province(name)
        if usual:
            return usual[0].lower() + usual[1:] if fold(usual).startswith(kind) else f"{kind} {usual}"
        is_name = _NAME.match(name) and all(
            word[0].isupper() or not word[0].isalpha() for word in name.split()
        )
        return f"{kind} {spelled_out(name)}" if is_name else ""
    return known_province(rest)


def _sentence_case(name: str, capitals: int = 1) -> str:
    """Return a name in capitals with `capitals` of them left at its beginning, and those of its province."""
    lower = name[:capitals] + name[capitals:].lower()
    province = province_in(name)
    at = fold(name).find(fold(province)) if province else -1
    return lower if at < 0 else lower[:at] + province + lower[at + len(province) :]


@cache
def _usual() -> Mapping[str, str]:
    """Return the usual name of an office by every folded spelling."""
    table = lexicon.table("offices")["office"]
    usual = {name: name for key in ("local", "national") for name in table[key]}
    usual |= {way: name for name, ways in table["short"].items() for way in ways}
    return {fold(unicodedata.normalize("NFC", way)): name for way, name in usual.items()}


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(_usual(), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, names))})(?![\w&])")


@cache
def _generic() -> re.Pattern[str]:
    return re.compile(rf"{lexicon.any_of('offices', 'office.generic')} +(?=[^\W\d_])")


@cache
def _kind_of_place() -> Mapping[str, str]:
    """Return the kind of place by its folded words, as they are alone and as they are before a name."""
    words = [(kind, way) for kind, ways in lexicon.table("offices")["place"].items() for way in ways]
    return {fold(way + name)[: len(way)]: kind for kind, way in words for name in ("", " x")}


@cache
def _types() -> re.Pattern[str]:
    kinds = sorted(_kind_of_place(), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, kinds))})(?:\s+|$|(?<=[.·]))")
