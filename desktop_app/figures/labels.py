"""What a figure is about, in the source's own words: a fragment of two to seven words that reads on a card.

The words come from the phrase behind the quantity (what is counted, of what), else from the subject or object before
it; short phrases are completed by the verb or the nearest prepositional phrase. Words are left out or moved, never
changed, and a phrase is kept whole or left out whole.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.figures.clauses import DASHES, Clauses
from desktop_app.figures.morphology import ADJ, ADV, AUX, CONJ, DET, INF, NOUN, PART, PREP, PRON, PTCL, PUNCT, VERB
from desktop_app.figures.quantity import Quantity

_MOST = 7
_ENOUGH = 3
_SUBJECT = 6


@dataclass(frozen=True, slots=True)
class Label:
    """Pieces of the token list, in the order they are read; ``core`` is how many of them say what is counted."""

    pieces: tuple[tuple[int, int], ...]

    def words(self, clauses: Clauses) -> int:
        """How many words the label has."""
        return sum(clauses.words(start, end) for start, end in self.pieces)


def label_of(clauses: Clauses, found: Quantity, earlier: Label | None) -> Label:
    """The label of a quantity; ``earlier`` is that of the figure before it in the sentence, for ellipsis."""
    right = _right_phrase(clauses, found)
    if right is not None and not (_generic(clauses, found, right) and _measured_before(clauses, found)):
        return _counted(clauses, found, right)
    if right is None and _verb_follows(clauses, found):
        after = _after(clauses, found)
        if after.words(clauses) >= 2:
            return after
        if earlier is not None and found.unit is None and after.pieces and earlier.pieces:
            head = earlier.pieces[0][0]  # «ещё четверо — госпитализированы»: the noun of the figure before
            if clauses.pos(head) == NOUN:
                return Label(((head, head + 1), *after.pieces))
    if right is None and _opens_adverbially(clauses, found):
        after = _after(clauses, found)
        if after.words(clauses) >= 3:
            return after
    for label in (_left_phrase(clauses, found, earlier), _after(clauses, found)):
        if _says(clauses, label):
            return label
    return _anything(clauses, found)


def _says(clauses: Clauses, label: Label) -> bool:
    """Whether a label has a word with a meaning of its own."""
    return any(clauses.pos(k) in (NOUN, VERB, INF, ADJ, PART) for start, end in label.pieces for k in range(start, end))


def _anything(clauses: Clauses, found: Quantity) -> Label:
    """The nearest words, when no phrase was understood: before, behind, or of the clauses before."""
    for end in (_past_operators(clauses, found), found.left):
        piece = _words_before(clauses, end)
        if piece is not None:
            return Label((piece,))
    start = end = found.end
    while end < clauses.high and end - start < 6 and _plain(clauses, end):
        end += 1
    piece = _trimmed(clauses, start, end)
    if piece is not None:
        return Label((piece,))
    end = found.left
    for _ in range(4):
        while end > clauses.low and not _plain(clauses, end - 1):
            end -= 1
        piece = _words_before(clauses, end)
        if piece is not None:
            return Label((piece,))
        while end > clauses.low and _plain(clauses, end - 1):
            end -= 1
    return Label(())


def _words_before(clauses: Clauses, end: int) -> tuple[int, int] | None:
    start = end
    while start > clauses.low and end - start < 6 and _plain(clauses, start - 1):
        start -= 1
    return _trimmed(clauses, start, end)


def _plain(clauses: Clauses, at: int) -> bool:
    return clauses.tokens[at].kind == "w" and at not in clauses.numbers


def _trimmed(clauses: Clauses, start: int, end: int) -> tuple[int, int] | None:
    """The stretch without function words at its ends, if a noun or verb is left in it."""
    start, end = clauses.clean_left(start, end), clauses.clean_right(start, end)
    return (start, end) if _says(clauses, Label(((start, end),))) else None


def _generic(clauses: Clauses, found: Quantity, core: tuple[int, int]) -> bool:
    """«человек», «единиц»: nouns that say less than what stands before the number."""
    return core[1] - core[0] == 1 and clauses.lex.generic_nouns.match(clauses.tokens, core[0]) is not None


def _measured_before(clauses: Clauses, found: Quantity) -> bool:
    """«с населением более …», «явка составила …»: the thing measured stands before."""
    at = _past_operators(clauses, found)
    if clauses.pos(at - 1) == NOUN and at > clauses.low and clauses.tokens[at - 1].kind == "w":
        return not clauses.dated(at - 1)
    verb = _verb_before(clauses, at)
    return verb is not None and verb[1] == at and _links(clauses, at - 1)


def _opens_adverbially(clauses: Clauses, found: Quantity) -> bool:
    """«В результаті понад 36 тис га в користування отримало …»: only an adverbial stands before."""
    at = _past_operators(clauses, found)
    if clauses.pos(at - 1) == CONJ:
        at -= 1
    run = clauses.run_left(at)
    opening = (
        run <= clauses.low or clauses.pos(run - 1) == PUNCT or run in clauses.numbers or (run - 1) in clauses.numbers
    )
    only = run == at or (clauses.pos(run) == PREP and len(clauses.phrases(run, at)) == 1)
    if not (opening and only) or clauses.text(found.end) in ",;)":
        return False
    return any(clauses.pos(k) == VERB for k in range(found.end, min(found.end + 5, clauses.high)))


def _verb_follows(clauses: Clauses, found: Quantity) -> bool:
    at = found.end
    while clauses.text(at) in DASHES or clauses.pos(at) in (AUX, PTCL):
        at += 1
    if clauses.pos(at) == PART and at == found.end and found.unit is not None:
        return clauses.lex.code == "uk" and clauses.word(at).plural
    return clauses.pos(at) == VERB and at < clauses.high


def render(text: str, clauses: Clauses, label: Label) -> str:
    """The label as text: pieces joined by blanks, inner particles left out, function words in lower case."""
    parts: list[str] = []
    for start, end in label.pieces:
        words: list[str] = []
        for k in range(start, end):
            token = clauses.tokens[k]
            glued = token.glued or (k + 1 < end and clauses.tokens[k + 1].glued and clauses.text(k + 1) in "-‑")
            if clauses.pos(k) == PTCL and token.text.islower() and not glued and token.low not in clauses.lex.stops:
                continue
            piece = token.text
            if clauses.pos(k) in (PREP, CONJ) or (k == clauses.low and _common(clauses, k)):
                piece = piece[0].lower() + piece[1:]
            words.append((" " if token.gap and words else "") + piece)
        joined = "".join(words).strip()
        if joined:
            subject = parts and clauses.lex.code == "en" and any(begin == end for begin, _ in label.pieces)
            parts.append(f", {joined}" if subject else f" {joined}")
    return "".join(parts).strip(" ,;:—–-")


def _common(clauses: Clauses, at: int) -> bool:
    """Whether the capital of a sentence's first word is only that."""
    word = clauses.word(at)
    if clauses.lex.code == "en":
        return word.pos in (DET, ADV, ADJ) and not clauses.text(at).isupper()
    return word.pos in (ADJ, PART, VERB, ADV) or (word.pos == NOUN and not clauses.morph.proper(clauses.tokens[at]))


