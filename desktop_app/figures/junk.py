"""What looks like a quantity and is none: names, numbering, addresses, relative times, ages as biography, vague words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop_app.article import Bound
from desktop_app.figures.dates import is_year
from desktop_app.figures.lexicon import Lexicon
from desktop_app.figures.morphology import ADJ, NOUN, PART, Morphology
from desktop_app.figures.quantity import Quantity
from desktop_app.figures.tokens import Token

_DASHES = frozenset("-–—−‑")
_TIME_UNITS = frozenset({"decade", "second", "minute", "hour", "day", "week", "month", "year"})
_SLAVIC = frozenset({"ru", "uk"})


def is_junk(tokens: Sequence[Token], found: Quantity, lex: Lexicon, morph: Morphology) -> str | None:
    """Why a quantity is no figure, or ``None`` when it is one."""
    for rule in _RULES:
        reason = rule(tokens, found, lex, morph)
        if reason:
            return reason
    return None


def counts(tokens: Sequence[Token], found: Quantity, lex: Lexicon, morph: Morphology) -> bool:
    """Whether a counted noun follows: adjectives, then a lower-case noun."""
    for k in range(found.end, min(found.end + 5, len(tokens))):
        token = tokens[k]
        if token.kind != "w" or "\n" in token.gap:
            return False
        word = morph.word(token)
        if word.pos in (ADJ, PART):
            continue
        name = token.text[0].isupper()
        if lex.code == "en" and (name or word.pos == NOUN) and k + 1 < len(tokens) and tokens[k + 1].kind == "w":
            if not name and word.plural:
                return True
            continue
        if word.pos != NOUN or name:
            return False
        if lex.code == "ru":
            return bool(word.cases & {"gent", "gen2"}) or (
                found.value % 10 == 1 and bool(word.cases & {"nomn", "accs"})
            )
        if lex.code == "en":
            return word.plural or found.value == 1
        return True
    return False


def _before(tokens: Sequence[Token], at: int) -> Token | None:
    return tokens[at - 1] if at > 0 else None


def _after(tokens: Sequence[Token], at: int) -> Token | None:
    return tokens[at] if at < len(tokens) else None


def _glued_to_letters(tokens: Sequence[Token], found: Quantity, lex: Lexicon, morph: Morphology) -> str | None:
    """F-16, COVID-19, 2/3b, 10x: digits that hang on letters or on other digits."""
    if found.score:
        return None
    before, after = _before(tokens, found.first), _after(tokens, found.end)
    first = tokens[found.first]
    if before is not None and first.glued:
        if before.kind in "wd" or before.text in ("_", "№", "#", "@", "/", "\\", "=", "§"):
            return "name"
        if before.text in _DASHES and before.glued and found.first > 1 and first.kind == "d":
            two = tokens[found.first - 2]
            if two.kind == "w" and two.low not in lex.range_open and not lex.bounds_before.has(two.low):
                return "name"
            if two.kind == "d":
                return "name"
        if before.text in ".,:" and before.glued and found.first > 1 and tokens[found.first - 2].kind == "d":
            return "name"
    if found.plain and after is not None and after.glued:
        following = _after(tokens, found.end + 1)
        if after.kind == "w" or after.text in ("_", "\\", "@", "="):
            return "name"
        if following is not None and following.glued:
            if after.text in ("/", ":", ".") and following.kind == "d":
                return "name"
            if after.text in _DASHES and following.kind in "dw":
                return "name"
    return None


def _name_of_thing(tokens: Sequence[Token], found: Quantity, lex: Lexicon, morph: Morphology) -> str | None:
    """Numbers that name: article 105, No. 5, дом 35, Falcon 9, World War 3; «10 Хіммотологічний центр»."""
    lone_letter = found.unit is not None and found.end - found.first == 2 and len(tokens[found.end - 1].text) == 1
    if (found.unit is not None and not (lone_letter and tokens[found.end - 1].kind == "w")) or found.joined:
        return None
    if found.scale != 1 or found.score:
        return None
    if lex.junk_after.match(tokens, found.end):
        return "name"
    if found.words:
        return _capital_word(tokens, found)
    at = found.left
    before = _before(tokens, at)
    if before is None:
        return _followed_by_name(tokens, found, lex, morph)
    if found.open >= 0 and lex.code != "en":
        return None
    strong, weak = lex.junk_before.match_before(tokens, at), lex.junk_weak.match_before(tokens, at)
    if strong is not None and (before.text != "." or tokens[at - 1].glued):
        plural = lex.code == "en" and counts(tokens, found, lex, morph) and before.text not in ("№", "#", ".")
        return None if plural and before.low in _EVERYDAY else "name"
    if lone_letter:
        return None
    counted = counts(tokens, found, lex, morph)
    if weak is not None and not counted:
        return "name"
    if before.text in (",", "и", "та", "і", "й", "and", "-") and _list_of_numbers(tokens, at, lex):
        return "name"
    if _ordinal_next(tokens, found, lex) or _orders_noun(tokens, found, lex, morph):
        return "ordinal"
    if before.text == "," and not counted and not found.words and _address(tokens, at, lex):
        return "address"
    if not counted and not found.high and not found.words:
        if before.kind == "w" and before.text.isupper() and len(before.text) > 1 and not found.plain:
            return "name"
    if not counted and found.plain and not found.high:
        if _in_title(tokens, found) and (_after(tokens, found.end) or before).text in ("»", "”"):
            return "name"
        if before.kind == "w" and before.text[0].isupper() and before.gap and not _opens(tokens, at - 1):
            return "name"
        if before.text[-1] in '»”"’':
            return "name"
    return _followed_by_name(tokens, found, lex, morph)


#: Words that order («game 3») but are common enough as plain nouns to need a look at what follows.
_EVERYDAY = frozenset({"no", "day", "week", "call", "line", "part", "group", "test", "match", "was", "top", "under"})


def _capital_word(tokens: Sequence[Token], found: Quantity) -> str | None:
    """«Erik Ten Hag»: a number word with a capital inside a sentence, beside a name."""
    first = tokens[found.first]
    after = _after(tokens, found.end)
    if not first.text[0].isupper() or found.first == 0 or found.end - found.first > 1 or first.text.isupper():
        return None
    before = tokens[found.first - 1]
    named = before.kind == "w" and before.text[0].isupper()
    return "name" if named and after is not None and after.kind == "w" and after.text[0].isupper() else None


def _in_title(tokens: Sequence[Token], found: Quantity) -> bool:
    """Whether the number opens a name in quotes: «10 Хіммотологічний центр», «2,5 людини»."""
    before, after = _before(tokens, found.first), _after(tokens, found.end)
    if after is not None and after.text in ("»", "”") and after.glued and before is not None:
        return before.kind == "w" and before.text[0].isupper()
    return before is not None and before.text in ("«", "“", "„", "‘") and tokens[found.first].glued


def _followed_by_name(tokens: Sequence[Token], found: Quantity, lex: Lexicon, morph: Morphology) -> str | None:
    """«300 Slater Street», «10 Хіммотологічний центр»: a bare number before a capital that it does not count."""
    after = _after(tokens, found.end)
    if not found.plain or found.high or found.open >= 0 or after is None or after.kind != "w":
        return None
    if _in_title(tokens, found) and after.text[0].isupper():
        return "name"
    if not after.text[0].isupper() or len(after.text) < 2 or counts(tokens, found, lex, morph):
        return None
    if after.text.isupper():
        return None
    if lex.code in _SLAVIC:
        word = morph.word(after)
        return None if word.plural or "gent" in word.cases else "name"
    return "name" if lex.code == "en" else None


def _list_of_numbers(tokens: Sequence[Token], at: int, lex: Lexicon) -> bool:
    """Whether the number before the comma is itself a name: «статьи 105, 111»."""
    k = at - 2
    for _ in range(6):
        if k < 1 or tokens[k].kind != "d":
            return False
        if lex.junk_before.match_before(tokens, k):
            return True
        if tokens[k - 1].text not in (",", "и", "та", "і", "й", "and", "-"):
            return False
        k -= 2
    return False


def _ordinal_next(tokens: Sequence[Token], found: Quantity, lex: Lexicon) -> bool:
    """«6 і 7-го скликань», «3rd» behind «2nd and»: the pair shares the ordinal ending."""
    at = found.end
    if at + 3 >= len(tokens) or tokens[at].low not in lex.conjunctions or tokens[at + 1].kind != "d":
        return False
    dash = tokens[at + 2].text in _DASHES and tokens[at + 2].glued
    return dash and tokens[at + 3].glued and tokens[at + 3].low in lex.ordinal_suffixes


def _orders_noun(tokens: Sequence[Token], found: Quantity, lex: Lexicon, morph: Morphology) -> bool:
    """«на 34 паркране», «155 статье»: a singular noun in no genitive is numbered, not counted (Russian)."""
    if lex.code != "ru" or not found.plain or found.value < 5 or found.open >= 0:
        return False
    for k in range(found.end, min(found.end + 3, len(tokens))):
        if tokens[k].kind != "w":
            return False
        word = morph.word(tokens[k])
        if word.pos == ADJ:
            continue
        if word.pos != NOUN or word.plural or not word.cases or "gent" in word.cases:
            return False
        return found.value % 10 != 1 and word.cases != {"ablt"}
    return False


def _address(tokens: Sequence[Token], at: int, lex: Lexicon) -> bool:
    """«вул. Рівненська, 74», «ул. Останкинская, 35»: a street word or a capital shortly before the comma."""
    name = tokens[at - 2] if at >= 2 else None
    if name is None or name.kind != "w" or not name.text[0].isupper():
        return False
    if any(lex.streets.match(tokens, k) for k in range(max(0, at - 12), at)):
        return True
    return lex.code in _SLAVIC and name.low.endswith(("ая", "ска", "цька", "ська", "кая", "ого", "на", "ної", "ій"))


def _opens(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token opens a sentence or a quotation, so that its capital means nothing."""
    return at == 0 or tokens[at - 1].text in '.!?:«"“—–' or "\n" in tokens[at].gap


