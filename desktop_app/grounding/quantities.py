"""Everything numeric in a text: the figures of :mod:`desktop_app.figures`, dates, years, and the numbers left over.

A number the figures engine leaves out (an ordinal, a rank, a house number) is a number all the same when a summary
changes it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.article import Figure
from desktop_app.figures import find_in_text
from desktop_app.grounding.borrowing import complete
from desktop_app.grounding.lexicon import Lexicon, lexicon
from desktop_app.grounding.names import same_word
from desktop_app.grounding.words import Token, lemma_of, normal

_YEARS = range(1000, 2200)
_LONGEST_DAY = 31
#: Tokens after a number among which its noun is looked for.
_PHRASE = 4
#: Endings of the dictionary forms of adjectives and participles.
_SUBSTANTIVES = {"ru": ("ый", "ий", "ой"), "uk": ("ий", "ій")}
_GLUE = frozenset("-–—‑")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it measures or counts.

    ``first``/``last`` are token indices; ``noun`` the token of what is counted, ``lemma`` the figures engine's word for
    it; ``unit`` as in :class:`desktop_app.article.Figure`.
    """

    start: int
    end: int
    first: int
    last: int
    value: float
    high: float | None = None
    unit: str | None = None
    lemma: str | None = None
    noun: Token | None = None
    figure: Figure | None = None

    def kindred(self, other: Quantity) -> bool:
        """Whether both measure in one unit or, as far as is told, count one thing."""
        if self.unit != other.unit:
            return False
        if self.unit is not None or self.noun is None or other.noun is None:
            return True
        if self.figure is None or other.figure is None:
            return self.noun.same(other.noun)
        return self.lemma is None or other.lemma is None or self.lemma == other.lemma or self.noun.same(other.noun)

    def has(self, value: float) -> bool:
        """Whether ``value`` is the number or an end of the range."""
        return equal(self.value, value) or (self.high is not None and equal(self.high, value))


@dataclass(frozen=True, slots=True)
class Date:
    """A calendar date, or the part of one that is given; ``first``/``last`` are token indices."""

    start: int
    end: int
    first: int
    last: int
    day: int | None = None
    month: int | None = None
    year: int | None = None

    def agrees(self, other: Date) -> bool:
        """Whether every part both give is the same, and they share one that tells."""
        shared = 0
        for mine, theirs in ((self.day, other.day), (self.month, other.month), (self.year, other.year)):
            if mine is not None and theirs is not None:
                if mine != theirs:
                    return False
                shared += 1
        return shared > 0

    def covers(self, other: Date) -> bool:
        """Whether it gives every part the other gives."""
        pairs = ((self.day, other.day), (self.month, other.month), (self.year, other.year))
        return all(theirs is None or mine == theirs for mine, theirs in pairs)


def equal(one: float, other: float) -> bool:
    """Whether two values are one number, rounding of binary fractions aside."""
    return abs(one - other) <= 1e-9 * max(1.0, abs(one), abs(other))


def find_quantities(
    text: str, lang: str, tokens: Sequence[Token], figures: Sequence[Figure] | None = None
) -> tuple[tuple[Quantity, ...], tuple[Date, ...]]:
    """Quantities and dates of a text whose tokens are given, each in order of place."""
    words = lexicon(lang)
    dates = tuple(_dates(tokens, words))
    taken = {index for date in dates for index in range(date.first, date.last + 1)}
    found: list[Quantity] = []
    for figure in find_in_text(text, lang) if figures is None else figures:
        inside = [token for token in _overlapping(tokens, figure.start, figure.end) if token.index not in taken]
        if not inside or (inside[-1].kind == "number" and inside[-1].end > figure.end):
            continue  # none of it left, or "one in 10" read out of "one in 10,000"
        taken.update(token.index for token in inside)
        stops = inside[-1].text == "." and _capital_follows(tokens, inside[-1].index)
        found.append(
            Quantity(
                figure.start,
                figure.end,
                inside[0].index,
                inside[-1].index,
                figure.value,
                figure.high,
                figure.unit,
                None if stops else _lemma(figure, lang, tokens, inside),
                None if stops else _noun(tokens, inside[-1].index, words),
                figure,
            )
        )
    found.extend(_left_over(tokens, taken, words))
    found.sort(key=lambda quantity: quantity.start)
    return tuple(complete(found, tokens, words)), dates


