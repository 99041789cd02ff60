"""A sheet of a form gone through once: where the wanted cells stand in its bytes, and its formulas."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from desktop.core.workbooks.forms.cell_ranges import CellRange, Spot, range_of, spot_of
from desktop.core.workbooks.forms.xml_spans import Element, Walker, attribute

_ON = ("1", "true")


@dataclass(frozen=True, slots=True)
class Formula:
    """A cell's formula: its text, "" for a copy of a shared one, and the cells that it fills as an array.

    `shared` is the number by which copies know the formula that they share.
    """

    spot: Spot
    text: str
    shared: str = ""
    fills: CellRange | None = None


@dataclass(frozen=True, slots=True)
class FoundCell:
    """A cell where it stands in the bytes, with the number of its style and its kind."""

    spot: Spot
    element: Element
    style: str = ""
    kind: str = ""
    is_empty: bool = True


@dataclass(slots=True)
class FoundRow:
    """A row where it stands, with its own style, and the cells in it as (column, where it begins)."""

    number: int
    element: Element
    style: str = ""
    cells: list[tuple[int, int]] = field(default_factory=list)


@dataclass(slots=True)
class SheetScan:
    """What a pass over a sheet found.

    `cells` are the wanted ones and those with a formula; `rows` the wanted ones that are there; `row_starts`
    tells where every row begins, by its number; `children` are the parts of the sheet, in order.
    """

    root: Element
    data: Element | None
    children: list[Element]
    cells: dict[Spot, FoundCell]
    rows: dict[int, FoundRow]
    row_starts: list[tuple[int, int]]
    formulas: dict[Spot, Formula]
    merges: list[CellRange]
    column_styles: list[tuple[int, int, str]]
    attributes: dict[int, Mapping[str, str]]

    def child(self, name: str) -> Element | None:
        """Return the first part of the sheet with this name."""
        return next((each for each in self.children if each.name == name), None)

    def home(self, spot: Spot) -> Spot:
        """Return the cell that holds the value shown at `spot`: of merged ones the first."""
        return next((merge.first for merge in self.merges if merge.holds(spot)), spot)

    def style_at(self, spot: Spot) -> str:
        """Return the style that a cell has, or gets from its row or column where it is not there yet."""
        if spot in self.cells:
            return self.cells[spot].style
        row = self.rows.get(spot.row)
        if row is not None and row.style:
            return row.style
        return next((s for first, last, s in self.column_styles if first <= spot.column <= last), "")

    def has_formula(self, spot: Spot) -> bool:
        """Tell whether a cell's value comes from a formula, its own or an array's."""
        return spot in self.formulas or any(
            each.fills is not None and each.fills.holds(spot) for each in self.formulas.values()
        )


def scan_sheet(xml: bytes, name: str, wanted: Collection[Spot] = ()) -> SheetScan:
    """Return what stands where in a sheet; raise RefusedError where its XML is broken."""
    walker = _SheetWalker(xml, name, frozenset(wanted))
    walker.walk()
    return walker.result()


class _SheetWalker(Walker):
    def __init__(self, xml: bytes, name: str, wanted: frozenset[Spot]) -> None:
        super().__init__(xml, name)
        self._wanted = wanted
        self._wanted_rows = {spot.row for spot in wanted}
        self._children: list[Element] = []
        self._child_attributes: dict[int, Mapping[str, str]] = {}
        self._data: Element | None = None
        self._root: Element | None = None
        self._row, self._column = -1, -1
        self._row_style = ""
        self._in_row: list[tuple[int, int]] = []
        self._cell: Mapping[str, str] = {}
        self._has_value = False
        self._formula: Mapping[str, str] | None = None
        self._pieces: list[str] | None = None
        self._cells: dict[Spot, FoundCell] = {}
        self._rows: dict[int, FoundRow] = {}
        self._row_starts: list[tuple[int, int]] = []
        self._formulas: dict[Spot, Formula] = {}
        self._merges: list[CellRange] = []
        self._column_styles: list[tuple[int, int, str]] = []

    def result(self) -> SheetScan:
        """Return what was found, once the part was walked through."""
        if self._root is None:
            raise ValueError("not walked yet")
        return SheetScan(
            self._root,
            self._data,
            self._children,
            self._cells,
            self._rows,
            self._row_starts,
            self._formulas,
            self._merges,
            self._column_styles,
            self._child_attributes,
        )

    def begin(self, name: str, start: int, attributes: Mapping[str, str]) -> None:
        depth = len(self.path)
        if depth == 1:
            self._child_attributes[start] = attributes
        if name == "c" and depth == 3:
            self._begin_cell(start, attributes)
        elif name == "row" and depth == 2:
            self._begin_row(start, attributes)
        elif depth == 4:
            self._begin_content(name, attributes)
        elif name == "mergeCell" and (merge := range_of(attributes.get("ref", ""))):
            self._merges.append(merge)
        elif name == "col" and attributes.get("style"):
            first, last = int(attributes.get("min", "1")) - 1, int(attributes.get("max", "1")) - 1
            self._column_styles.append((first, last, attributes["style"]))

    def finish(self, name: str, start: int, close: int) -> None:
        depth = len(self.path)
        if name == "c" and depth == 3:
            self._finish_cell(start, close)
        elif name == "f" and depth == 4:
            self._finish_formula()
        elif name == "row" and depth == 2 and self._row in self._wanted_rows:
            element = self.element(name, start, close)
            self._rows[self._row] = FoundRow(self._row, element, self._row_style, self._in_row)
        elif depth == 1:
            element = self.element(name, start, close)
            self._children.append(element)
            if name == "sheetData":
                self._data = element
        elif depth == 0:
            self._root = self.element(name, start, close)

    def text(self, data: str) -> None:
        if self._pieces is not None:
            self._pieces.append(data)

    def _begin_row(self, start: int, attributes: Mapping[str, str]) -> None:
        number = attributes.get("r", "")
        self._row = int(number) - 1 if number.isdigit() else self._row + 1
        self._column = -1
        self._row_starts.append((self._row, start))
        has_own = attributes.get("customFormat") in _ON
        self._row_style = attributes.get("s", "") if has_own else ""
        self._in_row = []

    def _begin_cell(self, start: int, attributes: Mapping[str, str]) -> None:
        spot = spot_of(attributes.get("r", ""))
        self._column = spot.column if spot is not None else self._column + 1
        if spot is not None and spot.row != self._row:
            self._row = spot.row
            self._row_starts[-1] = (spot.row, self._row_starts[-1][1])
        self._cell = attributes
        self._has_value = False
        self._formula = None
        if self._row in self._wanted_rows:
            self._in_row.append((self._column, start))

    def _begin_content(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "f":
            self._formula, self._pieces = attributes, []
        else:
            self._has_value = True

    def _finish_formula(self) -> None:
        spot = Spot(self._row, self._column)
        formula = self._formula or {}
        kind = formula.get("t", "")
        fills = range_of(formula.get("ref", "")) if kind in ("array", "dataTable") else None
        shared = formula.get("si", "") if kind == "shared" else ""
        self._formulas[spot] = Formula(spot, "".join(self._pieces or ()), shared, fills)
        self._pieces = None

    def _finish_cell(self, start: int, close: int) -> None:
        spot = Spot(self._row, self._column)
        if spot in self._wanted or self._formula is not None:
            style, kind = self._cell.get("s", ""), self._cell.get("t", "")
            element = self.element("c", start, close)
            self._cells[spot] = FoundCell(spot, element, style, kind, not self._has_value)


def relation_id(attributes: Mapping[str, str]) -> str:
    """Return the relation that an element names, "" where it names none."""
    return attribute(attributes, "id") or ""
