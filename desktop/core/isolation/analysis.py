"""What the reading process hands back: a file read and its figures extracted, or a page drawn."""

from dataclasses import dataclass

from desktop.core.documents import Format
from desktop.core.extraction.result import Extraction
from desktop.core.lettering.lettering import MODERN, Lettering


@dataclass(frozen=True, slots=True)
class Analysis:
    """A file with all that was read in it.

    `digest` is the SHA-256 of `data` in hexadecimal; `layout` with `text` makes the document again;
    `lettering` tells what old letters were read, and whether that is certain.
    """

    digest: str
    name: str
    data: bytes
    text: str
    layout: bytes
    extraction: Extraction
    format: Format
    lettering: Lettering = MODERN


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page as drawn: `pixels` are red, green, blue, rows from the top without padding."""

    width: int
    height: int
    pixels: bytes
