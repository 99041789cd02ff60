"""Filling the office's own form: what it wants, what would go in, and the filled copy."""

import contextlib
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import Connection

from db.queries import figures, logs, passages, preferences, reports, sections
from db.sessions import Session
from desktop.core.errors import RefusalCode, RefusedError, refuse
from desktop.core.isolation.contents import contents
from desktop.core.reviews import ReportSummary, ReviewedSection
from desktop.core.tags_in_force import TagsInForce
from desktop.core.workbooks.forms.cell_ranges import Spot
from desktop.core.workbooks.forms.figure_book import FigureBook, VerifiedFigure
from desktop.core.workbooks.forms.filling import FilledForm, check_suffix, write_form
from desktop.core.workbooks.forms.form import Form
from desktop.core.workbooks.forms.mapping import SIDECAR_ENDING, FormMapping, mapping_from, mapping_text
from desktop.core.workbooks.forms.note_text import entry_of
from desktop.core.workbooks.forms.plan import CellPlan, CellState, plan
from desktop.core.workbooks.forms.probing import asked_of
from desktop.core.workbooks.forms.suggesting import suggestions
from desktop.core.workbooks.replacing import replace_text
from desktop.operations.workspaces import Workspace

PROPOSAL_ENDING = ".de-xuat.json"
"""What is added to a form's file name for a proposed mapping, which is never taken up by itself."""

_PREFERENCE = "form:"
_DIGEST_LETTERS = 40


@dataclass(frozen=True, slots=True)
class FormFilled:
    """What became of a form: the file, its cells as they were planned, and how they were written."""

    path: Path
    plans: tuple[CellPlan, ...]
    written: FilledForm

    @property
    def left(self) -> tuple[CellPlan, ...]:
        """Return the mapped cells that stay as the form has them."""
        return tuple(each for each in self.plans if each.state is not CellState.FILLED)


@dataclass(frozen=True, slots=True)
class OfferedMapping:
    """A mapping that was kept for a form: where it was found, and whether the form has changed since."""

    mapping: FormMapping
    source: str
    is_form_changed: bool


@dataclass(frozen=True, slots=True)
class PreparedForm:
    """A form with all it takes to fill it: figures, what was mapped before, and proposals for other cells.

    `units` are those that the form itself names for its blank cells, by sheet and cell. `source` tells where
    the mapping was kept, "" where there was none.
    """

    path: Path
    form: Form
    book: FigureBook
    mapping: FormMapping
    units: Mapping[tuple[str, Spot], str]
    source: str = ""
    is_form_changed: bool = False


def prepare(workspace: Workspace, path: Path) -> PreparedForm:
    """Return the form at `path` with what it takes to fill it; raise RefusedError where it is none.

    Cells that were mapped before keep that; others have proposals, which nobody has confirmed yet.
    """
    form = open_form(path)
    book = figure_book(workspace)
    offered = offered_mapping(workspace, form, path)
    mapping = offered.mapping if offered else FormMapping()
    asked = asked_of(form)
    known = {cell.target for cell in mapping.cells}
    proposed = [cell for cell in suggestions(form, book, asked) if cell.target not in known]
    return PreparedForm(
        path,
        form,
        book,
        replace(mapping, cells=(*mapping.cells, *proposed)),
        {(each.sheet, each.spot): each.unit for each in asked},
        offered.source if offered else "",
        offered is not None and offered.is_form_changed,
    )


def open_form(path: Path) -> Form:
    """Return the form at `path`; raise RefusedError where it cannot be read or is none."""
    return Form(contents(path), path.name, path)


def figure_book(
    workspace: Workspace, *, period: str = "", report_ids: Sequence[int] | None = None
) -> FigureBook:
    """Return the verified figures of all reports, or of some, as they are at one moment.

    `period` is what a form's own period stands for, by default the latest that one of the reports is about.
    """
    with workspace.reading() as connection:
        chosen = [
            summary
            for summary in reports.summaries(connection)
            if report_ids is None or summary.id in report_ids
        ]
        return FigureBook([each for summary in chosen for each in _verified(connection, summary)], period)


