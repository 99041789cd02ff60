"""Writes figures in one of the forms for analysts; the old file stays whole until the new one is complete."""

from pathlib import Path
from typing import IO

from desktop.core.outputs.forms import OutputForm
from desktop.core.workbooks.content import WorkbookContent
from desktop.core.workbooks.replacing import replace_file
from desktop.core.workbooks.watching import Watch


def write_figures(content: WorkbookContent, out: Path, form: OutputForm, watch: Watch | None = None) -> int:
    """Write the figures of `content` to `out`; return at how many places letters were replaced.

    `watch` is told of the rows. Raise RefusedError (see replace_file) or WritingCancelledError with the
    old file whole and nothing left beside it, and ValueError for a form that holds no figures.
    """
    replaced: list[int] = []
    watched = watch or Watch()

    def write(file: IO[bytes]) -> None:
        replaced.append(_write(content, file, form, watched))

    def check(_: Path) -> None:
        watched.tell(1)

    replace_file(out, write, check)
    return replaced[0]


def _write(content: WorkbookContent, file: IO[bytes], form: OutputForm, watch: Watch) -> int:
    match form:
        case OutputForm.CSV | OutputForm.CSV_SEMICOLON:
            from desktop.core.outputs.csv_file import write_csv

            is_for_sheets = form is OutputForm.CSV_SEMICOLON
            return write_csv(content, file, is_for_vietnamese_sheets=is_for_sheets, watch=watch)
        case OutputForm.JSON:
            from desktop.core.outputs.json_file import write_json

            return write_json(content, file, watch)
        case OutputForm.PARQUET:
            from desktop.core.outputs.parquet_file import write_parquet

            return write_parquet(content, file, watch)
        case _:
            raise ValueError(f"no form for analysts: {form}")
