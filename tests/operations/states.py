"""All that a workspace tells of a report, to compare it before and after."""

from dataclasses import dataclass, replace

from db.queries import checks
from desktop.core.figures import ReviewedFigure
from desktop.core.reviews import LedgerRow, Progress, ReviewedSection
from desktop.operations.workspaces import Workspace


@dataclass(frozen=True)
class State:
    """Figures without their revisions, which never go back, ledger, sections with tags, progress."""

    figures: tuple[ReviewedFigure, ...]
    ledger: tuple[LedgerRow, ...]
    sections: tuple[ReviewedSection, ...]
    progress: Progress


def state_of(workspace: Workspace, report_id: int) -> State:
    """Return the state of a report; fail where the counts kept for it are not those of a recount."""
    with workspace.reading() as connection:
        assert checks.wrong_counts(connection, report_id) == set()
    found = workspace.figures(workspace.index(report_id).ids)
    return State(
        tuple(replace(figure, revision=0) for figure in found),
        tuple(workspace.ledger(report_id)),
        tuple(workspace.sections(report_id)),
        workspace.progress(report_id),
    )
