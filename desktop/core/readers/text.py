"""Plain text: the text as in the file, its lines gathered into paragraphs by how it was broken."""

from collections.abc import Callable

from desktop.core.documents import Block, BlockKind, Document, Format
from desktop.core.errors import RefusalCode, refuse
from desktop.core.readers.encodings import decode
from desktop.core.readers.text_lines import lines_of
from desktop.core.readers.text_paragraphs import paragraphs_of


def read_text(data: bytes, name: str, on_progress: Callable[[], None]) -> Document:
    """Return the document of a plain text, its text as in the file after dropping BOM and CR before LF."""
    text = decode(data, name).replace("\r\n", "\n")
    on_progress()
    lines = lines_of(text)
    if not lines.texts:
        raise refuse(RefusalCode.IS_EMPTY, name)
    blocks = [Block(BlockKind.PARAGRAPH, start, end) for start, end in paragraphs_of(lines)]
    return Document(Format.TXT, text, tuple(blocks))
