"""Text of the old Vietnamese fonts."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.core.readers.legacy_letters import LegacyLetters

_OLD = "Tæng s¶n phÈm trong n\xadíc"
_NEW = "Tổng sản phẩm trong nước"


def test_old_letters_become_unicode() -> None:
    assert LegacyLetters([_OLD]).decode(_OLD) == _NEW


def test_unicode_stays_as_it_is_beside_old_cells() -> None:
    letters = LegacyLetters([_OLD, "Hà Nội", "Tổng số"])
    assert letters.decode("Hà Nội") == "Hà Nội"
    assert letters.decode("Tổng số") == "Tổng số"


def test_words_of_a_mixed_cell_are_judged_one_by_one() -> None:
    mixed = "Tổng s¶n phÈm"
    assert LegacyLetters([mixed]).decode(mixed) == "Tổng sản phẩm"


def test_letters_of_both_kinds_follow_their_sheet() -> None:
    assert LegacyLetters([_OLD]).decode("Bé Y tÕ") == "Bộ Y tế"
    assert LegacyLetters(["Bé gái", "Tổng số"]).decode("Bé gái") == "Bé gái"


def test_capital_fonts_give_capitals() -> None:
    assert LegacyLetters([_OLD]).decode("GI¸ TRÞ") == "GIÁ TRỊ"


@given(st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạ ắằếềốồớờứừ0123456789.,%()", max_size=40))
def test_unicode_vietnamese_is_never_changed(text: str) -> None:
    assert LegacyLetters([text]).decode(text) == text
