"""What cannot be in one figure, and what is told twice with different values."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from desktop.core.checks.checking import findings_of
from desktop.core.figures import Value, Verdict
from tests.core.checks.conftest import Noticed, Read, reading_of

Notice = Callable[[str], list[Noticed]]


def codes(found: list[Noticed]) -> list[str]:
    """Return the codes alone."""
    return [each.code for each in found]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Có 112% số xã đạt chuẩn nông thôn mới.", "share_over"),
        ("Sản lượng điện giảm 120% so với cùng kỳ.", "fall_over"),
    ],
)
def test_percentage_that_cannot_be_is_noticed(noticed: Notice, text: str, code: str) -> None:
    assert codes(noticed(text)) == [code]


@pytest.mark.parametrize(
    "text",
    [
        "Có 100% số xã đạt chuẩn. Đạt 112% kế hoạch. Sản lượng tăng 120% so với cùng kỳ.",
        "Công suất sử dụng giường bệnh là 112%.",
    ],
)
def test_percentage_that_can_be_is_left_alone(noticed: Notice, text: str) -> None:
    assert noticed(text) == []


def test_correction_that_forgets_the_minus_is_noticed() -> None:
    read = reading_of("Số vụ cháy giảm 5,2% so với cùng kỳ năm trước.".encode(), "it.txt")
    (figure,) = read.figures
    said = replace(figure.read, value=Value(Decimal("5.3")))
    corrected = replace(figure, said=said, verdict=Verdict.CORRECTED)
    assert read.noticed() == []
    assert codes(Read(read.document, (corrected,), {}).noticed()) == ["sign_down"]


def test_figure_added_over_another_is_a_duplicate() -> None:
    read = reading_of("Toàn tỉnh có 218 vụ cháy.".encode(), "it.txt")
    (figure,) = read.figures
    both = (figure, replace(figure, id=2))
    assert codes(Read(read.document, both, {}).noticed()) == ["duplicate"]
    dismissed = replace(both[1], verdict=Verdict.DISMISSED)
    assert Read(read.document, (figure, dismissed), {}).noticed() == []


def test_same_indicator_with_two_values_is_a_contradiction(noticed: Notice) -> None:
    text = (
        "Tổng thu ngân sách trên địa bàn đạt 2.450 tỷ đồng.\n\nTình hình chung ổn định.\n\n"
        "Tổng thu ngân sách trên địa bàn đạt 2.540 tỷ đồng.\n"
    )
    (found,) = noticed(text)
    assert (found.code, found.texts) == ("contradiction", ("2.540 tỷ đồng", "2.450 tỷ đồng"))


def test_same_value_in_another_unit_or_less_exact_is_none(noticed: Notice) -> None:
    text = (
        "Tổng thu ngân sách trên địa bàn đạt 2.450 tỷ đồng.\n\n"
        "Tổng thu ngân sách trên địa bàn đạt 2,45 nghìn tỷ đồng.\n"
    )
    assert noticed(text) == []


def test_other_report_of_the_series_with_another_value_is_told_with_its_name() -> None:
    old = reading_of("Tổng thu ngân sách trên địa bàn năm 2021 đạt 9.450 tỷ đồng.".encode(), "a.txt")
    new = reading_of("Tổng thu ngân sách trên địa bàn năm 2021 đạt 9.512 tỷ đồng.".encode(), "b.txt")
    first, second = old.report(1, "tỉnh", "Báo cáo 2021"), new.report(2, "tỉnh", "Báo cáo 2022")
    (found,) = findings_of(second, [first, second])
    assert (str(found.code), found.expected) == ("revised", Decimal(9450))
    assert found.beside is not None
    assert found.beside.report_name == "Báo cáo 2021"
    assert findings_of(second, [old.report(1, "tỉnh khác", "Báo cáo 2021")]) == []


def test_thousandfold_value_between_reports_is_called_a_slip() -> None:
    old = reading_of("Tổng thu ngân sách trên địa bàn năm 2021 đạt 13.160 tỷ đồng.".encode(), "a.txt")
    new = reading_of("Tổng thu ngân sách trên địa bàn năm 2021 đạt 13,16 tỷ đồng.".encode(), "b.txt")
    (found,) = findings_of(new.report(2, "tỉnh"), [old.report(1, "tỉnh")])
    assert str(found.code) == "scale_between"
