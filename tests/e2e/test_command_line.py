"""The command line as other programs use it: real pages over real HTTP, the real model where a summary is asked for."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytest_httpserver import HTTPServer

from desktop_app.cli.main import main
from desktop_app.cli.output import ExitCode
from desktop_app.language import detect
from tests.conftest import REPOSITORY

PAGES = Path(__file__).parent / "pages"
FIGURE_FIELDS = {
    "start",
    "end",
    "text",
    "value",
    "high",
    "bound",
    "unit",
    "noun",
    "label",
    "context",
    "section",
    "kind",
    "change",
}

Run = Callable[..., tuple[int, list[dict[str, Any]], str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command in this process; returns its exit code, the JSON rows it printed, and what it said."""

    def run_command(*arguments: str) -> tuple[int, list[dict[str, Any]], str]:
        code = main(arguments)
        output = capsys.readouterr()
        return code, [json.loads(line) for line in output.out.splitlines()], output.err

    return run_command


@pytest.fixture
def page_url(httpserver: HTTPServer) -> Callable[[str], str]:
    def serve(name: str) -> str:
        html = (PAGES / name).read_text(encoding="utf-8")
        httpserver.expect_request(f"/{name}").respond_with_data(html, content_type="text/html; charset=utf-8")
        return httpserver.url_for(f"/{name}")

    return serve


