"""Word, OpenDocument and PowerPoint: structure kept, what is no text left out."""

from __future__ import annotations

import io

import docx
import pytest

from desktop_app.errors import DamagedDocument, LegacyDocument, PasswordProtected, UnsupportedType
from desktop_app.sources.document import Document
from desktop_app.sources.formats import read_document
from desktop_app.sources.source import Block, BlockKind, Page
from tests.unit.sources.formats.makers import make_docx, make_odt, make_pptx, make_zip, paragraph, shape

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504


def read(data: bytes, suffix: str = "") -> Page:
    return read_document(Document(name="file" + suffix, data=data, suffix=suffix))


def kinds(page: Page) -> list[tuple[str, str]]:
    return [(str(block.kind), block.text) for block in page.blocks]


def test_a_word_document_as_a_library_writes_it() -> None:
    document = docx.Document()
    document.core_properties.author = "Марія Шевченко"
    document.add_heading("Звіт про ремонт мосту", 0)
    document.add_heading("Витрати", 1)
    document.add_paragraph("На ремонт мосту витратили 12,4 млн грн.")
    document.add_paragraph("опори", style="List Bullet")
    document.add_paragraph("освітлення", style="List Bullet")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ("Рік", "Сума", "2023", "12,4"), strict=True):
        cell.text = text
    document.add_paragraph("«Міст чекали довго», — сказав мер.", style="Quote")
    document.sections[0].header.paragraphs[0].text = "Для службового користування"
    document.sections[0].footer.paragraphs[0].text = "сторінка"
    buffer = io.BytesIO()
    document.save(buffer)
    page = read(buffer.getvalue(), ".docx")
    assert kinds(page) == [
        ("heading", "Витрати"),
        ("paragraph", "На ремонт мосту витратили 12,4 млн грн."),
        ("item", "опори"),
        ("item", "освітлення"),
        ("row", "Рік | Сума"),
        ("row", "2023 | 12,4"),
        ("quote", "«Міст чекали довго», — сказав мер."),
    ]
    assert (page.info.title, page.info.byline) == ("Звіт про ремонт мосту", "Марія Шевченко")


def test_tracked_changes_are_read_as_accepted() -> None:
    body = (
        "<w:p><w:r><w:t>The pier costs </w:t></w:r><w:del><w:r><w:delText>200</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>240</w:t></w:r></w:ins><w:r><w:t> million.</w:t></w:r></w:p>"
    )
    assert read(make_docx(body)).text == "The pier costs 240 million."


def test_content_controls_text_boxes_and_hidden_text() -> None:
    body = (
        "<w:sdt><w:sdtContent>" + paragraph("In a control.") + "</w:sdtContent></w:sdt>"
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r><w:r><w:t>Seen.</w:t></w:r></w:p>"
        "<w:p><w:r><w:drawing><w:txbxContent>" + paragraph("In a box.") + "</w:txbxContent></w:drawing></w:r></w:p>"
    )
    assert [block.text for block in read(make_docx(body)).blocks] == ["In a control.", "Seen.", "In a box."]


def test_a_table_of_contents_is_left_out() -> None:
    styles = (
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:style w:styleId="a3"><w:name w:val="toc 1"/></w:style>'
        '<w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:styleId="2x"><w:name w:val="Own"/><w:basedOn w:val="1"/></w:style></w:styles>'
    )
    links = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>'
        "</Relationships>"
    )
    body = paragraph("Costs ....... 7", "a3") + paragraph("Costs", "2x") + paragraph("Much.")
    page = read(make_docx(body, {"word/styles.xml": styles, "word/_rels/document.xml.rels": links}))
    assert kinds(page) == [("heading", "Costs"), ("paragraph", "Much.")]


def test_pages_of_word() -> None:
    body = paragraph("One.") + "<w:p><w:r><w:lastRenderedPageBreak/><w:t>Two.</w:t></w:r></w:p>"
    assert read(make_docx(body)).blocks == (
        Block(BlockKind.PARAGRAPH, "One.", 1),
        Block(BlockKind.PARAGRAPH, "Two.", 2),
    )
    assert read(make_docx(paragraph("One."))).blocks[0].page is None


def test_cells_with_long_text_are_paragraphs() -> None:
    long = "The council met on Monday and spoke for three hours about the pier. " * 8
    body = f"<w:tbl><w:tr><w:tc>{paragraph(long)}</w:tc><w:tc>{paragraph('Aside.')}</w:tc></w:tr></w:tbl>"
    assert [block.kind for block in read(make_docx(body)).blocks] == [BlockKind.PARAGRAPH, BlockKind.PARAGRAPH]


