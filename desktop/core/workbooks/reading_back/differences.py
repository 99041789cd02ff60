"""What a workbook that came back says otherwise: by figure and field, and of the file as a whole."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from desktop.core.figures import Reading, ReviewedFigure
from desktop.core.workbooks.identity import FigureMark
from desktop.core.workbooks.reading_back.values import Trouble

NOTE_FIELD = "note"


class FieldState(StrEnum):
    """How a field stands: as exported, in the workbook, in the program now."""

    THERE = "there"
    HERE = "here"
    CONFLICT = "conflict"
    BOTH = "both"
    UNREADABLE = "unreadable"

    @property
    def is_offered(self) -> bool:
        """Tell whether the workbook says something that may be taken over."""
        return self in (FieldState.THERE, FieldState.CONFLICT)


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """A field that is not alike in all three: texts as the workbook shows them, and where its cell stands.

    `trouble` says why the workbook's cell is not taken; `other` is a second way to read what was `typed`;
    `is_thousandfold` tells a factor of a thousand between values, as mixed up dots and commas make it.
    """

    name: str
    state: FieldState
    exported: str
    here: str
    there: str
    place: str = ""
    trouble: Trouble | None = None
    typed: str = ""
    other: str = ""
    is_thousandfold: bool = False


@dataclass(frozen=True, slots=True)
class KnownFigure:
    """A figure of a workbook as it is in the workspace now, with its report; None where it is gone.

    `note_then` is its note when the workbook was written; `beside` is what the program tells beside the note,
    `has_moved_on` whether it may tell something else by now.
    """

    figure: ReviewedFigure | None
    report: str
    is_signed: bool = False
    note_then: str = ""
    beside: str = ""
    has_moved_on: bool = False


@dataclass(frozen=True, slots=True)
class RowDifference:
    """A figure of which the workbook, or the program by now, says something else than was exported.

    `there` is its reading with what the workbook changed, None where that cannot be taken; `note` is the new
    note, None where it stays.
    """

    mark: FigureMark
    exported: Reading
    known: KnownFigure
    fields: tuple[FieldDifference, ...]
    place: str
    there: Reading | None = None
    note: str | None = None
    is_misplaced: bool = False

    @property
    def key(self) -> str:
        """Return the key of the figure."""
        return self.mark.key

    @property
    def is_changed_there(self) -> bool:
        """Tell whether the workbook says something else than was exported."""
        return self.is_misplaced or any(each.state is not FieldState.HERE for each in self.fields)

    @property
    def is_to_settle(self) -> bool:
        """Tell whether the workbook says something that the program does not."""
        told = (FieldState.THERE, FieldState.CONFLICT, FieldState.UNREADABLE)
        return self.is_misplaced or any(each.state in told for each in self.fields)

    @property
    def is_offered(self) -> bool:
        """Tell whether what the workbook says can be taken over."""
        return self.there is not None and not self.known.is_signed and self.known.figure is not None


class RemarkKind(StrEnum):
    """What is to be said of a file besides its changed figures; each has its line in messages.toml."""

    ADDED = "row_added"
    COPIED = "row_copied"
    REPEATED = "row_repeated"
    UNSOUND = "row_unsound"
    UNKNOWN = "row_unknown"
    DELETED = "row_deleted"
    DELETED_SOME = "rows_deleted"
    COLUMN = "column_gone"
    SUMMARY_WORDS = "summary_words"
    SORTED_APART = "sorted_apart"
    NO_PROPERTIES = "no_properties"


@dataclass(frozen=True, slots=True)
class FileRemark:
    """Something to be said of the file; `details` are the words that its line names."""

    kind: RemarkKind
    details: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A workbook that came back, held against what was exported and what the program says now."""

    rows: Sequence[RowDifference] = ()
    remarks: Sequence[FileRemark] = ()

    @property
    def changed(self) -> list[RowDifference]:
        """Return the figures of which the workbook says something else than was exported."""
        return [row for row in self.rows if row.is_changed_there]
