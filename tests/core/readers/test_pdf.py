"""PDFs: words with their boxes, paragraphs from lines, tables, and what pages repeat."""

import io
from collections.abc import Callable, Sequence

import pypdfium2
import pypdfium2.raw as raw
import pytest

from desktop.core.documents import BlockKind, Document, Format
from desktop.core.errors import RefusalCode, RefusedError
from desktop.core.readers import read

PdfBuilder = Callable[..., bytes]

BODY = (
    "Trong quy I toan tinh xay ra 12 vu tai nan giao thong lam chet 11 nguoi va hai",
    "nguoi bi thuong; cac luc luong chuc nang da xu phat 5.093 truong hop vi pham va",
    "nop kho bac 6,3 ty dong.",
)


def show(x: float, y: float, text: str, *, size: float = 12, bold: bool = False, matrix: str = "") -> str:
    """Return page content that shows `text` with its baseline at x, y from the bottom left."""
    escaped = text.replace("(", r"\(").replace(")", r"\)")
    place = f"{matrix} {x} {y} Tm" if matrix else f"{x} {y} Td"
    return f"BT /F{2 if bold else 1} {size} Tf {place} ({escaped}) Tj ET\n"


def column(
    lines: Sequence[str], *, top: float = 680, left: float = 60, step: float = 15, indent: float = 0
) -> str:
    return "".join(
        show(left + (0 if number else indent), top - step * number, line) for number, line in enumerate(lines)
    )


def ruled(xs: Sequence[float], ys: Sequence[float]) -> str:
    across = "".join(f"{xs[0]} {y} m {xs[-1]} {y} l S\n" for y in ys)
    return across + "".join(f"{x} {ys[0]} m {x} {ys[-1]} l S\n" for x in xs)


def parsed(data: bytes) -> Document:
    return read(data, "a.pdf")


def texts(document: Document) -> list[str]:
    return [document.slice(block) for block in document.blocks]


def cells(document: Document) -> list[tuple[int, int, int, int, str]]:
    return [(c.row, c.column, c.row_span, c.column_span, document.slice(c)) for c in document.tables[0].cells]


def test_words_stand_in_the_text_and_on_the_page(pdf: PdfBuilder) -> None:
    document = parsed(pdf([show(60, 700, "Thu 13.160 ty")]))
    assert (document.format, document.text) == (Format.PDF, "Thu 13.160 ty")
    page = document.pages[0]
    assert (page.number, page.width, page.height, page.start, page.end) == (1, 600, 800, 0, 13)
    assert [document.text[w.start : w.end] for w in page.words] == ["Thu", "13.160", "ty"]
    box = page.words[0].box
    assert box.x0 == pytest.approx(60, abs=1)
    assert box.y0 < 100 < box.y1
    assert box.y1 - box.y0 == pytest.approx(13.8, abs=0.1)
    assert page.words[0].box.x1 < page.words[1].box.x0 < page.words[1].box.x1 < page.words[2].box.x0


def test_every_word_of_the_text_has_its_box(pdf: PdfBuilder) -> None:
    content = (
        column(BODY) + ruled((60, 200, 300), (500, 480, 460)) + show(70, 485, "Lua") + show(210, 485, "5")
    )
    document = parsed(pdf([content, column(BODY)]))
    spans = [document.text[w.start : w.end] for page in document.pages for w in page.words]
    assert spans == document.text.split()


def test_a_turned_page_gives_places_as_it_is_shown(pdf: PdfBuilder) -> None:
    document = parsed(pdf([show(60, 700, "Thu", matrix="0 1 -1 0")], page_keys="/Rotate 90"))
    page = document.pages[0]
    assert (page.width, page.height) == (800, 600)
    box = page.words[0].box
    assert box.x1 - box.x0 > 10
    assert 690 < box.x0 < 710
    assert 55 < box.y1 < 70


def test_lines_are_joined_to_paragraphs_at_indentations(pdf: PdfBuilder) -> None:
    content = column(BODY, indent=20) + column(BODY, top=635, indent=20)
    assert texts(parsed(pdf([content]))) == ["\n".join(BODY)] * 2


def test_a_gap_or_a_short_line_parts_paragraphs(pdf: PdfBuilder) -> None:
    content = column(BODY) + column(BODY[:2], top=635) + column(["- Lua: 5 tan", "- Ngo: 3 tan"], top=600)
    assert texts(parsed(pdf([content]))) == [
        "\n".join(BODY),
        "\n".join(BODY[:2]),
        "- Lua: 5 tan",
        "- Ngo: 3 tan",
    ]


def test_a_hyphen_at_the_end_of_a_line_is_never_joined(pdf: PdfBuilder) -> None:
    lines = (BODY[0], BODY[1][:-10] + " 8465-", "1752 truong hop bi xu phat.")
    document = parsed(pdf([column(lines)]))
    assert "8465-\n1752" in document.text
    assert len(document.blocks) == 1


