"""Text as it is looked for: small letters without accents, so that both ways of typing find it."""

import unicodedata
from collections.abc import Mapping

_MARKS: Mapping[int, str | None] = dict.fromkeys(range(768, 880)) | {ord("đ"): "d"}


def folded(text: str) -> str:
    """Return `text` in small letters without accents, đ as d."""
    return unicodedata.normalize("NFKD", text).lower().translate(_MARKS)


def has_words(text: str, wanted: str) -> bool:
    """Tell whether every word of `wanted` stands in `text`, accents and case aside."""
    within = folded(text)
    return all(word in within for word in folded(wanted).split())
