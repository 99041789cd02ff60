"""What a piece of a plain text can be in a table: a number, a row's label or number, a column's header."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from desktop.core.documents import Cell
from desktop.core.wordlists.loading import word_lists

LONGEST_NUMBER = 24
_LONGEST_MEASURED = 44
_LONGEST_LABEL = 90
_LONGEST_HEADER = 60
_NUMBER = r"\(?\s?[-+−–]?\s?(?:[0-9]{1,3}(?:[ \u00a0][0-9]{3})+(?:,[0-9]+)?|[0-9]+(?:[.,][0-9]+)*)\)?\s?%?\)?"
_IS_NUMBER = re.compile(rf"{_NUMBER}$")
_IS_MEASURED = re.compile(rf"{_NUMBER}\s?[^\W\d_][^\W\d_.]*(?:[\s/]+[^\W\d_]+[23]?){{0,4}}$")
_IS_YEAR = re.compile(r"(?:19|20)[0-9]{2}$")
_IS_ORDINAL = re.compile(r"(?:[0-9]{1,2}(?:\.[0-9]{1,2})*|[IVX]{1,5}|[A-Za-zđĐ])[.)]?$")
_IS_NUMBERING = re.compile(r"\(?\s*(?:[A-ZĐa-zđ]|[0-9]{1,2})\s*\)?\s*(?:=.*)?$")
_IS_RULE = re.compile(r"[-=_+|:.\s]*$")
_ENDS_SENTENCE = re.compile(r"[.;!?,]$|[.;!?]\s+[^\W\d_a-zđ]")
_NUMBERED = re.compile(r"[IVX0-9a-zđ.]{1,5}[.)]\s")
_DATED = re.compile(r"(?:19|20)[0-9]{2}(?![0-9])|%|\b(?:tháng|quý|năm|kỳ)\b")
_PAGE = frozenset(("trang", "số trang"))


@dataclass(frozen=True, slots=True)
class TextTable:
    """A table in the lines [first, end) of a text, at [start, end_at) of it."""

    first: int
    end: int
    start: int
    end_at: int
    cells: tuple[Cell, ...]


def is_number(text: str) -> bool:
    """Tell whether `text` is a number and no more, but for a percent sign."""
    return len(text) <= LONGEST_NUMBER and _IS_NUMBER.match(text) is not None


@lru_cache(maxsize=4096)
def is_measured(text: str) -> bool:
    """Tell whether `text` is a number, perhaps with its unit."""
    return is_number(text) or (len(text) <= _LONGEST_MEASURED and _IS_MEASURED.match(text) is not None)


def is_year(text: str) -> bool:
    """Tell whether `text` is a year, as headers have them."""
    return _IS_YEAR.match(text) is not None


def is_blank(text: str) -> bool:
    """Tell whether `text` stands for a number that there is none of."""
    return text in _marks()


def is_ordinal(text: str) -> bool:
    """Tell whether `text` only counts a row: "1", "II", "a)"."""
    return _IS_ORDINAL.match(text) is not None


def is_numbering(text: str) -> bool:
    """Tell whether `text` only counts a column: "A", "(2)", "3=2/1"."""
    return _IS_NUMBERING.match(text) is not None


def is_rule(text: str) -> bool:
    """Tell whether `text` is a line drawn with characters."""
    return len(text) > 2 and _IS_RULE.match(text) is not None


@lru_cache(maxsize=4096)
def is_label(text: str) -> bool:
    """Tell whether `text` can name a row: some words, no sentence, no number with its unit."""
    return (
        len(text) <= _LONGEST_LABEL
        and any(letter.isalpha() for letter in text)
        and not is_ordinal(text)
        and not _ENDS_SENTENCE.search(_NUMBERED.sub("", text, count=1))
        and not is_measured(text)
    )


def is_header(text: str) -> bool:
    """Tell whether `text` can name a column."""
    return is_year(text) or (len(text) <= _LONGEST_HEADER and is_label(text) and not text.endswith(":"))


def names_labels(text: str) -> bool:
    """Tell whether `text` is the header of the labels, or of what counts them."""
    return _is_one_of(text, "label", "ordinal")


def names_ordinals(text: str) -> bool:
    """Tell whether `text` is the header of what counts the rows."""
    return _is_one_of(text, "ordinal")


def names_units(text: str) -> bool:
    """Tell whether `text` is the header of units; "Đơn vị" may be that of offices, too."""
    return _is_one_of(text, "unit")


def names_pages(text: str) -> bool:
    """Tell whether `text` is what a table of contents has over its numbers."""
    return folded(text) in _PAGE


@lru_cache(maxsize=4096)
def names_figures(text: str) -> bool:
    """Tell whether `text` says of figures how far they are final, of when, or against what."""
    lower = folded(text)
    return _DATED.search(lower) is not None or _said_of_figures().search(lower) is not None


def divides(text: str) -> bool:
    """Tell whether `text` can be the header over several columns that have headers of their own."""
    return _dividing().match(folded(text)) is not None


def states_unit(text: str) -> bool:
    """Tell whether `text` states the unit of a table."""
    return len(text) <= _LONGEST_HEADER and _statement().match(folded(text)) is not None


def folded(text: str) -> str:
    """Return `text` composed and in small letters."""
    return unicodedata.normalize("NFC", text).lower()


@lru_cache(maxsize=4096)
def _is_one_of(text: str, *roles: str) -> bool:
    return folded(text).strip(" .:()") in _words("role", *roles)


@cache
def _words(table: str, *keys: str) -> frozenset[str]:
    lists = word_lists().table("tables")[table]
    return frozenset(folded(word) for key in keys for word in lists[key])


@cache
def _marks() -> frozenset[str]:
    return _words("blank", "marks")


@cache
def _said_of_figures() -> re.Pattern[str]:
    words = _words("status", "words") | _words("plan", "words") | _words("share", "words", "attained")
    words |= _words("unit", "quantity", "money") | _words("label", "totals")
    words |= _words("comparison", "bare", "same_period", "previous", "change", "growth")
    return re.compile(rf"(?<!\w){_any_of(words)}(?!\w)")


@cache
def _dividing() -> re.Pattern[str]:
    return re.compile(
        rf"{_any_of(_words('comparison', 'bare') | _words('label', 'transparent'))}\s*(?:\(%\)|%)?\s*:?$"
        r"|so với\s*(?:\(%\)|%)?$"
    )


@cache
def _statement() -> re.Pattern[str]:
    return re.compile(rf"\(?\s*{_any_of(_words('unit', 'statements'))}\s*:")


def _any_of(words: frozenset[str]) -> str:
    return f"(?:{'|'.join(re.escape(word) for word in sorted(words, key=len, reverse=True))})"
