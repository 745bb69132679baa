"""What each number of a sentence belongs to, where a sentence has several of one kind.

"Rents rose by 17 %, while overnight stays grew by 4 % and wages by 3 %": the words between two numbers of one kind are
parted at the contrast, comma or conjunction between them. A number of the summary that stands among words which, in the
article's sentence, go with another of its numbers only, was taken from there. Words that go with both tell nothing; so
do those a stretch shares with the one before it: its verb where it has none, its subject where it has none.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from desktop_app.grounding.comparison import Comparison
from desktop_app.grounding.lexicon import Lexicon, lexicon
from desktop_app.grounding.quantities import Quantity
from desktop_app.grounding.source import Piece
from desktop_app.grounding.verbs import is_verb, may_be_subject
from desktop_app.grounding.words import Token

_Found = tuple[Piece, Quantity]
_Denied = tuple[frozenset[int], frozenset[int]]
_COMMAS = frozenset(",;:()—–")
_DASHES = frozenset("—–")
#: The other number must be named by this many times the words its rival is named by, and by more than an adjunct.
_CLEARLY = 2.5
_LEAST = 0.75
#: Part and whole share nearly all their words.
_LEAST_OF_PARTS = 0.9
#: Weight of a word after a preposition: where and when say less than who and what.
_ADJUNCT = 0.4
_VERB = 0.5
#: Paragraphs from which a text may be of several stories.
_ROUND_UP = 3
#: Words of the summary that must be told elsewhere.
_FEW = 2
#: Letters of a currency code.
_CODE = 3
#: Tokens of "of its" between the two numbers of "two of its six courses".
_PARTITIVE = 3


def bound_elsewhere(comparison: Comparison, quantity: Quantity, good: Sequence[_Found]) -> _Found | bool:
    """The number of the article, in one sentence with ``quantity``, that its words belong to.

    ``True`` if they belong to the very number, ``False`` if nothing can be told.

    ``good`` are all places of the number in the article: one that suits it is enough.
    """
    lang = comparison.lang
    if not comparison.words.known:
        return False
    mine = _own_words(comparison.piece, quantity, lang)
    if not mine:
        return _whole(comparison.piece, quantity, lang)
    rival: _Found | None = None
    for piece, candidate in good:
        others = [o for o in kindred(piece, candidate) if o is not candidate and not _same(o, quantity)]
        theirs = bound_words(piece, candidate, lang)
        denied = comparison.piece.denied.firm, piece.denied.firm
        if not others:
            if any(_among(token, theirs, denied) for token in mine):
                return False
            continue
        beaten, fits = None, False
        for other in others:
            words = bound_words(piece, other, lang)
            told = _without_those_of(comparison, mine, other)
            for_it = _weight(told, theirs, words, comparison.piece, lang, denied)
            against = _weight(told, words, theirs, comparison.piece, lang, denied)
            clearly = against >= _CLEARLY * for_it or _subjects_differ(comparison, mine, theirs, words, denied)
            one = _parts_of_one(piece, candidate, other, lang)
            if against > (_LEAST_OF_PARTS if one else _LEAST) and clearly:
                beaten = other
                break
            fits = fits or for_it >= against or one
        if beaten is None:
            return fits and any(_among(token, theirs, denied) for token in mine)
        rival = rival or (piece, beaten)
    return rival or _told_elsewhere(comparison, quantity, good, mine) or False


def _without_those_of(comparison: Comparison, mine: Sequence[Token], other: Quantity) -> Sequence[Token]:
    """The words left when those are taken away that belong to the other number in the summary, too."""
    piece = comparison.piece
    twin = next((quantity for quantity in piece.quantities if _same(other, quantity)), None)
    if twin is None:
        return mine
    taken = {token.index for token in bound_words(piece, twin, comparison.lang)}
    return [token for token in mine if token.index not in taken]


def _subjects_differ(
    comparison: Comparison, mine: Sequence[Token], theirs: Sequence[Token], others: Sequence[Token], denied: _Denied
) -> bool:
    """Whether the summary says it of what the other number is said of: "shippers put theirs at 130 million"."""
    own, lang = comparison.piece, comparison.lang
    verb = next((token.index for token in own.tokens if is_verb(own, token, lang)), None)
    before = [t for t in mine if (verb is None or t.index < verb) and not after_preposition(own, t, lang)]
    subject = [token for token in before if may_be_subject(own, token, lang)]
    return bool(subject) and all(_among(t, others, denied) and not _among(t, theirs, denied) for t in subject)


def _told_elsewhere(
    comparison: Comparison, quantity: Quantity, good: Sequence[_Found], mine: Sequence[Token]
) -> _Found | None:
    """A like number near the words of the summary, if no place of its own is in a paragraph that has any of them."""
    source = comparison.source
    if not source.paragraphs or source.paragraphs[-1] < _ROUND_UP - 1:
        return None
    told = [token for token in mine if source.pieces_with(token)]
    where = {number for token in told for number in source.pieces_with(token)}
    title = any(number >= source.body_count for number in where)
    if len(told) < _FEW or title or any(piece.number >= source.body_count for piece, _ in good):
        return None
    for piece, _ in good:
        if any(near.number in where for near in source.around(piece.number)):
            return None
    for number in sorted(where):
        for other in source.pieces[number].quantities:
            if other.kindred(quantity) or (_money(quantity) and (_money(other) or other.unit is None)):
                return source.pieces[number], other
    return None


def _money(quantity: Quantity) -> bool:
    return quantity.unit is not None and len(quantity.unit) == _CODE and quantity.unit.isupper()


def kindred(piece: Piece, quantity: Quantity) -> list[Quantity]:
    """The numbers of a sentence with one unit, or of one noun, which later ones may leave out."""
    kin: list[Quantity] = []
    noun, wanted = None, quantity.noun
    for other in piece.quantities:
        if other.unit is None:
            noun = other.noun or noun
            wanted = noun if other is quantity else wanted
    for other in piece.quantities:
        if other.unit is None:
            noun = other.noun or noun
        like = other.unit is not None or (noun.same(wanted) if noun and wanted else noun is wanted)
        if other is quantity or (other.unit == quantity.unit and like):
            kin.append(other)
    return kin


def _same(other: Quantity, quantity: Quantity) -> bool:
    return other.has(quantity.value) or (quantity.high is not None and other.has(quantity.high))


def _weight(
    mine: Sequence[Token], theirs: Sequence[Token], others: Sequence[Token], piece: Piece, lang: str, denied: _Denied
) -> float:
    """Weight of the words that go with one number and not with the other."""
    return math.fsum(
        _worth(piece, token, lang)
        for token in mine
        if _among(token, theirs, denied) and not _among(token, others, denied)
    )


def _worth(piece: Piece, token: Token, lang: str) -> float:
    if token.low in lexicon(lang).sides:
        return 1.0
    if is_verb(piece, token, lang) or any(name == "level" for name, _ in lexicon(lang).opposition(token.low)):
        return _VERB  # a rise of 14 %
    return _ADJUNCT if after_preposition(piece, token, lang) and _has_verb(piece, token.clause, lang) else 1.0


def _has_verb(piece: Piece, clause: int, lang: str) -> bool:
    """Whether a clause has a verb; in a headline without one, what follows a preposition is what it is about."""
    return any(is_verb(piece, token, lang) for token in piece.tokens if token.clause == clause)


def after_preposition(piece: Piece, token: Token, lang: str) -> bool:
    """Whether a preposition stands right before a word, or one word before."""
    prepositions = lexicon(lang).prepositions
    at = token.index - piece.base
    return any(before.low in prepositions for before in piece.tokens[max(0, at - 2) : at])


def _among(token: Token, others: Sequence[Token], denied: _Denied) -> bool:
    mine, theirs = denied
    return any(token.same(other) and (token.index in mine) == (other.index in theirs) for other in others)


def bound_words(piece: Piece, quantity: Quantity, lang: str) -> tuple[Token, ...]:
    """The content words of the stretch that belongs to a number, with those it shares with the stretch before."""
    words = lexicon(lang)
    kin = kindred(piece, quantity)
    at = next(number for number, other in enumerate(kin) if other is quantity)
    own = _stretch(piece, kin, at, lang)
    found = list(own)
    noun = kin[at - 1].noun if at and quantity.noun is None else None
    if noun is not None and noun.low not in words.comparing:
        found.append(noun)  # 64 % of the parents … and 23 %
    while at > 0 and not _partitive(piece, kin[at - 1], kin[at], words):
        before = _stretch(piece, kin, at - 1, lang)
        shared = _shared(piece, own, before, kin[at], lang)
        if shared is None:
            break
        found = [*shared, *found]
        if len(shared) < len(before):
            break
        own, at = before, at - 1
    return tuple(token for token in found if _tells(token, piece, words))


def _stretch(piece: Piece, kin: Sequence[Quantity], at: int, lang: str) -> list[Token]:
    words = lexicon(lang)
    start = _boundary(piece, kin[at - 1], kin[at], words) if at else 0
    end = _boundary(piece, kin[at], kin[at + 1], words) if at + 1 < len(kin) else len(piece.tokens)
    if at + 1 < len(kin) and _partitive(piece, kin[at], kin[at + 1], words):
        end = _boundary(piece, kin[at + 1], kin[at + 2], words) if at + 2 < len(kin) else len(piece.tokens)
    own = list(piece.tokens[start:end])
    clause = piece.token(kin[at].last).clause
    later = [token for token in own if token.clause > clause]
    if any(is_verb(piece, token, lang) for token in later):
        return [token for token in own if token.clause <= clause]  # ", the office said"
    return own


def _parts_of_one(piece: Piece, one: Quantity, other: Quantity, lang: str) -> bool:
    first, second = sorted((one, other), key=lambda quantity: quantity.first)
    return _partitive(piece, first, second, lexicon(lang))


def _whole(piece: Piece, quantity: Quantity, lang: str) -> bool:
    """Whether a number is the whole of which the number before is a part: 19 of 25."""
    kin = kindred(piece, quantity)
    at = next(number for number, other in enumerate(kin) if other is quantity)
    return at > 0 and _partitive(piece, kin[at - 1], quantity, lexicon(lang))


def _partitive(piece: Piece, one: Quantity, other: Quantity, words: Lexicon) -> bool:
    between = piece.tokens[one.last + 1 - piece.base : other.first - piece.base]
    if between and one.noun is not None and between[0] is one.noun:
        between = between[1:]  # 85 people of 340
    if not 0 < len(between) <= _PARTITIVE or between[0].low not in words.parts:
        return False
    return not any(token.content for token in between)


def _shared(
    piece: Piece, own: Sequence[Token], before: Sequence[Token], quantity: Quantity, lang: str
) -> list[Token] | None:
    """The words of the stretch before that go with this one, too."""
    words = lexicon(lang)
    telling = [token for token in own if _tells(token, piece, words) and not _weak(token, quantity, words)]
    if not telling:
        return list(before)
    if next((token.low in words.instead for token in own if token.kind == "word"), False):
        return []
    verb = next((t for t in own if is_verb(piece, t, lang) and t.low not in words.contrast), None)  # compared with
    subject = next(
        (
            token
            for token in own
            if (verb is None or token.index < verb.index or words.inflected)
            and token.index < quantity.first
            and may_be_subject(piece, token, lang)
            and not after_preposition(piece, token, lang)
            and not is_verb(piece, token, lang)
            and token.low not in words.measures
            and token.low not in words.comparing
        ),
        None,
    )
    first = next((at for at, token in enumerate(before) if is_verb(piece, token, lang)), len(before))
    lead = _lead(piece, before, words)
    if verb is not None:
        return (lead or None) if subject is not None or verb.index > quantity.last else list(before[:first])
    if subject is None:
        return list(before)
    return [*lead, *(token for token in before if is_verb(piece, token, lang))]


def _lead(piece: Piece, tokens: Sequence[Token], words: Lexicon) -> list[Token]:
    """The place or time at the head of a sentence, which holds for all its clauses: "In Harlow rents grew …"."""
    if not tokens or tokens[0] is not piece.tokens[0] or tokens[0].low not in words.prepositions:
        return []
    at = next((at for at, token in enumerate(tokens) if token.content), len(tokens) - 1)
    while at + 1 < len(tokens) and any(n.first <= tokens[at].index < n.last for n in piece.names):
        at += 1
    return list(tokens[: at + 1])


def _own_words(piece: Piece, quantity: Quantity, lang: str) -> tuple[Token, ...]:
    """The words of the number's clause; with the end of the clause before, if it begins with a relative pronoun."""
    words = lexicon(lang)
    clauses = {piece.token(quantity.first).clause, piece.token(quantity.last).clause}
    first = next((token for token in piece.tokens if token.clause in clauses and token.kind == "word"), None)
    bare = not any(t.clause in clauses and _tells(t, piece, words) and not _weak(t, None, words) for t in piece.tokens)
    if bare or (first is not None and first.low in words.subjects):
        clauses |= {min(clauses) - 1, min(clauses) - 2}
    if bare:
        clauses.add(max(clauses) + 1)
    bound = bound_words(piece, quantity, lang)
    counted = quantity.noun if quantity.unit is None else None
    return tuple(t for t in bound if t.clause in clauses and t is not counted and not _weak(t, None, words))


