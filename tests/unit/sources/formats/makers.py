"""Files of other formats, made in memory."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
_P = (
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def make_zip(members: Mapping[str, str | bytes]) -> bytes:
    """An archive of ``members``; one called ``mimetype`` is stored first and unpacked, as EPUB and ODF ask."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content, zipfile.ZIP_STORED if name == "mimetype" else None)
    return buffer.getvalue()


def make_docx(body: str, extra: Mapping[str, str | bytes] | None = None) -> bytes:
    """A Word file whose body holds the XML ``body`` in the namespace prefix ``w``."""
    return make_zip(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="a" Type="{_OFFICE}/officeDocument"'
            ' Target="word/document.xml"/></Relationships>',
            "word/document.xml": f"<w:document {_W}><w:body>{body}</w:body></w:document>",
            **(extra or {}),
        }
    )


def make_odt(body: str, *, manifest: str = "", styles: str = "") -> bytes:
    """An OpenDocument text whose ``office:text`` holds the XML ``body``."""
    return make_zip(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {_ODF}><office:automatic-styles>{styles}"
            f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>",
            "meta.xml": f"<office:document-meta {_ODF}><office:meta><dc:title>A report</dc:title>"
            "<meta:initial-creator>Olena Bondar</meta:initial-creator><dc:date>2024-03-02T10:00:00</dc:date>"
            "</office:meta></office:document-meta>",
            "META-INF/manifest.xml": f"<manifest>{manifest}</manifest>",
        }
    )


def make_pptx(slides: list[str]) -> bytes:
    """A presentation; each slide is the XML of its shapes."""
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "ppt/presentation.xml": f"<p:presentation {_P}><p:sldIdLst>"
        + "".join(f'<p:sldId id="{256 + n}" r:id="rId{n}"/>' for n in range(len(slides)))
        + "</p:sldIdLst></p:presentation>",
        "ppt/_rels/presentation.xml.rels": f'<Relationships xmlns="{_RELATIONS}">'
        + "".join(
            # The names of the files need not follow the order of the slides.
            f'<Relationship Id="rId{n}" Type="{_OFFICE}/slide" Target="slides/slide{len(slides) - n}.xml"/>'
            for n in range(len(slides))
        )
        + "</Relationships>",
    }
    for number, shapes in enumerate(slides):
        members[f"ppt/slides/slide{len(slides) - number}.xml"] = (
            f"<p:sld {_P}><p:cSld><p:spTree>{shapes}</p:spTree></p:cSld></p:sld>"
        )
    return make_zip(members)


def shape(text: list[str], role: str | None = None) -> str:
    """A shape of a slide with paragraphs of ``text``; ``role`` is the type of its placeholder."""
    place = f'<p:ph type="{role}"/>' if role else ""
    paragraphs = "".join(f"<a:p><a:r><a:t>{escape(line)}</a:t></a:r></a:p>" for line in text)
    return f"<p:sp><p:nvSpPr><p:nvPr>{place}</p:nvPr></p:nvSpPr><p:txBody>{paragraphs}</p:txBody></p:sp>"


def make_epub(
    chapters: Mapping[str, str], *, spine: list[str] | None = None, extra: str = "", locked: bool = False
) -> bytes:
    """A book of XHTML ``chapters`` by file name, in the order of ``spine``."""
    names = spine or list(chapters)
    members: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
        "OEBPS/book.opf": '<package xmlns="http://www.idpf.org/2007/opf"><metadata '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The pier</dc:title><dc:creator>Ann Lee</dc:creator>'
        "<dc:creator>Bo Ek</dc:creator><dc:date>2021-05</dc:date><dc:language>en-GB</dc:language></metadata><manifest>"
        + "".join(
            f'<item id="i{n}" href="{name}" media-type="application/xhtml+xml" {extra if "nav" in name else ""}/>'
            for n, name in enumerate(chapters)
        )
        + "</manifest><spine>"
        + "".join(f'<itemref idref="i{list(chapters).index(name)}"/>' for name in names)
        + "</spine></package>",
    }
    for name, body in chapters.items():
        members[f"OEBPS/{name}"] = (
            '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" '
            'xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body>' + body + "</body></html>"
        )
    if locked:
        members["META-INF/encryption.xml"] = (
            '<encryption><EncryptedData><EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes256-cbc"/>'
            f'<CipherData><CipherReference URI="OEBPS/{names[0]}"/></CipherData></EncryptedData></encryption>'
        )
    return make_zip(members)


def make_fb2(body: str, *, encoding: str = "utf-8") -> bytes:
    """A FictionBook with the XML ``body`` in its main body, and notes and a picture after it."""
    text = (
        f'<?xml version="1.0" encoding="{encoding}"?>\n<FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0" '
        'xmlns:l="http://www.w3.org/1999/xlink"><description><title-info><author><first-name>Анна</first-name>'
        '<last-name>Коваль</last-name></author><book-title>Причал</book-title><date value="2020-02-03">2020</date>'
        "<lang>ru</lang></title-info></description><body><title><p>Анна Коваль</p><p>Причал</p></title>"
        f'{body}</body><body name="notes"><section><p>Примечание переводчика.</p></section></body>'
        '<binary id="cover.png" content-type="image/png">iVBORw0KGgo=</binary></FictionBook>'
    )
    return text.encode(encoding)


def paragraph(text: str, style: str = "", *, inner: str = "") -> str:
    """A paragraph of a Word body."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/>{inner}</w:pPr>' if style or inner else ""
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'
