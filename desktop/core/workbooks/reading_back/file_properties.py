"""What the file of a workbook says of itself: the properties the program gave it, and who saved it last."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml.etree import _Element

from desktop.core.readers.archives import Archive
from desktop.core.readers.markup import parse_xml

_CUSTOM, _CORE, _CALC = "docProps/custom.xml", "docProps/core.xml", "meta.xml"
_NAME = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}name"


@dataclass(frozen=True, slots=True)
class FileProperties:
    """The custom properties by name, and who changed the file last; "" where it does not say."""

    custom: Mapping[str, str] = field(default_factory=dict)
    changed_by: str = ""


def properties_of(data: bytes, name: str) -> FileProperties:
    """Return what the .xlsx or .ods in `data` says of itself; raise RefusedError where it is broken."""
    with Archive(data, name) as archive:
        core, custom, calc = (_root(archive, part, name) for part in (_CORE, _CUSTOM, _CALC))
    if calc is not None:
        own = {str(node.get(_NAME)): _text(node) for node in calc.iterfind(".//{*}user-defined")}
        return FileProperties(own, _first(calc, ".//{http://purl.org/dc/elements/1.1/}creator"))
    changed_by = "" if core is None else _first(core, "{*}lastModifiedBy")
    return FileProperties(dict(_custom(custom)) if custom is not None else {}, changed_by)


def _root(archive: Archive, part: str, name: str) -> _Element | None:
    return parse_xml(archive.read(part), name) if part in archive else None


def _custom(root: _Element) -> Iterator[tuple[str, str]]:
    for node in root.iterfind("{*}property"):
        yield str(node.get("name")), "".join(_text(child) for child in node)


def _first(root: _Element, path: str) -> str:
    node = root.find(path)
    return "" if node is None else _text(node)


def _text(node: _Element) -> str:
    return "".join(map(str, node.itertext())).strip()