# --- the phrase behind the quantity -----------------------------------------------------------------------------


def _right_phrase(clauses: Clauses, found: Quantity) -> tuple[int, int] | None:
    """The noun phrase right behind the quantity, without prepositional phrases but «of»."""
    start = found.end
    lex = clauses.lex
    while start < clauses.high and (
        (clauses.tokens[start].low in lex.one_of
        and lex.code == "en")
        or (clauses.pos(start) == DET and (lex.code != "en" or found.unit == "times" or start > found.end))
        or (clauses.pos(start) == PTCL and start > found.end)
        or (clauses.text(start) == "." and clauses.tokens[start].glued and start + 1 < clauses.high
            and clauses.text(start + 1)[:1].islower() and start == found.end)
    ):  # fmt: skip
        start += 1
    if start >= clauses.high or clauses.pos(start) not in (NOUN, ADJ, PART) or start in clauses.numbers:
        return None
    if clauses.tokens[start].kind != "w" and clauses.text(start) not in '«“"':
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
    ):
        if found.unit not in ("percent", "pp", "times", "fraction"):
            return None
    end = clauses.run_right(start, _MOST)
    phrases = clauses.phrases(start, end)
    last = phrases[0][1]
    for begin, stop in phrases[1:]:
        if clauses.tokens[begin].low not in ("of", "de", "di", "du", "des", "del", "von", "da", "do"):
            break
        last = stop
    last = clauses.clean_right(start, last)
    return (start, last) if last > start else None


