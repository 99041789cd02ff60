"""The parts of an .xlsx and how they hang together, in the usual namespaces and in those of strict files."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

import resources
from desktop.core.errors import RefusalCode, refuse
from desktop.core.readers.archives import Archive
from desktop.core.readers.markup import parse_xml
from desktop.core.workbooks.forms.xml_spans import in_utf8

CONTENT_TYPES = "[Content_Types].xml"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_NAMES: dict[str, str] = {None: _RELATIONSHIPS}  # type: ignore[dict-item]  # lxml names the default so
_STRICT_MARK = "purl.oclc.org/ooxml"
_USUAL_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_TYPES = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_MAIN_TYPE = re.compile(
    r"application/vnd\.(?:openxmlformats-officedocument\.spreadsheetml\.(sheet|template)"
    r"|ms-excel\.(sheet|template)\.macroenabled)\.main\+xml",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Relationship:
    """What a part refers to: `kind` is the last word of the type, `target` a part or an address."""

    id: str
    kind: str
    target: str
    is_external: bool = False


@dataclass(frozen=True, slots=True)
class FormSheet:
    """A sheet of cells: its name, its part, and whether it is hidden."""

    name: str
    part: str
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class DefinedName:
    """A name and the formula it stands for; `sheet` is the one it belongs to, "" for the whole workbook."""

    name: str
    formula: str
    sheet: str = ""


class FormPackage:
    """An .xlsx taken apart; raises RefusedError where it is none, or broken."""

    def __init__(self, data: bytes, name: str) -> None:
        self.data = data
        self.name = name
        self._parts: dict[str, bytes] = {}
        with Archive(data, name) as archive:
            if CONTENT_TYPES not in archive:
                raise refuse(RefusalCode.FORM_FORMAT, name)
            # What is not XML (pictures, macros) is never unpacked: its bytes are copied as they are.
            self._parts.update(archive.xml_parts())
            self._names = {part.lower(): part for part in archive.names()}
        self.workbook_part = next(
            (each.target for each in self.relationships("") if each.kind == "officeDocument"), ""
        )
        self.main_type = self._type_of(self.workbook_part)
        if _MAIN_TYPE.fullmatch(self.main_type) is None or self.workbook_part not in self:
            raise refuse(RefusalCode.FORM_FORMAT, name)

    def __contains__(self, part: str) -> bool:
        return part.lower() in self._names

    @property
    def is_template(self) -> bool:
        """Tell whether it is a template of Excel's own (.xltx, .xltm)."""
        return "template" in self.main_type.lower()

    @property
    def has_macros(self) -> bool:
        """Tell whether it carries macros."""
        return "macroenabled" in self.main_type.lower()

    @property
    def is_strict(self) -> bool:
        """Tell whether its parts are in the namespaces of strict Office Open XML."""
        return _STRICT_MARK.encode() in self.part(self.workbook_part)[:4_000]

    @property
    def relation_types(self) -> str:
        """Return what the types of relations begin with in this package."""
        return _STRICT_TYPES if self.is_strict else _USUAL_TYPES

    def part(self, name: str) -> bytes:
        """Return the bytes of an XML part, in UTF-8; raise RefusedError where there is no such part."""
        found = self._names.get(name.lower(), name)
        if found not in self._parts:
            raise refuse(RefusalCode.DAMAGED, self.name, error=name)
        return in_utf8(self._parts[found], self.name)

    def spelled(self, part: str) -> str:
        """Return a part's name as the archive spells it."""
        return self._names.get(part.lower(), part)

    def xml(self, name: str) -> etree._Element:
        """Return the root of an XML part."""
        return parse_xml(self.part(name), self.name)

    def relationships(self, part: str) -> list[Relationship]:
        """Return what a part refers to; "" is the package itself."""
        rels = relationships_part(part)
        if rels not in self:
            return []
        folder = posixpath.dirname(part)
        return [
            Relationship(
                str(node.get("Id")),
                str(node.get("Type")).rpartition("/")[2],
                str(node.get("Target")) if is_external else _target(folder, str(node.get("Target"))),
                is_external,
            )
            for node in self.xml(rels)
            if isinstance(node.tag, str)
            for is_external in [node.get("TargetMode") == "External"]
        ]

    def related(self, part: str, kind: str) -> Iterator[str]:
        """Yield the parts that `part` refers to by relations of a kind."""
        for each in self.relationships(part):
            if each.kind == kind and not each.is_external and each.target in self:
                yield each.target

    @cached_property
    def sheets(self) -> tuple[FormSheet, ...]:
        """The sheets that have cells, in their order."""
        part_by_id = {
            each.id: each.target
            for each in self.relationships(self.workbook_part)
            if each.kind == "worksheet" and not each.is_external
        }
        return tuple(
            FormSheet(str(node.get("name")), part_by_id[found], node.get("state") in ("hidden", "veryHidden"))
            for node, found in self._sheet_nodes()
            if found in part_by_id and part_by_id[found] in self
        )

    @cached_property
    def defined_names(self) -> tuple[DefinedName, ...]:
        """The names that the workbook defines, Excel's own left out."""
        order = [str(node.get("name")) for node, _ in self._sheet_nodes()]
        return tuple(
            DefinedName(
                str(node.get("name")), (node.text or "").strip(), _at(order, node.get("localSheetId"))
            )
            for node in self.xml(self.workbook_part).iterfind("{*}definedNames/{*}definedName")
            if not str(node.get("name")).startswith("_xlnm.")
        )

    @cached_property
    def number_formats(self) -> tuple[str, ...]:
        """The codes of the number formats, by the number of the cell style."""
        part = next(self.related(self.workbook_part, "styles"), "")
        if not part:
            return ()
        root = self.xml(part)
        built_in = resources.toml("workbooks/excel.toml")["number_formats"]
        codes = built_in | {
            str(node.get("numFmtId")): str(node.get("formatCode") or "")
            for node in root.iterfind("{*}numFmts/{*}numFmt")
        }
        styles = root.iterfind("{*}cellXfs/{*}xf")
        return tuple(str(codes.get(str(style.get("numFmtId", "0")), "General")) for style in styles)

    def sheet(self, name: str) -> FormSheet | None:
        """Return the sheet of this name, case aside as in Excel."""
        return next((each for each in self.sheets if each.name.casefold() == name.casefold()), None)

    def _sheet_nodes(self) -> Iterator[tuple[etree._Element, str]]:
        for node in self.xml(self.workbook_part).iterfind("{*}sheets/{*}sheet"):
            yield node, next((str(value) for key, value in node.items() if str(key).endswith("}id")), "")

    def _type_of(self, part: str) -> str:
        default = ""
        for node in self.xml(CONTENT_TYPES):
            if str(node.get("PartName", "")).lower() == f"/{part}".lower():
                return str(node.get("ContentType"))
            if str(node.get("Extension", "")).lower() == part.rpartition(".")[2].lower():
                default = str(node.get("ContentType"))
        return default


def relationships_part(part: str) -> str:
    """Return the name of the part that holds what `part` refers to."""
    folder, _, file = part.rpartition("/")
    return f"{folder}/_rels/{file}.rels".lstrip("/")


def relationships_root() -> etree._Element:
    """Return an empty list of relations."""
    return etree.Element(f"{{{_RELATIONSHIPS}}}Relationships", nsmap=_NAMES)


def _target(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def _at(names: list[str], index: str | None) -> str:
    return names[int(index)] if index is not None and index.isdigit() and int(index) < len(names) else ""
