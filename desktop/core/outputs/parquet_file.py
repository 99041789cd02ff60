"""Figures as a Parquet file: decimals exact, times in UTC, meanings beside the names.

A decimal column has 38 digits, ten of them after the point, or as many as its longest number needs. Where 38
digits do not hold all its numbers, the column holds them as texts, exact, and a column `NAME_float64` beside
it what a binary number holds of them.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from operator import attrgetter
from typing import IO, Any

import pyarrow as pa
import pyarrow.parquet as pq

from desktop.core.figures import plain
from desktop.core.messages import Language
from desktop.core.outputs.about_export import AboutExport
from desktop.core.outputs.columns import Column, ColumnType, columns
from desktop.core.outputs.decimal_shapes import DecimalShape, decimal_shapes
from desktop.core.outputs.figure_rows import FigureRow, figure_rows
from desktop.core.outputs.letters import Letters
from desktop.core.workbooks.content import WorkbookContent
from desktop.core.workbooks.watching import Watch

MOST_DIGITS = 38
USUAL_SCALE = 10
BESIDE = "_float64"

_ROWS_AT_ONCE = 10_000


@dataclass(frozen=True, slots=True)
class _Stored:
    """A column of the file: its field, the attribute of the row it comes from, and how values are stored."""

    field: Any
    name: str
    convert: Callable[[Any], Any]


def write_parquet(content: WorkbookContent, file: IO[bytes], watch: Watch | None = None) -> int:
    """Write the figures of `content` to `file`, 10,000 rows to a group.

    Return in how many texts letters were replaced that cannot be written.
    """
    letters = Letters(has_controls=True)
    stored = _stored(content, letters)
    properties = {key: letters.fit(value) for key, value in AboutExport.of(content).properties().items()}
    schema = pa.schema([each.field for each in stored], metadata=properties)
    with pq.ParquetWriter(file, schema, compression="zstd") as writer:
        for rows in _batches(figure_rows(content, watch)):
            arrays = [_array(each, rows) for each in stored]
            writer.write_table(pa.Table.from_arrays(arrays, schema=schema))
    return letters.replaced


def scale_of(shape: DecimalShape) -> int | None:
    """Return how many decimals a column of this shape has, None where 38 digits do not hold it."""
    for scale in (max(USUAL_SCALE, shape.decimals), shape.decimals):
        if shape.whole + scale <= MOST_DIGITS:
            return scale
    return None


def _stored(content: WorkbookContent, letters: Letters) -> list[_Stored]:
    shapes, kinds = decimal_shapes(content), _kinds(letters)
    found: list[_Stored] = []
    for column in columns():
        if column.type is ColumnType.DECIMAL:
            found += _decimal(column, scale_of(shapes[column.name]))
        else:
            kind, convert = kinds[column.type]
            found.append(_Stored(_field(column, column.name, kind), column.name, convert))
    return found


def _decimal(column: Column, scale: int | None) -> Iterator[_Stored]:
    if scale is None:
        yield _Stored(_field(column, column.name, pa.string()), column.name, plain)
        yield _Stored(_field(column, column.name + BESIDE, pa.float64()), column.name, float)
    else:
        kind = pa.decimal128(MOST_DIGITS, scale)
        yield _Stored(_field(column, column.name, kind), column.name, _as_it_is)


def _field(column: Column, name: str, kind: Any) -> Any:
    told = {str(language): column.meaning(language) for language in Language}
    return pa.field(name, kind, metadata=told)


def _array(stored: _Stored, rows: Sequence[FigureRow]) -> Any:
    value_of, convert = attrgetter(stored.name), stored.convert
    values = [None if value is None else convert(value) for value in map(value_of, rows)]
    return pa.array(values, stored.field.type)


def _batches(rows: Iterator[FigureRow]) -> Iterator[list[FigureRow]]:
    """Yield the rows some at a time; of no rows at all one empty batch, so that the file has its columns."""
    batch = list(islice(rows, _ROWS_AT_ONCE))
    yield batch
    while batch := list(islice(rows, _ROWS_AT_ONCE)):
        yield batch


def _as_it_is(value: Any) -> Any:
    return value


def _kinds(letters: Letters) -> dict[ColumnType, tuple[Any, Callable[[Any], Any]]]:
    """Return the types of all columns but decimals, and how their values are stored."""

    def texts(values: tuple[str, ...]) -> list[str]:
        return [letters.fit(value) for value in values]

    return {
        ColumnType.TEXT: (pa.string(), letters.fit),
        ColumnType.CHOICE: (pa.dictionary(pa.int32(), pa.string()), letters.fit),
        ColumnType.TEXTS: (pa.list_(pa.string()), texts),
        ColumnType.INTEGER: (pa.int64(), int),
        ColumnType.NUMBER: (pa.float64(), float),
        ColumnType.BOOLEAN: (pa.bool_(), bool),
        ColumnType.DATE: (pa.date32(), _as_it_is),
        ColumnType.TIME: (pa.timestamp("us", tz="UTC"), _as_it_is),
    }
