"""How long 100,000 figures take into a workbook: against a bare openpyxl loop over the same cells.

The loop writes the same values in the same styles, with the same links and heights of rows, from lists that
are ready, styles shared among cells: the fastest way openpyxl has. FIGURES=20000 in the environment makes
fewer. The second measure is a whole export of as many figures from a workspace, in a process of its own.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any
from zipfile import ZipFile

from lxml import etree
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.worksheet.hyperlink import Hyperlink

from desktop.core.workbooks.summary import write_workbook
from desktop.operations import reviewing
from desktop.operations.exporting import collect
from desktop.operations.workspaces import open_workspace
from large_workspace import FIGURES_A_REPORT, make
from measures import Measure
from windows import HERE, environment

FIGURES = 100_000
GOAL = 1.3
MEMORY_GOAL_MB = 300
GOAL_OF_THE_WHOLE_S = 120

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ROWS_AT_ONCE = 2_000


def measures() -> Iterator[Measure]:
    """Yield the measure against the bare loop, then the whole export with its memory."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        location = make(home, int(os.environ.get("FIGURES", FIGURES)) // FIGURES_A_REPORT, large_figures=0)
        figures = _accept_all(location)
        ours, bare, cells, links = _against_bare(location, home)
        told = f"{figures} figures, {cells} cells, {links} links"
        yield Measure("export to a workbook", ours, GOAL, bare, told)
        yield _whole(location, home)


def _accept_all(location: Path) -> int:
    workspace = open_workspace(location, "bench")
    try:
        found = [list(workspace.index(label.id).ids) for label in workspace.report_labels()]
        for ids in found:
            workspace.apply(reviewing.accept(ids))
        return sum(map(len, found))
    finally:
        workspace.close()


def _against_bare(location: Path, home: Path) -> tuple[float, float, int, int]:
    workspace = open_workspace(location, "bench")
    content = collect(workspace)
    workspace.close()
    ours = home / "ours.xlsx"
    begin = perf_counter()
    write_workbook(content, ours)
    seconds = perf_counter() - begin
    del content
    bare = _BareLoop(ours, home / "bare.xlsx")
    return seconds, bare.run(), bare.cells, bare.links


@dataclass(frozen=True, slots=True)
class _Row:
    """A row as it is in the file; of its cells (value, style, is a text, link), None where there is none."""

    height: float | None
    cells: list[tuple[str | float | None, int, bool, tuple[str, str] | None] | None]


class _BareLoop:
    """Writes the cells of a workbook again with openpyxl alone; only that is timed, not what reads them."""

    def __init__(self, ours: Path, out: Path) -> None:
        self._ours = ours
        self._out = out
        self._seconds = 0.0
        self.cells = self.links = 0

    def run(self) -> float:
        """Return how long it took."""
        pattern = load_workbook(self._ours, read_only=True)
        titles, self._styles = pattern.sheetnames, pattern._cell_styles  # type: ignore[attr-defined]
        workbook = Workbook(write_only=True)
        for name in ("_fonts", "_fills", "_borders", "_alignments", "_number_formats", "_cell_styles"):
            setattr(workbook, name, getattr(pattern, name))
        for number, title in enumerate(titles, start=1):
            self._write(workbook.create_sheet(title), number)
        begin = perf_counter()
        workbook.save(self._out)
        return self._seconds + perf_counter() - begin

    def _write(self, frame: Any, number: int) -> None:
        links = dict(_links(self._ours, number))
        lot: list[_Row] = []
        at = 0
        for row in _rows(self._ours, number, links):
            lot.append(row)
            if len(lot) == _ROWS_AT_ONCE:
                self._time(frame, lot, at)
                at += len(lot)
                lot = []
        self._time(frame, lot, at)

    def _time(self, frame: Any, rows: list[_Row], before: int) -> None:
        styles = self._styles
        begin = perf_counter()
        for number, row in enumerate(rows, start=before + 1):
            cells: list[Cell | None] = []
            for given in row.cells:
                if given is None:
                    cells.append(None)
                    continue
                value, style, is_text, link = given
                cell: Any = WriteOnlyCell(frame, value)
                cell._style = styles[style]
                if is_text:
                    cell.data_type = "s"
                if link is not None:
                    cell.hyperlink = Hyperlink(ref="", location=link[0], tooltip=link[1])
                cells.append(cell)
            if row.height is not None:
                frame.row_dimensions[number].height = row.height
            frame.append(cells)
            frame.row_dimensions.pop(number, None)
        self._seconds += perf_counter() - begin
        self.cells += sum(given is not None for row in rows for given in row.cells)
        self.links += sum(given is not None and given[3] is not None for row in rows for given in row.cells)


def _rows(path: Path, number: int, links: dict[str, tuple[str, str]]) -> Iterator[_Row]:
    with ZipFile(path) as parts, parts.open(f"xl/worksheets/sheet{number}.xml") as file:
        for _, row in etree.iterparse(file, tag=f"{_MAIN}row"):
            cells: list[tuple[str | float | None, int, bool, tuple[str, str] | None] | None] = []
            for cell in row:
                place = cell.get("r", "")
                column = _column(place.rstrip("0123456789"))
                cells += [None] * (column - len(cells))
                text = "".join(cell.itertext())
                is_text = cell.get("t") == "inlineStr"
                value = text if is_text else float(text) if text else None
                cells.append((value, int(cell.get("s", "0")), is_text, links.get(place)))
            height = row.get("ht")
            yield _Row(None if height is None else float(height), cells)
            row.clear()


def _links(path: Path, number: int) -> Iterator[tuple[str, tuple[str, str]]]:
    with ZipFile(path) as parts, parts.open(f"xl/worksheets/sheet{number}.xml") as file:
        for _, element in etree.iterparse(file, tag=(f"{_MAIN}row", f"{_MAIN}hyperlink")):
            if element.tag == f"{_MAIN}hyperlink":
                yield element.get("ref", ""), (element.get("location", ""), element.get("tooltip", ""))
            element.clear()


def _column(letters: str) -> int:
    """Return the place of a column, from 0."""
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number - 1


def _whole(location: Path, home: Path) -> Measure:
    command = [sys.executable, str(HERE / "export_memory.py"), str(location), str(home / "whole.xlsx")]
    told = subprocess.run(
        command, env=environment(home), check=True, stdout=subprocess.PIPE, encoding="utf-8"
    ).stdout.split()
    seconds, megabytes = float(told[0]), int(told[1])
    word = "within" if megabytes <= MEMORY_GOAL_MB else "OVER"
    note = f"{megabytes} MB at most, {word} {MEMORY_GOAL_MB} MB"
    return Measure("export from a workspace", seconds, GOAL_OF_THE_WHOLE_S, None, note)
