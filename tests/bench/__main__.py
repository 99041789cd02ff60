"""Measure the program against bare library calls in the same run: `make bench`, or ARGS="start" for one part.

The exit status tells whether it could be measured; a missed goal is told, not punished.
"""

import importlib
import os
import sys

PARTS = ("start", "extraction", "checks", "workbooks", "exporting", "keys", "scale")


def main(parts: list[str]) -> int:
    """Print a line for each measure of the parts named, all of them where none is."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for part in parts or PARTS:
        for measure in importlib.import_module(part).measures():
            print(measure, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
