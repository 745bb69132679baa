"""What is told of a model before it is downloaded, from a hub that speaks real HTTP; and how fast it was."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.cli.main import main
from desktop_app.errors import NoSourceReachable, UnsafeModelFile
from desktop_app.model_store import ModelStore
from desktop_app.model_store.checks import is_non_commercial
from desktop_app.model_store.offers import offer
from desktop_app.summarizer import PromptRead, StreamItem, SummaryRequest, TextPiece, Usage
from desktop_app.summarizer.advising import advice_for
from desktop_app.summarizer.machine import this_machine
from desktop_app.summarizer.measuring import measure
from tests.unit.model_store.conftest import FakeHub, gguf_bytes


def test_the_catalogue_knows_pinned_models_without_asking(store: ModelStore, content: bytes, hub: FakeHub) -> None:
    found = offer(store, None)
    assert (found.model, found.size, found.licence, found.local) == ("fake", len(content), "Apache-2.0", False)
    assert hub.requests == []


def test_the_hub_is_asked_for_size_and_licence_and_nothing_is_downloaded(store: ModelStore, hub: FakeHub) -> None:
    hub.files["someone/new"] = {"new-Q4_K_M.gguf": gguf_bytes(), "new-Q8_0.gguf": gguf_bytes(900_000)}
    hub.licences["someone/new"] = "cc-by-nc-4.0"
    found = offer(store, "someone/new")
    assert (found.size, found.licence, found.non_commercial) == (len(gguf_bytes()), "cc-by-nc-4.0", True)
    assert len(hub.requests) == 1
    # Once installed, the licence is still known.
    store.install("someone/new")
    entry = next(entry for entry in store.entries() if entry.spec.id == "someone/new")
    assert (entry.spec.licence, entry.spec.non_commercial) == ("cc-by-nc-4.0", True)


def test_files_of_ones_own_stay_where_they_are(store: ModelStore, tmp_path: Path) -> None:
    file = tmp_path / "own.gguf"
    file.write_bytes(gguf_bytes())
    found = offer(store, str(file))
    assert (found.size, found.licence, found.local) == (len(gguf_bytes()), "", True)


def test_what_cannot_be_had_is_said(store: ModelStore, hub: FakeHub) -> None:
    with pytest.raises(NoSourceReachable):
        offer(store, "nobody/nothing")
    hub.files["someone/pickled"] = {"pytorch_model.bin": b"x" * 2000}
    with pytest.raises(UnsafeModelFile):
        offer(store, "someone/pickled")


@pytest.mark.parametrize(
    ("licence", "limited"),
    [("cc-by-nc-sa-4.0", True), ("CC_BY_NC_4.0", True), ("apache-2.0", False), ("MIT", False), ("ncsa", False)],
)
def test_licences_that_forbid_commerce(licence: str, limited: bool) -> None:
    assert is_non_commercial(licence) is limited


class Steady:
    """Reads in one step and writes a word at a time; the clock is the test's."""

    engine = "steady"
    model = "steady"
    budget = 4000

    def __init__(self, clock: list[float]) -> None:
        self.clock = clock
        self.texts: list[str] = []

    def count_tokens(self, text: str) -> int:
        return len(text.split())

    def stream(self, request: SummaryRequest, cancelled: object) -> Iterator[StreamItem]:
        self.texts.append(request.text)
        self.clock[0] += 4.0
        yield PromptRead(1.0)
        for word in ["one", "two", "three", "four", "five"]:
            yield TextPiece(word)
            self.clock[0] += 0.5
        yield Usage(400, 5, True)

    def close(self) -> None: ...


def test_reading_and_writing_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [100.0]
    monkeypatch.setattr("desktop_app.summarizer.measuring.time.monotonic", lambda: clock[0])
    summarizer = Steady(clock)
    found = measure(summarizer, lambda: False, load_seconds=3.0)
    assert found.reading == pytest.approx(100.0)
    assert found.writing == pytest.approx(4 / 2.5)
    assert found.load_seconds == 3.0
    # The same article again would be known to the model already.
    measure(summarizer, lambda: False)
    assert summarizer.texts[0] != summarizer.texts[1]
    twice = replace(found, words=found.words)
    assert twice.seconds_for(2 * found.words) == pytest.approx(2 * 4.0 + 5 / found.writing)


def test_this_computer_has_memory_and_cores() -> None:
    machine = this_machine()
    assert machine.ram_mb > 200
    assert machine.cores >= 1


def test_advice_from_store_and_command_line(
    store: ModelStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "fake" in advice_for(store, None).estimates
    monkeypatch.setenv("KRATKO_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("LANGUAGE", "en")
    assert main(["models", "advise", "--json"]) == 0
    row = json.loads(capsys.readouterr().out)
    assert row["machine"]["cores"] >= 1
    assert set(row["estimates"]) >= {"qwen2.5-coder-1.5b", "smollm2-135m"}
    assert main(["models", "advise"]) == 0
    assert "This computer:" in capsys.readouterr().out
    assert main(["models", "show"]) == 0
    assert "1,117 MB to download; licence: Apache-2.0" in capsys.readouterr().out
