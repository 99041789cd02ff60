"""Periods as people type them, turned into their canonical form. No Qt."""

import re

_ROMANS = ("I", "II", "III", "IV")

_POINT = r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?|-Q[1-4])?"
_CANONICAL = re.compile(rf"{_POINT}(?:/{_POINT})?")
_YEAR = r"(?:(?:năm|year)\s*)?(?P<year>\d{4})"
_MONTH = r"(?P<month>0?[1-9]|1[0-2])"

_AS_TYPED: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(_YEAR, re.IGNORECASE), "{year}"),
    (
        re.compile(rf"(?:quý|quí|quarter|q)\s*(?P<quarter>IV|I{{1,3}}|[1-4])[\s/,-]+{_YEAR}", re.IGNORECASE),
        "{year}-Q{quarter}",
    ),
    (re.compile(rf"(?:tháng|month|t)?\s*{_MONTH}[\s/-]+{_YEAR}", re.IGNORECASE), "{year}-{month}"),
    (
        re.compile(rf"{_MONTH}\s*(?:tháng|months?)(?:\s*đầu)?[\s/]+{_YEAR}", re.IGNORECASE),
        "{year}-01/{year}-{month}",
    ),
)


def period_from_text(text: str) -> str | None:
    """Return the canonical form of a period that a clerk typed, "" for none, None for what is no period."""
    text = " ".join(text.split())
    if not text or _CANONICAL.fullmatch(text):
        return text
    for pattern, form in _AS_TYPED:
        if match := pattern.fullmatch(text):
            parts = match.groupdict()
            return form.format(**{name: _canonical_part(name, part) for name, part in parts.items()})
    return None


def _canonical_part(name: str, part: str) -> str:
    if name == "month":
        return part.zfill(2)
    if name == "quarter" and not part.isdigit():
        return str(_ROMANS.index(part.upper()) + 1)
    return part
