"""Plain text, Markdown and HTML files."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from desktop_app.errors import Cancelled, EmptySource, FileMissing, FileUnreadable, TooLarge, UnsupportedType
from desktop_app.sources import FileSource, Limits, PageFormat, TextSource, load

TEXT = "Рада ухвалила бюджет міста на наступний рік. Видатки зростуть на дві п'ятих."


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.txt", PageFormat.TEXT),
        ("a.md", PageFormat.MARKDOWN),
        ("a.markdown", PageFormat.MARKDOWN),
        ("README", PageFormat.TEXT),
        ("a.log", PageFormat.TEXT),
        ("a.HTML", PageFormat.HTML),
        ("a.htm", PageFormat.HTML),
        ("a.xhtml", PageFormat.HTML),
    ],
)
def test_format_by_name(tmp_path: Path, name: str, kind: PageFormat) -> None:
    path = tmp_path / name
    path.write_text(TEXT, "utf-8")
    page = load(FileSource(path))
    assert (page.format, page.text, page.name, page.url) == (kind, TEXT, str(path), None)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1251", "koi8-u"])
def test_encodings(tmp_path: Path, codec: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode(codec))
    assert load(FileSource(path)).text == TEXT


def test_a_page_without_its_ending_is_known_by_its_first_tag(tmp_path: Path) -> None:
    path = tmp_path / "saved"
    path.write_text(f"<!doctype html><title>x</title><p>{TEXT}", "utf-8")
    assert load(FileSource(path)).format is PageFormat.HTML


def test_the_meta_element_of_a_saved_page(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(f'<meta charset="windows-1251"><p>{TEXT}'.encode("cp1251"))
    assert TEXT in load(FileSource(path)).text


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.xyz"])
def test_binary_data(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    with pytest.raises(UnsupportedType) as caught:
        load(FileSource(path))
    assert caught.value.params["name"] == str(path)


def test_missing(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        load(FileSource(tmp_path / "none.txt"))


def test_folder(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable):
        load(FileSource(tmp_path))


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes in the file system")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    with pytest.raises(FileUnreadable):
        load(FileSource(path))


def test_no_permission(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text(TEXT, "utf-8")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    with pytest.raises(FileUnreadable):
        load(FileSource(path))


@pytest.mark.parametrize("content", [b"", b"  \n\t\n"])
def test_empty(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    with pytest.raises(EmptySource):
        load(FileSource(path))


def test_too_large(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"word " * 500_000)
    with pytest.raises(TooLarge) as caught:
        load(FileSource(path), limits=Limits(max_bytes=1024 * 1024))
    assert caught.value.params == {"limit_mb": 1}


def test_cancelled(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, "utf-8")
    with pytest.raises(Cancelled):
        load(FileSource(path), cancelled=lambda: True)


def test_progress_ends_at_one(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"word " * 500_000)
    shares: list[float | None] = []
    load(FileSource(path), on_progress=shares.append)
    assert shares == sorted(shares, key=lambda share: share or 0.0)
    assert shares[-1] == 1.0


def test_text_is_taken_as_it_is() -> None:
    page = load(TextSource("Перший рядок\n\nДругий"))
    assert (page.text, page.format, page.name) == ("Перший рядок\n\nДругий", PageFormat.TEXT, "-")


def test_pasted_markup() -> None:
    assert load(TextSource("<!DOCTYPE html>\n<html><p>Hello</p></html>")).format is PageFormat.HTML
    assert load(TextSource("1 < 2 and <b> is a tag")).format is PageFormat.TEXT


def test_clipboard_markup_is_used_when_it_shows_structure() -> None:
    rich = "<h1>Title</h1>" + "<p>Paragraph.</p>" * 6 + '<a href="/x">more</a>' * 4
    assert load(TextSource("Title", html=rich)).format is PageFormat.HTML
    assert load(TextSource("Title", html="<span>Title</span>")).text == "Title"
    assert load(TextSource("", html="<p>Only markup</p>")).format is PageFormat.HTML


def test_empty_text() -> None:
    with pytest.raises(EmptySource):
        load(TextSource(" \n "))
