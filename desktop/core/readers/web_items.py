"""What a web page consists of, as the flow through it yields it."""

from dataclasses import dataclass

from desktop.core.readers.assembly import GridCell


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of text that a page sets apart; `indent` counts the hard spaces before it."""

    text: str
    level: int = 0
    is_furniture: bool = False
    is_emphasised: bool = False
    is_link: bool = False
    indent: int = 0


@dataclass(frozen=True, slots=True)
class WebTable:
    """A table of data, as opposed to one that only arranges a page."""

    cells: tuple[GridCell, ...]