def start_without_display(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The program as started on a machine without a screen."""
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return subprocess.run(
        [sys.executable, "-m", "desktop_app", *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=REPOSITORY,
        env={name: value for name, value in os.environ.items() if name not in screens} | environment,
    )


def test_extract_keeps_body_headline_and_other_stories_apart(run: Run, page_url: Callable[[str], str]) -> None:
    url = page_url("dam.html")
    code, (row,), _ = run("extract", url, "--json")
    assert code == ExitCode.OK
    assert {"source", "title", "byline", "site", "published", "lang", "text", "related", "warnings"} <= set(row)
    assert row["source"] == url
    assert row["title"] == "В Заречье достроили плотину после шести лет споров"
    assert row["byline"] == "Анна Лисовская"
    assert row["site"] == "Заречный вестник"
    assert row["published"].startswith("2026-03-14")
    assert row["lang"] == "ru"
    assert row["text"].startswith("Строители завершили плотину")
    assert row["text"].endswith("из скважин.")
    assert "трамва" not in row["text"]
    assert any("трамваев" in headline for headline in row["related"])
    assert row["warnings"] == []


def test_figures_of_a_page_have_their_exact_place(run: Run, page_url: Callable[[str], str]) -> None:
    url = page_url("dam.html")
    _, (article,), _ = run("extract", url, "--json")
    code, (row,), _ = run("figures", url, "--json")
    assert code == ExitCode.OK
    texts = {"title": article["title"], "body": article["text"], "related": "\n".join(article["related"])}
    for figure in row["figures"]:
        assert set(figure) >= FIGURE_FIELDS
        assert texts[figure["section"]][figure["start"] : figure["end"]] == figure["text"]
    found = {(figure["value"], figure["unit"]) for figure in row["figures"] if figure["section"] == "body"}
    assert {(48_000, None), (2_400_000_000, "RUB"), (15, "percent"), (40, "percent")} <= found
    sections = [figure["section"] for figure in row["figures"]]
    assert sections.index("related") > max(place for place, s in enumerate(sections) if s == "body")
    assert 9000 in {figure["value"] for figure in row["figures"] if figure["section"] == "related"}


def test_figures_of_rows(run: Run, tmp_path: Path) -> None:
    rows = [
        {"id": 1, "text": "The plant will cost $1.2bn and employ 350 people.", "lang": "en"},
        {"id": "два", "text": "Цена выросла на 3 % до 12 млрд грн."},
    ]
    path = tmp_path / "in.jsonl"
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n\n", encoding="utf-8")
    code, answers, _ = run("figures", "--jsonl", str(path))
    assert code == ExitCode.OK
    assert [answer["id"] for answer in answers] == [1, "два"]
    assert {(f["value"], f["unit"]) for f in answers[0]["figures"]} == {(1.2e9, "USD"), (350, None)}
    assert {(f["value"], f["unit"]) for f in answers[1]["figures"]} == {(3, "percent"), (12e9, "UAH")}
    for row, answer in zip(rows, answers, strict=True):
        for figure in answer["figures"]:
            assert set(figure) >= FIGURE_FIELDS
            assert str(row["text"])[figure["start"] : figure["end"]] == figure["text"]


@pytest.mark.parametrize("content", ['{"id": 1}', "not json", '{"text": "no id"}', "[]"])
def test_a_row_that_is_none_is_named_by_its_line(run: Run, tmp_path: Path, content: str) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text('{"id": 0, "text": "fine"}\n' + content, encoding="utf-8")
    code, rows, said = run("figures", "--jsonl", str(path))
    assert code == ExitCode.FAILED
    assert len(rows) == 1
    assert "line 2" in said


def test_one_bad_source_does_not_stop_the_others(run: Run, page_url: Callable[[str], str], tmp_path: Path) -> None:
    missing = str(tmp_path / "missing.txt")
    code, rows, said = run("extract", missing, page_url("dam.html"), "--json")
    assert code == ExitCode.PARTIAL
    assert rows[0]["error"]["code"] == "file_missing"
    assert rows[0]["source"] == missing
    assert rows[1]["lang"] == "ru"
    assert missing in said


def test_nothing_done_is_failure(run: Run, httpserver: HTTPServer) -> None:
    httpserver.expect_request("/gone").respond_with_data("gone", status=410)
    code, (row,), said = run("extract", httpserver.url_for("/gone"), "--json")
    assert code == ExitCode.FAILED
    assert row["error"]["status"] == 410
    assert "410" in said


def test_unknown_options_are_usage_errors(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["digest", "--no-such-option"])
    assert stop.value.code == ExitCode.USAGE
    capsys.readouterr()
    assert main(["figures"]) == ExitCode.USAGE


def test_a_consent_page_is_never_summarised_silently(run: Run, page_url: Callable[[str], str]) -> None:
    code, (row,), said = run("digest", page_url("consent.html"), "--json")
    assert code == ExitCode.FAILED
    assert row["summary"] is None
    assert row["read_words"] == 0
    assert any(warning.startswith("consent_wall") for warning in row["warnings"])
    assert said


def test_titles_cannot_steer_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "evil.html"
    body = "The harbour reopened on Monday after the storm, and all ferries sailed on time again. " * 6
    path.write_text(
        f"<html><head><title>Harbour \x1b]0;owned\x07 news</title></head>"
        f"<body><article><h1>Harbour \x1b[2Jnews\u202e</h1><p>{body}</p></article></body></html>",
        encoding="utf-8",
    )
    assert main(["extract", str(path)]) == ExitCode.OK
    printed = capsys.readouterr().out
    assert "Harbour" in printed
    assert not {"\x1b", "\x07", "\u202e"} & set(printed)


def test_help_and_version_need_no_display() -> None:
    for argument, expected in (("--help", "exit codes"), ("--version", "kratko")):
        done = start_without_display(argument)
        assert done.returncode == ExitCode.OK
        assert expected in done.stdout


def test_without_display_and_sources_it_says_what_to_do() -> None:
    done = start_without_display()
    assert done.returncode == ExitCode.FAILED
    assert "kratko digest" in done.stderr


def test_standard_input_in_any_encoding() -> None:
    text = "Совет посёлка утвердил бюджет. Расходы на дороги вырастут на 12 % и составят 340 млн рублей. " * 5
    done = subprocess.run(
        [sys.executable, "-m", "desktop_app", "figures", "-", "--json"],
        input=text.encode("windows-1251"),
        capture_output=True,
        check=True,
        cwd=REPOSITORY,
    )
    row = json.loads(done.stdout)
    assert {(12, "percent"), (340e6, "RUB")} <= {(f["value"], f["unit"]) for f in row["figures"]}


def test_the_sample_page_with_menus_and_all(run: Run, shared: Path) -> None:
    code, (row,), _ = run("figures", str(shared / "samples" / "interfax.txt"), "--json")
    assert code == ExitCode.OK
    assert not [figure for figure in row["figures"] if figure["section"] == "body"]
    related = {(figure["value"], figure["text"]): figure for figure in row["figures"] if figure["section"] == "related"}
    for value, text, about in (
        (710_000, "710 тыс.", "потребител"),
        (20, "20-пунктный", "мирный план"),
        (101_000, "101 тыс.", "сем"),
        (62_000, "62 тыс.", "без света"),
        (5, "5", "тел"),
    ):
        assert about in related[value, text]["label"]


@pytest.mark.model
class TestWithTheEmbeddedModel:
    """End to end with the model that is installed with the program."""

    def test_digest(self, run: Run, page_url: Callable[[str], str], embedded_model: str) -> None:
        code, rows, _ = run("digest", page_url("dam.html"), page_url("consent.html"), "--json")
        assert code == ExitCode.PARTIAL
        row = rows[0]
        assert row["words"] == row["read_words"] > 100
        assert row["warnings"] == []
        summary = row["summary"]
        assert summary["lang"] == "ru"
        assert summary["engine"] == "llama.cpp"
        assert summary["model"] == embedded_model
        assert summary["tokens"] > 5
        assert 5 <= len(summary["text"].split()) <= 48
        assert "плотин" in summary["text"].lower()
        assert rows[1]["summary"] is None

    def test_another_language(self, run: Run, page_url: Callable[[str], str], embedded_model: str) -> None:
        code, (row,), _ = run("digest", page_url("dam.html"), "--lang", "en", "--json")
        assert code == ExitCode.OK
        assert row["lang"] == "ru"
        assert row["summary"]["lang"] == "en"
        assert detect(row["summary"]["text"])[0] == "en"

    def test_rows(self, run: Run, tmp_path: Path, embedded_model: str) -> None:
        path = tmp_path / "in.jsonl"
        text = (
            "The town of Holmsby opened its new tram line on Saturday, two years late. The 9-kilometre line cost "
            "£310m and is expected to carry 22,000 passengers a day. Mayor Ingrid Vale said buses along the same "
            "route would stop running in June, which residents of the eastern district have criticised."
        )
        path.write_text(json.dumps({"id": "tram", "text": text, "title": "Tram line opens"}) + "\n", encoding="utf-8")
        code, (row,), _ = run("summarize", "--jsonl", str(path))
        assert code == ExitCode.OK
        assert row["id"] == "tram"
        assert row["lang"] == "en"
        assert row["seconds"] > 0
        assert "tram" in row["summary"].lower()

    def test_the_sample_in_the_terminal(self, embedded_model: str) -> None:
        done = start_without_display("--sample", LC_ALL="uk_UA.UTF-8")
        assert done.returncode == ExitCode.OK
        assert "no display" in done.stderr
        assert "Головні цифри" in done.stdout
        assert len(done.stdout.split("\n\n")[-1].split()) >= 5


FEED = """<rss version="2.0"><channel><title>Quillmere</title>
<item><title>The dam \u202egnp.exe</title><link>{base}/dam.html</link></item>
<item><title>Consent</title><link>{base}/consent.html</link></item>
<item><title>Elsewhere</title><link>http://127.0.0.1:9/admin</link></item></channel></rss>"""


@pytest.fixture
def feed_url(httpserver: HTTPServer, page_url: Callable[[str], str]) -> str:
    base = page_url("consent.html").removesuffix("/consent.html")
    httpserver.expect_request("/feed").respond_with_data(FEED.format(base=base), content_type="application/rss+xml")
    return f"{base}/feed"


def test_the_entries_of_a_feed_are_listed(run: Run, feed_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, (row,), told = run("digest", feed_url, "--json")
    assert code == ExitCode.OK
    assert [entry["title"] for entry in row["entries"]][1:] == ["Consent", "Elsewhere"]
    assert "--entries" in told
    assert main(["digest", feed_url]) == ExitCode.OK
    assert capsys.readouterr().out.splitlines() == [
        "Quillmere",
        "1              The dam gnp.exe",
        "2              Consent",
        "3              Elsewhere",
    ]


def test_chosen_entries_of_a_feed_are_digested(run: Run, feed_url: str, httpserver: HTTPServer) -> None:
    code, rows, _ = run("digest", feed_url, "--entries", "2-3", "--json")
    assert code == ExitCode.FAILED, "a consent page is no article, and a stranger's link into the network is refused"
    assert rows[0]["source"].endswith("/consent.html")
    assert rows[0]["warnings"][0].startswith("consent_wall")
    assert rows[1]["error"]["code"] == "private_address"
    assert [request.path for request, _ in httpserver.log] == ["/feed", "/consent.html"]


@pytest.mark.parametrize("command", ["extract", "figures"])
def test_a_feed_is_no_article(run: Run, feed_url: str, command: str) -> None:
    code, (row,), _ = run(command, feed_url, "--json")
    assert (code, row["error"]["code"]) == (ExitCode.FAILED, "feed_given")


def test_links_piped_in_are_so_many_sources(
    run: Run, page_url: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    links = f"{page_url('consent.html')}\n{page_url('consent.html')}?again\n".encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(links)))
    _, rows, _ = run("digest", "-", "--json")
    assert [row["source"] for row in rows] == links.decode().split()
