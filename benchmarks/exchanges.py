"""Who said it, who did it, which of two numbers: ways to make a statement wrong with what the article has elsewhere.

Speakers, subjects and boundaries are found here by word lists and word order of their own, not by the checker's reading
of predicates: what the checker cannot read must count as missed.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.perturbation_words import FINITE_EN, OPENING, PARTING, SAID, SAID_BY
from benchmarks.word_forms import finite
from desktop_app.grounding.equivalents import same_bearer
from desktop_app.grounding.names import Name, same_word
from desktop_app.grounding.quantities import Quantity
from desktop_app.grounding.source import Piece, Source
from desktop_app.grounding.words import Token

DIGITS = re.compile(r"(?<![\d.,:\w-])\d+(?:[   ]\d{3})*(?:[.,]\d+)?(?![\d:\w])(?![.,-]\d)(?!-\w)")
#: Title words that may stand between a verb of saying and the name.
_TITLES = 3
_LONGEST_SUBJECT = 6
_SHORTEST, _LONGEST = 5, 30
_FEWEST_WORDS = 4
_PAST = re.compile(r"(?:л|ла|ло|ли|в|вла)(?:ся|сь)?$")
_OBLIQUE = re.compile(r"(?:ого|ому|ові|еві|ом|ем|єм|ою|ею|ами|ями|у|ю|ої|ій)$")
_PRONOUNS = re.compile(r"\b(?:I|we|my|our|я|мы|мой|наш\w*|ми|мій)\b", re.IGNORECASE)


@dataclass(frozen=True)
class _Speaker:
    """A name beside a verb of saying; ``form`` is what the verb shows of it, or the phrase that governs it."""

    name: Name
    form: str


def _speakers(piece: Piece, lang: str) -> Iterator[_Speaker]:
    for name in piece.names:
        if len(name.words[0].text) < 3:
            continue
        first, last = name.first - piece.base, name.last - piece.base
        after = piece.tokens[last + 1] if last + 1 < len(piece.tokens) else None
        if after is not None and after.low in SAID[lang]:
            yield _Speaker(name, _form(after.low, lang))
            continue
        before = piece.tokens[max(0, first - _TITLES) : first]
        phrase = tuple(token.low for token in before[-2:])
        if phrase in SAID_BY[lang]:
            yield _Speaker(name, " ".join(phrase))
            continue
        for token in reversed(before):
            if token.kind != "word" or token.capital:
                break
            if token.low in SAID[lang]:
                yield _Speaker(name, _form(token.low, lang))
                break


def _form(low: str, lang: str) -> str:
    """What has to agree with another subject: gender and number of a Slavic past, person of an English present."""
    if lang == "en":
        return low if low in FINITE_EN else "s" if low.endswith("s") else ""
    found = _PAST.search(low)
    return found.group().removesuffix("ся").removesuffix("сь") if found else low[-2:]


def attribution_swap(text: str, lang: str, pieces: tuple[Piece, ...], source: Source, rng: random.Random) -> str | None:
    """What somebody said is given to somebody else who says something in the article."""
    present = [name for piece in pieces for name in piece.names]
    pool = [speaker for piece in source.pieces[: source.body_count] for speaker in _speakers(piece, lang)]
    options = []
    for piece in pieces:
        for mine in _speakers(piece, lang):
            for other in pool:
                if mine.form == other.form and not any(_akin(other.name, name, lang) for name in present):
                    options.append((mine.name, other.name))
    if not options:
        return None
    name, other_name = rng.choice(options)
    return text[: name.start] + source.article.body[other_name.start : other_name.end] + text[name.end :]


def _akin(one: Name, other: Name, lang: str) -> bool:
    return same_bearer(one, other, lang) or any(same_word(a.low, b.low, lang) for a in one.words for b in other.words)


@dataclass(frozen=True)
class _Clause:
    """A sentence that begins with its subject, a name with titles before it: ``verb`` is the first finite verb."""

    subject: tuple[Token, ...]
    name: Name
    verb: Token
    end: int


def _clause(piece: Piece, lang: str) -> _Clause | None:
    verb = next((t for t in piece.tokens if t.kind == "word" and not t.capital and finite(t.text, lang)), None)
    if verb is None:
        return None
    subject = piece.tokens[: verb.index - piece.base]
    if not 0 < len(subject) <= _LONGEST_SUBJECT or any(token.kind != "word" for token in subject):
        return None
    name = next((name for name in piece.names if name.last == subject[-1].index), None)
    if name is None or len(name.words[0].text) < 3 or (lang != "en" and _OBLIQUE.search(name.words[-1].low)):
        return None
    inside = {token.index for token in name.tokens}
    if any(t.low in OPENING[lang] for t in subject if t.index not in inside) or name.possessive:
        return None
    return _Clause(tuple(subject), name, verb, piece.tokens[-1].end)


def merge(text: str, lang: str, pieces: tuple[Piece, ...], source: Source, rng: random.Random) -> str | None:
    """The subject of the statement's first sentence with what another sentence says of another subject."""
    own = _clause(pieces[0], lang) if pieces else None
    if own is None:
        return None
    present = [name for piece in pieces for name in piece.names]
    body = source.article.body
    options = []
    for piece in source.pieces[: source.body_count]:
        told = body[piece.place.span.start : piece.place.span.end]
        if not _SHORTEST <= len(told.split()) <= _LONGEST or re.search(r"[«»\"“”]", told) or _PRONOUNS.search(told):
            continue
        theirs = _clause(piece, lang)
        if theirs is None or _form(own.verb.low, lang) != _form(theirs.verb.low, lang):
            continue
        if any(_akin(name, other, lang) for name in piece.names for other in [own.name]):
            continue
        if any(_akin(theirs.name, name, lang) for name in present):
            continue
        options.append(body[theirs.verb.start : theirs.end])
    if not options:
        return None
    return text[own.subject[0].start : own.subject[-1].end] + " " + rng.choice(options)


