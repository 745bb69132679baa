"""E-mails and saved web pages: the message without its thread, the better of two parts, the page of an archive."""

from __future__ import annotations

from email.headerregistry import Address
from email.message import EmailMessage

import pytest

from desktop_app.errors import DamagedDocument, EmptySource
from desktop_app.sources.document import Document
from desktop_app.sources.formats import read_document
from desktop_app.sources.source import Page, PageFormat

HEAD = (
    "From: Ann Lee <ann@example.org>\nTo: bo@example.org\nSubject: Re: Fwd: The pier\n"
    "Date: Tue, 7 May 2024 10:15:00 +0300\n"
)


def read(data: bytes | str, suffix: str = ".eml") -> Page:
    return read_document(
        Document(name="letter" + suffix, data=data.encode() if isinstance(data, str) else data, suffix=suffix)
    )


def plain(body: str, head: str = HEAD) -> list[str]:
    return [block.text for block in read(f"{head}Content-Type: text/plain; charset=utf-8\n\n{body}").blocks]


def test_what_the_head_says() -> None:
    info = read(HEAD + "\nThe pier costs 240 million.\n").info
    assert (info.title, info.byline, info.published) == ("The pier", "Ann Lee", "2024-05-07T10:15:00+03:00")


def test_encoded_heads() -> None:
    message = EmailMessage()
    message["From"] = Address("Коваль, Анна", addr_spec="anna@example.org")
    message["Subject"] = "Отв: Причал"
    message.set_content("Причал стоит 240 млн.", charset="koi8-r", cte="base64")
    page = read(message.as_bytes())
    assert page.info.title == "Причал"
    assert page.info.byline == "Коваль, Анна"
    assert page.text == "Причал стоит 240 млн."


@pytest.mark.parametrize(
    "thread",
    [
        "On Mon, 6 May 2024 at 09:00, Bo Ek <bo@example.org> wrote:\n> How much?\n> Tell me.\n",
        "On Mon, 6 May 2024 at 09:00, Bo Ek\n<bo@example.org> wrote:\n\n> How much?\n",
        "6 мая 2024 г., 09:00, Бо Эк <bo@example.org> написал(а):\n\n> Сколько?\n",
        "пн, 6 трав. 2024 р. о 09:00 Бо Ек <bo@example.org> пише:\n> Скільки?\n",
        "Am 06.05.2024 um 09:00 schrieb Bo Ek:\n> Wie viel?\n",
        "-----Original Message-----\nFrom: Bo Ek\nSent: Monday\nTo: Ann\nSubject: The pier\n\nHow much?\n",
        "-------- Исходное сообщение --------\nОт: Бо Эк\nКому: Анна\nТема: Причал\n\nСколько?\n",
        "From: Bo Ek <bo@example.org>\nSent: Monday, May 6, 2024 9:00\nTo: Ann Lee\nSubject: The pier\n\nHow much?\n",
        "Від: Бо Ек\nНадіслано: понеділок\nКому: Анна\nТема: Причал\n\nСкільки?\n",
        "-- \nAnn Lee\nHarbour office\n",
        "Sent from my iPhone\n",
        "Отправлено с iPhone\n",
    ],
)
def test_the_thread_and_the_signature_are_left_out(thread: str) -> None:
    assert plain(f"The pier costs 240 million.\n\nIt opens in May.\n\n{thread}") == [
        "The pier costs 240 million.",
        "It opens in May.",
    ]


def test_answers_below_what_they_answer() -> None:
    body = "On 6 May 2024, Bo wrote:\n> How much?\n\n240 million.\n\n> When?\n\nIn May.\n"
    assert plain(body) == ["240 million.", "In May."]


def test_words_that_only_look_like_a_thread_stay() -> None:
    body = "He wrote:\n\nFrom: the town hall it takes ten minutes.\n\nWe said 5 May.\n"
    assert plain(body) == ["He wrote:", "From: the town hall it takes ten minutes.", "We said 5 May."]


def test_a_message_forwarded_without_a_word() -> None:
    body = (
        "---------- Forwarded message ---------\nFrom: Bo Ek <bo@example.org>\nDate: Mon, 6 May 2024\n"
        "Subject: The pier\nTo: Ann\n\nThe pier costs 240 million.\n"
    )
    assert plain(body) == ["The pier costs 240 million."]


