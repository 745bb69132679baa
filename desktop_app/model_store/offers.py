"""What installing a model would bring: size and licence, told before anything is downloaded."""

from __future__ import annotations

from desktop_app.cancelling import CancelCheck, never
from desktop_app.errors import KratkoError, NoSourceReachable
from desktop_app.model_advice import ModelOffer
from desktop_app.model_store.catalogue import HubSource
from desktop_app.model_store.checks import is_non_commercial
from desktop_app.model_store.download import SourceUnreachable
from desktop_app.model_store.hub import Hub
from desktop_app.model_store.install import wanted_files
from desktop_app.model_store.store import ModelStore
from desktop_app.model_store.user_models import local_path


def offer(store: ModelStore, model: str | None, cancelled: CancelCheck = never) -> ModelOffer:
    """What ``model`` (as for ``ModelStore.resolve``) would bring. Asks the hub where the catalogue does not know.

    Raises ``UnknownModel``, ``UnsafeModelFile``, ``DamagedModelFile``, ``NoSourceReachable``, ``OfflineMode``,
    ``Cancelled``.
    """
    spec = store.resolve(model)
    known = spec.id in store.catalogue
    local = not known and local_path(spec.id) is not None
    if spec.size is not None:
        return ModelOffer(spec.id, spec.title, spec.size, spec.licence, spec.non_commercial, local)
    failures = []
    for source in spec.sources:
        if not isinstance(source, HubSource):
            continue
        try:
            with Hub(network=store.network) as hub:
                listing = hub.listing(source.repo, source.revision, cancelled)
        except SourceUnreachable as failure:
            failures.append(str(failure))
            continue
        files = [listing.files.get(file.name) for file in wanted_files(spec, listing)]
        size = sum(file.size for file in files if file is not None)
        licence = spec.licence or listing.licence
        return ModelOffer(spec.id, spec.title, size, licence, spec.non_commercial or is_non_commercial(licence), False)
    error: KratkoError = NoSourceReachable(model=spec.id, reason="; ".join(failures)[:600])
    raise error
