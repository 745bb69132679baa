"""EPUB and FictionBook: reading order, headings, notes left out, encodings, locks."""

from __future__ import annotations

import pytest

from desktop_app.errors import DamagedDocument, PasswordProtected
from desktop_app.sources.document import Document
from desktop_app.sources.formats import read_document
from desktop_app.sources.source import Page
from tests.unit.sources.formats.makers import make_epub, make_fb2, make_zip


def read(data: bytes, suffix: str = "") -> Page:
    return read_document(Document(name="book" + suffix, data=data, suffix=suffix))


def kinds(page: Page) -> list[tuple[str, str]]:
    return [(str(block.kind), block.text) for block in page.blocks]


def test_an_epub_is_read_along_its_spine() -> None:
    book = make_epub(
        {
            "nav.xhtml": "<nav><ol><li>Two</li></ol></nav>",
            "two.xhtml": "<h2>Two</h2><p>He&nbsp;left.<sup><a href='#n'>1</a></sup></p>"
            "<aside epub:type='footnote' id='n'><p>A note.</p></aside>",
            "one.xhtml": "<section><h1>One</h1><p>She came<br/>late.</p><ul><li><p>rope</p></li><li>oar</li></ul>"
            "<table><tr><th>Day</th><th>Boats</th></tr><tr><td>Monday</td><td>14</td></tr></table>"
            "<blockquote><p>Old words.</p></blockquote></section>",
        },
        spine=["nav.xhtml", "one.xhtml", "two.xhtml"],
        extra='properties="nav"',
    )
    page = read(book, ".epub")
    assert kinds(page) == [
        ("heading", "One"),
        ("paragraph", "She came\nlate."),
        ("item", "rope"),
        ("item", "oar"),
        ("row", "Day | Boats"),
        ("row", "Monday | 14"),
        ("quote", "Old words."),
        ("heading", "Two"),
        ("paragraph", "He left."),
    ]
    info = page.info
    assert (info.title, info.byline, info.published, info.lang) == ("The pier", "Ann Lee, Bo Ek", "2021-05", "en-GB")


def test_markup_that_is_not_well_formed_is_read_as_browsers_do() -> None:
    assert kinds(read(make_epub({"a.xhtml": "<p>One<p>Two &copy; <b>three</i>"}))) == [
        ("paragraph", "One"),
        ("paragraph", "Two © three"),
    ]


def test_a_locked_book() -> None:
    with pytest.raises(PasswordProtected):
        read(make_epub({"a.xhtml": "<p>One</p>"}, locked=True), ".epub")


def test_an_epub_without_its_package() -> None:
    with pytest.raises(DamagedDocument):
        read(make_zip({"mimetype": "application/epub+zip", "META-INF/container.xml": "<container/>"}), ".epub")


FB2 = (
    "<section><title><p>Глава первая</p></title><epigraph><p>Море ждёт.</p><text-author>Моряк</text-author></epigraph>"
    '<p>Причал строили <emphasis>долго</emphasis><a l:href="#n1" type="note">[1]</a>, одиннадцать недель.</p>'
    "<subtitle>Утро</subtitle><poem><stanza><v>Волна</v><v>одна</v></stanza></poem>"
    "<table><tr><th>Год</th><th>Суда</th></tr></table></section>"
)


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251", "koi8-r", "utf-16"])
def test_a_fiction_book(encoding: str) -> None:
    page = read(make_fb2(FB2, encoding=encoding), ".fb2")
    assert kinds(page) == [
        ("heading", "Глава первая"),
        ("quote", "Море ждёт."),
        ("quote", "Моряк"),
        ("paragraph", "Причал строили долго, одиннадцать недель."),
        ("heading", "Утро"),
        ("quote", "Волна\nодна"),
        ("row", "Год | Суда"),
    ]
    info = page.info
    assert (info.title, info.byline, info.published, info.lang) == ("Причал", "Анна Коваль", "2020-02-03", "ru")


def test_a_zipped_fiction_book() -> None:
    assert "Причал строили" in read(make_zip({"book.fb2": make_fb2(FB2)}), ".zip").text


def test_a_fiction_book_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    data = make_fb2(FB2)
    assert "Море ждёт." in read(data[: data.index("Утро".encode())], ".fb2").text
