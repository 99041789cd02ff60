"""Where something stands in a report. No imports from the rest of the program."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points from the page's top left corner."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Place:
    """A source place: always a text span, and the page and boxes or the sheet and cell where there are such.

    `start` and `end` count code points in the document's text, end exclusive; `page` counts from 1.
    """

    start: int
    end: int
    page: int | None = None
    boxes: tuple[Box, ...] = ()
    sheet: str | None = None
    cell: str | None = None

    @property
    def is_empty(self) -> bool:
        """Tell whether no text stands there."""
        return not 0 <= self.start < self.end

    def is_same_span(self, other: "Place") -> bool:
        """Tell whether both are the same stretch of the text."""
        return (self.start, self.end) == (other.start, other.end)

    def __str__(self) -> str:
        """Return the place as a person cites it: "16.CPI!C12", "trang 3", or the offsets."""
        if self.sheet is not None:
            return f"{self.sheet}!{self.cell}"
        if self.page is not None:
            return f"trang {self.page}"
        return f"{self.start}–{self.end}"
