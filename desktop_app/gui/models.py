"""What the window needs to know about the model, from the catalogue and the disk; nothing heavy is loaded for it."""

from __future__ import annotations

from collections.abc import Mapping
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


@dataclass(frozen=True, slots=True)
class ModelCard:
    """All there is to tell about a model without asking anybody.

    ``size`` is ``None`` where only the hub knows it; ``partial`` bytes wait for a download to go on; ``languages`` are
    BCP-47 codes, ``("*",)`` for most, none where nobody says; ``own`` models are the reader's; ``path`` is set for
    those whose files are used where they lie.
    """

    id: str
    title: str
    size: int | None
    licence: str
    non_commercial: bool
    languages: tuple[str, ...]
    quality: str
    quality_in: Mapping[str, str]
    ram_mb: int
    installed: bool
    default: bool
    own: bool
    partial: int
    path: str


class ModelShelf(Protocol):
    """Where the window looks models up."""

    def facts(self, model: str | None) -> ModelFacts | None:
        """Facts of ``model`` (``None`` means the default one), ``None`` where the catalogue has no such model."""

    def cards(self) -> tuple[ModelCard, ...]:
        """Every model of the catalogue, then those of the reader's own."""

    def folder(self) -> str:
        """Where models are kept."""

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

    def cards(self) -> tuple[ModelCard, ...]:
        from desktop_app.model_store import ModelStore

        store = ModelStore.default()
        found = []
        for entry in store.entries():
            spec = entry.spec
            own = spec.id not in store.catalogue
            elsewhere = entry.path is not None and not entry.path.is_relative_to(store.folder)
            found.append(
                ModelCard(
                    id=spec.id,
                    title=spec.title,
                    size=entry.size,
                    licence=spec.licence,
                    non_commercial=spec.non_commercial,
                    languages=spec.languages,
                    quality=spec.quality,
                    quality_in=spec.quality_in,
                    ram_mb=spec.ram_mb,
                    installed=entry.installed,
                    default=spec.default,
                    own=own,
                    partial=entry.partial_bytes,
                    path=str(entry.path) if elsewhere else "",
                )
            )
        return tuple(found)

    def folder(self) -> str:
        from desktop_app.model_store import ModelStore

        return str(ModelStore.default().folder)

    def title(self, model: str) -> str:
        facts = self.facts(model)
        return facts.title if facts is not None else model
