"""Short ways to ask the checker."""

from __future__ import annotations

from collections.abc import Iterable

from desktop_app.article import Article, Section
from desktop_app.grounding import Claim, ClaimKind, Grounding, Problem, check
from desktop_app.grounding.alignment import align
from desktop_app.grounding.comparison import Comparison
from desktop_app.grounding.source import Piece, Source, take_apart
from desktop_app.grounding.words import Token


def article(body: str, lang: str, title: str | None = None, published: str | None = None) -> Article:
    return Article(source="-", body=body, title=title, lang=lang, published=published)


def ground(summary: str, body: str, lang: str, *, into: str | None = None, title: str | None = None) -> Grounding:
    return check(summary, article(body, lang, title), summary_lang=into or lang)


def flagged(summary: str, body: str, lang: str, *, into: str | None = None) -> list[Problem | None]:
    return [claim.problem for claim in ground(summary, body, lang, into=into).flags]


def only(grounding: Grounding, kind: ClaimKind) -> Claim:
    claims = [claim for claim in grounding.claims if claim.kind is kind]
    assert len(claims) == 1, claims
    return claims[0]


def sentence(text: str, lang: str) -> Piece:
    """The first sentence of a text, taken apart."""
    return take_apart(text, lang, Section.BODY)[0]


def word(piece: Piece, text: str) -> Token:
    """The first token of a sentence that is written so."""
    return next(token for token in piece.tokens if token.text == text)


def words(tokens: Iterable[Token]) -> str:
    """The texts of some tokens."""
    return " ".join(token.text for token in tokens)


def beside(
    summary: str, body: str, lang: str, *, title: str | None = None, published: str | None = None, before: str = ""
) -> Comparison:
    """The first sentence of a summary beside its article; with ``before``, a sentence put before it."""
    source = Source(article(body, lang, title, published))
    text = f"{before}\n\n{summary}" if before else summary
    pieces = take_apart(text, lang, Section.BODY, capitals=source.capitals, lower=source.lower)
    piece = pieces[1 if before else 0]
    return Comparison(text, lang, source, piece, align(source, piece.content), False)
