"""Labels from the words behind a quantity: what is counted, completed by verb or place."""

from __future__ import annotations

from desktop_app.figures.clauses import DASHES, Clauses
from desktop_app.figures.label_parts import (
    ENOUGH,
    MOST,
    Label,
    after_article,
    is_measure,
    keep_head,
    links,
    one_phrase,
    past_dates,
    past_operators,
    preposition_before,
    says_so,
    shorten_subject,
    verb_before,
    with_modal,
)
from desktop_app.figures.lexicon import SLAVIC
from desktop_app.figures.morphology import ADJ, ADV, AUX, CONJ, DET, INF, NOUN, PART, PREP, PRON, PTCL, PUNCT, VERB
from desktop_app.figures.quantity import Quantity

#: Endings of the Slavic plural in cases a number agrees in: «в двух забегах», «трьома чергами».
_GENITIVE = frozenset({"из", "із", "зі"})
_OBLIQUE = ("ах", "ях", "ами", "ями", "ам", "ям")


def right_phrase(clauses: Clauses, found: Quantity) -> tuple[int, int] | None:
    """The noun phrase right behind the quantity, without prepositional phrases but «of»."""
    start = found.end
    lex = clauses.lex
    while start < clauses.high and (
        (clauses.tokens[start].low in lex.one_of
        and lex.code == "en")
        or (clauses.pos(start) == DET and (lex.code != "en" or found.unit == "times" or start > found.end))
        or (clauses.pos(start) == PTCL and start > found.end)
        or (clauses.text(start) == "." and clauses.tokens[start].glued
            and clauses.text(start + 1)[:1].islower() and start == found.end)
    ):  # fmt: skip
        start += 1
    if found.unit is not None and clauses.text(start) == "(" and start + 1 in clauses.numbers:
        closing = next((k for k in range(start, min(start + 10, clauses.high)) if clauses.text(k) == ")"), None)
        start = start if closing is None else closing + 1  # «за $31 тис (813 тис грн) неправомірної вигоди»
    if found.joined and lex.code == "en" and clauses.text(start) in ("-", "‑") and clauses.tokens[start].glued:
        start = clauses.compound_end(start - 1)  # «a four-day-long barrage»
    if found.joined and lex.code == "en" and clauses.text(start) == "," and clauses.pos(start + 1) in (NOUN, ADJ, PART):
        start += 1  # «a $100-million, property-wide transformation»
    if (
        lex.code in ("ru", "uk")
        and found.unit is None
        and clauses.text(start).lower() in lex.one_of
        and start + 1 in clauses.numbers
    ):
        start += 1  # «в 15 из 101 департамента»
    while start > found.end and start in clauses.numbers:
        start += 1  # «80 % of the 212 participants»
    if clauses.pos(start) not in (NOUN, ADJ, PART) or start in clauses.numbers:
        return None
    if lex.code == "uk" and lex.copulas.match(clauses.tokens, start) is not None:
        return None
    if found.unit is not None and not found.joined and lex.code in ("ru", "uk"):
        word = clauses.word(start)
        if word.cases and "gent" not in word.cases and word.pos == NOUN:
            return None
        if lex.code == "uk" and clauses.text(start)[0].isupper():
            return None
    if (
        found.unit is not None
        and not found.joined
        and lex.code == "en"
        and clauses.tokens[found.end].low not in lex.one_of
        and not _modifies(clauses, found)
        and not (found.unit in _TERMS and clauses.pos(start) in (NOUN, ADJ) and clauses.text(start).islower())
    ) and found.unit not in ("percent", "pp", "times", "fraction"):
        return None
    end = clauses.run_right(start, MOST)
    phrases = clauses.phrases(start, end)
    last = phrases[0][1]
    for begin, stop in phrases[1:]:
        if clauses.tokens[begin].low not in ("of", "de", "di", "du", "des", "del", "von", "da", "do"):
            break
        last = stop
    if found.unit in _TERMS and lex.code == "en":
        last = next((k for k in range(start, last) if clauses.pos(k) == CONJ), last)
    last = clauses.clean_right(start, last)
    return (start, last) if last > start else None


_TERMS = frozenset({"hour", "day", "week", "month", "year"})  # «150 hours unpaid work»


def _modifies(clauses: Clauses, found: Quantity) -> bool:
    """«a £19m [black hole in the budget]», «the 2.9 km [tunnel]»: an article before, a noun behind."""
    article = any(clauses.pos(k) == DET for k in range(past_operators(clauses, found), found.left))
    return article and clauses.pos(found.end) in (NOUN, ADJ) and not clauses.tokens[found.end].glued


def counted(clauses: Clauses, found: Quantity, core: tuple[int, int]) -> Label:
    """«кандидатов» + «участвовали» + «в первом туре»; «floors» + «at 300 Slater Street»."""
    start, end = core
    words = clauses.words(start, end)
    pieces = [core]
    if clauses.tokens[end - 1].low.endswith("'s") and end in clauses.numbers:
        behind = end  # «330 of the resort’s 397 guest rooms»
        while behind in clauses.numbers:
            behind += 1
        owned = clauses.run_right(behind, 3)
        if owned > behind:
            return Label((core, (behind, owned)))
    extra = _right_extension(clauses, end, MOST - words + 2 * found.joined, words)
    if extra is not None:
        pieces.append(extra)
        words += clauses.words(*extra)
    if words < (2 if found.joined else ENOUGH):
        return _completed(clauses, found, pieces, _left_extension(clauses, found, MOST - words, words))
    return Label(tuple(pieces))


