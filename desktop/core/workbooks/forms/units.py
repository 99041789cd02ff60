"""Units of figures converted, exactly and only within one measure (resources/workbooks/forms.toml)."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Context, Decimal
from fractions import Fraction
from functools import cache

import resources
from desktop.core.displays import value_text, with_unit
from desktop.core.figures import Value

_EXACT = Context(prec=1_000)
_COUNTED_ONE = re.compile(r"1((?:[.,]?000)+)\s*(?=\D)")


@dataclass(frozen=True, slots=True)
class Measure:
    """What a unit measures, and how much one of it is: "triệu đồng" is a million of "dong"."""

    dimension: str
    factor: Fraction


def measure_of(unit: str) -> Measure:
    """Return the measure of a unit as it is written; one nobody listed is a measure of its own."""
    return _measure(" ".join(unicodedata.normalize("NFC", unit).casefold().split()))


def converted(value: Value, unit: str, wanted: str) -> Value | None:
    """Return `value` told in another unit, exactly; None where the units do not measure the same.

    A fraction ("3/5") has no other unit than its own.
    """
    source, target = measure_of(unit), measure_of(wanted)
    if source.dimension != target.dimension:
        return None
    if source.factor == target.factor:
        return value
    if value.of is not None:
        return None
    factor = source.factor / target.factor
    number = _times(value.number, factor)
    high = None if value.high is None else _times(value.high, factor)
    if number is None or (value.high is not None and high is None):
        return None
    return Value(number, high)


def are_convertible(unit: str, wanted: str) -> bool:
    """Tell whether both units measure the same."""
    return measure_of(unit).dimension == measure_of(wanted).dimension


def conversion_text(value: Value, unit: str, new: Value, wanted: str) -> str:
    """Return what a conversion does, "1.411 tỷ đồng → 1.411.000 triệu đồng"; "" where it changes nothing."""
    if value == new:
        return ""
    return f"{with_unit(value_text(value), unit)} → {with_unit(value_text(new), wanted)}"


@cache
def _measure(unit: str) -> Measure:
    above, slash, below = unit.partition("/")
    first = _simple(above.strip())
    if not slash or not below.strip():
        return first
    second = _simple(below.strip())
    return Measure(f"{first.dimension}/{second.dimension}", first.factor / second.factor)


def _simple(unit: str) -> Measure:
    words = resources.toml("workbooks/forms.toml")
    unit = words["short"].get(unit, unit)
    power = 0
    if match := _COUNTED_ONE.match(unit):
        power += match[1].count("0")
        unit = unit[match.end() :]
    while (found := _scale(unit)) is not None:
        power += found[0]
        unit = found[1]
    unit = words["short"].get(unit, unit)
    dimension, factor = _listed().get(unit, (f"'{unit}'", Fraction(1)))
    return Measure(dimension, factor * 10**power)


def _scale(unit: str) -> tuple[int, str] | None:
    """Return the power of ten of the scale word that a unit begins with, and what follows it."""
    for word, power in resources.toml("workbooks/forms.toml")["scales"].items():
        if unit == word:
            return int(power), ""
        rest = unit.removeprefix(word)
        if rest != unit and (rest.startswith(" ") or rest in _listed()):
            return int(power), rest.strip()
    return None


@cache
def _listed() -> dict[str, tuple[str, Fraction]]:
    return {
        unit: (dimension, Fraction(factor))
        for dimension, units in resources.toml("workbooks/forms.toml")["units"].items()
        for unit, factor in units.items()
    }


def _times(number: Decimal, factor: Fraction) -> Decimal | None:
    """Return the exact product, None where it has no end."""
    product = Fraction(number) * factor
    rest = product.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest != 1:
        return None
    quotient = _EXACT.divide(Decimal(product.numerator), Decimal(product.denominator))
    return Decimal(format(quotient, "f")) if Fraction(quotient) == product else None
