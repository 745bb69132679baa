"""Key figures as the terminal lists them."""

from __future__ import annotations

import pytest

from desktop_app.article import Article
from desktop_app.cli.digest import head_lines
from desktop_app.cli.figures import value_words
from desktop_app.figures import find_in_article

BODY = "The second mill is to cost at most $25 million. Rents fell by 12%. About 300 people took part."


def found_in(text: str, lang: str) -> Article:
    return Article(source="-", body=text, title="The mill", lang=lang)


def test_values_come_with_their_bounds_and_movements() -> None:
    words = [value_words(figure, "en") for figure in find_in_article(found_in(BODY, "en"))]
    assert set(words) >= {"at most $25 million", "fell by 12%", "about 300"}


def test_the_words_are_those_of_the_reader() -> None:
    article = found_in("Вторая мельница обойдётся не дороже 25 млн рублей.", "ru")
    (figure,) = find_in_article(article)
    assert value_words(figure, "ru") == "не более 25 млн рублей"
    assert value_words(figure, "uk") == "щонайбільше 25 млн рублей"


@pytest.mark.parametrize(
    ("lang", "heading"), [("en", "Key figures:"), ("ru", "Главные цифры:"), ("uk", "Головні цифри:")]
)
def test_the_list_is_headed_and_even(monkeypatch: pytest.MonkeyPatch, lang: str, heading: str) -> None:
    monkeypatch.setattr("desktop_app.cli.digest.system_language", lambda: lang)
    article = found_in(BODY, "en")
    lines = list(head_lines(article, find_in_article(article)))
    listed = lines[lines.index(heading) + 1 :]
    assert len(listed) == 3
    ends = {
        line.index(figure.text) + len(figure.text)
        for line, figure in zip(listed, find_in_article(article), strict=True)
    }
    assert len(ends) == 1, "values end in one column"
