"""What the checks keep of articles they have taken apart."""

from __future__ import annotations

from desktop_app.article import Article
from desktop_app.grounding.source import source_of


def _article(name: str, sentences: int) -> Article:
    return Article("-", f"{name} opened a pier. " * sentences, lang="en")


def test_the_last_two_articles_are_taken_apart_once() -> None:
    first, second = _article("Lunde", 2), _article("Vinterby", 2)
    taken = source_of(first)
    source_of(second)
    assert source_of(first) is taken


def test_only_one_book_is_kept_and_beside_articles() -> None:
    # GIVEN an article and two books
    article, book, other = _article("Lunde", 2), _article("Vinterby", 10_000), _article("Quillmere", 10_000)
    small, large = source_of(article), source_of(book)
    assert source_of(book) is large
    # WHEN the second book is taken apart
    source_of(other)
    # THEN the first one is given up, and the article is not
    assert source_of(book) is not large
    assert source_of(article) is small
