"""How each clerk likes to work, by name: short words that no other clerk is concerned by."""

from sqlalchemy import Connection, select

from db.queries.upserts import insert_or_update
from db.sessions import Session
from db.tables import preferences


def of(connection: Connection, who: str, name: str) -> str:
    """Return what `who` prefers, "" where they have not said."""
    c = preferences.c
    return connection.scalar(select(c.value).where(c.who == who, c.name == name)) or ""


def of_anybody(connection: Connection, name: str) -> str:
    """Return what somebody prefers, whoever comes first by name; "" where nobody has said."""
    c = preferences.c
    return connection.scalar(select(c.value).where(c.name == name).order_by(c.who).limit(1)) or ""


def put(session: Session, name: str, value: str) -> None:
    """Remember what the session's clerk prefers."""
    insert_or_update(session.connection, preferences, {"who": session.who, "name": name, "value": value})
