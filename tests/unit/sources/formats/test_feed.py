"""Feeds: which articles they name, whatever their make, and what in them is never opened."""

from __future__ import annotations

import itertools

import pytest
from pytest_httpserver import HTTPServer

from desktop_app.errors import EmptySource, FeedGiven, PrivateAddress
from desktop_app.events import FeedReady
from desktop_app.feed import Feed, FeedEntry
from desktop_app.sources import PageFormat, UrlSource, entry_source, load
from desktop_app.sources.document import Document
from desktop_app.sources.formats import read_document

RSS = """<?xml version="1.0" encoding="utf-8"?>
<!-- made by hand -->
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Quillmere &amp;amp; harbour</title><link>https://news.example/</link>
<item><title>Pier to cost 240 million</title><link> https://news.example/pier?a=1&amp;b=2 </link>
<pubDate>Mon, 05 Jan 2026 10:37:00 +0200</pubDate>
<description><![CDATA[<p>The <b>pier</b> opens in&nbsp;May.</p><img src="x.png">]]></description></item>
<item><title><![CDATA[Ferry <i>returns</i>]]></title><guid isPermaLink="true">https://news.example/ferry</guid></item>
<item><title>Twice</title><link>https://news.example/ferry</link></item>
<item><title>No link</title><guid isPermaLink="false">17</guid></item>
<item><description>Only a lead, and no title.</description><link>/relative</link></item>
</channel></rss>"""

ATOM = """<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://news.example/a/"><title type="html">Quillmere</title>
<link rel="self" href="https://news.example/feed"/>
<entry><title type="html">Pier &lt;b&gt;costs&lt;/b&gt; 240&#160;million</title>
<link rel="enclosure" href="https://cdn.example/x.mp3"/><link rel="alternate" href="pier"/><id>urn:uuid:1</id>
<updated>2026-01-06T10:00:00Z</updated><published>2026-01-05T10:37:00Z</published>
<summary>It opens in May.</summary></entry>
<entry><title>Ferry</title><link href="/ferry"/><updated>2026-01-07</updated></entry></feed>"""

RDF = """<?xml version="1.0" encoding="windows-1251"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Причал</title></channel>
<item rdf:about="x"><title>Причал откроют в мае</title><link>https://news.example/pier</link>
<dc:date>2026-01-05T10:37+02:00</dc:date></item></rdf:RDF>"""


def feed_of(text: str | bytes, url: str | None = "https://news.example/feed") -> Feed:
    data = text if isinstance(text, bytes) else text.encode()
    page = read_document(Document(name=url or "feed.xml", data=data, media_type="text/xml", url=url))
    assert page.format is PageFormat.FEED
    assert page.feed is not None
    return page.feed


def test_rss() -> None:
    feed = feed_of(RSS)
    assert (feed.kind, feed.title) == ("RSS", "Quillmere & harbour")
    assert feed.entries == (
        FeedEntry(
            "Pier to cost 240 million",
            "https://news.example/pier?a=1&b=2",
            "2026-01-05T10:37:00+02:00",
            "The pier opens in May.",
        ),
        FeedEntry("Ferry returns", "https://news.example/ferry"),
        FeedEntry("Only a lead, and no title.", "https://news.example/relative"),
    )


def test_atom() -> None:
    feed = feed_of(ATOM)
    assert (feed.kind, feed.title) == ("Atom", "Quillmere")
    assert feed.entries == (
        FeedEntry(
            "Pier costs 240 million", "https://news.example/a/pier", "2026-01-05T10:37:00+00:00", "It opens in May."
        ),
        FeedEntry("Ferry", "https://news.example/ferry", "2026-01-07"),
    )


def test_rss_1_in_another_encoding() -> None:
    feed = feed_of(RDF.encode("cp1251"))
    assert (feed.title, feed.entries[0].title) == ("Причал", "Причал откроют в мае")
    assert feed.entries[0].published == "2026-01-05T10:37:00+02:00"


def test_broken_feeds_are_read_as_far_as_they_go() -> None:
    cut = RSS[: RSS.index("<item><title>Twice")] + "<item><title>a & b <br> c"
    assert [entry.title for entry in feed_of(cut).entries] == ["Pier to cost 240 million", "Ferry returns"]


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "ftp://a.example/",
        "mailto:a@b.example",
        "//",
        "http://",
        "https://[::1",
        "http://a.example:99999/",
        "&#10;java&#10;script:x",
        "http://a&#32;b.example/",
    ],
)
def test_links_to_anything_but_pages_are_no_entries(link: str) -> None:
    text = f"<rss><channel><item><title>x</title><link>{link}</link></item></channel></rss>"
    with pytest.raises(EmptySource):
        feed_of(text)


@pytest.mark.parametrize("feed", ["<rss/>", '<feed xmlns="http://www.w3.org/2005/Atom"/>', "<rss><channel/></rss>"])
def test_a_feed_with_nothing_in_it(feed: str) -> None:
    with pytest.raises(EmptySource):
        feed_of(feed)


@pytest.mark.parametrize(
    "date", ["yesterday", "99", "Mon, 99 Foo 2026", "2026-13-45", "9999999-01-01", "0001-01-01", "\x00"]
)
def test_dates_nobody_can_read(date: str) -> None:
    text = f"<rss><item><title>x</title><link>https://a.example/x</link><pubDate>{date}</pubDate></item></rss>"
    assert feed_of(text).entries == (FeedEntry("x", "https://a.example/x"),)


def test_entities_are_not_followed() -> None:
    bomb = "<!DOCTYPE rss [" + "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9)) + "]>"
    entry = "<item><title>T &e9; &xx;</title><link>https://a.example/x</link></item>"
    for doctype in (bomb, '<!DOCTYPE rss [<!ENTITY xx SYSTEM "file:///etc/passwd">]>'):
        feed = feed_of(f'<?xml version="1.0"?>{doctype}<rss><channel>{entry}</channel></rss>')
        assert feed.entries[0].title.split() == ["T"]


def test_a_page_that_names_its_feed_is_a_page() -> None:
    html = '<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head><p>Hello.</p></html>'
    page = read_document(Document("x", html.encode(), media_type="text/html", url="https://a.example/"))
    assert page.format is PageFormat.HTML
    assert page.feed is None


@pytest.mark.parametrize(
    ("feed", "media_type"), [(RSS, "application/rss+xml"), (ATOM, "text/xml"), (RDF, "application/rdf+xml")]
)
def test_reading_a_feed_offers_its_entries(httpserver: HTTPServer, feed: str, media_type: str) -> None:
    from desktop_app.digest import read

    body = feed.replace("windows-1251", "utf-8").encode()
    httpserver.expect_request("/feed").respond_with_data(body, content_type=media_type)
    events = read(UrlSource(httpserver.url_for("/feed")))
    feeds = [event.feed for event in itertools.islice(events, 3) if isinstance(event, FeedReady)]
    assert [bool(feed.entries) for feed in feeds] == [True]
    with pytest.raises(FeedGiven):
        next(events)


def test_a_feed_does_not_lead_into_the_network(httpserver: HTTPServer) -> None:
    feed = feed_of(f"<rss><item><title>x</title><link>{httpserver.url_for('/admin')}</link></item></rss>")
    source = entry_source(feed, feed.entries[0])
    assert source == UrlSource(httpserver.url_for("/admin"), found_on="https://news.example/feed")
    with pytest.raises(PrivateAddress):
        load(source)
    assert httpserver.log == []
