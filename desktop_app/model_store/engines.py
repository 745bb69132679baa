"""Which engines this edition of Kratko has: the stand-alone program comes without PyTorch."""

from __future__ import annotations

from importlib.util import find_spec

from desktop_app.choices import Engine
from desktop_app.errors import EngineLeftOut
from desktop_app.model_store.catalogue import ModelSpec

_LIBRARIES = {Engine.TRANSFORMERS: ("torch", "transformers")}


def check_engine(spec: ModelSpec) -> None:
    """Raise ``EngineLeftOut`` if the libraries that ``spec`` runs on are not there; nothing is loaded."""
    if any(find_spec(name) is None for name in _LIBRARIES.get(spec.engine, ())):
        raise EngineLeftOut(model=spec.title or spec.id, engine=str(spec.engine))
