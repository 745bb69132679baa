"""A web page to an article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from desktop_app.article import Article
from desktop_app.extraction import metadata, structured
from desktop_app.extraction.blocks import Block, segment
from desktop_app.extraction.features import PageEvidence, collect
from desktop_app.extraction.related import related_headlines
from desktop_app.extraction.scoring import choose, dense_blocks, score
from desktop_app.extraction.tree import parse
from desktop_app.extraction.votes import Vote, readability_lines, trafilatura_lines
from desktop_app.language import UNKNOWN, detect, primary
from desktop_app.sources.source import Page

# Weighing takes time: a page of this many blocks is a book or worse, and is read by its density alone.
_MOST_BLOCKS = 6000
_MOST_ELEMENTS = 60_000
_SHORTEST_STRUCTURED = 200
_SURE = 0.6


@dataclass(frozen=True, slots=True)
class ReadPage:
    """An article with what the rules on walls want to know of its page: all its text, and what it declares."""

    article: Article
    page_text: str
    page_title: str
    free: bool | None


def read_html(page: Page) -> ReadPage:
    """Extract the article of an HTML page; its notices are still empty."""
    root = parse(page.text)
    if root is None:
        return ReadPage(Article(source=page.name, body="", url=page.url), "", "", None)
    declared = structured.declared(root, page.url)
    evidence = evidence_of(root, page.url)
    blocks, title, site = evidence.blocks, evidence.title or None, metadata.site_name(declared)
    if len(blocks) <= _MOST_BLOCKS:
        collect(evidence)
        chosen = choose(evidence, score(evidence))
    else:
        chosen = dense_blocks(blocks)
    body = body_text([blocks[index] for index in chosen])
    article = Article(
        source=page.name,
        body=body,
        title=title,
        byline=metadata.byline(declared, root, site),
        site=site,
        published=metadata.published(declared, root, blocks),
        lang=language(body or title or "", declared.lang),
        url=declared.url,
        related=related_headlines(blocks, set(chosen), title, declared.url),
    )
    page_title = " ".join("".join(element.itertext()) for element in root.iter("title"))
    return ReadPage(article, "\n".join(block.text for block in blocks), page_title, declared.free)


def evidence_of(root: HtmlElement, url: str | None) -> PageEvidence:
    """What is known about the page under ``root`` before its blocks are weighed."""
    declared = structured.declared(root, url)
    blocks = segment(root)
    small = len(blocks) <= _MOST_BLOCKS and sum(1 for _ in root.iter()) <= _MOST_ELEMENTS
    return PageEvidence(
        blocks=blocks,
        readability=Vote(readability_lines(root) if small else ()),
        trafilatura=Vote(trafilatura_lines(root) if small else ()),
        structured=Vote(declared.body.split("\n")) if len(declared.body) > _SHORTEST_STRUCTURED else None,
        title=metadata.title(declared, blocks, root, metadata.site_name(declared)) or "",
        lead=declared.lead or "",
    )


def body_text(blocks: Sequence[Block]) -> str:
    """Paragraphs separated by an empty line; the items of a list and the rows of a table follow line by line."""
    parts: list[str] = []
    before = ""
    for block in blocks:
        kind = block.tag if block.tag in ("li", "tr", "dt", "dd") else ""
        text = f"• {block.text}" if kind == "li" else block.text
        if kind and kind == before:
            parts[-1] += "\n" + text
        else:
            parts.append(text)
        before = kind
    return "\n\n".join(parts)


def language(text: str, declared: str | None) -> str:
    """The language of ``text``; what the page declares counts where detection is unsure."""
    code, confidence = detect(text)
    stated = primary(declared)
    if code == UNKNOWN or (confidence < _SURE and stated != UNKNOWN):
        return stated
    return code
