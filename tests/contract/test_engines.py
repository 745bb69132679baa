"""The contract over every engine: tiny checkpoints on transformers, real GGUF files on llama.cpp, a real server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.choices import Engine
from desktop_app.errors import ModelError
from desktop_app.model_store import ModelStore
from desktop_app.options import SummaryOptions
from desktop_app.summarizer import Summarizer, open_summarizer
from tests.contract.summarizer_contract import SummarizerContract

TINY_GGUF = "smollm2-135m"


def installed(model: str | None) -> str:
    """The id of ``model``, or a skip that says how to get it."""
    store = ModelStore.default()
    spec = store.resolve(model)
    try:
        store.path(spec.id)
    except ModelError:
        pytest.skip(f"{spec.id} is not installed: kratko models install {spec.id}")
    return spec.id


class OpenedContract(SummarizerContract):
    """Engines opened through the store, as the application does it."""

    @pytest.fixture(scope="class")
    @classmethod
    def options(cls) -> SummaryOptions:
        raise NotImplementedError

    @pytest.fixture(scope="class", autouse=True)
    @classmethod
    def _keep(cls, options: SummaryOptions) -> None:
        cls.chosen = options  # type: ignore[attr-defined]

    @pytest.fixture(scope="class")
    @classmethod
    def summarizer(cls, options: SummaryOptions) -> Iterator[Summarizer]:
        opened = open_summarizer(options, ModelStore.default())
        yield opened
        opened.close()

    def open_another(self) -> Summarizer:
        return open_summarizer(self.chosen, ModelStore.default())  # type: ignore[attr-defined]


class TransformersContract(OpenedContract):
    engine = "transformers"
    maker = ""

    @pytest.fixture(scope="class")
    @classmethod
    def options(cls, tmp_path_factory: pytest.TempPathFactory) -> SummaryOptions:
        from tests.models import tiny

        folder: Path = getattr(tiny, cls.maker)(tmp_path_factory.mktemp(cls.maker))
        return SummaryOptions(model=str(folder))


class TestT5(TransformersContract):
    maker = "make_t5"


class TestMBart(TransformersContract):
    maker = "make_mbart"


class TestCausal(TransformersContract):
    maker = "make_causal"
    writes_sense = False


@pytest.mark.model
class TestTinyGguf(OpenedContract):
    engine = "llama.cpp"

    @pytest.fixture(scope="class")
    @classmethod
    def options(cls) -> SummaryOptions:
        return SummaryOptions(model=installed(TINY_GGUF))


@pytest.mark.model
class TestEmbeddedModel(OpenedContract):
    engine = "llama.cpp"

    @pytest.fixture(scope="class")
    @classmethod
    def options(cls) -> SummaryOptions:
        return SummaryOptions(model=installed(None))


@pytest.mark.model
class TestServer(OpenedContract):
    """llama.cpp's own HTTP server on loopback."""

    engine = "server"

    @pytest.fixture(scope="class")
    @classmethod
    def options(cls) -> Iterator[SummaryOptions]:
        import xllamacpp

        params = xllamacpp.CommonParams()
        params.model.path = str(ModelStore.default().path(installed(TINY_GGUF)))
        params.n_ctx = 8192
        params.n_parallel = 1
        params.n_batch = params.n_ubatch = 64
        params.cache_ram_mib = 0
        params.cache_prompt = False
        params.verbosity = -1
        server = xllamacpp.Server(params)
        yield SummaryOptions(engine=Engine.SERVER, server_url=f"{server.listening_address}/v1")
        del server