def _counted(clauses: Clauses, found: Quantity, core: tuple[int, int]) -> Label:
    """«кандидатов» + «участвовали» + «в первом туре»; «floors» + «at 300 Slater Street»."""
    start, end = core
    words = clauses.words(start, end)
    pieces = [core]
    extra = _right_extension(clauses, end, _MOST - words + 2 * found.joined, words)
    if extra is not None:
        pieces.append(extra)
        words += clauses.words(*extra)
    if words < _ENOUGH:
        pieces += _left_extension(clauses, found, _MOST - words)
    return Label(tuple(pieces))


def _right_extension(clauses: Clauses, at: int, room: int, words: int) -> tuple[int, int] | None:
    """The prepositional phrase or the verb right behind the counted noun."""
    if room < 2 or words >= 5 or at >= clauses.high:
        return None
    pos = clauses.pos(at)
    if pos == PREP:
        end = _one_phrase(clauses, at, room)
        return (at, end) if end > at + 1 else None
    begin = at
    while clauses.pos(at) in (AUX, ADV, PTCL) and at < clauses.high:
        at += 1
    if _links(clauses, at) and clauses.pos(at + 1) == VERB:
        at += 1
    if clauses.pos(at) == VERB or (clauses.pos(at) in (PART, INF) and clauses.lex.code == "en"):
        if _links(clauses, at):
            return None
        end = at + 1
        if clauses.pos(end) == INF:
            end += 1
        stop = _one_phrase(clauses, end, room - 1) if clauses.pos(end) in (PREP, NOUN, ADJ) else end
        first = at if clauses.lex.code == "en" else begin
        return (first, max(stop, end))
    return None


def _one_phrase(clauses: Clauses, at: int, room: int) -> int:
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


def _left_extension(clauses: Clauses, found: Quantity, room: int) -> list[tuple[int, int]]:
    """Verb and subject or place before the quantity: «участвовали», «в первом туре»."""
    at = _past_operators(clauses, found)
    verb = _verb_before(clauses, at)
    if verb is None:
        return _nominal_extension(clauses, at, room)
    begin, end = verb
    run = clauses.run_left(begin)
    start = _past_dates(clauses, clauses.clean_left(run, begin), begin)
    subject = (start, clauses.clean_right(start, begin))
    subject = _shorten_subject(clauses, subject, room - 1)
    linking = _links(clauses, end - 1) or clauses.pos(end - 1) == AUX
    pieces: list[tuple[int, int]] = []
    if not linking:
        pieces.append((end - 1, end))
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
    return pieces


def _past_dates(clauses: Clauses, start: int, end: int) -> int:
    """``start`` past an opening date: it says when, and the card has little room."""
    at = start
    while at < end and (clauses.dated(at) or (clauses.pos(at) == PREP and clauses.dated(at + 1))):
        at += 1
    return clauses.clean_left(at, end) if at > start else start


def _nominal_extension(clauses: Clauses, at: int, room: int) -> list[tuple[int, int]]:
    """A noun before the counted one: «portraits of 200 employees», «room for 6,000 people»."""
    if clauses.pos(at - 1) != NOUN:
        return []
    run = clauses.run_left(at)
    phrases = clauses.phrases(clauses.clean_left(run, at), at)
    start, end = phrases[-1]
    if clauses.words(start, end) > min(4, room) or end <= start:
        return []
    return [(start, end)]


# --- the phrase before the quantity -----------------------------------------------------------------------------


def _past_operators(clauses: Clauses, found: Quantity) -> int:
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
    return at


def _verb_before(clauses: Clauses, at: int) -> tuple[int, int] | None:
    """The verb group that ends right before ``at``, over adverbs; or one noun phrase further left."""
    end = at
    while end > clauses.low and clauses.pos(end - 1) in (ADV, PTCL):
        end -= 1
    if clauses.pos(end - 1) in (VERB, AUX, INF) and end - 1 >= clauses.low:
        begin = end - 1
        while begin > clauses.low and clauses.pos(begin - 1) in (VERB, AUX, INF, ADV, PTCL):
            begin -= 1
        return begin, end
    run = clauses.run_left(at)
    if run < at and clauses.pos(run - 1) in (VERB, INF) and clauses.words(run, at) <= 3 and run - 1 >= clauses.low:
        begin = run - 1
        while begin > clauses.low and clauses.pos(begin - 1) in (VERB, AUX, INF, ADV, PTCL):
            begin -= 1
        return begin, run
    return None


