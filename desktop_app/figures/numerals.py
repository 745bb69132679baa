"""Numbers in a token list: digits with separators of the language, number words, scales, and mixtures of them.

Whether a single separator before three digits groups or is decimal follows the locale (CLDR), then the scale behind it.
Number words are read additively within a thousand and multiplied by scale words, the usual scheme of verbal numerals.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop_app.figures.lexicon import Lexicon
from desktop_app.figures.spelled import split_number_word
from desktop_app.figures.tokens import Token

_MINUS = "-−–"
_GROUP_SPACES = frozenset("\u00a0\u202f\u2009\u2007")
_DIGITS_AT_MOST = 18
_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 0.333, "⅔": 0.667, "⅕": 0.2, "⅛": 0.125}


@dataclass(frozen=True, slots=True)
class Number:
    """A number at tokens ``first:end``.

    ``mantissa`` is the number before its scale word; ``plain`` that it is a bare run of digits; ``words`` that it has
    no digit; ``lone`` that a scale or fraction word stands for one of its kind.
    """

    first: int
    end: int
    value: float
    mantissa: float
    scale: float = 1.0
    plain: bool = False
    words: bool = False
    lone: bool = False
    letter: bool = False


def number_at(tokens: Sequence[Token], at: int, lex: Lexicon) -> Number | None:
    """The number that starts at ``at``, as long as it goes, or ``None``."""
    token = tokens[at]
    if token.kind == "d" or (token.text in (".", ",") and at + 1 < len(tokens) and token.gap):
        number = _digits(tokens, at, lex)
    elif token.text in _MINUS:
        number = _negative(tokens, at, lex)
    elif token.kind == "w":
        if token.low in lex.minus and at + 1 < len(tokens) and not lex.bounds_before.match_before(tokens, at + 1):
            inner = number_at(tokens, at + 1, lex)
            if inner is not None and inner.value > 0:
                return replace(inner, first=at, value=-inner.value, mantissa=-inner.mantissa, plain=False)
            return None
        number = _words(tokens, at, lex)
    else:
        number = None
    if number is None:
        return None
    return _with_scale(tokens, number, lex)


def _negative(tokens: Sequence[Token], at: int, lex: Lexicon) -> Number | None:
    token = tokens[at]
    if len(token.text) > 1 or at + 1 >= len(tokens):
        return None
    point = tokens[at + 1].text == "." and at + 2 < len(tokens) and tokens[at + 2].kind == "d"
    if tokens[at + 1].kind != "d" and not point:
        return None
    after_digit = at > 0 and tokens[at - 1].kind in "dw"
    spaced = bool(tokens[at + 1].gap)
    opening = at == 0 or bool(token.gap) or tokens[at - 1].text in "(«\"“['"
    if not opening or (spaced and (after_digit or at > 0)):
        return None
    if token.text == "–" and after_digit and not token.gap:
        return None
    number = _digits(tokens, at + 1, lex)
    if number is None:
        return None
    return replace(number, first=at, value=-number.value, mantissa=-number.mantissa, plain=False)


def _digits(tokens: Sequence[Token], at: int, lex: Lexicon) -> Number | None:
    if tokens[at].kind != "d":  # «.77»
        if tokens[at + 1].kind != "d" or tokens[at + 1].gap or len(tokens[at + 1].text) > _DIGITS_AT_MOST:
            return None
        value = float("0." + str(int("1" + tokens[at + 1].text))[1:])
        return Number(at, at + 2, value, value)
    whole, end = tokens[at].text, at + 1
    separators: list[str] = []
    pieces = [whole]
    while end < len(tokens) and len(pieces) < 8:
        sign = tokens[end]
        if sign.kind == "d" and sign.gap and _space_groups(pieces, sign, separators, lex, tokens, end):
            separators.append(" ")
            pieces.append(sign.text)
            end += 1
            continue
        following = tokens[end + 1] if end + 1 < len(tokens) else None
        if (
            sign.kind == "p"
            and sign.text in (".", ",", "'", "’", "٬", "٫")
            and sign.glued
            and following is not None
            and following.kind == "d"
            and following.glued
            and "decimal" not in separators
        ):
            separators.append(sign.text)
            pieces.append(following.text)
            end += 2
            continue
        break
    number = _value(pieces, separators, tokens, end, lex)
    if number is None:
        return None
    value, used = number
    end = at + 1
    for separator in separators[: used - 1]:
        end += 1 if separator == " " else 2
    plain = used == 1
    if end < len(tokens) and tokens[end].glued and tokens[end].text in _VULGAR:
        value, plain, end = value + _VULGAR[tokens[end].text], False, end + 1
    return Number(at, end, value, value, plain=plain)


def _space_groups(
    pieces: list[str], token: Token, separators: list[str], lex: Lexicon, tokens: Sequence[Token], at: int
) -> bool:
    if len(token.text) != 3 or len(pieces[0]) > 3 or pieces[0].startswith("0"):
        return False
    if any(sep != " " for sep in separators):
        return False
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is not None and following.glued and following.text in ":/" and at + 2 < len(tokens):
        return False
    return token.gap in _GROUP_SPACES or (token.gap == " " and lex.space_groups)


def _value(
    pieces: list[str], separators: list[str], tokens: Sequence[Token], end: int, lex: Lexicon
) -> tuple[float, int] | None:
    """The value, and how many of the pieces it took."""
    if sum(map(len, pieces)) > _DIGITS_AT_MOST:
        return None
    whole = [str(int("1" + piece))[1:] for piece in pieces]
    if not separators:
        return float(whole[0]), 1
    kinds = set(separators)
    last = separators[-1]
    if len(kinds) == 1 and len(separators) > 1:
        grouped = all(len(piece) == 3 for piece in whole[1:]) or (
            last == "," and len(whole[-1]) == 3 and all(len(piece) == 2 for piece in whole[1:-1])
        )
        if grouped and len(whole[0]) <= 3 and whole[0] != "":
            return float("".join(whole)), len(whole)
        return None
    if len(kinds) == 1:
        return _single(whole, last, tokens, end, lex)
    body = separators[:-1]
    if len(set(body)) == 1 and body[0] != last and last != " " and all(len(piece) == 3 for piece in whole[1:-1]):
        return float("".join(whole[:-1]) + "." + whole[-1]), len(whole)
    return None


def _single(whole: list[str], sign: str, tokens: Sequence[Token], end: int, lex: Lexicon) -> tuple[float, int] | None:
    first, rest = whole
    if sign == " ":
        return float(first + rest), 2
    if sign in ("'", "’"):
        return (float(first + rest), 2) if len(rest) == 3 else None
    decimal = float(f"{first}.{rest}")
    if len(rest) != 3 or len(first) > 3 or first.startswith("0"):
        return decimal, 2
    scaled = lex.scales.match(tokens, end) is not None
    if sign == lex.decimal:
        # «20,000 руб»: three zeros after the decimal sign of the language are thousands by another habit
        return (float(first + rest), 2) if rest == "000" and not scaled else (decimal, 2)
    return (decimal, 2) if scaled else (float(first + rest), 2)


def _words(tokens: Sequence[Token], at: int, lex: Lexicon) -> Number | None:
    token = tokens[at]
    if token.text in _VULGAR:
        part = _VULGAR[token.text]
        return Number(at, at + 1, part, part, lone=True)
    if token.low in lex.lone_scales or token.low in lex.lone_oblique:
        lone = lex.lone_scales.get(token.low) or lex.lone_oblique[token.low]
        again = lex.scales.match(tokens, at + 1)
        if again is None or token.low in lex.lone_scales:
            return _past_one(tokens, at, lone, lex) or Number(at, at + 1, lone, 1.0, lone, words=True, lone=True)
    group: float | None = None
    total, n, smallest = 0.0, at, float("inf")
    scale, atoms = 1.0, 0
    while n < len(tokens) and atoms < 24:
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
        atoms += 1
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
    if at + 1 >= len(tokens) or tokens[at + 1].kind != "w" or tokens[at].low not in lex.lone_scales:
        return None
    rest = None if "\n" in tokens[at + 1].gap else _words(tokens, at + 1, lex)
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
    if token.low in lex.ands and value is not None and value < 100:
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
    if end >= len(tokens) or number.lone or "\n" in tokens[end].gap:
        return number
    token = tokens[end]
    if token.glued and token.text in lex.scale_letters and not number.words:
        scale = lex.scale_letters[token.text]
        return replace(number, end=end + 1, value=number.mantissa * scale, scale=scale, plain=False, letter=True)
    if token.low in lex.multipliers and not number.words:
        factor = lex.multipliers[token.low]
        return replace(
            number, end=end + 1, value=number.value * factor, mantissa=number.value, scale=factor, plain=False
        )
    if token.glued and token.text == "-" and end + 1 < len(tokens) and tokens[end + 1].glued:
        found = lex.scales.match(tokens, end + 1)
    else:
        found = lex.scales.match(tokens, end)
        if found is None and (half := lex.half.match(tokens, end)) and not number.words:
            number = replace(number, end=half[1], value=number.value + 0.5, mantissa=number.mantissa + 0.5, plain=False)
            end = half[1]
            found = lex.scales.match(tokens, end)
    if found is None or (number.scale != 1 and found[0] >= number.scale):
        return number
    scale, end = found
    if number.scale != 1:
        return number
    again = lex.scales.match(tokens, end)  # «5 тысяч миллиардов», «lakh crore»
    if again is not None and again[0] > scale:
        scale, end = scale * again[0], again[1]
    value = number.value * scale
    if end < len(tokens) and scale > 1000 - 1 and tokens[end].kind in "dw" and " " in tokens[end].gap + " ":
        rest = _digits(tokens, end, lex) if tokens[end].kind == "d" else None
        if rest is not None and rest.value >= 1 and rest.value < 1000:
            smaller = lex.scales.match(tokens, rest.end)
            if smaller is not None and smaller[0] < scale:
                return replace(number, end=smaller[1], value=value + rest.value * smaller[0], scale=scale, plain=False)
    return replace(number, end=end, value=value, scale=scale, plain=False)
