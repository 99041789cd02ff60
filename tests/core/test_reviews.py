"""What a workspace tells of its reports."""

from datetime import UTC, datetime

import pytest

from desktop.core.documents import Format
from desktop.core.reviews import Progress, ReportSummary


@pytest.mark.parametrize(
    ("issuer", "province", "expected"),
    [
        ("UBND tỉnh Bắc Ninh", "Bắc Ninh", "UBND tỉnh Bắc Ninh"),
        ("UBND TỈNH BẮC NINH", "Bắc Ninh", "UBND TỈNH BẮC NINH"),
        ("Cục Thống kê", "Bắc Ninh", "Cục Thống kê (Bắc Ninh)"),
        ("Tổng cục Thống kê", "", "Tổng cục Thống kê"),
        ("", "Bắc Ninh", "Bắc Ninh"),
        ("", "", ""),
    ],
)
def test_issuer_is_told_with_its_province_once(issuer: str, province: str, expected: str) -> None:
    at = datetime(2021, 4, 5, tzinfo=UTC)
    named = (1, "d", "a.txt", "Báo cáo", "2021-Q1")
    report = ReportSummary(*named, Format.TXT, at, Progress(), issuer=issuer, province=province)
    assert report.issued_by == expected


@pytest.mark.parametrize(
    ("progress", "is_complete"),
    [
        (Progress(total=3, verified=2, dismissed=1), True),
        (Progress(total=3, verified=2, open=1), False),
        (Progress(total=3, verified=2, doubtful=1), False),
        (Progress(total=3, verified=3, ledger_open=1), False),
        (Progress(), True),
    ],
)
def test_review_is_complete_when_nothing_is_left_to_settle(progress: Progress, is_complete: bool) -> None:
    assert progress.is_complete is is_complete
