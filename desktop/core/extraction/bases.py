"""Bases left out by parallel construction: taken from the words before, behind, or the subject before."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from desktop.core.extraction import phrases
from desktop.core.extraction.around import RELATIVE, Comparison
from desktop.core.extraction.mention import Mention
from desktop.core.extraction.named_bases import base_in
from desktop.core.extraction.parallels import goes_on_with_growth
from desktop.core.extraction.passages import Passage
from desktop.core.extraction.periods import Span
from desktop.core.extraction.units import COUNTED, UnitClass
from desktop.core.figures import Base, Kind

_AFTER_LEVEL = re.compile(
    r"(?:(?<![/0-9.,])[0-9][0-9.,]*|\bđồng|\busd)(?: ?[^\W\d_]+(?:/[^\W\d_]+)?(?: [^\W\d_]+){0,3})?,?"
    r" (?:mới |chỉ |ước )?(?:đạt|bằng)(?: tỷ lệ)? *$"
)
_STEPPED = re.compile(r"\b(?:giá|xăng|dầu|vàng|tỷ giá|usd|gas)\b")
_PRICES = re.compile(r"\b(?:cpi|chỉ số giá|giá tiêu dùng|nhóm hàng|lạm phát)\b")
_TELLS_OF_PRICES = re.compile(r"\b(?:cpi|chỉ số giá|giá tiêu dùng)\b")
_AVERAGED = re.compile(r"\bbình quân\b(?! tháng)")
_SINCE = re.compile(r"\b(?:sau|qua|trong vòng) (?:[0-9]{1,2}|hai|ba|năm|mười) năm\b(?! [0-9])")
_PERIOD_NAMED = re.compile(r"\b(?:tháng|quý) [0-9iv]+\b|\bcùng kỳ\b|\bso với\b")
_ONLY_REACHED = re.compile(r"\b(?:mới|chỉ) (?:đạt|bằng|giải ngân)(?: được)?(?: \w+)? *$")
_RISES_TOO = re.compile(r" và (?:tăng|giảm) ")
_BRACKET_OPENS = re.compile(r" *\((?:(?:tương đương|tương ứng|tức|hay|tăng|giảm|vượt) ?)*")
_CLAUSE_ENDS = re.compile(r";|\.(?= )")
_SHARES_NOTHING = re.compile(
    r";|\.(?= )|\b(?:(?:cao|thấp|nhiều|ít|lớn|nhỏ|nhanh|chậm|kém) hơn|thay vì|xấp xỉ) "
)
_PLAN_TOLD = re.compile(r"\((?:kh|kế hoạch|dự toán)\b[^()]{0,40}\),? (?:bằng|đạt) *$")
_SENTENCE_REACH = 200
_RIGHT_REACH = 40
_ITEMS_REACH = 8


@dataclass(frozen=True, slots=True)
class Compared:
    """A number of a sentence with its subject and what its own words made of it."""

    mention: Mention
    comparison: Comparison
    subject: str
    is_of_year: bool = False
    is_so_far: bool = False


@dataclass(slots=True)
class Carrying:
    """The bases that the last subject was held against, in order, for the sentences that follow."""

    sequence: list[Base] = field(default_factory=list)
    attained: Base | None = None
    is_monthly_price: bool = False
    is_growth: bool = False
    told: "_Told | None" = None
    measured: tuple[str, str] = ("", "")

    def next_passage(self) -> None:
        """Forget what does not reach beyond a paragraph."""
        self.sequence, self.attained, self.is_growth, self.told = [], None, False, None

    def told_in(self, passage: Passage) -> "_Told":
        """Return what the present paragraph tells of, searched for once."""
        if self.told is None:
            is_of_prices = _TELLS_OF_PRICES.search(passage.lower) is not None
            is_of_others = phrases.base_words("not_priced").search(passage.lower) is not None
            self.told = _Told(is_of_prices, is_of_others)
            self.is_monthly_price = self.is_monthly_price or is_of_prices
        return self.told


@dataclass(frozen=True, slots=True)
class _Told:
    """Whether a paragraph tells of a price index, and of what is measured otherwise than by its price."""

    is_of_prices: bool
    is_of_others: bool


@dataclass(slots=True)
class _Sentence:
    """A sentence that begins at `begin` of its passage, and the bases found in it so far.

    `current` are those of the present subject, `named` those that words name.
    """

    items: Sequence[Compared]
    passage: Passage
    begin: int
    carrying: Carrying
    report: Span | None
    current: list[Base] = field(default_factory=list)
    named: set[Base] = field(default_factory=set)

    def note(self, base: Base) -> None:
        """Add a base to those of the present subject; the last of many stands for the rest."""
        if base in (Base.PLAN, Base.OTHER, Base.NONE):
            return
        if len(self.current) == _ITEMS_REACH:
            self.current.pop()
        self.current.append(base)

    def later(self, index: int) -> Sequence[Compared]:
        """Return the numbers behind one, as far as they matter to it."""
        return self.items[index + 1 : index + _ITEMS_REACH]

    def before(self, item: Compared) -> str:
        """Return what the sentence says before a number, as far as it matters."""
        start = max(self.begin, item.mention.start - _SENTENCE_REACH)
        return self.passage.lower[start : item.mention.start]

    def behind(self, item: Compared) -> str:
        """Return the words right behind a number."""
        return self.passage.lower[item.mention.end : item.mention.end + _RIGHT_REACH]


def with_bases(
    items: Sequence[Compared], passage: Passage, begin: int, carrying: Carrying, report: Span | None
) -> list[Comparison]:
    """Return the comparisons of a sentence, which begins at `begin`, with every base filled in."""
    if not items:
        return []
    sentence = _Sentence(items, passage, begin, carrying, report)
    _note_topic(sentence)
    lead = base_in(passage.lower[begin : items[0].mention.start], report)
    subject = items[0].subject
    filled: list[Comparison] = []
    for index, item in enumerate(items):
        if item.subject != subject:
            carrying.sequence, subject = sentence.current or carrying.sequence, item.subject
            sentence.current = []
        filled.append(_filled(sentence, index, lead))
        carrying.is_growth = filled[-1].is_growth and filled[-1].base is Base.PREVIOUS
    carrying.sequence = sentence.current or carrying.sequence
    return filled


def _filled(sentence: _Sentence, index: int, lead: Base | None) -> Comparison:
    """Return the comparison of a number with its base; `lead` is the base that the sentence begins with."""
    item = sentence.items[index]
    comparison = _grows_like_before(sentence, index) or _attained_like_before(sentence, item)
    if comparison.kind not in (Kind.CHANGE, Kind.RATIO):
        return comparison
    base = comparison.base
    if base is None:
        base = _left_out(sentence, index, lead)
        comparison = replace(comparison, base=base, certainty=comparison.certainty * 0.95)
    else:
        sentence.named.add(base)
    sentence.note(base)
    return comparison


def _note_topic(sentence: _Sentence) -> None:
    """Keep in mind that a report tells of prices, and forget attainments where a list of changes begins."""
    sentence.carrying.told_in(sentence.passage)
    compared = [item for item in sentence.items if item.comparison.kind in (Kind.CHANGE, Kind.RATIO)]
    first = compared[0].comparison if compared else None
    if first is None or first.kind is Kind.RATIO or first.base is Base.PLAN:
        return
    ratios = (item for item in compared if item.comparison.kind is Kind.RATIO)
    is_both = any(_RISES_TOO.match(sentence.behind(item)) for item in ratios)
    if not is_both and not phrases.ratio_before().search(sentence.before(sentence.items[0])):
        sentence.carrying.attained = None


def _attained_like_before(sentence: _Sentence, item: Compared) -> Comparison:
    """Return a bare "bằng 85,6%", "đạt 65,8%" as an attainment where the number before was one."""
    comparison, carrying = item.comparison, sentence.carrying
    if comparison.kind is Kind.RATIO and comparison.base is not None:
        carrying.attained = comparison.base
    if comparison.kind is Kind.CHANGE and comparison.base is Base.PLAN:
        carrying.attained = Base.PLAN
    if carrying.attained is None or item.mention.unit.unit_class is not UnitClass.PERCENT:
        return comparison
    is_open = comparison.kind is Kind.RATIO and comparison.base is None
    is_bare = comparison.kind is Kind.SHARE and carrying.attained is Base.PLAN
    if is_open or (is_bare and _is_planned(sentence, item)):
        return Comparison(Kind.RATIO, carrying.attained, certainty=0.7)
    return comparison


def _grows_like_before(sentence: _Sentence, index: int) -> Comparison | None:
    """Return the growth that a sentence's first percentage tells where the sentence before told of growth."""
    item = sentence.items[index]
    if index > 0 or not sentence.carrying.is_growth or item.comparison.kind is not Kind.SHARE:
        return None
    if item.mention.unit.unit_class is not UnitClass.PERCENT:
        return None
    if not goes_on_with_growth(item.mention, sentence.before(item), sentence.behind(item)):
        return None
    return Comparison(Kind.CHANGE, Base.PREVIOUS, certainty=0.6, is_growth=True)


