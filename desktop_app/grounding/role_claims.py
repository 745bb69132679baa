"""Who acted and who was acted on, in languages whose names show it by their case.

Two names that meet in one sentence of the article keep their roles in a summary of it. If the summary's verb, the same
as the article's, has in the nominative the name that is in another case there, and the other way round, actor and
acted-on were exchanged. A passive on one side only exchanges the cases and nothing else, and is left alone. Names that
depend on nouns (сборная Лугании, команду Тарнии) are compared by those nouns.
"""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.article import Span
from desktop_app.grounding.comparison import Comparison, places_of
from desktop_app.grounding.equivalents import equivalents
from desktop_app.grounding.lexicon import lexicon
from desktop_app.grounding.names import Name, same_name
from desktop_app.grounding.report import Claim, ClaimKind, Problem, State
from desktop_app.grounding.roles import NOMINATIVE, OBLIQUE, case_of, plain_preposition, preposition_before
from desktop_app.grounding.source import Piece
from desktop_app.grounding.words import Token, lemma_of
from desktop_app.russian import russian_morphology

_PASSIVE = {
    "ru": ("ан", "ана", "ано", "аны", "ен", "ена", "ено", "ены", "ян", "яна", "ято", "яты", "ята"),
    "uk": ("ано", "ено", "ято", "уто", "аний", "ений", "ана", "ена", "ані", "ені"),
}
#: Words of an office before the name of its country: министр иностранных дел.
_LONGEST_OFFICE = 4
_UKRAINIAN_FINITE = ("в", "ла", "ло", "ли", "вся", "вся", "лася", "лося", "лися", "ть", "ться", "є", "уть", "ить")


def check_roles(comparison: Comparison) -> list[Claim]:
    """A claim for every pair of names that exchanged roles, and for names that took a preposition from another word."""
    claims = [*_prepositions_exchanged(comparison)]
    if comparison.lang not in _PASSIVE:
        return claims
    names = comparison.piece.names
    for position, one in enumerate(names):
        for other in names[position + 1 :]:
            if same_name(one, other, comparison.lang) or one.tokens[0].clause != other.tokens[0].clause:
                continue
            found = _exchanged(comparison, one, other) or _exchanged(comparison, other, one)
            found = found or _heads_exchanged(comparison, one, other)
            if found is not None:
                span = Span(one.start, other.end)
                place = places_of(found[0], found[1].tokens)
                claims.append(comparison.claim(ClaimKind.ACTION, span, State.NOT_FOUND, [place], Problem.ROLES))
    return claims


def _prepositions_exchanged(comparison: Comparison) -> Iterator[Claim]:
    """«Порт потребовал от «Арго»» where the article has «Арго» потребовал от порта."""
    lang, own = comparison.lang, comparison.piece
    for name in own.names:
        preposition = preposition_before(name, own, lang)
        if preposition is None:
            continue
        for piece in comparison.alignment.witnesses:
            theirs = _same(comparison, piece, name)
            if not theirs or any(preposition_before(other, piece, lang) is not None for other in theirs):
                continue
            found = _governed(piece, preposition, lang)
            if any(
                mine.same(word) and not _after_preposition(own, mine, lang)
                for word in found
                for mine in own.content
                if not any(mine is token for token in name.tokens)
            ):
                place = places_of(piece, theirs[0].tokens)
                span = Span(name.start, name.end)
                yield comparison.claim(ClaimKind.ACTION, span, State.NOT_FOUND, [place], Problem.ROLES)
                break


def _governed(piece: Piece, preposition: str, lang: str) -> list[Token]:
    """The content words right after a preposition."""
    following = zip(piece.tokens, piece.tokens[1:], strict=False)
    return [second for first, second in following if second.content and plain_preposition(first, lang) == preposition]


def _after_preposition(piece: Piece, token: Token, lang: str) -> bool:
    position = token.index - piece.base
    return position > 0 and plain_preposition(piece.tokens[position - 1], lang) is not None


