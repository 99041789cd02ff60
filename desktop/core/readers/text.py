"""Plain text: the text as in the file, its lines gathered into paragraphs by how it was broken."""

from collections.abc import Callable, Iterator, Sequence

from desktop.core.documents import Block, BlockKind, Document, Format, Table
from desktop.core.errors import RefusalCode, refuse
from desktop.core.lettering.change import applied
from desktop.core.lettering.encoding import Encoding
from desktop.core.readers.encodings import decode
from desktop.core.readers.text_cells import TextTable
from desktop.core.readers.text_lettering import TextLetters
from desktop.core.readers.text_lines import Lines, lines_of
from desktop.core.readers.text_paragraphs import paragraphs_of
from desktop.core.readers.text_tables import tables_in


def read_text(
    data: bytes, name: str, on_progress: Callable[[], None], chosen: Encoding | None = None
) -> Document:
    """Return the document of a plain text, its text as in the file after dropping BOM and CR before LF.

    Letters of an old encoding are read in Unicode; `readers.origins` leads back to their bytes.
    """
    decoded = decode(data, name, chosen=chosen)
    on_progress()
    letters = TextLetters(decoded, chosen)
    text = applied(decoded.text, letters.changes()).replace("\r\n", "\n")
    on_progress()
    lines = lines_of(text)
    if not lines.texts:
        raise refuse(RefusalCode.IS_EMPTY, name)
    found = tables_in(text, lines)
    tables = tuple(Table(table.start, table.end_at, table.cells) for table in found)
    blocks = tuple(_blocks(text, lines, found))
    return Document(Format.TXT, text, blocks, tables, lettering=letters.lettering())


def _blocks(text: str, lines: Lines, tables: Sequence[TextTable]) -> Iterator[Block]:
    """Yield the tables and, between them, the paragraphs; a header in a title parts it from the table."""
    apart = [(table.first, table.end) for table in tables]
    rest = iter(tables)
    table = next(rest, None)
    for start, end in paragraphs_of(lines, apart):
        while table is not None and table.end_at <= start:
            yield Block(BlockKind.TABLE, table.start, table.end_at)
            table = next(rest, None)
        if table is not None and table.start < end:
            end = start + len(text[start : table.start].rstrip(" ("))
        yield Block(BlockKind.PARAGRAPH, start, end)
    while table is not None:
        yield Block(BlockKind.TABLE, table.start, table.end_at)
        table = next(rest, None)
