"""The ledger: which runs of digits a figure claims, and what became of each."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Connection, Text, bindparam, select, type_coerce, update

from db.queries.chunks import PARAMETERS, chunks
from db.tables import figures, ledger
from desktop.core.figures import Origin, Verdict
from desktop.core.reviews import LedgerRow
from desktop.core.sections import LedgerKind

REASON_KINDS = (
    LedgerKind.DATE,
    LedgerKind.PERIOD,
    LedgerKind.LEGAL,
    LedgerKind.ORDINAL,
    LedgerKind.NAME,
    LedgerKind.FURNITURE,
)
"""The kinds that are reasons to set a run aside."""

UNSETTLED = (Verdict.OPEN, Verdict.DOUBTFUL)
"""The verdicts that leave a figure's runs of digits open."""

_KIND_BY_WORD = {str(kind): kind for kind in LedgerKind}

_UPDATE_RUN = (
    update(ledger)
    .where(ledger.c.report_id == bindparam("the_report"), ledger.c.start == bindparam("the_start"))
    .values(kind=bindparam("new_kind"), figure_id=bindparam("new_figure"))
)


@dataclass(frozen=True, slots=True)
class Claim:
    """Whose a run is and as what."""

    start: int
    kind: LedgerKind
    figure_id: int | None


def rows(connection: Connection, report_id: int) -> list[LedgerRow]:
    """Return every run of the report in text order."""
    unsettled = select(figures.c.id).where(figures.c.report_id == report_id, figures.c.verdict.in_(UNSETTLED))
    return _rows(connection, ledger.c.report_id == report_id, set(connection.scalars(unsettled)))


def rows_of(connection: Connection, figure_ids: Sequence[int]) -> list[LedgerRow]:
    """Return the runs that these figures claim."""
    found: list[LedgerRow] = []
    for some in chunks(sorted(set(figure_ids))):
        unsettled = select(figures.c.id).where(figures.c.id.in_(some), figures.c.verdict.in_(UNSETTLED))
        found += _rows(connection, ledger.c.figure_id.in_(some), set(connection.scalars(unsettled)))
    return found


def claims_under(connection: Connection, report_id: int, start: int, end: int) -> list[Claim]:
    """Return the runs that overlap [start, end), as they are claimed now."""
    c = ledger.c
    query = select(c.start, c.kind, c.figure_id).where(c.report_id == report_id, c.start < end, c.end > start)
    return [Claim(*row) for row in connection.execute(query.order_by(c.start))]


def owners(connection: Connection, report_id: int, starts: Sequence[int]) -> dict[int, int | None]:
    """Return the figure that claims each run that begins at one of `starts`, None where none does."""
    c = ledger.c
    found: dict[int, int | None] = {}
    for some in chunks(starts):
        query = select(c.start, c.figure_id).where(c.report_id == report_id, c.start.in_(some))
        found |= {row[0]: row[1] for row in connection.execute(query)}
    return found


def write_claims(connection: Connection, report_id: int, claims: Iterable[Claim]) -> None:
    """Write whose each run is and as what."""
    changed = [
        {"the_report": report_id, "the_start": c.start, "new_kind": c.kind, "new_figure": c.figure_id}
        for c in claims
    ]
    if changed:
        connection.execute(_UPDATE_RUN, changed)


def settle_kinds(connection: Connection, figure_ids: Sequence[int]) -> None:
    """Bring the kinds of all runs of these figures in line with the figures' verdicts."""
    for some in chunks(sorted(figure_ids)):
        changed = [
            {
                "the_report": run.report_id,
                "the_start": run.start,
                "new_kind": kind,
                "new_figure": run.figure_id,
            }
            for run, kind in runs_with_due_kinds(connection, ledger.c.figure_id.in_(some))
            if run.kind != kind
        ]
        if changed:
            connection.execute(_UPDATE_RUN, changed)


def runs_with_due_kinds(
    connection: Connection, condition: ColumnElement[bool]
) -> Iterator[tuple[Any, LedgerKind]]:
    """Yield the claimed runs that meet `condition`, each with the kind its figure's verdict gives it.

    The condition takes all runs of a figure or none.
    """
    query = (
        select(
            ledger,
            figures.c.origin,
            figures.c.verdict,
            figures.c.reason,
            figures.c.report_id.label("claimant_report_id"),
        )
        .join(figures, ledger.c.figure_id == figures.c.id)
        .where(condition)
        .order_by(ledger.c.figure_id, ledger.c.start)
    )
    for _, runs in groupby(connection.execute(query), key=lambda run: run.figure_id):
        for position, run in enumerate(runs):
            yield run, due_kind(run.origin, run.verdict, run.reason, is_first=position == 0)


def due_kind(origin: Origin, verdict: Verdict, reason: str, *, is_first: bool) -> LedgerKind:
    """Return the kind that a figure gives to its first run of digits, or to a further one."""
    if verdict is Verdict.DISMISSED and reason in REASON_KINDS:
        return LedgerKind(reason)
    if origin is Origin.LEDGER and verdict in UNSETTLED:
        return LedgerKind.OPEN
    return LedgerKind.FIGURE if is_first else LedgerKind.PART


def _rows(
    connection: Connection, condition: ColumnElement[bool], unsettled: AbstractSet[int]
) -> list[LedgerRow]:
    """Return the runs that meet `condition` in text order; `unsettled` are the figures without a verdict."""
    c = ledger.c
    query = select(c.start, c.end, type_coerce(c.kind, Text), c.figure_id, c.sheet, c.cell)
    found: list[LedgerRow] = []
    for some in connection.execute(query.where(condition).order_by(c.start)).partitions(PARAMETERS):
        found.extend(
            LedgerRow(
                start,
                end,
                _KIND_BY_WORD[kind],
                figure_id,
                sheet,
                cell,
                is_open=figure_id in unsettled or (figure_id is None and kind == LedgerKind.OPEN),
            )
            for start, end, kind, figure_id, sheet, cell in some
        )
    return found
