"""Who did it, who said it: the subject of each predicate against the article's for the same predicate.

The article's predicates with the same verb (or both verbs of saying) and much of the same rest are looked up. If none
of their sentences names the summary's subject, and they name another, the article says this of the other; likewise if
the article's subject stands among the objects of the summary's (*the mayor blamed the chamber*). Pronouns, nouns that
take up what was named before (the company), and descriptions that stand beside the name somewhere are let through.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.article import Span
from desktop_app.grounding.binding import after_preposition
from desktop_app.grounding.comparison import Comparison, places_of
from desktop_app.grounding.equivalents import same_bearer
from desktop_app.grounding.lexicon import Lexicon
from desktop_app.grounding.names import Name, same_word
from desktop_app.grounding.predicates import Predicate, predicates, predicates_of
from desktop_app.grounding.report import Claim, ClaimKind, Problem, State
from desktop_app.grounding.source import Piece, Source
from desktop_app.grounding.verbs import base, is_plural, past_gender
from desktop_app.grounding.words import Token

#: Share of the weight of the summary's rest that the article's sentence must have.
_ALIKE = 0.6
_MORE_ALIKE = 0.75
#: Sentences of the article looked at, best first.
_MOST = 12
#: Sentences looked through for a description beside a name.
_MOST_ALIASES = 60
#: Distance at which a description stands beside a name.
_BESIDE = 5
#: Sentences back a pronoun or noun may point.
_BACK = 2


@dataclass(frozen=True, slots=True)
class Witness:
    """A predicate of the article that says the same as one of the summary, and how much of its weight it has."""

    piece: Piece
    predicate: Predicate
    alike: float


def check_actors(comparison: Comparison) -> Iterator[Claim]:
    """A claim for each predicate whose subject the article has not in this place."""
    words = comparison.words
    for predicate in predicates(comparison.piece, comparison.lang):
        if not any(comparison.source.pieces_with(token) for token in predicate.subject):
            continue
        if predicate.passive and _says(predicate, comparison):
            continue  # what was announced, and not who announced it
        specific = [token for token in predicate.subject if token.low not in words.generic_actors]
        found = _judge(comparison, predicate, specific)
        if found is not None:
            yield found


def check_objects(comparison: Comparison) -> Iterator[Claim]:
    """A claim for each name acted on that the article has nowhere near its only like action of the same subject."""
    own = comparison.piece
    for predicate in predicates(own, comparison.lang):
        names = _object_names(own, predicate, comparison.lang)
        if not names or not predicate.own or not predicate.subject or _says(predicate, comparison):
            continue
        witnesses = [
            (piece, theirs)
            for piece in _with_verb(comparison, predicate)
            for theirs in predicates_of(comparison.source, piece)
            if _one_verb(predicate, theirs, comparison)
        ]
        alike = [(p, w) for p, w in witnesses if _meets(predicate.subject, w.subject, comparison.lang)]
        if not alike or len(alike) < len(witnesses):
            continue
        for name in names:
            if any(_near(comparison, piece, name) for piece, _ in alike):
                continue
            others = [other for piece, theirs in alike for other in _object_names(piece, theirs, comparison.lang)]
            if others and not any(same_bearer(other, mine, comparison.lang) for other in others for mine in own.names):
                piece = alike[0][0]
                span = Span(name.start, name.end)
                place = places_of(piece, others[0].tokens)
                yield comparison.claim(ClaimKind.NAME, span, State.NOT_FOUND, [place], Problem.OTHER_PLACE)


def _object_names(piece: Piece, predicate: Predicate, lang: str) -> list[Name]:
    """The names a predicate acts on, those after prepositions left out."""
    rest = {token.index for token in predicate.rest}
    return [
        name
        for name in piece.names
        if name.first in rest
        and name.first > predicate.verb.index
        and not after_preposition(piece, name.tokens[0], lang)
    ]


def _with_verb(comparison: Comparison, predicate: Predicate) -> list[Piece]:
    source = comparison.source
    numbers: set[int] = set()
    for token in predicate.verbs:
        if token.low not in comparison.words.auxiliaries:
            numbers |= source.pieces_with(token)
    return [source.pieces[number] for number in sorted(numbers) if number < source.body_count][:_MOST]


def _near(comparison: Comparison, piece: Piece, name: Name) -> bool:
    """Whether a name stands in the paragraph of a sentence, or beside it where a paragraph is one sentence."""
    source = comparison.source
    return any(
        same_bearer(name, theirs, comparison.lang) for other in source.around(piece.number) for theirs in other.names
    )


def _judge(comparison: Comparison, predicate: Predicate, specific: Sequence[Token]) -> Claim | None:
    witnesses = find_witnesses(comparison, predicate)
    if not witnesses:
        return None
    for witness in witnesses:
        if _turned(comparison, predicate, witness):
            return _claim(comparison, predicate, witness, Problem.ROLES)
        if not predicate.own or not specific:
            return None
        if _carries(comparison, predicate, specific, witness) and not _other_speaker(comparison, predicate, witness):
            return None
    return _claim(comparison, predicate, witnesses[0], Problem.OTHER_PLACE)


def _claim(comparison: Comparison, predicate: Predicate, witness: Witness, problem: Problem) -> Claim:
    tokens = [*predicate.subject, predicate.verb]
    span = Span(min(t.start for t in tokens), max(t.end for t in tokens))
    theirs = sorted(witness.predicate.subject or witness.predicate.verbs, key=lambda token: token.index)
    place = places_of(witness.piece, theirs)
    return comparison.claim(ClaimKind.ACTION, span, State.NOT_FOUND, [place], problem)


def find_witnesses(comparison: Comparison, predicate: Predicate) -> list[Witness]:
    """The article's predicates that say the same as one of the summary's, best first."""
    source, words = comparison.source, comparison.words
    says = _says(predicate, comparison)
    numbers = {piece.number for piece in comparison.alignment.near}
    for token in predicate.verbs:
        if token.low not in words.auxiliaries:
            numbers |= source.pieces_with(token)
    measured = {i for q in comparison.piece.quantities if q.unit is not None for i in range(q.first, q.last + 1)}
    rest = [t for t in predicate.rest if t.kind == "word" and t.index not in measured and t.low not in words.scales]
    weights = [(token, source.rarity(token)) for token in rest]
    where = [(source.pieces_with(token), weight) for token, weight in weights]
    total = math.fsum(weight for _, weight in weights)
    if not total:
        return []
    found: list[Witness] = []
    for number in numbers:
        if number >= source.body_count:
            continue
        piece = source.pieces[number]
        pieces = (piece, *_meant(source, piece, words))
        reach = {other.number for other in pieces}
        met = math.fsum(weight for there, weight in where if not reach.isdisjoint(there))
        if met < _ALIKE * total:
            continue
        for theirs in predicates_of(source, piece):
            both_say = says and _says(theirs, comparison)
            if both_say or _one_verb(predicate, theirs, comparison):
                told = (*_told(piece, theirs, comparison), *theirs.subject) if both_say else _contents(pieces)
                share = _overlap(weights, told, total)
                if share >= (_MORE_ALIKE if says else _ALIKE):
                    found.append(Witness(piece, theirs, share))
    found.sort(key=lambda witness: (-witness.alike, witness.piece.number))
    return found[:_MOST]


def _meant(source: Source, piece: Piece, words: Lexicon) -> tuple[Piece, ...]:
    """The sentence before, where a word points back to what it says: the mayor turned this idea down."""
    if piece.number == 0 or not any(token.low in words.demonstratives for token in piece.tokens):
        return ()
    return (source.pieces[piece.number - 1],)


def _contents(pieces: Sequence[Piece]) -> list[Token]:
    return [token for piece in pieces for token in piece.content]


def _told(piece: Piece, theirs: Predicate, comparison: Comparison) -> Sequence[Token]:
    """What is told with a verb of saying: what follows it, or, where nothing does, what stands before it."""
    if any(token.index not in piece.entities for token in theirs.rest):
        return theirs.rest
    others = predicates_of(comparison.source, piece)
    said = [p.verb.index for p in others if p.verb.index < theirs.verb.index and _says(p, comparison)]
    start = max(said, default=-1)
    return [token for token in piece.content if start < token.index < theirs.verb.index]


def _overlap(weights: Sequence[tuple[Token, float]], theirs: Sequence[Token], total: float) -> float:
    return math.fsum(weight for token, weight in weights if any(token.same(other) for other in theirs)) / total


def _says(predicate: Predicate, comparison: Comparison) -> bool:
    return any(not token.word.keys.isdisjoint(comparison.words.reporting_verbs) for token in predicate.verbs)


def _one_verb(one: Predicate, other: Predicate, comparison: Comparison) -> bool:
    auxiliaries = comparison.words.auxiliaries
    return any(
        mine.same(theirs) or base(mine, comparison.lang) == base(theirs, comparison.lang)
        for mine in one.verbs
        if mine.low not in auxiliaries
        for theirs in other.verbs
        if theirs.low not in auxiliaries
    )


def _turned(comparison: Comparison, mine: Predicate, witness: Witness) -> bool:
    """Whether the article's subject is among the objects here, and the subject here is not the subject there."""
    theirs, words = witness.predicate, comparison.words
    if mine.passive != theirs.passive or any(token.low in words.symmetric for token in mine.verbs):
        return False
    if not theirs.subject or (not theirs.own and not _named(theirs.subject, witness.piece)):
        return False
    if _meets(mine.subject, theirs.subject, comparison.lang):
        return False
    # «В Липках сгорел склад»: a place named before the verb is not acted on.
    objects = [
        token
        for token in mine.rest
        if not _agent(comparison, token)
        and not (token.index < mine.verb.index and after_preposition(comparison.piece, token, comparison.lang))
    ]
    if not _meets(objects, theirs.subject, comparison.lang) or _meets(theirs.subject, theirs.rest, comparison.lang):
        return False
    crossed = _meets(mine.subject, theirs.rest, comparison.lang)
    if not crossed and all(token.low in words.generic_actors for token in mine.subject):
        return False
    head = [token for token in theirs.subject if token.low not in words.generic_actors]
    if not crossed and not _meets(objects, head, comparison.lang):
        return False
    if words.inflected and not _forms_differ(mine, theirs, objects, comparison.lang):
        return False
    return crossed or not _alias(comparison.source, mine.subject, theirs.subject)


