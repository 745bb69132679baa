"""Bounds and approximators before and behind a quantity: «более», «up to», «or more»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.article import Bound
from desktop_app.figures.kinds import DURATIONS
from desktop_app.figures.lexicon import Lexicon
from desktop_app.figures.quantity import Quantity
from desktop_app.figures.ranges import changes_before
from desktop_app.figures.tokens import Token


def with_bounds(tokens: Sequence[Token], found: Quantity, lex: Lexicon) -> Quantity:
    """Read the bound before or after a quantity."""
    after = lex.bounds_after.match(tokens, found.end) if found.end < len(tokens) else None
    if after is not None and found.unit is None and after[1] < len(tokens) and tokens[after[1]].kind == "w":
        unit = lex.units.match(tokens, after[1]) or lex.currencies.match(tokens, after[1])
        if unit is not None:  # «20 с лишним лет», «500 or more dollars»
            found = replace(found, end=unit[1], unit=unit[0], plain=False)
    left = found.first
    before = lex.bounds_before.match_before(tokens, left)
    if before is None and left > 1 and _carries(tokens, left - 1, lex):
        before = lex.bounds_before.match_before(tokens, left - 1)
    if before is not None and found.high is not None and before[0] is not Bound.ABOUT:
        before = None
    if before is not None and (
        _not_a_bound(tokens, before[1], found, lex) or _ends_a_verb(tokens, before[1], found, lex)
    ):
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


def _ends_a_verb(tokens: Sequence[Token], start: int, found: Quantity, lex: Lexicon) -> bool:
    """«handed over 20 bikes», «take over 11 of the shops»: the word goes with the verb before it, «over 11 years» not.
    Verbs that measure as often (*it took over 200 men*) need «of» behind the number."""
    if found.unit in DURATIONS or start == 0 or start + 1 != found.first:
        return False
    verb, word = tokens[start - 1].low, tokens[start].low
    if verb in lex.bound_verbs.get(word, ()):
        return True
    parted = found.end < len(tokens) and tokens[found.end].low == "of"
    return parted and verb in lex.bound_verbs_parted.get(word, ())


def _not_a_bound(tokens: Sequence[Token], start: int, found: Quantity, lex: Lexicon) -> bool:
    """«увеличилось до четырех» ends a movement; «до» after «с … до» too; «от» of a source is no bound."""
    word = tokens[start].low
    if start + 1 != found.first and not (start + 2 == found.first and word in lex.change_roles):
        return False
    if lex.change_roles.get(word) not in ("to", "from"):
        return False
    return changes_before(tokens, start, lex)
