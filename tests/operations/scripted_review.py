"""A review by script, run in a process of its own that will be killed."""

from decimal import Decimal
from multiprocessing.connection import Connection

from desktop.core.figures import Reading, ReviewedFigure, Value
from desktop.operations import reviewing
from desktop.operations.changes import Change
from desktop.operations.workspaces import open_workspace


def review(location: str, report_id: int, first: int, told: Connection) -> None:
    """Go round the report for ever; tell what will be done before, and that it was done after, each act."""
    workspace = open_workspace(location, "script", create=False)
    ids = workspace.index(report_id).ids
    turn = first
    while True:
        (figure,) = workspace.figures([ids[turn % len(ids)]])
        change = _change(figure, turn)
        for act in (workspace.apply, workspace.revert, workspace.reapply)[: 3 if turn % 5 == 0 else 1]:
            told.send(("will", figure.id, turn, act.__name__))
            act(change)
            told.send(("did", figure.id, turn, act.__name__))
        turn += 1


def _change(figure: ReviewedFigure, turn: int) -> Change:
    """Return a change of the figure that leaves `turn` in its note."""
    changes = (
        lambda: reviewing.accept([figure.id], note=str(turn)),
        lambda: reviewing.correct(figure.id, Reading(Value(Decimal(turn)), "vụ"), str(turn)),
        lambda: reviewing.dismiss([figure.id], "date", str(turn)),
        lambda: reviewing.doubt([figure.id], str(turn)),
    )
    return changes[turn % 4]()
