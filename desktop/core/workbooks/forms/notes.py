"""Notes at cells of a form: comments as Excel has had them since 1997, added to those that are there.

A note of a cell that has one is written on below it; one of an earlier filling is replaced. A cell with a
threaded comment keeps that alone: Excel shows no other beside it.
"""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from desktop.core.workbooks.cells import clean_text
from desktop.core.workbooks.forms.cell_ranges import Spot, spot_of
from desktop.core.workbooks.forms.note_boxes import NEW_DRAWING, with_boxes
from desktop.core.workbooks.forms.package import (
    CONTENT_TYPES,
    FormPackage,
    relationships_part,
    relationships_root,
)
from desktop.core.workbooks.forms.sheet_scan import SheetScan, relation_id
from desktop.core.workbooks.forms.xml_spans import Edit, prefix_of

AUTHOR = "Đối Chiếu"
_OPENING = f"{AUTHOR}: "
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_AFTER_DRAWING = frozenset(
    (
        "legacyDrawingHF",
        "drawingHF",
        "picture",
        "oleObjects",
        "controls",
        "webPublishItems",
        "tableParts",
        "extLst",
        "AlternateContent",
    )
)


@dataclass(slots=True)
class Noted:
    """What writing notes changed: parts by name, edits of the sheet, and the cells that could have none."""

    parts: dict[str, bytes] = field(default_factory=dict)
    edits: list[Edit] = field(default_factory=list)
    refused: set[Spot] = field(default_factory=set)


def write_notes(
    package: FormPackage,
    parts: Mapping[str, bytes],
    sheet_part: str,
    scan: SheetScan,
    texts: Mapping[Spot, str],
) -> Noted:
    """Return what is to be changed so that cells of a sheet bear notes; `parts` were changed before."""
    noted = Noted()
    threaded = _threaded(package, sheet_part)
    wanted = {spot: text for spot, text in texts.items() if spot not in threaded}
    noted.refused |= threaded & set(texts)
    if not wanted:
        return noted
    writing = _Writing(package, {**parts}, sheet_part, scan, noted)
    writing.write(wanted)
    return noted


class _Writing:
    def __init__(
        self, package: FormPackage, parts: dict[str, bytes], sheet_part: str, scan: SheetScan, noted: Noted
    ) -> None:
        self._package = package
        self._parts = parts
        self._sheet_part = sheet_part
        self._scan = scan
        self._noted = noted
        self._taken = {name.lower() for name in parts}

    def write(self, texts: Mapping[Spot, str]) -> None:
        """Write the notes into the comments and their boxes into the drawing."""
        part = next(self._package.related(self._sheet_part, "comments"), "")
        root = self._package.xml(part) if part else self._new_comments()
        added = _put(root, texts)
        if not part:
            part = self._free("xl/comments{}.xml")
            self._relate(part, "comments")
            self._declare(part)
        self._keep(self._package.spelled(part), _written(root))
        if added:
            self._draw(added)

    def _draw(self, spots: list[Spot]) -> None:
        element = self._scan.child("legacyDrawing")
        wanted = relation_id(self._scan.attributes[element.start]) if element else ""
        relations = self._package.relationships(self._sheet_part)
        part = next((each.target for each in relations if wanted and each.id == wanted), "")
        if part and part in self._package:
            drawing = with_boxes(self._package.part(part), spots)
            if drawing is None:
                self._noted.refused |= set(spots)
                return
            self._keep(self._package.spelled(part), drawing)
            return
        part = self._free("xl/drawings/vmlDrawing{}.vml")
        self._keep(part, with_boxes(NEW_DRAWING, spots) or NEW_DRAWING)
        self._declare_ending("vml", _DRAWING_TYPE)
        relation = self._relate(part, "vmlDrawing")
        self._refer(relation)

    def _refer(self, relation: str) -> None:
        """Make the sheet name its drawing of notes, in the place that the format has for it."""
        scan = self._scan
        element = scan.child("legacyDrawing")
        later = [
            each.start
            for each in scan.children
            if each.name in _AFTER_DRAWING and scan.data is not None and each.start > scan.data.start
        ]
        at = min(later, default=scan.root.close)
        prefix = prefix_of(self._package.part(self._sheet_part), scan.root)
        kinds = self._package.relation_types
        tag = b'<%slegacyDrawing xmlns:r="%s" r:id="%s"/>' % (prefix, kinds.encode(), relation.encode())
        edit = Edit(at, at, tag) if element is None else Edit(element.start, element.end, tag)
        self._noted.edits.append(edit)

    def _new_comments(self) -> etree._Element:
        main = _STRICT_MAIN if self._package.is_strict else _MAIN
        names: dict[str, str] = {None: main}  # type: ignore[dict-item]  # lxml names the default so
        root = etree.Element(f"{{{main}}}comments", nsmap=names)
        etree.SubElement(root, f"{{{main}}}authors")
        etree.SubElement(root, f"{{{main}}}commentList")
        return root

    def _free(self, pattern: str) -> str:
        number = 1
        while pattern.format(number).lower() in self._taken or pattern.format(number) in self._package:
            number += 1
        return pattern.format(number)

    def _relate(self, part: str, kind: str) -> str:
        """Add a relation from the sheet to a part and return its id."""
        rels = relationships_part(self._sheet_part)
        rels = self._package.spelled(rels)
        if rels in self._parts:
            root = etree.fromstring(self._parts[rels])
        else:
            root = self._package.xml(rels) if rels in self._package else relationships_root()
        ids = {str(node.get("Id")) for node in root}
        number = len(ids) + 1
        while f"rId{number}" in ids:
            number += 1
        target = posixpath.relpath(part, posixpath.dirname(self._sheet_part))
        namespace = etree.QName(root).namespace
        node = etree.SubElement(root, f"{{{namespace}}}Relationship")
        node.set("Id", f"rId{number}")
        node.set("Type", f"{self._package.relation_types}/{kind}")
        node.set("Target", target)
        self._keep(rels, _written(root))
        return f"rId{number}"

    def _declare(self, part: str) -> None:
        root = self._types()
        node = etree.SubElement(root, f"{{{etree.QName(root).namespace}}}Override")
        node.set("PartName", f"/{part}")
        node.set("ContentType", _COMMENTS_TYPE)
        self._keep(CONTENT_TYPES, _written(root))

    def _declare_ending(self, ending: str, content_type: str) -> None:
        root = self._types()
        if all(str(node.get("Extension", "")).lower() != ending for node in root):
            node = etree.Element(f"{{{etree.QName(root).namespace}}}Default")
            node.set("Extension", ending)
            node.set("ContentType", content_type)
            root.insert(0, node)
            self._keep(CONTENT_TYPES, _written(root))

    def _types(self) -> etree._Element:
        if CONTENT_TYPES in self._parts:
            return etree.fromstring(self._parts[CONTENT_TYPES])
        return self._package.xml(CONTENT_TYPES)

    def _keep(self, part: str, content: bytes) -> None:
        self._parts[part] = self._noted.parts[part] = content
        self._taken.add(part.lower())