def _furniture(tokens: Sequence[Token], found: Quantity, lex: Lexicon, morph: Morphology) -> str | None:
    """«1.», «2)» at the head of a line; a number alone on its line; a footnote «[3]»."""
    before, after = _before(tokens, found.left), _after(tokens, found.end)
    if found.first == 0 and found.plain and found.value < 100 and after is not None:
        if after.text in (".", ")") and after.glued:
            return "numbering"
    if found.end == len(tokens) and found.first == 0 and found.plain:
        return "furniture"
    if found.plain and before is not None and after is not None:
        if before.text == "[" and after.text == "]":
            return "footnote"
        if before.text == "(" and after.text == ")" and is_year(tokens[found.first]):
            return "date"
    return None


def _time(tokens: Sequence[Token], found: Quantity, lex: Lexicon, morph: Morphology) -> str | None:
    """What the marking of dates leaves: an hour of the day, a day before a month, a quarter, a reading time."""
    before = _before(tokens, found.left)
    if found.unit in (None, "hour", "minute") and lex.clock.match(tokens, found.end):
        return "time"
    if found.unit == "hour":
        if lex.clock.match(tokens, found.end - 1):
            return "time"
        in_hours = tokens[found.end - 1].low in lex.hours and found.value <= 24 and found.high is None
        if in_hours and before is not None and before.low in ("в", "о", "об", "у", "at") and not found.words:
            return "time"
    if found.unit is None and found.value <= 31 and lex.months.match(tokens, found.end):
        if lex.code != "en" or tokens[found.end].text[0].isupper():
            return "date"
    if found.unit is None and found.plain and found.value <= 4 and lex.quarters.match(tokens, found.end):
        return "date"
    if found.unit == "year" and is_year(tokens[found.end - 2]) and tokens[found.end - 2].text == str(int(found.value)):
        return "date"
    return "reading time" if found.unit == "minute" and lex.junk_after.match(tokens, found.end - 1) else None


