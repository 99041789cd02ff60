"""What a clerk's correction teaches for other figures: name, unit or kind put right alike."""

from dataclasses import dataclass, replace

from desktop.core.figures import Reading, ReviewedFigure


@dataclass(frozen=True, slots=True)
class Correction:
    """A machine's reading, and what the clerk said of the same number."""

    read: Reading
    said: Reading

    @property
    def is_of_words(self) -> bool:
        """Tell whether it puts name, unit, kind or base right, which other figures may share."""
        return _words(self.read) != _words(self.said)

    def applied_to(self, reading: Reading) -> Reading | None:
        """Return `reading` put right alike, None where the correction does not fit or changes nothing.

        A name is put right wherever it stands; a unit, where it stands at the same name; kind and base, where
        name, unit, kind and base are all the same.
        """
        read, said = self.read, self.said
        if not read.indicator or _spelled(reading.indicator) != _spelled(read.indicator):
            return None
        righted = replace(reading, indicator=said.indicator)
        if reading.unit == read.unit:
            righted = replace(righted, unit=said.unit)
            if (reading.kind, reading.base) == (read.kind, read.base):
                righted = replace(righted, kind=said.kind, base=said.base)
        return righted if righted != reading else None


@dataclass(frozen=True, slots=True)
class Proposal:
    """What an open figure would become, put right as another one was."""

    figure: ReviewedFigure
    reading: Reading


def correction_of(figure: ReviewedFigure) -> Correction | None:
    """Return what the clerk's reading of a figure teaches, None where there is nothing to learn."""
    if figure.said is None:
        return None
    correction = Correction(figure.read, figure.said)
    return correction if correction.is_of_words else None


def proposal_for(figure: ReviewedFigure, corrections: list[Correction]) -> Proposal | None:
    """Return what the first correction that fits makes of an open figure nobody has said anything of."""
    if figure.said is not None:
        return None
    righted = (correction.applied_to(figure.read) for correction in corrections)
    reading = next(filter(None, righted), None)
    return None if reading is None else Proposal(figure, reading)


def _words(reading: Reading) -> tuple[str, str, str, str]:
    return reading.indicator, reading.unit, reading.kind, reading.base


def _spelled(indicator: str) -> str:
    return " ".join(indicator.casefold().split())
