"""The grammar of quantities: bounds, ranges, currencies, units, percents, factors, fractions, compound adjectives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop_app.article import Bound
from desktop_app.figures.composites import merged
from desktop_app.figures.lexicon import CURRENCY_SIGNS, DOLLARS, Lexicon
from desktop_app.figures.numerals import Number, number_at
from desktop_app.figures.quantity import Quantity
from desktop_app.figures.tokens import Token

_DASHES = frozenset("-–—−‑")
#: Units that mean something only right behind digits: they are ordinary words or letters otherwise.
_ONLY_GLUED = frozenset(
    {"c", "f", "m", "g", "t", "l", "p", "in", "ha", "mi", "gal", "oz", "st", "k", "mw", "pp", "real"}
)


def quantities(tokens: Sequence[Token], taken: bytearray, lex: Lexicon) -> Iterator[Quantity]:
    """Quantities of a line from left to right, none over another; ``taken`` tokens are passed over."""
    held: Quantity | None = None
    for found in _one_by_one(tokens, taken, lex):
        both = merged(tokens, held, found) if held is not None else None
        if both is None and held is not None:
            yield held
        held = both or found
    if held is not None:
        yield held


def _one_by_one(tokens: Sequence[Token], taken: bytearray, lex: Lexicon) -> Iterator[Quantity]:
    at = 0
    while at < len(tokens):
        if taken[at]:
            at += 1
            continue
        found = quantity_at(tokens, at, lex)
        if found is None or any(taken[found.first : found.end]):
            at += 1
            continue
        if not found.ordinal:
            yield with_bounds(tokens, _widened(tokens, found, lex), lex)
        at = max(found.end, at + 1)


def _widened(tokens: Sequence[Token], found: Quantity, lex: Lexicon) -> Quantity:
    """The quantity with what belongs to it on either side: «один из пяти», «минут пять», «1500 грн / т»."""
    found = _one_of(tokens, found, lex)
    if lex.inverted and found.unit is None and found.first > 0 and not found.joined and found.scale == 1:
        unit = lex.units.match_before(tokens, found.first)
        if unit is not None and unit[0] in _INVERTED and tokens[unit[1]].low not in lex.year_words - {"лет", "років"}:
            earlier = tokens[unit[1] - 1] if unit[1] > 0 else None
            if earlier is None or (earlier.kind != "d" and earlier.low not in lex.numbers):
                return replace(found, first=unit[1], unit=unit[0], bound=Bound.ABOUT, plain=False)
    if (
        found.unit is None
        and found.plain | (found.high is not None)
        and lex.age_before.match_before(tokens, found.first)
    ):
        after = lex.bounds_after.match(tokens, found.end) if found.end < len(tokens) else None
        if found.high is not None or after is not None:
            return replace(found, unit="year", plain=False)
    if lex.rate_open and found.unit is not None:
        return _with_rate(tokens, found, lex)
    return found


_INVERTED = frozenset({"minute", "hour", "day", "week", "month", "year", "percent", "km", "m", "kg", "t"})


def _with_rate(tokens: Sequence[Token], found: Quantity, lex: Lexicon) -> Quantity:
    """A price with what it is for: «1500 грн / т», «500 грн. за тонну», «за один погонний метр»."""
    at = found.end
    if at < len(tokens) and tokens[at].text == "." and tokens[at].glued:
        at += 1
    if at >= len(tokens) or tokens[at].low not in lex.rate_open or "\n" in tokens[at].gap:
        return found
    at += 1
    start = at
    while at < min(start + 2, len(tokens)) and (
        lex.numbers.get(tokens[at].low) == 1 or tokens[at].low in lex.rate_skip
    ):
        at += 1
    unit = lex.units.match(tokens, at) if at < len(tokens) else None
    if unit is None or unit[0] in ("percent", "pp", "celsius") or unit[0] in _LONG_TERMS:
        return found
    return replace(found, end=unit[1])


_LONG_TERMS = frozenset({"year", "month", "week", "day", "minute", "second", "decade"})


def _one_of(tokens: Sequence[Token], found: Quantity, lex: Lexicon) -> Quantity:
    """«один из пяти»: the part is shown with its whole; the value is the whole's."""
    at = found.first
    if not lex.part_of or at < 2 or found.unit is not None or tokens[at - 1].low not in lex.one_of:
        return found
    return replace(found, first=at - 2) if lex.numbers.get(tokens[at - 2].low) == 1 else found


