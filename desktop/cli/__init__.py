"""The command line: the verbs without Qt, the window where no verb is given."""

import argparse
import importlib
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from desktop.cli.arguments import parsed
from desktop.cli.speaking import Speaker
from desktop.core.messages import language_of_environment


OpenWindow = Callable[[list[Path], str | None, str], int]
"""Opens the window on files, in a workspace (None: the user's own), for a clerk; returns the exit status."""


def main(arguments: Sequence[str], open_window: OpenWindow) -> int:
    """Run the program with its command-line arguments and return its exit status.

    0 is done, 1 something refused (a line for each on standard error), 2 wrong usage.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    speaker = Speaker(language_of_environment())
    options = parsed(list(arguments), speaker)
    options.open_window = open_window
    try:
        return _verb(options.run)(options, speaker)
    except KeyboardInterrupt:
        speaker.complain("interrupted")
        return 1
    except BrokenPipeError:
        sys.stderr.close()
        return 1


def _verb(name: str) -> Callable[[argparse.Namespace, Speaker], int]:
    """Return the function "module:function" below this package; its module is imported only now."""
    module, _, function = name.partition(":")
    verb: Callable[[argparse.Namespace, Speaker], int] = getattr(
        importlib.import_module(f"desktop.cli.{module}"), function
    )
    return verb
