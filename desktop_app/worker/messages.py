"""What crosses the pipe between the window and its child processes: small frozen values, each with a job id."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from desktop_app.article import Article
from desktop_app.errors import KratkoError
from desktop_app.events import Event
from desktop_app.network import NetworkPolicy
from desktop_app.options import SummaryOptions
from desktop_app.sources.source import Limits, Source


class Role(StrEnum):
    """What a child is for.

    Reading and writing have a child each, so that the figures of the next article need not wait for the summary of
    the last one, and a parser that falls over a hostile file does not take the loaded model with it.
    """

    READER = "reader"
    WRITER = "writer"
    INSTALLER = "installer"


@dataclass(frozen=True, slots=True)
class ReadJob:
    """Fetch and read ``source``: emits ``StageChanged``, ``ArticleReady``, ``FiguresReady``."""

    id: int
    source: Source
    limits: Limits = field(default_factory=Limits)
    network: NetworkPolicy = field(default_factory=NetworkPolicy.from_environment)


@dataclass(frozen=True, slots=True)
class SummarizeJob:
    """Summarise ``article``: emits ``StageChanged``, ``SummaryPiece``, ``SummaryReady``."""

    id: int
    article: Article
    options: SummaryOptions
    network: NetworkPolicy = field(default_factory=NetworkPolicy.from_environment)


@dataclass(frozen=True, slots=True)
class WarmUpJob:
    """Load what ``options`` will need, so that the first summary does not wait; a missing model is no error."""

    id: int
    options: SummaryOptions
    network: NetworkPolicy = field(default_factory=NetworkPolicy.from_environment)


@dataclass(frozen=True, slots=True)
class InstallJob:
    """Download and verify ``model`` (a catalogue id, path or hub id): emits ``Progress``."""

    id: int
    model: str
    network: NetworkPolicy = field(default_factory=NetworkPolicy.from_environment)


Job = ReadJob | SummarizeJob | WarmUpJob | InstallJob


def role_of(job: Job) -> Role:
    """Which child does ``job``."""
    match job:
        case ReadJob():
            return Role.READER
        case InstallJob():
            return Role.INSTALLER
        case _:
            return Role.WRITER


@dataclass(frozen=True, slots=True)
class Progress:
    """``done`` of ``total`` bytes are there; ``total`` is 0 while unknown."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Emitted:
    """``event`` happened in job ``id``."""

    id: int
    event: Event | Progress


@dataclass(frozen=True, slots=True)
class Done:
    """Job ``id`` ended well; nothing follows for it."""

    id: int


@dataclass(frozen=True, slots=True)
class Failed:
    """Job ``id`` ended with ``error`` (``Cancelled`` when the reader stopped it); nothing follows for it."""

    id: int
    error: KratkoError


Message = Emitted | Done | Failed
