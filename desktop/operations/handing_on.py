"""Handing on what was verified in whatever form is asked for; the workbook itself is exporting's."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from db.queries import figures, logs, passages, reports, sections, tags
from desktop.core.figures import Verdict
from desktop.core.outputs.choices import ExportChoice
from desktop.core.outputs.forms import OutputForm
from desktop.core.reviews import ReportSummary
from desktop.core.tags import tag_tree
from desktop.core.tags_in_force import TagsInForce
from desktop.core.workbooks.content import LeftOut
from desktop.core.workbooks.identity import workbook_digest
from desktop.core.workbooks.watching import WRITTEN, IsCancelled, OnProgress, Watch
from desktop.operations import exporting
from desktop.operations.exporting import Exported
from desktop.operations.workspaces import Workspace


@dataclass(frozen=True, slots=True)
class Outlook:
    """What an export would hold: how many verified figures, and what it would leave out."""

    figures: int
    left_out: LeftOut


def hand_on(
    workspace: Workspace,
    out: Path,
    choice: ExportChoice,
    *,
    on_progress: OnProgress | None = None,
    is_cancelled: IsCancelled | None = None,
) -> Exported:
    """Write the verified figures of all reports to `out` in the form that is chosen.

    With tags those alone for which one of these tags, or one below it, is in force. `on_progress` is told
    shares from 0 to 1. Raise RefusedError on trouble, WritingCancelledError where `is_cancelled` says so;
    `out` is as it was then.
    """
    if choice.form is OutputForm.WORKBOOK:
        return exporting.export(
            workspace,
            out,
            choice.only_tags,
            options=choice.options,
            on_progress=on_progress,
            is_cancelled=is_cancelled,
        )
    exporting.spare_workspaces(out)
    watch = Watch(on_progress, is_cancelled, expected=workspace.progress().verified)
    if choice.form is OutputForm.RECORD:
        done, digest = _write_record(workspace, out, choice, watch)
    else:
        done, digest = _write_figures(workspace, out, choice, watch)
    told = {
        "file": out.name,
        "format": str(choice.form),
        "figures": str(done.figures),
        "left_out": str(done.left_out),
        "digest": digest,
    }
    if choice.only_tags:
        told["only_tags"] = ", ".join(choice.only_tags)
    workspace.write(lambda session: logs.append(session, [logs.NewEntry("export", new=told)]))
    return done


def outlook(workspace: Workspace, only_tags: tuple[str, ...] = ()) -> Outlook:
    """Return what an export restricted to these tags would hold; none stands for everything."""
    if not only_tags:
        progress = workspace.progress()
        return Outlook(progress.verified, LeftOut(progress.open, progress.doubtful, progress.dismissed))
    counted: Counter[Verdict] = Counter()
    with workspace.reading() as connection:
        tree = tag_tree(tags.office(connection))
        wanted = frozenset(key for tag in only_tags for key in tree.below(tag))
        for report in reports.labels(connection):
            outline = sections.reviewed(connection, report.id)
            force = TagsInForce(outline, passages.of_report(connection, report.id))
            index = figures.index(connection, report.id)
            verdict_by_id = dict(zip(index.ids, index.verdicts, strict=True))
            counted.update(verdict_by_id[each] for each in force.figure_ids(index, wanted))
    verified = sum(number for verdict, number in counted.items() if verdict.is_verified)
    left_out = LeftOut(counted[Verdict.OPEN], counted[Verdict.DOUBTFUL], counted[Verdict.DISMISSED])
    return Outlook(verified, left_out)


def _write_figures(
    workspace: Workspace, out: Path, choice: ExportChoice, watch: Watch
) -> tuple[Exported, str]:
    from desktop.core.outputs.figure_rows import figure_marks
    from desktop.core.outputs.writing import write_figures

    content = exporting.collect(workspace, choice.only_tags)
    replaced = write_figures(content, out, choice.form, watch)
    number = sum(len(report.figures) for report in content.reports)
    summaries = tuple(report.summary for report in content.reports)
    digest = workbook_digest(figure_marks(content))
    return Exported(number, content.left_out.total, out, summaries, digest, replaced), digest


def _write_record(
    workspace: Workspace, out: Path, choice: ExportChoice, watch: Watch
) -> tuple[Exported, str]:
    from desktop.core.outputs.record_file import write_record
    from desktop.operations.recording import collect_record

    record = collect_record(workspace, choice.only_tags, choice.office)
    watch.tell(WRITTEN)
    write_record(record, out)
    watch.tell(1)
    verified = sum(report.figures.verified for report in record.reports)
    left_out = sum(report.figures.found for report in record.reports) - verified
    summaries: tuple[ReportSummary, ...] = tuple(report.summary for report in record.reports)
    return Exported(verified, left_out, out, summaries), record.digest
