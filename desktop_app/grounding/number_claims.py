"""Numbers of a summary sentence against the article's."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.article import Span
from desktop_app.grounding.arithmetic import derive, step_of
from desktop_app.grounding.binding import bound_elsewhere
from desktop_app.grounding.comparison import Comparison
from desktop_app.grounding.names import same_word
from desktop_app.grounding.quantities import Date, Quantity, equal
from desktop_app.grounding.report import Claim, ClaimKind, Place, Problem, State
from desktop_app.grounding.rivals import weigh
from desktop_app.grounding.slots import likeness
from desktop_app.grounding.source import Piece
from desktop_app.grounding.words import Token, tokenise

_Found = tuple[Piece, Quantity]
#: Currencies written with a bare dollar sign.
_DOLLARS = frozenset({"USD", "CAD", "AUD", "NZD", "HKD", "SGD", "MXN", "TWD"})
#: Content words after a source number among which its noun may stand.
_NOUN_REACH = 4
#: Units that a bare number with a noun of its own cannot have.
_TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "times", "pp"})
_MONEY_LIKE = frozenset({"percent", "pp", "times", "fraction"})
#: Tokens on either side of a source number among which the summary's noun may be a word of another kind.
_NEAR = 7
_DIRECTLY = 5
#: Tokens after a number within which "a day" or "per year" may stand.
_RATE_REACH = 3
#: Places of a number looked at for what it belongs to, nearest first.
_MOST_PLACES = 40
#: A third may be written 0.33 or 1/3; one in 10,000 is exact.
_ROUNDED = 0.02
_LEAST_SHARE = 0.05
_EXCLUSIVE = ({"by", "to"}, {"from", "to"})


def check_numbers(comparison: Comparison) -> list[Claim]:
    """A claim for every number of the sentence."""
    return [_number(comparison, quantity) for quantity in comparison.piece.quantities]


def _number(comparison: Comparison, quantity: Quantity) -> Claim:
    span = Span(quantity.start, quantity.end)
    found = [
        (piece, candidate)
        for piece in comparison.source.pieces
        for candidate in piece.quantities
        if _same_value(quantity, candidate, piece)
    ]
    if not found:
        places = _as_date(comparison, quantity)
        if places:
            return comparison.claim(ClaimKind.NUMBER, span, State.OTHER_FORM, places)
        return _derived(comparison, quantity) or comparison.claim(
            ClaimKind.NUMBER, span, State.NOT_FOUND, _instead(comparison, quantity), Problem.ABSENT
        )
    problems = {index: _mismatch(comparison, quantity, *pair) for index, pair in enumerate(found)}
    good = [found[index] for index, problem in problems.items() if problem is None]
    if not good:
        derived = _derived(comparison, quantity)
        if derived is not None:
            return derived
        order = (Problem.OTHER_CHANGE, Problem.OTHER_NOUN, Problem.OTHER_UNIT)
        problem = min((p for p in problems.values() if p is not None), key=order.index)
        return comparison.claim(
            ClaimKind.NUMBER, span, State.NOT_FOUND, [place_of(*pair) for pair in found[:3]], problem
        )
    if not comparison.crossed:
        nearest = sorted(good, key=lambda pair: rank(comparison, pair[0]))[:_MOST_PLACES]
        bound = bound_elsewhere(comparison, quantity, nearest)
        rival = bound if isinstance(bound, tuple) else None if bound else _rival(comparison, quantity, good)
        if rival is not None:
            return comparison.claim(ClaimKind.NUMBER, span, State.NOT_FOUND, [place_of(*rival)], Problem.OTHER_PLACE)
    good.sort(key=lambda pair: rank(comparison, pair[0]))
    exact = any(_plain_text(comparison.text, quantity) == _plain_text(text_of(comparison, p), q) for p, q in good)
    state = State.EXACT if exact else State.OTHER_FORM
    return comparison.claim(ClaimKind.NUMBER, span, state, [place_of(*pair) for pair in good[:5]])


def rank(comparison: Comparison, piece: Piece) -> tuple[int, int]:
    """Sort key: the sentences the summary rests on first."""
    for position, near in enumerate(comparison.alignment.near):
        if near.number == piece.number:
            return position, piece.number
    return len(comparison.alignment.near), piece.number


def text_of(comparison: Comparison, piece: Piece) -> str:
    """The text the piece's offsets count in."""
    return comparison.source.article.section_text(piece.place.section)


def _plain_text(text: str, quantity: Quantity) -> str:
    return "".join(text[quantity.start : quantity.end].lower().split())


def place_of(piece: Piece, item: Quantity | Date) -> Place:
    """Where a number or date stands in the article."""
    return Place(piece.place.section, Span(item.start, item.end))