def _forms_differ(mine: Predicate, theirs: Predicate, objects: Sequence[Token], lang: str) -> bool:
    """Whether forms tell that the roles changed: word order alone does not, where it is free."""
    pairs = [(one, other) for one in objects for other in theirs.subject if one.same(other)]
    pairs += [(one, other) for one in mine.subject for other in theirs.rest if one.same(other)]
    if any(one.low != other.low for one, other in pairs):
        return True
    genders = past_gender(mine.verb.low, lang), past_gender(theirs.verb.low, lang)
    return None not in genders and genders[0] != genders[1]


def _agent(comparison: Comparison, token: Token) -> bool:
    """Whether a word stands in the phrase of an agent (by the mayor)."""
    piece = comparison.piece
    before = piece.tokens[max(0, token.index - piece.base - 3) : token.index - piece.base]
    return any(other.low in comparison.words.agent for other in before)


def _named(subject: Sequence[Token], piece: Piece) -> bool:
    return any(token.capital and token.index in piece.entities for token in subject)


def _meets(one: Sequence[Token], other: Sequence[Token], lang: str) -> bool:
    return any(_one_noun(mine, theirs, lang) for mine in one for theirs in other)


def _one_noun(one: Token, other: Token, lang: str) -> bool:
    """Whether two words are forms of one noun or synonyms; equal first letters are not enough here."""
    if one.low == other.low or same_word(one.low, other.low, lang):
        return True
    return any(key in other.word.keys for key in one.word.keys if not key.startswith("~"))


