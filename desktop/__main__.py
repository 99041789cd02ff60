"""Start the program: verbs of the command line without Qt, the window otherwise."""

import sys
from pathlib import Path

from desktop.cli import main as run


def main() -> int:
    """Run the command line and return its exit status."""
    return run(sys.argv[1:], _open_window)


def _open_window(files: list[Path], workspace: str | None, who: str) -> int:
    # Qt is imported here, so that the verbs start without it.
    from desktop.app import run_window

    return run_window(files, workspace, who)


if __name__ == "__main__":
    sys.exit(main())