def fill(
    workspace: Workspace,
    form: Form,
    mapping: FormMapping,
    book: FigureBook,
    out: Path,
    only: Sequence[CellPlan] | None = None,
) -> FormFilled:
    """Fill the mapped cells of a copy of the form at `out`, and log it; the form itself is not touched.

    Raise RefusedError, `out` as it was, where it cannot be written or is the form. `only` is what a clerk has
    seen: cells for which something else would go in by now are not filled.
    """
    if form.path is not None and out.exists() and out.samefile(form.path):
        raise refuse(RefusalCode.FORM_IS_OUTPUT, out.name)
    check_suffix(form.package, out)
    plans = plan(form, mapping, book)
    if only is not None:
        seen = {(each.sheet, each.spot): each for each in only}
        plans = tuple(_as_seen(each, seen.get((each.sheet, each.spot))) for each in plans)
    entries = [entry_of(each) for each in plans if each.state is CellState.FILLED]
    written = write_form(form.package, entries, out)
    filled = FormFilled(out, plans, written)
    workspace.write(lambda session: _log(session, form, filled))
    return filled


def keep_mapping(workspace: Workspace, form: Form, path: Path, mapping: FormMapping) -> Path | None:
    """Keep a mapping beside the form at `path` and return that file, None where the folder cannot be written.

    The workspace remembers it as well, by what the form looks like, so that a renamed copy is known again.
    """
    said = tuple(replace(cell, confidence=None) for cell in mapping.cells)
    kept = FormMapping(form.name, form.structure, said)
    text = mapping_text(kept)
    workspace.set_preference(_preference(form.structure), text)
    beside = sidecar_of(path)
    with contextlib.suppress(RefusedError):
        replace_text(beside, text.splitlines())
        return beside
    return None


def offered_mapping(workspace: Workspace, form: Form, path: Path) -> OfferedMapping | None:
    """Return what was mapped of this form before: beside it, else by what it looks like.

    Raise RefusedError where a file beside the form is no mapping.
    """
    beside = sidecar_of(path)
    if beside.is_file():
        mapping = read_mapping(beside)
        return OfferedMapping(mapping, beside.name, mapping.structure not in ("", form.structure))
    name = _preference(form.structure)
    with workspace.reading() as connection:
        text = preferences.of(connection, workspace.who, name) or preferences.of_anybody(connection, name)
    if text:
        return OfferedMapping(mapping_from(text, form.name), workspace.name, is_form_changed=False)
    return None


def read_mapping(path: Path) -> FormMapping:
    """Return the mapping in a file; raise RefusedError where it is none."""
    try:
        return mapping_from(contents(path).decode("utf-8-sig"), path.name)
    except UnicodeDecodeError as error:
        raise refuse(RefusalCode.MAPPING_INVALID, path.name, error="UTF-8") from error


def write_proposal(form: Form, mapping: FormMapping, out: Path) -> None:
    """Write a proposed mapping to `out`, for a clerk to look through."""
    told = replace(mapping, form=form.name, structure=form.structure)
    replace_text(out, mapping_text(told).splitlines())


def sidecar_of(path: Path) -> Path:
    """Return where the mapping of the form at `path` is kept."""
    return path.with_name(path.name + SIDECAR_ENDING)


def proposal_of(path: Path) -> Path:
    """Return where a proposed mapping of the form at `path` is written."""
    return path.with_name(path.name + PROPOSAL_ENDING)


def _as_seen(now: CellPlan, seen: CellPlan | None) -> CellPlan:
    if now.state is CellState.FILLED and (
        seen is None or (seen.content, seen.value) != (now.content, now.value)
    ):
        return replace(now, state=CellState.TAKEN)
    return now


def _verified(connection: Connection, summary: ReportSummary) -> Iterator[VerifiedFigure]:
    outline = sections.reviewed(connection, summary.id)
    in_force = TagsInForce(outline, passages.of_report(connection, summary.id))
    section_by_id = {section.id: section for section in outline}
    for figure in figures.by_ids(connection, figures.verified_ids(connection, summary.id)):
        path = tuple(_path(section_by_id, figure.section_id))
        tags = in_force.of_figure(figure.section_id, figure.place.start)
        yield VerifiedFigure(figure, summary, path, tags)


def _path(section_by_id: dict[int, ReviewedSection], section_id: int | None) -> list[str]:
    path: list[str] = []
    while section_id is not None and section_id in section_by_id:
        section = section_by_id[section_id]
        path.append(section.title)
        section_id = section.parent_id
    return path[::-1]


def _preference(structure: str) -> str:
    return _PREFERENCE + structure[:_DIGEST_LETTERS]


def _log(session: Session, form: Form, filled: FormFilled) -> None:
    told = {
        "form": form.name,
        "digest": hashlib.sha256(form.data).hexdigest(),
        "file": filled.path.name,
        "figures": str(filled.written.cells),
        "left_out": str(len(filled.left)),
    }
    logs.append(session, [logs.NewEntry("fill_form", new=told)])
