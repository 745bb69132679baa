"""The one entry to extraction: :func:`extract`."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.article import Article, Notice, NoticeCode
from desktop_app.extraction.walls import notices
from desktop_app.language import UNKNOWN
from desktop_app.sources.source import Page, PageFormat


def extract(page: Page) -> Article:
    """Understand ``page``. Never raises for what a page contains; what is wrong with it stands in the notices."""
    # Imported here: each kind of page brings libraries of its own.
    if page.format is PageFormat.DOCUMENT:
        from desktop_app.extraction.document import article_of_document

        return article_of_document(page)
    if page.format is PageFormat.HTML:
        from desktop_app.extraction.html import read_html

        read = read_html(page)
        article, page_text, page_title, free = read.article, read.page_text, read.page_title, read.free
    else:
        article = _read_plain(page)
        page_text, page_title, free = article.body, article.title or "", None
    found = notices(article, page_text, page_title, free)
    if article.body and article.lang == UNKNOWN:
        found += (Notice(NoticeCode.LANGUAGE_UNSURE),)
    return replace(article, notices=found)


def _read_plain(page: Page) -> Article:
    if page.format is PageFormat.MARKDOWN:
        from desktop_app.extraction.markdown import read_markdown

        return read_markdown(page.text, page.name, page.url)
    from desktop_app.extraction.pasted import read_text

    return read_text(page.text, page.name, page.url)
