"""What a paragraph is about: its label or heading, and the subjects that leave it out."""

import re

from desktop.core.extraction import phrases, subjects
from desktop.core.extraction.naming_context import Context
from desktop.core.extraction.subjects import fold

_LABEL = re.compile(
    r"[\W\d_]*(?:[ivx]+[.)] |[a-zđ][.)] )?[\W\d_]*"
    r"(?P<label>[^\W\d_][^:;.()0-9]{2,70}?)(?: \([^()]*\))? ?:(?= |$)"
)
_HEADED = re.compile(r"[\W\d_]*(?:[ivxlc]+[.)] |[a-zđ][.)] |phần [^ ]+ )?[\W\d_]*")
_REFERRING = re.compile(
    r"(?:các |những )?(?:nhóm hàng|mặt hàng|nhóm|loại|hàng hóa|sản phẩm|cây trồng|loại cây|bệnh"
    r"|dịch bệnh|ngành|ngành hàng) này\b"
)
_BOTH_TRADES = re.compile(
    r"(?:hoạt động )?(?:xuất(?: khẩu)?(?:,| và|-| -)? ?nhập(?: khẩu)?|nhập(?: khẩu)? và xuất)\b"
)
_CASE = re.compile(r"(?:vụ|trường hợp|cuộc|lượt)$")
_CASE_WORDS = 4
_TOPIC_WORDS = 7
_LABEL_LENGTH = 60


def topic_of(text: str, heading: str = "") -> str:
    """Return what a paragraph is about: the label it begins with ("Cà phê: …"), else its heading, or ""."""
    match = _LABEL.match(fold(text[:120]))
    if match and not phrases.no_topic().search(match["label"]):
        return text[match.start("label") : match.end("label")].strip()
    bare = heading[_HEADED.match(fold(heading)).end() :].strip(" :.-*")  # type: ignore[union-attr]
    bare = bare.lower() if bare.isupper() else bare
    is_name = len(bare.split()) <= _TOPIC_WORDS and not phrases.no_heading_topic().search(fold(bare))
    return bare if is_name else ""


def label_in(text: str) -> str:
    """Return the label that is all of `text`, "" where it is more or names no topic."""
    match = _LABEL.fullmatch(fold(text) + ":") if len(text) < _LABEL_LENGTH else None
    if not match or phrases.no_topic().search(match["label"]):
        return ""
    return text[match.start("label") : match.end("label")].strip()


def of_topic(own: str, context: Context) -> str:
    """Return a subject that names only a measure or a trade with the topic: "xuất khẩu cà phê"."""
    if not context.topic:
        return own
    if not (phrases.bare_subject().fullmatch(fold(own)) or _is_bare_case(own, context)):
        return own
    if (
        fold(context.topic) in fold(own)
        or fold(own) in fold(context.topic)
        or _BOTH_TRADES.match(fold(context.topic))
    ):
        return own
    return f"{own} {subjects.uncapitalised(context.topic)}"


def dereferenced(own: str, context: Context) -> str:
    """Return a subject with the topic named for "nhóm hàng này", "các loại này"."""
    referring = _REFERRING.search(fold(own)) if own.endswith("này") or "này " in own else None
    if not referring or not context.topic:
        return own
    return f"{own[: referring.start()]}{subjects.uncapitalised(context.topic)}{own[referring.end() :]}"


def _is_bare_case(own: str, context: Context) -> bool:
    """Tell cases of which a label alone tells what they are: "Công an tỉnh: … bắt giữ 561 vụ"."""
    return context.is_labelled and len(own.split()) <= _CASE_WORDS and _CASE.search(fold(own)) is not None
