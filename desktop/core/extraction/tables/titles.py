"""What stands above a table: its name, the unit it states for all its figures, the periods it names."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from desktop.core.documents import Block as PageBlock
from desktop.core.documents import BlockKind, Document, Table
from desktop.core.extraction import lexicon
from desktop.core.extraction.passages import fold
from desktop.core.extraction.tables.blocks import Block
from desktop.core.extraction.tables.measures import is_percent, unit_of_name, unit_statement, without_units
from desktop.core.extraction.tables.periods import Mention, Period, mentions
from desktop.core.extraction.tables.slips import mended

_TITLE_NUMBER = re.compile(
    r"^\s*(?:(?:biểu|bảng|phụ lục|phụ biểu)(?:\s+số)?\s*)?[0-9IVX]+(?:[.-][0-9]+)*\s*[.):/-]\s*", re.I
)
_NAMES_TABLE = re.compile(r"(?:bảng|biểu|phụ lục|phụ biểu)\b")
_STATES_UNIT = re.compile(r"(?:đơn vị tính|đơn vị|đvt)\s*:", re.IGNORECASE)
_ABOVE_CHARACTERS, _ABOVE_LINES, _ABOVE_BLOCKS = 250, 4, 8
_CUT = "\x1f"
"""What stands where a period was taken out of a title."""
_JOINT = r"(?:(?:\bvà|\bcác\s+quý|\bđến ngày\s+[0-9]{1,2})(?!\w)\s*)*"
_SPARE = re.compile(rf"\s*(?:{_JOINT}\(?\s*{_CUT}\s*\)?\s*)+(?:{_JOINT}$)?|\s+các\s+quý$", re.I)


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
    named: tuple[str, ...] = ()
    for row in block.title:
        for entry in row.entries:
            if stated := unit_statement(entry.text):
                units = _joined(units, stated)
            elif entry.value is None and len(texts) < 6:
                texts.append(entry.text)
                named = (unit,) if (unit := unit_of_name(entry.text)) else named
    text = " ".join(texts)
    units = units or named
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
    named: list[str] = []
    units: tuple[str, ...] = ()
    for line, is_set_apart in _lines_above(document, table):
        if stated := _units_said(line):
            units = stated
        elif named or is_set_apart or _NAMES_TABLE.match(fold(line)):
            named.append(line)
    text = " ".join(named)
    said = mentions(fold(text))
    return Title(text, _named(text, said), units, tuple(mention.period for mention in said))


def _lines_above(document: Document, table: Table) -> list[tuple[str, bool]]:
    """Return the last lines before a table that are no prose, each with whether it is set as a title is."""
    index = bisect_left(document.blocks, table.start, key=_start)
    lines: list[tuple[str, bool]] = []
    for block in reversed(document.blocks[max(0, index - _ABOVE_BLOCKS) : index]):
        if block.kind is BlockKind.FURNITURE:
            continue
        line = " ".join(unicodedata.normalize("NFC", document.slice(block)).split())
        is_prose = len(line) > _ABOVE_CHARACTERS or line.endswith((".", ";", ":"))
        if block.kind is BlockKind.TABLE or is_prose or len(lines) == _ABOVE_LINES:
            break
        is_numbered = _TITLE_NUMBER.match(line) is not None
        is_set_apart = block.level > 0 or block.is_emphasised or _goes_on(line)
        lines.insert(0, (line, is_numbered and is_set_apart))
    return lines


def _goes_on(line: str) -> bool:
    """Tell whether a numbered line says that its table goes on: "3. (Tiếp theo) Xuất khẩu"."""
    return _continued_title().match(fold(_TITLE_NUMBER.sub("", line))) is not None


@cache
def _continued_title() -> re.Pattern[str]:
    return re.compile(r"\(\s*" + lexicon.any_of("tables", "label.continued") + r"\s*\)")


def _units_said(line: str) -> tuple[str, ...]:
    """Return the units that a line above a table states for it."""
    return unit_statement(_STATES_UNIT.split(line)[-1])


def _start(block: PageBlock) -> int:
    return block.start


def _named(text: str, said: Sequence[Mention]) -> str:
    """Return a title without its number and its periods, and without that it goes on."""
    name = _TITLE_NUMBER.sub("", _without(text, said))
    if (going_on := _continued_title().match(fold(name))) is not None:
        name = name[going_on.end() :]
    return without_units(_SPARE.sub(_spaced, name)).strip(" -,")


def _spaced(match: re.Match[str]) -> str:
    """Return what is left of a period taken out: brackets that held more than it stay open or closed."""
    said = match[0]
    opens, closes = said.count("("), said.count(")")
    return " (" if opens > closes else ") " if closes > opens else " "


def _without(text: str, said: Sequence[Mention]) -> str:
    for mention in reversed(said):
        text = text[: mention.start] + _CUT + text[mention.end :]
    return text
