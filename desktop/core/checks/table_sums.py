"""Parts of a table that do not sum to their whole, by rows and by columns.

Which rows are the parts of which is not guessed from how they look: a row is the sum of those below it where
that holds in most columns; then the columns in which it does not hold are told. The same for columns.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache, reduce
from math import log10
from operator import add

from desktop.core.checks.amounts import Amount, amount, has_hidden_digits, is_plain, measure
from desktop.core.checks.limits import limits, words
from desktop.core.checks.subjects import CheckedFigure, CheckedReport, CheckedTable
from desktop.core.extraction.passages import fold
from desktop.core.figures import Base, Kind
from desktop.core.findings import Finding, FindingCode

Line = Mapping[int, CheckedFigure]
"""One row by its columns, or one column by its rows."""

_ADDITIVE = (Kind.LEVEL, Kind.SHARE)
_PART = fold(" – ")
_FEWEST_PARTS = 2
_ONE = Decimal(1)
_FITS_FOR_A_MISS = 3
_MOST_COLUMNS = 12
_FEW = 12
_STRIDES = (1, 2, 3)


@dataclass(frozen=True, slots=True)
class Rounded:
    """An amount, or a sum of amounts, that may have been rounded from digits that nobody sees.

    Where any of them has hidden digits, the others may have been cut rather than rounded: a whole unit of the
    last place is left open of each, not half of one.
    """

    amount: Amount
    has_hidden: bool

    def __add__(self, other: "Rounded") -> "Rounded":
        """Return the sum."""
        return Rounded(self.amount + other.amount, self.has_hidden or other.has_hidden)

    @property
    def middle(self) -> Decimal:
        """The amount as written."""
        return self.amount.middle

    @property
    def width(self) -> Decimal:
        """How much is left open in all."""
        return (self.amount.high - self.amount.low) * (2 if self.has_hidden else 1)

    def meets(self, other: "Rounded") -> bool:
        """Tell whether both can stand for the same."""
        if self.amount.meets(other.amount):
            return True
        is_open = self.has_hidden or other.has_hidden
        return is_open and abs(self.middle - other.middle) <= (self.amount + other.amount).half_width * 2

    def exceeds_twice(self, other: "Rounded") -> bool:
        """Tell whether it is more than twice the other for sure."""
        return self.amount.low > 2 * other.amount.high


@dataclass(frozen=True, slots=True)
class _Sum:
    """A line that is the sum of others: where it fits and where it does not, by the places across."""

    whole: int
    parts: tuple[int, ...]
    fits: tuple[int, ...]
    misses: tuple[int, ...]


def table_sums(report: CheckedReport) -> Iterator[Finding]:
    """Yield the wholes of the report's tables whose parts sum to something else."""
    for table in report.tables:
        grid = _Grid(table)
        yield from grid.findings(report.id)


