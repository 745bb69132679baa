"""Documents made to do harm, or merely broken: errors in words, in bounded time and memory."""

from __future__ import annotations

import contextlib
import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.errors import (
    DamagedDocument,
    EmptySource,
    KratkoError,
    PasswordProtected,
    ReadingTooLong,
    TooLarge,
    UnpacksTooLarge,
    UnsupportedType,
)
from desktop_app.sources.document import Document
from desktop_app.sources.formats import FORMATS, read_document
from desktop_app.sources.formats.archive import Archive
from desktop_app.sources.formats.reading import Reading
from desktop_app.sources.loading import load
from desktop_app.sources.source import Limits, Page, TextSource
from tests.unit.sources.formats.makers import (
    make_docx,
    make_epub,
    make_fb2,
    make_odt,
    make_pptx,
    make_zip,
    paragraph,
    shape,
)
from tests.unit.sources.formats.pdf_maker import PdfPage, make_pdf

MAIL = b"From: ann@example.org\nSubject: The pier\nMIME-Version: 1.0\n\nThe pier costs 240 million.\n"
RTF = rb"{\rtf1\ansi{\fonttbl{\f0\fcharset204 A;}}\f0 \'cf\'f0\'e8\'f7\'e0\'eb {\b 240}\par\trowd a\cell b\cell\row}"


def samples() -> dict[str, bytes]:
    """A sound file of every kind by its ending."""
    page = PdfPage()
    page.lines(60, 100, ["The pier costs 240 million, said the", "harbour office on Monday."] * 6)
    return {
        ".pdf": make_pdf([page, page]),
        ".docx": make_docx(paragraph("The pier costs 240 million.") * 5),
        ".odt": make_odt("<text:p>The pier costs 240 million.</text:p>" * 5),
        ".pptx": make_pptx([shape(["The pier costs 240 million."], "title")]),
        ".epub": make_epub({"a.xhtml": "<h1>The pier</h1><p>It costs 240 million.</p>"}),
        ".fb2": make_fb2("<section><p>Причал стоит 240 млн.</p></section>"),
        ".rtf": RTF,
        ".eml": MAIL,
        ".mht": b"MIME-Version: 1.0\nContent-Type: text/html\n\n<p>The pier costs 240 million.</p>",
        ".html": b"<html><body><p>The pier costs 240 million.</p></body></html>",
        ".md": b"# The pier\n\nIt costs 240 million.",
        ".txt": "Причал стоит 240 млн.".encode("cp1251"),
    }


SAMPLES = samples()


def read(data: bytes, suffix: str = "", **limits: float) -> Page:
    reading = Reading("file" + suffix, Limits(**limits))  # type: ignore[arg-type]
    return read_document(Document(name="file" + suffix, data=data, suffix=suffix), reading)


def test_every_kind_has_a_sample_that_is_read() -> None:
    for suffix, data in SAMPLES.items():
        assert "240" in read(data, suffix).text, suffix
    told = {"Microsoft Office 97–2003", "RSS"}
    assert {known.label for known in FORMATS if not known.suffixes & set(SAMPLES)} == told


@pytest.mark.parametrize("suffix", SAMPLES)
@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\x00" * 4096], ids=["zero bytes", "white space", "zeros"])
def test_nothing_in_it(suffix: str, data: bytes) -> None:
    with pytest.raises(EmptySource):
        read(data, suffix)


@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".odt", ".pptx", ".epub", ".fb2", ".rtf"])
def test_rubbish_under_a_known_name_is_damage(suffix: str) -> None:
    with pytest.raises(DamagedDocument):
        read(bytes(range(256)) * 40, suffix)


# MHTML without the head of a browser and Markdown are told by their names alone.
@pytest.mark.parametrize("suffix", sorted(set(SAMPLES) - {".mht", ".md"}))
def test_a_wrong_name_does_not_matter(suffix: str) -> None:
    expected = read(SAMPLES[suffix], suffix)
    for other in (".txt", ".docx", ".pdf", ".dat", ""):
        found = read(SAMPLES[suffix], other)
        assert (found.format, found.text) == (expected.format, expected.text), other


def bomb(size: int) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w") as member:
            for _ in range(size // (1 << 20)):
                member.write(b" " * (1 << 20))
    return buffer.getvalue()


def test_a_zip_bomb() -> None:
    data = bomb(64 << 20)
    assert len(data) < 100_000
    with pytest.raises(UnpacksTooLarge):
        read(data, ".docx")


def test_what_is_unpacked_is_bounded_in_all() -> None:
    chapters = {f"{n}.xhtml": f"<p>{'x' * 50_000}</p>" for n in range(8)}
    with pytest.raises(UnpacksTooLarge):
        read(make_epub(chapters), ".epub", max_unpacked_bytes=200_000)


def test_an_archive_of_a_million_names() -> None:
    data = bytearray(make_docx(paragraph("a")))
    end = data.rfind(b"PK\x05\x06")
    data[end + 10 : end + 12] = b"\xff\xff"
    with pytest.raises(UnpacksTooLarge):
        read(bytes(data), ".docx")


def test_a_member_with_a_password() -> None:
    data = bytearray(make_docx(paragraph("a")))
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + place] |= 1
            at = data.find(signature, at + 4)
    with pytest.raises(PasswordProtected):
        read(bytes(data), ".docx")


def test_names_that_climb_out_of_the_archive_lead_nowhere() -> None:
    data = make_zip({"a/b.xml": "inside", "../../etc/passwd": "outside"})
    archive = Archive(data, Reading("file"))
    assert archive.find("../../../../a/b.xml", "x/y.xml") == "a/b.xml"
    assert archive.find("/etc/passwd") == "../../etc/passwd"
    assert archive.read("../../etc/passwd") == b"outside"
    assert archive.find("../../../../../../etc/hostname") is None


