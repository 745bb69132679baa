"""All chapters: runs of states, each begun in a fresh window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from docs.gallery import lists, outputs, reading, settings_pages, troubles
from docs.gallery.scene import Scene
from docs.gallery.state import State

Chapter = Callable[[Scene], Iterator[State]]

CHAPTERS: Final[dict[str, Chapter]] = {
    "beginning": reading.beginning,
    "widths": reading.widths,
    "forms": reading.forms,
    "notices": troubles.notices,
    "failures": troubles.failures,
    "absent-model": troubles.absent_model,
    "library": lists.library,
    "queue": lists.queue,
    "sources": lists.sources,
    "taking-away": outputs.taking_away,
    "comparing": outputs.comparing,
    "preferences": settings_pages.preferences,
    "models": settings_pages.models,
    "helps": settings_pages.helps,
}
