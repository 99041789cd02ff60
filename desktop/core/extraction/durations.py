"""Spans of time: whether one says when something was, or is itself what is measured."""

import re
from functools import cache

from desktop.core.extraction import lexicon

_WINDOW = 80
_WITHIN = re.compile(r"\b(?:trong|trong vòng|sau|qua) +$")
_FROM = re.compile(r"(?<!trong )(?<!sau )(?<!vòng )\btừ $")
_REACHES = re.compile(r" +(?:lên|xuống|còn|thành)\b(?! lại)")
_AGAINST = re.compile(r"\bso với(?: [^\W\d_]+){0,3} +$")
_VALUE_AFTER = re.compile(r"[^.,;:()/0-9]{1,60}(?<![^\W_])[0-9]")
_OUTBREAK = re.compile(r"\bdịch\b[^.,;0-9]{0,60}$")
_STILL_THERE = re.compile(r" +(?:còn|ở|tại)\b")
_ONE = re.compile("0?1 ")
_RANGE = re.compile("[đt]")


def is_period(match: re.Match[str], text: str) -> bool:
    """Tell a span of time that says when from one that is measured ("trung bình 15 năm")."""
    begin, end = match.span()
    if _period_after().match(text, end) or (
        _fits_before(_OUTBREAK, text, begin) and _STILL_THERE.match(text, end)
    ):
        return True
    if _measured_after().match(text, end) or match[0].endswith("phút"):
        return False
    if _fits_before(_FROM, text, begin) and (_RANGE.search(match["duration"]) or _REACHES.match(text, end)):
        return False
    if match[0].endswith("giờ"):
        return _fits_before(_WITHIN, text, begin)
    if _fits_before(_average_before(), text, begin) and _is_averaged_over(match, text):
        return True
    if _fits_before(_within_about(), text, begin):
        return True
    return not _fits_before(_measured_before(), text, begin)


def _is_averaged_over(match: re.Match[str], text: str) -> bool:
    """Tell "bình quân 5 năm tăng 6%", where the value follows, from "lưu trú bình quân 2 ngày"."""
    if match[0].endswith("tháng") or _ONE.match(match[0]) or _fits_before(_AGAINST, text, match.start()):
        return True
    follows = _VALUE_AFTER.match(text, match.end()) is not None
    return follows and not _fits_before(_lasting_before(), text, match.start())


def _fits_before(pattern: re.Pattern[str], text: str, end: int) -> bool:
    """Tell whether the words right before `end` fit; no pattern looks further back than the window."""
    return pattern.search(text, max(0, end - _WINDOW), end) is not None


@cache
def _period_after() -> re.Pattern[str]:
    return re.compile(r" +" + lexicon.any_of("set_aside", "period.after") + r"\b")


@cache
def _measured_after() -> re.Pattern[str]:
    units, after = (lexicon.any_of("set_aside", f"period.{key}") for key in ("units", "measured_after"))
    return re.compile(rf"(?: +[0-9]{{1,3}} +{units})? *{after}(?![^\W_])")


@cache
def _measured_before() -> re.Pattern[str]:
    measured = lexicon.any_of("set_aside", "period.measured")
    qualifiers = lexicon.any_of(
        "phrases", "qualifier.about", "qualifier.over", "qualifier.under", "change.between"
    )
    imposed = lexicon.any_of("set_aside", "period.imposed")
    return re.compile(rf"\b(?:{measured}|{imposed}(?: [^\W\d_]+){{1,3}})(?: +{qualifiers}| *(?:là|:))* *$")


@cache
def _within_about() -> re.Pattern[str]:
    qualifiers = lexicon.any_of("phrases", "qualifier.about", "qualifier.over", "qualifier.under")
    return re.compile(
        rf"(?<!kéo dài )(?<!thực hiện )\b(?:trong|trong vòng|trong suốt|sau|qua|suốt) +{qualifiers} *$"
    )


@cache
def _lasting_before() -> re.Pattern[str]:
    lasting = lexicon.any_of("set_aside", "period.lasting")
    return re.compile(rf"\b{lasting}\b[^.;0-9]{{0,60}}$")


@cache
def _average_before() -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.any_of('set_aside', 'period.averages')} *$")