def quantity_at(tokens: Sequence[Token], at: int, lex: Lexicon) -> Quantity | None:
    """The quantity that starts at ``at``: a range if there is one, else a single value."""
    return _opened_range(tokens, at, lex) or _maybe_range(tokens, at, lex)


def _opened_range(tokens: Sequence[Token], at: int, lex: Lexicon) -> Quantity | None:
    """«от 3 до 5 тысяч», «between one and two»."""
    closers = lex.range_open.get(tokens[at].low)
    if not closers:
        return None
    begin = at + 1
    while begin < min(at + 4, len(tokens)) and (skip := lex.bounds_before.match(tokens, begin)):
        begin = skip[1]
    low = _single_at(tokens, begin, lex)
    if low is None or low.ordinal or low.end >= len(tokens):
        return None
    middle = low.end
    if tokens[middle].low not in closers or "\n" in tokens[middle].gap:
        return None
    high, bound = _upper(tokens, middle + 1, lex)
    if high is None:
        return None
    joined = _range(low, high, at, bound)
    if joined is not None and tokens[at].low in lex.change_roles and _changes_before(tokens, at, lex):
        return None  # «вырос с 5 до 7»: two values, not a range
    return joined


def _changes_before(tokens: Sequence[Token], at: int, lex: Lexicon) -> bool:
    for k in range(at - 1, max(-1, at - 30), -1):
        if tokens[k].text in ";:!?" or (
            tokens[k].text == "." and k + 1 < len(tokens) and tokens[k + 1].text[0].isupper()
        ):
            return False
        if lex.change.match(tokens, k):
            return tokens[at].low not in ("от", "від", "between")
    return False


def _upper(tokens: Sequence[Token], at: int, lex: Lexicon) -> tuple[Quantity | None, Bound | None]:
    bound = None
    if at < len(tokens) and (found := lex.bounds_before.match(tokens, at)):
        bound, at = found
    if at >= len(tokens):
        return None, None
    high = _single_at(tokens, at, lex, inside=True)
    return (None, None) if high is None or high.ordinal else (high, bound)


def _range(low: Quantity, high: Quantity, first: int, bound: Bound | None) -> Quantity | None:
    if low.unit is not None and high.unit is not None and low.unit != high.unit:
        return None
    value = low.value
    if low.scale == 1 and high.scale > 1 and low.mantissa < high.mantissa:
        value *= high.scale
    if high.value <= value or low.joined or high.value > 1e4 * max(value, 1):
        return None
    return Quantity(
        first,
        high.end,
        value,
        high.value,
        bound or Bound.EXACT,
        high.unit or low.unit,
        high.noun,
        high.joined,
        words=low.words and high.words,
        scale=high.scale,
        mantissa=low.mantissa,
    )


def _maybe_range(tokens: Sequence[Token], at: int, lex: Lexicon) -> Quantity | None:
    low = _single_at(tokens, at, lex)
    if low is None or low.ordinal or low.end + 1 >= len(tokens):
        return low
    sign = tokens[low.end]
    following = tokens[low.end + 1]
    if "\n" in sign.gap or "\n" in following.gap:
        return low
    dash = sign.text in _DASHES and bool(sign.gap) == bool(following.gap)
    if dash and sign.gap and following.kind != "d" and following.text not in CURRENCY_SIGNS:
        return low
    if not dash and sign.low not in lex.range_join:
        return low
    high, bound = _upper(tokens, low.end + 1, lex)
    if high is None:
        return low
    if sign.low in lex.range_join and sign.low not in ("to", "bis") and high.value > 1.5 * low.value + 1:
        return low  # «nine or fifteen»: two values
    if not dash and low.unit is None and not (low.words == high.words):
        return low
    if dash and sign.gap and low.unit is not None and low.unit != high.unit:
        return low
    if not dash and _opened_by_change(tokens, at, lex):
        return low
    return _range(low, high, low.first, bound) or low


