"""What the reading process hands back: a file read and its figures extracted, or a page drawn."""

from dataclasses import dataclass

from desktop.core.documents import Format
from desktop.core.extraction.result import Extraction


@dataclass(frozen=True, slots=True)
class Analysis:
    """A file with all that was read in it.

    `digest` is the SHA-256 of `data` in hexadecimal; `layout` with `text` makes the document again.
    """

    digest: str
    name: str
    data: bytes
    text: str
    layout: bytes
    extraction: Extraction
    format: Format


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page as drawn: `pixels` are red, green, blue, rows from the top without padding."""

    width: int
    height: int
    pixels: bytes
