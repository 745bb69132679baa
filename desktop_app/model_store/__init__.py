"""Models: what there is, where to get it, and what is installed."""

from desktop_app.model_store.catalogue import (
    Architecture,
    Catalogue,
    Family,
    HubSource,
    LengthRule,
    ModelFile,
    ModelSpec,
    Prompt,
    WheelsSource,
)
from desktop_app.model_store.checks import CatalogueError
from desktop_app.model_store.store import ModelStore, StoreEntry

__all__ = [
    "Architecture",
    "Catalogue",
    "CatalogueError",
    "Family",
    "HubSource",
    "LengthRule",
    "ModelFile",
    "ModelSpec",
    "ModelStore",
    "Prompt",
    "StoreEntry",
    "WheelsSource",
]
