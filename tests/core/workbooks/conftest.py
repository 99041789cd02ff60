"""Figures, reports and contents for the tests of workbooks, made from few words."""

from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from desktop.core.documents import Format
from desktop.core.figures import Base, Kind, Origin, Qualifier, Reading, ReviewedFigure, Value, Verdict
from desktop.core.places import Place
from desktop.core.reviews import LogEntry, Progress, ReportSummary, ReviewedSection
from desktop.core.workbooks.content import LeftOut, ReportContent, WorkbookContent
from desktop.core.workbooks.summary import write_workbook


class Maker:
    """Makes what a workbook is made of; figures have running numbers, one after another in the text."""

    moment = datetime(2021, 4, 5, 7, 24, 30, 123456, tzinfo=UTC)

    def __init__(self) -> None:
        self._ids = count(1)

    def reading(
        self,
        value: str,
        unit: str = "",
        kind: str = "level",
        base: str = "",
        indicator: str = "số vụ",
        qualifier: str = "",
        period: str = "2021-Q1",
    ) -> Reading:
        return Reading(
            Value.parse(value), unit, Kind(kind), Base(base), indicator, Qualifier(qualifier), period
        )

    def figure(self, *said: str, changes: dict[str, Any] | None = None, **named: str) -> ReviewedFigure:
        number = next(self._ids)
        values: dict[str, Any] = {
            "id": number,
            "report_id": 1,
            "section_id": None,
            "place": Place(10 * number, 10 * number + 3),
            "text": "…",
            "origin": Origin.MACHINE,
            "read": self.reading(*said, **named),
            "confidence": 0.9,
            "verdict": Verdict.ACCEPTED,
            "decided_by": "Nguyễn Thị Hoa",
            "decided_at": self.moment,
        }
        return ReviewedFigure(**(values | (changes or {})))

    def section(
        self,
        number: int,
        title: str,
        parent: int | None = None,
        tags: tuple[str, ...] = (),
        still_open: int = 0,
    ) -> ReviewedSection:
        level = 1 if parent is None else 2
        return ReviewedSection(number, parent, title, level, 0, 1000, tags, open=still_open)

    def report(
        self,
        *figures: ReviewedFigure,
        sections: tuple[ReviewedSection, ...] = (),
        left_out: LeftOut | None = None,
        text: str = "",
        number: int = 1,
    ) -> ReportContent:
        name, progress = f"bao-cao-{number}.txt", Progress()
        summary = ReportSummary(
            number, "d" * 64, name, f"Báo cáo số {number}", "2021-Q1", Format.TXT, self.moment, progress
        )
        return ReportContent(summary, sections, figures, left_out or LeftOut(), text)

    def content(self, *reports: ReportContent, log: tuple[LogEntry, ...] = ()) -> WorkbookContent:
        return WorkbookContent("Tổng hợp số liệu", "ho-so", self.moment, "Nguyễn Thị Hoa", reports, log)


@pytest.fixture
def make() -> Maker:
    """Return a maker whose figures are numbered from 1."""
    return Maker()


@pytest.fixture
def written(tmp_path: Path) -> Callable[[WorkbookContent], Workbook]:
    """Return a function that writes a content and opens the file as another program would."""

    def write_and_open(content: WorkbookContent) -> Workbook:
        write_workbook(content, tmp_path / "out.xlsx")
        return load_workbook(tmp_path / "out.xlsx")

    return write_and_open
