"""Verified figures by tag and indicator across periods: the shape of "Theo nhãn" and of the charts."""

from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from desktop.core.extraction.tables.periods import parse
from desktop.core.figures import Base, Kind, Reading, ReviewedFigure, Verdict
from desktop.core.tags import TagTree
from desktop.core.workbooks.additive import small
from desktop.core.workbooks.content import WorkbookContent

_UNTAGGED: tuple[str | None, ...] = (None,)
_TOLD_AGAIN = -1
_COLUMNS = ("figure", "group", "period", "value")
"""A row a figure under a tag: numbers stand for figure, group (tag and subject), period and value."""

_Keys = tuple[str | None, ...]
_Subject = tuple[str, str, str, Kind, Base]
_Group = tuple[str | None, str, str, str, Kind, Base]


@dataclass(frozen=True, slots=True)
class PivotFigure:
    """What the pivot and the charts tell of a figure: those of all reports are in memory at a time."""

    id: int
    report_id: int
    section_id: int | None
    start: int
    written: str
    verdict: Verdict
    effective: Reading

    @classmethod
    def of(cls, figure: ReviewedFigure, known: dict[str, str]) -> "PivotFigure":
        """Return what is told of `figure`; `known` are the words of others, which it shares."""
        said = figure.effective
        unit, indicator, period, written = (
            known.setdefault(word, word) for word in (said.unit, said.indicator, said.period, figure.written)
        )
        reading = Reading(said.value, unit, said.kind, said.base, indicator, said.qualifier, period)
        start, verdict = figure.place.start, figure.verdict
        return cls(figure.id, figure.report_id, figure.section_id, start, written, verdict, reading)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many figures there are, and how many of them were accepted as read and how many corrected."""

    figures: int = 0
    accepted: int = 0
    corrected: int = 0

    @classmethod
    def of(cls, verdicts: Counter[Verdict]) -> "Tally":
        """Return the tally of verdicts."""
        return cls(verdicts.total(), verdicts[Verdict.ACCEPTED], verdicts[Verdict.CORRECTED])


@dataclass(frozen=True, slots=True)
class Subject:
    """An indicator of one unit, kind, base and issuer: its figures in reading order, and by period in `rows`.

    A row has a figure a period at most; where a period has several values there are several rows. A value
    that is told again is in none of them.
    """

    issuer: str
    figures: tuple[PivotFigure, ...]
    rows: tuple[Mapping[str, PivotFigure], ...]

    @property
    def reading(self) -> Reading:
        """Return a reading that tells indicator, unit, kind and base."""
        return self.figures[0].effective

    @property
    def tally(self) -> Tally:
        """Return the tally of its figures."""
        return Tally.of(Counter(figure.verdict for figure in self.figures))


@dataclass(frozen=True, slots=True)
class Pivot:
    """The subjects under each tag, None for those without any, and the tally of each tag with all below it.

    A figure with several tags is under each, but not under those above them.
    """

    subjects: Mapping[str | None, Sequence[Subject]]
    tallies: Mapping[str | None, Tally]
    figures_by_period: Mapping[str, int]

    def periods(self, most: int) -> list[str]:
        """Return the periods with the most figures in the order of time, what is of no known period last."""
        chosen = sorted(self.figures_by_period, key=lambda period: -self.figures_by_period[period])[:most]
        return sorted(chosen, key=_in_time)


def pivot(content: WorkbookContent) -> Pivot:
    """Return the figures of all reports by tag and subject."""
    import pandas as pd

    figures: list[PivotFigure] = []
    known: dict[str, str] = {}
    columns = {name: array("q") for name in _COLUMNS}
    groups: dict[_Group, int] = {}
    codes: dict[object, int] = {}
    verdicts: dict[str | None, Counter[Verdict]] = {}
    above = _Above(content.tags)
    for figure, issuer, tags in _tagged(content):
        subject, reading = _subject(figure, issuer), figure.effective
        said = [codes.setdefault(key, len(codes)) for key in (reading.period, reading.value)]
        for key in above.counting(tags):
            verdicts.setdefault(key, Counter())[figure.verdict] += 1
        for key in above.listing(tags):
            group = groups.setdefault((key, *subject), len(groups))
            for name, number in zip(_COLUMNS, (len(figures), group, *said), strict=True):
                columns[name].append(number)
        figures.append(PivotFigure.of(figure, known))
    frame = pd.DataFrame(columns, dtype="int64")
    is_again = frame.duplicated(["group", "period", "value"])
    turn = frame[~is_again].groupby(["group", "period"]).cumcount()
    turns = turn.reindex(frame.index, fill_value=_TOLD_AGAIN).tolist()
    places_by_group = frame.groupby("group", sort=False).indices
    subjects: dict[str | None, list[Subject]] = {}
    for (tag, issuer, *_), number in groups.items():
        held = [(figures[columns["figure"][at]], turns[at]) for at in places_by_group[number]]
        told = Subject(issuer, tuple(figure for figure, _ in held), _rows(held))
        subjects.setdefault(tag, []).append(told)
    return Pivot(
        subjects,
        {key: Tally.of(counted) for key, counted in verdicts.items()},
        Counter(figure.effective.period for figure in figures),
    )


def _subject(figure: ReviewedFigure, issuer: str) -> _Subject:
    """Return what figures of one subject share; one without an indicator is alone in its own."""
    reading = figure.effective
    indicator = small(reading.indicator) or str(figure.id)
    return issuer, indicator, small(reading.unit), reading.kind, reading.base


def _rows(held: Sequence[tuple[PivotFigure, int]]) -> tuple[dict[str, PivotFigure], ...]:
    rows: tuple[dict[str, PivotFigure], ...] = tuple({} for _ in range(max(turn for _, turn in held) + 1))
    for figure, turn in held:
        if turn != _TOLD_AGAIN:
            rows[turn][figure.effective.period] = figure
    return rows


def _tagged(content: WorkbookContent) -> Iterator[tuple[ReviewedFigure, str, tuple[str, ...]]]:
    """Yield every figure with who issued its report and the tags in force for it."""
    for report in content.reports:
        force, issuer = report.tags_in_force(), report.summary.issued_by
        for figure in report.figures:
            yield figure, issuer, force.of_figure(figure.section_id, figure.place.start)


class _Above:
    """Tells of tags in force under which of them figures are listed, and for which they are counted."""

    def __init__(self, tree: TagTree) -> None:
        self._tree = tree
        self._found: dict[tuple[str, ...], tuple[_Keys, _Keys]] = {}

    def listing(self, tags: tuple[str, ...]) -> _Keys:
        """Return the tags that are above none of the others; None stands for no tag."""
        return self._both(tags)[0]

    def counting(self, tags: tuple[str, ...]) -> _Keys:
        """Return the tags and all above them; None stands for no tag."""
        return self._both(tags)[1]

    def _both(self, tags: tuple[str, ...]) -> tuple[_Keys, _Keys]:
        if tags not in self._found:
            known = [key for key in tags if self._tree.get(key) is not None]
            higher = {tag.key for key in known for tag in self._tree.above(key)}
            listed: _Keys = tuple(key for key in known if key not in higher)
            self._found[tags] = (listed or _UNTAGGED, tuple({*known, *higher}) or _UNTAGGED)
        return self._found[tags]


def _in_time(period: str) -> tuple[bool, int, int, int]:
    """Return what periods are ordered by: the last month of each, the shorter before the longer."""
    known = parse(period)
    if known is None or known.year is None:
        year = int(period[:4]) if period[:4].isdigit() else 0
        return not period, year, 13, 0
    return False, known.year, known.last, known.last - known.first
