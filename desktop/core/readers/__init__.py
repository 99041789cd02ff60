"""Files to documents, a module per format, chosen by content; the readers themselves are imported at need."""

from collections.abc import Callable

from desktop.core.collecting import no_collections
from desktop.core.documents import Document, Format
from desktop.core.errors import RefusalCode, refuse
from desktop.core.lettering.encoding import Encoding

MAX_FILE_BYTES = 200 * 1024 * 1024


def no_progress() -> None:
    """Do nothing: the default for readers' `on_progress`."""


@no_collections()
def read(
    data: bytes,
    name: str,
    on_progress: Callable[[], None] = no_progress,
    lettering: Encoding | None = None,
) -> Document:
    """Return the document that `data` holds, its format chosen by content; `name` only names it in refusals.

    Raises RefusedError for whatever cannot be read. `on_progress` is called again and again while it works.
    `lettering` is what the user says its letters are, where they cannot be told: UTF8 for nothing old.
    """
    if not data:
        raise refuse(RefusalCode.IS_EMPTY, name)
    if len(data) > MAX_FILE_BYTES:
        raise refuse(RefusalCode.FILE_TOO_LARGE, name, limit=f"{MAX_FILE_BYTES >> 20} MB")
    from desktop.core.readers.formats import detect

    return _read_as(detect(data, name), data, name, on_progress, lettering)


def _read_as(
    fmt: Format, data: bytes, name: str, on_progress: Callable[[], None], lettering: Encoding | None
) -> Document:
    match fmt:
        case Format.TXT:
            from desktop.core.readers.text import read_text

            return read_text(data, name, on_progress, lettering)
        case Format.HTML:
            from desktop.core.readers.web import read_web

            return read_web(data, name, on_progress, lettering)
        case Format.DOCX:
            from desktop.core.readers.word import read_word

            return read_word(data, name, on_progress, lettering)
        case Format.PDF:
            from desktop.core.readers.pdf import read_pdf

            return read_pdf(data, name, on_progress, lettering)
        case Format.XLSX | Format.XLS:
            from desktop.core.readers.workbook import read_workbook

            return read_workbook(data, name, fmt, on_progress, lettering)
