"""The forms of output in the interface's language: what each is called, and whom it is for."""

from PySide6.QtCore import QCoreApplication

from desktop.core.outputs.forms import OutputForm
from desktop.ui.translation import marked

_NAMES: dict[OutputForm, str] = {
    OutputForm.WORKBOOK: marked("outputs", "Excel workbook"),
    OutputForm.CSV: marked("outputs", "CSV for analysis"),
    OutputForm.CSV_SEMICOLON: marked("outputs", "CSV for Vietnamese spreadsheets"),
    OutputForm.JSON: marked("outputs", "JSON"),
    OutputForm.PARQUET: marked("outputs", "Parquet"),
    OutputForm.RECORD: marked("outputs", "Record of the review"),
}

_USES: dict[OutputForm, str] = {
    OutputForm.WORKBOOK: marked("outputs", "For people: summary, evidence, sources and log"),
    OutputForm.CSV: marked("outputs", "A line a figure: commas between cells, points before decimals"),
    OutputForm.CSV_SEMICOLON: marked("outputs", "A line a figure: semicolons between cells, decimal commas"),
    OutputForm.JSON: marked("outputs", "For programs: figures with all that is known of them"),
    OutputForm.PARQUET: marked("outputs", "For large analyses: typed columns, exact decimals"),
    OutputForm.RECORD: marked("outputs", "A page a report to print and sign: counts, reviewers, corrections"),
}


def form_text(form: OutputForm) -> str:
    """Return what the form is called."""
    return QCoreApplication.translate("outputs", _NAMES[form])


def form_use(form: OutputForm) -> str:
    """Return whom the form is for."""
    return QCoreApplication.translate("outputs", _USES[form])
