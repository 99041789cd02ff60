"""Units as tables write them: in a column of their own, in brackets, or once for the whole table."""

import re
from functools import cache, lru_cache

from desktop.core.extraction import lexicon
from desktop.core.extraction.passages import fold

_BRACKETED = re.compile(r"[(\[]([^()\[\]]{1,40})[)\]]")
_PARTED_OFF = re.compile(r"(?:,|;|:|\s[-–])\s*([^,;:]{1,40})$")
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
    units = [unit for match in _BRACKETED.finditer(text) if (unit := _unit_said(match[1]))]
    return units[-1] if units else ""


@lru_cache(maxsize=8192)
def unit_of_name(text: str) -> str:
    """Return the unit that a title or a label ends with, or "".

    It stands in brackets ("Thép (Nghìn tấn)", "Thép [ĐVT: tấn]", "Chè (tỷ đồng, giá hiện hành)"), or behind a
    comma or a dash ("Điện, triệu kWh") where it is too much of a unit to be anything else.
    """
    if unit := unit_in_brackets(text):
        return unit
    for match in _BRACKETED.finditer(text):
        said = next((part for part in _SEPARATORS.split(match[1].strip()) if _is_surely_unit(part)), "")
        if said:
            return said
    tail = _PARTED_OFF.search(text)
    return tail[1].strip(" .") if tail and _is_surely_unit(tail[1]) else _unit_stated(text)


def without_units(text: str) -> str:
    """Return `text` without the units in brackets."""
    return " ".join(_BRACKETED.sub(lambda match: " " if _unit_said(match[1]) else match[0], text).split())


def _unit_said(text: str) -> str:
    """Return the unit that a text in brackets is, with or without "ĐVT:" before it, or ""."""
    return text.strip() if is_unit(text) else _unit_stated(text)


def _unit_stated(text: str) -> str:
    """Return the unit behind "ĐVT:", or ""."""
    match = _statement_within().search(fold(text))
    rest = text[match.end() :].strip(" .") if match else ""
    return rest if rest and is_unit(rest) else ""


def _is_surely_unit(text: str) -> bool:
    """Tell whether a text is a unit and no name as well: scaled, of two measures, or one of the usual."""
    lower = fold(" ".join(text.split())).strip(" .")
    is_usual = lower in lexicon.words("tables", "unit.usual") or "/" in lower
    return (is_usual or _scaled().match(lower) is not None) and is_unit(text)


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
        rf"(?!{plan} năm)"
        rf"(?:(?:{scales} *)*(?:{own}|{names})(?: {own})?{per}|(?:{scales} ?){{1,2}}|%(?: ?/[\w ]+| gdp)?|‰)"
    )


@cache
def _scaled() -> re.Pattern[str]:
    return re.compile(lexicon.any_of("tables", "unit.scales") + r"(?![^\W\d_])")


@cache
def _statement() -> re.Pattern[str]:
    return re.compile(lexicon.any_of("tables", "unit.statements") + r"(?: *:|(?= )|$)")


@cache
def _statement_within() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){lexicon.any_of('tables', 'unit.statements')} *:")


@cache
def _currency() -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.any_of('tables', 'unit.currency')}\b")


@cache
def _word_of(key: str) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.any_of('tables', key)}\b")
