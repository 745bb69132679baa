"""The one gate to the network: everything that contacts another address asks :class:`NetworkPolicy` first.

``tests/boundaries`` knows every module that can open a connection and sees to it that each asks here.
"""

from __future__ import annotations

import ipaddress
import os
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit

from desktop_app.errors import OfflineMode

#: Environment variable that keeps Kratko off the network: ``1``, ``on``, ``yes`` or ``true``.
OFFLINE_VARIABLE = "KRATKO_OFFLINE"
_TRUE = {"1", "on", "yes", "true"}
#: From here on Latin letters are those of phonetics and rare languages, some of them the image of common ones (ɑ, ɡ).
_LATIN_EXTENDED_B = 0x180


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


def shown_host(host: str) -> str:
    """``host`` as people are shown it, so that none passes for another: as it is if it is of one script throughout, the
    top-level domain included, else in ASCII (``xn--…``, RFC 3492).

    A Cyrillic “а” in a name under ``.com`` shows, while ``пример.рф`` and ``bücher.de`` are shown as they are. What is
    ASCII already is not decoded.
    """
    if host.isascii():
        return host
    scripts = {_script(letter) for letter in host if letter.isalpha()}
    if len(scripts) == 1 and (scripts != {"LATIN"} or all(ord(letter) < _LATIN_EXTENDED_B for letter in host)):
        return host
    return ".".join(label if label.isascii() else _punycode(label) for label in host.split("."))


def shown_address(url: str) -> str:
    """The web address ``url`` with its host as :func:`shown_host` has it; anything else as it is."""
    host = host_of(url)
    if host is None or host.isascii():
        return url
    head, separator, rest = url.partition("://")
    end = next((at for at, sign in enumerate(rest) if sign in "/?#"), len(rest))
    place = rest[:end].lower().replace(host, shown_host(host))
    return f"{head}{separator}{place}{rest[end:]}"


def _script(letter: str) -> str:
    # The first word of a letter's name is its script (Unicode, chapter 4.8).
    return unicodedata.name(letter, "?").split()[0]


def _punycode(label: str) -> str:
    return "xn--" + unicodedata.normalize("NFKC", label).lower().encode("punycode").decode("ascii")


def is_this_computer(host: str) -> bool:
    """Whether ``host`` is a name or address of this computer itself (RFC 6761, 6.3 and the loopback addresses)."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
