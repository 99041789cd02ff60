"""What a reader of values gives for a cell, as the cell of a workbook that came back."""

import datetime
import math
from decimal import Decimal

from desktop.core.figures import plain
from desktop.core.workbooks.reading_back.handed import FAILURE, CellKind, HandedCell


def handed_cell(value: object, kind: CellKind = CellKind.NUMBER) -> HandedCell | None:
    """Return the cell of a value, a number as one of `kind`; None where it is empty."""
    if isinstance(value, str):
        return HandedCell(CellKind.TEXT, value) if value and not value.isspace() else None
    match value:
        case None:
            return None
        case bool():
            return HandedCell(CellKind.TRUTH, str(value).upper())
        case int():
            return HandedCell(kind, str(value))
        case float() if math.isfinite(value):
            return HandedCell(kind, plain(Decimal(repr(value))))
        case Decimal():
            return HandedCell(kind, plain(value))
        case float():
            return HandedCell(CellKind.FAILED, FAILURE)
        case _:
            return HandedCell(CellKind.MOMENT, moment_text(value))


def moment_text(value: object) -> str:
    """Return a date, a time or a duration as a Vietnamese clerk writes it: "05/12/2021"."""
    if isinstance(value, datetime.datetime) and value.time() != datetime.time():
        return f"{value:%d/%m/%Y %H:%M}"
    if isinstance(value, datetime.date):
        return f"{value:%d/%m/%Y}"
    return f"{value:%H:%M}" if isinstance(value, datetime.time) else str(value)
