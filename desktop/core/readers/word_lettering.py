"""The old letters of a Word file, run by run."""

from collections.abc import Iterator

from lxml import etree

from desktop.core.lettering.encoding import Encoding
from desktop.core.lettering.lettering import Lettering
from desktop.core.readers.markup_lettering import MarkupLetters, Put, TextNode
from desktop.core.readers.word_fonts import WordFonts
from desktop.core.readers.word_xml import local

SOFT_HYPHEN = "\xad"
_BREAKS = frozenset(("tab", "ptab", "br", "cr"))


class WordLetters:
    """Reads the old letters of a file's parts; `body` is what is judged by content."""

    def __init__(
        self, body: etree._Element, styles: etree._Element | None, chosen: Encoding | None = None
    ) -> None:
        self._fonts = WordFonts(styles)
        self._letters = MarkupLetters(self._stretches(body), chosen=chosen)

    def rewrite(self, part: etree._Element) -> None:
        """Put Unicode in the place of the old letters in `part`."""
        self._letters.rewrite(self._stretches(part))

    def lettering(self) -> Lettering:
        """Return what was made of the letters."""
        return self._letters.lettering()

    def _stretches(self, part: etree._Element) -> Iterator[list[TextNode]]:
        return (list(self._nodes(paragraph)) for paragraph in part.iter("{*}p"))

    def _nodes(self, paragraph: etree._Element) -> Iterator[TextNode]:
        """Yield the texts of a paragraph, but not those of the paragraphs in boxes anchored in it."""
        for run in paragraph.iter("{*}r"):
            if next(run.iterancestors("{*}p"), None) is not paragraph:
                continue
            letters = self._fonts.letters(run, paragraph)
            for inner in run:
                name = local(inner)
                if name == "t":
                    yield TextNode(inner.text or "", letters, _put_text(inner))
                elif name == "softHyphen":
                    # Word keeps so what the old fonts show as "ư".
                    yield TextNode(SOFT_HYPHEN, letters, _put_text(inner))
                elif name in _BREAKS:
                    yield TextNode(" ")


def _put_text(element: etree._Element) -> Put:
    def put(text: str) -> None:
        element.tag = element.tag.rpartition("}")[0] + "}t"
        element.text = text

    return put
