"""What a change works with: one transaction, who acts, when, and what this clerk has been shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class Session:
    """One write transaction.

    `seen` holds the revisions of the figures that were last shown; `written` collects the new ones, which
    are seen once the transaction is committed.
    """

    connection: Connection
    who: str
    at: datetime
    seen: Mapping[int, int] = field(default_factory=dict)
    written: dict[int, int] = field(default_factory=dict)
