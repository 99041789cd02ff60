"""Figures in running text: a sentence is walked from number to number, carrying subject and bases along."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from desktop.core.extraction import phrases, subjects
from desktop.core.extraction.bases import Carrying, Compared, with_bases
from desktop.core.extraction.comparison import Comparison, Earlier, comparison_of, qualifier_of
from desktop.core.extraction.mentions import Mention
from desktop.core.extraction.naming import Context, event_in, subject_of_mention
from desktop.core.extraction.passages import Passage, fold
from desktop.core.extraction.periods import Span, times_in
from desktop.core.extraction.units import UnitClass, counted_noun_in
from desktop.core.figures import Base, Kind, Reading, Value

_SENTENCE_END = re.compile(
    r"(?<![0-9])[.!?](?=\s+[^a-zà-ỹđ0-9]|\s*$)"
    r"|(?<=[0-9])\.(?=\s+[^\s0-9a-zà-ỹđ]|\s*$)"
    r"|(?<=[^.])\.(?=\s+[0-9]+\.?\s)"
)
_REACHES = re.compile(
    r" *(?:lên|xuống|đến|còn|xuống còn|lên đến|lên tới|và|,|hoặc|-|(?:trong|trên) tổng số|trong số)"
    r"(?: *(?:còn|đến|tới))? *"
)
_RESPECTIVELY = re.compile(r"\b(?:lần lượt|tương ứng)\b")
_RIGHT_BY_WORDS = (0.05, 0.45, 0.75)
_RIGHT_SHORT_SHARE = 0.35
_RIGHT_LONG = 0.75
_RIGHT = 0.9
_JOINS = re.compile(r"[ ,;]*(?:và|, và)?[ ,]*")


@dataclass(frozen=True, slots=True)
class ProseFigure:
    """A figure of a passage, [start, end) in its characters, with how sure its reading is."""

    start: int
    end: int
    reading: Reading
    confidence: float


@dataclass(frozen=True, slots=True)
class _Draft:
    """A number on its way to a figure; `left` and `right` are the texts up to its neighbours."""

    mention: Mention
    left: str
    right: str
    comparison: Comparison
    subject: str
    unit: str = ""
    period: str = ""


def figures_of(
    passage: Passage, mentions: Sequence[Mention], report: Span | None, heading: str = ""
) -> list[ProseFigure]:
    """Return the figures that the mentions of a passage under `heading` are, in text order."""
    figures: list[ProseFigure] = []
    context, carrying = Context(event_in(passage.lower, fold(heading))), Carrying()
    context.main_noun = "doanh nghiệp" if "doanh nghiệp" in passage.lower else ""
    starts = [mention.digits for mention in mentions]
    for start, end in sentences_of(passage.text):
        inside = mentions[bisect_left(starts, start) : bisect_left(starts, end)]
        if inside:
            context.next_sentence()
            drafts = _drafts_of(passage, (start, end), inside, context, report)
            drafts = _with_units(_with_items(drafts))
            compared = [Compared(draft.mention, draft.comparison, draft.subject) for draft in drafts]
            comparisons = with_bases(compared, passage, start, carrying, report)
            drafts = [replace(d, comparison=c) for d, c in zip(drafts, comparisons, strict=True)]
            figures += map(_figure, _with_shared_predicate(drafts))
    return figures


def sentences_of(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the sentences of a passage."""
    start = 0
    for match in _SENTENCE_END.finditer(text):
        yield start, match.end()
        start = match.end()
    if text[start:].strip():
        yield start, len(text)


def _drafts_of(
    passage: Passage,
    sentence: tuple[int, int],
    mentions: Sequence[Mention],
    context: Context,
    report: Span | None,
) -> list[_Draft]:
    drafts: list[_Draft] = []
    position, period = sentence[0], str(report) if report else ""
    for index, mention in enumerate(mentions):
        following = mentions[index + 1].start if index + 1 < len(mentions) else sentence[1]
        left, right = passage.text[position : mention.start], passage.text[mention.end : following]
        period = _period_in(left, report) or period
        before = drafts[-1] if drafts else None
        gap = subjects.split_gap(left, has_tail=before is not None)
        subject = subject_of_mention(mention, gap, left, right, context)
        earlier = Earlier(before.mention, before.comparison) if before else None
        comparison = comparison_of(
            mention, fold(left), fold(right), fold(subject), report, earlier, subjects.own_words(gap, left)
        )
        drafts.append(_Draft(mention, left, right, comparison, subject, mention.unit.text, period))
        position = mention.end
    return drafts


def _period_in(left: str, report: Span | None) -> str:
    folded = fold(left)
    if phrases.against().search(folded):
        return ""
    times = [time.span for time in times_in(folded, report.year if report else None) if time.span]
    return str(times[-1]) if times else ""


