"""Who signed reports off, and when; a report that is signed off is not changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Select, select, update

from db.queries.chunks import chunks
from db.tables import reports


@dataclass(frozen=True, slots=True)
class Signature:
    """Who vouched for the report `name`; `at` is None where nobody has, and `by` is "" then."""

    name: str
    by: str = ""
    at: datetime | None = None


def of(connection: Connection, report_id: int) -> Signature | None:
    """Return a report's signature, kept from others until the transaction ends; None without the report."""
    row = connection.execute(_query().where(reports.c.id == report_id).with_for_update()).one_or_none()
    return None if row is None else Signature(row.name, row.signed_by, row.signed_at)


def first_signed(connection: Connection, report_ids: Sequence[int]) -> Signature | None:
    """Return the signature of the first of these reports that is signed off, None where none is.

    Nobody can sign them off from now on until the transaction ends.
    """
    for some in chunks(sorted(set(report_ids))):
        query = _query().where(reports.c.id.in_(some)).order_by(reports.c.id).with_for_update(read=True)
        for row in connection.execute(query):
            if row.signed_at is not None:
                return Signature(row.name, row.signed_by, row.signed_at)
    return None


def write(connection: Connection, report_id: int, signature: Signature) -> None:
    """Write who vouches for a report and since when, or that nobody does."""
    changed = update(reports).where(reports.c.id == report_id)
    connection.execute(changed.values(signed_by=signature.by, signed_at=signature.at))


def _query() -> Select[tuple[str, str, datetime | None]]:
    return select(reports.c.name, reports.c.signed_by, reports.c.signed_at)
