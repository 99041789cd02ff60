"""What filling a form would do, cell by cell: values, conversions, cells left and why; nothing is written."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Context, Decimal
from enum import StrEnum

from desktop.core.displays import value_text
from desktop.core.figures import Value
from desktop.core.number_formats import formatted_number, is_date_format
from desktop.core.readers.workbook_formats import shows_percent
from desktop.core.workbooks.cells import clean_text, excel_number
from desktop.core.workbooks.forms.cell_ranges import FIRST, CellRange, Spot, range_of
from desktop.core.workbooks.forms.figure_book import FigureBook, VerifiedFigure
from desktop.core.workbooks.forms.form import Form
from desktop.core.workbooks.forms.held_cells import held_ranges
from desktop.core.workbooks.forms.mapping import CellMapping, FormMapping, Selector, Target
from desktop.core.workbooks.forms.sheet_edit import Content
from desktop.core.workbooks.forms.sheet_scan import SheetScan
from desktop.core.workbooks.forms.units import conversion_text, converted, measure_of

_EXACT = Context(prec=1_000)


class CellState(StrEnum):
    """What becomes of a mapped cell: it is filled, or left as the form has it for one of these reasons."""

    FILLED = "filled"
    NO_FIGURE = "no_figure"
    AMBIGUOUS = "ambiguous"
    NOT_CONVERTIBLE = "not_convertible"
    FORMULA = "formula"
    HELD = "held"
    DATE = "date"
    NO_CELL = "no_cell"
    MOVED = "moved"
    TAKEN = "taken"

    @property
    def is_refusal(self) -> bool:
        """Tell whether the cell is left though the clerk may have expected otherwise."""
        return self not in (CellState.FILLED, CellState.NO_FIGURE)


@dataclass(frozen=True, slots=True)
class CellPlan:
    """What filling would do to one mapped cell.

    `value` is in the wanted unit; `content` is what the cell will hold, `shown` how the form will show it;
    `conversion` tells a change of unit, "" where there is none; `detail` says more of a cell that is left.
    """

    mapping: CellMapping
    state: CellState
    sheet: str = ""
    spot: Spot = FIRST
    source: VerifiedFigure | None = None
    value: Value | None = None
    content: Content | None = None
    shown: str = ""
    conversion: str = ""
    detail: str = ""

    @property
    def place(self) -> str:
        """Return where the cell is, as a person cites it."""
        if not self.sheet:
            return str(self.mapping.target)
        name = self.mapping.target.name
        return f"{self.sheet}!{self.spot.name}" + (f" ({name})" if name else "")


def plan(form: Form, mapping: FormMapping, book: FigureBook) -> tuple[CellPlan, ...]:
    """Return what becomes of every mapped cell, in the mapping's order; nothing is written."""
    wanted = [(cell, _range(form, cell.target)) for cell in mapping.cells]
    spots: dict[str, set[Spot]] = {}
    for _, found in wanted:
        if found is not None:
            spots.setdefault(found[0], set()).add(found[1].first)
    sheets = _scanned(form, spots)
    is_changed = bool(mapping.structure) and mapping.structure != form.structure
    plans: list[CellPlan] = []
    taken: set[tuple[str, Spot]] = set()
    for cell, found in wanted:
        if found is None or found[0] not in sheets:
            plans.append(CellPlan(cell, CellState.NO_CELL))
            continue
        one = _Planning(form, book, found[0], sheets[found[0]], is_changed).plan(cell, found[1])
        if one.state is CellState.FILLED and (one.sheet, one.spot) in taken:
            one = replace(one, state=CellState.TAKEN)
        taken.add((one.sheet, one.spot))
        plans.append(one)
    return tuple(plans)


@dataclass(frozen=True, slots=True)
class _Sheet:
    scan: SheetScan
    held: tuple[CellRange, ...]


def _scanned(form: Form, spots: dict[str, set[Spot]]) -> dict[str, _Sheet]:
    """Return the sheets gone through for their wanted cells, merged ones by their first cell."""
    sheets: dict[str, _Sheet] = {}
    for name, wanted in spots.items():
        scan = form.scan(name, wanted)
        if scan is None or scan.data is None:
            continue
        homes = {scan.home(spot) for spot in wanted}
        if homes - wanted:
            scan = form.scan(name, homes | wanted) or scan
        sheets[name] = _Sheet(scan, held_ranges(form.package, name))
    return sheets


