"""A form filled: values and notes put into its cells, written, opened again and checked."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO

from desktop.core.errors import RefusalCode, refuse
from desktop.core.workbooks.forms.cell_ranges import Spot
from desktop.core.workbooks.forms.checking import check_filled
from desktop.core.workbooks.forms.notes import write_notes
from desktop.core.workbooks.forms.package import CONTENT_TYPES, FormPackage, FormSheet
from desktop.core.workbooks.forms.recalculation import computing_on_load, out_of_date
from desktop.core.workbooks.forms.repacking import write_package
from desktop.core.workbooks.forms.sheet_edit import Content, stale_value_edits, value_edits
from desktop.core.workbooks.forms.sheet_scan import SheetScan, scan_sheet
from desktop.core.workbooks.forms.xml_spans import edited
from desktop.core.workbooks.replacing import replace_file

_MAIN_TYPES = re.compile(
    rb"(application/vnd\.[\w.-]+?\.)template(\.(?:main|macroEnabled)[\w.+]*)", re.IGNORECASE
)
_SUFFIXES = {(False, False): ".xlsx", (False, True): ".xlsm", (True, False): ".xltx", (True, True): ".xltm"}


@dataclass(frozen=True, slots=True)
class Entry:
    """What goes into a cell, and the note that goes with it, "" for none."""

    sheet: str
    spot: Spot
    content: Content
    note: str = ""


@dataclass(frozen=True, slots=True)
class FilledForm:
    """How a form was filled: cells, those whose note could not be written, results that were taken away."""

    cells: int
    without_note: tuple[str, ...] = ()
    recomputed: int = 0


@dataclass(frozen=True, slots=True)
class FilledParts:
    """The parts of a package that filling changes, and how it went."""

    parts: Mapping[str, bytes]
    filled: FilledForm


def check_suffix(package: FormPackage, out: Path) -> None:
    """Raise RefusedError where Excel would not open the filled form under the name of `out`."""
    fitting = {_SUFFIXES[package.is_template, package.has_macros], _SUFFIXES[False, package.has_macros]}
    if out.suffix.lower() not in fitting:
        wanted = _SUFFIXES[False, package.has_macros]
        raise refuse(RefusalCode.FORM_SUFFIX, out.name, form=package.name, suffix=wanted)


def write_form(package: FormPackage, entries: Sequence[Entry], out: Path) -> FilledForm:
    """Write the filled form to `out`, which keeps its old content until the new one is checked.

    Raise RefusedError (disk_full, cannot_write) with the old file whole.
    """
    done = filled_parts(package, entries)
    parts = {**done.parts}
    is_template_name = out.suffix.lower() in (".xltx", ".xltm")
    if package.is_template and not is_template_name:
        types = parts.get(CONTENT_TYPES) or package.part(CONTENT_TYPES)
        parts[CONTENT_TYPES] = _MAIN_TYPES.sub(_as_workbook, types)

    def write(file: IO[bytes]) -> None:
        write_package(package.data, parts, file)

    contents = [(entry.sheet, entry.spot, entry.content) for entry in entries]
    replace_file(out, write, partial(check_filled, package=package, contents=contents))
    return done.filled


def filled_parts(package: FormPackage, entries: Sequence[Entry]) -> FilledParts:
    """Return the parts of the form that change when its cells are filled; all others stay byte for byte."""
    by_sheet: dict[str, dict[Spot, Entry]] = {}
    for entry in entries:
        by_sheet.setdefault(entry.sheet, {})[entry.spot] = entry
    if not by_sheet:
        return FilledParts({}, FilledForm(0))
    sources = {sheet.name: package.part(sheet.part) for sheet in package.sheets}
    scans = {
        sheet.name: scan_sheet(sources[sheet.name], package.name, by_sheet.get(sheet.name, {}))
        for sheet in package.sheets
        if sheet.name in by_sheet or _may_have_formulas(sources[sheet.name])
    }
    filled = {name: set(cells) for name, cells in by_sheet.items()}
    stale = out_of_date(scans, filled, _names(package))
    parts: dict[str, bytes] = {}
    without_note: list[str] = []
    for sheet in package.sheets:
        if sheet.name not in by_sheet and sheet.name not in stale:
            continue
        xml, scan = sources[sheet.name], scans[sheet.name]
        cells = by_sheet.get(sheet.name, {})
        outdated = stale.get(sheet.name, set()) - set(cells)
        edits = stale_value_edits(xml, [scan.cells[spot] for spot in outdated if spot in scan.cells])
        if cells:
            edits += value_edits(xml, scan, {spot: entry.content for spot, entry in cells.items()})
            texts = {spot: entry.note for spot, entry in cells.items() if entry.note}
            noted = write_notes(package, parts, sheet.part, scan, texts)
            parts |= noted.parts
            edits += noted.edits
            without_note += [f"{sheet.name}!{spot.name}" for spot in sorted(noted.refused)]
        parts[package.spelled(sheet.part)] = edited(xml, edits)
    if any(scan.formulas for scan in scans.values()):
        workbook = package.spelled(package.workbook_part)
        parts[workbook] = computing_on_load(package.part(workbook), package.name)
    recomputed = sum(len(spots) for spots in stale.values())
    return FilledParts(parts, FilledForm(len(entries), tuple(without_note), recomputed))


def _names(package: FormPackage) -> dict[str, list[str]]:
    """Return the formulas that names and tables stand for, by their casefolded names."""
    found: dict[str, list[str]] = {}
    for each in package.defined_names:
        found.setdefault(each.name.casefold(), []).append(each.formula)
    for sheet in package.sheets:
        quoted = sheet.name.replace("'", "''")
        for part in package.related(sheet.part, "table"):
            root = package.xml(part)
            cells = f"'{quoted}'!{root.get('ref')}"
            found.setdefault(str(root.get("displayName")).casefold(), []).append(cells)
    return found


def _may_have_formulas(xml: bytes) -> bool:
    return re.search(rb"<(?:\w+:)?f[\s>/]", xml) is not None


def _as_workbook(match: re.Match[bytes]) -> bytes:
    return match[1] + b"sheet" + match[2]


def sheet_named(package: FormPackage, name: str) -> FormSheet:
    """Return a sheet that is known to be there."""
    found = package.sheet(name)
    if found is None:
        raise refuse(RefusalCode.DAMAGED, package.name, error=name)
    return found


def scanned(package: FormPackage, name: str, wanted: Iterable[Spot]) -> SheetScan:
    """Return a sheet of the form gone through for the wanted cells."""
    return scan_sheet(package.part(sheet_named(package, name).part), package.name, set(wanted))
