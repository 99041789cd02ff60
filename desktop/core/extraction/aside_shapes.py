"""What a rule by which a number is no figure consists of, and the shapes of numbers such rules are made of.

A rule says where its pattern is tried (`Begin`), so that nobody has to search a whole passage for it. A group
`n` narrows what is set aside to the number. Empty groups ask for a second look: `weak` that no unit follows,
`title` that a capital letter follows, `shout` that the words before are in capitals, `bare_year`, `capital`
and `duration` that the words around agree. Every repetition has an end: what a rule costs at one place must
not grow with the passage.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto

from desktop.core.extraction.lexicon import any_of, words
from desktop.core.sections import LedgerKind


class Begin(Enum):
    """Where a rule's pattern is tried."""

    NUMBER = auto()
    """At a number whose shape passes the gate: its digits and the two characters behind them."""
    BRACKET = auto()
    """At the bracket or quote right before a number."""
    PHRASE = auto()
    """Right behind one of the rule's phrases, the last words before a number."""
    NAME = auto()
    """At a word that a number is glued to."""
    CAPITAL = auto()
    """At a number behind a capitalised word."""
    PASSAGE = auto()
    """At the beginning of the passage."""
    ANYWHERE = auto()
    """Wherever it matches, in a passage that has its sign."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, where it is tried, and the reason it gives.

    `gate` is for numbers, `phrases` and the words that may part them from a number (`gap`) for phrases.
    `behind` must fit the words that end where the match begins, `not_behind` must not.
    """

    kind: LedgerKind
    begin: Begin
    pattern: re.Pattern[str]
    gate: re.Pattern[str] | None = None
    phrases: frozenset[str] = frozenset()
    gap: int = 0
    sign: str = ""
    behind: re.Pattern[str] | None = None
    not_behind: re.Pattern[str] | None = None

    @property
    def is_for_whole_numbers(self) -> bool:
        """Tell whether nothing matches in the middle of a number with separators."""
        return self.pattern.pattern.startswith(BEGIN)


DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
MONTH = r"(?:0?[1-9]|1[0-2])"
YEAR = r"(?:1[89][0-9]{2}|20[0-9]{2})"
BEGIN = r"(?<![0-9])(?<![0-9][.,/])"
ALONE = BEGIN + r"(?<!\w)"
END = r"(?![0-9]|[.,/][0-9])"
TO = r"(?: ?- ?| đến | tới | và | hoặc )"
NO_AMOUNT = r"(?![0-9%]|[.,][0-9])"
NUMBERS = r"[0-9]{1,4}(?:\.[0-9]{1,2}(?![0-9])){0,6}(?![0-9]|\.[0-9])"
CODE = r"[0-9]{1,7}(?:[/-][0-9]{4})?[-/][a-zđ]\w{0,30}(?:[-/.&][a-zđ0-9]\w{0,30}){0,8}"
AMOUNTS = r"(?:triệu|tỷ|nghìn|ngàn|đồng|usd|tấn|tạ|kg|ha|km|m|m2|m3)"
NOT_MEASURED = rf"(?! *{AMOUNTS}\b)"
MOST = 40


def at(kind: LedgerKind, gate: str, pattern: str, *, behind: str = "", not_behind: str = "") -> Rule:
    """Return a rule tried at numbers whose shape passes `gate`."""
    return Rule(
        kind,
        Begin.NUMBER,
        re.compile(pattern),
        re.compile(gate),
        behind=_ending(behind),
        not_behind=_ending(not_behind),
    )


def tried(kind: LedgerKind, begin: Begin, pattern: str) -> Rule:
    """Return a rule tried where `begin` says, without a further condition."""
    return Rule(kind, begin, re.compile(pattern))


def bracketed(kind: LedgerKind, sign: str, pattern: str) -> Rule:
    """Return a rule tried at the bracket or quote `sign` right before a number."""
    return Rule(kind, Begin.BRACKET, re.compile(re.escape(sign) + pattern), sign=sign)


def anywhere(kind: LedgerKind, sign: str, pattern: str) -> Rule:
    """Return a rule looked for in the whole of a passage that has `sign`."""
    return Rule(kind, Begin.ANYWHERE, re.compile(pattern), sign=sign)


def after(
    kind: LedgerKind,
    phrases: Iterable[str],
    pattern: str,
    gap: int = 0,
    *,
    behind: str = "",
    not_behind: str = "",
) -> Rule:
    """Return a rule tried right behind `phrases`, of which `gap` words may part it."""
    return Rule(
        kind,
        Begin.PHRASE,
        re.compile(pattern),
        phrases=frozenset(phrases),
        gap=gap,
        behind=_ending(behind),
        not_behind=_ending(not_behind),
    )


def listed(key: str) -> tuple[str, ...]:
    """Return a list of resources/lexicon/set_aside.toml."""
    return words("set_aside", key)


def time_units() -> str:
    """Return the pattern for the units of spans of time."""
    return any_of("set_aside", "period.units")


def more_numbers() -> str:
    """Return the pattern of further numbers of a list, none of them an amount."""
    item = rf"(?:(?:, | và | ?- ?| đến |; ?){NUMBERS}(?![0-9%/]|,[0-9]| *(?:%|{time_units()}\b)))"
    return rf"{item}{{0,{MOST}}}"


def _ending(pattern: str) -> re.Pattern[str] | None:
    return re.compile(rf"(?:{pattern})$") if pattern else None
