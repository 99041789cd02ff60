"""Which runs of a Word file are in old fonts: by their properties, their styles, the defaults of the file."""

from lxml import etree

from desktop.core.lettering.fonts import FontLetters, letters_of_font
from desktop.core.readers.word_xml import attribute, child, children

_NAMES = ("hAnsi", "ascii")
_THEMES = ("hAnsiTheme", "asciiTheme")

_Said = tuple[FontLetters | None] | None
"""What properties say of the font: nothing, or in a tuple what it makes of letters."""


class WordFonts:
    """The fonts of a document's runs; `styles` is the root of its styles, None if it has none."""

    def __init__(self, styles: etree._Element | None) -> None:
        self._elements = {attribute(each, "styleId"): each for each in children(styles, "style")}
        self._default = next((key for key, each in self._elements.items() if _is_default(each)), None)
        self._said_by_style: dict[str | None, _Said] = {}
        self._of_all = _said(child(styles, "docDefaults", "rPrDefault", "rPr"))

    def letters(self, run: etree._Element, paragraph: etree._Element) -> FontLetters | None:
        """Return what the font of `run` makes of letters, None for a new font."""
        properties = child(run, "rPr")
        named = attribute(child(paragraph, "pPr", "pStyle"))
        said = (
            _said(properties)
            or self._said_by(attribute(child(properties, "rStyle")))
            or self._said_by(self._default if named is None else named)
            or self._of_all
        )
        return None if said is None else said[0]

    def _said_by(self, style: str | None) -> _Said:
        if style not in self._said_by_style:
            self._said_by_style[style] = self._resolved(style)
        return self._said_by_style[style]

    def _resolved(self, style: str | None) -> _Said:
        seen: list[etree._Element] = []
        element = self._elements.get(style)
        while element is not None and element not in seen:
            if said := _said(child(element, "rPr")):
                return said
            seen.append(element)
            element = self._elements.get(attribute(child(element, "basedOn")))
        return None


def _said(properties: etree._Element | None) -> _Said:
    fonts = child(properties, "rFonts")
    if any(attribute(fonts, theme) for theme in _THEMES):
        return (None,)
    names = [name for name in (attribute(fonts, each) for each in _NAMES) if name]
    if not names:
        return None
    return (next((letters for letters in map(letters_of_font, names) if letters is not None), None),)


def _is_default(style: etree._Element) -> bool:
    return attribute(style, "type") == "paragraph" and attribute(style, "default") in ("1", "true", "on")
