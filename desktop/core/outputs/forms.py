"""The forms in which verified figures are handed on, and by which suffix each is known."""

from enum import StrEnum
from pathlib import Path

from desktop.core.errors import RefusalCode, refuse


class OutputForm(StrEnum):
    """A form of output, by its word on the command line."""

    WORKBOOK = "xlsx"
    CSV = "csv"
    CSV_SEMICOLON = "csv-semicolon"
    JSON = "json"
    PARQUET = "parquet"
    RECORD = "pdf"

    @property
    def suffix(self) -> str:
        """Return the suffix of its files, with the dot."""
        return ".csv" if self is OutputForm.CSV_SEMICOLON else f".{self}"


def form_of(out: Path) -> OutputForm:
    """Return the form that a file's suffix names; raise RefusedError where it names none."""
    suffix = out.suffix.lower()
    for form in OutputForm:
        if form.suffix == suffix:
            return form
    raise refuse(RefusalCode.OUTPUT_UNKNOWN, out.name, suffixes=", ".join(known_suffixes()))


def known_suffixes() -> tuple[str, ...]:
    """Return the suffixes that name a form, each once."""
    return tuple(dict.fromkeys(form.suffix for form in OutputForm))
