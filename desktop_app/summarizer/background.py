"""Runs blocking native work in a thread and hands its items out one by one, ready to stop at any moment."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

from desktop_app.errors import Cancelled

T = TypeVar("T")

#: Seconds between two looks at the cancel check while nothing arrives.
_POLL = 0.05

#: Hands one item to the reader; true once the work should stop.
Emit = Callable[[T], bool]


class BackgroundRun(Generic[T]):
    """``produce(emit)`` running in a thread of its own.

    ``produce`` calls ``emit(item)`` for every item and returns as soon as that, or :attr:`stopping`, is true.
    """

    def __init__(self, produce: Callable[[Emit[T]], None], *, name: str, daemon: bool = False) -> None:
        self._queue: queue.SimpleQueue[T | BaseException | None] = queue.SimpleQueue()
        self._stop = threading.Event()
        self._produce = produce
        self._thread = threading.Thread(target=self._run, name=name, daemon=daemon)
        self._thread.start()

    @property
    def stopping(self) -> bool:
        """Whether the reader has gone."""
        return self._stop.is_set()

    def _run(self) -> None:
        try:
            self._produce(self._emit)
        except BaseException as error:  # handed to the reader, whatever it is
            self._queue.put(error)
        else:
            self._queue.put(None)

    def _emit(self, item: T) -> bool:
        if not self._stop.is_set():
            self._queue.put(item)
        return self._stop.is_set()

    def items(self, cancelled: Callable[[], bool]) -> Iterator[T]:
        """What ``produce`` emits, as it comes.

        Raises ``Cancelled`` as soon as ``cancelled()`` is true, and whatever ``produce`` raises. Leaving the iteration
        early stops the work; it does not wait for its end.
        """
        try:
            while True:
                if cancelled():
                    raise Cancelled
                try:
                    item = self._queue.get(timeout=_POLL)
                except queue.Empty:
                    continue
                if item is None:
                    return
                if isinstance(item, BaseException):
                    raise item
                yield item
        finally:
            self._stop.set()

    def stop(self) -> None:
        """Ask the work to end."""
        self._stop.set()

    def wait(self, cancelled: Callable[[], bool]) -> None:
        """Wait until the thread has ended; raises ``Cancelled`` if asked to stop waiting."""
        while self._thread.is_alive():
            if cancelled():
                raise Cancelled
            self._thread.join(_POLL)
