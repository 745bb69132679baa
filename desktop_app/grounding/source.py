"""A text taken apart once, and an article as the checker looks things up in it."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop_app.article import Article, Figure, Section, Span
from desktop_app.grounding.names import Name, find_names, inside_capitals, stems
from desktop_app.grounding.polarity import Denials, denials
from desktop_app.grounding.quantities import Date, Quantity, find_quantities
from desktop_app.grounding.report import Place
from desktop_app.grounding.words import Token, caseless, tokenise
from desktop_app.sentences import sentences

if TYPE_CHECKING:
    from desktop_app.grounding.predicates import Predicate


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence with everything found in it; ``number`` counts the pieces of its article or summary."""

    number: int
    place: Place
    tokens: tuple[Token, ...]
    names: tuple[Name, ...]
    quantities: tuple[Quantity, ...]
    dates: tuple[Date, ...]
    denied: Denials
    #: Indices of the tokens that belong to a name, quantity or date.
    entities: frozenset[int]
    #: Indices of the tokens that belong to a quantity.
    numbers: frozenset[int]

    @property
    def base(self) -> int:
        """Index of the first token."""
        return self.tokens[0].index if self.tokens else 0

    def token(self, index: int) -> Token:
        """The token of an index."""
        return self.tokens[index - self.base]

    @property
    def content(self) -> tuple[Token, ...]:
        """The words that carry meaning, names included."""
        return tuple(token for token in self.tokens if token.kind == "word" and token.content)


def take_apart(
    text: str,
    lang: str,
    section: Section,
    *,
    first_number: int = 0,
    capitals: frozenset[str] | None = None,
    lower: frozenset[str] = frozenset(),
    figures: Sequence[Figure] | None = None,
) -> tuple[Piece, ...]:
    """The pieces of a text. ``capitals`` and ``lower`` are words known from elsewhere to be (no) names."""
    tokens = tokenise(text, lang)
    quantities, dates = find_quantities(text, lang, tokens, figures)
    spans = sentences(text, lang)
    rows: list[list[Token]] = [[] for _ in spans]
    starts = [span.start for span in spans]
    for token in tokens:
        row = bisect_right(starts, token.start) - 1
        if row >= 0:
            rows[row].append(token)
    evidence = inside_capitals(rows) | (capitals or frozenset())
    seen = lower | frozenset(token.low for token in tokens if token.kind == "word" and not token.capital)
    nameless = caseless(text)
    by_row: dict[int, list[Quantity]] = defaultdict(list)
    for quantity in quantities:
        row = bisect_right(starts, quantity.start) - 1
        last = rows[row][-1]
        if quantity.last > last.index:  # "24 Mio. Euro", parted at the full stop
            quantity = replace(quantity, last=last.index, end=last.end)  # noqa: PLW2901
        by_row[row].append(quantity)
    dates_by_row: dict[int, list[Date]] = defaultdict(list)
    for date in dates:
        row = bisect_right(starts, date.start) - 1
        last = rows[row][-1]
        if date.last > last.index:
            date = replace(date, last=last.index, end=last.end)  # noqa: PLW2901
        dates_by_row[row].append(date)
    pieces = []
    for row, (span, own) in enumerate(zip(spans, rows, strict=True)):
        in_dates = {index for date in dates_by_row[row] for index in range(date.first, date.last + 1)}
        names = () if nameless else find_names(own, lang, evidence, seen)
        numbers = frozenset(index for q in by_row[row] for index in range(q.first, q.last + 1))
        taken = in_dates | numbers
        names = tuple(name for found in names if (name := _without(found, taken)) is not None)
        entities = in_dates | numbers
        entities |= {token.index for name in names for token in name.tokens}
        pieces.append(
            Piece(
                first_number + row,
                Place(section, span),
                tuple(own),
                names,
                tuple(by_row[row]),
                tuple(dates_by_row[row]),
                denials(own, lang),
                frozenset(entities),
                numbers,
            )
        )
    return tuple(pieces)


def _without(name: Name, taken: frozenset[int] | set[int]) -> Name | None:
    """A name without the numbers and dates at its head (Fifteen-year-old Mia Torv); ``None`` if others are in it."""
    tokens = name.tokens
    while tokens and tokens[0].index in taken:
        tokens = tokens[1:]
    if not any(token.capital for token in tokens) or any(token.index in taken for token in tokens):
        return None
    return name if len(tokens) == len(name.tokens) else Name(tokens, True)


