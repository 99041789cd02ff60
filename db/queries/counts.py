"""Counts of figures and open runs, kept in step by every change so that progress costs no scan."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import Connection, func, insert, select, update

from db.queries.chunks import chunks
from db.queries.ledger import UNSETTLED
from db.tables import counts, figures, ledger
from desktop.core.figures import Verdict
from desktop.core.reviews import Progress
from desktop.core.sections import LedgerKind

RUNS_OPEN = "runs_open"
HASTY = "hasty"
COLUMNS = (*(str(verdict) for verdict in Verdict), RUNS_OPEN, HASTY)

_IS_HASTY = figures.c.looked_ms < figures.c.needed_ms


class Slot(NamedTuple):
    """One number that is kept: a column of `counts` for a section of a report, or for no section."""

    report_id: int
    section_id: int | None
    column: str


@dataclass(frozen=True, slots=True)
class SectionCounts:
    """The figures directly in a section."""

    total: int
    open: int


def progress(connection: Connection, report_id: int | None = None) -> Progress:
    """Return the progress of one report or of all."""
    query = select(*(func.coalesce(func.sum(counts.c[name]), 0) for name in COLUMNS))
    if report_id is not None:
        query = query.where(counts.c.report_id == report_id)
    return _progress(connection.execute(query).one())


def progress_by_report(
    connection: Connection, report_ids: Sequence[int] | None = None
) -> dict[int, Progress]:
    """Return the progress of every report, or of a few."""
    sums = (func.sum(counts.c[name]) for name in COLUMNS)
    query = select(counts.c.report_id, *sums).group_by(counts.c.report_id)
    if report_ids is not None:
        query = query.where(counts.c.report_id.in_(report_ids))
    return {row[0]: _progress(row[1:]) for row in connection.execute(query)}


def by_section(connection: Connection, report_id: int) -> dict[int | None, SectionCounts]:
    """Return the counts of each section of the report, children not included."""
    query = select(counts).where(counts.c.report_id == report_id)
    return {
        row.section_id: SectionCounts(sum(getattr(row, str(verdict)) for verdict in Verdict), row.open)
        for row in connection.execute(query)
    }


@contextmanager
def kept_in_step(connection: Connection, figure_ids: Sequence[int]) -> Iterator[None]:
    """Move the counts by what happens inside to these figures and to the runs they claim."""
    before = _tally(connection, figure_ids)
    yield
    after = _tally(connection, figure_ids)
    after.subtract(before)
    _move(connection, after)


def make(
    connection: Connection, report_id: int, section_ids: Sequence[int], numbers: Mapping[Slot, int]
) -> None:
    """Make the rows of a new report, one for each section and one for none."""
    rows: list[dict[str, int | None]] = []
    for section_id in (None, *section_ids):
        counted = {name: numbers.get(Slot(report_id, section_id, name), 0) for name in COLUMNS}
        rows.append({"report_id": report_id, "section_id": section_id, **counted})
    connection.execute(insert(counts), rows)


def recount(connection: Connection, report_id: int) -> Counter[Slot]:
    """Return every number of the report, counted from its figures and its ledger."""
    of_verdicts = (
        select(figures.c.section_id, figures.c.verdict, func.count())
        .where(figures.c.report_id == report_id)
        .group_by(figures.c.section_id, figures.c.verdict)
    )
    of_runs = (
        select(figures.c.section_id, func.count())
        .join(figures, ledger.c.figure_id == figures.c.id)
        .where(ledger.c.report_id == report_id, figures.c.verdict.in_(UNSETTLED))
        .group_by(figures.c.section_id)
    )
    unclaimed = (
        select(func.count())
        .select_from(ledger)
        .where(
            ledger.c.report_id == report_id, ledger.c.figure_id.is_(None), ledger.c.kind == LedgerKind.OPEN
        )
    )
    of_hasty = (
        select(figures.c.section_id, func.count())
        .where(figures.c.report_id == report_id, _IS_HASTY)
        .group_by(figures.c.section_id)
    )
    numbers: Counter[Slot] = Counter()
    for section_id, verdict, number in connection.execute(of_verdicts):
        numbers[Slot(report_id, section_id, verdict)] = number
    for section_id, number in connection.execute(of_runs):
        numbers[Slot(report_id, section_id, RUNS_OPEN)] = number
    for section_id, number in connection.execute(of_hasty):
        numbers[Slot(report_id, section_id, HASTY)] = number
    numbers[Slot(report_id, None, RUNS_OPEN)] += connection.execute(unclaimed).scalar_one()
    return numbers


def kept(connection: Connection, report_id: int) -> Counter[Slot]:
    """Return every number of the report as it is kept."""
    rows = connection.execute(select(counts).where(counts.c.report_id == report_id))
    return Counter(
        {Slot(report_id, row.section_id, name): getattr(row, name) for row in rows for name in COLUMNS}
    )


def _tally(connection: Connection, figure_ids: Sequence[int]) -> Counter[Slot]:
    runs = select(func.count()).where(ledger.c.figure_id == figures.c.id).correlate(figures).scalar_subquery()
    numbers: Counter[Slot] = Counter()
    for some in chunks(figure_ids):
        query = select(figures.c.report_id, figures.c.section_id, figures.c.verdict, runs, _IS_HASTY)
        for report_id, section_id, verdict, run_count, is_hasty in connection.execute(
            query.where(figures.c.id.in_(some))
        ):
            numbers[Slot(report_id, section_id, HASTY)] += bool(is_hasty)
            numbers[Slot(report_id, section_id, verdict)] += 1
            if verdict in UNSETTLED:
                numbers[Slot(report_id, section_id, RUNS_OPEN)] += run_count
    return numbers


def _move(connection: Connection, differences: Counter[Slot]) -> None:
    by_row: dict[tuple[int, int | None], dict[str, int]] = {}
    for slot, difference in differences.items():
        if difference:
            by_row.setdefault((slot.report_id, slot.section_id), {})[slot.column] = difference
    # Always in the same order, so that two sessions cannot wait for each other.
    for report_id, section_id in sorted(by_row, key=lambda row: (row[0], row[1] or 0)):
        moved = by_row[report_id, section_id]
        connection.execute(
            update(counts)
            .where(counts.c.report_id == report_id, counts.c.section_id.is_not_distinct_from(section_id))
            .values({name: counts.c[name] + difference for name, difference in sorted(moved.items())})
        )


def _progress(numbers: Sequence[int]) -> Progress:
    by_name = dict(zip(COLUMNS, map(int, numbers), strict=True))
    return Progress(
        total=sum(by_name[str(verdict)] for verdict in Verdict),
        open=by_name[Verdict.OPEN],
        verified=sum(by_name[str(verdict)] for verdict in Verdict if verdict.is_verified),
        dismissed=by_name[Verdict.DISMISSED],
        doubtful=by_name[Verdict.DOUBTFUL],
        ledger_open=by_name[RUNS_OPEN],
        hasty=by_name[HASTY],
    )
