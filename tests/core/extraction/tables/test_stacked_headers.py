"""Headers cut into rows wherever the office pleased: the cuts change nothing of what they mean."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.extraction.tables import claims_of_table
from desktop.core.figures import Base, Kind
from tests.core.extraction.tables.conftest import BuildTable, Content, Wide, document_of

Meaning = tuple[Kind, Base, str]


def _said(month: int, year: int) -> list[tuple[str, Meaning]]:
    so_far = f"{year}-01/{year}-{month:02d}"
    said = f"Tháng {month} năm {year}"
    return [
        (
            f"Thực hiện tháng {month - 1:02d} năm {year}",
            (Kind.LEVEL, Base.NONE, f"{year}-{month - 1:02d}"),
        ),
        (f"Ước tính tháng {month} năm {year}", (Kind.LEVEL, Base.NONE, f"{year}-{month:02d}")),
        (f"Cộng dồn {month} tháng năm {year}", (Kind.LEVEL, Base.NONE, so_far)),
        (
            f"{said} so với tháng trước (%)",
            (Kind.RATIO, Base.PREVIOUS, f"{year}-{month:02d}"),
        ),
        (
            f"{said} so với cùng kỳ năm {year - 1} (%)",
            (Kind.RATIO, Base.SAME_PERIOD, f"{year}-{month:02d}"),
        ),
        (
            f"{month} tháng năm {year} so với kế hoạch năm (%)",
            (Kind.RATIO, Base.PLAN, so_far),
        ),
    ]


def _meanings(build: BuildTable, header: Sequence[Sequence[Content]], columns: int) -> list[set[Meaning]]:
    rows: list[Sequence[Content]] = [["4. Vốn đầu tư thực hiện"], *header]
    rows += [[label, *(140.5 + column for column in range(columns))] for label in ("Đường sắt", "Cầu cảng")]
    document = build(rows, sheet="4")
    figures = claims_of_table(document, document.tables[0], "").figures
    return [
        {
            (figure.reading.kind, figure.reading.base, figure.reading.period)
            for figure in figures
            if (figure.place.cell or "").startswith("BCDEFG"[column])
        }
        for column in range(columns)
    ]


@st.composite
def _cut_headers(draw: st.DrawFn) -> tuple[list[list[str | None]], list[Meaning]]:
    month, year = draw(st.integers(2, 11)), draw(st.integers(2008, 2026))
    said = _said(month, year)
    depth = draw(st.integers(1, 5))
    columns: list[list[str]] = []
    for text, _ in said:
        words = text.split()
        cuts = draw(st.sets(st.integers(1, len(words) - 1), min_size=depth - 1, max_size=depth - 1))
        bounds = [0, *sorted(cuts), len(words)]
        columns.append([" ".join(words[a:b]) for a, b in pairwise(bounds)])
    rows: list[list[str | None]] = [[None, *(column[row] for column in columns)] for row in range(depth)]
    return rows, [meaning for _, meaning in said]


@settings(max_examples=60, deadline=None)
@given(_cut_headers())
def test_a_header_may_be_cut_between_any_words(cut: tuple[list[list[str | None]], list[Meaning]]) -> None:
    header, meanings = cut
    assert _meanings(document_of, header, len(meanings)) == [{meaning} for meaning in meanings]


def test_month_in_the_last_row_of_a_header_is_no_figure(build_table: BuildTable) -> None:
    header: list[list[Content]] = [
        [None, Wide("Năm 2023", 2), "9 tháng năm 2023"],
        [None, "Tháng", "Tháng", "so với cùng kỳ"],
        [None, 8, 9, "năm trước (%)"],
    ]
    assert _meanings(build_table, header, 3) == [
        {(Kind.LEVEL, Base.NONE, "2023-08")},
        {(Kind.LEVEL, Base.NONE, "2023-09")},
        {(Kind.RATIO, Base.SAME_PERIOD, "2023-01/2023-09")},
    ]


def test_counts_under_a_header_of_months_stay_figures(build_table: BuildTable) -> None:
    header: list[list[Content]] = [[None, "Tháng 8 năm 2023", "Ước tháng"], ["Số vụ cháy", 8, 9]]
    document = build_table([["5. Cháy, nổ"], *header, ["Số vụ nổ", 1, 2]], sheet="5")
    values = [
        str(figure.reading.value) for figure in claims_of_table(document, document.tables[0], "").figures
    ]
    assert values == ["8", "9", "1", "2"]


@pytest.mark.parametrize("heading", ["So với cùng kỳ", "So với cùng kỳ năm 2022 (%)"])
def test_base_of_a_heading_over_two_columns_takes_no_month_from_below(
    heading: str, build_table: BuildTable
) -> None:
    header: list[list[Content]] = [
        [None, "Ước tính", heading, None],
        [None, "tháng 9 năm 2023", "Tháng 9 năm 2023", "9 tháng năm 2023"],
    ]
    assert _meanings(build_table, header, 3)[1:] == [
        {(Kind.RATIO, Base.SAME_PERIOD, "2023-09")},
        {(Kind.RATIO, Base.SAME_PERIOD, "2023-01/2023-09")},
    ]


def test_what_is_left_of_a_plan_in_the_last_row_is_no_unit(build_table: BuildTable) -> None:
    header: list[list[Content]] = [
        [None, "Tháng 12 năm 2023", "Năm 2023"],
        [None, "so với tháng trước (%)", "so với"],
        [None, None, "kế hoạch năm"],
    ]
    assert _meanings(build_table, header, 2)[1] == {(Kind.RATIO, Base.PLAN, "2023")}


def test_header_of_many_rows_is_read_from_its_first(build_table: BuildTable) -> None:
    said = "Thực hiện tháng 8 năm 2023 của các cơ sở nuôi trồng ngoài khu vực ven biển miền Trung"
    header = [[None, word, word if place < 5 else None] for place, word in enumerate(said.split())]
    assert len(header) > 12
    assert _meanings(build_table, header, 2)[0] == {(Kind.LEVEL, Base.NONE, "2023-08")}
