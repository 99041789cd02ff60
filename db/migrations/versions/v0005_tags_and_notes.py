"""The office's tags, tags on passages, and notes. Frozen: it must not follow db.tables."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables; what is there stays as it is."""
    op.create_table(
        "office_tags",
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("colour", sa.Text, nullable=False),
        sa.Column("parent", sa.Text),
        sa.Column("is_retired", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_office_tags"),
    )
    op.create_table(
        "passage_tags",
        sa.Column("report_id", sa.Integer, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("tag", sa.Text, nullable=False),
        sa.Column("page", sa.Integer),
        sa.Column("sheet", sa.Text),
        sa.Column("cell", sa.Text),
        sa.PrimaryKeyConstraint("report_id", "start", "end", "tag", name="pk_passage_tags"),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name="fk_passage_tags_report_id"),
    )
    op.create_table(
        "notes",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("report_id", sa.Integer, nullable=False),
        sa.Column("figure_id", sa.Integer),
        sa.Column("start", sa.Integer),
        sa.Column("end", sa.Integer),
        sa.Column("page", sa.Integer),
        sa.Column("sheet", sa.Text),
        sa.Column("cell", sa.Text),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("written_by", sa.Text, nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_by", sa.Text, nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True)),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_notes"),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name="fk_notes_report_id"),
    )
    op.create_index("ix_notes_report_id_start", "notes", ["report_id", "start"])
