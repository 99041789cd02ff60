"""Figures: their rows as values and back; the one place that writes a verdict."""

from collections.abc import Iterable, Mapping, Sequence
from sys import intern
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    Text,
    bindparam,
    delete,
    func,
    insert,
    or_,
    select,
    type_coerce,
    union_all,
    update,
)

from db.columns import storable
from db.queries import search
from db.queries.chunks import PARAMETERS, chunks
from db.tables import figures, ids
from desktop.core.figures import (
    NEEDS_A_LOOK_BELOW,
    Figure,
    Origin,
    Reading,
    ReviewedFigure,
    Value,
    Verdict,
)
from desktop.core.places import Place
from desktop.core.reviews import FigureIndex, FigureLook, FigurePlace
from desktop.core.searching import words_of_figure

_STATE = ("verdict", "reason", "note", "decided_by", "decided_at", "looked_ms", "needed_ms")
_SAID = tuple(column.name for column in figures.c if column.name.startswith("said_"))
_PLACE = ("start", "end", "page", "boxes", "sheet", "cell")
_PLACED = tuple(f"placed_{name}" for name in (*_PLACE, "text"))
_WRITTEN = (*_STATE, *_SAID, *_PLACED, "section_id")
_START = func.coalesce(figures.c.placed_start, figures.c.start)
"""Where a figure begins: where the clerk has put it, else where the machine found it."""

_ORIGIN_BY_WORD = {str(origin): origin for origin in Origin}
_VERDICT_BY_WORD = {str(verdict): verdict for verdict in Verdict}

_UPDATE_STATE = (
    update(figures)
    .where(figures.c.id == bindparam("the_id"), figures.c.revision == bindparam("the_revision"))
    .values(
        revision=figures.c.revision + 1,
        **{name: bindparam(f"new_{name}") for name in _WRITTEN},
    )
)


def take_ids(connection: Connection, name: str, count: int) -> int:
    """Return the first of `count` ids in a row, of "figures" or "sections", that nobody else will get."""
    taken = update(ids).where(ids.c.name == name).values(next=ids.c.next + count).returning(ids.c.next)
    return int(connection.execute(taken).scalar_one()) - count


def index(connection: Connection, report_id: int) -> FigureIndex:
    """Return the report's figures in reading order as parallel columns."""
    # Words are mapped by hand: a type's result processor costs a call a row, and there may be 100,000.
    c = figures.c
    wanted = (c.id, type_coerce(c.verdict, Text), c.start, c.section_id, c.decided_by)
    query = select(*wanted).where(c.report_id == report_id)
    columns: tuple[list[Any], ...] = tuple([] for _ in wanted)
    # Rows are let go of in small lots, or the garbage collector would walk over all of them again and again.
    for rows in connection.execute(query.order_by(c.start, c.id)).partitions(PARAMETERS):
        for column, values in zip(columns, zip(*rows, strict=True), strict=True):
            column.extend(values)
    found, words, starts, section_ids, reviewers = columns
    verdicts = [_VERDICT_BY_WORD[word] for word in words]
    uncertain = _uncertain(connection, report_id)
    read = FigureIndex(found, verdicts, starts, section_ids, uncertain, reviewers)
    moved = _moved_places(connection, report_id)
    return _reordered(read, moved) if moved else read


def looks(connection: Connection, report_id: int) -> dict[int, FigureLook]:
    """Return how the report's figures look as they stand, by their ids."""
    c = figures.c
    number, unit, kind = (
        func.coalesce(type_coerce(c[f"said_{name}"], Text), type_coerce(c[f"read_{name}"], Text))
        for name in ("number", "unit", "kind")
    )
    query = select(c.id, unit, kind, number).where(c.report_id == report_id)
    return {row[0]: FigureLook(row[1].casefold(), row[2], float(row[3])) for row in connection.execute(query)}


def places(connection: Connection, report_id: int) -> list[FigurePlace]:
    """Return where the report's figures stand, in reading order."""
    c = figures.c
    wanted = (c.id, *(c[name] for name in _PLACE))
    query = select(*wanted, type_coerce(c.verdict, Text), type_coerce(c.origin, Text))
    found: list[FigurePlace] = []
    ordered = query.where(c.report_id == report_id).order_by(c.start, c.id)
    for rows in connection.execute(ordered).partitions(PARAMETERS):
        found.extend(
            FigurePlace(row[0], Place(*row[1:7]), _VERDICT_BY_WORD[row[7]], _ORIGIN_BY_WORD[row[8]])
            for row in rows
        )
    if moved := _moved_places(connection, report_id):
        found = [each._replace(place=moved.get(each.figure_id, each.place)) for each in found]
        found.sort(key=lambda each: (each.place.start, each.figure_id))
    return found


def by_ids(
    connection: Connection, figure_ids: Sequence[int], *, is_locking: bool = False
) -> list[ReviewedFigure]:
    """Return the figures in the order of `figure_ids`, unknown ones left out.

    `is_locking` keeps other sessions from changing them until the transaction ends.
    """
    found: dict[int, ReviewedFigure] = {}
    for some in chunks(sorted(set(figure_ids))):
        query = select(figures).where(figures.c.id.in_(some)).order_by(figures.c.id)
        rows = connection.execute(query.with_for_update() if is_locking else query)
        found |= {row.id: _figure(row) for row in rows}
    return [found[figure_id] for figure_id in figure_ids if figure_id in found]


