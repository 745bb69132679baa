"""Rich Text Format, by Microsoft's specification 1.9.1 (2008).

A reader of its own, since the libraries at hand give text alone and take quadratic time on hostile files: this one
keeps headings, lists, tables, title and author, and leaves out notes, heads and feet, what is hidden or deleted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from desktop_app.errors import DamagedDocument
from desktop_app.sources.document import Document
from desktop_app.sources.formats.blocks import block, clean, row
from desktop_app.sources.formats.blocks import page_of as make_page
from desktop_app.sources.formats.reading import Reading
from desktop_app.sources.formats.rtf_words import BULLETS, CHARSETS, LEFT_OUT, SIGNS, code_page
from desktop_app.sources.source import Block, BlockKind, DocumentInfo, Page

_START = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,64}\{\s?\\rtf")
_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})?[ ]?"
    r"|(?P<hex>(?:\\'[0-9a-fA-F]{2})+)"
    r"|\\(?P<sign>[^a-zA-Z'])"
    r"|(?P<brace>[{}])"
    r"|(?P<text>[^\\{}\r\n]+)"
    r"|[\r\n]+|\\'?"
)
_CHECK_EVERY = 4096
_DEEPEST = 4096


class RtfFormat:
    """``.rtf``, also under the name of ``.doc``."""

    label = "RTF"
    suffixes = frozenset({".rtf"})

    def recognises(self, document: Document) -> bool:
        return _START.match(document.data) is not None

    def read(self, document: Document, reading: Reading) -> Page:
        reader = _Reader(document.data.decode("latin-1"), reading)
        blocks = list(reader.blocks())
        if reader.unfinished:
            raise DamagedDocument(name=document.name, type=self.label)
        return make_page(document, blocks, reader.info())


@dataclass(slots=True)
class _Group:
    """What holds within a pair of braces."""

    destination: str = ""
    skip: bool = False
    hidden: bool = False
    fallback: int = 1
    font: int | None = None


@dataclass(slots=True)
class _Paragraph:
    """What ``\\pard`` resets."""

    style: int | None = None
    level: int | None = None
    listed: bool = False
    in_table: bool = False


@dataclass(slots=True)
class _Style:
    number: int = 0
    level: int | None = None
    name: list[str] = field(default_factory=list)


class _Reader:
    def __init__(self, text: str, reading: Reading) -> None:
        self.unfinished = False
        self._source = text
        self._reading = reading
        self._group = _Group()
        self._stack: list[_Group] = []
        self._paragraph = _Paragraph()
        self._text: list[str] = []
        self._cells: list[str] = []
        self._fonts: dict[int, str] = {}
        self._default_font: int | None = None
        self._code_page = "cp1252"
        self._style = _Style()
        self._styles: dict[int, _Style] = {}
        self._info: dict[str, list[str]] = {}
        self._date: dict[str, int] = {}
        self._pending_high: int | None = None
        self._to_skip = 0
        self._starred = False

    def info(self) -> DocumentInfo:
        """Title, author and the date of the last change."""
        said = {key: clean("".join(pieces)) or None for key, pieces in self._info.items()}
        date = None
        if 0 < self._date.get("yr", 0) < 10_000:
            date = f"{self._date['yr']:04}-{self._date.get('mo', 1):02}-{self._date.get('dy', 1):02}"
        return DocumentInfo(title=said.get("title"), byline=said.get("author"), published=date)

    def blocks(self) -> Iterator[Block]:
        position, count = 0, 0
        source, match = self._source, _TOKEN.match
        while token := match(source, position):
            position = token.end()
            count += 1
            if count % _CHECK_EVERY == 0:
                self._reading.check()
            kind = token.lastgroup
            if kind == "number":
                kind = "word"
            if kind == "text":
                self._write_bytes(token.group().encode("latin-1"))
            elif kind == "hex":
                self._write_bytes(bytes.fromhex(token.group().replace("\\'", "")))
            elif kind == "brace":
                if token.group() == "{":
                    self._open()
                elif not self._stack:
                    break
                else:
                    self._close()
                    if not self._stack:
                        break  # what follows the document is not read
            elif kind == "word":
                word, number = token.group("word"), token.group("number")
                if word == "bin":
                    position += max(0, int(number or 0))
                else:
                    yield from self._control(word, None if number is None else int(number))
            elif kind == "sign":
                yield from self._sign(token.group("sign"))
        self.unfinished = bool(self._stack)
        yield from self._end_paragraph()

    def _open(self) -> None:
        if len(self._stack) >= _DEEPEST:
            raise ValueError("nested too deeply")
        self._stack.append(self._group)
        self._group = replace(self._group)
        self._to_skip = 0
        self._starred = False

    def _close(self) -> None:
        if self._group.destination == "stylesheet":
            self._styles[self._style.number] = self._style
            self._style = _Style()
        self._group = self._stack.pop()
        self._to_skip = 0
        self._starred = False

    def _sign(self, sign: str) -> Iterator[Block]:
        if sign == "*":
            self._starred = True
        elif sign in "\\{}":
            self._write(sign)
        elif sign == "~":
            self._write("\u00a0")
        elif sign == "_":
            self._write("-")
        elif sign in "\r\n":
            yield from self._control("par", None)

    def _control(self, word: str, number: int | None) -> Iterator[Block]:
        group = self._group
        starred, self._starred = self._starred, False
        if word in LEFT_OUT or (starred and word not in ("fldrslt", "pgdsctbl")):
            group.skip = True
        elif word in BULLETS:
            group.skip = True
            self._paragraph.listed = True
        elif word in ("fonttbl", "stylesheet", "info", "title", "author", "creatim"):
            self._enter_table(word)
        elif group.destination == "fonttbl":
            self._font(word, number)
        elif group.destination == "stylesheet":
            self._define_style(word, number)
        elif group.destination == "creatim" and number is not None:
            self._date[word] = number
        elif word == "u" and number is not None:
            self._write_unicode(number)
        elif word in SIGNS:
            self._write(SIGNS[word])
        elif word in ("par", "sect", "cell", "nestcell", "row", "nestrow"):
            if not group.skip and not group.destination:
                yield from self._break(word)
        else:
            self._format(word, number)

    def _enter_table(self, word: str) -> None:
        if word in ("title", "author", "creatim") and self._group.destination != "info":
            self._group.skip = self._group.skip or word != "creatim"
            return
        self._group.destination = word

    def _font(self, word: str, number: int | None) -> None:
        if word == "f":
            self._group.font = number
        elif word == "fcharset" and self._group.font is not None and number in CHARSETS:
            self._fonts[self._group.font] = CHARSETS[number]
        elif word == "cpg" and self._group.font is not None and number is not None:
            self._fonts[self._group.font] = code_page(number)

    def _define_style(self, word: str, number: int | None) -> None:
        if word == "s" and number is not None:
            self._style.number = number
        elif word == "outlinelevel":
            self._style.level = number

    def _format(self, word: str, number: int | None) -> None:
        group, paragraph = self._group, self._paragraph
        if word == "uc":
            group.fallback = max(0, min(number or 0, 8))
        elif word == "f":
            group.font = number
        elif word in ("v", "deleted"):
            group.hidden = number != 0
        elif word == "plain":
            group.hidden, group.font = False, None
        elif word == "pard":
            self._paragraph = _Paragraph(listed=False)
        elif word == "s":
            paragraph.style = number
        elif word == "outlinelevel":
            paragraph.level = number
        elif word in ("ls", "pnlvlblt", "pnlvlbody"):
            paragraph.listed = number != 0
        elif word == "intbl":
            paragraph.in_table = True
        elif word == "deff":
            self._default_font = number
        elif word == "ansicpg" and number is not None:
            self._code_page = code_page(number)
        elif word == "mac":
            self._code_page = "mac_roman"
        elif word in ("pc", "pca"):
            self._code_page = "cp437" if word == "pc" else "cp850"

    def _write_bytes(self, data: bytes) -> None:
        """Append text in the encoding of the font, without the stand-ins for letters already given by ``\\u``."""
        if self._to_skip:
            data, self._to_skip = data[self._to_skip :], max(0, self._to_skip - len(data))
        if not data or self._group.skip:
            return
        font = self._group.font if self._group.font is not None else self._default_font
        codec = self._fonts.get(font, self._code_page) if font is not None else self._code_page
        # The charset "ANSI" of a font means the code page of the document.
        if codec == "cp1252":
            codec = self._code_page
        self._write(data.decode("ascii" if data.isascii() else codec, "replace"), from_bytes=True)

    def _write_unicode(self, number: int) -> None:
        code = number % 65_536
        self._to_skip = 0
        if 0xD800 <= code < 0xDC00:
            self._pending_high = code
        elif 0xDC00 <= code < 0xE000:
            if self._pending_high is not None:
                self._write(chr(0x10000 + ((self._pending_high - 0xD800) << 10) + code - 0xDC00))
            self._pending_high = None
        elif code:
            self._write(chr(code))
        self._to_skip = self._group.fallback

    def _write(self, text: str, *, from_bytes: bool = False) -> None:
        if self._to_skip and not from_bytes:
            self._to_skip -= 1
            return
        group = self._group
        if group.skip or group.hidden:
            return
        if group.destination == "stylesheet":
            self._style.name.append(text)
        elif group.destination in ("title", "author"):
            self._info.setdefault(group.destination, []).append(text)
        elif not group.destination:
            self._text.append(text)

    def _break(self, word: str) -> Iterator[Block]:
        if word in ("cell", "nestcell"):
            self._cells.append("".join(self._text))
            self._text.clear()
        elif word in ("row", "nestrow"):
            self._text.clear()
            yield from row(self._cells)
            self._cells.clear()
        elif self._paragraph.in_table:
            self._text.append("\n")
        else:
            yield from self._end_paragraph()

    def _end_paragraph(self) -> Iterator[Block]:
        if self._cells:
            yield from row(self._cells)
            self._cells.clear()
        text = "".join(self._text)
        self._text.clear()
        yield from block(self._kind(), text)
        # Older writers give the bullet ahead of every item anew.
        self._paragraph.listed = self._paragraph.listed and self._paragraph.style is not None

    def _kind(self) -> BlockKind:
        style = self._styles.get(self._paragraph.style or 0)
        level = self._paragraph.level if self._paragraph.level is not None else style.level if style else None
        name = clean("".join(style.name)).rstrip(";").lower() if style else ""
        if (level is not None and 0 <= level < 9) or name.startswith("heading") or name == "title":
            return BlockKind.HEADING
        if self._paragraph.listed:
            return BlockKind.ITEM
        return BlockKind.QUOTE if name.endswith("quote") else BlockKind.PARAGRAPH
