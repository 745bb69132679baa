"""Choosing and loading the engine for a request; its library is imported only here."""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.cancelling import CancelCheck, never
from desktop_app.choices import Engine
from desktop_app.errors import Cancelled, EngineUnavailable
from desktop_app.model_store import ModelStore
from desktop_app.model_store.engines import check_engine
from desktop_app.network import NetworkPolicy
from desktop_app.options import SummaryOptions
from desktop_app.summarizer.protocol import Summarizer

#: Told how much of the model is loaded (0…1), ``None`` while unknown.
LoadProgress = Callable[[float | None], None]


def open_summarizer(
    options: SummaryOptions,
    store: ModelStore,
    *,
    network: NetworkPolicy | None = None,
    progress: LoadProgress | None = None,
    cancelled: CancelCheck = never,
) -> Summarizer:
    """Load the model and engine that ``options`` ask for.

    Loading, once begun, is not broken off: a model that is loaded is worth keeping for the next summary, and
    ``stream`` sees to the cancelling. Raises ``ModelNotInstalled``, ``UnknownModel`` and the other ``ModelError``\\ s,
    ``EngineUnavailable`` if the engine cannot run the model, ``EngineLeftOut`` if this edition comes without it,
    ``ServerUnreachable``, ``OfflineMode``, ``Cancelled``.
    """
    if options.engine is Engine.SERVER:
        from desktop_app.summarizer.server import ServerSummarizer

        return ServerSummarizer(options.server_url, options.model, store.catalogue, network or store.network)
    path = store.path(options.model)
    spec = store.resolve(options.model)
    if options.engine not in (Engine.AUTO, spec.engine):
        raise EngineUnavailable(engine=str(options.engine), reason=f"{spec.id} runs on {spec.engine}")
    if cancelled():
        raise Cancelled
    report = progress or _ignore
    report(None)
    summarizer: Summarizer
    if spec.engine is Engine.LLAMA_CPP:
        from desktop_app.summarizer.llama_cpp import LlamaCppSummarizer

        summarizer = LlamaCppSummarizer(path, spec)
    else:
        check_engine(spec)
        from desktop_app.summarizer.transformers_engine import TransformersSummarizer

        summarizer = TransformersSummarizer(path, spec)
    report(1.0)
    return summarizer


def _ignore(_share: float | None) -> None:
    return
