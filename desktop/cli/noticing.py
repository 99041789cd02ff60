"""The verb that tells what the checks notice in the reports of a workspace, a line for each finding."""

import argparse
from contextlib import closing

from desktop.cli.opening import who
from desktop.cli.speaking import Speaker
from desktop.core.finding_lines import finding_line
from desktop.core.findings import StandingFinding
from desktop.core.messages import one_line
from desktop.core.wordlists.loading import word_lists
from desktop.operations.findings_of_all import findings_of_all
from desktop.operations.workspaces import open_workspace

_LISTS = ("checks", "units")


def findings(options: argparse.Namespace, speaker: Speaker) -> int:
    """Print the open findings, or all of them, with the report and the place where each stands."""
    for fault in word_lists().told(_LISTS):
        speaker.refuse(fault)
    told = 0
    with closing(open_workspace(options.workspace, who(options), create=False)) as workspace:
        reports = workspace.reports()
        with workspace.reading() as connection:
            found = findings_of_all(connection, reports, frozenset(report.id for report in reports))
        for report in reports:
            shown = [each for each in found[report.id] if options.has_all or each.is_open]
            places = {each.id: each.place for each in workspace.figures([f.finding.figure_id for f in shown])}
            for each in shown:
                place = places[each.finding.figure_id]
                line = finding_line(each.finding, speaker.language)
                speaker.write([one_line(f"{report.name}, {place}: {_state(each, speaker)}{line}")])
            told += len(shown)
    if not told:
        speaker.say("no_findings")
    return speaker.status


def _state(standing: StandingFinding, speaker: Speaker) -> str:
    if standing.is_open:
        return ""
    key = f"finding_{standing.state}"
    return f"[{speaker.text(key, who=standing.settled_by or '–')}] "
