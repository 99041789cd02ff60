"""Web pages: paragraphs, headings and tables in page order; menus and the like are furniture, but stay."""

from collections.abc import Callable

from lxml import etree

from desktop.core.documents import BlockKind, Document, Format
from desktop.core.errors import RefusalCode, refuse
from desktop.core.readers.assembly import Assembly
from desktop.core.readers.encodings import declared_encoding, decode
from desktop.core.readers.legacy_letters import SHARE_IN_OLD_FILES, LegacyLetters
from desktop.core.readers.markup import parse_html
from desktop.core.readers.web_flow import Flow
from desktop.core.readers.web_furniture import main_element, without_menus
from desktop.core.readers.web_items import Paragraph, WebTable


def read_web(data: bytes, name: str, on_progress: Callable[[], None]) -> Document:
    """Return the document of a web page as a browser would show it, without scripts and styles."""
    root = parse_html(decode(data, name, declared_encoding(data)), name)
    _make_unicode(root)
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
    return assembly.document(Format.HTML)


def _make_unicode(root: etree._Element) -> None:
    """Turn what is written in the old fonts into Unicode, in the page's own elements."""
    letters = LegacyLetters(map(str, root.itertext()), SHARE_IN_OLD_FILES)
    if letters.is_plain:
        return
    for element in root.iter():
        if element.text:
            element.text = letters.decode(element.text)
        if element.tail:
            element.tail = letters.decode(element.tail)


def _kind(paragraph: Paragraph) -> BlockKind:
    if paragraph.is_furniture:
        return BlockKind.FURNITURE
    return BlockKind.HEADING if paragraph.level else BlockKind.PARAGRAPH