def test_large_lines_are_headings_and_bold_ones_emphasised(pdf: PdfBuilder) -> None:
    content = (
        show(60, 760, "BAO CAO", size=20)
        + show(60, 730, "I. Kinh te", size=16)
        + show(60, 715, "1. Lua", bold=True)
        + column(BODY)
    )
    document = parsed(pdf([content]))
    assert [(b.kind, b.level, b.is_emphasised) for b in document.blocks] == [
        (BlockKind.HEADING, 1, False),
        (BlockKind.HEADING, 2, False),
        (BlockKind.PARAGRAPH, 0, True),
        (BlockKind.PARAGRAPH, 0, False),
    ]


def test_raised_digits_do_not_join_the_number_before_them(pdf: PdfBuilder) -> None:
    content = "BT /F1 12 Tf 60 700 Td (13.160) Tj 4 Ts /F1 7 Tf (1) Tj 0 Ts /F1 12 Tf ( vu) Tj ET"
    assert parsed(pdf([content])).text == "13.160¹ vu"


def test_repeated_lines_and_page_numbers_are_furniture(pdf: PdfBuilder) -> None:
    pages = [show(60, 770, "UBND TINH") + column(BODY) + show(300, 30, str(number)) for number in (1, 2, 3)]
    document = parsed(pdf(pages))
    furniture = [document.slice(b) for b in document.blocks if b.kind is BlockKind.FURNITURE]
    assert furniture == ["UBND TINH", "1", "UBND TINH", "2", "UBND TINH", "3"]
    assert [document.slice(b) for b in document.paragraphs()] == ["\n".join(BODY)] * 3


def test_the_same_line_in_the_middle_of_pages_is_no_furniture(pdf: PdfBuilder) -> None:
    document = parsed(pdf([show(60, 500, "Don vi: Tan.")] * 2))
    assert [block.kind for block in document.blocks] == [BlockKind.PARAGRAPH] * 2


def test_a_single_page_number_is_furniture_and_another_number_is_not(pdf: PdfBuilder) -> None:
    document = parsed(pdf([column(BODY), column(BODY) + show(300, 30, "- 2 -")]))
    assert document.blocks[1].kind is BlockKind.FURNITURE
    document = parsed(pdf([column(BODY), column(BODY) + show(300, 30, "218")]))
    assert BlockKind.FURNITURE not in {block.kind for block in document.blocks}


def test_a_sentence_that_goes_on_overleaf_is_one_block(pdf: PdfBuilder) -> None:
    pages = [
        column(BODY[:1]) + show(300, 30, "1"),
        column(BODY[1:]) + show(60, 600, "Het.") + show(300, 30, "2"),
    ]
    document = parsed(pdf(pages))
    assert texts(document) == ["1", "\n".join(BODY), "2", "Het."]
    first, second = document.pages
    assert document.text[second.words[0].start :].startswith(BODY[1])
    assert first.end < second.start
    assert [b.page for b in document.blocks] == [1, 1, 2, 2]


def test_a_sentence_over_three_pages_is_followed_where_nothing_stands_between(pdf: PdfBuilder) -> None:
    middle = "va " * 20 + "nhieu dia phuong khac trong tinh"
    plain = [column(BODY[:1]), column([middle]), column(BODY[1:])]
    assert len(parsed(pdf(plain)).blocks) == 1
    numbered = [page + show(300, 30, str(number)) for number, page in enumerate(plain, 1)]
    assert texts(parsed(pdf(numbered))) == ["1", f"{BODY[0]}\n{middle}", "2", "3", "\n".join(BODY[1:])]


def test_a_ruled_table_keeps_its_spans(pdf: PdfBuilder) -> None:
    rules = ruled((60, 200, 300, 400), (500, 440))
    rules += "200 480 m 400 480 l S 60 460 m 400 460 l S\n"
    rules = rules.replace("300 500 m 300 440 l S", "300 480 m 300 440 l S")
    content = (
        column(BODY) + rules + show(210, 485, "Nam") + show(70, 475, "Chi tieu") + show(210, 465, "2020")
        + show(310, 465, "2021") + show(70, 445, "Lua") + show(310, 445, "1,5") + show(60, 400, "Het")
    )  # fmt: skip
    document = parsed(pdf([content]))
    assert texts(document) == ["\n".join(BODY), "Chi tieu\tNam\n\t2020\t2021\nLua\t\t1,5", "Het"]
    assert document.blocks[1].kind is BlockKind.TABLE
    assert cells(document) == [
        (0, 0, 2, 1, "Chi tieu"), (0, 1, 1, 2, "Nam"), (1, 1, 1, 1, "2020"), (1, 2, 1, 1, "2021"),
        (2, 0, 1, 1, "Lua"), (2, 2, 1, 1, "1,5"),
    ]  # fmt: skip


