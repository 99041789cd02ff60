"""Finding figures by words: accents optional, đ as d, numbers in Vietnamese and in plain notation.

A figure's words are one line of plain tokens, kept beside it; a query is a list of terms, each a few
spellings of which one has to begin a word. The same rule holds in memory and in a database's index of words.
"""

import re
from collections.abc import Iterable, Mapping

from desktop.core.figures import Reading, ReviewedFigure, plain
from desktop.core.folding import folded

LONGEST_WORD = 60
"""Longer words are cut, in figures and queries alike."""

Terms = tuple[tuple[str, ...], ...]
"""What is searched for: every term must be met, by any of its spellings."""

_TOKEN = re.compile(r"([0-9]+(?:[.,][0-9]+)*)|[^\W\d_][^\W_]*|[%‰]")


def words_of(reading: Reading, note: str = "") -> str:
    """Return the words by which a figure is found: of its indicator, its unit, its value and its note."""
    value = reading.value
    numbers = (number for number in (value.number, value.high, value.of) if number is not None)
    return joined_words((reading.indicator, reading.unit, note), map(plain, numbers))


def words_of_figure(figure: ReviewedFigure) -> str:
    """Return the words by which a figure is found as it stands."""
    return words_of(figure.effective, figure.note)


def joined_words(texts: Iterable[str], numbers: Iterable[str]) -> str:
    """Return the tokens of `texts` and of `numbers` (canonical: "-5.2"), each once, with spaces between."""
    words = [form for text in texts for forms in terms_of(text) for form in forms]
    words += (number.removeprefix("-") for number in numbers)
    return " ".join(dict.fromkeys(words))


def terms_of(text: str) -> Terms:
    """Return what is searched for by one who types `text`; nothing where it holds no word."""
    return tuple(
        _number_forms(match[1]) if match[1] else (match[0][:LONGEST_WORD],)
        for match in _TOKEN.finditer(folded(text))
    )


def ids_found(words_by_id: Mapping[int, str], terms: Terms) -> frozenset[int]:
    """Return those whose words meet every term."""
    found = [(each, f" {words}") for each, words in words_by_id.items()]
    for term in terms:
        starts = [f" {form}" for form in term]
        found = [pair for pair in found if any(start in pair[1] for start in starts)]
    return frozenset(each for each, _ in found)


def _number_forms(written: str) -> tuple[str, ...]:
    """Return the number in canonical form, read the Vietnamese way and the plain one: "13160", "13.16"."""
    forms = []
    if written.count(",") <= 1:
        forms.append(written.replace(".", "").replace(",", "."))
    if written.count(".") <= 1:
        forms.append(written.replace(",", ""))
    if not forms:
        forms.append(re.sub("[.,]", "", written))
    return tuple(dict.fromkeys(_without_zeros(form)[:LONGEST_WORD] for form in forms))


def _without_zeros(form: str) -> str:
    return form.rstrip("0").rstrip(".") if "." in form else form
