"""The quick look at a word list at every start: whether there is anything to tell at all.

Finds the same faults as the check does, but not where, and passes over those that change nothing.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from desktop.core.wordlists.forms import FIELD_NAMES, FIELD_OWN, Entry, FieldTree, Form, Named, Whole


def is_sound(value: object, form: Form) -> bool:
    """Tell whether `value` has all that `form` names, and nothing else."""
    match form:
        case Entry.WORDS:
            return isinstance(value, list) and bool(value) and all(map(_is_word, value))
        case Entry.TEXT:
            return isinstance(value, str) and bool(value.strip())
        case Whole(low=low, high=high):
            return type(value) is int and low <= value <= high
        case _ if not isinstance(value, dict):
            return False
        case Named(entry=entry):
            return all(is_sound(item, entry) for item in value.values())
        case Mapping():
            return value.keys() == form.keys() and all(is_sound(value[key], form[key]) for key in form)
        case FieldTree():
            return _is_sound_tree(value)


def _is_word(word: object) -> bool:
    return isinstance(word, str) and word.strip() == word != ""


def _is_sound_tree(tree: dict[str, Any]) -> bool:
    fields = list(_fields(tree))
    keys = [key for key, _ in fields]
    return (
        all(isinstance(field, dict) and _is_sound_field(key, field) for key, field in fields)
        and len(keys) == len(set(keys))
        and all(len(fields) == len({field[own].casefold() for _, field in fields}) for own in FIELD_NAMES)
    )


def _is_sound_field(key: str, field: dict[str, Any]) -> bool:
    letters = key.replace("_", "")
    return (
        not (key.startswith("_") or key == "remove")
        and (letters.isascii() and letters.isalpha() and letters.islower())
        and all(own in field for own in FIELD_OWN)
        and all(is_sound(field[name], Entry.TEXT) for name in FIELD_NAMES)
        and (field["words"] == [] or is_sound(field["words"], Entry.WORDS))
    )


def _fields(table: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, field in table.items():
        if key not in FIELD_OWN:
            yield key, field
            if isinstance(field, dict):
                yield from _fields(field)