def test_a_ruled_table_goes_on_overleaf_unless_it_begins_with_its_header_again(pdf: PdfBuilder) -> None:
    def page(first: str, second: str) -> str:
        rules = ruled((60, 200, 300), (500, 480, 460))
        rows = show(70, 485, first) + show(210, 485, "Tan") + show(70, 465, second) + show(210, 465, "5")
        return rules + rows

    assert len(parsed(pdf([page("Ten", "Lua"), page("Ten", "Ngo")])).tables) == 2
    document = parsed(pdf([page("Ten", "Lua"), page("Khoai", "Ngo")]))
    assert [(row, text) for row, column, _, _, text in cells(document) if not column] == [
        (0, "Ten"), (1, "Lua"), (2, "Khoai"), (3, "Ngo"),
    ]  # fmt: skip


def test_numbers_in_columns_make_a_table_without_rules(pdf: PdfBuilder) -> None:
    rows = [("Lua", "12.500", "105,3"), ("Ngo", "3.200", "98,1"), ("Khoai lang", "410", "-")]
    content = show(60, 715, "San luong") + show(250, 715, "Tan") + show(400, 715, "So sanh")
    for number, row in enumerate(rows):
        content += "".join(
            show(x, 700 - 15 * number, text) for x, text in zip((60, 250, 400), row, strict=True)
        )
    document = parsed(pdf([content + column(BODY, top=600)]))
    assert [text for *_, text in cells(document)] == [
        "San luong",
        "Tan",
        "So sanh",
        *(t for row in rows for t in row),
    ]
    assert cells(document)[3:6] == [(1, 0, 1, 1, "Lua"), (1, 1, 1, 1, "12.500"), (1, 2, 1, 1, "105,3")]


def test_a_letterhead_in_two_halves_is_no_table(pdf: PdfBuilder) -> None:
    head = show(60, 760, "UBND TINH") + show(350, 760, "CONG HOA XA HOI")
    head += show(60, 745, "So: 12/BC") + show(350, 745, "Doc lap - Tu do")
    document = parsed(pdf([head + column(BODY)]))
    assert texts(document)[:4] == ["UBND TINH", "CONG HOA XA HOI", "So: 12/BC", "Doc lap - Tu do"]
    assert not document.tables


@pytest.mark.parametrize("content", ["", "60 60 200 200 re f"])
def test_a_pdf_without_text_is_said_to_have_none(pdf: PdfBuilder, content: str) -> None:
    with pytest.raises(RefusedError) as caught:
        parsed(pdf([content]))
    assert caught.value.refusal.code == RefusalCode.NO_TEXT_LAYER


def test_a_scan_with_a_stamp_of_text_is_said_to_have_none(pdf: PdfBuilder) -> None:
    image = "q 600 0 0 800 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \xff EI Q\n"
    with pytest.raises(RefusedError) as caught:
        parsed(pdf([image + show(60, 700, "Ky boi: UBND tinh"), image]))
    assert caught.value.refusal.code == RefusalCode.NO_TEXT_LAYER


def test_a_pdf_with_a_password_is_refused(pdf: PdfBuilder) -> None:
    keys = (
        "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <"
        + "41" * 32
        + "> /U <"
        + "42" * 32
        + "> >> /ID [<00> <00>]"
    )
    with pytest.raises(RefusedError) as caught:
        parsed(pdf([show(60, 700, "Mat")], trailer_keys=keys))
    assert caught.value.refusal.code == RefusalCode.ENCRYPTED


def test_a_broken_pdf_is_damaged(pdf: PdfBuilder) -> None:
    for data in (b"%PDF-1.7\n", b"%PDF-1.4 nothing more than that", pdf([])):
        with pytest.raises(RefusedError) as caught:
            parsed(data)
        assert caught.value.refusal.code == RefusalCode.DAMAGED


def test_a_number_alone_in_the_margin_is_no_furniture_though_pages_repeat_it(pdf: PdfBuilder) -> None:
    pages = [column(BODY) + show(300, 40, number) for number in ("101,5", "101,5", "218")]
    assert BlockKind.FURNITURE not in {block.kind for block in parsed(pdf(pages)).blocks}


def test_a_foot_with_the_page_number_in_it_is_furniture(pdf: PdfBuilder) -> None:
    pages = [column(BODY) + show(60, 40, f"Bao cao quy I - {number}/3") for number in (7, 8, 9)]
    document = parsed(pdf(pages))
    furniture = [document.slice(b) for b in document.blocks if b.kind is BlockKind.FURNITURE]
    assert furniture == [f"Bao cao quy I - {number}/3" for number in (7, 8, 9)]


