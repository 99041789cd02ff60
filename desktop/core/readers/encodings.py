"""Bytes to text: byte-order marks, UTF-8, UTF-16, what a page declares; else a letter for each byte."""

import codecs
import re
from dataclasses import dataclass

from desktop.core.errors import RefusalCode, RefusedError, refuse
from desktop.core.lettering import western
from desktop.core.lettering.encoding import Encoding

MAX_DAMAGED_SHARE = 0.01
MIN_ASCII_SHARE = 0.5
MAX_CONTROL_SHARE = 0.001
_SAMPLE_BYTES = 4096
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_REPLACEMENT = "\ufffd"
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f\x7f]")
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text; `is_bytes` where nothing told its encoding, so that each byte shows as a Western letter."""

    text: str
    is_bytes: bool = False


def decode(data: bytes, name: str, declared: str | None = None, chosen: Encoding | None = None) -> Decoded:
    """Return the text of `data` without its byte-order mark; raise RefusedError where it is no text.

    `declared` is believed only where there is no mark and the bytes are not UTF-8; `chosen`, what the user
    says, before that.
    """
    text = _from_unicode(data)
    is_bytes = False
    if text is None:
        is_bytes = chosen is not Encoding.UTF8 and (chosen is not None or declared in (None, "utf-8"))
        text = _from_eight_bits(data, name, None if is_bytes else _told(declared, chosen))
    if len(_CONTROLS.findall(text)) > len(text) * MAX_CONTROL_SHARE:
        raise _no_text(name)
    return Decoded(text, is_bytes)


def without_mark(data: bytes) -> tuple[int, str] | None:
    """Return where the text of Unicode bytes begins and their encoding, None where they are no Unicode."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return (len(mark), encoding) if _from_unicode(data) is not None else None
    if _from_unicode(data) is None:
        return None
    return 0, _utf16_without_mark(data) or "utf-8"


def declared_encoding(data: bytes) -> str | None:
    """Return the encoding a web page declares of itself near its start, None if none that is known."""
    found = _DECLARED.search(data[:_SAMPLE_BYTES])
    if found is None:
        return None
    try:
        codec = codecs.lookup(found[1].decode("ascii"))
    except LookupError:
        return None
    return codec.name if getattr(codec, "_is_text_encoding", True) else None


def _from_unicode(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _if_sound(data[len(mark) :].decode(encoding, "replace"))
    if encoding := _utf16_without_mark(data):
        return _if_sound(data.decode(encoding, "replace"))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _if_sound(data.decode("utf-8", "replace"))


def _utf16_without_mark(data: bytes) -> str:
    sample = data[:_SAMPLE_BYTES]
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > half * 0.3 and even <= half * 0.02:
        return "utf-16-le"
    if even > half * 0.3 and odd <= half * 0.02:
        return "utf-16-be"
    return ""


def _if_sound(text: str) -> str | None:
    """Return `text` unless more of it than a few slips could not be decoded."""
    foreign = len(text) - len(text.encode("ascii", "ignore"))
    damaged = text.count(_REPLACEMENT)
    return text if damaged <= max(1.0, foreign * MAX_DAMAGED_SHARE) and damaged * 2 <= foreign else None


def _told(declared: str | None, chosen: Encoding | None) -> str:
    return "utf-8" if chosen is Encoding.UTF8 or declared is None else declared


def _from_eight_bits(data: bytes, name: str, encoding: str | None) -> str:
    sample = data[:_SAMPLE_BYTES]
    if sum(byte < 0x80 for byte in sample) < len(sample) * MIN_ASCII_SHARE:
        raise _no_text(name)
    return western.from_bytes(data) if encoding is None else data.decode(encoding, "replace")


def _no_text(name: str) -> RefusedError:
    return refuse(RefusalCode.UNKNOWN_FORMAT, name)
