"""Labels from the words before a quantity: subject, object or apposition, «доходы компании составили …»."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.figures.clauses import DASHES, Clauses
from desktop_app.figures.label_behind import phrase_after
from desktop_app.figures.label_parts import (
    ENOUGH,
    MOST,
    SUBJECT,
    Label,
    is_measure,
    keep_head,
    keep_tail,
    links,
    names,
    past_dates,
    past_operators,
    says_so,
    trailing,
    verb_before,
    with_modal,
)
from desktop_app.figures.label_subject import said_before
from desktop_app.figures.morphology import ADV, AUX, CONJ, DET, INF, PART, PREP, PRON, PTCL, PUNCT, VERB, may_be_verb
from desktop_app.figures.quantity import Quantity


def people_of(clauses: Clauses, found: Quantity) -> Label:
    """An age that is a rule: who, and what is said of them: «[children] under 7 [travel free]»."""
    at = found.left
    named = clauses.lex.age_before.match_before(clauses.tokens, at)
    at = at if named is None else named[1]
    while clauses.pos(at - 1) in (PREP, PTCL, ADV):
        at -= 1
    start = clauses.phrases(clauses.clean_left(clauses.run_left(at), at), at)[-1][0]
    start = clauses.clean_left(start + (clauses.pos(start) == PREP), at)
    if not 0 < clauses.words(start, at) <= 4:
        return Label(())
    said = phrase_after(clauses, found)
    room = MOST - clauses.words(start, at)
    first = clauses.text(found.end)
    verbal = clauses.lex.code == "en" and first.islower() and may_be_verb(first)  # «travel free»
    verbal = verbal or any(clauses.pos(k) in (VERB, INF) for piece in said.pieces for k in range(*piece))
    return Label(((start, at), *(said.pieces if verbal and said.words(clauses) <= room else ())))


def left_phrase(clauses: Clauses, found: Quantity, earlier: Label | None) -> Label:
    """The label from the words before; English keeps the order of the source."""
    label = _left_phrase(clauses, found, earlier)
    return replace(label, in_order=True) if clauses.lex.code == "en" else label


def _left_phrase(clauses: Clauses, found: Quantity, earlier: Label | None) -> Label:
    at = past_operators(clauses, found)
    sign = clauses.text(at - 1)
    if sign in DASHES or sign in ("(", ":"):
        return _apposition(clauses, at - 1, found, earlier)
    if clauses.pos(at - 1) == CONJ or sign in (",", ";") or (at - 1) in clauses.numbers or at == clauses.low:
        if earlier is not None:
            return earlier
        if sign == "," and clauses.text(found.end) in (",", ".") and found.unit is not None:
            run = clauses.clean_left(
                clauses.run_left(at - 1), at - 1
            )  # «the stump of the tree, about three metres high,»
            return Label((keep_tail(clauses, run, at - 1, 4),)) if run < at - 1 else Label(())
        return Label(())
    if clauses.pos(at - 1) in (VERB, AUX, INF):
        return _before_verb(clauses, at, found, earlier)
    if clauses.pos(at - 1) == PRON and clauses.pos(at - 2) in (VERB, INF) and clauses.text(at - 3) == ",":
        start = clauses.clean_left(clauses.run_left(at - 3), at - 3)  # «пересмотреть [тарифы], повысив их на 60 %»
        if names(clauses, (start, at - 3)):
            return Label((keep_head(clauses, start, at - 3, 4),))
    if clauses.lex.code == "en" and clauses.pos(at - 1) == PART and clauses.text(at - 1).endswith("ing"):
        governed = clauses.pos(at - 2)
        complement = governed == PREP and clauses.pos(at - 3) == VERB  # «committed to spending»
        if (
            governed in (PREP, DET, PRON, CONJ, PUNCT, ADV) and not complement
        ):  # «after [serving] just two months», «each [giving]»
            start = at - 2 if governed == PREP else at - 1
            return Label(((start, at), *trailing(clauses, found, 4)))
    return _noun_before(clauses, at, found, earlier)


def _apposition(clauses: Clauses, at: int, found: Quantity, earlier: Label | None) -> Label:
    """«заробітна плата — 76 тис.», «ГУОВ (67 %)», «в 2017 году — 1809 рублей»."""
    run = clauses.run_left(at)
    start = clauses.clean_left(run, at)
    if start >= at:
        return earlier if earlier is not None else Label(())
    if clauses.text(at) == "(" and clauses.words(start, at) > SUBJECT:
        piece = keep_tail(clauses, start, at, 4)
    else:
        piece = keep_head(clauses, start, at, SUBJECT)
    if earlier is not None and clauses.pos(start) == PREP and clauses.text(at) in DASHES:
        head = earlier.pieces[0] if earlier.pieces else None
        if head is not None and clauses.words(*head) + clauses.words(*piece) <= MOST:
            return Label((head, piece))
    if clauses.words(*piece) < 2 and found.unit is not None:  # «Yarmouk - just four miles from Damascus»
        return Label((piece, *trailing(clauses, found, 4)))
    return Label((piece,))


def _before_verb(clauses: Clauses, at: int, found: Quantity, earlier: Label | None) -> Label:
    """«[доходы Твиттера за 2018 год] составили», «[инвесторы] потеряли»."""
    verb = verb_before(clauses, at)
    if verb is None:
        return Label(())
    begin, end = verb
    run = clauses.run_left(begin)
    start = clauses.clean_left(run, begin)
    linking = links(clauses, end - 1) or clauses.pos(end - 1) == AUX
    valued = clauses.text(end) == "at"  # «is put at», «are priced at»: the value of the subject
    passive = clauses.lex.code == "en" and clauses.pos(end - 1) == VERB and begin < end - 1 and not valued
    if not passive:  # «boats were built [by the yard for]», «the sport was given»: the participle says it
        linking = linking or links(clauses, begin)
    if clauses.pos(start) == PREP:
        if clauses.lex.code == "en":
            start = clauses.clean_left(start + 1, begin)
        elif len(clauses.phrases(start, begin)) == 1 and (antecedent := _antecedent(clauses, run)) is not None:
            return Label((antecedent,))
    if start >= begin and clauses.text(run - 1) == ")":  # «Стоянка (сільрада) сягала …»
        opened = run - 1
        while opened > clauses.low and clauses.text(opened) != "(" and run - opened < 12:
            opened -= 1
        start, begin = clauses.clean_left(clauses.run_left(opened), opened), opened
    if start >= begin:
        antecedent = _antecedent(clauses, run) or _over_relative(clauses, run)
        if antecedent is not None:
            subject = antecedent
        else:
            return _bare_verb(clauses, begin, end, found, earlier)
    else:
        subject = keep_head(clauses, start, begin, SUBJECT if linking else 4)
        subject = (subject[0], clauses.clean_right(*subject))
    pieces = [subject]
    if not linking and clauses.words(*subject) < 5:
        verbal = _verb_piece(clauses, end)
        own = [(subject[0], min(subject[1], verbal[0]))] if subject[0] < verbal[0] else []  # «[unable] to pay»
        pieces = [*own, verbal]
    if clauses.words(*subject) < 2:
        pieces += trailing(clauses, found, 4)
    return Label(tuple(pieces))


def _verb_piece(clauses: Clauses, end: int) -> tuple[int, int]:
    """The verb, with the verb that governs it: «дозволить заощадити»."""
    governed = clauses.pos(end - 1) == INF and clauses.pos(end - 2) == VERB
    if not governed:
        return with_modal(clauses, end)
    return (end - 2 if clauses.lex.code == "en" else with_modal(clauses, end - 1)[0], end)


def _antecedent(clauses: Clauses, at: int) -> tuple[int, int] | None:
    """The noun phrase a relative pronoun stands for: «диадема из белого золота, которую оценивают в …»."""
    k = at
    while clauses.pos(k - 1) in (PREP, PRON, CONJ, ADV, PTCL):
        k -= 1
        if clauses.tokens[k].low in clauses.lex.relatives:
            if clauses.pos(k - 1) == PREP:
                k -= 1
            if clauses.text(k - 1) == ",":
                k -= 1
            start = clauses.clean_left(clauses.run_left(k), k)
            if start < k:
                piece = keep_tail(clauses, start, k, 5)
                return piece if piece[1] > piece[0] else None
            return None
    return None


def _over_relative(clauses: Clauses, at: int) -> tuple[int, int] | None:
    """The subject before a relative clause: «вартістю нафти, яку викачують, становить»."""
    if clauses.text(at - 1) != ",":
        return None
    for k in range(at - 2, max(clauses.low, at - 18), -1):
        if clauses.tokens[k].low in clauses.lex.relatives:
            return _antecedent(clauses, k + 1)
        if clauses.text(k) in ".;:":
            return None
    return None


def _bare_verb(clauses: Clauses, begin: int, end: int, found: Quantity, earlier: Label | None) -> Label:
    """A verb without a subject of its own: the verb and what follows the quantity."""
    pieces: list[tuple[int, int]] = []
    if not links(clauses, end - 1):
        governed = end - begin <= 3 and clauses.pos(begin) in (VERB, INF)
        denied = clauses.text(end - 2).lower() in clauses.lex.stops
        pieces.append((begin if governed else end - 1 - denied, end))
    tail = trailing(clauses, found, 5)
    pieces += tail
    person = clauses.lex.code == "en" and clauses.pos(begin - 1) == PRON and clauses.tokens[begin - 1].low != "it"
    if (not tail or not pieces) and not person:
        subject = _earlier_subject(clauses, begin)
        if subject is not None:
            pieces.insert(0, subject)
    if not pieces and found.unit is not None and (thing := said_before(clauses)) is not None:
        pieces.append(thing)
    return Label(tuple(pieces))


def _earlier_subject(clauses: Clauses, at: int) -> tuple[int, int] | None:
    """The subject of the clause before: «Компания должна была передать всё, но перечислила только …»."""
    for k in range(at - 1, clauses.low, -1):
        if says_so(clauses, k):
            continue  # «…, the county said, and take three weeks»
        if clauses.pos(k) in (VERB, AUX) and clauses.pos(k - 1) not in (VERB, AUX, INF):
            start = clauses.clean_left(clauses.run_left(k), k)
            if start < k:
                piece = keep_head(clauses, start, k, 4)
                return piece if names(clauses, piece) and clauses.pos(piece[0]) != PREP else None
    return None


def _noun_before(clauses: Clauses, at: int, found: Quantity, earlier: Label | None) -> Label:
    """«общий доход в …», «земельных участках площадью …», «policy rate at …»."""
    start = clauses.clean_left(clauses.run_left(at), at)
    if start >= at:
        return Label(())
    phrases = clauses.phrases(start, at)
    if (
        len(phrases) > 1
        and (start - 1) in clauses.numbers
        and clauses.lex.change_roles.get(clauses.tokens[phrases[-1][0]].low)
        and not (
            is_measure(clauses, phrases[-1]) and clauses.lex.change_roles[clauses.tokens[phrases[-1][0]].low] == "by"
        )
    ):  # «from 5 in summer to a peak above 7»: only the last phrase is its own
        start = clauses.clean_left(phrases[-1][0] + 1, at)
        return _with_verb(clauses, (start, at), found) if start < at else Label(())
    while len(phrases) > 1 and all(clauses.dated(k) for k in range(phrases[-1][0] + 1, phrases[-1][1])):
        phrases, at = phrases[:-1], phrases[-1][0]
    if clauses.pos(start) == PREP and len(phrases) == 1:
        return _place_before(clauses, start, at, found, earlier)
    measure = is_measure(clauses, phrases[-1])
    if measure and len(phrases) > 1:  # «випуск єврооблігацій … на загальну суму»: the sum needs no name
        at = phrases[-1][0]
        piece = keep_head(clauses, past_dates(clauses, start, at), at, SUBJECT)
        if clauses.words(*piece) >= 2 and clauses.pos(piece[0]) != PREP:
            return Label((piece,))
        return _with_verb(clauses, piece, found) if clauses.words(*piece) else Label(())
    if clauses.words(start, at) > 5 or clauses.pos(start) == PREP:
        piece = keep_tail(clauses, start, at, 5)
    else:
        piece = (start, at)
    return _parallel(clauses, piece, earlier) or _with_verb(clauses, piece, found)


def _place_before(clauses: Clauses, start: int, at: int, found: Quantity, earlier: Label | None) -> Label:
    """A lone prepositional phrase between verb and quantity: «составит [в 2016 году] 854 рубля», «[у розмірі]»."""
    empty = clauses.lex.code != "en" and not names(clauses, (start, at))
    aside = clauses.lex.asides.match(clauses.tokens, start) == ("aside", at)  # «коштує [в середньому] 16 400 грн»
    measure = empty or aside or is_measure(clauses, (start, at))
    if (start - 1) in clauses.numbers and earlier is not None:
        if measure or clauses.words(start, at) > 3 or not earlier.pieces:
            return earlier
        return Label((earlier.pieces[0],))
    if clauses.pos(start - 1) in (VERB, AUX, INF):
        label = _before_verb(clauses, start, found, earlier)
        room = MOST - label.words(clauses)
        if label.pieces and not measure and clauses.words(start, at) <= room and label.pieces[-1][1] != at:
            return Label((*label.pieces, (start, at)))
        if label.pieces:
            return label
    if clauses.text(start - 1) in (",", ")") and earlier is None:
        over = _over_relative(clauses, start)
        if over is not None:
            return Label((over,))
    if earlier is not None and not measure and earlier.pieces:
        head = earlier.pieces[0]
        if clauses.words(*head) + clauses.words(start, at) <= MOST and clauses.pos(head[0]) != PREP:
            return Label((head, (start, at)))
    if clauses.pos(at) == PREP and at < found.left and clauses.lex.code != "en":
        return Label((keep_tail(clauses, start + 1, at, 5),))  # «на [минимальный шаг] в 0,25 п.п.»
    piece = keep_tail(clauses, start, at, 5) if measure else (start, at)
    return Label((piece, *trailing(clauses, found, 4)))


def _parallel(clauses: Clauses, piece: tuple[int, int], earlier: Label | None) -> Label | None:
    """«ділянки площею 2 га та вартістю 2 млн»: the second measure is of the thing the first was of."""
    if earlier is None or not earlier.pieces or clauses.words(*piece) > 1 or clauses.pos(piece[0] - 1) != CONJ:
        return None
    if clauses.lex.value_nouns.match(clauses.tokens, piece[0]) is None:
        return None
    start, end = earlier.pieces[0]
    while end > start and clauses.lex.value_nouns.match(clauses.tokens, end - 1) is not None:
        end -= 1
    return Label((piece, (start, end))) if end > start else None


def _with_verb(clauses: Clauses, piece: tuple[int, int], found: Quantity) -> Label:
    """A short noun phrase with the verb and subject it depends on: «Твиттеру грозит штраф»."""
    pieces = [piece]
    if clauses.words(*piece) <= 2:
        verb_at = piece[0] - 1
        while clauses.pos(verb_at) in (PREP, DET, ADV, PTCL):
            verb_at -= 1
        if clauses.pos(verb_at) in (VERB, INF) and not links(clauses, verb_at):
            run = past_dates(clauses, clauses.clean_left(clauses.run_left(verb_at), verb_at), verb_at)
            if clauses.pos(verb_at) == INF and clauses.pos(run) == PREP and clauses.lex.code != "en":
                return Label(((verb_at, verb_at + 1), piece))  # «о необходимости [увеличить выпечку хлеба]»
            if 0 < clauses.words(run, verb_at) <= 3 and clauses.clean_right(run, verb_at) == verb_at:
                pieces = [(run, verb_at + 1), piece]
            elif clauses.pos(verb_at) == VERB or clauses.lex.code == "en":
                pieces = [with_modal(clauses, verb_at + 1), piece]
    if sum(clauses.words(*p) for p in pieces) < ENOUGH:
        pieces += trailing(clauses, found, 3)
    return Label(tuple(pieces))
