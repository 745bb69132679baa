"""Offline mode: a real server on this machine gets no request, whichever way Kratko would have taken to it."""

from __future__ import annotations

import json
import queue

import pytest
from pytest_httpserver import HTTPServer

from desktop_app.article import Article
from desktop_app.choices import Engine
from desktop_app.cli.main import main
from desktop_app.errors import OfflineMode
from desktop_app.messages import describe_error
from desktop_app.model_store import ModelStore
from desktop_app.network import OFFLINE_VARIABLE, Contact, NetworkPolicy
from desktop_app.options import SummaryOptions
from desktop_app.sources import UrlSource, load
from desktop_app.summarizer.pool import SummarizerPool
from desktop_app.worker.client import WorkerClient, next_job_id
from desktop_app.worker.messages import Done, Failed, InstallJob, Job, Message, ReadJob, SummarizeJob, role_of

OFFLINE = NetworkPolicy(offline=True)
PAGE = "<!doctype html><title>Ferry</title><p>The ferry carried ninety people across the bay on its first day.</p>"


@pytest.fixture
def server(httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> HTTPServer:
    """A page, a model server and a hub, all of which answer."""
    monkeypatch.delenv(OFFLINE_VARIABLE, raising=False)
    monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)
    monkeypatch.setenv("HF_ENDPOINT", httpserver.url_for("").rstrip("/"))
    httpserver.expect_request("/page").respond_with_data(PAGE, content_type="text/html; charset=utf-8")
    httpserver.expect_request("/v1/models").respond_with_json({"data": [{"id": "loaded"}]})
    httpserver.expect_request("/api/models/someone/fake/revision/main").respond_with_json(
        {"sha": "c0ffee", "siblings": []}
    )
    return httpserver


def options(server: HTTPServer) -> SummaryOptions:
    return SummaryOptions(engine=Engine.SERVER, server_url=server.url_for("/v1"))


def test_the_environment_decides_where_nobody_else_does() -> None:
    for said, offline in (("1", True), ("on", True), (" YES ", True), ("0", False), ("", False)):
        assert NetworkPolicy.from_environment({OFFLINE_VARIABLE: said}).offline is offline
    assert not NetworkPolicy.from_environment({}).offline


def test_pages_are_not_fetched(server: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> None:
    source = UrlSource(server.url_for("/page"))
    assert "ninety people" in load(source).text  # the server is there
    asked = len(server.log)
    with pytest.raises(OfflineMode) as caught:
        load(source, network=OFFLINE)
    assert caught.value.params == {"host": server.host, "contact": "page"}
    monkeypatch.setenv(OFFLINE_VARIABLE, "1")
    with pytest.raises(OfflineMode):
        load(source)
    assert len(server.log) == asked


def test_models_are_not_downloaded(server: HTTPServer, tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KRATKO_DATA", str(tmp_path))
    # The default model lies on the hub and in wheels: neither is tried.
    for model in ("someone/fake", None):
        with pytest.raises(OfflineMode):
            ModelStore.default(OFFLINE).install(model)
    assert server.log == []
    with pytest.raises(Exception, match="unsafe_model_file"):  # the hub answers, and offers nothing
        ModelStore.default().install("someone/fake")
    assert server.log


def test_a_server_is_not_asked_even_if_it_was_before(server: HTTPServer) -> None:
    pool = SummarizerPool(ModelStore.default())
    pool.get(options(server), lambda: False)
    asked = len(server.log)
    assert asked
    pool.network = OFFLINE
    with pytest.raises(OfflineMode):
        pool.get(options(server), lambda: False)
    assert len(server.log) == asked
    pool.close()


@pytest.mark.parametrize("contact", list(Contact))
def test_child_processes_keep_to_what_their_jobs_say(server: HTTPServer, contact: Contact) -> None:
    article = Article("-", "The ferry carried ninety people across the bay on its first day. " * 20)
    number = next_job_id()
    jobs: dict[Contact, Job] = {
        Contact.PAGE: ReadJob(number, UrlSource(server.url_for("/page")), network=OFFLINE),
        Contact.MODEL: InstallJob(number, "someone/fake", network=OFFLINE),
        Contact.SERVER: SummarizeJob(number, article, options(server), network=OFFLINE),
    }
    messages: queue.SimpleQueue[Message] = queue.SimpleQueue()
    client = WorkerClient(role_of(jobs[contact]), messages.put)
    try:
        client.submit(jobs[contact])
        while not isinstance(message := messages.get(timeout=120), Done | Failed):
            pass
    finally:
        client.close(timeout=10)
    assert isinstance(message, Failed)
    assert isinstance(message.error, OfflineMode)
    assert message.error.params["contact"] == str(contact)
    assert server.log == []


@pytest.mark.parametrize("arguments", [["--offline", "extract"], ["extract", "--offline"]])
def test_the_command_line_has_the_switch_too(
    server: HTTPServer, arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(OFFLINE_VARIABLE, "")  # set, so that what the command sets is undone
    assert main([*arguments, "--json", server.url_for("/page")]) == 1
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "offline_mode"
    assert server.log == []


def test_what_to_do_is_said_in_every_language() -> None:
    said = {describe_error(OfflineMode(host="ferry.example", contact="page"), lang) for lang in ("en", "ru", "uk")}
    assert len(said) == 3
    assert all("ferry.example" in wording.title and wording.advice for wording in said)
