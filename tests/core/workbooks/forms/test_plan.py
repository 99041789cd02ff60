"""What would go into each cell is told before; a cell that takes nothing says why."""

from dataclasses import replace
from decimal import Decimal

import pytest

from desktop.core.figures import Verdict
from desktop.core.workbooks.forms.figure_book import FigureBook, VerifiedFigure
from desktop.core.workbooks.forms.form import Form
from desktop.core.workbooks.forms.mapping import CellMapping, FormMapping, Selector, Target
from desktop.core.workbooks.forms.note_text import entry_of
from desktop.core.workbooks.forms.plan import CellPlan, CellState, plan
from tests.core.workbooks.conftest import Maker
from tests.core.workbooks.forms.packages import SHEET, packed, parts, relations

PIVOT = b'<pivotTableDefinition xmlns="urn:p"><location ref="F1:G9"/></pivotTableDefinition>'


def form_of(**changes: bytes) -> Form:
    return Form(packed(parts(**changes)), "bieu.xlsx")


def verified(
    make: Maker, value: str, unit: str, indicator: str = "Thu ngân sách", **said: str
) -> VerifiedFigure:
    section = tuple(said.pop("section", "").split(" > ")) if "section" in said else ()
    figure = make.figure(value, unit, changes=None, indicator=indicator, **said)
    return VerifiedFigure(figure, make.report().summary, section)


def planned(form: Form, book: FigureBook, cell: str, selector: Selector, **more: str) -> CellPlan:
    target = Target(name=cell) if cell[-1].isalpha() else Target("biểu 1", cell)
    mapping = FormMapping(
        "bieu.xlsx", more.get("structure", ""), (CellMapping(target, selector, more.get("label", "")),)
    )
    [found] = plan(form, mapping, book)
    return found


THU = Selector("thu  NGÂN SÁCH", "triệu đồng")


def test_value_is_converted_and_shown_as_the_form_shows_it(make: Maker) -> None:
    found = planned(form_of(), FigureBook([verified(make, "1411.5", "tỷ đồng")]), "C3", THU)
    assert (found.state, found.place) == (CellState.FILLED, "Biểu 1!C3")
    assert found.content == Decimal(1411500)
    assert found.shown == "1.411.500,0"
    assert found.conversion == "1.411,5 tỷ đồng → 1.411.500 triệu đồng"


def test_note_tells_figure_report_and_place(make: Maker) -> None:
    figure = verified(make, "1411.5", "tỷ đồng", qualifier="over", section="I. Kinh tế")
    note = entry_of(planned(form_of(), FigureBook([figure]), "C3", THU)).note.splitlines()
    assert note[0] == "1.411,5 tỷ đồng → 1.411.500 triệu đồng"
    assert note[1:7] == [
        "Mức chính xác: trên",
        "Chỉ tiêu: Thu ngân sách",
        "Kỳ: Quý I/2021",
        "Báo cáo: bao-cao-1.txt",
        "Mục: I. Kinh tế",
        "Vị trí: 10–13",
    ]
    assert note[-1].startswith("Xác nhận: Nguyễn Thị Hoa, ")


@pytest.mark.parametrize(
    ("value", "unit", "cell", "content"),
    [
        ("12.5", "%", "D3", Decimal("0.125")),
        ("12.5", "%", "C3", Decimal("12.5")),
        ("0.3", "điểm phần trăm", "D3", Decimal("0.003")),
        ("5", "‰", "D3", Decimal("0.005")),
        ("1.05", "lần", "D3", Decimal("1.05")),
        ("20..25", "vụ", "C3", "20–25"),
        ("3/5", "xã", "C3", "3/5"),
        ("123456789012345678", "đồng", "C3", Decimal("123456789012346000")),
    ],
)
def test_cell_holds_the_number_its_format_wants_or_a_text(
    make: Maker, value: str, unit: str, cell: str, content: Decimal | str
) -> None:
    found = planned(form_of(), FigureBook([verified(make, value, unit)]), cell, replace(THU, unit=unit))
    assert found.content == content


def test_digits_that_a_cell_cannot_hold_are_in_the_note(make: Maker) -> None:
    figure = verified(make, "123456789012345678", "đồng")
    note = entry_of(planned(form_of(), FigureBook([figure]), "C3", replace(THU, unit="đồng"))).note
    assert "Giá trị đầy đủ: 123.456.789.012.345.678" in note


def test_other_words_accents_aside_only_where_none_fits_exactly(make: Maker) -> None:
    plain, accented = verified(make, "1", "vụ", "so vu"), verified(make, "2", "vụ", "số vụ")
    book = FigureBook([plain, accented])
    assert book.meant(Selector("Số vụ", "vụ")) == [accented]
    assert FigureBook([plain]).meant(Selector("Số vụ", "vụ")) == [plain]


def test_figure_of_another_kind_base_or_period_is_not_meant(make: Maker) -> None:
    book = FigureBook(
        [
            verified(make, "5", "%", kind="change", base="same_period"),
            verified(make, "9", "tỷ đồng", period="2020-Q1"),
        ]
    )
    assert planned(form_of(), book, "C3", THU).state is CellState.NO_FIGURE
    assert planned(form_of(), book, "C3", replace(THU, period="year_before")).content == 9000


