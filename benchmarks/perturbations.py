"""Ways to make a faithful statement wrong, one at a time, keeping its grammar where the language allows."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence

from benchmarks.exchanges import DIGITS, attribution_swap, merge, neighbour_number
from benchmarks.perturbation_words import ANYONE, DIRECTION, FINITE_EN, OUTSIDE, UNITS
from benchmarks.word_forms import case_of, finite, inflect, lemma, ukrainian_forms
from desktop_app.article import Section
from desktop_app.grounding.equivalents import same_bearer
from desktop_app.grounding.names import Name, same_name, same_word
from desktop_app.grounding.source import Piece, Source, take_apart

KINDS = (
    "number of the article",
    "number changed",
    "unit or noun",
    "name of the article",
    "name from outside",
    "roles",
    "negation added",
    "negation removed",
    "direction",
    "attribution",
    "merge",
    "number to neighbour",
)
#: Those for which whole sentences of the article do as well as statements made of them.
EXCHANGES = KINDS[-3:]


def perturb(
    text: str, lang: str, source: Source, rng: random.Random, kinds: Sequence[str] = KINDS
) -> Iterator[tuple[str, str]]:
    """Pairs of a kind, of those asked for, and the statement made wrong in that way."""
    pieces = take_apart(text, lang, Section.BODY, capitals=source.capitals, lower=source.lower)
    makers = (
        ("number of the article", _number_of_article),
        ("number changed", _number_changed),
        ("unit or noun", _unit),
        ("name of the article", _name_of_article),
        ("name from outside", _name_outside),
        ("roles", _roles),
        ("negation added", _negation_added),
        ("negation removed", _negation_removed),
        ("direction", _direction),
        ("attribution", attribution_swap),
        ("merge", merge),
        ("number to neighbour", neighbour_number),
    )
    for kind, make in makers:
        if kind not in kinds:
            continue
        wrong = make(text, lang, pieces, source, rng)
        if wrong is not None and wrong != text:
            yield kind, wrong


def _number_of_article(
    text: str, lang: str, pieces: tuple[Piece, ...], source: Source, rng: random.Random
) -> str | None:
    """A number is exchanged for another of the article that measures the same."""
    options = []
    here = {q.value for piece in pieces for q in piece.quantities}
    for piece in pieces:
        for mine in piece.quantities:
            shown = DIGITS.search(text, mine.start, mine.end)
            if shown is None or mine.figure is None:
                continue
            for other_piece in source.pieces:
                if other_piece.number >= source.body_count:
                    continue
                body = source.article.body
                for other in other_piece.quantities:
                    digits = DIGITS.search(body, other.start, other.end)
                    same = other.unit == mine.unit and other.value not in here and other.figure is not None
                    if digits is not None and same and digits.group() != shown.group():
                        if mine.unit is None and not _one_scale(
                            text[mine.start : mine.end], body[other.start : other.end]
                        ):
                            continue
                        options.append((shown.span(), digits.group()))
    if not options:
        return None
    (start, end), new = rng.choice(options)
    return text[:start] + new + text[end:]


def _one_scale(one: str, other: str) -> bool:
    return re.sub(r"[\d\s.,]", "", one) == re.sub(r"[\d\s.,]", "", other)


def _number_changed(text: str, lang: str, pieces: tuple[Piece, ...], source: Source, rng: random.Random) -> str | None:
    """One digit is changed, to a number the article does not have."""
    present = set(re.findall(r"\d+", source.article.body + " " + (source.article.title or "")))
    shown = list(DIGITS.finditer(text))
    rng.shuffle(shown)
    for match in shown:
        old = match.group()
        for _ in range(12):
            at = rng.randrange(len(old))
            if not old[at].isdigit():
                continue
            digit = rng.choice([d for d in "123456789" if d != old[at]])
            new = old[:at] + digit + old[at + 1 :]
            if not set(re.findall(r"\d+", new)) & present or not set(re.findall(r"\d+", new)) <= present:
                return text[: match.start()] + new + text[match.end() :]
    return None


def _unit(text: str, lang: str, pieces: tuple[Piece, ...], source: Source, rng: random.Random) -> str | None:
    """A unit becomes another unit, or what is counted becomes what another number of the article counts."""
    options: list[str] = []
    for piece in pieces:
        for quantity in piece.quantities:
            if quantity.figure is None:
                continue
            stretch = text[quantity.start : quantity.end]
            for old, new in UNITS[lang]:
                pattern = re.escape(old) if not old[0].isalpha() else rf"\b{re.escape(old)}(?!\w)"
                match = re.search(pattern, stretch)
                if match:
                    options.append(text[: quantity.start + match.start()] + new + text[quantity.start + match.end() :])
                    break
            noun = quantity.noun
            if (
                quantity.unit is None
                and quantity.lemma
                and noun is not None
                and same_word(quantity.lemma, noun.low, lang)
            ):
                others = [
                    other.noun.text
                    for other_piece in source.pieces
                    for other in other_piece.quantities
                    if other.figure is not None
                    and other.unit is None
                    and other.lemma
                    and other.noun is not None
                    and not other.noun.same(quantity.noun)
                    and other.lemma != quantity.lemma
                    and same_word(other.lemma, other.noun.low, lang)
                    and other.noun.low not in ANYONE
                    and quantity.noun.low not in ANYONE
                ]
                if others:
                    options.append(
                        text[: quantity.noun.start] + rng.choice(sorted(set(others))) + text[quantity.noun.end :]
                    )
    return rng.choice(options) if options else None


def _names(pieces: tuple[Piece, ...]) -> list[Name]:
    return [name for piece in pieces for name in piece.names if len(name.words[0].text) > 2]


def _name_of_article(text: str, lang: str, pieces: tuple[Piece, ...], source: Source, rng: random.Random) -> str | None:
    mine = _names(pieces)
    pool = _names(source.pieces[: source.body_count])
    options = []
    for name in mine:
        for other in pool:
            if any(same_bearer(other, present, lang) or _shares(other, present, lang) for present in mine):
                continue
            if lang == "uk" and name.words[-1].low[-1] != other.words[-1].low[-1]:
                continue  # there is no inflector at hand: take names that end alike
            options.append((name, other))
    if not options:
        return None
    name, other = rng.choice(options)
    return text[: name.start] + _like(source.article.body[other.start : other.end], name, lang) + text[name.end :]


def _shares(one: Name, other: Name, lang: str) -> bool:
    return any(same_word(a.low, b.low, lang) for a in one.words for b in other.words)


def _name_outside(text: str, lang: str, pieces: tuple[Piece, ...], source: Source, rng: random.Random) -> str | None:
    mine = _names(pieces)
    if not mine:
        return None
    name = rng.choice(mine)
    new = rng.choice(OUTSIDE[lang])
    return text[: name.start] + _like(new, name, lang) + text[name.end :]


def _like(new: str, old: Name, lang: str) -> str:
    """``new`` in the case of ``old`` (Russian; elsewhere as it is)."""
    if lang != "ru":
        return new
    case = case_of(old.words[-1].text)
    return " ".join(inflect(word, case) for word in new.split()) if case else new


def _roles(text: str, lang: str, pieces: tuple[Piece, ...], source: Source, rng: random.Random) -> str | None:
    """Two names of a sentence that a verb parts change places, each in the other's case."""
    options = []
    for piece in pieces:
        for one in piece.names:
            for other in piece.names:
                if other.first <= one.last or same_name(one, other, lang) or _shares(one, other, lang):
                    continue
                between = piece.tokens[one.last + 1 - piece.base : other.first - piece.base]
                one_clause = one.tokens[0].clause == other.tokens[0].clause
                if not one_clause or len(between) > 9 or not any(finite(token.text, lang) for token in between):
                    continue
                swapped = _swapped(text, one, other, lang, source)
                if swapped is not None:
                    options.append(swapped)
    return rng.choice(options) if options else None


