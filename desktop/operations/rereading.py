"""The verbs of the second reading: saying which are wanted, reading a figure again, settling a difference."""

from collections.abc import Callable
from dataclasses import replace

from db.columns import storable
from db.queries import figures, logs, reports, rereading
from db.queries.figures import storable_reading
from db.queries.rereading import Settlement
from db.sessions import Session
from desktop.core.errors import RefusalCode, refuse
from desktop.core.figures import Reading, ReviewedFigure, reading_fields
from desktop.core.rereading import Mode, Outcome, RuleScope, SecondReading, SecondRule
from desktop.core.rereading_draw import new_seed
from desktop.core.rereading_due import SeededRule
from desktop.core.reviews import Touched
from desktop.operations import reviewing
from desktop.operations.changes import REDO, UNDO, Change, lost_race, subject_of
from desktop.operations.seals import refuse_signed


def set_rule(rule: SecondRule) -> Change:
    """Say which second readings are wanted of a report or a field; a rule for the same scope gives way.

    The seed of its draw is made with the first rule for a scope and stays for good.
    """
    return RuleChange(replace(rule, scope=RuleScope(rule.scope.report_id, storable(rule.scope.tag))))


def read_again(figure_id: int, mode: Mode, second: Reading, tries: int = 1) -> Change:
    """Keep what somebody else reads of a verified figure; it is compared with what the figure says.

    `tries` is how often the value was typed. Applying refuses a figure that is not verified, or that the
    same person has verified.
    """
    return ReadingChange(figure_id, mode, storable_reading(second), tries)


def settle(difference: SecondReading, chosen: Reading) -> Change:
    """Say what a figure really is of which two have read something different."""
    return SettlingChange(difference, storable_reading(chosen))


class RuleChange:
    """Puts a rule in the place of the one there was for its scope."""

    label = "second_rule"

    def __init__(self, rule: SecondRule) -> None:
        self._new = rule
        self._old: SecondRule | None = None

    def apply(self, session: Session) -> Touched:
        """Write the rule."""
        self._old = self._present(session)
        return self._write(session, self.label, self._old, self._new)

    def revert(self, session: Session) -> Touched:
        """Write the rule there was before, or that nothing is wanted."""
        return self._again(session, UNDO, self._new, self._old)

    def reapply(self, session: Session) -> Touched:
        """Write the rule again."""
        return self._again(session, REDO, self._old, self._new)

    def _again(
        self, session: Session, prefix: str, old: SecondRule | None, new: SecondRule | None
    ) -> Touched:
        if old is None or new is None:
            return Touched()
        if self._present(session) != old:
            raise lost_race(str(self._new.scope))
        return self._write(session, prefix + self.label, old, new)

    def _present(self, session: Session) -> SecondRule:
        found = rereading.rule(session.connection, self._new.scope)
        return SecondRule(self._new.scope) if found is None else found.rule

    def _write(self, session: Session, action: str, old: SecondRule, new: SecondRule) -> Touched:
        if old == new:
            return Touched()
        report_id = new.scope.report_id
        place = new.scope.tag
        if report_id is not None:
            labels = reports.labels_of(session.connection, [report_id])
            if report_id not in labels:
                raise lost_race(str(report_id))
            place = labels[report_id].name
            refuse_signed(session, [report_id], place)
        rereading.put_rule(session.connection, SeededRule(new, new_seed()))
        entry = logs.NewEntry(
            action, report_id=report_id, place=place, old=_rule_texts(old), new=_rule_texts(new)
        )
        logs.append(session, [entry])
        return Touched(report_ids=() if report_id is None else (report_id,), reports_changed=True)


class ReadingChange:
    """Adds a second reading; taking it back leaves no trace but the log's."""

    label = "read_again"

    def __init__(self, figure_id: int, mode: Mode, second: Reading, tries: int) -> None:
        self._figure_id = figure_id
        self._mode = mode
        self._second = second
        self._tries = tries
        self._made: SecondReading | None = None

    def apply(self, session: Session) -> Touched:
        """Compare the reading with what the figure says, and keep both."""
        figure = _verified(session, self._figure_id)
        who = storable(session.who)
        if figure.decided_by == who:
            raise refuse(RefusalCode.REREAD_BY_FIRST, subject_of(figure), who=who or "–")
        made = SecondReading(
            id=0,
            report_id=figure.report_id,
            figure_id=figure.id,
            mode=self._mode,
            who=who,
            at=session.at,
            first_by=figure.decided_by,
            first=figure.effective,
            second=self._second,
            tries=self._tries,
        )
        return self._add(session, figure, made, self.label)

    def revert(self, session: Session) -> Touched:
        """Take the reading away, unless somebody has settled it meanwhile."""
        made = self._made
        if made is None:
            return Touched()
        if rereading.reading(session.connection, made.id) != made:
            raise lost_race(str(made.figure_id))
        figure = _present(session, made.figure_id)
        refuse_signed(session, [made.report_id], subject_of(figure))
        rereading.remove(session.connection, made.id)
        logs.append(session, [_reading_entry(UNDO + self.label, figure, made)])
        return _touched(made)

    def reapply(self, session: Session) -> Touched:
        """Keep the reading again, unless the figure says something else by now."""
        made = self._made
        if made is None:
            return Touched()
        figure = _verified(session, made.figure_id)
        if (figure.effective, figure.decided_by) != (made.first, made.first_by):
            raise lost_race(subject_of(figure))
        return self._add(session, figure, made, REDO + self.label)

    def _add(self, session: Session, figure: ReviewedFigure, made: SecondReading, action: str) -> Touched:
        refuse_signed(session, [made.report_id], subject_of(figure))
        self._made = replace(made, id=rereading.add(session.connection, made))
        logs.append(session, [_reading_entry(action, figure, made)])
        return _touched(made)


