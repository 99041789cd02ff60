"""The period a workbook reports on, from its headers."""

from collections.abc import Callable

from desktop.core.documents import Document
from desktop.core.extraction.tables import period_of_tables

BuildTable = Callable[..., Document]


def test_latest_month_of_the_headers_is_reported(build_table: BuildTable) -> None:
    document = build_table(
        [
            [None, "Kế hoạch năm 2022", "Thực hiện tháng 4 năm 2022", "Ước tính tháng 5 năm 2022",
             "Cộng dồn 5 tháng năm 2022", "5 tháng năm 2022 so với cùng kỳ năm 2021 (%)"],
            ["Thu ngân sách (Tỷ đồng)", 900, 70, 75, 380, 104],
        ],
        sheet="a",
    )  # fmt: skip
    assert period_of_tables(document) == "2022-05"


def test_yearly_tables_report_their_last_year(build_table: BuildTable) -> None:
    document = build_table([[None, 2018, 2019, 2020], ["Dân số (Người)", 10, 11, 12]], sheet="a")
    assert period_of_tables(document) == "2020"


def test_undated_tables_report_nothing(build_table: BuildTable) -> None:
    assert period_of_tables(build_table([["Huyện", "Số vụ"], ["A", "1"]])) == ""


def test_table_of_many_years_reports_the_last(build_table: BuildTable) -> None:
    document = build_table([[None, *range(2001, 2021)], ["Dân số (Người)", *range(20)]], sheet="a")
    assert period_of_tables(document) == "2020"
