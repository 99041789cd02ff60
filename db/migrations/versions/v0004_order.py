"""The words of figures with their index, and what each clerk prefers. Frozen: it must not follow db.tables.

Only what the words are comes from the code of today: they are derived, and made anew where that changes. The
index that lists of figures are read from takes in who decided.
"""

import sqlalchemy as sa
from alembic import op

from desktop.core.searching import joined_words

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_AT_ONCE = 10_000
_ORDER_COLUMNS = ["report_id", "start", "id", "end", "verdict", "section_id", "confidence", "other_number"]
_SEARCH_INDEX = (
    "CREATE VIRTUAL TABLE figure_search USING fts5(words, content='figure_words', content_rowid='figure_id', "
    "tokenize=\"ascii tokenchars '.%'\", prefix='1 2 3 4 5 6', detail=none, columnsize=0)"
)
_SERVER_INDEX = (
    "CREATE INDEX figure_search ON figure_words USING gin (array_to_tsvector(string_to_array(words, ' ')))"
)
_WORDED = (
    "SELECT id, said_number IS NOT NULL AS is_said, note, read_indicator, read_unit, read_number, read_high, "
    "read_of, said_indicator, said_unit, said_number, said_high, said_of "
    "FROM figures WHERE id > :after ORDER BY id LIMIT :most"
)


def upgrade() -> None:
    """Add the tables, and the words of the figures that are there already."""
    op.create_table(
        "preferences",
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("who", "name", name="pk_preferences"),
    )
    words = op.create_table(
        "figure_words",
        sa.Column("figure_id", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("figure_id", name="pk_figure_words"),
        sa.ForeignKeyConstraint(["figure_id"], ["figures.id"], name="fk_figure_words_figure_id"),
    )
    _fill(op.get_bind(), words)
    if op.get_context().dialect.name == "sqlite":
        op.execute(_SEARCH_INDEX)
        op.execute("INSERT INTO figure_search (figure_search) VALUES ('rebuild')")
    else:
        op.execute(_SERVER_INDEX)
    op.drop_index("ix_figures_reading_order", "figures")
    op.create_index("ix_figures_reading_order", "figures", [*_ORDER_COLUMNS, "decided_by"])


def _fill(connection: sa.Connection, words: sa.Table) -> None:
    after = 0
    while found := connection.execute(sa.text(_WORDED), {"after": after, "most": _AT_ONCE}).all():
        connection.execute(words.insert(), [{"figure_id": row.id, "words": _words(row)} for row in found])
        after = found[-1].id


def _words(row: sa.Row[tuple[str, ...]]) -> str:
    """Return the words of what holds: the clerk's reading where there is one, else the machine's."""
    prefix = "said" if row.is_said else "read"
    said = row._mapping
    numbers = (said[f"{prefix}_{name}"] for name in ("number", "high", "of"))
    texts = (said[f"{prefix}_indicator"], said[f"{prefix}_unit"], row.note)
    return joined_words(texts, (number for number in numbers if number is not None))