def _is_planned(sentence: _Sentence, item: Compared) -> bool:
    """Tell whether a share among attainments is one too: revenue, spending, or what follows an amount."""
    before = sentence.before(item)
    if phrases.share_before().search(before) or phrases.of_noun().match(sentence.behind(item)):
        return False
    if _AFTER_LEVEL.search(before) or _ONLY_REACHED.search(before):
        return True
    if not phrases.planned().search(item.subject.lower()):
        return False
    clause = re.split(r"[;:]", before)[-1]
    return phrases.ratio_before().search(before) is not None or "đạt" not in clause


def _left_out(sentence: _Sentence, index: int, lead: Base | None) -> Base:
    """Return the base that the words around a number leave out."""
    item = sentence.items[index]
    if item.comparison.kind is Kind.CHANGE and item.mention.unit.text.rstrip().endswith("/năm"):
        return Base.PREVIOUS
    if named := lead or _shared_behind(sentence, index):
        return named
    if item.comparison.kind is Kind.RATIO:
        return _of_ratio(sentence, index)
    if (told := _of_topic(sentence, item)) is not None:
        return told
    return _of_time(sentence, item) or _going_on(sentence, index) or _usual(sentence, index)


def _of_ratio(sentence: _Sentence, index: int) -> Base:
    """Return the base of a bare "bằng 95,3%" or "gấp 2 lần"."""
    item = sentence.items[index]
    if _PLAN_TOLD.search(sentence.before(item)):
        return Base.PLAN
    if going_on := _going_on(sentence, index):
        return going_on
    if item.mention.unit.unit_class is UnitClass.TIMES:
        return Base.OTHER
    return Base.PLAN if phrases.planned().search(item.subject.lower()) else Base.NONE


