"""The Hugging Face hub over plain HTTPS: what a repository holds, and its files, resumable.

Listing: ``GET /api/models/{repo}/revision/{revision}?blobs=true`` (https://huggingface.co/docs/hub/api), which gives
the commit and for every file its size and digest (SHA-256 for large files, git's blob digest for small ones). Files:
``GET /{repo}/resolve/{commit}/{file}`` with ``Range``. ``$HF_ENDPOINT`` names a mirror, ``$HF_TOKEN`` opens gated
models, ``$HF_HUB_OFFLINE`` forbids the hub.
"""

from __future__ import annotations

import hashlib
import os
import queue
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from desktop_app.cancelling import CancelCheck
from desktop_app.errors import Cancelled
from desktop_app.model_store.checks import is_safe_name
from desktop_app.model_store.download import PartFile, SourceInterrupted, SourceUnreachable
from desktop_app.network import Contact, NetworkPolicy

if TYPE_CHECKING:
    import httpx2

_ENDPOINT = "https://huggingface.co"
#: Seconds until a hub that does not answer is given up, name look-up included.
_PATIENCE = 6.0
_CONNECT_TIMEOUT = 5.0
#: Seconds without a byte before a download counts as broken off.
_STALL_TIMEOUT = 20.0
_POLL = 0.1
_MAX_LISTING = 20_000
_TRUE = {"1", "on", "yes", "true"}


@dataclass(frozen=True, slots=True)
class HubFile:
    """A file of a repository: ``sha256`` for large files, ``blob`` (git's SHA-1) for small ones."""

    name: str
    size: int
    sha256: str | None
    blob: str | None


@dataclass(frozen=True, slots=True)
class HubListing:
    """The files of ``repo`` at ``commit``; ``licence`` as its card names it, empty where it does not."""

    repo: str
    commit: str
    files: dict[str, HubFile]
    licence: str = ""


class Hub:
    """The hub at ``endpoint``, by default the one the environment names. Used as a context manager."""

    def __init__(self, endpoint: str | None = None, network: NetworkPolicy | None = None) -> None:
        import httpx2

        self._endpoint = (endpoint or os.environ.get("HF_ENDPOINT") or _ENDPOINT).rstrip("/")
        token = os.environ.get("HF_TOKEN")
        self._client = httpx2.Client(
            timeout=httpx2.Timeout(_STALL_TIMEOUT, connect=_CONNECT_TIMEOUT),
            follow_redirects=True,
            headers={"Authorization": f"Bearer {token}"} if token else {},
            event_hooks=(network or NetworkPolicy.from_environment()).hooks(Contact.MODEL),
        )

    def __enter__(self) -> Hub:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def listing(self, repo: str, revision: str, cancelled: CancelCheck) -> HubListing:
        """What ``repo`` holds at ``revision``. Raises ``SourceUnreachable``, ``Cancelled``."""
        if os.environ.get("HF_HUB_OFFLINE", "").lower() in _TRUE:
            raise SourceUnreachable("the hub is switched off (HF_HUB_OFFLINE)")
        url = f"{self._endpoint}/api/models/{quote(repo)}/revision/{quote(revision, safe='')}?blobs=true"
        answer = _patiently(lambda: self._client.get(url), cancelled)
        if answer.status_code != 200:
            raise SourceUnreachable(f"the hub answered {answer.status_code} for {repo}")
        try:
            return _read_listing(repo, answer.json())
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise SourceUnreachable("the hub's answer was not understood") from error

    def fetch(self, listing: HubListing, file: HubFile, part: PartFile, cancelled: CancelCheck) -> None:
        """Append what is missing of ``file`` to ``part``. Raises ``SourceInterrupted``, ``Cancelled``."""
        if part.size > file.size:
            part.restart()
        if part.size == file.size:
            return
        url = f"{self._endpoint}/{quote(listing.repo)}/resolve/{quote(listing.commit, safe='')}/{quote(file.name)}"
        stream = _ByteStream(self._client, url, part.size, cancelled)
        for chunk in stream:
            if stream.from_start and part.size:
                part.restart()
            stream.from_start = False
            if part.size + len(chunk) > file.size:
                raise SourceInterrupted(f"{file.name} is longer than announced")
            part.write(chunk)
        if part.size != file.size:
            raise SourceInterrupted(f"{file.name} ended after {part.size} of {file.size} bytes")


def _read_listing(repo: str, answer: dict[str, Any]) -> HubListing:
    files = {}
    for item in answer["siblings"][:_MAX_LISTING]:
        name, lfs = item["rfilename"], item.get("lfs") or {}
        if is_safe_name(name) and isinstance(size := lfs.get("size", item.get("size")), int) and size >= 0:
            files[name] = HubFile(name, size, lfs.get("sha256"), item.get("blobId"))
    commit = answer["sha"]
    if not isinstance(commit, str) or not commit.isalnum():
        raise ValueError(commit)
    return HubListing(repo, commit, files, _licence(answer))


