from __future__ import annotations

import pytest

from desktop_app.figures import find_in_article
from desktop_app.grounding import salient_quotes
from tests.unit.grounding.helpers import article

BODY = (
    "The port of Lorrimer will close for 14 months while its sea wall is rebuilt. "
    "It was damaged by a storm in January. "
    "The rebuilding of the sea wall will cost £85 million, the port authority said. "
    "Weather was fine. "
    "Fishermen fear that the closure of the port of Lorrimer will ruin their trade. "
    "He said nothing about the matter when reporters asked him on the quay today."
)
ARTICLE = article(BODY, "en", title="Port of Lorrimer to close for sea wall work")


def _texts(n: int) -> list[str]:
    return [BODY[span.start : span.end] for span in salient_quotes(ARTICLE, find_in_article(ARTICLE), n)]


def test_the_lead_and_the_costs_come_first() -> None:
    assert _texts(2) == [
        "The port of Lorrimer will close for 14 months while its sea wall is rebuilt.",
        "The rebuilding of the sea wall will cost £85 million, the port authority said.",
    ]


def test_sentences_that_lean_on_others_or_are_too_short_are_never_quoted() -> None:
    assert len(_texts(10)) == 3


def test_nothing_to_quote() -> None:
    assert salient_quotes(article("", "en"), (), 3) == ()
    assert salient_quotes(article("He left.", "en"), (), 3) == ()
    assert salient_quotes(ARTICLE, (), 0) == ()


def _quoted(body: str, n: int = 9, lang: str = "en", title: str | None = None) -> list[str]:
    one = article(body, lang, title=title)
    return [body[span.start : span.end] for span in salient_quotes(one, find_in_article(one), n)]


SEVEN = "Old mills of Tarn burnt down yesterday."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SEVEN, True),
        ("Old mills of Tarn burnt down.", False),
        ("Old mills " + "and mills " * 21 + "burnt.", True),
        ("Old mills " + "and mills " * 21 + "burnt there.", False),
        ("Old mills of Tarn burnt down yesterday!", True),
        ("Old mills of Tarn burnt down yesterday", False),
        ("Old mills of Tarn burnt down yesterday?", False),
        ("They saw mills of Tarn burn down.", False),
        ('Old "mills of Tarn burnt down yesterday.', False),
        ('Old "mills" of Tarn burnt down yesterday.', True),
        ("Old (mills of Tarn burnt down yesterday.", False),
        ("Old (mills) of Tarn burnt down yesterday.", True),
        ("Old mills] of Tarn burnt down yesterday.", False),
    ],
)
def test_what_may_be_quoted(text: str, expected: bool) -> None:
    assert bool(_quoted(text)) is expected


def test_a_repetition_is_passed_over() -> None:
    assert _quoted(f"{SEVEN} {SEVEN}") == [SEVEN]
    two_thirds = "Old mills of Tarn burnt down, said farmers nearby."
    assert _quoted(f"{SEVEN} {two_thirds}") == [SEVEN]


def test_the_headline_figures_and_the_lead_decide() -> None:
    body = (
        "Farmers of the whole valley gathered at noon. The bakers of Lund baked bread for everyone. "
        "The repairs of the dam cost £85 million so far. The rain of spring fell on every roof."
    )
    assert _quoted(body, 1) == ["The repairs of the dam cost £85 million so far."]
    assert _quoted(body, 2) == [
        "Farmers of the whole valley gathered at noon.",
        "The repairs of the dam cost £85 million so far.",
    ]
    assert _quoted(body, 2, title="Bakers of Lund bake bread") == [
        "The bakers of Lund baked bread for everyone.",
        "The repairs of the dam cost £85 million so far.",
    ]
