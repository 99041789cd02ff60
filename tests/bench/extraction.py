"""How long extraction takes: against one bare scan for numbers, and ten times a text against the text."""

import re
from collections.abc import Iterator

import resources
from desktop.core.documents import Document
from desktop.core.extraction.extracting import extract
from desktop.core.readers import read
from measures import Measure, best_of

GOAL = 20.0
LINEAR = 11.0
_ODD_PIECES = (
    "5 đồng/kg/ha ",
    "triệu ",
    "5 (",
    "có 12, ",
    "1.234 tỷ 1.5 tỷ 1,5 tỷ ",
    "1/1 - ",
    "lúa om 5451 ",
)
_ODD_LETTERS = 20_000
_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")


def measures() -> Iterator[Measure]:
    """Yield the measures on the text sample, repeated to a megabyte, half of one and five."""
    [sample] = resources.path("samples").glob("*.txt")
    data = sample.read_bytes()
    one, small, large = (_repeated(data, megabytes) for megabytes in (1, 0.5, 5))
    bare = best_of(5, lambda: sum(1 for _ in _NUMBER.finditer(one.text)))
    ours = best_of(2, lambda: extract(one))
    yield Measure("extraction of a megabyte", ours, GOAL, bare, f"{len(extract(one).figures)} figures")
    few, many = best_of(1, lambda: extract(small)), best_of(1, lambda: extract(large))
    yield Measure("extraction of ten times as much", many, LINEAR, few, f"{many / 5:.2f} s/MB")
    pairs = ((_of_piece(piece, 10 * _ODD_LETTERS), _of_piece(piece, _ODD_LETTERS)) for piece in _ODD_PIECES)
    many, few = max(pairs, key=lambda pair: pair[0] / pair[1])
    yield Measure("worst odd text, ten times", many, 2 * LINEAR, few)


def _of_piece(piece: str, letters: int) -> float:
    document = read((piece * letters)[:letters].encode(), "odd.txt")
    return best_of(2, lambda: extract(document))


def _repeated(data: bytes, megabytes: float) -> Document:
    return read(b"\n".join([data] * (int(megabytes * 1e6) // len(data) + 1)), "sample.txt")
