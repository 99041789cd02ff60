"""The old fonts of one cell: that of the cell, and those of the runs of letters within it."""

from dataclasses import dataclass

from desktop.core.lettering.fonts import FontLetters, FontSpan


@dataclass(frozen=True, slots=True)
class RunStart:
    """From `start` on, in UTF-16 units, the text is in a font of these letters; None for a new font."""

    start: int
    letters: FontLetters | None


@dataclass(frozen=True, slots=True)
class CellFonts:
    """The font of a cell, for the letters before its first run, and its runs in order."""

    letters: FontLetters | None
    runs: tuple[RunStart, ...] = ()

    @property
    def is_old(self) -> bool:
        """Tell whether any of it is an old font."""
        return self.letters is not None or any(run.letters is not None for run in self.runs)

    def spans(self, text: str) -> list[FontSpan]:
        """Return the stretches of `text`, the cell's, that are in old fonts."""
        starts = [RunStart(0, self.letters), *self.runs]
        ends = [*(run.start for run in self.runs), len(text)]
        return [
            FontSpan(run.start, end, run.letters)
            for run, end in zip(starts, (min(end, len(text)) for end in ends), strict=True)
            if run.letters is not None and run.start < end
        ]
