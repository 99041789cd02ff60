"""What clerks have said of findings: rows as values and back. A row is never deleted."""

from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from db.tables import findings_settled as table
from desktop.core.findings import Settlement


def of_report(connection: Connection, report_id: int) -> dict[str, Settlement]:
    """Return what holds of a report's findings, by their identities."""
    query = select(table).where(table.c.report_id == report_id, table.c.is_valid)
    return {row.identity: _settlement(row) for row in connection.execute(query)}


def by_identity(connection: Connection, identity: str) -> Settlement | None:
    """Return what was said of a finding, taken back or not, kept from others; None where nothing was."""
    query = select(table).where(table.c.identity == identity).with_for_update()
    row = connection.execute(query).one_or_none()
    return None if row is None else _settlement(row)


def add(connection: Connection, settlement: Settlement) -> None:
    """Insert the first word on a finding."""
    row = {"identity": settlement.identity, "report_id": settlement.report_id, "code": settlement.code}
    row["figure_ids"] = ",".join(map(str, settlement.figure_ids))
    connection.execute(insert(table).values(**row, **_state(settlement), revision=settlement.revision))


def write(connection: Connection, settlement: Settlement) -> bool:
    """Write a word last read with its revision; tell whether it still had that one."""
    c = table.c
    changed = update(table).where(c.identity == settlement.identity, c.revision == settlement.revision)
    values = {**_state(settlement), "revision": settlement.revision + 1}
    return connection.execute(changed.values(values)).rowcount == 1


def _state(settlement: Settlement) -> dict[str, Any]:
    names = ("note", "settled_by", "settled_at", "is_valid")
    return {name: getattr(settlement, name) for name in names}


def _settlement(row: Row[Any]) -> Settlement:
    return Settlement(
        identity=row.identity,
        report_id=row.report_id,
        code=row.code,
        figure_ids=tuple(map(int, row.figure_ids.split(","))),
        note=row.note,
        settled_by=row.settled_by,
        settled_at=row.settled_at,
        is_valid=row.is_valid,
        revision=row.revision,
    )
