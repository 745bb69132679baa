"""XML of strangers: no entities, no DTD, no network, bounded depth.

Settings as in https://lxml.de/FAQ.html#how-do-i-use-lxml-safely-as-a-web-service-endpoint. Entities that a document
declares itself are left unresolved, so that “billion laughs” and external files are harmless.
"""

from __future__ import annotations

import html
import html.entities
import re
from collections.abc import Iterator
from typing import Any

from desktop_app.sources.decoding import decode

Element = Any
_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,300}?\?>", re.I)
_ENCODING = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9_.:-]+)""")
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]*(\[.*?\]\s*)?>", re.S)
_PROLOG = 20_000
_NAMED_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_XML_ENTITIES = frozenset({"amp", "lt", "gt", "quot", "apos"})
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


class BadXml(ValueError):
    """Not well-formed, or nested too deeply."""


def parse(data: bytes, *, recover: bool = False) -> Element:
    """The root element of ``data`` in whatever encoding; raises :class:`BadXml`.

    ``recover`` reads what can be read of XML that is not well-formed. Comments and instructions are left out;
    entities of HTML (``&nbsp;``) are resolved, as books use them.
    """
    declared = _ENCODING.search(data[:400])
    return parse_text(decode(data, [declared.group(1).decode("ascii")] if declared else []), recover=recover)


def parse_text(text: str, *, recover: bool = False) -> Element:
    """As :func:`parse`, of decoded text."""
    # Imported here: the window asks which kinds there are, but never reads them.
    from lxml import etree

    head = _DOCTYPE.sub("", _DECLARATION.sub("", text[:_PROLOG], count=1), count=1)
    text = _NAMED_ENTITY.sub(_resolved, _FORBIDDEN.sub("", head + text[_PROLOG:]))
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        load_dtd=False,
        dtd_validation=False,
        no_network=True,
        huge_tree=False,
        recover=recover,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(text.encode("utf-8"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BadXml(str(error)) from error
    if root is None:
        raise BadXml("no element")
    return root


def _resolved(match: re.Match[str]) -> str:
    name = match.group(1)
    if name in _XML_ENTITIES:
        return match.group()
    # An unknown entity, such as one the document declared itself, would make the rest unreadable.
    return html.escape(html.entities.html5.get(name + ";", ""))


def name_of(element: Element) -> str:
    """The name of ``element`` without its namespace; empty for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element, name: str) -> str | None:
    """The attribute called ``name``, in whichever namespace."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return None


def children(element: Element, *names: str) -> Iterator[Element]:
    """Child elements called one of ``names``, in whichever namespace; all of them if none is named."""
    for child in element:
        if (name := name_of(child)) and (not names or name in names):
            yield child


def child(element: Element | None, *path: str) -> Element | None:
    """The first descendant along ``path`` of names."""
    for name in path:
        element = next(children(element, name), None) if element is not None else None
    return element


def descendants(element: Element, *names: str) -> Iterator[Element]:
    """Descendants called one of ``names``, in document order."""
    for found in element.iterdescendants():
        if name_of(found) in names:
            yield found


def text_of(element: Element | None) -> str:
    """All text in ``element``, white space collapsed."""
    return "" if element is None else " ".join("".join(element.itertext()).split())
