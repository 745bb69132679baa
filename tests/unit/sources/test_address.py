"""What a line typed or pasted is taken for."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.errors import InvalidAddress
from desktop_app.sources import FileSource, TextSource, UrlSource, normalise_address, parse_source, parse_sources


@pytest.mark.parametrize(
    ("line", "url"),
    [
        ("https://example.com/a?b=1#c", "https://example.com/a?b=1#c"),
        ("  <https://example.com/a>\n", "https://example.com/a"),
        ('"https://example.com/a"', "https://example.com/a"),
        ("example.com", "https://example.com"),
        ("example.com/x", "https://example.com/x"),
        ("www.example.co.uk/news/1", "https://www.example.co.uk/news/1"),
        ("example.com:8080/x", "https://example.com:8080/x"),
        ("новини.укр/стаття", "https://новини.укр/стаття"),
        ("localhost:8000/x", "http://localhost:8000/x"),
        ("127.0.0.1/x", "http://127.0.0.1/x"),
        ("Mayor opens library https://example.com/library", "https://example.com/library"),
        ("https://example.com/library\nMayor opens library", "https://example.com/library"),
    ],
)
def test_links(line: str, url: str) -> None:
    assert parse_source(line) == UrlSource(url)


@pytest.mark.parametrize(
    "line", ["javascript:alert(1)", "ftp://example.com/x", "mailto:a@example.com", "data:text/html,x"]
)
def test_other_schemes_are_links_that_cannot_be_opened(line: str) -> None:
    source = parse_source(line)
    assert isinstance(source, UrlSource)
    with pytest.raises(InvalidAddress):
        normalise_address(source.url)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hello",
        "3.14",
        "e.g.",
        "a@example.com",
        "One line of text.",
        "First line\nsecond line",
        "U.S.",
        "12:30",
        "a: b",
    ],
)
def test_text(text: str) -> None:
    assert parse_source(text) == TextSource(text)


def test_a_text_that_quotes_a_link_stays_a_text() -> None:
    text = "word " * 60 + "https://example.com/x"
    assert parse_source(text) == TextSource(text)


def test_two_links_stay_a_text() -> None:
    text = "https://example.com/x\nhttps://example.com/y"
    assert parse_source(text) == TextSource(text)


def test_existing_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "report of may.md"
    path.write_text("x", "utf-8")
    assert parse_source(str(path)) == FileSource(path)
    assert parse_source(f'"{path}"') == FileSource(path)
    monkeypatch.chdir(tmp_path)
    assert parse_source("report of may.md") == FileSource(Path("report of may.md"))


def test_a_file_beats_a_site_of_the_same_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert parse_source("notes.md") == UrlSource("https://notes.md")
    (tmp_path / "notes.md").write_text("x", "utf-8")
    assert parse_source("notes.md") == FileSource(Path("notes.md"))


@pytest.mark.parametrize(
    "line", ["/no/such/file.txt", "./missing", "missing.txt", "C:\\texts\\missing.txt", "missing.html"]
)
def test_missing_paths_are_files_all_the_same(line: str) -> None:
    assert isinstance(parse_source(line), FileSource)


def test_file_link(tmp_path: Path) -> None:
    path = tmp_path / "дві сторінки.txt"
    assert parse_source(path.as_uri()) == FileSource(path)


@pytest.mark.parametrize(
    "address", ["", "http://", "https:///x", "http://[::1", "http://host:99999/", "two words", "http://a b/"]
)
def test_wrong_addresses(address: str) -> None:
    with pytest.raises(InvalidAddress) as caught:
        normalise_address(address)
    assert caught.value.params == {"address": address}


A, B = UrlSource("https://example.com/a"), UrlSource("https://example.org/b?c=1,2")


@pytest.mark.parametrize(
    "text",
    [
        "https://example.com/a\nhttps://example.org/b?c=1,2",
        "\ufeff  https://example.com/a \r\n\r\n  https://example.org/b?c=1,2\n",
        "https://example.com/a https://example.org/b?c=1,2",
        "- https://example.com/a\n- https://example.org/b?c=1,2",
        "1. <https://example.com/a>\n2) https://example.org/b?c=1,2;",
        "https://example.com/a,\nhttps://example.org/b?c=1,2",
        "example.com/a\nexample.org/b?c=1,2",
        "# my list\nhttps://example.com/a\nhttps://example.org/b?c=1,2\nhttps://example.com/a",
    ],
)
def test_a_list_of_links_is_many_sources(text: str) -> None:
    assert parse_sources(text) == (A, B)


def test_files_may_stand_in_a_list(tmp_path: Path) -> None:
    first, second = tmp_path / "one.txt", tmp_path / "два.pdf"
    assert parse_sources(f"{first.as_uri()}\r\n{second.as_uri()}\r\n") == (FileSource(first), FileSource(second))


@pytest.mark.parametrize(
    "text",
    [
        "https://example.com/a",
        "Mayor opens library https://example.com/library",
        "Read https://example.com/a\nand https://example.org/b",
        "and/or either/or",
        "example.com/a and example.org/b",
        "km.h/s\n5",
        "First line\nsecond line",
        "",
    ],
)
def test_anything_else_is_one_source(text: str) -> None:
    assert parse_sources(text) == (parse_source(text),)


@given(st.text(max_size=200))
def test_any_text_is_something(text: str) -> None:
    source = parse_source(text)
    assert isinstance(source, UrlSource | FileSource | TextSource)
    if isinstance(source, TextSource):
        assert source.text == text
