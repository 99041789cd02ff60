"""What the reading process gives up before it touches a file: memory without bound, the network, survival.

On Linux the kernel holds the limits; elsewhere only the audit hook does, and that is logged.
"""

import ctypes
import errno
import logging
import platform
import signal
import struct
import sys

MAX_MEMORY_BYTES = 1 << 30
MAX_WRITTEN_BYTES = 1 << 29

_LOG = logging.getLogger(__name__)

_PR_SET_PDEATHSIG = 1
_PR_SET_SECCOMP = 22
_PR_SET_NO_NEW_PRIVS = 38
_SECCOMP_MODE_FILTER = 2
_ALLOW = 0x7FFF0000
_DENY = 0x00050000 | errno.EPERM

# Berkeley packet filter: load a word, jump if equal, jump if at least, return (linux/bpf_common.h).
_LOAD, _IF_EQUAL, _IF_AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_OFFSET_OF_NUMBER, _OFFSET_OF_ARCHITECTURE = 0, 4
_X32_NUMBERS_START = 0x40000000

# By machine: the kernel's name for its calls, and the numbers of socket, socketpair and io_uring_setup.
_CALLS_BY_MACHINE = {
    "x86_64": (0xC000003E, (41, 53, 425)),
    "aarch64": (0xC00000B7, (198, 199, 425)),
}


def enter() -> None:
    """Bind this process to the limits, for good."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.addaudithook(_refuse_network)
    if sys.platform != "linux":
        _LOG.warning("reading process without kernel limits on %s", sys.platform)
        return
    _limit_resources()
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    _deny_sockets(libc)


def _refuse_network(event: str, _arguments: tuple[object, ...]) -> None:
    if event.startswith("socket."):
        raise PermissionError(errno.EPERM, "the reading process has no network")


def _limit_resources() -> None:
    import resource

    limits = {
        resource.RLIMIT_AS: MAX_MEMORY_BYTES,
        resource.RLIMIT_FSIZE: MAX_WRITTEN_BYTES,
        resource.RLIMIT_CORE: 0,
    }
    for kind, wanted in limits.items():
        _, allowed = resource.getrlimit(kind)
        most = wanted if allowed == resource.RLIM_INFINITY else min(wanted, allowed)
        resource.setrlimit(kind, (most, most))


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))


def _deny_sockets(libc: ctypes.CDLL) -> None:
    known = _CALLS_BY_MACHINE.get(platform.machine())
    if known is None or sys.maxsize < 1 << 32:
        _LOG.warning("reading process without a system call filter on %s", platform.machine())
        return
    instructions = _filter(*known)
    program = _Program(len(instructions) // 8, instructions)
    denied = libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) or libc.prctl(
        _PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.byref(program), 0, 0
    )
    if denied:
        _LOG.warning("the kernel takes no system call filter: errno %d", ctypes.get_errno())


def _filter(architecture: int, numbers: tuple[int, ...]) -> bytes:
    """Return a filter that denies the calls `numbers`, and every call of another architecture."""
    to_deny = len(numbers) + 1
    lines = [
        (_LOAD, 0, 0, _OFFSET_OF_ARCHITECTURE),
        (_IF_EQUAL, 0, to_deny + 2, architecture),
        (_LOAD, 0, 0, _OFFSET_OF_NUMBER),
        (_IF_AT_LEAST, to_deny, 0, _X32_NUMBERS_START),
        *((_IF_EQUAL, to_deny - 1 - index, 0, number) for index, number in enumerate(numbers)),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _DENY),
    ]
    return b"".join(struct.pack("=HBBI", *line) for line in lines)
