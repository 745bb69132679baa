"""A number with its currency, unit, percent sign or hyphenated second half."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.figures.lexicon import CURRENCY_SIGNS, DOLLARS, Lexicon
from desktop_app.figures.number import Number
from desktop_app.figures.numerals import number_at
from desktop_app.figures.quantity import Quantity
from desktop_app.figures.tokens import DASHES, Token

#: Units that mean something only right behind digits: they are ordinary words or letters otherwise.
_ONLY_GLUED = frozenset(
    {"c", "f", "m", "g", "t", "l", "p", "in", "ha", "mi", "gal", "oz", "st", "k", "mw", "pp", "real"}
)


def after_number(tokens: Sequence[Token], number: Number, lex: Lexicon) -> Quantity:
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
    if tokens[end].text in DASHES and tokens[end].glued and end + 1 < len(tokens) and tokens[end + 1].glued:
        return _hyphenated(tokens, base, lex)
    if tokens[end].glued and tokens[end].kind == "w" and not number.letter:
        glued = _glued_word(tokens, base, lex)
        if glued is not None:
            return glued
    return with_unit(tokens, base, lex)


def _glued_word(tokens: Sequence[Token], base: Quantity, lex: Lexicon) -> Quantity | None:
    """5th, 15е are ordinals; 3km and 0C take the unit; anything else names a thing (5G, 3D)."""
    token = tokens[base.end]
    if token.low in lex.ordinal_suffixes or token.low in ("й", "го", "ой", "ий", "ый", "ая") or token.text == "G":
        return replace(base, end=base.end + 1, ordinal=True)
    if any(table.match(tokens, base.end) for table in (lex.units, lex.currencies, lex.minor)):
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
    if word.kind == "w" and lex.bounds_after.match(tokens, end) is None:  # not «500-odd»
        if word.low in lex.cardinal_suffixes and base.plain:
            unit, noun = adjective(tokens[end + 2].low, lex) if end + 2 < len(tokens) else (None, None)
            if unit or noun:
                return replace(base, end=end + 3, unit=unit, noun=noun, joined=True, plain=False)
            return with_unit(tokens, replace(base, end=end + 2, plain=False), lex)
        if word.low in lex.ordinal_suffixes and base.plain:
            return replace(base, end=end + 2, ordinal=True)
        if word.low in lex.compound_stop or base.value <= 0:
            return replace(base, end=end + 2, ordinal=True)
        unit, noun = adjective(word.low, lex)
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
                return with_unit(tokens, base, lex)
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


def with_unit(tokens: Sequence[Token], base: Quantity, lex: Lexicon) -> Quantity:
    end = base.end
    if end >= len(tokens) or "\n" in tokens[end].gap:
        return base
    token = tokens[end]
    if base.scale > 1 and (linked := _linked_unit(tokens, base, lex)) is not None:
        return linked
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
        return replace(
            base, end=minor[1], value=base.value * lex.minor_parts.get(token.low, 0.01), unit=minor[0], plain=False
        )
    if base.letter and base.unit is None:
        return base
    return with_factor(tokens, base, lex)


def _linked_unit(tokens: Sequence[Token], base: Quantity, lex: Lexicon) -> Quantity | None:
    """«3 milioni di euro», «1,5 milliard d'euros»: Romance languages put «of» between scale and unit."""
    token = tokens[base.end]
    if token.low.startswith(("d'", "d’")):
        rest = [replace(token, low=token.low[2:]), *tokens[base.end + 1 : base.end + 4]]
        at, shift = 0, base.end
    elif token.low in ("de", "di", "d'"):
        rest, at, shift = list(tokens[base.end : base.end + 5]), 1, base.end
    else:
        return None
    found = lex.currencies.match(rest, at) or lex.units.match(rest, at)
    return None if found is None else replace(base, end=shift + found[1], unit=found[0], plain=False)


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


def with_factor(tokens: Sequence[Token], base: Quantity, lex: Lexicon) -> Quantity:
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


def adjective(rest: str, lex: Lexicon) -> tuple[str | None, str | None]:
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
