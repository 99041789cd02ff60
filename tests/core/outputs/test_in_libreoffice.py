"""LibreOffice, told to evaluate whatever looks like a formula, finds none in a CSV file of ours."""

import csv
import random
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from desktop.core.outputs.forms import OutputForm
from desktop.core.outputs.writing import write_figures
from tests.core.workbooks.conftest import Maker

SOFFICE = shutil.which("soffice")
PIECES = (
    *"=+-@＝＋－＠'\",;\t\n\r 1aă\u200b\ufeff“",
    "cmd|' /C calc'!A0",
    "SUM(A1:A9)",
    'HYPERLINK("x";"y")',
)
SEPARATORS = {",": 44, ";": 59}

pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")


def _formulas(files: list[Path], separator: str) -> list[int]:
    """Return how many formulas LibreOffice sees in each CSV file that it splits at `separator`."""
    folder = files[0].parent
    options = f"CSV:{SEPARATORS[separator]},34,76,1,,0,false,true,false,false,false,-1,true"
    command = [
        *(str(SOFFICE), "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}"),
        *(f"--infilter={options}", "--convert-to", "xlsx", "--outdir", str(folder), *map(str, files)),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return [_formulas_in(file.with_suffix(".xlsx")) for file in files]


def _formulas_in(workbook: Path) -> int:
    with zipfile.ZipFile(workbook) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert sheet.count("<row") > 1_000
    return sheet.count("<f>") + sheet.count("<f ")


def test_no_text_is_a_formula_whatever_the_spreadsheet_splits_at(make: Maker, tmp_path: Path) -> None:
    drawn = random.Random(6)
    texts = ["".join(drawn.choice(PIECES) for _ in range(drawn.randint(1, 8))) for _ in range(2_000)]
    content = make.content(make.report(*(make.figure("-5.2", changes={"note": text}) for text in texts)))
    outs = [tmp_path / f"{form}.csv" for form in (OutputForm.CSV, OutputForm.CSV_SEMICOLON)]
    for out in outs:
        write_figures(content, out, OutputForm(out.stem))
    unguarded = tmp_path / "unguarded.csv"
    with unguarded.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([text] for text in texts)
    assert _formulas(outs, ";") == [0, 0]
    *guarded, seen = _formulas([*outs, unguarded], ",")
    assert guarded == [0, 0]
    assert seen > 0
