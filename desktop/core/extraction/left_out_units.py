"""Units that a list or "từ … lên …" leaves out, taken from the words and numbers around."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from desktop.core.extraction import lexicon
from desktop.core.extraction.mention import Mention
from desktop.core.extraction.passages import fold
from desktop.core.extraction.units import COUNTED, UnitClass, counted_noun_at, counted_noun_in

_REACHES = re.compile(
    r" *(?:lên|xuống|đến|còn|xuống còn|lên đến|lên tới|và|,|hoặc|-|(?:trong|trên) tổng số|trong số)"
    r"(?: *(?:còn|đến|tới|tối đa|tối thiểu|khoảng|gần|hơn|trên|dưới))* *"
)
_CHANGED = re.compile(r"[ ,(]*(?:và )?(?:tăng|giảm)(?: thêm| khoảng| gần| hơn| trên)? *")
_OPENING = re.compile(r"(?:(?:và|còn|riêng|trong đó|gồm|có|với|cùng|các|nhưng|là) +)+")
_PARTS = re.compile(r"[,;:()]|\.(?= )")
# It begins with the signs themselves, so that the search leaps from one to the next.
_SIGNS = re.compile(r"[();.](?:(?<!\.)|(?= ))")
_NEAR = 80
_REACH = 60
_WHOLE_SHARE = 100


@dataclass(frozen=True, slots=True)
class Measured:
    """A number of a sentence with what it is said of and the texts up to its neighbours."""

    mention: Mention
    subject: str
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a number stands in its sentence: its clause, its bracket from 1 on, its rank in the bracket."""

    clause: int
    bracket: int
    rank: int

    def is_at(self, bracket: int, rank: int) -> bool:
        """Tell whether it is at a rank of a bracket."""
        return (self.bracket, self.rank) == (bracket, rank)


def units_of(sentence: Sequence[Measured]) -> list[str]:
    """Return the units of a sentence's numbers, in order, "" where nothing tells one."""
    units = _Units(sentence)
    return [units.unit_of(index) for index in range(len(sentence))]


class _Units:
    """The units of one sentence, found from its first number to its last."""

    def __init__(self, sentence: Sequence[Measured]) -> None:
        """Take the numbers of the sentence."""
        self._sentence = sentence
        self._found: list[str] = []

    @cached_property
    def _places(self) -> Sequence[_Place]:
        """Return where the numbers stand, which most sentences are not asked for."""
        return list(_places_of(self._sentence))

    def unit_of(self, index: int) -> str:
        """Return the unit of a number whose forerunners were asked for before."""
        unit = self._sentence[index].mention.unit
        text = unit.text
        if not text or unit.is_kind:
            text = self._left_out(index)
        elif unit.power and " " not in text:
            behind = [measured.mention.unit.text for measured in self._sentence[index + 1 : index + _REACH]]
            text = _whole(text, [*self._found[:-_REACH:-1], *behind])
        self._found.append(text)
        return text

    def _left_out(self, index: int) -> str:
        measured = self._sentence[index]
        mention, left = measured.mention, fold(measured.left)
        if unit := self._reached(index):
            return unit
        named = counted_noun_in(fold(measured.subject)) or _named_in(measured.left)
        if mention.value.of is not None:
            named = named or _head_noun(measured.left)
            return named or next((self._found[i] for i in self._before(index) if self._is_part(i)), "")
        if _CHANGED.fullmatch(left) and (unit := self._of_clause(index)):
            return unit
        if unit := self._of_bracket(index):
            return unit
        if _hurt().search(left[-_NEAR:]) and not self._counts_animals(index):
            return _person()
        return named or self._carried(index, _head_noun(measured.left))

    def _reached(self, index: int) -> str:
        """Return the unit of the number that "từ … lên …" goes on to."""
        measured = self._sentence[index]
        if index + 1 == len(self._sentence) or measured.mention.unit.text:
            return ""
        behind = self._sentence[index + 1].mention.unit
        return behind.text if _REACHES.fullmatch(fold(measured.right)) and not behind.is_kind else ""

    def _carried(self, index: int, head: str) -> str:
        """Return the unit told before or behind; `head` is the counted noun that the own words begin with."""
        if self._places[index].bracket:
            return self._of_clause(index) or self._of_sentence(index) or head
        return head or self._of_clause(index) or self._behind(index) or self._of_sentence(index)

    def _before(self, index: int) -> Iterator[int]:
        """Yield the numbers before that are not in a bracket closed since, the nearest first."""
        brackets = (0, self._places[index].bracket)
        near = range(index - 1, max(-1, index - _REACH), -1)
        return (i for i in near if self._places[i].bracket in brackets)

    def _fits(self, index: int, i: int) -> bool:
        """Tell whether a number can be told in the unit of another: no 1.284 %, no 12,5 vụ."""
        number, unit = self._sentence[index].mention.value.number, self._sentence[i].mention.unit
        is_integral = number == number.to_integral_value()
        if unit.unit_class in (UnitClass.TIMES, UnitClass.POINT):
            return not is_integral
        if unit.unit_class is UnitClass.PERCENT:
            return not (is_integral and abs(number) > _WHOLE_SHARE)
        return is_integral or unit.unit_class not in COUNTED or unit.power > 0 or "/" in unit.text

    def _of_clause(self, index: int) -> str:
        clause = self._places[index].clause
        near = (i for i in self._before(index) if self._places[i].clause == clause)
        return next((self._found[i] for i in near if self._found[i] and self._fits(index, i)), "")

    def _of_sentence(self, index: int) -> str:
        """Return the unit of a clause before, rather of what is counted than of what is measured."""
        fitting = [i for i in self._before(index) if self._found[i] and self._fits(index, i)]
        counted = (i for i in fitting if self._sentence[i].mention.unit.unit_class in COUNTED)
        return self._found[next(counted, fitting[0])] if fitting else ""

    def _behind(self, index: int) -> str:
        """Return the unit that the end of the clause tells for all: "cấp mới 402, cấp lại 77 giấy phép"."""
        for i in range(index + 1, min(index + _REACH, len(self._sentence))):
            if self._places[i].clause != self._places[index].clause:
                break
            unit = self._sentence[i].mention.unit
            if unit.unit_class is UnitClass.COUNT and self._fits(index, i):
                return unit.text
        return ""

    def _of_bracket(self, index: int) -> str:
        """Return the unit at the same place of a bracket before: "A (58 dự án, 39,7%), B (27; 24,1%)"."""
        place = self._places[index]
        before = self._places[index - place.rank - 1] if index > place.rank else place
        if not place.bracket or not 0 < before.bracket < place.bracket:
            return ""
        near = range(max(0, index - _REACH), index)
        same = (i for i in near if self._places[i].is_at(before.bracket, place.rank))
        return next((self._found[i] for i in same if self._fits(index, i)), "")

    def _is_part(self, i: int) -> bool:
        return self._sentence[i].mention.value.of is not None

    def _counts_animals(self, index: int) -> bool:
        near = self._of_clause(index)
        return near != "" and fold(near) not in lexicon.words("units", "count.events")