class SettlingChange:
    """Settles a difference; where the first reading was wrong, the figure is corrected with it."""

    label = "settle_readings"

    def __init__(self, difference: SecondReading, chosen: Reading) -> None:
        self._difference = difference
        self._chosen = chosen
        self._correction = reviewing.correct(difference.figure_id, chosen)
        self._settled: SecondReading | None = None

    def apply(self, session: Session) -> Touched:
        """Correct the figure where need be and write who settled it."""
        settled = replace(
            self._difference,
            settled=self._chosen,
            settled_by=storable(session.who),
            settled_at=session.at,
        )
        return self._move(session, self._correction.apply, self.label, self._difference, settled)

    def revert(self, session: Session) -> Touched:
        """Leave the difference unsettled, the figure as it was."""
        if self._settled is None:
            return Touched()
        return self._move(
            session, self._correction.revert, UNDO + self.label, self._settled, self._difference
        )

    def reapply(self, session: Session) -> Touched:
        """Settle it again as it was settled."""
        if self._settled is None:
            return Touched()
        return self._move(
            session, self._correction.reapply, REDO + self.label, self._difference, self._settled
        )

    def _move(
        self,
        session: Session,
        correct: Callable[[Session], Touched],
        action: str,
        old: SecondReading,
        new: SecondReading,
    ) -> Touched:
        figure = _present(session, old.figure_id)
        is_as_left = figure.verdict.is_verified and figure.effective == old.holds
        if not is_as_left or rereading.reading(session.connection, old.id) != old:
            raise lost_race(subject_of(figure))
        refuse_signed(session, [old.report_id], subject_of(figure))
        correct(session)
        settlement = Settlement(new.settled, new.settled_by, new.settled_at)
        rereading.settle(session.connection, old.id, settlement)
        self._settled = new if new.settled is not None else self._settled
        logs.append(session, [_reading_entry(action, figure, new)])
        return _touched(new)


def _present(session: Session, figure_id: int) -> ReviewedFigure:
    """Return a figure, kept from others; refuse where it is gone or is not what the clerk has seen."""
    found = figures.by_ids(session.connection, [figure_id], is_locking=True)
    if not found:
        raise lost_race(str(figure_id))
    if session.seen.get(figure_id, found[0].revision) != found[0].revision:
        raise lost_race(subject_of(found[0]))
    return found[0]


def _verified(session: Session, figure_id: int) -> ReviewedFigure:
    figure = _present(session, figure_id)
    if not figure.verdict.is_verified:
        raise refuse(RefusalCode.NOT_VERIFIED, subject_of(figure))
    return figure


def _touched(reading: SecondReading) -> Touched:
    return Touched(report_ids=(reading.report_id,), figure_ids=(reading.figure_id,))


def _rule_texts(rule: SecondRule) -> dict[str, str]:
    """Return a rule as flat texts for the log; the seed is nobody's business."""
    return {
        "is_reviewed": _mark(rule.is_reviewed),
        "rekeyed_share": str(rule.share) if rule.is_rekeyed else "",
        "has_other_signer": _mark(rule.has_other_signer),
    }


def _mark(is_wanted: bool) -> str:
    return "x" if is_wanted else ""


def _reading_entry(action: str, figure: ReviewedFigure, reading: SecondReading) -> logs.NewEntry:
    first, second = reading_fields(reading.first), reading_fields(reading.second)
    told = [name for name in first if name == "value" or first[name] != second[name]]
    outcome = {"outcome": str(reading.outcome)}
    if reading.outcome is Outcome.OTHER and reading.settled is not None:
        outcome["settled"] = str(reading.settled.value)
    return logs.NewEntry(
        action,
        report_id=reading.report_id,
        figure_id=reading.figure_id,
        place=str(figure.place),
        old={name: first[name] for name in told},
        new={name: second[name] for name in told} | outcome,
    )
