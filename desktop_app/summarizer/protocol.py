"""The contract every engine fulfils; ``tests/contract`` runs one suite over all of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from desktop_app.cancelling import CancelCheck
from desktop_app.choices import Length, Style

#: Asked at every token; true once the reader wants the work stopped.


@dataclass(frozen=True, slots=True)
class SummaryRequest:
    """What to summarise and how.

    ``text`` already fits the engine's budget; ``lang`` is the BCP-47 code of the summary, ``source_lang`` that of the
    text. ``about`` is a question or subject to keep to, ``""`` for none. ``attempt`` counts from 0: a later one asks
    for another wording, where the engine's attribute ``can_retry`` is true; with ``beyond_title`` for what the title
    does not say. Two requests that are equal give the same
    summary on the same machine.
    """

    text: str
    lang: str
    source_lang: str
    length: Length = Length.SHORT
    style: Style = Style.PARAGRAPH
    about: str = ""
    title: str | None = None
    seed: int = 0
    attempt: int = 0
    beyond_title: bool = False


@dataclass(frozen=True, slots=True)
class PromptRead:
    """``share`` (0…1) of the prompt has been read by the model."""

    share: float


@dataclass(frozen=True, slots=True)
class TextPiece:
    """The next piece of the summary."""

    text: str


@dataclass(frozen=True, slots=True)
class Usage:
    """The last item of a stream: tokens read and written, and whether the model ended by itself."""

    prompt_tokens: int
    tokens: int
    finished: bool


StreamItem = PromptRead | TextPiece | Usage


@runtime_checkable
class Summarizer(Protocol):
    """A model ready to write summaries, in this process or behind a server.

    ``engine`` is ``llama.cpp``, ``transformers`` or ``server``; ``model`` the model's id.
    """

    engine: str
    model: str

    @property
    def budget(self) -> int:
        """How many tokens of article text fit into one request."""

    def count_tokens(self, text: str) -> int:
        """Number of the model's tokens in ``text``."""

    def stream(self, request: SummaryRequest, cancelled: CancelCheck) -> Iterator[StreamItem]:
        """Write the summary piece by piece; the last item is one :class:`Usage`.

        Raises ``desktop_app.errors.Cancelled`` as soon as ``cancelled()`` is true, and ``EngineFailed`` or
        ``ServerUnreachable`` if the model breaks off.
        """

    def close(self) -> None:
        """Give memory and handles back; may be called twice."""