def _links(clauses: Clauses, at: int) -> bool:
    return clauses.lex.copulas.match(clauses.tokens, at) is not None


def _left_phrase(clauses: Clauses, found: Quantity, earlier: Label | None) -> Label:
    at = _past_operators(clauses, found)
    sign = clauses.text(at - 1)
    if sign in DASHES or sign in ("(", ":"):
        return _apposition(clauses, at - 1, found, earlier)
    if clauses.pos(at - 1) == CONJ or sign in (",", ";") or (at - 1) in clauses.numbers or at == clauses.low:
        if earlier is not None:
            return Label(earlier.pieces)
        return Label(())
    if clauses.pos(at - 1) in (VERB, AUX, INF):
        return _before_verb(clauses, at, found, earlier)
    return _noun_before(clauses, at, found, earlier)


def _apposition(clauses: Clauses, at: int, found: Quantity, earlier: Label | None) -> Label:
    """«заробітна плата — 76 тис.», «ГУОВ (67 %)», «в 2017 году — 1809 рублей»."""
    run = clauses.run_left(at)
    start = clauses.clean_left(run, at)
    if start >= at:
        return Label(earlier.pieces) if earlier is not None else Label(())
    piece = _keep_head(clauses, start, at, _SUBJECT)
    if earlier is not None and clauses.pos(start) == PREP and clauses.text(at) in DASHES:
        head = earlier.pieces[0] if earlier.pieces else None
        if head is not None and clauses.words(*head) + clauses.words(*piece) <= _MOST:
            return Label((head, piece))
    if clauses.text(start - 1) == "," and clauses.pos(start) in (PREP, PRON) and earlier is None:
        return Label((piece,))
    return Label((piece,))


def _before_verb(clauses: Clauses, at: int, found: Quantity, earlier: Label | None) -> Label:
    """«[доходы Твиттера за 2018 год] составили», «[инвесторы] потеряли»."""
    verb = _verb_before(clauses, at)
    if verb is None:
        return Label(())
    begin, end = verb
    run = clauses.run_left(begin)
    start = clauses.clean_left(run, begin)
    linking = _links(clauses, end - 1) or clauses.pos(end - 1) == AUX or _links(clauses, begin)
    if clauses.pos(start) == PREP and start < begin:
        if clauses.lex.code == "en":
            start = clauses.clean_left(start + 1, begin)
        elif len(clauses.phrases(start, begin)) == 1 and (antecedent := _antecedent(clauses, run)) is not None:
            return Label((antecedent,))
    if start >= begin:
        antecedent = _antecedent(clauses, run) or _over_relative(clauses, run)
        if antecedent is not None:
            subject = antecedent
        else:
            return _bare_verb(clauses, begin, end, found, earlier)
    else:
        subject = _keep_head(clauses, start, begin, _SUBJECT if linking else 4)
        subject = (subject[0], clauses.clean_right(*subject))
    pieces = [subject]
    if not linking and clauses.words(*subject) < 5:
        pieces.append(_verb_piece(clauses, begin, end))
    if clauses.words(*subject) < 2:
        pieces += _trailing(clauses, found, 4)
    return Label(tuple(pieces))


def _verb_piece(clauses: Clauses, begin: int, end: int) -> tuple[int, int]:
    """The verb, with the verb that governs it: «дозволить заощадити»."""
    governed = clauses.pos(end - 1) == INF and end - 2 >= begin and clauses.pos(end - 2) == VERB
    return (end - 2 if governed else end - 1, end)


