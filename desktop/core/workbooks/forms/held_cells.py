"""Cells of a form that something else writes or needs as they are: pivot tables, the headers of tables."""

from desktop.core.workbooks.forms.cell_ranges import CellRange, range_of
from desktop.core.workbooks.forms.package import FormPackage


def held_ranges(package: FormPackage, sheet: str) -> tuple[CellRange, ...]:
    """Return the ranges of a sheet that take no value.

    A pivot table writes its cells itself; a table's header and total rows have to say what the table's own
    part says, or Excel holds the file to be damaged.
    """
    found = package.sheet(sheet)
    if found is None:
        return ()
    ranges: list[CellRange | None] = []
    for part in package.related(found.part, "pivotTable"):
        location = package.xml(part).find("{*}location")
        ranges.append(None if location is None else range_of(str(location.get("ref"))))
    for part in package.related(found.part, "table"):
        root = package.xml(part)
        cells = range_of(str(root.get("ref")))
        if cells is not None:
            headers, totals = _rows(root.get("headerRowCount"), 1), _rows(root.get("totalsRowCount"), 0)
            ranges.append(cells._replace(bottom=cells.top + headers - 1) if headers else None)
            ranges.append(cells._replace(top=cells.bottom - totals + 1) if totals else None)
    return tuple(cells for cells in ranges if cells is not None)


def _rows(told: str | None, usual: int) -> int:
    return int(told) if told is not None and told.isdigit() else usual
