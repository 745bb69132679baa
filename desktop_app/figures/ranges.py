"""Ranges: «от 3 до 5 тысяч», «between one and two», «5–7 %»."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.article import Bound
from desktop_app.figures.lexicon import CURRENCY_SIGNS, Lexicon
from desktop_app.figures.measures import with_factor
from desktop_app.figures.quantity import Quantity
from desktop_app.figures.singles import single_at
from desktop_app.figures.tokens import DASHES, Token


def quantity_at(tokens: Sequence[Token], at: int, lex: Lexicon) -> Quantity | None:
    """The quantity that starts at ``at``: a range if there is one, else a single value."""
    found = _opened_range(tokens, at, lex) or _maybe_range(tokens, at, lex)
    if found is not None and found.high is not None and found.unit is None and not found.joined:
        return with_factor(tokens, found, lex)  # «в 1,5–2 раза»
    return found


def _opened_range(tokens: Sequence[Token], at: int, lex: Lexicon) -> Quantity | None:
    """«от 3 до 5 тысяч», «between one and two»."""
    closers = lex.range_open.get(tokens[at].low)
    if not closers:
        return None
    begin = at + 1
    while begin < min(at + 4, len(tokens)) and (skip := lex.bounds_before.match(tokens, begin)):
        begin = skip[1]
    low = single_at(tokens, begin, lex)
    if low is None or low.ordinal or low.end >= len(tokens):
        return None
    middle = low.end
    if tokens[middle].low not in closers or "\n" in tokens[middle].gap:
        return None
    high, bound = _upper(tokens, middle + 1, lex)
    if high is None:
        return None
    joined = _range(low, high, at, bound)
    if joined is not None and tokens[at].low in lex.change_roles and changes_before(tokens, at, lex):
        return None  # «вырос с 5 до 7»: two values, not a range
    return joined


def changes_before(tokens: Sequence[Token], at: int, lex: Lexicon) -> bool:
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
    high = single_at(tokens, at, lex, inside=True)
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
    low = single_at(tokens, at, lex)
    if low is None or low.ordinal or low.end + 1 >= len(tokens):
        return low
    sign = tokens[low.end]
    following = tokens[low.end + 1]
    if "\n" in sign.gap or "\n" in following.gap:
        return low
    dash = sign.text in DASHES and bool(sign.gap) == bool(following.gap)
    if dash and sign.gap and following.kind != "d" and following.text not in CURRENCY_SIGNS:
        return low
    if not dash and sign.low not in lex.range_join:
        return low
    high, bound = _upper(tokens, low.end + 1, lex)
    if high is None:
        return low
    if sign.low in lex.range_join and sign.low not in ("to", "bis") and high.value > 1.5 * low.value + 1:
        return low  # «nine or fifteen»: two values
    if not dash and low.unit is None and low.words != high.words:
        return low
    if dash and sign.gap and low.unit is not None and low.unit != high.unit:
        return low
    if not dash and _opened_by_change(tokens, at, lex):
        return low
    if not dash and low.unit is not None and changes_before(tokens, at, lex):
        return low  # «rose 1.5% to 3,200 points»
    return _range(low, high, low.first, bound) or low


def _opened_by_change(tokens: Sequence[Token], at: int, lex: Lexicon) -> bool:
    """Whether «from» right before says that «5 to 7» is a movement."""
    if at > 0 and lex.change_roles.get(tokens[at - 1].low) == "from":
        return changes_before(tokens, at - 1, lex)
    bound = lex.bounds_before.match_before(tokens, at)
    at = bound[1] if bound is not None else at
    return at > 0 and lex.change_roles.get(tokens[at - 1].low) == "by" and changes_before(tokens, at - 1, lex)
