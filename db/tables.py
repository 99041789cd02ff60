"""The tables of a workspace, the same on SQLite and PostgreSQL; triggers are in the migrations.

The machine's reading of a figure (read_*), the value by a second way of reading the number (other_*) and the
clerk's reading (said_*) stand side by side, and so do the machine's place and the clerk's (placed_*): a
trigger refuses every update of what is the machine's. The log is only appended to: triggers refuse updates
and deletions.
"""

from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
)

from db.columns import Boxes, Choice, ExactDecimal, FlatTexts, PlainText, UtcTime
from desktop.core.annotations import NoteState
from desktop.core.documents import Format
from desktop.core.figures import Base, Kind, Origin, Qualifier, Verdict
from desktop.core.rereading import Mode
from desktop.core.sections import LedgerKind

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _value_columns(prefix: str, *, is_optional: bool) -> list[Column[Any]]:
    """Return the columns of one value; `number` is null exactly where there is no value."""
    return [
        Column(f"{prefix}_number", ExactDecimal, nullable=is_optional),
        Column(f"{prefix}_high", ExactDecimal),
        Column(f"{prefix}_of", ExactDecimal),
    ]


def _reading_columns(prefix: str, *, is_optional: bool) -> list[Column[Any]]:
    """Return the columns of one reading; `number` is null exactly where there is no reading."""
    return [
        *_value_columns(prefix, is_optional=is_optional),
        Column(f"{prefix}_unit", PlainText, nullable=is_optional),
        Column(f"{prefix}_kind", Choice(Kind), nullable=is_optional),
        Column(f"{prefix}_base", Choice(Base), nullable=is_optional),
        Column(f"{prefix}_indicator", PlainText, nullable=is_optional),
        Column(f"{prefix}_qualifier", Choice(Qualifier), nullable=is_optional),
        Column(f"{prefix}_period", PlainText, nullable=is_optional),
    ]


def _text(name: str) -> Column[str]:
    return Column(name, PlainText, nullable=False, default="")


def _number(name: str, default: int | None = None) -> Column[int]:
    return Column(name, Integer, nullable=False, default=default)


def _report_id() -> Column[int]:
    return Column("report_id", Integer, ForeignKey("reports.id"), nullable=False)


meta = Table(
    "meta",
    metadata,
    Column("key", PlainText, primary_key=True),
    Column("value", PlainText, nullable=False),
)
"""What the workspace says of itself; `application` tells it from other databases."""

ids = Table(
    "ids",
    metadata,
    Column("name", PlainText, primary_key=True),
    _number("next"),
)
"""The next free id of figures and sections: ids are taken in ranges and never given twice."""

reports = Table(
    "reports",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("digest", PlainText, unique=True),
    _text("name"),
    _text("title"),
    _text("period"),
    Column("format", Choice(Format), nullable=False),
    Column("imported_at", UtcTime, nullable=False),
    _text("imported_by"),
    _text("issuer"),
    _text("province"),
    _text("signed_by"),
    Column("signed_at", UtcTime),
)
"""Reports; one whose digest is null is still being imported, and nothing shows it.

`signed_at` is null unless the report is signed off; then nothing of it may be changed.
"""

sources = Table(
    "sources",
    metadata,
    Column("report_id", Integer, ForeignKey("reports.id"), primary_key=True, autoincrement=False),
    Column("data", LargeBinary, nullable=False),
)
"""The original bytes, apart from the report so that lists stay light."""

texts = Table(
    "texts",
    metadata,
    Column("report_id", Integer, ForeignKey("reports.id"), primary_key=True, autoincrement=False),
    Column("text", LargeBinary, nullable=False),
    Column("layout", LargeBinary, nullable=False),
)
"""The text, compressed (it may hold what no text column takes), and the packed layout."""

sections = Table(
    "sections",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    _report_id(),
    Column("parent_id", Integer, ForeignKey("sections.id")),
    _text("title"),
    _number("level"),
    _number("start"),
    _number("end"),
    Index(None, "report_id", "start"),
)

