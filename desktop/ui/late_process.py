"""A reading process that costs nothing before it is needed, not even the import of its module. No Qt."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.core.lettering.encoding import Encoding

if TYPE_CHECKING:
    from desktop.core.documents import Format
    from desktop.core.isolation.analysis import Analysis, PageImage
    from desktop.core.isolation.process import ReadingProcess
    from desktop.core.sheet_looks import SheetLook


class LateProcess:
    """Reads files and draws pages as ReadingProcess does; every method may be called from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: ReadingProcess | None = None
        self._is_closed = False

    def start(self) -> None:
        """Start the child process, so that it is warm when the first file comes."""
        self._made().start()

    def analyse(
        self,
        path: Path,
        *,
        lettering: Encoding | None = None,
        on_progress: Callable[[float], None] | None = None,
        is_cancelled: Callable[[], bool] | None = None,
    ) -> "Analysis":
        """Return what is in the file; raise RefusedError or CancelledError."""
        return self._made().analyse(
            path, lettering=lettering, on_progress=on_progress, is_cancelled=is_cancelled
        )

    def render(self, data: bytes, page: int, scale: float) -> "PageImage":
        """Return a page of the PDF in `data`; raise RefusedError."""
        return self._made().render(data, page, scale)

    def looks(self, data: bytes, name: str, fmt: "Format") -> "dict[str, SheetLook]":
        """Return how the sheets of the workbook in `data` look, by their names; raise RefusedError."""
        return self._made().looks(data, name, fmt)

    def close(self) -> None:
        """End the child process; jobs under way and later ones end with CancelledError."""
        with self._lock:
            self._is_closed = True
            if self._process is not None:
                self._process.close()

    def _made(self) -> "ReadingProcess":
        with self._lock:
            if self._process is None:
                from desktop.core.isolation.process import ReadingProcess

                self._process = ReadingProcess()
                if self._is_closed:
                    self._process.close()
            return self._process