def _same_value(quantity: Quantity, candidate: Quantity, piece: Piece) -> bool:
    if quantity.high is None:
        apart = abs(quantity.value - candidate.value)
        shares = quantity.unit == candidate.unit == "fraction" and candidate.value >= _LEAST_SHARE
        near = shares and apart <= _ROUNDED * candidate.value
        return near or candidate.has(quantity.value)
    if candidate.high is not None:
        return equal(quantity.value, candidate.value) and equal(quantity.high, candidate.high)
    return equal(quantity.value, candidate.value) and any(equal(quantity.high, q.value) for q in piece.quantities)


def _as_date(comparison: Comparison, quantity: Quantity) -> list[Place]:
    """A bare number that is a year or day of a date in the article."""
    if quantity.unit not in (None, "year"):
        return []
    return [
        place_of(piece, date)
        for piece in comparison.source.pieces
        for date in piece.dates
        if quantity.value in (date.year, date.day)
    ]


def _mismatch(comparison: Comparison, mine: Quantity, piece: Piece, theirs: Quantity) -> Problem | None:
    if not _same_unit(comparison, mine, piece, theirs) and not _unit_follows(comparison, mine, piece, theirs):
        return Problem.OTHER_UNIT
    if not comparison.crossed and not _same_noun(comparison, mine, piece, theirs):
        return Problem.OTHER_NOUN
    if not comparison.crossed and _other_rate(comparison, mine, piece, theirs):
        return Problem.OTHER_UNIT
    if not comparison.crossed and step_of(theirs, piece, comparison.words) and not _compares(comparison, mine):
        return Problem.OTHER_CHANGE
    roles = {_role(comparison, comparison.piece, mine), _role(comparison, piece, theirs)}
    return Problem.OTHER_CHANGE if not comparison.crossed and roles in _EXCLUSIVE else None


def _compares(comparison: Comparison, mine: Quantity) -> bool:
    """Whether the summary compares with the number: more, fewer, rose by, a difference of."""
    words, own = comparison.words, comparison.piece
    clause = {own.token(mine.first).clause + step for step in (-1, 0, 1)}
    return any(
        token.low in words.totals
        or (words.change_roles.get(token.low) == "by" and token.index == mine.first - 1)
        or any(name in ("amount", "level") for name, _ in words.opposition(token.low))
        for token in own.tokens
        if token.clause in clause
    )


def _role(comparison: Comparison, piece: Piece, quantity: Quantity) -> str | None:
    """``by``, ``to`` or ``from`` for a number with such a preposition in a clause that tells of a change."""
    position = quantity.first - piece.base
    before = piece.tokens[position - 1].low if position else ""
    role = comparison.words.change_roles.get(before)
    if role is None:
        return None
    clause = piece.token(quantity.first).clause
    moves = any(
        name == "level" for t in piece.tokens if t.clause == clause for name, _ in comparison.words.opposition(t.low)
    )
    return role if moves else None


def _other_rate(comparison: Comparison, mine: Quantity, piece: Piece, theirs: Quantity) -> bool:
    """Whether a day of one became a week of the other: the first word of time or measure after each differs."""
    one, other = _measure(comparison, comparison.piece, mine), _measure(comparison, piece, theirs)
    return one is not None and other is not None and not one.same(other)


def _measure(comparison: Comparison, piece: Piece, quantity: Quantity) -> Token | None:
    for token in piece.tokens[quantity.last + 1 - piece.base :][:_RATE_REACH]:
        if token.low in comparison.words.measures:
            return token
        if token.kind == "sign" or (token.content and token.kind == "word"):
            return None
    return None


def _unit_follows(comparison: Comparison, mine: Quantity, piece: Piece, theirs: Quantity) -> bool:
    """Whether the word after a number that was read without a unit is the unit the other was read with."""
    if mine.unit is None and mine.noun is not None:
        inside = piece.tokens[theirs.first - piece.base : theirs.last + 1 - piece.base]
        return any(mine.noun.same(token) for token in inside)
    if theirs.unit is None and theirs.noun is not None:
        own = comparison.piece
        return any(theirs.noun.same(t) for t in own.tokens[mine.first - own.base : mine.last + 1 - own.base])
    return False


def _same_unit(comparison: Comparison, mine: Quantity, piece: Piece, theirs: Quantity) -> bool:
    if mine.unit == theirs.unit or (mine.unit in _DOLLARS and theirs.unit in _DOLLARS):
        return True
    if mine.unit is not None and theirs.unit is not None:
        return False
    bare, full, around = (mine, theirs, comparison.piece) if mine.unit is None else (theirs, mine, piece)
    if bare.figure is None and bare.noun is not None and full.unit in _MONEY_LIKE:
        return False
    if full.unit == "times" and bare.figure is None:
        return True  # a verb that means the factor: doubled
    # "from 5 to 8 per cent": the first number borrows the unit of the second
    borrowed = any(other.unit == full.unit for other in around.quantities)
    return bare.lemma is None and (borrowed or mine.unit is None)


