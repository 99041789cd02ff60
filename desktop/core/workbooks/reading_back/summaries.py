"""The sheet "Tổng hợp" of a workbook that came back: values by the keys beside them, words for people."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from desktop.core.figures import Reading
from desktop.core.workbooks.cells import clean_text
from desktop.core.workbooks.overview import HEADINGS
from desktop.core.workbooks.reading_back.fields import is_as_written, same_content, unescaped, value_shown
from desktop.core.workbooks.reading_back.lists import FoundCell, ListRow, folded, shown_values
from desktop.core.workbooks.reading_back.values import ReadValue, read_value

INDICATOR, UNIT, ACTUAL = (HEADINGS[at].text for at in (1, 2, 3))
_VALUES = tuple(heading.text for heading in HEADINGS[3:7])
_SUBTOTAL = re.compile("cộng [0-9.]+ dòng")


@dataclass(frozen=True, slots=True)
class Summaries:
    """What the rows of summaries say.

    `shown` are the cells that show values, by the keys of their figures; `words` those whose indicator or
    unit was changed; `copied` the rows of another indicator that have the keys of one; `added` those that
    have a number and no keys.
    """

    shown: Mapping[str, Sequence[FoundCell]]
    words: Sequence[FoundCell]
    copied: Sequence[ListRow]
    added: Sequence[ListRow]


def summaries_of(rows: Sequence[ListRow], exported: Mapping[str, Reading]) -> Summaries:
    """Return what the rows say; `exported` are the readings that the workbook was exported with, by key."""
    indicators = {folded(unescaped(clean_text(reading.indicator))) for reading in exported.values()}
    shown: dict[str, list[FoundCell]] = defaultdict(list)
    words: list[FoundCell] = []
    copied: list[ListRow] = []
    added: list[ListRow] = []
    for row in rows:
        keyed = list(shown_values(row))
        values = [(key, found) for key, found in keyed if key in exported]
        if not values:
            added += [row] if not keyed and _is_added(row) else []
            continue
        is_renamed = any(folded(_text(found)) not in indicators for found in row.cells_under(INDICATOR))
        if is_renamed and not all(_is_as_exported(found, exported[key]) for key, found in values):
            copied.append(row)
            continue
        words += row.cells_under(INDICATOR) if is_renamed else []
        words += _changed_units(row, values, exported)
        for key, found in values:
            shown[key].append(found)
    return Summaries(shown, words, copied, added)


def _changed_units(
    row: ListRow, values: Sequence[tuple[str, FoundCell]], exported: Mapping[str, Reading]
) -> Iterator[FoundCell]:
    """Yield the cell of the unit where it is not that of the level beside it."""
    actual = {found.column for found in row.cells_under(ACTUAL)}
    units = [exported[key].unit for key, found in values if found.column in actual]
    for found in row.cells_under(UNIT):
        if units and not any(is_as_written(_text(found), unit) for unit in units):
            yield found


def _is_added(row: ListRow) -> bool:
    """Tell whether somebody has written a number into a row that is not one of the program's sums."""
    if _SUBTOTAL.match(folded(row.text_under(INDICATOR))):
        return False
    return any(_is_number(found) for heading in _VALUES for found in row.cells_under(heading))


def _is_number(found: FoundCell) -> bool:
    return isinstance(read_value(found.cell, "%"), ReadValue)


def _is_as_exported(found: FoundCell, exported: Reading) -> bool:
    content = value_shown(found, exported).content
    return content is not None and same_content("value", content, exported.value)


def _text(found: FoundCell) -> str:
    return "" if found.cell is None else unescaped(found.cell.text)
