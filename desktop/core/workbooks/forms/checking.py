"""A filled form opened again by two readers that know nothing of how it was written."""

import io
import warnings
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path

from desktop.core.workbooks.forms.cell_ranges import Spot
from desktop.core.workbooks.forms.package import FormPackage
from desktop.core.workbooks.forms.sheet_edit import Content
from desktop.core.workbooks.replacing import UnsoundFileError

_Cell = tuple[str, Spot]
_SheetSpots = Mapping[str, set[Spot]]


def check_filled(path: Path, package: FormPackage, contents: Iterable[tuple[str, Spot, Content]]) -> None:
    """Raise UnsoundFileError unless every content is read back from `path` as it was put in."""
    expected = {(sheet, spot): content for sheet, spot, content in contents}
    spots: dict[str, set[Spot]] = {}
    for sheet, spot in expected:
        spots.setdefault(sheet, set()).add(spot)
    data = path.read_bytes()
    _compare(expected, dict(_read_by_calamine(data, spots)))
    if package.is_strict:
        return  # openpyxl knows no such files
    with warnings.catch_warnings():
        # It warns of what it would lose, were it to write the form.
        warnings.simplefilter("ignore")
        try:
            found = dict(_read_by_openpyxl(data, spots))
        except Exception as error:
            if _can_openpyxl_read(package):
                raise UnsoundFileError(str(error)) from error
            return
    _compare(expected, found)


def _compare(expected: Mapping[_Cell, Content], found: Mapping[_Cell, object]) -> None:
    for (sheet, spot), content in expected.items():
        value = found.get((sheet, spot))
        if not _is_same(value, content):
            raise UnsoundFileError(f"{sheet}!{spot.name}: {value!r}")


def _is_same(found: object, content: Content) -> bool:
    if isinstance(content, Decimal):
        is_number = isinstance(found, int | float) and not isinstance(found, bool)
        return is_number and float(str(found)) == float(content)
    return str(found).strip() == content.strip()


def _read_by_calamine(data: bytes, spots: _SheetSpots) -> Iterator[tuple[_Cell, object]]:
    import python_calamine as calamine

    try:
        with calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
            for name, wanted in spots.items():
                sheet = workbook.get_sheet_by_name(name)
                left = (sheet.start or (0, 0))[1]
                for row, values in enumerate(sheet.iter_rows()):
                    for column, value in enumerate(values, left):
                        if (row, column) in wanted:
                            yield (name, Spot(row, column)), value
    except (calamine.CalamineError, OSError, ValueError) as error:
        raise UnsoundFileError(str(error)) from error


def _can_openpyxl_read(package: FormPackage) -> bool:
    """Tell whether it reads the form itself: it stumbles over some that Excel opens."""
    from openpyxl import load_workbook

    try:
        load_workbook(io.BytesIO(package.data), read_only=True, keep_links=False).close()
    except Exception:  # noqa: BLE001 - whatever it stumbles over was in the form before
        return False
    return True


def _read_by_openpyxl(data: bytes, spots: _SheetSpots) -> Iterator[tuple[_Cell, object]]:
    from openpyxl import load_workbook

    workbook = load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
    for name, wanted in spots.items():
        for row, cells in enumerate(workbook[name].iter_rows(values_only=True)):
            for column, value in enumerate(cells):
                if (row, column) in wanted:
                    yield (name, Spot(row, column)), value
    workbook.close()
