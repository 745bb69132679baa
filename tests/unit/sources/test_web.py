"""Fetching pages from real servers on this machine, polite and rude ones."""

from __future__ import annotations

import gzip
import socket
import ssl
import threading
from pathlib import Path

import brotli
import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from desktop_app import __version__
from desktop_app.errors import (
    Cancelled,
    ConnectionFailed,
    EmptySource,
    HostNotFound,
    HttpStatus,
    InvalidAddress,
    SourceError,
    TimedOut,
    TlsFailed,
    TooLarge,
    TooManyRedirects,
    UnsupportedType,
)
from desktop_app.sources import Limits, Page, PageFormat, UrlSource, load
from tests.unit.sources.rude_server import RudeServer

PARAGRAPH = "Мерія відкрила нову бібліотеку, і за перший день туди прийшли триста читачів."
HTML = f"<!doctype html><title>Бібліотека</title><p>{PARAGRAPH}</p>"


def fetch(url: str, **limits: float) -> Page:
    return load(UrlSource(url), limits=Limits(**limits))  # type: ignore[arg-type]


def serve(server: HTTPServer, body: bytes | str, **options: object) -> str:
    server.expect_request("/page").respond_with_data(body, **options)  # type: ignore[arg-type]
    return server.url_for("/page")


def test_a_page(httpserver: HTTPServer) -> None:
    url = serve(httpserver, HTML, content_type="text/html; charset=utf-8")
    page = fetch(url)
    assert (page.name, page.url, page.text, page.format) == (url, url, HTML, PageFormat.HTML)


def test_what_the_request_says_of_us(httpserver: HTTPServer) -> None:
    fetch(serve(httpserver, HTML, content_type="text/html; charset=utf-8"))
    headers = httpserver.log[0][0].headers
    assert f"Kratko/{__version__}" in headers["User-Agent"]
    assert headers["Accept-Language"]
    assert "Cookie" not in headers
    assert "Referer" not in headers


@pytest.mark.parametrize(
    ("content_type", "suffix", "kind"),
    [
        ("text/html", "", PageFormat.HTML),
        ("application/xhtml+xml", "", PageFormat.HTML),
        ("text/plain", "", PageFormat.TEXT),
        ("text/plain", ".md", PageFormat.MARKDOWN),
        ("text/markdown", "", PageFormat.MARKDOWN),
        ("application/octet-stream", "", PageFormat.TEXT),
    ],
)
def test_formats(httpserver: HTTPServer, content_type: str, suffix: str, kind: PageFormat) -> None:
    httpserver.expect_request(f"/page{suffix}").respond_with_data(PARAGRAPH, content_type=content_type)
    page = fetch(httpserver.url_for(f"/page{suffix}"))
    assert (page.format, page.text) == (kind, PARAGRAPH)


def test_html_called_plain_text(httpserver: HTTPServer) -> None:
    assert fetch(serve(httpserver, HTML, content_type="text/plain")).format is PageFormat.HTML


@pytest.mark.parametrize("content_type", ["image/png", "application/json", "video/mp4", "text/css"])
def test_other_content_types(httpserver: HTTPServer, content_type: str) -> None:
    with pytest.raises(UnsupportedType) as caught:
        fetch(serve(httpserver, b"{}", content_type=content_type))
    assert caught.value.params["type"] == content_type


@pytest.mark.parametrize("codec", ["windows-1251", "koi8-u", "utf-8"])
@pytest.mark.parametrize("where", ["header", "meta", "content", "wrong"])
def test_charsets(httpserver: HTTPServer, codec: str, where: str) -> None:
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={codec}">' if where == "meta" else ""
    declared = {"header": f"; charset={codec}", "wrong": "; charset=iso-8859-1"}.get(where, "")
    body = f"<html><head>{meta}</head><p>{PARAGRAPH}".encode(codec)
    assert PARAGRAPH in fetch(serve(httpserver, body, content_type=f"text/html{declared}")).text


@pytest.mark.parametrize("encoding", ["gzip", "br"])
def test_compressed(httpserver: HTTPServer, encoding: str) -> None:
    body = gzip.compress(HTML.encode()) if encoding == "gzip" else brotli.compress(HTML.encode())
    url = serve(httpserver, body, content_type="text/html; charset=utf-8", headers={"Content-Encoding": encoding})
    assert fetch(url).text == HTML


