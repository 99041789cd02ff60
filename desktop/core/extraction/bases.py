"""Bases left out by parallel construction: taken from the words before, behind, or the subject before."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from desktop.core.extraction.comparison import Comparison, base_in
from desktop.core.extraction.mentions import Mention
from desktop.core.extraction.passages import Passage
from desktop.core.extraction.periods import Span
from desktop.core.extraction.units import UnitClass
from desktop.core.figures import Base, Kind

_AFTER_LEVEL = re.compile(r"(?:đồng|usd|tấn|ha|kwh|vốn),? (?:mới |chỉ |ước )?(?:đạt|bằng) $")
_PRICES = re.compile(r"\b(?:cpi|chỉ số giá|giá tiêu dùng|nhóm hàng|lạm phát)\b")


@dataclass(frozen=True, slots=True)
class Compared:
    """A number of a sentence with its subject and what its own words made of it."""

    mention: Mention
    comparison: Comparison
    subject: str


@dataclass(slots=True)
class Carrying:
    """The bases that the last subject was held against, in order, for the sentences that follow."""

    sequence: list[Base] = field(default_factory=list)
    attained: Base | None = None


def with_bases(
    sentence: Sequence[Compared], passage: Passage, begin: int, carrying: Carrying, report: Span | None
) -> list[Comparison]:
    """Return the comparisons of a sentence, which begins at `begin`, with every base filled in."""
    lead = base_in(passage.lower[begin : sentence[0].mention.start], report) if sentence else None
    current: list[Base] = []
    subject = sentence[0].subject if sentence else ""
    filled: list[Comparison] = []
    kinds = [item.comparison.kind for item in sentence if item.comparison.kind in (Kind.CHANGE, Kind.RATIO)]
    if kinds and kinds[0] is Kind.CHANGE:
        # A list of rises and falls: what equals something in it is no attainment.
        carrying.attained = None
    for index, item in enumerate(sentence):
        if item.subject != subject:
            carrying.sequence, current, subject = current or carrying.sequence, [], item.subject
        comparison = _attained_like_before(item, passage, carrying)
        if comparison.kind in (Kind.CHANGE, Kind.RATIO):
            base = comparison.base
            if base is None:
                base = lead or _left_out(sentence, index, current, carrying.sequence, passage, report)
                comparison = replace(comparison, base=base, certainty=comparison.certainty * 0.9)
            if base not in (Base.PLAN, Base.OTHER):
                current.append(base)
        filled.append(comparison)
    carrying.sequence = current or carrying.sequence
    return filled


def _attained_like_before(item: Compared, passage: Passage, carrying: Carrying) -> Comparison:
    """Return a bare "bằng 85,6%", "đạt 65,8%" as an attainment where the number before was one."""
    comparison = item.comparison
    if comparison.kind is Kind.RATIO and comparison.base is not None:
        carrying.attained = comparison.base
    is_open = comparison.kind is Kind.RATIO and comparison.base is None
    if carrying.attained is not None and item.mention.unit.unit_class is UnitClass.PERCENT:
        before = passage.lower[max(0, item.mention.start - 24) : item.mention.start]
        is_bare = comparison.kind is Kind.SHARE and carrying.attained is Base.PLAN
        if is_open or (is_bare and _AFTER_LEVEL.search(before)):
            return Comparison(Kind.RATIO, carrying.attained, certainty=0.7)
    return comparison


def _left_out(
    sentence: Sequence[Compared],
    index: int,
    current: Sequence[Base],
    sequence: Sequence[Base],
    passage: Passage,
    report: Span | None,
) -> Base:
    item = sentence[index]
    is_times = item.mention.unit.unit_class is UnitClass.TIMES
    if item.comparison.kind is Kind.RATIO and not current and not sequence:
        return Base.OTHER if is_times else Base.NONE
    if shared := _shared_behind(sentence, index, passage, is_parallel=bool(sequence)):
        return shared
    if current and len(sequence) <= len(current):
        return current[-1]
    if _is_monthly_price(item, passage, report):
        return Base.PREVIOUS
    waiting = sum(1 for other in sentence[index:] if _waits(other, item.subject))
    if len(sequence) > 1 and len(current) + waiting >= len(sequence):
        return sequence[min(len(current), len(sequence) - 1)]
    if sequence:
        return sequence[-1]
    return Base.PREVIOUS if report is not None and report.is_year else Base.SAME_PERIOD


def _waits(other: Compared, subject: str) -> bool:
    is_compared = other.comparison.kind in (Kind.CHANGE, Kind.RATIO)
    return is_compared and other.subject == subject and other.comparison.base is None


def _shared_behind(
    sentence: Sequence[Compared], index: int, passage: Passage, *, is_parallel: bool
) -> Base | None:
    """Return the base behind a later number of the same clause: "tăng 5% về lượng và 7% về giá so với …"."""
    item, position = sentence[index], sentence[index].mention.end
    for other in sentence[index + 1 :]:
        between = passage.lower[position : other.mention.start]
        if ";" in between or re.search(r"\.(?= )", between):
            return None
        if other.comparison.base is not None and other.comparison.kind is item.comparison.kind:
            if other.comparison.base in (Base.PLAN, Base.OTHER):
                return None
            return other.comparison.base if other.subject == item.subject or not is_parallel else None
        position = other.mention.end
    return None


def _is_monthly_price(item: Compared, passage: Passage, report: Span | None) -> bool:
    if report is None or report.is_year:
        return False
    before = passage.lower[max(0, item.mention.start - 60) : item.mention.start]
    if "bình quân" in re.split(r"[.;]", before)[-1]:
        return False
    return bool(_PRICES.search(item.subject.lower()) or _PRICES.search(passage.lower))
