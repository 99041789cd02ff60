"""Tags are suggested from what the office did before, then from the words of a heading."""

import pytest

from desktop.core.tag_suggesting import MOST_SUGGESTIONS, Precedent, TagSuggester, bare_heading
from desktop.core.tags import OfficeTag, tag_tree


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("II. Y tế", "y te"),
        ("2. Y TẾ", "y te"),
        ("a) Y tế:", "y te"),
        ("II.3. Y tế", "y te"),
        ("10.2 - Đầu tư công", "dau tu cong"),
        ("Giáo dục và đào tạo", "giao duc va dao tao"),
    ],
)
def test_number_accents_and_case_make_no_other_heading(title: str, bare: str) -> None:
    assert bare_heading(title) == bare


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("3. Chăn nuôi, thú y", "livestock"),
        ("II. Giáo dục và đào tạo", "education"),
        ("5. CÔNG TÁC THANH TRA, GIẢI QUYẾT KHIẾU NẠI", "complaints"),
        ("1. Trật tự an toàn giao thông", "traffic_safety"),
        ("Cải cách hành chính", "administrative_reform"),
    ],
)
def test_heading_suggests_the_field_its_words_are_of(title: str, key: str) -> None:
    assert key in TagSuggester(tag_tree()).suggest(title)[:2]


def test_heading_without_a_fields_words_suggests_nothing() -> None:
    assert TagSuggester(tag_tree()).suggest("Phần thứ hai") == ()


def test_what_the_office_gave_the_same_heading_comes_first() -> None:
    precedents = [Precedent("IV. Y TẾ", "population", 3), Precedent("I. Y tế", "science", 1)]
    suggester = TagSuggester(tag_tree(), precedents)
    assert suggester.suggest("2. Y tế")[:3] == ("population", "science", "health")


def test_similar_heading_counts_less_than_the_same_and_more_than_words() -> None:
    precedents = [
        Precedent("Y tế và chăm sóc sức khỏe", "population", 50),
        Precedent("Y tế, chăm sóc sức khỏe", "children", 1),
    ]
    suggested = TagSuggester(tag_tree(), precedents).suggest("3. Y tế, chăm sóc sức khỏe")
    assert suggested[:2] == ("children", "population")
    assert "health" in suggested


def test_tag_of_the_office_is_suggested_and_retired_or_present_ones_are_not() -> None:
    office = [OfficeTag("own_a", "Làng nghề"), OfficeTag("own_b", "Cũ", is_retired=True)]
    precedents = [Precedent("Nghề truyền thống", key) for key in ("own_a", "own_b", "gone", "trade")]
    suggested = TagSuggester(tag_tree(office), precedents).suggest("Nghề truyền thống", ["trade"])
    assert suggested == ("own_a",)


def test_suggestions_are_few() -> None:
    precedents = [Precedent("Chung", tag.key) for tag, _ in tag_tree().walk()]
    assert len(TagSuggester(tag_tree(), precedents).suggest("Chung")) == MOST_SUGGESTIONS
