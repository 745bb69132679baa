"""What the reader pane marks: the sentences something rests on, and the values in them."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.article import Figure, Span
from desktop_app.grounding.report import Claim, Place, Sentence, State


@dataclass(frozen=True, slots=True)
class Evidence:
    """Stretches of the article, best first; both may be empty."""

    sentences: tuple[Place, ...] = ()
    values: tuple[Place, ...] = ()


def of_figure(figure: Figure) -> Evidence:
    """The sentence of ``figure`` and its value."""
    sentence = (Place(figure.section, figure.sentence),) if figure.sentence.end > figure.sentence.start else ()
    return Evidence(sentence, (Place(figure.section, Span(figure.start, figure.end)),))


def of_sentence(sentence: Sentence) -> Evidence:
    """The sentences of the article that a ``sentence`` of the summary rests on."""
    return Evidence(sentence.sources)


def of_claim(claim: Claim, sentence: Sentence) -> Evidence:
    """Where the article has ``claim``, all operands of what was worked out, or what it has instead.

    A claim without a place leads to what its ``sentence`` rests on.
    """
    values = claim.places if claim.state is State.DERIVABLE else claim.places[:1]
    if not values:
        return of_sentence(sentence)
    around = tuple(source for source in sentence.sources if _holds(source, values[0]))
    return Evidence(around[:1], values)


def _holds(outer: Place, inner: Place) -> bool:
    same = outer.section is inner.section
    return same and outer.span.start <= inner.span.start and inner.span.end <= outer.span.end
