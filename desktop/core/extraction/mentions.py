"""Numbers in a passage with their units: in digits or words, single, as ranges, fractions, or amounts."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from desktop.core.extraction import lexicon, numbers, units
from desktop.core.extraction.habits import number_of_unit
from desktop.core.extraction.joined_mentions import joined
from desktop.core.extraction.mention import Mention
from desktop.core.extraction.number_words import number_of
from desktop.core.extraction.numbers import NUMBER, NumberStyle
from desktop.core.extraction.passages import Passage
from desktop.core.extraction.second_readings import settled
from desktop.core.extraction.set_aside import Aside
from desktop.core.extraction.units import Unit, UnitClass
from desktop.core.extraction.worded import WordedNumber, half_after, worded_in
from desktop.core.figures import Value
from desktop.core.sections import LedgerKind

__all__ = ["Mention", "mentions_of"]

_SPACED = re.compile(r"[1-9][0-9]{0,2}(?:[ \u00a0][0-9]{3})+(?![0-9]|[.,/][0-9])")
_FRACTION = re.compile(
    r"([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,5})(,[0-9]{1,2})?/"
    r"([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,5})(,[0-9]{1,2})?(?![0-9/]|[.,][0-9])"
)
_SIGNS = frozenset("+-−–")
_BEFORE_SIGN = frozenset(" (:")
_NEAR = 12
_BRACKET_BEHIND = re.compile(r" ?\((?P<inside>[^()]{1,40})\) ?(?=[^\W\d_])")
_DIGIT = re.compile("[0-9]")
_SHARE_BEFORE = re.compile(r"[0-9]{1,3} ?% \($")
_BRACKET_ENDS = re.compile(r"\) (?=[^\W\d_])")
_ENDS_RANGE = re.compile(r" ?- ?| +(?:đến|tới) +")


def mentions_of(passage: Passage, asides: Sequence[Aside], style: NumberStyle) -> list[Mention]:
    """Return the numbers of the passage that no aside covers, in text order."""
    found = joined(_with_halves(_in_digits(passage, asides, style), passage), passage)
    in_words = worded_in(passage)
    if in_words:
        found = _with_words(found, in_words, asides)
    return settled(found, style)


def _in_digits(passage: Passage, asides: Sequence[Aside], style: NumberStyle) -> list[Mention]:
    found: list[Mention] = []
    position, index, text = 0, 0, passage.text
    while match := NUMBER.search(text, position):
        start, position = match.span()
        while index < len(asides) and asides[index].end <= start:
            index += 1
        is_aside = index < len(asides) and asides[index].start < position
        if is_aside and not _ends_range(found, asides[index], start, passage):
            continue
        mention = _mention_at(passage, match, style)
        found.append(mention)
        position = max(mention.end, position)
    return found


def _ends_range(found: Sequence[Mention], aside: Aside, start: int, passage: Passage) -> bool:
    """Tell whether a duration that was set aside ends a range whose beginning was not: "từ 5 đến 7 ngày"."""
    if aside.kind is not LedgerKind.PERIOD or not found or found[-1].unit.text:
        return False
    return _ENDS_RANGE.fullmatch(passage.lower, found[-1].end, start) is not None


def _mention_at(passage: Passage, match: re.Match[str], style: NumberStyle) -> Mention:
    start, end = match.span()
    behind = passage.text[end : end + 1]
    if behind == "/" and (fraction := _FRACTION.match(passage.text, start)):
        number, of = (_decimal(fraction[i], fraction[i + 1]) for i in (1, 3))
        if of and (number <= of or not (fraction[2] or fraction[4])):
            return _with_unit(passage, start, fraction.end(), Value(number, of=of))
    if behind == " " and (spaced := _SPACED.match(passage.text, start)):
        value = Value(numbers.join_thousands(spaced[0].split()))
        return _with_unit(passage, start, spaced.end(), value, is_sure=False)
    return _plain(passage, match, style)


def _decimal(whole: str, decimals: str | None) -> Decimal:
    return Decimal(whole.replace(".", "") + (decimals or "").replace(",", "."))


def _with_unit(passage: Passage, start: int, end: int, value: Value, *, is_sure: bool = True) -> Mention:
    unit = _unit_behind(passage, start, end)
    return Mention(start, start, max(unit.end, end), value, unit, is_sure=is_sure)


def _plain(passage: Passage, match: re.Match[str], style: NumberStyle) -> Mention:
    start, end = match.span()
    unit = _unit_behind(passage, start, end)
    number = number_of_unit(match[0], unit, style)
    begin = _sign_before(passage.text, start)
    sign = -1 if begin < start and passage.text[begin] != "+" else 1
    other = None if number.other is None else Value(sign * number.other)
    value = Value(sign * number.value)
    return Mention(begin, start, max(unit.end, end), value, unit, begin < start, number.is_sure, other)


def _sign_before(text: str, start: int) -> int:
    """Return where the sign of the number at `start` stands, `start` where it has none.

    A dash with a space behind it opens an item, but in brackets it is a minus: "(- 1,64%)".
    """
    at = start - 1
    if at > 0 and text[at] in _SIGNS:
        return at if text[at - 1] in _BEFORE_SIGN else start
    if at > 1 and text[at] == " " and text[at - 1] in _SIGNS and text[at - 2] == "(":
        return at - 1
    return start


def _unit_behind(passage: Passage, start: int, end: int) -> Unit:
    """Return the unit of a number at [start, end), which may stand behind a bracket: "12/15 (80%) xã"."""
    unit = units.unit_at(passage, end)
    if unit.unit_class is not UnitClass.NONE or "(" not in passage.text[max(0, start - 1) : end + 2]:
        return unit
    bracket = _BRACKET_BEHIND.match(passage.lower, end)
    if bracket and not (_DIGIT.search(bracket["inside"]) or number_of(bracket["inside"].split())):
        bracket = None
    if bracket is None and _SHARE_BEFORE.search(passage.text, max(0, start - _NEAR), start):
        bracket = _BRACKET_ENDS.match(passage.text, end)
    behind = units.unit_at(passage, bracket.end()) if bracket else unit
    if behind.unit_class is not UnitClass.COUNT:
        return unit
    return replace(behind, start=end, end=end)


def _with_halves(found: Sequence[Mention], passage: Passage) -> list[Mention]:
    """Return the mentions with the "rưỡi" behind their units added: "2 tỷ rưỡi" is 2.5 tỷ."""
    if not any(word in passage.lower for word in lexicon.words("worded", "parts.half")):
        return [*found]
    return [_with_half(mention, passage) for mention in found]


def _with_half(mention: Mention, passage: Passage) -> Mention:
    end = mention.digits + len(numbers.digits_at(passage.text, mention.digits))
    half = half_after(passage, end)
    if half is None or mention.value.of is not None:
        return mention
    value = Value(mention.value.number + half.adds)
    return replace(mention, end=half.end, value=value, unit=half.unit)


def _with_words(
    found: Sequence[Mention], in_words: Sequence[WordedNumber], asides: Sequence[Aside]
) -> list[Mention]:
    """Return the mentions and, where nothing else stands, the numbers in words, in text order."""
    taken = sorted([(m.start, m.end) for m in found] + [(aside.start, aside.end) for aside in asides])
    starts = [start for start, _ in taken]
    mentions = [*found]
    for worded in in_words:
        end = max(worded.end, worded.unit.end)
        before = bisect_left(starts, end)
        if before == 0 or taken[before - 1][1] <= worded.start:
            mentions.append(Mention(worded.start, worded.start, end, worded.value, worded.unit))
    return sorted(mentions, key=lambda mention: mention.start)
