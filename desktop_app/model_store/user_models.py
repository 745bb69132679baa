"""Models of the user's own, described in the catalogue's terms: local files and folders, and hub ids."""

from __future__ import annotations

from pathlib import Path

from desktop_app.choices import Engine
from desktop_app.errors import DamagedModelFile, FileMissing, UnsafeModelFile
from desktop_app.model_store.catalogue import Architecture, Catalogue, HubSource, ModelFile, ModelSpec
from desktop_app.model_store.checks import is_hub_repo, is_non_commercial, is_safe_name
from desktop_app.model_store.formats import check_file, check_folder, is_safe_file, read_config, read_gguf
from desktop_app.model_store.receipts import Receipt

#: Context used for models whose own is larger or unknown, in tokens.
_CONTEXT = 4096


def local_path(model: str) -> Path | None:
    """The file or folder that ``model`` names, ``None`` if there is none."""
    if not model.strip():
        return None
    try:
        path = Path(model).expanduser()
        return path.absolute() if path.exists() else None
    except (OSError, ValueError, RuntimeError):
        return None


def local_spec(catalogue: Catalogue, path: Path) -> ModelSpec:
    """Describe the GGUF file or the safetensors folder at ``path``; its id is the path.

    Raises ``FileMissing``, ``UnsafeModelFile`` or ``DamagedModelFile``.
    """
    if not path.exists():
        raise FileMissing(path=str(path))
    if path.is_file() and path.suffix.lower() == ".safetensors":
        path = path.parent
    if path.is_dir():
        names = [file.name for file in check_folder(path)]
        return describe_folder(catalogue, path, str(path), path.name, names)
    if path.suffix.lower() != ".gguf":
        raise UnsafeModelFile(file=path.name)
    check_file(path)
    return describe_gguf(catalogue, path, str(path), path.stem)


def describe_gguf(catalogue: Catalogue, path: Path, model: str, title: str) -> ModelSpec:
    """Describe a GGUF file by its header. Raises ``DamagedModelFile``."""
    info = read_gguf(path)
    family = catalogue.family_of(info.architecture, Architecture.DECODER)
    return ModelSpec(
        id=model,
        title=title,
        engine=Engine.LLAMA_CPP,
        architecture=Architecture.DECODER,
        family=family.id,
        prompt=family.prompt,
        licence=info.licence,
        non_commercial=is_non_commercial(info.licence),
        files=(ModelFile(path.name, path.stat().st_size),),
        context_tokens=min(info.context_tokens or _CONTEXT, _CONTEXT),
    )


def describe_folder(catalogue: Catalogue, folder: Path, model: str, title: str, names: list[str]) -> ModelSpec:
    """Describe a safetensors folder by its ``config.json``. Raises ``DamagedModelFile``."""
    config = read_config(folder)
    model_type = config.get("model_type")
    if not isinstance(model_type, str):
        raise DamagedModelFile(file="config.json", reason="names no model_type")
    architecture = Architecture.ENCODER_DECODER if config.get("is_encoder_decoder") else Architecture.DECODER
    family = catalogue.family_of(model_type, architecture)
    context = next(
        (
            value
            for key in ("max_position_embeddings", "n_positions", "max_encoder_position_embeddings")
            if isinstance(value := config.get(key), int) and value > 0
        ),
        512 if model_type in ("t5", "mt5") else 1024,
    )
    return ModelSpec(
        id=model,
        title=title,
        engine=Engine.TRANSFORMERS,
        architecture=architecture,
        family=family.id,
        prompt=family.prompt,
        licence="",
        files=tuple(ModelFile(name, (folder / name).stat().st_size) for name in names),
        context_tokens=min(context, _CONTEXT),
    )


def hub_spec(catalogue: Catalogue, model: str) -> ModelSpec | None:
    """Describe the hub id ``owner/name[:file]`` before its files are known, ``None`` if ``model`` is no hub id.

    Raises ``UnsafeModelFile`` if it names a file Kratko does not open.
    """
    repo, _, file = model.partition(":")
    if not is_hub_repo(repo) or (file and not is_safe_name(file)):
        return None
    if file and not is_safe_file(file):
        raise UnsafeModelFile(file=file)
    family = catalogue.family_of("*", Architecture.DECODER)
    return ModelSpec(
        id=model,
        title=model,
        engine=Engine.AUTO,
        architecture=family.architecture,
        family=family.id,
        prompt=family.prompt,
        licence="",
        files=(ModelFile(file),) if file else (),
        sources=(HubSource(repo, "main"),),
        context_tokens=_CONTEXT,
    )


def installed_spec(catalogue: Catalogue, receipt: Receipt) -> ModelSpec | None:
    """The description of an installed model of the user's own, ``None`` if its family is unknown by now."""
    family = catalogue.families.get(receipt.family)
    if family is None:
        return None
    return ModelSpec(
        id=receipt.model,
        title=receipt.title,
        engine=Engine(receipt.engine),
        architecture=family.architecture,
        family=family.id,
        prompt=family.prompt,
        licence=receipt.licence,
        non_commercial=is_non_commercial(receipt.licence),
        files=tuple(ModelFile(file.name, file.size, file.sha256) for file in receipt.files),
        context_tokens=receipt.context_tokens,
    )
