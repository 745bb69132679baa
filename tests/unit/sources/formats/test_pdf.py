"""PDF: reading order, hyphens, what is left out, titles, pages and what can be wrong with a file."""

from __future__ import annotations

import io
import zipfile

import pytest

from desktop_app.errors import (
    Cancelled,
    DamagedDocument,
    EmptySource,
    PasswordProtected,
    ScanWithoutText,
    TooManyPages,
    UnsupportedType,
)
from desktop_app.sources.document import Document
from desktop_app.sources.formats import read_document
from desktop_app.sources.formats.reading import Reading
from desktop_app.sources.source import BlockKind, Limits, Page
from tests.unit.sources.formats.pdf_maker import PdfPage, make_pdf, wrap

HARBOUR = (
    "The harbour of the town was closed for eleven weeks after the storm, and the owners of the small ferries lost "
    "most of what they earn in a summer. The council now wants to build a second pier of 240 metres."
)
MARKET = (
    "Traders on the market square say that customers come back slowly. In the first week of May they counted 1 250 "
    "visitors a day, a third fewer than a year before, and the rent has not been lowered since."
)
RUSSIAN = (
    "Городской совет утвердил бюджет на следующий год. На ремонт школ выделят 48 миллионов рублей, а на новые "
    "автобусы ещё двенадцать. Против голосовали только три депутата из тридцати пяти."
)


def read(data: bytes, name: str = "file.pdf", **limits: float) -> Page:
    reading = Reading(name, Limits(**limits))  # type: ignore[arg-type]
    return read_document(Document(name=name, data=data, suffix=".pdf"), reading)


def text_page(*texts: str, x: float = 60, width: int = 90) -> PdfPage:
    page = PdfPage()
    y = 100.0
    for text in texts:
        y = page.lines(x, y, wrap(text, width)) + 10
    return page


def test_paragraphs_are_joined_and_kept_apart() -> None:
    page = read(make_pdf([text_page(HARBOUR, MARKET)]))
    assert [block.text for block in page.blocks] == [HARBOUR, MARKET]
    assert {block.page for block in page.blocks} == {1}


def test_other_scripts_are_read() -> None:
    assert read(make_pdf([text_page(RUSSIAN)])).text == RUSSIAN


@pytest.mark.parametrize("interleaved", [False, True], ids=["column by column", "line by line"])
def test_two_columns_are_read_one_after_the_other(interleaved: bool) -> None:
    page = PdfPage()
    page.text.append((60, 80, 18, "A town rebuilds its harbour"))
    page.lines(60, 120, wrap(HARBOUR + " " + MARKET, 46))
    page.lines(310, 120, wrap(MARKET + " " + HARBOUR, 46))
    if interleaved:
        page.text[1:] = sorted(page.text[1:], key=lambda item: (item[1], item[0]))
    found = read(make_pdf([page]))
    assert found.info.title == "A town rebuilds its harbour"
    assert found.text.split() == f"{HARBOUR} {MARKET} {MARKET} {HARBOUR}".split()


def test_columns_with_different_baselines_and_a_headline_across() -> None:
    page = PdfPage()
    page.lines(60, 100, wrap(HARBOUR, 46))
    page.lines(310, 105, wrap(MARKET, 46))
    page.text.append((60, 200, 16, "What the council of the town decided on Monday evening"))
    page.lines(60, 230, wrap(MARKET, 46))
    page.lines(310, 233, wrap(HARBOUR, 46))
    text = " ".join(read(make_pdf([page])).text.split())
    middle = "What the council of the town decided on Monday evening"
    assert text.split() == f"{HARBOUR} {MARKET} {middle} {MARKET} {HARBOUR}".split()


def test_three_columns() -> None:
    page = PdfPage()
    for x, text in ((40, HARBOUR), (220, MARKET), (400, HARBOUR)):
        page.lines(x, 100, wrap(text, 32))
    assert read(make_pdf([page])).text.split() == f"{HARBOUR} {MARKET} {HARBOUR}".split()


def test_hyphens_at_line_ends_are_joined_unless_their_own() -> None:
    page = PdfPage()
    page.lines(
        60,
        100,
        [
            "The long-term plan of the council was discussed for many hours by the commit-",
            "tee, whose members spoke of the costs in detail, and the long-",
            "term effects were mentioned once. Кто-то из депутатов спросил, хватит ли де-",
            "нег на всё это, но на вопрос ответили только осенью, когда стало ясно, что кто-",
            "то ошибся.",
        ],
    )
    text = read(make_pdf([page])).text
    assert "committee, whose" in text
    assert "long-term effects" in text
    assert "хватит ли денег" in text
    assert "что кто-то ошибся" in text


