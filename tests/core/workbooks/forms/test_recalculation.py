"""Which stored results a new value makes out of date."""

import pytest

from desktop.core.workbooks.forms.cell_ranges import Spot, spot_of
from desktop.core.workbooks.forms.recalculation import computing_on_load, out_of_date
from desktop.core.workbooks.forms.references import references_in
from desktop.core.workbooks.forms.sheet_scan import scan_sheet
from tests.core.workbooks.forms.packages import MAIN


def sheet(**formulas: str) -> bytes:
    cells = "".join(f'<row><c r="{name}">{formula}<v>1</v></c></row>' for name, formula in formulas.items())
    return f'<worksheet xmlns="{MAIN}"><sheetData>{cells}</sheetData></worksheet>'.encode()


def stale(changed: str, **formulas: str) -> set[str]:
    """Return the cells of sheet "A" whose results are out of date once `changed` has a new value."""
    spot = spot_of(changed)
    assert spot is not None
    told = {name: f if f.startswith("<f") else f"<f>{f}</f>" for name, f in formulas.items()}
    names = {
        "thuns": ["A!$B$2"],
        "chins": ["A!$B$3"],
        "bang": ["'A'!B1:C9"],
        "xa": ["'Khác'!B1:C9"],
        "gapdoi": ["ThuNS*2"],
        "vong": ["Vong+1"],
    }
    found = out_of_date({"A": scan_sheet(sheet(**told), "x")}, {"A": {spot}}, names)
    return {each.name for each in found.get("A", set())}


@pytest.mark.parametrize(
    ("formula", "is_stale"),
    [
        ("B2+1", True),
        ("$B$2", True),
        ("SUM(B1:B9)", True),
        ("SUM(B:B)", True),
        ("SUM(2:2)", True),
        ("a!B2", True),
        ("'A'!B2*2", True),
        ("INDIRECT(&quot;B&quot;&amp;2)", True),
        ("OFFSET(A1,1,1)", True),
        ("TongThu*2", True),
        ("SUM(Bang[Thu])", True),
        ("SUM(Bang[[#Totals],[Thu]])", True),
        ("SUM([@Thu])", True),
        ("ThuNS*2", True),
        ("GapDoi", True),
        ("Vong", True),
        ("ChiNS*2", False),
        ("SUM(Xa[Thu])", False),
        ("B3+1", False),
        ("SUM(C1:C9)", False),
        ("'Khác'!B2", False),
        ("[1]A!B2", False),
        ("'[1]A'!B2", False),
        ("&quot;B2&quot;", False),
        ("LOG10(C2)", False),
        ("IF(C2&gt;1,TRUE,#N/A)", False),
    ],
)
def test_results_are_out_of_date_where_a_formula_refers_to_the_cell(formula: str, is_stale: bool) -> None:
    assert stale("B2", D1=formula) == ({"D1"} if is_stale else set())


def test_results_depend_through_other_formulas_and_copies_of_shared_ones() -> None:
    found = stale(
        "B2",
        C1='<f t="shared" ref="C1:C3" si="0">B1*2</f>',
        C2='<f t="shared" si="0"/>',
        C3='<f t="shared" si="0"/>',
        D1="C2+1",
        D2="C3+1",
        E1="D1",
    )
    assert found == {"C2", "D1", "E1"}


def test_cells_of_an_array_are_out_of_date_together() -> None:
    found = stale("B2", C1='<f t="array" ref="C1:C2">B1:B2*2</f>', D1="C2")
    assert found == {"C1", "C2", "D1"}


def test_reference_of_a_copy_moves_with_it_unless_it_is_fixed() -> None:
    found = references_in("$B2+C$3")
    assert found is not None
    assert [each.copied(4, 1).first for each in found] == [Spot(5, 1), Spot(2, 3)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"<workbook><sheets/></workbook>", b'<workbook><sheets/><calcPr fullCalcOnLoad="1"/></workbook>'),
        (
            b'<x:workbook xmlns:x="u"><x:sheets/><x:definedNames></x:definedNames><x:extLst/></x:workbook>',
            b'<x:workbook xmlns:x="u"><x:sheets/><x:definedNames></x:definedNames>'
            b'<x:calcPr fullCalcOnLoad="1"/><x:extLst/></x:workbook>',
        ),
        (
            b'<workbook><calcPr calcId="191029"/></workbook>',
            b'<workbook><calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>',
        ),
        (
            b"<workbook><calcPr fullCalcOnLoad='0' calcMode=\"manual\"></calcPr></workbook>",
            b'<workbook><calcPr calcMode="manual" fullCalcOnLoad="1"></calcPr></workbook>',
        ),
    ],
)
def test_workbook_says_that_it_is_to_be_computed(before: bytes, after: bytes) -> None:
    assert computing_on_load(before, "x") == after
