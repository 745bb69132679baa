"""A model's answers kept in a file: what was asked once need not be asked again while the checks around it change.

Decoding is greedy and its batches are cut in fixed places, so the same request has the same answer on the same machine.
Times are kept with the pieces: ``saved`` says how long the answers given from the file took when they were written, so
that a replay plus ``saved`` is about the time of a first run.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from desktop_app.summarizer import CancelCheck, StreamItem, Summarizer, SummaryRequest, TextPiece, Usage


class KeptAnswers:
    """``summarizer`` (opened by ``opening`` when it is first needed) with its answers kept in ``path``, a JSONL file.

    ``lock`` names a file locked while the model works, so that several runs take turns.
    """

    def __init__(self, summarizer: Summarizer, path: Path, *, lock: Path | None = None) -> None:
        self._inner = summarizer
        self._path = path
        self._lock = lock
        self._kept: dict[str, dict[str, Any]] = {}
        #: Seconds that kept answers took when they were written, summed over those given again.
        self.saved = 0.0
        if path.exists():
            with path.open(encoding="utf-8") as lines:
                for line in lines:
                    row = json.loads(line)
                    self._kept[row["key"]] = row

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)

    def stream(self, request: SummaryRequest, cancelled: CancelCheck) -> Iterator[StreamItem]:
        """The kept answer to ``request`` at once, or the model's, which is then kept."""
        key = hashlib.sha1(repr((self._inner.model, request)).encode()).hexdigest()
        row = self._kept.get(key)
        if row is None:
            row = {"key": key, **self._ask(request, cancelled)}
            self._kept[key] = row
            with self._path.open("a", encoding="utf-8") as out:
                out.write(json.dumps(row, ensure_ascii=False) + "\n")
        else:
            self.saved += row["seconds"]
        for piece in row["pieces"]:
            yield TextPiece(piece)
        yield Usage(row["prompt_tokens"], row["tokens"], row["finished"])

    def _ask(self, request: SummaryRequest, cancelled: CancelCheck) -> dict[str, Any]:
        with _locked(self._lock):
            begun = time.monotonic()
            pieces: list[str] = []
            first = 0.0
            usage: Usage | None = None
            for item in self._inner.stream(request, cancelled):
                if isinstance(item, TextPiece):
                    first = first or time.monotonic() - begun
                    pieces.append(item.text)
                elif isinstance(item, Usage):
                    usage = item
        assert usage is not None
        return {
            "pieces": pieces,
            "prompt_tokens": usage.prompt_tokens,
            "tokens": usage.tokens,
            "finished": usage.finished,
            "first": first,
            "seconds": time.monotonic() - begun,
        }


@contextmanager
def _locked(path: Path | None) -> Iterator[None]:
    if path is None:
        yield
        return
    file: IO[str]
    with path.open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
