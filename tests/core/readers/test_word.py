"""Word files: everything the reader of the page sees, in order, and nothing that was deleted or hidden."""

import io
import zipfile
from collections.abc import Callable

import pytest

from desktop.core.documents import BlockKind, Document, Format
from desktop.core.errors import RefusalCode, RefusedError
from desktop.core.readers import read

DocxBuilder = Callable[..., bytes]


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    inner = content if content.startswith("<") else run(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def numbered(text: str, depth: int = 0, num_id: int = 1) -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{num_id}"/></w:numPr>')


def level(depth: int, text: str, style: str = "decimal", more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def paragraphs(data: bytes) -> list[str]:
    document = read(data, "a.docx")
    return [document.slice(block) for block in document.paragraphs()]


def cells(document: Document) -> list[tuple[int, int, int, int, str]]:
    return [(c.row, c.column, c.row_span, c.column_span, document.slice(c)) for c in document.tables[0].cells]


def test_paragraphs_come_in_order_with_tabs_breaks_and_hyphens(docx: DocxBuilder) -> None:
    body = paragraph(
        "<w:r><w:t>Thu</w:t><w:tab/><w:t>5</w:t><w:br/><w:t>8465</w:t><w:noBreakHyphen/><w:t>1752</w:t></w:r>"
    )
    document = read(docx(body + paragraph("Hết")), "a.docx")
    assert document.text == "Thu\t5\n8465-1752\nHết"
    assert document.format is Format.DOCX


def test_soft_hyphens_are_not_seen(docx: DocxBuilder) -> None:
    body = paragraph("<w:r><w:t>ngân\u00ad</w:t><w:softHyphen/><w:t>sách</w:t></w:r>")
    assert paragraphs(docx(body)) == ["ngânsách"]


def test_insertions_are_kept_and_deletions_left_out(docx: DocxBuilder) -> None:
    body = paragraph(
        f"{run('Thu ')}<w:ins>{run('6,3')}</w:ins><w:del><w:r><w:delText>5,0</w:delText></w:r></w:del>"
        f"<w:moveFrom>{run(' chuyển đi')}</w:moveFrom><w:moveTo>{run(' tỷ')}</w:moveTo>"
    )
    assert paragraphs(docx(body)) == ["Thu 6,3 tỷ"]


def test_a_deleted_paragraph_mark_joins_two_paragraphs(docx: DocxBuilder) -> None:
    body = paragraph("Thu 5 tỷ, ", "<w:rPr><w:del/></w:rPr>") + paragraph("chi 3 tỷ.")
    assert paragraphs(docx(body)) == ["Thu 5 tỷ, chi 3 tỷ."]


def test_content_controls_links_and_fields_show_their_content(docx: DocxBuilder) -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE 99</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("2021")}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    body = (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('Kỳ báo cáo')}</w:sdtContent></w:sdt>"
        + paragraph(f"<w:hyperlink>{run('Năm ')}</w:hyperlink>{field}")
        + paragraph(f"<w:sdt><w:sdtContent>{run('Quý I')}</w:sdtContent></w:sdt>")
    )
    assert paragraphs(docx(body)) == ["Kỳ báo cáo", "Năm 2021", "Quý I"]


def test_hidden_text_is_left_out(docx: DocxBuilder) -> None:
    assert paragraphs(docx(paragraph(run("Thu 5 ") + run("bí mật", "<w:vanish/>") + run("tỷ")))) == [
        "Thu 5 tỷ"
    ]


def test_headings_are_told_by_style_by_its_base_and_by_outline_level(docx: DocxBuilder) -> None:
    styles = (
        '<w:style w:styleId="u2"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:styleId="rieng"><w:name w:val="Mục riêng"/><w:basedOn w:val="u2"/></w:style>'
        '<w:style w:styleId="vong"><w:name w:val="Vòng"/><w:basedOn w:val="vong"/></w:style>'
    )
    body = (
        paragraph("I. Kinh tế", '<w:pStyle w:val="u2"/>')
        + paragraph("1. Lúa", '<w:pStyle w:val="rieng"/><w:outlineLvl w:val="2"/>')
        + paragraph("2. Ngô", '<w:pStyle w:val="rieng"/>')
        + paragraph("Thân bài", '<w:pStyle w:val="rieng"/><w:outlineLvl w:val="9"/>')
        + paragraph("Khác", '<w:pStyle w:val="vong"/>')
    )
    document = read(docx(body, styles=styles), "a.docx")
    assert [b.level for b in document.blocks] == [2, 3, 2, 0, 0]
    assert [b.kind is BlockKind.HEADING for b in document.blocks] == [True, True, True, False, False]