def test_labels_broken_over_lines_belong_to_one_row(pdf: PdfBuilder) -> None:
    rows = [("Dien tich gieo trong lua", ""), ("mua (uoc tinh)", "12.500"), ("Ngo", "3.200")]
    rows += [
        ("Trong do:", ""),
        ("Khoai lang va cac cay", "410"),
        ("co cu khac", ""),
        ("Rau", "98"),
        ("Lac", "7"),
    ]
    content = "".join(
        show(60, 700 - 15 * n, label) + (show(320, 700 - 15 * n, number) if number else "")
        for n, (label, number) in enumerate(rows)
    )
    assert [(row, text) for row, *_, text in cells(parsed(pdf([content])))] == [
        (0, "Dien tich gieo trong lua\nmua (uoc tinh)"), (0, "12.500"), (1, "Ngo"), (1, "3.200"),
        (2, "Trong do:"), (3, "Khoai lang va cac cay\nco cu khac"), (3, "410"), (4, "Rau"), (4, "98"),
        (5, "Lac"), (5, "7"),
    ]  # fmt: skip


def test_narrow_columns_of_numbers_and_their_headers_are_told_apart(pdf: PdfBuilder) -> None:
    content = show(60, 715, "Ten") + show(300, 715, "Nam") + show(334, 715, "Nam")
    for n, label in enumerate(("Von dang ky", "Lao dong", "Doanh nghiep")):
        y = 700 - 15 * n
        content += show(60, y, label) + show(297, y, "94065") + show(337, y, "81539") + show(430, y, "5,1")
    document = parsed(pdf([content]))
    assert [text for *_, text in cells(document)][:7] == [
        "Ten",
        "Nam",
        "Nam",
        "Von dang ky",
        "94065",
        "81539",
        "5,1",
    ]


def test_prose_with_a_number_in_every_line_is_no_table(pdf: PdfBuilder) -> None:
    lines = [f"{BODY[1][:60]} va {n}.000 truong hop" for n in range(2, 7)]
    assert not parsed(pdf([column(lines)])).tables


def test_a_title_centred_on_two_lines_is_one_block(pdf: PdfBuilder) -> None:
    def width(content: str) -> float:
        return max(word.box.x1 for word in parsed(pdf([content])).pages[0].words)

    lines = ("Tinh hinh kinh te xa hoi quy I nam 2021 va phuong huong", "nhiem vu quy II")
    middle = (60 + width(column(BODY))) / 2
    content = column(BODY, top=690)
    for number, line in enumerate(lines):
        left = middle - width(show(0, 100, line, bold=True)) / 2
        content += show(left, 740 - 15 * number, line, bold=True)
    assert texts(parsed(pdf([content])))[0] == "\n".join(lines)


@pytest.mark.parametrize(
    ("turn", "matrix", "place"),
    [(90, "0 1 -1 0", (100, 60)), (180, "-1 0 0 -1", (500, 700)), (270, "0 -1 1 0", (100, 740))],
)
def test_digits_of_a_turned_page_are_not_taken_for_raised(
    pdf: PdfBuilder, turn: int, matrix: str, place: tuple[float, float]
) -> None:
    content = show(*place, "ngay 05/04 thu 13.160 ty", matrix=matrix)
    document = parsed(pdf([content], page_keys=f"/Rotate {turn}"))
    assert document.text == "ngay 05/04 thu 13.160 ty"
    heights = {round(word.box.y1 - word.box.y0, 1) for word in document.pages[0].words}
    assert heights == {13.8}


def test_text_written_upwards_keeps_its_digits(pdf: PdfBuilder) -> None:
    document = parsed(pdf([show(60, 700, "Bieu") + show(300, 200, "13.160", matrix="0 1 -1 0")]))
    assert "13.160" in document.text


def test_a_table_within_a_form_is_ruled_as_on_the_page(pdf: PdfBuilder) -> None:
    content = ruled((60, 200, 300), (500, 480, 460))
    content += show(70, 485, "Lua") + show(210, 485, "5") + show(70, 465, "Ngo") + show(210, 465, "6")
    plain = pdf([content])
    assert cells(parsed(_as_form(plain))) == cells(parsed(plain))


def _as_form(data: bytes) -> bytes:
    """Return the first page of a PDF drawn as one form, turned by half, on a page that is turned back."""
    with pypdfium2.PdfDocument(data) as old, pypdfium2.PdfDocument.new() as new:
        page = new.new_page(600, 800)
        form = raw.FPDF_NewFormObjectFromXObject(raw.FPDF_NewXObjectFromPage(new.raw, old.raw, 0))
        raw.FPDFPageObj_Transform(form, -1, 0, 0, -1, 600, 800)
        raw.FPDFPage_InsertObject(page.raw, form)
        page.gen_content()
        page.set_rotation(180)
        out = io.BytesIO()
        new.save(out)
        return out.getvalue()
