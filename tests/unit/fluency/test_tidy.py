"""What can be mended safely is mended, and nothing else is touched."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.fluency import Limit, tidy


@pytest.mark.parametrize(
    ("raw", "lang", "mended"),
    [
        ("Вот краткий перевод статьи:\n\nЗавод остановили.", "ru", "Завод остановили."),
        ("Here is a summary of the article in English:  The plant stopped.", "en", "The plant stopped."),
        ("**Zusammenfassung:** Das Werk steht still.", "de", "Das Werk steht still."),
        ("Summary: the plant stopped.", "en", "The plant stopped."),
        ("«Завод остановили из-за пожара.»", "ru", "Завод остановили из-за пожара."),
        ("Завод  остановили ,  сообщил директор .", "ru", "Завод остановили, сообщил директор."),
        ("Завод «Липки остановили.", "ru", "Завод Липки остановили."),
        ("- The plant stopped.", "en", "The plant stopped."),
        ("The article discusses how the plant was stopped by a fire.", "en", "The plant was stopped by a fire."),
        ("Статья рассказывает о том, что завод остановили из-за пожара.", "ru", "Завод остановили из-за пожара."),
        ("Стаття розповідає, що завод зупинили через пожежу.", "uk", "Завод зупинили через пожежу."),
        (
            "Der Artikel beschreibt, dass das Werk still steht.",
            "de",
            "Der Artikel beschreibt, dass das Werk still steht.",
        ),
        ("The plant stopped", "en", "The plant stopped."),
        ("The plant stopped. The plant stopped.", "en", "The plant stopped."),
        ("Дoзы перевезли.", "ru", "Дозы перевезли."),
    ],
)
def test_mending(raw: str, lang: str, mended: str) -> None:
    assert tidy(raw, lang=lang) == mended


@pytest.mark.parametrize(
    "good",
    [
        "Завод «Липки» остановили: «Пожар потушен», — сообщил директор.",
        "The plant (built in 1974) stopped; U.S. buyers wait.",
        "Вакцина Pfizer не пострадала.",
        "Вот уже три дня завод стоит: дозы перевезли.",
    ],
)
def test_good_text_is_left_alone(good: str) -> None:
    assert tidy(good, lang="ru" if good[0] > "z" else "en", source=good) == good


def test_a_broken_end_is_dropped() -> None:
    assert tidy("The plant stopped. The doses were mo", lang="en", complete=False) == "The plant stopped."
    assert tidy("The plant stopped on Wednes", lang="en", complete=False) == "The plant stopped on Wednes"


def test_over_length_is_cut_at_sentences() -> None:
    text = "The plant stopped. The doses moved. The town sleeps."
    assert tidy(text, lang="en", limit=Limit(2, 40)) == "The plant stopped. The doses moved."
    assert tidy(text, lang="en", limit=Limit(3, 6)) == "The plant stopped. The doses moved."
    assert tidy(text, lang="en", limit=Limit(3, 1)) == "The plant stopped."


def test_a_preamble_of_the_article_itself_stays() -> None:
    source = "Резюме: завод стоит. Дозы вывезли."
    assert tidy("Резюме: завод стоит.", lang="ru", source=source) == "Резюме: завод стоит."


def test_paragraphs_stay_where_asked() -> None:
    assert tidy("One stopped.\n\nTwo went on.", lang="en", keep_lines=True) == "One stopped.\n\nTwo went on."
    assert tidy("One stopped.\n\nTwo went on.", lang="en") == "One stopped. Two went on."


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(alphabet='abc Абв.!?«»"():\n*#-', max_size=120))
def test_any_text_comes_out_tidy(text: str) -> None:
    mended = tidy(text, lang="en", limit=Limit(2, 40))
    assert mended == mended.strip()
    assert "  " not in mended
    assert "\n" not in mended
    assert len(mended) <= len(text) + 1


@pytest.mark.parametrize(
    ("lang", "draft", "left"),
    [
        ("ru", "Напомним, что завод в Липках остановили в среду.", "Завод в Липках остановили в среду."),
        ("uk", "Нагадаємо, що завод у Липках зупинили в середу.", "Завод у Липках зупинили в середу."),
        ("en", "It should be noted that the plant was stopped on Wednesday.", "The plant was stopped on Wednesday."),
        ("ru", "Известно, чем завод известен жителям Липок.", "Известно, чем завод известен жителям Липок."),
    ],
)
def test_an_opening_that_says_nothing_goes(lang: str, draft: str, left: str) -> None:
    assert tidy(draft, lang=lang) == left
