"""Rich Text Format: letters in every way they are written, structure, what is left out."""

from __future__ import annotations

import pytest

from desktop_app.errors import DamagedDocument
from desktop_app.sources.document import Document
from desktop_app.sources.formats import read_document
from desktop_app.sources.source import Page

FONTS = r"{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\fswiss\fcharset204 Arial Cyr;}{\f2\fcharset128 Mincho;}}"


def read(text: str, suffix: str = ".rtf") -> Page:
    data = (r"{\rtf1\ansi\ansicpg1252\deff0" + FONTS + text + "}").encode("latin-1")
    return read_document(Document(name="file" + suffix, data=data, suffix=suffix))


def hexed(text: str, codec: str) -> str:
    return "".join(f"\\'{byte:02x}" for byte in text.encode(codec))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (r"\f1 " + hexed("Причал стоит 240 млн.", "cp1251"), "Причал стоит 240 млн."),
        (r"\f2 " + hexed("桟橋", "cp932"), "桟橋"),
        (r"\u1055?\u1088?\u1080? caf\'e9", "При café"),
        (r"\uc2\u1055\'cf\'cfa\uc0\u1088b", "Пaрb"),
        (r"\u-10179?\u-8704?", "😀"),
        (r"a\emdash b \ldblquote c\rdblquote\~d\_e\-f", "a—b “c” d-ef"),
        (r"one {\b two} three", "one two three"),
        (r"braces \{ \} \\", "braces { } \\"),
    ],
)
def test_letters(source: str, expected: str) -> None:
    assert read(source).text == expected


def test_the_code_page_of_the_document() -> None:
    data = rb"{\rtf1\ansi\ansicpg1251{\fonttbl{\f0\fcharset0 A;}}\f0 " + "Мост".encode("cp1251") + b"}"
    assert read_document(Document("a.rtf", data, ".rtf")).text == "Мост"


def test_structure() -> None:
    page = read(
        r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}}"
        r"{\info{\title The pier}{\author Ann Lee}{\creatim\yr2024\mo5\dy7}}"
        r"{\header A head\par}\pard\s1 Costs\par\pard Much\line more.{\footnote A note.}\par"
        r"{\pntext\'b7\tab}wood\par{\pntext\'b7\tab}stone\par"
        r"\trowd\pard\intbl Year\cell 2024\cell\row\pard"
        r"{\field{\*\fldinst HYPERLINK x}{\fldrslt A link}}{\v hidden}{\*\unknown gone}{\pict 0102}.\par"
    )
    assert [(str(block.kind), block.text) for block in page.blocks] == [
        ("heading", "Costs"),
        ("paragraph", "Much\nmore."),
        ("item", "wood"),
        ("item", "stone"),
        ("row", "Year | 2024"),
        ("paragraph", "A link."),
    ]
    assert (page.info.title, page.info.byline, page.info.published) == ("The pier", "Ann Lee", "2024-05-07")


def test_raw_bytes_are_passed_over() -> None:
    assert read(r"a{\pict\bin4 }}}}b}c").text == "ac"


def test_under_the_name_of_a_word_document() -> None:
    assert read("Text.", ".doc").text == "Text."


def test_a_file_that_breaks_off() -> None:
    with pytest.raises(DamagedDocument):
        read_document(Document("a.rtf", rb"{\rtf1 Text {\b more", ".rtf"))


def test_deep_nesting_is_refused() -> None:
    with pytest.raises(DamagedDocument):
        read("{" * 100_000 + "}" * 100_000)
