"""What was made of a file's letters as fields of a frame."""

from collections.abc import Mapping
from typing import Any

from desktop.core.lettering.encoding import Encoding
from desktop.core.lettering.lettering import Lettering, Sample


def fields_of(lettering: Lettering) -> dict[str, Any]:
    """Return `lettering` as values that JSON has."""
    return {
        "chosen": lettering.chosen,
        "by_font": list(lettering.by_font),
        "by_content": list(lettering.by_content),
        "is_sure": lettering.is_sure,
        "samples": [[sample.encoding, list(sample.lines)] for sample in lettering.samples],
    }


def lettering_of(fields: Mapping[str, Any]) -> Lettering:
    """Return what `fields_of` was given; raise LookupError, TypeError or ValueError where they are none."""
    chosen = fields["chosen"]
    return Lettering(
        chosen=None if chosen is None else Encoding(chosen),
        by_font=tuple(map(Encoding, fields["by_font"])),
        by_content=tuple(map(Encoding, fields["by_content"])),
        is_sure=bool(fields["is_sure"]),
        samples=tuple(Sample(Encoding(name), tuple(map(str, lines))) for name, lines in fields["samples"]),
    )