def _opened_by_change(tokens: Sequence[Token], at: int, lex: Lexicon) -> bool:
    """Whether «from» right before says that «5 to 7» is a movement."""
    if at > 0 and lex.change_roles.get(tokens[at - 1].low) == "from":
        return _changes_before(tokens, at - 1, lex)
    bound = lex.bounds_before.match_before(tokens, at)
    at = bound[1] if bound is not None else at
    return at > 0 and lex.change_roles.get(tokens[at - 1].low) == "by" and _changes_before(tokens, at - 1, lex)


def _single_at(tokens: Sequence[Token], at: int, lex: Lexicon, *, inside: bool = False) -> Quantity | None:
    if at >= len(tokens):
        return None
    token = tokens[at]
    sign = _currency_before(tokens, at, lex)
    if sign is not None:
        code, begin = sign
        number = number_at(tokens, begin, lex) if begin < len(tokens) else None
        if number is not None and not number.words:
            number = _money_letter(tokens, number, lex)
            return _finish_money(tokens, number, at, code, lex)
    if token.kind == "w":
        special = _special_word(tokens, at, lex)
        if special is not None:
            return special
    if at > 0 and token.kind == "d" and token.glued and not inside and _stuck(tokens, at):
        return Quantity(at, at + 1, 0.0, ordinal=True)
    if token.kind == "d" and (score := _score_at(tokens, at, lex)) is not None:
        return score
    if token.kind == "d" and (part := _digit_fraction(tokens, at, lex)) is not None:
        return part
    number = number_at(tokens, at, lex)
    if number is None:
        return _lone_unit(tokens, at, lex)
    if number.lone and number.scale > 1 and not _lone_scale(tokens, number, lex):
        return None
    return _after_number(tokens, number, lex)


def _digit_fraction(tokens: Sequence[Token], at: int, lex: Lexicon) -> Quantity | None:
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
    measured = _with_unit(tokens, base, lex)
    return measured if measured.unit is not None else replace(base, unit="fraction")


def _score_at(tokens: Sequence[Token], at: int, lex: Lexicon) -> Quantity | None:
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


def _lone_scale(tokens: Sequence[Token], number: Number, lex: Lexicon) -> bool:
    """«миллион», «более тысячи», «миллиона долларов» are one of their kind; «тысячи людей» is vague."""
    low = tokens[number.first].low
    if low in lex.lone_scales:
        return True
    if number.first > 0 and tokens[number.first - 1].low in lex.multipliers:
        return False
    return bool(lex.bounds_before.match_before(tokens, number.first) or lex.currencies.match(tokens, number.end))


def _lone_unit(tokens: Sequence[Token], at: int, lex: Lexicon) -> Quantity | None:
    """«майже гектар», «больше тонны»: a unit behind an approximator is one of it."""
    if tokens[at].low not in lex.lone_units:
        return None
    before = lex.bounds_before.match_before(tokens, at)
    if before is None or lex.change_roles.get(tokens[before[1]].low):
        return None
    return Quantity(at, at + 1, 1.0, unit=lex.lone_units[tokens[at].low], words=True)


def _stuck(tokens: Sequence[Token], at: int) -> bool:
    """Whether digits hang on letters: F16, COVID-19, Т-72."""
    before = tokens[at - 1]
    if before.kind in "wd":
        return True
    if before.text in _DASHES and before.glued and at > 1 and tokens[at - 2].kind in "wd":
        return tokens[at - 2].kind == "w"
    return before.text in ("_", "№", "#", "/") and before.glued and at > 1 and tokens[at - 2].kind in "wd"