section_tags = Table(
    "section_tags",
    metadata,
    Column("section_id", Integer, ForeignKey("sections.id"), nullable=False),
    Column("tag", PlainText, nullable=False),
    PrimaryKeyConstraint("section_id", "tag"),
)

figures = Table(
    "figures",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    _report_id(),
    Column("section_id", Integer, ForeignKey("sections.id")),
    _number("start"),
    _number("end"),
    Column("page", Integer),
    Column("boxes", Boxes, nullable=False),
    Column("sheet", PlainText),
    Column("cell", PlainText),
    _text("text"),
    Column("origin", Choice(Origin), nullable=False),
    *_reading_columns("read", is_optional=False),
    Column("confidence", Float, nullable=False),
    Column("verdict", Choice(Verdict), nullable=False),
    *_reading_columns("said", is_optional=True),
    _text("reason"),
    _text("note"),
    _text("decided_by"),
    Column("decided_at", UtcTime),
    _number("revision", default=1),
    *_value_columns("other", is_optional=True),
    Column("looked_ms", Integer),
    Column("needed_ms", Integer),
    Column("placed_start", Integer),
    Column("placed_end", Integer),
    Column("placed_page", Integer),
    Column("placed_boxes", Boxes),
    Column("placed_sheet", PlainText),
    Column("placed_cell", PlainText),
    Column("placed_text", PlainText),
    _text("shown"),
    Index(None, "report_id", "sheet", "cell"),
    Index(
        "ix_figures_reading_order",
        *("report_id", "start", "id", "end", "verdict", "section_id", "confidence", "other_number"),
        "decided_by",
    ),
)
"""The second index covers what a list of 100,000 figures needs, so that the wide rows are not read for it.

The placed_* columns are the clerk's place and the text there, null where the machine's (start to cell, text)
holds; the third index finds those that were moved.

`shown` is what the cell of a workbook shows of the number, '' elsewhere.
`looked_ms` is how long a figure was looked at before it was accepted, `needed_ms` how long reading it takes
at least; both are null where nobody measured.
"""

# Only over the rows that have a placed_start, as its migration says: saying so here would import the dialects
# of all databases at every start.
Index("ix_figures_placed", figures.c.report_id, figures.c.placed_start)

figure_words = Table(
    "figure_words",
    metadata,
    Column("figure_id", Integer, ForeignKey("figures.id"), primary_key=True, autoincrement=False),
    _text("words"),
)
"""The words a figure is found by (`desktop.core.searching`), kept in step with what it says."""

SEARCH_INDEX = "figure_search"
"""What the migrations make over those words: a virtual table of FTS5 in a file, an index on a server.

No table of ours, and none of the tables that FTS5 keeps behind it.
"""

ledger = Table(
    "ledger",
    metadata,
    _report_id(),
    _number("start"),
    _number("end"),
    Column("kind", Choice(LedgerKind), nullable=False),
    Column("figure_id", Integer, ForeignKey("figures.id"), index=True),
    Column("sheet", PlainText),
    Column("cell", PlainText),
    PrimaryKeyConstraint("report_id", "start"),
)

counts = Table(
    "counts",
    metadata,
    Column("id", Integer, primary_key=True),
    _report_id(),
    Column("section_id", Integer, ForeignKey("sections.id")),
    _number("open", default=0),
    _number("accepted", default=0),
    _number("corrected", default=0),
    _number("dismissed", default=0),
    _number("doubtful", default=0),
    _number("runs_open", default=0),
    _number("hasty", default=0),
    Index(None, "report_id", "section_id"),
)
"""Figures by verdict, runs not accounted for and figures accepted faster than they can be read.

A row for each section and one for those under none.
"""

log = Table(
    "log",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", UtcTime, nullable=False),
    _text("who"),
    _text("action"),
    Column("report_id", Integer, ForeignKey("reports.id")),
    Column("figure_id", Integer),
    Column("section_id", Integer),
    _text("place"),
    Column("old", FlatTexts, nullable=False),
    Column("new", FlatTexts, nullable=False),
    Index(None, "report_id"),
    Index(None, "figure_id"),
)
"""No foreign keys to figures: a line outlives a figure that was added and taken back."""

