"""How long workbooks take to read and extract: against python-calamine that only reads their cells.

Measured on the folder of annexes that DOICHIEU_ANNEXES names, else on the sample annex, all in this process.
"""

import os
import resource
from collections.abc import Iterator
from pathlib import Path

import python_calamine as calamine

import resources
from desktop.core.extraction.extracting import extract
from desktop.core.readers import read
from measures import Measure, best_of

GOAL = 3.0
_ENDINGS = (".xls", ".xlsx")
_RUNS = 3


def measures() -> Iterator[Measure]:
    """Yield the one measure; its note has the number of figures and the most memory so far."""
    folder = os.environ.get("DOICHIEU_ANNEXES")
    files = sorted((Path(folder) if folder else resources.path("samples")).iterdir())
    books = [path for path in files if path.suffix in _ENDINGS]
    bare = best_of(_RUNS, lambda: [_read_bare(path) for path in books])
    ours = best_of(_RUNS, lambda: [_figures(path) for path in books])
    figures = sum(_figures(path) for path in books)
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    yield Measure(f"{len(books)} workbooks", ours, GOAL, bare, f"{figures} figures, {megabytes} MB at most")


def _read_bare(path: Path) -> int:
    with calamine.CalamineWorkbook.from_path(str(path)) as workbook:
        sheets = (workbook.get_sheet_by_name(name) for name in workbook.sheet_names)
        return sum(len(sheet.to_python()) for sheet in sheets)


def _figures(path: Path) -> int:
    return len(extract(read(path.read_bytes(), path.name)).figures)
