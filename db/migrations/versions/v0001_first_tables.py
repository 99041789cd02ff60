"""The first tables. Frozen: it must not follow db.tables when that changes."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_LOG_KEPT = "the log is only appended to"
_READING_KEPT = "what the machine read is never overwritten"
_READING_COLUMNS = (
    "report_id, start, text, origin, confidence, read_number, read_high, read_of, read_unit, read_kind, "
    "read_base, read_indicator, read_qualifier, read_period"
)


def upgrade() -> None:
    """Make every table and trigger of a new workspace."""
    _create_reports()
    _create_sections()
    _create_figures()
    _create_counts()
    _create_log()
    is_sqlite = op.get_context().dialect.name == "sqlite"
    for statement in _sqlite_triggers() if is_sqlite else _postgresql_triggers():
        op.execute(statement)


def _create_reports() -> None:
    meta = op.create_table(
        "meta",
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_meta"),
    )
    op.bulk_insert(meta, [{"key": "application", "value": "doichieu"}])
    ids = op.create_table(
        "ids",
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("next", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_ids"),
    )
    op.bulk_insert(ids, [{"name": "figures", "next": 1}, {"name": "sections", "next": 1}])
    op.create_table(
        "reports",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("digest", sa.Text),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("period", sa.Text, nullable=False),
        sa.Column("format", sa.Text, nullable=False),
        sa.Column("imported_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("imported_by", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_reports"),
        sa.UniqueConstraint("digest", name="uq_reports_digest"),
    )
    op.create_table(
        "sources",
        sa.Column("report_id", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("report_id", name="pk_sources"),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name="fk_sources_report_id"),
    )
    op.create_table(
        "texts",
        sa.Column("report_id", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("text", sa.LargeBinary, nullable=False),
        sa.Column("layout", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("report_id", name="pk_texts"),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name="fk_texts_report_id"),
    )


def _create_sections() -> None:
    op.create_table(
        "sections",
        sa.Column("id", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("report_id", sa.Integer, nullable=False),
        sa.Column("parent_id", sa.Integer),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("level", sa.Integer, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_sections"),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name="fk_sections_report_id"),
        sa.ForeignKeyConstraint(["parent_id"], ["sections.id"], name="fk_sections_parent_id"),
    )
    op.create_index("ix_sections_report_id_start", "sections", ["report_id", "start"])
    op.create_table(
        "section_tags",
        sa.Column("section_id", sa.Integer, nullable=False),
        sa.Column("tag", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("section_id", "tag", name="pk_section_tags"),
        sa.ForeignKeyConstraint(["section_id"], ["sections.id"], name="fk_section_tags_section_id"),
    )


def _reading_columns(prefix: str, *, is_optional: bool) -> list[sa.Column[str]]:
    always = [f"{prefix}_{name}" for name in ("unit", "kind", "base", "indicator", "qualifier", "period")]
    return [
        sa.Column(f"{prefix}_number", sa.Text, nullable=is_optional),
        sa.Column(f"{prefix}_high", sa.Text),
        sa.Column(f"{prefix}_of", sa.Text),
        *(sa.Column(name, sa.Text, nullable=is_optional) for name in always),
    ]


def _create_figures() -> None:
    op.create_table(
        "figures",
        sa.Column("id", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("report_id", sa.Integer, nullable=False),
        sa.Column("section_id", sa.Integer),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("page", sa.Integer),
        sa.Column("boxes", sa.Text, nullable=False),
        sa.Column("sheet", sa.Text),
        sa.Column("cell", sa.Text),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("origin", sa.Text, nullable=False),
        *_reading_columns("read", is_optional=False),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.Column("verdict", sa.Text, nullable=False),
        *_reading_columns("said", is_optional=True),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("decided_by", sa.Text, nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True)),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_figures"),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name="fk_figures_report_id"),
        sa.ForeignKeyConstraint(["section_id"], ["sections.id"], name="fk_figures_section_id"),
    )
    op.create_index("ix_figures_report_id_sheet_cell", "figures", ["report_id", "sheet", "cell"])
    op.create_index(
        "ix_figures_reading_order", "figures", ["report_id", "start", "id", "end", "verdict", "section_id"]
    )
    op.create_table(
        "ledger",
        sa.Column("report_id", sa.Integer, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("figure_id", sa.Integer),
        sa.Column("sheet", sa.Text),
        sa.Column("cell", sa.Text),
        sa.PrimaryKeyConstraint("report_id", "start", name="pk_ledger"),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name="fk_ledger_report_id"),
        sa.ForeignKeyConstraint(["figure_id"], ["figures.id"], name="fk_ledger_figure_id"),
    )
    op.create_index("ix_ledger_figure_id", "ledger", ["figure_id"])


def _create_counts() -> None:
    numbers = ("open", "accepted", "corrected", "dismissed", "doubtful", "runs_open")
    op.create_table(
        "counts",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("report_id", sa.Integer, nullable=False),
        sa.Column("section_id", sa.Integer),
        *(sa.Column(name, sa.Integer, nullable=False) for name in numbers),
        sa.PrimaryKeyConstraint("id", name="pk_counts"),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name="fk_counts_report_id"),
        sa.ForeignKeyConstraint(["section_id"], ["sections.id"], name="fk_counts_section_id"),
    )
    op.create_index("ix_counts_report_id_section_id", "counts", ["report_id", "section_id"])


def _create_log() -> None:
    op.create_table(
        "log",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("action", sa.Text, nullable=False),
        sa.Column("report_id", sa.Integer),
        sa.Column("figure_id", sa.Integer),
        sa.Column("section_id", sa.Integer),
        sa.Column("place", sa.Text, nullable=False),
        sa.Column("old", sa.Text, nullable=False),
        sa.Column("new", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_log"),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name="fk_log_report_id"),
    )
    op.create_index("ix_log_report_id", "log", ["report_id"])
    op.create_index("ix_log_figure_id", "log", ["figure_id"])
    op.create_table(
        "bookmarks",
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("report_id", sa.Integer, nullable=False),
        sa.Column("figure_id", sa.Integer),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("who", "report_id", name="pk_bookmarks"),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name="fk_bookmarks_report_id"),
        sa.ForeignKeyConstraint(
            ["figure_id"], ["figures.id"], name="fk_bookmarks_figure_id", ondelete="SET NULL"
        ),
    )
    op.create_index("ix_bookmarks_figure_id", "bookmarks", ["figure_id"])


def _sqlite_triggers() -> list[str]:
    return [
        f"CREATE TRIGGER log_not_updated BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, '{_LOG_KEPT}'); END",
        f"CREATE TRIGGER log_not_deleted BEFORE DELETE ON log BEGIN SELECT RAISE(ABORT, '{_LOG_KEPT}'); END",
        # What REPLACE puts aside is deleted without a word to the trigger on deleting.
        "CREATE TRIGGER log_not_replaced BEFORE INSERT ON log WHEN NEW.id IN (SELECT id FROM log) "
        f"BEGIN SELECT RAISE(ABORT, '{_LOG_KEPT}'); END",
        f"CREATE TRIGGER figures_read_kept BEFORE UPDATE OF {_READING_COLUMNS} ON figures "
        f"BEGIN SELECT RAISE(ABORT, '{_READING_KEPT}'); END",
    ]


def _postgresql_triggers() -> list[str]:
    return [
        "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION USING MESSAGE = TG_ARGV[0]; END $$",
        "CREATE TRIGGER log_not_changed BEFORE UPDATE OR DELETE ON log "
        f"FOR EACH ROW EXECUTE FUNCTION refuse_change('{_LOG_KEPT}')",
        "CREATE TRIGGER log_not_emptied BEFORE TRUNCATE ON log "
        f"FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('{_LOG_KEPT}')",
        f"CREATE TRIGGER figures_read_kept BEFORE UPDATE OF {_READING_COLUMNS} ON figures "
        f"FOR EACH ROW EXECUTE FUNCTION refuse_change('{_READING_KEPT}')",
    ]
