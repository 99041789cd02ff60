"""Being watched while writing: telling how far it is, and giving up when it was cancelled."""

from collections.abc import Callable

WRITTEN, SAVED = 0.8, 0.95
"""Which share is done when all rows are written, and when they are packed: the rest is the check."""

OnProgress = Callable[[float], None]
IsCancelled = Callable[[], bool]


class WritingCancelledError(Exception):
    """Raised where a file is being written that is not wanted any more; the old one is whole."""


class Watch:
    """Counts the rows written of about so many `expected`; tells shares from 0 to 1 that never fall."""

    def __init__(
        self,
        on_progress: OnProgress | None = None,
        is_cancelled: IsCancelled | None = None,
        *,
        expected: int = 0,
    ) -> None:
        self._on_progress = on_progress
        self._is_cancelled = is_cancelled
        self._expected = max(expected, 1)
        self._share = 0.0
        self._rows = 0

    def count(self, rows: int) -> None:
        """Count further rows; raise WritingCancelledError when it was asked for."""
        self._rows += rows
        self.tell(WRITTEN * min(self._rows / self._expected, 1.0))

    def tell(self, share: float) -> None:
        """Tell how much is done, from 0 to 1; raise WritingCancelledError when it was asked for."""
        if self._is_cancelled is not None and self._is_cancelled():
            raise WritingCancelledError
        self._share = max(self._share, min(share, 1.0))
        if self._on_progress is not None:
            self._on_progress(self._share)


def stretch(on_progress: OnProgress | None, first: float, last: float) -> OnProgress | None:
    """Return what tells `on_progress` the shares of a part of the work, which goes from `first` to `last`."""
    if on_progress is None:
        return None
    return lambda share: on_progress(first + (last - first) * share)
