"""Which figures of a report wait for a second reading, for whom, and which differences are unsettled."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from desktop.core.figures import Reading, Verdict
from desktop.core.rereading import Mode, SecondReading, SecondRule
from desktop.core.rereading_draw import drawn


@dataclass(frozen=True, slots=True)
class SeededRule:
    """A rule with the seed of its draw."""

    rule: SecondRule
    seed: str


@dataclass(frozen=True, slots=True)
class FigureStanding:
    """What decides whether a figure is read again; `tags` are all that are in force for it."""

    id: int
    verdict: Verdict
    decided_by: str
    tags: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Due:
    """A figure that waits for a second reading by anybody but `first_by`."""

    figure_id: int
    mode: Mode
    first_by: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How far the second reading of a report is.

    `due` is in the order of the report; `differences` wait to be settled; `barred` are those who verified a
    figure of which a rule says that another person has to sign: none of them may.
    """

    due: tuple[Due, ...] = ()
    differences: tuple[SecondReading, ...] = ()
    barred: frozenset[str] = frozenset()

    def due_for(self, who: str) -> tuple[Due, ...]:
        """Return what `who` may read: the figures that somebody else has verified."""
        return tuple(each for each in self.due if each.first_by != who)


def wanted_modes(rules: Iterable[SeededRule], figures: Sequence[FigureStanding]) -> dict[int, Mode]:
    """Return how figures are to be read again once they are verified, by id; the others are left out.

    The draw is made among all figures that are not dismissed, whether verified yet or not: it does not move
    while the report is gone through.
    """
    modes: dict[int, Mode] = {}
    for seeded in rules:
        ids = _in_scope(seeded.rule, figures)
        if seeded.rule.is_reviewed:
            modes = dict.fromkeys(ids, Mode.REVIEW) | modes
        if seeded.rule.is_rekeyed:
            modes |= dict.fromkeys(drawn(seeded.seed, ids, seeded.rule.share), Mode.REKEY)
    return modes


def standing(
    rules: Sequence[SeededRule],
    figures: Sequence[FigureStanding],
    readings: Iterable[SecondReading],
    reading_by_id: Mapping[int, Reading],
) -> Standing:
    """Return how far the second reading is; `reading_by_id` has what holds of figures with `readings`.

    A reading of what a figure does not say any more counts for nothing.
    """
    decided_by = {each.id: each.decided_by for each in figures if each.verdict.is_verified}
    current = [
        each
        for each in readings
        if each.figure_id in decided_by and each.holds == reading_by_id.get(each.figure_id)
    ]
    modes = wanted_modes(rules, figures)
    done = {(each.figure_id, each.mode) for each in current if _is_by_another(each, decided_by)}
    due = tuple(
        Due(figure.id, modes[figure.id], figure.decided_by)
        for figure in figures
        if figure.id in decided_by and figure.id in modes and not _is_done(figure.id, modes[figure.id], done)
    )
    return Standing(
        due,
        tuple(each for each in current if each.is_unsettled),
        _barred(rules, figures, decided_by),
    )


def _barred(
    rules: Iterable[SeededRule], figures: Sequence[FigureStanding], decided_by: Mapping[int, str]
) -> frozenset[str]:
    """Return who may not sign: of a field's rule those alone who verified figures of that field."""
    strict = (each.rule for each in rules if each.rule.has_other_signer)
    ids = {figure_id for rule in strict for figure_id in _in_scope(rule, figures)}
    return frozenset(who for figure_id, who in decided_by.items() if figure_id in ids)


def _in_scope(rule: SecondRule, figures: Iterable[FigureStanding]) -> list[int]:
    """Return the figures a rule holds for, those that are dismissed left out."""
    tag = rule.scope.tag
    return [
        each.id for each in figures if each.verdict is not Verdict.DISMISSED and (not tag or tag in each.tags)
    ]


def _is_by_another(reading: SecondReading, decided_by: Mapping[int, str]) -> bool:
    """Tell whether two persons stand behind the figure; who settles a difference may be one of them."""
    return reading.settled is not None or reading.who != decided_by[reading.figure_id]


def _is_done(figure_id: int, mode: Mode, done: set[tuple[int, Mode]]) -> bool:
    """Tell whether a figure was read as wanted; a blind reading does for a review too."""
    return (figure_id, mode) in done or (figure_id, Mode.REKEY) in done
