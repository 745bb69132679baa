"""Names that mean the same bearer though their letters differ; read from ``resources/grounding/equivalents.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache

from desktop_app.grounding.names import Name, same_name, same_word
from desktop_app.grounding.words import Token, normal
from desktop_app.resources import resource

#: Words between the capitals of an expanded abbreviation: «Вооружённые силы Украины», "Bank of England".
_LONGEST_EXPANSION = 7
#: So many initials in a row are no chance.
_SURE_LETTERS = 3


@cache
def _groups() -> tuple[tuple[tuple[str, ...], ...], ...]:
    data = tomllib.loads(resource("grounding", "equivalents.toml").read_text("utf-8"))
    return tuple(tuple(tuple(normal(name).split()) for name in group) for group in data["names"])


@cache
def _by_word() -> dict[str, tuple[int, ...]]:
    index: dict[str, tuple[int, ...]] = {}
    for number, group in enumerate(_groups()):
        for name in group:
            for word in name:
                index[word[:2]] = (*index.get(word[:2], ()), number)
    return {word: tuple(dict.fromkeys(numbers)) for word, numbers in index.items()}


def equivalents(name: Sequence[str], lang: str) -> tuple[tuple[str, ...], ...]:
    """Other ways to write the name whose lower-case words are given, each as its words; empty if none is known."""
    if not name:
        return ()
    found: dict[tuple[str, ...], None] = {}
    for number in _by_word().get(name[0][:2], ()):
        group = _groups()[number]
        if any(_equal(name, other, lang) for other in group):
            found.update(dict.fromkeys(group))
    return tuple(found)


def _equal(name: Sequence[str], other: Sequence[str], lang: str) -> bool:
    if len(name) != len(other):
        return False
    return all(
        left == right or (min(len(left), len(right)) > 3 and same_word(left, right, lang))
        for left, right in zip(name, other, strict=True)
    )


def same_bearer(one: Name, other: Name, lang: str) -> bool:
    """Whether two names mean one bearer: forms of a name, listed equivalents, an abbreviation and its expansion."""
    if same_name(one, other, lang):
        return True
    mine, theirs = ([token.low for token in name.words] for name in (one, other))
    if any(_equal(theirs, form, lang) for form in equivalents(mine, lang)):
        return True
    short, long = (one, other) if len(mine) < len(theirs) else (other, one)
    letters = short.words[0].low.replace(".", "")
    return len(short.words) == 1 and len(letters) > 1 and letters == "".join(token.low[0] for token in long.words)


def stands_in(name: Sequence[str], tokens: Sequence[Token], lang: str) -> tuple[Token, ...]:
    """The first run of tokens that writes the name in any of its forms; empty if there is none."""
    for position in range(len(tokens) - len(name) + 1):
        run = tokens[position : position + len(name)]
        if _equal(name, [token.low for token in run], lang):
            return tuple(run)
    return ()


def expansion(letters: str, tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The run of words whose initials spell the abbreviation (lower case): ВСУ – Вооружённые силы Украины.

    The run begins with a capital, unless the abbreviation is long enough not to be met by chance: ВВП.
    """
    words = [token for token in tokens if token.kind == "word"]
    for position, token in enumerate(words):
        if token.low[0] != letters[0] or not (token.capital or len(letters) >= _SURE_LETTERS):
            continue
        taken: list[Token] = []
        for word in words[position : position + _LONGEST_EXPANSION]:
            if len(taken) < len(letters) and word.low[0] == letters[len(taken)]:
                taken.append(word)
            elif len(word.low) > 3:
                break
        if len(taken) == len(letters):
            return tuple(taken)
    return ()
