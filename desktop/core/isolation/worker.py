"""The reading process itself: takes jobs as frames on its input, answers as frames on its output.

Runs under `sandbox`; imports its readers only when idle or asked, so that it is there at once.
"""

import contextlib
import gc
import importlib
import os
import select
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

from desktop.core.documents import Block, BlockKind, Document, Format
from desktop.core.errors import Refusal, RefusalCode, RefusedError, refuse
from desktop.core.isolation import sandbox
from desktop.core.isolation.frames import Frame, read_frame, write_frame
from desktop.core.lettering.encoding import Encoding

Reader = Callable[..., Document]
"""Reads bytes, given their name, what to call while it works, and maybe what the letters are said to be."""

TEXT_CHARACTERS_PER_FRAME = 500_000
PROGRESS_INTERVAL_S = 0.1
READ_SHARE = 0.7
PACKED_SHARE = 0.8
ALLOCATIONS_BETWEEN_COLLECTIONS = 50_000
RETIRING_MEMORY_BYTES = 300 * 1024 * 1024
MAX_ERROR_CHARACTERS = 200

_EXTRACTING = "desktop.core.extraction.extracting"
_WARMING_LINE = "Thu ngân sách năm 2021 đạt 5,2 tỷ đồng, tăng 3% so với cùng kỳ."
_PRELOADED = (
    "desktop.core.readers.formats",
    "desktop.core.readers.text",
    "desktop.core.layouts",
    "desktop.core.isolation.extraction_frames",
    _EXTRACTING,
    "desktop.core.readers.word",
    "desktop.core.readers.web",
    "desktop.core.readers.workbook",
    "desktop.core.readers.pdf",
    "desktop.core.isolation.drawing",
)


def main(read: Reader | None = None) -> None:
    """Serve jobs until the input ends; `read` stands in for the readers where a test brings its own."""
    sandbox.enter()
    source, sink = _private_streams()
    worker = Worker(source, sink, read)
    _preload(source)
    # Figures and cells come by the ten thousand and stay: looking for cycles among them is in vain.
    gc.set_threshold(ALLOCATIONS_BETWEEN_COLLECTIONS)
    while (job := read_frame(source)) is not None and worker.serve(job):
        pass


class Worker:
    """One job after another, each answered by "started", its results, and "done", "refused" or "failed"."""

    def __init__(self, source: BinaryIO, sink: BinaryIO, read: Reader | None = None) -> None:
        self._source = source
        self._sink = sink
        self._read = read

    def serve(self, job: Frame) -> bool:
        """Do `job` and tell whether this process is fit for another."""
        self._send(Frame("started"))
        try:
            for frame in self._answers(job):
                self._send(frame)
            last = Frame("done")
        except RefusedError as error:
            last = _refused(error)
        except MemoryError:
            last = _refused(refuse(RefusalCode.OUT_OF_MEMORY, job.fields["name"]))
        except Exception as error:  # noqa: BLE001 - whatever a reader trips over is told, not died of
            last = Frame("failed", {"error": _one_line(error)})
        is_fit = _resident_bytes() < RETIRING_MEMORY_BYTES
        self._send(Frame(last.kind, {**last.fields, "is_fit": is_fit, "notices": _notices(job)}))
        return is_fit

    def _send(self, frame: Frame) -> None:
        write_frame(self._sink, frame)

    def _answers(self, job: Frame) -> Iterator[Frame]:
        if job.kind == "render":
            from desktop.core.isolation.drawing import draw

            return draw(job)
        if job.kind == "looks":
            from desktop.core.isolation.look_frames import look_frames

            return look_frames(job)
        if job.kind == "handed":
            return self._handed(job)
        return self._analyse(job)

    def _handed(self, job: Frame) -> Iterator[Frame]:
        from desktop.core.workbooks.reading_back.opening import opened
        from desktop.core.workbooks.reading_back.packing import packed

        workbook = opened(job.body, job.fields["name"], _Pulse(self._send, 0.0, 1.0).beat)
        yield Frame("handed", body=packed(workbook))

    def _analyse(self, job: Frame) -> Iterator[Frame]:
        document = self._document(job)
        from desktop.core.readers.workbook_remarks import remarks_on

        said = remarks_on(job.body, job.fields["name"], document.format, has_cells=bool(document.tables))
        remarks = [_fields(remark) for remark in said]
        yield Frame("progress", {"fraction": READ_SHARE})
        for at in range(0, len(document.text), TEXT_CHARACTERS_PER_FRAME):
            yield Frame("text", body=document.text[at : at + TEXT_CHARACTERS_PER_FRAME].encode())
        from desktop.core.isolation.lettering_frames import fields_of
        from desktop.core.layouts import pack

        lettering = fields_of(document.lettering)
        fields = {"format": document.format, "lettering": lettering, "remarks": remarks}
        yield Frame("layout", fields, pack(document))
        yield Frame("progress", {"fraction": PACKED_SHARE})
        from desktop.core.extraction.extracting import extract
        from desktop.core.isolation.extraction_frames import frames_of

        yield from frames_of(extract(document, _Pulse(self._send, PACKED_SHARE, 1.0).beat))

    def _document(self, job: Frame) -> Document:
        read = _readers() if self._read is None else self._read
        said = [Encoding(job.fields["lettering"])] if "lettering" in job.fields else []
        return read(job.body, job.fields["name"], _Pulse(self._send, 0.0, READ_SHARE).beat, *said)


