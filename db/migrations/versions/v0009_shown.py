"""What the cells of workbooks show of their numbers. Frozen: it must not follow db.tables.

The trigger that keeps what the machine read keeps that as well from now on.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_READING_KEPT = "what the machine read is never overwritten"
_READING_COLUMNS = (
    'report_id, start, "end", page, boxes, sheet, cell, text, origin, confidence, read_number, read_high, '
    "read_of, read_unit, read_kind, read_base, read_indicator, read_qualifier, read_period, other_number, "
    "other_high, other_of, shown"
)


def upgrade() -> None:
    """Add the column: of the figures that are there nobody noted what their cells show."""
    op.add_column("figures", sa.Column("shown", sa.Text, nullable=False, server_default=""))
    is_sqlite = op.get_context().dialect.name == "sqlite"
    for statement in _sqlite_triggers() if is_sqlite else _postgresql_triggers():
        op.execute(statement)


def _sqlite_triggers() -> list[str]:
    return [
        "DROP TRIGGER IF EXISTS figures_read_kept",
        f"CREATE TRIGGER figures_read_kept BEFORE UPDATE OF {_READING_COLUMNS} ON figures "
        f"BEGIN SELECT RAISE(ABORT, '{_READING_KEPT}'); END",
    ]


def _postgresql_triggers() -> list[str]:
    return [
        "DROP TRIGGER IF EXISTS figures_read_kept ON figures",
        f"CREATE TRIGGER figures_read_kept BEFORE UPDATE OF {_READING_COLUMNS} ON figures "
        f"FOR EACH ROW EXECUTE FUNCTION refuse_change('{_READING_KEPT}')",
    ]
