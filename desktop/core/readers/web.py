"""Web pages: paragraphs, headings and tables in page order; menus and the like are furniture, but stay."""

from collections.abc import Callable
from dataclasses import replace

from desktop.core.documents import BlockKind, Document, Format
from desktop.core.errors import RefusalCode, refuse
from desktop.core.lettering.encoding import Encoding
from desktop.core.readers.assembly import Assembly
from desktop.core.readers.encodings import declared_encoding, decode
from desktop.core.readers.markup import parse_html
from desktop.core.readers.web_flow import Flow
from desktop.core.readers.web_furniture import main_element, without_menus
from desktop.core.readers.web_items import Paragraph, WebTable
from desktop.core.readers.web_lettering import make_unicode


def read_web(
    data: bytes, name: str, on_progress: Callable[[], None], chosen: Encoding | None = None
) -> Document:
    """Return the document of a web page as a browser would show it, without scripts and styles."""
    decoded = decode(data, name, declared_encoding(data), chosen)
    root = parse_html(decoded.text, name)
    lettering = make_unicode(root, chosen=chosen, is_bytes=decoded.is_bytes)
    on_progress()
    flow = Flow(main_element(root), on_progress)
    assembly = Assembly()
    for item in without_menus(flow.items(root)):
        if isinstance(item, WebTable):
            assembly.add_table(item.cells)
        else:
            assembly.add_block(_kind(item), item.text, level=item.level, is_emphasised=item.is_emphasised)
    if not assembly.length:
        raise refuse(RefusalCode.IS_EMPTY, name)
    return replace(assembly.document(Format.HTML), lettering=lettering)


def _kind(paragraph: Paragraph) -> BlockKind:
    if paragraph.is_furniture:
        return BlockKind.FURNITURE
    return BlockKind.HEADING if paragraph.level else BlockKind.PARAGRAPH
