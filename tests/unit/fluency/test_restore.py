"""Words of the model's own become the article's where it is plain which were meant."""

from __future__ import annotations

import pytest

from desktop_app.article import Article
from desktop_app.fluency import own_words, restore


@pytest.mark.parametrize(
    ("lang", "body", "summary", "expected"),
    [
        ("uk", "Тарнія схвалила другу вакцину.", "Тарнія виконала другу вакцину.", "Тарнія схвалила другу вакцину."),
        (
            "fr",
            "Il a claqué son héritage à Saltholm.",
            "Le fils a cliqué tout son argent.",
            "Le fils a claqué tout son argent.",
        ),
        # Neither the same neighbours on both sides nor one letter apart.
        ("en", "The court counted the ships.", "The mayor painted the ships.", "The mayor painted the ships."),
        # The article has two words in that place.
        (
            "en",
            "Larkwood bought a plant. Larkwood closed a plant.",
            "Larkwood praised a plant.",
            "Larkwood praised a plant.",
        ),
    ],
)
def test_words_are_restored(lang: str, body: str, summary: str, expected: str) -> None:
    article = Article(source="-", lang=lang, body=body)
    assert restore(summary, article, own_words(summary, article, lang)) == expected


def test_nothing_of_its_own_nothing_changed() -> None:
    article = Article(source="-", lang="en", body="The ferry stops.")
    assert restore("The boat stops.", article, ()) == "The boat stops."
