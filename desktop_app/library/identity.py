"""What makes two digests one: the same address, or the same text."""

from __future__ import annotations

import hashlib
import tomllib
import unicodedata
from functools import cache
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from desktop_app.resources import resource

_DEFAULT_PORTS = {"http": 80, "https": 443}


def canonical_address(url: str) -> str | None:
    """The key under which a web address is known, ``None`` if it is none: no scheme, ``www.``, tracking parameters,
    fragment or trailing slash; parameters in order, international host names in ASCII (RFC 3986 §6.2, RFC 3490).
    """
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme.lower() not in _DEFAULT_PORTS or not host:
        return None
    key = _ascii(host.rstrip(".")).removeprefix("www.")
    if port is not None and port != _DEFAULT_PORTS[parts.scheme.lower()]:
        key += f":{port}"
    key += quote(unquote(parts.path), safe="/:@!$&'()*+,;=~-._").rstrip("/")
    query = sorted(pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _tracks(pair[0]))
    if query:
        key += "?" + urlencode(query)
    if parts.fragment.startswith(("!", "/")):  # addresses of pages inside a script's page
        key += "#" + parts.fragment
    return key


def host_of(url: str | None) -> str | None:
    """The host of a web address without ``www.``, ``None`` if there is none."""
    address = canonical_address(url) if url else None
    return None if address is None else address.split("/")[0].split("?")[0].split("#")[0]


def text_hash(text: str) -> bytes:
    """SHA-256 of ``text``, whatever its white space and composition of characters."""
    plain = " ".join(unicodedata.normalize("NFC", text).split())
    return hashlib.sha256(plain.encode("utf-8", "replace")).digest()


def _ascii(host: str) -> str:
    try:
        return host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return host.lower()


def _tracks(parameter: str) -> bool:
    names, prefixes = _tracking()
    low = parameter.lower()
    return low in names or low.startswith(prefixes)


@cache
def _tracking() -> tuple[frozenset[str], tuple[str, ...]]:
    table = tomllib.loads(resource("library", "tracking.toml").read_text(encoding="utf-8"))["parameters"]
    return (
        frozenset(name for name in table if not name.endswith("*")),
        tuple(name[:-1] for name in table if name.endswith("*")),
    )
