"""Figures in running text: a sentence is walked from number to number, carrying subject and bases along."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from desktop.core.extraction import confidence, lexicon, phrases, subjects, times_told
from desktop.core.extraction.around import Comparison, Earlier
from desktop.core.extraction.bases import Carrying, Compared, with_bases
from desktop.core.extraction.comparison import comparison_of, qualifier_of
from desktop.core.extraction.counted_things import ONLY_JOINS
from desktop.core.extraction.hurt_people import event_in
from desktop.core.extraction.left_out_units import Measured, units_of
from desktop.core.extraction.mention import Mention
from desktop.core.extraction.naming import subject_of_mention
from desktop.core.extraction.naming_context import Context
from desktop.core.extraction.passages import Passage, fold
from desktop.core.extraction.periods import Span
from desktop.core.extraction.topics import topic_of
from desktop.core.extraction.units import UnitClass
from desktop.core.figures import Base, Reading, Value

_SMALL = "a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
# It begins with the signs themselves, so that the search leaps from one to the next.
_SENTENCE_END = re.compile(
    rf"[.!?](?:(?:(?<=\.)|(?<![0-9].))(?=\s+[^\s{_SMALL}0-9]|\s*$)"
    r"|(?<=[^.]\.)(?=\s+[0-9]+\.?\s))"
)
_LONGEST_INDICATOR = 200
_RESPECTIVELY = re.compile(r"\b(?:lần lượt|tương ứng)\b")
_JOINS = re.compile(r"[ ,;]*(?:và|, và)?[ ,]*(?:tăng|giảm)?[ ]*")


@dataclass(frozen=True, slots=True)
class ProseFigure:
    """A figure of a passage, [start, end) in its characters, with how sure its reading is.

    `other` is its value by the second way of reading its dots and commas, where there is one.
    """

    start: int
    end: int
    reading: Reading
    confidence: float
    other: Value | None = None


@dataclass(slots=True)
class _Draft:
    """A number on its way to a figure, filled in step by step; `left` and `right` reach to its neighbours."""

    mention: Mention
    left: str
    right: str
    comparison: Comparison
    subject: str
    unit: str = ""
    period: str = ""
    year: int | None = None
    is_so_far: bool = False
    is_carried: bool = False


def figures_of(
    passage: Passage,
    mentions: Sequence[Mention],
    report: Span | None,
    heading: str = "",
    carrying: Carrying | None = None,
) -> list[ProseFigure]:
    """Return the figures that the mentions of a passage under `heading` are, in text order.

    `carrying` is what the passages before left to go on from; it is brought up to date.
    """
    if not mentions:
        return []
    figures: list[ProseFigure] = []
    context, carrying = Context(event_in(passage.text, heading)), carrying or Carrying()
    context.topic = topic_of(passage.text, heading)
    context.is_labelled = bool(context.topic) and context.topic in passage.text
    context.tells_rates = "lãi suất" in passage.lower
    context.measured, context.measured_unit = carrying.measured
    if passage.lower.lstrip(" -+*•").startswith("trong đó"):
        context.main, context.main_whole = carrying.told_of, carrying.whole
    carrying.next_passage()
    context.main_noun = "doanh nghiệp" if "doanh nghiệp" in passage.lower else ""
    starts = [mention.digits for mention in mentions]
    for start, end in sentences_of(passage):
        inside = mentions[bisect_left(starts, start) : bisect_left(starts, end)]
        if inside:
            context.next_sentence()
            drafts = _drafts_of(passage, (start, end), inside, context, report)
            _deal_items(drafts)
            _fill_units(drafts)
            compared = [
                Compared(d.mention, d.comparison, d.subject, d.year is not None, d.is_so_far) for d in drafts
            ]
            comparisons = with_bases(compared, passage, start, carrying, report)
            for draft, comparison in zip(drafts, comparisons, strict=True):
                draft.comparison = comparison
            _share_predicate(drafts)
            _share_tail(drafts)
            for earlier, draft in pairwise(drafts):
                draft.is_carried = draft.subject == earlier.subject
            figures += map(_figure, drafts)
    carrying.measured = context.measured, context.measured_unit
    carrying.told_of, carrying.whole = context.main, context.main_whole
    return figures


def sentences_of(passage: Passage) -> Iterator[tuple[int, int]]:
    """Yield the spans of the sentences of a passage."""
    text, start = passage.text, 0
    for match in _SENTENCE_END.finditer(text):
        if passage.lower[match.start()] == text[match.start()]:
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
        period = times_told.period_in(left, report) or period
        before = drafts[-1] if drafts else None
        gap = subjects.split_gap(left, has_tail=before is not None)
        subject = subject_of_mention(mention, gap, left, right, context)
        own_left = subjects.own_words(gap, left)
        year = times_told.own_year(own_left, fold(right), report)
        if year is None and before is not None:
            year = times_told.year_going_on(fold(left), before.year, report)
        earlier = (
            Earlier(before.mention, before.comparison, goes_on=_is_from(before.left)) if before else None
        )
        comparison = comparison_of(
            mention, fold(left), fold(right), fold(subject), report, earlier, own_left, year
        )
        own_period = str(year) if year else period
        context.is_so_far = times_told.is_so_far(fold(left), was=context.is_so_far)
        is_so_far = context.is_so_far and report is not None and not report.is_year
        drafts.append(
            _Draft(mention, left, right, comparison, subject, mention.unit.text, own_period, year, is_so_far)
        )
        position = mention.end
    return drafts


def _is_from(left: str) -> bool:
    return fold(left).rstrip().endswith((" từ", " từ mức"))


def _deal_items(dealt: Sequence[_Draft]) -> None:
    """Deal out the subjects of "A và B lần lượt là 3 và 4"."""
    items: list[str] = []
    index = 0
    while index < len(dealt):
        group = _group_at(dealt, index)
        if len(group) > 1 and _RESPECTIVELY.search(fold(dealt[index].left)):
            head = _RESPECTIVELY.split(fold(dealt[index].left))[0]
            named = subjects.items_of(dealt[index].left[: len(head)], len(group))
            items = named or (items if len(items) == len(group) else [])
            items = items or _last_subjects(dealt[:index], len(group))
            for position, item in zip(group, items, strict=False):
                dealt[position].subject = item
        index = group[-1] + 1


def _last_subjects(drafts: Sequence[_Draft], count: int) -> list[str]:
    """Return the last `count` subjects told, each once, in order, [] where there are fewer."""
    told: list[str] = []
    for draft in reversed(drafts):
        if draft.subject not in told:
            told.insert(0, draft.subject)
        if len(told) == count:
            return told
    return []


def _group_at(drafts: Sequence[_Draft], index: int) -> list[int]:
    """Return the positions from `index` on that are only joined by commas and "và"."""
    group = [index]
    while group[-1] + 1 < len(drafts) and _JOINS.fullmatch(fold(drafts[group[-1] + 1].left)):
        group.append(group[-1] + 1)
    return group


def _fill_units(drafts: Sequence[_Draft]) -> None:
    units = units_of([Measured(draft.mention, draft.subject, draft.left, draft.right) for draft in drafts])
    for draft, unit in zip(drafts, units, strict=True):
        draft.unit = unit


def _share_predicate(shared: Sequence[_Draft]) -> None:
    """Give the shares of a list the predicate that only its last has: "100% A; 71% B đã triển khai"."""
    for index in range(len(shared) - 1, 0, -1):
        last, before = shared[index], shared[index - 1]
        if not (_is_bare_share(last) and _is_bare_share(before)):
            continue
        verb = phrases.common_predicate().search(fold(last.subject))
        if verb and not phrases.common_predicate().search(fold(before.subject)):
            own = before.right.strip(" ;,.")
            before.subject = f"{own} {last.subject[verb.start() :].strip()}"


def _share_tail(drafts: Sequence[_Draft]) -> None:
    """Give bare cases the words behind the people counted with them: "85 vụ, 112 đối tượng buôn lậu"."""
    for last, before in zip(drafts[:0:-1], drafts[-2::-1], strict=True):
        unit, whose = fold(before.unit), fold(last.unit)
        is_case = unit in lexicon.words("units", "count.events")
        is_pair = is_case and whose in lexicon.words("units", "count.suspects")
        if not is_pair or not ONLY_JOINS.fullmatch(last.left) or not fold(before.subject).endswith(unit):
            continue
        if fold(last.subject).startswith(whose) and (tail := last.subject[len(whose) :]):
            before.subject = before.unit + tail


def _is_bare_share(draft: _Draft) -> bool:
    is_percent = draft.mention.unit.unit_class is UnitClass.PERCENT
    return (
        is_percent and bool(draft.subject) and fold(draft.right).lstrip().startswith(fold(draft.subject)[:8])
    )


def _figure(draft: _Draft) -> ProseFigure:
    comparison, value, other = draft.comparison, draft.mention.value, draft.mention.other
    if comparison.is_fall:
        value, other = _fallen(value), other and _fallen(other)
    reading = Reading(
        value=value,
        unit=draft.unit,
        kind=comparison.kind,
        base=comparison.base or Base.NONE,
        indicator=(draft.subject or subjects.bare_words(draft.left))[:_LONGEST_INDICATOR],
        qualifier=qualifier_of(fold(draft.left), fold(draft.right)),
        period=draft.period,
    )
    read = confidence.Read(draft.mention, comparison, reading.indicator, draft.unit, draft.is_carried)
    return ProseFigure(draft.mention.start, draft.mention.end, reading, confidence.confidence_of(read), other)


def _fallen(value: Value) -> Value:
    if value.high is not None:
        return Value(-value.number, high=-value.high)
    return Value(-abs(value.number), of=value.of)
