"""What DOCX and PPTX share: the parts of an Office Open XML package (ECMA-376, part 2) and how they lead to another.

Elements are told by their names without namespaces, so that the transitional and the strict form read alike.
"""

from __future__ import annotations

import posixpath

from desktop_app.sources.document import Document
from desktop_app.sources.formats.archive import SIGNATURES, Archive
from desktop_app.sources.formats.blocks import clean, iso_date
from desktop_app.sources.formats.xmltree import BadXml, Element, attribute, child, children, parse, text_of
from desktop_app.sources.source import DocumentInfo


def looks_like_package(document: Document, *parts: bytes) -> bool:
    """Whether the bytes are a ZIP archive that names one of ``parts``."""
    return document.data.startswith(SIGNATURES) and any(part in document.data for part in parts)


def main_part(archive: Archive, ending: str, usual: str) -> str:
    """The name of the main part: that which the package's relationships call ``ending``, or the ``usual`` one."""
    for kind, target in relationships(archive, "").values():
        if kind == ending and (found := archive.find(target)):
            return found
    found = archive.find(usual)
    if found is None:
        raise archive.damaged()
    return found


def relationships(archive: Archive, part: str) -> dict[str, tuple[str, str]]:
    """Relationships of ``part`` by their ids: the last word of their type, and the path they lead to."""
    folder, name = posixpath.split(part)
    root = tree(archive, posixpath.join(folder, "_rels", f"{name}.rels"))
    found = {}
    for relation in children(root, "Relationship") if root is not None else ():
        target = relation.get("Target") or ""
        if relation.get("TargetMode") != "External":
            kind = (relation.get("Type") or "").rpartition("/")[2]
            found[relation.get("Id") or ""] = (
                kind,
                target if target.startswith("/") else posixpath.join(folder, target),
            )
    return found


def tree(archive: Archive, name: str) -> Element | None:
    """The root of a part that may be missing or, since nothing depends on it, unsound."""
    data = archive.read_if_there(name)
    if data is None:
        return None
    try:
        return parse(data)
    except BadXml:
        return None


def properties(archive: Archive) -> DocumentInfo:
    """Title, author and date from the core properties (ECMA-376, part 2, annex on core properties)."""
    root = tree(archive, "docProps/core.xml")
    if root is None:
        return DocumentInfo()
    return DocumentInfo(
        title=clean(text_of(child(root, "title"))) or None,
        byline=clean(text_of(child(root, "creator"))) or None,
        published=iso_date(text_of(child(root, "modified")) or text_of(child(root, "created"))),
        lang=text_of(child(root, "language")) or None,
    )


def setting(element: Element | None, *path: str) -> str | None:
    """The attribute ``val`` at ``path`` under ``element``; empty if the element stands there without it."""
    found = child(element, *path)
    return None if found is None else attribute(found, "val") or ""


def switched_on(element: Element | None, *path: str) -> bool:
    """Whether the switch at ``path`` stands there and is not turned off."""
    return setting(element, *path) not in (None, "0", "false", "off")
