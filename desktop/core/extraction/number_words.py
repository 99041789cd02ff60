"""Vietnamese number words read as one number: "hai nghìn không trăm lẻ năm", "ba triệu rưỡi", "một vạn hai".

A reading uses every word or there is none: what half fits ("hai ba xã", "ba bốn chục") is no exact number.
The words are resources/lexicon/worded.toml.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from desktop.core.extraction import lexicon
from desktop.core.extraction.passages import fold

_MOST_WORDS = 40
_HALF = Decimal("0.5")
_THOUSAND = 1000
_MILLION = 6


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The words that numbers are made of, by their part in it, folded."""

    digits: Mapping[str, int]
    ones: Mapping[str, int]
    powers: Mapping[str, int]
    ten: frozenset[str]
    tens: frozenset[str]
    dozens: frozenset[str]
    hundred: frozenset[str]
    links: frozenset[str]
    half: frozenset[str]
    point: frozenset[str]
    years: frozenset[str]

    @property
    def beginnings(self) -> frozenset[str]:
        """Return the words that a number may begin with."""
        return frozenset(self.digits) | self.ten

    @property
    def all(self) -> frozenset[str]:
        """Return every word that may be part of a number."""
        parts = (self.tens, self.dozens, self.hundred, self.links, self.half, self.point)
        return self.beginnings.union(self.ones, self.powers, *parts)


@cache
def number_words() -> NumberWords:
    """Return the words of resources/lexicon/worded.toml."""

    def part(name: str) -> frozenset[str]:
        return frozenset(lexicon.words("worded", f"parts.{name}"))

    return NumberWords(
        digits=folded(lexicon.table("worded")["digits"]),
        ones=folded(lexicon.table("worded")["ones"]),
        powers=folded(lexicon.table("worded")["powers"]),
        ten=part("ten"),
        tens=part("tens"),
        dozens=part("dozens"),
        hundred=part("hundred"),
        links=part("links"),
        half=part("half"),
        point=part("point"),
        years=part("years"),
    )


def folded(table: Mapping[str, int]) -> Mapping[str, int]:
    """Return `table` with its words as they stand in a folded passage."""
    return {fold(unicodedata.normalize("NFC", word)): number for word, number in table.items()}


def number_of(words: Sequence[str]) -> Decimal | None:
    """Return the number that all of the folded `words` spell, or None where they spell none."""
    if not words or len(words) > _MOST_WORDS:
        return None
    for index, word in enumerate(words):
        if word in number_words().point:
            return _with_decimals(words[:index], words[index + 1 :])
    return _whole(words)


def power_of_last(words: Sequence[str]) -> int:
    """Return the power of ten of the scale words that `words` end with: 9 for "hai trăm tỷ"."""
    powers = number_words().powers
    power = 0
    for word in reversed(words):
        if word not in powers:
            break
        power += powers[word]
    return power


def _with_decimals(whole: Sequence[str], decimals: Sequence[str]) -> Decimal | None:
    """Return "sáu phẩy ba tỷ": decimals are spelled as a number of two digits or digit by digit."""
    power = power_of_last(decimals)
    while decimals and decimals[-1] in number_words().powers:
        decimals = decimals[:-1]
    number = Decimal(0) if [*whole] == _zero() else _whole(whole)
    digits = number_words().digits
    if number is None or not decimals:
        return None
    if all(word in digits for word in decimals):
        written = "".join(str(digits[word]) for word in decimals)
    else:
        two = _tens(decimals)
        if two is None:
            return None
        written = f"{two:02d}"
    return (number + Decimal(int(written)).scaleb(-len(written))).scaleb(power)


def _zero() -> list[str]:
    return [word for word, digit in number_words().digits.items() if digit == 0]


