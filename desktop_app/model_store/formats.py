"""Which model files may be opened: GGUF and safetensors, after a look at their headers. Never pickles.

The headers are read with bounds on every count, so that a hostile file is refused before a native library sees it.
GGUF: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md; safetensors:
https://huggingface.co/docs/safetensors/index#format.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from desktop_app.errors import DamagedModelFile, UnsafeModelFile

#: What a model folder may hold: weights, and the plain data that describes them.
SAFE_SUFFIXES = frozenset({".gguf", ".safetensors", ".json", ".model", ".txt", ".jinja", ".vocab", ".bpe"})
WEIGHT_SUFFIXES = frozenset({".gguf", ".safetensors"})
#: Weights that run code when opened, or that Kratko cannot check.
UNSAFE_SUFFIXES = frozenset(
    {".bin", ".pt", ".pth", ".pkl", ".pickle", ".ckpt", ".h5", ".msgpack", ".npz", ".npy", ".joblib", ".mar", ".nemo"}
)

_MAX_HEADER = 100 * 1024 * 1024
_MAX_TEXT = 8 * 1024 * 1024
_MAX_ENTRIES = 100_000
_MAX_ITEMS = 4_000_000
_SCALARS = {0: "<B", 1: "<b", 2: "<H", 3: "<h", 4: "<I", 5: "<i", 6: "<f", 7: "<?", 10: "<Q", 11: "<q", 12: "<d"}
_TEXT, _ARRAY = 8, 9
_DTYPES = {
    "F64", "F32", "F16", "BF16", "I64", "I32", "I16", "I8", "U64", "U32", "U16", "U8", "BOOL",
    "F8_E4M3", "F8_E5M2", "F8_E8M0", "F4", "F6_E2M3", "F6_E3M2", "C64",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class GgufInfo:
    """What the header of a GGUF file says: architecture, trained context (tokens), whether it has a chat template,
    and its licence (empty where it names none).
    """

    architecture: str
    context_tokens: int | None
    chat_template: bool
    licence: str = ""


def is_safe_file(name: str) -> bool:
    """Whether a file called ``name`` may be part of a model."""
    return Path(name).suffix.lower() in SAFE_SUFFIXES


def check_file(path: Path) -> None:
    """Check one file of a model by name and header.

    Raises ``UnsafeModelFile`` for formats that may run code, ``DamagedModelFile`` if the header makes no sense.
    """
    suffix = path.suffix.lower()
    if suffix not in SAFE_SUFFIXES:
        raise UnsafeModelFile(file=path.name)
    if suffix == ".gguf":
        read_gguf(path)
    elif suffix == ".safetensors":
        check_safetensors(path)


def check_folder(folder: Path) -> list[Path]:
    """The files of the safetensors model in ``folder``: its configuration, tokenizer and weights.

    Raises ``UnsafeModelFile`` if its only weights are of a format that may run code, ``DamagedModelFile`` if it is no
    model or a header makes no sense.
    """
    files = [path for path in sorted(folder.iterdir()) if path.is_file()]
    weights = [path for path in files if path.suffix.lower() == ".safetensors"]
    if not weights:
        unsafe = [path for path in files if path.suffix.lower() in UNSAFE_SUFFIXES]
        if unsafe:
            raise UnsafeModelFile(file=unsafe[0].name)
        raise DamagedModelFile(file=folder.name, reason="no safetensors weights")
    read_config(folder)
    for path in weights:
        check_safetensors(path)
    return [path for path in files if path.suffix.lower() in SAFE_SUFFIXES and path.suffix.lower() != ".gguf"]


def read_config(folder: Path) -> dict[str, Any]:
    """``config.json`` of a model folder; raises ``DamagedModelFile`` if there is none or it is no JSON object."""
    path = folder / "config.json"
    try:
        if path.stat().st_size > _MAX_TEXT:
            raise ValueError("too large")
        config = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise DamagedModelFile(file=path.name, reason=str(error)[:200]) from error
    if not isinstance(config, dict):
        raise DamagedModelFile(file=path.name, reason="not an object")
    return config


def weights_among(names: Iterable[str]) -> list[str]:
    """Those of ``names`` that are weights Kratko opens."""
    return [name for name in names if Path(name).suffix.lower() in WEIGHT_SUFFIXES]


def check_safetensors(path: Path) -> None:
    """Raise ``DamagedModelFile`` unless the header of ``path`` is sound and its tensors lie inside the file."""
    try:
        _check_safetensors(path)
    except (OSError, ValueError, KeyError, TypeError, struct.error, RecursionError) as error:
        raise DamagedModelFile(file=path.name, reason=f"{type(error).__name__}: {error}"[:200]) from error


def _check_safetensors(path: Path) -> None:
    total = path.stat().st_size
    with path.open("rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        if not 2 <= length <= min(_MAX_HEADER, total - 8):
            raise ValueError("header longer than the file")
        header = json.loads(file.read(length))
    if not isinstance(header, dict):
        raise ValueError("header is not an object")
    header.pop("__metadata__", None)
    for tensor in header.values():
        start, end = tensor["data_offsets"]
        plain = all(isinstance(number, int) and number >= 0 for number in (start, end, *tensor["shape"]))
        if tensor["dtype"] not in _DTYPES or not plain or not start <= end <= total - 8 - length:
            raise ValueError("a tensor lies outside the file")
    if not header:
        raise ValueError("no tensors")


def read_gguf(path: Path) -> GgufInfo:
    """Read the header of a GGUF file.

    Raises ``DamagedModelFile`` if it is none, or makes no sense.
    """
    try:
        with path.open("rb") as file:
            return _GgufReader(file, path.stat().st_size).read()
    except (OSError, ValueError, struct.error) as error:
        raise DamagedModelFile(file=path.name, reason=f"{type(error).__name__}: {error}"[:200]) from error


class _GgufReader:
    """Walks the header, keeping what Kratko needs and skipping the rest."""

    def __init__(self, file: BinaryIO, size: int) -> None:
        self._file = file
        self._size = size

    def read(self) -> GgufInfo:
        if self._file.read(4) != b"GGUF":
            raise ValueError("not a GGUF file")
        if self._number("<I") not in (2, 3):
            raise ValueError("unknown version of GGUF")
        tensors, entries = self._number("<Q"), self._number("<Q")
        if not (0 < tensors <= _MAX_ENTRIES and 0 < entries <= _MAX_ENTRIES):
            raise ValueError("implausible number of entries")
        kept: dict[str, Any] = {}
        for _ in range(entries):
            key = self._text()
            value = self._value(self._number("<I"))
            if isinstance(value, (int, str)):
                kept[key] = value
        architecture = kept.get("general.architecture")
        if not isinstance(architecture, str):
            raise ValueError("names no architecture")
        for _ in range(tensors):
            self._tensor()
        context = kept.get(f"{architecture}.context_length")
        licence = kept.get("general.license")
        return GgufInfo(
            architecture,
            context if isinstance(context, int) else None,
            "tokenizer.chat_template" in kept,
            licence[:80] if isinstance(licence, str) else "",
        )

    def _bytes(self, count: int) -> bytes:
        if count > self._size - self._file.tell():
            raise ValueError("longer than the file")
        return self._file.read(count)

    def _number(self, code: str) -> int:
        (value,) = struct.unpack(code, self._bytes(struct.calcsize(code)))
        return int(value)

    def _text(self) -> str:
        length = self._number("<Q")
        if length > _MAX_TEXT:
            raise ValueError("implausibly long text")
        return self._bytes(length).decode("utf-8", "replace")

    def _skip(self, count: int) -> None:
        if count > self._size - self._file.tell():
            raise ValueError("longer than the file")
        self._file.seek(count, 1)

    def _value(self, kind: int) -> int | str | None:
        if kind == _TEXT:
            return self._text()
        if kind in _SCALARS:
            if kind in (6, 12):
                self._skip(struct.calcsize(_SCALARS[kind]))
                return None
            return self._number(_SCALARS[kind])
        if kind != _ARRAY:
            raise ValueError("unknown kind of value")
        item, count = self._number("<I"), self._number("<Q")
        if count > _MAX_ITEMS:
            raise ValueError("implausibly long list")
        if item in _SCALARS:
            self._skip(count * struct.calcsize(_SCALARS[item]))
        elif item == _TEXT:
            for _ in range(count):
                self._skip(self._number("<Q"))
        else:
            raise ValueError("list of an unknown kind")
        return None

    def _tensor(self) -> None:
        self._text()
        dimensions = self._number("<I")
        if not 0 < dimensions <= 8:
            raise ValueError("implausible tensor")
        self._skip(8 * dimensions + 4)
        if self._number("<Q") > self._size:
            raise ValueError("a tensor lies outside the file")
