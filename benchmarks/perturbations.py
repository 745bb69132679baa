"""Ways to make a faithful statement wrong, one at a time, keeping its grammar where the language allows."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from functools import cache

from benchmarks.perturbation_words import ANYONE, DIRECTION, FINITE_EN, OUTSIDE, UNITS
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
)


def perturb(text: str, lang: str, source: Source, rng: random.Random) -> Iterator[tuple[str, str]]:
    """Pairs of a kind and the statement made wrong in that way."""
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
    )
    for kind, make in makers:
        wrong = make(text, lang, pieces, source, rng)
        if wrong is not None and wrong != text:
            yield kind, wrong


_DIGITS = re.compile(r"(?<![\d.,:\w-])\d+(?:[   ]\d{3})*(?:[.,]\d+)?(?![\d:\w])(?![.,-]\d)(?!-\w)")


def _number_of_article(
    text: str, lang: str, pieces: tuple[Piece, ...], source: Source, rng: random.Random
) -> str | None:
    """A number is exchanged for another of the article that measures the same."""
    options = []
    here = {q.value for piece in pieces for q in piece.quantities}
    for piece in pieces:
        for mine in piece.quantities:
            shown = _DIGITS.search(text, mine.start, mine.end)
            if shown is None or mine.figure is None:
                continue
            for other_piece in source.pieces:
                if other_piece.number >= source.body_count:
                    continue
                body = source.article.body
                for other in other_piece.quantities:
                    digits = _DIGITS.search(body, other.start, other.end)
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
    shown = list(_DIGITS.finditer(text))
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
    case = _grammemes(old.words[-1].text)
    return " ".join(_inflect(word, case) for word in new.split()) if case else new


@cache
def _russian():  # type: ignore[no-untyped-def]
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang="ru")


@cache
def _grammemes(word: str) -> str | None:
    parses = _russian().parse(word)
    named = [p for p in parses if {"Name", "Surn", "Geox", "Orgn"} & set(p.tag.grammemes)] or parses
    return named[0].tag.case


@cache
def _inflect(word: str, case: str) -> str:
    if not word[:1].isupper() or not re.fullmatch("[А-Яа-яёЁ]+", word):
        return word
    parses = _russian().parse(word)
    named = [p for p in parses if {"Name", "Surn", "Geox", "Orgn"} & set(p.tag.grammemes)] or parses
    form = named[0].inflect({case})
    if form is None:
        return word
    return form.word.upper() if word.isupper() and len(word) > 1 else form.word.capitalize()


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
                if not one_clause or len(between) > 9 or not any(_finite(token.text, lang) for token in between):
                    continue
                swapped = _swapped(text, one, other, lang, source)
                if swapped is not None:
                    options.append(swapped)
    return rng.choice(options) if options else None


def _swapped(text: str, one: Name, other: Name, lang: str, source: Source) -> str | None:
    first, second = text[one.start : one.end], text[other.start : other.end]
    if lang == "ru":
        cases = _grammemes(one.words[-1].text), _grammemes(other.words[-1].text)
        if None in cases or cases[0] == cases[1]:
            return None
        first, second = (
            " ".join(_inflect(word, cases[1] or "") for word in first.split()),
            " ".join(_inflect(word, cases[0] or "") for word in second.split()),
        )
    elif lang == "uk":
        found = _ukrainian_forms(one, other, source)
        if found is None:
            return None
        first, second = found
    return text[: one.start] + second + text[one.end : other.start] + first + text[other.end :]


def _ukrainian_forms(one: Name, other: Name, source: Source) -> tuple[str, str] | None:
    """Forms of both one-word names for each other's place, taken from the dictionary or the article."""
    import simplemma

    if len(one.words) != 1 or len(other.words) != 1:
        return None
    if simplemma.lemmatize(one.words[0].text, lang="uk").lower() != one.words[0].low:
        return None
    nominative = simplemma.lemmatize(other.words[0].text, lang="uk")
    if nominative == other.words[0].text:
        return None
    declined = _declined(one.words[0].text, other.words[0].low)
    if declined is not None:
        return declined, nominative[:1].upper() + nominative[1:]
    ending = other.words[0].low[len(_common(nominative.lower(), other.words[0].low)) :]
    for piece in source.pieces:
        for name in piece.names:
            for token in name.words:
                low = token.low
                if (
                    low != one.words[0].low
                    and same_word(low, one.words[0].low, "uk")
                    and low.endswith(ending[-2:] or "\0")
                ):
                    return token.text, nominative[:1].upper() + nominative[1:]
    return None


def _declined(name: str, like: str) -> str | None:
    """A Ukrainian man's surname in the case of another name, by the commonest endings."""
    case = next((number for number, endings in enumerate(_UK_CASES) if like.endswith(endings)), None)
    if case is None:
        return None
    if name.endswith("ський"):
        return name[:-2] + ("ого", "ому", "им")[case]
    if name.endswith("ко"):
        return name[:-1] + ("а", "у", "ом")[case]
    if name[-1] in "бвгдзклмнпрстфх":
        return name + ("а", "у", "ом")[case]
    return None


#: Endings of the genitive, dative and instrumental.
_UK_CASES = (("ського", "а", "я"), ("ському", "ові", "еві", "у", "ю"), ("ським", "ом", "ем", "єм"))


def _common(one: str, other: str) -> str:
    length = 0
    while length < min(len(one), len(other)) and one[length] == other[length]:
        length += 1
    return one[:length]


def _finite(word: str, lang: str) -> bool:
    """Whether a word is a finite verb."""
    low = word.lower()
    if lang == "ru":
        tag = _russian().parse(low)[0].tag
        return "VERB" in tag or "PRTS" in tag
    if lang == "uk":
        return bool(re.search(r"(?:ти|тися)$", _lemma(low, "uk"))) and bool(
            re.search(r"(?:в|ла|ло|ли|вся|лася|лося|лися|ть|ться|є|ють|уть|ить)$", low)
        )
    return low in FINITE_EN or (bool(re.search(r"[a-z]{3}ed$", low)) and _lemma(low, "en") != low)


@cache
def _lemma(low: str, lang: str) -> str:
    import simplemma

    return str(simplemma.lemmatize(low, lang=lang))


def _negation_added(text: str, lang: str, pieces: tuple[Piece, ...], source: Source, rng: random.Random) -> str | None:
    options = []
    for piece in pieces:
        for position, token in enumerate(piece.tokens):
            if token.kind != "word" or token.capital or not _finite(token.text, lang):
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
                options.append(text[: token.start] + "did not " + _lemma(token.low, "en") + text[token.end :])
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
