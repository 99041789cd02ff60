"""Pictures of pages, asked for one at a time outside the event loop, the last ones kept."""

from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from desktop.ui.tasks import Task, TaskRunner

LoadPage = Callable[[int, float], QImage]

_KEPT_BYTES = 96_000_000


@dataclass(frozen=True, slots=True)
class PageRequest:
    """A page, from 1, and how many pixels of its picture make a point."""

    page: int
    scale: float


class PageLoader(QObject):
    """Loads what was last asked for; what has been scrolled past meanwhile is not loaded any more."""

    page_loaded = Signal(int)
    page_failed = Signal(int)

    def __init__(self, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._load_page: LoadPage | None = None
        self._wanted: list[PageRequest] = []
        self._under_way: PageRequest | None = None
        self._is_stale = False
        self._failed: set[PageRequest] = set()
        self._pictures: OrderedDict[PageRequest, QPixmap] = OrderedDict()

    def use(self, load_page: LoadPage | None) -> None:
        """Load the pages of another report from now on."""
        self._load_page = load_page
        self._is_stale = self._under_way is not None
        self._wanted = []
        self._pictures.clear()
        self._failed.clear()

    def want(self, requests: Iterable[PageRequest]) -> None:
        """Load these pages, the first of them first, and forget what was wanted before."""
        self._wanted = [one for one in requests if one not in self._pictures and one not in self._failed]
        self._start_next()

    def picture(self, request: PageRequest) -> QPixmap | None:
        """Return the picture of a page at this scale, None while it is not there."""
        found = self._pictures.get(request)
        if found is not None:
            self._pictures.move_to_end(request)
        return found

    def picture_at_any_scale(self, page: int) -> QPixmap | None:
        """Return the newest picture of a page, to show in the meantime."""
        return next((self._pictures[one] for one in reversed(self._pictures) if one.page == page), None)

    def has_failed(self, request: PageRequest) -> bool:
        """Tell whether this page could not be drawn."""
        return request in self._failed

    def _start_next(self) -> None:
        if self._under_way is not None or not self._wanted or self._load_page is None:
            return
        self._under_way = self._wanted.pop(0)
        self._runner.start(partial(_load, self._load_page, self._under_way), self._keep, self._fail)

    def _keep(self, image: QImage) -> None:
        self._end(None if image.isNull() else QPixmap.fromImage(image))

    def _fail(self, _error: object) -> None:
        self._end(None)

    def _end(self, picture: QPixmap | None) -> None:
        """Keep what was loaded, unless another report is shown by now, and go on."""
        request, is_stale = self._under_way, self._is_stale
        self._under_way, self._is_stale = None, False
        if request is not None and not is_stale:
            self._tell(request, picture)
        self._start_next()

    def _tell(self, request: PageRequest, picture: QPixmap | None) -> None:
        if picture is None:
            self._failed.add(request)
            self.page_failed.emit(request.page)
        else:
            self._store(request, picture)
            self.page_loaded.emit(request.page)

    def _store(self, request: PageRequest, picture: QPixmap) -> None:
        self._pictures[request] = picture
        while len(self._pictures) > 1 and sum(map(_bytes_of, self._pictures.values())) > _KEPT_BYTES:
            self._pictures.popitem(last=False)


def _load(load_page: LoadPage, request: PageRequest, _task: Task) -> QImage:
    return load_page(request.page, request.scale)


def _bytes_of(picture: QPixmap) -> int:
    return picture.width() * picture.height() * 4