def test_emphasis_follows_runs_and_styles(docx: DocxBuilder) -> None:
    styles = (
        '<w:style w:styleId="dam"><w:name w:val="Đậm"/><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="n"><w:name w:val="Normal"/></w:style>'
    )
    body = (
        paragraph(run("I. ", "<w:b/>") + run("Lúa", "<w:b/>"))
        + paragraph(run("Lúa:", "<w:b/>") + run(" 5 tấn"))
        + paragraph(run("Gạch chân", '<w:u w:val="single"/>'))
        + paragraph(run("Lúa"), '<w:pStyle w:val="dam"/>')
        + paragraph(run("Lúa", '<w:b w:val="0"/>'), '<w:pStyle w:val="dam"/>')
    )
    document = read(docx(body, styles=styles), "a.docx")
    assert [b.is_emphasised for b in document.blocks] == [True, False, True, True, False]


def test_automatic_numbers_are_written_as_they_are_seen(docx: DocxBuilder) -> None:
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level(0, "%1.", "upperRoman")}'
        f"{level(1, '%1.%2.', more='<w:isLgl/>')}"
        f"{level(2, '%3)', 'lowerLetter')}{level(3, '-', 'bullet')}</w:abstractNum>"
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = "".join(
        numbered(text, depth)
        for text, depth in [
            ("Kinh tế", 0), ("Lúa", 1), ("Ngô", 1), ("mùa", 2), ("chiêm", 2), ("sớm", 3),
            ("Xã hội", 0), ("Y tế", 1),
        ]
    )  # fmt: skip
    assert paragraphs(docx(body, numbering=numbering)) == [
        "I. Kinh tế", "1.1. Lúa", "1.2. Ngô", "a) mùa", "b) chiêm", "- sớm", "II. Xã hội", "2.1. Y tế",
    ]  # fmt: skip


def test_a_list_begun_anew_counts_anew_and_one_continued_counts_on(docx: DocxBuilder) -> None:
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level(0, "%1.")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    body = numbered("a") + numbered("b", num_id=2) + numbered("c", num_id=3) + numbered("d", num_id=3)
    body += paragraph("e", '<w:numPr><w:numId w:val="0"/></w:numPr>') + numbered("g", num_id=77)
    assert paragraphs(docx(body, numbering=numbering)) == ["1. a", "2. b", "5. c", "6. d", "e", "g"]


def test_numbers_come_from_styles_too_and_symbols_become_bullets(docx: DocxBuilder) -> None:
    styles = (
        '<w:style w:styleId="muc"><w:name w:val="Mục"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
        "</w:style>"
    )
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level(0, chr(0xF0B7), "bullet")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    data = docx(paragraph("Lúa", '<w:pStyle w:val="muc"/>'), styles=styles, numbering=numbering)
    assert paragraphs(data) == ["• Lúa"]


def test_text_boxes_are_read_once_after_their_paragraph(docx: DocxBuilder) -> None:
    box = f"<w:txbxContent>{paragraph('Trong khung: 7 vụ')}</w:txbxContent>"
    body = paragraph(
        f"{run('Ngoài khung')}<w:r><mc:AlternateContent><mc:Choice><wps:txbx>{box}</wps:txbx></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    old = paragraph(f"<w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r>")
    assert paragraphs(docx(body)) == ["Ngoài khung", "Trong khung: 7 vụ"]
    assert paragraphs(docx(old)) == ["Trong khung: 7 vụ"]


def test_notes_follow_the_body_and_their_marks_do_not_join_numbers(docx: DocxBuilder) -> None:
    footnotes = (
        f'<w:footnote w:type="separator" w:id="0">{paragraph("---")}</w:footnote>'
        f'<w:footnote w:id="4">{paragraph("Nguồn: Cục Thống kê")}</w:footnote>'
    )
    endnotes = f'<w:endnote w:id="4">{paragraph("Số sơ bộ")}</w:endnote>'
    body = paragraph(
        f"{run('13.160')}<w:r><w:footnoteReference w:id='4'/></w:r>{run(' vụ')}"
        "<w:r><w:endnoteReference w:id='4'/></w:r>"
    )
    data = docx(body, footnotes=footnotes, endnotes=endnotes)
    assert paragraphs(data) == ["13.160¹ vụ²", "¹ Nguồn: Cục Thống kê", "² Số sơ bộ"]


def test_raised_digits_do_not_join_the_number_before_them(docx: DocxBuilder) -> None:
    raised = '<w:vertAlign w:val="superscript"/>'
    body = paragraph(run("5 km") + run("2", raised) + run(" và 10") + run("3", raised))
    assert paragraphs(docx(body)) == ["5 km2 và 10³"]


def test_headers_and_footers_are_furniture_once_each(docx: DocxBuilder) -> None:
    data = docx(
        paragraph("Thân bài"),
        header1=paragraph("UBND TỈNH"),
        header2=paragraph("UBND TỈNH"),
        footer1=paragraph("Trang 1"),
    )
    document = read(data, "a.docx")
    assert [(b.kind, document.slice(b)) for b in document.blocks] == [
        (BlockKind.FURNITURE, "UBND TỈNH"),
        (BlockKind.PARAGRAPH, "Thân bài"),
        (BlockKind.FURNITURE, "Trang 1"),
    ]


def test_a_table_of_contents_is_furniture(docx: DocxBuilder) -> None:
    styles = '<w:style w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    document = read(
        docx(paragraph("I. Kinh tế 5", '<w:pStyle w:val="TOC1"/>') + paragraph("Hết"), styles=styles),
        "a.docx",
    )
    assert document.blocks[0].kind is BlockKind.FURNITURE


