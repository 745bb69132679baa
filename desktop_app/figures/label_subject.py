"""The subject a bare verb lacks: «It would cost up to $25 million» is about what the sentence before ended with."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.figures.clauses import Clauses
from desktop_app.figures.label_parts import MOST, Label, keep_head, keep_tail, links
from desktop_app.figures.morphology import ADJ, ADV, AUX, INF, NOUN, NUM, PART, PREP, PRON, PTCL, PUNCT, VERB
from desktop_app.figures.quantity import Quantity

#: How far back in the sentence before, in tokens.
_BACK = 30
_SUBJECT = 4


def with_subject(clauses: Clauses, found: Quantity, label: Label) -> Label:
    """``label`` with the subject of its sentence, or what its pronoun stands for, if it has no noun of its own."""
    if any(start < clauses.low for start, _ in label.pieces):
        return label
    places = [k for start, end in label.pieces for k in range(start, end)]
    linking = all(links(clauses, k) or clauses.pos(k) not in (NOUN, VERB, INF, ADJ, PART) for k in places)
    if not places or found.unit is None or any(clauses.pos(k) in (NOUN, NUM) and not links(clauses, k) for k in places):
        return label
    subject = None if _personal(clauses, min(places)) else _own(clauses, found, min(places))
    if subject is None and linking:
        subject = said_before(clauses)
    if subject is None or any(start < subject[1] and subject[0] < end for start, end in label.pieces):
        return label
    if linking:
        return Label((subject,))
    room = MOST + 1 - clauses.words(*subject)
    return Label((subject, *label.pieces)) if label.words(clauses) <= room else label


def _personal(clauses: Clauses, at: int) -> bool:
    """Whether the verb at ``at`` has a person's pronoun for its subject: «said she should be sentenced»."""
    while clauses.pos(at - 1) in (AUX, ADV, PTCL):
        at -= 1
    return clauses.lex.code == "en" and clauses.pos(at - 1) == PRON and clauses.tokens[at - 1].low != "it"


def _own(clauses: Clauses, found: Quantity, at: int) -> tuple[int, int] | None:
    """The noun phrase before the first verb of the sentence."""
    for k in range(clauses.low, min(at, found.left)):
        if clauses.pos(k) in (VERB, AUX):
            start = clauses.clean_left(clauses.run_left(k), k)
            if start >= k or clauses.pos(start) == PREP or not _opens(clauses, clauses.run_left(k)):
                return None
            piece = keep_head(clauses, start, k, _SUBJECT)
            return piece if piece[1] > piece[0] else None
    return None


def _opens(clauses: Clauses, at: int) -> bool:
    """Whether nothing but signs stands before ``at`` in its sentence."""
    return all(clauses.pos(k) == PUNCT for k in range(clauses.low, at))


def said_before(clauses: Clauses) -> tuple[int, int] | None:
    """The last thing the sentence before names, where this one opens with a pronoun."""
    first = next((k for k in range(clauses.low, clauses.high) if clauses.pos(k) != PUNCT), clauses.low)
    if clauses.pos(first) != PRON or clauses.low == 0:
        return None
    before = replace(clauses, low=max(0, clauses.low - _BACK), high=clauses.low)
    end = before.high
    while end > before.low and (
        before.pos(end - 1) in (PUNCT, PREP, ADV, PTCL)
        or (end - 1) in before.numbers
        or before.dated(end - 1)
        or before.lex.value_nouns.match(before.tokens, end - 1) is not None
    ):
        end -= 1
    start = before.clean_left(before.run_left(end), end)
    if start >= end:
        return None
    start, end = keep_tail(before, start, end, _SUBJECT)
    while start > before.low and (start - 1) in before.numbers and before.tokens[start - 1].kind != "d":
        start -= 1  # «[twenty-two] boats», «a [third] boat»
    if start > before.low and before.lex.ordinal_words.has(before.tokens[start - 1].low):
        return (start - 1, end) if before.words(start, end) < MOST else (start, end)  # «a [third boat]»
    start = before.clean_left(start, end)
    return (start, end) if 0 < before.words(start, end) <= MOST else None
