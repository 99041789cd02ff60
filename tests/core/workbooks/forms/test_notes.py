"""Notes at filled cells: added to what the form has, never in its place."""

from decimal import Decimal
from pathlib import Path

from openpyxl import load_workbook

from desktop.core.workbooks.forms.cell_ranges import Spot
from desktop.core.workbooks.forms.filling import Entry, FilledForm, write_form
from desktop.core.workbooks.forms.package import FormPackage
from tests.core.workbooks.forms.packages import MAIN, RELATIONS, SHEET, members_of, packed, parts, relations

BOOK = "Biểu 1"
C3, C4 = Spot(2, 2), Spot(3, 2)
VML = (
    b'<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    b' xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="_x0000_s1030" type="#_x0000_t201">'
    b"<br>not closed</v:shape></xml>"
)
COMMENTS = (
    f'<comments xmlns="{MAIN}"><authors><author>Chánh Văn phòng</author></authors><commentList>'
    '<comment ref="C4" authorId="0"><text><t>Lấy theo báo cáo quý</t></text></comment></commentList>'
    "</comments>"
).encode()


def with_comments() -> dict[str, bytes]:
    sheet = SHEET.replace(b'<drawing r:id="rId1"/>', b'<drawing r:id="rId1"/><legacyDrawing r:id="rId3"/>')
    rels = relations(
        ("drawing", "../drawings/drawing1.xml"),
        ("table", "../tables/table1.xml"),
        ("vmlDrawing", "../drawings/vmlDrawing1.vml"),
        ("comments", "../comments1.xml"),
    )
    own = {"xl/comments1.xml": COMMENTS, "xl/drawings/vmlDrawing1.vml": VML}
    return parts(sheet=sheet, sheet_rels=rels) | own


def fill(members: dict[str, bytes], notes: dict[Spot, str], out: Path) -> FilledForm:
    entries = [Entry(BOOK, spot, Decimal(1), note) for spot, note in notes.items()]
    return write_form(FormPackage(packed(members), "bieu.xlsx"), entries, out)


def comment_of(path: Path, cell: str) -> str:
    comment = load_workbook(path)[BOOK][cell].comment
    return "" if comment is None else comment.text


def test_note_is_a_comment_of_its_cell(tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    fill(parts(), {C3: "1.411 tỷ đồng → 1.411.000 triệu đồng"}, out)
    assert comment_of(out, "C3") == "Đối Chiếu: 1.411 tỷ đồng → 1.411.000 triệu đồng"
    after = members_of(out)
    sheet = after["xl/worksheets/sheet1.xml"]
    at = [sheet.index(tag) for tag in (b"<drawing ", b"<legacyDrawing ", b"<tableParts ")]
    assert at == sorted(at)
    assert b"<x:Row>2</x:Row><x:Column>2</x:Column>" in after["xl/drawings/vmlDrawing1.vml"]


def test_comment_that_is_there_is_written_on(tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    fill(with_comments(), {C3: "một", C4: "hai"}, out)
    after = members_of(out)
    assert comment_of(out, "C4") == "Lấy theo báo cáo quý\nĐối Chiếu: hai"
    assert comment_of(out, "C3") == "Đối Chiếu: một"
    assert after["xl/drawings/vmlDrawing1.vml"].startswith(VML[: -len(b"</xml>")])
    assert after["xl/drawings/vmlDrawing1.vml"].count(b"<x:ClientData") == 1
    assert (
        after["xl/worksheets/_rels/sheet1.xml.rels"] == with_comments()["xl/worksheets/_rels/sheet1.xml.rels"]
    )


def test_note_of_an_earlier_filling_is_replaced(tmp_path: Path) -> None:
    first, second = tmp_path / "1.xlsx", tmp_path / "2.xlsx"
    fill(with_comments(), {C3: "một", C4: "hai"}, first)
    fill(members_of(first), {C3: "ba", C4: "bốn"}, second)
    assert comment_of(second, "C3") == "Đối Chiếu: ba"
    assert comment_of(second, "C4") == "Lấy theo báo cáo quý\nĐối Chiếu: bốn"


def test_threaded_comment_is_left_alone_and_said(tmp_path: Path) -> None:
    thread = b'<ThreadedComments xmlns="urn:t"><threadedComment ref="C4" id="1"/></ThreadedComments>'
    members = with_comments() | {"xl/threadedComments/t1.xml": thread}
    rels = members["xl/worksheets/_rels/sheet1.xml.rels"].replace(
        b"</Relationships>",
        b'<Relationship Id="rId9" Type="http://schemas.microsoft.com/office/2017/10/relationships/'
        b'threadedComment" Target="../threadedComments/t1.xml"/></Relationships>',
    )
    out = tmp_path / "out.xlsx"
    done = fill(members | {"xl/worksheets/_rels/sheet1.xml.rels": rels}, {C4: "hai"}, out)
    assert done.without_note == ("Biểu 1!C4",)
    assert members_of(out)["xl/comments1.xml"] == COMMENTS
    assert members_of(out)["xl/threadedComments/t1.xml"] == thread


def test_form_without_relations_gets_its_notes(tmp_path: Path) -> None:
    members = parts(
        sheet=SHEET.replace(b'<drawing r:id="rId1"/>', b"")
        .replace(f' xmlns:r="{RELATIONS}"'.encode(), b"")
        .replace(b'<tableParts count="1"><tablePart r:id="rId2"/></tableParts>', b"")
    )
    del members["xl/worksheets/_rels/sheet1.xml.rels"]
    out = tmp_path / "out.xlsx"
    fill(members, {C3: "một\x00 hai"}, out)
    assert comment_of(out, "C3") == "Đối Chiếu: một\N{REPLACEMENT CHARACTER} hai"