def _same_noun(comparison: Comparison, mine: Quantity, piece: Piece, theirs: Quantity) -> bool:
    if mine.unit is not None and not _money(mine.unit) and mine.unit not in _TIMES:
        return _same_whole(comparison, mine, piece, theirs)
    if mine.unit is not None or mine.figure is None or mine.figure.kind == "score":
        return True
    keys = _noun_keys(comparison, mine)
    if not keys or (mine.noun is not None and mine.noun.low in comparison.words.general_nouns):
        return True
    if mine.lemma is not None and mine.lemma.lower() in comparison.words.general_nouns:
        return True
    directly = piece.tokens[theirs.last + 1 - piece.base :][:_DIRECTLY]
    low = (mine.lemma or "").lower()
    if any(
        not keys.isdisjoint(t.word.keys) or (t.kind == "word" and same_word(low, t.low, comparison.lang))
        for t in directly
    ):
        return True
    if theirs.lemma is not None and theirs.lemma in comparison.words.general_nouns:
        return True
    after = [t for t in piece.tokens[theirs.last + 1 - piece.base :] if t.content or t.kind == "number"][:_NOUN_REACH]
    for token in after:
        if token.kind == "number":
            break
        if not keys.isdisjoint(token.word.keys):
            return True
    if theirs.lemma and not keys.isdisjoint(_keys_of(theirs.lemma, comparison.lang)):
        return True
    if theirs.lemma is None and theirs.noun is None:
        return True
    if theirs.noun is not None and not keys.isdisjoint(theirs.noun.word.keys):
        return True
    counted = {q.noun.index for q in piece.quantities if q.noun is not None and q is not theirs}
    near = [
        token
        for token in piece.tokens
        if abs(token.index - theirs.first) <= _NEAR or token.clause == piece.token(theirs.first).clause
    ]
    return any(not keys.isdisjoint(token.word.keys) for token in near if token.content and token.index not in counted)


def _money(unit: str) -> bool:
    """Whether a unit is a currency code (ISO 4217)."""
    return len(unit) == 3 and unit.isupper()


def _same_whole(comparison: Comparison, mine: Quantity, piece: Piece, theirs: Quantity) -> bool:
    """Whether a share or measure is of the same thing: 64 % of the parents are not 64 % of the teachers."""
    if mine.noun is None or theirs.noun is None or mine.noun.same(theirs.noun):
        return True
    if mine.noun.low in comparison.words.general_nouns or not comparison.source.pieces_with(mine.noun):
        return True
    return any(mine.noun.same(token) for token in piece.tokens if token.content)


def _noun_keys(comparison: Comparison, quantity: Quantity) -> frozenset[str]:
    keys: frozenset[str] = frozenset()
    if quantity.lemma:
        keys |= _keys_of(quantity.lemma, comparison.lang)
    return keys


def _keys_of(lemma: str, lang: str) -> frozenset[str]:
    return frozenset(key for token in tokenise(lemma, lang) for key in token.word.keys)


def _rival(comparison: Comparison, quantity: Quantity, good: Sequence[_Found]) -> _Found | None:
    slot = comparison.slot(quantity.first, quantity.last)
    rivals = [
        (piece, other)
        for piece in comparison.alignment.witnesses
        for other in piece.quantities
        if not _same_value(quantity, other, piece) and other.kindred(quantity)
    ]
    verdict = weigh(
        slot,
        [comparison.source_slot(piece, q.first, q.last) for piece, q in good],
        [comparison.source_slot(piece, q.first, q.last) for piece, q in rivals],
        comparison.other_side,
        comparison.reporting,
    )
    return rivals[verdict.best_rival] if verdict.lost and verdict.best_rival is not None else None


def _instead(comparison: Comparison, quantity: Quantity) -> list[Place]:
    """What the sentences it rests on have in the number's slot."""
    slot = comparison.slot(quantity.first, quantity.last)
    scored = [
        (likeness(slot, comparison.source_slot(piece, q.first, q.last), comparison.other_side), piece, q)
        for piece in comparison.alignment.sources
        for q in piece.quantities
        if q.unit == quantity.unit
    ]
    return [place_of(piece, q) for _, piece, q in sorted(scored, key=lambda row: -row[0])[:1]]


def _derived(comparison: Comparison, quantity: Quantity) -> Claim | None:
    pieces = comparison.alignment.near or comparison.source.pieces
    found = derive(quantity, pieces, comparison.piece, comparison.words)
    if found is None:
        return None
    how, operands = found
    places = tuple(place_of(piece, operand) for piece, operand in operands)
    return Claim(
        ClaimKind.NUMBER,
        Span(quantity.start, quantity.end),
        comparison.text[quantity.start : quantity.end],
        State.DERIVABLE,
        places,
        how,
    )
