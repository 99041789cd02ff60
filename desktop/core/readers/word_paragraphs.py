"""A Word paragraph as its reader sees it: insertions kept, deletions and hidden text left out."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from desktop.core.readers.legacy_letters import SOFT_HYPHEN, LegacyLetters
from desktop.core.readers.lines import as_superscript
from desktop.core.readers.word_numbering import Numbering
from desktop.core.readers.word_styles import BODY_TEXT, Style, Styles, indent_of, is_strong
from desktop.core.readers.word_xml import attribute, child, local, switch, whole

_UNSEEN = frozenset(("del", "moveFrom", "instrText", "delText", "delInstrText", "Fallback", "fldData", "rt"))
_PROPERTIES = frozenset(("pPr", "rPr", "sdtPr", "sdtEndPr", "tcPr", "oMathParaPr", "fPr", "ctrlPr"))
_NOTE_MARKS = frozenset(("annotationRef", "footnoteRef", "endnoteRef", "separator", "continuationSeparator"))
_DROPPED = _UNSEEN | _PROPERTIES | _NOTE_MARKS
_CHARACTERS = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "-",
    "softHyphen": SOFT_HYPHEN,
}
_SYMBOL = "•"
_TWENTIETHS_PER_INDENT = 284


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its automatic number; `boxes` are the text boxes anchored in it.

    `level` is the heading level from 1, 0 for body text; `goes_on` says that the mark at its end is deleted.
    """

    text: str
    level: int = 0
    is_emphasised: bool = False
    is_contents: bool = False
    indent: int = 0
    goes_on: bool = False
    boxes: tuple[etree._Element, ...] = ()


@dataclass(slots=True)
class _Gathering:
    """What is gathered while the runs of one paragraph are walked."""

    style: Style
    pieces: list[str] = field(default_factory=list)
    is_strong: list[bool] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)


class Paragraphs:
    """Reads the paragraphs of a document, one after another; `note_mark` numbers the notes they refer to.

    `letters` makes Unicode of what is written in the old fonts.
    """

    def __init__(
        self,
        styles: Styles,
        numbering: Numbering,
        letters: LegacyLetters,
        note_mark: Callable[[str, str], str],
    ) -> None:
        self._letters = letters
        self._styles = styles
        self._numbering = numbering
        self._note_mark = note_mark

    def read(self, element: etree._Element) -> Paragraph:
        """Return the paragraph `element`, counting its list on."""
        properties = child(element, "pPr")
        style = self._styles.of(attribute(child(properties, "pStyle")))
        gathering = _Gathering(style)
        self._gather(element, gathering)
        text = self._letters.decode("".join(gathering.pieces)).replace(SOFT_HYPHEN, "")
        indent = indent_of(properties)
        outline = whole(child(properties, "outlineLvl"))
        outline = style.outline if outline is None else outline
        return Paragraph(
            text=self._mark(properties, style) + text,
            level=outline + 1 if outline is not None and 0 <= outline < BODY_TEXT else 0,
            is_emphasised=bool(gathering.is_strong) and all(gathering.is_strong),
            is_contents=style.is_contents,
            indent=max(0, (style.indent or 0) if indent is None else indent) // _TWENTIETHS_PER_INDENT,
            goes_on=child(properties, "rPr", "del") is not None,
            boxes=tuple(gathering.boxes),
        )

    def _mark(self, properties: etree._Element | None, style: Style) -> str:
        own = child(properties, "numPr")
        depth = whole(child(own, "ilvl"))
        num_id = attribute(child(own, "numId"))
        if num_id is None:
            num_id = attribute(child(style.numbering, "numId"))
        if depth is None:
            depth = whole(child(style.numbering, "ilvl")) or 0
        return self._numbering.mark(num_id, depth)

    def _gather(self, element: etree._Element, into: _Gathering) -> None:
        for inner in element:
            name = local(inner)
            if name == "r":
                self._gather_run(inner, into)
            elif name == "txbxContent":
                into.boxes.append(inner)
            elif name == "AlternateContent":
                self._gather(_chosen(inner), into)
            elif name == "f":
                self._gather_fraction(inner, into)
            elif name not in _DROPPED:
                self._gather_leaf(inner, name, into)
                self._gather(inner, into)

    def _gather_run(self, run: etree._Element, into: _Gathering) -> None:
        properties = child(run, "rPr")
        style = self._styles.named(attribute(child(properties, "rStyle")))
        if _first(switch(properties, "vanish"), style.is_hidden, into.style.is_hidden):
            return
        start = len(into.pieces)
        self._gather(run, into)
        text = "".join(into.pieces[start:])
        if attribute(child(properties, "vertAlign")) == "superscript" and text.strip():
            into.pieces[start:] = [as_superscript("".join(into.pieces[max(0, start - 3) : start]), text)]
        if text.strip():
            into.is_strong.append(_first(is_strong(properties), style.is_strong, into.style.is_strong))

    def _gather_leaf(self, element: etree._Element, name: str, into: _Gathering) -> None:
        if name == "t":
            into.pieces.append(element.text or "")
        elif name in _CHARACTERS:
            into.pieces.append(_CHARACTERS[name])
        elif name == "sym":
            into.pieces.append(_symbol(element))
        elif name in ("footnoteReference", "endnoteReference"):
            mark = self._note_mark(name.removesuffix("Reference"), attribute(element, "id") or "")
            into.pieces.append(
                as_superscript("", mark) if attribute(element, "customMarkFollows") is None else ""
            )

    def _gather_fraction(self, fraction: etree._Element, into: _Gathering) -> None:
        for index, name in enumerate(("num", "den")):
            into.pieces.append("/" * index)
            part = child(fraction, name)
            if part is not None:
                self._gather(part, into)


def _chosen(alternatives: etree._Element) -> etree._Element:
    """Return the first of several renderings of the same thing, the last resort where there is no other."""
    choice = child(alternatives, "Choice")
    if choice is None:
        choice = child(alternatives, "Fallback")
    return alternatives if choice is None else choice


def _first(*values: bool | None) -> bool:
    return next((value for value in values if value is not None), False)


def _symbol(element: etree._Element) -> str:
    try:
        character = chr(int(attribute(element, "char") or "", 16))
    except (ValueError, OverflowError):
        return _SYMBOL
    return character if character.isprintable() and not "\ue000" <= character <= "\uf8ff" else _SYMBOL


def raw_texts(element: etree._Element) -> Iterator[str]:
    """Yield the texts of the paragraphs below `element` as their fonts have them, soft hyphens left out."""
    for paragraph in element.iter("{*}p"):
        yield "".join(str(text) for text in paragraph.itertext()).replace(SOFT_HYPHEN, "")


def paragraphs_of(element: etree._Element) -> Iterator[etree._Element]:
    """Yield the paragraphs and tables of `element` in order, those in controls and insertions too."""
    for inner in element:
        name = local(inner)
        if name in ("p", "tbl"):
            yield inner
        elif name not in _DROPPED and name not in ("sectPr", "tblGrid", "tblPr", "trPr"):
            yield from paragraphs_of(inner if name != "AlternateContent" else _chosen(inner))
