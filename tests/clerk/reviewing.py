"""The clerk's head: goes from figure to figure, holds each against its label, and does what is needed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication

from desktop.app import Starter, make_application
from desktop.core.figures import ReviewedFigure
from desktop.core.messages import Language
from desktop.ui.labels import REASONS
from desktop.ui.main_window import MainWindow
from tests.clerk.keyboard import PATIENCE_S, Keyboard
from tests.clerk.labels import Labels, edits, is_figure, is_right_with

if TYPE_CHECKING:
    from desktop.ui.desk import Desk

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_REASONS = [code for code, _ in REASONS]


@dataclass(slots=True)
class Tally:
    """What a review took. Keys do not count what is typed into a field."""

    right: int = 0
    right_keys: int = 0
    wrong: int = 0
    wrong_keys: int = 0
    typed: int = 0
    unlabelled: int = 0
    mouse_events: int = 0
    longest_wait: float = 0.0
    is_signed_off: bool = False
    told: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        """Return the report on the review, the last line of which is the measure."""
        lines = [
            *self.told,
            f"{self.right} right, {self.wrong} wrong ({self.typed} letters and digits typed), "
            f"{self.unlabelled} in words without a label; "
            f"signed off: {'yes' if self.is_signed_off else 'no'}",
            f"keys per right figure {self.right_keys / max(self.right, 1):.2f}, "
            f"per wrong figure {self.wrong_keys / max(self.wrong, 1):.2f}, "
            f"mouse events {self.mouse_events}, longest wait {self.longest_wait:.0f} ms",
        ]
        return "\n".join(lines)


def review(reports: Sequence[tuple[Path, Path]], home: Path) -> Tally:
    """Open each report in the program's window, review it against its labels and sign it off."""
    application = make_application(["clerk"])
    window = MainWindow(QSettings(str(home / "settings.ini"), QSettings.Format.IniFormat))
    workspace = home / "clerk.doichieu"
    starter = Starter(
        window,
        QSettings(str(home / "settings.ini"), QSettings.Format.IniFormat),
        workspace,
        "Clerk",
        [],
        Language.VIETNAMESE,
    )
    window.first_painted.connect(starter.start)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    _wait(lambda: starter.workbench is not None and starter.workbench.session is not None)
    tally = Tally()
    keyboard = Keyboard()
    signed = [_Review(starter, keyboard, tally).go_through(report, Labels(gold)) for report, gold in reports]
    tally.is_signed_off = all(signed)
    tally.mouse_events = keyboard.mouse_events
    tally.longest_wait = max(keyboard.waits)[0]
    longest = ", ".join(f"{key} {wait:.0f} ms" for wait, key in sorted(keyboard.waits)[:-6:-1])
    tally.told.append(f"longest waits: {longest}")
    window.close()
    application.processEvents()
    return tally


class _Review:
    """One report."""

    def __init__(self, starter: Starter, keyboard: Keyboard, tally: Tally) -> None:
        assert starter.workbench is not None
        assert starter.workbench.session is not None
        self._bench = starter.workbench
        self._session = starter.workbench.session
        self._keyboard = keyboard
        self._tally = tally

    @property
    def _desk(self) -> "Desk":
        return self._session.desk

    def go_through(self, report: Path, labels: Labels) -> bool:
        """Review a report from its import on, sign it off, and tell whether that was let through."""
        known = {each.id for each in self._session.workspace.reports()}
        self._open(report)
        _wait(lambda: self._desk.report_id is not None and self._desk.report_id not in known)
        _wait(lambda: self._bench.panes.table.hasFocus() and self._desk.current is not None)
        settled = 0
        while (current := self._desk.current) is not None and self._open_count():
            self._settle(current, labels)
            settled += 1
            _wait(partial(self._is_done, current))
        self._keyboard.press(Qt.Key.Key_F9, CONTROL)
        signed = self._session.workspace.reports()[-1]
        hasty = self._session.workspace.progress(signed.id).hasty
        self._tally.told.append(
            f"{report.name}: {settled} figures, "
            f"{'signed off' if signed.is_signed_off else 'not signed off'}, {hasty} marked as hasty"
        )
        return signed.is_signed_off

    def _open(self, report: Path) -> None:
        """Bring the report in through the dialog, as a clerk does."""
        self._keyboard.press(Qt.Key.Key_O, CONTROL)
        _wait(lambda: QApplication.activeModalWidget() is not None)
        self._keyboard.type(str(report))
        self._keyboard.press(Qt.Key.Key_Return)

    def _settle(self, figure: ReviewedFigure, labels: Labels) -> None:
        """Do what the label asks for, and count what it took."""
        keyboard, tally = self._keyboard, self._tally
        keys, typed = keyboard.keys, keyboard.typed
        row = labels.of(figure)
        if row is None:
            tally.unlabelled += 1
            keyboard.press(Qt.Key.Key_Return)
            return
        is_right = is_figure(row) and not edits(figure.effective, row)
        if is_right:
            keyboard.press(Qt.Key.Key_Return)
        elif not is_figure(row):
            self._dismiss(row["kind"])
        elif figure.other is not None and is_right_with(figure.other, figure.effective, row):
            keyboard.press(Qt.Key.Key_F8)
        else:
            self._put_right(figure, row)
        if is_right:
            tally.right, tally.right_keys = tally.right + 1, tally.right_keys + keyboard.keys - keys
        else:
            tally.wrong, tally.wrong_keys = tally.wrong + 1, tally.wrong_keys + keyboard.keys - keys
            tally.typed += keyboard.typed - typed
            tally.told.append(f"  wrong: {' '.join(figure.text.split())}")

    def _dismiss(self, kind: str) -> None:
        reason = kind if kind in _REASONS else "duplicate"
        self._keyboard.press(Qt.Key.Key_Delete)
        _wait(lambda: QApplication.activeModalWidget() is not None)
        self._keyboard.press(Qt.Key(Qt.Key.Key_1 + _REASONS.index(reason)))

    def _put_right(self, figure: ReviewedFigure, row: dict[str, str]) -> None:
        needed = edits(figure.effective, row)
        if [edit.field for edit in needed] == [1]:
            # Typing on the row itself begins the value.
            self._keyboard.type(needed[0].typed)
        else:
            for edit in needed:
                self._keyboard.press(Qt.Key(Qt.Key.Key_0 + edit.field), ALT)
                self._keyboard.type(edit.typed)
        self._keyboard.press(Qt.Key.Key_Return)

    def _is_done(self, before: ReviewedFigure) -> bool:
        """Tell whether the next row is there, or none is left."""
        current = self._desk.current
        is_next = current is not None and (current.id != before.id or not self._open_count())
        return is_next and QApplication.activeModalWidget() is None

    def _open_count(self) -> int:
        return self._session.workspace.progress(self._desk.report_id).open


def _wait(is_reached: Callable[[], bool]) -> None:
    """Let events run until something is reached."""
    begun = perf_counter()
    while not is_reached():
        QApplication.processEvents()
        if perf_counter() - begun > PATIENCE_S:
            raise TimeoutError("the window did not get there")
