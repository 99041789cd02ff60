"""The patterns of numbers in words, put together once from resources/lexicon/worded.toml."""

import re
from collections.abc import Iterable
from functools import cache

from desktop.core.extraction import lexicon
from desktop.core.extraction.number_words import number_words
from desktop.core.extraction.passages import fold

_END = r"(?![^\W_])"
_BEGIN = r"(?<![^\W_])"


def _any(*keys: str) -> str:
    return lexicon.any_of("worded", *keys)


def _alone(word: str) -> str:
    """Return the pattern of a number word that is no half of another word: "hai triệu chứng"."""
    others: dict[str, list[str]] = lexicon.table("worded")["other_words"]
    ends = next((ends for begin, ends in others.items() if fold(begin) == word), None)
    if not ends:
        return word + _END
    whole = rf"(?! +{lexicon.alternatives(map(fold, ends))}{_END})"
    if word in number_words().powers:
        return word + _END + whole
    after_tens = "|".join(rf"(?<={tens} {word})" for tens in (*number_words().tens, *number_words().ten))
    return rf"{word}{_END}(?:{after_tens}|{whole})"


def _any_alone(words: Iterable[str]) -> str:
    return "(?:" + "|".join(_alone(word) for word in sorted(words, key=len, reverse=True)) + ")"


def _begun(word: str) -> str:
    """Return what makes a match of `word` begin a word; it stands behind, so that `re` sees first letters."""
    return rf"(?<![^\W_]{word})"


@cache
def rare_words() -> tuple[str, ...]:
    """Return words that most texts do not have and numbers in words often do, digits' names aside."""
    known = number_words()
    around = (*lexicon.words("worded", "half.word"), *lexicon.words("worded", "multiple.before"))
    return (*known.ten, *known.half, *known.point, *around)


@cache
def pair() -> re.Pattern[str]:
    """A digit's name and what makes it more than a digit, tried from its vowel on, which is rarer."""
    known = number_words()
    parts = known.tens | known.ones.keys() | known.dozens | known.hundred | known.powers.keys()
    named = [*lexicon.words("units", "times.words"), *lexicon.words("units", "percent.points")]
    named += lexicon.words("worded", "fraction.part")
    linked = [*lexicon.words("worded", "range.links"), *lexicon.words("worded", "fraction.out_of")]
    digits = [word for word, digit in known.digits.items() if digit]
    no_year = rf"(?! +{lexicon.alternatives(linked)}{_END})"
    first = "|".join(_from_vowel(word) + (no_year if word in known.years else "") for word in digits)
    return re.compile(rf"(?:{first}) +{lexicon.alternatives(parts, named, linked)}{_END}")


@cache
def lone_digit() -> re.Pattern[str]:
    """The name of a digit from two on, tried from its vowel on."""
    named = "|".join(_from_vowel(word) for word, digit in number_words().digits.items() if digit > 1)
    return re.compile(rf"(?:{named}) ")


def _from_vowel(word: str) -> str:
    rhyme = word.lstrip("bcdđghklmnpqrstvx")
    return f"{rhyme}(?<={word}){_begun(word)}"


@cache
def run() -> re.Pattern[str]:
    """Number words in a row."""
    known = number_words()
    first = "|".join(_begun_alone(word) for word in sorted(known.beginnings, key=len, reverse=True))
    return re.compile(rf"(?:{first})(?: +{_any_alone(known.all)})*")


def _begun_alone(word: str) -> str:
    return word + _begun(word) + _alone(word)[len(word) :]


@cache
def part() -> re.Pattern[str]:
    """The rest of a fraction, "phần tư"; group `of` is what it is a part of."""
    known = number_words()
    of = rf"{_any_alone(known.beginnings | known.ones.keys())}(?: +{_any_alone(known.all)})*"
    return re.compile(rf" +{_any('fraction.part')} +(?P<of>{of})")


@cache
def link() -> re.Pattern[str]:
    """What joins two numbers; group `of` is there where the second is what the first is a part of."""
    return re.compile(rf" +(?:{_any('range.links')}|(?P<of>{_any('fraction.out_of')})) +")


@cache
def half_word() -> re.Pattern[str]:
    """A "rưỡi" behind a unit."""
    return re.compile(rf" +{_any('parts.half')}{_END}")


@cache
def scale_and_half() -> re.Pattern[str]:
    """A scale word (group `scale`) with "rưỡi" behind it."""
    scale = lexicon.alternatives(number_words().powers, number_words().hundred)
    return re.compile(rf" *(?P<scale>{scale}) +{_any('parts.half')}{_END}")


