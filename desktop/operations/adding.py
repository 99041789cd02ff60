"""A figure that comes to a report during its review, and the runs of digits it takes over.

Either the clerk says what it is, and it is verified at once, or it only holds a run open that was set aside.
"""

from dataclasses import dataclass, replace

from db.columns import storable
from db.queries import counts, figures, ledger, logs, sections
from db.sessions import Session
from desktop.core.figures import Origin, Reading, ReviewedFigure, Verdict
from desktop.core.places import Place
from desktop.core.reviews import Touched
from desktop.operations.changes import REDO, UNDO, entry_of, lost_race, same_content, subject_of, touched_by
from desktop.operations.seals import refuse_signed


@dataclass(frozen=True, slots=True)
class _Done:
    """The figure as inserted, and whose its runs were before."""

    figure: ReviewedFigure
    claims: list[ledger.Claim]


class FigureAddition:
    """Adds one figure. Its id stays the same through undo and redo, and is never given to another."""

    def __init__(
        self,
        report_id: int,
        place: Place,
        text: str,
        reading: Reading,
        note: str = "",
        *,
        is_verified: bool = True,
    ) -> None:
        """Make the change; a figure that is not verified waits for a verdict like one of the ledger."""
        self.label = "add" if is_verified else "open_run"
        self._is_verified = is_verified
        self._report_id = report_id
        self._place = place
        self._text = text
        self._reading = reading
        self._note = note
        self._done: _Done | None = None

    def apply(self, session: Session) -> Touched:
        """Insert the figure and claim its runs."""
        connection = session.connection
        figure = ReviewedFigure(
            id=figures.take_ids(connection, "figures", 1),
            report_id=self._report_id,
            section_id=sections.id_at(connection, self._report_id, self._place.start),
            place=self._place,
            text=self._text,
            origin=Origin.CLERK if self._is_verified else Origin.LEDGER,
            read=self._reading,
            confidence=1.0 if self._is_verified else 0.0,
            note=self._note,
        )
        if self._is_verified:
            who, at = storable(session.who), session.at
            figure = replace(figure, verdict=Verdict.ACCEPTED, decided_by=who, decided_at=at)
        return self._insert(session, figure, self.label)

    def revert(self, session: Session) -> Touched:
        """Delete the figure and give its runs back to whom they belonged."""
        if self._done is None:
            return Touched()
        connection, figure = session.connection, self._done.figure
        refuse_signed(session, [self._report_id], subject_of(figure))
        found = figures.by_ids(connection, [figure.id], is_locking=True)
        if not found or not same_content(found[0], figure):
            raise lost_race(subject_of(figure))
        self._done = replace(self._done, figure=found[0])
        held = {claim.start for claim in self._claims_now(session) if claim.figure_id == figure.id}
        returned = [claim for claim in self._done.claims if claim.start in held]
        owners = _owners(returned)
        _lock(session, owners)
        with counts.kept_in_step(connection, [figure.id, *owners]):
            ledger.write_claims(connection, self._report_id, returned)
            ledger.settle_kinds(connection, owners)
            figures.delete_figure(connection, figure.id)
        logs.append(session, [entry_of(UNDO + self.label, figure, None)])
        touched = touched_by([figure, *figures.by_ids(connection, owners)])
        return replace(touched, removed_figure_ids=(figure.id,))

    def reapply(self, session: Session) -> Touched:
        """Insert the same figure again."""
        if self._done is None:
            return Touched()
        figure = self._done.figure
        return self._insert(session, replace(figure, revision=figure.revision + 1), REDO + self.label)

    def _insert(self, session: Session, figure: ReviewedFigure, action: str) -> Touched:
        connection = session.connection
        refuse_signed(session, [self._report_id], subject_of(figure))
        claims = self._claims_now(session)
        owners = _owners(claims)
        owning = _lock(session, owners)
        with counts.kept_in_step(connection, [figure.id, *owners]):
            figures.insert_figure(connection, figure)
            taken = [replace(claim, figure_id=figure.id) for claim in claims]
            ledger.write_claims(connection, self._report_id, taken)
            ledger.settle_kinds(connection, [figure.id, *owners])
        logs.append(session, [entry_of(action, None, figure)])
        self._done = _Done(figure, claims)
        session.written[figure.id] = figure.revision
        return replace(touched_by([figure, *owning]), added_figure_ids=(figure.id,))

    def _claims_now(self, session: Session) -> list[ledger.Claim]:
        return ledger.claims_under(session.connection, self._report_id, self._place.start, self._place.end)


def _lock(session: Session, owners: list[int]) -> list[ReviewedFigure]:
    return figures.by_ids(session.connection, owners, is_locking=True)


def _owners(claims: list[ledger.Claim]) -> list[int]:
    return sorted({claim.figure_id for claim in claims if claim.figure_id is not None})
