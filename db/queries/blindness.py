"""Whether anything at all is to be re-keyed unseen, so cheap that every opening of a report may ask."""

from sqlalchemy import Connection, select

from db.tables import second_rules


def is_wanted(connection: Connection) -> bool:
    """Tell whether any rule wants figures re-keyed blind."""
    c = second_rules.c
    return connection.scalar(select(c.scope).where(c.is_rekeyed).limit(1)) is not None
