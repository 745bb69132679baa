"""Names of a summary sentence against the article's."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import lru_cache

from desktop_app.article import Span
from desktop_app.grounding.comparison import Comparison, is_passive, places_of
from desktop_app.grounding.equivalents import equivalents, expansion, same_bearer, stands_in
from desktop_app.grounding.lexicon import lexicon
from desktop_app.grounding.names import Name, derived, same_name, same_word, stems
from desktop_app.grounding.report import Claim, ClaimKind, Place, Problem, State
from desktop_app.grounding.rivals import weigh
from desktop_app.grounding.roles import may_fill, preposition_before
from desktop_app.grounding.slots import Slot
from desktop_app.grounding.source import Piece
from desktop_app.grounding.transliteration import similar
from desktop_app.grounding.words import Token

#: How many sentences back a pronoun may point.
_PRONOUN_REACH = 3
_LONGEST_ABBREVIATION = 6
#: Fewest letters of the second part of a syllable abbreviation.
_LEAST_PART = 4
#: Tokens before a name among which its preposition and what that belongs to stand.
_FRAME = 3
_ARTICLES = frozenset({"the", "a", "an"})
_Mention = tuple[Piece, Name]


def check_names(comparison: Comparison) -> list[Claim]:
    """A claim for every name of the sentence."""
    return [claim for name in comparison.piece.names if (claim := _name(comparison, name)) is not None]


def _name(comparison: Comparison, name: Name) -> Claim | None:
    span = Span(name.start, name.end)
    places: list[Place] = []
    exact = True
    missing: list[Token] = []
    for token in name.words:
        found = _word_places(comparison, token)
        if not found:
            missing.append(token)
            continue
        exact = exact and any(theirs.text == token.text for _, theirs in found)
        places.append(places_of(found[0][0], (found[0][1],)))
    if missing:
        other = _other_writing(comparison, name, missing)
        if other:
            return comparison.claim(ClaimKind.NAME, span, State.OTHER_FORM, other)
        if all(_title(token, comparison) for token in missing):
            missing = []
    if missing:
        return comparison.claim(ClaimKind.NAME, span, State.NOT_FOUND, (), Problem.ABSENT)
    if comparison.crossed:
        return comparison.claim(ClaimKind.NAME, span, State.OTHER_FORM, places)
    mentions = _mentions(comparison, name)
    if not mentions and _mixed(comparison, name):
        return comparison.claim(ClaimKind.NAME, span, State.NOT_FOUND, places, Problem.MIXED_NAME)
    rival = _rival(comparison, name, mentions) or _framed(comparison, name, mentions)
    if rival is not None:
        piece, other_name = rival
        place = places_of(piece, other_name.tokens)
        return comparison.claim(ClaimKind.NAME, span, State.NOT_FOUND, [place], Problem.OTHER_PLACE)
    ranked = sorted(mentions, key=lambda pair: _rank(comparison, pair[0]))
    clickable = [places_of(piece, mention.tokens) for piece, mention in ranked[:5]] or places
    return comparison.claim(ClaimKind.NAME, span, State.EXACT if exact else State.OTHER_FORM, clickable)


def _title(token: Token, comparison: Comparison) -> bool:
    """Whether a word of a name is a title, that of a former or deputy holder included: ex-mayor, віцепрем'єр."""
    titles = comparison.words.titles
    rests = [token.low.removeprefix(prefix).lstrip("-") for prefix in comparison.words.prefixes]
    return token.low in titles or any(rest in titles for rest in rests if rest != token.low)


def _rank(comparison: Comparison, piece: Piece) -> tuple[int, int]:
    for position, near in enumerate(comparison.alignment.near):
        if near.number == piece.number:
            return position, piece.number
    return len(comparison.alignment.near), piece.number


