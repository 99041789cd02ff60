"""The verb export: what was verified, in one form or several, each by the suffix of its file.

A file that is refused does not stop the others.
"""

import argparse
from contextlib import closing
from pathlib import Path

from desktop.cli.opening import who
from desktop.cli.speaking import Speaker
from desktop.core.errors import RefusedError
from desktop.core.outputs.choices import ExportChoice
from desktop.core.outputs.forms import OutputForm, form_of
from desktop.core.reviews import ReportSummary
from desktop.operations.exporting import Exported, known_tags
from desktop.operations.workspaces import Workspace, open_workspace

_LISTS_OF_EXPORTS = ("fields", "tables", "units")


def export(options: argparse.Namespace, speaker: Speaker) -> int:
    """Write the verified figures of a workspace to every file that the options name."""
    from desktop.core.wordlists.loading import word_lists

    for fault in word_lists().told(_LISTS_OF_EXPORTS):
        speaker.refuse(fault)
    reports: dict[int, ReportSummary] = {}
    with closing(open_workspace(options.workspace, who(options), create=False)) as workspace:
        only_tags = known_tags(workspace, options.tags)
        for out in options.outs:
            try:
                done = _export(workspace, out, only_tags, options, speaker)
            except RefusedError as error:
                speaker.refuse(error.refusal)
            else:
                reports |= {report.id: report for report in done.reports}
    for report in reports.values():
        _tell_signature(report, speaker)
    return speaker.status


def columns(_options: argparse.Namespace, speaker: Speaker) -> int:
    """Print what the columns of CSV, JSON and Parquet hold."""
    from desktop.core.outputs.columns import column_lines

    speaker.write(column_lines(speaker.language))
    return speaker.status


def _export(
    workspace: Workspace, out: Path, only_tags: tuple[str, ...], options: argparse.Namespace, speaker: Speaker
) -> Exported:
    from desktop.core.workbooks.content import ExportOptions, Grouping
    from desktop.operations.handing_on import hand_on

    form: OutputForm = options.form or form_of(out)
    chosen = ExportOptions(Grouping(options.by), options.has_pictures)
    done = hand_on(workspace, out, ExportChoice(form, only_tags, chosen, options.office))
    said = "recorded" if form is OutputForm.RECORD else "exported"
    speaker.say(said, path=out, figures=done.figures, left_out=done.left_out, reports=len(done.reports))
    if done.replaced:
        speaker.warn("letters_replaced", path=out, places=done.replaced)
    for remark in done.remarks:
        speaker.warn(f"altered_{remark.kind}", path=out, count=remark.count, place=remark.place)
    return done


def _tell_signature(report: ReportSummary, speaker: Speaker) -> None:
    if report.signed_at is None:
        speaker.say("report_not_signed_off", report=report.name)
    else:
        when = f"{report.signed_at.astimezone():%d/%m/%Y %H:%M}"
        speaker.say("report_signed_off", report=report.name, who=report.signed_by or "–", when=when)
