"""Who issued a report and which province it is about, from its letterhead, title, date line, end and text."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from desktop.core.documents import Block, BlockKind, Document
from desktop.core.extraction.issuers import Office, office_of, place_of
from desktop.core.extraction.letterheads import cells_of
from desktop.core.extraction.provinces import province_in, province_most_named
from desktop.core.extraction.report_parts import Part

_OPENING_BLOCKS = 12
_CLOSING_BLOCKS = 12
_LONGEST_LINE = 300
_BODY = 20_000
_SITE = re.compile(r"(?:trang|cổng) (?:thông tin|tin) điện tử(?: của)? +", re.IGNORECASE)
_NAMES_ISSUER = re.compile(
    r"(?:nguồn(?: tin)?|cơ quan chủ quản|đơn vị (?:soạn thảo|báo cáo)|bản quyền(?: thuộc)?(?: về)?|©)"
    r"\W*(?:bản quyền thuộc(?: về)? +)?",
    re.IGNORECASE,
)
_OF_PROVINCE = ("tỉnh", "Tỉnh ủy")
_REST = re.compile(r" - |\. |, |;|\(")
_DATED = re.compile(r"(?:^|\s{2,})(?P<place>[^\W\d_][^\d,]{2,30}), +(?:ngày|tháng)\b")


@dataclass(frozen=True, slots=True)
class Origin:
    """The office that issued a report and the province it is about, as usually written, or ""."""

    issuer: str = ""
    province: str = ""


def origin_of(document: Document, part: Part) -> Origin:
    """Return who issued the report `part` of a document and which province it is about."""
    opening = list(_opening(document, part))
    office = _last_office(opening) or _office_at_end(document, part)
    title = part.title.text if part.title else ""
    province = _province(office, opening, title)
    if not province and not (office and office.is_national):
        province = province_most_named(document.text[part.start : min(part.end, part.start + _BODY)])
    return Origin(_named(office, province), province)


def _opening(document: Document, part: Part) -> Iterator[str]:
    """Yield what stands above a report's title, cell by cell."""
    first = bisect_left(document.blocks, part.start, key=lambda block: block.start)
    for block in document.blocks[first : first + _OPENING_BLOCKS]:
        if block.start >= (part.title.start if part.title else part.end):
            return
        if block.kind is not BlockKind.TABLE and block.end - block.start <= _LONGEST_LINE:
            yield from _cells(document, block)


def _cells(document: Document, block: Block) -> Iterator[str]:
    for line in document.slice(block).splitlines():
        yield from (_SITE.sub("", cell, count=1) for cell in cells_of(line))


def _last_office(cells: Sequence[str]) -> Office | None:
    """Return the lowest office of a letterhead: an office stands below the one it belongs to."""
    found: Office | None = None
    for index, cell in enumerate(cells):
        office = office_of(cell)
        if office is None:
            continue
        if not office.place and not office.is_national:
            below = next((p for c in cells[index + 1 : index + 4] if (p := place_of(c))), "")
            office = replace(office, place=below or (found.place if found else ""))
        found = office
    return found


def _office_at_end(document: Document, part: Part) -> Office | None:
    """Return the office named as source or owner below a report."""
    blocks = [b for b in document.blocks[-_CLOSING_BLOCKS:] if part.start <= b.start < part.end]
    for block in blocks:
        if block.end - block.start > _LONGEST_LINE:
            continue
        for cell in _cells(document, block):
            named = _NAMES_ISSUER.match(cell)
            if named or cell.isupper():
                office = office_of(_REST.split(cell[named.end() if named else 0 :], maxsplit=1)[0])
                if office:
                    return office
    return None


def _province(office: Office | None, cells: Sequence[str], title: str) -> str:
    if office and office.province:
        return office.province
    for cell in cells:
        named = office_of(cell)
        place = named.place if named else place_of(cell)
        if place and (province := province_in(place)):
            return province
    if province := province_in(title):
        return province
    return next((p for c in cells if (m := _DATED.search(c)) and (p := province_in(m["place"]))), "")


def _named(office: Office | None, province: str) -> str:
    if office is None:
        return ""
    if office.place in _OF_PROVINCE and province:
        return f"{office.name} {office.place} {province}"
    return f"{office.name} {office.place}".strip()
