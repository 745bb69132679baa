"""The most telling sentences of an article, to be shown as quotations where no summary can be trusted.

A linear mix of place, likeness to the headline, figures and closeness to the centroid of the text, as in MEAD (Radev et
al. 2004, "Centroid-based summarization of multiple documents"), with redundant sentences passed over (Carbonell &
Goldstein 1998). Linear in the length of the text.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from desktop_app.article import Article, Figure, Section, Span
from desktop_app.grounding.lexicon import lexicon
from desktop_app.grounding.source import Piece, Source, source_of

_FEWEST_WORDS = 7
_MOST_WORDS = 45
_PLACE, _TITLE, _FIGURES, _CENTRE = 1.0, 0.8, 0.5, 1.0
#: Share of a sentence's words that another chosen one may already have.
_REPEATED = 0.66
_OPENERS = {"«": "»", "“": "”", "(": ")", "[": "]"}


def salient_quotes(article: Article | Source, figures: Sequence[Figure], n: int) -> tuple[Span, ...]:
    """Spans in the body of at most ``n`` sentences, in the order of the text.

    ``figures`` are the article's, most important first. Sentences that lean on one before them (он, this, but), have an
    unbalanced quotation, or are shorter than 7 or longer than 45 words are passed over; there may be none left.
    """
    source = article if isinstance(article, Source) else source_of(article)
    body = source.pieces[: source.body_count]
    usable = [piece for piece in body if _quotable(piece, source)]
    if n <= 0 or not usable:
        return ()
    scores = _scores(usable, source, figures)
    chosen: list[Piece] = []
    for piece in sorted(usable, key=lambda piece: (-scores[piece.number], piece.number)):
        if not any(_repeats(piece, other) for other in chosen):
            chosen.append(piece)
        if len(chosen) == n:
            break
    return tuple(piece.place.span for piece in sorted(chosen, key=lambda piece: piece.number))


def _quotable(piece: Piece, source: Source) -> bool:
    text = source.article.body[piece.place.span.start : piece.place.span.end]
    words = sum(token.kind == "word" for token in piece.tokens)
    if not _FEWEST_WORDS <= words <= _MOST_WORDS or text[-1] not in '.!…。»”"':
        return False
    first = next(token for token in piece.tokens if token.kind == "word")
    if first.low in lexicon(source.lang).orphans or text.count('"') % 2:
        return False
    return all(text.count(opening) == text.count(closing) for opening, closing in _OPENERS.items())


def _scores(pieces: Sequence[Piece], source: Source, figures: Sequence[Figure]) -> dict[int, float]:
    centroid: defaultdict[str, float] = defaultdict(float)
    vectors: dict[int, dict[str, float]] = {}
    for piece in pieces:
        vector = {token.low: source.rarity(token) for token in piece.content}
        for key in {lemma for token in piece.content for lemma in token.word.keys if not lemma.startswith(("=", "~"))}:
            vector.setdefault(key, 1.0)
        vectors[piece.number] = vector
        for key, weight in vector.items():
            centroid[key] += weight
    title = {key for piece in source.pieces[source.body_count :] for token in piece.content for key in token.word.keys}
    importance = {
        figure.start: 1.0 / (1 + rank) for rank, figure in enumerate(figures) if figure.section is Section.BODY
    }
    length = math.sqrt(math.fsum(weight * weight for weight in centroid.values()))
    centre = {number: _cosine(vector, centroid, length) for number, vector in vectors.items()}
    highest = max(centre.values()) or 1.0
    scores: dict[int, float] = {}
    for piece in pieces:
        content = piece.content
        in_title = sum(not title.isdisjoint(token.word.keys) for token in content) / max(1, len(content))
        span = piece.place.span
        figure = math.fsum(weight for start, weight in importance.items() if span.start <= start < span.end)
        scores[piece.number] = (
            _PLACE / math.sqrt(1 + piece.number)
            + _TITLE * in_title
            + _FIGURES * min(1.0, figure)
            + _CENTRE * centre[piece.number] / highest
        )
    return scores


def _cosine(one: dict[str, float], other: Mapping[str, float], length: float) -> float:
    product = math.fsum(weight * other[key] for key, weight in one.items())
    mine = math.sqrt(math.fsum(weight * weight for weight in one.values()))
    return product / (mine * length) if mine and length else 0.0


def _repeats(piece: Piece, other: Piece) -> bool:
    content = piece.content
    return bool(content) and sum(any(t.same(o) for o in other.content) for t in content) > _REPEATED * len(content)
