"""What a page says about itself: JSON-LD, Open Graph, microdata and meta elements."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

# schema.org types whose body is an article; subtypes end in "Article" or "Posting".
_ARTICLE_TYPE = re.compile(r"(Article|Posting|Report|Review|Story)$")
_TAG = re.compile(r"<[^<>]+>")
_PARAGRAPH_END = re.compile(r"<br\s*/?>|</p>|</div>|</h\d>|</li>", re.I)
_WRAPPER = re.compile(r"^\s*(<!--|(//)?\s*<!\[CDATA\[)|(-->|(//)?\s*\]\]>)\s*$")
_NESTING = ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item")
_MOST_NODES = 5000


@dataclass(slots=True)
class Declared:
    """The page's own word on itself; everything may be missing, and everything may be wrong.

    ``free`` is false if the page says that its text is not free to read.
    """

    headlines: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    site: str | None = None
    published: list[str] = field(default_factory=list)
    lang: str | None = None
    url: str | None = None
    lead: str | None = None
    body: str = ""
    free: bool | None = None


def declared(root: HtmlElement, page_url: str | None) -> Declared:
    """Read what the page under ``root`` declares; relative addresses are resolved against ``page_url``."""
    found = Declared()
    _read_json_ld(root, found)
    meta = _meta(root)
    for name in ("og:title", "twitter:title", "dc.title"):
        _append(found.headlines, meta.get(name))
    found.site = found.site or _text(meta.get("og:site_name") or meta.get("application-name"))
    for name in ("og:description", "description", "twitter:description"):
        found.lead = found.lead or _text(meta.get(name))
    for name in _DATE_NAMES:
        _append(found.published, meta.get(name))
    for element in root.iter("meta", "time", "span"):
        if element.get("itemprop") == "datePublished" or (element.tag == "time" and element.get("pubdate") is not None):
            _append(found.published, element.get("content") or element.get("datetime") or element.text)
    for name in ("author", "article:author", "dc.creator", "byl", "sailthru.author", "parsely-author"):
        if not found.authors:
            _append(found.authors, meta.get(name))
    html = root if root.tag == "html" else root.getroottree().getroot()
    found.lang = html.get("lang") or html.get("{http://www.w3.org/XML/1998/namespace}lang") or found.lang
    found.lang = found.lang or meta.get("content-language") or meta.get("og:locale") or meta.get("language")
    found.url = _address(root, meta, page_url)
    return found


_DATE_NAMES = (
    "article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "pubdate",
    "publish-date",
    "publishdate",
    "publication_date",
    "article.published",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "og:published_time",
)


def _meta(root: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        content = element.get("content")
        if name and content and content.strip():
            found.setdefault(name.strip().lower(), content.strip())
    return found


def _address(root: HtmlElement, meta: dict[str, str], page_url: str | None) -> str | None:
    canonical = next(
        (link.get("href") for link in root.iter("link") if "canonical" in (link.get("rel") or "").split()), None
    )
    for candidate in (canonical, meta.get("og:url")):
        if not candidate:
            continue
        try:
            address: str = urljoin(page_url or "", candidate.strip())
            parts = urlsplit(address)
        except ValueError:
            continue
        # A canonical link to the front page is a mistake of the site's template.
        if parts.scheme in ("http", "https") and parts.hostname and (parts.path.strip("/") or parts.query):
            return address
    return page_url


def _read_json_ld(root: HtmlElement, found: Declared) -> None:
    articles: list[dict[str, Any]] = []
    sites: list[str] = []
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        for node in _nodes(_loads(script.text or "")):
            types = _types(node)
            if any(_ARTICLE_TYPE.search(kind) for kind in types):
                articles.append(node)
            elif "WebSite" in types:
                _append(sites, node.get("name"))
    if not articles:
        found.site = sites[0] if sites else None
        return
    # A page may list other stories too; its own is the one with a body, else the first.
    main = max(
        articles, key=lambda node: (bool(node.get("articleBody")), bool(node.get("headline")), bool(node.get("author")))
    )
    _append(found.headlines, main.get("headline"))
    found.authors.extend(_names(main.get("author")))
    publishers = _names(main.get("publisher"))
    found.site = publishers[0] if publishers else (sites[0] if sites else None)
    _append(found.published, main.get("datePublished"))
    found.lead = _text(main.get("description"))
    found.lang = _text(main.get("inLanguage"))
    found.free = _free(main.get("isAccessibleForFree"))
    body = main.get("articleBody")
    if isinstance(body, list):
        body = "\n".join(part for part in body if isinstance(part, str))
    if isinstance(body, str):
        found.body = _TAG.sub(" ", unescape(_PARAGRAPH_END.sub("\n", unescape(body))))


def _loads(text: str) -> Any:
    """JSON as it is found in pages: wrapped in comments, with raw line feeds or a comma too many."""
    text = (
        re.sub(r"^\s*(<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(-->|//\s*\]\]>|\]\]>)\s*$", "", text.strip())
        .strip()
        .rstrip(";")
    )
    for candidate in (text, re.sub(r",\s*([}\]])", r"\1", text)):
        try:
            return json.loads(candidate, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    """All objects in ``data`` that have a type, outermost first."""
    waiting, seen = [data], 0
    while waiting and seen < _MOST_NODES:
        node = waiting.pop(0)
        seen += 1
        if isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, dict):
            if "@type" in node:
                yield node
            waiting.extend(node[key] for key in _NESTING if key in node)


def _types(node: dict[str, Any]) -> list[str]:
    kinds = node.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def _names(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    names: list[str] = []
    for item in values:
        name = item.get("name") if isinstance(item, dict) else item
        for part in name if isinstance(name, list) else [name]:
            _append(names, part)
    return names


def _free(value: Any) -> bool | None:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.strip().lower() in ("true", "false"):
        return value.strip().lower() == "true"
    return None


def _text(value: Any) -> str | None:
    if not isinstance(value, str):
        return None
    text = " ".join(_TAG.sub("", unescape(unescape(value))).split())
    return text or None


def _append(values: list[str], value: Any) -> None:
    text = _text(value)
    if text and text not in values:
        values.append(text)
