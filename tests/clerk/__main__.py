"""A scripted clerk reviews labelled reports in the program's own window: `make clerk`.

usage: python -m tests.clerk [FOLDER]. FOLDER holds `reports/*.txt` and `gold/*.tsv`; without one the two
reference reports beside this clone are reviewed, or two of tests/data where there are none. Every report is
opened, gone through figure by figure against its labels, and signed off, with key events alone. The last
line tells how many keys that took and how long the clerk waited at most.
"""

import os
import sys
import tempfile
from pathlib import Path

from tests.labelled import DATA

REFERENCE = Path(__file__).resolve().parents[3] / "shared"
"""Where the reference reports are, beside a clone."""


def main(arguments: list[str]) -> int:
    """Review the reports and tell what it took; the exit status tells whether all were signed off."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # Qt has to know its platform before it is imported.
    from tests.clerk.reviewing import review

    folder = Path(arguments[0]) if arguments else REFERENCE
    reports = sorted((folder / "reports").glob("*.txt"))
    if not reports:
        print(f"no reports in {folder}: two of the tests' own are reviewed")
        folder = DATA
        reports = sorted((folder / "reports").glob("*.txt"))[:2]
    with tempfile.TemporaryDirectory() as home:
        tally = review([(report, folder / "gold" / f"{report.stem}.tsv") for report in reports], Path(home))
    print(tally)
    return 0 if tally.is_signed_off else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
