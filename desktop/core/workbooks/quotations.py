"""The words around a figure, as evidence: the sentence it stands in, or its row of a table."""

import re
from dataclasses import dataclass

REACH = 120
"""How many letters of the source are quoted at most on either side."""

_CELLS = " | "
_BREAK = re.compile(r"\n[^\S\n]*\n")
_SENTENCE_END = re.compile(r"[.!?…](?=\s+(\S))")


@dataclass(frozen=True, slots=True)
class Quotation:
    """What a report says around a number, on one line, and the number itself; the three parts join as is."""

    before: str
    number: str
    after: str

    def __str__(self) -> str:
        """Return the whole of it."""
        return self.before + self.number + self.after


def quotation(text: str, start: int, end: int) -> str:
    """Return what the report says around [start, end) on one line; "…" stands where a sentence is cut."""
    return str(quoted(text, start, end))


def quoted(text: str, start: int, end: int) -> Quotation:
    """Return what the report says around [start, end), and that stretch itself apart."""
    before, after = text[max(0, start - REACH) : start], text[end : end + REACH]
    if "\t" in before.rpartition("\n")[2] or "\t" in after.partition("\n")[0]:
        head, tail = _rest_of_row(before, after)
    else:
        head, tail = _rest_of_sentence(before, after)
    left = _from_a_word(head) if len(head) == REACH else head
    right = _to_a_word(tail) if len(tail) == REACH else tail
    return _joined(left, text[start:end], right)


def _joined(left: str, number: str, right: str) -> Quotation:
    """Return the three on one line, set apart where a space or the border of a cell sets them apart."""
    before, within, after = map(_on_one_line, (left, number, right))
    first = _between(left, number) if before and within else ""
    last = _between(number, right) if within and after else ""
    return Quotation(before + first, within, last + after)


def _between(left: str, right: str) -> str:
    gap = left[len(left.rstrip()) :] + right[: len(right) - len(right.lstrip())]
    return _CELLS if "\t" in gap else " " if gap else ""


def _rest_of_row(before: str, after: str) -> tuple[str, str]:
    return before.rpartition("\n")[2], after.partition("\n")[0]


def _rest_of_sentence(before: str, after: str) -> tuple[str, str]:
    head, tail = _BREAK.split(before)[-1], _BREAK.split(after)[0]
    return head[max(_sentence_ends(head), default=0) :], tail[: min(_sentence_ends(tail), default=None)]


def _sentence_ends(text: str) -> list[int]:
    return [match.end() for match in _SENTENCE_END.finditer(text) if match[1].isupper()]


def _from_a_word(head: str) -> str:
    return "…" + re.sub(r"\A\S*\s", "", head)


def _to_a_word(tail: str) -> str:
    return re.sub(r"\s\S*\Z", "", tail) + "…"


def _on_one_line(text: str) -> str:
    cells = (" ".join(cell.split()) for cell in text.split("\t"))
    return _CELLS.join(cell for cell in cells if cell)