def _currency_before(tokens: Sequence[Token], at: int, lex: Lexicon) -> tuple[str, int] | None:
    token = tokens[at]
    if token.text in CURRENCY_SIGNS:
        return CURRENCY_SIGNS[token.text], at + 1
    if token.kind == "w" and at + 1 < len(tokens):
        following = tokens[at + 1]
        if following.text == "$" and following.glued and token.low in DOLLARS:
            return DOLLARS[token.low], at + 2
        if token.text.isupper() and token.text in lex.codes and following.kind == "d":
            return token.text, at + 1
        if token.low in ("rs", "rm") and following.text == "." and at + 2 < len(tokens):
            return ("INR", at + 2) if token.low == "rs" else None
        if token.text in ("Rs", "RM") and following.kind == "d":
            return ("INR" if token.text == "Rs" else "MYR"), at + 1
    return None


def _money_letter(tokens: Sequence[Token], number: Number, lex: Lexicon) -> Number:
    """«$1.2bn», «£5m»: letters that scale only money."""
    end = number.end
    if end < len(tokens) and number.scale == 1 and tokens[end].glued and tokens[end].kind == "w":
        scale = lex.scale_letters.get(tokens[end].text) or _MONEY_LETTERS.get(tokens[end].low)
        if scale:
            return replace(number, end=end + 1, value=number.mantissa * scale, scale=scale, plain=False)
    return number


_MONEY_LETTERS = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "b": 1e9, "bn": 1e9, "tn": 1e12, "trn": 1e12}


def _finish_money(tokens: Sequence[Token], number: Number, first: int, code: str, lex: Lexicon) -> Quantity:
    end = number.end
    found = lex.currencies.match(tokens, end) if end < len(tokens) else None
    if found is not None and (found[0] == code or code == "USD"):
        end = found[1]
    if end + 1 < len(tokens) and tokens[end].text == "-" and tokens[end].glued and tokens[end + 1].glued:
        scale = lex.scales.match(tokens, end + 1)
        if scale is not None and number.scale == 1:
            return Quantity(
                first, scale[1], number.value * scale[0], unit=code, scale=scale[0], mantissa=number.mantissa
            )
    return Quantity(first, end, number.value, unit=code, scale=number.scale, mantissa=number.mantissa)


def _special_word(tokens: Sequence[Token], at: int, lex: Lexicon) -> Quantity | None:
    token = tokens[at]
    if token.low in lex.half_words:
        return Quantity(at, at + 1, 0.5, unit=lex.half_words[token.low], words=True, lone=True)
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
        return Quantity(at, factor[1], factor[0], unit="times", words=True, lone=True)
    return _compound_word(tokens, at, lex)


def _part_of_scale(tokens: Sequence[Token], at: int, found: tuple[float, int], lex: Lexicon) -> Quantity:
    """«half a million dollars», «четверть миллиона»; else a fraction."""
    value, end = found
    k = end
    while k < min(end + 2, len(tokens)) and (tokens[k].low in lex.articles or tokens[k].text == "-"):
        k += 1
    scale = lex.scales.match(tokens, k)
    if scale is not None:
        number = Number(at, scale[1], value * scale[0], value, scale[0], words=True)
        return _after_number(tokens, number, lex)
    unit = lex.units.match(tokens, k) if tokens[min(k, len(tokens) - 1)].kind == "w" else None
    if unit is not None and value == 0.5 and unit[0] not in ("percent", "pp"):
        return Quantity(at, unit[1], value, unit=unit[0], words=True, lone=True)
    return Quantity(at, end, value, unit="fraction", words=True, lone=True)


