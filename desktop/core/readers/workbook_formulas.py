"""Formulas of an .xlsx that nobody ever computed: cells without a value, which is neither zero nor nothing.

Such a cell is read as its formula, "=C6+1", so that it is seen where it stands and no figure comes of it.
"""

import re
from collections.abc import Iterator

_NO_VALUE = rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
_END = re.compile(rb"(?:</(?:\w+:)?f>|<(?:\w+:)?f\b[^<>]*/>)\s*" + _NO_VALUE)
_UNCOMPUTED = re.compile(
    rb"<(?P<space>\w+:)?c\b(?P<attributes>[^<>]*)>\s*"
    rb"<(?:\w+:)?f\b(?:[^<>]*/>|[^<>]*>(?P<formula>[^<]*)</(?:\w+:)?f>)\s*" + _NO_VALUE
)
_TYPE = re.compile(rb"""\s+t=["'][^"']*["']""")
_TEXT_RESULT = re.compile(rb"""\bt=["']str["']""")
_HALF_ENTITY = re.compile(rb"&[^;]*\Z")
_MOST_BYTES = 200
_MORE = "…".encode()


def uncomputed_cells(xml: bytes) -> Iterator[bytes]:
    """Yield the attributes of the cells of a sheet whose formulas were never computed."""
    return (
        (cell["attributes"] for cell in _UNCOMPUTED.finditer(xml) if _is_open(cell))
        if _has(xml)
        else iter(())
    )


def with_formulas_shown(xml: bytes) -> bytes:
    """Return a sheet with the formulas that were never computed as the texts of their cells."""
    return _UNCOMPUTED.sub(_shown, xml) if _has(xml) else xml


def _has(xml: bytes) -> bool:
    return _END.search(xml) is not None


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
