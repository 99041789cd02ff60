"""The talk between the program and its reading process: a small JSON header, then raw bytes, never pickle."""

import json
import struct
from dataclasses import dataclass, field
from typing import Any, BinaryIO

MAX_HEADER_BYTES = 1 << 20
MAX_BODY_BYTES = 1 << 30
_LENGTHS = struct.Struct(">IQ")


@dataclass(frozen=True, slots=True)
class Frame:
    """One message: what it is, its small fields, and its bytes."""

    kind: str
    fields: dict[str, Any] = field(default_factory=dict)
    body: bytes = b""


def write_frame(stream: BinaryIO, frame: Frame) -> None:
    """Write `frame` to `stream` and flush it."""
    header = json.dumps({"kind": frame.kind, **frame.fields}, ensure_ascii=True).encode()
    stream.write(_LENGTHS.pack(len(header), len(frame.body)) + header)
    stream.write(frame.body)
    stream.flush()


def read_frame(stream: BinaryIO) -> Frame | None:
    """Return the next frame of `stream`, None at its end; raise ValueError for anything that is no frame."""
    lengths = stream.read(_LENGTHS.size)
    if len(lengths) < _LENGTHS.size:
        return None
    header_bytes, body_bytes = _LENGTHS.unpack(lengths)
    if header_bytes > MAX_HEADER_BYTES or body_bytes > MAX_BODY_BYTES:
        raise ValueError("frame beyond all bounds")
    header, body = stream.read(header_bytes), stream.read(body_bytes)
    if len(header) < header_bytes or len(body) < body_bytes:
        return None
    fields = json.loads(header)
    return Frame(fields.pop("kind"), fields, body)
