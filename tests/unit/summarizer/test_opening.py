"""Which engine is opened for what, and what importing costs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.choices import Engine
from desktop_app.errors import EngineLeftOut, EngineUnavailable, ModelNotInstalled, UnknownModel
from desktop_app.model_store import Catalogue, ModelStore
from desktop_app.options import SummaryOptions
from desktop_app.summarizer import open_summarizer
from desktop_app.summarizer.cores import physical_cores
from tests.unit.model_store.conftest import gguf_bytes, safetensors_bytes


@pytest.fixture
def store(tmp_path: Path) -> ModelStore:
    return ModelStore(Catalogue.shipped(), tmp_path / "models")


def test_importing_and_listing_loads_no_engine() -> None:
    code = (
        "import sys; import desktop_app.summarizer, desktop_app.model_store as m; m.ModelStore.default().entries();"
        "heavy = {'torch', 'transformers', 'xllamacpp', 'httpx2', 'PySide6'} & set(sys.modules); print(heavy or '')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_a_model_that_is_not_installed(store: ModelStore) -> None:
    with pytest.raises(ModelNotInstalled) as caught:
        open_summarizer(SummaryOptions(), store)
    assert caught.value.params["model"] == store.catalogue.default.id


def test_an_unknown_model(store: ModelStore) -> None:
    with pytest.raises(UnknownModel):
        open_summarizer(SummaryOptions(model="nonsense"), store)


def test_an_engine_that_cannot_run_the_model(store: ModelStore, tmp_path: Path) -> None:
    (tmp_path / "m.gguf").write_bytes(gguf_bytes())
    options = SummaryOptions(model=str(tmp_path / "m.gguf"), engine=Engine.TRANSFORMERS)

    with pytest.raises(EngineUnavailable):
        open_summarizer(options, store)


def test_a_gguf_file_that_llama_cpp_cannot_load(store: ModelStore, tmp_path: Path) -> None:
    (tmp_path / "m.gguf").write_bytes(gguf_bytes())

    with pytest.raises(EngineUnavailable) as caught:
        open_summarizer(SummaryOptions(model=str(tmp_path / "m.gguf")), store)
    assert caught.value.params["engine"] == "llama.cpp"


def test_a_folder_that_transformers_cannot_load(store: ModelStore, tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text('{"model_type": "t5", "is_encoder_decoder": true}')
    (tmp_path / "model.safetensors").write_bytes(safetensors_bytes())

    with pytest.raises(EngineUnavailable) as caught:
        open_summarizer(SummaryOptions(model=str(tmp_path)), store)
    assert caught.value.params["engine"] == "transformers"


def test_there_is_at_least_one_core() -> None:
    assert physical_cores() >= 1


def test_an_edition_without_pytorch_says_so_before_it_downloads(
    store: ModelStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # GIVEN an edition of Kratko that was packed without PyTorch
    from desktop_app.model_store import engines

    monkeypatch.setattr(engines, "find_spec", lambda name: None if name == "torch" else object())
    model = next(spec.id for spec in store.catalogue if spec.engine is Engine.TRANSFORMERS)
    # WHEN a model that needs it is to be installed, or one of the reader's own is to be used
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "config.json").write_text('{"model_type": "t5", "is_encoder_decoder": true}', encoding="utf-8")
    (folder / "model.safetensors").write_bytes(safetensors_bytes())
    # THEN it is told at once, and nothing was fetched
    with pytest.raises(EngineLeftOut) as caught:
        store.install(model)
    assert caught.value.params["engine"] == "transformers"
    assert not (tmp_path / "models").exists()
    with pytest.raises(EngineLeftOut):
        open_summarizer(SummaryOptions(model=str(folder)), store)