def test_merged_cells_are_given_once_with_their_spans(docx: DocxBuilder) -> None:
    restart, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = table(
        cell("Chỉ tiêu", restart) + cell("Năm", '<w:gridSpan w:val="2"/>'),
        cell("", goes_on) + cell("2020") + cell("2021"),
        cell("Lúa") + cell("1,5") + cell(""),
    )
    document = read(docx(body), "a.docx")
    assert document.text == "Chỉ tiêu\tNăm\n\t2020\t2021\nLúa\t1,5"
    assert cells(document) == [
        (0, 0, 2, 1, "Chỉ tiêu"), (0, 1, 1, 2, "Năm"), (1, 1, 1, 1, "2020"), (1, 2, 1, 1, "2021"),
        (2, 0, 1, 1, "Lúa"), (2, 1, 1, 1, "1,5"),
    ]  # fmt: skip
    assert document.blocks[0].kind is BlockKind.TABLE


def test_rows_in_controls_are_kept_and_deleted_rows_left_out(docx: DocxBuilder) -> None:
    row = f"<w:tr>{cell('a')}{cell('1')}</w:tr>"
    gone = f"<w:tr><w:trPr><w:del/></w:trPr>{cell('b')}{cell('2')}</w:tr>"
    shifted = f'<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>{cell("3")}</w:tr>'
    body = f"<w:tbl><w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt>{gone}{shifted}</w:tbl>"
    assert cells(read(docx(body), "a.docx")) == [(0, 0, 1, 1, "a"), (0, 1, 1, 1, "1"), (1, 1, 1, 1, "3")]


def test_a_table_within_a_cell_is_a_table_of_its_own(docx: DocxBuilder) -> None:
    inner = table(cell("Lúa") + cell("5"))
    outer = f"<w:tbl><w:tr>{cell('Mở đầu')}<w:tc>{paragraph('Bảng:')}{inner}<w:p/></w:tc></w:tr></w:tbl>"
    document = read(docx(outer), "a.docx")
    assert document.text == "Mở đầu\nBảng:\nLúa\t5"
    assert [len(t.cells) for t in document.tables] == [2]


def test_a_frame_of_one_cell_is_no_table(docx: DocxBuilder) -> None:
    assert paragraphs(docx(table(cell("Thu 5 tỷ")))) == ["Thu 5 tỷ"]


def test_paragraphs_of_a_cell_keep_their_lines_and_indentation_is_counted(docx: DocxBuilder) -> None:
    indented = paragraph("- Lúa", '<w:ind w:left="568"/>') + paragraph("mùa")
    document = read(docx(f"<w:tbl><w:tr><w:tc>{indented}</w:tc>{cell('5')}</w:tr></w:tbl>"), "a.docx")
    assert [(document.slice(c), c.indent) for c in document.tables[0].cells] == [("- Lúa\nmùa", 2), ("5", 0)]


def test_fractions_and_symbols_are_readable(docx: DocxBuilder) -> None:
    three, five = ("<m:r><m:t>3</m:t></m:r>", "<m:r><m:t>5</m:t></m:r>")
    math = f"<m:oMath><m:f><m:num>{three}</m:num><m:den>{five}</m:den></m:f></m:oMath>"
    body = paragraph(f"<w:r><w:sym w:char='F0FC'/><w:t> đạt </w:t></w:r>{math}")
    assert paragraphs(docx(body)) == ["• đạt 3/5"]


def test_the_strict_form_of_the_format_is_read_alike(docx: DocxBuilder) -> None:
    data = docx(paragraph("Thu 5 tỷ"))
    strict = _replaced_in(
        data,
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert paragraphs(strict) == ["Thu 5 tỷ"]


def _replaced_in(data: bytes, old: str, new: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(old.encode(), new.encode()))
    return out.getvalue()


def test_a_file_without_its_document_is_damaged(docx: DocxBuilder) -> None:
    for broken in (_replaced_in(docx(""), "w:body", "w:corpus"), _replaced_in(docx(""), "</w:body>", "")):
        with pytest.raises(RefusedError) as caught:
            read(broken, "a.docx")
        assert caught.value.refusal.code == RefusalCode.DAMAGED


def test_a_dtd_in_a_part_is_refused(docx: DocxBuilder) -> None:
    bomb = '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document'
    with pytest.raises(RefusedError) as caught:
        read(_replaced_in(docx(paragraph("Thu")), "<w:document", bomb), "a.docx")
    assert caught.value.refusal.code == RefusalCode.HAS_DTD


def test_a_document_without_text_is_empty(docx: DocxBuilder) -> None:
    with pytest.raises(RefusedError) as caught:
        read(docx(paragraph(" ")), "a.docx")
    assert caught.value.refusal.code == RefusalCode.IS_EMPTY
