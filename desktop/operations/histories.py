"""The history of a figure: the lines of its log in order, each with what became of it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from desktop.core.reviews import LogEntry
from desktop.operations.changes import REDO, UNDO


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One line of the log; `undone` is the later line that took it back, None where it holds.

    `verb` is the action without its direction, and `direction` is "undo_", "redo_" or "".
    """

    entry: LogEntry
    undone: LogEntry | None = None

    @property
    def direction(self) -> str:
        """Return whether the line tells of an undoing or a redoing."""
        return next((mark for mark in (UNDO, REDO) if self.entry.action.startswith(mark)), "")

    @property
    def verb(self) -> str:
        """Return what was done, undone or redone."""
        return self.entry.action.removeprefix(self.direction)


def history_of(entries: Iterable[LogEntry]) -> list[HistoryLine]:
    """Return the lines of a figure's log, oldest first, those marked that were undone and not redone."""
    lines: list[HistoryLine] = []
    for entry in entries:
        line = HistoryLine(entry)
        if line.direction == UNDO:
            _mark(lines, line.verb, entry)
        elif line.direction == REDO:
            _unmark(lines, line.verb)
        lines.append(line)
    return lines


def _mark(lines: list[HistoryLine], verb: str, by: LogEntry) -> None:
    """Mark the last line of `verb` that holds: undoing goes backwards."""
    for at in reversed(range(len(lines))):
        line = lines[at]
        if line.verb == verb and line.direction == "" and line.undone is None:
            lines[at] = replace(line, undone=by)
            return


def _unmark(lines: list[HistoryLine], verb: str) -> None:
    """Let the line hold again that was undone last."""
    undone = [at for at, line in enumerate(lines) if line.verb == verb and line.undone is not None]
    if undone:
        last = max(undone, key=lambda at: _undone_at(lines[at]))
        lines[last] = replace(lines[last], undone=None)


def _undone_at(line: HistoryLine) -> int:
    return line.undone.id if line.undone is not None else 0
