"""With how many decimals a source writes a number: "12,50%" shows two, though the number is 12.5."""

import re
from decimal import ROUND_HALF_UP, Context, Decimal

from desktop.core.displays import MOST_DECIMALS

_NUMBER = re.compile("[0-9]+(?:[.,\u00a0\u202f ][0-9]+)*")
_EXACT = Context(prec=1000)
_GROUPING = re.compile("[.,\u00a0\u202f ]")


def written_decimals(text: str, number: Decimal) -> int | None:
    """Return how many decimals `text` writes `number` with, its sign aside; None where it does not write it.

    Either comma or dot may begin the decimals, as sources of either kind are read. More than MOST_DECIMALS
    are the rest of a division and told by nobody. A cell of a workbook may show fewer than its number has.
    """
    if "," not in text and "." not in text:
        return None
    amount = number.copy_abs()
    found = [
        decimals
        for match in _NUMBER.finditer(text)
        for written, decimals in _ways_to_read(match[0])
        if decimals <= MOST_DECIMALS and (written == amount or written == _rounded(amount, decimals))
    ]
    return max(found, default=None)


def _rounded(amount: Decimal, decimals: int) -> Decimal:
    return amount.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, _EXACT)


def _ways_to_read(written: str) -> list[tuple[Decimal, int]]:
    """Return the numbers a run of digits can be, each with its decimals."""
    whole = (Decimal(_GROUPING.sub("", written)), 0)
    at = max(written.rfind(","), written.rfind("."))
    if at < 0:
        return [whole]
    decimals = _GROUPING.sub("", written[at + 1 :])
    return [whole, (Decimal(f"{_GROUPING.sub('', written[:at])}.{decimals}"), len(decimals))]