bookmarks = Table(
    "bookmarks",
    metadata,
    Column("who", PlainText, nullable=False),
    _report_id(),
    Column("figure_id", Integer, ForeignKey("figures.id", ondelete="SET NULL"), index=True),
    Column("at", UtcTime, nullable=False),
    PrimaryKeyConstraint("who", "report_id"),
)

office_tags = Table(
    "office_tags",
    metadata,
    Column("key", PlainText, primary_key=True),
    _text("name"),
    _text("colour"),
    Column("parent", PlainText),
    _number("is_retired", default=0),
)
"""What the office says of tags: its own, and what it changed of the default ones (`OfficeTag`)."""

passage_tags = Table(
    "passage_tags",
    metadata,
    _report_id(),
    _number("start"),
    _number("end"),
    Column("tag", PlainText, nullable=False),
    Column("page", Integer),
    Column("sheet", PlainText),
    Column("cell", PlainText),
    PrimaryKeyConstraint("report_id", "start", "end", "tag"),
)

notes = Table(
    "notes",
    metadata,
    Column("id", Integer, primary_key=True),
    _report_id(),
    Column("figure_id", Integer),
    Column("start", Integer),
    Column("end", Integer),
    Column("page", Integer),
    Column("sheet", PlainText),
    Column("cell", PlainText),
    _text("text"),
    Column("state", Choice(NoteState), nullable=False),
    _text("written_by"),
    Column("written_at", UtcTime, nullable=False),
    _text("settled_by"),
    Column("settled_at", UtcTime),
    _number("revision", default=1),
    Index(None, "report_id", "start"),
)
"""No foreign key to figures: a note outlives a figure that was added and taken back. No row is deleted."""


preferences = Table(
    "preferences",
    metadata,
    Column("who", PlainText, nullable=False),
    Column("name", PlainText, nullable=False),
    _text("value"),
    PrimaryKeyConstraint("who", "name"),
)

second_rules = Table(
    "second_rules",
    metadata,
    Column("scope", PlainText, primary_key=True),
    Column("report_id", Integer, ForeignKey("reports.id")),
    _text("tag"),
    Column("is_reviewed", Boolean, nullable=False),
    Column("is_rekeyed", Boolean, nullable=False),
    _number("share"),
    Column("has_other_signer", Boolean, nullable=False),
    _text("seed"),
)
"""Which figures are read a second time, by report or by tag; `share` is in per cent.

A rule that is taken back stays, wanting nothing, so that its draw cannot be made anew with another seed.
"""

second_readings = Table(
    "second_readings",
    metadata,
    Column("id", Integer, primary_key=True),
    _report_id(),
    Column("figure_id", Integer, ForeignKey("figures.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("mode", Choice(Mode), nullable=False),
    _text("who"),
    Column("at", UtcTime, nullable=False),
    _text("first_by"),
    *_reading_columns("first", is_optional=False),
    *_reading_columns("second", is_optional=False),
    _number("tries"),
    *_reading_columns("settled", is_optional=True),
    _text("settled_by"),
    Column("settled_at", UtcTime),
    Index(None, "report_id"),
)
"""What somebody else read of a verified figure, beside what it was verified as.

Null in `settled_number` and `settled_at` while nobody has settled a difference, and where there is none.
"""

findings_settled = Table(
    "findings_settled",
    metadata,
    Column("identity", PlainText, primary_key=True),
    _report_id(),
    _text("code"),
    _text("figure_ids"),
    _text("note"),
    _text("settled_by"),
    Column("settled_at", UtcTime, nullable=False),
    Column("is_valid", Boolean, nullable=False),
    _number("revision", default=1),
    Index(None, "report_id"),
)
"""A clerk's word that the source says so, by what the finding is known by again (`Finding.identity`).

Findings themselves are not kept: they follow from the figures. No row is deleted; one that was taken back is
not valid. `figure_ids` are numbers with commas between, without a foreign key: a word outlives its figures.
"""
