"""The office's tags, and how tags were used in the workspace."""

from sqlalchemy import Connection, delete, func, select, text

from db.queries.upserts import insert_or_update
from db.tables import log, office_tags, passage_tags, section_tags, sections
from desktop.core.tag_suggesting import Precedent
from desktop.core.tags import OfficeTag

LATEST_TAGGED = 20_000
_LATEST_LINES = 5_000


def office(connection: Connection, *, is_locking: bool = False) -> list[OfficeTag]:
    """Return what the office says of tags, by key; `is_locking` keeps others from changing it meanwhile."""
    if is_locking and connection.dialect.name == "postgresql":
        # Rows that are not there yet cannot be locked, and two of one name must not come about.
        connection.execute(text("LOCK TABLE office_tags IN SHARE ROW EXCLUSIVE MODE"))
    query = select(office_tags).order_by(office_tags.c.key)
    return [
        OfficeTag(row.key, row.name, row.colour, row.parent, bool(row.is_retired))
        for row in connection.execute(query)
    ]


def put(connection: Connection, tag: OfficeTag) -> None:
    """Keep what the office says of a tag."""
    row = {
        "key": tag.key,
        "name": tag.name,
        "colour": tag.colour,
        "parent": tag.parent,
        "is_retired": int(tag.is_retired),
    }
    insert_or_update(connection, office_tags, row)


def drop(connection: Connection, key: str) -> None:
    """Let a tag be as the program brings it, or gone where it is the office's own."""
    connection.execute(delete(office_tags).where(office_tags.c.key == key))


def is_used(connection: Connection, key: str) -> bool:
    """Tell whether a section or a passage bears the tag, or another tag stands below it."""
    columns = (section_tags.c.tag, passage_tags.c.tag, office_tags.c.parent)
    queries = (select(column).where(column == key).limit(1) for column in columns)
    return any(connection.scalar(query) is not None for query in queries)


def precedents(connection: Connection) -> list[Precedent]:
    """Return which tags the headings bear that were tagged last, with how many sections do."""
    c = section_tags.c
    latest = select(c.section_id, c.tag).order_by(c.section_id.desc()).limit(LATEST_TAGGED).subquery()
    query = (
        select(sections.c.title, latest.c.tag, func.count().label("number"))
        .join(sections, latest.c.section_id == sections.c.id)
        .group_by(sections.c.title, latest.c.tag)
        .order_by(sections.c.title, latest.c.tag)
    )
    return [Precedent(row.title, row.tag, row.number) for row in connection.execute(query)]


def used_last_by(connection: Connection, who: str, most: int) -> list[str]:
    """Return the tags that `who` put on something last, the latest first; only newer lines are looked at."""
    newest = connection.scalar(select(func.max(log.c.id))) or 0
    query = select(log.c.new).where(
        log.c.id > newest - _LATEST_LINES, log.c.who == who, log.c.action.in_(("tag", "tag_passage"))
    )
    found: dict[str, None] = {}
    for new in connection.scalars(query.order_by(log.c.id.desc())):
        found.setdefault(new["tag"])
        if len(found) == most:
            break
    return list(found)
