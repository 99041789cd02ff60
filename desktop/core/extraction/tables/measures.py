"""Units as tables write them: in a column of their own, in brackets, or once for the whole table."""

import re
from functools import cache, lru_cache

from desktop.core.extraction import lexicon
from desktop.core.extraction.passages import fold

_BRACKETED = re.compile(r"\(([^()]{1,40})\)")
_LONGEST_UNIT_CHARACTERS = 60
_PERCENT_WORDS = re.compile(r"%|‰")
_SEPARATORS = re.compile(r"\s*(?:;|,|\+|\bvà\b)\s*")


@lru_cache(maxsize=8192)
def is_unit(text: str) -> bool:
    """Tell whether `text` is a unit and nothing else: "Nghìn ha", "tạ/ha", "%", "Triệu HK.km"."""
    if len(text) > _LONGEST_UNIT_CHARACTERS:
        return False
    lower = fold(" ".join(text.split())).strip(" .:")
    return _unit().fullmatch(lower) is not None and not lower.replace(".", "").isdigit()


def is_ditto(lower: str) -> bool:
    """Tell whether a folded text stands for the unit above it."""
    return lower in lexicon.words("tables", "unit.dittos")


@lru_cache(maxsize=8192)
def unit_in_brackets(text: str) -> str:
    """Return the last unit that stands in brackets in `text`, or ""."""
    units = [match[1].strip() for match in _BRACKETED.finditer(text) if is_unit(match[1])]
    return units[-1] if units else ""


def without_units(text: str) -> str:
    """Return `text` without the units in brackets."""
    return " ".join(_BRACKETED.sub(lambda match: " " if is_unit(match[1]) else match[0], text).split())


@lru_cache(maxsize=8192)
def unit_statement(text: str) -> tuple[str, ...]:
    """Return the units that a table states for itself: "Đơn vị tính: Nghìn tấn, triệu USD" has two."""
    said = text.strip(" ()")
    match = _statement().match(fold(said))
    rest = said[match.end() :].strip(" :.") if match else said
    parts = tuple(part for part in _SEPARATORS.split(rest) if part)
    if parts and all(is_unit(part) for part in parts):
        return parts
    return (rest,) if match and rest and len(rest) <= 40 else ()


def is_percent(unit: str) -> bool:
    """Tell whether a unit counts hundredths or thousandths."""
    return _PERCENT_WORDS.search(unit) is not None


def is_money(unit: str) -> bool:
    """Tell whether a unit is a sum of money."""
    return _currency().search(fold(unit)) is not None


def unit_for(units: tuple[str, ...], column: str) -> str:
    """Return which of the table's units a column of levels has, by the column's own words."""
    levels = [unit for unit in units if not is_percent(unit)] or list(units)
    if len(levels) < 2:
        return levels[0] if levels else ""
    if says("unit.quantity", column):
        return next((unit for unit in levels if not is_money(unit)), levels[0])
    if says("unit.money", column):
        return next((unit for unit in levels if is_money(unit)), levels[0])
    return ""


@lru_cache(maxsize=8192)
def says(key: str, text: str) -> bool:
    """Tell whether `text` has a word of the list `key` of tables.toml."""
    return _word_of(key).search(fold(text)) is not None


@cache
def _unit() -> re.Pattern[str]:
    scales = lexicon.any_of("tables", "unit.scales")
    names = lexicon.any_of(
        "units", "measure.names", "money.names", "money.short", "count.nouns", "times.words", "percent.points"
    )
    own = lexicon.any_of("tables", "unit.names")
    plan = lexicon.any_of("tables", "plan.words")
    per = r"(?: ?/ ?(?:[0-9.]+ )?[^\W\d]+[23]?(?: [^\W\d]+){0,3}){0,2}"
    return re.compile(
        rf"(?!{plan} năm)(?:(?:{scales} *)*(?:{own}|{names})(?: {own})?{per}|(?:{scales} ?){{1,2}}|%(?: ?/[\w ]+| gdp)?|‰)"
    )


@cache
def _statement() -> re.Pattern[str]:
    return re.compile(lexicon.any_of("tables", "unit.statements") + r"(?: *:|(?= )|$)")


@cache
def _currency() -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.any_of('tables', 'unit.currency')}\b")


@cache
def _word_of(key: str) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.any_of('tables', key)}\b")
