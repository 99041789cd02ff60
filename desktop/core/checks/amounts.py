"""Amounts with what their rounding leaves open: exact decimals, widened by half a unit of the last place."""

import re
from dataclasses import dataclass
from decimal import Context, Decimal
from functools import lru_cache

from desktop.core.checks.subjects import CheckedFigure
from desktop.core.extraction.passages import fold
from desktop.core.extraction.unit_words import UnitClass, longest, powers, skip_space, unit_words
from desktop.core.figures import Qualifier, plain

PERCENT = "%"
TIMES = "lần"

_STORED = Context(prec=12)
"""As many digits as a workbook's number surely has; more come from binary fractions."""
_WITH_DECIMALS = re.compile(r"[-+−]?([0-9][0-9.]*),([0-9]+)")
_HALF = Decimal("0.5")
_ROUND_FROM_ZEROS = 2
_ROUND_FROM = 1_000
_SHOWN_PLACE = -2
_SHOWN_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Amount:
    """What a written number can stand for: from `low` to `high`, both included, around `middle`."""

    low: Decimal
    middle: Decimal
    high: Decimal

    def __add__(self, other: "Amount") -> "Amount":
        """Return what the sum can be."""
        return Amount(self.low + other.low, self.middle + other.middle, self.high + other.high)

    def __sub__(self, other: "Amount") -> "Amount":
        """Return what the difference can be."""
        return Amount(self.low - other.high, self.middle - other.middle, self.high - other.low)

    def over(self, other: "Amount", factor: int = 1) -> "Amount | None":
        """Return what the ratio times `factor` can be; None unless both are above zero."""
        if self.low < 0 or other.low <= 0:
            return None
        return Amount(
            self.low / other.high * factor,
            self.middle / other.middle * factor,
            self.high / other.low * factor,
        )

    @property
    def half_width(self) -> Decimal:
        """How far it may be from what is written."""
        return (self.high - self.low) / 2

    def moved(self, by: int) -> "Amount":
        """Return the amount with `by` added."""
        return Amount(self.low + by, self.middle + by, self.high + by)

    def scaled(self, power: int) -> "Amount":
        """Return the amount times ten to `power`."""
        return Amount(self.low.scaleb(power), self.middle.scaleb(power), self.high.scaleb(power))

    def meets(self, other: "Amount") -> bool:
        """Tell whether both can stand for the same."""
        return self.low <= other.high and other.low <= self.high


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit without the scale words before it, folded, and the power of ten that these stand for.

    `is_counted` tells of things that are counted one by one.
    """

    name: str
    power: int
    is_counted: bool = False


@lru_cache(maxsize=4096)
def measure(unit: str) -> Measure:
    """Return what a unit measures: "tỷ đồng" is ("đồng", 9), "nghìn tấn" is ("tấn", 3)."""
    name, power = fold(unit).strip(), 0
    while True:
        entry, end = longest(unit_words(), name, 0)
        if entry is None or not entry.is_scale:
            break
        power, name = power + entry.power, name[skip_space(name, end) :]
    for short, its_power in powers().items():
        if name == short and not power:
            return Measure("đồng", its_power)
    entry, _ = longest(unit_words(), name, 0)
    is_counted = entry is not None and entry.unit_class is UnitClass.COUNT and not power
    return Measure(name, power, is_counted)


def is_plain(figure: CheckedFigure) -> bool:
    """Tell whether the figure is one number: no range, no fraction."""
    return figure.reading.value.high is None and figure.reading.value.of is None


def clean(number: Decimal) -> Decimal:
    """Return a number without the noise of binary fractions: 36.760000000000005 is 36.76."""
    if len(number.as_tuple().digits) <= _STORED.prec:
        return number
    return _STORED.plus(number)


def has_hidden_digits(figure: CheckedFigure) -> bool:
    """Tell whether a workbook stores more decimals of the figure than a sheet shows."""
    if figure.place.sheet is None:
        return False
    number = clean(figure.reading.value.number)
    return _last_place(number) < _shown_place(number)


def amount(figure: CheckedFigure) -> Amount:
    """Return what a figure can stand for, by the digits it is written with, in its own unit.

    Outside tables the zeros that end a whole number are taken for rounding, and "khoảng", "hơn" and the like
    leave open a whole unit of the last digit that is none. What is counted one by one is exact. Of a
    workbook's number with many decimals two count, or two digits of a small one, or six of a large one:
    nobody sees the others.
    """
    number = clean(figure.reading.value.number)
    is_table = figure.spot is not None
    if figure.place.sheet is None:
        place = min(_last_place(number), _written_place(figure))
    else:
        place = _last_place(number)
        if place < _shown_place(number):
            place = max(_shown_place(number), number.adjusted() - _SHOWN_DIGITS + 1)
    qualifier = Qualifier.NONE if is_table else figure.reading.qualifier
    if not is_table and place >= 0:
        written = plain(number.copy_abs())
        zeros = len(written) - len(written.rstrip("0"))
        is_round = zeros >= _ROUND_FROM_ZEROS and number.copy_abs() >= _ROUND_FROM
        is_counted = measure(figure.reading.unit).is_counted and zeros <= _ROUND_FROM_ZEROS
        if (is_round and not is_counted) or qualifier is not Qualifier.NONE:
            place = zeros
    if place == 0 and qualifier is Qualifier.NONE and measure(figure.reading.unit).is_counted:
        return Amount(number, number, number)
    unit = Decimal(1).scaleb(place)
    below = above = unit * _HALF
    if qualifier in (Qualifier.ABOUT, Qualifier.UNDER):
        below = unit
    if qualifier in (Qualifier.ABOUT, Qualifier.OVER):
        above = unit
    return Amount(number - below, number, number + above)


def _written_place(figure: CheckedFigure) -> int:
    """Return the power of ten of the last decimal written, zeros included: "9,20%" has it at -2."""
    match = _WITH_DECIMALS.match(figure.text)
    if match is None:
        return 0
    written = Decimal(f"{match[1].replace('.', '')}.{match[2]}")
    return -len(match[2]) if written == figure.reading.value.number.copy_abs() else 0


def _last_place(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _shown_place(number: Decimal) -> int:
    """Return the power of ten of the last digit that a sheet usually shows of a stored number."""
    return min(_SHOWN_PLACE, number.adjusted() - 1) if number else _SHOWN_PLACE
