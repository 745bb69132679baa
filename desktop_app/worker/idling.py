"""How long children wait for work before they end and give their memory back."""

from __future__ import annotations

import os
from typing import Final

from desktop_app.worker.messages import Role

#: Minutes without a summary after which the writer leaves; 0 keeps the model loaded for as long as the window is open.
IDLE_VARIABLE: Final = "KRATKO_IDLE_MINUTES"
_WRITER_MINUTES: Final = 10.0
#: Those that work now and then, and are up again within a second.
_SELDOM_SECONDS: Final = 120.0


def idle_seconds(role: Role) -> float | None:
    """Seconds a child of ``role`` waits, ``None`` for ever.

    The writer with its model waits for ``$KRATKO_IDLE_MINUTES`` (10 by default). Reader and keeper are asked for at any
    moment, and small.
    """
    if role is Role.WRITER:
        return _writer_seconds()
    return _SELDOM_SECONDS if role in (Role.EXPORTER, Role.INSTALLER) else None


def _writer_seconds() -> float | None:
    try:
        minutes = float(os.environ.get(IDLE_VARIABLE, _WRITER_MINUTES))
    except ValueError:
        minutes = _WRITER_MINUTES
    return minutes * 60 if minutes > 0 else None
