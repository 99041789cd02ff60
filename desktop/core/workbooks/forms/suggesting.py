"""Which verified figure a blank cell of a form may want: proposals for a clerk to confirm."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import resources
from desktop.core.extraction.periods import times_in
from desktop.core.figures import Kind
from desktop.core.folding import folded
from desktop.core.workbooks.forms.figure_book import FigureBook, VerifiedFigure, indicator_key
from desktop.core.workbooks.forms.form import Form
from desktop.core.workbooks.forms.mapping import CellMapping, Target
from desktop.core.workbooks.forms.periods import Relation, relation_of
from desktop.core.workbooks.forms.probing import Asked, asked_of
from desktop.core.workbooks.forms.units import are_convertible

LEAST_CONFIDENCE = 0.6
_LEAST_LIKENESS = 0.75
_TIE = 0.03
_WITHOUT_UNIT = 0.9
_WITHOUT_INDICATOR = 0.95
_STATES = (Kind.LEVEL, Kind.SHARE)
_Words = frozenset[str]


def suggestions(
    form: Form, book: FigureBook, asked_cells: Sequence[Asked] | None = None
) -> tuple[CellMapping, ...]:
    """Return a proposal for each blank cell of the form's tables that a verified figure fits.

    `asked_cells` is what `asked_of` tells of the form, where that was read already.
    """
    known = _by_words(book.figures)
    found: list[CellMapping] = []
    for asked in asked_of(form) if asked_cells is None else asked_cells:
        best = _best(asked, known, book)
        if best is not None:
            figure, confidence = best
            unit = asked.unit or figure.reading.unit
            selector = book.selector_for(figure, unit)
            label = form.label(asked.sheet, asked.spot)
            target = Target(asked.sheet, asked.spot.name)
            found.append(CellMapping(target, selector, label, round(confidence, 2)))
    return tuple(found)


def _best(
    asked: Asked, known: Mapping[_Words, Sequence[VerifiedFigure]], book: FigureBook
) -> tuple[VerifiedFigure, float] | None:
    """Return the figure that fits best and how well; None where none fits, or two fit as well."""
    reading = asked.figure.reading
    indicator, label = _words(reading.indicator), _words(asked.row_label)
    relation = _relation(asked, book)
    scored: list[tuple[float, VerifiedFigure]] = []
    for words, figures in known.items():
        score = max(_sameness(words, indicator), _WITHOUT_INDICATOR * _sameness(words, label))
        if score < _LEAST_LIKENESS * _WITHOUT_INDICATOR:
            continue
        scored += [
            (score * certainty, figure)
            for figure in figures
            for certainty in [_certainty(asked, figure, relation, book)]
            if score * certainty >= LEAST_CONFIDENCE
        ]
    scored.sort(key=lambda each: -each[0])
    if not scored:
        return None
    first, best = scored[0]
    rivals = {str(figure.reading.value) for score, figure in scored if first - score < _TIE}
    return (best, first * asked.figure.confidence) if rivals == {str(best.reading.value)} else None


def _certainty(asked: Asked, each: VerifiedFigure, relation: str, book: FigureBook) -> float:
    """Return how sure it is, from 0 to 1, that kind, base, unit and period are those asked for."""
    wanted, reading = asked.figure.reading, each.reading
    is_alike = wanted.kind is reading.kind or (wanted.kind in _STATES and reading.kind in _STATES)
    if not is_alike or wanted.base is not reading.base:
        return 0.0
    if relation_of(each.period, book.period) != relation:
        return 0.0
    if not asked.unit:
        return _WITHOUT_UNIT
    return 1.0 if are_convertible(reading.unit, asked.unit) else 0.0


def _relation(asked: Asked, book: FigureBook) -> str:
    """Return which period a cell is about: by the words of its header, else by the period that was read."""
    header = folded(asked.header)
    is_change = asked.figure.reading.kind in (Kind.CHANGE, Kind.RATIO)
    if not is_change and (told := next(_told_relations(header), "")):
        return told
    period = ("" if is_change else _named_period(asked)) or asked.figure.reading.period
    return relation_of(period, asked.period or book.period) if period else Relation.REPORT


def _named_period(asked: Asked) -> str:
    """Return the period that the header names last, "" where it names none."""
    header = unicodedata.normalize("NFC", asked.header).lower()
    spans = [phrase.span for phrase in times_in(header, None) if phrase.span is not None]
    return str(spans[-1]) if spans else ""


def _told_relations(header: str) -> Iterator[str]:
    for phrase, relation in _phrases():
        if phrase in header:
            yield relation


@cache
def _fillers() -> frozenset[str]:
    """Return the words that do not set one indicator apart from another."""
    return frozenset(resources.toml("workbooks/forms.toml")["indicators"]["fillers"])


@cache
def _phrases() -> tuple[tuple[str, str], ...]:
    """Return the words of headers with the relations they name, the longest first."""
    words = resources.toml("workbooks/forms.toml")["periods"]
    told = [(folded(phrase), name) for name, phrases in words.items() for phrase in phrases]
    return tuple(sorted(told, key=lambda each: -len(each[0])))


def _by_words(figures: Sequence[VerifiedFigure]) -> dict[_Words, list[VerifiedFigure]]:
    found: dict[_Words, list[VerifiedFigure]] = {}
    for each in figures:
        if words := _words(each.reading.indicator):
            found.setdefault(words, []).append(each)
    return found


def likeness(one: str, other: str) -> float:
    """Return how much of the words of two indicators is the same, from 0 to 1, accents aside."""
    return _likeness(_words(one), _words(other))


def _words(text: str) -> _Words:
    """Return the words of an indicator that set it apart, accents aside; all of them where none does."""
    words = indicator_key(text).replace(",", " ").split()
    return frozenset(folded(word) for word in words if word not in _fillers()) or frozenset(
        map(folded, words)
    )


def _sameness(one: _Words, other: _Words) -> float:
    """Return how sure it is that two indicators are the same: where each has a word of its own, not at all.

    "Thu ngân sách" and "chi ngân sách" have most of their words in common.
    """
    if not one or not other or (one - other and other - one):
        return 0.0
    return _likeness(one, other)


def _likeness(one: _Words, other: _Words) -> float:
    """Return how much of two indicators' words is the same, from 0 to 1."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0