def _range(form: Form, target: Target) -> tuple[str, CellRange] | None:
    """Return the sheet and the range that a target stands for, the sheet's name as the workbook spells it."""
    named = form.named_cell(target.name) if target.name else (target.sheet, target.cell)
    if named is None:
        return None
    sheet, cells = form.package.sheet(named[0]), range_of(named[1])
    return None if sheet is None or cells is None else (sheet.name, cells)


@dataclass(frozen=True, slots=True)
class _Planning:
    form: Form
    book: FigureBook
    sheet: str
    cells: _Sheet
    is_changed: bool

    def plan(self, mapping: CellMapping, cells: CellRange) -> CellPlan:
        scan = self.cells.scan
        spot = scan.home(cells.first)
        one = CellPlan(mapping, CellState.NO_CELL, self.sheet, spot)
        if cells.cells > 1 and cells not in scan.merges:
            return one
        if (barred := self._barred(one)) is not None:
            return barred
        return self._with_figure(one)

    def _barred(self, one: CellPlan) -> CellPlan | None:
        """Return the plan of a cell that takes no figure at all, None for one that does."""
        scan, label = self.cells.scan, one.mapping.label
        if self.is_changed and label and not self.form.is_label_same(self.sheet, one.spot, label):
            now = self.form.label(self.sheet, one.spot)
            return replace(one, state=CellState.MOVED, detail=f"{label} → {now or '–'}")
        if scan.has_formula(one.spot):
            return replace(one, state=CellState.FORMULA)
        if any(held.holds(one.spot) for held in self.cells.held):
            return replace(one, state=CellState.HELD)
        if is_date_format(self._number_format(one.spot)):
            return replace(one, state=CellState.DATE)
        return None

    def _with_figure(self, one: CellPlan) -> CellPlan:
        selector = one.mapping.selector
        meant = self.book.meant(selector)
        if not meant:
            return replace(one, state=CellState.NO_FIGURE, detail=selector.indicator)
        told = [(each, value) for each in meant if (value := _in_unit(each, selector)) is not None]
        if not told:
            return replace(
                one,
                state=CellState.NOT_CONVERTIBLE,
                source=meant[0],
                detail=f"{meant[0].reading.unit or '–'} → {selector.unit or '–'}",
            )
        if len({value for _, value in told}) > 1:
            return replace(one, state=CellState.AMBIGUOUS, detail=_told([each for each, _ in told]))
        return self._filled(one, *told[0])

    def _filled(self, one: CellPlan, source: VerifiedFigure, value: Value) -> CellPlan:
        reading, wanted = source.reading, one.mapping.selector.unit
        code = self._number_format(one.spot)
        content = _content(value, wanted or reading.unit, code)
        shown = formatted_number(content, code) if isinstance(content, Decimal) else content
        return replace(
            one,
            state=CellState.FILLED,
            source=source,
            value=value,
            content=content,
            shown=shown or value_text(value),
            conversion=conversion_text(reading.value, reading.unit, value, wanted),
        )

    def _number_format(self, spot: Spot) -> str:
        formats, style = self.form.package.number_formats, self.cells.scan.style_at(spot) or "0"
        return formats[int(style)] if style.isdigit() and int(style) < len(formats) else "General"


def _in_unit(each: VerifiedFigure, selector: Selector) -> Value | None:
    reading = each.reading
    return converted(reading.value, reading.unit, selector.unit or reading.unit)


def _content(value: Value, unit: str, code: str) -> Content:
    """Return what a cell holds: a number, or a text for a range or a fraction.

    A cell that is shown in per cent stores the hundredth part of the percentage.
    """
    if value.of is not None or value.high is not None:
        return clean_text(value_text(value))
    number = value.number
    if shows_percent(code) and (of_one := _of_one(value, unit)) is not None:
        number = of_one
    held = excel_number(number)
    return clean_text(value_text(value)) if held is None else held


def _of_one(value: Value, unit: str) -> Decimal | None:
    """Return a percentage as a part of one, None for what is no percentage."""
    measure = measure_of(unit)
    if measure.dimension not in ("share", "points"):
        return None
    in_percent = converted(value, unit, "%") if measure.dimension == "share" else value
    return None if in_percent is None else in_percent.number.scaleb(-2, _EXACT)


def _told(meant: Sequence[VerifiedFigure], most: int = 3) -> str:
    """Return the first of several figures that would fit, each with its report and place."""
    told = [
        f"{value_text(each.reading.value)} {each.reading.unit}".strip()
        + f" ({each.report.name}, {each.figure.place})"
        for each in meant[:most]
    ]
    return "; ".join(told) + ("; …" if len(meant) > most else "")
