"""The full stop of an abbreviation ends no sentence."""

import pytest

from desktop.core.extraction.passages import passage_of
from desktop.core.extraction.prose import sentences_of


def _sentences(text: str) -> list[str]:
    passage = passage_of(text, 0, len(text))
    return [text[start:end].strip() for start, end in sentences_of(passage)]


@pytest.mark.parametrize(
    "text",
    [
        "Số vụ cháy tại TP. Buôn Ma Thuột là 12 vụ.",
        "Tx. Hồng Lĩnh có 5 phường.",
        "Theo TS. Nguyễn Văn Bình, năng suất tăng 5%.",
        "Sản lượng của Q. Bình Thạnh đạt 25 tấn.",
    ],
)
def test_name_behind_an_abbreviation_belongs_to_its_sentence(text: str) -> None:
    assert _sentences(text) == [text]


def test_abbreviation_that_closes_a_list_ends_the_sentence() -> None:
    text = "Dịch xảy ra ở 3 huyện, TP. Tổng số lợn chết là 45 con."
    assert _sentences(text) == ["Dịch xảy ra ở 3 huyện, TP.", "Tổng số lợn chết là 45 con."]


def test_letter_that_stands_for_a_surname_ends_the_sentence() -> None:
    text = "Công an bắt đối tượng Trần Văn H. Thu giữ 2 kg ma túy."
    assert _sentences(text) == ["Công an bắt đối tượng Trần Văn H.", "Thu giữ 2 kg ma túy."]
