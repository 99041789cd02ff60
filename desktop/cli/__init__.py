"""The command line: the verbs without Qt, the window where no verb is given."""

import argparse
import importlib
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TextIO

from desktop.cli.arguments import parsed
from desktop.cli.speaking import Speaker
from desktop.core.errors import RefusedError
from desktop.core.messages import language_of_environment

OpenWindow = Callable[[list[Path], str | None, str], int]
"""Opens the window on files, in a workspace (None: the user's own), for a clerk; returns the exit status."""


def main(arguments: Sequence[str], open_window: OpenWindow) -> int:
    """Run the program with its command-line arguments and return its exit status.

    0 is done, 1 something refused (a line for each on standard error), 2 wrong usage.
    """
    _prepare_streams()
    speaker = Speaker(language_of_environment())
    options = parsed(list(arguments), speaker)
    options.open_window = open_window
    try:
        status = _verb(options.run)(options, speaker)
        sys.stdout.flush()
    except RefusedError as error:
        speaker.refuse(error.refusal)
    except KeyboardInterrupt:
        speaker.complain("interrupted")
    except BrokenPipeError:
        _silence(sys.stdout)
        _silence(sys.stderr)
    except OSError as error:
        _silence(sys.stdout)
        speaker.complain("cannot_print", error=error.strerror or error)
    else:
        return status
    return 1


def _prepare_streams() -> None:
    """Make the streams speak UTF-8; what is said on one that was closed goes nowhere."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - to the end
        stream = getattr(sys, name)
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _silence(stream: TextIO) -> None:
    """Let what `stream` still holds go nowhere: it cannot be written, and the interpreter would try again."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, stream.fileno())
    os.close(nothing)


def _verb(name: str) -> Callable[[argparse.Namespace, Speaker], int]:
    """Return the function "module:function" below this package; its module is imported only now."""
    module, _, function = name.partition(":")
    verb: Callable[[argparse.Namespace, Speaker], int] = getattr(
        importlib.import_module(f"desktop.cli.{module}"), function
    )
    return verb
