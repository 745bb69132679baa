"""Who holds an office: what stands beside a name between commas, against the names the article sets beside it.

"Ada Bell, the mayor of Larkwood, resigned" is doubted where the article has "Mayor Tom Reed" and sets no such word
beside Ada Bell, nor speaks of a mayor right after a sentence that names her.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop_app.article import Span
from desktop_app.grounding.comparison import Comparison, places_of
from desktop_app.grounding.equivalents import same_bearer
from desktop_app.grounding.names import Name
from desktop_app.grounding.report import Claim, ClaimKind, Problem, State
from desktop_app.grounding.source import Piece
from desktop_app.grounding.verbs import LANGUAGES, is_verb
from desktop_app.grounding.words import Token

#: Tokens of an office between its commas: the first deputy chief executive of the bank.
_LONGEST = 9
#: Tokens between an office and the name that holds it: the mayor of Larkwood, Tom Reed.
_BESIDE = 4
#: Words of an office that tell it from others: crown prince, deputy mayor.
_TELLING = 2


def check_identities(comparison: Comparison) -> Iterator[Claim]:
    """A claim for each name that is given an office the article gives to another alone."""
    for name in comparison.piece.names:
        office = _office(comparison, name)
        found = _holder(comparison, name, office) if office else None
        if found is not None:
            piece, holder = found
            place = places_of(piece, holder.tokens)
            span = Span(name.start, name.end)
            yield comparison.claim(ClaimKind.NAME, span, State.NOT_FOUND, [place], Problem.OTHER_PLACE)


def _office(comparison: Comparison, name: Name) -> Sequence[Token]:
    """The first content words between the commas after ``name``; none if a clause, number or list stands there."""
    piece = comparison.piece
    start = name.last - piece.base + 1
    if comparison.lang not in LANGUAGES or start >= len(piece.tokens) or piece.tokens[start].text != ",":
        return ()
    inside: list[Token] = []
    for token in piece.tokens[start + 1 : start + 2 + _LONGEST]:
        if token.text == ",":
            words = [word for word in inside if word.content]
            first = inside[1:] if inside and inside[0].low == "the" else inside
            if not words or words[0] is not first[0] or words[0].text.isupper():
                return ()  # a preposition begins it, or something that is no office: a college, an actor
            if words[0].capital and first is inside:
                return ()  # the next of a list
            return [words[0], *(word for word in words[1:_TELLING] if comparison.source.pieces_with(word))]
        clause = token.low in comparison.words.subordinators or is_verb(piece, token, comparison.lang)
        if token.kind != "word" or clause:
            return ()
        inside.append(token)
    return ()


def _holder(comparison: Comparison, name: Name, office: Sequence[Token]) -> tuple[Piece, Name] | None:
    """The article's sentence and the other name beside the office, if ``name`` never has it."""
    source, lang = comparison.source, comparison.lang
    other: tuple[Piece, Name] | None = None
    for number in sorted(source.pieces_with(office[0])):
        piece = source.pieces[number]
        for place in _mentions(piece, office):
            beside = [found for found in piece.names if _gap(found, place) <= _BESIDE]
            if any(_one_bearer(name, found, lang) for found in beside):
                return None
            if beside:
                other = other or (piece, min(beside, key=lambda found: _gap(found, place)))
            elif number and any(_one_bearer(name, found, lang) for found in source.pieces[number - 1].names):
                return None
    return other


def _mentions(piece: Piece, office: Sequence[Token]) -> Iterator[int]:
    """Indices of the tokens where the office is named, all its telling words side by side."""
    for token in piece.tokens:
        if token.kind != "word" or not token.same(office[0]):
            continue
        near = piece.tokens[max(0, token.index - piece.base - _TELLING) : token.index - piece.base + _TELLING + 1]
        if all(any(word.same(other) for other in near) for word in office[1:]):
            yield token.index


def _gap(name: Name, place: int) -> int:
    """Tokens between a name and a place; 0 inside the name."""
    return max(0, name.first - place - 1, place - name.last - 1)


def _one_bearer(one: Name, other: Name, lang: str) -> bool:
    """Whether both may mean one person: also where the last word of one is in the other."""
    return same_bearer(one, other, lang) or any(word.same(theirs) for word in one.words for theirs in other.words[-1:])
