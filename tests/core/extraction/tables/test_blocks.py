"""Where a table's title, header and body begin, and where another table does."""

from collections.abc import Callable
from typing import Any

from desktop.core.documents import Document
from desktop.core.extraction.tables.blocks import Block, blocks_of, is_numbering
from desktop.core.extraction.tables.grid import rows_of

BuildTable = Callable[..., Document]


def _blocks(document: Document) -> list[Block]:
    return blocks_of(rows_of(document, document.tables[0]))


def _numbers(block: Block) -> tuple[list[int], list[int], list[int]]:
    return (
        [row.number for row in block.title],
        [row.number for row in block.header],
        [row.number for row in block.body],
    )


def test_years_under_words_belong_to_the_header(build_table: BuildTable) -> None:
    document = build_table(
        [["Tiêu đề"], [None, "Năm", "Năm"], [None, 2019, 2020], ["Số xã (xã)", 12, 13]], sheet="a"
    )
    assert [_numbers(block) for block in _blocks(document)] == [([0], [1, 2], [3])]


def test_years_as_figures_of_a_labelled_row_are_data(build_table: BuildTable) -> None:
    document = build_table(
        [[None, "Quý I", "Quý II"], ["Số vụ", 12, 13], ["Số người", 2019, 2020]], sheet="a"
    )
    assert _numbers(_blocks(document)[0])[2] == [1, 2]


def test_group_label_above_the_figures_belongs_to_the_body(build_table: BuildTable) -> None:
    document = build_table([["", "Quý I"], ["Phân theo ngành"], ["Công nghiệp", 5]], sheet="a")
    assert _numbers(_blocks(document)[0]) == ([], [0], [1, 2])


def test_repeated_title_begins_a_block(build_table: BuildTable) -> None:
    document = build_table(
        [
            ["4. Lúa"], [None, "Quý I", "Quý II"], ["Huyện A", 1, 2], ["Huyện B", 3, 4],
            ["4. (Tiếp theo) Lúa"], [None, "Quý I", "Quý II"], ["Huyện C", 5, 6],
        ],
        sheet="a",
    )  # fmt: skip
    assert [_numbers(block)[0] for block in _blocks(document)] == [[0], [4]]


def test_blocks_hold_every_row(build_table: BuildTable, wide: Any) -> None:
    rows = [
        ["x"],
        [None, wide("Năm 2020", 2)],
        [None, "a", "b"],
        ["y", 1, 2],
        ["z"],
        ["t", 3, 4],
        ["Nguồn: ..."],
    ]
    document = build_table(rows, sheet="a")
    held = [number for block in _blocks(document) for part in _numbers(block) for number in part]
    assert held == list(range(len(rows)))


def test_numbering_rows_are_told_from_figures(build_table: BuildTable) -> None:
    document = build_table(
        [["A", "B", "1", "2", "3=2/1"], ["(1)", "(2)", "(3)"], ["a", "5", "9"], ["1", "2"]]
    )
    assert [is_numbering(row) for row in rows_of(document, document.tables[0])] == [True, True, False, True]
