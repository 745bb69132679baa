"""Which machines a request may go to: names are looked up once, judged, and the judged address is the one connected to.

A link that a stranger chose must not lead to the reader's own computer or network (server-side request forgery), be it
through a name, a redirect, or a name that answers otherwise when it is asked again (DNS rebinding). The rule is that of
browsers' private network access (https://wicg.github.io/private-network-access/): a page may lead to where it came
from or further out, never further in.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import IntEnum
from urllib.request import getproxies, proxy_bypass

import httpx2

from desktop_app.errors import PrivateAddress
from desktop_app.network import shown_host

# RFC 6052, 2.1: the last 32 bits are an address of the old internet.
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_THIS_HOST = ipaddress.IPv4Network("0.0.0.0/8")


class Reach(IntEnum):
    """How far out an address lies."""

    THIS_COMPUTER = 0
    NEARBY = 1
    PUBLIC = 2


@dataclass(frozen=True, slots=True)
class Address:
    """An IP address, with how far out it lies."""

    ip: str
    reach: Reach


#: Addresses of a host (ASCII) and port; raises ``OSError`` or ``UnicodeError`` where there are none.
LookUp = Callable[[str, int], tuple[Address, ...]]


def reach_of(ip: str) -> Reach:
    """How far out the IP address ``ip`` lies; addresses wrapped in those of IPv6 count as what they wrap.

    Private, link-local, shared, reserved and multicast addresses (RFC 6890) are nearby. Raises ``ValueError``.
    """
    address = ipaddress.ip_address(ip.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        wrapped = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if wrapped is None and (address in _NAT64 or 1 < int(address) < 1 << 32):
            wrapped = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if wrapped is not None:
            return reach_of(str(wrapped))
    elif address in _THIS_HOST:
        return Reach.THIS_COMPUTER
    if address.is_loopback or address.is_unspecified:
        return Reach.THIS_COMPUTER
    return Reach.PUBLIC if address.is_global and not address.is_multicast else Reach.NEARBY


def look_up(host: str, port: int) -> tuple[Address, ...]:
    """The addresses the system knows for ``host``, in its order of preference."""
    found = (str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
    return tuple(Address(ip, reach_of(ip)) for ip in dict.fromkeys(found))


def same_place(url: str, other: str) -> bool:
    """Whether both addresses lead to one server by a name that nobody can make mean another: an IP or localhost."""
    try:
        one, two = httpx2.URL(url), httpx2.URL(other)
    except httpx2.InvalidURL:
        return False
    return (one.scheme, one.host, one.port) == (two.scheme, two.host, two.port) and _literal(one.host) is not None


def _literal(host: str) -> Reach | None:
    """How far out a host lies that is an address itself."""
    if host == "localhost" or host.endswith(".localhost"):
        return Reach.THIS_COMPUTER
    with suppress(ValueError):
        return reach_of(host.strip("[]"))
    return None


class CheckedTransport(httpx2.BaseTransport):
    """Sends requests to addresses no further in than ``least``; ``reach`` is how far out the last one lay.

    Raises ``PrivateAddress`` instead of connecting. Behind a proxy of the system's, the proxy looks names up, and only
    hosts that are addresses themselves can be judged.
    """

    def __init__(self, look_up: LookUp = look_up) -> None:
        self.least = Reach.THIS_COMPUTER
        self.reach = Reach.PUBLIC
        self._look_up = look_up
        self._direct = httpx2.HTTPTransport()
        self._proxies: dict[str, httpx2.HTTPTransport] = {}

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send ``request`` to the first of its addresses that answers."""
        url = request.url
        if proxy := _proxy(url):
            literal = _literal(url.host)
            reach = Reach.PUBLIC if literal is None else literal
            self.reach = self._allowed(url.host, Address(url.host, reach))[0].reach
            if proxy not in self._proxies:
                self._proxies[proxy] = httpx2.HTTPTransport(proxy=proxy)
            return self._proxies[proxy].handle_request(request)
        host = url.raw_host.decode("ascii")
        try:
            found = self._look_up(host, url.port or (443 if url.scheme == "https" else 80))
        except (OSError, UnicodeError) as error:
            raise httpx2.ConnectError(str(error), request=request) from error
        addresses = self._allowed(url.host, *found)
        for left, address in enumerate(addresses, 1 - len(addresses)):
            self.reach = address.reach
            try:
                return self._direct.handle_request(_pinned(request, address.ip))
            except (httpx2.ConnectError, httpx2.ConnectTimeout) as error:
                if left == 0 or any(isinstance(cause, ssl.SSLError) for cause in _causes(error)):
                    raise
        raise httpx2.ConnectError("no address", request=request)

    def close(self) -> None:
        """Close all connections."""
        for transport in (self._direct, *self._proxies.values()):
            transport.close()

    def _allowed(self, host: str, *found: Address) -> tuple[Address, ...]:
        allowed = tuple(address for address in found if address.reach >= self.least)
        if found and not allowed:
            raise PrivateAddress(host=shown_host(host))
        return allowed


def _pinned(request: httpx2.Request, ip: str) -> httpx2.Request:
    """``request`` to that very address; the server's name stays in its head and in the check of its certificate."""
    host = request.url.host
    # Addresses with a zone cannot be written into a web address.
    if ip == host.strip("[]") or "%" in ip:
        return request
    return httpx2.Request(
        request.method,
        request.url.copy_with(host=ip),
        headers=request.headers,
        stream=request.stream,
        extensions={**request.extensions, "sni_hostname": request.url.raw_host.decode("ascii")},
    )


def _proxy(url: httpx2.URL) -> str | None:
    """The proxy the system or environment names for ``url``, as httpx2 itself would take it."""
    proxies = getproxies()
    address = proxies.get(url.scheme) or proxies.get("all")
    if not address or proxy_bypass(url.host):
        return None
    return address if "://" in address else f"http://{address}"


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen: BaseException | None = error
    while seen is not None:
        yield seen
        seen = seen.__cause__ or seen.__context__
