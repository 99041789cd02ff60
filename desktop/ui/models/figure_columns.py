"""What is known of every figure without reading it: parallel columns, light for 100,000 of them. No Qt."""

from bisect import bisect_right
from collections.abc import Mapping
from itertools import chain

from desktop.core.figures import ReviewedFigure, Verdict
from desktop.core.reviews import FigureIndex, FigureLook

_LEAST = -1.0
_CERTAIN = 2.0


class FigureColumns:
    """The figures of one report by their position in reading order."""

    def __init__(self, index: FigureIndex | None = None) -> None:
        index = index or FigureIndex()
        self.ids = list(index.ids)
        self.verdicts = list(index.verdicts)
        self.section_ids = list(index.section_ids)
        self.reviewers = list(index.reviewers) or [""] * len(self.ids)
        self.confidence_if_uncertain = dict(index.uncertain)
        self.looks: dict[int, FigureLook] = {}
        self.finding_ids: frozenset[int] = frozenset()
        self.position_by_id: dict[int, int] = {}
        self.starts = list(index.starts)
        self._number()

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def ids_to_look_at(self) -> list[int]:
        """The figures that are open and of uncertain reading, or have a finding."""
        positions, verdicts = self.position_by_id, self.verdicts
        found = [each for each in self.finding_ids if each not in self.confidence_if_uncertain]
        return [
            figure_id
            for figure_id in chain(self.confidence_if_uncertain, found)
            if figure_id in positions and verdicts[positions[figure_id]] is Verdict.OPEN
        ]

    def is_to_look_at(self, position: int) -> bool:
        """Tell whether the figure is open and its reading uncertain, or a finding stands at it."""
        figure_id = self.ids[position]
        is_odd = figure_id in self.confidence_if_uncertain or figure_id in self.finding_ids
        return self.verdicts[position] is Verdict.OPEN and is_odd

    def certainty(self, figure_id: int) -> float:
        """Return by what the figures that need a look are ordered: findings first, then by confidence."""
        if figure_id in self.finding_ids:
            return _LEAST
        return self.confidence_if_uncertain.get(figure_id, _CERTAIN)

    def take_looks(self, looks: Mapping[int, FigureLook]) -> None:
        """Learn how the figures look, which is not known from the beginning."""
        self.looks = dict(looks)

    def take_state(self, figure: ReviewedFigure) -> None:
        """Note what has become of a figure."""
        position = self.position_by_id[figure.id]
        self.verdicts[position] = figure.verdict
        self.reviewers[position] = figure.decided_by
        if self.looks:
            self.looks[figure.id] = FigureLook.of(figure.effective)

    def is_elsewhere(self, figure: ReviewedFigure) -> bool:
        """Tell whether a figure stands at another place than is known here."""
        position = self.position_by_id[figure.id]
        known = self.starts[position], self.section_ids[position]
        return known != (figure.place.start, figure.section_id)

    def insert(self, figure: ReviewedFigure) -> None:
        """Add a figure at its place in reading order."""
        at = bisect_right(self.starts, figure.place.start)
        self.ids.insert(at, figure.id)
        self.verdicts.insert(at, figure.verdict)
        self.starts.insert(at, figure.place.start)
        self.section_ids.insert(at, figure.section_id)
        self.reviewers.insert(at, figure.decided_by)
        if figure.is_uncertain:
            self.confidence_if_uncertain[figure.id] = figure.confidence
        self._number()
        self.take_state(figure)

    def remove(self, figure_id: int) -> None:
        """Drop a figure."""
        at = self.position_by_id[figure_id]
        for column in (self.ids, self.verdicts, self.starts, self.section_ids, self.reviewers):
            del column[at]
        self.confidence_if_uncertain.pop(figure_id, None)
        self.looks.pop(figure_id, None)
        self._number()

    def neighbour_of(self, figure_id: int) -> int | None:
        """Return the figure before, else the one after, in reading order."""
        at = self.position_by_id.get(figure_id)
        if at is None or len(self.ids) < 2:
            return None
        return self.ids[at - 1 if at else 1]

    def _number(self) -> None:
        self.position_by_id = {figure_id: position for position, figure_id in enumerate(self.ids)}
