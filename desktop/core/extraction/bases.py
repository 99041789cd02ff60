"""Bases left out by parallel construction: taken from the words before, behind, or the subject before."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

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
_AVERAGE_SO_FAR = re.compile(r"\bbình quân (?:chung )?(?:[0-9]{1,2} tháng|quý)\b[^0-9;]*$")
_SINCE = re.compile(
    r"(?:^|[,.;:(] ?|\b(?:và|nhưng|như vậy|tăng|giảm)(?: gần| hơn)? )"
    r"\s*(?:sau|qua|trong vòng) (?:[0-9]{1,2}|hai|ba|năm|mười) năm\b(?! [0-9])"
)
_PERIOD_NAMED = re.compile(r"\b(?:tháng|quý) [0-9iv]+\b|\b[0-9]+ tháng\b|\bcùng kỳ\b|\bso với\b")
_ABOUT = re.compile(
    r" +(?:về +(?:số )?|số )[^,;.()]{1,40}?(?:,| và|,? nhưng|,? song)(?: (?:lại|chỉ))?"
    r"(?: (?:tăng|giảm|gấp)(?: [^\W\d_]+)?)? *"
)
_QUARTER_TOLD = re.compile(r"(?<!với )\bquý [0-9iv]+(?:[/-][0-9]{4}| năm [0-9]{4})?(?: [^\W\d_]+){0,6} *$")
_ONLY_REACHED = re.compile(r"\b(?:mới|chỉ) (?:đạt|bằng|giải ngân)(?: được)?(?: \w+)? *$")
_RISES_TOO = re.compile(r" và (?:tăng|giảm) ")
_BRACKET_OPENS = re.compile(r" *\((?:(?:tương đương|tương ứng|tức|hay|tăng|giảm|vượt) ?)*")
_CLAUSE_ENDS = re.compile(r";|\.(?= )")
_SHARES_NOTHING = re.compile(
    r";|\.(?= )|\b(?:(?:cao|thấp|nhiều|ít|lớn|nhỏ|nhanh|chậm|kém) hơn|thay vì|xấp xỉ|mục tiêu) "
)
_PLAN_TOLD = re.compile(r"\((?:kh|kế hoạch|dự toán)\b[^()]{0,40}\),? (?:bằng|đạt) *$")
_PLAN_BESIDE = re.compile(
    r"/ ?[0-9][0-9.,]* ?[^,;()0-9]{0,20}?\b(?:kh|kế hoạch|dự toán|chỉ tiêu)\b[^,;()0-9]{0,20},?"
    r" (?:bằng|đạt)(?: tỷ lệ)? *$"
)
_OF_LAST_YEAR = (Base.YEAR_START, Base.SAME_PERIOD)
_SENTENCE_REACH = 200
_RIGHT_REACH = 40
_TAIL = 80
_QUARTER_REACH = 60
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
    """The bases that the last subject was held against, in order, for the sentences that follow.

    `told_of` is what the paragraph before told of, `whole` what it counted and its unit: a paragraph that
    begins with "trong đó" takes parts of it.
    """

    sequence: list[Base] = field(default_factory=list)
    attained: Base | None = None
    is_monthly_price: bool = False
    is_growth: bool = False
    told: bool | None = None
    measured: tuple[str, str] = ("", "")
    told_of: str = ""
    whole: tuple[str, str] = ("", "")

    def next_passage(self) -> None:
        """Forget what does not reach beyond a paragraph."""
        self.sequence, self.attained, self.is_growth, self.told = [], None, False, None

    def next_sentence(self, report: Span | None) -> None:
        """Forget the bases that a new sentence has to name anew; in a yearly report those of a season too."""
        is_yearly = report is not None and report.is_year
        dropped = _OF_LAST_YEAR if is_yearly else (Base.YEAR_START,)
        self.sequence = [base for base in self.sequence if base not in dropped]

    def tells_of_prices(self, passage: Passage) -> bool:
        """Tell whether the present paragraph tells of a price index, searched for once."""
        if self.told is None:
            text = passage.lower
            is_likely = "cpi" in text or "chỉ số giá" in text or "giá tiêu dùng" in text
            self.told = is_likely and _TELLS_OF_PRICES.search(text) is not None
            self.is_monthly_price = self.is_monthly_price or self.told
        return self.told


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
    carrying.next_sentence(report)
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
        comparison = comparison.going_on(base, comparison.certainty * 0.95)
    else:
        sentence.named.add(base)
        behind = sentence.behind(item)
        is_told = "kỳ" in behind or "đầu năm" in behind
        if base in _OF_LAST_YEAR and _is_yearly(item) and not is_told:
            base = Base.PREVIOUS
            comparison = comparison.going_on(base, comparison.certainty)
    sentence.note(base)
    return comparison


def _note_topic(sentence: _Sentence) -> None:
    """Keep in mind that a report tells of prices, and forget attainments where a list of changes begins."""
    sentence.carrying.tells_of_prices(sentence.passage)
    if sentence.carrying.attained is None:
        return
    compared = [item for item in sentence.items if item.comparison.kind in (Kind.CHANGE, Kind.RATIO)]
    first = compared[0].comparison if compared else None
    if first is None or first.kind is Kind.RATIO or first.base is Base.PLAN:
        return
    ratios = (item for item in compared if item.comparison.kind is Kind.RATIO)
    is_both = any(_RISES_TOO.match(sentence.behind(item)) for item in ratios)
    if not is_both and not phrases.attains(sentence.before(sentence.items[0])[-_TAIL:]):
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
    if phrases.shares(before[-_TAIL:]) or phrases.of_noun().match(sentence.behind(item)):
        return False
    if _AFTER_LEVEL.search(before) or _ONLY_REACHED.search(before):
        return True
    if not phrases.tells("ratio.planned", item.subject.lower()):
        return False
    clause = before[max(before.rfind(";"), before.rfind(":")) + 1 :]
    return phrases.attains(before[-_TAIL:]) or "đạt" not in clause


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
    base = _of_time(sentence, item) or _going_on(sentence, index) or _usual(sentence, index)
    # The year so far has no period right before it.
    return Base.SAME_PERIOD if item.is_so_far and base is Base.PREVIOUS else base


def _of_ratio(sentence: _Sentence, index: int) -> Base:
    """Return the base of a bare "bằng 95,3%" or "gấp 2 lần"."""
    item = sentence.items[index]
    if _PLAN_TOLD.search(sentence.before(item)) or _PLAN_BESIDE.search(sentence.before(item)):
        return Base.PLAN
    if going_on := _going_on(sentence, index):
        return going_on
    if item.mention.unit.unit_class is UnitClass.TIMES:
        return Base.OTHER
    return Base.PLAN if phrases.tells("ratio.planned", item.subject.lower()) else Base.NONE


def _of_topic(sentence: _Sentence, item: Compared) -> Base | None:
    """Return the base that goes without saying where reforms, markets, aims and long times are told of."""
    before, unit = sentence.before(item), item.mention.unit.unit_class
    is_cut = phrases.cut_burden().match(sentence.behind(item)) is not None
    is_fall = item.comparison.is_fall
    if is_fall and (is_cut or (unit in COUNTED and phrases.tells("base.reforms", before))):
        return Base.NONE
    if phrases.tells("base.sessions", before):
        return Base.PREVIOUS
    aims = list(phrases.aim().finditer(before)) if phrases.may_tell("base.aims", before) else ()
    if aims and not _PERIOD_NAMED.search(before, aims[-1].start()):
        return Base.PREVIOUS
    if _SINCE.search(before) and "bình quân" not in before:
        return Base.OTHER
    subject, report = item.subject.lower(), sentence.report
    if item.comparison.kind is Kind.CHANGE and _is_yearly(item):
        return Base.PREVIOUS
    is_partial = report is not None and not report.is_year
    if is_partial and not sentence.named and phrases.tells("base.since_year_start", subject):
        return Base.YEAR_START
    return None


def _is_yearly(item: Compared) -> bool:
    """Tell what is measured once a year, as the poor households are."""
    return phrases.tells("base.yearly", item.subject.lower())


def _of_time(sentence: _Sentence, item: Compared) -> Base | None:
    """Return the base that a year, or the year so far, is held against."""
    if item.is_of_year:
        return Base.PREVIOUS
    if _AVERAGE_SO_FAR.search(sentence.before(item)):
        return Base.SAME_PERIOD
    if item.is_so_far and Base.SAME_PERIOD not in sentence.current:
        return Base.SAME_PERIOD
    is_of_quarter = _QUARTER_TOLD.search(sentence.before(item)[-_QUARTER_REACH:]) is not None
    return Base.SAME_PERIOD if is_of_quarter else None


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
    return _STEPPED.search(before) is not None or _STEPPED.search(item.subject.lower()) is not None


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
        is_about = _ABOUT.fullmatch(between) is not None
        if base and (is_about or other.comparison.kind is item.comparison.kind):
            is_same = is_about or other.subject == item.subject
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
    if _AVERAGED.search(clause) or phrases.tells("base.not_priced", subject):
        return False
    if sentence.carrying.tells_of_prices(sentence.passage) or _PRICES.search(subject):
        return True
    if not sentence.carrying.is_monthly_price or report.first != report.last:
        return False
    if not phrases.tells("base.priced", subject):
        return False
    return subject.startswith("giá ") or not phrases.tells("base.not_priced", sentence.passage.lower)
