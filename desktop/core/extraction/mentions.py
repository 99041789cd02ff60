"""Numbers in a passage with their units: single, as ranges, fractions, or amounts of two units."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from desktop.core.extraction import lexicon, numbers, units
from desktop.core.extraction.numbers import NUMBER, NumberStyle
from desktop.core.extraction.passages import Passage, fold
from desktop.core.extraction.set_aside import Aside, is_covered
from desktop.core.extraction.units import Unit, UnitClass
from desktop.core.figures import Value


@dataclass(frozen=True, slots=True)
class Mention:
    """A number from its sign through its unit, [start, end) of a passage.

    `digits` is where its first digit stands; `is_signed` that a plus or minus was written;
    `is_sure` that its separators allow one reading only, `other` the second reading where there is one.
    """

    start: int
    digits: int
    end: int
    value: Value
    unit: Unit
    is_signed: bool = False
    is_sure: bool = True
    other: Decimal | None = None


_SPACED = re.compile(r"[1-9][0-9]{0,2}(?:[ \u00a0][0-9]{3})+(?![0-9]|[.,/][0-9])")
_FRACTION = re.compile(
    r"([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,5})/([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,5})(?![0-9/]|[.,][0-9])"
)
_SIGN = re.compile(r"(?:(?<=[(\s:])|^)[+\-−–]\s?$")
_RANGE_LINK = re.compile(r" ?(?:-|–|÷) ?| +(?:đến|tới|-) +")
_MONEY_POWER = 6
_THOUSAND = 3
_AND_LINK = re.compile(r" +")


def mentions_of(passage: Passage, asides: Sequence[Aside], style: NumberStyle) -> list[Mention]:
    """Return the numbers of the passage that no aside covers, in text order."""
    found: list[Mention] = []
    position = 0
    starts = [aside.start for aside in asides]
    while match := NUMBER.search(passage.text, position):
        position = match.end()
        if is_covered(asides, starts, *match.span()):
            continue
        mention = _mention_at(passage, match.start(), style)
        found.append(mention)
        position = max(mention.end, position)
    return _settled(_joined(found, passage))


def _settled(found: list[Mention]) -> list[Mention]:
    """Return the mentions with numbers that can be read two ways read like their neighbours.

    Of two readings that is likelier which lies nearer, by orders of magnitude, to the numbers of the same
    unit that can be read one way only.
    """
    if all(mention.other is None for mention in found):
        return found
    sure: dict[str, list[Decimal]] = {}
    for mention in found:
        if mention.other is None and mention.value.of is None and mention.value.number > 0:
            sure.setdefault(fold(mention.unit.text), []).append(mention.value.number)
    return [_like_neighbours(mention, sure.get(fold(mention.unit.text), ())) for mention in found]


def _like_neighbours(mention: Mention, others: Sequence[Decimal]) -> Mention:
    if mention.other is None or not others or not mention.unit.text:
        return mention
    first, second = (min(_apart(number, other) for other in others) for number in _readings(mention))
    if second + 1 < first:
        return replace(mention, value=Value(mention.other), other=mention.value.number)
    return mention


def _readings(mention: Mention) -> tuple[Decimal, Decimal]:
    return mention.value.number, mention.other or mention.value.number


def _apart(one: Decimal, other: Decimal) -> float:
    """Return how many orders of magnitude lie between two numbers."""
    return abs(float((abs(one) / other).log10())) if one and other else 0.0


def _mention_at(passage: Passage, start: int, style: NumberStyle) -> Mention:
    if match := _FRACTION.match(passage.text, start):
        unit = units.unit_at(passage, match.end())
        number, of = (Decimal(part.replace(".", "")) for part in match.groups())
        if of:
            value = Value(number, of=of)
            return Mention(start, start, unit.end, value, unit)
    if match := _SPACED.match(passage.text, start):
        unit = units.unit_at(passage, match.end())
        value = Value(numbers.join_thousands(re.split(r"[ \u00a0]", match[0])))
        return Mention(start, start, unit.end, value, unit, is_sure=False)
    return _signed(passage, _plain(passage, start, style))


def _plain(passage: Passage, start: int, style: NumberStyle) -> Mention:
    end = start + len(numbers.digits_at(passage.text, start))
    written, unit = passage.text[start:end], units.unit_at(passage, end)
    is_percent = unit.unit_class in (UnitClass.PERCENT, UnitClass.POINT, UnitClass.TIMES)
    if unit.power < _MONEY_POWER:
        style = replace(style, mixes_marks=False)
    number = numbers.read_number(written, style, is_percent=is_percent, is_count=unit.is_count)
    return Mention(
        start, start, unit.end, Value(number.value), unit, is_sure=number.is_sure, other=number.other
    )


def _signed(passage: Passage, mention: Mention) -> Mention:
    sign = _SIGN.search(passage.text, max(0, mention.start - 4), mention.start)
    if not sign or sign.start() == 0 or (sign[0][-1].isspace()):
        return mention
    value = mention.value
    if sign[0].strip() != "+":
        value = Value(-value.number)
    return replace(mention, start=sign.start(), value=value, is_signed=True)


def _joined(found: list[Mention], passage: Passage) -> list[Mention]:
    """Return the mentions with ranges and amounts of two units made one."""
    joined: list[Mention] = []
    for mention in found:
        if joined and (whole := _range(joined[-1], mention, passage) or _sum(joined[-1], mention, passage)):
            joined[-1] = whole
        else:
            joined.append(mention)
    return joined


def _range(first: Mention, second: Mention, passage: Passage) -> Mention | None:
    """Return "20-25%", "từ 5 đến 7 ha" as one mention."""
    low, high = first.value, second.value
    link = _RANGE_LINK.fullmatch(passage.lower, first.end, second.start)
    is_single = low.high is None and high.high is None and low.of is None and high.of is None
    if second.is_signed and first.end == second.start:
        link, high = _RANGE_LINK.match("-"), Value(abs(high.number))
    is_same_unit = second.unit.text.lower().startswith(first.unit.text.lower())
    if not link or not is_single or not is_same_unit:
        return None
    low_number = _scaled_like(first, second, passage)
    if low_number >= high.number:
        return None
    return replace(
        second,
        start=first.start,
        digits=first.digits,
        value=Value(low_number, high=high.number),
        is_signed=False,
        is_sure=first.is_sure and second.is_sure,
    )


def _scaled_like(first: Mention, second: Mention, passage: Passage) -> Decimal:
    """Return the first number, read again under the second's unit where it has none of its own."""
    if first.unit.text or first.value.number.as_tuple().exponent != 0:
        return first.value.number
    written = numbers.digits_at(passage.text, first.digits)
    is_percent = second.unit.unit_class is UnitClass.PERCENT
    return numbers.read_number(written, is_percent=is_percent).value


