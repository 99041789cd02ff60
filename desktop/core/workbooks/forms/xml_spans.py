"""Where the elements of an XML part stand in its bytes, so that a few of them are changed and no other byte.

Parts of a workbook are written by many programs: prefixes, order of attributes and spaces stay theirs.
"""

import codecs
import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple
from xml.parsers import expat

from desktop.core.errors import RefusalCode, refuse
from desktop.core.readers.markup import parse_xml

_TAG = re.compile(rb"""<(?:[^<>"']|"[^"]*"|'[^']*')*>""")
_ENCODING = re.compile(rb"""^\s*<\?xml[^>]*\bencoding=["']([^"']+)["']""")
_UTF_8 = ("utf-8", "utf8", "ascii", "us-ascii")


class Edit(NamedTuple):
    """Bytes [start, end) of a part to be replaced."""

    start: int
    end: int
    new: bytes


class Element(NamedTuple):
    """An element: its local name, its bytes [start, end), where its start tag ends and its end tag begins.

    Of one without content the start tag is all of it.
    """

    name: str
    start: int
    tag_end: int
    close: int
    end: int

    @property
    def is_empty(self) -> bool:
        """Tell whether it is written as one tag."""
        return self.tag_end == self.end


class Walker:
    """Walks through a part; what is to be done with its elements is for others to fill in.

    `path` holds the local names of the elements that are open.
    """

    def __init__(self, xml: bytes, name: str) -> None:
        self.xml = xml
        self.path: list[str] = []
        self._starts: list[int] = []
        self._parser = expat.ParserCreate()
        self._name = name

    def begin(self, name: str, start: int, attributes: Mapping[str, str]) -> None:
        """Take in the start of an element, `path` being that of its parents."""

    def finish(self, name: str, start: int, close: int) -> None:
        """Take in its end; `close` is where its end tag begins, or where it ends if it has none."""

    def text(self, data: str) -> None:
        """Take in a piece of text."""

    def walk(self) -> None:
        """Go through the part; raise RefusedError for one that is broken or declares a DTD."""
        self._parser.StartElementHandler = self._begin
        self._parser.EndElementHandler = self._finish
        self._parser.CharacterDataHandler = self.text
        self._parser.StartDoctypeDeclHandler = self._refuse_dtd
        try:
            self._parser.Parse(self.xml, True)
        except expat.ExpatError as error:
            raise refuse(RefusalCode.DAMAGED, self._name, error=str(error)) from error

    def element(self, name: str, start: int, close: int) -> Element:
        """Return the element that began at `start`, told by what `finish` is told."""
        tag_end = tag_end_of(self.xml, start)
        if self.xml[tag_end - 2 : tag_end] == b"/>":
            return Element(name, start, tag_end, tag_end, tag_end)
        return Element(name, start, tag_end, close, self.xml.index(b">", close) + 1)

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        start = self._parser.CurrentByteIndex
        self.begin(local, start, attributes)
        self.path.append(local)
        self._starts.append(start)

    def _finish(self, name: str) -> None:
        self.path.pop()
        self.finish(name.rpartition(":")[2], self._starts.pop(), self._parser.CurrentByteIndex)

    def _refuse_dtd(self, *_: object) -> None:
        raise refuse(RefusalCode.HAS_DTD, self._name)


class _Children(Walker):
    def __init__(self, xml: bytes, name: str) -> None:
        super().__init__(xml, name)
        self.found: list[Element] = []

    def finish(self, name: str, start: int, close: int) -> None:
        if len(self.path) <= 1:
            self.found.append(self.element(name, start, close))


def root_and_children(xml: bytes, name: str) -> tuple[Element, list[Element]]:
    """Return the root of a part and what stands right below it, in order."""
    children = _Children(xml, name)
    children.walk()
    return children.found[-1], children.found[:-1]


def tag_end_of(xml: bytes, start: int) -> int:
    """Return where the tag that begins at `start` ends."""
    match = _TAG.match(xml, start)
    return match.end() if match else start


def prefix_of(xml: bytes, element: Element) -> bytes:
    """Return the prefix of an element with its colon: b"x:", or b"" where there is none."""
    written = xml[element.start + 1 : element.tag_end]
    name = re.match(rb"[^\s/>]+", written)
    prefix, colon, _ = (name[0] if name else b"").rpartition(b":")
    return prefix + colon


def edited(xml: bytes, edits: Iterable[Edit]) -> bytes:
    """Return the part with these edits, none of them over another."""
    pieces: list[bytes] = []
    at = 0
    for edit in sorted(edits, key=lambda each: (each.start, each.end)):
        pieces += [xml[at : edit.start], edit.new]
        at = edit.end
    return b"".join([*pieces, xml[at:]])


def in_utf8(xml: bytes, name: str) -> bytes:
    """Return the part in UTF-8, byte for byte as it is where it is already."""
    encoding = _ENCODING.match(xml.removeprefix(codecs.BOM_UTF8))
    is_wide = xml.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in xml[:4]
    if not is_wide and (encoding is None or encoding[1].decode("ascii", "replace").lower() in _UTF_8):
        return xml
    from lxml import etree

    return etree.tostring(parse_xml(xml, name), xml_declaration=True, encoding="UTF-8", standalone=True)


def attribute(attributes: Mapping[str, str], name: str) -> str | None:
    """Return an attribute by its local name, whatever its prefix."""
    if name in attributes:
        return attributes[name]
    return next((value for key, value in attributes.items() if key.rpartition(":")[2] == name), None)