def _capital_follows(tokens: Sequence[Token], index: int) -> bool:
    """Whether a full stop after a number ends the sentence, and is not only that of an abbreviation."""
    return index + 1 < len(tokens) and tokens[index + 1].capital


def _left_over(tokens: Sequence[Token], taken: set[int], words: Lexicon) -> Iterator[Quantity]:
    """The numbers the figures engine leaves out."""
    for token in tokens:
        if token.index in taken:
            continue
        following = tokens[token.index + 1] if token.index + 1 < len(tokens) else None
        if token.low in words.every and following is not None and following.kind == "word":
            share = words.ordinal(following.low)
            if share is not None:
                noun = _noun(tokens, following.index, words)
                first, second = token.index, following.index
                yield Quantity(token.start, following.end, first, second, 1 / share, None, "fraction", None, noun)
                continue
        value = _plain(token, words)
        if value is None:
            continue
        scale = words.scales.get(following.low) if following is not None and token.kind == "number" else None
        last = following if following is not None and scale is not None else token
        noun = _noun(tokens, last.index, words)
        yield Quantity(token.start, last.end, token.index, last.index, value * (scale or 1.0), noun=noun)


def _lemma(figure: Figure, lang: str, tokens: Sequence[Token], inside: Sequence[Token]) -> str | None:
    """The counted noun, where it stands in or right after the number; elsewhere it is a guess."""
    if figure.noun is None:
        return _substantivised(figure, lang, tokens, inside[-1].index)
    low = normal(figure.noun)
    if low in lexicon(lang).function or (lang == "uk" and low.endswith("ти")):
        return None  # not a noun, but a word read for one
    for token in (*inside, *tokens[inside[-1].index + 1 :][:_PHRASE]):
        if token.kind == "word" and (low in token.word.keys or same_word(low, token.low, lang) or low in token.low):
            return low
    return None


def _substantivised(figure: Figure, lang: str, tokens: Sequence[Token], last: int) -> str | None:
    """An adjective or participle that stands for who is counted: 5 погибших, п'ятеро поранених."""
    following = tokens[last + 1] if last + 1 < len(tokens) else None
    if figure.unit is not None or following is None or not following.content or lang not in _SUBSTANTIVES:
        return None
    after = tokens[last + 2] if last + 2 < len(tokens) else None
    alone = after is None or after.kind == "sign" or (after.kind == "word" and not after.content)
    lemma = lemma_of(following.low, lang)
    return lemma if alone and lemma.endswith(_SUBSTANTIVES[lang]) else None


def _overlapping(tokens: Sequence[Token], start: int, end: int) -> Sequence[Token]:
    """The tokens that have a letter between two offsets."""
    first = bisect_right(tokens, start, key=lambda token: token.end)
    return tokens[first : bisect_left(tokens, end, key=lambda token: token.start)]


def _plain(token: Token, words: Lexicon) -> float | None:
    if token.kind == "number":
        return number_of(token.text)
    if token.kind != "word":
        return None
    value = words.numerals.get(token.low) if not token.capital else None
    if value is None and "-" in token.low:
        value = words.numerals.get(token.low.partition("-")[0])
    if value is None:
        for stem, number in words.compounds:
            if token.low.startswith(stem) and token.low[len(stem) :].startswith(words.compound_roots):
                return number
    return value


def number_of(text: str) -> float | None:
    """Value of a run of digits with separators; a clock time or score gives ``None``."""
    if ":" in text:
        return None
    parts = text.replace(",", ".").split(".")
    try:
        if len(parts) > 2 or (len(parts) == 2 and len(parts[1]) == 3 and parts[0] != "0"):
            return float("".join(parts))
        return float(".".join(parts))
    except ValueError:
        return None