class Source:
    """An article ready for look-ups. Building it costs more than a check: keep it for all candidates of an article."""

    def __init__(self, article: Article, figures: Iterable[Figure] = ()) -> None:
        self.article = article
        self.lang = article.lang
        body_figures = [figure for figure in figures if figure.section is Section.BODY]
        title = article.title or ""
        body_tokens = tokenise(article.body, self.lang)
        lower = frozenset(token.low for token in body_tokens if token.kind == "word" and not token.capital)
        body = take_apart(
            article.body,
            self.lang,
            Section.BODY,
            lower=lower,
            figures=sorted(body_figures, key=lambda f: f.start) or None,
        )
        self.capitals = inside_capitals(piece.tokens for piece in body)
        heads = take_apart(title, self.lang, Section.TITLE, first_number=len(body), capitals=self.capitals, lower=lower)
        self.lower = lower
        #: Lower-case forms of the capitalised words.
        self.capitalised = frozenset(token.low for token in body_tokens if token.capital)
        #: Pieces of the body, then of the title.
        self.pieces: tuple[Piece, ...] = body + heads
        self.body_count = len(body)
        self._where: dict[str, set[int]] = defaultdict(set)
        for piece in self.pieces:
            for token in piece.tokens:
                if token.kind == "word":
                    for key in token.word.keys:
                        self._where[key].add(piece.number)
        self._words: dict[str, list[tuple[Piece, Token]]] = defaultdict(list)
        for piece in self.pieces:
            for token in piece.tokens:
                if token.kind == "word":
                    for stem in stems(token.low, self.lang):
                        self._words[stem].append((piece, token))
        #: Filled by :func:`desktop_app.grounding.predicates.predicates_of`.
        self.predicates: dict[int, tuple[Predicate, ...]] = {}
        self.paragraphs = _paragraphs(article.body, body)
        self.frequency = Counter(
            key for piece in body for token in piece.tokens if token.kind == "word" for key in token.word.keys
        )

    def pieces_with(self, token: Token) -> set[int]:
        """Numbers of the pieces that have a form of the word."""
        found: set[int] = set()
        for key in token.word.keys:
            found |= self._where.get(key, set())
        return found

    def rarity(self, token: Token) -> float:
        """Weight of a word: the fewer pieces have it, the more it tells (inverse document frequency)."""
        count = len(self.pieces_with(token))
        return math.log((1 + len(self.pieces)) / (1 + count)) + 1.0 if count else 1.0

    def forms(self, low: str, lang: str) -> list[tuple[Piece, Token]]:
        """Places of the words that may be forms of a name."""
        found: dict[tuple[int, int], tuple[Piece, Token]] = {}
        for stem in stems(low, lang):
            for piece, token in self._words.get(stem, ()):
                found[piece.number, token.start] = (piece, token)
        return [found[key] for key in sorted(found)]

    def around(self, number: int) -> tuple[Piece, ...]:
        """The sentences of a paragraph, with those beside it where the paragraph is a single sentence."""
        own = self.paragraphs[number]
        first = last = number
        while first > 0 and self.paragraphs[first - 1] == own:
            first -= 1
        while last + 1 < self.body_count and self.paragraphs[last + 1] == own:
            last += 1
        if first == last:
            first, last = max(0, first - 1), min(self.body_count - 1, last + 1)
        return self.pieces[first : last + 1]

    def neighbours(self, number: int) -> tuple[int, ...]:
        """Numbers of the pieces before and after, within the body."""
        if number >= self.body_count:
            return (0,) if self.body_count else ()
        return tuple(n for n in (number - 1, number + 1) if 0 <= n < self.body_count)


def _paragraphs(text: str, pieces: Sequence[Piece]) -> tuple[int, ...]:
    """The number of the paragraph of every piece."""
    found: list[int] = []
    end, number = 0, 0
    for piece in pieces:
        number += "\n" in text[end : piece.place.span.start]
        found.append(number)
        end = piece.place.span.end
    return tuple(found)


@lru_cache(maxsize=2)
def source_of(article: Article) -> Source:
    """The :class:`Source` of an article, kept for the last few articles."""
    return Source(article)


def span_of(tokens: Sequence[Token]) -> Span:
    """From the first to the last of some tokens."""
    return Span(tokens[0].start, tokens[-1].end)
