"""Web pages written for the tests: the same story in the frames real sites put around theirs."""

from __future__ import annotations

PARAGRAPHS = (
    "The town of Harrow opened its first public library in forty years on Monday, after a campaign by residents that "
    "raised 2.4 million pounds.",
    "More than three hundred people came on the first day, some of them waiting in the rain for over an hour, and "
    "1,150 books were lent before noon, according to the head librarian, Ruth Adeyemi.",
    "“We had to send for more library cards,” she said. “Nobody expected that half the queue would be children.”",
    "The building, a former swimming bath on Mill Street, was given to the town by its last owner. Its tiled hall now "
    "holds the reading room, and the boiler house has become a workshop for schools.",
    "The council will pay 180,000 pounds a year towards staff and heating, which opposition members called too "
    "little. A review is planned for next spring.",
)
TITLE = "Harrow opens its first library in forty years"
BODY = "\n\n".join(PARAGRAPHS)
OTHERS = (
    ("/news/bridge", "Repairs close the old bridge until the autumn"),
    ("/news/market", "Traders move back into the rebuilt market hall"),
    ("/news/trams", "Night trams return after a six month trial"),
)

_FURNITURE_TOP = """
<header class="site-header"><nav class="main-nav"><ul>
<li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li>
<li><a href="/weather">Weather</a></li></ul></nav></header>
<div id="cookie-banner"><p>We use cookies to make this site work.
Read our <a href="/cookies">cookie policy</a>.</p></div>
"""
_FURNITURE_BOTTOM = """
<footer class="footer"><p>© Harrow Post. All rights reserved.</p>
<a href="/terms">Terms of use and conditions here</a></footer>
"""


def news_page(*, lang: str = "en", extra: str = "", head: str = "", paragraphs: tuple[str, ...] = PARAGRAPHS) -> str:
    """A page as a local paper has it; ``extra`` goes between the second and third paragraph."""
    first = "".join(f"<p>{text}</p>" for text in paragraphs[:2])
    rest = "".join(f"<p>{text}</p>" for text in paragraphs[2:])
    links = "".join(f'<li><a href="{address}">{text}</a></li>' for address, text in OTHERS)
    return f"""<!doctype html><html lang="{lang}"><head><title>{TITLE} | Harrow Post</title>
<meta property="og:site_name" content="Harrow Post"><meta property="og:title" content="{TITLE} - Harrow Post">
<link rel="canonical" href="/news/library">{head}</head><body>{_FURNITURE_TOP}
<main><article class="story"><h1>{TITLE}</h1>
<div class="byline">By <a rel="author" href="/people/ann">Ann Okafor</a></div>
<time datetime="2025-11-03T09:30:00+00:00">3 November 2025</time>
<figure><img src="/x.jpg" alt=""><figcaption>The new reading room. Photo: Ann Okafor / Harrow Post</figcaption></figure>
<div class="story-body">{first}{extra}{rest}</div>
<div class="newsletter-signup">
<p>Sign up for our newsletter and get the day's stories in your inbox every morning.</p></div>
</article>
<aside class="related-stories"><h2>More from Harrow</h2><ul>{links}</ul></aside>
</main>{_FURNITURE_BOTTOM}</body></html>"""
