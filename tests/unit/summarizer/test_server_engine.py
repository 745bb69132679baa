"""The server engine against servers that misbehave, on loopback."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from desktop_app.errors import EngineFailed, ServerUnreachable
from desktop_app.model_store import Catalogue
from desktop_app.summarizer import SummaryRequest, TextPiece, Usage
from desktop_app.summarizer.server import ServerSummarizer

ASK = SummaryRequest(text="The bridge is open.", lang="en", source_lang="en", seed=5)


def never() -> bool:
    return False


def sse(*chunks: object) -> str:
    return "".join(f"data: {json.dumps(chunk)}\n\n" for chunk in chunks) + "data: [DONE]\n\n"


def chunk(text: str | None = None, reason: str | None = None) -> dict[str, object]:
    return {"choices": [{"delta": {"content": text} if text else {}, "finish_reason": reason}]}


@pytest.fixture
def server(httpserver: HTTPServer) -> HTTPServer:
    httpserver.expect_request("/v1/models").respond_with_json({"data": [{"id": "loaded"}]})
    return httpserver


@pytest.fixture
def summarizer(server: HTTPServer) -> Iterator[ServerSummarizer]:
    opened = ServerSummarizer(server.url_for("/v1"), None, Catalogue.shipped())
    yield opened
    opened.close()


def answer(server: HTTPServer, body: str, status: int = 200) -> None:
    server.expect_request("/v1/chat/completions", method="POST").respond_with_data(
        body, status=status, content_type="text/event-stream"
    )


def test_streams_and_counts_without_usage(server: HTTPServer, summarizer: ServerSummarizer) -> None:
    answer(server, ": a comment\n\n" + sse(chunk("The bridge"), chunk(" is open."), chunk(reason="length")))
    items = list(summarizer.stream(ASK, never))

    assert summarizer.model == "loaded"
    assert [item.text for item in items if isinstance(item, TextPiece)] == ["The bridge", " is open."]
    assert items[-1] == Usage(0, 2, False)


def test_what_is_sent(server: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KRATKO_SERVER_KEY", "s3cret")
    seen: list[Request] = []

    def handler(request: Request) -> Response:
        seen.append(request)
        return Response(sse(chunk("x", "stop")), content_type="text/event-stream")

    server.expect_request("/v1/chat/completions").respond_with_handler(handler)
    summarizer = ServerSummarizer(server.url_for("/v1"), "chosen", Catalogue.shipped())
    list(summarizer.stream(ASK, never))
    summarizer.close()

    body = json.loads(seen[0].data)
    assert (body["model"], body["seed"], body["temperature"], body["stream"]) == ("chosen", 5, 0.0, True)
    assert seen[0].headers["Authorization"] == "Bearer s3cret"


@pytest.mark.parametrize(
    ("body", "status", "reason"),
    [
        ('{"error": {"message": "no such model"}}', 404, "no such model"),
        ("boom", 500, "HTTP 500: boom"),
        (sse(chunk("half")), 200, "ended early"),
        (sse({"error": {"message": "out of memory"}}), 200, "out of memory"),
        ("data: {not json\n\n", 200, "not understood"),
        ("data: [1, 2]\n\n", 200, "not understood"),
        ('error: {"code": 500}\n\n', 200, "500"),
        ("", 200, "ended early"),
    ],
)
def test_answers_that_fail(
    server: HTTPServer, summarizer: ServerSummarizer, body: str, status: int, reason: str
) -> None:
    answer(server, body, status)

    with pytest.raises(EngineFailed, match=reason):
        list(summarizer.stream(ASK, never))


def test_the_text_is_not_redirected_elsewhere(server: HTTPServer, summarizer: ServerSummarizer) -> None:
    server.expect_request("/v1/chat/completions").respond_with_data(
        "", status=307, headers={"Location": "http://192.0.2.1/v1/chat/completions"}
    )

    with pytest.raises(EngineFailed, match="307"):
        list(summarizer.stream(ASK, never))


@pytest.mark.parametrize("url", ["http://127.0.0.1:9/v1", "ftp://127.0.0.1/v1", "nonsense", "http:///v1"])
def test_nobody_there(url: str) -> None:
    with pytest.raises(ServerUnreachable) as caught:
        ServerSummarizer(url, None, Catalogue.shipped())
    assert caught.value.params["url"] == url


@pytest.mark.parametrize("status", [401, 403])
def test_a_key_is_wanted(httpserver: HTTPServer, status: int) -> None:
    httpserver.expect_request("/v1/models").respond_with_data("", status=status)

    with pytest.raises(ServerUnreachable, match="KRATKO_SERVER_KEY"):
        ServerSummarizer(httpserver.url_for("/v1"), None, Catalogue.shipped())


@pytest.mark.parametrize(
    ("host", "leaves"),
    [
        ("localhost", False),
        ("127.0.0.1", False),
        ("127.8.9.10", False),
        ("::1", False),
        ("10.0.0.4", True),
        ("example.org", True),
        ("localhost.example.org", True),
    ],
)
def test_whether_text_leaves_the_computer(summarizer: ServerSummarizer, host: str, leaves: bool) -> None:
    summarizer.host = host
    assert summarizer.leaves_computer is leaves
