"""The store: from a model's name to verified files on this computer.

Layout of the folder: ``<model>/`` holds a model's files and its receipt; ``.partial/<model>/`` what is still being
downloaded, never looked at when a model is wanted. Files of the user's own are not copied: their receipt says where
they lie.
"""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from desktop_app.cancelling import CancelCheck, never
from desktop_app.choices import Engine
from desktop_app.errors import (
    DamagedModelFile,
    ModelError,
    ModelFolderClosed,
    ModelNotInstalled,
    UnknownModel,
    WrongDigest,
)
from desktop_app.model_store.catalogue import Catalogue, ModelSpec
from desktop_app.model_store.engines import check_engine
from desktop_app.model_store.receipts import RECEIPT_NAME, Receipt, hash_file, read_receipt, receipts_for, write_receipt
from desktop_app.model_store.speeds import Speeds
from desktop_app.model_store.user_models import hub_spec, installed_spec, local_path, local_spec
from desktop_app.network import NetworkPolicy
from desktop_app.paths import data_folder, private_folder

#: Told the bytes that are there and the bytes in all (0 while unknown).
ProgressCallback = Callable[[int, int], None]


def ignore_progress(_done: int, _total: int) -> None:
    """Progress nobody watches."""


@dataclass(frozen=True, slots=True)
class StoreEntry:
    """A model of the catalogue or of the user's own. ``partial_bytes`` of it wait for the download to go on."""

    spec: ModelSpec
    installed: bool
    path: Path | None
    size: int | None
    partial_bytes: int = 0


