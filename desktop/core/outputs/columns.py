"""The columns of figures handed on to analysts: one list for CSV, JSON and Parquet alike.

Names, types and meanings are data (resources/workbooks/columns.toml); what stands in them is FigureRow.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

import resources
from desktop.core.messages import Language
from desktop.core.terminal_tables import Column as TableColumn
from desktop.core.terminal_tables import table_lines

_HEADINGS = {
    Language.VIETNAMESE: ("Cột", "Kiểu", "Nội dung"),
    Language.ENGLISH: ("Column", "Type", "What it holds"),
}
_WIDEST = (20, 10, 1_000)


class ColumnType(StrEnum):
    """What the values of a column are; a choice is a text of few values, texts are several."""

    TEXT = "text"
    CHOICE = "choice"
    TEXTS = "texts"
    DECIMAL = "decimal"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, the type of its values, and what it holds in either language."""

    name: str
    type: ColumnType
    vi: str
    en: str

    def meaning(self, language: Language) -> str:
        """Return what the column holds."""
        return self.en if language is Language.ENGLISH else self.vi


@cache
def columns() -> tuple[Column, ...]:
    """Return the columns in their order."""
    listed = resources.toml("workbooks/columns.toml")["column"]
    return tuple(Column(each["name"], ColumnType(each["type"]), each["vi"], each["en"]) for each in listed)


def column_lines(language: Language) -> Iterator[str]:
    """Yield the columns as a table for a terminal; the meanings are never cut."""
    rows = [(each.name, str(each.type), each.meaning(language)) for each in columns()]
    return table_lines(_HEADINGS[language], rows, tuple(map(TableColumn, _WIDEST)), sum(_WIDEST))
