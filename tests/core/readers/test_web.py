"""Web pages: what a reader of the page sees, in order; what the site adds set apart, nothing lost."""

import pytest

from desktop.core.documents import BlockKind, Cell, Document, Format
from desktop.core.errors import RefusalCode, RefusedError
from desktop.core.readers import read


def page(body: str, head: str = '<meta charset="utf-8">') -> Document:
    return read(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode(), "a.htm")


def blocks(document: Document) -> list[tuple[BlockKind, str]]:
    return [(block.kind, document.slice(block)) for block in document.blocks]


def paragraphs(document: Document) -> list[str]:
    return [document.slice(block) for block in document.paragraphs()]


def cells(document: Document) -> list[tuple[int, int, str]]:
    return [(c.row, c.column, document.slice(c)) for c in document.tables[0].cells]


def test_spaces_collapse_but_hard_spaces_stay() -> None:
    assert paragraphs(page("<p>  Thu\n   <i>12&nbsp;500</i>  tỷ </p>")) == ["Thu 12\xa0500 tỷ"]


def test_headings_have_their_level() -> None:
    document = page("<h1>Báo cáo</h1><div><h3>1. Lúa</h3>Diện tích</div>")
    assert [(b.kind, b.level) for b in document.blocks] == [
        (BlockKind.HEADING, 1),
        (BlockKind.HEADING, 3),
        (BlockKind.PARAGRAPH, 0),
    ]


@pytest.mark.parametrize(
    ("html", "is_emphasised"),
    [
        ("<p><b>I. KINH</b> <strong>TẾ</strong></p>", True),
        ("<p><u>I. Kinh tế</u></p>", True),
        ('<p style="font-weight: bold">I. Kinh tế</p>', True),
        ("<p><b>Lúa:</b> 5 tấn</p>", False),
        ('<p><b><span style="font-weight:normal">thường</span></b></p>', False),
    ],
)
def test_a_paragraph_is_emphasised_when_all_of_it_is(html: str, is_emphasised: bool) -> None:
    assert page(html).blocks[0].is_emphasised is is_emphasised


def test_scripts_styles_and_titles_are_not_seen() -> None:
    document = page("<script>var x = 5;</script><style>p {}</style><p>Thu 5 tỷ</p>", "<title>9</title>")
    assert document.text == "Thu 5 tỷ"


@pytest.mark.parametrize(
    "html",
    [
        "<nav><a>Trang chủ</a></nav>",
        "<header>Cổng thông tin</header>",
        '<div class="main-menu">Giới thiệu</div>',
        '<div id="footer">Điện thoại: 0222 3822 200</div>',
        '<div role="navigation">Liên kết</div>',
        '<p style="display:none">Ẩn</p>',
    ],
)
def test_what_the_site_adds_is_furniture_but_stays_in_the_text(html: str) -> None:
    document = page(html + "<p>Thu ngân sách đạt 5 tỷ đồng trong quý đầu của năm nay.</p>")
    assert [kind for kind, _ in blocks(document)] == [BlockKind.FURNITURE, BlockKind.PARAGRAPH]


def test_a_wrapper_that_holds_the_report_is_no_menu() -> None:
    assert paragraphs(page('<div class="has-sidebar menu"><p>Thu 5 tỷ đồng.</p></div>')) == ["Thu 5 tỷ đồng."]


def test_what_stands_outside_the_main_element_is_furniture() -> None:
    document = page("<div>Xem: 110</div><main><p>Thu 5 tỷ.</p></main><div>Lượt: 9</div>")
    assert blocks(document) == [
        (BlockKind.FURNITURE, "Xem: 110"),
        (BlockKind.PARAGRAPH, "Thu 5 tỷ."),
        (BlockKind.FURNITURE, "Lượt: 9"),
    ]


def test_a_run_of_links_is_a_menu_and_a_single_link_is_not() -> None:
    links = "".join(f"<li><a href='{n}'>Tin {n}</a></li>" for n in range(3))
    document = page(f"<ul>{links}</ul><p>Thu 5 tỷ.</p><p><a>Phụ lục 1</a></p>")
    assert paragraphs(document) == ["Thu 5 tỷ.", "Phụ lục 1"]
    assert document.text.startswith("Tin 0\nTin 1\nTin 2\n")


def test_a_break_parts_paragraphs_unless_the_sentence_goes_on() -> None:
    document = page("<p>Thu đạt 5 tỷ đồng,<br>tăng 2%.<br>Chi 3 tỷ đồng<br>- Chi lương<br><br>hết</p>")
    assert paragraphs(document) == ["Thu đạt 5 tỷ đồng,\ntăng 2%.", "Chi 3 tỷ đồng", "- Chi lương", "hết"]


