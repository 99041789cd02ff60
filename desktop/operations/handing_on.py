"""Handing on what was verified in whatever form is asked for; the workbook itself is exporting's."""

from collections.abc import Sequence
from pathlib import Path

from db.queries import logs
from desktop.core.outputs.forms import OutputForm
from desktop.core.workbooks.content import ExportOptions, WorkbookContent
from desktop.core.workbooks.identity import workbook_digest
from desktop.operations import exporting
from desktop.operations.exporting import Exported
from desktop.operations.workspaces import Workspace

_AS_USUAL = ExportOptions()


def hand_on(
    workspace: Workspace,
    out: Path,
    form: OutputForm,
    only_tags: Sequence[str] = (),
    *,
    options: ExportOptions = _AS_USUAL,
    office: str = "",
) -> Exported:
    """Write the verified figures of all reports to `out`; raise RefusedError, `out` as it was, on trouble.

    With `only_tags` those alone for which one of these tags, or one below it, is in force. `options` are
    those of the workbook, `office` stands at the head of the record of the review; to other forms they mean
    nothing.
    """
    if form is OutputForm.WORKBOOK:
        return exporting.export(workspace, out, only_tags, options=options)
    exporting.spare_workspaces(out)
    if form is OutputForm.RECORD:
        return _write_record(workspace, out, only_tags, office)
    return _write_figures(workspace, out, form, only_tags)


def _write_figures(workspace: Workspace, out: Path, form: OutputForm, only_tags: Sequence[str]) -> Exported:
    from desktop.core.outputs.figure_rows import figure_marks
    from desktop.core.outputs.writing import write_figures

    content = exporting.collect(workspace, only_tags)
    write_figures(content, out, form)
    done = _exported(content, out)
    _log(workspace, _told(done, form, only_tags) | {"digest": workbook_digest(figure_marks(content))})
    return done


def _write_record(workspace: Workspace, out: Path, only_tags: Sequence[str], office: str) -> Exported:
    from desktop.core.outputs.record_file import write_record
    from desktop.operations.recording import collect_record

    record = collect_record(workspace, only_tags, office)
    write_record(record, out)
    verified = sum(report.figures.verified for report in record.reports)
    left_out = sum(report.figures.found for report in record.reports) - verified
    done = Exported(verified, left_out, out, tuple(report.summary for report in record.reports))
    _log(workspace, _told(done, OutputForm.RECORD, only_tags) | {"digest": record.digest})
    return done


def _log(workspace: Workspace, told: dict[str, str]) -> None:
    workspace.write(lambda session: logs.append(session, [logs.NewEntry("export", new=told)]))


def _exported(content: WorkbookContent, out: Path) -> Exported:
    number = sum(len(report.figures) for report in content.reports)
    return Exported(number, content.left_out.total, out, tuple(report.summary for report in content.reports))


def _told(done: Exported, form: OutputForm, only_tags: Sequence[str]) -> dict[str, str]:
    told = {"file": done.path.name, "format": str(form)}
    told |= {"figures": str(done.figures), "left_out": str(done.left_out)}
    return told | ({"only_tags": ", ".join(only_tags)} if only_tags else {})