def _age(tokens: Sequence[Token], found: Quantity, lex: Lexicon, morph: Morphology) -> str | None:
    """Ages as biography; an age that is a rule stays."""
    if found.noun in ("age", "летие", "річчя") or tokens[found.end - 1].low.startswith(("лети", "річч")):
        return "age"
    if lex.age_before.match_before(tokens, found.left) and found.unit in (None, "year"):
        rule = found.high is not None or found.bound is not Bound.EXACT
        return None if rule or (found.unit is None and counts(tokens, found, lex, morph)) else "age"
    if found.unit is None and found.plain and lex.code == "en" and 1 <= found.value <= 110:
        before, after = _before(tokens, found.left), _after(tokens, found.end)
        if before is not None and before.text in ",(" and after is not None and after.text in ",)":
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
    after = _after(tokens, found.end)
    return "age" if lex.code == "en" and after is not None and after.low == "old" else None


_BE = frozenset({"you're", "i'm", "he's", "she's", "was", "is", "am", "turned"})


def _joined_age(tokens: Sequence[Token], found: Quantity, lex: Lexicon, morph: Morphology) -> str | None:
    for k in range(found.end, min(found.end + 4, len(tokens))):
        if tokens[k].kind != "w":
            break
        word = morph.word(tokens[k])
        if word.pos in (ADJ, PART) and not tokens[k].text[0].isupper():
            continue
        return "age" if word.animate or (tokens[k].text[0].isupper() and lex.code in _SLAVIC) else None
    return "age" if lex.code in _SLAVIC else None


