"""The one gate to the network: everything that contacts another address asks :class:`NetworkPolicy` first.

``tests/boundaries`` knows every module that can open a connection and sees to it that each asks here.
"""

from __future__ import annotations

import ipaddress
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit

from desktop_app.errors import OfflineMode

#: Environment variable that keeps Kratko off the network: ``1``, ``on``, ``yes`` or ``true``.
OFFLINE_VARIABLE = "KRATKO_OFFLINE"
_TRUE = {"1", "on", "yes", "true"}


class Contact(StrEnum):
    """Every reason there is for Kratko to contact another address."""

    PAGE = "page"
    MODEL = "model"
    SERVER = "server"


@dataclass(frozen=True, slots=True)
class NetworkPolicy:
    """Whether the network may be used. Offline means not at all: this computer's own servers included."""

    offline: bool = False

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> NetworkPolicy:
        """What :data:`OFFLINE_VARIABLE` says."""
        return cls(offline=environment.get(OFFLINE_VARIABLE, "").strip().lower() in _TRUE)

    def admit(self, contact: Contact, host: str) -> None:
        """Ask before ``host`` is contacted; raises ``OfflineMode``."""
        if self.offline:
            raise OfflineMode(host=host, contact=str(contact))

    def hooks(self, contact: Contact) -> dict[str, list[Callable[[Any], None]]]:
        """The ``event_hooks`` of an HTTP client: every request, those of redirects included, asks before it is sent."""
        return {"request": [lambda request: self.admit(contact, request.url.host)]}


def host_of(url: str) -> str | None:
    """The host that a web address names, ``None`` if it is no web address."""
    try:
        parts = urlsplit(url.strip())
        return parts.hostname if parts.scheme in ("http", "https") and parts.hostname else None
    except ValueError:
        return None


def is_this_computer(host: str) -> bool:
    """Whether ``host`` is a name or address of this computer itself (RFC 6761, 6.3 and the loopback addresses)."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
