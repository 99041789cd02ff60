"""What was said of a file when it was read, kept in the log as one text and read from there again."""

import json
from collections.abc import Iterable

from desktop.core.errors import Refusal, RefusalCode
from desktop.core.messages import Language, refusal_line

FIELD = "remarks"
"""The field of an import's line in the log."""


def packed_remarks(remarks: Iterable[Refusal]) -> str:
    """Return remarks as one text, in no language: they are put into words where they are shown."""
    said = [[remark.code, remark.subject, remark.details] for remark in remarks]
    return json.dumps(said, ensure_ascii=False) if said else ""


def unpacked_remarks(text: str) -> tuple[Refusal, ...]:
    """Return the remarks in a text of `packed_remarks`; none in one that is no such text."""
    try:
        return tuple(
            Refusal(RefusalCode(code), str(subject), {str(name): str(told) for name, told in details.items()})
            for code, subject, details in json.loads(text or "[]")
        )
    except (ValueError, TypeError, AttributeError):
        return ()


def remarks_text(text: str, language: Language) -> str:
    """Return the remarks in a text of `packed_remarks` as sentences."""
    return " ".join(refusal_line(remark, language) for remark in unpacked_remarks(text))
