"""The verbs that work on a workspace: import, review, export, check-workspace.

A refusal of the whole rises to where the command line begins, which says it.
"""

import argparse
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from desktop.cli.opening import who
from desktop.cli.speaking import Speaker
from desktop.core.errors import Refusal
from desktop.core.lettering.encoding import CHOICES
from desktop.core.reviews import ReportSummary
from desktop.operations.workspaces import Workspace, open_workspace

_LISTS_OF_EXPORTS = ("fields", "tables")


def import_files(options: argparse.Namespace, speaker: Speaker) -> int:
    """Bring files, and the files in folders, into a workspace; a refused one does not stop the others."""
    from desktop.core.isolation.process import ReadingProcess
    from desktop.operations import importing

    with _workspace(options) as workspace, ReadingProcess(on_notice=speaker.refuse) as process:
        for file in _files(options.files, speaker):
            outcome = importing.import_file(workspace, process, file, lettering=options.lettering)
            _tell(outcome, speaker)
    return speaker.status


def review(options: argparse.Namespace, speaker: Speaker) -> int:
    """Apply the verdicts of a JSON Lines file; every line is durable before the next is read."""
    from desktop.operations import verdicts

    with _workspace(options, create=False) as workspace:
        applied = verdicts.apply_file(workspace, options.apply)
    for refusal in applied.refusals:
        speaker.refuse(refusal)
    speaker.say(
        "applied", applied=applied.changed, unchanged=applied.unchanged, refused=len(applied.refusals)
    )
    return speaker.status


def export(options: argparse.Namespace, speaker: Speaker) -> int:
    """Write the verified figures of a workspace to an Excel workbook."""
    from desktop.core.wordlists.loading import word_lists
    from desktop.operations import exporting

    for fault in word_lists().told(_LISTS_OF_EXPORTS):
        speaker.refuse(fault)
    with _workspace(options, create=False) as workspace:
        only_tags = exporting.known_tags(workspace, options.tags)
        done = exporting.export(workspace, options.out, only_tags)
    speaker.say("exported", path=done.path, figures=done.figures, left_out=done.left_out)
    for remark in done.remarks:
        speaker.warn(f"altered_{remark.kind}", path=done.path, count=remark.count, place=remark.place)
    for report in done.reports:
        _tell_signature(report, speaker)
    return speaker.status


def check_workspace(options: argparse.Namespace, speaker: Speaker) -> int:
    """Tell what is wrong with a workspace, a line for each finding."""
    from desktop.operations import checking

    location = options.workspace_option or options.workspace
    findings = checking.check(location)
    for finding in findings:
        speaker.complain_line(checking.finding_line(finding, speaker.language))
    if not findings:
        speaker.say("sound", subject=location)
    return speaker.status


def _tell_signature(report: ReportSummary, speaker: Speaker) -> None:
    if report.signed_at is None:
        speaker.say("report_not_signed_off", report=report.name)
    else:
        when = f"{report.signed_at.astimezone():%d/%m/%Y %H:%M}"
        speaker.say("report_signed_off", report=report.name, who=report.signed_by or "–", when=when)


def _workspace(options: argparse.Namespace, *, create: bool = True) -> closing[Workspace]:
    """Return the workspace that the options name, closed at the end; raise RefusedError."""
    return closing(open_workspace(options.workspace, who(options), create=create))


def _files(paths: list[Path], speaker: Speaker) -> Iterator[Path]:
    from desktop.operations.importing import files_of

    for path in paths:
        found = files_of([path])
        if not found:
            speaker.complain("no_files", subject=path)
        yield from found


def _tell(outcome: object, speaker: Speaker) -> None:
    from desktop.operations.importing import AlreadyThere, Imported

    match outcome:
        case Imported(name=name, figures=figures, ledger_open=ledger_open, is_lettering_sure=is_sure):
            speaker.say("imported", name=name, figures=figures, ledger_open=ledger_open)
            if not is_sure:
                speaker.warn("lettering_unsure", name=name, choices=", ".join(CHOICES))
        case AlreadyThere(name=name, remarks=remarks):
            speaker.say("already_there", name=name)
            for remark in remarks:
                speaker.refuse(remark)
        case Refusal():
            speaker.refuse(outcome)
