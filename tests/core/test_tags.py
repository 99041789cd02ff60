"""The tree of tags as an office changes it, and the palette its colours come from."""

import pytest

import resources
from desktop.core.fields import fields
from desktop.core.folding import folded, has_words
from desktop.core.messages import Language
from desktop.core.tags import NO_COLOUR, OfficeTag, TagTree, palette, tag_tree

GROUNDS = {"light": "#ffffff", "dark": "#2d2d2d"}


def test_default_tree_is_that_of_the_fields_with_colours() -> None:
    tree = tag_tree()
    assert [tag.key for tag, _ in tree.walk()] == [each.key for top in fields() for each in top.walk()]
    assert tree.name("health") == "Y tế"
    assert tree.name("health", Language.ENGLISH) == "Health"
    assert tree.colour("crops") == tree.colour("agriculture") != tree.colour("economy")
    assert {tag.colour for tag, _ in tree.walk()} <= set(palette()) - {NO_COLOUR}


def test_office_renames_recolours_moves_and_retires_a_default_field() -> None:
    tree = tag_tree([OfficeTag("tourism", "Du lịch, lễ hội", "pink", "society", is_retired=True)])
    tag = tree.get("tourism")
    assert tag is not None
    assert (tag.vi, tag.en, tag.colour, tag.is_retired) == (
        "Du lịch, lễ hội",
        "Du lịch, lễ hội",
        "pink",
        True,
    )
    assert [each.key for each in tree.above("tourism")] == ["society"]
    assert "tourism" in tree.below("society")
    assert "tourism" not in tree.below("economy")


def test_own_tag_stands_under_the_field_it_was_put_under() -> None:
    tree = tag_tree([OfficeTag("own_lang_nghe", "Làng nghề", "brown", "industry")])
    depth_by_key = {tag.key: depth for tag, depth in tree.walk()}
    assert depth_by_key["own_lang_nghe"] == depth_by_key["industry"] + 1
    assert tree.find("lang nghe") == tree.get("own_lang_nghe")


def test_field_moved_to_the_top_keeps_what_is_below_it() -> None:
    tree = tag_tree([OfficeTag("agriculture", parent="")])
    assert tree.above("crops") == (tree.get("agriculture"),)


@pytest.mark.parametrize(
    "office",
    [
        [OfficeTag("economy", parent="industry")],
        [OfficeTag("own_a", "A", parent="own_b"), OfficeTag("own_b", "B", parent="own_a")],
        [OfficeTag("own_a", "A", parent="own_a")],
        [OfficeTag("own_a", "A", parent="gone")],
    ],
)
def test_tags_that_circle_or_hang_nowhere_are_all_shown_once(office: list[OfficeTag]) -> None:
    tree = tag_tree(office)
    keys = [tag.key for tag, _ in tree.walk()]
    assert len(keys) == len(set(keys))
    assert {said.key for said in office} <= set(keys)
    assert set(keys) >= {each.key for top in fields() for each in top.walk()}


def test_unknown_key_serves_as_its_name() -> None:
    tree = TagTree()
    assert (tree.name("of_later"), tree.colour("of_later"), tree.below("of_later")) == (
        "of_later",
        NO_COLOUR,
        frozenset({"of_later"}),
    )


def test_words_are_found_with_and_without_accents() -> None:
    assert folded("Đầu tư") == "dau tu"
    assert has_words("Hỏi lại Sở Y tế", "so y te")
    assert has_words("Hỏi lại Sở Y tế", "Y TẾ hỏi")
    assert not has_words("Hỏi lại Sở Y tế", "so cong thuong")


@pytest.mark.parametrize("colour", palette())
@pytest.mark.parametrize("ground", GROUNDS)
def test_every_colour_stands_out_on_its_ground(colour: str, ground: str) -> None:
    shown = resources.toml("styles/tags.toml")["palette"][colour][ground]
    assert _contrast(shown, GROUNDS[ground]) >= 3


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
