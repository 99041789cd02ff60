"""The straight lines drawn on a PDF page, and the grids of cells that they make."""

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from desktop.core.places import Box
from desktop.core.readers.pdf_words import Shown

MAX_OBJECTS = 20_000
_THIN = 3.0
_SHORTEST = 4.0
_TOUCHING = 3.0
_SAME = 2.0


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across (`at` is its y) or down (`at` is its x), from `start` to `end`."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class GridBox:
    """A cell of a grid: its row and column, its spans, and where it stands."""

    row: int
    column: int
    row_span: int
    column_span: int
    box: Box


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: its outline and its cells."""

    box: Box
    cells: tuple[GridBox, ...]


@dataclass(frozen=True, slots=True)
class _Placing:
    """How an object's own coordinates become those of what holds it, by the six numbers of its matrix."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def point(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def within(self, holder: "_Placing") -> "_Placing":
        """Return this placing followed by that of what holds the object."""
        a, b = self.a * holder.a + self.b * holder.c, self.a * holder.b + self.b * holder.d
        c, d = self.c * holder.a + self.d * holder.c, self.c * holder.b + self.d * holder.d
        return _Placing(a, b, c, d, *holder.point(self.e, self.f))


def drawn_on(page: pypdfium2.PdfPage, shown: Shown) -> tuple[list[Grid], tuple[Rule, ...]]:
    """Return the ruled tables of `page` with at least two columns and two cells, and all rules across it."""
    boxes = list(_thin_boxes(page, shown))
    across = _merged([Rule((b.y0 + b.y1) / 2, b.x0, b.x1) for b in boxes if _is_across(b)])
    down = _merged([Rule((b.x0 + b.x1) / 2, b.y0, b.y1) for b in boxes if not _is_across(b)])
    grids = [grid for group in _groups(across, down) if (grid := _grid(*group)) is not None]
    return sorted(grids, key=lambda grid: (grid.box.y0, grid.box.x0)), tuple(across)


def _is_across(box: Box) -> bool:
    return box.x1 - box.x0 >= box.y1 - box.y0


def _thin_boxes(page: pypdfium2.PdfPage, shown: Shown) -> Iterator[Box]:
    for shape, placing in _paths(page):
        yield from (box for box in _edges(shape, placing, shown) if _is_thin(box))


def _paths(page: pypdfium2.PdfPage) -> Iterator[tuple[pdfium.FPDF_PAGEOBJECT, _Placing]]:
    """Yield the paths of `page`, those within forms too, each with the placing of what holds it."""
    count = pdfium.FPDFPage_CountObjects(page.raw)
    if count > MAX_OBJECTS:
        return
    waiting = [(pdfium.FPDFPage_GetObject(page.raw, index), _Placing()) for index in reversed(range(count))]
    while waiting:
        shape, placing = waiting.pop()
        kind = pdfium.FPDFPageObj_GetType(shape)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            yield shape, placing
        elif kind == pdfium.FPDF_PAGEOBJ_FORM:
            inside = pdfium.FPDFFormObj_CountObjects(shape)
            count += inside
            if count > MAX_OBJECTS:
                return
            inner = _placing_of(shape).within(placing)
            waiting += ((pdfium.FPDFFormObj_GetObject(shape, at), inner) for at in reversed(range(inside)))


def _is_thin(box: Box) -> bool:
    width, height = box.x1 - box.x0, box.y1 - box.y0
    return min(width, height) <= _THIN and max(width, height) >= _SHORTEST


