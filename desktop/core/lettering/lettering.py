"""How the letters of a file were read: what is told of it, asked about it, and kept with it."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.core.lettering.encoding import Encoding


@dataclass(frozen=True, slots=True)
class Sample:
    """Lines of a file as they look when they are read in `encoding`."""

    encoding: Encoding
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lettering:
    """The encodings a file was read in.

    `chosen` is what the user said, None where nobody was asked; `by_font` and `by_content` are the old
    encodings that were recognised. Where `is_sure` is false the letters in doubt were left as they are, and
    `samples` shows the readings there are to choose from, that one last.
    """

    chosen: Encoding | None = None
    by_font: tuple[Encoding, ...] = ()
    by_content: tuple[Encoding, ...] = ()
    is_sure: bool = True
    samples: tuple[Sample, ...] = ()

    @property
    def encodings(self) -> tuple[Encoding, ...]:
        """Return the old encodings that were read, each once."""
        return tuple(dict.fromkeys((*self.by_font, *self.by_content)))


MODERN = Lettering()
"""A file in which there was nothing but Unicode."""


def joined(parts: Iterable[Lettering]) -> Lettering:
    """Return what the parts of one file, each read by itself, tell of it; the first in doubt is shown."""
    seen = list(parts)
    doubtful = next((part for part in seen if not part.is_sure), MODERN)
    return Lettering(
        chosen=seen[0].chosen if seen else None,
        by_font=tuple(dict.fromkeys(each for part in seen for each in part.by_font)),
        by_content=tuple(dict.fromkeys(each for part in seen for each in part.by_content)),
        is_sure=doubtful.is_sure,
        samples=doubtful.samples,
    )
