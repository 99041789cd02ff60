"""The words of the workbook: every value a clerk may meet in it, in Vietnamese."""

from collections.abc import Mapping

import resources
from desktop.core.displays import period_text, value_text
from desktop.core.fields import field_name
from desktop.core.figures import Value
from desktop.core.messages import Language
from desktop.core.remarks import FIELD, remarks_text
from desktop.core.tags import TagTree, colour_name
from desktop.core.workbooks.content import LeftOut

_DIRECTIONS = {"undo": "Hoàn tác: ", "redo": "Làm lại: "}
_NAMED_FIELDS = ("kind", "base", "verdict", "qualifier", "note_state", "finding_state", "retired", "outcome")
_TAG_FIELDS = ("tag", "tags", "parent_tag")


def word(table: str, key: str) -> str:
    """Return the word for `key` in a table of i18n/workbook.toml, the key itself where there is none."""
    words: Mapping[str, str] = resources.toml("i18n/workbook.toml")[table]
    return words.get(key, key)


def action_text(action: str) -> str:
    """Return what was done, in words: "undo_accept" is "Hoàn tác: xác nhận đúng"."""
    direction, _, verb = action.partition("_")
    name = word("action", verb)
    if direction in _DIRECTIONS and name != verb:
        return _DIRECTIONS[direction] + name[0].lower() + name[1:]
    return word("action", action)


def fields_text(values: Mapping[str, str], beside: Mapping[str, str], tree: TagTree | None = None) -> str:
    """Return texts by field as one line: "giá trị: 218; trạng thái: đã sửa".

    What is empty is told only where there is something in the texts `beside` them; tags have the names of
    `tree`, by default those of the program.
    """
    told = (key for key, value in values.items() if value or beside.get(key))
    return "; ".join(f"{word('field', key)}: {_field_value(key, values[key], tree)}" for key in told)


def reason_text(reason: str) -> str:
    """Return why a figure was dismissed, in words; free text after a colon stays."""
    kind, colon, free = reason.partition(":")
    return word("reason", kind) + (f": {free.strip()}" if colon else "")


def left_out_text(left_out: LeftOut) -> str:
    """Return how many figures are left out and why, as half a sentence."""
    if not left_out.total:
        return "không còn số liệu nào chưa đưa vào"
    return (
        f"còn {left_out.total} số liệu chưa đưa vào ({left_out.open} chưa xác nhận, "
        f"{left_out.doubtful} nghi vấn, {left_out.dismissed} đã loại)"
    )


def tags_text(tags: tuple[str, ...], tree: TagTree) -> str:
    """Return the names that the tree has for tags."""
    return "; ".join(map(tree.name, tags))


def _field_value(field: str, value: str, tree: TagTree | None) -> str:
    if not value:
        return "(trống)"
    if field == "period":
        return period_text(value)
    if field == "reason":
        return reason_text(value)
    if field in ("value", "settled"):
        return _shown_value(value)
    if field == FIELD:
        return remarks_text(value, Language.VIETNAMESE)
    if field in _TAG_FIELDS:
        return field_name(value) if tree is None else tree.name(value)
    if field == "only_tags":
        return ", ".join(key if tree is None else tree.name(key) for key in value.split(", "))
    if field == "colour":
        return colour_name(value)
    return word(field, value).lower() if field in _NAMED_FIELDS else value


def _shown_value(text: str) -> str:
    try:
        return value_text(Value.parse(text))
    except ValueError:
        return text