def _swapped(text: str, one: Name, other: Name, lang: str, source: Source) -> str | None:
    first, second = text[one.start : one.end], text[other.start : other.end]
    if lang == "ru":
        cases = case_of(one.words[-1].text), case_of(other.words[-1].text)
        if None in cases or cases[0] == cases[1]:
            return None
        first, second = (
            " ".join(inflect(word, cases[1] or "") for word in first.split()),
            " ".join(inflect(word, cases[0] or "") for word in second.split()),
        )
    elif lang == "uk":
        found = ukrainian_forms(one, other, source)
        if found is None:
            return None
        first, second = found
    return text[: one.start] + second + text[one.end : other.start] + first + text[other.end :]


def _negation_added(text: str, lang: str, pieces: tuple[Piece, ...], source: Source, rng: random.Random) -> str | None:
    options = []
    for piece in pieces:
        for position, token in enumerate(piece.tokens):
            if token.kind != "word" or token.capital or not finite(token.text, lang):
                continue
            before = piece.tokens[position - 1].low if position else ""
            if any(t.low in ("не", "not", "ні", "ни") for t in piece.tokens[max(0, position - 4) : position]):
                continue
            following = piece.tokens[position + 1] if position + 1 < len(piece.tokens) else None
            if before in ("не", "not", "ни", "ні", "never") or (following and following.low in ("не", "not", "never")):
                continue
            if lang != "en":
                options.append(text[: token.start] + "не " + text[token.start :])
            elif token.low in FINITE_EN:
                options.append(text[: token.end] + " not" + text[token.end :])
            elif (
                (
                    before
                    and before not in FINITE_EN
                    and before not in ("been", "be", "being", "the", "a", "an", "by", "to")
                )
                and position
                and piece.tokens[position - 1].kind == "word"
            ):
                options.append(text[: token.start] + "did not " + lemma(token.low, "en") + text[token.end :])
    return rng.choice(options) if options else None


def _negation_removed(
    text: str, lang: str, pieces: tuple[Piece, ...], source: Source, rng: random.Random
) -> str | None:
    if lang == "en":
        found = re.search(r"\b(?:did|do|does) not (?=[a-z])|(?<=\w)n['’]t\b| not(?= (?!only|just|least)[a-z])", text)
    else:
        found = re.search(
            r"\b[Нн]е (?!тільки|только|лишь|лише|менее|менше|более|больше|більше|один)(?=[а-яіїєґё])", text
        )
    if found is None:
        return None
    return text[: found.start()] + text[found.end() :]


def _direction(text: str, lang: str, pieces: tuple[Piece, ...], source: Source, rng: random.Random) -> str | None:
    options = []
    for pair in DIRECTION[lang].split("|"):
        one, other = pair.split()
        for old, new in ((one, other), (other, one)):
            for match in re.finditer(rf"(?<![\w-]){old}(?![\w-])", text):
                options.append(text[: match.start()] + new + text[match.end() :])
    return rng.choice(options) if options else None