def _term(tokens: Sequence[Token], found: Quantity, lex: Lexicon, morph: Morphology) -> str | None:
    """Relative times («три дня назад») and, where the language says so, durations that are no fact of the news."""
    if found.unit not in _TIME_UNITS:
        past = found.unit is None and found.words and lex.code in _SLAVIC and lex.ago.match(tokens, found.end)
        return "relative time" if past else None
    after = _after(tokens, found.end)
    if found.joined:
        if lex.term_names.match(tokens, found.end):
            return "name"
    elif lex.term_before.match_before(tokens, found.left) or (after and lex.rate_after.match(tokens, found.end)):
        return None
    elif lex.ago.match(tokens, found.end):
        return "relative time"
    else:
        before = _before(tokens, found.left)
        if before is not None and before.low in lex.relative and lex.code not in _SLAVIC:
            return "relative time" if found.value <= 7 and found.bound is Bound.EXACT else None
    if not lex.durations_gated:
        return None
    if lex.durations_before.match_before(tokens, found.left):
        return None
    for k in range(found.end, min(found.end + 3, len(tokens))):
        if lex.durations_after.match(tokens, k):
            return None
        if morph.word(tokens[k]).pos not in (ADJ, PART):
            break
    return "duration"


def _one(tokens: Sequence[Token], found: Quantity, lex: Lexicon, morph: Morphology) -> str | None:
    """«one of the», «один из», «one» as a pronoun are too little to be a figure."""
    if not found.words or found.value != 1 or found.scale != 1 or found.high is not None:
        return None
    if found.joined:
        return "vague"
    if tokens[found.first].low in lex.coins:
        return None
    if found.unit is not None:
        return "vague" if found.bound is Bound.EXACT else None
    if any(lex.casualties.match(tokens, k) for k in range(max(0, found.first - 2), min(found.end + 2, len(tokens)))):
        after = _after(tokens, found.end)
        return None if after is None or after.low not in lex.one_of else "vague"
    if not lex.one_counts:
        return "vague"
    before = _before(tokens, found.left)
    if before is not None and before.low in lex.one_stop:
        return "vague"
    if before is not None and before.low in lex.one_more:
        after = _after(tokens, found.end)
        return None if after is None or after.low not in lex.one_of else "vague"
    if lex.one_stop_after.match(tokens, found.end) or found.end >= len(tokens):
        return "vague"
    return None if counts(tokens, found, lex, morph) else "vague"


def _vague(tokens: Sequence[Token], found: Quantity, lex: Lexicon, morph: Morphology) -> str | None:
    """«десятки», «thousands» are figures only where they count people."""
    if not found.vague or found.unit is not None:
        return None
    for k in range(found.end, min(found.end + 4, len(tokens))):
        if tokens[k].kind != "w":
            break
        if tokens[k].low in lex.one_of:
            continue
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
    before = _before(tokens, found.left)
    if before is None or lex.code in _SLAVIC:
        return None
    if before.low == "or" and found.left > 1 and lex.units.match(tokens, found.left - 2):
        return "vague"  # «a year or two»
    if before.low not in _POINTERS:
        return None
    if before.low == "the" and any(
        lex.casualties.match(tokens, k) for k in range(found.end, min(found.end + 3, len(tokens)))
    ):
        return None
    return None if counts(tokens, found, lex, morph) else "vague"


_POINTERS = frozenset({"all", "these", "those", "the"})

_RULES: tuple[Callable[[Sequence[Token], Quantity, Lexicon, Morphology], str | None], ...] = (
    _glued_to_letters,
    _furniture,
    _name_of_thing,
    _time,
    _age,
    _term,
    _one,
    _vague,
    _anaphoric,
)
