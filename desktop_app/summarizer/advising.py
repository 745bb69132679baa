"""Advice and measurements over the real store and computer; window and command line share them."""

from __future__ import annotations

import time

from desktop_app.cancelling import CancelCheck
from desktop_app.choices import Engine
from desktop_app.model_advice import Advice, Candidate, Speed, advise
from desktop_app.model_store import ModelStore, StoreEntry
from desktop_app.options import SummaryOptions
from desktop_app.summarizer.machine import this_machine
from desktop_app.summarizer.measuring import measure
from desktop_app.summarizer.pool import SummarizerPool

#: Memory a running model needs for each byte of its file, where the catalogue does not say.
_RAM_PER_BYTE = 1.5
_MB = 1_000_000


def advice_for(store: ModelStore, in_use: str | None) -> Advice:
    """Which model of ``store`` suits this computer, where ``in_use`` (``None`` for the default) is used now."""
    candidates = [_candidate(entry) for entry in store.entries()]
    return advise(candidates, this_machine(), store.speeds.all(), in_use or store.catalogue.default.id)


def _candidate(entry: StoreEntry) -> Candidate:
    spec = entry.spec
    return Candidate(
        id=spec.id,
        ram_mb=spec.ram_mb or round((entry.size or 0) * _RAM_PER_BYTE / _MB),
        grade=spec.grade,
        all_languages=spec.languages in ((), ("*",)),
        non_commercial=spec.non_commercial,
        pytorch=spec.engine is Engine.TRANSFORMERS,
        installed=entry.installed,
    )


def measured(pool: SummarizerPool, options: SummaryOptions, cancelled: CancelCheck) -> Speed:
    """Measure the model of ``options`` and keep the result. Raises ``ModelError``, ``EngineError``, ``Cancelled``."""
    pool.close()  # loading is measured too
    begun = time.monotonic()
    summarizer = pool.get(options, cancelled)
    speed = measure(summarizer, cancelled, load_seconds=time.monotonic() - begun)
    pool.store.speeds.put(summarizer.model, speed)
    return speed
