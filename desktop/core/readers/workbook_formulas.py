"""Cells of an .xlsx without a value: formulas that nobody ever computed, and errors. None is zero or nothing.

Such a cell is read as its formula, "=C6+1", or its error, "#REF!", so that it is seen where it stands and no
figure comes of it.
"""

import re
from collections.abc import Iterator

_NO_VALUE = rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
_NO_VALUE_OR_ZERO = rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*0?\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
_FORMULA_END = rb"(?:</(?:\w+:)?f>|<(?:\w+:)?f\b[^<>]*/>)\s*"
_FORMULA_CELL = (
    rb"<(?P<space>\w+:)?c\b(?P<attributes>[^<>]*)>\s*"
    rb"<(?:\w+:)?f\b(?:[^<>]*/>|[^<>]*>(?P<formula>[^<]*)</(?:\w+:)?f>)\s*"
)
_ENDS = {rest: re.compile(_FORMULA_END + rest) for rest in (_NO_VALUE, _NO_VALUE_OR_ZERO)}
_UNCOMPUTED = {rest: re.compile(_FORMULA_CELL + rest) for rest in (_NO_VALUE, _NO_VALUE_OR_ZERO)}
_ON_LOAD = re.compile(rb"""<(?:\w+:)?calcPr\b[^<>]*\bfullCalcOnLoad=["'](?:1|true)["']""")
_ERROR_TYPE = re.compile(rb"""(<(?:\w+:)?c\b[^<>]*\bt=)["']e["']""")
_TYPE = re.compile(rb"""\s+t=["'][^"']*["']""")
_TEXT_RESULT = re.compile(rb"""\bt=["']str["']""")
_HALF_ENTITY = re.compile(rb"&[^;]*\Z")
_MOST_BYTES = 200
_MORE = "…".encode()


def computes_on_load(workbook_xml: bytes) -> bool:
    """Tell whether a workbook asks to be computed on opening: programs that cannot compute write 0 then."""
    return _ON_LOAD.search(workbook_xml) is not None


def uncomputed_cells(xml: bytes, *, on_load: bool = False) -> Iterator[bytes]:
    """Yield the attributes of the cells of a sheet whose formulas were never computed.

    `on_load` says that the workbook is to be computed on opening: a stored 0 then is no result.
    """
    rest = _NO_VALUE_OR_ZERO if on_load else _NO_VALUE
    if not _ENDS[rest].search(xml):
        return iter(())
    return (cell["attributes"] for cell in _UNCOMPUTED[rest].finditer(xml) if _is_open(cell))


def with_missing_values_shown(xml: bytes, *, on_load: bool = False) -> bytes:
    """Return a sheet with its errors and the formulas that were never computed as texts of their cells."""
    rest = _NO_VALUE_OR_ZERO if on_load else _NO_VALUE
    if _ENDS[rest].search(xml):
        xml = _UNCOMPUTED[rest].sub(_shown, xml)
    return _ERROR_TYPE.sub(rb'\1"str"', xml) if _ERROR_TYPE.search(xml) else xml


def _is_open(cell: re.Match[bytes]) -> bool:
    """Tell whether a value is missing: that of a formula whose result is a text may be an empty one."""
    return not _TEXT_RESULT.search(cell["attributes"])


def _shown(cell: re.Match[bytes]) -> bytes:
    if not _is_open(cell):
        return cell[0]
    space, formula = cell["space"] or b"", (cell["formula"] or _MORE).strip()
    if len(formula) > _MOST_BYTES:
        whole = formula[:_MOST_BYTES].decode("utf-8", "ignore").encode()
        formula = _HALF_ENTITY.sub(b"", whole) + _MORE
    attributes = _TYPE.sub(b"", cell["attributes"])
    return b'<%bc%b t="str"><%bv>=%b</%bv></%bc>' % (space, attributes, space, formula, space, space)
