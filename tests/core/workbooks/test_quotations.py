"""The words around a figure."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.core.workbooks.quotations import REACH, quotation


def quoted(text: str, number: str) -> str:
    start = text.index(number)
    return quotation(text, start, start + len(number))


def test_sentence_is_quoted_alone() -> None:
    text = "Câu trước. Số vụ ma túy 218 vụ, tăng 2,4 lần. Câu sau."
    assert quoted(text, "218") == "Số vụ ma túy 218 vụ, tăng 2,4 lần."


def test_decimal_point_and_small_letters_end_no_sentence() -> None:
    assert (
        quoted("Thu 6.3 tỷ đồng, TP. và tỉnh nộp 12 tỷ.", "12") == "Thu 6.3 tỷ đồng, TP. và tỉnh nộp 12 tỷ."
    )


def test_line_break_counts_as_a_space_and_blank_line_ends_the_quotation() -> None:
    assert quoted("mục trên\n\nSố vụ\nlà 218\nvụ\n \nmục dưới", "218") == "Số vụ là 218 vụ"


def test_row_of_a_table_is_quoted_cell_by_cell() -> None:
    assert quoted("Tổng số\t1\nLúa\t12,5\t\t103,1\nNgô\t7", "12,5") == "Lúa | 12,5 | 103,1"


def test_long_sentence_is_cut_between_words_and_says_so() -> None:
    text = "đầu " + "từ " * 100 + "218 " + "sau " * 100
    found = quoted(text, "218")
    assert found.startswith("…từ ")
    assert found.endswith(" sau…")
    assert len(found) <= 2 * REACH + 5


@given(st.text(alphabet="aB1.,!\n\t \u0301", max_size=400), st.integers(0, 400), st.integers(0, 9))
def test_quotation_holds_the_figure_on_one_line(text: str, start: int, length: int) -> None:
    found = quotation(text, start, start + length)
    assert "\n" not in found and "\t" not in found
    bare = "".join(text[start : start + length].split())
    assert bare in "".join(found.split()).replace("|", "") or not bare
