"""The reused reading process: files and pages in, analyses and images out, whatever the files do to it."""

import hashlib
import threading
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from desktop.core.documents import Format
from desktop.core.errors import Refusal, RefusalCode, RefusedError, refuse
from desktop.core.isolation.analysis import Analysis, PageImage
from desktop.core.isolation.child import Child
from desktop.core.isolation.contents import contents
from desktop.core.isolation.extraction_frames import ExtractionAssembly
from desktop.core.isolation.frames import Frame
from desktop.core.isolation.lettering_frames import lettering_of
from desktop.core.isolation.talk import POLL_S, Talk, refusal_of
from desktop.core.lettering.encoding import Encoding
from desktop.core.sheet_look_packing import unpacked_look
from desktop.core.sheet_looks import SheetLook
from desktop.core.workbooks.reading_back.handed import HandedWorkbook
from desktop.core.workbooks.reading_back.packing import unpacked

SECONDS_WITHOUT_PROGRESS = 60.0
WORKER_MODULE = "desktop.core.isolation.worker"


OnProgress = Callable[[float], None]
OnNotice = Callable[[Refusal], None]
IsCancelled = Callable[[], bool]


class CancelledError(Exception):
    """Says that a job was given up because its caller asked for that, or because the process was closed."""


class ReadingProcess:
    """A child process that reads and extracts, one job at a time, from any thread.

    It is started again by itself after whatever ended it. `limit_s` is how long a job may show no progress;
    `on_notice` is told after each job what is wrong with the word lists and what is to be said of its file,
    in the thread of the job's caller.
    """

    def __init__(
        self,
        *,
        worker_module: str = WORKER_MODULE,
        limit_s: float = SECONDS_WITHOUT_PROGRESS,
        on_notice: OnNotice | None = None,
    ) -> None:
        self._worker_module = worker_module
        self._limit_s = limit_s
        self._on_notice = on_notice
        self._child: Child | None = None
        self._job = threading.Lock()
        self._starting = threading.Lock()
        self._is_closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def pid(self) -> int | None:
        """Return the id of the running child, None where there is none."""
        child = self._child
        return None if child is None or child.is_gone else child.pid

    def start(self) -> None:
        """Start the child, so that it is warm when the first file comes; return at once."""
        self._living_child()

    def close(self) -> None:
        """End the child; a job under way ends with CancelledError, and so does every later one."""
        with self._starting:
            self._is_closed = True
            child = self._child
        if child is None:
            return
        if self._job.acquire(blocking=False):
            self._job.release()
            child.close()
        else:
            child.kill()

    def analyse(
        self,
        path: Path,
        *,
        lettering: Encoding | None = None,
        on_progress: OnProgress | None = None,
        is_cancelled: IsCancelled | None = None,
    ) -> Analysis:
        """Return the file at `path` read and extracted; raise RefusedError or CancelledError."""
        return self.analyse_bytes(
            contents(path), path.name, lettering=lettering, on_progress=on_progress, is_cancelled=is_cancelled
        )

    def analyse_bytes(
        self,
        data: bytes,
        name: str,
        *,
        lettering: Encoding | None = None,
        on_progress: OnProgress | None = None,
        is_cancelled: IsCancelled | None = None,
    ) -> Analysis:
        """Return `data` read and extracted; raise RefusedError or CancelledError.

        `lettering` is what the user says its letters are.
        """
        said = {} if lettering is None else {"lettering": lettering.value}
        job = Frame("analyse", {"name": name, **said}, data)
        with (
            self._turn(is_cancelled),
            closing(self._answers(job, on_progress, is_cancelled)) as answers,
        ):
            analysis = _analysis(job, answers)
        self._tell(analysis.remarks)
        return analysis

    def render(self, data: bytes, page: int, scale: float) -> PageImage:
        """Return `page` (from 1) of the PDF in `data` at `scale` pixels to the point; raise RefusedError."""
        fields = {"name": "PDF", "digest": _digest(data), "page": page, "scale": scale}
        with self._turn(None):
            answer = self._image(Frame("render", fields))
            if answer.kind == "wanted":
                answer = self._image(Frame("render", fields, data))
        return PageImage(answer.fields["width"], answer.fields["height"], answer.body)

    def looks(self, data: bytes, name: str, fmt: Format) -> dict[str, SheetLook]:
        """Return how the sheets of the workbook in `data` look, by their names; raise RefusedError."""
        job = Frame("looks", {"name": name, "format": fmt}, data)
        with (
            self._turn(None),
            closing(self._answers(job, None, None)) as answers,
            _malformed_refused(job),
        ):
            return {str(answer.fields["sheet"]): unpacked_look(answer.body) for answer in answers}

    def handed(self, path: Path, *, is_cancelled: IsCancelled | None = None) -> HandedWorkbook:
        """Return the workbook at `path` that came back; raise RefusedError or CancelledError."""
        job = Frame("handed", {"name": path.name}, contents(path))
        with (
            self._turn(is_cancelled),
            closing(self._answers(job, None, is_cancelled)) as answers,
            _malformed_refused(job),
        ):
            (answer,) = answers
            return unpacked(answer.body)

    def _image(self, job: Frame) -> Frame:
        (answer,) = self._answers(job, None, None)
        return answer

    @contextmanager
    def _turn(self, is_cancelled: IsCancelled | None) -> Iterator[None]:
        """Wait for the job before to end, and for as long as the caller wants to."""
        while not self._job.acquire(timeout=POLL_S):
            self._give_up_if(is_cancelled)
        try:
            yield
        finally:
            self._job.release()

    def _give_up_if(self, is_cancelled: IsCancelled | None) -> None:
        if self._is_closed or (is_cancelled is not None and is_cancelled()):
            raise CancelledError

    def _living_child(self) -> Child:
        with self._starting:
            if self._is_closed:
                raise CancelledError
            if self._child is None or self._child.is_gone:
                self._child = Child(self._worker_module)
            return self._child

    def _answers(
        self, job: Frame, on_progress: OnProgress | None, is_cancelled: IsCancelled | None
    ) -> Generator[Frame]:
        """Yield the results of `job`; a child that died while it was idle is no fault of the file."""
        for is_last in (False, True):
            talk = Talk(self._living_child(), job, self._limit_s, lambda: self._give_up_if(is_cancelled))
            try:
                yield from talk.answers(on_progress)
            except RefusedError as error:
                if talk.has_started or is_last or error.refusal.code != RefusalCode.READER_DIED:
                    raise
            else:
                return
            finally:
                self._tell(talk.notices)
                if not talk.is_child_fit and not self._is_closed:
                    self._living_child()

    def _tell(self, refusals: Iterable[Refusal]) -> None:
        if self._on_notice is not None:
            for refusal in refusals:
                self._on_notice(refusal)


def _analysis(job: Frame, answers: Iterator[Frame]) -> Analysis:
    texts: list[str] = []
    layout = Frame("layout")
    assembly = ExtractionAssembly()
    for answer in answers:
        with _malformed_refused(job):
            match answer.kind:
                case "text":
                    texts.append(answer.body.decode())
                case "layout":
                    layout = answer
                case _:
                    assembly.add(answer)
    with _malformed_refused(job):
        return Analysis(
            digest=_digest(job.body),
            name=job.fields["name"],
            data=job.body,
            text="".join(texts),
            layout=layout.body,
            extraction=assembly.extraction(),
            format=Format(layout.fields["format"]),
            lettering=lettering_of(layout.fields["lettering"]),
            remarks=tuple(refusal_of(fields) for fields in layout.fields["remarks"]),
        )


@contextmanager
def _malformed_refused(job: Frame) -> Iterator[None]:
    """Turn an answer that makes no sense, from a child that a file has got hold of, into a refusal."""
    try:
        yield
    except (LookupError, TypeError, ValueError, ArithmeticError) as error:
        raise refuse(RefusalCode.READER_FAILED, job.fields["name"], error="malformed answer") from error


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
