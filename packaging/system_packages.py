"""The system packages needed beyond what pip brings: looked for by what they hold, installed through apt.

Standard library only: it runs before anything is installed.
"""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto


class Holds(Enum):
    """What a package is needed for."""

    LIBRARY = auto()
    COMMAND = auto()
    FONT = auto()


@dataclass(frozen=True, slots=True)
class Need:
    """A package of Debian and Ubuntu, and what it is for: a library's soname, a command, a language."""

    package: str
    name: str
    holds: Holds = Holds.LIBRARY

    def is_met(self) -> bool:
        """Tell whether the system has it already, from this package or another."""
        match self.holds:
            case Holds.LIBRARY:
                return _loads(self.name)
            case Holds.COMMAND:
                return shutil.which(self.name) is not None
            case Holds.FONT:
                return _has_font_for(self.name)


_FONT = Need("fonts-dejavu-core", "vi", Holds.FONT)

_OFFSCREEN = (
    Need("libglib2.0-0", "libglib-2.0.so.0"),
    Need("libegl1", "libEGL.so.1"),
    Need("libgl1", "libGL.so.1"),
    Need("libfontconfig1", "libfontconfig.so.1"),
    Need("libdbus-1-3", "libdbus-1.so.3"),
    Need("libxkbcommon0", "libxkbcommon.so.0"),
    _FONT,
)

_X11 = (
    *_OFFSCREEN,
    Need("libxkbcommon-x11-0", "libxkbcommon-x11.so.0"),
    Need("libxcb-cursor0", "libxcb-cursor.so.0"),
    Need("libxcb-icccm4", "libxcb-icccm.so.4"),
    Need("libxcb-keysyms1", "libxcb-keysyms.so.1"),
    Need("libxcb-shape0", "libxcb-shape.so.0"),
)

_WAYLAND = (
    Need("libwayland-cursor0", "libwayland-cursor.so.0"),
    Need("libwayland-egl1", "libwayland-egl.so.1"),
)

_PYTHON = f"libpython{sys.version_info.major}.{sys.version_info.minor}"

# The system's own Python has its library in a package apart; any other brings it.
_BUNDLE = (
    Need("binutils", "objdump", Holds.COMMAND),
    *((Need(_PYTHON, f"{_PYTHON}.so.1.0"),) if sys.base_prefix == "/usr" else ()),
)

NEEDS: dict[str, tuple[Need, ...]] = {
    "nothing": (),
    "offscreen": _OFFSCREEN,
    "x11": _X11,
    "wayland": (*_X11, *_WAYLAND),
    "bundle": (*_OFFSCREEN, *_BUNDLE),
}
"""What each use of the program needs; found with ldd over Qt's libraries and plugins on bare systems."""


def missing(needs: Sequence[Need]) -> list[str]:
    """Return the packages of those needs that are not met."""
    return [need.package for need in needs if not need.is_met()]


def install(packages: Sequence[str]) -> str | None:
    """Install `packages` through apt, as root or with sudo; return None, or the line that says why not."""
    wanted = " ".join(packages)
    by_hand = f"ask an administrator to run: apt-get install {wanted}"
    if shutil.which("apt-get") is None:
        return f"not an apt system: install what Debian calls {wanted}"
    prefix = _as_root()
    if prefix is None:
        return f"neither root nor sudo: {by_hand}"
    print(f"Installing system packages: {wanted}", flush=True)
    _apt(prefix, "update", "-qq")
    if not _apt(prefix, "install", "-qq", "-y", "--no-install-recommends", *packages):
        return f"apt-get failed: {by_hand}"
    return None


def _as_root() -> list[str] | None:
    if os.geteuid() == 0:
        return ["env"]
    if shutil.which("sudo") is None:
        return None
    may_ask = sys.stdin.isatty()
    if may_ask or subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0:
        return ["sudo"]
    return None


def _apt(prefix: Sequence[str], *arguments: str) -> bool:
    command = [*prefix, "DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "Dpkg::Use-Pty=0", *arguments]
    return subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode == 0


def _loads(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def _has_font_for(language: str) -> bool:
    """Ask fontconfig, as Qt does, for fonts that cover every letter of the language."""
    try:
        fontconfig = ctypes.CDLL("libfontconfig.so.1")
    except OSError:
        return False
    for name in ("FcNameParse", "FcObjectSetCreate"):
        getattr(fontconfig, name).restype = ctypes.c_void_p
    fontconfig.FcNameParse.argtypes = [ctypes.c_char_p]
    fontconfig.FcFontList.argtypes = [ctypes.c_void_p] * 3
    fontconfig.FcFontList.restype = ctypes.POINTER(ctypes.c_int)
    pattern = fontconfig.FcNameParse(f":lang={language}".encode())
    fonts = fontconfig.FcFontList(None, pattern, fontconfig.FcObjectSetCreate())
    return bool(fonts) and fonts[0] > 0
