"""How the sheets of a workbook look, read in the reading process when they are to be shown."""

from collections.abc import Iterator

from desktop.core.documents import Format
from desktop.core.isolation.frames import Frame
from desktop.core.readers.workbook_looks import sheet_looks
from desktop.core.readers.workbook_record_looks import record_looks
from desktop.core.sheet_look_packing import packed_look
from desktop.core.sheet_looks import SheetLook


def look_frames(job: Frame) -> Iterator[Frame]:
    """Yield the look of each sheet of the workbook that `job` brings; none for other formats."""
    for sheet, look in _looks(job.body, job.fields["name"], job.fields["format"]):
        yield Frame("look", {"sheet": sheet}, packed_look(look))


def _looks(data: bytes, name: str, fmt: str) -> Iterator[tuple[str, SheetLook]]:
    match fmt:
        case Format.XLSX:
            return sheet_looks(data, name)
        case Format.XLS:
            return record_looks(data)
        case _:
            return iter(())
