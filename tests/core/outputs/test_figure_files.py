"""CSV, JSON and Parquet read back by other programs: the same columns and values, exact, and no formula."""

import csv
import io
import json
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from desktop.core.errors import RefusalCode, RefusedError
from desktop.core.figures import Origin, Verdict
from desktop.core.outputs.columns import columns
from desktop.core.outputs.figure_rows import figure_marks
from desktop.core.outputs.forms import OutputForm
from desktop.core.outputs.guarding import Guard
from desktop.core.outputs.writing import write_figures
from desktop.core.workbooks.content import WorkbookContent
from desktop.core.workbooks.identity import workbook_digest
from tests.core.workbooks.conftest import Maker

ODD = ("=1+1", "\ud800 nửa chữ", "chuông\x07", "hai\r\ndòng", "a;=b", 'ngoặc "kép", phẩy', "😀 \u202e ngược")
NAMES = [column.name for column in columns()]


@pytest.fixture
def content(make: Maker) -> WorkbookContent:
    """Return a content with values and texts of every sort."""
    section = make.section(1, "II. Xã hội", tags=("health",))
    corrected = {"verdict": Verdict.CORRECTED, "section_id": 1}
    return make.content(
        make.report(
            make.figure("13160", "tài khoản"),
            make.figure("-5.25", "%", "change", "same_period", changes={"section_id": 1}),
            make.figure("20..25", "%"),
            make.figure("3/5", "xã", changes={"origin": Origin.CLERK}),
            make.figure("100", "vụ", changes=corrected | {"said": make.reading("101", "vụ"), "note": "nhầm"}),
            *(make.figure("1", indicator=text.replace("\ud800", ""), changes={"note": text}) for text in ODD),
            sections=(section, make.section(2, "1. Y tế", parent=1)),
        )
    )


def _csv_rows(path: Path, separator: str = ",") -> list[dict[str, str]]:
    text = path.read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=separator))


def _written(content: WorkbookContent, tmp_path: Path, form: OutputForm) -> Path:
    out = tmp_path / f"so-lieu{form.suffix}"
    write_figures(content, out, form)
    return out


