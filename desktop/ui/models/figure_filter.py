"""Which figures are let through: by state, section, tag, reviewer and words, all of them together. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from desktop.core.figures import Verdict
from desktop.ui.models.figure_columns import FigureColumns


class Shown(StrEnum):
    """The choices by state, in the order of their tabs."""

    ALL = "all"
    OPEN = "open"
    TO_LOOK_AT = "to_look_at"
    DOUBTFUL = "doubtful"
    CORRECTED = "corrected"
    DISMISSED = "dismissed"

    def lets_through(self, columns: FigureColumns, position: int) -> bool:
        """Tell whether the figure is one of these."""
        if self is Shown.ALL:
            return True
        if self is Shown.TO_LOOK_AT:
            return columns.is_to_look_at(position)
        return columns.verdicts[position] is _VERDICTS[self]


_VERDICTS = {
    Shown.OPEN: Verdict.OPEN,
    Shown.DOUBTFUL: Verdict.DOUBTFUL,
    Shown.CORRECTED: Verdict.CORRECTED,
    Shown.DISMISSED: Verdict.DISMISSED,
}


@dataclass(frozen=True, slots=True)
class FigureFilter:
    """What is let through; None lets everything through.

    `section_ids` are of a section and those below it, `tagged_ids` the figures that a tag is in force for;
    `reviewer` is who decided; `found_ids` are the figures that a search found;
    `has_finding` asks for those at which an open finding stands.
    """

    shown: Shown = Shown.ALL
    section_ids: frozenset[int] | None = None
    tagged_ids: frozenset[int] | None = None
    reviewer: str | None = None
    found_ids: frozenset[int] | None = None
    has_finding: bool = False

    @property
    def depends_on_findings(self) -> bool:
        """Tell whether another figure with a finding would change what is let through."""
        return self.has_finding or self.shown is Shown.TO_LOOK_AT

    @property
    def is_narrow(self) -> bool:
        """Tell whether anything is held back."""
        return self != FigureFilter()

    def scope(self, columns: FigureColumns) -> Sequence[int]:
        """Return the positions let through in reading order, whatever the state of their figures."""
        positions: Sequence[int] = range(len(columns))
        wanted_ids = columns.finding_ids if self.has_finding else None
        if chosen := [ids for ids in (self.found_ids, self.tagged_ids, wanted_ids) if ids is not None]:
            by_id = columns.position_by_id
            positions = sorted(by_id[each] for each in frozenset.intersection(*chosen) if each in by_id)
        if self.section_ids is not None:
            around, section_ids = columns.section_ids, self.section_ids
            positions = [at for at in positions if around[at] in section_ids]
        if self.reviewer is not None:
            reviewers, wanted = columns.reviewers, self.reviewer
            positions = [at for at in positions if reviewers[at] == wanted]
        return positions

    def let_through(self, columns: FigureColumns, scope: Sequence[int]) -> Sequence[int]:
        """Return those of `scope` whose figures are in the state chosen."""
        if self.shown is Shown.ALL:
            return scope
        if self.shown is Shown.TO_LOOK_AT:
            uncertain = columns.ids_to_look_at
            if isinstance(scope, range):
                return sorted(columns.position_by_id[each] for each in uncertain)
            wanted = {columns.position_by_id[each] for each in uncertain}
            return [at for at in scope if at in wanted]
        verdicts, verdict = columns.verdicts, _VERDICTS[self.shown]
        return [at for at in scope if verdicts[at] is verdict]


def counts_in(columns: FigureColumns, scope: Sequence[int]) -> dict[Shown, int]:
    """Return how many figures of `scope` each state would let through."""
    is_all = isinstance(scope, range)
    verdicts = columns.verdicts if is_all else [columns.verdicts[at] for at in scope]
    counts = {shown: verdicts.count(verdict) for shown, verdict in _VERDICTS.items()}
    to_look_at = FigureFilter(shown=Shown.TO_LOOK_AT).let_through(columns, scope)
    return {Shown.ALL: len(scope), Shown.TO_LOOK_AT: len(to_look_at), **counts}
