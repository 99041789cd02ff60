"""How far the second reading is: what is due, what differs, who errs how often, what stops a sign-off."""

from typing import TYPE_CHECKING

from sqlalchemy import Connection

from db.columns import storable
from db.queries import figures, rereading
from db.sessions import Session
from desktop.core.error_rates import ErrorRates, error_rates
from desktop.core.errors import RefusalCode, refuse
from desktop.core.rereading import Mode, SecondReading, SecondRule
from desktop.core.rereading_due import SeededRule, Standing, standing

if TYPE_CHECKING:
    from desktop.operations.workspaces import Workspace


def standing_of(workspace: "Workspace", report_id: int) -> Standing:
    """Return how far the second reading of a report is."""
    with workspace.reading() as connection:
        return _standing(connection, report_id)


def rules_of(workspace: "Workspace") -> list[SecondRule]:
    """Return the rules that want anything, those for reports first."""
    with workspace.reading() as connection:
        return [each.rule for each in rereading.rules(connection) if each.rule.wants_anything]


def readings_of(workspace: "Workspace", report_id: int | None = None) -> list[SecondReading]:
    """Return the second readings of one report or of all, oldest first."""
    with workspace.reading() as connection:
        return rereading.readings(connection, report_id)


def rates_of(workspace: "Workspace") -> ErrorRates:
    """Return how often first and second readings of the workspace were wrong."""
    return error_rates(readings_of(workspace))


def blind_ids_of(connection: Connection, report_id: int, who: str) -> frozenset[int]:
    """Return the figures of a report whose value `who` is still to type unseen."""
    due = _standing(connection, report_id).due_for(storable(who))
    return frozenset(each.figure_id for each in due if each.mode is Mode.REKEY)


def refuse_unread(session: Session, report_id: int, name: str) -> None:
    """Raise RefusedError where a report called `name` may not be signed off by the session's clerk yet."""
    found = _standing(session.connection, report_id)
    if found.due or found.differences:
        due, differences = str(len(found.due)), str(len(found.differences))
        raise refuse(RefusalCode.REREADING_DUE, name, due=due, differences=differences)
    who = storable(session.who)
    if who in found.barred:
        raise refuse(RefusalCode.SIGNED_BY_FIRST, name, who=who or "–")


def _standing(connection: Connection, report_id: int) -> Standing:
    rules = [each for each in rereading.rules(connection) if _concerns(each, report_id)]
    readings = rereading.readings(connection, report_id)
    if not rules and not readings:
        return Standing()
    ids = sorted({each.figure_id for each in readings})
    reading_by_id = {figure.id: figure.effective for figure in figures.by_ids(connection, ids)}
    return standing(rules, rereading.standings(connection, report_id), readings, reading_by_id)


def _concerns(seeded: SeededRule, report_id: int) -> bool:
    return seeded.rule.wants_anything and seeded.rule.scope.report_id in (None, report_id)
