"""The one entry to extraction: :func:`extract`."""

from __future__ import annotations

from desktop_app.article import Article
from desktop_app.sources.source import Page, PageFormat


def extract(page: Page) -> Article:
    """Understand ``page``. Never raises for what a page contains; what is wrong with it stands in the notices."""
    from desktop_app.extraction.html import read_html

    if page.format is PageFormat.HTML:
        return read_html(page).article
    return Article(source=page.name, body=page.text, url=page.url)
