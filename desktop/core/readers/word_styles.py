"""Word's styles, each with what it takes over from the styles it is based on."""

import re
from dataclasses import dataclass

from lxml import etree

from desktop.core.readers.word_xml import attribute, child, children, switch, whole

BODY_TEXT = 9
_HEADING_NAME = re.compile(r"heading ([1-9])$", re.IGNORECASE)
_CONTENTS_NAME = re.compile(r"(?:toc ?[1-9]|table of figures)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph or a run gets from its style; None where the style says nothing of it.

    `outline` is the outline level from 0, 9 for body text; `numbering` is the element that numbers lists.
    """

    outline: int | None = None
    is_strong: bool | None = None
    is_hidden: bool | None = None
    is_contents: bool = False
    numbering: etree._Element | None = None
    indent: int | None = None


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements = {attribute(element, "styleId"): element for element in children(root, "style")}
        self._known: dict[str | None, Style] = {}
        self._default = next(
            (key for key, element in self._elements.items() if _is_default_paragraph(element)), None
        )

    def of(self, style_id: str | None) -> Style:
        """Return the style `style_id`; the default paragraph style for None."""
        key = style_id if style_id is not None else self._default
        if key not in self._known:
            self._known[key] = self._resolved(key)
        return self._known[key]

    def named(self, style_id: str | None) -> Style:
        """Return the style of a run: nothing for None."""
        return Style() if style_id is None else self.of(style_id)

    def _resolved(self, key: str | None) -> Style:
        chain: list[etree._Element] = []
        element = self._elements.get(key)
        while element is not None and element not in chain:
            chain.append(element)
            element = self._elements.get(attribute(child(element, "basedOn")))
        style = Style()
        for ancestor in reversed(chain):
            style = _extended(style, ancestor)
        return style


def is_strong(properties: etree._Element | None) -> bool | None:
    """Return whether run properties make text bold or underlined, None where they say nothing."""
    bold, line = switch(properties, "b"), switch(properties, "u")
    return bold if bold or line is None else line


def indent_of(properties: etree._Element | None) -> int | None:
    """Return the indentation of paragraph properties in twentieths of a point, None where nothing is said."""
    element = child(properties, "ind")
    left = whole(element, "left")
    return whole(element, "start") if left is None else left


def _is_default_paragraph(element: etree._Element) -> bool:
    return attribute(element, "type") == "paragraph" and attribute(element, "default") in ("1", "true", "on")


def _extended(style: Style, element: etree._Element) -> Style:
    paragraph, run = child(element, "pPr"), child(element, "rPr")
    name = attribute(child(element, "name")) or ""
    outline = whole(child(paragraph, "outlineLvl"))
    if outline is None:
        outline = _outline_of_name(name)
    strong, hidden, numbering = is_strong(run), switch(run, "vanish"), child(paragraph, "numPr")
    indent = indent_of(paragraph)
    return Style(
        outline=style.outline if outline is None else outline,
        is_strong=style.is_strong if strong is None else strong,
        is_hidden=style.is_hidden if hidden is None else hidden,
        is_contents=_CONTENTS_NAME.match(name) is not None,
        numbering=style.numbering if numbering is None else numbering,
        indent=style.indent if indent is None else indent,
    )


def _outline_of_name(name: str) -> int | None:
    if found := _HEADING_NAME.match(name):
        return int(found[1]) - 1
    return 0 if name.lower() == "title" else None
