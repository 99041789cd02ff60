"""Findings: what a check noticed among the figures of a report, and how a clerk settled it. Plain values."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from hashlib import sha256

from desktop.core.figures import Reading, reading_fields

_IDENTITY_LENGTH = 32


class FindingCode(StrEnum):
    """What was noticed; each has its sentence in resources/i18n/findings.toml."""

    PARTS = "parts"
    PART_OVER_WHOLE = "part_over_whole"
    SHARES = "shares"
    CHANGE = "change"
    RATIO = "ratio"
    TURN_UP = "turn_up"
    TURN_DOWN = "turn_down"
    CONTRADICTION = "contradiction"
    REVISED = "revised"
    DUPLICATE = "duplicate"
    DUPLICATE_ROW = "duplicate_row"
    SIGN_UP = "sign_up"
    SIGN_DOWN = "sign_down"
    SCALE = "scale"
    SCALE_BETWEEN = "scale_between"
    SHARE_OVER = "share_over"
    FALL_OVER = "fall_over"
    BELOW_ZERO = "below_zero"


class FindingState(StrEnum):
    """How a finding stands: open, right as the source has it by a clerk's word, or gone with a correction."""

    OPEN = "open"
    SETTLED = "settled"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True)
class Beside:
    """A figure of another report that a finding holds one of this report against."""

    report_id: int
    report_name: str
    figure_id: int
    reading: Reading


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check noticed about figures of one report.

    It stands at the first of `figure_ids`, which `readings` goes along with; the others are what that one
    was held against, in reading order. `expected` is the amount that would fit, in the unit of the first
    figure, None where no amount can be told.
    """

    code: FindingCode
    report_id: int
    figure_ids: tuple[int, ...]
    readings: tuple[Reading, ...]
    expected: Decimal | None = None
    beside: Beside | None = None

    @property
    def figure_id(self) -> int:
        """The figure it stands at."""
        return self.figure_ids[0]

    @property
    def identity(self) -> str:
        """What it is known by again: the code, the figures and all that they say.

        Another value, unit or period of any of them makes it another finding.
        """
        told = [str(self.code)]
        pairs = list(zip(self.figure_ids, self.readings, strict=True))
        if self.beside is not None:
            pairs.append((self.beside.figure_id, self.beside.reading))
        for figure_id, reading in pairs:
            told += [str(figure_id), *reading_fields(reading).values()]
        return sha256("\x1f".join(told).encode("utf-8", "surrogatepass")).hexdigest()[:_IDENTITY_LENGTH]


@dataclass(frozen=True, slots=True)
class Settlement:
    """A clerk's word that the source really says so; `is_valid` is False where it was taken back."""

    identity: str
    report_id: int
    code: str
    figure_ids: tuple[int, ...]
    note: str
    settled_by: str
    settled_at: datetime
    is_valid: bool = True
    revision: int = 1


@dataclass(frozen=True, slots=True)
class StandingFinding:
    """A finding and how it stands; who settled it, when and with which note, where anybody did.

    Of one that went with a correction, who corrected and when.
    """

    finding: Finding
    state: FindingState = FindingState.OPEN
    note: str = ""
    settled_by: str = ""
    settled_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether nobody has settled it yet."""
        return self.state is FindingState.OPEN
