"""What the checks notice in texts and tables written in a test, as a report would be read and extracted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import Workbook

from desktop.core.checks.checking import findings_of
from desktop.core.checks.subjects import CheckedReport, checked_figures
from desktop.core.documents import Document
from desktop.core.extraction.extracting import extract
from desktop.core.figures import Origin, ReviewedFigure
from desktop.core.findings import Finding
from desktop.core.readers import read


@dataclass(frozen=True, slots=True)
class Noticed:
    """A finding in a test's words: the texts of its figures, the first one being where it stands."""

    code: str
    texts: tuple[str, ...]
    expected: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """A document's figures as a workspace would hold them, nobody having reviewed them."""

    document: Document
    figures: tuple[ReviewedFigure, ...]
    headings: dict[int | None, str]

    def report(self, report_id: int = 1, source: str = "", name: str = "") -> CheckedReport:
        """Return the figures as checks look at them."""
        return CheckedReport(
            report_id, name, source, checked_figures(self.figures, self.document, self.headings)
        )

    def noticed(self) -> list[Noticed]:
        """Return what is noticed."""
        return [self.told(finding) for finding in findings_of(self.report())]

    def told(self, finding: Finding) -> Noticed:
        """Return a finding in words."""
        text_by_id = {figure.id: figure.text for figure in self.figures}
        texts = tuple(text_by_id[each] for each in finding.figure_ids)
        return Noticed(str(finding.code), texts, finding.expected)


def reading_of(data: bytes, name: str) -> Read:
    """Return the figures of a file."""
    document = read(data, name)
    extraction = extract(document)
    headings: dict[int | None, str] = {}
    figures = []
    for number, figure in enumerate(extraction.figures, start=1):
        section = next((key for key, title in headings.items() if (title,) == figure.section[-1:]), None)
        if figure.section and section is None:
            section = len(headings) + 1
            headings[section] = figure.section[-1]
        figures.append(
            ReviewedFigure(
                number,
                1,
                section,
                figure.place,
                figure.text,
                Origin.MACHINE,
                figure.reading,
                figure.confidence,
            )
        )
    return Read(document, tuple(figures), headings)


def sheet_of(rows: Sequence[Sequence[object]]) -> Read:
    """Return the figures of a workbook with one sheet of these rows."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    data = BytesIO()
    book.save(data)
    return reading_of(data.getvalue(), "phu-luc.xlsx")


@pytest.fixture
def noticed() -> Callable[[str], list[Noticed]]:
    """Return what tells what is noticed in a text."""
    head = "BÁO CÁO\nTình hình kinh tế - xã hội quý I năm 2022\n\nI. KINH TẾ\n"
    return lambda text: reading_of((head + text).encode(), "bao-cao.txt").noticed()


@pytest.fixture
def noticed_in() -> Callable[[Sequence[Sequence[object]]], list[Noticed]]:
    """Return what tells what is noticed in a sheet of these rows."""
    return lambda rows: sheet_of(rows).noticed()
