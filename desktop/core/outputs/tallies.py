"""What a review came to, counted: figures by what was said of them, runs of digits, reviewers."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from desktop.core.figures import Origin, Verdict
from desktop.core.rereading import Mode, SecondReading
from desktop.core.sections import LedgerKind

_CLAIMED = (LedgerKind.FIGURE, LedgerKind.PART, LedgerKind.OPEN)


class Decision(NamedTuple):
    """What has been said of a figure, by whom and when; a tuple, because there may be 100,000."""

    figure_id: int
    verdict: Verdict
    origin: Origin
    reason: str
    decided_by: str
    decided_at: datetime | None
    is_hasty: bool


@dataclass(frozen=True, slots=True)
class FigureTally:
    """Figures by what became of them; all but `found` and `hasty` add up to `found`.

    `as_read` were verified as the machine had read them, `corrected` were read otherwise; `added` were
    verified without a reading of the machine. `dismissals` are the reasons with their numbers, the commonest
    first.
    """

    as_read: int = 0
    corrected: int = 0
    added: int = 0
    dismissed: int = 0
    doubtful: int = 0
    open: int = 0
    hasty: int = 0
    dismissals: tuple[tuple[str, int], ...] = ()

    @property
    def found(self) -> int:
        """Return how many figures there are."""
        return self.verified + self.dismissed + self.doubtful + self.open

    @property
    def verified(self) -> int:
        """Return how many may be handed on."""
        return self.as_read + self.corrected + self.added

    @classmethod
    def of(cls, decisions: Iterable[Decision]) -> "FigureTally":
        """Count figures."""
        verdicts: Counter[Verdict] = Counter()
        reasons: Counter[str] = Counter()
        added = hasty = 0
        for each in decisions:
            hasty += each.is_hasty
            if each.verdict.is_verified and each.origin is not Origin.MACHINE:
                added += 1
                continue
            verdicts[each.verdict] += 1
            if each.verdict is Verdict.DISMISSED:
                reasons[each.reason.partition(":")[0]] += 1
        return cls(
            as_read=verdicts[Verdict.ACCEPTED],
            corrected=verdicts[Verdict.CORRECTED],
            added=added,
            dismissed=verdicts[Verdict.DISMISSED],
            doubtful=verdicts[Verdict.DOUBTFUL],
            open=verdicts[Verdict.OPEN],
            hasty=hasty,
            dismissals=tuple(reasons.most_common()),
        )


@dataclass(frozen=True, slots=True)
class RunTally:
    """The runs of digits of a report: claimed by settled figures, set aside by reason, or still open."""

    claimed: int = 0
    aside: tuple[tuple[LedgerKind, int], ...] = ()
    open: int = 0

    @property
    def total(self) -> int:
        """Return how many runs there are."""
        return self.claimed + self.set_aside + self.open

    @property
    def set_aside(self) -> int:
        """Return how many were set aside."""
        return sum(number for _, number in self.aside)

    @classmethod
    def of(cls, number_by_kind: Mapping[LedgerKind, int], still_open: int) -> "RunTally":
        """Count runs; `still_open` of them, of whatever kind, are not accounted for."""
        claimed = sum(number_by_kind.get(kind, 0) for kind in _CLAIMED)
        aside = [(kind, number) for kind, number in number_by_kind.items() if kind not in _CLAIMED and number]
        return cls(claimed - still_open, tuple(sorted(aside, key=lambda pair: -pair[1])), still_open)


@dataclass(frozen=True, slots=True)
class Reviewer:
    """What one person decided, and from when to when; "" is somebody who gave no name."""

    who: str
    accepted: int
    corrected: int
    dismissed: int
    doubtful: int
    first_at: datetime | None
    last_at: datetime | None

    @property
    def total(self) -> int:
        """Return how many figures they decided."""
        return self.accepted + self.corrected + self.dismissed + self.doubtful


def reviewers(decisions: Iterable[Decision]) -> tuple[Reviewer, ...]:
    """Return who decided, those who decided most first."""
    by_person: defaultdict[str, list[Decision]] = defaultdict(list)
    for each in decisions:
        if each.verdict is not Verdict.OPEN:
            by_person[each.decided_by].append(each)
    found = [_reviewer(who, decided) for who, decided in by_person.items()]
    return tuple(sorted(found, key=lambda each: (-each.total, each.who)))


def _reviewer(who: str, decided: list[Decision]) -> Reviewer:
    verdicts = Counter(each.verdict for each in decided)
    times = [each.decided_at for each in decided if each.decided_at is not None]
    return Reviewer(
        who,
        verdicts[Verdict.ACCEPTED],
        verdicts[Verdict.CORRECTED],
        verdicts[Verdict.DISMISSED],
        verdicts[Verdict.DOUBTFUL],
        min(times, default=None),
        max(times, default=None),
    )


@dataclass(frozen=True, slots=True)
class SecondTally:
    """The second readings of a report: how many, how many typed unseen, and what came of them."""

    read: int = 0
    rekeyed: int = 0
    differing: int = 0
    unsettled: int = 0
    first_wrong: int = 0
    second_wrong: int = 0
    readers: tuple[str, ...] = ()

    @property
    def settled(self) -> int:
        """Return how many are settled: by those the error rates are told."""
        return self.read - self.unsettled

    @classmethod
    def of(cls, readings: Iterable[SecondReading]) -> "SecondTally":
        """Count second readings."""
        made = list(readings)
        sure = [each for each in made if not each.is_unsettled]
        return cls(
            read=len(made),
            rekeyed=sum(each.mode is Mode.REKEY for each in made),
            differing=sum(not each.is_agreed for each in made),
            unsettled=len(made) - len(sure),
            first_wrong=sum(each.first != each.holds for each in sure),
            second_wrong=sum(each.second != each.holds or each.tries > 1 for each in sure),
            readers=tuple(dict.fromkeys(each.who for each in made)),
        )
