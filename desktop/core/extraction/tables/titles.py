"""What stands above a table: its name, the unit it states for all its figures, the periods it names."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.core.documents import Document, Table
from desktop.core.extraction.passages import fold
from desktop.core.extraction.tables.blocks import Block
from desktop.core.extraction.tables.measures import is_percent, unit_statement
from desktop.core.extraction.tables.periods import Mention, Period, mentions
from desktop.core.extraction.tables.slips import mended

_TITLE_NUMBER = re.compile(
    r"^\s*(?:(?:biểu|bảng|phụ lục|phụ biểu)(?:\s+số)?\s*)?[0-9IVX]+(?:[.-][0-9]+)*\s*[.):/-]\s*", re.I
)
_NAMES_TABLE = re.compile(r"(?:bảng|biểu|phụ lục|phụ biểu)\b")
_STATES_UNIT = re.compile(r"(?:đơn vị tính|đơn vị|đvt)\s*:")
_ABOVE_CHARACTERS, _ABOVE_LINES = 400, 3
_SPARE = re.compile(r"\s+(?:và\s*|các\s+quý\s*|\(\s*\)\s*|đến ngày\s+[0-9]{1,2}\s*)*(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Title:
    """What stands above a table: its words, these without the periods, the units it states, the periods."""

    text: str = ""
    name: str = ""
    units: tuple[str, ...] = ()
    periods: tuple[Period, ...] = ()


def title_of(block: Block, inherited: Title | None = None) -> Title:
    """Return what the rows above the header say; units left unsaid are those of the table before."""
    texts: list[str] = []
    units: tuple[str, ...] = ()
    for row in block.title:
        for entry in row.entries:
            if stated := unit_statement(entry.text):
                units = _joined(units, stated)
            elif entry.value is None and len(texts) < 6:
                texts.append(entry.text)
    text = " ".join(texts)
    if inherited and not text:
        return replace(inherited, units=units or inherited.units)
    said = mentions(fold(text))
    periods = tuple(mention.period for mention in mentions(fold(mended(text))))
    return Title(_TITLE_NUMBER.sub("", text), _named(text, said), units, periods)


def _joined(before: tuple[str, ...], stated: tuple[str, ...]) -> tuple[str, ...]:
    """Return the units stated last; a percent sign goes with the unit of the levels, wherever each stands."""
    if before and all(map(is_percent, before)) != all(map(is_percent, stated)):
        return (*before, *stated)
    return stated


def title_above(document: Document, table: Table) -> Title | None:
    """Return what the lines right above a table on a page say of it: its name and unit, if they do."""
    if table.sheet is not None:
        return None
    above = document.text[max(0, table.start - _ABOVE_CHARACTERS) : table.start]
    name = ""
    units: tuple[str, ...] = ()
    for line in [line.strip() for line in above.splitlines() if line.strip()][-_ABOVE_LINES:]:
        lower = fold(unicodedata.normalize("NFC", line))
        if _STATES_UNIT.search(lower) and (stated := unit_statement(_STATES_UNIT.split(lower)[-1])):
            units = stated
        if _NAMES_TABLE.match(lower):
            name = unicodedata.normalize("NFC", line)
    said = mentions(fold(name))
    return Title(name, _named(name, said), units, tuple(mention.period for mention in said))


def _named(text: str, said: Sequence[Mention]) -> str:
    """Return a title without its number and its periods."""
    name = _TITLE_NUMBER.sub("", _without(text, said))
    return _SPARE.sub(" ", name).strip(" -,")


def _without(text: str, said: Sequence[Mention]) -> str:
    for mention in reversed(said):
        text = text[: mention.start] + " " + text[mention.end :]
    return text
