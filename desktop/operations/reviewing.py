"""The verbs of a review: accept, correct, dismiss, doubt, reopen, annotate, add.

A `note` of None leaves a figure's note alone.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum

from db.columns import storable
from db.queries.figures import storable_reading
from db.sessions import Session
from desktop.core.errors import RefusalCode, refuse
from desktop.core.figures import Origin, Reading, ReviewedFigure, Verdict
from desktop.core.looks import Look
from desktop.core.places import Place
from desktop.operations.adding import FigureAddition
from desktop.operations.changes import Change, FigureChange, Rule, subject_of


class Reason(StrEnum):
    """Why a number is dismissed; the first six are what its runs become in the ledger."""

    DATE = "date"
    PERIOD = "period"
    LEGAL = "legal"
    ORDINAL = "ordinal"
    NAME = "name"
    FURNITURE = "furniture"
    DUPLICATE = "duplicate"
    NOT_OF_REPORT = "not_of_report"
    OTHER = "other"


def accept(
    figure_ids: Sequence[int], note: str | None = None, looks: Mapping[int, Look] | None = None
) -> Change:
    """Vouch for figures as they stand; a clerk's own reading, where there is one, stays.

    `looks` tells of those that were measured, by id, how long they were looked at. Applying refuses a
    number that only the ledger noticed: it has to be corrected into a figure first.
    """

    def rule(figure: ReviewedFigure) -> ReviewedFigure:
        if figure.said is None and figure.origin is Origin.LEDGER:
            raise refuse(RefusalCode.NEEDS_CORRECTION, subject_of(figure))
        verdict = Verdict.ACCEPTED if figure.said is None else Verdict.CORRECTED
        if figure.verdict is verdict:
            return figure
        look = (looks or {}).get(figure.id)
        measured = (look.looked_ms, look.needed_ms) if look else (None, None)
        return _looked(replace(figure, verdict=verdict, reason=""), *measured)

    return FigureChange("accept", figure_ids, _decision(rule, note))


def correct(figure_id: int, reading: Reading, note: str | None = None, look: Look | None = None) -> Change:
    """Say what a figure really is; the machine's reading stays beside it.

    A reading equal to the machine's is an acceptance. `look` tells how long a number that only the ledger
    noticed was looked at, where it is taken as its sentence has it: nothing was typed of it.
    """
    measured = (look.looked_ms, look.needed_ms) if look else (None, None)
    said = storable_reading(reading)

    def rule(figure: ReviewedFigure) -> ReviewedFigure:
        is_as_read = said == figure.read and figure.origin is not Origin.LEDGER
        verdict = Verdict.ACCEPTED if is_as_read else Verdict.CORRECTED
        own = None if is_as_read else said
        if (figure.verdict, figure.said) == (verdict, own):
            return figure
        return _looked(replace(figure, verdict=verdict, said=own, reason=""), *measured)

    return FigureChange("correct", [figure_id], _decision(rule, note))


def dismiss(figure_ids: Sequence[int], reason: str, note: str | None = None) -> Change:
    """Set figures aside for a reason (`Reason`, "other" with free text after a colon)."""

    def rule(figure: ReviewedFigure) -> ReviewedFigure:
        if not is_reason(reason):
            raise refuse(RefusalCode.VERDICT_INVALID, subject_of(figure), error=f"reason: {reason}")
        return _looked(replace(figure, verdict=Verdict.DISMISSED, reason=storable(reason)))

    return FigureChange("dismiss", figure_ids, _decision(rule, note))


def doubt(figure_ids: Sequence[int], note: str | None = None) -> Change:
    """Leave figures for somebody to look into; a clerk's own reading stays."""

    def rule(figure: ReviewedFigure) -> ReviewedFigure:
        return _looked(replace(figure, verdict=Verdict.DOUBTFUL, reason=""))

    return FigureChange("doubt", figure_ids, _decision(rule, note))


def reopen(figure_ids: Sequence[int], note: str | None = None) -> Change:
    """Take every verdict back: the figures are as the machine read them; their notes stay."""

    def rule(figure: ReviewedFigure, _session: Session) -> ReviewedFigure:
        opened = replace(figure, verdict=Verdict.OPEN, said=None, reason="", decided_by="", decided_at=None)
        return _noted(_looked(opened), note)

    return FigureChange("reopen", figure_ids, rule)


def annotate(figure_id: int, note: str) -> Change:
    """Write the note of a figure; its verdict stays."""

    def rule(figure: ReviewedFigure, _session: Session) -> ReviewedFigure:
        return _noted(figure, note)

    return FigureChange("note", [figure_id], rule)


def add(report_id: int, place: Place, text: str, reading: Reading, note: str | None = None) -> Change:
    """Make a figure that nobody noticed, verified at once; it claims the runs of digits under its place."""
    return FigureAddition(report_id, place, storable(text), storable_reading(reading), storable(note or ""))


def open_run(report_id: int, place: Place, text: str, reading: Reading) -> Change:
    """Open a run of digits that was set aside: it waits for a verdict like a number nobody has read.

    `reading` is what its sentence makes of it.
    """
    return FigureAddition(report_id, place, storable(text), storable_reading(reading), is_verified=False)


def is_reason(text: str) -> bool:
    """Tell whether `text` is a reason for a dismissal."""
    word, colon, _ = text.partition(":")
    return word in set(Reason) and (not colon or word == Reason.OTHER)


def _decision(rule: Callable[[ReviewedFigure], ReviewedFigure], note: str | None) -> Rule:
    """Return `rule` with a signature and the time where it says anything new."""

    def decide(figure: ReviewedFigure, session: Session) -> ReviewedFigure:
        stands = rule(figure)
        if stands != figure:
            stands = replace(stands, decided_by=storable(session.who), decided_at=session.at)
        return _noted(stands, note)

    return decide


def _looked(
    figure: ReviewedFigure, looked_ms: int | None = None, needed_ms: int | None = None
) -> ReviewedFigure:
    """Return the figure with how long it was looked at, which is measured where nothing was typed."""
    return replace(figure, looked_ms=looked_ms, needed_ms=needed_ms)


def _noted(figure: ReviewedFigure, note: str | None) -> ReviewedFigure:
    return figure if note is None else replace(figure, note=storable(note))