def _tells(token: Token, piece: Piece, words: Lexicon) -> bool:
    if token.kind != "word" or token.index in piece.numbers:
        return False
    return token.content or token.low in words.sides


def _weak(token: Token, quantity: Quantity | None, words: Lexicon) -> bool:
    """Whether a word may stand beside any number: times and measures, general nouns, what is counted."""
    if token.low in words.measures or token.low in words.general_nouns or token.low in words.comparing:
        return True
    return quantity is not None and quantity.noun is not None and token.index == quantity.noun.index


def _boundary(piece: Piece, one: Quantity, other: Quantity, words: Lexicon) -> int:
    """Position, in the sentence, of the first token that belongs to the later of two numbers."""
    start, end = one.last + 1 - piece.base, other.first - piece.base
    between = piece.tokens[start:end]
    for at, token in enumerate(between):
        if token.low in words.contrast:
            return start + at
    commas = [
        at
        for at, token in enumerate(between)
        if token.text in _COMMAS and not (at + 1 < len(between) and between[at + 1].low in words.subjects)
    ]
    if commas:
        named = [at for at in commas if between[at].text not in _DASHES or any(t.content for t in between[at:])]
        return start + (named or commas)[-1]  # "shippers — 130 million"
    joins = [at for at, token in enumerate(between) if token.low in words.joining]
    if joins:
        return start + joins[-1]
    for at, token in enumerate(between):
        if token.low in words.prepositions:
            return start + at
    return end