def _completed(clauses: Clauses, found: Quantity, pieces: list[tuple[int, int]], left: list[tuple[int, int]]) -> Label:
    """The counted noun with what stands before the quantity, in an order that reads.

    Case endings let an object stand first («билетов продал музей»); a noun with a preposition, and every noun of a
    language without cases, keeps its place: «участвовал в двух забегах», «ferries saved carbon dioxide».
    """
    if not left:
        return Label(tuple(pieces))
    core = pieces[0]
    slavic = clauses.lex.code in SLAVIC
    opened = core[0] - (clauses.pos(core[0] - 1) == DET)
    of = clauses.lex.code == "en" and clauses.tokens[opened - 1].low in clauses.lex.one_of
    before = preposition_before(clauses, found) if found.unit is None or of else None
    governing = before
    genitive = governing is not None and clauses.tokens[governing[0]].low in _GENITIVE
    if slavic and not genitive and not clauses.tokens[core[1] - 1].low.endswith(_OBLIQUE):
        governing = None  # «заказы на 30 тысяч масок»: the noun has the case the number asks for
    if governing is not None:
        return Label((*pieces, *left, governing), in_order=True)
    apart = before is not None or clauses.pos(left[0][1] - 1) not in (VERB, INF)
    if slavic and apart and clauses.pos(left[0][0]) != PREP:
        # «голосів, Джо Байден випереджає Дональда Трампа»: apart from the noun, in the order of the source
        return Label((*pieces, (found.left, found.left), *sorted(left)))
    if slavic or (len(left) == len(pieces) == 1 and clauses.words(*left[0]) == clauses.words(*core) == 1):
        return Label((*pieces, *left))
    if clauses.tokens[left[0][0]].low in clauses.lex.than:
        return Label(tuple(pieces))
    verbal = any(clauses.pos(end - 1) in (VERB, INF, PART) for _, end in left)
    opening = past_operators(clauses, found)
    adjacent = left[-1][1] >= opening and clauses.pos(left[0][0]) != PREP
    if verbal or adjacent:
        article = found.joined and clauses.pos(opening) == DET  # «fills [the] five-bedroom home»
        return Label((*pieces, *left, *([(opening, opening + 1)] if article else [])), in_order=True)
    return Label((*pieces, (found.left, found.left), *left))


def _compares_next(clauses: Clauses, at: int) -> bool:
    """«17 % [more than] …», «на 17 % [дороже, чем] …»: a comparative right behind."""
    at += clauses.pos(at) == CONJ
    word = clauses.text(at).lower()
    comparative = clauses.pos(at) in (PTCL, ADV, ADJ) or (clauses.lex.code == "en" and word.endswith("er"))
    behind = at + 1 + (clauses.text(at + 1) == ",")
    return comparative and bool(clauses.text(behind)) and clauses.tokens[behind].low in clauses.lex.than


def comparison(clauses: Clauses, found: Quantity) -> tuple[int, int] | None:
    """«[as many as the council had expected]», «[больше, чем ожидали]»: what a factor is measured against."""
    if found.joined or (found.unit != "times" and not _compares_next(clauses, found.end)):
        return None
    than = clauses.lex.than
    end, seen = found.end, False
    while end < clauses.high and clauses.words(found.end, end) <= MOST + 2:
        token = clauses.tokens[end]
        if token.low in than:
            seen = True
        elif token.kind == "p" and not (clauses.text(end + 1) and clauses.tokens[end + 1].low in than):
            break
        elif end - found.end > 2 and not seen:
            return None
        end += 1
    if not seen or clauses.words(found.end, end) > MOST + 2:
        return None
    return (found.end, end) if end - found.end > 2 else None


def _right_extension(clauses: Clauses, at: int, room: int, words: int) -> tuple[int, int] | None:
    """The prepositional phrase or the verb right behind the counted noun."""
    if room < 2 or words >= 5:
        return None
    pos = clauses.pos(at)
    if pos == PREP:
        if clauses.pos(at + 1) == PRON and clauses.pos(at + 2) in (VERB, AUX):
            return _subordinate(clauses, at, room)
        end = one_phrase(clauses, at, room)
        return (at, end) if end > at + 1 else None
    begin = at
    while clauses.pos(at) in (AUX, ADV, PTCL):
        at += 1
    if links(clauses, at) and clauses.pos(at + 1) == VERB:
        at += 1
    counted_times = clauses.pos(at) == INF and clauses.lex.generic_nouns.match(clauses.tokens, at - 1) is not None
    if clauses.pos(at) == VERB or counted_times or (clauses.pos(at) == PART and clauses.lex.code == "en"):
        if links(clauses, at) and (clauses.pos(at + 1) != PREP or (at + 2) in clauses.numbers):
            return None
        end = at + 1
        if clauses.pos(end) == INF:
            end += 1
        stop = one_phrase(clauses, end, room - 1) if clauses.pos(end) in (PREP, NOUN, ADJ) else end
        first = at if clauses.lex.code == "en" else begin
        return (first, max(stop, end))
    return None


