"""Web pages over http and https: one request the reader asked for, within limits, and nothing kept of it."""

from __future__ import annotations

import locale
import queue
import socket
import ssl
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from email.message import Message
from pathlib import PurePosixPath
from typing import Any

import httpx2

from desktop_app import __version__
from desktop_app.errors import (
    Cancelled,
    ConnectionFailed,
    EmptySource,
    HostNotFound,
    HttpStatus,
    InvalidAddress,
    KratkoError,
    TimedOut,
    TlsFailed,
    TooLarge,
    TooManyRedirects,
    UnsupportedType,
)
from desktop_app.network import Contact, NetworkPolicy, shown_host
from desktop_app.sources.address import normalise_address
from desktop_app.sources.compression import ACCEPTED, BadCompression, decoder_for
from desktop_app.sources.document import VAGUE_TYPES, Document
from desktop_app.sources.network import CheckedTransport, LookUp, Reach, look_up, same_place
from desktop_app.sources.source import Limits

USER_AGENT = f"Mozilla/5.0 (compatible; Kratko/{__version__})"
# Cancelling and the overall limit are looked at this often (seconds), even while the network is silent.
_TICK = 0.05
_READABLE_TYPES = (
    frozenset({"text/html", "application/xhtml+xml", "application/vnd.wap.xhtml+xml", "text/xml", "application/xml"})
    | {"text/plain", "text/markdown", "text/x-markdown", "text/rtf", "application/rtf", "application/epub+zip"}
    | {"application/pdf", "application/x-pdf", "application/zip", "application/x-zip-compressed"}
    | {"application/msword", "application/vnd.ms-powerpoint", "application/vnd.oasis.opendocument.text"}
    | {"application/x-fictionbook+xml", "application/x-fictionbook", "application/fb2"}
    | {"message/rfc822", "multipart/related", "application/x-mimearchive"}
    | {"application/rss+xml", "application/atom+xml", "application/rdf+xml"}
    | VAGUE_TYPES
)
_READABLE_FAMILIES = ("application/vnd.openxmlformats-officedocument.", "application/vnd.ms-word.")
# Files whose text is a small part of them.
_LARGE_TYPES = ("application/pdf", "application/epub", "application/vnd.", "application/zip")
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


def fetch_url(
    url: str,
    *,
    limits: Limits,
    cancelled: Callable[[], bool],
    on_progress: Callable[[float | None], None] | None = None,
    found_on: str | None = None,
    look_up: LookUp = look_up,
    network: NetworkPolicy | None = None,
) -> Document:
    """Fetch what is at ``url``; it is taken apart elsewhere.

    An address the reader gave may lead anywhere, one found on a page (``found_on``) only to public hosts or to the
    local server that named it; redirects are held to the same rule, see :mod:`desktop_app.sources.network`. Raises the
    subclasses of ``SourceError`` that ``desktop_app.errors`` describes, ``OfflineMode`` where ``network`` (the
    environment's by default) forbids it, and ``Cancelled``.
    """
    address = normalise_address(url)
    free = found_on is None or same_place(address, found_on)
    least = Reach.THIS_COMPUTER if free else Reach.PUBLIC
    fetch = _Fetch(url, address, limits, least, look_up, network or NetworkPolicy.from_environment())
    # A thread, because neither looking up a name nor a blocked read can be interrupted from within.
    thread = threading.Thread(target=fetch.run, name="kratko-fetch", daemon=True)
    thread.start()
    deadline = time.monotonic() + limits.timeout
    try:
        while True:
            if cancelled():
                raise Cancelled
            if time.monotonic() > deadline:
                raise TimedOut(host=fetch.host, seconds=limits.timeout)
            try:
                item = fetch.results.get(timeout=_TICK)
            except queue.Empty:
                continue
            if isinstance(item, Document):
                break
            if isinstance(item, BaseException):
                raise item
            if on_progress is not None:
                on_progress(item)
    finally:
        fetch.abandon()
    thread.join(_TICK)
    return item


