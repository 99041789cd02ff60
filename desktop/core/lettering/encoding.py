"""The encodings Vietnamese was written in before Unicode, and Unicode itself."""

from enum import StrEnum


class Encoding(StrEnum):
    """How letters are to be read; `TWICE` is UTF-8 whose bytes were taken for Western letters."""

    UTF8 = "utf-8"
    TCVN3 = "tcvn3"
    VNI = "vni"
    VIQR = "viqr"
    CP1258 = "cp1258"
    TWICE = "utf-8-twice"


CHOICES = (Encoding.UTF8, Encoding.TCVN3, Encoding.VNI, Encoding.VIQR, Encoding.CP1258)
"""What a user can say that a file is written in."""
