"""EPUB books: EPUB 3.3 (https://www.w3.org/TR/epub-33/) and 2, read in the order of the spine."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.errors import PasswordProtected
from desktop_app.sources.decoding import decode
from desktop_app.sources.document import Document
from desktop_app.sources.formats.archive import SIGNATURES, Archive
from desktop_app.sources.formats.blocks import clean, iso_date, joined_names, page_of
from desktop_app.sources.formats.markup import blocks_of, parse_markup
from desktop_app.sources.formats.reading import Reading
from desktop_app.sources.formats.xmltree import BadXml, Element, attribute, child, descendants, parse, text_of
from desktop_app.sources.source import Block, DocumentInfo, Page

# Fonts may be obfuscated without the book being locked: https://www.w3.org/TR/epub-33/#sec-font-obfuscation
_OBFUSCATION = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_MARKUP_TYPES = frozenset({"application/xhtml+xml", "text/html", "text/x-oeb1-document", "application/xml", ""})
_NOT_THE_BOOK = frozenset({"toc", "cover", "title-page", "copyright-page", "index", "loi", "lot"})


class EpubFormat:
    """``.epub``."""

    label = "EPUB"
    suffixes = frozenset({".epub"})

    def recognises(self, document: Document) -> bool:
        return document.data.startswith(SIGNATURES) and (
            b"application/epub+zip" in document.data[:200] or b"META-INF/container.xml" in document.data
        )

    def read(self, document: Document, reading: Reading) -> Page:
        archive = Archive(document.data, reading, self.label)
        try:
            container = parse(archive.require("META-INF/container.xml"), recover=True)
            book = next((attribute(root, "full-path") or "" for root in descendants(container, "rootfile")), "")
            package_name = archive.find(book)
            if package_name is None:
                raise archive.damaged()
            package = parse(archive.read(package_name), recover=True)
        except BadXml as error:
            raise archive.damaged() from error
        locked = _locked(archive)
        blocks: list[Block] = []
        for href in _spine(package):
            name = archive.find(href, package_name)
            if name is None:
                continue
            if name in locked:
                raise PasswordProtected(name=document.name)
            blocks += _chapter(archive.read(name), reading)
        return page_of(document, blocks, _info(package))


def _locked(archive: Archive) -> frozenset[str]:
    """Names of the members that digital rights management encrypts."""
    data = archive.read_if_there("META-INF/encryption.xml")
    if data is None:
        return frozenset()
    locked = set()
    for entry in descendants(parse(data, recover=True), "EncryptedData"):
        method = child(entry, "EncryptionMethod")
        if method is not None and attribute(method, "Algorithm") in _OBFUSCATION:
            continue
        for reference in descendants(entry, "CipherReference"):
            locked.add(archive.find(attribute(reference, "URI") or "") or "")
    return frozenset(locked - {""})


def _spine(package: Element) -> Iterator[str]:
    """Paths of the chapters in reading order, without cover, contents and what stands outside of it."""
    manifest = {item.get("id"): item for item in descendants(package, "item")}
    aside = {
        (reference.get("href") or "").partition("#")[0]
        for reference in descendants(package, "reference")
        if reference.get("type") in _NOT_THE_BOOK
    }
    chapters = [
        item
        for reference in descendants(package, "itemref")
        if reference.get("linear") != "no" and (item := manifest.get(reference.get("idref"))) is not None
    ]
    kept = [
        item
        for item in chapters
        if "nav" not in (item.get("properties") or "").split() and (item.get("href") or "") not in aside
    ]
    for item in kept or chapters:
        if (item.get("media-type") or "").lower() in _MARKUP_TYPES:
            yield item.get("href") or ""


def _chapter(data: bytes, reading: Reading) -> Iterator[Block]:
    root = parse_markup(decode(data, ["utf-8"]))
    if root is None:
        return
    for found in blocks_of(root):
        reading.check()
        yield found


def _info(package: Element) -> DocumentInfo:
    metadata = next(descendants(package, "metadata"), None)
    if metadata is None:
        return DocumentInfo()

    # EPUB 2 nests the Dublin Core elements one deeper.
    def all_of(name: str) -> list[str]:
        return [text for element in descendants(metadata, name) if (text := clean(text_of(element)))]

    dates = [iso_date(text) for text in all_of("date")]
    return DocumentInfo(
        title=next(iter(all_of("title")), None),
        byline=joined_names(all_of("creator")),
        published=next(filter(None, dates), None),
        lang=next(iter(all_of("language")), None),
    )
