"""What looks like a quantity and is none: names, numbering, addresses, relative times, ages as biography, vague words."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.figures.dates import is_year
from desktop_app.figures.lexicon import Lexicon
from desktop_app.figures.morphology import ADJ, NOUN, PART, Morphology
from desktop_app.figures.quantities import Quantity
from desktop_app.figures.tokens import Token

_DASHES = frozenset("-–—−")
_TIME_UNITS = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})
_PERSON_UNITS = frozenset({"year", "month"})


def is_junk(tokens: Sequence[Token], found: Quantity, lex: Lexicon, morph: Morphology) -> str | None:
    """Why a quantity is no figure, or ``None`` when it is one."""
    for rule in (_glued_to_letters, _ordering, _list_number, _time, _age, _relative, _one, _score_like):
        reason = rule(tokens, found, lex, morph)
        if reason:
            return reason
    return None


def _before(tokens: Sequence[Token], at: int) -> Token | None:
    return tokens[at - 1] if at > 0 else None


def _after(tokens: Sequence[Token], at: int) -> Token | None:
    return tokens[at] if at < len(tokens) else None


def _glued_to_letters(tokens: Sequence[Token], found: Quantity, lex: Lexicon, morph: Morphology) -> str | None:
    before, after = _before(tokens, found.first), _after(tokens, found.end)
    first = tokens[found.first]
    if before is not None and first.glued:
        if before.kind in "wd" or before.text in ("_", "№", "#", "@", "/", "\\", "="):
            return "name"
        if before.text in _DASHES and before.glued and found.first > 1 and first.kind == "d":
            two = tokens[found.first - 2]
            if two.kind == "w" and two.low not in lex.range_open and two.low not in lex.bounds_before.single_words():
                return "name"
            if two.kind == "d":
                return "name"
        if before.text in ".," and before.glued and found.first > 1 and tokens[found.first - 2].kind == "d":
            return "name"
    if found.plain and after is not None and after.glued:
        if after.kind == "w" or after.text in ("_", "\\", "@", "="):
            return "name"
        if after.text in "/:" and found.end + 1 < len(tokens) and tokens[found.end + 1].glued:
            return "name" if tokens[found.end + 1].kind == "d" else None
        if after.text in _DASHES and found.end + 1 < len(tokens) and tokens[found.end + 1].glued:
            return "name" if tokens[found.end + 1].kind in "dw" else None
    return None


def _ordering(tokens: Sequence[Token], found: Quantity, lex: Lexicon, morph: Morphology) -> str | None:
    """Numbers that name: article 105, No. 5, дом 35, Falcon 9, World War 3."""
    if found.unit is not None or found.joined or found.scale != 1:
        return None
    after = _after(tokens, found.end)
    if lex.junk_after.match(tokens, found.end):
        return "name"
    if found.words:
        return None
    at = found.left
    before = _before(tokens, at)
    if before is None or found.open >= 0:
        return None
    if lex.junk_before.match_before(tokens, at):
        counted = _counts(tokens, found, lex, morph)
        strong = before.text in ("№", "#", "§", ".") or lex.code == "en"
        return None if counted and not strong else "name"
    if before.text in (",", "и", "та", "і", "and", "-") and _list_of_numbers(tokens, at, lex):
        return None if _counts(tokens, found, lex, morph) else "name"
    if before.kind == "w" and before.text[0].isupper() and before.gap and not _opens(tokens, at - 1):
        if not _counts(tokens, found, lex, morph) and found.plain and not tokens[found.first].glued:
            return "name"
    if before.text in '»”"’' and not _counts(tokens, found, lex, morph) and found.plain:
        return "name"
    if after is None and found.plain and is_year(tokens[found.first]):
        return "date"
    return None


def _list_of_numbers(tokens: Sequence[Token], at: int, lex: Lexicon) -> bool:
    """Whether the number before the comma is itself a name: «статьи 105, 111»."""
    k = at - 2
    steps = 0
    while k > 0 and tokens[k].kind == "d" and steps < 6:
        if lex.junk_before.match_before(tokens, k):
            return True
        if tokens[k - 1].text not in (",", "и", "та", "і", "and", "-"):
            return False
        k -= 2
        steps += 1
    return False


def _opens(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token opens a sentence or a quotation, so that its capital means nothing."""
    return at == 0 or tokens[at - 1].text in '.!?:«"“—–' or "\n" in tokens[at].gap


def _counts(tokens: Sequence[Token], found: Quantity, lex: Lexicon, morph: Morphology) -> bool:
    """Whether a counted noun follows: adjectives, then a lower-case noun."""
    for k in range(found.end, min(found.end + 4, len(tokens))):
        token = tokens[k]
        if token.kind != "w" or "\n" in token.gap:
            return False
        word = morph.word(token)
        if word.pos in (ADJ, PART):
            continue
        if word.pos != NOUN or (token.text[0].isupper() and not token.text.isupper()):
            return False
        if lex.code == "ru":
            return bool(word.cases & {"gent", "gen2"}) or (
                found.value % 10 == 1 and bool(word.cases & {"nomn", "accs"})
            )
        if lex.code == "en":
            return word.plural or found.value == 1
        return True
    return False


