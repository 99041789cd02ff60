"""Tables of PDFs as spreadsheets print them: headers over columns, pages beside and below each other."""

from collections.abc import Callable, Sequence

import pytest

from desktop.core.documents import BlockKind, Document
from desktop.core.extraction.extracting import extract
from desktop.core.readers import read

PdfBuilder = Callable[..., bytes]

_EM_SHARE = 0.53
_LABELS = ("Lua", "Ngo", "Khoai", "Rau", "Che", "Mia")


def at(x: float, y: float, text: str, size: float = 10) -> str:
    """Return page content that shows `text` from x on, its baseline y points above the foot."""
    escaped = text.replace("(", r"\(").replace(")", r"\)")
    return f"BT /F1 {size} Tf {x} {y} Td ({escaped}) Tj ET\n"


def centred(x: float, y: float, text: str) -> str:
    return at(x - len(text) * 10 * _EM_SHARE / 2, y, text)


def rows_of_figures(
    labels: Sequence[str], xs: Sequence[float], *, top: float = 600, left: float | None = 60, first: int = 0
) -> str:
    content = ""
    for number, label in enumerate(labels, first):
        y = top - 18 * (number - first)
        content += at(left, y, label) if left is not None else ""
        content += "".join(at(x, y, f"{number + 1}{column}5.{number}") for column, x in enumerate(xs, 1))
    return content


def parsed(data: bytes) -> Document:
    return read(data, "a.pdf")


def header(document: Document, table: int = 0) -> list[tuple[int, int, str]]:
    """Return the cells above the first row with a label: column, columns spanned, text."""
    cells = document.tables[table].cells
    first = min(cell.row for cell in cells if cell.column == 0)
    return [(c.column, c.column_span, document.slice(c)) for c in cells if c.row < first]


def labels(document: Document) -> list[list[str]]:
    return [[document.slice(c) for c in table.cells if c.column == 0] for table in document.tables]


def test_a_header_stands_over_all_columns_that_it_is_in_the_middle_of(pdf: PdfBuilder) -> None:
    xs = (250, 320, 390, 460, 530)
    content = centred(333, 680, "Thuc hien vu nay") + centred(508, 680, "So voi vu truoc")
    for x, text in zip(xs, ("Ha", "Ta", "Tan", "Ha", "Tan"), strict=True):
        content += centred(x + 13, 650, text)
    document = parsed(pdf([content + rows_of_figures(_LABELS, xs)]))
    assert header(document)[:2] == [(1, 3, "Thuc hien vu nay"), (4, 2, "So voi vu truoc")]
    assert [(column, text) for column, _, text in header(document)[2:]] == [
        (1, "Ha"), (2, "Ta"), (3, "Tan"), (4, "Ha"), (5, "Tan"),
    ]  # fmt: skip


def test_lines_of_a_header_at_uneven_heights_make_one_cell(pdf: PdfBuilder) -> None:
    xs = (300, 420)
    content = centred(313, 662, "Thang 5") + centred(313, 650, "nam nay")
    content += centred(433, 668, "So voi") + centred(433, 656, "cung ky") + centred(433, 644, "nam truoc")
    document = parsed(pdf([content + rows_of_figures(_LABELS, xs)]))
    assert sorted(header(document)) == [(1, 1, "Thang 5\nnam nay"), (2, 1, "So voi\ncung ky\nnam truoc")]


def test_a_rule_parts_a_header_from_the_one_below_it(pdf: PdfBuilder) -> None:
    xs = (250, 320, 390)
    content = centred(333, 662, "Tieu thu") + "".join(centred(x + 13, 650, "Quy") for x in xs)
    body = rows_of_figures(_LABELS, xs, top=620)
    assert (1, 3, "Tieu thu") in header(parsed(pdf([content + "240 660 m 420 660 l S\n" + body])))


def test_a_unit_at_the_right_edge_above_the_header_is_that_of_the_table(pdf: PdfBuilder) -> None:
    xs = (300, 420)
    content = at(60, 720, "Bieu 1. Dien tich gieo trong nam 2021", 12) + at(395, 690, "Nghin ha")
    content += centred(313, 660, "Nam 2020") + centred(433, 660, "Nam 2021")
    document = parsed(pdf([content + rows_of_figures(_LABELS, xs)]))
    assert (BlockKind.PARAGRAPH, "Nghin ha") in [(b.kind, document.slice(b)) for b in document.blocks]
    assert {text for *_, text in header(document)} == {"Nam 2020", "Nam 2021"}


def test_a_table_goes_on_overleaf_where_its_header_is_not_repeated(pdf: PdfBuilder) -> None:
    xs = (300, 420)
    first = centred(313, 660, "Nam 2020") + centred(433, 660, "Nam 2021") + rows_of_figures(_LABELS, xs)
    document = parsed(pdf([first, rows_of_figures(("Dua", "Tieu"), xs, top=740, first=6)]))
    assert labels(document) == [[*_LABELS, "Dua", "Tieu"]]
    place = next(f.place for f in extract(document).figures if f.text == "725.7" or f.text == "825.7")
    assert place.page == 2
    assert place.boxes[0].y0 == pytest.approx(800 - 740 + 18 - 9, abs=3)


def test_a_table_begins_anew_overleaf_where_its_header_is_repeated(pdf: PdfBuilder) -> None:
    xs = (300, 420)
    head = centred(313, 660, "Nam 2020") + centred(433, 660, "Nam 2021")
    pages = [
        head + rows_of_figures(_LABELS, xs),
        head + rows_of_figures(("Dua", "Tieu", "Bong"), xs, first=6),
    ]
    document = parsed(pdf(pages))
    assert labels(document) == [[*_LABELS], ["Dua", "Tieu", "Bong"]]
    assert {f.reading.period for f in extract(document).figures} == {"2020", "2021"}


