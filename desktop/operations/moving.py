"""Putting a figure where it really stands in the report, beside the place where the machine found it.

The ledger follows: runs of digits that the figure no longer covers wait for a verdict as numbers of the
ledger, those that it covers now are its own, and a number of the ledger that was nothing but such a run goes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from db.columns import storable
from db.queries import counts, figures, ledger, logs, sections
from db.queries.ledger import Claim
from db.sessions import Session
from desktop.core.documents import Document
from desktop.core.errors import RefusalCode, refuse
from desktop.core.extraction.places import place_of
from desktop.core.figures import Origin, ReviewedFigure, Verdict
from desktop.core.places import Place
from desktop.core.reviews import LedgerRow, Touched
from desktop.core.sections import LedgerKind
from desktop.operations.changes import (
    REDO,
    UNDO,
    Change,
    entry_of,
    locked,
    lost_race,
    same_content,
    subject_of,
    touched_by,
)
from desktop.operations.seals import refuse_signed
from desktop.operations.unread import unread_figure


def move(figure_id: int, place: Place, document: Document, period: str = "") -> Change:
    """Put a figure of `document` at another place; its verdict and its reading stay.

    `period` is what the report is about, for reading the numbers that it leaves. Applying refuses a place
    outside of the text.
    """
    return FigureMove(figure_id, place, document, period)


@dataclass(frozen=True, slots=True)
class _Side:
    """The figures concerned, the moved one first, and whose each run is, before or after."""

    figures: tuple[ReviewedFigure, ...]
    claims: tuple[Claim, ...]


class FigureMove:
    """Moves one figure; numbers of the ledger that come and go with it keep their ids in undo and redo."""

    def __init__(self, figure_id: int, place: Place, document: Document, period: str) -> None:
        self.label = "move"
        self._figure_id = figure_id
        self._place = place
        self._document: Document | None = document
        self._period = period
        self._sides: tuple[_Side, _Side] | None = None

    def apply(self, session: Session) -> Touched:
        """Put the figure there and let the ledger follow; where it stands there already, touch nothing."""
        (figure,) = locked(session, [self._figure_id])
        document = self._document
        if document is None or self._place.is_empty or self._place.end > len(document.text):
            raise refuse(RefusalCode.VERDICT_INVALID, subject_of(figure), error=f"place: {self._place}")
        if self._place.is_same_span(figure.place):
            return Touched()
        refuse_signed(session, [figure.report_id], subject_of(figure))
        self._sides = self._both_sides(session, figure, document)
        # The text is not needed any more, and the undo stack would keep it.
        self._document = None
        return self._switch(session, *self._sides, self.label)

    def revert(self, session: Session) -> Touched:
        """Put the figure back, and the ledger as it was."""
        if self._sides is None:
            return Touched()
        before, after = self._sides
        return self._switch(session, after, before, UNDO + self.label)

    def reapply(self, session: Session) -> Touched:
        """Put the figure there again."""
        if self._sides is None:
            return Touched()
        return self._switch(session, *self._sides, REDO + self.label)

    def _both_sides(
        self, session: Session, figure: ReviewedFigure, document: Document
    ) -> tuple[_Side, _Side]:
        connection, place = session.connection, self._place
        covered = ledger.claims_under(connection, figure.report_id, place.start, place.end)
        starts = {claim.start for claim in covered}
        left = [run for run in ledger.rows_of(connection, [figure.id]) if run.start not in starts]
        replaced = _replaced_figures(session, figure, covered)
        unread = self._unread_figures(session, figure, left, document)
        moved = figure.moved_to(place, storable(document.text[place.start : place.end]))
        section_id = sections.id_at(connection, figure.report_id, moved.place.start)
        before = (*covered, *(Claim(run.start, run.kind, run.figure_id) for run in left))
        after = (
            *(replace(claim, figure_id=figure.id) for claim in covered),
            *(Claim(each.place.start, LedgerKind.OPEN, each.id) for each in unread),
        )
        return (
            _Side((figure, *replaced), before),
            _Side((replace(moved, section_id=section_id), *unread), after),
        )

    def _unread_figures(
        self, session: Session, figure: ReviewedFigure, left: Sequence[LedgerRow], document: Document
    ) -> list[ReviewedFigure]:
        """Return the runs that the figure leaves as numbers of the ledger."""
        if not left:
            return []
        first_id = figures.take_ids(session.connection, "figures", len(left))
        found = []
        for figure_id, run in enumerate(left, first_id):
            place = replace(place_of(document, run.start, run.end), sheet=run.sheet, cell=run.cell)
            unread = unread_figure(document, place, self._period)
            found.append(
                ReviewedFigure(
                    id=figure_id,
                    report_id=figure.report_id,
                    section_id=sections.id_at(session.connection, figure.report_id, run.start),
                    place=place,
                    text=storable(unread.text),
                    origin=Origin.LEDGER,
                    read=figures.storable_reading(unread.reading),
                    confidence=0.0,
                    other=unread.other,
                )
            )
        return found

    def _switch(self, session: Session, old: _Side, new: _Side, action: str) -> Touched:
        """Make what is as `old` says be as `new` says; refuse where somebody has changed it since."""
        connection, report_id = session.connection, old.figures[0].report_id
        refuse_signed(session, [report_id], subject_of(old.figures[0]))
        others = _owners(old.claims, new.claims) - {each.id for each in (*old.figures, *new.figures)}
        found = _as_expected(session, report_id, old)
        owning = figures.by_ids(connection, sorted(others), is_locking=True)
        coming, going = _without(new.figures, old.figures), _without(found, new.figures)
        moved = replace(new.figures[0], revision=found[0].revision)
        concerned = [moved.id, *others, *(each.id for each in (*coming, *going))]
        with counts.kept_in_step(connection, concerned):
            for figure in coming:
                figures.insert_figure(connection, figure)
            if figures.write_states(connection, [moved]) != 1:
                raise lost_race(subject_of(moved))
            ledger.write_claims(connection, report_id, new.claims)
            for figure in going:
                figures.delete_figure(connection, figure.id)
            ledger.settle_kinds(connection, [moved.id, *others, *(each.id for each in coming)])
        entries = [entry_of(action, found[0], moved)]
        entries += [entry_of(action, None, figure) for figure in coming]
        entries += [entry_of(action, figure, None) for figure in going]
        logs.append(session, entries)
        session.written.update({moved.id: moved.revision + 1} | {each.id: each.revision for each in coming})
        self._age(going)
        touched = touched_by([moved, found[0], *coming, *owning, *going])
        return replace(
            touched,
            figure_ids=(moved.id, *(each.id for each in (*coming, *owning))),
            added_figure_ids=tuple(each.id for each in coming),
            removed_figure_ids=tuple(each.id for each in going),
            runs_changed=True,
        )

    def _age(self, going: Iterable[ReviewedFigure]) -> None:
        """Give figures that went a later revision, for when they come again."""
        revisions = {figure.id: figure.revision + 1 for figure in going}
        if self._sides is not None:
            before, after = (
                replace(
                    side,
                    figures=tuple(
                        replace(each, revision=revisions.get(each.id, each.revision)) for each in side.figures
                    ),
                )
                for side in self._sides
            )
            self._sides = before, after


def _replaced_figures(
    session: Session, figure: ReviewedFigure, covered: Sequence[Claim]
) -> list[ReviewedFigure]:
    """Return the numbers of the ledger that nobody has said anything of and that lose all their runs."""
    connection, starts = session.connection, {claim.start for claim in covered}
    owners = sorted(_owners(covered) - {figure.id})
    left = {run.figure_id for run in ledger.rows_of(connection, owners) if run.start not in starts}
    return [
        each
        for each in figures.by_ids(connection, owners, is_locking=True)
        if each.origin is Origin.LEDGER
        and each.verdict is Verdict.OPEN
        and each.said is None
        and not each.note
        and each.id not in left
    ]


def _as_expected(session: Session, report_id: int, side: _Side) -> list[ReviewedFigure]:
    """Return the figures of `side` as they are, locked; refuse where they or the runs are not as it says."""
    connection = session.connection
    found = figures.by_ids(connection, [each.id for each in side.figures], is_locking=True)
    is_same = len(found) == len(side.figures) and all(map(same_content, found, side.figures))
    owner_by_start = ledger.owners(connection, report_id, [claim.start for claim in side.claims])
    if not is_same or any(owner_by_start.get(claim.start) != claim.figure_id for claim in side.claims):
        raise lost_race(subject_of(side.figures[0]))
    return found


def _without(some: Sequence[ReviewedFigure], others: Sequence[ReviewedFigure]) -> list[ReviewedFigure]:
    known = {each.id for each in others}
    return [each for each in some if each.id not in known]


def _owners(*claims: Sequence[Claim]) -> set[int]:
    return {claim.figure_id for some in claims for claim in some if claim.figure_id is not None}