def _of_topic(sentence: _Sentence, item: Compared) -> Base | None:
    """Return the base that goes without saying where reforms, markets, aims and long times are told of."""
    before, unit = sentence.before(item), item.mention.unit.unit_class
    is_cut = phrases.cut_burden().match(sentence.behind(item)) is not None
    is_reformed = unit in COUNTED and phrases.base_words("reforms").search(before) is not None
    if item.comparison.is_fall and (is_cut or is_reformed):
        return Base.NONE
    if phrases.base_words("sessions").search(before):
        return Base.PREVIOUS
    aims = list(phrases.aim().finditer(before))
    if aims and not _PERIOD_NAMED.search(before, aims[-1].start()):
        return Base.PREVIOUS
    if _SINCE.search(before) and "bình quân" not in before:
        return Base.OTHER
    return None


def _of_time(sentence: _Sentence, item: Compared) -> Base | None:
    """Return the base that a year, or the year so far, is held against."""
    if item.is_of_year:
        return Base.PREVIOUS
    if item.is_so_far and Base.SAME_PERIOD not in sentence.current:
        return Base.SAME_PERIOD
    return None


def _going_on(sentence: _Sentence, index: int) -> Base | None:
    """Return the base that a number takes over from the subject before, in the same order."""
    item, sequence, current = sentence.items[index], sentence.carrying.sequence, sentence.current
    if current and len(sequence) <= len(current):
        return current[-1]
    is_change = item.comparison.kind is Kind.CHANGE
    if is_change and (_is_monthly_price(sentence, item) or _is_price_step(sentence, item)):
        return Base.PREVIOUS
    if not sequence:
        return None
    named = _bases_of((item, *sentence.later(index)), item.subject)
    open_bases = [base for base in sequence if base not in current and base not in named]
    if not open_bases:
        return sequence[-1]
    return open_bases[0] if named.count(None) >= len(open_bases) else open_bases[-1]


