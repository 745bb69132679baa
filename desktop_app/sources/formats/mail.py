"""E-mails as files: RFC 5322 and MIME (RFC 2045 to 2049), read by the standard library.

The message itself is read, not what it quotes or who signed it. Attachments are not opened; a message that is nothing
but another one attached is read as that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.header import Header, decode_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from desktop_app.errors import PasswordProtected
from desktop_app.sources.decoding import decode
from desktop_app.sources.document import Document
from desktop_app.sources.formats.binary import binary_type
from desktop_app.sources.formats.blocks import block, clean, page_of
from desktop_app.sources.formats.html import declared_encodings
from desktop_app.sources.formats.letters import own_lines, subject_of
from desktop_app.sources.formats.markup import blocks_of, parse_markup
from desktop_app.sources.formats.reading import Reading
from desktop_app.sources.formats.xmltree import Element, name_of
from desktop_app.sources.source import Block, BlockKind, DocumentInfo, Page

_FIELD = re.compile(rb"([!-9;-~]{1,70}):[ \t]?[^\n]*\n(?:[ \t][^\n]*\n)*")
_ENVELOPE = re.compile(rb"(?:\xef\xbb\xbf)?[\r\n]{0,8}(?:From [^\n]{1,200}\n)?")
_TELLING = frozenset({b"received", b"message-id", b"mime-version", b"delivered-to", b"return-path", b"dkim-signature"})
_USUAL = frozenset({b"from", b"to", b"subject", b"date", b"content-type"})
_SNIFFED = 16_384
_MOST_PARTS = 1000
_DEEPEST = 12
_ENCRYPTED = frozenset({"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"})
_QUOTE_CLASSES = frozenset(
    [
        "gmail_quote",
        "gmail_quote_container",
        "gmail_attr",
        "gmail_signature",
        "yahoo_quoted",
        "moz-cite-prefix",
        "moz-signature",
        "protonmail_quote",
        "protonmail_signature_block",
        "zmail_extra",
        "tutanota_quote",
        "mailru-blockquote",
        "apple-mail-signature",
    ]
)
_QUOTE_IDS = frozenset({"divrplyfwdmsg", "appendonsend", "signature", "reply-intro", "isforwardcontent"})
_LINK = re.compile(r"https?://\S+|<mailto:\S+>")
_ITEM = re.compile(r"\s*(?:[-*•–·]|\d{1,2}[.)])\s+")
# RFC 2822 asks for lines of at most 78 characters, so longer ones were not broken by a program.
_LONGEST_WRAPPED = 80
_SHORTEST_WRAPPED = 45


class MailFormat:
    """``.eml``, also one under another name."""

    label = "e-mail"
    suffixes = frozenset({".eml", ".mime"})

    def recognises(self, document: Document) -> bool:
        if document.from_web and document.media_type not in ("message/rfc822", "text/plain"):
            return False
        names = _field_names(document.data[:_SNIFFED])
        if document.suffix in self.suffixes or document.media_type == "message/rfc822":
            return len(names & (_TELLING | _USUAL)) >= 1
        return len(names & _TELLING) >= 1 and len(names & _USUAL) >= 2

    def read(self, document: Document, reading: Reading) -> Page:
        message = message_from_bytes(document.data, policy=policy.compat32)
        letter = _letter(message, reading, 0)
        if letter.encrypted and not letter.text.strip():
            raise PasswordProtected(name=document.name)
        info = DocumentInfo(
            title=subject_of(_header(message, "Subject")) or None,
            byline=_sender(message),
            published=_date(message),
        )
        return page_of(document, letter.blocks(), info)


@dataclass(slots=True)
class _Letter:
    """The readable parts of a message."""

    plain: list[str] = field(default_factory=list)
    markup: list[str] = field(default_factory=list)
    attached: list[Message] = field(default_factory=list)
    flowed: bool = False
    encrypted: bool = False

    @property
    def text(self) -> str:
        return "\n\n".join(self.plain + self.markup)

    def blocks(self) -> list[Block]:
        plain = "\n\n".join(self.plain)
        if self.markup:
            roots = [root for markup in self.markup if (root := parse_markup(markup)) is not None]
            everything = [found for root in roots for found in blocks_of(root)]
            if not _good_plain(plain, everything):
                own = [found for root in roots for found in blocks_of(root, _quoted)]
                return _own_blocks(own) or _own_blocks(everything)
        return list(_plain_blocks(plain, flowed=self.flowed))


def _field_names(head: bytes) -> frozenset[bytes]:
    """Names of the header fields at the start of a file."""
    head = head.replace(b"\r\n", b"\n")
    position = match.end() if (match := _ENVELOPE.match(head)) else 0
    names = set()
    while found := _FIELD.match(head, position):
        names.add(found.group(1).lower())
        position = found.end()
    return frozenset(names)


def _letter(message: Message, reading: Reading, depth: int) -> _Letter:
    letter = _Letter()
    _collect(message, letter, reading, depth)
    if not letter.text.strip() and letter.attached and depth < 3:
        return _letter(letter.attached[0], reading, depth + 1)
    return letter


def _collect(message: Message, letter: _Letter, reading: Reading, depth: int) -> None:
    todo: list[tuple[Message, int]] = [(message, 0)]
    for _ in range(_MOST_PARTS):
        if not todo:
            return
        reading.check()
        part, nested = todo.pop()
        kind = part.get_content_type()
        if kind in _ENCRYPTED and "signed-data" not in str(part.get("Content-Type", "")):
            letter.encrypted = True
        if kind == "message/rfc822":
            inner = part.get_payload()
            letter.attached += (
                [child for child in inner if isinstance(child, Message)] if isinstance(inner, list) else []
            )
        elif part.is_multipart():
            inner = part.get_payload()
            if nested < _DEEPEST and isinstance(inner, list):
                todo += [(child, nested + 1) for child in reversed(inner) if isinstance(child, Message)]
        elif kind in ("text/plain", "text/html") and part.get_content_disposition() != "attachment":
            text = _content(part)
            reading.check_text_size(len(text))
            if kind == "text/html" or (not letter.plain and _is_markup(text)):
                letter.markup.append(text)
            elif text.strip():
                letter.plain.append(text)
                letter.flowed = letter.flowed or str(part.get_param("format") or "").lower() == "flowed"


def _content(part: Message) -> str:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    charset = part.get_content_charset()
    return decode(data, [*([charset] if charset else []), *declared_encodings(data)])


def _is_markup(text: str) -> bool:
    return re.match(r"\s*(?:<!doctype html|<html\b)", text, re.I) is not None


def _good_plain(plain: str, markup: list[Block]) -> bool:
    """Whether the plain part says about as much as the markup and is not mostly links."""
    words, marked = len(_LINK.sub("", plain).split()), sum(len(found.text.split()) for found in markup)
    links = sum(len(link) for link in _LINK.findall(plain))
    if binary_type(plain[:4096].encode()) is not None or re.search(r"</(?:p|div|td|span)>", plain):
        return False
    return bool(words) and words * 2 >= marked and links * 4 <= len(plain)


def _quoted(element: Element) -> bool:
    """Whether mail programs mark ``element`` as quotation or signature."""
    if name_of(element).lower() == "blockquote" and (element.get("type") or "").lower() == "cite":
        return True
    names = (element.get("class") or "").lower().split()
    return not _QUOTE_CLASSES.isdisjoint(names) or (element.get("id") or "").lower() in _QUOTE_IDS


def _own_blocks(blocks: list[Block]) -> list[Block]:
    lines = [(place, line) for place, found in enumerate(blocks) for line in found.text.split("\n")]
    kept: dict[int, list[str]] = {}
    for (place, line), own in zip(lines, own_lines([line for _, line in lines]), strict=True):
        if own:
            kept.setdefault(place, []).append(line)
    return [
        made
        for place, texts in kept.items()
        for made in block(blocks[place].kind, "\n".join(texts), blocks[place].page)
    ]


def _plain_blocks(text: str, *, flowed: bool) -> Iterator[Block]:
    lines = [line.rstrip("\r") for line in text.split("\n")]
    own = own_lines(lines)
    kept = [line if keep else "" for line, keep in zip(lines, own, strict=True)]
    paragraph: list[str] = []
    for line in [*kept, ""]:
        if not line.strip():
            yield from _paragraph(paragraph, flowed=flowed)
            paragraph = []
        elif _ITEM.match(line):
            yield from _paragraph(paragraph, flowed=flowed)
            paragraph = [line]
        else:
            paragraph.append(line)


def _paragraph(lines: list[str], *, flowed: bool) -> Iterator[Block]:
    if not lines:
        return
    mark = _ITEM.match(lines[0])
    longest = max(map(len, lines))
    # Each line but the last is about as long as fits: a program broke them.
    wrapped = longest <= _LONGEST_WRAPPED and all(len(line) >= _SHORTEST_WRAPPED for line in lines[:-1])
    text = "".join(line + (" " if wrapped or (flowed and line.endswith(" ")) else "\n") for line in lines)
    if mark and not lines[0][: mark.end()].strip()[0].isdigit():
        yield from block(BlockKind.ITEM, text[mark.end() :])
    else:
        yield from block(BlockKind.ITEM if mark else BlockKind.PARAGRAPH, text)


def _header(message: Message, name: str) -> str:
    """A header field in plain text, empty if it is missing."""
    raw = message.get(name)
    return "" if raw is None else _decoded(raw)


def _decoded(raw: str | Header) -> str:
    """The plain text of encoded words (RFC 2047)."""
    try:
        pieces = decode_header(raw)
    except (ValueError, LookupError):  # broken encoded words
        pieces = [(str(raw), None)]
    texts = []
    for piece, charset in pieces:
        if isinstance(piece, str):
            texts.append(piece)
        else:
            texts.append(decode(piece, [charset] if charset and charset != "unknown-8bit" else []))
    return clean(" ".join("".join(texts).split()))


def _sender(message: Message) -> str | None:
    """The name of who wrote, or the first part of the address."""
    raw = message.get("From")
    if raw is None:
        return None
    # Taken apart before decoding: a decoded name may hold commas.
    name, address = parseaddr(raw if isinstance(raw, str) else _decoded(raw))
    return _decoded(name) or _decoded(address).partition("@")[0] or None


def _date(message: Message) -> str | None:
    try:
        return parsedate_to_datetime(str(message.get("Date"))).isoformat()
    except (TypeError, ValueError, OverflowError, IndexError):
        return None
