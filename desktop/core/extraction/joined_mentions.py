"""Numbers that belong together made one: ranges, amounts of two units, "cứ 10 hộ thì có 9 hộ"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from desktop.core.extraction import lexicon
from desktop.core.extraction.mention import Mention
from desktop.core.extraction.passages import Passage, fold
from desktop.core.extraction.units import COUNTED, Unit, UnitClass
from desktop.core.figures import Value

_RANGE_LINK = re.compile(r" ?[-÷] ?| +(?:đến|tới) +(?:(?:khoảng|gần|hơn|trên|dưới) +)?")
_FROM = re.compile(r"\btừ(?: +(?:khoảng|gần|hơn|trên|dưới))? +$")
_EVERY = re.compile(r"\bcứ(?: +(?:mỗi|trung bình|bình quân))? +$")
_HAS = re.compile(r"[^.;:()]{0,60}\bcó(?: +(?:đến|tới|khoảng|hơn|gần|trên|dưới|trung bình|bình quân)){0,2} +")
_NEAR = 20
_MOST_APART = 80
_MONEY_POWER = 6
_THOUSAND = 3


def joined(found: Sequence[Mention], passage: Passage) -> list[Mention]:
    """Return the mentions with those that tell one amount made one."""
    whole: list[Mention] = []
    for mention in found:
        one = _one(whole[-1], mention, passage) if whole else None
        if one:
            whole[-1] = one
        else:
            whole.append(mention)
    return whole


def _one(first: Mention, second: Mention, passage: Passage) -> Mention | None:
    """Return two neighbours as one mention, or None where each stands for itself."""
    if second.start - first.end > _MOST_APART or second.value.of is not None:
        return None
    if first.value.high is not None or second.value.high is not None or first.value.of is not None:
        return None
    gap = passage.lower[first.end : second.start]
    if not gap.strip():
        return _dashed(first, second, gap) or (_sum(first, second) if gap else None)
    if _RANGE_LINK.fullmatch(gap):
        return _range(first, second, second.value.number, is_from=_is_from(first, passage))
    return _of_every(first, second, gap, passage)


def _is_from(mention: Mention, passage: Passage) -> bool:
    return _FROM.search(passage.lower, max(0, mention.start - _NEAR), mention.start) is not None


def _dashed(first: Mention, second: Mention, gap: str) -> Mention | None:
    """Return "100 -300 tỷ đồng", whose dash looks like a sign, as a range."""
    is_dash = second.is_signed and second.value.number < 0 and len(gap) < len("  ")
    return _range(first, second, abs(second.value.number)) if is_dash and not first.unit.text else None


def _range(first: Mention, second: Mention, high: Decimal, *, is_from: bool = False) -> Mention | None:
    """Return "20-25%", "từ 5 đến 7 ha", "từ 500 kg đến 1 tấn" as one mention in the second's unit."""
    if second.unit.text.lower().startswith(first.unit.text.lower()):
        low: Decimal | None = _scaled_like(first, second)
    else:
        low = _converted(first, second.unit) if is_from else None
    if low is None or low >= high:
        return None
    first_other, second_other = first.other or first.value, second.other or second.value
    other = Value(first_other.number, high=second_other.number)
    has_other = (first.other or second.other) and other.number < second_other.number
    return Mention(
        first.start,
        first.digits,
        second.end,
        Value(low, high=high),
        second.unit,
        is_sure=first.is_sure and second.is_sure,
        other=other if has_other else None,
    )


def _scaled_like(first: Mention, second: Mention) -> Decimal:
    """Return the first number, read like a percentage where the second says that it is one."""
    is_percent = second.unit.unit_class is UnitClass.PERCENT
    if is_percent and not first.unit.text and first.other is not None:
        return min(first.value.number, first.other.number)
    return first.value.number


def _converted(first: Mention, unit: Unit) -> Decimal | None:
    """Return the first number in another unit of the same kind: 800 triệu in tỷ đồng is 0.8."""
    own, wanted = first.unit.text.lower().split(), unit.text.lower().split()
    if first.unit.power and unit.power and own[1:] in ([], wanted[1:]):
        return first.value.number.scaleb(first.unit.power - unit.power)
    many = _parts(unit, first.unit)
    return None if many is None else first.value.number / many


def _parts(whole: Unit, part: Unit) -> int | None:
    """Return how many of a smaller unit make a larger one, None where they have nothing to do."""
    parts: dict[str, int] = lexicon.table("units")["parts"]
    return parts.get(f"{whole.text} {part.text}".lower())


def _sum(first: Mention, second: Mention) -> Mention | None:
    """Return "12 tỷ 300 triệu đồng" as 12.3 tỷ đồng, "12 tấn 450 kg" as 12.45 tấn: one number, one unit."""
    whole = _sum_of_parts(first, second) or _sum_of_scales(first, second)
    if whole is None:
        return None
    value, unit = whole
    return Mention(first.start, first.digits, second.end, Value(value), unit, first.is_signed, is_sure=False)


def _sum_of_parts(first: Mention, second: Mention) -> tuple[Decimal, Unit] | None:
    many = _parts(first.unit, second.unit)
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


def _of_every(first: Mention, second: Mention, gap: str, passage: Passage) -> Mention | None:
    """Return "cứ 10 hộ thì có 9 hộ" as 9/10, "cứ 100 bé gái có 112 bé trai" as 112 bé trai/100 bé gái."""
    begin = max(0, first.start - _NEAR)
    is_every = "cứ" in passage.lower[begin : first.start] and _EVERY.search(passage.lower, begin, first.start)
    if not is_every or first.unit.unit_class not in COUNTED or not _HAS.fullmatch(gap):
        return None
    per, value, unit = first.value.number, second.value.number, second.unit
    if fold(unit.text) == fold(first.unit.text) or not unit.text:
        if value > per:
            return None
        whole = Value(value, of=per)
        unit = replace(first.unit, end=second.end)
    else:
        written = passage.text[first.digits : first.unit.end]
        whole, unit = Value(value), replace(unit, text=f"{unit.text}/{written}")
    return Mention(first.start, first.digits, second.end, whole, unit)
