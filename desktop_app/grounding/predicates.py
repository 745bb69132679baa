"""The predicates of a sentence, each with who or what it is said of and with the words that go with it.

A shallow reading, by word order, forms and punctuation, for Russian, Ukrainian and English; other languages have none.
Verbs in a row (has been sentenced) are one predicate. What stands before it without a preposition, and may be its
subject by its form, is its subject; where nothing does, Russian and Ukrainian may have it after the verb; a relative
pronoun stands for the noun before it, and a verb without any subject has that of the verb before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from desktop_app.grounding.lexicon import Lexicon, lexicon
from desktop_app.grounding.source import Piece, Source
from desktop_app.grounding.verbs import LANGUAGES, agrees, is_gerund, is_impersonal, is_noun, is_verb, may_be_subject
from desktop_app.grounding.words import Token
from desktop_app.russian import russian_morphology

_COMMAS = frozenset(",;:()—–")
#: Tokens between the verbs of one predicate: has not yet been.
_TOGETHER = 3
#: Content words after a verb among which its subject may stand.
_INVERTED = 3
_LONG_TITLE = 7
#: Clauses back to which an aside may push a subject: "Menon, the chief executive, denied".
_ASIDES = 2
_QUOTES = frozenset('«»"“”„')


@dataclass(frozen=True, slots=True)
class Predicate:
    """``verb`` is the last of its ``verbs``; ``subject`` may be empty.

    ``rest`` are the other content words that go with it, those of a clause that completes it included (said repairs
    would take …; asked the ministry to allow …).

    ``own`` is false where the subject was taken from the clause before. ``passive``: by a participle and *by*.
    """

    verb: Token
    verbs: tuple[Token, ...]
    subject: tuple[Token, ...]
    rest: tuple[Token, ...]
    own: bool
    passive: bool


def predicates_of(source: Source, piece: Piece) -> tuple[Predicate, ...]:
    """The predicates of a sentence of the article, read once."""
    if piece.number not in source.predicates:
        source.predicates[piece.number] = predicates(piece, source.lang)
    return source.predicates[piece.number]


def predicates(piece: Piece, lang: str) -> tuple[Predicate, ...]:
    """The predicates of a sentence in order."""
    if lang not in LANGUAGES:
        return ()
    words = lexicon(lang)
    groups = _groups(piece, lang)
    found: list[Predicate] = []
    edges = [0]
    for one, other in pairwise(groups):
        edges.append(_edge(piece, one[-1], other[0], words))
    edges.append(len(piece.tokens))
    for at, group in enumerate(groups):
        stretch = piece.tokens[edges[at] : edges[at + 1]]
        subject, relative = _subject(piece, stretch, group, lang)
        if is_gerund(piece, group[0], lang):
            subject = ()
        own = bool(subject) and not relative
        if not subject and found and not is_impersonal(group[-1].low, lang):
            subject = found[-1].subject
        passive = any(token.low in words.passive for token in group[:-1])
        taken = {token.index for token in (*subject, *group)}
        end = edges[at + 1]
        for later in range(at + 1, len(groups)):
            if not _completes(piece, group, edges[later], words):
                break
            end = edges[later + 1]
        rest = tuple(t for t in piece.tokens[edges[at] : end] if _counts(t) and t.index not in taken)
        found.append(Predicate(group[-1], tuple(group), subject, rest, own, passive))
    return tuple(found)


def _completes(piece: Piece, group: Sequence[Token], edge: int, words: Lexicon) -> bool:
    """Whether what begins at ``edge`` completes the predicate before: it follows at once, or tells what was said."""
    token = piece.tokens[edge]
    if token.low in words.clause_prepositions:
        return False
    if token.kind == "word" and token.low not in words.joining and token.low not in words.contrast:
        if token.low in words.subordinators:
            return token.low in words.completing and not group[-1].word.keys.isdisjoint(words.reporting_verbs)
        return True
    return False


def _counts(token: Token) -> bool:
    return token.kind == "number" or (token.kind == "word" and token.content)


def _groups(piece: Piece, lang: str) -> list[list[Token]]:
    """Verbs that belong together."""
    words = lexicon(lang)
    groups: list[list[Token]] = []
    for token in piece.tokens:
        gerund = is_gerund(piece, token, lang)
        if not gerund and not is_verb(piece, token, lang):
            continue
        last = groups[-1][-1] if groups else None
        between = piece.tokens[last.index + 1 - piece.base : token.index - piece.base] if last is not None else ()
        together = (
            last is not None
            and not gerund
            and len(between) <= _TOGETHER
            and last.clause == token.clause
            and not any(b.kind != "word" or (b.content and not _adverb(b, lang)) for b in between)
            and not any(b.low in words.joining or b.low in words.contrast or b.low in words.subjects for b in between)
        )
        if together:
            groups[-1].append(token)
        else:
            groups.append([token])
    return groups


def _adverb(token: Token, lang: str) -> bool:
    if lang == "ru":
        return bool(russian_morphology().parse(token.low)[0].tag.POS == "ADVB")
    return lang == "en" and token.low.endswith("ly")


def _edge(piece: Piece, one: Token, other: Token, words: Lexicon) -> int:
    """Position of the first token that goes with the later of two verbs."""
    start = one.index + 1 - piece.base
    between = piece.tokens[start : other.index - piece.base]
    for at, token in enumerate(between):
        if token.low in words.subordinators or token.low in words.contrast:
            return start + at
    commas = [at for at, token in enumerate(between) if token.text in _COMMAS]
    if commas and not any(token.low in words.joining for token in between[commas[-1] :]):
        first = commas[0]
        return start + (first if len(commas) > 1 and commas[-1] == len(between) - 1 else commas[-1])
    joins = [at for at, token in enumerate(between) if token.low in words.joining]
    if joins:
        return start + joins[-1]
    if commas:
        return start + commas[-1]
    begins = [at for at, token in enumerate(between) if token.low in words.clause_prepositions]
    return start + (begins[-1] if begins else 0)  # else as in "said repairs would take"


def _subject(
    piece: Piece, stretch: Sequence[Token], group: Sequence[Token], lang: str
) -> tuple[tuple[Token, ...], bool]:
    """The subject of some verbs, and whether a relative pronoun stands for it."""
    words = lexicon(lang)
    first = group[0]
    if lang == "en" and not group[-1].word.keys.isdisjoint(words.reporting_verbs):
        speaker = _said_last(piece, group)
        if speaker:
            return speaker, False
    before, bracketed = _outside_brackets([token for token in stretch if token.index < first.index])
    relative = next(
        (
            token
            for token in before
            if token.low in words.subordinators
            and token.low in words.subjects
            and not _governed(piece, token, lang, stretch[0])
        ),
        None,
    )
    if relative is not None and not any(_fit(piece, t, lang, stretch[0]) for t in before if t.index > relative.index):
        return _antecedent(piece, relative, lang), True
    clause = first.clause
    candidates = _agreeing(first, [t for t in before if t.clause == clause and _fit(piece, t, lang, stretch[0])], lang)
    if not candidates:
        nearest = clause - _ASIDES - 1 - (len(stretch) if bracketed else 0)
        far = [t for t in before if nearest <= t.clause and _fit(piece, t, lang, stretch[0])]
        candidates = _agreeing(first, far, lang)
    if not candidates:
        said = not group[-1].word.keys.isdisjoint(words.reporting_verbs)
        following = [t for t in stretch if t.index > group[-1].index and t.clause == clause and _counts(t)]
        after = [t for t in following[: _LONG_TITLE if said else _INVERTED] if _fit(piece, t, lang, stretch[0])]
        if words.inflected:
            agreeing = _agreeing(first, after, lang)
            candidates = agreeing if said else _run(agreeing)
        elif said and not any(_counts(token) for token in before):  # "…", said the mayor
            candidates = after
    return tuple(candidates), False


def _said_last(piece: Piece, group: Sequence[Token]) -> tuple[Token, ...]:
    """Who said it, at the end of an English sentence after a comma and the verb: "…, said Ida Moss"."""
    at = group[0].index - piece.base
    following = piece.tokens[group[-1].index + 1 - piece.base :]
    if at == 0 or piece.tokens[at - 1].text not in (",", "”", '"') or not following or following[0].kind != "word":
        return ()
    if not any(token.text in _QUOTES or is_verb(piece, token, "en") for token in piece.tokens[:at]):
        return ()  # nothing was said yet: "Its leader, Ida Moss, called the plan a disgrace"
    if any(token.text in ("”", '"') for token in piece.tokens[max(0, at - 2) : at]):
        # After a quotation the speaker ends with the clause, whatever the sentence goes on to say.
        following = tuple(takewhile(lambda token: token.text not in _COMMAS, following))
    named = [token for token in following if token.clause == following[0].clause and _counts(token)]
    if any(is_verb(piece, token, "en") for token in following) or following[0].low in lexicon("en").prepositions:
        return ()
    return tuple(token for token in named[:_LONG_TITLE] if not _governed(piece, token, "en", following[0]))


def _outside_brackets(tokens: Sequence[Token]) -> tuple[list[Token], bool]:
    """The tokens that stand in no brackets, and whether any did."""
    kept: list[Token] = []
    depth, any_inside = 0, False
    for token in tokens:
        if token.text in "([":
            depth, any_inside = depth + 1, True
        elif token.text in ")]":
            depth = max(0, depth - 1)
        elif not depth:
            kept.append(token)
    return kept, any_inside


def _agreeing(verb: Token, candidates: Sequence[Token], lang: str) -> list[Token]:
    """The candidates, or none if a single one cannot be what the form of the verb asks for."""
    common = [token for token in candidates if not token.capital]
    apart = any(other.index - one.index > 1 for one, other in pairwise(common))
    kept = [token for token in candidates if token.capital or agrees(verb.low, token.low, lang, apart)]
    return kept if any(not token.capital for token in kept) or len(common) < len(candidates) else []


def _run(tokens: Sequence[Token]) -> list[Token]:
    """The first tokens that stand side by side."""
    kept: list[Token] = []
    for token in tokens:
        if kept and token.index - kept[-1].index > 1 + token.capital:
            break
        kept.append(token)
    return kept


def _fit(piece: Piece, token: Token, lang: str, start: Token) -> bool:
    if token.index in piece.numbers or is_verb(piece, token, lang):
        return False
    if token.capital and token.index in piece.entities:  # all of a name goes by its first word
        token = next((name.tokens[0] for name in piece.names if name.first <= token.index <= name.last), token)
    return may_be_subject(piece, token, lang) and not _governed(piece, token, lang, start)


def _governed(piece: Piece, token: Token, lang: str, start: Token) -> bool:
    """Whether a preposition governs the word: it stands before it, or before the words that lead to it.

    One that begins the clause itself (after the mayor resigned) governs nothing.
    """
    words = lexicon(lang)
    at = token.index - piece.base - 1
    steps = 0
    while at >= 0 and steps < _INVERTED:
        before = piece.tokens[at]
        if before.low in words.prepositions:
            return before is not start or before.low not in words.clause_prepositions
        if before.kind == "sign" and before.text not in _QUOTES:
            return False
        if before.content and _closes(piece, before, lang, steps):
            return False
        at, steps = at - 1, steps + 1
    return False


def _closes(piece: Piece, token: Token, lang: str, steps: int) -> bool:
    """Whether a word before is what a preposition farther back governs: "в мае регулятор"."""
    if lang == "en":
        return steps > 0 and token.index not in piece.entities
    if (token.index in piece.entities and not token.capital) or is_verb(piece, token, lang):
        return True
    return is_noun(token.low, lang)


def _antecedent(piece: Piece, relative: Token, lang: str) -> tuple[Token, ...]:
    at = relative.index - piece.base - 1
    found: list[Token] = []
    while at >= 0 and len(found) < _INVERTED:
        token = piece.tokens[at]
        if token.kind == "sign" and token.text not in _QUOTES and found:
            break
        if token.kind == "word" and token.content:
            if is_verb(piece, token, lang):
                break
            found.append(token)
        at -= 1
    return tuple(reversed(found))