LAUGHS = (
    '<!DOCTYPE a [<!ENTITY a0 "ha">'
    + "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
    + '<!ENTITY file SYSTEM "file:///etc/passwd">]>'
)


def test_a_billion_laughs_and_files_of_the_computer() -> None:
    document = '<w:document xmlns:w="urn:w"><w:body>' + paragraph("Seen ") + "</w:body></w:document>"
    document = LAUGHS + document.replace("Seen ", "Seen &a9;&file;")
    data = make_zip({"[Content_Types].xml": "<Types/>", "word/document.xml": document})
    assert read(data, ".docx").text == "Seen"
    book = LAUGHS.encode() + make_fb2("<section><p>Seen &a9;&file;</p></section>").split(b"\n", 1)[1]
    assert read(book, ".fb2").text == "Seen"


@pytest.mark.parametrize("depth", [300, 20_000])
def test_deep_nesting(depth: int) -> None:
    chapter = "<div>" * depth + "The pier." + "</div>" * depth
    with contextlib.suppress(DamagedDocument, EmptySource):
        assert read(make_epub({"a.xhtml": chapter}), ".epub").text == "The pier."
    for data, suffix in (
        (make_docx("<w:sdt><w:sdtContent>" * depth + paragraph("a") + "</w:sdtContent></w:sdt>" * depth), ".docx"),
        (make_odt("<text:section>" * depth + "<text:p>a</text:p>" + "</text:section>" * depth), ".odt"),
        (make_fb2("<section>" * depth + "<p>a</p>" + "</section>" * depth), ".fb2"),
    ):
        with pytest.raises((DamagedDocument, EmptySource)):
            read(data, suffix)


def test_mail_nested_without_end() -> None:
    data = b"From: a@example.org\nSubject: x\n"
    for number in range(400):
        data += b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (number, number)
    with pytest.raises((EmptySource, DamagedDocument)):
        read(data, ".eml")


def test_text_has_a_limit_of_its_own() -> None:
    with pytest.raises(TooLarge):
        read(b"word " * 1000, ".txt", max_bytes=4000)


def test_time_is_bounded() -> None:
    with pytest.raises(ReadingTooLong):
        read(SAMPLES[".pdf"], ".pdf", parse_timeout=-1.0)


@pytest.mark.parametrize(
    "text",
    [
        b"<!DOCTYPE " * 200_000,
        b"{\\rtf1" + b"\\'" * 200_000 + b"}",
        b"From: a@b\nSubject: " + b"=?utf-8?q?" * 20_000 + b"\nDate: x\n\nhello",
        b"From: a@b\nSubject: x\nDate: x\n\n" + b"On 1 a@b " * 50_000,
        b"From: a@b\nSubject: x\nDate: x\n\n" + (b"5 wrote " * 30 + b"\n") * 5_000,
        b"<FictionBook " + b"a " * 200_000,
        b"<?xml version='1.0'?>" + b"<!-- -->" * 100_000,
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n" + b"--b\n\n" * 50_000,
    ],
    ids=["doctype", "rtf", "encoded words", "attribution", "attributions", "fiction book", "comments", "parts"],
)
@pytest.mark.parametrize("suffix", [".eml", ".mht", ".fb2", ".txt"])
def test_repetition_takes_no_time(text: bytes, suffix: str) -> None:
    with contextlib.suppress(KratkoError):
        read(text, suffix)


def test_pasted_comments_take_no_time() -> None:
    assert load(TextSource("<!-- -->" * 500)).text.startswith("<!-- -->")


MUTATIONS = st.lists(
    st.tuples(st.floats(0, 1), st.sampled_from(["set", "drop", "double", "zero"]), st.integers(0, 255)),
    min_size=1,
    max_size=12,
)


@pytest.mark.parametrize("suffix", SAMPLES)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(mutations=MUTATIONS)
def test_damaged_bytes_give_text_or_an_error_in_words(suffix: str, mutations: list[tuple[float, str, int]]) -> None:
    data = bytearray(SAMPLES[suffix])
    for place, action, value in mutations:
        at = int(place * (len(data) - 1)) if data else 0
        if action == "set" and data:
            data[at] = value
        elif action == "drop":
            del data[at : at + value]
        elif action == "double":
            data[at:at] = data[at : at + value]
        else:
            data[at : at + value // 8] = bytes(value // 8)
    with contextlib.suppress(KratkoError):
        read(bytes(data), suffix, parse_timeout=20)


@pytest.mark.parametrize("member", ["word/document.xml", "content.xml", "OEBPS/a.xhtml", "OEBPS/book.opf"])
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=st.text(alphabet="<>/&;:!-[]\"'= abdpwtrx\n\x00й", max_size=300))
def test_any_text_in_a_part(member: str, text: str) -> None:
    source = {"w": ".docx", "c": ".odt", "O": ".epub"}[member[0]]
    with zipfile.ZipFile(io.BytesIO(SAMPLES[source])) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members[member] = text.encode("utf-8", "replace")
    with contextlib.suppress(KratkoError):
        read(make_zip(members), source)


def test_an_archive_of_something_else() -> None:
    with pytest.raises(UnsupportedType):
        read(make_zip({"a.txt": "text"}), ".zip")
    with pytest.raises(DamagedDocument):
        read(b"PK\x03\x04" + b"\x07" * 300, ".docx")
