"""What the window needs to know about the model, from the catalogue and the disk; nothing heavy is loaded for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class ModelFacts:
    """A model of the catalogue: ``size`` in bytes, ``licence`` as an SPDX id or a name."""

    id: str
    title: str
    size: int
    licence: str
    installed: bool


class ModelShelf(Protocol):
    """Where the window looks models up."""

    def facts(self, model: str | None) -> ModelFacts | None:
        """Facts of ``model`` (``None`` means the default one), ``None`` where the catalogue has no such model."""

    def title(self, model: str) -> str:
        """A name for reading for the model with this id; the id itself where the catalogue has none."""


class CatalogueShelf:
    """The shelf over the model store."""

    def facts(self, model: str | None) -> ModelFacts | None:
        from desktop_app.errors import ModelError
        from desktop_app.model_store import ModelStore

        store = ModelStore.default()
        try:
            spec = store.resolve(model)
        except ModelError:
            return None
        return ModelFacts(spec.id, spec.title, spec.size or 0, spec.licence, store.installed(spec.id))

    def title(self, model: str) -> str:
        facts = self.facts(model)
        return facts.title if facts is not None else model
