"""A workbook that was corrected elsewhere and came back: compared, and accepted figure by figure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from db.columns import storable
from db.queries.figures import storable_reading
from db.sessions import Session
from desktop.core.figures import Origin, ReviewedFigure, Verdict
from desktop.core.reviews import LogEntry
from desktop.core.workbooks.identity import DIGEST_PROPERTY, workbook_digest
from desktop.core.workbooks.reading_back.comparing import compared
from desktop.core.workbooks.reading_back.differences import Comparison, RowDifference
from desktop.core.workbooks.reading_back.handed import HandedWorkbook
from desktop.core.workbooks.reading_back.returned import Returned
from desktop.operations.changes import Change, FigureChange, lost_race, subject_of
from desktop.operations.returned_facts import ReturnedFacts
from desktop.operations.workspaces import Workspace

ACTION = "take_back"


@dataclass(frozen=True, slots=True)
class ReadBack:
    """A workbook that came back and how it compares; `changed_by` is who saved it last, as the file says.

    `export` is the line of the log that tells of its export, None where none fits. `digest_told` is the
    digest over all rows in its properties, `digest_counted` the one over the rows it has now.
    """

    file: str
    digest: str
    changed_by: str
    comparison: Comparison
    export: LogEntry | None = None
    figures: int = 0
    digest_told: str = ""
    digest_counted: str = ""

    @property
    def is_unchanged(self) -> bool:
        """Tell whether the workbook says nothing else than was exported."""
        return not self.comparison.changed and not self.comparison.remarks


def read_back(workspace: Workspace, handed: HandedWorkbook) -> ReadBack:
    """Return how a workbook compares with its export and the workspace as it is now.

    Raise RefusedError where it has no hidden columns, or was exported from another workspace.
    """
    returned = Returned(handed)
    with workspace.reading() as connection:
        facts = ReturnedFacts(connection, returned)
        facts.refuse_foreign(workspace.name)
        comparison = compared(returned, facts.known())
        missing = tuple(facts.missing())
    # From now on this clerk has seen them: a change is refused where somebody else changed one since.
    workspace.figures([row.known.figure.id for row in comparison.rows if row.known.figure is not None])
    return ReadBack(
        handed.name,
        handed.digest,
        handed.changed_by,
        replace(comparison, remarks=(*comparison.remarks, *missing)),
        facts.export,
        len(returned.keys),
        handed.properties.get(DIGEST_PROPERTY, ""),
        workbook_digest(returned.rows),
    )


def take_back(rows: Sequence[RowDifference], source: ReadBack, changed_by: str) -> Change:
    """Correct figures as the workbook says; the machine's reading stays beside it.

    `changed_by` is who changed the workbook, for the log. Applying refuses where a figure is not any more as
    it was compared, or its report is signed off. Rows that are not offered are passed over.
    """
    taken = {row.known.figure.id: row for row in rows if row.is_offered and row.known.figure is not None}

    def rule(figure: ReviewedFigure, session: Session) -> ReviewedFigure:
        return _corrected(figure, taken[figure.id], session)

    told = {"changed_by": storable(changed_by), "file": storable(source.file), "digest": source.digest}
    return FigureChange(ACTION, list(taken), rule, told)


def _corrected(figure: ReviewedFigure, row: RowDifference, session: Session) -> ReviewedFigure:
    shown = row.known.figure
    if shown is None or row.there is None or replace(figure, revision=0) != replace(shown, revision=0):
        raise lost_race(subject_of(figure))
    said = storable_reading(row.there)
    if said != figure.effective:
        is_as_read = said == figure.read and figure.origin is not Origin.LEDGER
        figure = replace(
            figure,
            verdict=Verdict.ACCEPTED if is_as_read else Verdict.CORRECTED,
            said=None if is_as_read else said,
            reason="",
            decided_by=storable(session.who),
            decided_at=session.at,
            looked_ms=None,
            needed_ms=None,
        )
    return figure if row.note is None else replace(figure, note=storable(row.note))