def test_ordered_lists_show_their_numbers() -> None:
    document = page("<ol start=3><li>Một<li>Hai</ol><ol type=a><li>Ba<li value=4>Bốn</ol>")
    assert paragraphs(document) == ["3. Một", "4. Hai", "a. Ba", "d. Bốn"]


def test_raised_digits_do_not_join_the_number_before_them() -> None:
    assert paragraphs(page("<p>13.160<sup>1</sup> m<sup>2</sup> đất</p>")) == ["13.160¹ m2 đất"]


def test_a_table_keeps_rows_columns_and_spans() -> None:
    document = page(
        "<table><caption>Biểu 1</caption><tr><th rowspan=2>Chỉ tiêu<th colspan=2>Năm"
        "<tr><td>2020<td>2021<tr><td>&nbsp;&nbsp;Lúa<br>mùa<td><td>1,5</table>"
    )
    assert document.text == "Biểu 1\nChỉ tiêu\tNăm\n\t2020\t2021\nLúa\nmùa\t\t1,5"
    table = document.tables[0]
    assert [b.kind for b in document.blocks] == [BlockKind.PARAGRAPH, BlockKind.TABLE]
    assert (document.blocks[1].start, document.blocks[1].end) == (table.start, table.end)
    assert table.cells[0] == Cell(0, 0, 7, 15, row_span=2)
    assert table.cells[1].column_span == 2
    assert cells(document)[2:] == [(1, 1, "2020"), (1, 2, "2021"), (2, 0, "Lúa\nmùa"), (2, 2, "1,5")]
    assert table.cells[4].indent == 1


def test_spaces_typed_before_a_label_set_it_deeper_than_line_breaks_of_the_source_do() -> None:
    document = page(
        "<table><tr><td>\n  <b>Than</b><td>1<tr><td><font> Trung ương</font><td>2"
        "<tr><td>   Địa phương<td>3</table>"
    )
    assert [(document.slice(c), c.indent) for c in document.tables[0].cells if not c.column] == [
        ("Than", 0),
        ("Trung ương", 1),
        ("Địa phương", 2),
    ]


def test_a_table_that_arranges_the_page_is_read_through() -> None:
    inner = "<table><tr><td>Lúa<td>5</table>"
    document = page(f"<table><tr><td><p>Mở đầu</p></td><td>{inner}</td></tr></table>")
    assert paragraphs(document) == ["Mở đầu"]
    assert cells(document) == [(0, 0, "Lúa"), (0, 1, "5")]


def test_absurd_spans_cost_nothing() -> None:
    document = page('<table><tr><td rowspan="99999999" colspan="999999">a<td rowspan=0>b</table>')
    assert [(c.row_span, c.column_span) for c in document.tables[0].cells] == [(1, 1000), (1, 1)]


@pytest.mark.parametrize(
    ("encoding", "head"),
    [
        ("utf-8", ""),
        ("utf-16", ""),
        ("cp1252", '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">'),
        ("utf-8", '<meta charset="iso-8859-1">'),
    ],
)
def test_the_charset_is_found(encoding: str, head: str) -> None:
    html = f"<html><head>{head}</head><body><p>Thuê bao: 5 ngàn – đã đủ</p></body></html>".replace("ủ", "u")
    html = html.replace("đ", "d") if encoding == "cp1252" else html
    expected = "Thuê bao: 5 ngàn – dã du" if encoding == "cp1252" else "Thuê bao: 5 ngàn – đã đu"
    assert read(html.encode(encoding).replace("ă".encode(), b""), "a.html").text == expected


def test_a_page_with_an_xml_declaration_is_a_page() -> None:
    html = (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" '
        '"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd"><html><body><p>Thu 5 tỷ</p></body></html>'
    )
    assert read(html.encode(), "a.xml").format is Format.HTML


def test_a_page_nested_beyond_reason_is_refused() -> None:
    with pytest.raises(RefusedError) as caught:
        page("<div>" * 100_000 + "5")
    assert caught.value.refusal.code == RefusalCode.DAMAGED


def test_unclosed_marks_of_old_pages_lose_nothing() -> None:
    document = page("<font>" * 600 + "Thu 5 tỷ đồng" + "<p>Chi 3 tỷ đồng")
    assert paragraphs(document) == ["Thu 5 tỷ đồng", "Chi 3 tỷ đồng"]


def test_a_page_without_text_is_empty() -> None:
    with pytest.raises(RefusedError) as caught:
        page("<img src=a.png>")
    assert caught.value.refusal.code == RefusalCode.IS_EMPTY
