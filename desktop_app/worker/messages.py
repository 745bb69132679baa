"""What crosses the pipe between the window and its child processes: small frozen values, each with a job id."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop_app.article import Article, Digest, Figure
from desktop_app.errors import KratkoError
from desktop_app.events import Event
from desktop_app.model_advice import Advice, ModelOffer, Speed
from desktop_app.network import NetworkPolicy
from desktop_app.options import SummaryOptions
from desktop_app.sources.source import Limits, Source
from desktop_app.worker.keeping import Answer, Request

if TYPE_CHECKING:
    from desktop_app.export.comparison import ComparisonSheet
    from desktop_app.export.exporter import ExportOptions


class Role(StrEnum):
    """What a child is for.

    Reading and writing have a child each, so that the figures of the next article need not wait for the summary of
    the last one, and a parser that falls over a hostile file does not take the loaded model with it. What is kept has
    one of its own too: neither a slow disk nor a long article may hold up the other.
    """

    READER = "reader"
    WRITER = "writer"
    INSTALLER = "installer"
    EXPORTER = "exporter"
    KEEPER = "keeper"


@dataclass(frozen=True, slots=True)
class ReadJob:
    """Fetch and read ``source``: emits the events of ``digest.read``.

    Whatever it is busy with, the child is ended when reading takes longer than ``limits.longest`` seconds.
    """

    id: int
    source: Source
    limits: Limits = field(default_factory=Limits)
    network: NetworkPolicy = field(default_factory=NetworkPolicy.from_environment)
    with_figures: bool = True


@dataclass(frozen=True, slots=True)
class SummarizeJob:
    """Summarise ``article``: emits ``StageChanged``, ``SummaryPiece``, ``SummaryReady``.

    Its ``figures`` come along, most important first: finding them again would take longer than the pipe does.
    """

    id: int
    article: Article
    options: SummaryOptions
    network: NetworkPolicy = field(default_factory=NetworkPolicy.from_environment)
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadAheadJob:
    """Have the model read ``article`` before its summary is asked for; emits nothing. A missing model is no error."""

    id: int
    article: Article
    options: SummaryOptions
    figures: tuple[Figure, ...] = ()


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


@dataclass(frozen=True, slots=True)
class ExportJob:
    """Write ``digests`` to ``path`` in the format its ending names: emits ``Exported``."""

    id: int
    digests: tuple[Digest, ...]
    path: str
    options: ExportOptions


@dataclass(frozen=True, slots=True)
class LoadDigestsJob:
    """Read the exported digests in the files at ``paths``: emits ``DigestsLoaded``."""

    id: int
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CompareJob:
    """Compare ``digests`` in the words of ``lang``: emits ``Compared``."""

    id: int
    digests: tuple[Digest, ...]
    lang: str


@dataclass(frozen=True, slots=True)
class ExportComparisonJob:
    """Write the comparison of ``digests`` to ``path`` in the format its ending names: emits ``Exported``."""

    id: int
    digests: tuple[Digest, ...]
    path: str
    lang: str


@dataclass(frozen=True, slots=True)
class KeepJob:
    """Ask the keeper: emits the answer that ``request`` names."""

    id: int
    request: Request


@dataclass(frozen=True, slots=True)
class OfferJob:
    """Find out size and licence of ``model`` before it is installed: emits ``ModelOffer``."""

    id: int
    model: str
    network: NetworkPolicy = field(default_factory=NetworkPolicy.from_environment)


@dataclass(frozen=True, slots=True)
class AdviseJob:
    """Say which model suits this computer, where ``model`` (``None`` for the default) is used: emits ``Advice``."""

    id: int
    model: str | None


@dataclass(frozen=True, slots=True)
class VerifyJob:
    """Hash the files of ``model`` again: emits ``Progress``."""

    id: int
    model: str


@dataclass(frozen=True, slots=True)
class RemoveJob:
    """Delete ``model`` and what was measured of it."""

    id: int
    model: str


@dataclass(frozen=True, slots=True)
class ReleaseJob:
    """Give the memory of ``model`` back if it is loaded, so that its files can be deleted."""

    id: int
    model: str


@dataclass(frozen=True, slots=True)
class MeasureJob:
    """Measure how fast the model of ``options`` is here, and keep it: emits ``Speed``."""

    id: int
    options: SummaryOptions


Job = (
    ReadJob
    | SummarizeJob
    | ReadAheadJob
    | WarmUpJob
    | InstallJob
    | OfferJob
    | AdviseJob
    | VerifyJob
    | RemoveJob
    | ReleaseJob
    | MeasureJob
    | ExportJob
    | CompareJob
    | ExportComparisonJob
    | LoadDigestsJob
    | KeepJob
)


def role_of(job: Job) -> Role:
    """Which child does ``job``."""
    match job:
        # Quick questions about models do not wait behind a download.
        case ReadJob() | LoadDigestsJob() | OfferJob() | AdviseJob():
            return Role.READER
        case InstallJob() | VerifyJob() | RemoveJob():
            return Role.INSTALLER
        case ExportJob() | CompareJob() | ExportComparisonJob():
            return Role.EXPORTER
        case KeepJob():
            return Role.KEEPER
        case _:
            return Role.WRITER


@dataclass(frozen=True, slots=True)
class Progress:
    """``done`` of ``total`` bytes are there; ``total`` is 0 while unknown."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Exported:
    """The files at ``paths`` are written, whole."""

    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DigestsLoaded:
    """The digests that files hold, one at least."""

    digests: tuple[Digest, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """Digests were compared."""

    sheet: ComparisonSheet


#: What a job tells before it ends.
Telling = Event | Progress | ModelOffer | Advice | Speed | Exported | Compared | DigestsLoaded | Answer


@dataclass(frozen=True, slots=True)
class Emitted:
    """``event`` happened in job ``id``."""

    id: int
    event: Telling


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