def _noun(tokens: Sequence[Token], last: int, words: Lexicon) -> Token | None:
    """The first content word after a number in its phrase."""
    for token in tokens[last + 1 : last + 4]:
        if token.kind == "sign" and token.text in _GLUE:
            continue
        if token.index == last + 1 and token.low in words.parts:
            continue  # 130 of the workers
        if token.kind != "word" or token.low in words.prepositions or token.low in words.auxiliaries:
            return None
        if token.content:
            return token
    return None


def _dates(tokens: Sequence[Token], words: Lexicon) -> Iterator[Date]:
    position = 0
    while position < len(tokens):
        found = _full(tokens, position, words) or _numeric(tokens[position]) or _year(tokens, position, words)
        if found is None:
            position += 1
            continue
        yield found
        position += found.last - tokens[position].index + 1


def _full(tokens: Sequence[Token], position: int, words: Lexicon) -> Date | None:
    """``6 января 2026``, ``January 6, 2026``, ``6th of January``, ``январь 2026``."""
    token = tokens[position]
    day = _day(token)
    at = position
    if day is not None:
        at += 1
        while at < len(tokens) and at <= position + 2 and (tokens[at].low in _DAY_TAILS or tokens[at].text == "."):
            at += 1
        month = _month(tokens[at], words) if at < len(tokens) else None
        if month is None:
            return None
    else:
        month = _month(token, words)
        if month is None:
            return None
        if at + 1 < len(tokens):
            day = _day(tokens[at + 1])
            at += day is not None
            if day is not None and at + 1 < len(tokens) and tokens[at + 1].low in _DAY_TAILS:
                at += 1
    year = None
    ahead = at + 1
    if ahead < len(tokens) and tokens[ahead].text in {",", "."}:
        ahead += 1
    if ahead < len(tokens) and _is_year(tokens[ahead]):
        year, at = int(tokens[ahead].text), ahead
    last = tokens[at]
    return Date(token.start, last.end, token.index, last.index, day, month, year)


def _month(token: Token, words: Lexicon) -> int | None:
    """The month a word names; English ones have a capital (19 may be shut)."""
    if token.kind != "word" or (words.code == "en" and not token.capital):
        return None
    return words.month(token.low)


_DAY_TAILS = frozenset({"st", "nd", "rd", "th", "of", "го", "de"})


def _day(token: Token) -> int | None:
    if token.kind == "number" and token.text.isdigit() and 0 < int(token.text) <= _LONGEST_DAY:
        return int(token.text)
    return None


def _numeric(token: Token) -> Date | None:
    """``06.01.2026`` (day first, as everywhere but in the United States; a month over 12 is read the other way)."""
    parts = token.text.split(".")
    if token.kind != "number" or len(parts) != 3 or not all(part.isdigit() for part in parts):
        return None
    day, month, year = (int(part) for part in parts)
    year += 2000 if year < 100 else 0
    if month > 12 >= day:
        day, month = month, day
    if not (0 < day <= _LONGEST_DAY and 0 < month <= 12 and year in _YEARS):
        return None
    return Date(token.start, token.end, token.index, token.index, day, month, year)


def _year(tokens: Sequence[Token], position: int, words: Lexicon) -> Date | None:
    token = tokens[position]
    if not _is_year(token):
        return None
    following = tokens[position + 1] if position + 1 < len(tokens) else None
    before = tokens[position - 1] if position else None
    marked = following is not None and following.low in words.year_words
    plain = int(token.text) in range(1900, 2060) and (
        following is None or following.kind == "sign" or not following.content
    )
    if not marked and not (plain and before is not None and before.kind == "word"):
        return None
    return Date(token.start, token.end, token.index, token.index, year=int(token.text))


def _is_year(token: Token) -> bool:
    return token.kind == "number" and len(token.text) == 4 and token.text.isdigit() and int(token.text) in _YEARS
