"""The open figures of a row or a column of a sheet, to be accepted with one key. No Qt."""

from dataclasses import dataclass
from enum import Enum


class Axis(Enum):
    """Which way a run goes."""

    ROW = "row"
    COLUMN = "column"


@dataclass(frozen=True, slots=True)
class Run:
    """The open figures of the row or column called `name` ("12", "C").

    `seen_ids` have been on the screen; of the others `unseen` tells how many there are.
    """

    axis: Axis
    name: str
    seen_ids: tuple[int, ...]
    unseen: int
