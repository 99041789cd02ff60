"""Where the frozen program begins: as the program itself, or as its own reading process.

PyInstaller needs a script outside the packages, or resources would be looked for one folder off.
"""

import sys

WORKER_OPTION = "--reading-worker"


def main() -> int:
    """Run the part of the program that the arguments ask for; return the exit status."""
    if sys.argv[1:2] == [WORKER_OPTION]:
        from desktop.core.isolation.worker import main as run_worker

        run_worker()
        return 0
    from desktop.__main__ import main as run_program

    return run_program()


if __name__ == "__main__":
    sys.exit(main())
