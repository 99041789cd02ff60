"""One job's talk with the reading process: handed over, listened to, and what became of it."""

import contextlib
import re
import time
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from desktop.core.errors import Refusal, RefusalCode, RefusedError, refuse
from desktop.core.isolation.child import Child
from desktop.core.isolation.frames import Frame

POLL_S = 0.05
_NO_MEMORY = re.compile(
    r"MemoryError|memory allocation of|out of memory|bad_alloc|cannot allocate", re.IGNORECASE
)


class Talk:
    """A job given to a child; `check` is called again and again and may raise to give the job up."""

    def __init__(self, child: Child, job: Frame, limit_s: float, check: Callable[[], None]) -> None:
        self._child = child
        self._job = job
        self._limit_s = limit_s
        self._check = check
        self.has_started = False
        self.is_child_fit = False
        self.notices: list[Refusal] = []

    def answers(self, on_progress: Callable[[float], None] | None) -> Iterator[Frame]:
        """Yield the job's results as they come; raise RefusedError where it fails.

        Afterwards `is_child_fit` tells whether the child can be given another job, and `notices` what is
        to be said of the file, and what is wrong with the word lists it works with.
        """
        sender = self._child.send(self._job)
        try:
            while (frame := self._next()).kind != "done":
                match frame.kind:
                    case "started":
                        self.has_started = True
                    case "progress" if on_progress is not None:
                        on_progress(frame.fields["fraction"])
                    case "refused" | "failed":
                        self._end(frame)
                        raise self._refusal(frame)
                    case kind if kind != "progress":
                        yield frame
            self._end(frame)
        finally:
            if not self.is_child_fit:
                self._child.kill()
            sender.join()

    def _end(self, frame: Frame) -> None:
        self.is_child_fit = frame.fields["is_fit"]
        # A child that a file has got hold of may say anything here; what makes no sense is left unsaid.
        with contextlib.suppress(LookupError, TypeError, ValueError):
            self.notices = [_refusal(fields) for fields in frame.fields["notices"]]

    def _next(self) -> Frame:
        deadline = time.monotonic() + self._limit_s
        while time.monotonic() < deadline:
            self._check()
            try:
                frame = self._child.receive(POLL_S)
            except TimeoutError:
                continue
            if frame is None:
                self._check()
                raise self._death()
            return frame
        raise refuse(RefusalCode.NO_PROGRESS, self._name, seconds=f"{self._limit_s:g}")

    @property
    def _name(self) -> str:
        return str(self._job.fields["name"])

    def _death(self) -> RefusedError:
        ran_out = _NO_MEMORY.search(self._child.last_words)
        return refuse(RefusalCode.OUT_OF_MEMORY if ran_out else RefusalCode.READER_DIED, self._name)

    def _refusal(self, frame: Frame) -> RefusedError:
        if frame.kind == "failed":
            return refuse(RefusalCode.READER_FAILED, self._name, error=frame.fields["error"])
        return RefusedError(_refusal(frame.fields))


def _refusal(fields: Mapping[str, Any]) -> Refusal:
    return Refusal(RefusalCode(fields["code"]), fields["subject"], fields["details"])
