"""What a clerk has said of findings. Frozen: it must not follow db.tables."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table; what is there stays as it is."""
    op.create_table(
        "findings_settled",
        sa.Column("identity", sa.Text, nullable=False),
        sa.Column("report_id", sa.Integer, nullable=False),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("figure_ids", sa.Text, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("settled_by", sa.Text, nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("is_valid", sa.Boolean, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("identity", name="pk_findings_settled"),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name="fk_findings_settled_report_id"),
    )
    op.create_index("ix_findings_settled_report_id", "findings_settled", ["report_id"])
