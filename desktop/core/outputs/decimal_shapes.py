"""How many digits the numbers of a column take, so that a type can be chosen that holds them all exactly."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from desktop.core.figures import Value
from desktop.core.outputs.figure_rows import machine_reading
from desktop.core.workbooks.content import WorkbookContent


@dataclass(frozen=True, slots=True)
class DecimalShape:
    """The most digits before and after the point."""

    whole: int = 0
    decimals: int = 0

    @classmethod
    def of(cls, number: Decimal) -> "DecimalShape":
        """Return the shape of one number; zeros at its end take no decimals."""
        _sign, digits, exponent = number.as_tuple()
        if not isinstance(exponent, int):
            raise ValueError(f"no finite number: {number}")
        if not any(digits):
            return cls()
        zeros = next(count for count, digit in enumerate(reversed(digits)) if digit)
        return cls(max(0, len(digits) + exponent), max(0, -(exponent + zeros)))

    def __or__(self, other: "DecimalShape") -> "DecimalShape":
        """Return the shape that holds both."""
        return DecimalShape(max(self.whole, other.whole), max(self.decimals, other.decimals))


def decimal_shapes(content: WorkbookContent) -> dict[str, DecimalShape]:
    """Return the shape of every decimal column, by its name."""
    shapes: defaultdict[str, DecimalShape] = defaultdict(DecimalShape)
    for report in content.reports:
        for figure in report.figures:
            read = machine_reading(figure)
            for name, number in (
                *_parts("", figure.effective.value),
                *(_parts("read_", read.value) if read else ()),
            ):
                shapes[name] |= DecimalShape.of(number)
    return shapes


def _parts(prefix: str, value: Value) -> Iterator[tuple[str, Decimal]]:
    yield f"{prefix}value", value.number
    if value.high is not None:
        yield f"{prefix}value_high", value.high
    if value.of is not None:
        yield f"{prefix}value_of", value.of
