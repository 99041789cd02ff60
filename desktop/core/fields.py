"""The tree of fields that sections are tagged with, from resources/lexicon/fields.toml."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from desktop.core.errors import RefusedError
from desktop.core.messages import Language
from desktop.core.wordlists.loading import word_lists


@dataclass(frozen=True, slots=True)
class Field:
    """A field with its names; `key` is what a tag stores, `words` are what headings on the field say."""

    key: str
    vi: str
    en: str
    words: tuple[str, ...] = ()
    children: tuple["Field", ...] = ()

    def name(self, language: Language) -> str:
        """Return the field's name in `language`."""
        return self.en if language is Language.ENGLISH else self.vi

    def walk(self) -> Iterator["Field"]:
        """Yield the field and all below it, parents first."""
        yield self
        for child in self.children:
            yield from child.walk()


@cache
def fields() -> tuple[Field, ...]:
    """Return the fields at the top of the tree, in the order reports are laid out.

    There are none where the list cannot be used, which is told as with every list; keys then serve as names.
    """
    try:
        return _children(word_lists().table("fields"))
    except RefusedError:
        return ()


def field_by_key(key: str) -> Field | None:
    """Return the field that tags of `key` mean, None for one this version does not know."""
    return _field_by_key().get(key)


def field_name(key: str, language: Language = Language.VIETNAMESE) -> str:
    """Return the name of the field `key`, or the key itself where it is not known."""
    field = field_by_key(key)
    return field.name(language) if field is not None else key


@cache
def _field_by_key() -> dict[str, Field]:
    return {field.key: field for top in fields() for field in top.walk()}


def _children(table: Mapping[str, Any]) -> tuple[Field, ...]:
    return tuple(_field(key, entry) for key, entry in table.items() if isinstance(entry, Mapping))


def _field(key: str, entry: Mapping[str, Any]) -> Field:
    vi = entry.get("vi", key)
    return Field(key, vi, entry.get("en", vi), tuple(entry.get("words", ())), _children(entry))
