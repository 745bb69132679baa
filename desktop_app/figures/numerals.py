"""Numbers in a token list: digits, number words, scales, and mixtures of them.

Number words are read additively within a thousand and multiplied by scale words, the usual scheme of verbal numerals.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.figures.digits import VULGAR, digits_at
from desktop_app.figures.lexicon import Lexicon
from desktop_app.figures.number import Number
from desktop_app.figures.spelled import split_number_word
from desktop_app.figures.tokens import Token

_MINUS = "-−–"
#: Languages that join hundreds to thousands by «and»: «mil e quinhentos».
_HUNDREDS_JOINED = frozenset({"it", "pt"})


def number_at(tokens: Sequence[Token], at: int, lex: Lexicon) -> Number | None:
    """The number that starts at ``at``, as long as it goes, or ``None``."""
    token = tokens[at]
    number: Number | None = None
    if token.kind == "d" or (token.text in (".", ",") and token.gap):
        number = digits_at(tokens, at, lex)
    elif token.text in _MINUS:
        number = _negative(tokens, at, lex)
    elif token.low in lex.minus and not lex.bounds_before.match_before(tokens, at + 1):  # not «al menos»
        return _minus_word(tokens, at, lex)
    elif token.kind == "w" or token.text in VULGAR:
        number = _words(tokens, at, lex)
    return None if number is None else _with_scale(tokens, number, lex)


def _minus_word(tokens: Sequence[Token], at: int, lex: Lexicon) -> Number | None:
    """«minus 5», «минус двадцать»; not «minus minus …», however long."""
    if at + 1 >= len(tokens) or tokens[at + 1].low in lex.minus:
        return None
    inner = number_at(tokens, at + 1, lex)
    if inner is None or inner.value <= 0:
        return None
    return replace(inner, first=at, value=-inner.value, mantissa=-inner.mantissa, plain=False)


def _negative(tokens: Sequence[Token], at: int, lex: Lexicon) -> Number | None:
    """«-5», «(-.5)», and «- 5» at the head of a line; not the hyphen of «3-5»."""
    opening = at == 0 or tokens[at].gap or tokens[at - 1].text in "(«\"“['"
    if at + 1 >= len(tokens) or not opening or (at > 0 and tokens[at + 1].gap):
        return None
    number = digits_at(tokens, at + 1, lex)
    if number is None:
        return None
    return replace(number, first=at, value=-number.value, mantissa=-number.mantissa, plain=False)


def _words(tokens: Sequence[Token], at: int, lex: Lexicon) -> Number | None:
    token = tokens[at]
    if token.text in VULGAR:
        part = VULGAR[token.text]
        return Number(at, at + 1, part, part, lone=True)
    if token.low in lex.lone_scales or token.low in lex.lone_oblique:
        lone = lex.lone_scales.get(token.low) or lex.lone_oblique[token.low]
        again = lex.scales.match(tokens, at + 1)
        if again is None or token.low in lex.lone_scales:
            return _past_one(tokens, at, lone, lex) or Number(at, at + 1, lone, 1.0, lone, words=True, lone=True)
    if token.low in lex.article_scales and _article_before(tokens, at, lex) and (one := lex.scales.match(tokens, at)):
        half = lex.half.match(tokens, one[1])  # «a million and a half»
        count, end = (1.5, half[1]) if half is not None else (1.0, one[1])
        return Number(at - 1, end, count * one[0], count, one[0], words=True)
    group: float | None = None
    total, n, smallest = 0.0, at, float("inf")
    scale = 1.0
    while n < len(tokens):
        word = tokens[n]
        if n > at and "\n" in word.gap:
            break
        value = _atom(word, lex)
        if group is not None and word.low in lex.multipliers:
            group *= lex.multipliers[word.low]
        elif word.low in lex.hundreds and (group is None or 1 <= group < 100):
            if group is None and value is None and not _article_before(tokens, n, lex) and n == at:
                break
            group = (1.0 if group is None else group) * lex.hundreds[word.low]
        elif value is not None and value < 1000:
            joined = value if group is None else _joined(group, value, lex)
            if joined is None:
                break
            group = joined
        elif value is not None and (group is None or group < 1000) and value < smallest:
            if group is None and n > at:
                break
            total += (1.0 if group is None else group) * value
            scale, smallest, group = value, value, None
        elif (
            n > at
            and value is None
            and (found := lex.scales.match(tokens, n))
            and found[0] < smallest
            and group is not None
        ):
            if found[0] * group < smallest and not word.glued:
                total += group * found[0]
                scale, smallest, group = found[0], found[0], None
                n = found[1] - 1
            else:
                break
        elif group is not None and (found_half := lex.half.match(tokens, n)):
            group += found_half[0]
            n = found_half[1] - 1
        elif _joins(tokens, n, at, group, smallest, lex):
            pass
        else:
            break
        n += 1
    while n > at and (tokens[n - 1].low in lex.ands or tokens[n - 1].text == "-"):
        n -= 1
    if n == at or (group is None and not total):
        return None
    if group is None and lex.half.match(tokens, n):
        half = lex.half.match(tokens, n)
        total, n = (total + 0.5 * scale, half[1]) if half else (total, n)
    value = total + (group or 0.0)
    value, n = _spoken_decimals(tokens, n, value, lex)
    first = at - 1 if _article_before(tokens, at, lex) and tokens[at].low in lex.hundreds else at
    if total and group is None:
        return Number(first, n, value, value / scale, scale, words=True)
    return Number(first, n, value, value, words=True)


def _past_one(tokens: Sequence[Token], at: int, scale: float, lex: Lexicon) -> Number | None:
    """«тысяча двести», «миллион пятьсот тысяч»: a scale word that counts one of its kind, and what comes on top."""
    if at + 1 >= len(tokens) or tokens[at].low not in lex.lone_scales or "\n" in tokens[at + 1].gap:
        return None
    if lex.lone_scales.get(tokens[at + 1].low, 0.0) >= scale:
        return None  # «тысяча тысяча …», however long
    rest = _words(tokens, at + 1, lex)
    if rest is None or rest.lone or rest.first != at + 1 or not 1 <= rest.value < scale:
        return None
    return Number(at, rest.end, scale + rest.value, scale + rest.value, words=True)


def _atom(token: Token, lex: Lexicon) -> float | None:
    if token.kind != "w":
        return None
    value = lex.numbers.get(token.low)
    if value is None and lex.glued_numbers and len(token.low) > 4:
        value = split_number_word(token.low, lex)
    return value


def _adds(group: float, value: float) -> bool:
    """Whether ``value`` may follow ``group`` within one number: двести + пятьдесят + три."""
    if value >= 100 or value == 0 or value != int(value) or group != int(group):
        return False
    if value >= 10:
        return group >= 100 and group % 100 == 0
    return group >= 20 and group % 10 == 0


def _joined(group: float, value: float, lex: Lexicon) -> float | None:
    """``group`` and ``value`` as one number: by addition, or French fours of twenties; ``None`` when they are two."""
    if _adds(group, value):
        return group + value
    if lex.ten_adds and group % 100 == 10 and 0 < value < 10:
        return group + value
    if lex.twenties:
        if value == 20 and group % 100 == 4:
            return group + 76
        if group % 100 in (60, 80) and 10 <= value < 20:
            return group + value
        if group % 100 in (70, 90) and 0 < value < 10:
            return group + value
    return None


def _joins(tokens: Sequence[Token], n: int, at: int, group: float | None, smallest: float, lex: Lexicon) -> bool:
    """Whether the token is glue inside a number: a hyphen between tens and units, «and» after hundreds."""
    if n == at or n + 1 >= len(tokens):
        return False
    token, following = tokens[n], tokens[n + 1]
    value = _atom(following, lex)
    if token.text == "-" and token.glued and following.glued:
        scales = lex.scales.match(tokens, n + 1)
        if following.low in lex.ands:
            return True
        return (value is not None and group is not None and _joined(group, value, lex) is not None) or (
            group is not None and (scales is not None or following.low in lex.hundreds)
        )
    if token.low in lex.ands and following.text == "-" and following.glued:
        return True
    if token.low in lex.ands and value is not None and value < (1000 if lex.code in _HUNDREDS_JOINED else 100):
        return (group is not None and _joined(group, value, lex) is not None) or (
            group is None and smallest < float("inf")
        )
    return False


def _article_before(tokens: Sequence[Token], at: int, lex: Lexicon) -> bool:
    return at > 0 and tokens[at - 1].low in lex.articles


def _spoken_decimals(tokens: Sequence[Token], n: int, value: float, lex: Lexicon) -> tuple[float, int]:
    """«two point seven»."""
    if n + 1 >= len(tokens) or tokens[n].low not in lex.point:
        return value, n
    digits, at = "", n + 1
    while at < len(tokens) and len(digits) < 6:
        atom = _atom(tokens[at], lex)
        if atom is None or atom >= 100 or atom != int(atom):
            break
        if digits and len(digits) >= 2 and atom >= 10:
            break
        if len(digits) == 2 and digits.endswith("0") and atom < 10 and int(digits) >= 20:
            digits = digits[0] + str(int(atom))
        else:
            digits += str(int(atom))
        at += 1
    if not digits:
        return value, n
    return float(f"{int(value)}.{digits}"), at


def _with_scale(tokens: Sequence[Token], number: Number, lex: Lexicon) -> Number:
    """Multiply by the scale word or letter behind the number; go on with smaller parts (5 млн 200 тыс.)."""
    end = number.end
    if end >= len(tokens) or number.lone or number.scale != 1 or "\n" in tokens[end].gap:
        return number
    token = tokens[end]
    if token.glued and token.text in lex.scale_letters and not number.words:
        if token.text == "G" and number.plain:
            return number  # the generation of a network: «5G»
        scale = lex.scale_letters[token.text]
        return replace(number, end=end + 1, value=number.value * scale, scale=scale, plain=False, letter=True)
    if token.low in lex.multipliers and not number.words:
        factor = lex.multipliers[token.low]
        return replace(number, end=end + 1, value=number.value * factor, scale=factor, plain=False)
    hyphened = token.text == "-" and token.glued and end + 1 < len(tokens) and tokens[end + 1].glued
    found = lex.scales.match(tokens, end + hyphened)
    half = None if found is not None or number.words else lex.half.match(tokens, end)
    if half is not None:
        number = replace(number, end=half[1], value=number.value + 0.5, mantissa=number.mantissa + 0.5, plain=False)
        found = lex.scales.match(tokens, half[1])
    if found is None:
        return number
    scale, end = found
    again = lex.scales.match(tokens, end)  # «5 тысяч миллиардов», «lakh crore»
    if again is not None and again[0] > scale:
        scale, end = scale * again[0], again[1]
    value, smallest = number.value * scale, scale
    while (part := _smaller_part(tokens, end, smallest, lex)) is not None:
        rest, smallest, end = part
        value += rest * smallest
    return replace(number, end=end, value=value, scale=scale, plain=False)


def _smaller_part(tokens: Sequence[Token], at: int, scale: float, lex: Lexicon) -> tuple[float, float, int] | None:
    """«200 тыс.» behind «5 млн»: the number before the scale word, the scale, the index behind it."""
    if at >= len(tokens) or tokens[at].kind != "d" or "\n" in tokens[at].gap:
        return None
    rest = digits_at(tokens, at, lex)
    smaller = None if rest is None else lex.scales.match(tokens, rest.end)
    if rest is None or smaller is None or smaller[0] >= scale or not 1 <= rest.value < 1000:
        return None
    return rest.value, *smaller