def _carries(comparison: Comparison, mine: Predicate, subject: Sequence[Token], witness: Witness) -> bool:
    """Whether the subject may be the article's: named in its sentence, or not told from it."""
    source, piece, theirs = comparison.source, witness.piece, witness.predicate
    words = comparison.words
    if _says(mine, comparison) and _says(theirs, comparison):
        first = min((token.index for token in theirs.subject), default=theirs.verb.index)
        beside = [t for t in piece.tokens if t.clause == theirs.verb.clause or first < t.index < theirs.verb.index]
        if _meets(subject, (*theirs.subject, *beside), comparison.lang):
            return True
    elif _meets(subject, piece.tokens, comparison.lang):
        others = [t for t in theirs.subject if t.low not in words.generic_actors and t.low not in words.subjects]
        if not (others and theirs.own and _acts_beside(comparison, subject, witness)):
            return True
    others = [token for token in theirs.subject if token.content and token.low not in words.generic_actors]
    named, theirs_named = _named(subject, comparison.piece), _named(others, piece)
    if mine.passive != theirs.passive and named:  # "she was sentenced" beside "the court sentenced him"
        return not _named([token for token in theirs.rest if token.kind == "word"], piece)
    if not others:
        before = source.pieces[max(0, piece.number - _BACK) : piece.number]
        near = any(_meets(subject, earlier.tokens, comparison.lang) for earlier in before)
        return near or not _named(theirs.subject, witness.piece)
    if _alias(source, subject, others):
        return True
    if named and not theirs_named:  # "a burglar broke in" may be told of Josh Sweet
        return not (_says(mine, comparison) and _says(theirs, comparison) and _apart(source, subject, others))
    if named and theirs_named:
        return False
    if (
        not _named(subject, comparison.piece)
        and not _named(others, piece)
        and not _several(comparison, (*subject, *others))
    ):
        return True  # the singer, the artist: two words for one person
    return not _acts(comparison, subject)


