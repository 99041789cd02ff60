"""The verbs for a workbook that comes back: compare, verify."""

import argparse
from collections.abc import Sequence
from contextlib import closing
from typing import TYPE_CHECKING

from desktop.cli.opening import who
from desktop.cli.speaking import Speaker
from desktop.core.workbooks.reading_back.handed import HandedWorkbook
from desktop.operations.workspaces import Workspace, open_for_reading, open_workspace

if TYPE_CHECKING:
    from desktop.core.workbooks.reading_back.differences import RowDifference
    from desktop.operations.taking_back import ReadBack


def compare(options: argparse.Namespace, speaker: Speaker) -> int:
    """Print how a workbook differs, a line for each difference; take over those that are named."""
    from desktop.operations.taking_back import read_back

    handed = _handed(options)
    with closing(open_workspace(options.workspace, who(options), create=False)) as workspace:
        read = read_back(workspace, handed)
        _tell(read, options, speaker)
        _take(read, workspace, options, speaker)
    return speaker.status


def verify(options: argparse.Namespace, speaker: Speaker) -> int:
    """Tell whether each value of a workbook is still what was verified and exported."""
    from desktop.operations.taking_back import read_back
    from desktop.operations.verifying import discrepancies

    with closing(open_for_reading(options.workspace)) as workspace:
        read = read_back(workspace, _handed(options))
    found = list(discrepancies(read, speaker.language))
    for line in found:
        speaker.complain_line(line)
    if found:
        speaker.complain("not_verified", path=options.file, count=len(found))
    else:
        speaker.say("verified", path=options.file, figures=read.figures)
    return speaker.status


def _handed(options: argparse.Namespace) -> HandedWorkbook:
    from desktop.core.isolation.process import ReadingProcess

    with ReadingProcess() as process:
        return process.handed(options.file)


def _tell(read: "ReadBack", options: argparse.Namespace, speaker: Speaker) -> None:
    from desktop.core.workbooks.reading_back.telling import Teller

    teller, comparison = Teller(speaker.language), read.comparison
    speaker.write(teller.row_line(row) for row in comparison.rows)
    speaker.write(teller.remark_line(remark) for remark in comparison.remarks)
    if changed := comparison.changed:
        offered = sum(row.is_offered for row in changed)
        speaker.say("differing", path=options.file, changed=len(changed), offered=offered)
    elif not comparison.rows and not comparison.remarks:
        speaker.say("nothing_changed", path=options.file)
    elif not comparison.remarks:
        speaker.say("nothing_changed_there", path=options.file, here=len(comparison.rows))


def _take(read: "ReadBack", workspace: Workspace, options: argparse.Namespace, speaker: Speaker) -> None:
    """Take over what is asked for, all of it in one step; what cannot be taken is said."""
    from desktop.operations.taking_back import take_back

    changed = read.comparison.changed
    wanted = changed if options.accept_all else _wanted(changed, options.accept, speaker)
    for row in wanted:
        if not row.is_offered and row.is_to_settle:
            speaker.complain("not_taken", figure=row.key)
    offered = [row for row in wanted if row.is_offered]
    if offered:
        changed_by = options.changed_by or read.changed_by
        workspace.apply(take_back(offered, read, changed_by))
        speaker.say("taken_back", count=len(offered), changed_by=changed_by or "–")


def _wanted(
    changed: Sequence["RowDifference"], keys: Sequence[str], speaker: Speaker
) -> list["RowDifference"]:
    by_key = {row.key: row for row in changed}
    for key in keys:
        if key not in by_key:
            speaker.complain("no_such_key", figure=key)
    return [by_key[key] for key in dict.fromkeys(keys) if key in by_key]
