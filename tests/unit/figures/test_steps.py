"""The steps before a figure, each by a table of its own (``steps/*.toml``): dates, numbers, quantities, words."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.unit.figures import lines


def table(name: str) -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "steps" / f"{name}.toml").read_text("utf-8"))


def listed(name: str) -> list[tuple[str, str]]:
    return [(lang, text) for lang, texts in table(name).items() for text in texts]


def keyed(name: str) -> list[tuple[str, str, list[str]]]:
    return [(lang, text, found) for lang, rows in table(name).items() for text, found in rows.items()]


@pytest.mark.parametrize(("lang", "marked"), listed("dates"))
def test_dates_times_and_addresses_are_marked(lang: str, marked: str) -> None:
    assert lines.dates(marked.replace("[", "").replace("]", ""), lang) == marked


@pytest.mark.parametrize(("lang", "text", "found"), keyed("numbers"))
def test_numbers_of_a_text(lang: str, text: str, found: list[str]) -> None:
    assert lines.numbers(text, lang) == found


@pytest.mark.parametrize(("lang", "text", "found"), keyed("read"))
def test_quantities_of_a_sentence_and_which_are_no_figures(lang: str, text: str, found: list[str]) -> None:
    assert lines.read(text, lang) == found


@pytest.mark.parametrize(("lang", "words"), listed("tagged"))
def test_parts_of_speech(lang: str, words: str) -> None:
    plain = " ".join(word.rsplit("/", 1)[0] for word in words.split(" "))
    assert lines.tagged(plain, lang) == words


@pytest.mark.parametrize("step", [lines.dates, lines.numbers, lines.read])
def test_a_text_cut_anywhere_is_read_without_an_error(step: Callable[[str, str], object]) -> None:
    """Wherever a text ends or begins, no step looks past its last token or before its first."""
    marked = [(lang, text.replace("[", "").replace("]", "")) for lang, text in listed("dates")]
    for lang, text in [*marked, *((lang, text) for name in ("read", "numbers") for lang, text, _ in keyed(name))]:
        for cut in range(1, len(text)):
            if text[cut].isalnum() != text[cut - 1].isalnum():
                step(text[:cut], lang)
                step(text[cut:], lang)


PHRASES = [
    (name, lang, text, found)
    for name, languages in table("phrases").items()
    for lang, rows in languages.items()
    for text, found in rows.items()
]


@pytest.mark.parametrize(("name", "lang", "text", "found"), PHRASES)
def test_phrases_around_a_place(name: str, lang: str, text: str, found: str) -> None:
    assert getattr(lines, name)(text, lang) == found


@pytest.mark.parametrize("article", table("articles")["article"], ids=lambda article: str(article["text"][:20]))
def test_figures_of_an_article_in_order(article: dict[str, Any]) -> None:
    assert lines.ranked(article["text"], article["lang"]) == article["figures"]