def _vague(tokens: Sequence[Token], at: int, lex: Lexicon) -> Quantity | None:
    """«десятки тысяч протестующих», «hundreds of people»: at least so many; the junk filter keeps those of people."""
    if at > 0 and (tokens[at - 1].kind == "d" or tokens[at - 1].low in lex.numbers):
        return None
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
        unit, noun = _adjective(low[cut:], lex)
        if unit or noun:
            return Quantity(at, at + 1, value, unit=unit, noun=noun, joined=True, words=True)
    return None


def _adjective(rest: str, lex: Lexicon) -> tuple[str | None, str | None]:
    """Unit or noun behind an adjective such as «летний», «этажного»: its stem and an ending of up to three letters."""
    for cut in range(len(rest), max(0, len(rest) - 4), -1):
        stem = rest[:cut]
        if cut < len(rest) and (cut < 3 or (rest[cut:] != "s" and rest.isascii())):
            break
        if stem in lex.compound_units:
            return lex.compound_units[stem], None
        if stem in lex.compound_nouns:
            return None, lex.compound_nouns[stem]
    return None, None


def _after_number(tokens: Sequence[Token], number: Number, lex: Lexicon) -> Quantity:
    end = number.end
    if number.words and number.value >= 20 and end < len(tokens) and lex.ordinal_words.match(tokens, end):
        return Quantity(number.first, end + 1, number.value, ordinal=True)
    base = Quantity(
        number.first,
        end,
        number.value,
        plain=number.plain,
        words=number.words,
        lone=number.lone,
        scale=number.scale,
        mantissa=number.mantissa,
        letter=number.letter,
    )
    if end >= len(tokens) or "\n" in tokens[end].gap:
        return base
    if tokens[end].text in _DASHES and tokens[end].glued and end + 1 < len(tokens) and tokens[end + 1].glued:
        return _hyphenated(tokens, base, lex)
    if tokens[end].glued and tokens[end].kind == "w" and not number.letter:
        glued = _glued_word(tokens, base, lex)
        if glued is not None:
            return glued
    return _with_unit(tokens, base, lex)


def _glued_word(tokens: Sequence[Token], base: Quantity, lex: Lexicon) -> Quantity | None:
    """5th, 15е are ordinals; 3km and 0C take the unit; anything else names a thing (5G, 3D)."""
    token = tokens[base.end]
    if token.low in lex.ordinal_suffixes or token.low in ("й", "го", "ой", "ий", "ый", "ая"):
        return replace(base, end=base.end + 1, ordinal=True)
    if lex.units.match(tokens, base.end) or lex.currencies.match(tokens, base.end):
        return None
    if lex.scales.match(tokens, base.end) or token.low in lex.codes or token.text.upper() in lex.codes:
        return None
    scale = lex.scale_letters.get(token.text)
    if scale:
        return None
    return replace(base, end=base.end + 1, ordinal=True)


def _hyphenated(tokens: Sequence[Token], base: Quantity, lex: Lexicon) -> Quantity:
    end = base.end
    word = tokens[end + 1]
    if word.kind == "w":
        if word.low in lex.cardinal_suffixes and base.plain:
            unit, noun = _adjective(tokens[end + 2].low, lex) if end + 2 < len(tokens) else (None, None)
            if unit or noun:
                return replace(base, end=end + 3, unit=unit, noun=noun, joined=True, plain=False)
            return _with_unit(tokens, replace(base, end=end + 2, plain=False), lex)
        if word.low in lex.ordinal_suffixes and base.plain:
            return replace(base, end=end + 2, ordinal=True)
        if word.low in lex.compound_stop or base.value <= 0:
            return replace(base, end=end + 2, ordinal=True)
        unit, noun = _adjective(word.low, lex)
        pair = tokens[end + 2 : end + 4]
        if len(pair) == 2 and pair[0].text == "-" and pair[0].glued and pair[1].glued:
            both = f"{word.low}-{pair[1].low}"
            if pair[1].low in ("old", "olds"):
                return replace(base, end=end + 4, unit="year", joined=True, plain=False, noun="age")
            if both in lex.compound_units:
                return replace(base, end=end + 4, unit=lex.compound_units[both], joined=True, plain=False)
        if unit is None and noun is None:
            currency = lex.currencies.match(tokens, end + 1)
            scale = lex.scales.match(tokens, end + 1)
            if scale is not None and base.scale == 1:
                base = replace(base, end=scale[1], value=base.value * scale[0], scale=scale[0], plain=False)
                return _with_unit(tokens, base, lex)
            unit = currency[0] if currency else None
            noun = None if unit else _noun_of_adjective(word, lex)
            if unit is None and (found := lex.units.match(tokens, end + 1)):
                return replace(base, end=found[1], unit=found[0], joined=True, plain=False)
        if word.text[0].isupper() and unit is None:
            return replace(base, end=end + 2, ordinal=True)
        if noun == "point" and base.value != int(base.value):
            unit, noun = "pp", None
        return replace(base, end=end + 2, unit=unit, noun=noun, joined=True, plain=False)
    return base


