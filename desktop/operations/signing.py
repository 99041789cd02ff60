"""Vouching for a whole report, and opening it again: both can be undone, both are logged."""

from dataclasses import dataclass

from db.columns import storable
from db.queries import counts, logs, signatures
from db.queries.signatures import Signature
from db.sessions import Session
from desktop.core.errors import RefusalCode, refuse
from desktop.core.reviews import Touched
from desktop.operations.changes import REDO, UNDO, Change, lost_race
from desktop.operations.rereading_state import refuse_unread


def sign_off(report_id: int) -> Change:
    """Vouch for a report: nothing of it can be changed until it is opened again.

    Applying refuses where a figure is open or doubtful, a run of digits is not accounted for, a second
    reading is due or unsettled, or somebody else has to sign.
    """
    return SigningChange("sign_off", report_id, is_signed=True)


def reopen_report(report_id: int, reason: str) -> Change:
    """Open a report that was signed off, for a reason, which must not be empty."""
    return SigningChange("reopen_report", report_id, is_signed=False, reason=storable(reason.strip()))


@dataclass(frozen=True, slots=True)
class _Step:
    """The signature before and after."""

    old: Signature
    new: Signature


class SigningChange:
    """Signs a report off or opens it again; `is_signed` says which."""

    def __init__(self, label: str, report_id: int, *, is_signed: bool, reason: str = "") -> None:
        self.label = label
        self._report_id = report_id
        self._is_signed = is_signed
        self._reason = reason
        self._step: _Step | None = None

    def apply(self, session: Session) -> Touched:
        """Sign the report, or open it; a report that is so already is refused."""
        old = self._present(session)
        if (old.at is not None) == self._is_signed:
            raise refuse(RefusalCode.ALREADY_SIGNED if self._is_signed else RefusalCode.NOT_SIGNED, old.name)
        if not self._is_signed and not self._reason:
            raise refuse(RefusalCode.REASON_MISSING, old.name)
        by, at = (storable(session.who), session.at) if self._is_signed else ("", None)
        self._step = _Step(old, Signature(old.name, by, at))
        return self._write(session, self.label, self._step)

    def revert(self, session: Session) -> Touched:
        """Give the report the signature it had, or none."""
        if self._step is None:
            return Touched()
        return self._again(session, UNDO, _Step(self._step.new, self._step.old))

    def reapply(self, session: Session) -> Touched:
        """Give the report the signature that the verb gave it, or none."""
        return Touched() if self._step is None else self._again(session, REDO, self._step)

    def _again(self, session: Session, prefix: str, step: _Step) -> Touched:
        if self._present(session) != step.old:
            raise lost_race(step.old.name)
        return self._write(session, prefix + self.label, step)

    def _present(self, session: Session) -> Signature:
        found = signatures.of(session.connection, self._report_id)
        if found is None:
            raise lost_race(str(self._report_id))
        return found

    def _write(self, session: Session, action: str, step: _Step) -> Touched:
        if step.new.at is not None:
            self._refuse_incomplete(session, step.new.name)
        signatures.write(session.connection, self._report_id, step.new)
        told = {"reason": self._reason} if self._reason and not self._is_signed else {}
        entry = logs.NewEntry(
            action,
            report_id=self._report_id,
            place=step.new.name,
            old=_texts(step.old),
            new=_texts(step.new) | told,
        )
        logs.append(session, [entry])
        return Touched(report_ids=(self._report_id,), reports_changed=True)

    def _refuse_incomplete(self, session: Session, name: str) -> None:
        progress = counts.progress(session.connection, self._report_id)
        if not progress.is_complete:
            raise refuse(
                RefusalCode.REPORT_NOT_DONE,
                name,
                open=str(progress.open),
                doubtful=str(progress.doubtful),
                runs=str(progress.ledger_open),
            )
        refuse_unread(session, self._report_id, name)


def _texts(signature: Signature) -> dict[str, str]:
    return {} if signature.at is None else {"signed_by": signature.by}
