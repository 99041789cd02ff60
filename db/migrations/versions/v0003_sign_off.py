"""Who signed a report off, and how long a figure was looked at. Frozen: it must not follow db.tables."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns: no report that is there is signed off, and nobody measured how long anyone looked."""
    op.add_column("reports", sa.Column("signed_by", sa.Text, nullable=False, server_default=""))
    op.add_column("reports", sa.Column("signed_at", sa.DateTime(timezone=True)))
    for name in ("looked_ms", "needed_ms"):
        op.add_column("figures", sa.Column(name, sa.Integer))
    op.add_column("counts", sa.Column("hasty", sa.Integer, nullable=False, server_default="0"))
