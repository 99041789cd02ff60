"""How often first and second readings were wrong, by person and by kind of figure.

What is right is what both agreed on, or what a difference was settled as; unsettled ones are only counted. A
second reader errs where the settlement says so, and where the value had to be typed twice.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from desktop.core.figures import Kind
from desktop.core.rereading import SecondReading


@dataclass(frozen=True, slots=True)
class ErrorCount:
    """How many readings were checked, and how many of them were wrong."""

    checked: int = 0
    wrong: int = 0

    @property
    def rate(self) -> Decimal | None:
        """Return the share of wrong readings from 0 to 1; None where none was checked."""
        return Decimal(self.wrong) / self.checked if self.checked else None

    def __add__(self, other: "ErrorCount") -> "ErrorCount":
        """Return the counts of both together."""
        return ErrorCount(self.checked + other.checked, self.wrong + other.wrong)


@dataclass(frozen=True, slots=True)
class ErrorRate:
    """The errors of one person (`who`), or in one kind of figure, as first and as second reader."""

    first: ErrorCount = ErrorCount()
    second: ErrorCount = ErrorCount()
    who: str = ""
    kind: Kind | None = None


@dataclass(frozen=True, slots=True)
class ErrorRates:
    """The rates by person, in order of names, and by kind; `unsettled` differences count in none."""

    by_person: tuple[ErrorRate, ...] = ()
    by_kind: tuple[ErrorRate, ...] = ()
    unsettled: int = 0


def error_rates(readings: Iterable[SecondReading]) -> ErrorRates:
    """Return the error rates of everybody who took part in `readings`."""
    firsts: defaultdict[str | Kind, ErrorCount] = defaultdict(ErrorCount)
    seconds: defaultdict[str | Kind, ErrorCount] = defaultdict(ErrorCount)
    people: set[str] = set()
    unsettled = 0
    kinds: set[Kind] = set()
    for each in readings:
        if each.is_unsettled:
            unsettled += 1
            continue
        people |= {each.first_by, each.who}
        kinds.add(each.holds.kind)
        first = ErrorCount(1, int(each.first != each.holds))
        second = ErrorCount(1, int(each.second != each.holds or each.tries > 1))
        for counts, who, count in ((firsts, each.first_by, first), (seconds, each.who, second)):
            counts[_person(who)] += count
            counts[each.holds.kind] += count
    return ErrorRates(
        tuple(ErrorRate(firsts[_person(who)], seconds[_person(who)], who=who) for who in sorted(people)),
        tuple(ErrorRate(firsts[kind], seconds[kind], kind=kind) for kind in Kind if kind in kinds),
        unsettled,
    )


def _person(who: str) -> str:
    """Return a key that no kind of figure has: a person may be called like one."""
    return f"person:{who}"