def _noun_of_adjective(word: Token, lex: Lexicon) -> str:
    """«пунктный» → «пункт»; English compounds are the noun itself."""
    low = word.low
    if lex.code in ("ru", "uk"):
        for ending in ("ный", "ного", "ному", "ным", "ном", "ная", "ной", "ную", "ные", "ных", "ными", "ний", "ній",
                       "на", "не", "ні", "них", "ними", "ною", "ної", "ну"):  # fmt: skip
            if low.endswith(ending) and len(low) > len(ending) + 2:
                return low[: -len(ending)]
    return low


def _with_unit(tokens: Sequence[Token], base: Quantity, lex: Lexicon) -> Quantity:
    end = base.end
    if end >= len(tokens) or "\n" in tokens[end].gap:
        return base
    token = tokens[end]
    if token.text in CURRENCY_SIGNS and not (
        end + 1 < len(tokens) and tokens[end + 1].glued and tokens[end + 1].kind == "d"
    ):
        return replace(base, end=end + 1, unit=CURRENCY_SIGNS[token.text], plain=False)
    if token.kind == "w" and token.text.isupper() and token.text in lex.codes:
        return _with_minor(tokens, replace(base, end=end + 1, unit=token.text, plain=False), lex)
    if token.low in DOLLARS and end + 1 < len(tokens) and tokens[end + 1].text == "$" and tokens[end + 1].glued:
        return replace(base, end=end + 2, unit=DOLLARS[token.low], plain=False)
    found = lex.currencies.match(tokens, end)
    unit = lex.units.match(tokens, end)
    if unit is not None and (found is None or unit[1] > found[1]) and _trusted(tokens, base, end, unit, lex):
        return replace(base, end=unit[1], unit=unit[0], plain=False)
    if found is not None and base.scale == 1 and token.low in lex.ambiguous and _near(tokens, base, lex, token.low):
        return replace(base, end=end + 1, unit=lex.ambiguous[token.low][0], plain=False)
    if found is not None and not (token.low in _ONLY_GLUED and token.text[0].isupper()):
        return _with_minor(tokens, replace(base, end=found[1], unit=found[0], plain=False), lex)
    minor = lex.minor.match(tokens, end)
    if minor is not None and (token.low not in _ONLY_GLUED or token.glued):
        return replace(base, end=minor[1], value=base.value / 100, unit=minor[0], plain=False)
    if base.letter and base.unit is None:
        return base
    return _with_factor(tokens, base, lex)


def _trusted(tokens: Sequence[Token], base: Quantity, at: int, unit: tuple[str, int], lex: Lexicon) -> bool:
    token = tokens[at]
    if unit[1] - at > 1 or token.kind != "w":
        return True
    if token.low in _ONLY_GLUED and len(token.low) <= 2:
        return token.glued or (not base.words and token.low not in ("in", "p", "c", "f", "m", "real"))
    if token.low in ("мин", "год", "г", "т") and token.text.isupper():
        return False
    return not (len(token.low) == 1 and base.words)


