from __future__ import annotations

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
