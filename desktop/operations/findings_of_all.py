"""The findings of many reports, one series after another: each report is read but once."""

from collections.abc import Callable, Collection, Iterator, Sequence

from sqlalchemy import Connection

from desktop.core.findings import StandingFinding
from desktop.core.reviews import ReportSummary
from desktop.operations.findings import (
    CheckedState,
    beside,
    check_report_of,
    findings_told_of,
    in_time,
    next_in_time,
    source_of,
)


def findings_of_all(
    connection: Connection,
    summaries: Sequence[ReportSummary],
    wanted: Collection[int],
    beat: Callable[[], None] = lambda: None,
) -> dict[int, list[StandingFinding]]:
    """Return findings_told_of the `wanted` reports among all `summaries`, by their ids.

    `beat` is called after each report; what it raises goes through. In memory are the reports that a series
    has around one.
    """
    found = {}
    for series in _series(summaries):
        states: dict[int, CheckedState] = {}
        for at, summary in enumerate(series):
            if summary.id not in wanted:
                continue
            near = next_in_time(at, len(series))
            for nth in (at, *near):
                if nth not in states:
                    states[nth] = check_report_of(connection, series[nth].id)
            others = tuple(states[nth].report for nth in near)
            found[summary.id] = findings_told_of(beside(connection, states[at], others))
            states = {nth: state for nth, state in states.items() if nth > at or nth in near}
            beat()
    return found


def _series(summaries: Sequence[ReportSummary]) -> Iterator[list[ReportSummary]]:
    """Yield the reports of each series in the order of time; one without a title is of none."""
    by_source: dict[str, list[ReportSummary]] = {}
    for summary in summaries:
        if source := source_of(summary):
            by_source.setdefault(source, []).append(summary)
        else:
            yield [summary]
    yield from (sorted(series, key=in_time) for series in by_source.values())
