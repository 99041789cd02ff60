"""What the record of a review ("biên bản rà soát") tells: plain values that an operation collects."""

from dataclasses import dataclass
from datetime import datetime

from desktop.core.figures import ReviewedFigure
from desktop.core.outputs.tallies import FigureTally, Reviewer, RunTally, SecondTally
from desktop.core.reviews import ReportSummary

_NONE_READ_AGAIN = SecondTally()


@dataclass(frozen=True, slots=True)
class FindingTally:
    """What the checks noticed in a report, and how much of it somebody has settled."""

    found: int = 0
    settled: int = 0

    @property
    def open(self) -> int:
        """Return how many nobody has settled."""
        return self.found - self.settled


@dataclass(frozen=True, slots=True)
class ReportRecord:
    """The review of one report; `corrections` are its corrected figures in reading order.

    `findings` is None where no checks were made. With tags the record is of the figures under them, the
    runs of digits are those of the whole report all the same.
    """

    summary: ReportSummary
    figures: FigureTally
    runs: RunTally
    reviewers: tuple[Reviewer, ...] = ()
    second: SecondTally = _NONE_READ_AGAIN
    corrections: tuple[ReviewedFigure, ...] = ()
    findings: FindingTally | None = None


@dataclass(frozen=True, slots=True)
class ReviewRecord:
    """The record of a workspace; `office` is whose it is, "" where nobody has said so.

    `digest` is the one that a workbook of the same figures bears. `only_tags` are the names of the tags that
    it is restricted to, none where it is about everything.
    """

    workspace: str
    at: datetime
    who: str
    reports: tuple[ReportRecord, ...]
    digest: str
    office: str = ""
    only_tags: tuple[str, ...] = ()