def test_figures_that_say_the_same_are_one_and_others_are_ambiguous(make: Maker) -> None:
    one, same = verified(make, "1.5", "tỷ đồng"), verified(make, "1500", "triệu đồng")
    people, other = verified(make, "7", "người"), verified(make, "2", "tỷ đồng", section="Huyện A")
    assert planned(form_of(), FigureBook([one, same, people]), "C3", THU).content == 1500
    found = planned(form_of(), FigureBook([one, other]), "C3", THU)
    assert found.state is CellState.AMBIGUOUS
    assert "1,5 tỷ đồng (bao-cao-1.txt" in found.detail
    within = replace(THU, section="huyen a")
    assert planned(form_of(), FigureBook([one, other]), "C3", within).content == 2000


def test_selector_names_the_heading_where_the_words_alone_mean_several(make: Maker) -> None:
    one = verified(make, "1", "tỷ đồng", section="I. Tỉnh > Huyện A")
    other = verified(make, "2", "tỷ đồng", section="I. Tỉnh > Huyện B")
    assert FigureBook([one]).selector_for(one).section == ""
    book = FigureBook([one, other])
    assert book.meant(book.selector_for(other, "triệu đồng")) == [other]


def test_next_quarter_is_filled_by_the_same_mapping(make: Maker) -> None:
    book = FigureBook([verified(make, "3", "tỷ đồng", period="2021-Q2")], "2021-Q2")
    assert planned(form_of(), book, "C3", THU).content == 3000


@pytest.mark.parametrize(
    ("cell", "unit", "state"),
    [
        ("C9", "tỷ đồng", CellState.FORMULA),
        ("C2", "tỷ đồng", CellState.HELD),
        ("B9", "tỷ đồng", CellState.HELD),
        ("C3", "người", CellState.NOT_CONVERTIBLE),
        ("CaBang", "tỷ đồng", CellState.NO_CELL),
        ("KhongCo", "tỷ đồng", CellState.NO_CELL),
        ("F3", "tỷ đồng", CellState.HELD),
    ],
)
def test_cell_that_takes_nothing_says_why(make: Maker, cell: str, unit: str, state: CellState) -> None:
    rels = relations(("table", "../tables/table1.xml"), ("pivotTable", "../pivotTables/p1.xml"))
    data = packed(parts(sheet_rels=rels) | {"xl/pivotTables/p1.xml": PIVOT})
    found = planned(
        Form(data, "bieu.xlsx"), FigureBook([verified(make, "1", "tỷ đồng")]), cell, replace(THU, unit=unit)
    )
    assert (found.state, found.content) == (state, None)


def test_cell_within_an_array_or_shown_as_a_date_takes_nothing(make: Maker) -> None:
    sheet = SHEET.replace(b'<c r="C4" s="1"><v>7</v></c>', b'<c r="C4" s="3"><v>7</v></c>')
    sheet = sheet.replace(b"<f>SUM(C3:C8)</f>", b'<f t="array" ref="C9:E9">C3:E3</f>')
    book = FigureBook([verified(make, "1", "tỷ đồng")])
    assert planned(form_of(sheet=sheet), book, "C4", THU).state is CellState.DATE
    assert planned(form_of(sheet=sheet), book, "E9", THU).state is CellState.FORMULA


def test_value_goes_to_the_first_of_merged_cells_and_there_once(make: Maker) -> None:
    book = FigureBook([verified(make, "1", "tỷ đồng")])
    cells = tuple(CellMapping(Target("Biểu 1", cell), THU) for cell in ("B8", "A7:B8", "C3", "C3"))
    plans = plan(form_of(), FormMapping(cells=cells), book)
    assert [each.spot.name for each in plans] == ["A7", "A7", "C3", "C3"]
    assert [each.state for each in plans] == [
        CellState.FILLED,
        CellState.TAKEN,
        CellState.FILLED,
        CellState.TAKEN,
    ]


def test_defined_name_leads_to_its_cell(make: Maker) -> None:
    found = planned(form_of(), FigureBook([verified(make, "1", "tỷ đồng")]), "TongThu", THU)
    assert (found.place, found.state) == ("Biểu 1!C3 (TongThu)", CellState.FILLED)


def test_cell_that_has_moved_in_a_changed_form_is_left(make: Maker) -> None:
    form, book = form_of(), FigureBook([verified(make, "1", "tỷ đồng")])
    label = "Thu ngân sách | Kỳ báo cáo"
    assert form.label("Biểu 1", planned(form, book, "C3", THU).spot) == label
    assert planned(form, book, "C3", THU, structure="else", label=label).state is CellState.FILLED
    moved = planned(form, book, "C4", THU, structure="else", label=label)
    assert (moved.state, moved.detail) == (CellState.MOVED, f"{label} → Chi ngân sách | Kỳ báo cáo")
    assert planned(form, book, "C4", THU, structure=form.structure, label=label).state is CellState.FILLED


def test_form_is_known_again_filled_and_for_another_quarter() -> None:
    structure = form_of().structure
    assert form_of(sheet=SHEET.replace(b"<v>7</v>", b"<v>8</v>")).structure == structure
    assert (
        form_of(sheet=SHEET.replace("Biểu 01".encode(), "Biểu 01 quý IV/2031".encode())).structure
        != structure
    )
    first, second = (
        form_of(sheet=SHEET.replace("Biểu 01".encode(), title.encode())).structure
        for title in ("Biểu 01 quý I/2021", "Biểu 01 quý IV/2031")
    )
    assert first == second
    assert form_of(sheet=SHEET.replace("Thu ngân".encode(), "Chi ngân".encode())).structure != structure


def test_only_verified_figures_get_into_a_book(make: Maker) -> None:
    figure = make.figure("1", "vụ", changes={"verdict": Verdict.OPEN})
    with pytest.raises(ValueError, match="verified"):
        VerifiedFigure(figure, make.report().summary)
