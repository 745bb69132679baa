"""GGUF models on llama.cpp, through xllamacpp (https://github.com/xorbitsai/xllamacpp).

xllamacpp runs llama.cpp's own server inside this process; requests are function calls, not network traffic.

A prompt is read in steps with fixed borders: the words before the article, the article, the instruction. What is kept
of one request serves the next, so that another length or language of the same article reads the instruction only. The
steps are always cut in the same places, since llama.cpp's arithmetic differs in the last bits with the size of a batch:
this way the same request gives the same summary whatever was asked before.

A summary takes names and phrases from the article: what followed the same tokens there is guessed to follow here, and
the guess is checked in one batch (prompt lookup decoding, https://github.com/apoorvumang/prompt-lookup-decoding). Four
tokens in a batch cost little more than one, since most of the time goes into fetching the weights.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import takewhile
from pathlib import Path
from typing import Any

from desktop_app.cancelling import CancelCheck
from desktop_app.errors import EngineFailed, EngineUnavailable
from desktop_app.model_store.catalogue import ModelSpec
from desktop_app.summarizer.background import BackgroundRun, Emit
from desktop_app.summarizer.cores import calm_threads, physical_cores
from desktop_app.summarizer.llama_listener import Listener
from desktop_app.summarizer.prompts import chat_messages, empty_request
from desktop_app.summarizer.protocol import PromptRead, StreamItem, SummaryRequest, TextPiece, Usage

ENGINE = "llama.cpp"

#: Prompt tokens read between two reports; a stopped model is free again after at most one such batch.
_BATCH = 64
#: Where the last three tokens stood before in prompt or answer, the next three are guessed to follow again.
_LAST, _GUESSED = 3, 3
_SILENT = -1


class LlamaCppSummarizer:
    """A GGUF model loaded into this process. Raises ``EngineUnavailable`` if it cannot be loaded."""

    engine = ENGINE

    def __init__(self, path: Path, spec: ModelSpec, *, threads: int | None = None) -> None:
        self.model = spec.id
        self.prompt = spec.prompt
        self.can_retry = bool(spec.prompt.retry)
        self._spec = spec
        self._listener = Listener()
        self._run: BackgroundRun[StreamItem] | None = None
        self._server: Any = None
        #: The article whose reading is kept, as tokens up to its end.
        self._article: list[int] = []
        #: The article whose reading was begun last; broken off, it goes on where it stopped, at the border of a batch.
        self._begun: list[int] = []
        try:
            self._server = _load(path, spec.context_tokens, threads or physical_cores(), self._listener)
            self._start = self._measure_start()
            # The instruction for the longest summary, and everything else that is not the article.
            self._overhead = len(self._tokens(empty_request()))
            self._read(self._start[:-1])
            self._read(self._start)
        except BaseException:
            self.close()
            raise

    def _measure_start(self) -> list[int]:
        first, second = (self._tokens(replace(empty_request(), text=text)) for text in ("1", "Z"))
        return _common(first, second)

    def _tokens(self, request: SummaryRequest, *, instruct: bool = True) -> list[int]:
        prompt = self._spec.prompt
        if not instruct:
            prompt = replace(prompt, user=prompt.user.partition("{text}")[0] + "{text}")
        text = self._listener.apply_template(chat_messages(prompt, request), prompt.template_options)
        return self._listener.tokenize(text, special=True)

    @property
    def budget(self) -> int:
        """Tokens of article text that fit beside the prompt's own words and the longest summary."""
        return max(1, self._spec.context_tokens - self._longest() - self._overhead)

    def _longest(self) -> int:
        return min(self.prompt.most_tokens, self._spec.context_tokens // 2)

    def count_tokens(self, text: str) -> int:
        """Number of the model's tokens in ``text``, by the model's own tokenizer."""
        return len(self._listener.tokenize(text))

    def stream(self, request: SummaryRequest, cancelled: CancelCheck) -> Iterator[StreamItem]:
        """See :meth:`desktop_app.summarizer.protocol.Summarizer.stream`."""
        if self._server is None:
            raise EngineFailed(engine=self.engine, reason="closed")
        if self._run is not None:
            self._run.wait(cancelled)  # a stopped request may still be in its last batch
        tokens, article = self._divided(request)
        limit = min(self.prompt.rule(request.length, request.style).max_tokens, self._longest())
        self._run = BackgroundRun(
            lambda emit: self._write(tokens, article, limit, request.seed, emit), name="llama.cpp"
        )
        yield from self._run.items(cancelled)

    def _divided(self, request: SummaryRequest) -> tuple[list[int], list[int]]:
        """The whole prompt, and what of it is there whatever is asked about the article."""
        tokens = self._tokens(request)
        return tokens, _common(tokens, self._tokens(request, instruct=False))

    def read_ahead(self, request: SummaryRequest, cancelled: CancelCheck) -> None:
        """Read the article of ``request``, so that its summary need only be written. Raises ``Cancelled``."""
        if self._server is None:
            raise EngineFailed(engine=self.engine, reason="closed")
        if self._run is not None:
            self._run.wait(cancelled)
        tokens, article = self._divided(request)

        def read(emit: Emit[StreamItem]) -> None:
            self._read_article(tokens, article, emit)

        self._run = BackgroundRun(read, name="llama.cpp")
        for _ in self._run.items(cancelled):
            pass

    def _read_article(self, tokens: list[int], article: list[int], emit: Emit[StreamItem]) -> bool:
        """Read up to the end of the article; true if it was stopped."""

        def report(done: int) -> bool:
            return emit(PromptRead(min(1.0, done / len(tokens))))

        if article != self._article:
            self._article = []
            if article != self._begun:
                # Back to the words before the article.
                self._begun = []
                if self._read(_common(tokens, self._start), report):
                    return True
                self._begun = article
            # The article's last token alone, as in every later request that finds the article already read.
            if self._read(article[:-1], report):
                return True
        if self._read(article, report):
            return True
        self._article = article
        return False

    def _write(self, tokens: list[int], article: list[int], limit: int, seed: int, emit: Emit[StreamItem]) -> None:
        def report(done: int) -> bool:
            return emit(PromptRead(min(1.0, done / len(tokens))))

        if self._read_article(tokens, article, emit):
            return
        chunks = _Chunks(emit, report)
        self._complete(tokens, limit, seed, chunks.take)
        chunks.finish()

    def _read(self, tokens: list[int], report: Callable[[int], bool] = lambda _done: False) -> bool:
        """Have the model read ``tokens``, keeping what it has already read of them; true if it was stopped."""
        if not tokens:
            return False
        chunks = _Chunks(lambda _item: False, report)
        self._complete(tokens, 0, 0, chunks.take)
        chunks.check()
        return chunks.stopped

    def _complete(self, tokens: list[int], limit: int, seed: int, take: Callable[[dict[str, Any]], bool]) -> None:
        body = {
            "prompt": tokens,
            "max_tokens": limit,
            "stream": True,
            "stream_options": {"include_usage": True},
            "return_progress": True,
            "cache_prompt": True,
            "temperature": 0.0,
            "seed": seed,
        }
        self._server.handle_completions(body, take)

    def close(self) -> None:
        """Free the model; may be called twice."""
        if self._run is not None:
            self._run.stop()
            self._run.wait(lambda: False)
            self._run = None
        self._server = None
        self._listener.close()


class _Chunks:
    """Takes the server's chunks, in the thread that runs the request, and passes on what they hold."""

    def __init__(self, emit: Emit[StreamItem], report: Callable[[int], bool]) -> None:
        self.stopped = False
        self._emit = emit
        self._report = report
        self._usage: dict[str, int] | None = None
        self._reason: str | None = None
        self._error: BaseException | None = None

    def take(self, chunk: dict[str, Any]) -> bool:
        """Take one chunk; true stops the request. Errors are kept: the library would swallow them."""
        try:
            self.stopped = self._take(chunk) or self.stopped
        except BaseException as error:
            self._error = error
            return True
        return self.stopped

    def _take(self, chunk: dict[str, Any]) -> bool:
        if "error" in chunk:
            raise EngineFailed(engine=ENGINE, reason=str(chunk["error"].get("message"))[:300])
        stop = False
        if progress := chunk.get("prompt_progress"):
            stop = self._report(int(progress["processed"]))
        for choice in chunk.get("choices", ()):
            if choice.get("text"):
                stop = self._emit(TextPiece(choice["text"])) or stop
            self._reason = choice.get("finish_reason") or self._reason
        self._usage = chunk.get("usage") or self._usage
        return stop

    def check(self) -> None:
        """Raise what went wrong."""
        if self._error is not None:
            raise self._error
        if not self.stopped and (self._usage is None or self._reason is None):
            raise EngineFailed(engine=ENGINE, reason="the answer ended early")

    def finish(self) -> None:
        """Emit the usage, or raise what went wrong."""
        self.check()
        if self._usage is not None and not self.stopped:
            finished = self._reason == "stop"
            self._emit(Usage(self._usage["prompt_tokens"], self._usage["completion_tokens"], finished))


def _common(first: list[int], second: list[int]) -> list[int]:
    """What both lists begin with."""
    return [left for left, _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False))]


