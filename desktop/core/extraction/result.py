"""What extraction gives back: figures, ledger, sections, and what the report says of itself."""

from dataclasses import dataclass

from desktop.core.figures import Figure
from desktop.core.sections import LedgerEntry, LedgerKind, Section


@dataclass(frozen=True, slots=True)
class SetAside:
    """A stretch of text, [start, end), whose runs of digits are no figures, and why."""

    start: int
    end: int
    kind: LedgerKind


@dataclass(frozen=True, slots=True)
class Claims:
    """What one part of the extraction (prose, one table) says of its stretch of the text.

    Figures are in text order; a figure claims every run of digits inside its place's span.
    """

    figures: tuple[Figure, ...] = ()
    set_aside: tuple[SetAside, ...] = ()


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything found in a report: one ledger entry for each run of digits of its text, in order.

    `title` is the report's own title or ""; `period` is the period it reports on ("2021-Q1") or ""; `issuer`
    is the office that issued it and `province` the province it is about, as they are usually written, or "".
    """

    figures: tuple[Figure, ...]
    ledger: tuple[LedgerEntry, ...]
    sections: tuple[Section, ...]
    title: str = ""
    period: str = ""
    issuer: str = ""
    province: str = ""
