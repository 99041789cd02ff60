"""Bytes as Western letters: the form in which old files show what was typed in an old encoding."""

import codecs

_UNDEFINED = 0x81, 0x8D, 0x8F, 0x90, 0x9D
_LATIN = {code: bytes([code]).decode("cp1252") for code in range(0x80, 0xA0) if code not in _UNDEFINED}
_VIETNAMESE = {
    new: old
    for code in range(0x80, 0x100)
    if (new := bytes([code]).decode("cp1258", "replace")) > "\u00ff"
    and new != "\ufffd"
    and new != (old := _LATIN.get(code, chr(code)))
}
SYMBOLS = {chr(0xF000 + code): chr(code) for code in range(0x20, 0x100)}
"""What the letters of symbol fonts, in the private area, are as Western letters."""

_AS_WESTERN = str.maketrans({**_VIETNAMESE, **SYMBOLS})

BYTE_BY_LETTER = {
    **{chr(code): code for code in range(0x80, 0x100)},
    **{letter: code for code, letter in _LATIN.items()},
}
"""The byte above ASCII that a letter stands for."""


def from_bytes(data: bytes) -> str:
    """Return `data` as Western letters, one for each byte (cp1252; what it leaves open as in Latin-1)."""
    return codecs.decode(data, "latin-1").translate(_LATIN)


def as_western(text: str) -> str:
    """Return text in an old font as Western letters, length kept.

    Programs also store such letters as those of code page 1258 or in the private area of symbol fonts.
    """
    return text.translate(_AS_WESTERN)