def _antecedent(clauses: Clauses, at: int) -> tuple[int, int] | None:
    """The noun phrase a relative pronoun stands for: «диадема из белого золота, которую оценивают в …»."""
    k = at
    while k > clauses.low and clauses.pos(k - 1) in (PREP, PRON, CONJ, ADV, PTCL) and at - k < 3:
        k -= 1
        if clauses.tokens[k].low in clauses.lex.relatives:
            if clauses.pos(k - 1) == PREP:
                k -= 1
            if clauses.text(k - 1) == ",":
                k -= 1
            start = clauses.clean_left(clauses.run_left(k), k)
            if start < k:
                piece = _keep_tail(clauses, start, k, 5)
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
    if not _links(clauses, end - 1):
        pieces.append((begin if end - begin <= 3 and clauses.pos(begin) in (VERB, INF) else end - 1, end))
    tail = _trailing(clauses, found, 5)
    pieces += tail
    if not tail or not pieces:
        subject = _earlier_subject(clauses, begin)
        if subject is not None:
            pieces.insert(0, subject)
    return Label(tuple(pieces))


def _earlier_subject(clauses: Clauses, at: int) -> tuple[int, int] | None:
    """The subject of the clause before: «Компания должна была передать всё, но перечислила только …»."""
    for k in range(at - 1, clauses.low, -1):
        if clauses.pos(k) in (VERB, AUX) and clauses.pos(k - 1) not in (VERB, AUX, INF):
            start = clauses.clean_left(clauses.run_left(k), k)
            if start < k:
                piece = _keep_head(clauses, start, k, 4)
                return piece if piece[1] > piece[0] else None
    return None


def _noun_before(clauses: Clauses, at: int, found: Quantity, earlier: Label | None) -> Label:
    """«общий доход в …», «земельных участках площадью …», «policy rate at …»."""
    start = clauses.clean_left(clauses.run_left(at), at)
    if start >= at:
        return Label(())
    phrases = clauses.phrases(start, at)
    while len(phrases) > 1 and all(clauses.dated(k) for k in range(phrases[-1][0] + 1, phrases[-1][1])):
        phrases, at = phrases[:-1], phrases[-1][0]
    if clauses.pos(start) == PREP and len(phrases) == 1:
        return _place_before(clauses, start, at, found, earlier)
    measure = _is_measure(clauses, phrases[-1])
    if measure and len(phrases) > 1:  # «випуск єврооблігацій … на загальну суму»: the sum needs no name
        at = phrases[-1][0]
        piece = _keep_head(clauses, _past_dates(clauses, start, at), at, _SUBJECT)
        if clauses.words(*piece) >= 2 and clauses.pos(piece[0]) != PREP:
            return Label((piece,))
        return _with_verb(clauses, piece, found) if clauses.words(*piece) else Label(())
    if clauses.words(start, at) > 5 or clauses.pos(start) == PREP:
        piece = _keep_tail(clauses, start, at, 5)
    else:
        piece = (start, at)
    return _with_verb(clauses, piece, found)


def _is_measure(clauses: Clauses, phrase: tuple[int, int]) -> bool:
    """«на суму», «в размере»: a preposition and the name of the measure only."""
    start, end = phrase
    nouns = sum(clauses.pos(k) == NOUN for k in range(start, end))
    if clauses.pos(start) != PREP or clauses.words(start, end) > 3 or nouns != 1:
        return False
    return clauses.lex.value_nouns.match(clauses.tokens, end - 1) is not None


def _place_before(clauses: Clauses, start: int, at: int, found: Quantity, earlier: Label | None) -> Label:
    """A lone prepositional phrase between verb and quantity: «составит [в 2016 году] 854 рубля», «[у розмірі]»."""
    measure = _is_measure(clauses, (start, at))
    if (start - 1) in clauses.numbers and earlier is not None:
        if measure or clauses.words(start, at) > 3 or not earlier.pieces:
            return earlier
        return Label((earlier.pieces[0],))
    if clauses.pos(start - 1) in (VERB, AUX, INF) and start > clauses.low:
        label = _before_verb(clauses, start, found, earlier)
        room = _MOST - label.words(clauses)
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
        if clauses.words(*head) + clauses.words(start, at) <= _MOST and clauses.pos(head[0]) != PREP:
            return Label((head, (start, at)))
    piece = _keep_tail(clauses, start, at, 5) if measure else (start, at)
    return Label((piece, *_trailing(clauses, found, 4)))


