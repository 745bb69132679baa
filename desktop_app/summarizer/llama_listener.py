"""The listener that llama.cpp's server insists on opening, made private, and what Kratko asks it.

It is a Unix socket in a folder only the user may enter (on Windows a loopback port), locked with a random key. It is
asked to apply the chat template and to count tokens; summaries never travel through it.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.errors import EngineFailed

if TYPE_CHECKING:
    import httpx2

_FOLDER_PREFIX = "kratko-engine-"
_TIMEOUT = 60.0


class Listener:
    """Where the server listens, and the client that talks to it."""

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
            self._client = httpx2.Client(
                transport=transport, base_url="http://engine", headers=headers, timeout=_TIMEOUT, trust_env=False
            )
        else:
            self._client = httpx2.Client(base_url=address, headers=headers, timeout=_TIMEOUT, trust_env=False)

    def _ask(self, path: str, body: Mapping[str, Any]) -> Any:
        import httpx2

        if self._client is None:
            raise EngineFailed(engine="llama.cpp", reason="closed")
        try:
            answer = self._client.post(path, json=body)
            answer.raise_for_status()
            return answer.json()
        except (httpx2.HTTPError, ValueError) as error:
            raise EngineFailed(engine="llama.cpp", reason=f"{path}: {error}"[:300]) from error

    def tokenize(self, text: str, *, special: bool = False) -> list[int]:
        """Token ids of ``text``; with ``special`` control tokens are understood and the model's first token added."""
        content = text.encode("utf-8", "replace").decode("utf-8")
        body = {"content": content, "add_special": special, "parse_special": special}
        return [int(token) for token in self._ask("/tokenize", body)["tokens"]]

    def apply_template(self, messages: list[dict[str, str]], options: Mapping[str, Any]) -> str:
        """The chat template of the model filled with ``messages``."""
        return str(
            self._ask("/apply-template", {"messages": messages, "chat_template_kwargs": dict(options)})["prompt"]
        )

    def close(self) -> None:
        """Close the client and remove the socket."""
        if self._client is not None:
            self._client.close()
            self._client = None
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)


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