def _places_of(sentence: Sequence[Measured]) -> Iterator[_Place]:
    clause = bracket = last = 0
    ranks: dict[int, int] = {}
    for measured in sentence:
        for sign in _SIGNS.findall(measured.left):
            if sign == "(":
                last += 1
                bracket = last
            elif sign == ")":
                bracket = 0
            else:
                clause += 1
        rank = ranks.get(bracket, 0)
        ranks[bracket] = rank + 1
        yield _Place(clause, bracket, rank)


def _own_words(left: str) -> str:
    return left[max((match.end() for match in _PARTS.finditer(left)), default=0) :]


def _named_in(left: str) -> str:
    """Return the counted noun that a number's own words name last: "số việc làm bị cắt giảm là"."""
    folded = fold(_own_words(left))
    named = ""
    for match in _amount().finditer(folded):
        named = counted_noun_at(folded, match.end()) or named
    return named


def _head_noun(left: str) -> str:
    """Return the counted noun that a number's own words begin with, unless it belongs to a name."""
    own = _own_words(left).lstrip(" -+")
    folded = fold(own)
    opening = _OPENING.match(folded)
    start = opening.end() if opening else 0
    noun = counted_noun_at(folded, start)
    if " " not in noun and noun not in lexicon.words("units", "count.heads"):
        return ""
    behind = own[start + len(noun) :].lstrip()
    return "" if behind[:1].isupper() else noun


@cache
def _amount() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_]){lexicon.any_of('phrases', 'words.amount_nouns')} +")


@cache
def _hurt() -> re.Pattern[str]:
    """What happened to people, right before how many they were."""
    states = lexicon.any_of("phrases", "casualties.states")
    return re.compile(rf"(?<![^\W_]){states}(?: +(?:là|có|thêm))* *$")


def _person() -> str:
    return lexicon.words("units", "count.person")[0]


def _whole(scale: str, neighbours: Sequence[str]) -> str:
    """Return a bare scale word with what its neighbours measure: "985 tỷ" beside "tỷ đồng" is in đồng."""
    parted = [unit.partition(" ") for unit in neighbours if " " in unit]
    for first, _, rest in parted:
        if fold(first) == fold(scale):
            return f"{scale} {rest}"
    money = (rest for _, _, rest in parted if fold(rest) in lexicon.words("units", "money.names"))
    rest = next(money, "")
    return f"{scale} {rest}" if rest else scale