def test_lines_broken_by_the_program_are_joined_and_lists_kept() -> None:
    body = (
        "The harbour of the town was closed for eleven weeks after the storm,\n"
        "and the owners of the small ferries lost most of what they earn in a\nsummer.\n\n"
        "We need\n- wood\n- stone\n"
    )
    found = read(f"{HEAD}\n{body}").blocks
    assert [(str(block.kind), block.text) for block in found] == [
        (
            "paragraph",
            "The harbour of the town was closed for eleven weeks after the storm, and the owners of the small ferries "
            "lost most of what they earn in a summer.",
        ),
        ("paragraph", "We need"),
        ("item", "wood"),
        ("item", "stone"),
    ]


def test_html_without_quotes_where_the_plain_part_says_nothing() -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "ann@example.org", "The pier"
    message.set_content("Your program cannot show this message.")
    message.add_alternative(
        "<html><head><style>p{}</style></head><body><h2>Costs</h2><table><tr><td><p>The pier costs 240 million, "
        "said the harbour office on Monday.</p><p>It opens in May.</p></td></tr></table>"
        "<div class='gmail_quote'>On 6 May 2024 Bo wrote:<blockquote type='cite'>How much?</blockquote></div>"
        "<div class='gmail_signature'>Ann</div></body></html>",
        subtype="html",
    )
    assert [(str(block.kind), block.text) for block in read(message.as_bytes()).blocks] == [
        ("heading", "Costs"),
        ("paragraph", "The pier costs 240 million, said the harbour office on Monday."),
        ("paragraph", "It opens in May."),
    ]


def test_the_plain_part_is_preferred_where_it_says_the_same() -> None:
    message = EmailMessage()
    message["From"] = "ann@example.org"
    message.set_content("The pier costs 240 million.")
    message.add_alternative("<p>The <b>pier</b> costs 240 million.</p>", subtype="html")
    message.add_attachment("not read", filename="notes.txt")
    assert read(message.as_bytes()).text == "The pier costs 240 million."


def test_a_message_attached_to_an_empty_one() -> None:
    inner = EmailMessage()
    inner["Subject"] = "Inner"
    inner.set_content("The pier costs 240 million.")
    outer = EmailMessage()
    outer["From"], outer["Subject"] = "ann@example.org", "Outer"
    outer.set_content(inner)
    assert read(outer.as_bytes()).text == "The pier costs 240 million."


def test_under_another_name() -> None:
    head = f"Received: from a by b\nMessage-ID: <1@example.org>\nMIME-Version: 1.0\n{HEAD}"
    assert read(f"{head}\nThe pier.\n", ".txt").info.title == "The pier"


def test_a_letter_without_text() -> None:
    with pytest.raises(EmptySource):
        read(HEAD + "\n\n")


MHTML = (
    "From: <Saved by Blink>\nSnapshot-Content-Location: https://example.org/pier\nSubject: The pier\n"
    'MIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="b"\n\n'
    "--b\nContent-Type: text/html\n"
    "Content-Transfer-Encoding: quoted-printable\nContent-Location: https://example.org/pier\n\n"
    '<html><head><meta charset=3D"utf-8"></head><body><p>=D0=9F=D1=80=D0=B8=D1=87=D0=B0=D0=BB</p></body></html>\n'
    "--b\nContent-Type: text/html\nContent-Location: cid:frame\n\n<p>advert</p>\n--b--\n"
)


@pytest.mark.parametrize("suffix", [".mhtml", ".mht", ".eml"])
def test_a_saved_page_goes_the_way_of_pages(suffix: str) -> None:
    page = read(MHTML, suffix)
    assert page.format is PageFormat.HTML
    assert page.url == "https://example.org/pier"
    assert "<p>Причал</p>" in page.text
    assert "advert" not in page.text


def test_a_saved_page_without_a_page() -> None:
    with pytest.raises(DamagedDocument):
        read("MIME-Version: 1.0\nContent-Type: image/png\n\nabc", ".mht")