def _load(path: Path, context_tokens: int, threads: int, listener: Listener) -> Any:
    calm_threads()
    try:
        import xllamacpp
    except ImportError as error:
        raise EngineUnavailable(engine=ENGINE, reason=str(error)) from error
    try:
        server = xllamacpp.Server(server_parameters(path, context_tokens, threads, listener))
    except (RuntimeError, ValueError) as error:
        raise EngineUnavailable(engine=ENGINE, reason=f"cannot load {path.name}") from error
    listener.connect(server.listening_address)
    return server


def server_parameters(path: Path, context_tokens: int, threads: int, listener: Listener) -> Any:
    """``xllamacpp.CommonParams`` as the app sets them; ``benchmarks.engine_settings`` compares them with others."""
    import xllamacpp

    params = xllamacpp.CommonParams()
    params.verbosity = _SILENT
    params.model.path = str(path)
    # Most weights are kept in another order than the file's: mapped as well, they would be in memory twice.
    params.load_mode = xllamacpp.llama_load_mode.LLAMA_LOAD_MODE_NONE
    params.n_ctx = context_tokens
    params.n_parallel = 1
    params.n_batch = params.n_ubatch = _BATCH
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = threads
    # One state is kept, that of the last article; sliding windows would not let it be cut back.
    params.cache_ram_mib = 0
    params.swa_full = True
    params.warmup = False
    params.speculative.types = [xllamacpp.common_speculative_type.COMMON_SPECULATIVE_TYPE_NGRAM_SIMPLE]
    params.speculative.ngram_simple.size_n, params.speculative.ngram_simple.size_m = _LAST, _GUESSED
    params.hostnames = [listener.host]
    params.api_keys = [listener.key]
    params.n_threads_http = 2
    params.ui = params.endpoint_slots = params.endpoint_props = params.endpoint_metrics = False
    params.offline = True
    return params