def _edges(shape: pdfium.FPDF_PAGEOBJECT, placing: _Placing, shown: Shown) -> Iterator[Box]:
    corners = [ctypes.c_float() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(shape, *corners):
        return
    left, bottom, right, top = (corner.value for corner in corners)
    bounds = shown.box(*placing.point(left, bottom), *placing.point(right, top))
    if _is_thin(bounds):
        yield bounds
        return
    filled, is_stroked = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(shape, filled, is_stroked)
    if is_stroked.value:
        yield from _strokes(shape, _placing_of(shape).within(placing), shown)


def _strokes(shape: pdfium.FPDF_PAGEOBJECT, placing: _Placing, shown: Shown) -> Iterator[Box]:
    x, y = ctypes.c_float(), ctypes.c_float()
    first = last = (0.0, 0.0)
    for index in range(pdfium.FPDFPath_CountSegments(shape)):
        segment = pdfium.FPDFPath_GetPathSegment(shape, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = placing.point(x.value, y.value)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            first = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            yield shown.box(*last, *point)
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield shown.box(*point, *first)
        last = point


def _placing_of(shape: pdfium.FPDF_PAGEOBJECT) -> _Placing:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(shape, matrix)
    return _Placing(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _merged(rules: list[Rule]) -> list[Rule]:
    """Return `rules` with the pieces of one line put together."""
    merged: list[Rule] = []
    for rule in sorted(_levelled(rules), key=lambda rule: (rule.at, rule.start)):
        last = merged[-1] if merged else None
        if last is not None and last.at == rule.at and rule.start <= last.end + _TOUCHING:
            merged[-1] = Rule(last.at, last.start, max(last.end, rule.end))
        else:
            merged.append(rule)
    return merged


def _levelled(rules: list[Rule]) -> Iterator[Rule]:
    at = float("-inf")
    for rule in sorted(rules, key=lambda rule: rule.at):
        at = at if rule.at - at <= _SAME else rule.at
        yield Rule(at, rule.start, rule.end)


def _groups(across: Sequence[Rule], down: Sequence[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Yield the rules that hang together, those across and those down."""
    waiting_across, waiting_down = list(across), list(down)
    while waiting_across:
        rows, columns = [waiting_across.pop()], list[Rule]()
        grown = True
        while grown:
            new_columns = [rule for rule in waiting_down if any(_meet(row, rule) for row in rows)]
            waiting_down = [rule for rule in waiting_down if rule not in new_columns]
            columns += new_columns
            new_rows = [rule for rule in waiting_across if any(_meet(rule, column) for column in columns)]
            waiting_across = [rule for rule in waiting_across if rule not in new_rows]
            rows += new_rows
            grown = bool(new_rows)
        yield rows, columns


def _meet(across: Rule, down: Rule) -> bool:
    return (
        across.start - _TOUCHING <= down.at <= across.end + _TOUCHING
        and down.start - _TOUCHING <= across.at <= down.end + _TOUCHING
    )


def _grid(across: list[Rule], down: list[Rule]) -> Grid | None:
    ys, xs = sorted({rule.at for rule in across}), sorted({rule.at for rule in down})
    if len(xs) < 3 or len(ys) < 2:
        return None
    cells = tuple(_cells(ys, xs, across, down))
    return Grid(Box(xs[0], ys[0], xs[-1], ys[-1]), cells) if len(cells) > 1 else None


def _cells(ys: list[float], xs: list[float], across: list[Rule], down: list[Rule]) -> Iterator[GridBox]:
    taken: set[tuple[int, int]] = set()
    last_row, last_column = len(ys) - 1, len(xs) - 1
    for row in range(last_row):
        for column in range(last_column):
            if (row, column) in taken:
                continue
            right = column + 1
            while right < last_column and not _is_ruled(down, xs[right], ys[row], ys[row + 1]):
                right += 1
            below = row + 1
            while below < last_row and not _is_ruled(across, ys[below], xs[column], xs[column + 1]):
                below += 1
            taken |= {(r, c) for r in range(row, below) for c in range(column, right)}
            box = Box(xs[column], ys[row], xs[right], ys[below])
            yield GridBox(row, column, below - row, right - column, box)


def _is_ruled(rules: list[Rule], at: float, start: float, end: float) -> bool:
    middle = (start + end) / 2
    return any(rule.at == at and rule.start <= middle <= rule.end for rule in rules)