def _exchanged(comparison: Comparison, actor: Name, other: Name) -> tuple[Piece, Name] | None:
    """The article's sentence and its actor, where that is ``other`` and not ``actor``."""
    source, own = comparison.source, comparison.piece
    cases = case_of(actor, own, source), case_of(other, own, source)
    if cases not in ((NOMINATIVE, OBLIQUE), (NOMINATIVE, None), (None, OBLIQUE)):
        return None
    clause = actor.tokens[0].clause
    again = [name for name in _same(comparison, own, other) if name.tokens[0].clause == clause]
    if any(case_of(name, own, source) == NOMINATIVE for name in again):
        return None
    exchanged = None
    for piece in comparison.alignment.witnesses:
        if _turned(piece, comparison.lang) != _turned(own, comparison.lang):
            continue
        for theirs in _same(comparison, piece, other):
            if not _one_verb(comparison, actor, piece, theirs):
                continue
            there = case_of(theirs, piece, source)
            beside = [
                case_of(name, piece, source)
                for name in _same(comparison, piece, actor)
                if name.tokens[0].clause == theirs.tokens[0].clause and not _of_an_office(piece, name, comparison.lang)
            ]
            if NOMINATIVE in beside or there == OBLIQUE or (cases[1] == OBLIQUE and there is None and not beside):
                return None
            certain = cases[1] == OBLIQUE and there == NOMINATIVE
            if certain or (OBLIQUE in beside and cases[0] == NOMINATIVE):
                exchanged = exchanged or (piece, theirs)
    return exchanged


def _of_an_office(piece: Piece, name: Name, lang: str) -> bool:
    """Whether a known place says whose an office is: министр обороны Франции. It may then stand for its minister."""
    if not name.words or not equivalents([name.words[0].low], lang):
        return False
    position = name.first - piece.base
    for token in reversed(piece.tokens[max(0, position - _LONGEST_OFFICE) : position]):
        if token.low in lexicon(lang).titles:
            return True
        if not token.content:
            return False
    return False


def _same(comparison: Comparison, piece: Piece, name: Name) -> list[Name]:
    return [other for other in piece.names if same_name(name, other, comparison.lang)]


def _one_verb(comparison: Comparison, actor: Name, piece: Piece, theirs: Name) -> bool:
    """Whether the clauses of the two actors have a finite verb in common."""
    lang = comparison.lang
    mine = _verbs(comparison.piece, actor, lang)
    return any(verb.same(other) for verb in mine for other in _verbs(piece, theirs, lang))


def _verbs(piece: Piece, name: Name, lang: str) -> list[Token]:
    clause = name.tokens[0].clause
    return [
        token for token in piece.tokens if token.clause == clause and token.kind == "word" and _finite(token.low, lang)
    ]


def _finite(low: str, lang: str) -> bool:
    if lang == "ru":
        return any("VERB" in parse.tag for parse in russian_morphology().parse(low)[:2])
    return low.endswith(_UKRAINIAN_FINITE) and lemma_of(low, lang).endswith(("ти", "тися", "тись"))


def _turned(piece: Piece, lang: str) -> bool:
    """Whether the sentence has a passive: a short participle."""
    endings = _PASSIVE[lang]
    return any(
        token.kind == "word" and not token.capital and len(token.low) > 5 and token.low.endswith(endings)
        for token in piece.tokens
    )


def _heads_exchanged(comparison: Comparison, one: Name, other: Name) -> tuple[Piece, Name] | None:
    """Both names depend on nouns, and each on the noun of the other in the article."""
    mine = _head(comparison.piece, one), _head(comparison.piece, other)
    if mine[0] is None or mine[1] is None or mine[0].same(mine[1]):
        return None
    for piece in comparison.alignment.witnesses:
        for first in _same(comparison, piece, one):
            for second in _same(comparison, piece, other):
                theirs = _head(piece, first), _head(piece, second)
                if theirs[0] is None or theirs[1] is None:
                    continue
                crossed = mine[0].same(theirs[1]) and mine[1].same(theirs[0])
                if crossed and not mine[0].same(theirs[0]) and not mine[1].same(theirs[1]):
                    return piece, second
    return None


def _head(piece: Piece, name: Name) -> Token | None:
    """The content word right before a name."""
    position = name.first - piece.base - 1
    while position >= 0 and piece.tokens[position].text in '«"“„':
        position -= 1
    token = piece.tokens[position] if position >= 0 else None
    return token if token is not None and token.content and token.index not in piece.entities else None
