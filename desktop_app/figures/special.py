"""Expressions that are no plain numbers: fractions, factors, vague counts, scores, number adjectives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.article import Bound
from desktop_app.figures.lexicon import Lexicon
from desktop_app.figures.measures import adjective, after_number, with_unit
from desktop_app.figures.number import Number
from desktop_app.figures.quantity import Quantity
from desktop_app.figures.tokens import Token

#: Factor words that behind an article only describe: «a double header».
_ADJECTIVES = frozenset({
    "double", "triple", "treble", "quadruple", "doble", "doppio", "doppia", "triplo", "tripla", "duplo", "dupla",
})  # fmt: skip


def digit_fraction(tokens: Sequence[Token], at: int, lex: Lexicon) -> Quantity | None:
    """«2/3 голосов», «1/2 gallon»: small proper fractions that are no date, page or address."""
    if at + 2 >= len(tokens) or tokens[at + 1].text not in ("/", "⁄") or tokens[at + 2].kind != "d":
        return None
    above, below = tokens[at], tokens[at + 2]
    if not (tokens[at + 1].glued and below.glued) or len(above.text) > 2 or len(below.text) > 4:
        return None
    if at > 0 and above.glued and tokens[at - 1].text not in '(«"“':
        return None
    if at + 3 < len(tokens) and tokens[at + 3].glued and (tokens[at + 3].text in "/-" or tokens[at + 3].kind in "wd"):
        return None
    top, bottom = int(above.text), int(below.text)
    if not 0 < top < bottom or (bottom > 10 and bottom not in (12, 15, 16, 20, 32, 100, 1000)):
        return None
    value = round(top / bottom, 3) if bottom in (3, 6, 7, 9) else top / bottom
    base = Quantity(at, at + 3, value)
    measured = with_unit(tokens, base, lex)
    return measured if measured.unit is not None else replace(base, unit="fraction")


def score_at(tokens: Sequence[Token], at: int, lex: Lexicon) -> Quantity | None:
    """The result of a game: 6:4, and behind a word for winning 3–0."""
    if at + 2 >= len(tokens) or tokens[at + 2].kind != "d" or not tokens[at + 1].glued or not tokens[at + 2].glued:
        return None
    first, sign, second = tokens[at], tokens[at + 1], tokens[at + 2]
    if len(first.text) > 3 or len(second.text) > 3 or (at + 3 < len(tokens) and tokens[at + 3].glued and
                                                      tokens[at + 3].text in ":-–/"):  # fmt: skip
        return None
    near = any(lex.score_before.match(tokens, k) for k in range(max(0, at - 8), at))
    if (sign.text == ":" and (near or len(second.text) == 1)) or (sign.text in "-–" and near):
        return Quantity(at, at + 3, float(first.text), score=True)
    return None


def lone_scale(tokens: Sequence[Token], number: Number, lex: Lexicon) -> bool:
    """«миллион», «более тысячи», «миллиона долларов» are one of their kind; «тысячи людей» is vague."""
    low = tokens[number.first].low
    if low in lex.lone_scales:
        return True
    if number.first > 0 and tokens[number.first - 1].low in lex.multipliers:
        return False
    return bool(lex.bounds_before.match_before(tokens, number.first) or lex.currencies.match(tokens, number.end))


def lone_unit(tokens: Sequence[Token], at: int, lex: Lexicon) -> Quantity | None:
    """«майже гектар», «больше тонны»: a unit behind an approximator is one of it."""
    if tokens[at].low not in lex.lone_units:
        return None
    before = lex.bounds_before.match_before(tokens, at)
    if before is None or lex.change_roles.get(tokens[before[1]].low):
        return None
    return Quantity(at, at + 1, 1.0, unit=lex.lone_units[tokens[at].low], words=True)


def special_word(tokens: Sequence[Token], at: int, lex: Lexicon) -> Quantity | None:
    token = tokens[at]
    if token.low in lex.half_words:
        return Quantity(at, at + 1, 0.5, unit=lex.half_words[token.low], words=True, lone=True)
    if token.low in lex.half_units and (half := _half_unit(tokens, at, lex)) is not None:
        return half
    if token.low in lex.vague and (vague := _vague(tokens, at, lex)) is not None:
        return vague
    if token.low in lex.coins and not (at > 0 and (tokens[at - 1].kind == "d" or tokens[at - 1].low in lex.numbers)):
        return Quantity(at, at + 1, 1.0, noun=token.low, words=True, lone=True)
    if token.low in lex.times:
        return Quantity(at, at + 1, lex.times[token.low], words=True, lone=True)
    found = lex.fractions.match(tokens, at)
    if found is not None:
        stop = lex.fraction_after.match(tokens, found[1]) or (at > 0 and tokens[at - 1].low in lex.fraction_before)
        if found[1] < len(tokens) and tokens[found[1]].text == "-" and tokens[found[1]].glued:
            stop = True
        if not stop:
            return _part_of_scale(tokens, at, found, lex)
        return Quantity(at, found[1], 0.0, ordinal=True)
    factor = lex.factors.match(tokens, at)
    if factor is not None:
        if lex.factor_stop.match(tokens, factor[1]):
            return None
        described = at > 0 and tokens[at - 1].low in lex.articles | lex.determiners and tokens[at].low in _ADJECTIVES
        if described and factor[1] < len(tokens) and tokens[factor[1]].low not in lex.prepositions | lex.than:
            return None  # «a double header», «ce double verrou»
        return Quantity(at, factor[1], factor[0], unit="times", words=True, lone=True)
    return _compound_word(tokens, at, lex)


def _half_unit(tokens: Sequence[Token], at: int, lex: Lexicon) -> Quantity | None:
    """«medio litro», «ein halber Liter», «demi-litre»: half only before a unit that is no time."""
    behind = at + 1 + (at + 1 < len(tokens) and tokens[at + 1].text == "-" and tokens[at + 1].glued)
    unit = lex.units.match(tokens, behind) if behind < len(tokens) and tokens[behind].kind == "w" else None
    if unit is None or unit[0] in _TIMES or unit[0] in ("percent", "pp"):
        return None
    return Quantity(at, unit[1], 0.5, unit=unit[0], words=True, lone=True)


_TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade"})


def _part_of_scale(tokens: Sequence[Token], at: int, found: tuple[float, int], lex: Lexicon) -> Quantity:
    """«half a million dollars», «четверть миллиона»; else a fraction."""
    value, end = found
    k = end
    if k + 1 < len(tokens) and tokens[k].low in lex.one_of and tokens[k + 1].low in lex.articles:
        k += 2  # «a quarter [of a] million»
    elif k < len(tokens) and (tokens[k].low in lex.articles or tokens[k].text == "-"):
        k += 1
    scale = lex.scales.match(tokens, k)
    if scale is not None:
        number = Number(at, scale[1], value * scale[0], value, scale[0], words=True)
        return after_number(tokens, number, lex)
    if k > end + 1:
        k = end
    unit = lex.units.match(tokens, k) if k < len(tokens) and tokens[k].kind == "w" else None
    if unit is not None and value == 0.5 and unit[0] not in ("percent", "pp"):
        return Quantity(at, unit[1], value, unit=unit[0], words=True, lone=True)
    return Quantity(at, end, value, unit="fraction", words=True, lone=True)


def _vague(tokens: Sequence[Token], at: int, lex: Lexicon) -> Quantity | None:
    """«десятки тысяч протестующих», «hundreds of people»: at least so many; the junk filter keeps those of people."""
    if at > 0 and (tokens[at - 1].kind == "d" or tokens[at - 1].low in lex.numbers):
        return None
    if tokens[at].low in lex.lone_oblique and lex.bounds_before.match_before(tokens, at):
        return None  # «более тысячи» is one thousand
    value, end = lex.vague[tokens[at].low], at + 1
    if end < len(tokens) and tokens[end].low in lex.one_of and lex.code == "en":
        if end + 1 < len(tokens) and tokens[end + 1].low in lex.vague:
            value, end = value * lex.vague[tokens[end + 1].low], end + 2
    elif end < len(tokens) and (scale := lex.scales.match(tokens, end)) and scale[0] > value:
        value, end = value * scale[0], scale[1]
    return Quantity(at, end, value, bound=Bound.AT_LEAST, words=True, lone=True, vague=True)


def _compound_word(tokens: Sequence[Token], at: int, lex: Lexicon) -> Quantity | None:
    """«восьмиярусного»: a number's stem and an adjective in one word."""
    low = tokens[at].low
    if not lex.compound_stems or len(low) < 7:
        return None
    for cut in range(3, min(14, len(low) - 3)):
        value = lex.compound_stems.get(low[:cut])
        if value is None:
            continue
        unit, noun = adjective(low[cut:], lex)
        if unit or noun:
            return Quantity(at, at + 1, value, unit=unit, noun=noun, joined=True, words=True)
    return None
