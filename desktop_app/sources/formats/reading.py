"""The bounds within which a document is taken apart."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from desktop_app.cancelling import CancelCheck, never
from desktop_app.errors import Cancelled, ReadingTooLong, TooLarge
from desktop_app.sources.source import Limits

MEGABYTE = 1 << 20


@dataclass(slots=True)
class Reading:
    """One document being read: whose name errors tell, which limits hold, whether the reader still wants it."""

    name: str
    limits: Limits = field(default_factory=Limits)
    cancelled: CancelCheck = never
    _started: float = field(default_factory=time.monotonic)

    def check(self) -> None:
        """To be called at least once a page or part; raises ``Cancelled`` or ``ReadingTooLong``."""
        if self.cancelled():
            raise Cancelled
        if time.monotonic() - self._started > self.limits.parse_timeout:
            raise ReadingTooLong(name=self.name, seconds=round(self.limits.parse_timeout))

    def check_text_size(self, size: int) -> None:
        """Raise ``TooLarge`` if ``size`` bytes are too many for what is nothing but text."""
        if size > self.limits.max_bytes:
            raise TooLarge(limit_mb=self.limits.max_bytes // MEGABYTE)