def _threaded(package: FormPackage, sheet_part: str) -> set[Spot]:
    found = set()
    for part in package.related(sheet_part, "threadedComment"):
        found |= {spot_of(str(node.get("ref"))) for node in package.xml(part).iterfind("{*}threadedComment")}
    return {spot for spot in found if spot is not None}


def _put(root: etree._Element, texts: Mapping[Spot, str]) -> list[Spot]:
    """Put notes into the list of comments; return the cells that had none before."""
    main = etree.QName(root).namespace
    listed = root.find("{*}commentList")
    if listed is None:
        listed = etree.SubElement(root, f"{{{main}}}commentList")
    comment_by_name = {str(node.get("ref")): node for node in listed.iterfind("{*}comment")}
    added: list[Spot] = []
    author = ""
    for spot, text in sorted(texts.items()):
        comment = comment_by_name.get(spot.name)
        if comment is None:
            author = author or _author(root)
            comment = etree.SubElement(listed, f"{{{main}}}comment")
            comment.set("ref", spot.name)
            comment.set("authorId", author)
            added.append(spot)
        _append(comment, text)
    return added


def _author(root: etree._Element) -> str:
    """Return the number of this program among the authors of comments."""
    main = etree.QName(root).namespace
    authors = root.find("{*}authors")
    if authors is None:
        authors = etree.Element(f"{{{main}}}authors")
        root.insert(0, authors)
    names = [node.text or "" for node in authors.iterfind("{*}author")]
    if AUTHOR not in names:
        etree.SubElement(authors, f"{{{main}}}author").text = AUTHOR
        names.append(AUTHOR)
    return str(names.index(AUTHOR))


def _append(comment: etree._Element, text: str) -> None:
    """Write on below a comment's text; a plain text becomes a run first, what was written last goes."""
    main = etree.QName(comment).namespace
    body = comment.find("{*}text")
    if body is None:
        body = etree.SubElement(comment, f"{{{main}}}text")
    plain_text = body.find("{*}t")
    if plain_text is not None:
        body.remove(plain_text)
        run = etree.Element(f"{{{main}}}r")
        run.append(plain_text)
        body.insert(0, run)
    for run in list(body.iterfind("{*}r")):
        if "".join(node.text or "" for node in run.iterfind("{*}t")).lstrip().startswith(_OPENING):
            body.remove(run)
    runs = body.findall("{*}r")
    new = etree.Element(f"{{{main}}}r")
    shown = etree.SubElement(new, f"{{{main}}}t")
    shown.set(_SPACE, "preserve")
    shown.text = _without_controls(("\n" if runs else "") + _OPENING + text)
    body.insert(body.index(runs[-1]) + 1 if runs else 0, new)


def _without_controls(text: str) -> str:
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "\N{REPLACEMENT CHARACTER}", clean_text(text))


def _written(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
