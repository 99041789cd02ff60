"""Which figures of a report stand in the table and in which order: index arrays, fast for 100,000. No Qt."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence

from desktop.core.figures import ReviewedFigure, Verdict
from desktop.core.reviews import FigureIndex

_VERDICT_ORDER = {
    verdict: rank
    for rank, verdict in enumerate(
        (Verdict.OPEN, Verdict.DOUBTFUL, Verdict.CORRECTED, Verdict.ACCEPTED, Verdict.DISMISSED)
    )
}


class FigureRows:
    """The rows of a table of figures: positions in a report's index, filtered and sorted.

    A position is a figure's place in reading order; a row is where it stands in the table.
    """

    def __init__(self, index: FigureIndex | None = None) -> None:
        index = index or FigureIndex()
        self.ids = list(index.ids)
        self.verdicts = list(index.verdicts)
        self._starts = list(index.starts)
        self._section_ids = list(index.section_ids)
        self._confidence_if_uncertain = dict(index.uncertain)
        self._ids_to_look_at: set[int] = set()
        self._position_by_id: dict[int, int] = {}
        self._positions: Sequence[int] = ()
        self._row_by_position: dict[int, int] | None = None
        self._is_sorted_by_verdict = False
        self._only_open = False
        self._only_to_look_at = False
        self._section_filter: frozenset[int] | None = None
        self._number()
        for figure_id in self._confidence_if_uncertain:
            self._note_look(figure_id)

    def __len__(self) -> int:
        return len(self._positions)

    def id_at(self, row: int) -> int:
        """Return the figure in a row."""
        return self.ids[self._positions[row]]

    def ids_between(self, first: int, last: int) -> list[int]:
        """Return the figures of rows first to last, the last one left out."""
        return [self.ids[position] for position in self._positions[first:last]]

    @property
    def count_to_look_at(self) -> int:
        """How many figures of the whole report are open and their reading uncertain."""
        return len(self._ids_to_look_at)

    @property
    def is_to_look_at_only(self) -> bool:
        """Tell whether only figures that need a look are let through."""
        return self._only_to_look_at

    def is_known(self, figure_id: int) -> bool:
        """Tell whether the figure is one of this report, shown or not."""
        return figure_id in self._position_by_id

    def position_of(self, figure_id: int) -> int:
        """Return a figure's place in reading order, from 0; it must be one of this report."""
        return self._position_by_id[figure_id]

    def row_of(self, figure_id: int | None) -> int | None:
        """Return the row a figure stands in, None where it is filtered out or unknown."""
        position = None if figure_id is None else self._position_by_id.get(figure_id)
        return None if position is None else self._row_of_position(position)

    def counts(self) -> Counter[Verdict]:
        """Return how many figures of the whole report have each verdict."""
        return Counter(self.verdicts)

    def first_in(self, section_ids: frozenset[int]) -> int | None:
        """Return the first figure of these sections that is open, else the first one, shown or not.

        Among figures that need a look, the first one of those is preferred.
        """
        found = [at for at, section_id in enumerate(self._section_ids) if section_id in section_ids]
        if self._only_to_look_at:
            preferred = (at for at in found if self.ids[at] in self._ids_to_look_at)
        else:
            preferred = (at for at in found if self.verdicts[at] is Verdict.OPEN)
        first = next(preferred, found[0] if found else None)
        return None if first is None else self.ids[first]

    def first_with(self, verdict: Verdict) -> int | None:
        """Return the first figure of the whole report that has the verdict, shown or not."""
        return next((each for each, its in zip(self.ids, self.verdicts, strict=True) if its is verdict), None)

    def insert(self, figure: ReviewedFigure) -> None:
        """Add a figure at its place in reading order; the rows have to be arranged anew."""
        at = bisect_right(self._starts, figure.place.start)
        self.ids.insert(at, figure.id)
        self.verdicts.insert(at, figure.verdict)
        self._starts.insert(at, figure.place.start)
        self._section_ids.insert(at, figure.section_id)
        self._number()
        if figure.is_uncertain:
            self._confidence_if_uncertain[figure.id] = figure.confidence
            self._note_look(figure.id)

    def remove(self, figure_id: int) -> None:
        """Drop a figure; the rows have to be arranged anew."""
        at = self._position_by_id[figure_id]
        for column in (self.ids, self.verdicts, self._starts, self._section_ids):
            del column[at]
        self._confidence_if_uncertain.pop(figure_id, None)
        self._ids_to_look_at.discard(figure_id)
        self._number()

    def neighbour_of(self, figure_id: int) -> int | None:
        """Return the figure before, else the one after, in reading order."""
        at = self._position_by_id.get(figure_id)
        if at is None or len(self.ids) < 2:
            return None
        return self.ids[at - 1 if at else 1]

    def arrange(
        self,
        *,
        only_open: bool,
        section_ids: frozenset[int] | None,
        by_verdict: bool,
        only_to_look_at: bool = False,
    ) -> None:
        """Filter to open figures or to sections, and sort by verdict or in reading order.

        With `only_to_look_at` the open figures of uncertain reading stand there, the least certain one first.
        """
        self._only_open, self._section_filter = only_open, section_ids
        self._only_to_look_at = only_to_look_at
        self._is_sorted_by_verdict = by_verdict
        self._positions = self._arranged()
        self._row_by_position = None

    def set_verdict(self, figure_id: int, verdict: Verdict) -> None:
        """Note a figure's verdict; its row stays until the rows are arranged anew."""
        if (position := self._position_by_id.get(figure_id)) is not None:
            self.verdicts[position] = verdict
            self._note_look(figure_id)

    def next_open(self, figure_id: int | None, step: int, verdict: Verdict = Verdict.OPEN) -> int | None:
        """Return the open figure that follows in the table (step 1) or precedes (-1), round its end.

        `verdict` asks for figures of another verdict in its place.

        A figure that stands in no row is looked for from its place in reading order.
        """
        count = len(self._positions)
        start = self._row_near(figure_id, step)
        for offset in range(count):
            position = self._positions[(start + step * offset) % count]
            if self.verdicts[position] is verdict and self.ids[position] != figure_id:
                return self.ids[position]
        return None

    def _number(self) -> None:
        self._position_by_id = {figure_id: position for position, figure_id in enumerate(self.ids)}
        self._positions = range(len(self.ids))
        self._row_by_position = None

    def _note_look(self, figure_id: int) -> None:
        """Note whether a figure needs a look, which an accepted one does no more."""
        if figure_id not in self._confidence_if_uncertain:
            return
        if self.verdicts[self._position_by_id[figure_id]] is Verdict.OPEN:
            self._ids_to_look_at.add(figure_id)
        else:
            self._ids_to_look_at.discard(figure_id)

    def _row_near(self, figure_id: int | None, step: int) -> int:
        position = None if figure_id is None else self._position_by_id.get(figure_id)
        if position is None:
            return 0 if step > 0 else -1
        row = self._row_of_position(position)
        if row is not None:
            return row + step
        is_in_reading_order = not (self._is_sorted_by_verdict or self._only_to_look_at)
        following = bisect_left(self._positions, position) if is_in_reading_order else 0
        return following if step > 0 else following - 1

    def _row_of_position(self, position: int) -> int | None:
        if isinstance(self._positions, range):
            return position
        if self._row_by_position is None:
            self._row_by_position = {at: row for row, at in enumerate(self._positions)}
        return self._row_by_position.get(position)

    def _arranged(self) -> Sequence[int]:
        positions: Iterable[int] = range(len(self.ids))
        if self._only_to_look_at:
            positions = self._least_certain_first()
        elif self._only_open:
            verdicts = self.verdicts
            positions = [at for at in positions if verdicts[at] is Verdict.OPEN]
        if self._section_filter is not None:
            wanted, section_ids = self._section_filter, self._section_ids
            positions = [at for at in positions if section_ids[at] in wanted]
        if self._is_sorted_by_verdict and not self._only_to_look_at:
            return sorted(positions, key=lambda at: _VERDICT_ORDER[self.verdicts[at]])
        return positions if isinstance(positions, range) else list(positions)

    def _least_certain_first(self) -> list[int]:
        confidence, ids = self._confidence_if_uncertain, self.ids
        found = (self._position_by_id[figure_id] for figure_id in self._ids_to_look_at)
        return sorted(found, key=lambda at: (confidence[ids[at]], at))
