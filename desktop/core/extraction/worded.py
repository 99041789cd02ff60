"""Numbers in a passage that are written in words, where they count or measure something.

Precision goes before completeness: number words are a figure only before a listed unit, as a fraction or as a
multiple; dates, ordinals, names and vague amounts are left alone. Word lists: resources/lexicon/worded.toml.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from desktop.core.extraction import lexicon
from desktop.core.extraction import worded_patterns as patterns
from desktop.core.extraction.number_words import number_of, number_words, power_of_last
from desktop.core.extraction.passages import Passage, fold
from desktop.core.extraction.units import Unit, UnitClass, unit_at
from desktop.core.figures import Value


@dataclass(frozen=True, slots=True)
class WordedNumber:
    """A number in words, [start, end) in a passage's characters, written out in full: "hai tỷ" is 2000000000.

    `unit` stands behind the words ("phần trăm", "hộ"), inside them ("hai lần rưỡi") or, where they imply
    it ("gấp đôi"), nowhere: then it is empty at `end`. A fraction of a whole has no unit. `is_ratio` says
    that "gấp" stands before the words.
    """

    start: int
    end: int
    value: Value
    unit: Unit
    is_ratio: bool = False


@dataclass(frozen=True, slots=True)
class Half:
    """A "rưỡi" behind a number in digits: `adds` goes to it, `unit` is its unit with "rưỡi" left out."""

    adds: Decimal
    unit: Unit
    end: int


@dataclass(frozen=True, slots=True)
class _Spelled:
    """Words of a passage at [start, end) that spell a number."""

    start: int
    end: int
    words: tuple[str, ...]
    number: Decimal

    @property
    def is_digit(self) -> bool:
        """Tell whether it is the name of a digit alone."""
        return len(self.words) == 1 and self.words[0] not in number_words().ten


_WORD = re.compile(r"[^ ]+")
_WINDOW = 48
_HALF = Decimal("0.5")
_MOST_OF = 99
_TWENTY = 20
_COUNTING = (UnitClass.PERCENT, UnitClass.POINT, UnitClass.TIMES, UnitClass.MEASURE, UnitClass.COUNT)
_HALVED = (UnitClass.MEASURE, UnitClass.TIMES, UnitClass.TIME)
_SENTENCE_BEGIN = re.compile(r"(?:^|[^\w,\s])\s*$")


def worded_in(passage: Passage, *, singles: bool = False) -> list[WordedNumber]:
    """Return the numbers in words that count or measure something, in text order.

    `singles` adds lone digits before counted things ("khởi tố hai vụ"), where the words around state a count.
    """
    if not _may_have(passage.lower, singles=singles):
        return []
    found = sorted(_all_in(passage, singles=singles), key=lambda worded: worded.start)
    return [
        worded
        for index, worded in enumerate(found)
        if index == 0 or worded.start >= max(found[index - 1].end, found[index - 1].unit.end)
    ]


def may_have_words(passage: Passage) -> bool:
    """Tell quickly whether a passage may hold a number in words."""
    return _may_have(passage.lower, singles=False)


def half_after(passage: Passage, position: int) -> Half | None:
    """Return the half told by "rưỡi" behind the unit at `position`, where a number in digits ends."""
    match = patterns.scale_and_half().match(passage.lower, position)
    if match:
        return _half_of_scale(passage, match)
    unit = unit_at(passage, position)
    half = _half_of_unit(passage, unit)
    return Half(_HALF, unit, half.end()) if half else None


def _half_of_scale(passage: Passage, match: re.Match[str]) -> Half:
    start, end = match.span("scale")
    scale, power = passage.text[start:end], number_words().powers.get(match["scale"], 2)
    unit = unit_at(passage, match.end())
    if unit.power or unit.unit_class not in _COUNTING:
        return Half(_HALF, Unit(start, end, scale, UnitClass.MEASURE, power), match.end())
    whole = replace(unit, start=start, text=f"{scale} {unit.text}", power=power)
    return Half(_HALF, whole, unit.end)


def _half_of_unit(passage: Passage, unit: Unit) -> re.Match[str] | None:
    """Return the "rưỡi" behind a unit that can be halved: "hai tấn rưỡi"."""
    if unit.unit_class not in _HALVED or unit.power:
        return None
    return patterns.half_word().match(passage.lower, unit.end)


def _may_have(text: str, *, singles: bool) -> bool:
    """Tell quickly whether a folded text may hold a number in words: most passages do not."""
    for word in patterns.rare_words():
        if word in text:
            return True
    if patterns.pair().search(text):
        return True
    return singles and patterns.lone_digit().search(text) is not None


def _all_in(passage: Passage, *, singles: bool) -> Iterator[WordedNumber]:
    text = passage.lower
    if any(word in text for word in lexicon.words("worded", "half.word")):
        yield from _halves_in(passage)
    if any(word in text for word in lexicon.words("worded", "multiple.before")):
        yield from _doubles_in(passage)
    yield from _spelled_in(passage, singles=singles)


def _spelled_in(passage: Passage, *, singles: bool) -> Iterator[WordedNumber]:
    position = 0
    for match in patterns.run().finditer(passage.lower):
        spelled = _spelled(passage.lower, *match.span())
        if spelled is None or spelled.start < position or not _may_count(passage, spelled):
            continue
        worded = _fraction(passage, spelled) or _pair_of(passage, spelled) or _counting(passage, spelled)
        if worded is None and singles:
            worded = _single(passage, spelled)
        if worded:
            yield worded
            position = worded.end


def _spelled(text: str, start: int, end: int) -> _Spelled | None:
    """Return the number that the words at [start, end) spell, without a year before or behind them."""
    years, beginnings = number_words().years, number_words().beginnings
    spans = [word.span() for word in _WORD.finditer(text, start, end)]
    words = [text[begin:end] for begin, end in spans]
    if len(words) > 1 and words[0] in years and words[1] in beginnings:
        words, spans = words[1:], spans[1:]
    number = number_of(words)
    if number is None and len(words) > 1 and words[-1] in years:
        words, spans = words[:-1], spans[:-1]
        number = number_of(words)
    return None if number is None else _Spelled(spans[0][0], spans[-1][1], tuple(words), number)


def _may_count(passage: Passage, spelled: _Spelled) -> bool:
    """Tell whether nothing before the words or in them makes them a name, an ordinal or a repetition."""
    begin, start, text = max(0, spelled.start - _WINDOW), spelled.start, passage.lower
    before = (patterns.not_counted_before(), patterns.repeated_before(), patterns.begun_before())
    if any(pattern.search(text, begin, start) for pattern in before) or patterns.names().match(text, start):
        return False
    written = passage.text[start : spelled.end]
    if written.isupper():
        return True
    is_name = any(word[0].isupper() for word in written.split()[1:])
    is_capital = written[0].isupper() and not _SENTENCE_BEGIN.search(passage.text, begin, start)
    return not is_name and not is_capital


def _halves_in(passage: Passage) -> Iterator[WordedNumber]:
    """Yield "một nửa", "quá nửa" and "nửa triệu lượt"."""
    for match in patterns.half_alone().finditer(passage.lower):
        start = max(match.start(group) for group in ("named", "plain", "scaled"))
        end = max(match.end(group) for group in ("named", "plain", "scaled"))
        if not match["scale"]:
            yield WordedNumber(start, end, Value(Decimal(1), of=Decimal(2)), _no_unit(end))
            continue
        unit = unit_at(passage, match.end())
        if _is_counting(passage, start, unit):
            power = number_words().powers[match["scale"]]
            yield WordedNumber(start, match.end(), Value(_HALF.scaleb(power)), unit)


def _doubles_in(passage: Passage) -> Iterator[WordedNumber]:
    """Yield "gấp đôi" and "gấp rưỡi"."""
    factors: dict[str, str] = lexicon.table("worded")["multiple"]["words"]
    for match in patterns.double().finditer(passage.lower):
        value = next(Decimal(factor) for word, factor in factors.items() if fold(word) == match["word"])
        end = match.end("word")
        yield WordedNumber(match.start("word"), end, Value(value), _times(end), is_ratio=True)


def _fraction(passage: Passage, spelled: _Spelled) -> WordedNumber | None:
    """Return "ba phần tư" as 3/4."""
    match = patterns.part().match(passage.lower, spelled.end)
    if match is None:
        return None
    if spelled.number == 1 and patterns.no_fraction_after().search(
        passage.lower, max(0, spelled.start - _WINDOW), spelled.start
    ):
        return None
    of = _denominator(match)
    if of is None or not spelled.number < of.number <= _MOST_OF:
        return None
    if patterns.time_or_year().match(passage.lower, of.end):
        return None
    return WordedNumber(spelled.start, of.end, Value(spelled.number, of=of.number), _no_unit(of.end))


def _denominator(match: re.Match[str]) -> _Spelled | None:
    """Return the number behind "phần"; "tư" alone is four."""
    start, end = match.span("of")
    ones = number_words().ones.get(match["of"])
    if ones is not None:
        return _Spelled(start, end, (match["of"],), Decimal(ones))
    of = _spelled(match.string, start, end)
    return of if of and of.start == start else None


def _pair_of(passage: Passage, first: _Spelled) -> WordedNumber | None:
    """Return "hai mươi đến ba mươi xã" as a range, "mười hai trên mười lăm xã" as a fraction."""
    link = patterns.link().match(passage.lower, first.end)
    match = patterns.run().match(passage.lower, link.end()) if link else None
    second = _spelled(passage.lower, *match.span()) if match else None
    if link is None or second is None or second.start != link.end():
        return None
    unit = unit_at(passage, second.end)
    value = _part_of(first, second, unit) if link["of"] else _range(first, second)
    if value is None or not _is_counting(passage, first.start, unit):
        return None
    is_ratio = unit.unit_class is UnitClass.TIMES and _is_multiple(passage, first)
    return WordedNumber(first.start, second.end, value, unit, is_ratio=is_ratio)


def _part_of(first: _Spelled, second: _Spelled, unit: Unit) -> Value | None:
    is_part = first.number <= second.number and unit.unit_class is UnitClass.COUNT
    return Value(first.number, of=second.number) if is_part else None


def _range(first: _Spelled, second: _Spelled) -> Value | None:
    """Return the range; scale words behind the second hold for both ("năm đến mười triệu").

    "hai đến ba mươi" may begin at two or at twenty: it is left alone.
    """
    low, high, power = first.number, second.number, power_of_last(second.words)
    if power_of_last(first.words) == 0:
        low = low.scaleb(power)
    is_open = first.is_digit and high.scaleb(-power) >= _TWENTY
    return None if low >= high or is_open else Value(low, high=high)


def _counting(passage: Passage, spelled: _Spelled) -> WordedNumber | None:
    """Return the number where a unit, a half behind its unit, or "gấp" before it says that it counts."""
    unit = unit_at(passage, spelled.end)
    half = _half_of_unit(passage, unit)
    if half is None and spelled.is_digit and not _is_rate(passage, spelled, unit):
        return _bare_multiple(passage, spelled, unit)
    if not _is_counting(passage, spelled.start, unit):
        return None
    end, number = (half.end(), spelled.number + _HALF) if half else (spelled.end, spelled.number)
    is_ratio = unit.unit_class is UnitClass.TIMES and _is_multiple(passage, spelled)
    return WordedNumber(spelled.start, end, Value(number), unit, is_ratio=is_ratio)


def _is_rate(passage: Passage, spelled: _Spelled, unit: Unit) -> bool:
    """Tell whether a unit makes even the name of a digit a figure: %, or "lần" of something."""
    if unit.unit_class is UnitClass.TIMES and spelled.number > 1:
        against = patterns.times_against().match(passage.lower, unit.end)
        return against is not None or _is_multiple(passage, spelled)
    return unit.unit_class in (UnitClass.PERCENT, UnitClass.POINT)


def _bare_multiple(passage: Passage, spelled: _Spelled, unit: Unit) -> WordedNumber | None:
    """Return "gấp ba cùng kỳ" and "gấp ba năm trước", not "gấp hai, ba lần" and "gấp năm 2020"."""
    if not _is_multiple(passage, spelled) or unit.unit_class in _COUNTING or spelled.number <= 1:
        return None
    is_time = unit.unit_class is UnitClass.TIME
    if is_time and not patterns.time_or_year().match(passage.lower, spelled.end):
        return None
    is_listed = patterns.list_of_digits().match(passage.lower, spelled.end)
    if is_listed or spelled.words[0] in number_words().years:
        return None
    return WordedNumber(spelled.start, spelled.end, Value(spelled.number), _times(spelled.end), is_ratio=True)


def _single(passage: Passage, spelled: _Spelled) -> WordedNumber | None:
    """Return a lone digit before a counted noun, where the words before it state a count."""
    unit = unit_at(passage, spelled.end)
    if not spelled.is_digit or spelled.number < 2 or unit.unit_class is not UnitClass.COUNT or unit.power:
        return None
    noun = fold(unit.text)
    if noun in lexicon.words("worded", "singles.not_nouns"):
        return None
    if patterns.counted_before().match(passage.lower, unit.end):
        return None
    begin = max(0, spelled.start - _WINDOW)
    if not patterns.states_count().search(passage.lower, begin, spelled.start):
        return None
    return WordedNumber(spelled.start, spelled.end, Value(spelled.number), unit)


def _is_counting(passage: Passage, start: int, unit: Unit) -> bool:
    """Tell whether a unit makes the words at `start` a figure; a time does only where it is measured."""
    is_time = unit.unit_class is UnitClass.TIME or fold(unit.text) in lexicon.words("worded", "time.units")
    if not is_time:
        return unit.unit_class in _COUNTING
    if patterns.measured_after().match(passage.lower, unit.end):
        return True
    return patterns.measured_before().search(passage.lower, max(0, start - _WINDOW), start) is not None


def _is_multiple(passage: Passage, spelled: _Spelled) -> bool:
    begin = max(0, spelled.start - _WINDOW)
    return patterns.multiple_before().search(passage.lower, begin, spelled.start) is not None


def _no_unit(position: int) -> Unit:
    return Unit(position, position, "", UnitClass.NONE)


def _times(position: int) -> Unit:
    return Unit(position, position, lexicon.words("units", "times.words")[0], UnitClass.TIMES)
