"""A place goes one step at a time, never outside of its text, and back by the step the other way."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.core.documents import Block, BlockKind, Cell, Document, Format, Table
from desktop.core.place_steps import Step, placed, stepped
from desktop.core.places import Place

TEXT = "Thu 6,3 tỷ đồng (tăng 20%), chi 1.250 triệu đồng."
PROSE = Document(Format.TXT, TEXT, (Block(BlockKind.PARAGRAPH, 0, len(TEXT)),))


def _workbook() -> Document:
    """Return a sheet "Thu chi" of two rows, B1 between A1 and C1, an empty B2, and a note in A3."""
    note = "Số thu 9 tháng ước đạt 6,3 tỷ đồng, trong đó thu nội địa là 4,1 tỷ đồng và tăng 5%."
    rows = [["Thu", "6.3", "7.1"], ["Chi", "", "5.2"], [note, "", ""]]
    text, cells = "", []
    for row, line in enumerate(rows):
        for column, word in enumerate(line):
            if word:
                name = f"{'ABC'[column]}{row + 1}"
                cells.append(Cell(row, column, len(text), len(text) + len(word), name=name))
            text += word + ("\n" if column == 2 else "\t")
    table = Table(0, len(text), tuple(cells), sheet="Thu chi")
    return Document(Format.XLSX, text, (Block(BlockKind.TABLE, 0, len(text)),), (table,))


def _at(document: Document, words: str) -> Place:
    start = document.text.index(words)
    return placed(document, start, start + len(words))


def _after(document: Document, words: str, *steps: Step) -> str | None:
    place: Place | None = _at(document, words)
    for step in steps:
        place = stepped(document, place, step) if place is not None else None
    return None if place is None else document.text[place.start : place.end]


def test_ends_go_by_words_without_the_punctuation_round_them() -> None:
    assert _after(PROSE, "6,3 tỷ", Step.END_ON) == "6,3 tỷ đồng"
    assert _after(PROSE, "6,3 tỷ", Step.END_ON, Step.END_ON) == "6,3 tỷ đồng (tăng"
    assert _after(PROSE, "6,3 tỷ", Step.END_BACK) == "6,3"
    assert _after(PROSE, "tăng 20%", Step.START_ON) == "20%"
    assert _after(PROSE, "20%", Step.START_BACK, Step.START_BACK) == "đồng (tăng 20%"


def test_at_least_a_word_stays() -> None:
    assert _after(PROSE, "20%", Step.END_BACK) is None
    assert _after(PROSE, "20%", Step.START_ON) is None


def test_whole_place_goes_to_the_number_before_or_after() -> None:
    assert _after(PROSE, "20%", Step.NUMBER_ON) == "1.250"
    assert _after(PROSE, "20%", Step.NUMBER_BACK) == "6,3"
    assert _after(PROSE, "6,3 tỷ đồng", Step.NUMBER_BACK) is None
    assert _after(PROSE, "1.250", Step.NUMBER_ON) is None


def test_number_far_before_is_reached() -> None:
    text = "Có 12.345 hộ" + " và" * 2_000 + " 7 xã"
    document = Document(Format.TXT, text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))
    assert _after(document, "7 xã", Step.NUMBER_BACK) == "12.345"


def test_in_a_sheet_it_goes_from_cell_to_cell_past_empty_ones() -> None:
    sheet = _workbook()
    for step in (Step.END_ON, Step.START_ON):
        assert _after(sheet, "6.3", step) == "7.1"
    for step in (Step.END_BACK, Step.START_BACK):
        assert _after(sheet, "5.2", step) == "Chi"
    assert _after(sheet, "7.1", Step.DOWN) == "5.2"
    assert _after(sheet, "5.2", Step.UP) == "7.1"
    assert _after(sheet, "7.1", Step.NUMBER_ON) == "5.2"
    assert _after(sheet, "5.2", Step.NUMBER_BACK) == "7.1"
    assert _after(sheet, "5.2", Step.DOWN) is None
    place = stepped(sheet, _at(sheet, "6.3"), Step.END_ON)
    assert place is not None
    assert str(place) == "Thu chi!C1"


def test_in_a_cell_of_prose_it_goes_by_words() -> None:
    sheet = _workbook()
    place = stepped(sheet, _at(sheet, "6,3 tỷ"), Step.END_ON)
    assert place is not None
    assert (sheet.text[place.start : place.end], place.cell) == ("6,3 tỷ đồng", "A3")
    assert _after(sheet, "4,1 tỷ", Step.NUMBER_ON) == "5"


@given(
    st.text("aă0 1,.\n(%tỷ", min_size=1, max_size=40).filter(str.strip),
    st.data(),
    st.sampled_from(list(Step)),
)
def test_any_step_stays_within_the_text_and_never_leaves_nothing(
    text: str, data: st.DataObject, step: Step
) -> None:
    document = Document(Format.TXT, text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))
    start = data.draw(st.integers(0, len(text) - 1))
    place = Place(start, data.draw(st.integers(start + 1, len(text))))
    found = stepped(document, place, step)
    if found is None:
        return
    assert 0 <= found.start < found.end <= len(text)
    assert (found.start, found.end) != (place.start, place.end)
