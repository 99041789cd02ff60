"""How lines hang together: whether a line goes on in the next one, or ends what it says."""

import re

_ENDS_SENTENCE = re.compile(r"[.;:!?…]['\"”’)\]]*\s*$")
_STARTS_ITEM = re.compile(
    r"\s*(?:[-–—+*•●○▪■►]\s|[0-9]{1,3}(?:\.[0-9]{1,2})*[.)/]\s|[IVXLC]{1,6}[.)/]\s|\(?[A-Za-zđĐ]\)\s|[A-ZĐ]\.\s"
    r"|(?:Điều|Chương|Mục|Phần|Biểu|Bảng|Phụ lục)\s+[0-9IVX]+)"
)
_OPENS_ITEM = re.compile(r"\s*(?:[-–—+*•●○▪■►]|[a-zđ]\))\s+([^\W\d_])")
_CONTINUES = re.compile(r"\s*[^\W\d_A-Z]")
_SUPERSCRIPTS = str.maketrans("0123456789+-()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾")
_UNIT_BEFORE_POWER = re.compile(r"(?:^|[^\w])[kdch]?m$|(?:^|[^\w])ha$", re.IGNORECASE)


def ends_sentence(line: str) -> bool:
    """Tell whether `line` ends with a mark that closes a sentence or opens a list."""
    return _ENDS_SENTENCE.search(line) is not None


def starts_item(line: str) -> bool:
    """Tell whether `line` begins like an item of a list or a numbered heading ("-", "1.", "II.", "a)")."""
    return _STARTS_ITEM.match(line) is not None


def opens_item(line: str) -> bool:
    """Tell whether `line` is an item of a list whatever stands before it: a mark, a capital ("- Lúa")."""
    found = _OPENS_ITEM.match(line)
    return found is not None and found[1].isupper()


def continues_sentence(line: str) -> bool:
    """Tell whether `line` begins in the middle of a sentence, with a small letter."""
    found = _CONTINUES.match(line)
    return found is not None and found[0][-1].islower()


def as_superscript(before: str, raised: str) -> str:
    """Return `raised` as it can stand in plain text after `before` without being read as part of a number.

    "m2" and "km2" stay as people write them; a footnote's mark after a number becomes "13.160¹".
    """
    if raised in ("2", "3") and _UNIT_BEFORE_POWER.search(before[-4:]):
        return raised
    return raised.translate(_SUPERSCRIPTS)