def revisions(connection: Connection, figure_ids: Sequence[int]) -> dict[int, int]:
    """Return the revisions of those of the figures that are there, by their ids."""
    found: dict[int, int] = {}
    for some in chunks(sorted(set(figure_ids))):
        query = select(figures.c.id, figures.c.revision).where(figures.c.id.in_(some))
        found |= {row.id: row.revision for row in connection.execute(query)}
    return found


def ids_at(connection: Connection, report_id: int, start: int, end: int) -> list[int]:
    """Return the figures whose place overlaps [start, end), in reading order."""
    c = figures.c
    as_found = (c.placed_start.is_(None), c.start < end, c.end > start)
    as_placed = (c.placed_start.is_not(None), c.placed_start < end, c.placed_end > start)
    return _ids_of_either(connection, report_id, as_found, as_placed)


def ids_in_cell(connection: Connection, report_id: int, sheet: str, cell: str) -> list[int]:
    """Return the figures of a workbook's cell, in reading order."""
    c = figures.c
    as_found = (c.placed_start.is_(None), c.sheet == sheet, c.cell == cell)
    as_placed = (c.placed_start.is_not(None), c.placed_sheet == sheet, c.placed_cell == cell)
    return _ids_of_either(connection, report_id, as_found, as_placed)


def verified_ids(connection: Connection, report_id: int) -> list[int]:
    """Return the report's figures that may be handed on, in reading order."""
    c = figures.c
    verified = [verdict for verdict in Verdict if verdict.is_verified]
    query = select(c.id).where(c.report_id == report_id, c.verdict.in_(verified))
    return list(connection.scalars(query.order_by(_START, c.id)))


def hasty_ids(connection: Connection, report_id: int) -> list[int]:
    """Return the report's figures that were accepted faster than they can be read, in reading order."""
    c = figures.c
    query = select(c.id).where(c.report_id == report_id, c.looked_ms < c.needed_ms)
    return list(connection.scalars(query.order_by(_START, c.id)))


def write_states(connection: Connection, changed: Iterable[ReviewedFigure]) -> int:
    """Write what clerks say of figures last read with these revisions: verdict, reading, place, reason, note.

    Return how many were written: a figure that somebody changed since is not.
    """
    changed = list(changed)
    if not changed:
        return 0
    search.change(connection, {figure.id: words_of_figure(figure) for figure in changed})
    return connection.execute(_UPDATE_STATE, list(map(_state_row, changed))).rowcount


def insert_figure(connection: Connection, figure: ReviewedFigure) -> None:
    """Insert one figure under its own id."""
    connection.execute(insert(figures), figure_row(figure))
    search.add(connection, {figure.id: words_of_figure(figure)})


def delete_figure(connection: Connection, figure_id: int) -> None:
    """Delete a figure that nothing refers to any more."""
    search.remove(connection, [figure_id])
    connection.execute(delete(figures).where(figures.c.id == figure_id))


def new_row(
    figure: Figure, origin: Origin, *, figure_id: int, report_id: int, section_id: int | None
) -> dict[str, Any]:
    """Return the row of a figure nobody has reviewed yet."""
    return figure_row(
        ReviewedFigure(
            id=figure_id,
            report_id=report_id,
            section_id=section_id,
            place=figure.place,
            text=figure.text,
            origin=origin,
            read=figure.reading,
            confidence=figure.confidence,
            other=figure.other,
            shown=figure.shown,
        )
    )


def figure_row(figure: ReviewedFigure) -> dict[str, Any]:
    """Return the row that holds `figure`."""
    place = figure.found or figure.place
    return {
        "id": figure.id,
        "report_id": figure.report_id,
        "section_id": figure.section_id,
        **{name: getattr(place, name) for name in _PLACE},
        "text": figure.found_text if figure.found else figure.text,
        "origin": figure.origin,
        "confidence": figure.confidence,
        "shown": figure.shown,
        "revision": figure.revision,
        **reading_row("read", figure.read),
        **reading_row("said", figure.said),
        **_value_row("other", figure.other),
        **_placed_row(figure),
        **{name: getattr(figure, name) for name in _STATE},
    }


def storable_reading(reading: Reading) -> Reading:
    """Return `reading` as it will be read back."""
    return Reading(
        reading.value,
        storable(reading.unit),
        reading.kind,
        reading.base,
        storable(reading.indicator),
        reading.qualifier,
        storable(reading.period),
    )


def _state_row(figure: ReviewedFigure) -> dict[str, Any]:
    state = {name: getattr(figure, name) for name in _STATE} | reading_row("said", figure.said)
    state |= _placed_row(figure) | {"section_id": figure.section_id}
    named = {f"new_{name}": value for name, value in state.items()}
    return named | {"the_id": figure.id, "the_revision": figure.revision}


