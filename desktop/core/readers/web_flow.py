"""The way through a web page in reading order: text gathered into paragraphs, tables of data set apart."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from lxml import etree

from desktop.core.readers.lines import as_superscript, continues_sentence, ends_sentence, starts_item
from desktop.core.readers.numbering import letters, roman
from desktop.core.readers.web_furniture import is_furniture
from desktop.core.readers.web_items import Paragraph, WebTable
from desktop.core.readers.web_tables import arranged, is_data_table

BLOCKS = frozenset(
    word
    for words in (
        "html body main article section header footer nav aside div address center p pre blockquote hr",
        "h1 h2 h3 h4 h5 h6 figure figcaption ul ol li menu dl dt dd form fieldset legend option details",
        "summary dialog table caption thead tbody tfoot tr th td",
    )
    for word in words.split()
)
UNSEEN = frozenset(
    ("head", "script", "style", "template", "noscript", "iframe", "object", "embed", "svg", "canvas")
)
_BOLD = frozenset(("b", "strong", "u"))
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)|text-decoration[^;]*underline", re.IGNORECASE)
_PLAIN_STYLE = re.compile(r"font-weight\s*:\s*(?:normal|[1-5]00)", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\n\r\f\u200b]+")
_LINK_SHARE = 0.9
_MAX_DIGITS = 10


@dataclass(frozen=True, slots=True)
class _Setting:
    """What holds for text because of the elements around it."""

    level: int = 0
    is_furniture: bool = False
    is_bold: bool = False
    is_link: bool = False
    is_preformatted: bool = False


class Flow:
    """The paragraphs and tables of a page; `main` is the element that holds its content, if it says so."""

    def __init__(self, main: etree._Element | None, on_progress: Callable[[], None]) -> None:
        self._main = main
        self._on_progress = on_progress
        self._pieces: list[tuple[str, _Setting]] = []
        self._item_numbers: dict[etree._Element, int] = {}

    def items(self, root: etree._Element, *, in_cell: bool = False) -> Iterator[Paragraph | WebTable]:
        """Yield what is below `root` in reading order."""
        setting = _Setting(is_furniture=self._main is not None and not in_cell)
        waiting: list[tuple[etree._Element, _Setting, Iterator[etree._Element]]] = []
        yield from self._enter(root, setting, waiting)
        while waiting:
            element, inner, children = waiting[-1]
            child = next(children, None)
            if child is not None:
                yield from self._enter(child, inner, waiting)
                continue
            waiting.pop()
            if element.tag in BLOCKS:
                yield from self._flush()
            if waiting:
                self._write(element.tail, waiting[-1][1])
        yield from self._flush()

    def _enter(
        self,
        element: etree._Element,
        outer: _Setting,
        waiting: list[tuple[etree._Element, _Setting, Iterator[etree._Element]]],
    ) -> Iterator[Paragraph | WebTable]:
        self._on_progress()
        tag = element.tag
        if not isinstance(tag, str) or tag in UNSEEN:
            self._write(element.tail, outer)
            return
        if tag in BLOCKS:
            yield from self._flush()
        setting = _within(element, outer, is_main=element is self._main)
        if tag == "table" and not setting.is_furniture and is_data_table(element):
            yield from self._table(element)
            self._write(element.tail, outer)
            return
        self._write_mark(element, setting)
        self._write(self._raised(element) if tag == "sup" else element.text, setting)
        waiting.append((element, setting, iter(() if tag == "sup" else element)))

    def _table(self, table: etree._Element) -> Iterator[Paragraph | WebTable]:
        for caption in table.iterchildren("caption"):
            yield from Flow(None, self._on_progress).items(caption, in_cell=True)
        yield WebTable(tuple(arranged(table, self._cell_text)))

    def _cell_text(self, cell: etree._Element) -> tuple[str, int]:
        items = list(Flow(None, self._on_progress).items(cell, in_cell=True))
        paragraphs = [item for item in items if isinstance(item, Paragraph)]
        indent = max(paragraphs[0].indent, _typed_spaces(cell)) if paragraphs else 0
        return "\n".join(paragraph.text for paragraph in paragraphs), indent

    def _raised(self, element: etree._Element) -> str:
        before = self._pieces[-1][0] if self._pieces else ""
        return as_superscript(before, "".join(str(text) for text in element.itertext()).strip())

    def _write_mark(self, element: etree._Element, setting: _Setting) -> None:
        if element.tag == "br":
            self._pieces.append(("\n", setting))
        elif element.tag == "li":
            self._pieces.append((self._list_mark(element), setting))

    def _list_mark(self, item: etree._Element) -> str:
        parent = item.getparent()
        if parent is None or parent.tag != "ol":
            return ""
        number = self._item_numbers.get(parent, _whole(parent.get("start"), 1))
        number = _whole(item.get("value"), number)
        self._item_numbers[parent] = number + 1
        return f"{_shown(number, parent.get('type', '1'))}. "

    def _write(self, text: str | None, setting: _Setting) -> None:
        if not text:
            return
        self._pieces.append((text if setting.is_preformatted else _SPACES.sub(" ", text), setting))

    def _flush(self) -> Iterator[Paragraph]:
        lines: list[list[tuple[str, _Setting]]] = [[]]
        for text, setting in self._pieces:
            first, *others = text.split("\n")
            lines[-1].append((first, setting))
            lines += ([(other, setting)] for other in others)
        self._pieces = []
        current: Paragraph | None = None
        for paragraph in map(_paragraph, lines):
            if current is not None and paragraph is not None and _goes_on(current, paragraph):
                current = _joined(current, paragraph)
                continue
            if current is not None:
                yield current
            current = paragraph
        if current is not None:
            yield current


def _typed_spaces(cell: etree._Element) -> int:
    """Return how many spaces a cell begins with that were typed: spreadsheets keep them, browsers do not."""
    first = next((str(text) for text in cell.itertext() if str(text)), "")
    margin = first[: len(first) - len(first.lstrip())]
    return 0 if "\n" in margin else _levels(len(margin))


def _levels(spaces: int) -> int:
    return (spaces + 1) // 2


def _within(element: etree._Element, outer: _Setting, *, is_main: bool) -> _Setting:
    tag, style = element.tag, element.get("style", "")
    is_bold = (outer.is_bold or tag in _BOLD or _BOLD_STYLE.search(style) is not None) and not (
        _PLAIN_STYLE.search(style)
    )
    level = int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456" else outer.level
    return _Setting(
        level=level,
        is_furniture=not is_main and (outer.is_furniture or is_furniture(element)),
        is_bold=is_bold,
        is_link=outer.is_link or tag == "a",
        is_preformatted=outer.is_preformatted or tag == "pre",
    )


def _shown(number: int, style: str) -> str:
    match style:
        case "a" | "A":
            return letters(number) if style == "a" else letters(number).upper()
        case "i" | "I":
            return roman(number).lower() if style == "i" else roman(number)
        case _:
            return str(number)


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < _MAX_DIGITS else otherwise


def _paragraph(line: list[tuple[str, _Setting]]) -> Paragraph | None:
    raw = "".join(text for text, _ in line)
    text = re.sub(r"  +", " ", raw).strip(" \t\n\r\f\v\xa0")
    if not text:
        return None
    seen = [(len("".join(piece.split())), setting) for piece, setting in line if piece.strip()]
    total = sum(length for length, _ in seen)
    linked = sum(length for length, setting in seen if setting.is_link)
    return Paragraph(
        text=text,
        level=max(setting.level for _, setting in seen),
        is_furniture=all(setting.is_furniture for _, setting in seen),
        is_emphasised=all(setting.is_bold for _, setting in seen),
        is_link=linked >= total * _LINK_SHARE,
        indent=_levels(raw[: len(raw) - len(raw.lstrip(" \xa0"))].count("\xa0")),
    )


def _goes_on(line: Paragraph, following: Paragraph) -> bool:
    """Tell whether what stands after a line break continues the sentence, or the heading, before it."""
    if line.level:
        return line.level == following.level
    is_open = not ends_sentence(line.text) and not starts_item(following.text)
    return is_open and continues_sentence(following.text)


def _joined(line: Paragraph, following: Paragraph) -> Paragraph:
    return replace(
        line,
        text=f"{line.text}\n{following.text}",
        is_emphasised=line.is_emphasised and following.is_emphasised,
    )
