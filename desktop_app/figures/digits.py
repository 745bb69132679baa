"""Numbers in digits with the separators of the language: «1 234 567», «1.234,5», «7½».

Whether a single separator before three digits groups or is decimal follows the locale (CLDR), then the scale behind it.
"""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.figures.lexicon import Lexicon
from desktop_app.figures.number import Number
from desktop_app.figures.tokens import Token

_GROUP_SPACES = frozenset("\u00a0\u202f\u2009\u2007")
_DIGITS_AT_MOST = 18
_SEPARATORS = frozenset(".,'’٬٫")
#: Fractions that are one character.
VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 0.333, "⅔": 0.667, "⅕": 0.2, "⅛": 0.125}


def digits_at(tokens: Sequence[Token], at: int, lex: Lexicon) -> Number | None:
    """The number whose digits, or whose decimal sign («.77»), stand at ``at``; ``None`` for more than 18 digits."""
    if tokens[at].kind != "d":
        return _without_whole(tokens, at)
    pieces, separators, end = [tokens[at].text], list[str](), at + 1
    while end < len(tokens) and sum(map(len, pieces)) <= _DIGITS_AT_MOST:
        if _groups_by_space(tokens, end, pieces, separators, lex):
            separators.append(" ")
            pieces.append(tokens[end].text)
            end += 1
        elif tokens[end].text in _SEPARATORS and tokens[end].glued and _digit_glued(tokens, end + 1):
            separators.append(tokens[end].text)
            pieces.append(tokens[end + 1].text)
            end += 2
        else:
            break
    if sum(map(len, pieces)) > _DIGITS_AT_MOST:
        return None
    value = _value([_ascii(piece) for piece in pieces], separators, lex.scales.match(tokens, end) is not None, lex)
    if value is None:
        return None
    if end < len(tokens) and tokens[end].glued and tokens[end].text in VULGAR:
        value += VULGAR[tokens[end].text]
        return Number(at, end + 1, value, value)
    return Number(at, end, value, value, plain=not separators)


def _without_whole(tokens: Sequence[Token], at: int) -> Number | None:
    """«.77»"""
    if tokens[at].text not in (".", ",") or at + 1 >= len(tokens):
        return None
    digits = tokens[at + 1]
    if digits.kind != "d" or digits.gap or len(digits.text) > _DIGITS_AT_MOST:
        return None
    value = float("0." + _ascii(digits.text))
    return Number(at, at + 2, value, value)


def _ascii(digits: str) -> str:
    """Digits of any script as those of ASCII, leading zeros kept."""
    return str(int("1" + digits))[1:]


def _digit_glued(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].kind == "d" and tokens[at].glued


def _groups_by_space(tokens: Sequence[Token], at: int, pieces: list[str], separators: list[str], lex: Lexicon) -> bool:
    """Whether the token at ``at`` is the next group of «1 234 567»; not the first half of «12 345/8»."""
    token = tokens[at]
    if token.kind != "d" or len(token.text) != 3 or len(pieces[0]) > 3 or pieces[0].startswith("0"):
        return False
    if not set(separators) <= {" "}:
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is not None and after.glued and after.text in (":", "/") and _digit_glued(tokens, at + 2):
        return False
    return token.gap in _GROUP_SPACES or (token.gap == " " and lex.space_groups)


def _value(pieces: list[str], separators: list[str], scaled: bool, lex: Lexicon) -> float | None:
    """The value of the groups and decimals in ``pieces``; ``scaled``, whether a scale word follows."""
    if not separators:
        return float(pieces[0])
    *body, last = separators
    if not body:
        return _single(pieces[0], pieces[1], last, scaled, lex)
    if set(body) == {last}:
        grouped = all(len(piece) == 3 for piece in pieces[1:]) or (
            last == "," and len(pieces[-1]) == 3 and all(len(piece) == 2 for piece in pieces[1:-1])
        )
        return float("".join(pieces)) if grouped and len(pieces[0]) <= 3 else None
    if len(set(body)) == 1 and last != " " and all(len(piece) == 3 for piece in pieces[1:-1]):
        return float("".join(pieces[:-1]) + "." + pieces[-1])
    return None


def _single(first: str, rest: str, sign: str, scaled: bool, lex: Lexicon) -> float | None:
    """The value of two pieces with one separator between them."""
    if sign == " ":
        return float(first + rest)
    if sign in ("'", "’"):
        return float(first + rest) if len(rest) == 3 else None
    decimal = float(f"{first}.{rest}")
    if len(rest) != 3 or len(first) > 3 or first.startswith("0") or scaled:
        return decimal
    # «20,000 руб»: three zeros after the decimal sign of the language are thousands by another habit
    return decimal if sign == lex.decimal and rest != "000" else float(first + rest)
