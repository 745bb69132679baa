"""GGUF models on llama.cpp, through xllamacpp (https://github.com/xorbitsai/xllamacpp).

xllamacpp runs llama.cpp's own server inside the process. Requests are handed to it as function calls, yet it also opens
a listener that cannot be turned off: here that is a Unix socket in a folder only the user may enter (on Windows a
loopback port), locked with a random key, and used for nothing but counting tokens.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.errors import EngineFailed, EngineUnavailable
from desktop_app.model_store.catalogue import ModelSpec
from desktop_app.summarizer.background import BackgroundRun, Emit
from desktop_app.summarizer.cores import physical_cores
from desktop_app.summarizer.prompts import chat_messages, empty_request
from desktop_app.summarizer.protocol import CancelCheck, PromptRead, StreamItem, SummaryRequest, TextPiece, Usage

if TYPE_CHECKING:
    import httpx2

#: Prompt tokens read between two reports; a stopped model is free again after at most one such batch.
_BATCH = 64
#: Room for the states of earlier prompts (MiB), so that another length of the same article is not read again.
_PROMPT_CACHE_MIB = 256
#: Tokens the chat template may add that the measured prompt does not show.
_TEMPLATE_MARGIN = 16
_SILENT = -1
_FOLDER_PREFIX = "kratko-engine-"


class LlamaCppSummarizer:
    """A GGUF model loaded into this process. Raises ``EngineUnavailable`` if it cannot be loaded."""

    engine = "llama.cpp"

    def __init__(self, path: Path, spec: ModelSpec, *, threads: int | None = None) -> None:
        self.model = spec.id
        self._spec = spec
        self._listener = _Listener()
        self._run: BackgroundRun[StreamItem] | None = None
        self._server: Any = None
        try:
            self._server = _load(path, spec.context_tokens, threads or physical_cores(), self._listener)
            self._overhead = self._measure_overhead()
        except BaseException:
            self.close()
            raise

    def _measure_overhead(self) -> int:
        messages = chat_messages(self._spec.prompt, empty_request())
        return self.count_tokens("\n".join(message["content"] for message in messages)) + _TEMPLATE_MARGIN

    @property
    def budget(self) -> int:
        """Tokens of article text that fit beside the prompt's own words and the longest summary."""
        longest = max(rule.max_tokens for rule in self._spec.prompt.lengths.values())
        longest = min(longest, self._spec.context_tokens // 2)
        return max(1, self._spec.context_tokens - longest - self._overhead)

    def count_tokens(self, text: str) -> int:
        """Number of the model's tokens in ``text``, by the model's own tokenizer."""
        if self._server is None:
            raise EngineFailed(engine=self.engine, reason="closed")
        return self._listener.count_tokens(text)

    def stream(self, request: SummaryRequest, cancelled: CancelCheck) -> Iterator[StreamItem]:
        """See :meth:`desktop_app.summarizer.protocol.Summarizer.stream`."""
        if self._run is not None:
            self._run.wait(cancelled)  # a stopped request may still be in its last batch
        server = self._server
        if server is None:
            raise EngineFailed(engine=self.engine, reason="closed")
        prompt = self._spec.prompt
        body = {
            "messages": chat_messages(prompt, request),
            "max_tokens": min(prompt.lengths[request.length].max_tokens, self._spec.context_tokens // 2),
            "stream": True,
            "stream_options": {"include_usage": True},
            "return_progress": True,
            "cache_prompt": True,
            "temperature": 0.0,
            "seed": request.seed,
            "chat_template_kwargs": dict(prompt.template_options),
        }

        def produce(emit: Emit[StreamItem]) -> None:
            reader = _ChunkReader(emit)
            server.handle_chat_completions(body, reader.take)
            reader.finish()

        self._run = BackgroundRun(produce, name="llama.cpp")
        yield from self._run.items(cancelled)

    def close(self) -> None:
        """Free the model; may be called twice."""
        if self._run is not None:
            self._run.stop()
            self._run.wait(lambda: False)
            self._run = None
        self._server = None
        self._listener.close()


class _ChunkReader:
    """Turns the server's chunks into stream items; called from the thread that runs the request."""

    def __init__(self, emit: Emit[StreamItem]) -> None:
        self._emit = emit
        self._usage: dict[str, int] | None = None
        self._reason: str | None = None
        self._stopped = False
        self._error: BaseException | None = None

    def take(self, chunk: dict[str, Any]) -> bool:
        """Take one chunk; true stops the request. Errors wait for :meth:`finish`, the server would swallow them."""
        try:
            self._stopped = self._take(chunk)
        except BaseException as error:
            self._error = error
            return True
        return self._stopped

    def _take(self, chunk: dict[str, Any]) -> bool:
        if "error" in chunk:
            raise EngineFailed(engine=LlamaCppSummarizer.engine, reason=str(chunk["error"].get("message"))[:300])
        stop = False
        if progress := chunk.get("prompt_progress"):
            stop = self._emit(PromptRead(progress["processed"] / max(1, progress["total"])))
        for choice in chunk.get("choices", ()):
            if text := choice.get("delta", {}).get("content"):
                stop = self._emit(TextPiece(text))
            self._reason = choice.get("finish_reason") or self._reason
        self._usage = chunk.get("usage") or self._usage
        return stop

    def finish(self) -> None:
        """Emit the usage, or raise what went wrong."""
        if self._error is not None:
            raise self._error
        if self._stopped:
            return
        if self._usage is None or self._reason is None:
            raise EngineFailed(engine=LlamaCppSummarizer.engine, reason="the answer ended early")
        self._emit(Usage(self._usage["prompt_tokens"], self._usage["completion_tokens"], self._reason == "stop"))


class _Listener:
    """The address and key of the server's listener, and the client that counts tokens through it."""

    def __init__(self) -> None:
        self.key = secrets.token_urlsafe(32)
        self._client: httpx2.Client | None = None
        self._folder: str | None = None
        if sys.platform != "win32":
            _sweep_folders()
            self._folder = tempfile.mkdtemp(prefix=f"{_FOLDER_PREFIX}{os.getpid()}-")

    @property
    def host(self) -> str:
        """What the server is told to listen on."""
        return os.path.join(self._folder, "s.sock") if self._folder else "127.0.0.1"

    def connect(self, address: str) -> None:
        """Make the client for the address the server reports."""
        import httpx2

        # The user's proxy must never see this traffic: the environment is not trusted.
        headers = {"Authorization": f"Bearer {self.key}"}
        if self._folder:
            transport = httpx2.HTTPTransport(uds=self.host)
            self._client = httpx2.Client(transport=transport, base_url="http://engine", headers=headers, timeout=60)
        else:
            self._client = httpx2.Client(base_url=address, headers=headers, timeout=60, trust_env=False)

    def count_tokens(self, text: str) -> int:
        """Ask the server's tokenizer."""
        import httpx2

        if self._client is None:
            raise EngineFailed(engine=LlamaCppSummarizer.engine, reason="not listening")
        content = text.encode("utf-8", "replace").decode("utf-8")
        try:
            answer = self._client.post("/tokenize", json={"content": content})
            answer.raise_for_status()
            return len(answer.json()["tokens"])
        except (httpx2.HTTPError, ValueError, KeyError) as error:
            raise EngineFailed(engine=LlamaCppSummarizer.engine, reason=f"tokenizer: {error}"[:300]) from error

    def close(self) -> None:
        """Close the client and remove the socket."""
        if self._client is not None:
            self._client.close()
            self._client = None
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None


def _sweep_folders() -> None:
    """Remove what killed processes of this user left behind."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_FOLDER_PREFIX}*"):
        with contextlib.suppress(OSError, ValueError):
            pid = int(folder.name[len(_FOLDER_PREFIX) :].split("-")[0])
            if folder.stat().st_uid == os.getuid() and not _alive(pid):
                shutil.rmtree(folder, ignore_errors=True)


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _load(path: Path, context_tokens: int, threads: int, listener: _Listener) -> Any:
    try:
        import xllamacpp
    except ImportError as error:
        raise EngineUnavailable(engine=LlamaCppSummarizer.engine, reason=str(error)) from error
    params = xllamacpp.CommonParams()
    params.verbosity = _SILENT
    params.model.path = str(path)
    params.n_ctx = context_tokens
    params.n_parallel = 1
    params.n_batch = params.n_ubatch = _BATCH
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = threads
    params.cache_ram_mib = _PROMPT_CACHE_MIB
    params.hostnames = [listener.host]
    params.api_keys = [listener.key]
    params.n_threads_http = 2
    params.ui = params.endpoint_slots = params.endpoint_props = params.endpoint_metrics = False
    params.offline = True
    try:
        server = xllamacpp.Server(params)
    except (RuntimeError, ValueError) as error:
        raise EngineUnavailable(engine=LlamaCppSummarizer.engine, reason=f"cannot load {path.name}") from error
    listener.connect(server.listening_address)
    return server
