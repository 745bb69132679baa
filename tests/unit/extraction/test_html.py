"""Articles from web pages."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.article import Article
from desktop_app.extraction import extract
from desktop_app.sources import Page, PageFormat
from tests.unit.extraction.pages import BODY, OTHERS, PARAGRAPHS, TITLE, news_page

URL = "https://www.harrowpost.example/news/library?utm_source=x"


def read(html: str, url: str | None = URL) -> Article:
    return extract(Page(name=url or "-", text=html, format=PageFormat.HTML, url=url))


def test_a_news_page() -> None:
    article = read(news_page())
    assert article.body == BODY
    assert article.title == TITLE
    assert article.byline == "Ann Okafor"
    assert article.site == "Harrow Post"
    assert article.published == "2025-11-03T09:30:00+00:00"
    assert article.lang == "en"
    assert article.url == "https://www.harrowpost.example/news/library"
    assert article.source == URL
    assert article.notices == ()


def test_related_headlines_are_kept_apart() -> None:
    article = read(news_page())
    assert [(headline.url, headline.text) for headline in article.related] == [
        (f"https://www.harrowpost.example{path}", text) for path, text in OTHERS
    ]


@pytest.mark.parametrize(
    "extra",
    [
        '<p><a href="/news/bridge">Read also: Repairs close the old bridge until the autumn</a></p>',
        '<p><strong>READ MORE:</strong> <a href="/news/bridge">Repairs close the old bridge until the autumn</a></p>',
        '<p><b>Читайте также:</b> <a href="/a/b">Мост закрыли на ремонт до осени этого года</a></p>',
        '<p><b>Lesen Sie auch:</b> <a href="/a/b">Die alte Brücke bleibt bis Herbst gesperrt</a></p>',
        '<figure><img src="a.jpg"><figcaption>Readers at the door. Getty Images</figcaption></figure>',
        '<div class="advert"><p>Advertisement</p></div>',
        '<aside class="newsletter"><p>Subscribe to our newsletter to get the latest stories by e-mail.</p></aside>',
        '<div class="share-buttons"><a href="#">Share</a> <a href="#">Tweet</a></div>',
        '<div style="display:none"><p>This hidden paragraph is for machines only and has no business here.</p></div>',
        "<script>var text = 'The town of Harrow opened its first library';</script>",
    ],
)
def test_furniture_between_paragraphs(extra: str) -> None:
    assert read(news_page(extra=extra)).body == BODY


def test_headings_lists_and_tables_stay_readable() -> None:
    extra = (
        "<h2>What it cost</h2><ul><li>Building: 1.9 million pounds, paid by residents</li>"
        "<li>Books: 300,000 pounds, paid by the county</li></ul>"
        "<table><tr><th>Month</th><th>Loans</th></tr><tr><td>November</td><td>4,300</td></tr></table>"
        "<p>The county promised to match whatever the residents raised, and it kept its word in the end.</p>"
    )
    body = read(news_page(extra=extra)).body
    assert "\n\nWhat it cost\n\n• Building: 1.9 million pounds, paid by residents\n• Books: 300,000 pounds" in body
    assert all(paragraph in body for paragraph in PARAGRAPHS)


def test_inline_markup_does_not_split_words() -> None:
    extra = "<p>The li<b>brar</b>y of <em>Harr</em>ow is open<br>on Sundays, too, and it stays open until late.</p>"
    assert "The library of Harrow is open\non Sundays, too," in read(news_page(extra=extra)).body


def test_structured_data_fills_the_gaps() -> None:
    data = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "name": "Wrong"},
            {
                "@type": ["NewsArticle"],
                "headline": TITLE,
                "author": [{"@type": "Person", "name": "Bo Lind"}, {"@type": "Person", "name": "Cy Marsh"}],
                "publisher": {"@type": "Organization", "name": "The Harrow Post"},
                "datePublished": "2025-11-04",
            },
        ],
    }
    html = news_page(head=f'<script type="application/ld+json">{json.dumps(data)}</script>')
    article = read(html)
    assert (article.byline, article.site, article.published) == ("Bo Lind, Cy Marsh", "The Harrow Post", "2025-11-04")


def test_the_page_of_a_single_division() -> None:
    text = "<br><br>".join(PARAGRAPHS)
    article = read(f"<html><body><div>{text}</div></body></html>")
    assert article.body == BODY


def test_the_language_of_the_text_outweighs_the_attribute() -> None:
    paragraphs = (
        "Міська рада відкрила нову бібліотеку, і першого ж дня туди прийшли триста людей, переважно діти.",
    ) * 1
    more = tuple(
        f"{paragraphs[0]} Це вже {count}-й такий заклад у місті, і всі вони працюють щодня." for count in "23456"
    )
    assert read(news_page(lang="en", paragraphs=paragraphs + more)).lang == "uk"


def test_a_canonical_link_to_the_front_page_is_a_mistake() -> None:
    html = news_page().replace('href="/news/library"', 'href="/"')
    assert read(html).url == URL


@pytest.mark.parametrize(
    ("shown", "title"),
    [
        ("Harrow opens a library | Harrow Post", "Harrow opens a library"),
        ("Harrow Post: Harrow opens a library", "Harrow Post: Harrow opens a library"),
        ("Harrow opens a library – News – Harrow Post", "Harrow opens a library – News"),
        ("Library opens - a new era begins for us", "Library opens - a new era begins for us"),
        ("Harrow Post - Harrow opens a library", "Harrow opens a library"),
    ],
)
def test_site_names_in_titles(shown: str, title: str) -> None:
    html = f'<title>{shown}</title><meta property="og:site_name" content="Harrow Post"><p>{BODY}</p>'
    assert read(html).title == title


@pytest.mark.parametrize(
    "html",
    [
        "",
        " ",
        "<",
        "<html></html>",
        "<p>",
        "\x00\x01",
        "no markup at all",
        '<script type="application/ld+json">{"@type": "NewsArticle", "author": 5, "headline": ["x"]}</script>',
        '<script type="application/ld+json">' + "[" * 3000 + "</script>",
        '<link rel="canonical" href="http://[::1"><p>x</p>',
        "<table><tr><td><table><tr><td>x</td></tr></table></td></tr></table>",
    ],
)
def test_odd_pages_do_no_harm(html: str) -> None:
    assert isinstance(read(html, None), Article)


@pytest.mark.parametrize("depth", [300, 2000, 50_000])
def test_deep_nesting(depth: int) -> None:
    inner = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    body = read("<html><body>" + "<div>" * depth + inner + "</div>" * depth).body
    assert PARAGRAPHS[0] in body
    assert PARAGRAPHS[-1] in body


def test_outside_entities_are_not_read() -> None:
    html = f'<!DOCTYPE html [<!ENTITY secret SYSTEM "file:///etc/hostname">]><p>{BODY}</p><p>&secret;</p>'
    assert read(html).body.startswith(PARAGRAPHS[0])


def test_a_page_too_large_to_be_weighed() -> None:
    html = news_page(extra="".join(f"<p>Entry {number}: {PARAGRAPHS[1]}</p>" for number in range(6500)))
    article = read(html)
    assert article.words > 6500 * 30
    assert PARAGRAPHS[0] in article.body


def test_the_same_page_gives_the_same_article() -> None:
    assert read(news_page()) == read(news_page())


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.text(max_size=30),
            st.sampled_from(
                [
                    "<p>",
                    "</p>",
                    "<div class=a>",
                    "</div>",
                    "<a href=/x>",
                    "</a>",
                    "<table>",
                    "<tr>",
                    "<td>",
                    "<br>",
                    "<!--",
                ]
            ),
            st.sampled_from(
                ["<h1>", "</h1>", "<script>", "</script>", "<li>", "<x-y>", "&amp;", "&#0;", "]]>", "<![CDATA["]
            ),
        ),
        max_size=40,
    )
)
def test_any_markup(parts: list[str]) -> None:
    assert isinstance(read("".join(parts), None), Article)
