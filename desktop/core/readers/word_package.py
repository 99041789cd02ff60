"""The parts of a Word file: which is the document, and where its styles, notes and headers are."""

import posixpath
from collections.abc import Iterator

from lxml import etree

from desktop.core.errors import RefusalCode, refuse
from desktop.core.readers.archives import Archive
from desktop.core.readers.markup import parse_xml

_MAIN = "/officeDocument"


class Package:
    """A Word file's parts by the relations of the main document."""

    def __init__(self, archive: Archive, name: str) -> None:
        self._archive = archive
        self._name = name
        self._main = next(self._targets("", _MAIN), "word/document.xml")

    def main(self) -> etree._Element:
        """Return the root of the document itself; raise RefusedError if it is missing."""
        if self._main not in self._archive:
            raise refuse(RefusalCode.DAMAGED, self._name)
        return self._root(self._main)

    def part(self, kind: str) -> etree._Element | None:
        """Return the root of the part of a kind ("styles") that the document has, None if it has none."""
        return next(self.parts(kind), None)

    def parts(self, kind: str) -> Iterator[etree._Element]:
        """Yield the roots of all parts of a kind ("header"), in the order of their names."""
        for target in sorted(set(self._targets(self._main, f"/{kind}"))):
            if target in self._archive:
                yield self._root(target)

    def _root(self, part: str) -> etree._Element:
        return parse_xml(self._archive.read(part), self._name)

    def _targets(self, part: str, kind: str) -> Iterator[str]:
        folder, base = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", f"{base}.rels")
        if relations not in self._archive:
            return
        for relation in self._root(relations):
            if relation.get("Type", "").endswith(kind) and relation.get("TargetMode") != "External":
                yield posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
