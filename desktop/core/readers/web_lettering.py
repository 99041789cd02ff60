"""The old letters of a web page, element by element."""

from collections.abc import Callable, Iterator

from lxml import etree

from desktop.core.lettering.encoding import Encoding
from desktop.core.lettering.fonts import FontLetters
from desktop.core.lettering.lettering import Lettering
from desktop.core.readers.markup_lettering import MarkupLetters, TextNode
from desktop.core.readers.web_flow import BLOCKS, UNSEEN
from desktop.core.readers.web_fonts import WebFonts


def make_unicode(
    root: etree._Element, *, chosen: Encoding | None = None, is_bytes: bool = False
) -> Lettering:
    """Put Unicode in the place of the old letters of the page, and return what was made of them."""
    stretches = list(_stretches(root))
    letters = MarkupLetters(stretches, chosen=chosen, is_bytes=is_bytes)
    letters.rewrite(stretches)
    return letters.lettering()


def _stretches(root: etree._Element) -> Iterator[list[TextNode]]:
    """Yield the texts that stand between the breaks of the page."""
    fonts = WebFonts(root)
    around: list[FontLetters | None] = [None]
    stretch: list[TextNode] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        is_break = element.tag in BLOCKS or element.tag == "br"
        if is_break and stretch:
            yield stretch
            stretch = []
        if event == "start":
            said = fonts.said_by(element)
            around.append(around[-1] if said is None else said[0])
            if element.text and element.tag not in UNSEEN:
                stretch.append(TextNode(element.text, around[-1], _put_text(element)))
            continue
        around.pop()
        if element.tail:
            stretch.append(TextNode(element.tail, around[-1], _put_tail(element)))
    if stretch:
        yield stretch


def _put_text(element: etree._Element) -> Callable[[str], None]:
    def put(text: str) -> None:
        element.text = text

    return put


def _put_tail(element: etree._Element) -> Callable[[str], None]:
    def put(text: str) -> None:
        element.tail = text

    return put