def _usual(sentence: _Sentence, index: int) -> Base:
    """Return the base that a report on such a time usually has: two changes of one thing have two."""
    report, item = sentence.report, sentence.items[index]
    if report is None or not (report.is_year or report.first == report.last):
        return Base.SAME_PERIOD
    later = _bases_of(sentence.later(index), item.subject)
    return Base.PREVIOUS if report.is_year or Base.SAME_PERIOD in later else Base.SAME_PERIOD


def _bases_of(items: Sequence[Compared], subject: str) -> list[Base | None]:
    """Return the bases that words name for the changes and ratios of a subject."""
    compared = (i for i in items if i.subject == subject and i.comparison.kind in (Kind.CHANGE, Kind.RATIO))
    return [item.comparison.base for item in compared]


def _is_price_step(sentence: _Sentence, item: Compared) -> bool:
    """Tell a price's rise or fall by an amount, which is from the price before: "giảm 500 đồng/lít"."""
    if item.mention.unit.unit_class is not UnitClass.MEASURE:
        return False
    before = sentence.passage.lower[max(0, item.mention.start - 80) : item.mention.start]
    return _STEPPED.search(before) is not None


def _shared_behind(sentence: _Sentence, index: int) -> Base | None:
    """Return the base behind a later number of the same clause: "tăng 5% về lượng và 7% về giá so với …"."""
    item, lower = sentence.items[index], sentence.passage.lower
    position = item.mention.end
    for other in sentence.later(index):
        between, base = lower[position : other.mention.start], other.comparison.base
        if _SHARES_NOTHING.search(between):
            return None
        if base and _BRACKET_OPENS.fullmatch(between):
            return base
        if base and other.comparison.kind is item.comparison.kind:
            is_same = other.subject == item.subject or phrases.between_shares().fullmatch(between)
            is_shared = is_same or not sentence.carrying.sequence
            return base if is_shared and base not in (Base.PLAN, Base.OTHER) else None
        position = other.mention.end
    return None


def _is_monthly_price(sentence: _Sentence, item: Compared) -> bool:
    """Tell the change of a price from month to month, of which a report on one month tells."""
    report, subject = sentence.report, item.subject.lower()
    if report is None or report.is_year or item.mention.unit.unit_class not in RELATIVE:
        return False
    if sentence.named and not sentence.named & {Base.PREVIOUS, Base.YEAR_START}:
        return False
    clause = _CLAUSE_ENDS.split(sentence.before(item))[-1]
    if _AVERAGED.search(clause) or phrases.base_words("not_priced").search(subject):
        return False
    told = sentence.carrying.told_in(sentence.passage)
    if told.is_of_prices or _PRICES.search(subject):
        return True
    if not sentence.carrying.is_monthly_price or report.first != report.last:
        return False
    is_priced = phrases.base_words("priced").search(subject) is not None
    return is_priced and (subject.startswith("giá ") or not told.is_of_others)
