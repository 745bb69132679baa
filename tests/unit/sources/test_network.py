"""Where links of strangers may lead: addresses judged, names pinned, redirects held to the rule."""

from __future__ import annotations

import socket
import ssl
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from desktop_app.errors import ConnectionFailed, HostNotFound, PrivateAddress, TlsFailed
from desktop_app.sources import Limits, Page, UrlSource, decode, load
from desktop_app.sources.network import Address, Reach, look_up, reach_of, same_place
from desktop_app.sources.web import fetch_url
from tests.unit.sources.rude_server import RudeServer

HTML = "<!doctype html><title>x</title><p>The pier costs 240 million.</p>"
FEED = "https://news.example/feed"


class Names:
    """A resolver for the test server: every name has the reach it is given here, and leads to this computer."""

    def __init__(self, **reaches: Reach | list[Reach]) -> None:
        self._reaches = reaches
        self.asked: list[str] = []

    def __call__(self, host: str, port: int) -> tuple[Address, ...]:
        self.asked.append(host)
        reach = self._reaches.get(host.partition(".")[0])
        if reach is None:
            raise socket.gaierror(socket.EAI_NONAME, "unknown")
        if isinstance(reach, list):
            reach = reach.pop(0)
        return (Address("127.0.0.1", reach),)


def fetch(url: str, names: Names, found_on: str | None = None) -> Page:
    return decode(fetch_url(url, limits=Limits(), cancelled=lambda: False, found_on=found_on, look_up=names))


def at(server: HTTPServer, name: str, path: str = "/page") -> str:
    return f"http://{name}.example:{server.port}{path}"


@pytest.mark.parametrize(
    "ip",
    [
        "127.0.0.1",
        "127.8.8.8",
        "0.0.0.0",
        "0.1.2.3",
        "::1",
        "::",
        "::ffff:127.0.0.1",
        "2002:7f00:1::",
        "64:ff9b::7f00:1",
        "::127.0.0.1",
    ],
)
def test_addresses_of_this_computer(ip: str) -> None:
    assert reach_of(ip) is Reach.THIS_COMPUTER


@pytest.mark.parametrize(
    "ip",
    [
        "10.0.0.1",
        "172.16.0.1",
        "172.31.255.254",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "192.0.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "240.0.0.1",
        "198.18.0.1",
        "fe80::1",
        "fe80::1%lo",
        "fc00::1",
        "fd12::1",
        "ff02::1",
        "::ffff:192.168.1.1",
        "2002:c0a8:101::",
        "64:ff9b::a00:1",
        "2001:db8::1",
    ],
)
def test_addresses_nearby(ip: str) -> None:
    assert reach_of(ip) is Reach.NEARBY


@pytest.mark.parametrize("ip", ["8.8.8.8", "172.32.0.1", "192.167.1.1", "2606:4700::1111", "::ffff:8.8.8.8"])
def test_public_addresses(ip: str) -> None:
    assert reach_of(ip) is Reach.PUBLIC


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.1", "2130706433", "0x7f000001"])
def test_however_this_computer_is_written(host: str) -> None:
    assert {address.reach for address in look_up(host, 80)} == {Reach.THIS_COMPUTER}


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.1", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0"])
def test_a_link_found_on_a_page_does_not_reach_this_computer(httpserver: HTTPServer, host: str) -> None:
    httpserver.expect_request("/page").respond_with_data(HTML, content_type="text/html")
    with pytest.raises(PrivateAddress):
        load(UrlSource(f"http://{host}:{httpserver.port}/page", found_on=FEED))
    assert httpserver.log == []


@pytest.mark.parametrize("reach", [Reach.THIS_COMPUTER, Reach.NEARBY])
def test_names_are_judged_by_where_they_lead(httpserver: HTTPServer, reach: Reach) -> None:
    httpserver.expect_request("/page").respond_with_data(HTML, content_type="text/html")
    with pytest.raises(PrivateAddress) as caught:
        fetch(at(httpserver, "wiki"), Names(wiki=reach), found_on=FEED)
    assert caught.value.params == {"host": "wiki.example"}
    assert httpserver.log == []
    # What the reader types is the reader's own business.
    assert fetch(at(httpserver, "wiki"), Names(wiki=reach)).text == HTML


