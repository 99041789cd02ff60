"""The words of the workbook."""

import pytest

from desktop.core.figures import Base, Kind, Qualifier, Verdict
from desktop.core.workbooks.content import LeftOut
from desktop.core.workbooks.wording import action_text, fields_text, left_out_text, reason_text, word


def test_every_value_has_a_name() -> None:
    for table, values in {"kind": Kind, "base": Base, "qualifier": Qualifier, "verdict": Verdict}.items():
        assert all(word(table, value) != value for value in values if value)


@pytest.mark.parametrize(
    ("action", "words"),
    [
        ("accept", "Xác nhận đúng"),
        ("undo_accept", "Hoàn tác: xác nhận đúng"),
        ("redo_tag", "Làm lại: gắn nhãn"),
        ("undo_take_over", "Hoàn tác: sửa các số liệu tương tự"),
        ("of_a_later_version", "of_a_later_version"),
    ],
)
def test_action_is_told_in_words(action: str, words: str) -> None:
    assert action_text(action) == words


def test_fields_of_the_log_are_told_in_words() -> None:
    told = {"verdict": "corrected", "value": "2180.5", "period": "2021-Q1", "tag": "health", "note": ""}
    words = "trạng thái: đã sửa; giá trị: 2.180,5; kỳ: Quý I/2021; nhãn: Y tế"
    assert fields_text(told, {}) == words
    assert fields_text(told, {"note": "cũ"}) == words + "; ghi chú: (trống)"
    assert fields_text({"value": "không phải số", "later": "x"}, {}) == "giá trị: không phải số; later: x"


def test_free_reason_stays() -> None:
    assert reason_text("legal") == "số văn bản"
    assert reason_text("other: số điện thoại") == "lý do khác: số điện thoại"


def test_left_out_counts_are_told_by_verdict() -> None:
    assert (
        left_out_text(LeftOut(open=2, doubtful=1))
        == "còn 3 số liệu chưa đưa vào (2 chưa xác nhận, 1 nghi vấn, 0 đã loại)"
    )
    assert left_out_text(LeftOut()) == "không còn số liệu nào chưa đưa vào"
