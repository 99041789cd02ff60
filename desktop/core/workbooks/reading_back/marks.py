"""The marks of rows that came back: what a figure was exported with, read again."""

import json

from desktop.core.figures import Base, Kind, Qualifier, Reading, Value
from desktop.core.workbooks.identity import DIGEST_HEADING, FIELDS_HEADING, KEY_HEADING, FigureMark
from desktop.core.workbooks.reading_back.lists import ListRow

_FIELDS = frozenset({"value", "unit", "kind", "base", "indicator", "qualifier", "period"})


def mark_of(row: ListRow) -> FigureMark:
    """Return what the hidden columns of a row hold; its parts are "" where they are empty."""
    key, fields, digest = (row.text_under(each) for each in (KEY_HEADING, FIELDS_HEADING, DIGEST_HEADING))
    return FigureMark(key.strip(), fields, digest.strip())


def exported_reading(mark: FigureMark) -> Reading | None:
    """Return the reading that a sound mark was made of; None where somebody else made it up."""
    if not mark.is_sound:
        return None
    try:
        told = json.loads(mark.fields)
        if not isinstance(told, dict) or set(told) != _FIELDS:
            return None
        return Reading(
            Value.parse(str(told["value"])),
            str(told["unit"]),
            Kind(told["kind"]),
            Base(told["base"]),
            str(told["indicator"]),
            Qualifier(told["qualifier"]),
            str(told["period"]),
        )
    except (ValueError, RecursionError):
        return None


def figure_id_of(key: str) -> int | None:
    """Return the number of a figure in its workspace by its key, None where it is no key."""
    _, dash, number = key.rpartition("-")
    return int(number) if dash and number.isdecimal() and len(number) < 19 else None


def report_of(key: str) -> str:
    """Return the first letters of the digest of a figure's report."""
    return key.rpartition("-")[0]
