"""Error rates as lines of comma-separated values, for the command line and spreadsheets."""

import csv
from collections.abc import Iterator
from io import StringIO

from desktop.core.error_rates import ErrorCount, ErrorRates

KEYS = (
    "by",
    "name",
    *("first_checked", "first_wrong", "first_rate"),
    *("second_checked", "second_wrong", "second_rate"),
)


def csv_lines(rates: ErrorRates) -> Iterator[str]:
    """Yield a line of keys, a line a person ("person") and a line a kind of figure ("kind").

    Rates are from 0 to 1 with four decimals, "" where nothing was checked. The last line has the number of
    unsettled differences as `first_checked`.
    """
    yield _line(KEYS)
    for rate in rates.by_person:
        yield _line(("person", rate.who, *_cells(rate.first), *_cells(rate.second)))
    for rate in rates.by_kind:
        yield _line(("kind", str(rate.kind), *_cells(rate.first), *_cells(rate.second)))
    yield _line(("unsettled", "", str(rates.unsettled), "", "", "", "", ""))


def _cells(count: ErrorCount) -> tuple[str, str, str]:
    rate = "" if count.rate is None else f"{count.rate:.4f}"
    return str(count.checked), str(count.wrong), rate


def _line(cells: tuple[str, ...]) -> str:
    line = StringIO()
    csv.writer(line, lineterminator="").writerow(cells)
    return line.getvalue()
