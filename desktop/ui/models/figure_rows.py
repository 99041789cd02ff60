"""Which figures of a report stand in the table and in which order: index arrays, fast for 100,000. No Qt."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Sequence

from desktop.core.figures import ReviewedFigure, Verdict
from desktop.ui.models.figure_columns import FigureColumns
from desktop.ui.models.figure_filter import FigureFilter, Shown, counts_in
from desktop.ui.models.figure_order import Order, ordered


class FigureRows:
    """The rows of a table of figures: positions in a report's columns, filtered and ordered.

    A position is a figure's place in reading order; a row is where it stands in the table.
    """

    def __init__(self, columns: FigureColumns | None = None) -> None:
        self.columns = columns or FigureColumns()
        self.filter = FigureFilter()
        self.order = Order.TEXT
        self._scope: Sequence[int] = ()
        self._scope_set: Collection[int] = ()
        self._counts: dict[Shown, int] = {}
        self._positions: Sequence[int] = ()
        self._row_by_position: dict[int, int] | None = None
        self.arrange(self.filter, self.order)

    def __len__(self) -> int:
        return len(self._positions)

    def id_at(self, row: int) -> int:
        """Return the figure in a row."""
        return self.columns.ids[self._positions[row]]

    def ids_between(self, first: int, last: int) -> list[int]:
        """Return the figures of rows first to last, the last one left out."""
        ids = self.columns.ids
        return [ids[position] for position in self._positions[first:last]]

    @property
    def ids(self) -> Sequence[int]:
        """The figures of the whole report in reading order, shown or not."""
        return self.columns.ids

    @property
    def counts(self) -> dict[Shown, int]:
        """How many figures each choice by state lets through, beside whatever else filters."""
        return dict(self._counts)

    def is_known(self, figure_id: int) -> bool:
        """Tell whether the figure is one of this report, shown or not."""
        return figure_id in self.columns.position_by_id

    def position_of(self, figure_id: int) -> int:
        """Return a figure's place in reading order, from 0; it must be one of this report."""
        return self.columns.position_by_id[figure_id]

    def row_of(self, figure_id: int | None) -> int | None:
        """Return the row a figure stands in, None where it is filtered out or unknown."""
        position = None if figure_id is None else self.columns.position_by_id.get(figure_id)
        return None if position is None else self._row_of_position(position)

    def first_in(self, section_ids: frozenset[int]) -> int | None:
        """Return the first figure of these sections that is open, else the first one, shown or not.

        Among figures that need a look, the first one of those is preferred.
        """
        columns = self.columns
        around = columns.section_ids
        found = [at for at in range(len(columns)) if around[at] in section_ids]
        shown = Shown.TO_LOOK_AT if self.filter.shown is Shown.TO_LOOK_AT else Shown.OPEN
        preferred = (at for at in found if shown.lets_through(columns, at))
        first = next(preferred, found[0] if found else None)
        return None if first is None else columns.ids[first]

    def first_with(self, verdict: Verdict) -> int | None:
        """Return the first figure of the whole report that has the verdict, shown or not."""
        pairs = zip(self.columns.ids, self.columns.verdicts, strict=True)
        return next((each for each, its in pairs if its is verdict), None)

    def arrange(self, figure_filter: FigureFilter, order: Order) -> None:
        """Let through what the filter does, and put it in order.

        Figures that need a look stand least certain first where the order is that of the text or by state.
        """
        self.filter, self.order = figure_filter, order
        self._scope = figure_filter.scope(self.columns)
        self._scope_set = self._scope if isinstance(self._scope, range) else frozenset(self._scope)
        self._counts = counts_in(self.columns, self._scope)
        let_through = figure_filter.let_through(self.columns, self._scope)
        self._positions = ordered(self.columns, let_through, self._order_of_rows())
        self._row_by_position = None

    def recount(self) -> None:
        """Count anew what each choice by state lets through."""
        self._counts = counts_in(self.columns, self._scope)

    def take_state(self, figure: ReviewedFigure) -> None:
        """Note what has become of a figure; its row stays until the rows are arranged anew."""
        position = self.columns.position_by_id.get(figure.id)
        if position is None:
            return
        self._count(position, -1)
        self.columns.take_state(figure)
        self._count(position, 1)

    def next_open(self, figure_id: int | None, step: int, verdict: Verdict = Verdict.OPEN) -> int | None:
        """Return the open figure that follows in the table (step 1) or precedes (-1), round its end.

        `verdict` asks for figures of another verdict in its place.

        A figure that stands in no row is looked for from its place in reading order.
        """
        ids, verdicts = self.columns.ids, self.columns.verdicts
        count = len(self._positions)
        start = self._row_near(figure_id, step)
        for offset in range(count):
            position = self._positions[(start + step * offset) % count]
            if verdicts[position] is verdict and ids[position] != figure_id:
                return ids[position]
        return None

    def ids_through(self, figure_filter: FigureFilter) -> frozenset[int]:
        """Return the figures that a filter lets through."""
        ids = self.columns.ids
        return frozenset(ids[at] for at in self._let_through(figure_filter))

    def section_counts(self, figure_filter: FigureFilter) -> Counter[int | None]:
        """Return how many figures of each section, children not included, a filter lets through."""
        around = self.columns.section_ids
        return Counter(around[at] for at in self._let_through(figure_filter))

    def reviewer_counts(self, figure_filter: FigureFilter) -> Counter[str]:
        """Return how many figures that a filter lets through each reviewer has decided on."""
        reviewers = self.columns.reviewers
        found = Counter(reviewers[at] for at in self._let_through(figure_filter))
        del found[""]
        return found

    def _let_through(self, figure_filter: FigureFilter) -> Sequence[int]:
        return figure_filter.let_through(self.columns, figure_filter.scope(self.columns))

    def _count(self, position: int, step: int) -> None:
        if position not in self._scope_set:
            return
        for shown in Shown:
            if shown is not Shown.ALL and shown.lets_through(self.columns, position):
                self._counts[shown] += step

    def _order_of_rows(self) -> Order:
        is_least_certain_first = self.filter.shown is Shown.TO_LOOK_AT and self.order is not Order.SIMILAR
        return Order.ATTENTION if is_least_certain_first else self.order

    def _row_near(self, figure_id: int | None, step: int) -> int:
        position = None if figure_id is None else self.columns.position_by_id.get(figure_id)
        if position is None:
            return 0 if step > 0 else -1
        row = self._row_of_position(position)
        if row is not None:
            return row + step
        is_in_reading_order = self._order_of_rows() is Order.TEXT
        following = bisect_left(self._positions, position) if is_in_reading_order else 0
        return following if step > 0 else following - 1

    def _row_of_position(self, position: int) -> int | None:
        if isinstance(self._positions, range):
            return position
        if self._row_by_position is None:
            self._row_by_position = {at: row for row, at in enumerate(self._positions)}
        return self._row_by_position.get(position)