def test_public_links_of_a_feed_are_read_under_their_own_name(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/page").respond_with_data(HTML, content_type="text/html")
    page = fetch(at(httpserver, "news"), Names(news=Reach.PUBLIC), found_on=FEED)
    assert page.url == at(httpserver, "news")
    assert httpserver.log[0][0].headers["Host"] == f"news.example:{httpserver.port}"


@pytest.mark.parametrize(
    ("start", "target", "allowed"),
    [
        (Reach.PUBLIC, Reach.PUBLIC, True),
        (Reach.PUBLIC, Reach.NEARBY, False),
        (Reach.PUBLIC, Reach.THIS_COMPUTER, False),
        (Reach.NEARBY, Reach.NEARBY, True),
        (Reach.NEARBY, Reach.PUBLIC, True),
        (Reach.NEARBY, Reach.THIS_COMPUTER, False),
        (Reach.THIS_COMPUTER, Reach.NEARBY, True),
    ],
)
def test_a_redirect_never_leads_further_in(httpserver: HTTPServer, start: Reach, target: Reach, allowed: bool) -> None:
    httpserver.expect_request("/old").respond_with_data("", 302, {"Location": at(httpserver, "target")})
    httpserver.expect_request("/page").respond_with_data(HTML, content_type="text/html")
    names = Names(start=start, target=target)
    if allowed:
        assert fetch(at(httpserver, "start", "/old"), names).text == HTML
        return
    with pytest.raises(PrivateAddress):
        fetch(at(httpserver, "start", "/old"), names)
    assert [request.path for request, _ in httpserver.log] == ["/old"]


def test_a_chain_of_redirects_does_not_lead_in_by_a_detour(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/a").respond_with_data("", 302, {"Location": at(httpserver, "public", "/b")})
    httpserver.expect_request("/b").respond_with_data("", 302, {"Location": at(httpserver, "inner")})
    names = Names(inner=Reach.NEARBY, public=Reach.PUBLIC)
    with pytest.raises(PrivateAddress):
        fetch(at(httpserver, "inner", "/a"), names)


def test_a_name_that_changes_its_answer_is_caught(httpserver: HTTPServer) -> None:
    """DNS rebinding: public when judged, inside when asked again."""
    httpserver.expect_request("/old").respond_with_data("", 302, {"Location": "/page"})
    httpserver.expect_request("/page").respond_with_data(HTML, content_type="text/html")
    names = Names(evil=[Reach.PUBLIC, Reach.THIS_COMPUTER])
    with pytest.raises(PrivateAddress):
        fetch(at(httpserver, "evil", "/old"), names, found_on=FEED)
    assert names.asked == ["evil.example", "evil.example"], "asked once for each request, and that answer is used"


def test_of_several_addresses_only_the_allowed_are_tried(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/page").respond_with_data(HTML, content_type="text/html")
    with socket.create_server(("127.0.0.1", 0)) as closed:
        gone = closed.getsockname()[1]

    def both(host: str, port: int) -> tuple[Address, ...]:
        return (
            Address("127.0.0.1", Reach.NEARBY),
            Address("127.0.0.3", Reach.PUBLIC),
            Address("127.0.0.1", Reach.PUBLIC),
        )

    url = at(httpserver, "many")
    document = fetch_url(url, limits=Limits(), cancelled=lambda: False, found_on=FEED, look_up=both)
    assert document.data == HTML.encode(), "the first public address refused, the next one answered"
    with pytest.raises(ConnectionFailed):
        fetch_url(f"http://many.example:{gone}/", limits=Limits(), cancelled=lambda: False, look_up=both)


def test_a_local_server_may_name_its_own_pages(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/page").respond_with_data(HTML, content_type="text/html")
    url = f"http://127.0.0.1:{httpserver.port}/page"
    assert load(UrlSource(url, found_on=f"http://127.0.0.1:{httpserver.port}/feed")).text == HTML
    with pytest.raises(PrivateAddress):
        load(UrlSource(url, found_on=f"http://127.0.0.1:{httpserver.port + 1}/feed"))
    # A name of a stranger's may mean another machine by now.
    assert not same_place("http://evil.example/a", "http://evil.example/feed")
    assert not same_place("http://[", "http://[")


def test_the_certificate_is_checked_against_the_name() -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(Path(__file__).with_name("self_signed.pem"))
    asked: list[str | None] = []
    context.sni_callback = lambda connection, name, _: asked.append(name)
    with RudeServer(lambda connection: None, context) as server:
        port = server.host.partition(":")[2]
        with pytest.raises(TlsFailed):
            fetch(f"https://bank.example:{port}/", Names(bank=Reach.PUBLIC))
    assert asked == ["bank.example"]


def test_cookies_of_a_site_go_along_its_redirects_only(httpserver: HTTPServer) -> None:
    def gate(request: Request) -> Response:
        if request.cookies.get("seen"):
            return Response(HTML, content_type="text/html")
        return Response("", 302, {"Location": "/page", "Set-Cookie": "seen=1; Domain=news.example"})

    httpserver.expect_request("/page").respond_with_handler(gate)
    names = Names(news=Reach.PUBLIC)
    for _ in range(2):
        assert fetch(at(httpserver, "news"), names).text == HTML
    assert ["Cookie" in request.headers for request, _ in httpserver.log] == [False, True, False, True]


def test_a_name_nobody_knows() -> None:
    with pytest.raises(HostNotFound):
        fetch("http://nowhere.example/", Names())


def test_behind_a_proxy_the_proxy_looks_up_names(httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{httpserver.port}")
    httpserver.expect_request("/page").respond_with_data(HTML, content_type="text/html")
    names = Names()
    assert fetch("http://news.example/page", names, found_on=FEED).text == HTML
    assert names.asked == []
    for host in ("192.168.1.1", "localhost", "[::1]"):
        with pytest.raises(PrivateAddress):
            fetch(f"http://{host}/page", names, found_on=FEED)
