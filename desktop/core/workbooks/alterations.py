"""What a workbook holds otherwise than it was given, because Excel cannot hold it so: noted cell by cell.

Nothing is altered without a note: the notes come back from an export as counts, and stand on a sheet.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from desktop.core.messages import one_line

TITLE = "Ghi khác nguyên văn"
"""The sheet that tells them."""

MOST_TOLD = 1_000
"""How many altered cells of a kind are told one by one; the others are counted."""

_LONGEST_EXCERPT = 120


class AlterationKind(StrEnum):
    """Why a cell holds something else; each has its words in resources/i18n/workbook.toml and cli.toml."""

    LETTERS = "letters"
    LINE_BREAKS = "line_breaks"
    CUT = "cut"
    DIGITS = "digits"
    NUMBER_AS_TEXT = "number_as_text"
    TIME_AS_TEXT = "time_as_text"
    SHEET_NAME = "sheet_name"


@dataclass(frozen=True, slots=True)
class Alteration:
    """A cell, or a whole sheet where that is "", that holds something else than what was `given`."""

    kind: AlterationKind
    sheet: str
    cell: str
    given: str


@dataclass(frozen=True, slots=True)
class AlterationCount:
    """How many cells were altered in one way, and the first of them: "Số liệu!E5"."""

    kind: AlterationKind
    count: int
    place: str


class Alterations:
    """Collects what is altered while a workbook is written; `most_told` of a kind one by one."""

    def __init__(self, most_told: int = MOST_TOLD) -> None:
        self.most_told = most_told
        self._counter: Counter[AlterationKind] = Counter()
        self._first: dict[AlterationKind, Alteration] = {}
        self._told: list[Alteration] = []

    def note(self, kind: AlterationKind, sheet: str, cell: str, given: str) -> None:
        """Note that a cell does not hold what was `given`."""
        self._counter[kind] += 1
        if self._counter[kind] > self.most_told:
            return
        alteration = Alteration(kind, sheet, cell, _shown(given[:_LONGEST_EXCERPT]))
        self._first.setdefault(kind, alteration)
        self._told.append(alteration)

    @property
    def told(self) -> Sequence[Alteration]:
        """Return the altered cells in the order of writing, the first of each kind."""
        return tuple(self._told)

    def counts(self) -> tuple[AlterationCount, ...]:
        """Return how many cells were altered, by kind, in the order of the kinds."""
        found = [(kind, self._counter[kind]) for kind in AlterationKind if self._counter[kind]]
        return tuple(AlterationCount(kind, count, self._place(kind)) for kind, count in found)

    def _place(self, kind: AlterationKind) -> str:
        first = self._first[kind]
        return f"{first.sheet}!{first.cell}" if first.cell else first.sheet


def _shown(text: str) -> str:
    """Return a text that any cell can hold, in which one sees what was not to be seen."""
    whole = text.encode("utf-8", errors="backslashreplace").decode("utf-8")
    return one_line(whole.replace("\ufffe", "\\ufffe").replace("\uffff", "\\uffff"))
