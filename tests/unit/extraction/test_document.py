"""Documents with blocks become articles: title, body, pages, notices."""

from __future__ import annotations

from desktop_app.article import NoticeCode
from desktop_app.extraction import extract
from desktop_app.sources.source import Block, BlockKind, DocumentInfo, Page, PageFormat

LONG = (
    "The harbour of the town was closed for eleven weeks after the storm, and the ferries lost most of their summer. "
)


def page(*blocks: Block, info: DocumentInfo = DocumentInfo(), name: str = "/home/ann/report.pdf") -> Page:  # noqa: B008
    return Page(name, "\n\n".join(block.text for block in blocks), PageFormat.DOCUMENT, blocks=blocks, info=info)


def paragraph(text: str, number: int | None = None) -> Block:
    return Block(BlockKind.PARAGRAPH, text, number)


def test_lists_and_tables_stay_together() -> None:
    blocks = (
        Block(BlockKind.HEADING, "Costs"),
        paragraph(LONG * 3),
        Block(BlockKind.ITEM, "wood"),
        Block(BlockKind.ITEM, "2. stone"),
        Block(BlockKind.ROW, "Year | Ships"),
        Block(BlockKind.ROW, "2024 | 389"),
    )
    article = extract(page(*blocks))
    assert article.title == "Costs"
    assert article.body == f"{LONG * 3}\n\n• wood\n2. stone\n\nYear | Ships\n2024 | 389"
    assert article.lang == "en"
    assert article.notices == ()
    assert article.pages == ()


def test_pages_know_where_they_begin() -> None:
    article = extract(page(paragraph("One.", 1), paragraph("Two.", 2), paragraph("Five.", 5), paragraph("More.", 5)))
    assert article.pages == (0, 6, 12, 12, 12)
    starts = {word: article.body.index(word) for word in ("One", "Two", "Five", "More")}
    assert {word: article.page_at(start) for word, start in starts.items()} == {
        "One": 1,
        "Two": 2,
        "Five": 5,
        "More": 5,
    }


def test_a_page_without_text_at_the_start() -> None:
    article = extract(page(paragraph("Two.", 2)))
    assert article.pages == (0, 0)
    assert article.page_at(0) == 2


def test_what_the_document_says_of_itself() -> None:
    info = DocumentInfo("A town and its harbour", "Ann Lee", None, "2024-05-07", "en-GB")
    article = extract(page(Block(BlockKind.HEADING, "Costs"), paragraph(LONG * 3), info=info))
    assert (article.title, article.byline, article.published) == ("A town and its harbour", "Ann Lee", "2024-05-07")
    assert article.body.startswith("Costs")


def test_a_title_is_not_said_twice_and_a_file_name_is_none() -> None:
    heading = Block(BlockKind.HEADING, "A Town and its Harbour!")
    same = extract(page(heading, paragraph(LONG), info=DocumentInfo("A town and its harbour")))
    assert (same.title, same.body) == ("A Town and its Harbour!", LONG)
    named = extract(page(heading, paragraph(LONG), info=DocumentInfo("report")))
    assert named.title == "A Town and its Harbour!"


def test_few_words_are_told() -> None:
    assert [notice.code for notice in extract(page(paragraph("The council met."))).notices][:1] == [
        NoticeCode.TOO_SHORT
    ]