def _with_verb(clauses: Clauses, piece: tuple[int, int], found: Quantity) -> Label:
    """A short noun phrase with the verb and subject it depends on: «Твиттеру грозит штраф»."""
    pieces = [piece]
    if clauses.words(*piece) <= 2:
        verb_at = piece[0] - 1
        while verb_at > clauses.low and clauses.pos(verb_at) in (PREP, DET, ADV, PTCL):
            verb_at -= 1
        if clauses.pos(verb_at) in (VERB, INF) and not _links(clauses, verb_at) and verb_at >= clauses.low:
            run = _past_dates(clauses, clauses.clean_left(clauses.run_left(verb_at), verb_at), verb_at)
            if 0 < clauses.words(run, verb_at) <= 3 and clauses.clean_right(run, verb_at) == verb_at:
                pieces = [(run, verb_at + 1), piece]
            elif clauses.pos(verb_at) == VERB:
                pieces = [(verb_at, verb_at + 1), piece]
    if sum(clauses.words(*p) for p in pieces) < _ENOUGH:
        pieces += _trailing(clauses, found, 3)
    return Label(tuple(pieces))


def _trailing(clauses: Clauses, found: Quantity, room: int) -> list[tuple[int, int]]:
    """The prepositional phrase right behind the quantity."""
    at = found.end
    if clauses.pos(at) != PREP or at >= clauses.high:
        return []
    end = _one_phrase(clauses, at, room)
    return [(at, end)] if end > at + 1 else []


def _after(clauses: Clauses, found: Quantity) -> Label:
    """Nothing before: what follows, verb or prepositional phrase, and the clause's next noun phrase."""
    at = found.end
    while at < clauses.high and (clauses.pos(at) in (PTCL, ADV, AUX, CONJ) or clauses.text(at) in DASHES):
        at += 1
    start = at
    if clauses.pos(at) == PREP:
        place = _one_phrase(clauses, at, 4)
        if clauses.pos(place) == VERB and place > at:
            at = place
    if clauses.pos(at) in (VERB, INF) or (clauses.pos(at) == PART and at == start):
        at += 1
        while clauses.pos(at) in (ADV, PTCL, INF) and at < clauses.high:
            at += 1
    if at < clauses.high and clauses.pos(at) in (NOUN, ADJ, PART, PREP):
        end = clauses.run_right(at + (clauses.pos(at) == PREP), 5)
        piece = _keep_head(clauses, start, max(end, at), _MOST)
        return Label((piece,)) if piece[1] > piece[0] else Label(())
    end = clauses.clean_right(start, at)
    return Label(((start, end),)) if end > start else Label(())


# --- shortening ---------------------------------------------------------------------------------------------------


def _keep_head(clauses: Clauses, start: int, end: int, most: int) -> tuple[int, int]:
    """The first phrases of a stretch, as many as fit; an opening adverbial before a subject is dropped."""
    start, end = _drop_adverbial(clauses, *_from_measure(clauses, start, end))
    phrases = clauses.phrases(start, end)
    stop = phrases[0][1] if phrases else end
    for begin, finish in phrases[1:]:
        if clauses.words(start, finish) > most:
            break
        stop = finish if begin < finish else stop
    if clauses.words(start, stop) > _MOST:
        stop = _cut_words(clauses, start, stop, _MOST)
    return start, clauses.clean_right(start, stop)


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


def _keep_tail(clauses: Clauses, start: int, end: int, most: int) -> tuple[int, int]:
    """The last phrases of a stretch, as many as fit."""
    phrases = clauses.phrases(start, end)
    begin = phrases[-1][0]
    for first, _ in reversed(phrases[:-1]):
        if clauses.words(first, end) > most:
            break
        begin = first
    if clauses.pos(begin) == PREP and clauses.words(begin, end) > 2:
        begin += 1
    begin = clauses.clean_left(begin, end)
    while clauses.words(begin, end) > _MOST:
        begin += 1
    return begin, end


def _shorten_subject(clauses: Clauses, piece: tuple[int, int], room: int) -> tuple[int, int]:
    start, end = piece
    if end <= start:
        return piece
    if clauses.words(start, end) <= min(4, room):
        return piece
    return _keep_head(clauses, start, end, min(4, room))


def _cut_words(clauses: Clauses, start: int, end: int, most: int) -> int:
    """At most ``most`` words, not ending on a word that wants another."""
    at, words = start, 0
    while at < end and words < most:
        words += clauses.tokens[at].kind in "wd"
        at += 1
    while at > start and clauses.pos(at - 1) in (ADJ, PART, PREP, CONJ, DET, PRON):
        at -= 1
    return at
