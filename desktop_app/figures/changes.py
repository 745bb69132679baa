"""Whether a figure is part of a movement: up or down, and by, to or from."""

from __future__ import annotations

from desktop_app.article import Change
from desktop_app.figures.clauses import Clauses
from desktop_app.figures.label_parts import links, past_operators
from desktop_app.figures.morphology import CONJ, PREP, PRON, VERB
from desktop_app.figures.quantity import Quantity

_REACH = 10
_FAR = 16
_ARRIVES = frozenset({"to", "до"})
_AFTER = 3
_PARTICLES = frozenset({"up", "down"})
_STOPS = frozenset({";", ":", "!", "?", "(", ")"})


def change_of(clauses: Clauses, found: Quantity) -> Change | None:
    """The movement a quantity measures, read from the nearest word of change in its clause and the preposition."""
    role = _role(clauses, found)
    direction = _before(clauses, found, bare=role is None)
    if direction is None:
        direction = _behind(clauses, found)
        if direction is None:
            return None
        role = role or "by"
    if role is None and _linked(clauses, found):
        role = "to"  # «снизилась и составила 5 %»
    return Change(direction, role or "by")


def _linked(clauses: Clauses, found: Quantity) -> bool:
    """Whether a verb that only links stands right before the quantity and is no word of change itself."""
    at = past_operators(clauses, found) - 1
    lex = clauses.lex
    linking = lex.copulas.match(clauses.tokens, at) if at >= clauses.low else None
    changing = any(lex.change.match(clauses.tokens, k) for k in range(max(at, 0), found.left))
    return linking is not None and not changing


def _role(clauses: Clauses, found: Quantity) -> str | None:
    """The preposition before the quantity, over bounds and particles: «на почти 40 %», «to about 6 %»."""
    for at in (found.left - 1, found.first - 1, found.left - 2, found.left):
        if clauses.low <= at < clauses.high:
            role = clauses.lex.change_roles.get(clauses.tokens[at].low)
            if role is not None:
                return role
    return None


def _before(clauses: Clauses, found: Quantity, *, bare: bool) -> str | None:
    """The word of change before; ``bare``, without a preposition, nothing may stand between: «fell almost 5 %»."""
    commas = 0
    close = bare and clauses.lex.code == "en"
    between = any(k in clauses.numbers for k in range(max(clauses.low, found.left - _REACH), found.left))
    arrives = clauses.text(found.left - 1).lower() in _ARRIVES
    reach = _FAR if between and arrives else _REACH  # «rose from about 2.2 million in 2023 to 3.6 million»
    for k in range(found.left - 1, max(clauses.low - 1, found.left - reach), -1):
        text = clauses.text(k)
        if text in _STOPS:
            return None
        commas += text == ","
        if commas > 1:
            return None
        hit = clauses.lex.change.match(clauses.tokens, k)
        if hit is not None and hit[1] <= found.left:
            word = clauses.tokens[k].low
            if close and word in _PARTICLES and found.unit is None:
                return None  # «lined up three firms»
            of = clauses.text(found.left - 1) == "of" and clauses.lex.code == "en"
            return None if of and hit[1] < found.left - 1 else hit[0]
        if bare and clauses.pos(k) == VERB and not links(clauses, k):
            return None
        if close and clauses.pos(k) in (PREP, PRON, CONJ) and k < past_operators(clauses, found):
            return None
    return None


def _behind(clauses: Clauses, found: Quantity) -> str | None:
    """«0.3-point drop», «рост 5 %», «на 20 % больше» behind the quantity."""
    if found.unit is None and not found.joined:
        return None
    for k in range(found.end, min(found.end + _AFTER, clauses.high)):
        if clauses.tokens[k].kind != "w":
            return None
        hit = clauses.lex.change.match(clauses.tokens, k)
        if hit is not None:
            return hit[0]
    return None
