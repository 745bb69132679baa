"""Ages that are rules: «children under 7», «граждане старше 65 лет», «діти до 7 років»; figures of low rank."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.article import Bound
from desktop_app.figures.junk_names import after_token, counts
from desktop_app.figures.lexicon import Lexicon
from desktop_app.figures.morphology import Morphology
from desktop_app.figures.quantity import Quantity
from desktop_app.figures.tokens import Token

_OLDEST = 120


def as_age(tokens: Sequence[Token], found: Quantity, lex: Lexicon, morph: Morphology) -> Quantity:
    """``found`` as an age in years, where it limits or ranges over the ages of people; else as it is."""
    rule = found.high is not None or found.bound in (Bound.AT_LEAST, Bound.AT_MOST)
    if not rule or found.unit not in (None, "year") or found.joined or not 0 < found.value <= _OLDEST:
        return found
    if not lex.ages and found.high is None:
        return found
    named = lex.age_before.match_before(tokens, found.left) is not None
    word = tokens[found.open].low if found.open >= 0 else tokens[found.first].low
    behind_it = lex.bounds_after.match(tokens, found.end)
    if found.open < 0 and behind_it is not None and tokens[behind_it[1] - 1].low in lex.age_words:
        return replace(found, unit="year", age=True, plain=False)  # «65 or older»
    if not named and word not in lex.age_words:
        limits = lex.age_limits.match(tokens, max(found.open, 0)) if found.open >= 0 else found.high is not None
        behind = found.left - (
            found.left > 1 and tokens[found.left - 1].low in lex.prepositions
        )  # «enfants [de] moins»
        if not limits or lex.age_people.match_before(tokens, behind) is None:
            return found
    if found.unit is None:
        after = after_token(tokens, found.end)
        if counts(tokens, found, lex, morph) or not found.plain | (found.high is not None):
            return found
        if after is not None and (after.text == "%" or after.kind == "d"):
            return found
    return replace(found, unit="year", age=True, plain=False)
