"""Headers of model files: sound ones are read, hostile ones refused before any native code sees them."""

from __future__ import annotations

import contextlib
import json
import struct
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.errors import DamagedModelFile, UnsafeModelFile
from desktop_app.model_store.formats import check_file, check_folder, check_safetensors, is_safe_file, read_gguf
from tests.unit.model_store.conftest import gguf_bytes, safetensors_bytes


def test_a_sound_gguf_header(tmp_path: Path) -> None:
    path = tmp_path / "m.gguf"
    path.write_bytes(gguf_bytes())

    info = read_gguf(path)
    assert (info.architecture, info.context_tokens, info.chat_template) == ("llama", 2048, False)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"GGUF",
        b"GGML" + gguf_bytes()[4:],
        gguf_bytes()[:60],
        b"GGUF" + struct.pack("<IQQ", 99, 1, 1) + b"\0" * 100,
        b"GGUF" + struct.pack("<IQQ", 3, 2**63, 1) + b"\0" * 100,
        b"GGUF" + struct.pack("<IQQ", 3, 1, 2**62) + b"\0" * 100,
        b"GGUF" + struct.pack("<IQQ", 3, 1, 1) + struct.pack("<Q", 2**40) + b"\0" * 100,
        b"GGUF" + struct.pack("<IQQQ", 3, 1, 1, 1) + b"k" + struct.pack("<IIQ", 9, 8, 2**50) + b"\0" * 50,
        b"GGUF" + struct.pack("<IQQQ", 3, 1, 1, 1) + b"k" + struct.pack("<IIQ", 9, 9, 1) + b"\0" * 50,
        b"GGUF" + struct.pack("<IQQQ", 3, 1, 1, 1) + b"k" + struct.pack("<I", 77) + b"\0" * 50,
    ],
)
def test_gguf_headers_that_make_no_sense(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "m.gguf"
    path.write_bytes(content)

    with pytest.raises(DamagedModelFile):
        check_file(path)


def test_sound_safetensors(tmp_path: Path) -> None:
    path = tmp_path / "m.safetensors"
    path.write_bytes(safetensors_bytes())
    check_file(path)


def _safetensors(header: object) -> bytes:
    data = json.dumps(header).encode()
    return struct.pack("<Q", len(data)) + data + b"\0" * 16


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x80\x04\x95",
        struct.pack("<Q", 2**60) + b"{}",
        struct.pack("<Q", 4) + b"[[[[" + b"\0" * 8,
        struct.pack("<Q", 20_000) + b"[" * 20_000 + b"\0" * 8,
        _safetensors([]),
        _safetensors({}),
        _safetensors({"w": {"dtype": "U8", "shape": [16], "data_offsets": [0, 10**9]}}),
        _safetensors({"w": {"dtype": "U8", "shape": [-1], "data_offsets": [0, 4]}}),
        _safetensors({"w": {"dtype": "PICKLE", "shape": [4], "data_offsets": [0, 4]}}),
        _safetensors({"w": {"dtype": "U8", "shape": [4], "data_offsets": [8, 4]}}),
        _safetensors({"w": {"dtype": "U8", "shape": [4]}}),
        _safetensors({"w": 3}),
    ],
)
def test_safetensors_headers_that_make_no_sense(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "m.safetensors"
    path.write_bytes(content)

    with pytest.raises(DamagedModelFile):
        check_safetensors(path)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200, deadline=None)
@given(position=st.integers(0, 150), value=st.binary(min_size=1, max_size=8))
def test_a_gguf_header_with_changed_bytes_never_crashes(tmp_path: Path, position: int, value: bytes) -> None:
    content = bytearray(gguf_bytes(1024))
    content[position : position + len(value)] = value
    path = tmp_path / "fuzz.gguf"
    path.write_bytes(content)

    with contextlib.suppress(DamagedModelFile):
        assert read_gguf(path).architecture


@pytest.mark.parametrize("name", ["a.bin", "a.PT", "a.pkl", "a.py", "a.so", "a", "a.gguf.exe", "a.onnx"])
def test_names_that_are_refused(name: str, tmp_path: Path) -> None:
    assert not is_safe_file(name)
    (tmp_path / name).write_bytes(b"x")
    with pytest.raises(UnsafeModelFile):
        check_file(tmp_path / name)


@pytest.mark.parametrize("config", ["", "[]", "{", '"x"', "[" * 100_000])
def test_folders_with_a_strange_config(tmp_path: Path, config: str) -> None:
    (tmp_path / "model.safetensors").write_bytes(safetensors_bytes())
    (tmp_path / "config.json").write_text(config)

    with pytest.raises(DamagedModelFile):
        check_folder(tmp_path)


def test_a_folder_without_weights(tmp_path: Path) -> None:
    with pytest.raises(DamagedModelFile):
        check_folder(tmp_path)
