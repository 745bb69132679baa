"""A model that only waits: to try the benchmark itself in seconds. Never for numbers that are told."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any

from benchmarks.speed.inputs import Text
from desktop_app.cancelling import CancelCheck
from desktop_app.sentences import sentences
from desktop_app.summarizer.protocol import PromptRead, StreamItem, SummaryRequest, TextPiece, Usage
from desktop_app.worker import handlers
from desktop_app.worker.child import Handler
from desktop_app.worker.messages import Role

_READ, _WRITE = 1 / 5000, 1 / 500


class StandIn:
    """Reads and writes at fixed speeds, keeps the article read, and quotes its beginning."""

    engine = model = "stand-in"
    budget = 3000

    def __init__(self) -> None:
        from desktop_app.model_store import ModelStore

        self.prompt = ModelStore.default().resolve(None).prompt
        self._article = ""

    def count_tokens(self, text: str) -> int:
        """Tokens are words."""
        return len(text.split())

    def read_ahead(self, request: SummaryRequest, cancelled: CancelCheck) -> None:
        """Read the article if it is another."""
        if request.text != self._article:
            time.sleep(len(request.text.split()) * _READ)
            self._article = request.text

    def stream(self, request: SummaryRequest, cancelled: CancelCheck) -> Iterator[StreamItem]:
        """The article's first sentences, word by word."""
        self.read_ahead(request, cancelled)
        yield PromptRead(1.0)
        spans = sentences(request.text, request.source_lang)[:2]
        words = request.text[spans[0].start : spans[-1].end].split()[:30]
        for word in words:
            time.sleep(_WRITE)
            yield TextPiece(f"{word} ")
        yield Usage(len(request.text.split()), len(words), True)

    def close(self) -> None:
        """Nothing to give back."""


class _Pool:
    network: Any = None

    def __init__(self) -> None:
        self._summarizer = StandIn()

    def get(self, *_: Any) -> StandIn:
        return self._summarizer


def make_handler(role: Role) -> Handler:
    """The app's own handlers, the writer's with the stand-in for a model."""
    handler: Any = handlers.make_handler(role)
    if role is Role.WRITER:
        handler._pool = _Pool()
    return handler


def raw(_path: str) -> Callable[[Text, Callable[[], None]], dict[str, Any]]:
    """The stand-in for a system beside Kratko: reads everything, keeps nothing."""

    def write(text: Text, at_first: Callable[[], None]) -> dict[str, Any]:
        time.sleep(text.words * _READ)
        at_first()
        time.sleep(30 * _WRITE)
        return {"tokens": 30, "prompt_tokens": text.words}

    return write
