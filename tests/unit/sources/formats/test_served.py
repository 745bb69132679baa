"""Documents from the web: what servers call them, and what they are."""

from __future__ import annotations

import pytest
from pytest_httpserver import HTTPServer

from desktop_app.errors import TooLarge, UnsupportedType
from desktop_app.sources import Limits, UrlSource, load
from desktop_app.sources.source import PageFormat
from tests.unit.sources.formats.makers import make_docx, make_epub, paragraph
from tests.unit.sources.formats.pdf_maker import PdfPage, make_pdf

TEXT = "The pier costs 240 million, said the harbour office."
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def pdf() -> bytes:
    page = PdfPage()
    page.text.append((60, 100, 10, TEXT))
    return make_pdf([page])


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (pdf(), "application/pdf"),
        (pdf(), "application/octet-stream"),
        (pdf(), "text/html"),
        (make_docx(paragraph(TEXT)), WORD),
        (make_docx(paragraph(TEXT)), "application/zip"),
        (make_epub({"a.xhtml": f"<p>{TEXT}</p>"}), "application/epub+zip"),
        (rb"{\rtf1 " + TEXT.encode() + b"}", "application/msword"),
        (b"From: a@example.org\nSubject: x\n\n" + TEXT.encode(), "message/rfc822"),
    ],
)
def test_documents_are_read(httpserver: HTTPServer, data: bytes, media_type: str) -> None:
    httpserver.expect_request("/file").respond_with_data(data, content_type=media_type)
    page = load(UrlSource(httpserver.url_for("/file")))
    assert page.text == TEXT
    assert page.format is PageFormat.DOCUMENT
    assert page.url == httpserver.url_for("/file")


def test_a_page_that_says_why_there_is_no_document(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/a.pdf").respond_with_data(
        "<!DOCTYPE html><html><p>Log in first.</p></html>", content_type="application/pdf"
    )
    assert load(UrlSource(httpserver.url_for("/a.pdf"))).format is PageFormat.HTML


def test_pictures_are_refused(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/a.png").respond_with_data(b"\x89PNG\r\n\x1a\n", content_type="image/png")
    with pytest.raises(UnsupportedType):
        load(UrlSource(httpserver.url_for("/a.png")))


def test_limits_of_documents_are_their_own(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/file").respond_with_data(pdf(), content_type="application/pdf")
    limits = Limits(max_bytes=100)
    assert load(UrlSource(httpserver.url_for("/file")), limits=limits).text == TEXT
    with pytest.raises(TooLarge):
        load(UrlSource(httpserver.url_for("/file")), limits=Limits(max_file_bytes=100))
