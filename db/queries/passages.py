"""Tags on passages of reports."""

from sqlalchemy import ColumnElement, Connection, and_, delete, insert, select

from db.tables import passage_tags
from desktop.core.annotations import PassageTag
from desktop.core.places import Place


def of_report(connection: Connection, report_id: int) -> list[PassageTag]:
    """Return the report's tagged passages in text order."""
    c = passage_tags.c
    query = select(passage_tags).where(c.report_id == report_id).order_by(c.start, c.end, c.tag)
    return [
        PassageTag(row.report_id, Place(row.start, row.end, row.page, (), row.sheet, row.cell), row.tag)
        for row in connection.execute(query)
    ]


def is_there(connection: Connection, passage: PassageTag) -> bool:
    """Tell whether the passage bears the tag."""
    return connection.scalar(select(passage_tags.c.tag).where(_same(passage))) is not None


def add(connection: Connection, passage: PassageTag) -> None:
    """Tag a passage that does not bear the tag yet."""
    place = passage.place
    row = {
        "report_id": passage.report_id,
        "start": place.start,
        "end": place.end,
        "tag": passage.key,
        "page": place.page,
        "sheet": place.sheet,
        "cell": place.cell,
    }
    connection.execute(insert(passage_tags), row)


def remove(connection: Connection, passage: PassageTag) -> None:
    """Take a tag off a passage."""
    connection.execute(delete(passage_tags).where(_same(passage)))


def _same(passage: PassageTag) -> ColumnElement[bool]:
    c, place = passage_tags.c, passage.place
    return and_(
        c.report_id == passage.report_id,
        c.start == place.start,
        c.end == place.end,
        c.tag == passage.key,
    )