def _other_speaker(comparison: Comparison, mine: Predicate, witness: Witness) -> bool:
    """Whether another says it, by a noun that takes up what was named, in a sentence in which this one acts, too:

    "the authority blames the builder; the firm answers that …".
    """
    theirs, words = witness.predicate, comparison.words
    nouns = [token for token in theirs.subject if token.content]
    if _named(mine.subject, comparison.piece) or _named(theirs.subject, witness.piece) or not nouns or not theirs.own:
        return False
    if not (_says(mine, comparison) and _says(theirs, comparison)) or not mine.subject[-1].content:
        return False
    if any(token.low not in words.generic_actors for token in nouns):
        return False
    return _acts_beside(comparison, mine.subject, witness)


def _apart(source: Source, name: Sequence[Token], nouns: Sequence[Token]) -> bool:
    """Whether nouns, told of more than once, never stand in a sentence with the name."""
    named: set[int] = set()
    for token in name:
        if token.capital:
            named |= source.pieces_with(token)
    told = [source.pieces_with(token) for token in nouns]
    return bool(told) and all(len(numbers) > 1 and numbers.isdisjoint(named) for numbers in told)


def _several(comparison: Comparison, nouns: Sequence[Token]) -> bool:
    """Whether one of the nouns is in the plural: groups are told apart by what they are called."""
    return any(is_plural(token.low, comparison.lang) for token in nouns)


def _acts_beside(comparison: Comparison, subject: Sequence[Token], witness: Witness) -> bool:
    """Whether the subject does something else in the very sentence, and has no part in this."""
    theirs = witness.predicate
    if _meets(subject, (*theirs.subject, *theirs.rest), comparison.lang):
        return False
    return any(
        other.own and other is not theirs and _meets(subject, other.subject, comparison.lang)
        for other in predicates_of(comparison.source, witness.piece)
    )


def _alias(source: Source, one: Sequence[Token], other: Sequence[Token]) -> bool:
    """Whether a word of one stands beside a word of the other somewhere: the goalkeeper Rui Lobo."""
    for token in one:
        for number in sorted(source.pieces_with(token))[:_MOST_ALIASES]:
            piece = source.pieces[number]
            for place in piece.tokens:
                if place.kind != "word" or not token.same(place):
                    continue
                at = place.index - piece.base
                around = piece.tokens[max(0, at - _BESIDE) : at + _BESIDE + 1]
                beside = [t for t in around if t.content and t is not place and t.clause - place.clause in (-1, 0, 1)]
                if any(theirs.capital != token.capital and theirs.same(t) for theirs in other for t in beside):
                    return True
    return False


def _acts(comparison: Comparison, subject: Sequence[Token]) -> bool:
    """Whether the subject, or a name in it, does something in the article: it is then somebody else."""
    source = comparison.source
    numbers: set[int] = set()
    for token in subject:
        numbers |= source.pieces_with(token)
    for number in sorted(numbers)[: 2 * _MOST]:
        for theirs in predicates_of(source, source.pieces[number]):
            if _meets(subject, theirs.subject, comparison.lang):
                return True
    return False
