"""A report that is signed off takes no change: every Change asks here before it writes."""

from collections.abc import Iterable

from db.queries import signatures
from db.sessions import Session
from desktop.core.errors import RefusalCode, refuse


def refuse_signed(session: Session, report_ids: Iterable[int], subject: str) -> None:
    """Raise RefusedError for `subject` where one of the reports is signed off.

    Nobody can sign them off from now on until the transaction ends.
    """
    signed = signatures.first_signed(session.connection, list(report_ids))
    if signed is not None and signed.at is not None:
        raise refuse(
            RefusalCode.REPORT_SIGNED,
            subject,
            report=signed.name,
            who=signed.by or "–",
            when=f"{signed.at.astimezone():%d/%m/%Y %H:%M}",
        )
