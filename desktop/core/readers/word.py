"""Word files through their XML in document order: nothing that the reader of a page would see is left out."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from lxml import etree

from desktop.core.documents import BlockKind, Document, Format
from desktop.core.errors import RefusalCode, refuse
from desktop.core.lettering.encoding import Encoding
from desktop.core.readers.archives import Archive
from desktop.core.readers.assembly import Assembly
from desktop.core.readers.lines import as_superscript
from desktop.core.readers.word_lettering import WordLetters
from desktop.core.readers.word_numbering import Numbering
from desktop.core.readers.word_package import Package
from desktop.core.readers.word_paragraphs import Paragraph, Paragraphs, paragraphs_of
from desktop.core.readers.word_styles import Styles
from desktop.core.readers.word_tables import arranged, cells_of, is_layout, rows_of
from desktop.core.readers.word_xml import attribute, child, children, local

_ORDINARY_NOTE = (None, "normal")


def read_word(
    data: bytes, name: str, on_progress: Callable[[], None], chosen: Encoding | None = None
) -> Document:
    """Return the document of a .docx: its headers, its body, its notes, its footers."""
    with Archive(data, name) as archive:
        for _part in archive.xml_parts():
            on_progress()
        package = Package(archive, name)
        body = child(package.main(), "body")
        if body is None:
            raise refuse(RefusalCode.DAMAGED, name)
        letters = WordLetters(body, package.part("styles"), chosen)
        letters.rewrite(body)
        reading = _Reading(package, letters, on_progress)
        reading.add_furniture("header")
        reading.add(body)
        reading.add_notes()
        reading.add_furniture("footer")
    if not reading.assembly.length:
        raise refuse(RefusalCode.IS_EMPTY, name)
    return replace(reading.assembly.document(Format.DOCX), lettering=letters.lettering())


class _Reading:
    """One Word file being read into an assembly."""

    def __init__(self, package: Package, letters: WordLetters, on_progress: Callable[[], None]) -> None:
        self.assembly = Assembly()
        self._letters = letters
        self._package = package
        self._on_progress = on_progress
        self._notes: dict[tuple[str, str], str] = {}
        self._styles = Styles(package.part("styles"))
        self._paragraphs = Paragraphs(self._styles, Numbering(package.part("numbering")), self._note_mark)

    def add(self, element: etree._Element) -> None:
        """Add the paragraphs and tables of `element`, text boxes after the paragraph that holds them."""
        held = ""
        for inner in paragraphs_of(element):
            self._on_progress()
            if local(inner) == "tbl":
                self._add_table(inner)
                continue
            paragraph = self._paragraphs.read(inner)
            if paragraph.goes_on:
                held += paragraph.text
                continue
            self._add_paragraph(paragraph, held + paragraph.text)
            held = ""
            for box in paragraph.boxes:
                self.add(box)
        self.assembly.add_block(BlockKind.PARAGRAPH, held)

    def add_notes(self) -> None:
        """Add the notes in the order in which they are referred to, each after its mark."""
        notes = {
            (kind, attribute(note, "id") or ""): note
            for kind in ("footnote", "endnote")
            for part in self._package.parts(f"{kind}s")
            for note in children(self._in_unicode(part), kind)
            if attribute(note, "type") in _ORDINARY_NOTE
        }
        for key, mark in list(self._notes.items()):
            if key in notes:
                text = "\n".join(self._texts(paragraphs_of(notes[key])))
                self.assembly.add_block(BlockKind.PARAGRAPH, f"{as_superscript('', mark)} {text.strip()}")

    def add_furniture(self, kind: str) -> None:
        """Add the text of the headers, or the footers, once each."""
        seen: set[str] = set()
        for part in self._package.parts(kind):
            for text in self._texts(paragraphs_of(self._in_unicode(part))):
                if text.strip() not in seen:
                    seen.add(text.strip())
                    self.assembly.add_block(BlockKind.FURNITURE, text)

    def _in_unicode(self, part: etree._Element) -> etree._Element:
        self._letters.rewrite(part)
        return part

    def _add_paragraph(self, paragraph: Paragraph, text: str) -> None:
        kind = BlockKind.HEADING if paragraph.level else BlockKind.PARAGRAPH
        if paragraph.is_contents:
            kind = BlockKind.FURNITURE
        level = paragraph.level if kind is BlockKind.HEADING else 0
        self.assembly.add_block(kind, text, level=level, is_emphasised=paragraph.is_emphasised)

    def _add_table(self, table: etree._Element) -> None:
        if is_layout(table):
            for row in rows_of(table):
                for cell in cells_of(row):
                    self.add(cell)
            return
        self.assembly.add_table(arranged(table, self._cell))

    def _cell(self, cell: etree._Element) -> tuple[str, int]:
        self._on_progress()
        paragraphs = [self._paragraphs.read(e) for e in paragraphs_of(cell) if local(e) == "p"]
        texts = [paragraph.text.strip() for paragraph in paragraphs if paragraph.text.strip()]
        boxes = [text for paragraph in paragraphs for box in paragraph.boxes for text in self._texts([box])]
        return "\n".join(texts + boxes), paragraphs[0].indent if paragraphs else 0

    def _texts(self, elements: Iterable[etree._Element]) -> list[str]:
        """Return the texts of paragraphs, and of all paragraphs within other elements."""
        texts: list[str] = []
        for element in elements:
            if local(element) == "p":
                paragraph = self._paragraphs.read(element)
                texts += [paragraph.text.strip()] if paragraph.text.strip() else []
                texts += self._texts(paragraph.boxes)
            else:
                texts += self._texts(
                    inner for inner in element if local(inner) not in ("tblPr", "tcPr", "trPr")
                )
        return texts

    def _note_mark(self, kind: str, note_id: str) -> str:
        return self._notes.setdefault((kind, note_id), str(len(self._notes) + 1))