class _Grid:
    """The additive figures of a table, by rows and by columns."""

    def __init__(self, table: CheckedTable) -> None:
        self._rows: dict[int, dict[int, CheckedFigure]] = {}
        self._columns: dict[int, dict[int, CheckedFigure]] = {}
        self._amounts: dict[int, Rounded] = {}
        for figure in table.figures():
            if figure.spot is None or not is_plain(figure) or not _is_additive(figure):
                continue
            self._rows.setdefault(figure.spot.row, {})[figure.spot.column] = figure
            self._columns.setdefault(figure.spot.column, {})[figure.spot.row] = figure
            self._amounts[figure.id] = Rounded(amount(figure), has_hidden_digits(figure))

    def findings(self, report_id: int) -> Iterator[Finding]:
        by_rows = list(_sums_of(self._rows, self._amounts))
        told = set()
        for each in self._told_by_rows(by_rows):
            whole, parts = self._members(self._rows, *each)
            told.add(whole.id)
            yield self._finding(report_id, whole, parts)
        for each in self._told_by_columns():
            whole, parts = self._members(self._columns, *each)
            if whole.id not in told:
                yield self._finding(report_id, whole, parts)

    def _told_by_rows(self, found: Sequence[_Sum]) -> Iterator[tuple[_Sum, int]]:
        fits = Counter(at for each in found for at in each.fits)
        misses = Counter(at for each in found for at in each.misses)
        for each in found:
            for at in each.misses:
                is_shown = fits[at] > misses[at] and len(each.fits) >= _FITS_FOR_A_MISS * len(each.misses)
                if is_shown or self._is_near(self._rows, each, at):
                    yield each, at

    def _told_by_columns(self) -> Iterator[tuple[_Sum, int]]:
        for each in _sums_of_columns(self._columns, self._amounts):
            judged = len(each.fits) + len(each.misses)
            is_sure = len(each.fits) >= judged * limits().sure_share
            for at in each.misses:
                if is_sure or not _is_between(*self._members(self._columns, each, at)):
                    yield each, at

    def _is_near(self, lines: Mapping[int, Line], each: _Sum, at: int) -> bool:
        whole, parts = self._members(lines, each, at)
        total = sum((self._amounts[part.id].middle for part in parts), Decimal(0))
        written = self._amounts[whole.id].middle
        return abs(total - written) <= abs(written) * limits().near

    def _members(
        self, lines: Mapping[int, Line], each: _Sum, at: int
    ) -> tuple[CheckedFigure, list[CheckedFigure]]:
        return lines[each.whole][at], [lines[part][at] for part in each.parts if at in lines[part]]

    def _finding(self, report_id: int, whole: CheckedFigure, parts: Sequence[CheckedFigure]) -> Finding:
        members = (whole, *parts)
        return Finding(
            FindingCode.PARTS,
            report_id,
            tuple(each.id for each in members),
            tuple(each.reading for each in members),
            sum((self._amounts[part.id].middle for part in parts), Decimal(0)),
        )


def _is_additive(figure: CheckedFigure) -> bool:
    reading = figure.reading
    return reading.kind in _ADDITIVE and reading.base is Base.NONE and "/" not in reading.unit


def _sums_of(lines: Mapping[int, Line], amounts: Mapping[int, Rounded]) -> Iterator[_Sum]:
    """Yield the lines that are sums of lines after them, the last ones first; then those of lines before.

    What is a part of another line is not a part once more of what that one is a part of.
    """
    order = sorted(lines)
    block_end = list(range(1, len(order) + 1))
    has_parts = set()
    for at in range(len(order) - 1, -1, -1):
        begin = at + 1
        while begin < len(order):
            found = _parts_from(order, at, begin, block_end, lines, amounts)
            if found is None:
                break
            each, begin = found
            block_end[at] = begin
            has_parts.add(at)
            yield each
    backwards = order[::-1]
    singles = list(range(1, len(order) + 1))
    for at, line in enumerate(backwards):
        if len(order) - 1 - at not in has_parts and _is_total(lines[line]):
            found = _parts_from(backwards, at, at + 1, singles, lines, amounts)
            if found is not None:
                yield found[0]


def _parts_from(
    order: Sequence[int],
    at: int,
    begin: int,
    block_end: Sequence[int],
    lines: Mapping[int, Line],
    amounts: Mapping[int, Rounded],
) -> tuple[_Sum, int] | None:
    """Return the sum that the line at `at` is of lines from `begin` on, and where these end."""
    whole = lines[order[at]]
    targets = {across: amounts[each.id] for across, each in whole.items() if amounts[each.id].middle}
    if not targets:
        return None
    units = {across: _unit(whole[across]) for across in targets}
    sums: dict[int, Rounded] = {}
    counts: Counter[int] = Counter()
    parts: list[int] = []
    following = begin
    while following < len(order) and len(parts) < limits().most_parts:
        line = lines[order[following]]
        for across in targets:
            each = line.get(across)
            if each is not None and _unit(each) == units[across]:
                sums[across] = sums[across] + amounts[each.id] if across in sums else amounts[each.id]
                counts[across] += 1
        parts.append(order[following])
        following = block_end[following]
        summed = [across for across in targets if counts[across] >= _FEWEST_PARTS]
        fits = [across for across in summed if sums[across].meets(targets[across])]
        if fits and _is_proven(whole, fits, summed, sums, targets, lines[parts[0]]):
            misses = tuple(across for across in summed if across not in fits)
            return _Sum(order[at], tuple(parts), tuple(fits), misses), following
        if all(across in sums and sums[across].exceeds_twice(target) for across, target in targets.items()):
            return None
    return None


