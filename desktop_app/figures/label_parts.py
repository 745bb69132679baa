"""The pieces labels are made of, and how they are shortened without being cut inside a phrase."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.figures.clauses import Clauses
from desktop_app.figures.lexicon import SLAVIC
from desktop_app.figures.morphology import ADJ, ADV, AUX, CONJ, DET, INF, NOUN, PART, PREP, PRON, PTCL, PUNCT, VERB
from desktop_app.figures.quantity import Quantity

MOST = 7


ENOUGH = 3


SUBJECT = 6


@dataclass(frozen=True, slots=True)
class Label:
    """Pieces of the token list, the one that names the thing first; an empty piece stands for a comma.

    They are read in this order, or with ``in_order`` in that of the source: «ferries [have] saved … carbon dioxide».
    """

    pieces: tuple[tuple[int, int], ...]
    in_order: bool = False

    def words(self, clauses: Clauses) -> int:
        """How many words the label has."""
        return sum(clauses.words(start, end) for start, end in self.pieces)


def says(clauses: Clauses, label: Label) -> bool:
    """Whether a label has a word with a meaning of its own."""
    telling = (NOUN, VERB, INF, ADJ, PART)
    return any(
        clauses.word(k).pos in telling and not clauses.dated(k)
        for start, end in label.pieces
        if clauses.lex.asides.match(clauses.tokens, start) not in (("aside", end), ("aside", end - 1))
        for k in range(start, end)
    )


def without_measure(clauses: Clauses, label: Label, found: Quantity) -> Label:
    """«вторую очередь [длиной]», «ділянки [загальною площею]»: the unit tells the measure already."""
    if clauses.lex.code not in SLAVIC or not label.pieces or found.unit is None:
        return label
    start, end = label.pieces[-1]
    at = end - 1
    if end > found.left or at <= start or clauses.lex.value_nouns.match(clauses.tokens, at) is None:
        return label
    if not clauses.tokens[at].low.endswith(_INSTRUMENTAL):
        return label
    if clauses.pos(at - 1) in (ADJ, PART):
        return label  # «загальною площею» says more than the unit
    cut = Label((*label.pieces[:-1], (start, at)), label.in_order)
    kept = any(clauses.pos(k) == NOUN for k in range(start, at)) and clauses.pos(at - 1) not in (PREP, CONJ)
    return cut if kept else label


_BEHIND_RATE = frozenset({PUNCT, CONJ, PREP, VERB, AUX, PTCL, ADV})
_TERMS = frozenset({"year", "month", "week", "day", "hour", "minute"})


def with_rate(clauses: Clauses, found: Quantity, label: Label) -> Label:
    """«flat in Senn, a month»: the time a sum of money is for belongs to what it is."""
    lex, at = clauses.lex, found.end
    if not label.pieces or clauses.text(at).lower() not in lex.rate_terms or label.words(clauses) > SUBJECT:
        return label
    unit = lex.units.match(clauses.tokens, at + 1)
    if unit is None or unit[0] not in _TERMS or unit[1] > clauses.high or label.pieces[0] == (found.end, found.end):
        return label
    money = found.unit is not None and len(found.unit) == 3 and found.unit.isupper()
    covered = any(start <= at < end for start, end in label.pieces)
    if not money or covered or clauses.pos(unit[1]) not in _BEHIND_RATE:
        return label
    pieces = tuple(sorted(label.pieces)) if label.in_order else label.pieces
    return Label((*pieces, (at, at), (at, unit[1])))


_INSTRUMENTAL = ("ой", "ою", "ью", "ом", "ем", "им", "тю", "ею", "ки")


def names(clauses: Clauses, piece: tuple[int, int]) -> bool:
    """Whether there is a noun in the stretch."""
    return any(clauses.pos(k) == NOUN for k in range(*piece))


def one_phrase(clauses: Clauses, at: int, room: int) -> int:
    """End of the first prepositional phrase at ``at``, with a second one when there is room and it is short."""
    end = clauses.run_right(at + (clauses.pos(at) == PREP), max(1, room - 1))
    pieces = clauses.phrases(at, end)
    if not pieces or end <= at:
        return at
    stop = pieces[0][1]
    for begin, finish in pieces[1:]:
        if clauses.words(at, finish) > min(room, 4) or clauses.tokens[begin].low not in ("of",):
            break
        stop = finish
    if clauses.words(at, stop) > room:
        return at
    return clauses.clean_right(at, stop)


def past_dates(clauses: Clauses, start: int, end: int) -> int:
    """``start`` past an opening date: it says when, and the card has little room."""
    at = start
    while at < end and (clauses.dated(at) or (clauses.pos(at) == PREP and clauses.dated(at + 1))):
        at += 1
    return clauses.clean_left(at, end) if at > start else start


def past_operators(clauses: Clauses, found: Quantity) -> int:
    """Index of the first token that only introduces the quantity: bounds, «в», «на», «to», articles, particles."""
    at = found.left
    lex = clauses.lex
    while at > clauses.low:
        token = clauses.tokens[at - 1]
        pos = clauses.pos(at - 1)
        glue = pos in (DET, PTCL) or (pos == PREP and clauses.pos(at) != NOUN) or (pos == ADV and lex.code != "en")
        adjective = found.joined and pos in (ADJ, PART) and lex.code == "en"
        if token.kind == "w" and (glue or adjective) and (at - 1) not in clauses.numbers:
            at -= 1
            continue
        break
    if lex.code == "en" and clauses.pos(at) != DET:
        opening = at  # «a planned 2.9 km tunnel»
        while clauses.pos(opening - 1) in (ADJ, PART) and (opening - 1) not in clauses.numbers:
            opening -= 1
        if opening < at and clauses.pos(opening - 1) == DET:
            return opening - 1
    return at


_MODALS = frozenset({"will", "would", "can", "could", "may", "might", "must", "shall", "should"})


def with_modal(clauses: Clauses, end: int) -> tuple[int, int]:
    """The verb that ends at ``end`` with what a bare form needs: «would mean», «plans to build», but «[have] saved»."""
    before = end - 2
    if clauses.text(before).lower() in clauses.lex.stops:
        return before, end  # «[не] получил»
    if clauses.lex.code != "en" or before < clauses.low:
        return end - 1, end
    if clauses.tokens[before].low in _MODALS:
        return before, end
    if clauses.pos(before) == AUX and clauses.tokens[before].low == "to":
        governs = clauses.pos(before - 1) in (VERB, INF) or (
            clauses.pos(before - 1) == ADJ and before - 1 > clauses.low
        )
        return (before - 1 if governs else before, end)
    return end - 1, end


def preposition_before(clauses: Clauses, found: Quantity) -> tuple[int, int] | None:
    """The preposition that governs the quantity and its noun: «пройдёт [в] двух форматах»."""
    for k in range(past_operators(clauses, found), found.left):
        if clauses.pos(k) == PREP:
            return k, k + 1
    return None


def verb_before(clauses: Clauses, at: int) -> tuple[int, int] | None:
    """The verb group that ends right before ``at``, over adverbs; or one noun phrase further left."""
    end = at
    while clauses.pos(end - 1) in (ADV, PTCL):
        end -= 1
    if clauses.pos(end - 1) in (VERB, AUX, INF):
        return _verb_group(clauses, end), end
    run = clauses.run_left(at)
    if run < at and clauses.pos(run - 1) in (VERB, INF) and clauses.words(run, at) <= 3:
        return _verb_group(clauses, run), run
    return None


def _verb_group(clauses: Clauses, end: int) -> int:
    """Where the verbs and adverbs that end at ``end`` begin."""
    while clauses.pos(end - 1) in (VERB, AUX, INF, ADV, PTCL):
        end -= 1
    return end


def links(clauses: Clauses, at: int) -> bool:
    return clauses.lex.copulas.match(clauses.tokens, at) is not None


def says_so(clauses: Clauses, at: int) -> bool:
    """Whether the verb only tells who said it."""
    return clauses.tokens[at].low in clauses.lex.reporting


def is_measure(clauses: Clauses, phrase: tuple[int, int]) -> bool:
    """«на суму», «в размере»: a preposition and the name of the measure only."""
    start, end = phrase
    nouns = sum(clauses.pos(k) == NOUN for k in range(start, end))
    if clauses.pos(start) != PREP or clauses.words(start, end) > 3 or nouns != 1:
        return False
    return clauses.lex.value_nouns.match(clauses.tokens, end - 1) is not None


def trailing(clauses: Clauses, found: Quantity, room: int) -> list[tuple[int, int]]:
    """The prepositional phrase right behind the quantity."""
    at = found.end
    if clauses.pos(at) != PREP:
        return []
    end = one_phrase(clauses, at, room)
    return [(at, end)] if end > at + 1 else []


def keep_head(clauses: Clauses, start: int, end: int, most: int) -> tuple[int, int]:
    """The first phrases of a stretch, as many as fit; an opening adverbial before a subject is dropped."""
    start = _past_governor(clauses, after_article(clauses, start, end), end)
    start, end = _drop_adverbial(clauses, *_from_measure(clauses, start, end))
    phrases = clauses.phrases(start, end)
    stop = phrases[0][1] if phrases else end
    for begin, finish in phrases[1:]:
        belongs = clauses.tokens[begin].low in clauses.lex.one_of and clauses.lex.code == "en"
        if clauses.words(start, finish) > (MOST + 1 if belongs else most):
            break
        stop = finish if begin < finish else stop
    if clauses.words(start, stop) > MOST + 1:
        stop = _cut_words(clauses, start, stop, MOST)
    return start, clauses.clean_right(start, stop)


def after_article(clauses: Clauses, start: int, end: int) -> int:
    """«CBS reports [the petition]»: an article behind a noun opens another phrase (English)."""
    if clauses.lex.code != "en":
        return start
    for k in range(end - 2, start, -1):
        if clauses.pos(k) == DET and clauses.pos(k - 1) in (NOUN, ADV, PTCL):
            return k + 1
    return start


def _past_governor(clauses: Clauses, start: int, end: int) -> int:
    """«о необходимости [увеличить прожиточный минимум]»: a noun that only governs the infinitive."""
    if clauses.pos(start) != PREP or clauses.lex.code == "en":
        return start
    for k in range(start + 2, min(start + 5, end)):
        if clauses.pos(k) == INF:
            return k
        if clauses.pos(k) not in (NOUN, ADJ):
            return start
    return start


def _from_measure(clauses: Clauses, start: int, end: int) -> tuple[int, int]:
    """«у світі станом на ранок 15 листопада кількість хворих» → «кількість хворих»."""
    if clauses.pos(start) != PREP:
        return start, end
    begin = start
    for k in range(start + 1, end):
        if clauses.dated(k - 1) and not clauses.dated(k) and clauses.pos(k) != PREP:
            begin = k
        if clauses.lex.value_nouns.match(clauses.tokens, k) and clauses.pos(k - 1) == NOUN:
            begin = k
    return begin, end


def _drop_adverbial(clauses: Clauses, start: int, end: int) -> tuple[int, int]:
    """«В прошлом году доходы компании» → «доходы компании», where cases show the subject (Russian)."""
    if clauses.pos(start) != PREP:
        return start, end
    seen_noun = False
    for k in range(start + 1, end):
        word = clauses.word(k)
        if clauses.tokens[k].kind != "w" or clauses.pos(k) == PREP:
            if clauses.pos(k) == PREP:
                seen_noun = False
            continue
        if seen_noun and word.pos in (NOUN, ADJ) and "nomn" in word.cases and "gent" not in word.cases:
            return k, end
        if word.pos == NOUN:
            seen_noun = True
    return start, end


def keep_tail(clauses: Clauses, start: int, end: int, most: int) -> tuple[int, int]:
    """The last phrases of a stretch, as many as fit."""
    phrases = clauses.phrases(start, end)
    begin = phrases[-1][0]
    for first, _ in reversed(phrases[:-1]):
        if clauses.words(first, end) > most:
            break
        begin = first
    if clauses.lex.code == "en" and clauses.tokens[begin].low in clauses.lex.one_of and len(phrases) > 1:
        heads = [first for first, _ in phrases if clauses.tokens[first].low not in clauses.lex.one_of]
        if heads and heads[-1] < begin:  # «former mayor [of the western city] of Galway»: never the tail alone
            return keep_head(clauses, heads[-1], end, most + 1)
    begin = _past_governor(clauses, begin, end)
    subject = _drop_adverbial(clauses, begin, end)[0]
    if subject > begin:
        begin = subject
    elif clauses.pos(begin) == PREP and clauses.words(begin, end) > 2:
        begin = clauses.compound_end(begin)  # «[из-за] убытков»
    begin = clauses.clean_left(begin, end)
    while clauses.words(begin, end) > MOST:
        begin += 1
    return begin, end


def shorten_subject(clauses: Clauses, piece: tuple[int, int], room: int) -> tuple[int, int]:
    start, end = piece
    if end <= start:
        return piece
    if clauses.words(start, end) <= min(4, room):
        return piece
    return keep_head(clauses, start, end, min(4, room))


def _cut_words(clauses: Clauses, start: int, end: int, most: int) -> int:
    """At most ``most`` words, not ending on a word that wants another."""
    at, words = start, 0
    while at < end and words < most:
        words += clauses.tokens[at].kind in "wd"
        at += 1
    while at > start and clauses.pos(at - 1) in (ADJ, PART, PREP, CONJ, DET, PRON):
        at -= 1
    return at
