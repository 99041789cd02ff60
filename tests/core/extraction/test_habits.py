"""How large numbers are by unit, told by those of a text that can be read one way only."""

from desktop.core.extraction.habits import habits_of

SURE = "Thu 1.150 tỷ đồng, chi 2.300 tỷ đồng, vay 1.700 tỷ đồng, xây 15 xã. "


def test_magnitudes_are_gathered_for_units_that_need_them() -> None:
    magnitudes = habits_of(SURE + "Doanh thu đạt 1,234 tỷ đồng.").magnitudes
    assert list(magnitudes) == ["tỷ đồng"]
    assert all(3 < magnitude < 4 for magnitude in magnitudes["tỷ đồng"])


def test_text_without_doubt_needs_no_magnitudes() -> None:
    assert habits_of(SURE).magnitudes == {}


def test_two_numbers_are_too_few_to_tell_how_large_they_are() -> None:
    magnitudes = habits_of("Thu 1.150 tỷ đồng, chi 2.300 tỷ đồng, đạt 1,234 tỷ đồng.").magnitudes
    assert list(magnitudes["tỷ đồng"]) == []