def _licence(answer: dict[str, Any]) -> str:
    """The licence of the model card, “license” of its head; licences of their own are named by “license_name”."""
    card = answer.get("cardData")
    found = [card.get(key) for key in ("license_name", "license")] if isinstance(card, dict) else []
    tags = answer.get("tags")
    found += [
        tag.removeprefix("license:")
        for tag in (tags if isinstance(tags, list) else ())
        if isinstance(tag, str) and tag.startswith("license:")
    ]
    return next((name[:80] for name in found if isinstance(name, str) and name and name != "other"), "")


def matches(file: HubFile, path: Path, sha256: str) -> bool:
    """Whether the file at ``path``, whose digest is ``sha256``, is the one the hub recorded."""
    if file.sha256 is not None:
        return file.sha256 == sha256
    if file.blob is None:
        return False
    # Small files are known by git's digest of the blob: SHA-1 over a header and the content.
    digest = hashlib.sha1(b"blob %d\x00" % path.stat().st_size, usedforsecurity=False)
    digest.update(path.read_bytes())
    return digest.hexdigest() == file.blob


def _patiently(ask: Callable[[], httpx2.Response], cancelled: CancelCheck) -> httpx2.Response:
    """Call ``ask`` in a thread, so that a name look-up that hangs can be left behind."""
    import httpx2

    answers: queue.SimpleQueue[httpx2.Response | Exception] = queue.SimpleQueue()

    def run() -> None:
        try:
            answers.put(ask())
        except Exception as error:
            answers.put(error)

    threading.Thread(target=run, name="hub listing", daemon=True).start()
    waited = 0.0
    while waited < _PATIENCE:
        if cancelled():
            raise Cancelled
        try:
            answer = answers.get(timeout=_POLL)
        except queue.Empty:
            waited += _POLL
            continue
        if isinstance(answer, (httpx2.HTTPError, httpx2.InvalidURL)):
            raise SourceUnreachable(f"the hub: {str(answer) or type(answer).__name__}") from answer
        if isinstance(answer, Exception):
            raise answer
        return answer
    raise SourceUnreachable(f"the hub did not answer within {_PATIENCE:.0f} seconds")


class _ByteStream:
    """The bytes of ``url`` from ``offset`` on, read in a thread so that a stalled connection can be left at once."""

    def __init__(self, client: httpx2.Client, url: str, offset: int, cancelled: CancelCheck) -> None:
        #: Whether the server began at the first byte although asked for a later one.
        self.from_start = False
        self._cancelled = cancelled
        self._stop = threading.Event()
        # A few chunks only: a slow disk must slow the network down, not fill the memory.
        self._queue: queue.Queue[bytes | Exception | None] = queue.Queue(maxsize=16)
        arguments = (client, url, offset)
        threading.Thread(target=self._run, args=arguments, name="hub download", daemon=True).start()

    def _run(self, client: httpx2.Client, url: str, offset: int) -> None:
        try:
            self._read(client, url, offset)
        except Exception as error:
            self._put(error)
        else:
            self._put(None)

    def _read(self, client: httpx2.Client, url: str, offset: int) -> None:
        headers = {"Accept-Encoding": "identity"}
        if offset:
            headers["Range"] = f"bytes={offset}-"
        with client.stream("GET", url, headers=headers) as answer:
            if answer.status_code not in (200, 206):
                raise SourceInterrupted(f"the hub answered {answer.status_code}")
            ranged = answer.headers.get("Content-Range", "").startswith(f"bytes {offset}-")
            if answer.status_code == 206 and not ranged:
                raise SourceInterrupted("the hub sent another part than asked for")
            self.from_start = bool(offset) and answer.status_code == 200
            for chunk in answer.iter_raw():
                if not self._put(chunk):
                    return

    def _put(self, item: bytes | Exception | None) -> bool:
        while not self._stop.is_set():
            try:
                self._queue.put(item, timeout=_POLL)
            except queue.Full:
                continue
            return True
        return False

    def __iter__(self) -> Iterator[bytes]:
        import httpx2

        try:
            while True:
                if self._cancelled():
                    raise Cancelled
                try:
                    item = self._queue.get(timeout=_POLL)
                except queue.Empty:
                    continue
                if item is None:
                    return
                if isinstance(item, httpx2.HTTPError):
                    raise SourceInterrupted(f"the hub: {str(item) or type(item).__name__}") from item
                if isinstance(item, Exception):
                    raise item
                yield item
        finally:
            self._stop.set()
