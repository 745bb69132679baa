"""One value: money, a special expression, or a number with what follows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.figures.lexicon import CURRENCY_SIGNS, DOLLARS, Lexicon
from desktop_app.figures.measures import after_number
from desktop_app.figures.number import Number
from desktop_app.figures.numerals import number_at
from desktop_app.figures.quantity import Quantity
from desktop_app.figures.special import digit_fraction, lone_scale, lone_unit, score_at, special_word
from desktop_app.figures.tokens import DASHES, Token, is_joined_preposition


def single_at(tokens: Sequence[Token], at: int, lex: Lexicon, *, inside: bool = False) -> Quantity | None:
    if at >= len(tokens):
        return None
    token = tokens[at]
    sign = _currency_before(tokens, at, lex)
    if sign is not None:
        code, begin = sign
        number = number_at(tokens, begin, lex) if begin < len(tokens) else None
        if number is not None and not number.words:
            number = _money_letter(tokens, number)
            return _finish_money(tokens, number, at, code, lex)
    if token.kind == "w":
        special = special_word(tokens, at, lex)
        if special is not None:
            return special
    if at > 0 and token.kind == "d" and token.glued and not inside and _stuck(tokens, at):
        return Quantity(at, at + 1, 0.0, ordinal=True)
    if token.kind == "d" and (score := score_at(tokens, at, lex)) is not None:
        return score
    if token.kind == "d" and (part := digit_fraction(tokens, at, lex)) is not None:
        return part
    number = number_at(tokens, at, lex)
    if number is None:
        return lone_unit(tokens, at, lex)
    if number.lone and number.scale > 1 and not lone_scale(tokens, number, lex):
        return None
    return after_number(tokens, number, lex)


def _stuck(tokens: Sequence[Token], at: int) -> bool:
    """Whether digits hang on letters: F16, COVID-19, Т-72."""
    before = tokens[at - 1]
    if before.kind in "wd":
        return True
    if before.text in DASHES and before.glued and at > 1 and tokens[at - 2].kind in "wd":
        return tokens[at - 2].kind == "w" and not is_joined_preposition(tokens[at - 2].text)
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


def _money_letter(tokens: Sequence[Token], number: Number) -> Number:
    """«$1.2bn», «£5m»: letters that scale only money."""
    end = number.end
    if end < len(tokens) and number.scale == 1 and tokens[end].glued and tokens[end].kind == "w":
        scale = _MONEY_LETTERS.get("k" if tokens[end].text == "G" else tokens[end].low)  # «$5G», five grand
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
                first,
                scale[1],
                number.value * scale[0],
                unit=code,
                scale=scale[0],
                mantissa=number.mantissa,
                joined=True,
            )
    joined = any(token.text == "-" for token in tokens[number.first : number.end])  # «a $100-million overhaul»
    return Quantity(first, end, number.value, unit=code, scale=number.scale, mantissa=number.mantissa, joined=joined)