@cache
def half_alone() -> re.Pattern[str]:
    """A half, in one of the groups `named`, `plain` and `scaled`; group `scale` is what it is a half of."""
    scale, word = lexicon.alternatives(number_words().powers), _any("half.word")
    return re.compile(
        rf"{_BEGIN}(?:(?P<named>{_any('half.names')})|{_any('half.before')} +(?P<plain>{word})"
        rf"|(?P<scaled>{word})(?= +{scale}{_END})){_END}(?: +(?P<scale>{_any_alone(number_words().powers)}))?"
        rf"(?! +{_any('half.not_before')}{_END})"
    )


@cache
def multiple_before() -> re.Pattern[str]:
    """The word "gấp" right before a number, with what may stand between."""
    return re.compile(rf"{_BEGIN}{_any('multiple.before')}(?: +{_any('multiple.between')})* +$")


@cache
def double() -> re.Pattern[str]:
    """Phrases like "gấp đôi"; group `word` is what stands for the number."""
    before = _any("multiple.before")
    words = lexicon.alternatives(map(fold, lexicon.table("worded")["multiple"]["words"]))
    return re.compile(
        rf"{_BEGIN}{before}(?: +{_any('multiple.between')})* +(?P<word>{words}){_END}(?!,? +{before})"
    )


@cache
def times_against() -> re.Pattern[str]:
    """What "hai lần" is held against, so that it is a multiple."""
    return re.compile(rf" +{_any('multiple.times_before')}{_END}")


@cache
def list_of_digits() -> re.Pattern[str]:
    """A further digit behind a digit."""
    return re.compile(rf" ?[,-] ?{_any_alone(number_words().beginnings)}")


@cache
def time_or_year() -> re.Pattern[str]:
    """A time that a number before it does not count: "năm trước", "năm 2020", "tháng 3"."""
    units = lexicon.any_of("units", "time.names")
    return re.compile(rf" +(?:{units} +(?:[0-9]|{_any('time.nearby')})|[0-9])")


@cache
def no_fraction_after() -> re.Pattern[str]:
    """What makes "một phần ba xã" a part of three things."""
    return re.compile(rf"{_BEGIN}{_any('fraction.not_after')} +$")


@cache
def not_counted_before() -> re.Pattern[str]:
    """A word that makes the number behind it a name, a date, an ordinal or a vague amount."""
    unless = "".join(
        rf"(?<!{re.escape(word)} )" for word in lexicon.words("worded", "not_counted.before_unless")
    )
    return re.compile(rf"{_BEGIN}{unless}{_any('not_counted.before')} +$")


@cache
def repeated_before() -> re.Pattern[str]:
    """An amount in digits that the words repeat or go on with."""
    spelled_out = _any("not_counted.spelled_out")
    scale = lexicon.any_of("units", "scale.names")
    return re.compile(rf"[0-9][^()]{{0,30}}\( *$|{_BEGIN}{spelled_out}[ :]*$|[0-9] *{scale}(?: +{scale})? +$")


@cache
def begun_before() -> re.Pattern[str]:
    """The beginning of a range or a saying that the number behind it ends: "hai đến", "gấp đôi gấp"."""
    digits = [word for word in number_words().digits if word not in number_words().years]
    links, before = _any("range.links"), _any("multiple.before")
    doubles = lexicon.alternatives(map(fold, lexicon.table("worded")["multiple"]["words"]))
    return re.compile(
        rf"{_BEGIN}(?:{lexicon.alternatives(digits)} +{links}|{before} +{doubles},? +{before}) +$"
    )


@cache
def names() -> re.Pattern[str]:
    """A name or saying that begins like an amount."""
    return re.compile(_any("not_counted.names") + _END)


@cache
def measured_before() -> re.Pattern[str]:
    """A word that makes a time behind it a measured one."""
    qualifiers = lexicon.any_of("phrases", "qualifier.about", "qualifier.over", "qualifier.under")
    return re.compile(rf"{_BEGIN}{_any('time.measured_before')}(?: +{qualifiers}| +là)* +$")


@cache
def measured_after() -> re.Pattern[str]:
    """A word that makes a time before it a measured one."""
    return re.compile(rf" +{_any('time.measured_after')}{_END}")


@cache
def states_count() -> re.Pattern[str]:
    """What says that a lone digit behind it states a count."""
    qualifiers = lexicon.any_of("phrases", "qualifier.about", "qualifier.over", "qualifier.under")
    return re.compile(
        rf"(?:(?:^|[;:] ?)[-+•*; ]*(?<=[-+•*;:] )|{_BEGIN}{_any('singles.before')}(?: +{qualifiers})* +)$"
    )


@cache
def counted_before() -> re.Pattern[str]:
    """A word behind a noun that points back to what was counted before."""
    return re.compile(rf" +{_any('singles.not_before')}{_END}")