def _json(content: WorkbookContent, tmp_path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(_written(content, tmp_path, OutputForm.JSON).read_bytes())
    return found


def test_csv_is_what_excel_and_the_standard_expect(content: WorkbookContent, tmp_path: Path) -> None:
    data = _written(content, tmp_path, OutputForm.CSV).read_bytes()
    assert data.startswith(b"\xef\xbb\xbfkey,")
    header, *_ = data.split(b"\r\n")
    assert header.decode("utf-8-sig").split(",") == NAMES
    assert data.endswith(b"\r\n")


def test_csv_has_exact_numbers_and_no_text_a_spreadsheet_takes_for_a_formula(
    content: WorkbookContent, tmp_path: Path
) -> None:
    rows = _csv_rows(_written(content, tmp_path, OutputForm.CSV))
    assert [row["value"] for row in rows[:5]] == ["13160", "-5.25", "20", "3", "101"]
    assert [(row["value_high"], row["value_of"]) for row in rows[2:4]] == [("25", ""), ("", "5")]
    for row in rows:
        for name, cell in row.items():
            assert name in ("value", "read_value") or not cell.startswith(("=", "+", "-", "@", "\t", "\r"))


def test_csv_gives_its_texts_back(content: WorkbookContent, tmp_path: Path) -> None:
    rows = _csv_rows(_written(content, tmp_path, OutputForm.CSV))
    told = [Guard(",").unguarded(row["note"]) for row in rows[5:]]
    assert told == [*("=1+1", "\ufffd nửa chữ", "chuông\ufffd"), *ODD[3:]]


@pytest.mark.parametrize(
    ("form", "places"), [(OutputForm.CSV, 4), (OutputForm.JSON, 1), (OutputForm.PARQUET, 1)]
)
def test_letters_that_cannot_be_written_are_counted(
    content: WorkbookContent, tmp_path: Path, form: OutputForm, places: int
) -> None:
    assert write_figures(content, tmp_path / "a", form) == places


def test_csv_for_vietnamese_spreadsheets_has_semicolons_and_decimal_commas(
    content: WorkbookContent, tmp_path: Path
) -> None:
    rows = _csv_rows(_written(content, tmp_path, OutputForm.CSV_SEMICOLON), ";")
    assert [row["value"] for row in rows[:2]] == ["13160", "-5,25"]
    assert rows[0]["confidence"] == "0,9"


def test_pandas_reads_the_csv_as_it_is(content: WorkbookContent, tmp_path: Path) -> None:
    frame = pd.read_csv(_written(content, tmp_path, OutputForm.CSV))
    assert list(frame.columns) == NAMES
    assert frame["value"].tolist()[:2] == [13160, -5.25]
    assert frame["indicator"].iloc[0] == "số vụ"


def test_json_tells_where_the_figures_come_from(content: WorkbookContent, tmp_path: Path) -> None:
    found = _json(content, tmp_path)
    assert (found["format"], found["workspace"]) == ("doichieu.figures", "ho-so")
    assert found["exported_at"] == "2021-04-05T07:24:30Z"
    assert (found["verified"], found["accepted"], found["corrected"]) == (12, 11, 1)
    assert found["digest"] == workbook_digest(figure_marks(content))
    assert [column["name"] for column in found["columns"]] == NAMES
    assert found["reports"][0]["verified"] == len(found["figures"]) == 12


def test_json_has_decimals_as_strings_and_every_letter(content: WorkbookContent, tmp_path: Path) -> None:
    figures = _json(content, tmp_path)["figures"]
    assert list(figures[0]) == NAMES
    assert [figure["value"] for figure in figures[:3]] == ["13160", "-5.25", "20"]
    assert [figure["note"] for figure in figures[5:]] == [ODD[0], "\ufffd nửa chữ", *ODD[2:]]
    assert (figures[1]["tags"], figures[1]["section"]) == (["health"], "II. Xã hội")
    assert figures[0]["read_value_high"] is None


def test_row_tells_the_machines_reading_beside_what_was_verified(
    content: WorkbookContent, tmp_path: Path
) -> None:
    figures = _json(content, tmp_path)["figures"]
    added, corrected = figures[3], figures[4]
    assert (corrected["value"], corrected["read_value"], corrected["verdict"]) == ("101", "100", "corrected")
    assert (added["origin"], added["read_value"], added["read_unit"], added["confidence"]) == (
        *("clerk", None, ""),
        None,
    )


def test_parquet_keeps_types_and_exact_decimals(content: WorkbookContent, tmp_path: Path) -> None:
    table = pq.read_table(_written(content, tmp_path, OutputForm.PARQUET))
    assert table.column_names == NAMES
    assert table.schema.field("value").type == pa.decimal128(38, 10)
    assert table["value"].to_pylist()[:2] == [13160, Decimal("-5.25")]
    assert table["decided_at"].to_pylist()[0] == datetime(2021, 4, 5, 7, 24, 30, 123456, tzinfo=UTC)
    assert table["period_end"].to_pylist()[0] == date(2021, 3, 31)
    assert table["tags"].to_pylist()[1] == ["health"]
    assert pa.types.is_dictionary(table.schema.field("unit").type)
    assert table.schema.field("unit").metadata[b"en"].startswith(b"Unit")
    assert table.schema.metadata[b"doichieu.digest"].decode() == workbook_digest(figure_marks(content))


def test_parquet_chooses_as_many_decimals_as_the_numbers_have(make: Maker, tmp_path: Path) -> None:
    fine = "0.12345678901234567890"
    table = pq.read_table(
        _written(make.content(make.report(make.figure(fine))), tmp_path, OutputForm.PARQUET)
    )
    assert table["value"].to_pylist() == [Decimal(fine)]


def test_parquet_tells_numbers_that_no_decimal_column_holds_as_texts(make: Maker, tmp_path: Path) -> None:
    huge, tiny = "1" + "0" * 30, "0.000000000000000000001"
    content = make.content(make.report(make.figure(huge), make.figure(tiny)))
    table = pq.read_table(_written(content, tmp_path, OutputForm.PARQUET))
    assert table["value"].to_pylist() == [huge, tiny]
    assert table["value_float64"].to_pylist() == [1e30, 1e-21]


@pytest.mark.parametrize("form", [OutputForm.CSV, OutputForm.JSON, OutputForm.PARQUET])
def test_nothing_verified_leaves_a_file_with_columns_alone(
    make: Maker, tmp_path: Path, form: OutputForm
) -> None:
    out = _written(make.content(), tmp_path, form)
    if form is OutputForm.JSON:
        assert json.loads(out.read_bytes())["figures"] == []
    elif form is OutputForm.CSV:
        assert _csv_rows(out) == []
    else:
        assert pq.read_table(out).num_rows == 0


@pytest.mark.parametrize("form", [OutputForm.CSV, OutputForm.JSON, OutputForm.PARQUET])
def test_file_that_cannot_be_written_leaves_nothing_behind(
    content: WorkbookContent, tmp_path: Path, form: OutputForm
) -> None:
    folder = tmp_path / "la-thu-muc"
    folder.mkdir()
    with pytest.raises(RefusedError) as caught:
        write_figures(content, folder, form)
    assert caught.value.refusal.code is RefusalCode.CANNOT_WRITE
    assert list(tmp_path.iterdir()) == [folder]