def _whole(words: Sequence[str], *, follows: bool = False, is_scaled: bool = False) -> Decimal | None:
    """Return the number of words without a decimal point.

    `follows` says that higher places were spoken before, `is_scaled` that a scale word comes behind.
    """
    powers = number_words().powers
    present = [powers[word] for word in words if word in powers]
    if not present:
        return _group(words, follows=follows, is_scaled=is_scaled)
    power = max(present)
    at = max(index for index, word in enumerate(words) if powers.get(word) == power)
    many = _whole(words[:at], follows=follows, is_scaled=True)
    if many is None or (power < _MILLION and many >= _THOUSAND):
        return None
    rest = _rest(words[at + 1 :], power, is_scaled=is_scaled)
    return None if rest is None else many.scaleb(power) + rest


def _rest(words: Sequence[str], power: int, *, is_scaled: bool) -> Decimal | None:
    """Return what stands behind a scale word: nothing, a half of it, tenths of it, or lower places.

    "một nghìn hai triệu" could be 1,002 or 1,200 million: no tenths where a scale word comes behind.
    """
    if not words:
        return Decimal(0)
    if len(words) == 1:
        if words[0] in number_words().half:
            return _HALF.scaleb(power)
        tenths = None if is_scaled else _tenths(words[0])
        return None if tenths is None else Decimal(tenths).scaleb(power - 1)
    rest = _whole(words, follows=True, is_scaled=is_scaled)
    return rest if rest is not None and rest < Decimal(1).scaleb(power) else None


def _tenths(word: str) -> int | None:
    """Return the digit in "một vạn hai"; "một triệu năm" may be years, "một triệu một" is never said."""
    known = number_words()
    if word in known.years or known.digits.get(word) in (0, 1):
        return None
    return known.digits.get(word) or known.ones.get(word)


def _group(words: Sequence[str], *, follows: bool = False, is_scaled: bool = False) -> Decimal | None:
    """Return a number below a thousand."""
    known = number_words()
    if len(words) >= 2 and words[1] in known.hundred:
        hundreds = known.digits.get(words[0])
        rest = _behind_hundred(words[2:], is_scaled=is_scaled)
        if hundreds is None or rest is None or (hundreds == 0 and not (follows and rest)):
            return None
        return Decimal(100 * hundreds + rest)
    if follows and len(words) == 2 and words[0] in known.links:
        return _decimal(_lone_digit(words[1]))
    if len(words) == 1 and known.digits.get(words[0]):
        return Decimal(known.digits[words[0]])
    return _decimal(_tens(words, is_scaled=is_scaled))


def _decimal(number: int | None) -> Decimal | None:
    return None if number is None else Decimal(number)


def _behind_hundred(words: Sequence[str], *, is_scaled: bool) -> int | None:
    known = number_words()
    if not words:
        return 0
    if len(words) == 1 and words[0] in known.half:
        return 50
    if len(words) == 2 and words[0] in known.links:
        return _lone_digit(words[1])
    return _tens(words, is_scaled=is_scaled)


def _lone_digit(word: str) -> int | None:
    known = number_words()
    return known.digits.get(word) or known.ones.get(word)


def _tens(words: Sequence[str], *, is_scaled: bool = False) -> int | None:
    """Return a number from 10 to 99: "mười lăm", "hai mươi mốt", short "hai mốt", or dozens."""
    known = number_words()
    if not words:
        return None
    if words[0] in known.ten:
        return _tens_and_ones(1, words[1:], is_scaled=is_scaled)
    tens = known.digits.get(words[0])
    if not tens or len(words) < 2:
        return None
    if words[1] in known.dozens:
        return 10 * tens if len(words) == 2 else None
    if tens == 1:
        return None
    if words[1] in known.tens:
        return _tens_and_ones(tens, words[2:], is_scaled=is_scaled)
    return 10 * tens + known.ones[words[1]] if len(words) == 2 and words[1] in known.ones else None


def _tens_and_ones(tens: int, rest: Sequence[str], *, is_scaled: bool) -> int | None:
    """Return tens with the ones behind them; "hai mươi năm" is twenty years unless a scale word follows."""
    if not rest:
        return 10 * tens
    if len(rest) > 1 or (rest[0] in number_words().years and not is_scaled):
        return None
    ones = _lone_digit(rest[0])
    return None if ones is None else 10 * tens + ones
