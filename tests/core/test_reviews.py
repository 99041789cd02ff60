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
    told = {"issuer": issuer, "province": province}
    report = ReportSummary(1, "d", "a.txt", "Báo cáo", "2021-Q1", Format.TXT, at, Progress(), **told)
    assert report.issued_by == expected
