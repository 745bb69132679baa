"""Keeps the model that was last used loaded, so that the next summary starts at once."""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.choices import Engine
from desktop_app.model_store import ModelStore
from desktop_app.network import Contact, NetworkPolicy
from desktop_app.options import SummaryOptions
from desktop_app.summarizer import open_summarizer
from desktop_app.summarizer.protocol import Summarizer


class SummarizerPool:
    """Holds at most one loaded summarizer: a second model would not fit beside it on a small laptop."""

    def __init__(self, store: ModelStore) -> None:
        self._store = store
        #: What holds from the next summary on.
        self.network: NetworkPolicy = store.network
        self._key: tuple[str | None, str, str | None] | None = None
        self._summarizer: Summarizer | None = None

    def get(self, options: SummaryOptions, cancelled: Callable[[], bool]) -> Summarizer:
        """The summarizer for ``options``, loaded if need be.

        Raises ``ModelError`` or ``EngineError`` if it cannot be had, ``OfflineMode`` for a server that may not
        be asked, ``Cancelled`` when asked to stop.
        """
        if options.engine is Engine.SERVER:
            self.network.admit(Contact.SERVER, options.server_url or "")
        key = (options.model, str(options.engine), options.server_url)
        if self._summarizer is None or key != self._key:
            self.close()
            self._summarizer = open_summarizer(options, self._store, network=self.network, cancelled=cancelled)
            self._key = key
        return self._summarizer

    @property
    def store(self) -> ModelStore:
        """Where its models are."""
        return self._store

    def release(self, model: str) -> None:
        """Give the memory of ``model`` back if it is the one loaded."""
        if self._summarizer is not None and self._summarizer.model == model:
            self.close()

    def close(self) -> None:
        """Give the model's memory back; the next :meth:`get` loads it again."""
        if self._summarizer is not None:
            self._summarizer.close()
        self._summarizer = None
        self._key = None
