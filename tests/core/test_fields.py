"""The tree of fields: complete, named in both languages, and with keys that a workspace can store."""

import re
import unicodedata
from pathlib import Path

import pytest

from desktop.core import fields as fields_module
from desktop.core.fields import Field, field_by_key, field_name, fields
from desktop.core.messages import Language
from desktop.core.wordlists.loading import WordLists

EVERY_FIELD = [field for top in fields() for field in top.walk()]


def test_keys_are_unique_and_plain() -> None:
    keys = [field.key for field in EVERY_FIELD]
    assert len(keys) == len(set(keys))
    assert all(re.fullmatch(r"[a-z][a-z_]*", key) for key in keys)


def test_every_field_is_named_in_both_languages_and_has_words() -> None:
    for field in EVERY_FIELD:
        assert field.vi.strip() and field.en.strip() and field.words, field.key


def test_names_are_unique_in_each_language() -> None:
    for language in Language:
        names = [field.name(language) for field in EVERY_FIELD]
        assert len(names) == len(set(names))


def test_names_and_words_are_composed() -> None:
    for field in EVERY_FIELD:
        for text in (field.vi, *field.words):
            assert text == unicodedata.normalize("NFC", text)


def test_words_of_a_field_do_not_repeat() -> None:
    for field in EVERY_FIELD:
        assert len(field.words) == len({word.casefold() for word in field.words}), field.key


@pytest.mark.parametrize(
    "name",
    ["Y tế", "Giáo dục và đào tạo", "Trật tự, an toàn giao thông", "Tài chính, ngân sách", "Thanh tra"],
)
def test_fields_of_every_provincial_report_are_there(name: str) -> None:
    assert name in {field.vi for field in EVERY_FIELD}


def test_field_is_found_by_its_key_wherever_it_stands() -> None:
    field = field_by_key("livestock")
    assert isinstance(field, Field)
    assert field.vi == "Chăn nuôi, thú y"
    assert field in next(top for top in fields() if top.key == "economy").walk()


def test_unknown_key_is_shown_as_it_is() -> None:
    assert field_by_key("of_a_later_version") is None
    assert field_name("of_a_later_version") == "of_a_later_version"
    assert field_name("health", Language.ENGLISH) == "Health"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[economy]\nvi = ", ()),
        ("[economy]\nvi = 5\n", ()),
        ("[economy]\nvi = 'Kinh tế'\n[economy.prices]\n", ("Kinh tế",)),
        ("[economy]\nvi = 'Kinh tế'\ncolour = 'red'\n", ("Kinh tế",)),
    ],
)
def test_faulty_list_of_fields_leaves_what_can_be_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, shown: tuple[str, ...]
) -> None:
    (tmp_path / "fields.toml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(fields_module, "word_lists", lambda: WordLists(tmp_path))
    assert tuple(field.vi for field in fields.__wrapped__()) == shown
