"""A PDF file read page by page, within limits."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from typing import Any

from desktop_app.errors import DamagedDocument, PasswordProtected, ScanWithoutText, TooManyPages
from desktop_app.sources.document import Document
from desktop_app.sources.formats.binary import binary_type
from desktop_app.sources.formats.blocks import clean, iso_date, page_of
from desktop_app.sources.formats.pdf.columns import reading_order
from desktop_app.sources.formats.pdf.furniture import body_size, without_footnotes, without_heads
from desktop_app.sources.formats.pdf.lines import Line, pieces
from desktop_app.sources.formats.pdf.paragraphs import paragraphs
from desktop_app.sources.formats.pdf.words import page_words
from desktop_app.sources.formats.reading import Reading
from desktop_app.sources.source import Block, BlockKind, DocumentInfo, Page

# PDFium looks for the head in the first kilobyte, as other readers do.
_HEAD = 1024
_TAIL = 65_536
_MOST_SIGNS_A_PAGE = 100_000
# Fewer letters a page than this are a page number; fewer than the second, on a picture as large as the page, a stamp.
_FEWEST_SIGNS_A_PAGE = 25
_FEWEST_SIGNS_ON_A_PICTURE = 120
_SCAN_SHARE = 0.5
_MOST_PICTURES = 200
# A title stands among so many first blocks.
_OPENING = 8
_LONGEST_BEFORE_TITLE = 80
_PROGRAM_TITLE = re.compile(
    r"microsoft (?:word|powerpoint|excel) - |untitled|без имени|без названия|без назви"
    r"|.{0,200}\.(?:docx?|odt|rtf|indd|qxd|tex|dvi|pptx?|xlsx?|pdf|fm|pub)$"
    r"|(?:slide|слайд|document|документ|powerpoint presentation|презентация powerpoint)\s?\d*$|\S*[_/\\]\S*$|\W*$",
    re.I,
)
_CONTENTS = re.compile(
    r"(?:table of )?contents|оглавление|содержание|зміст|змест|съдържание|inhalt(?:sverzeichnis)?|sommaire"
    r"|table des matières|índice|indice|sommario|spis treści|obsah|tartalom|innehåll|içindekiler",
    re.I,
)
# PDFium is not made for threads: https://pdfium.googlesource.com/pdfium/
_ONE_AT_A_TIME = threading.Lock()


class PdfFormat:
    """``.pdf``."""

    label = "PDF"
    suffixes = frozenset({".pdf"})

    def recognises(self, document: Document) -> bool:
        head = document.data[:_HEAD]
        at = head.find(b"%PDF-")
        if at < 0 and document.suffix == ".pdf":
            # One whose head is broken is no text to be read as it stands.
            return b"endobj" in document.data[:_TAIL] or b"startxref" in document.data[-_HEAD:]
        # A text may speak of it; a file that begins otherwise has only bytes of a wrapping before it.
        return at == 0 or (at > 0 and (document.suffix == ".pdf" or binary_type(document.data) == "binary"))

    def read(self, document: Document, reading: Reading) -> Page:
        import pypdfium2
        import pypdfium2.raw as pdfium

        with _ONE_AT_A_TIME:
            try:
                file = pypdfium2.PdfDocument(document.data)
            except pypdfium2.PdfiumError as error:
                if error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
                    raise PasswordProtected(name=document.name) from error
                raise DamagedDocument(name=document.name, type=self.label) from error
            try:
                return _read(file, document, reading)
            finally:
                file.close()


def _read(file: Any, document: Document, reading: Reading) -> Page:
    count = len(file)
    if count > reading.limits.max_pages:
        raise TooManyPages(pages=count, limit=reading.limits.max_pages)
    # PDFium mends a file that breaks off; what is missing would be missed by nobody.
    if not count or b"%%EOF" not in document.data[-_TAIL:]:
        raise DamagedDocument(name=document.name, type=PdfFormat.label)
    pages: list[list[Line]] = []
    pictures = letters = 0
    for number in range(count):
        reading.check()
        page = file[number]
        text = page.get_textpage()
        try:
            words = page_words(text, _MOST_SIGNS_A_PAGE)
            signs = sum(len(word.text) for word in words)
            letters += signs
            pictures += signs < _FEWEST_SIGNS_ON_A_PICTURE and _is_picture(page, signs)
        finally:
            text.close()
            page.close()
        pages.append(pieces(words))
    if pictures * 2 > count and letters < _FEWEST_SIGNS_ON_A_PICTURE * count:
        raise ScanWithoutText(name=document.name, pages=count)
    sized = list(_blocks(pages, reading))
    title = _title(sized, file.get_metadata_value("Title"))
    blocks = [found for found, _ in sized]
    # Said once, as the title.
    at = next((number for number, found in enumerate(blocks[:_OPENING]) if found.text == title), None)
    return page_of(document, blocks if at is None else blocks[:at] + blocks[at + 1 :], _info(file, title))


def _is_picture(page: Any, signs: int) -> bool:
    """Whether a page with few signs is a picture of one: the picture fills it, or there is next to no text."""
    import pypdfium2.raw as pdfium

    width, height = page.get_size()
    for number, picture in enumerate(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3)):
        if signs < _FEWEST_SIGNS_A_PAGE or number >= _MOST_PICTURES:
            return signs < _FEWEST_SIGNS_A_PAGE
        left, bottom, right, top = picture.get_bounds()
        if (right - left) * (top - bottom) >= _SCAN_SHARE * width * height:
            return True
    return False


def _blocks(pages: list[list[Line]], reading: Reading) -> Iterator[tuple[Block, float]]:
    size = body_size(pages)
    lines: list[Line] = []
    for number, page in enumerate(without_heads(pages, size), 1):
        reading.check()
        for line in without_footnotes(reading_order(page), size):
            line.page = number
            lines.append(line)
    for found, height in paragraphs(lines, size):
        # Figures without a word are the scales of a chart; rows of a table are kept.
        if found.kind is BlockKind.ROW or any(sign.isalpha() for sign in found.text):
            yield found, height


def _title(blocks: list[tuple[Block, float]], said: str) -> str | None:
    """The largest heading at the start of the first page, otherwise what the file says of itself."""
    said = clean(said)
    honest = bool(said) and _PROGRAM_TITLE.match(said) is None
    opening = [(found, size) for found, size in blocks[:_OPENING] if found.page == 1]
    text = (place for place, (found, _) in enumerate(opening) if len(found.text) > _LONGEST_BEFORE_TITLE)
    opening = opening[: next(text, None)]
    if honest and (same := next((found.text for found, _ in opening if _letters(found.text) == _letters(said)), None)):
        return same
    headings = [pair for pair in opening if pair[0].kind is BlockKind.HEADING and _may_be_title(pair[0].text)]
    # A kicker in capitals may be set larger than the headline.
    headings = [pair for pair in headings if len(pair[0].text.split()) > 2 or not pair[0].text.isupper()] or headings
    if headings:
        return max(headings, key=lambda pair: round(pair[1], 1))[0].text
    return said if honest else None


def _may_be_title(text: str) -> bool:
    return len(text) > 3 and _CONTENTS.fullmatch(text.strip(" .:")) is None


def _letters(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _info(file: Any, title: str | None) -> DocumentInfo:
    author = clean(file.get_metadata_value("Author"))
    created = re.match(r"D:(\d{4})(\d{2})?(\d{2})?", file.get_metadata_value("CreationDate"))
    date = iso_date("-".join(filter(None, created.groups()))) if created else None
    return DocumentInfo(title=title, byline=author or None, published=date)
