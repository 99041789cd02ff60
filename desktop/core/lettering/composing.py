"""Decomposed Unicode, a letter with its marks behind it, put together as it is typed today."""

import re
import unicodedata

_DECOMPOSED = re.compile("[^\\W\\d_][\u0300-\u0323]+")


def composed(text: str) -> str:
    """Return `text` with every letter and the Vietnamese marks behind it as one letter."""
    return _DECOMPOSED.sub(lambda match: unicodedata.normalize("NFC", match[0]), text)
