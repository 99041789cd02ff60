"""Which elements of a web page name a font: by `face`, by `style`, by a rule of its style sheets."""

import re
from collections.abc import Iterable

from lxml import etree

from desktop.core.lettering.fonts import FontLetters, letters_of_font

_FAMILY = re.compile(r"""font-family\s*:\s*(["']?)([^"',;}]+)\1""", re.IGNORECASE)
_SHORTHAND = re.compile(r"""(?<![\w-])font\s*:[^;}]*?\d[\w.%/]*\s+(["']?)([^"',;}]+)\1""", re.IGNORECASE)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_SELECTOR = re.compile(r"([a-zA-Z][\w-]*|\*)?(?:\.([\w-]+))?\Z")
_REMARK = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)

Said = tuple[FontLetters | None] | None
"""What an element says of the font: nothing, or in a tuple what the font makes of letters."""


class WebFonts:
    """The fonts that elements of a page name; of a style sheet only rules for a class, a name, or both."""

    def __init__(self, root: etree._Element) -> None:
        self._rules: dict[tuple[str, str], FontLetters | None] = {}
        for sheet in root.iter("style"):
            self._add(_REMARK.sub("", "".join(map(str, sheet.itertext()))))

    def said_by(self, element: etree._Element) -> Said:
        """Return what `element` itself says of the font."""
        if (said := _said(str(element.get("style") or ""))) is not None:
            return said
        tag = str(element.tag)
        if tag == "font" and (face := element.get("face")):
            return (letters_of_font(str(face).split(",")[0]),)
        classes = str(element.get("class") or "").split()
        return self._ruled([*((tag, each) for each in classes), *(("", each) for each in classes), (tag, "")])

    def _ruled(self, keys: Iterable[tuple[str, str]]) -> Said:
        return next(((self._rules[key],) for key in keys if key in self._rules), None)

    def _add(self, sheet: str) -> None:
        for rule in _RULE.finditer(sheet):
            said = _said(rule[2])
            if said is None:
                continue
            for selector in rule[1].split(","):
                if found := _SELECTOR.match(selector.strip()):
                    tag = (found[1] or "").lower().replace("*", "")
                    self._rules[tag, found[2] or ""] = said[0]


def _said(declarations: str) -> Said:
    found = _FAMILY.search(declarations) or _SHORTHAND.search(declarations)
    return None if found is None else (letters_of_font(found[2]),)
