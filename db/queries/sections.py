"""Sections with their tags and counts."""

from collections import defaultdict

from sqlalchemy import Connection, delete, insert, select

from db.queries import counts
from db.tables import section_tags, sections
from desktop.core.reviews import ReviewedSection


def reviewed(connection: Connection, report_id: int) -> list[ReviewedSection]:
    """Return the report's sections in text order, counts with those of their children."""
    query = (
        select(sections).where(sections.c.report_id == report_id).order_by(sections.c.start, sections.c.id)
    )
    rows = connection.execute(query).all()
    own = counts.by_section(connection, report_id)
    totals = {row.id: own[row.id].total for row in rows if row.id in own}
    opens = {row.id: own[row.id].open for row in rows if row.id in own}
    # Ids are given in text order, so that a child always has a higher one than its parent.
    for row in sorted(rows, key=lambda row: row.id, reverse=True):
        if row.parent_id is not None:
            totals[row.parent_id] = totals.get(row.parent_id, 0) + totals.get(row.id, 0)
            opens[row.parent_id] = opens.get(row.parent_id, 0) + opens.get(row.id, 0)
    tags = _tags(connection, report_id)
    return [
        ReviewedSection(
            row.id,
            row.parent_id,
            row.title,
            row.level,
            row.start,
            row.end,
            tuple(tags[row.id]),
            totals.get(row.id, 0),
            opens.get(row.id, 0),
        )
        for row in rows
    ]


def report_and_title(connection: Connection, section_id: int) -> tuple[int, str] | None:
    """Return the report a section is in, and its heading."""
    query = select(sections.c.report_id, sections.c.title).where(sections.c.id == section_id)
    row = connection.execute(query).one_or_none()
    return None if row is None else (row.report_id, row.title)


def id_at(connection: Connection, report_id: int, start: int) -> int | None:
    """Return the innermost section around the offset `start`."""
    c = sections.c
    query = select(c.id).where(c.report_id == report_id, c.start <= start, c.end > start)
    return connection.scalar(query.order_by(c.level.desc(), c.start.desc(), c.id.desc()).limit(1))


def has_tag(connection: Connection, section_id: int, tag: str) -> bool:
    """Tell whether the section bears the tag."""
    query = select(section_tags.c.tag).where(
        section_tags.c.section_id == section_id, section_tags.c.tag == tag
    )
    return connection.scalar(query) is not None


def add_tag(connection: Connection, section_id: int, tag: str) -> None:
    """Tag a section that does not bear the tag yet."""
    connection.execute(insert(section_tags).values(section_id=section_id, tag=tag))


def remove_tag(connection: Connection, section_id: int, tag: str) -> None:
    """Take a tag off a section."""
    connection.execute(
        delete(section_tags).where(section_tags.c.section_id == section_id, section_tags.c.tag == tag)
    )


def _tags(connection: Connection, report_id: int) -> dict[int, list[str]]:
    query = (
        select(section_tags)
        .join(sections, section_tags.c.section_id == sections.c.id)
        .where(sections.c.report_id == report_id)
        .order_by(section_tags.c.tag)
    )
    tags: dict[int, list[str]] = defaultdict(list)
    for row in connection.execute(query):
        tags[row.section_id].append(row.tag)
    return tags
