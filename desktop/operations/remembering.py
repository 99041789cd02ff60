"""Corrections made once and offered again: for the open figures they fit, in this report and in others."""

from collections.abc import Sequence
from dataclasses import replace

from db.queries import corrections
from db.queries.figures import storable_reading
from db.sessions import Session
from desktop.core.corrections import Correction, Proposal, correction_of, proposal_for
from desktop.core.figures import ReviewedFigure, Verdict
from desktop.operations.changes import Change, FigureChange, lost_race, subject_of
from desktop.operations.workspaces import Workspace


def proposals_like(workspace: Workspace, figure: ReviewedFigure) -> list[Proposal]:
    """Return what the correction of `figure` would make of other open figures of its report."""
    correction = correction_of(figure)
    return [] if correction is None else _proposals(workspace, figure.report_id, [correction])


def proposals_from_before(workspace: Workspace, report_id: int) -> list[Proposal]:
    """Return what corrections in other reports, the newest first, would make of the report's open figures."""
    with workspace.reading() as connection:
        learned = corrections.corrected_elsewhere(connection, report_id)
    known = list(filter(None, map(correction_of, learned)))
    return _proposals(workspace, report_id, known) if known else []


def take_over(proposals: Sequence[Proposal]) -> Change:
    """Say of open figures what is proposed; they stay open, for their values are still to be looked at.

    One change, so that one undo takes all of it back.
    """
    said = {each.figure.id: storable_reading(each.reading) for each in proposals}

    def rule(figure: ReviewedFigure, _session: Session) -> ReviewedFigure:
        if figure.verdict is not Verdict.OPEN or figure.said not in (None, said[figure.id]):
            raise lost_race(subject_of(figure))
        return replace(figure, said=said[figure.id])

    return FigureChange("take_over", list(said), rule)


def _proposals(workspace: Workspace, report_id: int, known: list[Correction]) -> list[Proposal]:
    with workspace.reading() as connection:
        waiting = corrections.open_in(connection, report_id)
    return list(filter(None, (proposal_for(figure, known) for figure in waiting)))
