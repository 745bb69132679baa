"""What looks like a quantity and is none: names, numbering, addresses, relative times, biographic ages, vague words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop_app.article import Bound
from desktop_app.figures.dates import is_year
from desktop_app.figures.junk_names import (
    after_token,
    before_token,
    counts,
    dotted_ordinal,
    glued_to_letters,
    name_of_thing,
)
from desktop_app.figures.kinds import DURATIONS
from desktop_app.figures.lexicon import CURRENCY_SIGNS, SLAVIC, Lexicon
from desktop_app.figures.morphology import ADJ, ADV, NOUN, PART, PTCL, VERB, Morphology
from desktop_app.figures.quantity import Quantity
from desktop_app.figures.tokens import Token


def is_junk(tokens: Sequence[Token], found: Quantity, lex: Lexicon, morph: Morphology) -> str | None:
    """Why a quantity is no figure, or ``None`` when it is one."""
    for rule in _RULES:
        reason = rule(tokens, found, lex, morph)
        if reason:
            return reason
    return None


def _furniture(tokens: Sequence[Token], found: Quantity, lex: Lexicon, morph: Morphology) -> str | None:
    """«1.», «2)» at the head of a line; a number alone on its line or amid others; a footnote «[3]»."""
    before, after = before_token(tokens, found.left), after_token(tokens, found.end)
    if (
        found.first == 0
        and found.plain
        and found.value < 100
        and after is not None
        and after.text in (".", ")")
        and after.glued
    ):
        return "numbering"
    if found.end == len(tokens) and found.first == 0 and found.plain:
        return "furniture"
    if found.plain and before is not None and after is not None:
        if before.kind == "d" and after.kind == "d":
            return "table"
        if before.text == "[" and after.text == "]":
            return "footnote"
        if before.text == "(" and after.text == ")" and is_year(tokens[found.first]):
            return "date"
    return None


def _time(tokens: Sequence[Token], found: Quantity, lex: Lexicon, morph: Morphology) -> str | None:
    """What the marking of dates leaves: an hour of the day, a day before a month, a quarter, a reading time."""
    before = before_token(tokens, found.left)
    if found.unit in (None, "hour", "minute") and lex.clock.match(tokens, found.end):
        return "time"
    hour = found.unit is None and found.value <= 12 and lex.day_parts.match(tokens, found.end) is not None
    if hour and (found.bound is Bound.ABOUT or (before is not None and before.low in lex.clock_before)):
        return "time"  # «got up at three in the morning»
    if found.unit == "hour":
        if lex.clock.match(tokens, found.end - 1):
            return "time"
        in_hours = tokens[found.end - 1].low in lex.hours and found.value <= 24 and found.high is None
        if in_hours and before is not None and before.low in ("в", "о", "об", "у", "at") and not found.words:
            return "time"
    if (
        found.unit is None
        and found.value <= 31
        and lex.months.match(tokens, found.end)
        and (lex.code != "en" or tokens[found.end].text[0].isupper())
    ):
        return "date"
    if found.unit is None and found.plain and found.value <= 4 and lex.quarters.match(tokens, found.end):
        return "date"
    if found.unit == "year" and is_year(tokens[found.end - 2]) and tokens[found.end - 2].text == str(int(found.value)):
        return "date"
    return "reading time" if found.unit == "minute" and lex.junk_after.match(tokens, found.end - 1) else None


def _age(tokens: Sequence[Token], found: Quantity, lex: Lexicon, morph: Morphology) -> str | None:
    """Ages as biography; an age that is a rule stays."""
    if found.age:
        return None
    if found.noun in ("age", "летие", "річчя") or tokens[found.end - 1].low.startswith(("лети", "річч")):
        return "age"
    if lex.age_before.match_before(tokens, found.left) and found.unit in (None, "year"):
        rule = found.high is not None or found.bound is not Bound.EXACT
        return None if rule or (found.unit is None and counts(tokens, found, lex, morph)) else "age"
    if found.unit is None and found.plain and lex.code == "en" and 1 <= found.value <= 110:
        before, after = before_token(tokens, found.left), after_token(tokens, found.end)
        if before is not None and before.text in ",(" and after is not None and after.text in ",)":
            return "age"
        named = found.left > 1 and tokens[found.left - 2].text[0].isupper()  # «said Anna Moss, 52.»
        if before is not None and before.text == "," and named and after is not None and after.text == ".":
            return "age"
        if before is not None and after is not None and after.text in ".,;" and before.low in _BE:
            return "age"
        if before is not None and before.low == "at" and after is not None and after.text == "," and found.value > 14:
            return "age"
        if before is not None and before.low == "now" and after is not None and after.text == ",":
            return "age"
    if found.unit != "year":
        return None
    if found.joined:
        return _joined_age(tokens, found, lex, morph)
    for k in range(found.left - 1, max(-1, found.left - 4), -1):
        if tokens[k].low in lex.dative:
            return "age"
        if tokens[k].text in ",.;":
            break
    after = after_token(tokens, found.end)
    before = before_token(tokens, found.left)
    if before is not None and after is not None and before.text == "," and after.text in (",", ")") and found.left > 1:
        return "age" if tokens[found.left - 2].text[0].isupper() else None  # «Grégory Villemin, 4 ans,»
    return "age" if after is not None and after.low in _OLD else None


_OLD = frozenset({"old", "alt", "alte", "alter", "alten", "altes", "altem"})
_BE = frozenset({"you're", "i'm", "he's", "she's", "was", "is", "am", "turned"})


def _joined_age(tokens: Sequence[Token], found: Quantity, lex: Lexicon, morph: Morphology) -> str | None:
    for k in range(found.end, len(tokens)):
        if tokens[k].kind != "w":
            break
        word = morph.word(tokens[k])
        if word.pos in (ADJ, PART) and not tokens[k].text[0].isupper():
            continue
        return "age" if word.animate or (tokens[k].text[0].isupper() and lex.code in SLAVIC) else None
    return "age" if lex.code in SLAVIC else None


def _priced(tokens: Sequence[Token], found: Quantity, lex: Lexicon, morph: Morphology) -> str | None:
    """«$880 за [1 тыс. куб. м]», «стоимость [1 куб. м]»: one of what a price is for."""
    if found.unit is None or found.high is not None or found.mantissa not in (0.0, 1.0) or found.value not in _ONES:
        return None
    before = before_token(tokens, found.left)
    if before is None or found.bound is not Bound.EXACT or lex.code not in SLAVIC:
        return None
    near = range(max(0, found.left - 6), found.left)
    money = any(tokens[k].text in CURRENCY_SIGNS or lex.currencies.match(tokens, k) for k in near)
    return "rate" if (before.low == "за" and money) or before.low.startswith(_PRICES) else None


_ONES = frozenset({1.0, 100.0, 1000.0})
_PRICES = ("стоимост", "вартіст", "вартост", "цена", "цену", "ціна", "ціну")


def _term(tokens: Sequence[Token], found: Quantity, lex: Lexicon, morph: Morphology) -> str | None:
    """Relative times («три дня назад») and, where the language says so, durations that are no fact of the news."""
    if found.age:
        return None
    if found.unit not in DURATIONS:
        past = found.unit is None and found.words and lex.code in SLAVIC and lex.ago.match(tokens, found.end)
        return "relative time" if past else None
    if found.joined:
        if lex.term_names.match(tokens, found.end):
            return "name"
    else:
        if lex.term_before.match_before(tokens, found.left) or lex.rate_after.match(tokens, found.end):
            return None
        loosely = lex.bounds_after.match(tokens, found.end)  # «24 hours or so later»
        if loosely is not None and lex.ago.match(tokens, loosely[1]):
            return "relative time"
        if lex.ago.match(tokens, found.end) or _is_relative(tokens, found, lex, morph):
            return "relative time"
    if not lex.durations_gated:
        return None
    if lex.durations_before.match_before(tokens, found.left):
        return None
    for k in range(found.end, len(tokens)):
        if lex.durations_after.match(tokens, k):
            return None
        if morph.word(tokens[k]).pos not in (ADJ, PART):
            break
    return "duration"


def _is_relative(tokens: Sequence[Token], found: Quantity, lex: Lexicon, morph: Morphology) -> bool:
    """«vor genau 37 Tagen», «hace dos años»; English «in» only before a short exact time."""
    k = found.left - 1
    while k > 0 and morph.word(tokens[k]).pos in (ADV, PTCL) and found.left - k < 3:
        k -= 1
    if k < 0 or tokens[k].low not in lex.relative or lex.code in SLAVIC:
        return False
    return lex.code != "en" or (found.value <= 7 and found.bound is Bound.EXACT)


def _one(tokens: Sequence[Token], found: Quantity, lex: Lexicon, morph: Morphology) -> str | None:
    """«one of the», «один из», «one» as a pronoun are too little to be a figure."""
    if found.words and found.value < 4 and found.unit is None and lex.dull.match(tokens, found.end):
        return "vague"
    before = before_token(tokens, found.left)
    if lex.code == "ru" and found.unit is None and tokens[found.first].low == "семью" and found.end == found.first + 1:
        after = after_token(tokens, found.end)
        if after is None or not after.low.endswith(("ми", "тью")):
            return "vague"  # «его семью»: the family
    if found.words and found.value == 0 and before is not None and lex.change_roles.get(before.low) == "from":
        return "vague"  # «с нуля»
    if not found.words or found.value != 1 or found.scale != 1 or found.high is not None:
        return None
    if found.joined:
        return "vague"
    if tokens[found.first].low in lex.coins:
        return None
    if tokens[found.first].low in lex.determiners or tokens[found.first].low in lex.articles:
        return "vague"  # «un père», «ein Mann»
    if found.unit is not None:
        return "vague" if found.bound is Bound.EXACT else None
    if any(lex.casualties.match(tokens, k) for k in range(max(0, found.first - 2), min(found.end + 2, len(tokens)))):
        after = after_token(tokens, found.end)
        return None if after is None or after.low not in lex.one_of else "vague"
    if not lex.one_counts:
        return "vague"
    before = before_token(tokens, found.left)
    if before is not None and before.low in lex.one_stop:
        return "vague"
    if before is not None and before.low in lex.one_more:
        after = after_token(tokens, found.end)
        return None if after is None or after.low not in lex.one_of else "vague"
    if lex.one_stop_after.match(tokens, found.end) or found.end >= len(tokens):
        return "vague"
    if _beside_another(tokens, found, lex, morph):
        return None
    return None if counts(tokens, found, lex, morph) else "vague"


def _beside_another(tokens: Sequence[Token], found: Quantity, lex: Lexicon, morph: Morphology) -> bool:
    """«[одну] серебряную и три бронзовые медали»: counted together with another number of the same noun."""
    k = found.end
    while k < min(found.end + 2, len(tokens)) and morph.word(tokens[k]).pos in (ADJ, PART):
        k += 1
    if not found.end < k < len(tokens) - 1 or tokens[k].low not in lex.ands_of_nouns | {","}:
        return False
    return tokens[k + 1].low in lex.numbers or tokens[k + 1].kind == "d"


def _vague(tokens: Sequence[Token], found: Quantity, lex: Lexicon, morph: Morphology) -> str | None:
    """«десятки», «thousands» are figures only where they count people."""
    if not found.vague or found.unit is not None:
        return None
    for k in range(found.end, len(tokens)):
        if tokens[k].kind != "w":
            break
        if tokens[k].low in lex.one_of or tokens[k].low in lex.vague or tokens[k].low in lex.range_join:
            continue  # «десятки или сотни человек»
        word = morph.word(tokens[k])
        if lex.vague_people.match(tokens, k) or (word.animate and word.pos == NOUN):
            return None
        if word.pos not in (ADJ, PART):
            break
    return "vague"


def _anaphoric(tokens: Sequence[Token], found: Quantity, lex: Lexicon, morph: Morphology) -> str | None:
    """«all three were», «these two»: a bare word that points back."""
    if not found.words or found.unit is not None or found.joined or found.scale != 1:
        return None
    before = before_token(tokens, found.left)
    if before is None or lex.code in SLAVIC:
        return None
    article = any(token.low in lex.articles for token in tokens[max(0, found.left - 5) : found.left])
    if before.low == "or" and found.value == 2 and (article or not counts(tokens, found, lex, morph)):
        return "vague"  # «a year or two», «a strong tornado or two»
    if before.low not in _POINTERS:
        return None
    if before.low == "the" and any(
        lex.casualties.match(tokens, k) for k in range(found.end, min(found.end + 3, len(tokens)))
    ):
        return None
    return None if counts(tokens, found, lex, morph) else "vague"


def _ordinal(tokens: Sequence[Token], found: Quantity, lex: Lexicon, morph: Morphology) -> str | None:
    """«order a third boat»: the next in order, not a part."""
    if lex.code != "en" or found.unit != "fraction" or tokens[found.first].low != "a" or found.value == 0.5:
        return None
    after = after_token(tokens, found.end)
    if after is None or not lex.ordinal_words.has(tokens[found.end - 1].low) or after.low in lex.one_of:
        return None
    return "ordinal" if morph.word(after).pos in (NOUN, ADJ) and after.text.islower() else None


def _repeated(tokens: Sequence[Token], found: Quantity, lex: Lexicon, morph: Morphology) -> str | None:
    """«was twice daubed with paint»: how often, not how much."""
    if lex.code != "en" or found.unit != "times" or tokens[found.first].low not in ("twice", "thrice"):
        return None
    after = after_token(tokens, found.end)
    return "vague" if after is not None and morph.word(after).pos == VERB else None


_POINTERS = frozenset({"all", "these", "those", "the"})


_RULES: tuple[Callable[[Sequence[Token], Quantity, Lexicon, Morphology], str | None], ...] = (
    glued_to_letters,
    dotted_ordinal,
    _furniture,
    name_of_thing,
    _time,
    _age,
    _term,
    _one,
    _vague,
    _anaphoric,
    _repeated,
    _ordinal,
    _priced,
)
