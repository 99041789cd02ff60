"""The verb that tells how often first and second readings were wrong."""

import argparse
from contextlib import closing

from desktop.cli.opening import who
from desktop.cli.speaking import Speaker
from desktop.core.error_rate_lines import csv_lines
from desktop.operations.rereading_state import rates_of
from desktop.operations.workspaces import open_workspace


def readings(options: argparse.Namespace, speaker: Speaker) -> int:
    """Print the error rates of a workspace as comma-separated values."""
    with closing(open_workspace(options.workspace, who(options), create=False)) as workspace:
        rates = rates_of(workspace)
    speaker.write(csv_lines(rates))
    return speaker.status