def _subordinate(clauses: Clauses, at: int, room: int) -> tuple[int, int] | None:
    """«since it opened in May»: a clause right behind the noun, whole or not at all."""
    end = at + 2
    while clauses.pos(end) in (VERB, AUX, INF, ADV):
        end += 1
    if clauses.pos(end) in (PREP, NOUN, ADJ, DET):
        end = clauses.run_right(end + (clauses.pos(end) == PREP), room)
    return (at, end) if clauses.words(at, end) <= room and clauses.pos(end) == PUNCT else None


def _left_extension(clauses: Clauses, found: Quantity, room: int, counted_words: int) -> list[tuple[int, int]]:
    """Verb and subject or place before the quantity: «участвовали», «в первом туре»."""
    at = past_operators(clauses, found)
    verb = verb_before(clauses, at)
    if verb is None:
        return _nominal_extension(clauses, at, room)
    begin, end = verb
    run = clauses.run_left(begin)
    start = past_dates(clauses, clauses.clean_left(run, begin), begin)
    subject = (start, clauses.clean_right(start, begin))
    subject = shorten_subject(clauses, (after_article(clauses, *subject), subject[1]), room - 1)
    linking = links(clauses, end - 1) or clauses.pos(end - 1) == AUX
    pieces: list[tuple[int, int]] = []
    if not linking and clauses.pos(end - 1) == INF and clauses.lex.code != "en":
        if clauses.pos(end - 2) == VERB:
            pieces.append((with_modal(clauses, end - 1)[0], end))
        elif clauses.pos(end - 2) == ADJ and subject[1] == end - 1 > subject[0]:  # «ініціатива [готова передати]»
            pieces.append((end - 2, end))
            subject = (subject[0], end - 2)
    elif not linking:
        pieces.append(with_modal(clauses, end))
    between = clauses.clean_left(end, at)
    if at - between > 0 and clauses.words(between, at) <= room - 2 and clauses.pos(at - 1) == NOUN:
        pieces.append((between, at))
        room -= clauses.words(between, at)
    fits = 0 < clauses.words(*subject) <= min(4, room - len(pieces))
    if not fits and clauses.lex.code == "en" and at < found.left and clauses.pos(at) == PREP:
        return pieces[1:]  # «based on 53 hours of footage»: the verb alone says nothing
    if fits:
        if clauses.lex.code == "en" and pieces:
            pieces.insert(0, subject)
        else:
            pieces.append(subject)
    elif clauses.lex.code == "en" and len(pieces) == 1 and (counted_words > 1 or says_so(clauses, end - 1)):
        return []  # «that cover 36 % of Welsh seas»: a verb before its object would want its subject
    return pieces


def _nominal_extension(clauses: Clauses, at: int, room: int) -> list[tuple[int, int]]:
    """A noun before the counted one: «portraits of 200 employees», «room for 6,000 people»."""
    if clauses.pos(at - 1) != NOUN:
        return []
    run = clauses.run_left(at)
    phrases = clauses.phrases(clauses.clean_left(run, at), at)
    if is_measure(clauses, phrases[-1]):  # «подтянутой к полю сражения в количестве до 25 тыс. коней»
        return []
    start, end = phrases[-1]
    if clauses.lex.code == "en":
        start += clauses.tokens[start].low in clauses.lex.one_of or (
            clauses.pos(start) == PREP and clauses.pos(at) == PREP
        )
    start = clauses.clean_left(start, end)
    if clauses.words(start, end) > min(4, room) or end <= start:
        return []
    return [(start, end)]


def phrase_after(clauses: Clauses, found: Quantity) -> Label:
    """Nothing before: what follows, verb or prepositional phrase, and the clause's next noun phrase."""
    at = found.end
    while clauses.pos(at) in (PTCL, ADV, AUX, CONJ) or clauses.text(at) in DASHES:
        at += 1
    while clauses.tokens[at - 1].low in clauses.lex.stops:
        at -= 1  # «50 не захворіють»: a negation belongs to its verb
    start = at
    while clauses.text(at) and clauses.tokens[at].low in clauses.lex.stops:
        at += 1
    if clauses.pos(at) == PREP:
        place = one_phrase(clauses, at, 4)
        if clauses.pos(place) == VERB and place > at:
            at = place
    if clauses.pos(at) in (VERB, INF) or (clauses.pos(at) == PART and at == start):
        at += 1
        while clauses.pos(at) in (ADV, PTCL, INF):
            at += 1
    if clauses.pos(at) in (NOUN, ADJ, PART, PREP):
        end = clauses.run_right(at + (clauses.pos(at) == PREP), 5)
        piece = keep_head(clauses, start, max(end, at), MOST)
        return Label((piece,)) if piece[1] > piece[0] else Label(())
    end = clauses.clean_right(start, at)
    return Label(((start, end),)) if end > start else Label(())