def _word_places(comparison: Comparison, token: Token) -> list[tuple[Piece, Token]]:
    source = comparison.source
    if comparison.crossed:
        return [
            (piece, word)
            for piece in source.pieces
            for word in piece.tokens
            if word.kind == "word"
            and (word.capital or token.low.isascii() == word.low.isascii())
            and (
                same_word(token.low, word.low, source.lang)
                or (word.capital and _transliterated(token.low, word.low, source.lang))
            )
        ]
    found = source.forms(token.low, comparison.lang)
    capital = [(piece, word) for piece, word in found if word.capital]
    if capital or (found and not token.text.isupper()):
        return capital or found
    if "-" in token.low or len(token.low) >= 5:
        parts = [part for part in token.low.split("-") if len(part) > 2]
        if len(parts) > 1 and all(source.forms(part, comparison.lang) for part in parts):
            return [pair for part in parts for pair in source.forms(part, comparison.lang)]
    return [
        (piece, word)
        for piece in source.pieces
        for word in piece.tokens
        if word.kind == "word" and _adjective_or_part(token, word, comparison.lang)
    ]


@lru_cache(maxsize=50_000)
def _transliterated(name: str, word: str, lang: str) -> bool:
    return any(similar(name, stem) for stem in stems(word, lang) if len(stem) > 2)


def _adjective_or_part(token: Token, word: Token, lang: str) -> bool:
    if len(token.low) < 4 or token.low[:3] not in word.low:
        return False
    if "-" in word.low and any(same_word(token.low, part, lang) for part in word.low.split("-")):
        return True
    return token.low[:4] == word.low[:4] and derived(token.low, word.low, lang)


def _other_writing(comparison: Comparison, name: Name, missing: Sequence[Token]) -> list[Place]:
    """The name as an abbreviation, an expansion, or in another language."""
    source, lang = comparison.source, comparison.source.lang
    words = [token.low for token in name.words]
    runs = [words] if len(words) == 1 else [words, *([token.low] for token in missing)]
    for run in runs:
        for other in equivalents(run, comparison.lang):
            for piece in source.pieces:
                tokens = stands_in(other, piece.tokens, lang)
                if tokens:
                    return [places_of(piece, tokens)]
        if run is not words and len(missing) > 1:
            break
    for token in missing:
        letters = token.low.replace(".", "")
        if token.text.isupper() and 2 <= len(letters) <= _LONGEST_ABBREVIATION and not comparison.crossed:
            for piece in source.pieces:
                tokens = expansion(letters, piece.tokens)
                if tokens:
                    return [places_of(piece, tokens)]
    for token in missing:
        for piece in source.pieces:
            tokens = _joined(token.low, piece, lang)
            if tokens:
                return [places_of(piece, tokens)]
    return _abbreviated(comparison, name)


def _joined(low: str, piece: Piece, lang: str) -> tuple[Token, ...]:
    """The words of the article a syllable abbreviation is made of: Минэкологии – министерство экологии."""
    for cut in range(2, 6):
        head, rest = low[:cut], low[cut:]
        if len(rest) < _LEAST_PART:
            break
        for one, other in zip(piece.tokens, piece.tokens[1:], strict=False):
            if one.low.startswith(head) and len(one.low) > cut + 2 and same_word(rest, other.low, lang):
                return (one, other)
    return ()


def _abbreviated(comparison: Comparison, name: Name) -> list[Place]:
    """«Вооружённые силы Украины» in the summary where the article has only ВСУ."""
    position = name.first - comparison.piece.base
    following = comparison.piece.tokens[position : position + _LONGEST_ABBREVIATION]
    for piece in comparison.source.pieces:
        for token in piece.tokens:
            letters = token.low.replace(".", "")
            short = token.kind == "word" and token.text.isupper() and 3 <= len(letters) <= _LONGEST_ABBREVIATION
            if short and expansion(letters, following) and expansion(letters, following)[0] is following[0]:
                return [places_of(piece, (token,))]
    return []


def _mentions(comparison: Comparison, name: Name) -> list[_Mention]:
    """Mentions of the name's bearer in the article."""
    return [
        (piece, other)
        for piece in comparison.source.pieces
        for other in piece.names
        if same_name(name, other, comparison.lang)
    ]


def _mixed(comparison: Comparison, name: Name) -> bool:
    """Whether two neighbouring words of the name belong, in the article, to two different names."""
    lang = comparison.lang
    words = [token for token in name.words if token.low not in comparison.words.titles]
    longer = [other.words for piece in comparison.source.pieces for other in piece.names if len(other.words) > 1]
    for one, other in itertools.pairwise(words):
        with_one = [run for run in longer if any(same_word(one.low, word.low, lang) for word in run)]
        with_other = [run for run in longer if any(same_word(other.low, word.low, lang) for word in run)]
        together = any(same_word(other.low, word.low, lang) for run in with_one for word in run)
        if with_one and with_other and not together:
            return True
    return False


