"""Verdicts from a script: JSON Lines, each applied and committed on its own, logged like any other.

A line that cannot be applied gives one refusal, and the others go on. Applying a file twice changes nothing.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.core.documents import Document
from desktop.core.errors import Refusal, RefusalCode, RefusedError, refuse
from desktop.core.extraction.places import place_of
from desktop.core.figures import Origin, Reading, ReviewedFigure, Verdict
from desktop.core.places import Place
from desktop.operations import reviewing
from desktop.operations.changes import Change
from desktop.operations.verdict_lines import ADDED, VerdictLine, parse_line
from desktop.operations.workspaces import Workspace


@dataclass(frozen=True, slots=True)
class Applied:
    """How many lines changed something, how many did not have to, and those refused."""

    changed: int
    unchanged: int
    refusals: tuple[Refusal, ...] = ()


def apply_file(workspace: Workspace, path: Path) -> Applied:
    """Apply the verdicts in the file `path`; raise RefusedError where it cannot be read."""
    try:
        lines = path.read_text("utf-8-sig").split("\n")
    except FileNotFoundError as error:
        raise refuse(RefusalCode.NOT_FOUND, path.name) from error
    except PermissionError as error:
        raise refuse(RefusalCode.NOT_ALLOWED, path.name) from error
    except (OSError, UnicodeError) as error:
        raise refuse(RefusalCode.DAMAGED, path.name) from error
    return apply_lines(workspace, lines, path.name)


def apply_lines(workspace: Workspace, lines: Iterable[str], name: str) -> Applied:
    """Apply verdicts, one on a line; refusals name the line as "`name`:number"."""
    script = _Script(workspace)
    changed = unchanged = 0
    refusals: list[Refusal] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        subject = f"{name}:{number}"
        try:
            if script.apply(parse_line(line, subject), subject):
                changed += 1
            else:
                unchanged += 1
        except RefusedError as error:
            refusals.append(replace(error.refusal, subject=subject))
    return Applied(changed, unchanged, tuple(refusals))


class _Script:
    """Finds what each line means in the workspace; remembers the report it read last."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._reports = workspace.reports()
        self._document: tuple[int, Document] | None = None

    def apply(self, line: VerdictLine, subject: str) -> bool:
        """Apply one line in one transaction and tell whether it changed anything."""
        report_id = self._report_id(line, subject)
        change = (
            self._addition(report_id, line, subject)
            if line.verdict == ADDED
            else _change_of(line, self._figure(report_id, line, subject), subject)
        )
        return change is not None and bool(self._workspace.apply(change))

    def _report_id(self, line: VerdictLine, subject: str) -> int:
        by_digest = [report.id for report in self._reports if report.digest == line.report]
        found = by_digest or [report.id for report in self._reports if report.name == line.report]
        if not found:
            raise refuse(RefusalCode.VERDICT_UNKNOWN_REPORT, subject, report=line.report)
        if len(found) > 1:
            error = f"report: {len(found)} × {line.report}"
            raise refuse(RefusalCode.VERDICT_INVALID, subject, error=error)
        return found[0]

    def _figure(self, report_id: int, line: VerdictLine, subject: str) -> ReviewedFigure:
        """Return the figure that begins there; of several the one not dismissed, the newest first."""
        found = [figure for figure in self._figures_at(report_id, line) if line.fits(figure.place)]
        if not found:
            raise refuse(
                RefusalCode.VERDICT_UNKNOWN_FIGURE, subject, report=line.report, place=line.place_text
            )
        return max(found, key=lambda figure: (figure.verdict is not Verdict.DISMISSED, figure.id))

    def _figures_at(self, report_id: int, line: VerdictLine) -> list[ReviewedFigure]:
        if line.start is not None:
            ids = self._workspace.figure_ids_at(report_id, line.start, line.start + 1)
        else:
            ids = self._workspace.figure_ids_in_cell(report_id, line.sheet, line.cell)
        return self._workspace.figures(ids)

    def _addition(self, report_id: int, line: VerdictLine, subject: str) -> Change | None:
        """Return the change that adds the figure, None where just this one has been added already."""
        document = self._document_of(report_id)
        place = self._new_place(report_id, document, line, subject)
        reading = line.new_reading(subject)
        there = self._workspace.figures(self._workspace.figure_ids_at(report_id, place.start, place.end))
        if any(_is_this_addition(figure, place, reading) for figure in there):
            return None
        return reviewing.add(report_id, place, document.text[place.start : place.end], reading, line.note)

    def _new_place(self, report_id: int, document: Document, line: VerdictLine, subject: str) -> Place:
        span = self._span(report_id, document, line)
        if span is None or not 0 <= span[0] < span[1] <= len(document.text):
            raise refuse(
                RefusalCode.VERDICT_UNKNOWN_FIGURE, subject, report=line.report, place=line.place_text
            )
        sheet, cell = _cell_at(document, span[0])
        return replace(place_of(document, *span), sheet=sheet, cell=cell)

    def _span(self, report_id: int, document: Document, line: VerdictLine) -> tuple[int, int] | None:
        if line.start is None:
            return next(
                (
                    (cell.start, cell.end)
                    for table in document.tables
                    if table.sheet == line.sheet
                    for cell in table.cells
                    if cell.name == line.cell
                ),
                None,
            )
        if line.end is not None:
            return line.start, line.end
        runs = self._workspace.ledger(report_id)
        return next(((line.start, run.end) for run in runs if run.start <= line.start < run.end), None)

    def _document_of(self, report_id: int) -> Document:
        if self._document is None or self._document[0] != report_id:
            self._document = (report_id, self._workspace.document(report_id))
        return self._document[1]


def _change_of(line: VerdictLine, figure: ReviewedFigure, subject: str) -> Change:
    changes: dict[str, Callable[[], Change]] = {
        Verdict.ACCEPTED: lambda: reviewing.accept([figure.id], line.note),
        Verdict.CORRECTED: lambda: reviewing.correct(
            figure.id, line.corrected(figure.effective, subject), line.note
        ),
        Verdict.DISMISSED: lambda: reviewing.dismiss([figure.id], line.reason, line.note),
        Verdict.DOUBTFUL: lambda: reviewing.doubt([figure.id], line.note),
        Verdict.OPEN: lambda: reviewing.reopen([figure.id], line.note),
    }
    if line.verdict == Verdict.ACCEPTED:
        line.check_agrees(figure.effective, subject)
    return changes[line.verdict]()


def _is_this_addition(figure: ReviewedFigure, place: Place, reading: Reading) -> bool:
    return (
        figure.origin is Origin.CLERK
        and (figure.place.start, figure.place.end) == (place.start, place.end)
        and figure.verdict is not Verdict.DISMISSED
        and figure.effective == reading
    )


def _cell_at(document: Document, offset: int) -> tuple[str | None, str | None]:
    for table in document.tables:
        if table.sheet is not None and table.start <= offset < table.end:
            name = next((cell.name for cell in table.cells if cell.start <= offset < cell.end), None)
            return (table.sheet, name) if name else (None, None)
    return None, None
