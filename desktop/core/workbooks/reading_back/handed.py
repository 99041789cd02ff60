"""A workbook as it came back: the sheets that list figures, and what the file says of itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum


class CellKind(StrEnum):
    """What a cell holds, as far as it matters for a figure."""

    TEXT = "text"
    NUMBER = "number"
    PERCENT = "percent"
    MOMENT = "moment"
    TRUTH = "truth"
    UNCOMPUTED = "uncomputed"
    FAILED = "failed"


FORMULA, FAILURE = "=…", "#…"
"""The texts of cells that show no value: a formula that nobody computed, and one that failed."""


@dataclass(frozen=True, slots=True)
class HandedCell:
    """A cell that is not empty; `text` of a number is its decimal, of a percentage a hundredfold: "12.5"."""

    kind: CellKind
    text: str

    @property
    def number(self) -> Decimal | None:
        """Return the number of a cell that holds one."""
        return Decimal(self.text) if self.kind in (CellKind.NUMBER, CellKind.PERCENT) else None


Row = Mapping[int, HandedCell]
"""The cells of a row by their columns, from 0."""


@dataclass(frozen=True, slots=True)
class HandedSheet:
    """A sheet's cells by row and column, both from 0."""

    name: str
    rows: Mapping[int, Row]


@dataclass(frozen=True, slots=True)
class HandedWorkbook:
    """The sheets of a file that have one of the hidden columns, in their order.

    `digest` is the SHA-256 of the file, `properties` are its own (custom) ones, `changed_by` is who saved it
    last, "" where it does not say.
    """

    name: str
    digest: str
    sheets: tuple[HandedSheet, ...] = ()
    properties: Mapping[str, str] = field(default_factory=dict)
    changed_by: str = ""