def _is_proven(
    whole: Line,
    fits: Sequence[int],
    summed: Sequence[int],
    sums: Mapping[int, Rounded],
    targets: Mapping[int, Rounded],
    first_part: Line,
) -> bool:
    """Tell whether a line is a sum for sure: amounts of enough digits agree in enough places.

    Where the words say so, one place may do; else several have to agree that could hardly do so by chance.
    """
    digits = [_digits_agreeing(sums[across], targets[across]) for across in fits]
    telling = sum(1 for each in digits if each >= limits().telling_digits)
    misses = len(summed) - len(fits)
    if _is_total(whole) or _is_named_part(whole, first_part):
        return telling >= 1 and misses <= telling and sum(digits) >= limits().named_digits
    return telling >= _FEWEST_PARTS and misses < telling and sum(digits) >= limits().agreeing_digits


def _digits_agreeing(total: Rounded, target: Rounded) -> float:
    """Return to how many digits an amount and a sum agree; by chance one in so many powers of ten does."""
    width = total.width + target.width or _ONE
    return max(0.0, log10(abs(target.middle) / width)) if target.middle else 0.0


def _is_named_part(whole: Line, part: Line) -> bool:
    """Tell whether a part bears the name of its whole before its own: "Lúa – Lúa đông xuân"."""
    names = {fold(figure.reading.indicator) for figure in whole.values()}
    others = [fold(figure.reading.indicator) for figure in part.values()]
    return any(other.startswith(f"{name}{_PART}") for name in names for other in others)


def _sums_of_columns(columns: Mapping[int, Line], amounts: Mapping[int, Rounded]) -> Iterator[_Sum]:
    """Yield the columns that are the sum, in nearly all rows, of those right before or right after them.

    Where amounts and values alternate, of every second one.
    """
    order = sorted(columns)
    for at, column in enumerate(order):
        sides = (order[at + 1 :], order[:at][::-1])
        strides = (side[step - 1 :: step] for step in _STRIDES for side in sides)
        sums = (_sum_of_columns(column, beside, columns, amounts) for beside in strides)
        found = next((each for each in sums if each is not None), None)
        if found is not None:
            yield found


def _sum_of_columns(
    column: int, beside: Sequence[int], columns: Mapping[int, Line], amounts: Mapping[int, Rounded]
) -> _Sum | None:
    whole = columns[column]
    most_misses = int(len(whole) * (1 - limits().fitting_share))
    for count in range(_FEWEST_PARTS, min(len(beside), _MOST_COLUMNS) + 1):
        parts = beside[:count]
        fits, misses, telling = [], [], 0
        for row, each in whole.items():
            members = [columns[part][row] for part in parts if row in columns[part]]
            if len(members) < count or any(_unit(part) != _unit(each) for part in members):
                continue
            total = reduce(add, (amounts[part.id] for part in members))
            if total.meets(amounts[each.id]):
                fits.append(row)
                telling += _digits_agreeing(total, amounts[each.id]) >= limits().telling_digits
            else:
                misses.append(row)
                # Most columns are no sum of others: that shows within a few rows.
                if len(misses) > min(most_misses, _FEW + len(fits)):
                    break
        judged = len(fits) + len(misses)
        if telling >= limits().fitting_rows and len(fits) >= judged * limits().fitting_share:
            return _Sum(column, tuple(sorted(parts)), tuple(fits), tuple(misses))
    return None


def _is_between(whole: CheckedFigure, parts: Sequence[CheckedFigure]) -> bool:
    """Tell whether the whole is an average of its parts, or a standing amount, rather than a sum."""
    numbers = [part.reading.value.number for part in parts]
    return min(numbers) <= whole.reading.value.number <= max(numbers)


def _unit(figure: CheckedFigure) -> tuple[str, int, Kind]:
    unit = measure(figure.reading.unit)
    return unit.name, unit.power, figure.reading.kind


def _is_total(line: Line) -> bool:
    return any(_names_total(figure.reading.indicator) for figure in line.values())


@lru_cache(maxsize=4096)
def _names_total(indicator: str) -> bool:
    return words("parts.totals").search(fold(indicator)) is not None
