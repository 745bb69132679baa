"""A small writer of PDF files for tests: text at given places in any script, pictures, passwords.

The font is not embedded; its characters are numbered by their Unicode code points and are all half as wide as high.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

#: Width of every character in font sizes.
WIDTH = 0.5
# ISO 32000-1, algorithm 2.
_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


@dataclass
class PdfPage:
    """A page of 595 by 842 points; ``text`` are x, y from the top, font size and the line; ``bold`` are bold lines."""

    text: list[tuple[float, float, float, str]] = field(default_factory=list)
    bold: frozenset[str] = frozenset()
    picture: bool = False
    turned: int = 0

    def lines(self, x: float, y: float, lines: list[str], size: float = 10, leading: float = 12) -> float:
        """Add lines below each other and return the y below them."""
        for line in lines:
            self.text.append((x, y, size, line))
            y += leading
        return y


def wrap(text: str, width: int) -> list[str]:
    """``text`` in lines of at most ``width`` characters, spaces widened as in justified setting left out."""
    lines, line = [], ""
    for word in text.split():
        if len(line) + len(word) + 1 > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return [*lines, line] if line else lines


def make_pdf(pages: list[PdfPage], *, info: dict[str, str] | None = None, password: str | None = None) -> bytes:
    """The bytes of a file with ``pages``; with ``password`` it opens only by that."""
    objects: list[bytes] = [b""] * 7
    key = b""
    identity = hashlib.md5(repr(pages[:1]).encode()).digest()
    if password is not None:
        owner = _rc4(hashlib.md5(_PADDING).digest()[:5], _padded(password))
        permissions = (-4).to_bytes(4, "little", signed=True)
        key = hashlib.md5(_padded(password) + owner + permissions + identity).digest()[:5]
        user = _rc4(key, _PADDING)
        objects[6] = b"<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>" % (owner.hex().encode(), user.hex().encode())
    kids = []
    for page in pages:
        stream = _content(page)
        if page.turned == 90:
            stream = b"q 0 1 -1 0 842 0 cm " + stream + b" Q"
        content = len(objects) + 1
        objects += [
            _stream(stream, key, content),
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %s]/Contents %d 0 R"
            b"/Resources<</Font<</F 3 0 R/B %s>>/XObject<</P 6 0 R>>>>>>"
            % (b"842 595" if page.turned else b"595 842", content, _FONT % ((b"Plain-Bold",) * 2)),
        ]
        kids.append(content + 1)
    objects[0] = b"<</Type/Catalog/Pages 2 0 R>>"
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    objects[2] = _FONT % ((b"Plain",) * 2)
    objects[3] = (
        b"<</Type/FontDescriptor/FontName/Plain/Flags 4/FontBBox[0 -250 500 750]/ItalicAngle 0/Ascent 750"
        b"/Descent -250/CapHeight 700/StemV 80>>"
    )
    objects[4] = _stream(_TO_UNICODE, key, 5)
    picture = b"\xff" * 64 * 64
    objects[5] = _stream(
        picture, key, 6, b"/Type/XObject/Subtype/Image/Width 64/Height 64/BitsPerComponent 8/ColorSpace/DeviceGray"
    )
    entries = b"".join(b"/%s %s" % (name.encode(), _string(value, key)) for name, value in (info or {}).items())
    objects.append(b"<<%s>>" % entries)
    return _file(objects, identity, encrypted=password is not None)


_FONT = (
    b"<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/ToUnicode 5 0 R/DescendantFonts[<</Type/Font"
    b"/Subtype/CIDFontType2/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
    b"/DW 500/FontDescriptor 4 0 R>>]>>"
)
_TO_UNICODE = (
    b"/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CMapName/U def/CMapType 2 def\n"
    b"1 begincodespacerange<0000><ffff>endcodespacerange\n"
    + b"".join(
        b"100 beginbfrange\n"
        + b"".join(b"<%02x00><%02xff><%02x00>\n" % (high, high, high) for high in range(start, min(start + 100, 256)))
        + b"endbfrange\n"
        for start in (0, 100, 200)
    )
    + b"endcmap end end"
)


def _content(page: PdfPage) -> bytes:
    pieces = [b"q 500 0 0 700 40 40 cm /P Do Q"] if page.picture else []
    for x, y, size, text in page.text:
        font = b"B" if text in page.bold else b"F"
        shown = text.encode("utf-16-be").hex().encode()
        pieces.append(b"BT /%s %g Tf %g %g Td <%s> Tj ET" % (font, size, x, 842 - y, shown))
    return b"\n".join(pieces)


def _stream(data: bytes, key: bytes, number: int, extra: bytes = b"") -> bytes:
    if key:
        data = _rc4(_object_key(key, number), data)
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (extra, len(data), data)


def _string(text: str, key: bytes) -> bytes:
    return b"<%s>" % (b"\xfe\xff" + text.encode("utf-16-be")).hex().encode()


def _file(objects: list[bytes], identity: bytes, *, encrypted: bool) -> bytes:
    data = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body or b"null")
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    data += b"trailer<</Size %d/Root 1 0 R/Info %d 0 R" % (len(objects) + 1, len(objects))
    data += b"/Encrypt 7 0 R" if encrypted else b""
    name = identity.hex().encode()
    data += b"/ID[<%s><%s>]>>\nstartxref\n%d\n%%%%EOF\n" % (name, name, start)
    return bytes(data)


def _padded(password: str) -> bytes:
    return (password.encode() + _PADDING)[:32]


def _object_key(key: bytes, number: int) -> bytes:
    return hashlib.md5(key + number.to_bytes(3, "little") + b"\x00\x00").digest()[: len(key) + 5]


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    other = 0
    for index in range(256):
        other = (other + state[index] + key[index % len(key)]) % 256
        state[index], state[other] = state[other], state[index]
    out = bytearray()
    first = second = 0
    for byte in data:
        first = (first + 1) % 256
        second = (second + state[first]) % 256
        state[first], state[second] = state[second], state[first]
        out.append(byte ^ state[(state[first] + state[second]) % 256])
    return bytes(out)