def test_open_document() -> None:
    body = (
        '<text:p text:style-name="P1">A town rebuilds</text:p><text:h text:outline-level="1">Costs</text:h>'
        '<text:p>The pier<text:s text:c="2"/>costs<text:note><text:note-body><text:p>A note.</text:p>'
        "</text:note-body></text:note> 240 million.</text:p>"
        "<text:list><text:list-item><text:p>wood</text:p><text:list><text:list-item><text:p>oak</text:p>"
        "</text:list-item></text:list></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>Year</text:p></table:table-cell>"
        "<table:table-cell><text:p>2024</text:p></table:table-cell></table:table-row></table:table>"
        "<text:p>First<text:soft-page-break/> second.</text:p><text:p>Third.</text:p>"
        "<text:table-of-content><text:index-body><text:p>Costs 1</text:p></text:index-body></text:table-of-content>"
    )
    styles = '<style:style style:name="P1" style:parent-style-name="Title"/>'
    page = read(make_odt(body, styles=styles), ".odt")
    assert kinds(page) == [
        ("heading", "Costs"),
        ("paragraph", "The pier costs 240 million."),
        ("item", "wood"),
        ("item", "oak"),
        ("row", "Year | 2024"),
        ("paragraph", "First second."),
        ("paragraph", "Third."),
    ]
    assert [block.page for block in page.blocks] == [1, 1, 1, 1, 1, 1, 2]
    assert (page.info.title, page.info.byline, page.info.published) == ("A town rebuilds", "Olena Bondar", "2024-03-02")


def test_an_open_document_with_a_password() -> None:
    manifest = '<file-entry full-path="content.xml"><encryption-data/></file-entry>'
    with pytest.raises(PasswordProtected):
        read(make_odt("", manifest=manifest), ".odt")


def test_slides_in_their_order_with_titles_first() -> None:
    table = (
        "<p:graphicFrame><a:tbl><a:tr><a:tc><a:txBody><a:p><a:r><a:t>Year</a:t></a:r></a:p></a:txBody></a:tc>"
        "<a:tc><a:txBody><a:p><a:r><a:t>2024</a:t></a:r></a:p></a:txBody></a:tc></a:tr></a:tbl></p:graphicFrame>"
    )
    page = read(
        make_pptx(
            [
                shape(["first point", "second point"], "body") + shape(["Plan"], "title") + shape(["7"], "sldNum"),
                table + shape(["12 May"], "dt") + "<p:grpSp>" + shape(["Inside a group"]) + "</p:grpSp>",
            ]
        ),
        ".pptx",
    )
    assert [(str(block.kind), block.text, block.page) for block in page.blocks] == [
        ("heading", "Plan", 1),
        ("item", "first point", 1),
        ("item", "second point", 1),
        ("row", "Year | 2024", 2),
        ("paragraph", "Inside a group", 2),
    ]


def test_word_before_2007_says_what_to_do() -> None:
    with pytest.raises(LegacyDocument) as caught:
        read(OLE + "WordDocument".encode("utf-16-le"), ".doc")
    assert "97" in str(caught.value.params["type"])


def test_an_encrypted_word_document() -> None:
    with pytest.raises(PasswordProtected):
        read(OLE + "EncryptedPackage".encode("utf-16-le"), ".docx")


def test_spreadsheets_are_not_read() -> None:
    with pytest.raises(UnsupportedType):
        read(make_zip({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"}), ".xlsx")


@pytest.mark.parametrize("share", [0.3, 0.6, 0.97])
@pytest.mark.parametrize("suffix", [".docx", ".odt", ".pptx"])
def test_truncated_archives_are_damaged(share: float, suffix: str) -> None:
    made = {
        ".docx": make_docx(paragraph("Text. " * 500)),
        ".odt": make_odt("<text:p>" + "Text. " * 500 + "</text:p>"),
        ".pptx": make_pptx([shape(["Text. " * 500])]),
    }
    data = made[suffix]
    with pytest.raises(DamagedDocument):
        read(data[: int(len(data) * share)], suffix)


def test_broken_xml_is_damage() -> None:
    with pytest.raises(DamagedDocument):
        read(make_docx("<w:p><w:r>"), ".docx")
