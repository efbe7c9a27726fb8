"""The one thread that saves, so that the disk never holds up a key press."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import TypeVar

T = TypeVar("T")


class Writer:
    """A queue of saves, worked off in order by one thread that starts with the first of them."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="coach-tui-save")

    def submit(self, work: Callable[[], T]) -> Future[T]:
        """Queue a piece of work; its result or exception is the future's.

        Raises:
            RuntimeError: the writer was closed.
        """
        return self._pool.submit(work)

    def flush(self, timeout: float | None = None) -> bool:
        """Wait until all that is queued by now is done.

        Args:
            timeout: the most seconds to wait, None for as long as it takes.

        Returns:
            Whether it is done.

        Raises:
            RuntimeError: the writer was closed.
        """
        return not wait([self.submit(_nothing)], timeout).not_done

    def close(self) -> None:
        """Finish what is queued, and take no more."""
        self._pool.shutdown()


def _nothing() -> None:
    """The work that marks a place in the queue."""