def _sum(first: Mention, second: Mention, passage: Passage) -> Mention | None:
    """Return "12 tỷ 300 triệu đồng" as 12.3 tỷ đồng, "12 tấn 450 kg" as 12.45 tấn: one number, one unit."""
    is_single = first.value.high is None and second.value.high is None and second.value.of is None
    if not is_single or not _AND_LINK.fullmatch(passage.lower, first.end, second.start):
        return None
    whole = _sum_of_parts(first, second) or _sum_of_scales(first, second)
    if whole is None:
        return None
    value, unit = whole
    start, digits = first.start, first.digits
    return replace(second, start=start, digits=digits, value=Value(value), unit=unit, is_sure=False)


def _sum_of_parts(first: Mention, second: Mention) -> tuple[Decimal, Unit] | None:
    parts: dict[str, int] = lexicon.table("units")["parts"]
    many = parts.get(f"{first.unit.text} {second.unit.text}".lower())
    if many is None:
        return None
    return first.value.number + second.value.number / many, replace(first.unit, end=second.unit.end)


def _sum_of_scales(first: Mention, second: Mention) -> tuple[Decimal, Unit] | None:
    """Return the sum of amounts whose scale words differ, in the larger unit; "2 nghìn 150 tỷ" is 2150 tỷ."""
    is_bare_scale = first.unit.power and len(first.unit.text.split()) == 1
    if not is_bare_scale or second.unit.unit_class is not UnitClass.MEASURE:
        return None
    if first.unit.power == _THOUSAND and second.unit.power >= _MONEY_POWER:
        return first.value.number.scaleb(_THOUSAND) + second.value.number, second.unit
    if first.unit.power <= second.unit.power:
        return None
    measured = second.unit.text.split()
    rest = (measured[1:] if second.unit.power else measured) or ["đồng"]
    share = second.value.number.scaleb(second.unit.power - first.unit.power)
    text = " ".join([first.unit.text, *rest])
    unit = replace(second.unit, text=text, power=first.unit.power, start=first.unit.start)
    return first.value.number + share, unit
