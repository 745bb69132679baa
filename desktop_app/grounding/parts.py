"""The parts of a sentence that was made of several: each may follow another sentence of the article.

"The council closed the pool, and the repairs will take a year" rests on two sentences; looked at as a whole, the words
of one hide what was exchanged in the other.
"""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.grounding.lexicon import Lexicon, lexicon
from desktop_app.grounding.polarity import Denials
from desktop_app.grounding.source import Piece
from desktop_app.grounding.verbs import LANGUAGES, is_verb
from desktop_app.grounding.words import Token

_SEMICOLON = ";"
_COMMA = ","
#: Fewest words of a part.
_LEAST = 4


def parts(piece: Piece, lang: str) -> tuple[Piece, ...]:
    """The parts of a sentence at semicolons, and at commas before *and*, *but*; none if it is of one piece.

    Every part has a verb; other languages than Russian, Ukrainian and English have no parts.
    """
    if lang not in LANGUAGES:
        return ()
    words = lexicon(lang)
    found: list[Piece] = []
    start = 0
    for at in range(1, len(piece.tokens)):
        if _begins(piece.tokens, at, words) and all(
            _whole(piece, stretch, lang) for stretch in (piece.tokens[start:at], piece.tokens[at:])
        ):
            found.append(_part(piece, start, at, lang))
            start = at
    return (*found, _part(piece, start, len(piece.tokens), lang)) if found else ()


def _begins(tokens: Sequence[Token], at: int, words: Lexicon) -> bool:
    if tokens[at - 1].text == _SEMICOLON:
        return True
    return tokens[at - 1].text == _COMMA and (tokens[at].low in words.joining or tokens[at].low in words.contrast)


def _whole(piece: Piece, tokens: Sequence[Token], lang: str) -> bool:
    """Whether a stretch is long enough and has a verb."""
    words = [token for token in tokens if token.kind == "word"]
    return len(words) >= _LEAST and any(is_verb(piece, token, lang) for token in words)


def _joiners(tokens: Sequence[Token], start: int, lang: str) -> int:
    """How many words only join a part to the one before."""
    words = lexicon(lang)
    return int(start > 0 and (tokens[start].low in words.joining or tokens[start].low in words.contrast))


def _part(piece: Piece, start: int, end: int, lang: str) -> Piece:
    tokens = piece.tokens[start + _joiners(piece.tokens, start, lang) : end]
    inside = frozenset(token.index for token in tokens)
    return Piece(
        piece.number,
        piece.place,
        tokens,
        tuple(name for name in piece.names if name.first in inside and name.last in inside),
        tuple(quantity for quantity in piece.quantities if quantity.first in inside and quantity.last in inside),
        tuple(date for date in piece.dates if date.first in inside and date.last in inside),
        Denials(piece.denied.firm & inside, piece.denied.loose & inside, piece.denied.words & inside),
        piece.entities & inside,
        piece.numbers & inside,
    )