def test_columns_printed_on_the_next_page_join_their_labels(pdf: PdfBuilder) -> None:
    first = centred(413, 660, "2020") + rows_of_figures(_LABELS, (400, 500)) + centred(513, 660, "2021")
    beside = centred(113, 660, "2022") + rows_of_figures(_LABELS, (100,), left=None, first=6)
    document = parsed(pdf([first, beside]))
    assert labels(document) == [[*_LABELS]]
    figures = {f.text: f for f in extract(document).figures}
    assert (figures["715.6"].reading.period, figures["715.6"].reading.indicator) == ("2022", "Lua")
    assert figures["715.6"].place.page == 2
    assert figures["715.6"].place.boxes[0].x0 == pytest.approx(100, abs=2)
    assert figures["115.0"].place.page == 1


def test_what_the_edge_of_the_paper_cuts_is_read_once(pdf: PdfBuilder) -> None:
    first = at(450, 690, "So voi cung ky nam truoc nua") + rows_of_figures(_LABELS, (400, 500))
    beside = at(-50, 690, "So voi cung ky nam truoc nua") + rows_of_figures(
        _LABELS, (60,), left=None, first=6
    )
    document = parsed(pdf([first, beside]))
    assert document.text.count("cung ky") == 1


def test_a_ruled_header_over_rows_without_rules_is_their_header(pdf: PdfBuilder) -> None:
    xs = (250, 320, 390)
    content = "".join(f"{x} 640 m {x} 680 l S\n" for x in (235, 305, 375, 445))
    content += "".join(f"235 {y} m 445 {y} l S\n" for y in (640, 680))
    content += "".join(
        centred(x + 13, 655, f"Nam {year}") for x, year in zip(xs, (2019, 2020, 2021), strict=True)
    )
    document = parsed(pdf([content + rows_of_figures(_LABELS, xs, top=620)]))
    assert sorted(header(document)) == [(1, 1, "Nam 2019"), (2, 1, "Nam 2020"), (3, 1, "Nam 2021")]


def test_rows_that_no_rules_part_within_ruled_columns_are_rows(pdf: PdfBuilder) -> None:
    xs = (250, 340)
    frame = "".join(f"{x} 480 m {x} 680 l S\n" for x in (50, 235, 320, 410))
    frame += "".join(f"50 {y} m 410 {y} l S\n" for y in (480, 640, 680))
    content = at(100, 655, "Cay") + centred(263, 655, "Nam 2020") + centred(353, 655, "Nam 2021")
    document = parsed(pdf([frame + content + rows_of_figures(_LABELS, xs, top=620)]))
    assert labels(document) == [["Cay", *_LABELS]]
    assert [f.text for f in extract(document).figures][:3] == ["115.0", "125.0", "215.1"]


@pytest.mark.parametrize(
    ("turn", "matrix"), [(90, "0 1 -1 0 600 0"), (270, "0 -1 1 0 0 800"), (180, "-1 0 0 -1 600 800")]
)
def test_a_table_on_a_turned_page_reads_as_one_upright(pdf: PdfBuilder, turn: int, matrix: str) -> None:
    content = centred(313, 560, "Nam 2020") + centred(433, 560, "Nam 2021")
    content += rows_of_figures(_LABELS, (300, 420), top=500)
    turned = parsed(pdf([f"q {matrix} cm\n{content}Q\n"], page_keys=f"/Rotate {turn}"))
    upright = parsed(pdf([content]))
    assert turned.text == upright.text
    assert [(c.row, c.column) for c in turned.tables[0].cells] == [
        (c.row, c.column) for c in upright.tables[0].cells
    ]


def test_labels_set_deeper_are_parts_of_the_one_above(pdf: PdfBuilder) -> None:
    content = centred(413, 660, "2021")
    for number, (label, deep) in enumerate(
        (("Than", 0), ("Trung uong", 6), ("Tinh", 6), ("Dau", 0), ("Trung uong", 6), ("Tinh", 6))
    ):
        content += at(60 + deep, 620 - 18 * number, label) + at(400, 620 - 18 * number, f"{number + 3}1,5")
    figures = extract(parsed(pdf([content]))).figures
    assert [f.reading.indicator for f in figures][1:3] == ["Than – Trung uong", "Than – Tinh"]
    assert figures[4].reading.indicator == "Dau – Trung uong"


def test_the_letter_that_old_fonts_lose_in_pdfs_is_given_back(pdf: PdfBuilder) -> None:
    lines = (
        "Doanh nghiÖp Nhµ níc vµ ®Çu t níc ngoµi",
        "Trung ¬ng vµ ®Þa ph¬ng, s¶n lîng l¬ng thùc",
        "T. nµy kh«ng ph¶i ch÷ t",
    )
    content = "".join(at(60, 700 - 30 * number, line) for number, line in enumerate(lines))
    assert parsed(pdf([content])).text.split("\n") == [
        "Doanh nghiệp Nhà nước và đầu tư nước ngoài",
        "Trung ương và địa phương, sản lượng lương thực",
        "T. này không phải chữ tư",
    ]


def test_pdfs_of_today_keep_words_that_only_look_as_if_a_letter_were_lost(pdf: PdfBuilder) -> None:
    assert parsed(pdf([at(60, 700, "may t th hng, café")])).text == "may t th hng, café"
