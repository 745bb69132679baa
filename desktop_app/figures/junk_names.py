"""Numbers that name or order a thing: models, articles of law, addresses, titles, ordinals."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.figures.lexicon import SLAVIC, Lexicon
from desktop_app.figures.morphology import ADJ, NOUN, PART, Morphology
from desktop_app.figures.quantity import Quantity
from desktop_app.figures.tokens import DASHES, Token, is_joined_preposition


def counts(tokens: Sequence[Token], found: Quantity, lex: Lexicon, morph: Morphology) -> bool:
    """Whether a counted noun follows: adjectives, then a lower-case noun."""
    for k in range(found.end, len(tokens)):
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


def before_token(tokens: Sequence[Token], at: int) -> Token | None:
    return tokens[at - 1] if at > 0 else None


def after_token(tokens: Sequence[Token], at: int) -> Token | None:
    return tokens[at] if at < len(tokens) else None


#: Languages that write ordinals with a full stop.
_DOTTED = frozenset(
    {"de", "pl", "cs", "sk", "sl", "hr", "da", "no", "nb", "nn", "fi", "hu", "et", "lv", "is", "sr", "bs"}
)


def dotted_ordinal(tokens: Sequence[Token], found: Quantity, lex: Lexicon, morph: Morphology) -> str | None:
    """«am 11. und 12. Juni», «lat 80. ubiegłego wieku»: a full stop inside a sentence makes an ordinal."""
    if lex.code not in _DOTTED or not found.plain or found.end - found.first > 1 or found.value > 200:
        return None
    stop, after = after_token(tokens, found.end), after_token(tokens, found.end + 1)
    if stop is None or stop.text != "." or not stop.glued or after is None or after.kind != "w" or "\n" in after.gap:
        return None
    goes_on = after.text[0].islower() or lex.months.match(tokens, found.end + 1) is not None
    return "ordinal" if goes_on or lex.junk_after.match(tokens, found.end + 1) else None


def glued_to_letters(tokens: Sequence[Token], found: Quantity, lex: Lexicon, morph: Morphology) -> str | None:
    """F-16, COVID-19, 2/3b, 10x: digits that hang on letters or on other digits."""
    if found.score:
        return None
    before, after = before_token(tokens, found.first), after_token(tokens, found.end)
    first = tokens[found.first]
    if before is not None and first.glued:
        if before.kind in "wd" or before.text in ("_", "№", "#", "@", "/", "\\", "=", "§"):
            return "name"
        if before.text in DASHES and before.glued and found.first > 1 and first.kind == "d":
            two = tokens[found.first - 2]
            opens = two.low in lex.range_open or lex.bounds_before.has(two.low) or is_joined_preposition(two.text)
            if two.kind == "w" and not opens:
                return "name"
            if two.kind == "d":
                return "name"
        if before.text == "+" and before.glued and found.first > 1 and tokens[found.first - 2].kind == "d":
            return "name"  # «1+1»
        if before.text in ".,:" and before.glued and found.first > 1 and tokens[found.first - 2].kind == "d":
            return "name"
    if found.plain and after is not None and after.glued and not lex.bounds_after.match(tokens, found.end):
        following = after_token(tokens, found.end + 1)
        if after.kind == "w" or after.text in ("_", "\\", "@", "="):
            return "name"
        if following is not None and following.glued:
            if after.text in ("/", ":", ".", "+") and following.kind == "d":
                return "name"
            if after.text in DASHES and following.kind in "dw":
                return "name"
    return None


def name_of_thing(tokens: Sequence[Token], found: Quantity, lex: Lexicon, morph: Morphology) -> str | None:
    """Numbers that name: article 105, No. 5, дом 35, Falcon 9, World War 3; «10 Хіммотологічний центр»."""
    lone_letter = found.unit is not None and found.end - found.first == 2 and len(tokens[found.end - 1].text) == 1
    if (found.unit is not None and not (lone_letter and tokens[found.end - 1].kind == "w")) or found.joined:
        return None
    if found.scale != 1 or found.score:
        return None
    if lex.junk_after.match(tokens, found.end):
        return "name"
    if found.words:
        ordered = lex.code == "en" and found.bound == "=" and lex.junk_before.match_before(tokens, found.left)
        if ordered and not counts(tokens, found, lex, morph):
            return "name"  # «day two of the trial»
        return _capital_word(tokens, found)
    at = found.left
    before = before_token(tokens, at)
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
    if before.low == "of" and at > 2 and tokens[at - 2].low == "out" and lex.junk_before.match_before(tokens, at - 3):
        return "name"  # «level 3 out of 5»
    if before.kind == "d" and lex.junk_before.match_before(tokens, at - 1):
        return "name"  # «статьей 189 38» with a lost superscript
    if before.text in (",", "и", "та", "і", "й", "and", "-") and _list_of_numbers(tokens, at, lex):
        return "name"
    if _ordinal_next(tokens, found, lex) or _orders_noun(tokens, found, lex, morph):
        return "ordinal"
    if before.text == "," and not counted and not found.words and _address(tokens, at, lex):
        return "address"
    if (
        not counted
        and not found.high
        and not found.words
        and before.kind == "w"
        and before.text.isupper()
        and len(before.text) > 1
        and not found.plain
    ):
        return "name"
    if not counted and found.plain and not found.high:
        if _in_title(tokens, found) and (after_token(tokens, found.end) or before).text in ("»", "”"):
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
    after = after_token(tokens, found.end)
    if not first.text[0].isupper() or found.first == 0 or found.end - found.first > 1 or first.text.isupper():
        return None
    before = tokens[found.first - 1]
    named = before.kind == "w" and before.text[0].isupper()
    return "name" if named and after is not None and after.kind == "w" and after.text[0].isupper() else None


def _in_title(tokens: Sequence[Token], found: Quantity) -> bool:
    """Whether the number opens a name in quotes: «10 Хіммотологічний центр», «2,5 людини»."""
    before, after = before_token(tokens, found.first), after_token(tokens, found.end)
    if after is not None and after.text in ("»", "”") and after.glued and before is not None:
        return before.kind == "w" and before.text[0].isupper()
    return before is not None and before.text in ("«", "“", "„", "‘") and tokens[found.first].glued


def _followed_by_name(tokens: Sequence[Token], found: Quantity, lex: Lexicon, morph: Morphology) -> str | None:
    """«300 Slater Street», «10 Хіммотологічний центр»: a bare number before a capital that it does not count."""
    after = after_token(tokens, found.end)
    if not found.plain or found.high or found.open >= 0 or after is None or after.kind != "w":
        return None
    if _in_title(tokens, found) and after.text[0].isupper():
        return "name"
    if not after.text[0].isupper() or len(after.text) < 2 or counts(tokens, found, lex, morph):
        return None
    if after.text.isupper():
        return None
    if lex.code in SLAVIC:
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
    dash = tokens[at + 2].text in DASHES and tokens[at + 2].glued
    return dash and tokens[at + 3].glued and tokens[at + 3].low in lex.ordinal_suffixes


def _orders_noun(tokens: Sequence[Token], found: Quantity, lex: Lexicon, morph: Morphology) -> bool:
    """«на 34 паркране», «155 статье»: a singular noun in no genitive is numbered, not counted (Russian)."""
    if lex.code != "ru" or not found.plain or found.value < 5 or found.open >= 0:
        return False
    for k in range(found.end, len(tokens)):
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
    return lex.code in SLAVIC and name.low.endswith(("ая", "ска", "цька", "ська", "кая", "ого", "на", "ної", "ій"))


def _opens(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token opens a sentence or a quotation, so that its capital means nothing."""
    return at == 0 or tokens[at - 1].text in '.!?:«"“—–' or "\n" in tokens[at].gap
