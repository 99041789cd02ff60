"""Second readings by another person, and which of them are wanted. Frozen: it must not follow db.tables."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_READING = ("number", "high", "of", "unit", "kind", "base", "indicator", "qualifier", "period")
_OFTEN_EMPTY = ("high", "of")


def upgrade() -> None:
    """Add the tables: no second reading is wanted of what is there already."""
    op.create_table(
        "second_rules",
        sa.Column("scope", sa.Text, nullable=False),
        sa.Column("report_id", sa.Integer),
        sa.Column("tag", sa.Text, nullable=False),
        sa.Column("is_reviewed", sa.Boolean, nullable=False),
        sa.Column("is_rekeyed", sa.Boolean, nullable=False),
        sa.Column("share", sa.Integer, nullable=False),
        sa.Column("has_other_signer", sa.Boolean, nullable=False),
        sa.Column("seed", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("scope", name="pk_second_rules"),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name="fk_second_rules_report_id"),
    )
    op.create_table(
        "second_readings",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("report_id", sa.Integer, nullable=False),
        sa.Column("figure_id", sa.Integer, nullable=False),
        sa.Column("mode", sa.Text, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("first_by", sa.Text, nullable=False),
        *_reading_columns("first", is_optional=False),
        *_reading_columns("second", is_optional=False),
        sa.Column("tries", sa.Integer, nullable=False),
        *_reading_columns("settled", is_optional=True),
        sa.Column("settled_by", sa.Text, nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("id", name="pk_second_readings"),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name="fk_second_readings_report_id"),
        sa.ForeignKeyConstraint(
            ["figure_id"], ["figures.id"], name="fk_second_readings_figure_id", ondelete="CASCADE"
        ),
    )
    for column in ("report_id", "figure_id"):
        op.create_index(f"ix_second_readings_{column}", "second_readings", [column])


def _reading_columns(prefix: str, *, is_optional: bool) -> list[sa.Column[str]]:
    return [
        sa.Column(f"{prefix}_{name}", sa.Text, nullable=is_optional or name in _OFTEN_EMPTY)
        for name in _READING
    ]
