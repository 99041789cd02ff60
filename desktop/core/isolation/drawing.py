"""Pages of PDFs drawn in the reading process; the last document stays open: turning pages is quick."""

import math
from collections.abc import Iterator
from typing import Any

import pypdfium2

from desktop.core.errors import RefusalCode, refuse
from desktop.core.isolation.frames import Frame
from desktop.core.readers.pdf import open_pdf

MAX_PIXELS = 24_000_000

_open_by_digest: dict[str, Any] = {}


def draw(job: Frame) -> Iterator[Frame]:
    """Yield the page that `job` asks for, or "wanted" where the document's bytes have to be sent first."""
    digest, name = job.fields["digest"], job.fields["name"]
    if job.body:
        _keep(digest, open_pdf(job.body, name))
    document = _open_by_digest.get(digest)
    if document is None:
        yield Frame("wanted")
        return
    yield _drawn(document, job.fields["page"], job.fields["scale"], name)


def _keep(digest: str, document: pypdfium2.PdfDocument) -> None:
    for other in _open_by_digest.values():
        other.close()
    _open_by_digest.clear()
    _open_by_digest[digest] = document


def _drawn(document: pypdfium2.PdfDocument, number: int, scale: float, name: str) -> Frame:
    if not 1 <= number <= len(document):
        raise refuse(RefusalCode.NOT_FOUND, name)
    page = document[number - 1]
    width, height = page.get_size()
    scale = min(scale, math.sqrt(MAX_PIXELS / max(1.0, width * height)))
    bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=False)
    pixels, row = bytes(bitmap.buffer), bitmap.width * bitmap.n_channels
    if bitmap.stride != row:
        rows = (pixels[at : at + row] for at in range(0, bitmap.stride * bitmap.height, bitmap.stride))
        pixels = b"".join(rows)
    size = {"width": bitmap.width, "height": bitmap.height}
    bitmap.close()
    page.close()
    return Frame("image", size, pixels)