def test_running_heads_page_numbers_and_footnotes_are_left_out() -> None:
    pages = []
    for number in range(1, 7):
        page = text_page(HARBOUR, MARKET)
        page.text.append((60, 40, 8, "Quarterly report of the harbour office"))
        page.text.append((500, 40, 8, f"{number}"))
        page.text.append((290, 820, 8, f"Page {number} of 6"))
        page.text.append((60, 770, 7, "1 See the minutes of the council of 4 May, page 17."))
        pages.append(page)
    found = read(make_pdf(pages))
    assert "Quarterly report" not in found.text
    assert "Page" not in found.text
    assert "minutes" not in found.text
    assert found.text.split() == (f"{HARBOUR} {MARKET} " * 6).split()
    assert [block.page for block in found.blocks] == [page for page in range(1, 7) for _ in range(2)]


def test_raised_marks_of_notes_do_not_become_digits_of_a_number() -> None:
    page = PdfPage()
    page.text += [(60, 100, 10, "The pier is to cost 240 million"), (60 + 31 * 5, 96, 6, "12")]
    page.text += [(60 + 31 * 5 + 12, 100, 10, "and to cover 35 km"), (60 + 31 * 5 + 12 + 18 * 5, 96, 6, "2")]
    page.text += [(60 + 31 * 5 + 12 + 18 * 5 + 8, 100, 10, "of water.")]
    text = read(make_pdf([page])).text
    assert text == "The pier is to cost 240 million and to cover 35 km² of water."


def test_rows_of_a_table_stay_together() -> None:
    page = text_page(HARBOUR)
    for number, cells in enumerate([("Year", "Ships", "Revenue"), ("2023", "412", "1.8"), ("2024", "389", "1.6")]):
        for x, cell in zip((60, 220, 380), cells, strict=True):
            page.text.append((x, 200 + 14 * number, 10, cell))
    rows = [block.text for block in read(make_pdf([page])).blocks if block.kind is BlockKind.ROW]
    assert rows == ["Year | Ships | Revenue", "2023 | 412 | 1.8", "2024 | 389 | 1.6"]


def test_a_paragraph_goes_on_across_a_page_break() -> None:
    first, second = wrap(HARBOUR, 90)[:2], wrap(HARBOUR, 90)[2:]
    pages = [PdfPage(), PdfPage()]
    pages[0].lines(60, 100, first)
    pages[1].lines(60, 100, second)
    found = read(make_pdf(pages))
    assert found.text == HARBOUR
    assert found.blocks[0].page == 1


def test_headings_and_lists() -> None:
    page = PdfPage()
    page.text += [(60, 80, 16, "Results of the second year"), (60, 110, 10, "• 14 schools were repaired")]
    page.text += [(60, 124, 10, "• 3 bridges were closed")]
    page.lines(60, 160, wrap(MARKET, 90))
    found = read(make_pdf([page]))
    assert found.info.title == "Results of the second year"
    assert [block.kind for block in found.blocks] == [BlockKind.ITEM, BlockKind.ITEM, BlockKind.PARAGRAPH]
    assert found.blocks[0].text == "14 schools were repaired"


def test_what_the_file_says_of_itself() -> None:
    info = {"Title": "A town and its harbour", "Author": "Анна Коваль", "CreationDate": "D:20240507101500+03'00'"}
    found = read(make_pdf([text_page(HARBOUR)], info=info)).info
    assert (found.title, found.byline, found.published) == ("A town and its harbour", "Анна Коваль", "2024-05-07")


@pytest.mark.parametrize("title", ["Microsoft Word - report_final.doc", "Untitled", "chapter_2", "брошюра.indd"])
def test_titles_programs_make_up_are_not_taken(title: str) -> None:
    assert read(make_pdf([text_page(HARBOUR)], info={"Title": title})).info.title is None


def test_text_written_sideways_is_read() -> None:
    page = text_page(HARBOUR)
    page.turned = 90
    assert read(make_pdf([page])).text == HARBOUR


def test_right_to_left_text() -> None:
    lines = ["אתמול נפתח הגשר החדש בעיר", "והתושבים חגגו עד הלילה"]
    page = PdfPage()
    # As PDF has it: the signs from left to right as they are seen.
    page.lines(60, 100, [line[::-1] for line in lines])
    assert read(make_pdf([page])).text.split() == " ".join(lines).split()


