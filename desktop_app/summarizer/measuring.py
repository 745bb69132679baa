"""How fast a model reads and writes on this computer: one short summary of the sample article, with a clock."""

from __future__ import annotations

import time
from datetime import UTC, datetime

from desktop_app.cancelling import CancelCheck
from desktop_app.errors import EngineFailed
from desktop_app.model_advice import Speed
from desktop_app.resources import resource
from desktop_app.summarizer.protocol import Summarizer, SummaryRequest, TextPiece, Usage


def measure(summarizer: Summarizer, cancelled: CancelCheck, *, load_seconds: float = 0.0) -> Speed:
    """Have ``summarizer`` summarise the English sample. Raises what ``stream`` raises."""
    text = resource("samples", "en.md").read_text(encoding="utf-8")
    # An article that was read before would not be read again; this one nobody has read.
    text = f"{time.time_ns()}\n\n{text}"
    request = SummaryRequest(text=text, lang="en", source_lang="en")
    begun = time.monotonic()
    first = 0.0
    pieces = 0
    usage: Usage | None = None
    for item in summarizer.stream(request, cancelled):
        if isinstance(item, TextPiece):
            first = first or time.monotonic()
            pieces += 1
        elif isinstance(item, Usage):
            usage = item
    ended = time.monotonic()
    if usage is None or not first or ended <= first:
        raise EngineFailed(engine=summarizer.engine, reason="nothing was written")
    prompt_tokens = usage.prompt_tokens or summarizer.count_tokens(text)
    tokens = max(1, usage.tokens or pieces)
    return Speed(
        reading=prompt_tokens / (first - begun),
        writing=max(1, tokens - 1) / (ended - first),
        prompt_tokens=prompt_tokens,
        tokens=tokens,
        words=len(text.split()),
        load_seconds=load_seconds,
        measured=datetime.now(UTC).isoformat(timespec="seconds"),
    )
