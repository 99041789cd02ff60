"""What others have done to a workspace since somebody looked last, as told by its log."""

from collections.abc import Mapping
from dataclasses import dataclass

from db.queries import figures, logs
from desktop.operations.workspaces import Workspace

_LATE_LINES = 200
"""A server numbers a line when it is written, not when it is committed: so many before the latest may be
still to come."""


@dataclass(frozen=True, slots=True)
class Watermark:
    """How far the log was read: up to `last_id`, of the last lines before that those in `known_ids`."""

    last_id: int
    known_ids: frozenset[int]


@dataclass(frozen=True, slots=True)
class News:
    """What has changed since the log was read last.

    `changed` are the figures this clerk has not seen as they are now, with their reports, by id; `gone_ids`
    figures that are no more; `report_ids` all reports concerned; `has_more` tells that something else than
    figures may have changed: tags, notes, signatures, rules, reports.
    """

    mark: Watermark
    changed: Mapping[int, int]
    gone_ids: frozenset[int] = frozenset()
    report_ids: frozenset[int] = frozenset()
    has_more: bool = False


def news(workspace: Workspace, mark: Watermark | None) -> News:
    """Return what the log tells since `mark`; with None only of its last lines."""
    with workspace.reading() as connection:
        last_id = logs.latest_id(connection) if mark is None else mark.last_id
        known = frozenset[int]() if mark is None else mark.known_ids
        lines = logs.since(connection, last_id - _LATE_LINES)
        fresh = [line for line in lines if line.id not in known and not workspace.has_written(line.at)]
        report_by_figure = {
            line.figure_id: line.report_id
            for line in fresh
            if line.figure_id is not None and line.report_id is not None
        }
        revision_by_id = figures.revisions(connection, list(report_by_figure))
    return News(
        _mark_after(lines, last_id),
        {
            figure_id: report_by_figure[figure_id]
            for figure_id, revision in revision_by_id.items()
            if not workspace.has_seen(figure_id, revision)
        },
        frozenset(report_by_figure.keys() - revision_by_id.keys()),
        frozenset(line.report_id for line in fresh if line.report_id is not None),
        any(line.figure_id is None for line in fresh),
    )


def _mark_after(lines: list[logs.LogMark], last_id: int) -> Watermark:
    last_id = max([last_id, *(line.id for line in lines)])
    return Watermark(last_id, frozenset(line.id for line in lines if line.id > last_id - _LATE_LINES))