class _Pulse:
    """Calls turned into progress frames, a few a second; the share is a guess that nears `end`."""

    def __init__(self, send: Callable[[Frame], None], begin: float, end: float) -> None:
        self._send = send
        self._begin = begin
        self._end = end
        self._sent_at = time.monotonic()
        self._sent = 0

    def beat(self) -> None:
        now = time.monotonic()
        if now - self._sent_at >= PROGRESS_INTERVAL_S:
            self._sent_at = now
            self._sent += 1
            share = self._sent / (self._sent + 20)
            self._send(Frame("progress", {"fraction": self._begin + share * (self._end - self._begin)}))


def _readers() -> Reader:
    from desktop.core.readers import read

    return read


def _private_streams() -> tuple[BinaryIO, BinaryIO]:
    """Return input and output for frames alone: what a library prints goes to the error stream."""
    source, sink = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return source, sink


def _preload(source: BinaryIO) -> None:
    """Import what jobs will need while none waits; the job that needs it tells what is wrong with it."""
    if sys.platform == "win32":
        return
    for name in _PRELOADED:
        if select.select([source], [], [], 0)[0]:
            return
        with contextlib.suppress(ImportError, RefusedError):
            importlib.import_module(name)
            if name == _EXTRACTING:
                _warm_up()


def _warm_up() -> None:
    """Extract from a line of no report: the first extraction compiles patterns and reads word lists."""
    from desktop.core.extraction.extracting import extract

    extract(Document(Format.TXT, _WARMING_LINE, (Block(BlockKind.PARAGRAPH, 0, len(_WARMING_LINE)),)))


def _notices(job: Frame) -> list[dict[str, Any]]:
    """Return what is wrong with the word lists that were used so far, as the fields of refusals."""
    if job.kind != "analyse":
        return []
    from desktop.core.wordlists.loading import word_lists

    return [_fields(refusal) for refusal in word_lists().told()]


def _resident_bytes() -> int:
    try:
        with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123 - pathlib is not loaded yet
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0


def _refused(error: RefusedError) -> Frame:
    return Frame("refused", _fields(error.refusal))


def _fields(refusal: Refusal) -> dict[str, Any]:
    return {"code": refusal.code, "subject": refusal.subject, "details": refusal.details}


def _one_line(error: Exception) -> str:
    words = " ".join(f"{type(error).__name__}: {error}".split())
    return words[:MAX_ERROR_CHARACTERS].rstrip(": ")


if __name__ == "__main__":
    main()
