"""The second way of reading a number, and who issued a report. Frozen: it must not follow db.tables.

The index that lists of figures are read from takes in what tells which readings are uncertain.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_READING_KEPT = "what the machine read is never overwritten"
_READING_COLUMNS = (
    "report_id, start, text, origin, confidence, read_number, read_high, read_of, read_unit, read_kind, "
    "read_base, read_indicator, read_qualifier, read_period, other_number, other_high, other_of"
)
_ORDER_COLUMNS = ["report_id", "start", "id", "end", "verdict", "section_id", "confidence", "other_number"]


def upgrade() -> None:
    """Add the columns: no second reading, and no issuer known, of what is there already."""
    for name in ("issuer", "province"):
        op.add_column("reports", sa.Column(name, sa.Text, nullable=False, server_default=""))
    for name in ("other_number", "other_high", "other_of"):
        op.add_column("figures", sa.Column(name, sa.Text))
    op.drop_index("ix_figures_reading_order", "figures")
    op.create_index("ix_figures_reading_order", "figures", _ORDER_COLUMNS)
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
