"""Files at the edge of what people have: a thousand pages, a hundred megabytes, ten thousand rows, no end of tags."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from desktop_app.errors import DamagedDocument, TooLarge, TooManyPages, UnpacksTooLarge
from desktop_app.extraction import extract
from desktop_app.figures import find_in_article
from desktop_app.sources import FileSource, Limits, Page, load
from desktop_app.sources.document import Document
from desktop_app.sources.formats import read_document
from tests.unit.sources.formats.makers import make_docx, make_epub, paragraph
from tests.unit.sources.formats.pdf_maker import PdfPage, make_pdf

LINE = "The pier of page {number} costs {number} million euros, said the harbour office."


def read(data: bytes, suffix: str, **limits: float) -> Page:
    from desktop_app.sources.formats.reading import Reading

    return read_document(Document(f"file{suffix}", data, suffix), Reading("file", Limits(**limits)))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def thousand_pages() -> bytes:
    pages = []
    for number in range(1, 1001):
        page = PdfPage()
        page.lines(60, 100, [LINE.format(number=number), "It opens in May, and the council voted for it on Monday."])
        page.text.append((290, 820, 8, f"{number}"))
        pages.append(page)
    return make_pdf(pages)


def test_a_thousand_pages(thousand_pages: bytes) -> None:
    article = extract(read(thousand_pages, ".pdf"))
    assert len(article.pages) == 1000
    for number in (1, 500, 1000):
        assert article.page_at(article.body.index(LINE.format(number=number))) == number
    assert "\n\n290" not in article.body


def test_figures_point_to_the_page(thousand_pages: bytes) -> None:
    article = extract(read(thousand_pages, ".pdf"))
    found = [figure for figure in find_in_article(article) if figure.unit == "EUR"]
    assert len(found) >= 990
    assert all(article.page_of(figure) == figure.value / 1e6 for figure in found)


def test_more_pages_than_anyone_has(thousand_pages: bytes) -> None:
    with pytest.raises(TooManyPages) as caught:
        read(thousand_pages, ".pdf", max_pages=999)
    assert caught.value.params == {"pages": 1000, "limit": 999}


def test_a_hundred_megabytes_of_text_are_too_large(tmp_path: Path) -> None:
    path = tmp_path / "log.txt"
    with path.open("wb") as file:
        for _ in range(100):
            file.write(b"The mayor has opened the bridge." * 32768)
    assert path.stat().st_size == 100 << 20
    with pytest.raises(TooLarge):
        load(FileSource(path))


def test_a_hundred_megabytes_of_pictures_in_a_document_are_not_unpacked() -> None:
    pictures: dict[str, str | bytes] = {f"word/media/{n}.png": bytes(1 << 20) for n in range(100)}
    assert "240 million" in read(make_docx(paragraph("The pier costs 240 million."), pictures), ".docx").text


def test_a_quine_of_an_archive() -> None:
    """An archive within an archive is not opened, however deep it goes."""
    data = b"x"
    for _ in range(50):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("word/document.xml", data)
            archive.writestr("[Content_Types].xml", "<Types/>")
        data = buffer.getvalue()
    with pytest.raises(DamagedDocument):
        read(data, ".docx")


def test_overlapping_members_count_each_time() -> None:
    """Like the bombs of D. Fifield (2019), where many members share their bytes."""
    chapters = {f"{number}.xhtml": "<p>" + "a" * 400_000 + "</p>" for number in range(60)}
    with pytest.raises(UnpacksTooLarge):
        read(make_epub(chapters), ".epub", max_unpacked_bytes=10 << 20)


@pytest.mark.parametrize("tag", ["div", "b", "table><tr><td", "ul><li", "blockquote", "span"])
def test_html_nested_without_end(tag: str) -> None:
    text = "The council voted to build the pier on Monday, and it will cost 240 million euros in all. " * 8
    names = [part.strip("<>/") for part in tag.split("><")]
    closing = "".join(f"</{name}>" for name in reversed(names))
    page = read(f"<html><body>{f'<{tag}>' * 5000}<p>{text}</p>{closing * 5000}".encode(), ".html")
    assert "240 million euros" in extract(page).body


def test_right_to_left_text_keeps_its_order_and_figures() -> None:
    hebrew = (
        "העירייה החליטה ביום שני לבנות מזח חדש באורך 240 מטרים. העלות תהיה 48 מיליון שקלים, והמזח ייפתח באביב 2027. "
        "שלושה חברי מועצה הצביעו נגד ההחלטה, ו-32 הצביעו בעדה לאחר דיון ארוך."
    )
    arabic = (
        "صوت المجلس البلدي يوم الاثنين على بناء رصيف جديد بطول 240 مترا. ستبلغ التكلفة 48 مليون يورو وسيفتتح في ربيع "
        "عام 2027. عارض القرار ثلاثة أعضاء من أصل خمسة وثلاثين عضوا في المجلس."
    )
    for text, lang in ((hebrew, "he"), (arabic, "ar")):
        for data, suffix in ((text.encode(), ".txt"), (make_docx(paragraph(text)), ".docx"), (page_of(text), ".html")):
            article = extract(read(data, suffix))
            assert text in article.body
            assert article.lang == lang
            assert 240.0 in {figure.value for figure in find_in_article(article)}, suffix


def page_of(text: str) -> bytes:
    return f"<html dir=rtl><body><article><h1>כותרת</h1><p>{text}</p><p>{text}</p></article></body></html>".encode()
