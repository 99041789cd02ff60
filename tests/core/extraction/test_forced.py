"""A run of digits that no rule takes for a figure is read, when asked, as the rules read every other."""

import pytest

import resources
from desktop.core.documents import Block, BlockKind, Cell, Document, Format, Table
from desktop.core.extraction.extracting import extract
from desktop.core.extraction.forced import forced_figure
from desktop.core.figures import Base, Figure, Kind
from desktop.core.readers import read
from desktop.core.sections import LedgerKind

SENTENCE = "Năm 2020, toàn huyện xử lý 2021 vụ vi phạm, giảm 5,2% so với quý trước; ký ngày 20/5."


def _document(text: str, *tables: Table) -> Document:
    kind = BlockKind.TABLE if tables else BlockKind.PARAGRAPH
    return Document(Format.TXT, text, (Block(kind, 0, len(text)),), tables)


def _forced(text: str, run: str, document: Document | None = None) -> Figure | None:
    start = text.index(run)
    return forced_figure(document or _document(text), start, start + len(run), "2021-Q1")


def test_number_taken_for_a_year_gets_all_its_fields() -> None:
    found = _forced(SENTENCE, "2021")
    assert found is not None
    reading = found.reading
    assert (str(reading.value), reading.unit, reading.kind) == ("2021", "vụ", Kind.LEVEL)
    assert "vi phạm" in reading.indicator
    assert found.text == "2021 vụ"


def test_change_keeps_its_sign_and_base() -> None:
    found = _forced(SENTENCE, "5,2")
    assert found is not None
    assert (str(found.reading.value), found.reading.kind, found.reading.base) == (
        "-5.2",
        Kind.CHANGE,
        Base.PREVIOUS,
    )


@pytest.mark.parametrize("run", ["2020", "20/5"])
def test_what_was_set_aside_is_read_all_the_same(run: str) -> None:
    found = _forced(SENTENCE, run)
    assert found is not None
    assert SENTENCE[found.place.start : found.place.end].startswith(run)


def test_place_without_a_number_is_none() -> None:
    assert _forced(SENTENCE, "toàn huyện") is None


def test_run_outside_of_all_blocks_is_read_by_itself() -> None:
    document = Document(Format.TXT, "Có 3 vụ.", ())
    found = forced_figure(document, 3, 4)
    assert found is not None
    assert str(found.reading.value) == "3"


def test_decomposed_letters_keep_their_offsets() -> None:
    text = "Xu\u031b\u0309 ly\u0301 2021 vu\u0323 vi pha\u0323m."
    found = _forced(text, "2021")
    assert found is not None
    assert text[found.place.start : found.place.end].startswith("2021")


def test_cell_is_named_by_its_row_and_its_column() -> None:
    text = "Chỉ tiêu\tThực hiện\nSố hộ nghèo\t277\n"
    cells = tuple(
        Cell(row, column, text.index(word), text.index(word) + len(word), name=name)
        for row, column, word, name in (
            (0, 0, "Chỉ tiêu", "A1"),
            (0, 1, "Thực hiện", "B1"),
            (1, 0, "Số hộ nghèo", "A2"),
            (1, 1, "277", "B2"),
        )
    )
    document = _document(text, Table(0, len(text), cells, sheet="01"))
    found = _forced(text, "277", document)
    assert found is not None
    assert found.reading.indicator == "Số hộ nghèo – Thực hiện"
    assert str(found.reading.value) == "277"
    assert (found.place.sheet, found.place.cell) == ("01", "B2")


@pytest.mark.parametrize("sample", ["txt", "docx"])
def test_figure_that_the_rules_find_reads_the_same_when_it_is_asked_for(sample: str) -> None:
    path = next(iter(sorted(resources.path("samples").glob(f"*.{sample}"))))
    document = read(path.read_bytes(), path.name)
    extraction = extract(document)
    asked = 0
    for entry in extraction.ledger:
        if entry.kind is not LedgerKind.FIGURE or entry.figure is None:
            continue
        figure = extraction.figures[entry.figure]
        if any(table.start <= figure.place.start < table.end for table in document.tables):
            continue
        heading = figure.section[-1] if figure.section else ""
        found = forced_figure(document, entry.start, entry.end, extraction.period, heading)
        assert found is not None
        assert found.reading == figure.reading
        asked += 1
    assert asked > 50