def _list_number(tokens: Sequence[Token], found: Quantity, lex: Lexicon, morph: Morphology) -> str | None:
    """«1.», «2)» at the head of a line."""
    if found.first == 0 and found.plain and found.value < 100 and len(tokens) > found.end + 1:
        after = tokens[found.end]
        if after.text in (".", ")") and after.glued:
            return "numbering"
    if found.end == len(tokens) and found.first == 0 and found.plain:
        return "furniture"
    return None


def _time(tokens: Sequence[Token], found: Quantity, lex: Lexicon, morph: Morphology) -> str | None:
    before = _before(tokens, found.left)
    if found.unit in (None, "hour", "minute") and lex.clock.match(tokens, found.end):
        return "time"
    if found.unit == "hour":
        if lex.clock.match(tokens, found.end - 1):
            return "time"
        last = tokens[found.end - 1].low
        if last in lex.hours and before is not None and before.low in lex.clock_before and found.value <= 24:
            if found.high is None and not found.words and before.low in ("в", "о", "об", "у", "at"):
                return "time"
    if lex.months.match(tokens, found.end) and found.unit is None and found.value <= 31:
        if lex.code != "en" or tokens[found.end].text[0].isupper():
            return "date"
    if found.unit is None and found.plain and found.value <= 4 and lex.quarters.match(tokens, found.end):
        return "date"
    if found.unit == "year" and not found.joined and is_year(tokens[found.end - 2]) and found.scale == 1:
        return "date" if tokens[found.end - 2].text == str(int(found.value)) else None
    return "reading time" if lex.junk_after.match(tokens, found.end - 1) and found.unit == "minute" else None


def _age(tokens: Sequence[Token], found: Quantity, lex: Lexicon, morph: Morphology) -> str | None:
    """Ages as biography; an age that is a rule or a record stays."""
    if found.noun == "age":
        return "age"
    if found.unit not in _PERSON_UNITS:
        if found.unit is None and lex.age_before.match_before(tokens, found.left) and lex.code == "en":
            return None if _counts(tokens, found, lex, morph) else "age"
        if found.unit is None and found.plain and lex.code == "en" and 1 <= found.value <= 110:
            before, after = _before(tokens, found.left), _after(tokens, found.end)
            if before is not None and before.text in ",(" and after is not None and after.text in ",)":
                return "age"
        return None
    if found.joined:
        for k in range(found.end, min(found.end + 4, len(tokens))):
            if tokens[k].kind != "w":
                break
            word = morph.word(tokens[k])
            if word.pos in (ADJ, PART) and not tokens[k].text[0].isupper():
                continue
            person = word.animate or tokens[k].text[0].isupper()
            return "age" if person and found.unit == "year" else None
        return "age" if found.unit == "year" and lex.code in ("ru", "uk") else None
    if lex.age_before.match_before(tokens, found.left):
        return "age"
    for k in range(found.left - 1, max(-1, found.left - 4), -1):
        if tokens[k].low in lex.dative:
            return "age"
        if tokens[k].text in ",.;":
            break
    if lex.code == "en" and found.end < len(tokens) and tokens[found.end].low == "old":
        return "age"
    return None


def _relative(tokens: Sequence[Token], found: Quantity, lex: Lexicon, morph: Morphology) -> str | None:
    if found.unit not in _TIME_UNITS or found.joined:
        return None
    if lex.ago.match(tokens, found.end):
        return "relative time"
    before = _before(tokens, found.left)
    if before is not None and before.low in lex.relative and lex.code != "en":
        return "relative time"
    if found.left > 1 and tokens[found.left - 2].low in lex.relative and lex.code != "en":
        return "relative time"
    if lex.ago.match_before(tokens, found.left) and lex.code in ("ru", "uk"):
        return "relative time"
    if before is not None and before.low in lex.relative and lex.code == "en":
        return "relative time" if found.value <= 7 and found.bound == "=" else None
    return None


def _one(tokens: Sequence[Token], found: Quantity, lex: Lexicon, morph: Morphology) -> str | None:
    """«one of the», «один из», «one» as a pronoun: too little to be a figure; with a unit it is one."""
    if not found.words or found.value > 1 or found.unit is not None or found.scale != 1 or found.high is not None:
        if found.words and found.value == 1 and found.unit in _TIME_UNITS and found.bound == "=":
            return "vague"
        return None
    if found.joined:
        return "vague"
    for k in range(found.end, min(found.end + 3, len(tokens))):
        if tokens[k].kind == "w" and lex.casualties.match(tokens, k):
            return None
    return "vague"


def _score_like(tokens: Sequence[Token], found: Quantity, lex: Lexicon, morph: Morphology) -> str | None:
    """Half of a score, a page count «3 из 10» at the end of a line, a number alone in brackets after a name."""
    before, after = _before(tokens, found.left), _after(tokens, found.end)
    if before is None or after is None or found.unit is not None or not found.plain:
        return None
    if before.text in ":" and before.glued:
        return "score"
    if before.text == "(" and after.text == ")" and is_year(tokens[found.first]):
        return "date"
    if before.text == "[" and after.text == "]":
        return "footnote"
    return None
