"""What is told of all reports of a workbook together, gathered by going through them once.

Going through them again has its price: those of a large workspace are unpacked each time.
"""

from dataclasses import dataclass, field

from desktop.core.workbooks.addresses import pictured_figures
from desktop.core.workbooks.content import Fate, ReportContent


@dataclass(slots=True)
class Survey:
    """How many figures and runs of digits there are, who issued the reports, what some of them lack.

    `runs_by_fate` counts the runs of digits that no verified figure claims; `pictured` the figures on pages;
    `without_pages` are the names of reports with figures none of which is on a page.
    """

    figures: int = 0
    issuers: set[str] = field(default_factory=set)
    has_notes: bool = False
    runs: int = 0
    claimed: int = 0
    runs_by_fate: dict[Fate, int] = field(default_factory=lambda: dict.fromkeys(Fate, 0))
    pictured: int = 0
    without_pages: list[str] = field(default_factory=list)

    def add(self, report: ReportContent) -> None:
        """Take in the next report."""
        self.figures += len(report.figures)
        self.issuers.add(report.summary.issued_by)
        self.has_notes |= bool(report.notes)
        self.runs += report.ledger.runs
        self.claimed += report.ledger.claimed
        for line in report.ledger.lines:
            self.runs_by_fate[line.fate] += line.runs
        pictured = sum(1 for _ in pictured_figures(report))
        self.pictured += pictured
        if report.figures and not pictured:
            self.without_pages.append(report.summary.name)
