"""The root of the tree, and what can go wrong in any work."""

from __future__ import annotations

from typing import Any, ClassVar


class KratkoError(Exception):
    """Base of all errors meant for the reader.

    ``params`` fill the placeholders of the wording; values are text or numbers.
    """

    code: ClassVar[str] = "internal"

    def __init__(self, **params: str | int | float) -> None:
        super().__init__(params)
        self.params = params

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (type(self), self.params)

    def __str__(self) -> str:
        details = ", ".join(f"{key}={value!r}" for key, value in self.params.items())
        return f"{self.code}({details})"


def _rebuild(cls: type[KratkoError], params: dict[str, str | int | float]) -> KratkoError:
    return cls(**params)


class OfflineMode(KratkoError):
    """Nothing was asked of ``host``: offline mode is on. ``contact`` is a ``network.Contact``."""

    code = "offline_mode"


class NotAnArticle(KratkoError):
    """What was read is not an article; ``notice`` is the code of the notice that says why."""

    code = "not_an_article"


class WorkerCrashed(KratkoError):
    """The child process of ``role`` ended with ``exit_code``."""

    code = "worker_crashed"


class OutOfMemory(KratkoError):
    """The work took more memory than there is for it."""

    code = "out_of_memory"


class InternalError(KratkoError):
    """A defect: ``reason`` names the exception."""

    code = "internal"


class Cancelled(KratkoError):
    """The reader stopped the work."""

    code = "cancelled"
