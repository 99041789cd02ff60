"""One reading process as the program sees it: started, talked to, and ended without a trace."""

import contextlib
import logging
import os
import queue
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import BinaryIO, cast

from desktop.core.isolation.frames import Frame, read_frame, write_frame
from desktop.core.isolation.own_folder import own_folder
from desktop.core.wordlists.folders import for_child

CLOSING_TIMEOUT_S = 2.0
LAST_WORDS_BYTES = 2000

_LOG = logging.getLogger(__name__)
_ROOT = Path(__file__).resolve().parents[3]


class Child:
    """A reading process, its frames in a queue; None ends the queue once the process is gone and cleaned up.

    A thread of its own starts the process, listens to it and reaps it: the kernel kills such a process with
    the thread that started it, so that thread has to stay.
    """

    def __init__(self, worker_module: str) -> None:
        self._command = _command(worker_module)
        self._frames: queue.SimpleQueue[Frame | None] = queue.SimpleQueue()
        self._process: subprocess.Popen[bytes] | None = None
        self._is_started = threading.Event()
        self._is_gone = threading.Event()
        self.last_words = ""
        self._keeper = threading.Thread(target=self._keep, name="reading process", daemon=True)
        self._keeper.start()

    @property
    def is_gone(self) -> bool:
        """Tell whether the process has ended."""
        return self._is_gone.is_set()

    @property
    def pid(self) -> int | None:
        """Return the process's id, None if it could not be started."""
        self._is_started.wait()
        return self._process.pid if self._process else None

    def send(self, frame: Frame) -> threading.Thread:
        """Send `frame` from a thread, which is returned: a process that does not listen must not block."""
        sender = threading.Thread(target=self._write, args=(frame,), name="to reading process", daemon=True)
        sender.start()
        return sender

    def receive(self, timeout_s: float) -> Frame | None:
        """Return the next frame, None when there is no process any more; raise TimeoutError in between."""
        try:
            return self._frames.get(timeout=timeout_s)
        except queue.Empty:
            raise TimeoutError from None

    def kill(self) -> None:
        """End the process at once and wait until nothing is left of it."""
        self._is_started.wait()
        if self._process is not None:
            self._process.kill()
        self._keeper.join()

    def close(self) -> None:
        """Let the process end by closing its input; kill it if it does not."""
        self._is_started.wait()
        if self._process is not None and self._process.stdin is not None:
            with contextlib.suppress(OSError):
                self._process.stdin.close()
        self._keeper.join(CLOSING_TIMEOUT_S)
        self.kill()

    def _keep(self) -> None:
        try:
            with own_folder() as own, tempfile.TemporaryFile() as errors:
                self._run(own, errors)
        except OSError as error:
            self.last_words = str(error)
            _LOG.warning("reading process not started: %s", error)
        finally:
            self._is_started.set()
            self._is_gone.set()
            self._frames.put(None)

    def _run(self, own: Path, errors: BinaryIO) -> None:
        with subprocess.Popen(  # noqa: S603 - our own interpreter and module
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            cwd=own,
            env=_environment(own),
        ) as process:
            self._process = process
            self._is_started.set()
            self._listen(process)
            process.wait()
            _close_quietly(process)
        self.last_words = _tail(errors)
        if self.last_words:
            _LOG.info("reading process said: %s", self.last_words)

    def _listen(self, process: subprocess.Popen[bytes]) -> None:
        output = cast(BinaryIO, process.stdout)
        try:
            while (frame := read_frame(output)) is not None:
                self._frames.put(frame)
        except (ValueError, KeyError):
            process.kill()

    def _write(self, frame: Frame) -> None:
        self._is_started.wait()
        if self._process is not None and self._process.stdin is not None:
            with contextlib.suppress(OSError, ValueError):  # the process is gone: its queue tells
                write_frame(cast(BinaryIO, self._process.stdin), frame)


def _command(worker_module: str) -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, "--reading-worker"]
    return [sys.executable, "-m", worker_module]


def _environment(own: Path) -> dict[str, str]:
    """Return an environment where temporary files go to `own` and modules come from this very tree.

    Word lists are looked for where this process looks for them.
    """
    paths = (str(_ROOT), os.environ.get("PYTHONPATH", ""))
    return {
        **os.environ,
        **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(own)),
        "PYTHONPATH": os.pathsep.join(path for path in paths if path),
        "PYTHONSAFEPATH": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "MALLOC_ARENA_MAX": "1",
        # A trace would push out the last words that matter: why the process ended.
        "RUST_BACKTRACE": "0",
        **for_child(),
    }


def _close_quietly(process: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(OSError):
        if process.stdin is not None:
            process.stdin.close()


def _tail(errors: BinaryIO) -> str:
    errors.seek(0, os.SEEK_END)
    errors.seek(max(0, errors.tell() - LAST_WORDS_BYTES))
    return errors.read().decode("utf-8", "replace").strip()
