"""What a clerk changes, as values that can be applied, reverted and applied again; no Qt.

A Change works inside one transaction and appends its lines to the log there. Undo restores what was there
exactly, times included, and appends too. Where nothing would change, nothing is touched and nothing logged.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from db.queries import counts, figures, ledger, logs
from db.sessions import Session
from desktop.core.errors import RefusalCode, RefusedError, refuse
from desktop.core.figures import ReviewedFigure, reading_fields
from desktop.core.reviews import Touched
from desktop.operations.seals import refuse_signed

UNDO = "undo_"
REDO = "redo_"


class Change(Protocol):
    """An act that knows how to take itself back; `label` is its verb, a key for the interface."""

    @property
    def label(self) -> str:
        """Return the verb's key."""

    def apply(self, session: Session) -> Touched:
        """Do it and return what was touched; raise RefusedError, nothing changed, where it cannot be."""

    def revert(self, session: Session) -> Touched:
        """Restore what was there before, unless somebody else has changed it since."""

    def reapply(self, session: Session) -> Touched:
        """Restore what was there after, unless somebody else has changed it since."""


Rule = Callable[[ReviewedFigure, Session], ReviewedFigure]
"""Return the figure as the verb leaves it (the same where nothing changes), or raise RefusedError."""


@dataclass(frozen=True, slots=True)
class Step:
    """A figure before and after."""

    old: ReviewedFigure
    new: ReviewedFigure


class FigureChange:
    """A verb on one or many figures: one transaction, one line of the log for each figure.

    `told` is what each line tells besides, flat texts by field.
    """

    def __init__(
        self, label: str, figure_ids: Sequence[int], rule: Rule, told: Mapping[str, str] | None = None
    ) -> None:
        self.label = label
        self._figure_ids = tuple(dict.fromkeys(figure_ids))
        self._rule = rule
        self._told = told or {}
        self._steps: tuple[Step, ...] = ()

    def apply(self, session: Session) -> Touched:
        """Apply the rule to every figure."""
        found = locked(session, self._figure_ids)
        steps = [Step(figure, self._rule(figure, session)) for figure in found]
        self._steps = tuple(step for step in steps if step.old != step.new)
        return _write(session, self._steps, self.label, self._told)

    def revert(self, session: Session) -> Touched:
        """Restore every figure as it was."""
        backwards = _resumed(session, [Step(step.new, step.old) for step in self._steps])
        return _write(session, backwards, UNDO + self.label, self._told)

    def reapply(self, session: Session) -> Touched:
        """Restore every figure as the verb left it."""
        return _write(session, _resumed(session, self._steps), REDO + self.label, self._told)


def subject_of(figure: ReviewedFigure) -> str:
    """Return how a refusal names a figure."""
    return f"{figure.text} ({figure.place})"


def same_content(one: ReviewedFigure, other: ReviewedFigure) -> bool:
    """Tell whether two states of a figure differ by their revision at most."""
    return replace(one, revision=0) == replace(other, revision=0)


def lost_race(subject: str) -> RefusedError:
    """Return the error for something that somebody else has changed meanwhile."""
    return refuse(RefusalCode.CHANGED_MEANWHILE, subject)


def figure_texts(figure: ReviewedFigure) -> dict[str, str]:
    """Return what holds of a figure as flat texts for the log."""
    return {
        "verdict": figure.verdict,
        **reading_fields(figure.effective),
        "reason": figure.reason,
        "note": figure.note,
        "looked_ms": "" if figure.looked_ms is None else str(figure.looked_ms),
    }


def entry_of(action: str, old: ReviewedFigure | None, new: ReviewedFigure | None) -> logs.NewEntry:
    """Return the log's line for a figure as it was and is; None where it was or is not there.

    It tells what differs and, always, the verdict; of a figure that was moved, its places and texts.
    """
    before = figure_texts(old) if old else {}
    after = figure_texts(new) if new else {}
    if old and new and old.place != new.place:
        before |= _place_texts(old)
        after |= _place_texts(new)
    told = [
        name for name in before | after if name == "verdict" or before.get(name, "") != after.get(name, "")
    ]
    figure = new or old
    return logs.NewEntry(
        action,
        report_id=figure.report_id if figure else None,
        figure_id=figure.id if figure else None,
        place=str(figure.place) if figure else "",
        old={name: before[name] for name in told if name in before},
        new={name: after[name] for name in told if name in after},
    )


def _place_texts(figure: ReviewedFigure) -> dict[str, str]:
    """Return where a figure stands, exactly: a page alone would not tell it."""
    place = figure.place
    span = "" if place.sheet is not None or place.page is None else f", {place.start}–{place.end}"
    return {"place": f"{place}{span}", "text": figure.text}


def locked(session: Session, figure_ids: Sequence[int]) -> list[ReviewedFigure]:
    """Return the figures, kept from others; refuse where one is gone or is not what the clerk has seen."""
    found = figures.by_ids(session.connection, figure_ids, is_locking=True)
    if len(found) != len(figure_ids):
        missing = set(figure_ids) - {figure.id for figure in found}
        raise lost_race(str(min(missing)))
    for figure in found:
        if session.seen.get(figure.id, figure.revision) != figure.revision:
            raise lost_race(subject_of(figure))
    return found


def _resumed(session: Session, steps: Sequence[Step]) -> list[Step]:
    """Return `steps` with the revisions of now; refuse where a figure is not as the first side says."""
    found = locked(session, [step.old.id for step in steps])
    resumed = []
    for step, figure in zip(steps, found, strict=True):
        if not same_content(step.old, figure):
            raise lost_race(subject_of(figure))
        resumed.append(Step(figure, step.new))
    return resumed


def _write(session: Session, steps: Sequence[Step], action: str, told: Mapping[str, str]) -> Touched:
    if not steps:
        return Touched()
    refuse_signed(session, (step.old.report_id for step in steps), subject_of(steps[0].old))
    figure_ids = [step.old.id for step in steps]
    with counts.kept_in_step(session.connection, figure_ids):
        due = [replace(step.new, revision=step.old.revision) for step in steps]
        if figures.write_states(session.connection, due) != len(due):
            raise lost_race(subject_of(steps[0].old))
        ledger.settle_kinds(session.connection, figure_ids)
    entries = [entry_of(action, step.old, step.new) for step in steps]
    logs.append(session, [replace(entry, new={**entry.new, **told}) for entry in entries])
    session.written.update((figure.id, figure.revision + 1) for figure in due)
    return touched_by([step.old for step in steps])


def touched_by(changed: Sequence[ReviewedFigure]) -> Touched:
    """Return the reports, sections and figures that a change of these figures concerns."""
    return Touched(
        report_ids=tuple(sorted({figure.report_id for figure in changed})),
        figure_ids=tuple(figure.id for figure in changed),
        section_ids=tuple(sorted({f.section_id for f in changed if f.section_id is not None})),
    )
