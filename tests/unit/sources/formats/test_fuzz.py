"""From bytes to figures over broken documents of every kind: an article with true offsets, or an error in words.

``KRATKO_FUZZ=20000 pytest tests/unit/sources/formats/test_fuzz.py`` looks for longer. What was found is kept below.
"""

from __future__ import annotations

import os
import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.errors import DamagedDocument, KratkoError
from desktop_app.extraction import extract
from desktop_app.figures import find_in_article
from desktop_app.sources.document import Document
from desktop_app.sources.formats import read_document
from desktop_app.sources.formats.reading import Reading
from desktop_app.sources.source import Limits
from tests.unit.sources.formats.test_hostile import SAMPLES

EXAMPLES = int(os.environ.get("KRATKO_FUZZ", "25"))
FUZZ = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
KINDS = SAMPLES | {
    ".rss": b'<?xml version="1.0"?><rss><channel><title>T</title><item><title>The pier &amp; 240</title>'
    b"<link>https://a.example/1</link><pubDate>Mon, 05 Jan 2026 10:37:00 GMT</pubDate></item></channel></rss>",
}
#: What breaks parsers: ends of blocks, numbers at their limits, steering signs, marks of direction.
TOKENS = [
    *(b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\r", b"\x1b[31m", b"<", b">", b"</", b"<!--", b"<![CDATA[", b"]]>"),
    *(b"&#x110000;", b"&#xD800;", b"%", b"PK\x03\x04", b"{\\", b"}", b"\\bin99999 ", b"\\u-1 ", b"endobj", b"stream\n"),
    *(b"obj<<", b"/Length -1", b"99999999999999999999", b"-1", b"1e999", b"\xe2\x80\xae", b"\xd9\xa3", b"1.000.000,00"),
    *(b"\xf0\x9f\x92\xa3", b"--b\n", b"=?utf-8?B?//?=", b"Content-Type: multipart/mixed; boundary=\n"),
    *(b"charset=utf-16", b"charset=idna", b"| | |\n"),
]

edits = st.lists(
    st.tuples(
        st.floats(0, 1),
        st.sampled_from(["cut", "flip", "put", "copy", "swap"]),
        st.sampled_from(TOKENS),
        st.integers(0, 255),
    ),
    min_size=1,
    max_size=8,
)


def broken(data: bytes, changes: list[tuple[float, str, bytes, int]]) -> bytes:
    found = bytearray(data)
    for place, kind, token, number in changes:
        at = int(place * len(found))
        if kind == "cut":
            del found[at : at + number]
        elif kind == "flip" and at < len(found):
            found[at] ^= number or 1
        elif kind == "put":
            found[at:at] = token
        elif kind == "copy":
            found[at:at] = found[max(0, at - number) : at]
        else:
            found[at : at + len(token)] = token
    return bytes(found)


def work_through(data: bytes, suffix: str) -> None:
    """Do all that is done with a document; only errors meant for the reader may come of it."""
    reading = Reading(f"file{suffix}", Limits(parse_timeout=30))
    try:
        page = read_document(Document(f"file{suffix}", data, suffix), reading)
    except KratkoError:
        return
    if page.feed is not None:
        assert all(entry.url.startswith(("http://", "https://")) and entry.title for entry in page.feed.entries)
        return
    article = extract(page)
    for figure in find_in_article(article):
        assert article.section_text(figure.section)[figure.start : figure.end] == figure.text
        assert article.page_of(figure) is None or 1 <= (article.page_of(figure) or 0) <= len(article.pages)


@pytest.mark.parametrize("suffix", KINDS)
@FUZZ
@given(changes=edits)
def test_broken_documents(suffix: str, changes: list[tuple[float, str, bytes, int]]) -> None:
    work_through(broken(KINDS[suffix], changes), suffix)


def test_a_pdf_with_a_broken_head_is_not_shown_as_text() -> None:
    with pytest.raises(DamagedDocument):
        read_document(Document("file.pdf", KINDS[".pdf"].replace(b"%PDF-", b"%xxx-"), ".pdf"))


@FUZZ
@given(data=st.binary(max_size=400), suffix=st.sampled_from([*KINDS, "", ".doc", ".xml", ".zip"]))
def test_any_bytes_under_any_name(data: bytes, suffix: str) -> None:
    work_through(data, suffix)


@FUZZ
@given(
    parts=st.lists(st.sampled_from(TOKENS) | st.binary(max_size=6), max_size=40), suffix=st.sampled_from(list(KINDS))
)
def test_any_order_of_what_breaks_parsers(parts: list[bytes], suffix: str) -> None:
    start = KINDS[suffix][: random.Random(len(parts)).randrange(1, 40)]
    work_through(start + b"".join(parts), suffix)
