"""Text as it is looked for: small letters without accents, so that both ways of typing find it."""

import unicodedata


def folded(text: str) -> str:
    """Return `text` in small letters without accents, đ as d."""
    letters = unicodedata.normalize("NFD", text.lower()).replace("đ", "d")
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def has_words(text: str, wanted: str) -> bool:
    """Tell whether every word of `wanted` stands in `text`, accents and case aside."""
    within = folded(text)
    return all(word in within for word in folded(wanted).split())