def _like_numbers(text: str, piece: Piece) -> Iterator[tuple[Quantity, Quantity, re.Match[str], re.Match[str]]]:
    """Two numbers of a sentence with one unit, told of different things."""
    for one in piece.quantities:
        for other in piece.quantities:
            if other.first <= one.last or one.unit != other.unit or one.high is not None or other.high is not None:
                continue
            if one.figure is None or other.figure is None or one.figure.kind in ("score", "range"):
                continue
            mine, theirs = DIGITS.search(text, one.start, one.end), DIGITS.search(text, other.start, other.end)
            if mine is None or theirs is None or mine.group() == theirs.group():
                continue
            between = piece.tokens[one.last + 1 - piece.base : other.first - piece.base]
            telling = [t for t in between if t.kind == "word" and t.content and t is not one.noun]
            if telling and _scale(text, one) == _scale(text, other):
                yield one, other, mine, theirs


def _scale(text: str, quantity: Quantity) -> str:
    return re.sub(r"[\d\s.,  ]", "", text[quantity.start : quantity.end])


def neighbour_number(text: str, lang: str, pieces: tuple[Piece, ...], source: Source, rng: random.Random) -> str | None:
    """Two numbers of one sentence change places, or one clause is told alone with the number of the other."""
    options = []
    for piece in pieces:
        for one, other, mine, theirs in _like_numbers(text, piece):
            begin, end = mine.span()
            options.append(
                text[:begin] + theirs.group() + text[end : theirs.start()] + mine.group() + text[theirs.end() :]
            )
            for start, stop, inside, foreign in _halves(text, lang, piece, one, other, mine, theirs):
                half = text[start : inside.start()] + foreign.group() + text[inside.end() : stop]
                options.append(_sentence(half))
    return rng.choice(options) if options else None


def parted(text: str, lang: str, pieces: tuple[Piece, ...], rng: random.Random) -> str | None:
    """One clause of a sentence with two like numbers, told alone with its own number: faithful."""
    options = []
    for piece in pieces:
        for one, other, mine, theirs in _like_numbers(text, piece):
            options += [
                _sentence(text[start:stop])
                for start, stop, _, _ in _halves(text, lang, piece, one, other, mine, theirs)
            ]
    return rng.choice(options) if options else None


def _halves(
    text: str,
    lang: str,
    piece: Piece,
    one: Quantity,
    other: Quantity,
    mine: re.Match[str],
    theirs: re.Match[str],
) -> Iterator[tuple[int, int, re.Match[str], re.Match[str]]]:
    """Stretches of the text with one of two numbers, its match, and the other's: what stands before the last parting
    between them; what stands after it, where that has a subject of its own before the number."""
    between = piece.tokens[one.last + 1 - piece.base : other.first - piece.base]
    at = next(
        (n for n in reversed(range(len(between))) if between[n].text in ",;" or between[n].low in PARTING[lang]), None
    )
    if at is None or _fewer(piece.tokens[: between[at].index - piece.base]):
        return
    if any(q.first > one.last and q.last < between[at].index for q in piece.quantities):
        return
    yield piece.tokens[0].start, between[at].start, mine, theirs
    later = [token for token in between[at:] if token.text not in ",;" and token.low not in PARTING[lang]]
    rest = piece.tokens[other.last + 1 - piece.base :]
    if (
        any(t.kind == "word" and finite(t.text, lang) for t in later)
        and sum(token.content for token in later) > 1
        and not any(t.text in ",;" for t in rest)
    ):
        yield later[0].start, piece.tokens[-1].end, theirs, mine


def _fewer(tokens: Sequence[Token]) -> bool:
    return sum(token.kind == "word" for token in tokens) < _FEWEST_WORDS


def _sentence(text: str) -> str:
    text = text.strip().rstrip(".,;:—– ")
    return f"{text[:1].upper()}{text[1:]}."
