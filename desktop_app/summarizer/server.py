"""Any server with an OpenAI-compatible chat interface (llama-server, Ollama, vLLM …), streamed over SSE.

https://platform.openai.com/docs/api-reference/chat/streaming; the stream format is that of server-sent events,
https://html.spec.whatwg.org/multipage/server-sent-events.html. The address is the user's own choice, loopback unless
they choose another; the key, if the server wants one, comes from ``$KRATKO_SERVER_KEY`` and is never written down.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from desktop_app.cancelling import CancelCheck
from desktop_app.errors import EngineFailed, ServerUnreachable
from desktop_app.model_store.catalogue import Architecture, Catalogue
from desktop_app.network import Contact, NetworkPolicy, is_this_computer
from desktop_app.summarizer.background import BackgroundRun, Emit
from desktop_app.summarizer.prompts import chat_messages
from desktop_app.summarizer.protocol import PromptRead, StreamItem, SummaryRequest, TextPiece, Usage

if TYPE_CHECKING:
    import httpx2

ENGINE = "server"
DEFAULT_URL = "http://127.0.0.1:8080/v1"
KEY_VARIABLE = "KRATKO_SERVER_KEY"

#: Tokens of context assumed where the server does not say.
_CONTEXT = 4096
_CONNECT_TIMEOUT = 5.0
#: Reading a long prompt on a slow machine may take minutes before the first token.
_READ_TIMEOUT = 600.0
#: Without the model's tokenizer: tokens are at least this many UTF-8 bytes long on average in the languages measured,
#: so that the estimate errs on the safe side.
_BYTES_PER_TOKEN = 3
_LONGEST_LINE = 1 << 20


class ServerSummarizer:
    """A model behind ``url`` (``http://host:port/v1``), by default the one the server has loaded.

    Raises ``ServerUnreachable`` if nothing answers there, ``OfflineMode`` where ``network`` forbids to ask.
    """

    engine = ENGINE

    def __init__(
        self, url: str | None, model: str | None, catalogue: Catalogue, network: NetworkPolicy | None = None
    ) -> None:
        import httpx2

        self._network = network or NetworkPolicy.from_environment()
        self.url = (url or DEFAULT_URL).rstrip("/")
        family = catalogue.family_of("*", Architecture.DECODER)
        self.prompt = family.prompt
        self.can_retry = bool(family.prompt.retry)
        try:
            self.host = httpx2.URL(self.url).host
            if httpx2.URL(self.url).scheme not in ("http", "https") or not self.host:
                raise ValueError("not a web address")
        except (httpx2.InvalidURL, ValueError) as error:
            raise ServerUnreachable(url=self.url, reason=str(error)) from error
        self._client = self._connect()
        self._run: BackgroundRun[StreamItem] | None = None
        self._closed = False
        try:
            self.model = self._choose_model(model)
        except BaseException:
            self.close()
            raise

    def _connect(self) -> httpx2.Client:
        import httpx2

        key = os.environ.get(KEY_VARIABLE)
        # The address is fixed by the user: no redirect may take the text elsewhere, nor a proxy a loopback request.
        return httpx2.Client(
            headers={"Authorization": f"Bearer {key}"} if key else {},
            timeout=httpx2.Timeout(_READ_TIMEOUT, connect=_CONNECT_TIMEOUT),
            follow_redirects=False,
            trust_env=self.leaves_computer,
            event_hooks=self._network.hooks(Contact.SERVER),
        )

    @property
    def leaves_computer(self) -> bool:
        """Whether the text of articles is sent to another machine."""
        return not is_this_computer(self.host)

    def _choose_model(self, model: str | None) -> str:
        import httpx2

        try:
            answer = self._client.get(f"{self.url}/models", timeout=_CONNECT_TIMEOUT)
        except httpx2.HTTPError as error:
            raise self._unreachable(error) from error
        if answer.status_code in (401, 403):
            raise ServerUnreachable(url=self.url, reason=f"HTTP {answer.status_code}: set {KEY_VARIABLE}")
        if model is not None:
            return model
        try:
            return str(answer.raise_for_status().json()["data"][0]["id"])
        except (httpx2.HTTPError, ValueError, LookupError, TypeError) as error:
            raise ServerUnreachable(url=self.url, reason="it names no model") from error

    def _unreachable(self, error: Exception) -> ServerUnreachable:
        return ServerUnreachable(url=self.url, reason=(str(error) or type(error).__name__)[:300])

    @property
    def budget(self) -> int:
        """Tokens of article text in one request, by the estimate of :meth:`count_tokens`."""
        return _CONTEXT - min(self.prompt.most_tokens, _CONTEXT // 2) - 200

    def count_tokens(self, text: str) -> int:
        """An estimate that errs on the high side for Latin and Cyrillic: one token for every three bytes of UTF-8."""
        return -(-len(text.encode("utf-8", "replace")) // _BYTES_PER_TOKEN)

    def stream(self, request: SummaryRequest, cancelled: CancelCheck) -> Iterator[StreamItem]:
        """See :meth:`desktop_app.summarizer.protocol.Summarizer.stream`."""
        if self._closed:
            raise EngineFailed(engine=self.engine, reason="closed")
        body = {
            "model": self.model,
            "messages": chat_messages(self.prompt, request),
            "max_tokens": self.prompt.rule(request.length, request.style).max_tokens,
            "temperature": 0.0,
            "seed": request.seed,
            "stream": True,
            "stream_options": {"include_usage": True},
            "chat_template_kwargs": dict(self.prompt.template_options),
        }

        # A thread that waits for a silent server must not keep the process alive.
        self._run = BackgroundRun(lambda emit: self._request(body, emit), name="server", daemon=True)
        yield from self._run.items(cancelled)

    def _request(self, body: dict[str, Any], emit: Emit[StreamItem]) -> None:
        import httpx2

        reader = _SseReader(emit)
        try:
            with self._client.stream("POST", f"{self.url}/chat/completions", json=body) as answer:
                if answer.status_code != 200:
                    raise EngineFailed(engine=ENGINE, reason=_reason(answer))
                for line in answer.iter_lines():
                    if len(line) > _LONGEST_LINE:
                        raise EngineFailed(engine=ENGINE, reason="a line of the answer is too long")
                    if reader.take(line):
                        return  # leaving closes the connection, and that stops the server
        except httpx2.ConnectError as error:
            raise self._unreachable(error) from error
        except (httpx2.HTTPError, RuntimeError) as error:
            # RuntimeError: the client was closed under a request nobody waits for any more.
            raise EngineFailed(engine=ENGINE, reason=(str(error) or type(error).__name__)[:300]) from error
        reader.finish()

    def close(self) -> None:
        """Close the connections; may be called twice."""
        self._closed = True
        if self._run is not None:
            self._run.stop()
            self._run = None
        self._client.close()


class _SseReader:
    """Turns the lines of the event stream into stream items."""

    def __init__(self, emit: Emit[StreamItem]) -> None:
        self._emit = emit
        self._pieces = 0
        self._usage: dict[str, Any] = {}
        self._reason: str | None = None

    def take(self, line: str) -> bool:
        """Take one line; true once nobody listens any more."""
        field, _, data = line.partition(":")
        data = data.strip()
        if field != "data" or not data or data == "[DONE]":
            # llama.cpp reports errors in the middle of a stream as "error: {…}".
            if field == "error" and data:
                raise EngineFailed(engine=ENGINE, reason=data[:300])
            return False
        try:
            chunk = json.loads(data)
            return self._take(chunk)
        except (ValueError, AttributeError, LookupError, TypeError) as error:
            raise EngineFailed(engine=ENGINE, reason=f"not understood: {data[:200]}") from error

    def _take(self, chunk: dict[str, Any]) -> bool:
        if error := chunk.get("error"):
            raise EngineFailed(
                engine=ENGINE, reason=str(error.get("message", error) if isinstance(error, dict) else error)
            )
        stop = False
        for choice in chunk.get("choices") or ():
            if text := (choice.get("delta") or {}).get("content"):
                if not self._pieces:
                    self._emit(PromptRead(1.0))
                self._pieces += 1
                stop = self._emit(TextPiece(str(text))) or stop
            self._reason = choice.get("finish_reason") or self._reason
        self._usage = chunk.get("usage") or self._usage
        return stop

    def finish(self) -> None:
        """Emit the usage; servers that send none are counted by pieces. Raises if the answer broke off."""
        if self._reason is None:
            raise EngineFailed(engine=ENGINE, reason="the answer ended early")
        read, written = self._usage.get("prompt_tokens") or 0, self._usage.get("completion_tokens") or self._pieces
        self._emit(Usage(int(read), int(written), self._reason == "stop"))


def _reason(answer: httpx2.Response) -> str:
    answer.read()
    try:
        detail = answer.json()["error"]
        text = str(detail.get("message", detail) if isinstance(detail, dict) else detail)
    except (ValueError, LookupError, TypeError):
        text = answer.text
    return f"HTTP {answer.status_code}: {text}"[:300]
