"""Start the program: verbs of the command line without Qt, the window otherwise."""

import sys


def main() -> int:
    """Run the command line and return its exit status."""
    from desktop.cli import main as run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