def test_a_compression_bomb(httpserver: HTTPServer) -> None:
    body = gzip.compress(bytes(100_000_000))
    url = serve(httpserver, body, content_type="text/html", headers={"Content-Encoding": "gzip"})
    with pytest.raises(TooLarge):
        fetch(url)


def test_damaged_compression(httpserver: HTTPServer) -> None:
    url = serve(httpserver, b"no gzip at all", content_type="text/html", headers={"Content-Encoding": "gzip"})
    with pytest.raises(ConnectionFailed):
        fetch(url)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed(httpserver: HTTPServer, status: int) -> None:
    httpserver.expect_request("/old").respond_with_data("", status=status, headers={"Location": "/page"})
    serve(httpserver, HTML, content_type="text/html; charset=utf-8")
    page = fetch(httpserver.url_for("/old"))
    assert (page.name, page.url) == (httpserver.url_for("/old"), httpserver.url_for("/page"))


def test_redirect_loop(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/a").respond_with_data("", status=302, headers={"Location": "/b"})
    httpserver.expect_request("/b").respond_with_data("", status=302, headers={"Location": "/a"})
    with pytest.raises(TooManyRedirects):
        fetch(httpserver.url_for("/a"))
    assert len(httpserver.log) == Limits().max_redirects + 1


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://example.com/x", "javascript:alert(1)"])
def test_redirects_are_checked(httpserver: HTTPServer, target: str) -> None:
    httpserver.expect_request("/a").respond_with_data("", status=302, headers={"Location": target})
    with pytest.raises(InvalidAddress):
        fetch(httpserver.url_for("/a"))


def test_a_cookie_lives_for_one_chain_of_redirects(httpserver: HTTPServer) -> None:
    def gate(request: Request) -> Response:
        if request.cookies.get("seen"):
            return Response(HTML, content_type="text/html; charset=utf-8")
        return Response("", 302, {"Location": "/gate", "Set-Cookie": "seen=1"})

    httpserver.expect_request("/gate").respond_with_handler(gate)
    for _ in range(2):
        assert fetch(httpserver.url_for("/gate")).text == HTML
    assert ["Cookie" in request.headers for request, _ in httpserver.log] == [False, True, False, True]


@pytest.mark.parametrize("status", [403, 404, 410, 451, 500, 503])
def test_statuses(httpserver: HTTPServer, status: int) -> None:
    with pytest.raises(HttpStatus) as caught:
        fetch(serve(httpserver, HTML, status=status, content_type="text/html"))
    assert caught.value.params == {"host": "localhost", "status": status}


@pytest.mark.parametrize("body", [b"", b" \n\n "])
def test_empty(httpserver: HTTPServer, body: bytes) -> None:
    with pytest.raises(EmptySource):
        fetch(serve(httpserver, body, content_type="text/html"))


def test_too_large_by_its_own_word() -> None:
    def answer(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 99999999999\r\n\r\n<p>")

    with RudeServer(answer) as server, pytest.raises(TooLarge):
        fetch(server.url)


def test_endless_body() -> None:
    def answer(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        while True:
            connection.sendall(b"<p>and so on " * 5000)

    with RudeServer(answer) as server, pytest.raises(TooLarge):
        fetch(server.url, max_bytes=3_000_000)


def test_a_body_shorter_than_promised() -> None:
    def answer(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5000\r\n\r\n<p>cut")

    with RudeServer(answer) as server, pytest.raises(ConnectionFailed):
        fetch(server.url)


def test_a_drip_ends_with_the_time_limit() -> None:
    enough = threading.Event()

    def answer(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        while not enough.wait(0.05):
            connection.sendall(b"x")

    with RudeServer(answer) as server:
        with pytest.raises(TimedOut) as caught:
            fetch(server.url, timeout=0.5)
        enough.set()
    assert caught.value.params == {"host": "127.0.0.1", "seconds": 0.5}


def test_silence() -> None:
    enough = threading.Event()
    with RudeServer(lambda connection: enough.wait(30) and None) as server:
        with pytest.raises(TimedOut):
            fetch(server.url, timeout=0.4)
        enough.set()


def test_cancelled_while_the_server_is_silent() -> None:
    enough, asked = threading.Event(), threading.Event()

    def answer(connection: socket.socket) -> None:
        asked.set()
        enough.wait(30)

    with RudeServer(answer) as server:
        with pytest.raises(Cancelled):
            load(UrlSource(server.url), cancelled=asked.is_set)
        enough.set()


def test_no_thread_is_left_behind() -> None:
    enough, asked = threading.Event(), threading.Event()

    def answer(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>")
        asked.set()
        enough.wait(30)

    with RudeServer(answer) as server:
        with pytest.raises(Cancelled):
            load(UrlSource(server.url), cancelled=asked.is_set)
        fetchers = [thread for thread in threading.enumerate() if thread.name == "kratko-fetch"]
        for thread in fetchers:
            thread.join(10)
        enough.set()
    assert not any(thread.is_alive() for thread in fetchers)


@pytest.mark.parametrize(
    "answer",
    [b"", b"\x00\x01\x02 nonsense\r\n\r\n", b"HTTP/1.1 two hundred\r\n\r\n", b"SSH-2.0-OpenSSH_9.9\r\n"],
)
def test_no_http_at_all(answer: bytes) -> None:
    with RudeServer(lambda connection: connection.sendall(answer)) as server, pytest.raises(SourceError) as caught:
        fetch(server.url)
    assert isinstance(caught.value, ConnectionFailed)


def test_nobody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with pytest.raises(ConnectionFailed):
        fetch(f"http://127.0.0.1:{port}/")


def test_a_name_that_does_not_resolve() -> None:
    with pytest.raises(HostNotFound) as caught:
        fetch("http://kratko-test.invalid/x")
    assert caught.value.params == {"host": "kratko-test.invalid"}


def test_a_certificate_nobody_signed() -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(Path(__file__).with_name("self_signed.pem"))
    with RudeServer(lambda connection: None, context) as server, pytest.raises(TlsFailed) as caught:
        fetch(server.url)
    assert "self-signed" in str(caught.value.params["reason"]).replace("self signed", "self-signed")


def test_https_where_only_http_is_spoken(httpserver: HTTPServer) -> None:
    url = serve(httpserver, HTML, content_type="text/html").replace("http:", "https:")
    with pytest.raises(TlsFailed):
        fetch(url)


def test_progress(httpserver: HTTPServer) -> None:
    shares: list[float | None] = []
    url = serve(httpserver, HTML * 2000, content_type="text/html; charset=utf-8")
    load(UrlSource(url), on_progress=shares.append)
    assert shares
    assert all(share is not None and 0 < share <= 1 for share in shares)


@pytest.mark.parametrize(
    "head",
    [
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<p>cu\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n<p>x\r\n0\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: -5\r\n\r\n<p>x",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n<p>xyz",
        b"HTTP/1.1 200 OK\r\nX: " + b"a" * 300_000 + b"\r\n\r\n<p>x",
        b"HTTP/1.1 200 OK\r\n" + b"".join(b"X-%d: y\r\n" % number for number in range(30_000)) + b"\r\n<p>x",
    ],
    ids=["cut chunk", "bad chunk", "negative length", "two lengths", "endless line", "endless head"],
)
def test_answers_that_break_the_rules(head: bytes) -> None:
    with RudeServer(lambda connection: connection.sendall(head)) as server, pytest.raises(ConnectionFailed):
        fetch(server.url)


def test_a_body_longer_than_promised_ends_where_it_was_promised() -> None:
    page = b"<p>The pier costs 240 million.</p>"
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(page)
    with RudeServer(lambda connection: connection.sendall(head + page + b"HTTP/1.1 200 OK\r\n\r\n<p>more")) as server:
        assert fetch(server.url).text == page.decode()


@pytest.mark.parametrize(
    "piece", [b"X", b"HTTP/1.1 100 Continue\r\n\r\n"], ids=["head by single bytes", "no end of 1xx"]
)
def test_a_head_that_never_ends_is_given_up_in_time(piece: bytes) -> None:
    enough = threading.Event()

    def answer(connection: socket.socket) -> None:
        if piece == b"X":
            connection.sendall(b"HTTP/1.1 200 OK\r\nX: ")
        while not enough.wait(0.02):
            connection.sendall(piece)

    with RudeServer(answer) as server:
        with pytest.raises(TimedOut):
            fetch(server.url, timeout=0.6)
        enough.set()
