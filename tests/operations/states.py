"""All that a workspace tells of a report, to compare it before and after."""

from dataclasses import dataclass, replace

from db.queries import checks
from desktop.core.annotations import Note, PassageTag
from desktop.core.figures import ReviewedFigure
from desktop.core.reviews import LedgerRow, Progress, ReviewedSection
from desktop.operations.annotations import read_annotations
from desktop.operations.workspaces import Workspace


@dataclass(frozen=True)
class State:
    """Figures and notes without their revisions, which never go back, and all else that is told."""

    figures: tuple[ReviewedFigure, ...]
    ledger: tuple[LedgerRow, ...]
    sections: tuple[ReviewedSection, ...]
    progress: Progress
    passages: tuple[PassageTag, ...]
    notes: tuple[Note, ...]


def state_of(workspace: Workspace, report_id: int) -> State:
    """Return the state of a report; fail where the counts kept for it are not those of a recount."""
    with workspace.reading() as connection:
        assert checks.wrong_counts(connection, report_id) == set()
    found = workspace.figures(workspace.index(report_id).ids)
    beside = read_annotations(workspace, report_id)
    return State(
        tuple(replace(figure, revision=0) for figure in found),
        tuple(workspace.ledger(report_id)),
        tuple(workspace.sections(report_id)),
        workspace.progress(report_id),
        beside.passages,
        tuple(replace(note, revision=0) for note in beside.notes),
    )