def _placed_row(figure: ReviewedFigure) -> dict[str, Any]:
    if figure.found is None:
        return dict.fromkeys(_PLACED)
    placed = {f"placed_{name}": getattr(figure.place, name) for name in _PLACE}
    return placed | {"placed_text": figure.text}


def reading_row(prefix: str, reading: Reading | None) -> dict[str, Any]:
    return {
        **_value_row(prefix, reading.value if reading else None),
        f"{prefix}_unit": reading.unit if reading else None,
        f"{prefix}_kind": reading.kind if reading else None,
        f"{prefix}_base": reading.base if reading else None,
        f"{prefix}_indicator": reading.indicator if reading else None,
        f"{prefix}_qualifier": reading.qualifier if reading else None,
        f"{prefix}_period": reading.period if reading else None,
    }


def _value_row(prefix: str, value: Value | None) -> dict[str, Any]:
    return {
        f"{prefix}_number": value.number if value else None,
        f"{prefix}_high": value.high if value else None,
        f"{prefix}_of": value.of if value else None,
    }


def _moved_places(connection: Connection, report_id: int) -> dict[int, Place]:
    """Return where the clerks have put figures of a report, by their ids."""
    c = figures.c
    query = select(c.id, *(c[f"placed_{name}"] for name in _PLACE))
    moved = query.where(c.report_id == report_id, c.placed_start.is_not(None))
    return {row[0]: Place(*row[1:]) for row in connection.execute(moved)}


def _reordered(read: FigureIndex, moved: Mapping[int, Place]) -> FigureIndex:
    """Return the columns in the reading order that they have with some figures moved."""
    starts = list(read.starts)
    for at, figure_id in enumerate(read.ids):
        if figure_id in moved:
            starts[at] = moved[figure_id].start
    order = sorted(range(len(starts)), key=lambda at: (starts[at], read.ids[at]))
    return FigureIndex(
        [read.ids[at] for at in order],
        [read.verdicts[at] for at in order],
        [starts[at] for at in order],
        [read.section_ids[at] for at in order],
        read.uncertain,
        [read.reviewers[at] for at in order],
    )


def _ids_of_either(
    connection: Connection,
    report_id: int,
    as_found: Iterable[ColumnElement[bool]],
    as_placed: Iterable[ColumnElement[bool]],
) -> list[int]:
    """Return the figures that meet either, in reading order: two questions, each with an index of its own."""
    both = union_all(_starts(report_id, as_found), _starts(report_id, as_placed)).subquery()
    return list(connection.scalars(select(both.c.id).order_by(both.c.start, both.c.id)))


def _starts(report_id: int, conditions: Iterable[ColumnElement[bool]]) -> Select[tuple[int, int]]:
    query = select(figures.c.id, _START.label("start"))
    return query.where(figures.c.report_id == report_id, *conditions)


def _uncertain(connection: Connection, report_id: int) -> dict[int, float]:
    """Return the confidence of those figures of a report whose reading is uncertain."""
    c = figures.c
    is_uncertain = or_(c.confidence < NEEDS_A_LOOK_BELOW, c.other_number.is_not(None))
    query = select(c.id, c.confidence).where(c.report_id == report_id, is_uncertain)
    return {row[0]: row[1] for row in connection.execute(query)}


def _figure(row: Row[Any]) -> ReviewedFigure:
    # Units, periods, names and most indicators are the same again and again: one text of each is kept.
    found = Place(row.start, row.end, row.page, row.boxes, row.sheet, row.cell)
    placed = _placed(row)
    return ReviewedFigure(
        id=row.id,
        report_id=row.report_id,
        section_id=row.section_id,
        place=found if placed is None else placed,
        text=row.text if placed is None else row.placed_text,
        origin=row.origin,
        read=Reading(
            Value(row.read_number, row.read_high, row.read_of),
            intern(row.read_unit),
            row.read_kind,
            row.read_base,
            intern(row.read_indicator),
            row.read_qualifier,
            intern(row.read_period),
        ),
        confidence=row.confidence,
        other=_other(row),
        verdict=row.verdict,
        said=_said(row),
        reason=row.reason,
        note=row.note,
        decided_by=intern(row.decided_by),
        decided_at=row.decided_at,
        revision=row.revision,
        looked_ms=row.looked_ms,
        needed_ms=row.needed_ms,
        found=None if placed is None else found,
        found_text="" if placed is None else row.text,
        shown=row.shown,
    )


def _placed(row: Row[Any]) -> Place | None:
    if row.placed_start is None:
        return None
    return Place(
        row.placed_start,
        row.placed_end,
        row.placed_page,
        row.placed_boxes,
        row.placed_sheet,
        row.placed_cell,
    )


def _other(row: Row[Any]) -> Value | None:
    if row.other_number is None:
        return None
    return Value(row.other_number, row.other_high, row.other_of)


def _said(row: Row[Any]) -> Reading | None:
    if row.said_number is None:
        return None
    return Reading(
        Value(row.said_number, row.said_high, row.said_of),
        row.said_unit,
        row.said_kind,
        row.said_base,
        row.said_indicator,
        row.said_qualifier,
        row.said_period,
    )