class ModelStore:
    """Models of ``catalogue`` and of the user's own, installed under ``folder`` (made when first needed).

    Downloads keep to ``network``, by default what the environment says.
    """

    def __init__(self, catalogue: Catalogue, folder: Path, network: NetworkPolicy | None = None) -> None:
        self.catalogue = catalogue
        self.folder = folder
        self.network = network or NetworkPolicy.from_environment()
        self.speeds = Speeds(folder)

    @classmethod
    def default(cls, network: NetworkPolicy | None = None) -> ModelStore:
        """The shipped catalogue over ``models`` in the user's data folder."""
        return cls(Catalogue.shipped(), data_folder() / "models", network)

    def resolve(self, model: str | None) -> ModelSpec:
        """The model that ``model`` names: a catalogue id, a path, a hub id ``owner/name[:file]``, ``None`` the default.

        Raises ``UnknownModel``, or ``UnsafeModelFile``/``DamagedModelFile`` for a local file that is no model.
        """
        if model is None:
            return self.catalogue.default
        if model in self.catalogue:
            return self.catalogue[model]
        receipt = read_receipt(self.folder_of(model))
        if receipt is not None and (spec := installed_spec(self.catalogue, receipt)) is not None:
            return spec
        path = local_path(model)
        if path is not None:
            return local_spec(self.catalogue, path)
        spec = hub_spec(self.catalogue, model)
        if spec is None:
            raise UnknownModel(model=model)
        return spec

    def folder_of(self, model: str) -> Path:
        """The folder for ``model``'s files and receipt, whether or not it exists."""
        return self.folder / self._folder_name(model)

    def partial_folder(self, model: str) -> Path:
        """The folder for ``model``'s unfinished downloads."""
        return self.folder / ".partial" / self._folder_name(model)

    def _folder_name(self, model: str) -> str:
        if model in self.catalogue:
            return model
        path = local_path(model)
        name = str(path) if path is not None else model
        readable = re.sub(r"[^a-z0-9.]+", "-", name.lower())[-48:].strip("-.")
        return f"user-{readable}-{hashlib.sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"

    def installed(self, model: str | None = None) -> bool:
        """Whether ``model`` is here, verified and unchanged since (by size and time; nothing is hashed)."""
        try:
            self.path(model)
        except ModelError:
            return False
        return True

    def path(self, model: str | None = None) -> Path:
        """The GGUF file or safetensors folder of ``model``, ready for use.

        A local file that was never installed is fine as it is. Raises ``ModelNotInstalled``, ``UnknownModel``,
        ``UnsafeModelFile``, ``DamagedModelFile``.
        """
        spec = self.resolve(model)
        receipt = self._receipt(spec)
        if receipt is not None:
            return model_path(Path(receipt.root or self.folder_of(spec.id)), spec)
        path = None if spec.id in self.catalogue else local_path(spec.id)
        if path is None or not self._is_sound(path):
            raise ModelNotInstalled(model=spec.id)
        return path

    def _is_sound(self, path: Path) -> bool:
        # A local model changed since it was installed: its receipt is void, its header decides.
        try:
            local_spec(self.catalogue, path)
        except DamagedModelFile:
            return False
        return True

    def _receipt(self, spec: ModelSpec) -> Receipt | None:
        folder = self.folder_of(spec.id)
        receipt = read_receipt(folder)
        if receipt is None or receipt.model != spec.id or not receipt.intact(Path(receipt.root or folder)):
            return None
        pinned = {file.name: file.sha256 for file in spec.files if file.sha256}
        kept = {file.name: file.sha256 for file in receipt.files}
        # A newer catalogue may name another file than the one installed.
        return receipt if all(kept.get(name) == digest for name, digest in pinned.items()) else None

    def entries(self) -> list[StoreEntry]:
        """All models of the catalogue, then the user's own that are installed."""
        found = [self._entry(spec) for spec in self.catalogue]
        if self.folder.is_dir():
            for folder in sorted(self.folder.iterdir()):
                receipt = read_receipt(folder)
                if receipt is None or receipt.model in self.catalogue:
                    continue
                spec = installed_spec(self.catalogue, receipt)
                if spec is not None:
                    found.append(self._entry(spec))
        return found

    def _entry(self, spec: ModelSpec) -> StoreEntry:
        receipt = self._receipt(spec)
        path = model_path(Path(receipt.root or self.folder_of(spec.id)), spec) if receipt else None
        partial = self.partial_folder(spec.id)
        waiting = sum(file.stat().st_size for file in partial.rglob("*") if file.is_file()) if partial.is_dir() else 0
        return StoreEntry(spec, path is not None, path, receipt.size if receipt else spec.size, waiting)

    def install(
        self,
        model: str | None = None,
        *,
        progress: ProgressCallback = ignore_progress,
        cancelled: CancelCheck = never,
    ) -> Path:
        """Bring ``model`` onto this computer, verified; at once if it is here already.

        Sources are tried in the catalogue's order; what an earlier try left is gone on with. A local file or folder is
        checked, hashed and used where it lies. Returns what :meth:`path` returns.

        Raises ``UnknownModel``, ``NoSourceReachable``, ``DownloadInterrupted``, ``WrongDigest``, ``DiskFull``,
        ``UnsafeModelFile``, ``DamagedModelFile``, ``ModelFolderClosed``, ``EngineLeftOut``,
        ``OfflineMode``, ``Cancelled``.
        """
        from desktop_app.model_store.install import Installation

        spec = self.resolve(model)
        local = None if spec.id in self.catalogue else local_path(spec.id)
        if local is not None:
            return self._refer_to(local, progress, cancelled)
        if not self.installed(spec.id):
            check_engine(spec)  # before gigabytes are fetched that could not be used
            with self._writing():
                private_folder(self.folder)
                Installation(self, spec, progress, cancelled).run()
        elif spec.size:
            progress(spec.size, spec.size)
        return self.path(spec.id)

    def _refer_to(self, path: Path, progress: ProgressCallback, cancelled: CancelCheck) -> Path:
        spec = local_spec(self.catalogue, path)
        root = Path(spec.id) if Path(spec.id).is_dir() else path.parent
        done = 0

        def advance(count: int) -> None:
            nonlocal done
            done += count
            progress(done, spec.size or 0)

        digests = [(f.name, hash_file(root / f.name, advance=advance, cancelled=cancelled)) for f in spec.files]
        self.write_receipt(spec, digests, origin="local", root=root)
        return self.path(spec.id)

    def write_receipt(
        self, spec: ModelSpec, digests: list[tuple[str, str]], *, origin: str, root: Path, folder: Path | None = None
    ) -> None:
        """Record that the files ``digests`` (name, SHA-256) under ``root`` are ``spec``, verified.

        The receipt goes into ``folder``, by default the model's own; ``root`` is recorded unless it is that folder.
        """
        target = private_folder(folder or self.folder_of(spec.id))
        receipt = Receipt(
            model=spec.id,
            title=spec.title,
            engine=str(spec.engine),
            architecture=str(spec.architecture),
            family=spec.family,
            context_tokens=spec.context_tokens,
            origin=origin,
            root="" if root == target else str(root),
            files=receipts_for(root, digests),
            licence=spec.licence,
        )
        write_receipt(target, receipt)

    def verify(
        self,
        model: str | None = None,
        *,
        progress: ProgressCallback = ignore_progress,
        cancelled: CancelCheck = never,
    ) -> None:
        """Hash every file of ``model`` and compare with the catalogue, or with the receipt for the user's own.

        A model that fails counts as not installed from then on. Raises ``ModelNotInstalled``, ``WrongDigest``,
        ``Cancelled``.
        """
        spec = self.resolve(model)
        folder = self.folder_of(spec.id)
        receipt = read_receipt(folder)
        if receipt is None:
            raise ModelNotInstalled(model=spec.id)
        expected = {file.name: file.sha256 for file in receipt.files}
        expected.update({file.name: file.sha256 for file in spec.files if file.sha256})
        root = Path(receipt.root or folder)
        done = 0

        def advance(count: int) -> None:
            nonlocal done
            done += count
            progress(done, receipt.size)

        for name, digest in expected.items():
            path = root / name
            found = hash_file(path, advance=advance, cancelled=cancelled) if path.is_file() else "nothing"
            if found != digest:
                (folder / RECEIPT_NAME).unlink(missing_ok=True)
                raise WrongDigest(file=name, expected=digest, found=found)
        # Touched but the same: the receipt learns the new times.
        self.write_receipt(spec, list(expected.items()), origin=receipt.origin, root=root)

    def remove(self, model: str | None = None) -> None:
        """Delete ``model`` and what is left of its downloads; the user's own local files stay where they are.

        Raises ``ModelNotInstalled`` if there is nothing to remove, ``ModelFolderClosed``.
        """
        spec_id = self.catalogue.default.id if model is None else model
        folders = [self.folder_of(spec_id), self.partial_folder(spec_id)]
        if not any(folder.exists() for folder in folders):
            raise ModelNotInstalled(model=spec_id)
        for folder in folders:
            with self._writing():
                (folder / RECEIPT_NAME).unlink(missing_ok=True)
            shutil.rmtree(folder, ignore_errors=True)
        with suppress(OSError):
            self.speeds.forget(spec_id)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise ModelFolderClosed(path=str(self.folder), reason=error.strerror or str(error)) from error


def model_path(root: Path, spec: ModelSpec) -> Path:
    """What an engine opens: the GGUF file, or the folder of a safetensors model."""
    if spec.engine is Engine.LLAMA_CPP:
        return root / next(file.name for file in spec.files if file.name.lower().endswith(".gguf"))
    return root
