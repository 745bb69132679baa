"""Stretches of text that look like quantities and are none: dates, years, times, telephone numbers, net addresses.

They are marked before quantities are read, so that no part of them is taken for a number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop_app.figures.digits import digits_at
from desktop_app.figures.lexicon import CURRENCY_SIGNS, SLAVIC, Lexicon
from desktop_app.figures.tokens import DASHES, Token

_YEAR_FROM, _YEAR_TO = 1000, 2199
# Bounded repeats only: every alternative stops after a few dozen characters.
_NET = re.compile(r"(?:https?://|www\.)\S{1,300}|\S{1,64}@\S{1,64}\.\w{2,10}")
_OCTET = r"(?:0|[1-9]\d{0,2})"
_IP = re.compile(rf"(?<![\w.,]){_OCTET}(?:\.{_OCTET}){{3}}(?::\d{{1,5}})?(?![\w.]\d)\b")
_PHONE = re.compile(
    r"(?<![\w.,])(?:\+\d{1,3}[ \-.]?)?\(\d{2,5}\)[ \-]?\d{1,4}(?:[ \-.]\d{2,4}){1,4}(?!\w)"
    r"|(?<![\w.,])\+\d{1,3}(?:[ \-.]?\d{2,5}){2,5}(?!\w)"
    r"|(?<![\w.,\-])\d{1,3}-\d{3}-\d{2,4}(?:-\d{2,4}){0,2}(?!\w)"
    r"|(?<![\w.,\-])\d{3}-\d{2}-\d{2}(?!\w)"
)


def is_year(token: Token) -> bool:
    """Whether a run of digits can be a year."""
    return token.kind == "d" and len(token.text) == 4 and _YEAR_FROM <= int(token.text) <= _YEAR_TO


def mark(text: str, tokens: Sequence[Token], lex: Lexicon) -> bytearray:
    """One flag a token: whether it belongs to a date, time, telephone number or net address."""
    taken = bytearray(len(tokens))
    if not tokens:
        return taken
    _mark_patterns(text, tokens, taken, lex)
    at = 0
    while at < len(tokens):
        if taken[at]:
            at += 1
            continue
        end = _date_at(tokens, at, lex)
        if end > at:
            taken[at:end] = b"\x01" * (end - at)
            at = end
        else:
            at += 1
    return taken


def _grouped(address: str, lex: Lexicon) -> bool:
    """Whether a language that groups thousands by points would read a number."""
    return "." in lex.groups and all(len(part) == 3 for part in address.split(".")[1:])


def _mark_patterns(text: str, tokens: Sequence[Token], taken: bytearray, lex: Lexicon) -> None:
    low, high = tokens[0].start, tokens[-1].end
    spans: list[tuple[int, int]] = []
    if "." in text[low:high] or "://" in text[low:high]:
        spans += [m.span() for m in _NET.finditer(text, low, high)]
        spans += [m.span() for m in _IP.finditer(text, low, high) if not _grouped(m.group(), lex)]
    spans += [m.span() for m in _PHONE.finditer(text, low, high)]
    spans.sort()
    at = 0
    for start, end in spans:
        while at < len(tokens) and tokens[at].end <= start:
            at += 1
        k = at
        while k < len(tokens) and tokens[k].start < end:
            taken[k] = 1
            k += 1


def _date_at(tokens: Sequence[Token], at: int, lex: Lexicon) -> int:
    """Index after the date or time that starts at ``at``; ``at`` itself when none does."""
    token = tokens[at]
    if token.kind == "d":
        for rule in (_numeric, _clock_point, _day_month, _year):
            end = rule(tokens, at, lex)
            if end > at:
                return end
        return at
    if token.kind == "w":
        found = lex.months.match(tokens, at)
        if found is not None and (token.text[0].isupper() or lex.code != "en"):
            return _month_first(tokens, at, found[1], lex)
    if token.text in ("'", "’", "‘") and at + 1 < len(tokens):
        following = tokens[at + 1]  # the class of ’68
        after = tokens[at + 2] if at + 2 < len(tokens) else None
        if following.kind == "d" and following.glued and len(following.text) == 2 and token.gap:
            if after is not None and after.glued and after.kind == "w" and after.low not in lex.decade:
                return at
            return at + 2
    return at


def _clock_point(tokens: Sequence[Token], at: int, lex: Lexicon) -> int:
    """«з 22.00 по 06.00»: hours and minutes with a point, behind a preposition of time."""
    if at == 0 or at + 2 >= len(tokens) or lex.code == "en":
        return at
    sign, second = tokens[at + 1], tokens[at + 2]
    two = sign.text == "." and sign.glued and second.glued and second.kind == "d" and len(second.text) == 2
    if not two or len(tokens[at].text) != 2 or int(tokens[at].text) > 24 or second.text[0] > "5":
        return at
    opened = tokens[at - 1].low in lex.clock_before or tokens[at - 1].low in ("по", "до")
    if not opened or _measured(tokens, at + 3, lex):
        return at
    return at + 3 if second.text[1] in "05" else at


def _numeric(tokens: Sequence[Token], at: int, lex: Lexicon) -> int:
    """24.02.2022, 2022-02-24, 24/02, 10:37, 02 / 03 / 12 17:00."""
    if at + 2 >= len(tokens):
        return at
    sign, second = tokens[at + 1], tokens[at + 2]
    if (
        sign.kind == "d"
        and len(tokens[at].text) == 2
        and len(sign.text) == 2
        and is_year(second)
        and int(tokens[at].text) <= 31
        and int(sign.text) <= 12
    ):
        return _with_year_words(tokens, at + 3, lex)
    if second.kind != "d" or len(tokens[at].text) > 4 or len(second.text) > 4:
        return at
    first_value, second_value = int(tokens[at].text), int(second.text)
    if sign.text == ":" and sign.glued and second.glued and len(second.text) == 2:
        if any(lex.score_before.match(tokens, k) for k in range(max(0, at - 8), at)):
            return at
        if first_value > 24 or second_value > 59:
            return at
        end = at + 3
        if end + 1 < len(tokens) and tokens[end].text in ":." and tokens[end].glued and tokens[end + 1].kind == "d":
            end += 2
        if end < len(tokens) and lex.clock.match(tokens, end):
            end += 1
        return end
    if sign.text in (".", "/", "-", "–") and at + 4 < len(tokens) and tokens[at + 3].text == sign.text:
        third = tokens[at + 4]
        glued = sign.glued and second.glued and tokens[at + 3].glued and third.glued
        if third.kind == "d" and len(third.text) in (2, 4) and (glued or sign.text == "/"):
            day = first_value <= 31 and second_value <= 31 and len(tokens[at].text) <= 2 and len(second.text) <= 2
            iso = is_year(tokens[at]) and second_value <= 12 and int(third.text) <= 31
            if day or iso:
                return at + 5
    if sign.text in DASHES or sign.text == "/":
        if is_year(tokens[at]) and (is_year(second) or (len(second.text) == 2 and sign.glued and second.glued)):
            if not _counted(tokens, at + 3, lex):
                return _with_year_words(tokens, at + 3, lex)
            return at
        days = first_value <= 31 and second_value <= 31 and len(tokens[at].text) <= 2 and len(second.text) <= 2
        if days and at + 3 < len(tokens) and lex.months.match(tokens, at + 3):
            return _day_month(tokens, at + 2, lex)
    return at


def _day_month(tokens: Sequence[Token], at: int, lex: Lexicon) -> int:
    """24 февраля 2022 года; 12 и 13 января; 13 жовтня – 12 листопада; 24 de febrero de 2022; 3. März; May 7th."""
    end = at + 1
    if len(tokens[at].text) > 2 or not 1 <= int(tokens[at].text) <= 31:
        return at
    end = _skip_ordinal(tokens, end, lex)
    if end < len(tokens) and tokens[end].text in (".", "º", "°") and tokens[end].glued:
        end += 1
    if end < len(tokens) and tokens[end].low in ("de", "of", "di"):
        end += 1
    found = lex.months.match(tokens, end) if end < len(tokens) else None
    if found is None:
        pair = _second_day(tokens, at + 1, lex)
        return _day_month(tokens, pair, lex) if pair and _day_month(tokens, pair, lex) > pair else at
    return _after_month(tokens, found[1], lex)


def _second_day(tokens: Sequence[Token], at: int, lex: Lexicon) -> int:
    """Index of the second day in «12 и 13 января», else 0."""
    if at + 2 >= len(tokens):
        return 0
    if tokens[at + 1].low in lex.determiners and at + 3 < len(tokens):
        closes = any(tokens[at].low in closers for closers in lex.range_open.values())
        day = tokens[at + 2].kind == "d" and len(tokens[at + 2].text) <= 2
        return at + 2 if closes and day else 0  # «desde el 2 hasta el 15 de mayo»
    if tokens[at + 1].kind != "d" or len(tokens[at + 1].text) > 2:
        return 0
    joins = (
        tokens[at].text in DASHES
        or tokens[at].text == ","
        or tokens[at].low in ("на", "по", "до", "to", "bis")
        or tokens[at].low in lex.conjunctions
    )
    return at + 1 if (joins or tokens[at].low in lex.range_join) and lex.months.match(tokens, at + 2) else 0


def _skip_ordinal(tokens: Sequence[Token], at: int, lex: Lexicon) -> int:
    if at < len(tokens) and tokens[at].glued and tokens[at].low in lex.ordinal_suffixes:
        return at + 1
    if (
        at + 1 < len(tokens)
        and tokens[at].text in DASHES
        and tokens[at].glued
        and tokens[at + 1].glued
        and tokens[at + 1].low in lex.ordinal_suffixes
    ):
        return at + 2
    return at


def _after_month(tokens: Sequence[Token], at: int, lex: Lexicon) -> int:
    end = at
    if (
        end < len(tokens) and tokens[end].text in (",", ".") and end + 1 < len(tokens) and is_year(tokens[end + 1])
    ) or (end < len(tokens) and tokens[end].low in ("de", "of", "del") and end + 1 < len(tokens)):
        end += 1
    if end < len(tokens) and is_year(tokens[end]):
        return _with_year_words(tokens, _skip_ordinal(tokens, end + 1, lex), lex)
    return at


def _month_first(tokens: Sequence[Token], at: int, end: int, lex: Lexicon) -> int:
    """May 7, 2022; March 2022; May 3-5; not «у січні 5 шкіл»."""
    if end < len(tokens) and tokens[end].text == ".":
        end += 1
    if end < len(tokens) and tokens[end].kind == "d":
        if is_year(tokens[end]):
            return _with_year_words(tokens, end + 1, lex)
        number = digits_at(tokens, end, lex)  # «since May 6,000 homes» has no date
        if lex.code not in SLAVIC and number is not None and number.plain and 1 <= number.value <= 31:
            end += 1
            if end < len(tokens) and tokens[end].glued and tokens[end].low in ("st", "nd", "rd", "th"):
                end += 1
            if end + 1 < len(tokens) and tokens[end].text in DASHES and tokens[end + 1].kind == "d":
                end += 2
            if end + 1 < len(tokens) and tokens[end].text == "," and is_year(tokens[end + 1]):
                end += 2
            elif end < len(tokens) and is_year(tokens[end]):
                end += 1
            return end
    return at


def _with_year_words(tokens: Sequence[Token], at: int, lex: Lexicon) -> int:
    if at < len(tokens) and tokens[at].low in lex.year_words:
        at += 1
        if at < len(tokens) and tokens[at].text == "." and tokens[at].glued and len(tokens[at - 1].text) <= 2:
            at += 1
    return at


def _year(tokens: Sequence[Token], at: int, lex: Lexicon) -> int:
    """2013 году, 2019-го, 1990-х, 2010s, в 2013; also «10 по 2012 рр.»."""
    if not is_year(tokens[at]):
        return _two_digit_decade(tokens, at, lex)
    end = at + 1
    if at > 0 and tokens[at].glued and tokens[at - 1].text in CURRENCY_SIGNS:
        return at  # «costs $2000.»
    if (
        end + 1 < len(tokens)
        and tokens[end].text in (",", ".")
        and tokens[end].glued
        and tokens[end + 1].glued
        and tokens[end + 1].kind == "d"
    ):
        return at  # a decimal fraction
    if end < len(tokens) and tokens[end].text == "%":
        return at
    if end < len(tokens) and tokens[end].glued and tokens[end].low in lex.decade:
        return _with_year_words(tokens, end + 1, lex)
    if (
        end + 1 < len(tokens)
        and tokens[end].text in DASHES
        and tokens[end].glued
        and tokens[end + 1].glued
        and (tokens[end + 1].low in lex.decade or tokens[end + 1].low in lex.ordinal_suffixes)
    ):
        return _with_year_words(tokens, end + 2, lex)
    if end < len(tokens) and tokens[end].low in lex.year_words:
        return _with_year_words(tokens, end, lex)
    if (
        lex.code not in ("ru", "uk")
        and 1900 <= int(tokens[at].text) <= 2100
        and lex.year_before.match_before(tokens, at)
        and not _measured(tokens, end, lex)
    ):
        return end
    return at if _counted(tokens, end, lex) else end


def _measured(tokens: Sequence[Token], at: int, lex: Lexicon) -> bool:
    return bool(lex.units.match(tokens, at) or lex.currencies.match(tokens, at) or lex.scales.match(tokens, at))


def _two_digit_decade(tokens: Sequence[Token], at: int, lex: Lexicon) -> int:
    """90-х, ’80s."""
    text = tokens[at].text
    if len(text) != 2 or text[1] != "0":
        return at
    end = at + 1
    if end < len(tokens) and tokens[end].glued and tokens[end].low in ("s", "ers"):
        return end + 1
    if (
        end + 2 < len(tokens)
        and tokens[end].text in DASHES
        and tokens[end + 1].low in lex.decade
        and tokens[end + 1].glued
        and lex.code in ("ru", "uk")
        and (tokens[end + 2].low in lex.year_words or (int(text) >= 20 and tokens[end + 1].low == "х"))
    ):
        return end + 2 + (tokens[end + 2].low in lex.year_words)
    return at


def _counted(tokens: Sequence[Token], at: int, lex: Lexicon) -> bool:
    """Whether what follows a four-digit number shows that it counts something: a unit, a currency, a plural noun."""
    from desktop_app.figures.morphology import ADJ, NOUN, PART, morphology

    if at >= len(tokens):
        return False
    if lex.units.match(tokens, at) or lex.currencies.match(tokens, at) or lex.scales.match(tokens, at):
        return tokens[at].low not in lex.year_words or lex.code not in ("ru", "uk")
    token = tokens[at]
    if token.kind != "w" or not token.gap:
        return False
    analyser = morphology(lex.code)
    for k in range(at, min(at + 4, len(tokens))):
        if tokens[k].kind != "w":
            return False
        word = analyser.word(tokens[k])
        if word.pos in (ADJ, PART) and lex.code in ("ru", "uk"):
            if word.cases and not word.plural:
                return False
            continue
        if word.pos != NOUN or tokens[k].text[0].isupper():
            return False
        if lex.code == "ru":
            return word.plural and "gent" in word.cases
        if lex.code == "uk":
            return word.plural and tokens[k].low.endswith(("ів", "ей", "ь", "їв", "ок", "ин", "уб", "ош", "іж", "ій"))
        if lex.code == "en":
            return word.plural
        return False
    return False
