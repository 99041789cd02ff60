"""The program without a verb: the window, or where there is no display its main job without one."""

import argparse
import getpass
import os
import re
import socket
import sys
from pathlib import Path

from desktop.cli.speaking import Speaker

_WORKSPACE_SUFFIX = ".doichieu"
WORKBOOK_WITHOUT_DISPLAY = Path("so-lieu.xlsx")


def window(options: argparse.Namespace, speaker: Speaker) -> int:
    """Open the window on the files; without a display print their figures and write the workbook.

    A workspace among the files, as a desktop hands it over, is opened instead of the user's own.
    """
    workspaces = [file for file in options.files if file.suffix == _WORKSPACE_SUFFIX]
    files = [file for file in options.files if file not in workspaces]
    workspace = options.workspace or (str(workspaces[0]) if workspaces else None)
    if not _has_display():
        return _without_display(files, speaker)
    try:
        return int(options.open_window(files, workspace, who(options)))
    except ImportError as error:
        speaker.complain("no_window", subject="doichieu", error=error)
        return _without_display(files, speaker)


def who(options: argparse.Namespace) -> str:
    """Return the name for the log: the one given, else the login name."""
    if options.who:
        return str(options.who)
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "?"


def _has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    if os.environ.get("QT_QPA_PLATFORM") or os.environ.get("WAYLAND_DISPLAY"):
        return True
    return _answers(os.environ.get("DISPLAY", ""))


def _answers(display: str) -> bool:
    """Tell whether an X display is there: of one on this machine, whether it answers; else as it is named."""
    local = re.fullmatch(r"(?:unix)?:([0-9]+)(?:\.[0-9]+)?", display)
    if local is None:
        return bool(display)
    path = f"/tmp/.X11-unix/X{local[1]}"  # noqa: S108 - where X puts it
    for address in (path, f"\0{path}"):
        with socket.socket(socket.AF_UNIX) as door:
            if door.connect_ex(address) == 0:
                return True
    return False


def _without_display(files: list[Path], speaker: Speaker) -> int:
    from desktop.cli.reading import analyses
    from desktop.core import listings
    from desktop.core.errors import RefusedError
    from desktop.core.isolation.process import ReadingProcess
    from desktop.core.sections import LedgerKind
    from desktop.core.workbooks.readings import write_readings

    speaker.say("no_display")
    with ReadingProcess(on_notice=speaker.refuse) as process:
        found = list(analyses(process, files, speaker))
    for analysis in found:
        ledger_open = sum(entry.kind is LedgerKind.OPEN for entry in analysis.extraction.ledger)
        figures = len(analysis.extraction.figures)
        speaker.write([""])
        speaker.say("heading", name=analysis.name, figures=figures, ledger_open=ledger_open)
        speaker.write(listings.lines(analysis.extraction, analysis.text, "table"))
    if found:
        try:
            write_readings([(one.name, one.text, one.extraction) for one in found], WORKBOOK_WITHOUT_DISPLAY)
            speaker.say("wrote", path=WORKBOOK_WITHOUT_DISPLAY.resolve())
        except RefusedError as error:
            speaker.refuse(error.refusal)
    return speaker.status
