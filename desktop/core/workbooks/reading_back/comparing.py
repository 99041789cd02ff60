"""A workbook that came back held against what was exported and what the program says now."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Context, Decimal

from desktop.core.figures import Base, Kind, Qualifier, Reading, Value, Verdict, plain
from desktop.core.workbooks.identity import FigureMark
from desktop.core.workbooks.reading_back.differences import (
    Comparison,
    FieldDifference,
    FieldState,
    FileRemark,
    KnownFigure,
    RemarkKind,
    RowDifference,
)
from desktop.core.workbooks.reading_back.fields import (
    INDICATOR,
    VALUE,
    Said,
    content_of,
    content_text,
    same_content,
    shown_text,
)
from desktop.core.workbooks.reading_back.lists import ListRow, folded
from desktop.core.workbooks.reading_back.marks import mark_of
from desktop.core.workbooks.reading_back.notes import note_difference
from desktop.core.workbooks.reading_back.returned import Returned
from desktop.core.workbooks.reading_back.summaries import ACTUAL
from desktop.core.workbooks.reading_back.witnesses import Testimony, is_as_exported, testimony
from desktop.core.workbooks.wording import word

_THOUSAND = Decimal(1000)
_LIKENESS = Context(prec=14)
_TYPES = {"kind": Kind, "base": Base, "qualifier": Qualifier}
_FIELDS = ("value", "unit", "kind", "base", "indicator", "qualifier", "period")

Known = Mapping[str, KnownFigure]
"""The figures of the workspace by their keys; one that the workspace has never had is not there."""


def compared(returned: Returned, known: Known) -> Comparison:
    """Return all differences, in the order of the rows, and what is to be said of the file."""
    heard = {mark: testimony(mark, returned) for mark in returned.rows if mark.key in known}
    rows = [
        row
        for mark, told in heard.items()
        if (row := _difference(mark, returned.readings[mark], told, known[mark.key])) is not None
    ]
    rows = _with_misplaced(rows, heard, returned.readings)
    remarks = [*_remarks(returned, known, heard), *_sorted_apart(rows)]
    return Comparison(rows, remarks)


def _difference(
    mark: FigureMark, exported: Reading, told: Testimony, known: KnownFigure
) -> RowDifference | None:
    fields = [
        each
        for name in _FIELDS
        if name in told.said and (each := _field(name, told.said[name], exported, known)) is not None
    ]
    own_state = _verdict(known)
    note = note_difference(told.row, known)
    there = _taken(fields, told, known)
    new_note = note.there if note is not None and note.state.is_offered else None
    if there is None and new_note is not None and known.figure is not None and not _is_blocked(fields):
        there = known.figure.effective
    every = (*fields, *([note] if note else []), *([own_state] if own_state else []))
    if not every:
        return None
    return RowDifference(mark, exported, known, every, told.row.place(), there, new_note)


def _field(name: str, said: Said, exported: Reading, known: KnownFigure) -> FieldDifference | None:
    before = content_of(name, exported)
    here = before if known.figure is None else content_of(name, known.figure.effective)
    texts = content_text(name, before), content_text(name, here)
    if said.content is None:
        return FieldDifference(name, FieldState.UNREADABLE, *texts, said.text, said.place, said.trouble)
    is_changed_here = not same_content(name, here, before)
    if is_as_exported(name, said, exported):
        there = texts[0]
        return FieldDifference(name, FieldState.HERE, *texts, there, said.place) if is_changed_here else None
    state = FieldState.CONFLICT if is_changed_here else FieldState.THERE
    if is_changed_here and same_content(name, said.content, here):
        state = FieldState.BOTH
    return FieldDifference(
        name,
        state,
        *texts,
        content_text(name, said.content),
        said.place,
        typed=said.text,
        other="" if said.other is None else content_text(name, said.other),
        is_thousandfold=_is_thousandfold(before, said.content),
    )


def _verdict(known: KnownFigure) -> FieldDifference | None:
    """Return that a figure is not verified any more, or gone."""
    figure = known.figure
    if figure is not None and figure.verdict.is_verified:
        return None
    here = "" if figure is None else word("verdict", figure.verdict)
    exported = word("verdict", Verdict.ACCEPTED)
    return FieldDifference("verdict", FieldState.HERE, exported, here, exported)


def _is_blocked(fields: Sequence[FieldDifference]) -> bool:
    return any(each.state is FieldState.UNREADABLE for each in fields)


def _taken(fields: Sequence[FieldDifference], told: Testimony, known: KnownFigure) -> Reading | None:
    """Return the reading of now with what the workbook changed; None where that is nothing, or unreadable.

    Of a row with one cell that cannot be read nothing is taken: a unit without its number would mislead.
    """
    offered = [each.name for each in fields if each.state.is_offered]
    if known.figure is None or not offered or _is_blocked(fields):
        return None
    changes = {name: _typed(name, told.said[name].content) for name in offered}
    return replace(known.figure.effective, **changes)  # type: ignore[arg-type]


def _typed(name: str, content: Value | str | None) -> object:
    return _TYPES[name](str(content)) if name in _TYPES else content


def _is_thousandfold(before: Value | str, there: Value | str) -> bool:
    if not isinstance(before, Value) or not isinstance(there, Value):
        return False
    low, high = sorted((abs(before.number), abs(there.number)))
    return bool(low) and high == low * _THOUSAND


def _with_misplaced(
    rows: Sequence[RowDifference],
    heard: Mapping[FigureMark, Testimony],
    readings: Mapping[FigureMark, Reading],
) -> list[RowDifference]:
    """Return the rows, those marked that show another figure: sorted while their hidden columns stayed.

    Where some do, a row with another indicator and another value may be one of them as well.
    """
    by_look: dict[tuple[str, ...], set[FigureMark]] = {}
    for mark in heard:
        by_look.setdefault(_look(readings[mark]), set()).add(mark)
    misplaced = {row.mark for row in rows if _shows_another(row, heard[row.mark], by_look)}
    if misplaced:
        misplaced |= {row.mark for row in rows if {"value", "indicator"} <= _changed_names(row)}
    return [
        replace(row, is_misplaced=True, there=None, note=None) if row.mark in misplaced else row
        for row in rows
    ]


def _shows_another(
    row: RowDifference, told: Testimony, by_look: Mapping[tuple[str, ...], set[FigureMark]]
) -> bool:
    if len(_changed_names(row)) < 2 or any(told.said[name].content is None for name in told.said):
        return False
    contents = {name: _typed(name, said.content) for name, said in told.said.items()}
    shown = replace(row.exported, **contents)  # type: ignore[arg-type]
    return bool(by_look.get(_look(shown), set()) - {row.mark})


def _changed_names(row: RowDifference) -> set[str]:
    return {each.name for each in row.fields if each.state is not FieldState.HERE and each.name in _FIELDS}


def _look(reading: Reading) -> tuple[str, ...]:
    """Return a reading as a workbook shows it, to be compared with others."""
    value = reading.value
    numbers = (value.number, value.high, value.of)
    held = ("" if each is None else plain(_LIKENESS.plus(each)) for each in numbers)
    texts = (folded(str(content_of(name, reading))) for name in _FIELDS[1:])
    return (*held, *texts)


def _sorted_apart(rows: Sequence[RowDifference]) -> Iterator[FileRemark]:
    count = sum(row.is_misplaced for row in rows)
    if count:
        yield FileRemark(RemarkKind.SORTED_APART, {"count": str(count)})


def _remarks(returned: Returned, known: Known, heard: Mapping[FigureMark, Testimony]) -> Iterator[FileRemark]:
    yield from (FileRemark(RemarkKind.COLUMN, {"column": heading}) for heading in returned.missing)
    yield from (FileRemark(RemarkKind.ADDED, _told(row)) for row in returned.strays)
    summaries = returned.summaries
    yield from (FileRemark(RemarkKind.ADDED, _told(row, ACTUAL)) for row in summaries.added)
    yield from (FileRemark(RemarkKind.COPIED, _told(row, ACTUAL)) for row in summaries.copied)
    for found in summaries.words:
        yield FileRemark(
            RemarkKind.SUMMARY_WORDS, {"place": found.place, "text": shown_text(found.cell) or "–"}
        )
    for told in heard.values():
        yield from (FileRemark(RemarkKind.COPIED, _told(row)) for row in told.copied)
        yield from (
            FileRemark(RemarkKind.REPEATED, {**_told(row), "first": told.row.place()})
            for row in told.repeated
        )
    yield from (FileRemark(RemarkKind.UNSOUND, _told(row)) for row in returned.unsound)
    for mark, rows in returned.rows.items():
        if mark.key not in known:
            yield from (FileRemark(RemarkKind.UNKNOWN, _told(row)) for row in rows)


def _told(row: ListRow, heading: str = VALUE) -> dict[str, str]:
    """Return what a line names of a row."""
    return {
        "place": row.place(),
        "indicator": row.text_under(INDICATOR) or "–",
        "value": next(filter(None, (shown_text(found.cell) for found in row.cells_under(heading))), "–"),
        "key": mark_of(row).key,
    }
