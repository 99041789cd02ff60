"""Second readings: the rules that want them, and what was read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, Text, delete, func, insert, select, type_coerce, update

from db.queries import passages
from db.queries.figures import reading_row
from db.queries.sections import reviewed
from db.tables import figures, second_readings, second_rules
from desktop.core.figures import Reading, Value, Verdict
from desktop.core.rereading import RuleScope, SecondReading, SecondRule
from desktop.core.rereading_due import FigureStanding, SeededRule
from desktop.core.tags_in_force import TagsInForce


@dataclass(frozen=True, slots=True)
class Settlement:
    """The columns that say how a difference was settled."""

    reading: Reading | None
    by: str
    at: datetime | None


def rules(connection: Connection) -> list[SeededRule]:
    """Return every rule that was ever made, reports first; one taken back wants nothing."""
    query = select(second_rules).order_by(second_rules.c.report_id.is_(None), second_rules.c.scope)
    return [_rule(row) for row in connection.execute(query)]


def rule(connection: Connection, scope: RuleScope) -> SeededRule | None:
    """Return the rule for `scope`, None where there never was one."""
    query = select(second_rules).where(second_rules.c.scope == str(scope))
    row = connection.execute(query).one_or_none()
    return None if row is None else _rule(row)


def put_rule(connection: Connection, seeded: SeededRule) -> None:
    """Write a rule; where there is one for its scope already, that one's seed stays."""
    wanted, scope = seeded.rule, seeded.rule.scope
    row = {
        "scope": str(scope),
        "report_id": scope.report_id,
        "tag": scope.tag,
        "is_reviewed": wanted.is_reviewed,
        "is_rekeyed": wanted.is_rekeyed,
        "share": wanted.share,
        "has_other_signer": wanted.has_other_signer,
    }
    if rule(connection, scope) is None:
        row["seed"] = seeded.seed
        connection.execute(insert(second_rules).values(**row))
    else:
        connection.execute(update(second_rules).where(second_rules.c.scope == str(scope)).values(**row))


def readings(connection: Connection, report_id: int | None = None) -> list[SecondReading]:
    """Return the second readings of one report or of all, oldest first."""
    query = select(second_readings).order_by(second_readings.c.id)
    if report_id is not None:
        query = query.where(second_readings.c.report_id == report_id)
    return [_second_reading(row) for row in connection.execute(query)]


def reading(connection: Connection, reading_id: int) -> SecondReading | None:
    """Return one second reading, kept from other sessions until the transaction ends."""
    query: Select[Any] = select(second_readings).where(second_readings.c.id == reading_id)
    row = connection.execute(query.with_for_update()).one_or_none()
    return None if row is None else _second_reading(row)


def add(connection: Connection, made: SecondReading) -> int:
    """Keep a second reading that nobody has settled; return the id it is given, whatever its own is."""
    row = {
        "report_id": made.report_id,
        "figure_id": made.figure_id,
        "mode": made.mode,
        "who": made.who,
        "at": made.at,
        "first_by": made.first_by,
        "tries": made.tries,
        "settled_by": "",
        **reading_row("first", made.first),
        **reading_row("second", made.second),
    }
    return int(
        connection.execute(insert(second_readings).values(**row).returning(second_readings.c.id)).scalar_one()
    )


def remove(connection: Connection, reading_id: int) -> None:
    """Delete a second reading."""
    connection.execute(delete(second_readings).where(second_readings.c.id == reading_id))


def settle(connection: Connection, reading_id: int, settlement: Settlement) -> None:
    """Write how a difference was settled, or that it is not."""
    connection.execute(
        update(second_readings)
        .where(second_readings.c.id == reading_id)
        .values(
            settled_by=settlement.by, settled_at=settlement.at, **reading_row("settled", settlement.reading)
        )
    )


def standings(connection: Connection, report_id: int) -> list[FigureStanding]:
    """Return what decides whether the report's figures are read again, in reading order."""
    force = TagsInForce(reviewed(connection, report_id), passages.of_report(connection, report_id))
    c = figures.c
    start = func.coalesce(c.placed_start, c.start)
    query = select(c.id, type_coerce(c.verdict, Text), c.decided_by, c.section_id, start)
    rows = connection.execute(query.where(c.report_id == report_id).order_by(start, c.id))
    return [
        FigureStanding(row[0], Verdict(row[1]), row[2], frozenset(force.of_figure(row[3], row[4])))
        for row in rows
    ]


def _rule(row: Row[Any]) -> SeededRule:
    scope = RuleScope(row.report_id, row.tag)
    wanted = SecondRule(scope, row.is_reviewed, row.is_rekeyed, row.share, row.has_other_signer)
    return SeededRule(wanted, row.seed)


def _second_reading(row: Row[Any]) -> SecondReading:
    first, second = _reading(row, "first"), _reading(row, "second")
    if first is None or second is None:
        raise ValueError(f"a second reading without a reading: {row.id}")
    return SecondReading(
        id=row.id,
        report_id=row.report_id,
        figure_id=row.figure_id,
        mode=row.mode,
        who=row.who,
        at=row.at,
        first_by=row.first_by,
        first=first,
        second=second,
        tries=row.tries,
        settled=_reading(row, "settled"),
        settled_by=row.settled_by,
        settled_at=row.settled_at,
    )


def _reading(row: Row[Any], prefix: str) -> Reading | None:
    number, high, of, *others = (row._mapping[name] for name in _names(prefix))
    return None if number is None else Reading(Value(number, high, of), *others)


def _names(prefix: str) -> Sequence[str]:
    names = ("number", "high", "of", "unit", "kind", "base", "indicator", "qualifier", "period")
    return [f"{prefix}_{name}" for name in names]
