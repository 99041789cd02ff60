"""A layout packed and unpacked with its text is the same document again."""

import json
import zlib
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.documents import Block, BlockKind, Cell, Document, Format, Page, Table, Word
from desktop.core.layouts import MAGIC, ROWS_PER_LINE, Extent, extent_of, pack, unpack
from desktop.core.places import Box

OFFSETS = st.integers(0, 10**9)
POINTS = st.floats(-(10**4), 10**4).map(lambda number: round(number, 2))
BLOCKS = st.builds(
    Block, st.sampled_from(BlockKind), OFFSETS, OFFSETS, st.integers(0, 9), st.none() | OFFSETS, st.booleans()
)
NUMBERS = st.none() | st.decimals(allow_nan=False, allow_infinity=False)
CELLS = st.builds(
    Cell,
    OFFSETS,
    OFFSETS,
    OFFSETS,
    OFFSETS,
    OFFSETS,
    OFFSETS,
    st.text(max_size=4),
    NUMBERS,
    st.integers(0, 9),
)
TABLES = st.builds(
    Table,
    OFFSETS,
    OFFSETS,
    st.lists(CELLS, max_size=4).map(tuple),
    st.none() | st.text(max_size=8),
    st.none() | OFFSETS,
    st.booleans(),
)
WORDS = st.builds(Word, OFFSETS, OFFSETS, st.builds(Box, POINTS, POINTS, POINTS, POINTS))
PAGES = st.builds(Page, OFFSETS, POINTS, POINTS, OFFSETS, OFFSETS, st.lists(WORDS, max_size=4).map(tuple))
DOCUMENTS = st.builds(
    Document,
    st.sampled_from(Format),
    st.text(max_size=30),
    st.lists(BLOCKS, max_size=4).map(tuple),
    st.lists(TABLES, max_size=3).map(tuple),
    st.lists(PAGES, max_size=3).map(tuple),
)
DOCUMENT = Document(Format.TXT, "Số 5", (Block(BlockKind.PARAGRAPH, 0, 4),))


@given(DOCUMENTS)
def test_unpacking_gives_the_document_back(document: Document) -> None:
    assert unpack(pack(document), document.text) == document


@given(DOCUMENTS)
def test_extent_is_told_without_unpacking(document: Document) -> None:
    sheets = {table.sheet for table in document.tables if table.sheet is not None}
    assert extent_of(pack(document)) == Extent(len(document.pages) or None, len(sheets) or None)


def test_a_table_longer_than_a_line_is_one_table_again() -> None:
    count = 2 * ROWS_PER_LINE + 1
    cells = tuple(Cell(n, 0, n, n + 1, name=f"A{n}", number=Decimal(n)) for n in range(count))
    document = Document(Format.XLSX, "x" * count, (), (Table(0, count, cells, "1.GDP"),))
    assert unpack(pack(document), document.text) == document


def test_the_same_document_packs_to_the_same_bytes() -> None:
    assert pack(DOCUMENT) == pack(Document(Format.TXT, "Số 5", (Block(BlockKind.PARAGRAPH, 0, 4),)))


def test_the_text_is_not_in_the_layout() -> None:
    assert "Số 5".encode() not in zlib.decompress(pack(DOCUMENT)[len(MAGIC) :])


@pytest.mark.parametrize(
    "layout",
    [
        b"",
        b"doichieu layout 2\n" + pack(DOCUMENT)[len(MAGIC) :],
        pack(DOCUMENT)[:-3],
        MAGIC + b"no deflate stream",
        MAGIC + zlib.compress(b""),
        MAGIC + zlib.compress(b'["document","txt",4]\n["surprise"]\n'),
        MAGIC + zlib.compress(b'["document","txt",4]\n["cells",[1]]\n'),
        MAGIC + zlib.compress(json.dumps(["document", "odt", 4]).encode() + b"\n"),
        MAGIC + zlib.compress(b"5\n"),
    ],
)
def test_other_bytes_are_no_layout(layout: bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        unpack(layout, "Số 5")


def test_a_layout_belongs_to_one_text() -> None:
    with pytest.raises(ValueError, match="another text"):
        unpack(pack(DOCUMENT), "Số 50")
