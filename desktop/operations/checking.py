"""Looking a workspace over for damage; nothing is changed, and what is found is returned as values."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

import resources
from db import engine as engines
from db.queries import checks, reports
from db.schema import SchemaState
from db.troubles import refusal_of, refusing
from desktop.core.errors import RefusalCode, refuse
from desktop.core.layouts import unpack
from desktop.core.messages import Language
from desktop.core.reviews import ReportSummary
from desktop.operations import workspaces

_NO_DAMAGE = (RefusalCode.CANNOT_WRITE, RefusalCode.WORKSPACE_BUSY, RefusalCode.NOT_ALLOWED)


class CheckCode(StrEnum):
    """What can be wrong with a workspace; each has its line in resources/i18n/messages.toml."""

    SCHEMA = "check_schema"
    OLDER = "check_older"
    INTEGRITY = "check_integrity"
    FOREIGN_KEY = "check_foreign_key"
    SOURCE = "check_source"
    TEXT = "check_text"
    LEDGER = "check_ledger"
    COUNTS = "check_counts"
    LOG = "check_log"
    SIGNATURE = "check_signature"
    WORDS = "check_words"


@dataclass(frozen=True, slots=True)
class CheckFinding:
    """One thing that is wrong with the workspace `subject`, and the details its line names."""

    code: CheckCode
    subject: str
    details: dict[str, str] = field(default_factory=dict)


def check(location: Path | str) -> list[CheckFinding]:
    """Return what is wrong with the workspace at `location`: nothing, mostly.

    Raise RefusedError where there is none, or it is newer than the program.
    """
    name, state = workspaces.inspect(location)
    if state is SchemaState.EMPTY:
        raise refuse(RefusalCode.NOT_FOUND, name)
    if state is SchemaState.OLDER:
        return [CheckFinding(CheckCode.OLDER, name)]
    with refusing(name), _engine(location) as engine:
        return _findings(engine, name)


def finding_line(finding: CheckFinding, language: Language) -> str:
    """Return the one line that tells of the finding."""
    lines: dict[str, str] = resources.toml("i18n/messages.toml")[language]
    return lines[finding.code].format(subject=finding.subject, **finding.details)


@contextmanager
def _engine(location: Path | str) -> Iterator[Engine]:
    engine = engines.engine_for(location)
    try:
        yield engine
    finally:
        engine.dispose()


def _findings(engine: Engine, name: str) -> list[CheckFinding]:
    """Return all findings; where the file is so damaged that a query fails, that is the last of them."""
    found: list[CheckFinding] = []
    try:
        with engines.reading(engine) as connection:
            # One by one: what was found before an error counts.
            for finding in _checks(connection, name):
                found.append(finding)  # noqa: PERF402
    except (SQLAlchemyError, sqlite3.Error) as error:
        if refusal_of(error, name).refusal.code in _NO_DAMAGE:
            raise
        line = str(getattr(error, "orig", None) or error).splitlines()[0]
        found.append(CheckFinding(CheckCode.INTEGRITY, name, {"error": line}))
    return found


def _checks(connection: Connection, name: str) -> Iterator[CheckFinding]:
    for error in checks.damage(connection):
        yield CheckFinding(CheckCode.INTEGRITY, name, {"error": error})
    for table, number in checks.dangling(connection).items():
        yield CheckFinding(CheckCode.FOREIGN_KEY, name, {"table": table, "number": str(number)})
    for trigger in sorted(checks.missing_protections(connection)):
        yield CheckFinding(CheckCode.SCHEMA, name, {"error": trigger})
    for report in reports.summaries(connection):
        for code, details in _report_checks(connection, report):
            yield CheckFinding(code, name, {"report": report.name, **details})


def _report_checks(
    connection: Connection, report: ReportSummary
) -> Iterator[tuple[CheckCode, dict[str, str]]]:
    if not checks.has_source(connection, report.id, report.digest):
        yield CheckCode.SOURCE, {}
    if not _has_readable_text(connection, report.id):
        yield CheckCode.TEXT, {}
    if strange := checks.ledger_disagreements(connection, report.id):
        yield CheckCode.LEDGER, {"number": str(strange.number), "place": strange.first}
    if wrong := checks.wrong_counts(connection, report.id):
        yield CheckCode.COUNTS, {"number": str(len(wrong))}
    if unlogged := checks.verdicts_without_log(connection, report.id):
        yield CheckCode.LOG, {"number": str(unlogged.number), "place": unlogged.first}
    if report.is_signed_off and not report.progress.is_complete:
        yield CheckCode.SIGNATURE, {"who": report.signed_by or "–"}
    if unfindable := checks.wrong_words(connection, report.id):
        yield CheckCode.WORDS, {"number": str(unfindable.number), "place": unfindable.first}


def _has_readable_text(connection: Connection, report_id: int) -> bool:
    found = checks.readable_text(connection, report_id)
    if found is None:
        return False
    text, layout = found
    try:
        unpack(layout, text)
    except ValueError:
        return False
    return True
