"""What the blank cells of a form ask for, read by the program's own reader of tables.

That reader tells what a number in a table means by its row and its header. A form has no numbers yet: a copy
of it, which nobody sees, gets numbers in its blank cells and is read like any report.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from desktop.core.documents import Format, Table
from desktop.core.extraction.extracting import extract
from desktop.core.figures import Figure
from desktop.core.readers import no_progress
from desktop.core.readers.workbook import read_workbook
from desktop.core.readers.workbook_formats import shows_percent
from desktop.core.workbooks.forms.blank_cells import blank_cells
from desktop.core.workbooks.forms.cell_ranges import Spot
from desktop.core.workbooks.forms.filling import Entry, filled_parts
from desktop.core.workbooks.forms.form import Form
from desktop.core.workbooks.forms.held_cells import held_ranges
from desktop.core.workbooks.forms.repacking import write_package

_PROBES_MOST = 4_000
_LEAST, _STEP, _STEPS = Decimal("101.3"), Decimal("0.1"), 83


@dataclass(frozen=True, slots=True)
class Asked:
    """A blank cell of a form with what a number in it would mean; `period` is what the form is about,
    `unit` the one it names, "" where it names none.
    """

    sheet: str
    spot: Spot
    figure: Figure
    row_label: str
    header: str
    period: str
    unit: str


def asked_of(form: Form) -> tuple[Asked, ...]:
    """Return the blank cells of a form's tables that the reader understands, in the form's order."""
    probes = [probe for table in form.document.tables for probe in _probes(form, table)][:_PROBES_MOST]
    if not probes:
        return ()
    copy = io.BytesIO()
    write_package(form.data, filled_parts(form.package, probes).parts, copy)
    extraction = extract(read_workbook(copy.getvalue(), form.name, Format.XLSX, no_progress))
    figures = {(each.place.sheet, each.place.cell): each for each in extraction.figures}
    found: list[Asked] = []
    for probe in probes:
        figure = figures.get((probe.sheet, probe.spot.name))
        if figure is not None:
            row, header = (
                form.row_label(probe.sheet, probe.spot),
                form.column_label(probe.sheet, probe.spot),
            )
            unit = figure.reading.unit or form.words(probe.sheet).unit_beside(probe.spot)
            found.append(Asked(probe.sheet, probe.spot, figure, row, header, extraction.period, unit))
    return tuple(found)


def _probes(form: Form, table: Table) -> Iterator[Entry]:
    """Yield an entry for each blank cell of a sheet; numbers like an index serve for all kinds."""
    sheet = form.package.sheet(table.sheet or "")
    spots = blank_cells(form.document, table)
    if sheet is None or sheet.is_hidden or not spots:
        return
    scan = form.scan(sheet.name, set(spots))
    held = held_ranges(form.package, sheet.name)
    formats = form.package.number_formats
    if scan is None or scan.data is None:
        return
    # Its reader would take a letterhead in two halves for the header of the columns below.
    yield from (Entry(sheet.name, spot, " ") for spot in form.words(sheet.name).letterhead())
    for number, spot in enumerate(spots):
        if scan.has_formula(spot) or scan.home(spot) != spot or any(cells.holds(spot) for cells in held):
            continue
        style = scan.style_at(spot)
        code = formats[int(style)] if style.isdigit() and int(style) < len(formats) else ""
        value = _LEAST + _STEP * (number % _STEPS)
        yield Entry(sheet.name, spot, value.scaleb(-2) if shows_percent(code) else value)
