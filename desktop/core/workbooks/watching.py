"""Being watched while writing: telling how far it is, and giving up when it was cancelled."""

from collections.abc import Callable

OnProgress = Callable[[float], None]
IsCancelled = Callable[[], bool]


class WritingCancelledError(Exception):
    """Raised where a file is being written that is not wanted any more; the old one is whole."""


class Watch:
    """Counts what is done of `expected` steps; tells shares from 0 to 1 that never fall.

    `steps` holds from now on how many steps are done; the rest of the way, `rest` of the whole, is told by
    `tell`.
    """

    def __init__(
        self,
        on_progress: OnProgress | None = None,
        is_cancelled: IsCancelled | None = None,
        *,
        expected: int = 0,
        rest: float = 0.15,
    ) -> None:
        self._on_progress = on_progress
        self._is_cancelled = is_cancelled
        self._expected = max(expected, 1)
        self._span = 1 - rest
        self._share = 0.0
        self.steps = 0

    def step(self, count: int) -> None:
        """Count further steps; raise WritingCancelledError when it was asked for."""
        self.steps += count
        self.tell(self._span * min(self.steps / self._expected, 1.0))

    def tell(self, share: float) -> None:
        """Tell how much is done, from 0 to 1; raise WritingCancelledError when it was asked for."""
        if self._is_cancelled is not None and self._is_cancelled():
            raise WritingCancelledError
        self._share = max(self._share, min(share, 1.0))
        if self._on_progress is not None:
            self._on_progress(self._share)