def _near(tokens: Sequence[Token], base: Quantity, lex: Lexicon, word: str) -> bool:
    table = lex.ambiguous[word][1]
    return any(table.match(tokens, k) for k in range(max(0, base.first - 12), min(base.end + 12, len(tokens))))


def _with_minor(tokens: Sequence[Token], base: Quantity, lex: Lexicon) -> Quantity:
    """«20 долларов 43 цента»."""
    at = base.end
    if at < len(tokens) and tokens[at].low in (lex.ands | {"and", "и", "і", "und", "et", "y", "e", "i", ","}):
        at += 1
    if at + 1 >= len(tokens) or tokens[at].kind not in "dw" or base.scale != 1:
        return base
    small = number_at(tokens, at, lex)
    if small is None or not 0 < small.value < 100 or small.end >= len(tokens):
        return base
    minor = lex.minor.match(tokens, small.end)
    if minor is None:
        return base
    return replace(base, end=minor[1], value=round(base.value + small.value / 100, 2))


def _with_factor(tokens: Sequence[Token], base: Quantity, lex: Lexicon) -> Quantity:
    """«в 3 раза», «3 times», «3x»; «17 раз» without «в» counts occasions."""
    found = lex.factor_after.match(tokens, base.end)
    if found is None:
        return base
    if lex.factor_before:
        if base.first == 0 or tokens[base.first - 1].low not in lex.factor_before:
            return base
        return replace(base, end=found[1], unit="times", plain=False)
    following = tokens[found[1]] if found[1] < len(tokens) else None
    if following is None or (tokens[base.end].low == "times" and not _compares(tokens, found[1])):
        return base
    return replace(base, end=found[1], unit="times", plain=False)


def _compares(tokens: Sequence[Token], at: int) -> bool:
    words = [token.low for token in tokens[at : at + 4]]
    return bool(words) and (
        words[0] in ("as", "more", "higher", "larger", "faster", "greater", "bigger", "less", "lower", "the", "that",
                     "what", "its", "their", "his", "her", "smaller", "better", "worse", "stronger", "longer")
        or "than" in words
    )  # fmt: skip


def with_bounds(tokens: Sequence[Token], found: Quantity, lex: Lexicon) -> Quantity:
    """Read the bound before or after a quantity."""
    after = lex.bounds_after.match(tokens, found.end) if found.end < len(tokens) else None
    left = found.first
    before = lex.bounds_before.match_before(tokens, left)
    if before is None and left > 1 and _carries(tokens, left - 1, lex):
        before = lex.bounds_before.match_before(tokens, left - 1)
    if before is not None and found.high is not None and before[0] is not Bound.ABOUT:
        before = None
    if before is not None and _not_a_bound(tokens, before[1], found, lex):
        before = None
    if before is not None:
        return replace(found, bound=before[0], open=before[1])
    if after is not None and found.bound is Bound.EXACT:
        return replace(found, bound=after[0])
    return found


def _carries(tokens: Sequence[Token], at: int, lex: Lexicon) -> bool:
    """A word that may stand between bound and number: «почти на 40 %», «more than a third»."""
    word = tokens[at].low
    return word in lex.change_roles or word in lex.articles or word in lex.factor_before or word in ("the", "до", "к")


def _not_a_bound(tokens: Sequence[Token], start: int, found: Quantity, lex: Lexicon) -> bool:
    """«увеличилось до четырех» ends a movement; «до» after «с … до» too; «от» of a source is no bound."""
    word = tokens[start].low
    if start + 1 != found.first and not (start + 2 == found.first and word in lex.change_roles):
        return False
    if lex.change_roles.get(word) not in ("to", "from"):
        return False
    return _changes_before(tokens, start, lex)
