"""Lines of a page joined into paragraphs by where they stand: gaps, indentation, length, sentence ends."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from desktop.core.readers.lines import continues_sentence, ends_sentence, opens_item, starts_item
from desktop.core.readers.pdf_lines import Line

INDENT_IN_HEIGHTS = 0.5
GAP_OVER_USUAL = 1.35
SIZE_DIFFERENCE = 0.1
_CENTRED_TOLERANCE = 12.0


@dataclass(frozen=True, slots=True)
class Column:
    """The edges of a column of text and the usual distance from line to line."""

    left: float
    right: float
    step: float


def column_of(lines: Sequence[Line]) -> Column:
    """Return the column that the lines of a page stand in."""
    alone = [line for line in lines if line.is_alone] or list(lines)
    left = Counter(round(line.x0 / 2) * 2 for line in alone).most_common(1)[0][0]
    rights = sorted(line.x1 for line in alone)
    steps = sorted(
        below.y0 - line.y0 for line, below in pairwise(alone) if 0 < below.y0 - line.y0 < 3 * line.height
    )
    step = steps[len(steps) // 2] if steps else 1.2 * alone[0].height
    return Column(float(left), rights[int(len(rights) * 0.95)] if len(rights) > 1 else rights[0], step)


def goes_on(line: Line, following: Line, column: Column) -> bool:
    """Tell whether `following`, next below `line` on the page, belongs to the same paragraph."""
    if not (line.is_alone and following.is_alone) or _differ(line, following):
        return False
    if following.y0 - line.y0 > GAP_OVER_USUAL * max(column.step, line.height):
        return False
    if _is_centred(following, column) and abs(_offset(line, column)) <= _CENTRED_TOLERANCE:
        return not ends_sentence(line.text) and not starts_item(following.text)
    if not _is_full(line, following, column):
        return False
    return not _begins_paragraph(line, following, column)


def goes_on_overleaf(line: Line, following: Line, column: Column, column_overleaf: Column) -> bool:
    """Tell whether the first line of a page, `following`, continues the last one of the page before."""
    if not (line.is_alone and following.is_alone) or _differ(line, following):
        return False
    if ends_sentence(line.text) or starts_item(following.text) or not _is_full(line, following, column):
        return False
    is_indented = following.x0 > column_overleaf.left + INDENT_IN_HEIGHTS * following.height
    return continues_sentence(following.text) or not is_indented


def _differ(line: Line, following: Line) -> bool:
    """Tell whether the two lines are set too differently to be one paragraph."""
    if abs(line.height - following.height) > SIZE_DIFFERENCE * max(line.height, following.height):
        return True
    if line.is_bold == following.is_bold:
        return False
    return ends_sentence(line.text) or not continues_sentence(following.text)


def _is_full(line: Line, following: Line, column: Column) -> bool:
    """Tell whether the next word would not have fitted on `line`."""
    first = following.words[0].box
    space = 0.3 * line.height
    return line.x1 + space + (first.x1 - first.x0) > column.right


def _begins_paragraph(line: Line, following: Line, column: Column) -> bool:
    step = INDENT_IN_HEIGHTS * following.height
    is_indented = following.x0 > column.left + step
    is_closed = ends_sentence(line.text)
    if opens_item(following.text) or (is_closed and (is_indented or starts_item(following.text))):
        return True
    return is_indented and following.x0 > line.x0 + step


def _is_centred(line: Line, column: Column) -> bool:
    is_apart = min(line.x0 - column.left, column.right - line.x1) > 2 * line.height
    return is_apart and abs(_offset(line, column)) <= _CENTRED_TOLERANCE


def _offset(line: Line, column: Column) -> float:
    """Return how much more room `line` leaves at its right than at its left."""
    return (column.right - line.x1) - (line.x0 - column.left)
