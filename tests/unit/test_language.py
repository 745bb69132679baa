"""Detection and names of languages."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app import language
from desktop_app.language import detect, english_name, native_name, primary, right_to_left


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The town council opened a new library on Monday, and three hundred people came on the first day."),
        ("ru", "Городской совет открыл новую библиотеку, и в первый же день туда пришли триста человек."),
        ("uk", "Міська рада відкрила нову бібліотеку, і першого ж дня туди прийшли триста людей."),
        ("bg", "Общинският съвет откри нова библиотека и още през първия ден там дойдоха триста души."),
        ("be", "Гарадскі савет адкрыў новую бібліятэку, і ў першы ж дзень туды прыйшлі трыста чалавек."),
        ("sr", "Градско веће је отворило нову библиотеку и првог дана је дошло триста људи."),
        ("de", "Der Stadtrat hat am Montag eine neue Bücherei eröffnet, und dreihundert Leute kamen."),
        ("fr", "La mairie a ouvert lundi une nouvelle bibliothèque, et trois cents personnes sont venues."),
        ("pl", "Rada miasta otworzyła w poniedziałek nową bibliotekę i przyszło trzysta osób."),
        ("zh", "市议会周一开设了一座新图书馆，第一天就有三百人前来。"),
        ("ja", "市議会は月曜日に新しい図書館を開き、初日には三百人が訪れました。"),
        ("ar", "افتتح مجلس المدينة مكتبة جديدة يوم الاثنين وحضر ثلاثمائة شخص في اليوم الأول."),
    ],
)
def test_detect(code: str, text: str) -> None:
    found, confidence = detect(text)
    assert found == code
    assert 0.5 < confidence <= 1.0


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("uk", "Уряд виділив 5 млрд грн на дороги"),
        ("ru", "Правительство выделило 5 млрд на дороги"),
        ("uk", "Сибіга заявив, що Україна чекає відповіді"),
        ("ru", "Сибига заявил, что Украина ждёт ответа"),
    ],
)
def test_headlines(code: str, text: str) -> None:
    assert detect(text)[0] == code


@pytest.mark.parametrize("text", ["", "12 345", "ok", "— — —", "https://example.com/articles/long-address"])
def test_too_little(text: str) -> None:
    assert detect(text) == ("und", 0.0)


def test_a_foreign_quotation_at_the_start_does_not_decide() -> None:
    quotation = "To be, or not to be, that is the question. " * 3
    text = quotation + "Так начинается монолог, который знает каждый школьник, даже не читавший пьесы. " * 30
    assert detect(text)[0] == "ru"


def test_nothing_is_fetched_or_written(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was used")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    language._detector.cache_clear()
    assert detect("A sentence that is plainly written in the English language.")[0] == "en"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("en-US", "en"),
        ("zh_Hant", "zh"),
        ("UK", "uk"),
        ("iw", "he"),
        ("no", "nb"),
        ("", "und"),
        (None, "und"),
        ("x!", "und"),
    ],
)
def test_primary(tag: str | None, code: str) -> None:
    assert primary(tag) == code


@pytest.mark.parametrize(
    ("code", "english", "native"),
    [
        ("uk", "Ukrainian", "українська"),
        ("ru", "Russian", "русский"),
        ("de", "German", "Deutsch"),
        ("qqq", "qqq", "qqq"),
    ],
)
def test_names(code: str, english: str, native: str) -> None:
    assert english_name(code) == english
    assert native_name(code) == native


def test_direction() -> None:
    assert [code for code in ("ar", "he", "fa", "ur", "en", "uk", "ja", "und") if right_to_left(code)] == [
        "ar",
        "he",
        "fa",
        "ur",
    ]


@given(st.text(max_size=300))
def test_any_text_has_an_answer(text: str) -> None:
    code, confidence = detect(text)
    assert code
    assert 0.0 <= confidence <= 1.0