def _rival(comparison: Comparison, name: Name, mentions: Sequence[_Mention]) -> _Mention | None:
    lang = comparison.lang
    own_stems = {stem for token in name.words for stem in stems(token.low, lang)}
    rivals = [
        (piece, other)
        for piece in comparison.alignment.witnesses
        if piece.number < comparison.source.body_count
        for other in piece.names
        if not same_bearer(name, other, lang)
        and not (own_stems & set(stems(other.words[-1].low, lang)))
        and _comparable(comparison, name, piece, other)
    ]
    if not rivals:
        return None
    passive = is_passive(comparison.piece, name.tokens[0].clause, lang) if comparison.words.agent else None
    if preposition_before(name, comparison.piece, lang) in comparison.words.agent:
        passive = True
    own = [comparison.source_slot(piece, other.first, other.last, passive) for piece, other in mentions]
    own.extend(_pronouns(comparison, {piece.number for piece, _ in mentions}))
    if not mentions:
        own.extend(
            comparison.source_slot(piece, word.index, word.index)
            for token in name.words
            for piece, word in comparison.source.forms(token.low, lang)
        )
    slot = comparison.slot(name.first, name.last)
    verdict = weigh(
        slot,
        own,
        [comparison.source_slot(piece, other.first, other.last, passive) for piece, other in rivals],
        comparison.other_side,
        comparison.reporting,
    )
    return rivals[verdict.best_rival] if verdict.lost and verdict.best_rival is not None else None


def _framed(comparison: Comparison, name: Name, mentions: Sequence[_Mention]) -> _Mention | None:
    """Another name that alone has, in the article, the word and preposition before this one: drawings by Leonardo."""
    lang = comparison.lang
    frame = _frame(comparison.piece, name, lang)
    if frame is None or any(_one_frame(frame, _frame(piece, other, lang)) for piece, other in mentions):
        return None
    for piece in comparison.alignment.witnesses:
        for other in piece.names:
            if not _one_frame(frame, _frame(piece, other, lang)) or same_bearer(name, other, lang):
                continue
            if not any(same_name(other, present, lang) for present in comparison.all_of_it.names):
                return piece, other
    return None


def _frame(piece: Piece, name: Name, lang: str) -> tuple[Token, str] | None:
    """The content word and the preposition right before a name, articles left out."""
    words = lexicon(lang)
    before = list(piece.tokens[max(0, name.first - piece.base - _FRAME) : name.first - piece.base])
    while before and before[-1].low in _ARTICLES:
        before.pop()
    if len(before) < 2 or before[-1].low not in words.prepositions or not before[-2].content:
        return None
    return before[-2], before[-1].low


def _one_frame(one: tuple[Token, str], other: tuple[Token, str] | None) -> bool:
    if other is None or one[1] != other[1]:
        return False
    return one[0].low == other[0].low or any(
        key in other[0].word.keys for key in one[0].word.keys if not key.startswith(("~", "="))
    )


def _comparable(comparison: Comparison, name: Name, piece: Piece, other: Name) -> bool:
    """Whether another name of the article could fill the slot: like preposition, case that does not speak against it.

    In inflected languages two names of one sentence tell their roles by case, see ``role_claims``, not by place.
    """
    lang = comparison.lang
    if comparison.words.inflected and any(same_name(other, present, lang) for present in comparison.all_of_it.names):
        return False
    return may_fill(comparison.source, (name, comparison.piece), (other, piece))


def _pronouns(comparison: Comparison, mentioned: set[int]) -> list[Slot]:
    """Slots of the pronouns that may stand for a name mentioned shortly before."""
    found: list[Slot] = []
    for piece in comparison.alignment.witnesses:
        if not any(piece.number - back in mentioned for back in range(_PRONOUN_REACH + 1)):
            continue
        found.extend(
            comparison.source_slot(piece, token.index, token.index)
            for token in piece.tokens
            if token.low in comparison.words.subjects
        )
    return found