class _Fetch:
    """The request, run in a thread of its own; ``results`` receives progress, then a document or an error."""

    def __init__(
        self, name: str, address: str, limits: Limits, least: Reach, look_up: LookUp, network: NetworkPolicy
    ) -> None:
        self.results: queue.SimpleQueue[Document | BaseException | float | None] = queue.SimpleQueue()
        self.host = ""
        self._name = name
        self._address = address
        self._limits = limits
        self._least = least
        self._look_up = look_up
        self._network = network
        self._abandoned = threading.Event()
        self._stream: Any = None

    def abandon(self) -> None:
        """Stop reading; wakes a blocked read by shutting its socket down."""
        self._abandoned.set()
        sock = self._stream.get_extra_info("socket") if self._stream is not None else None
        if sock is not None:
            with suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)

    def run(self) -> None:
        try:
            self.results.put(self._fetch())
        except (httpx2.HTTPError, httpx2.StreamError, httpx2.InvalidURL, OSError) as error:
            self.results.put(self._worded(error))
        except Exception as error:  # handed to the caller, whichever it is
            self.results.put(error)

    def _fetch(self) -> Document:
        limits = self._limits
        timeout = httpx2.Timeout(limits.timeout, connect=min(limits.connect_timeout, limits.timeout))
        headers = {
            "User-Agent": USER_AGENT,
            "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,text/markdown,text/plain;q=0.8,*/*;q=0.1",
            "Accept-Encoding": ACCEPTED,
            "Accept-Language": accept_language(),
        }
        # The client lives for one page: a cookie set on a redirect is sent along its chain, then forgotten.
        transport = CheckedTransport(self._look_up)
        transport.least = self._least
        hooks = self._network.hooks(Contact.PAGE)
        with httpx2.Client(timeout=timeout, headers=headers, transport=transport, event_hooks=hooks) as client:
            url = httpx2.URL(self._address)
            for _ in range(limits.max_redirects + 1):
                self.host = shown_host(url.host)
                with client.stream("GET", url) as response:
                    self._stream = response.extensions.get("network_stream")
                    if response.status_code in _REDIRECTS and "location" in response.headers:
                        url = self._next(url, response.headers["location"])
                        transport.least = transport.reach
                        continue
                    return self._document(url, response)
            raise TooManyRedirects(host=self.host)

    def _next(self, url: httpx2.URL, location: str) -> httpx2.URL:
        try:
            target = url.join(location)
            normalise_address(str(target))
        except (httpx2.InvalidURL, InvalidAddress) as error:
            raise InvalidAddress(address=location) from error
        return target

    def _document(self, url: httpx2.URL, response: httpx2.Response) -> Document:
        if response.status_code >= 400:
            raise HttpStatus(host=self.host, status=response.status_code)
        media_type, charset = _content_type(response.headers.get("content-type", ""))
        if media_type not in _READABLE_TYPES and not media_type.startswith(_READABLE_FAMILIES):
            raise UnsupportedType(name=self._name, type=media_type)
        limits = self._limits
        limit = limits.max_file_bytes if media_type.startswith(_LARGE_TYPES) else limits.max_bytes
        data = self._body(response, limit)
        if not data.strip():
            raise EmptySource(name=self._name)
        return Document(
            name=self._name,
            data=data,
            suffix=PurePosixPath(url.path).suffix.lower(),
            media_type=media_type,
            charset=charset,
            url=str(url.copy_with(fragment=None)),
        )

    def _body(self, response: httpx2.Response, limit: int) -> bytes:
        declared = response.headers.get("content-length", "")
        size = int(declared) if declared.isascii() and declared.isdigit() else 0
        if size > limit:
            raise TooLarge(limit_mb=limit // 1_048_576)
        data = bytearray()
        received = 0
        try:
            decoder = decoder_for(response.headers.get("content-encoding", ""))
            for chunk in response.iter_raw():
                received += len(chunk)
                for piece in decoder.pieces(chunk):
                    if self._abandoned.is_set():
                        raise Cancelled
                    data += piece
                    if len(data) > limit:
                        raise TooLarge(limit_mb=limit // 1_048_576)
                self.results.put(min(1.0, received / size) if size else None)
        except BadCompression as error:
            raise ConnectionFailed(host=self.host, reason="the page is damaged (bad compression)") from error
        return bytes(data)

    def _worded(self, error: Exception) -> KratkoError:
        chain: list[BaseException] = [error]
        while (cause := chain[-1].__cause__ or chain[-1].__context__) is not None and cause not in chain:
            chain.append(cause)
        for link in chain:
            if isinstance(link, ssl.SSLCertVerificationError):
                return TlsFailed(host=self.host, reason=link.verify_message or "certificate not trusted")
            if isinstance(link, ssl.SSLError):
                return TlsFailed(host=self.host, reason=link.reason or "no secure connection")
            if isinstance(link, socket.gaierror):
                return HostNotFound(host=self.host)
            if isinstance(link, UnicodeError):
                return InvalidAddress(address=self._name)
        if isinstance(error, httpx2.InvalidURL | httpx2.UnsupportedProtocol):
            return InvalidAddress(address=self._name)
        if isinstance(error, httpx2.ConnectTimeout):
            return TimedOut(host=self.host, seconds=self._limits.connect_timeout)
        if isinstance(error, httpx2.TimeoutException):
            return TimedOut(host=self.host, seconds=self._limits.timeout)
        return ConnectionFailed(host=self.host, reason=str(error) or type(error).__name__)


def _content_type(header: str) -> tuple[str, str | None]:
    message = Message()
    message["Content-Type"] = header
    if not header.strip():
        return "", None
    charset = message.get_param("charset")
    return header.split(";", 1)[0].strip().lower(), charset if isinstance(charset, str) else None


def accept_language() -> str:
    """The reader's own language first, as a browser says it, then anything."""
    name = (locale.getlocale()[0] or "").replace("_", "-")
    parts = name.split("-")
    if len(parts) == 2 and 2 <= len(parts[0]) <= 3 and parts[0].isascii() and parts[0].isalpha() and len(parts[1]) == 2:
        primary = parts[0].lower()
        preferred = f"{primary}-{parts[1].upper()},{primary};q=0.9"
        return f"{preferred},*;q=0.5" if primary == "en" else f"{preferred},en;q=0.7,*;q=0.5"
    return "en;q=0.8,*;q=0.5"