def _with_items(drafts: list[_Draft]) -> list[_Draft]:
    """Return the drafts with the subjects of "A và B lần lượt là 3 và 4" dealt out."""
    dealt = list(drafts)
    items: list[str] = []
    index = 0
    while index < len(dealt):
        group = _group_at(dealt, index)
        if len(group) > 1 and _RESPECTIVELY.search(fold(dealt[index].left)):
            head = _RESPECTIVELY.split(fold(dealt[index].left))[0]
            named = subjects.items_of(dealt[index].left[: len(head)], len(group))
            items = named or (items if len(items) == len(group) else [])
            for position, item in zip(group, items, strict=False):
                dealt[position] = replace(dealt[position], subject=item)
        index = group[-1] + 1
    return dealt


def _group_at(drafts: Sequence[_Draft], index: int) -> list[int]:
    """Return the positions from `index` on that are only joined by commas and "và"."""
    group = [index]
    while group[-1] + 1 < len(drafts) and _JOINS.fullmatch(fold(drafts[group[-1] + 1].left)):
        group.append(group[-1] + 1)
    return group


def _with_units(drafts: list[_Draft]) -> list[_Draft]:
    """Return the drafts with units left out by lists and "từ … lên …" taken from their neighbours."""
    filled: list[_Draft] = []
    for index, draft in enumerate(drafts):
        unit = draft.unit
        if not unit:
            following = drafts[index + 1] if index + 1 < len(drafts) else None
            reaches = following is not None and _REACHES.fullmatch(fold(draft.right)) is not None
            named = counted_noun_in(fold(draft.subject)) or (filled[-1].unit if filled else "")
            unit = following.unit if following and reaches and following.unit else named
        elif draft.mention.unit.power and " " not in unit:
            unit = _whole_unit(unit, [*reversed(filled), *drafts[index + 1 :]])
        filled.append(replace(draft, unit=unit))
    return filled


def _whole_unit(scale: str, neighbours: Sequence[_Draft]) -> str:
    """Return a bare scale word with what its neighbours measure: "985 tỷ" beside "tỷ đồng" is in đồng."""
    for neighbour in neighbours:
        words = neighbour.unit.split()
        if len(words) > 1 and fold(words[0]) == fold(scale):
            return neighbour.unit
    return scale


def _with_shared_predicate(drafts: list[_Draft]) -> list[_Draft]:
    """Return shares of a list with the predicate only its last item has: "100% A; 71% B đã triển khai"."""
    shared = list(drafts)
    for index in range(len(drafts) - 1, 0, -1):
        last, before = shared[index], shared[index - 1]
        if not (_is_bare_share(last) and _is_bare_share(before)):
            continue
        verb = phrases.common_predicate().search(fold(last.subject))
        if verb and not phrases.common_predicate().search(fold(before.subject)):
            own = before.right.strip(" ;,.")
            shared[index - 1] = replace(before, subject=f"{own} {last.subject[verb.start() :].strip()}")
    return shared


def _is_bare_share(draft: _Draft) -> bool:
    is_percent = draft.mention.unit.unit_class is UnitClass.PERCENT
    return (
        is_percent and bool(draft.subject) and fold(draft.right).lstrip().startswith(fold(draft.subject)[:8])
    )


def _figure(draft: _Draft) -> ProseFigure:
    comparison, value = draft.comparison, draft.mention.value
    reading = Reading(
        value=_fallen(value) if comparison.is_fall else value,
        unit=draft.unit,
        kind=comparison.kind,
        base=comparison.base or Base.NONE,
        indicator=draft.subject[:200],
        qualifier=qualifier_of(fold(draft.left), fold(draft.right)),
        period=draft.period,
    )
    return ProseFigure(draft.mention.start, draft.mention.end, reading, _confidence(draft))


def _fallen(value: Value) -> Value:
    if value.high is not None:
        return Value(-value.number, high=-value.high)
    return replace(value, number=-abs(value.number))


def _confidence(draft: _Draft) -> float:
    """Return the share of figures with these marks that were right in every field of the labelled reports."""
    words = len(draft.subject.split())
    score = _RIGHT_BY_WORDS[words] if words < len(_RIGHT_BY_WORDS) else _RIGHT_LONG if words > 10 else _RIGHT
    if words == 2 and draft.comparison.kind is Kind.SHARE:
        score = _RIGHT_SHORT_SHARE
    if not draft.mention.is_sure:
        score *= 0.8
    if not draft.mention.unit.text or draft.mention.unit.unit_class is UnitClass.GUESSED:
        score *= 0.75
    return round(score * draft.comparison.certainty, 2)
