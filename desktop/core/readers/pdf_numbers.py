"""What stands for a number in a table: digits as reports group them, or a mark that there is none."""

import re

from desktop.core.readers.pdf_lines import Line

_NUMBER = re.compile(r"[-–+(]?(?:[0-9]{1,3}(?: [0-9]{3})+|[0-9]+)(?:[.,][0-9]+)*%?\)?$|[-–…x]$|\.{2,}$")

_YEAR = re.compile(r"(?:19|20)[0-9]{2}$")


def is_number(text: str) -> bool:
    """Tell whether `text` is one number or one mark."""
    return _NUMBER.match(text) is not None


def are_numbers(segment: Line) -> bool:
    """Tell whether a segment is numbers and nothing else."""
    return all(is_number(word.text) for word in segment.words)


def is_year(text: str) -> bool:
    """Tell whether `text` is what a year is written as, though it may be a count."""
    return _YEAR.match(text) is not None
