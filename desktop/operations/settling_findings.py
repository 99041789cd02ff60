"""The verbs on findings: a clerk's word that the source says so, and taking it back."""

from collections.abc import Callable
from dataclasses import replace

from db.columns import storable
from db.queries import findings, logs
from db.sessions import Session
from desktop.core.figures import ReviewedFigure
from desktop.core.finding_lines import finding_line
from desktop.core.findings import Finding, Settlement
from desktop.core.reviews import Touched
from desktop.operations.changes import REDO, UNDO, Change, locked, lost_race, subject_of
from desktop.operations.seals import refuse_signed

_Rule = Callable[[Settlement | None, Session], Settlement]


def settle_finding(finding: Finding, note: str = "") -> Change:
    """Say that the source really says what a finding is about; `note` may tell why.

    Applying refuses where one of its figures says something else meanwhile.
    """

    def rule(old: Settlement | None, session: Session) -> Settlement:
        return Settlement(
            identity=finding.identity,
            report_id=finding.report_id,
            code=str(finding.code),
            figure_ids=finding.figure_ids,
            note=storable(note.strip()),
            settled_by=storable(session.who),
            settled_at=session.at,
            revision=old.revision if old else 1,
        )

    return FindingSettling("settle_finding", finding, rule)


def reopen_finding(finding: Finding) -> Change:
    """Take the word on a finding back: it is open again."""

    def rule(old: Settlement | None, _session: Session) -> Settlement:
        if old is None or not old.is_valid:
            raise lost_race(finding_line(finding))
        return replace(old, is_valid=False)

    return FindingSettling("reopen_finding", finding, rule)


class FindingSettling:
    """Changes what is said of one finding."""

    def __init__(self, label: str, finding: Finding, rule: _Rule) -> None:
        self.label = label
        self._finding = finding
        self._rule = rule
        self._before: Settlement | None = None
        self._after: Settlement | None = None

    def apply(self, session: Session) -> Touched:
        """Apply the rule; where it holds already, nothing is touched."""
        figures = self._figures(session)
        before = findings.by_identity(session.connection, self._finding.identity)
        after = self._rule(before, session)
        if before is not None and before.is_valid == after.is_valid and before.note == after.note:
            return Touched()
        self._before, self._after = before, after
        return self._write(session, self.label, figures[0], before, after)

    def revert(self, session: Session) -> Touched:
        """Let what was said before hold again."""
        return self._again(session, UNDO, self._after, self._before)

    def reapply(self, session: Session) -> Touched:
        """Let what the verb said hold again."""
        return self._again(session, REDO, self._before, self._after)

    def _again(
        self, session: Session, prefix: str, present: Settlement | None, due: Settlement | None
    ) -> Touched:
        if self._after is None:
            return Touched()
        found = findings.by_identity(session.connection, self._finding.identity)
        if _content(found) != _content(present):
            raise lost_race(finding_line(self._finding))
        due = due or replace(self._after, is_valid=False)
        figure = locked(session, self._finding.figure_ids[:1])[0]
        return self._write(session, prefix + self.label, figure, found, due)

    def _figures(self, session: Session) -> list[ReviewedFigure]:
        found = locked(session, self._finding.figure_ids)
        for figure, reading in zip(found, self._finding.readings, strict=True):
            if figure.effective != reading:
                raise lost_race(subject_of(figure))
        return found

    def _write(
        self,
        session: Session,
        action: str,
        figure: ReviewedFigure,
        before: Settlement | None,
        after: Settlement,
    ) -> Touched:
        refuse_signed(session, [self._finding.report_id], subject_of(figure))
        if before is None:
            findings.add(session.connection, after)
        elif not findings.write(session.connection, replace(after, revision=before.revision)):
            raise lost_race(finding_line(self._finding))
        entry = logs.NewEntry(
            action,
            report_id=self._finding.report_id,
            figure_id=figure.id,
            place=str(figure.place),
            old=self._texts(before),
            new=self._texts(after),
        )
        logs.append(session, [entry])
        return Touched(
            report_ids=(self._finding.report_id,),
            figure_ids=self._finding.figure_ids,
            findings_changed=True,
        )

    def _texts(self, settlement: Settlement | None) -> dict[str, str]:
        told = {"finding": finding_line(self._finding)}
        if settlement is None or not settlement.is_valid:
            return told | {"finding_state": "open"}
        note = {"note_text": settlement.note} if settlement.note else {}
        return told | {"finding_state": "settled"} | note


def _content(settlement: Settlement | None) -> tuple[object, ...]:
    """Return what is said, nothing where it was taken back: undoing the first word leaves such a row."""
    if settlement is None or not settlement.is_valid:
        return ()
    return settlement.note, settlement.settled_by, settlement.settled_at
