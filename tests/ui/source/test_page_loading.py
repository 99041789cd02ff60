"""Pictures of pages: asked for one at a time, kept, thrown away with their report."""

from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop.ui.source.page_loading import PageLoader, PageRequest
from desktop.ui.tasks import Task


class HeldRunner:
    """Starts jobs when told to."""

    def __init__(self) -> None:
        self.held: list[tuple[Any, Callable[..., Any], Callable[..., Any] | None]] = []

    def start(
        self,
        job: Callable[[Task], object],
        on_done: Callable[..., Any],
        on_failed: Callable[..., Any] | None = None,
        on_progress: Callable[..., Any] | None = None,
    ) -> Task:
        task = Task(job)
        self.held.append((job, on_done, on_failed))
        return task

    def start_later(
        self,
        job: Callable[[Task], object],
        on_done: Callable[..., Any],
        on_failed: Callable[..., Any] | None = None,
    ) -> Task:
        return self.start(job, on_done, on_failed)

    def run(self) -> None:
        job, on_done, on_failed = self.held.pop(0)
        try:
            result = job(None)
        except OSError as error:
            assert on_failed is not None
            on_failed(error)
        else:
            on_done(result)

    def close(self) -> None:
        self.held.clear()


def picture(page: int, scale: float) -> QImage:
    image = QImage(round(10 * scale), round(20 * scale), QImage.Format.Format_RGB888)
    image.fill(page)
    return image


def large(page: int, scale: float) -> QImage:
    return QImage(3000, 3000, QImage.Format.Format_RGB32)


def broken(page: int, scale: float) -> QImage:
    raise OSError(page, scale)


def test_one_page_at_a_time_and_only_what_is_still_wanted(qtbot: QtBot) -> None:
    runner = HeldRunner()
    loader = PageLoader(runner)
    loader.use(picture)
    loader.want([PageRequest(1, 1.0), PageRequest(2, 1.0)])
    loader.want([PageRequest(7, 1.0)])
    assert len(runner.held) == 1
    runner.run()
    runner.run()
    assert not runner.held
    kept = [page for page in (1, 2, 7) if loader.picture(PageRequest(page, 1.0)) is not None]
    assert kept == [1, 7]


def test_loaded_page_is_told_and_not_loaded_again(qtbot: QtBot) -> None:
    runner = HeldRunner()
    loader = PageLoader(runner)
    loader.use(picture)
    loader.want([PageRequest(3, 2.0)])
    with qtbot.waitSignal(loader.page_loaded) as loaded:
        runner.run()
    assert loaded.args == [3]
    loader.want([PageRequest(3, 2.0)])
    assert not runner.held
    found = loader.picture(PageRequest(3, 2.0))
    assert found is not None
    assert (found.width(), found.height()) == (20, 40)


def test_picture_of_another_report_is_thrown_away(qtbot: QtBot) -> None:
    runner = HeldRunner()
    loader = PageLoader(runner)
    loader.use(picture)
    loader.want([PageRequest(1, 1.0)])
    loader.use(picture)
    with qtbot.assertNotEmitted(loader.page_loaded):
        runner.run()
    assert loader.picture(PageRequest(1, 1.0)) is None


def test_page_that_cannot_be_drawn_is_told_and_not_asked_for_again(qtbot: QtBot) -> None:
    runner = HeldRunner()
    loader = PageLoader(runner)
    loader.use(broken)
    loader.want([PageRequest(1, 1.0)])
    with qtbot.waitSignal(loader.page_failed):
        runner.run()
    loader.want([PageRequest(1, 1.0)])
    assert not runner.held
    assert loader.has_failed(PageRequest(1, 1.0))


def test_old_picture_stands_in_until_the_new_scale_is_there(qtbot: QtBot) -> None:
    runner = HeldRunner()
    loader = PageLoader(runner)
    loader.use(picture)
    loader.want([PageRequest(1, 1.0)])
    runner.run()
    assert loader.picture(PageRequest(1, 3.0)) is None
    assert loader.picture_at_any_scale(1) is not None
    assert loader.picture_at_any_scale(2) is None


def test_pictures_are_kept_within_a_bound(qtbot: QtBot) -> None:
    runner = HeldRunner()
    loader = PageLoader(runner)
    loader.use(large)
    for page in range(1, 6):
        loader.want([PageRequest(page, 1.0)])
        runner.run()
    assert [page for page in range(1, 6) if loader.picture_at_any_scale(page)] == [4, 5]
