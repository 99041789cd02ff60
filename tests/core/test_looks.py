"""The pace below which an acceptance is marked as hasty."""

from desktop.core.looks import Look, ReadingPace, reading_pace


def test_every_word_takes_its_time() -> None:
    pace = ReadingPace(base_ms=200, word_ms=50)
    assert pace.needed_ms() == 200
    assert pace.needed_ms("thu ngân sách", "Thu ngân sách 6,3 tỷ đồng.") == 200 + 9 * 50


def test_only_less_time_than_needed_is_hasty() -> None:
    assert Look(499, 500).is_hasty
    assert not Look(500, 500).is_hasty


def test_shipped_pace_is_one_that_nobody_exceeds_by_reading() -> None:
    pace = reading_pace()
    assert 0 < pace.word_ms < 200
    assert 0 < pace.base_ms < 1_000
