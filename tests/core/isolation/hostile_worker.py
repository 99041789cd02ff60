"""A reading process whose files do what they say: crash, hang, hoard, call out. Started by the tests only."""

import ctypes
import os
import signal
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

from desktop.core.documents import Block, BlockKind, Document, Format
from desktop.core.isolation import worker

AF_INET, SOCK_STREAM = 2, 1
KEPT: list[bytes] = []


def obey(data: bytes, name: str, on_progress: Callable[[], None]) -> Document:
    """Do what the file says, and return what came of it as its text."""
    deed, _, argument = data.decode().partition(" ")
    answer = DEEDS[deed](argument, on_progress)
    return Document(Format.TXT, answer, (Block(BlockKind.PARAGRAPH, 0, len(answer)),))


def _say(argument: str, _on_progress: Callable[[], None]) -> str:
    return argument


def _crash(_argument: str, _on_progress: Callable[[], None]) -> str:
    os.kill(os.getpid(), signal.SIGSEGV)
    return "alive"


def _abort(argument: str, _on_progress: Callable[[], None]) -> str:
    sys.stderr.write(argument)
    sys.stderr.flush()
    os.abort()


def _hang(_argument: str, _on_progress: Callable[[], None]) -> str:
    threading.Event().wait()
    return "awake"


def _toil(argument: str, on_progress: Callable[[], None]) -> str:
    end = time.monotonic() + float(argument)
    while time.monotonic() < end:
        on_progress()
    return "done"


def _hoard(_argument: str, on_progress: Callable[[], None]) -> str:
    hoard: list[bytes] = []
    while True:
        hoard.append(bytes(64 << 20))
        on_progress()


def _swell(_argument: str, _on_progress: Callable[[], None]) -> str:
    KEPT.append(b"x" * (worker.RETIRING_MEMORY_BYTES + 1))
    return "swollen"


def _fail(argument: str, _on_progress: Callable[[], None]) -> str:
    raise ValueError(f"first line\n{argument}")


def _connect(_argument: str, _on_progress: Callable[[], None]) -> str:
    try:
        socket.socket()
    except PermissionError:
        return "refused"
    return "open"


def _call_kernel(_argument: str, _on_progress: Callable[[], None]) -> str:
    libc = ctypes.CDLL(None, use_errno=True)
    opened = libc.socket(AF_INET, SOCK_STREAM, 0)
    return f"{opened} {ctypes.get_errno()}"


def _litter(_argument: str, _on_progress: Callable[[], None]) -> str:
    handle, path = tempfile.mkstemp()
    os.close(handle)
    return path


def _chatter(_argument: str, _on_progress: Callable[[], None]) -> str:
    sys.stdout.write("to whom it may concern")
    sys.stdout.flush()
    os.write(1, b"noise that is no frame" * 100)
    return f"input: {os.read(0, 1)!r}"


def _dump_core(_argument: str, _on_progress: Callable[[], None]) -> str:
    import resource

    return str(resource.getrlimit(resource.RLIMIT_CORE)[1])


def _tell_folder(_argument: str, _on_progress: Callable[[], None]) -> str:
    return str(Path.cwd())


DEEDS: dict[str, Callable[[str, Callable[[], None]], str]] = {
    "say": _say,
    "crash": _crash,
    "abort": _abort,
    "hang": _hang,
    "toil": _toil,
    "hoard": _hoard,
    "fail": _fail,
    "swell": _swell,
    "connect": _connect,
    "call-kernel": _call_kernel,
    "litter": _litter,
    "chatter": _chatter,
    "core": _dump_core,
    "folder": _tell_folder,
}

if __name__ == "__main__":
    worker.main(obey)