def test_a_scan_is_recognised() -> None:
    with pytest.raises(ScanWithoutText) as caught:
        read(make_pdf([PdfPage(picture=True), PdfPage(picture=True)]))
    assert caught.value.params["pages"] == 2


def test_a_stamp_on_a_scan_is_no_text() -> None:
    page = PdfPage(picture=True)
    page.text.append((60, 800, 8, "Made with a trial version of some scanner program"))
    with pytest.raises(ScanWithoutText):
        read(make_pdf([page]))


def test_contents_are_no_title() -> None:
    page = PdfPage(text=[(60, 80, 18, "Contents"), (60, 110, 10, "The pier " + "." * 60 + " 7")])
    page.lines(60, 160, wrap(HARBOUR, 90))
    assert read(make_pdf([page])).info.title is None


def test_a_page_without_anything_is_empty() -> None:
    with pytest.raises(EmptySource):
        read(make_pdf([PdfPage()]))


def test_a_picture_beside_text_is_no_scan() -> None:
    page = text_page(HARBOUR)
    page.picture = True
    assert read(make_pdf([page])).text == HARBOUR


def test_a_password_is_asked_for() -> None:
    with pytest.raises(PasswordProtected):
        read(make_pdf([text_page(HARBOUR)], password="secret"))


def test_a_password_for_changes_only_does_not_matter() -> None:
    assert read(make_pdf([text_page(HARBOUR)], password="")).text == HARBOUR


@pytest.mark.parametrize("share", [0.02, 0.3, 0.7, 0.95])
def test_a_truncated_file_is_damaged(share: float) -> None:
    data = make_pdf([text_page(HARBOUR), text_page(MARKET)])
    with pytest.raises(DamagedDocument):
        read(data[: int(len(data) * share)])


def test_a_thousand_pages() -> None:
    words = f"{HARBOUR} {MARKET}".split()
    texts = [" ".join(words[start % 60 :] + words[: start % 60]) for start in range(1000)]
    found = read(make_pdf([text_page(text) for text in texts]))
    assert found.text.split() == " ".join(texts).split()
    assert {block.page for block in found.blocks} <= set(range(1, 1001))
    assert found.blocks[-1].page == 1000


def test_too_many_pages() -> None:
    with pytest.raises(TooManyPages) as caught:
        read(make_pdf([PdfPage()] * 11), max_pages=10)
    assert caught.value.params == {"pages": 11, "limit": 10}


def test_reading_can_be_stopped() -> None:
    reading = Reading("file.pdf", cancelled=lambda: True)
    with pytest.raises(Cancelled):
        read_document(Document("file.pdf", make_pdf([text_page(HARBOUR)]), ".pdf"), reading)


def test_a_dash_or_number_that_happens_to_begin_a_line_is_no_item() -> None:
    lines = [
        "The second pier of the town and its harbour costs much more than the",
        "— old one did, as many of those who have to pay for it said on May",
        "17. June was a month of high prices for wood and stone in the country.",
    ]
    page = PdfPage()
    page.lines(60, 100, lines)
    assert [block.text for block in read(make_pdf([page])).blocks] == [" ".join(lines)]


def test_a_line_that_was_ended_on_purpose() -> None:
    page = PdfPage()
    page.lines(60, 100, ["Ann Lee", "Harbour office", "12 Sea Road"])
    page.lines(60, 136, wrap(HARBOUR, 90))
    texts = [block.text for block in read(make_pdf([page])).blocks]
    assert texts == ["Ann Lee", "Harbour office", "12 Sea Road", HARBOUR]


def test_headings_in_bold_alone() -> None:
    page = PdfPage(bold=frozenset({"What it costs", "A bold sentence stays a sentence."}))
    page.text.append((60, 100, 10, "What it costs"))
    y = page.lines(60, 112, wrap(HARBOUR, 90))
    page.text.append((60, y, 10, "A bold sentence stays a sentence."))
    page.lines(60, y + 24, wrap(MARKET, 90))
    found = read(make_pdf([page]))
    assert found.info.title == "What it costs"
    assert {block.kind for block in found.blocks} == {BlockKind.PARAGRAPH}


def test_bytes_before_the_head_are_passed_over_but_an_archive_of_pdf_files_is_none() -> None:
    data = make_pdf([text_page(HARBOUR)])
    assert read(b"HTTP junk\r\n" + data).text == HARBOUR
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.pdf", data)
    with pytest.raises(UnsupportedType):
        read_document(Document("files.zip", buffer.getvalue(), ".zip"))
