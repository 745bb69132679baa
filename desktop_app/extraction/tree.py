"""HTML to a tree, whatever the HTML: no network, no entities from outside, bounded depth."""

from __future__ import annotations

import re
from html import unescape

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

# What Kratko reads of a page is text; scripts and styles make up most of many pages. ld+json is read beforehand.
# The patterns match from wherever they start, so that broken markup costs no more time than good.
_BULK = re.compile(r"<(?:script|style|svg)\b[^<]*(?:<(?!/(?:script|style|svg))[^<]*)*", re.I)
_BLOCK_TAG = re.compile(r"</?(?:p|div|br|li|h[1-6]|tr|section|article|blockquote)\b[^<>]*>", re.I)
_ANY_TAG = re.compile(r"<!--(?:[^-]|-(?!->))*(?:-->)?|<[^<>]*>?")
# XML 1.0 allows no other control characters, and lxml raises on them.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udfff]")


def parse(markup: str) -> HtmlElement | None:
    """Parse ``markup``; ``None`` if there is nothing in it.

    libxml2 gives up beyond 2048 levels; such a page is read as the text between its tags instead.
    """
    text = re.sub(r"<\?xml[^>]*\?>", "", _CONTROL.sub("", markup), count=1)
    if not text.strip():
        return None
    parser = HTMLParser(huge_tree=True, no_network=True, remove_pis=True, encoding="utf-8")
    try:
        root = document_fromstring(text.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        return _flat(text)
    return root


def _flat(text: str) -> HtmlElement | None:
    """A flat page of paragraphs from the text between the tags."""
    paragraphs = [_ANY_TAG.sub(" ", part) for part in _BLOCK_TAG.split(_BULK.sub(" ", text))]
    root = document_fromstring("<html><body></body></html>")
    body = root.find("body")
    for paragraph in paragraphs:
        if words := unescape(paragraph).split():
            element = etree.SubElement(body, "p")
            element.text = _CONTROL.sub("", " ".join(words))
    return root if len(body) else None
