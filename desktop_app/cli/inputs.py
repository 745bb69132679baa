"""What the commands read: sources named on the command line, and JSON lines."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from desktop_app.article import Article, Digest, Figure
from desktop_app.errors import FileMissing, FileUnreadable
from desktop_app.events import ArticleReady, FiguresReady
from desktop_app.sources.source import FileSource, Source, TextSource, UrlSource
from desktop_app.worker.reading import ReadingChild

STANDARD_INPUT = "-"

_FILE_SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml"})


def open_argument(argument: str) -> Source:
    """The source named by ``argument``: an address, a path, or ``-`` for standard input.

    On a command line, unlike in the window's field, anything that is not an address is a path.
    """
    from desktop_app.sources import parse_source

    if argument == STANDARD_INPUT:
        return standard_input()[0]
    source = parse_source(argument)
    # "notes.md" could be a site in Moldova, but nobody means it.
    if isinstance(source, UrlSource) and ("://" in argument or Path(argument).suffix.lower() not in _FILE_SUFFIXES):
        return source
    return source if isinstance(source, FileSource) else FileSource(Path(argument))


def standard_input() -> tuple[Source, ...]:
    """What is piped in: the addresses in it if it is nothing else, otherwise the text itself."""
    # The same care for encodings as for files: piped text is not always UTF-8.
    from desktop_app.sources import parse_sources
    from desktop_app.sources.decoding import decode

    text = decode(sys.stdin.buffer.read())
    sources = parse_sources(text)
    links = all(isinstance(source, UrlSource) for source in sources)
    return sources if links else (TextSource(text, name=STANDARD_INPUT),)


def load_article(argument: str, child: ReadingChild, *, with_figures: bool = False) -> Digest:
    """The article of the source named by ``argument``, and its figures if wanted, read by ``child``.

    Raises ``SourceError`` (``FeedGiven`` if it is a feed) and what else stops the child.
    """
    article: Article | None = None
    figures: tuple[Figure, ...] = ()
    for event in child.read(open_argument(argument), with_figures=with_figures):
        match event:
            case ArticleReady(article=found):
                article = found
            case FiguresReady(figures=figures):
                pass
    assert article is not None
    return Digest(article, figures)


def read_jsonl(path: str) -> Iterator[dict[str, Any]]:
    """The rows of a JSON-lines file, ``-`` for standard input.

    Raises ``FileMissing``, or ``FileUnreadable`` naming the line that is no JSON object with ``id`` and ``text``.
    """
    if path == STANDARD_INPUT:
        yield from _rows(path, sys.stdin)
        return
    try:
        with open(path, encoding="utf-8") as lines:
            yield from _rows(path, lines)
    except FileNotFoundError as error:
        raise FileMissing(path=path) from error
    except (OSError, UnicodeDecodeError) as error:
        raise FileUnreadable(path=path, reason=str(error)) from error


def _rows(path: str, lines: Any) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise FileUnreadable(path=path, reason=f"line {number}: {error}") from error
        if not isinstance(row, dict) or "id" not in row or not isinstance(row.get("text"), str):
            raise FileUnreadable(path=path, reason=f"line {number}: an object with “id” and “text” is needed")
        yield row
