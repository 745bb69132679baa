"""What a figure is about, in the source's own words: a fragment of two to seven words that reads on a card.

The words come from the phrase behind the quantity (what is counted, of what), else from the subject or object before
it; short phrases are completed by the verb or the nearest prepositional phrase. Words are left out or moved, never
changed, and a phrase is kept whole or left out whole.
"""

from __future__ import annotations

from dataclasses import replace

from desktop_app.figures.clauses import DASHES, Clauses
from desktop_app.figures.label_before import left_phrase, people_of
from desktop_app.figures.label_behind import comparison, counted, phrase_after, right_phrase
from desktop_app.figures.label_parts import (
    ENOUGH,
    Label,
    links,
    past_operators,
    says,
    verb_before,
    with_rate,
    without_measure,
)
from desktop_app.figures.label_subject import with_subject
from desktop_app.figures.morphology import ADJ, ADV, AUX, CONJ, DET, NOUN, PART, PREP, PTCL, PUNCT, VERB
from desktop_app.figures.quantity import Quantity

#: How many tokens back a label is looked for when nothing nearer says anything.
_FAR = 40


def label_of(clauses: Clauses, found: Quantity, earlier: Label | None) -> Label:
    """The label of a quantity; ``earlier`` is that of the figure before it in the sentence, for ellipsis."""
    behind = clauses.text(found.end)
    if behind in clauses.lex.dimensions and found.unit is not None:
        found = replace(found, end=found.end + 1)
    label = without_measure(clauses, _nearest(clauses, found, earlier), found)
    return with_rate(clauses, found, with_subject(clauses, found, label))


def _nearest(clauses: Clauses, found: Quantity, earlier: Label | None) -> Label:
    """The words around the quantity."""
    if found.age and (people := people_of(clauses, found)).pieces:
        return people
    compared = comparison(clauses, found)
    if compared is not None:
        return _compared(clauses, found, compared, earlier)
    right = right_phrase(clauses, found)
    if right is not None and _generic(clauses, found, right) and (place := _place_for(clauses, found)) is not None:
        return Label((place, right))
    if right is not None and not (_generic(clauses, found, right) and _measured_before(clauses, found)):
        return counted(clauses, found, right)
    if right is None and _verb_follows(clauses, found) and not _of_noun(clauses, found):
        after = phrase_after(clauses, found)
        if after.words(clauses) >= 2:
            return after
        if earlier is not None and found.unit is None and after.pieces and earlier.pieces:
            head = earlier.pieces[0][0]  # «ещё четверо — госпитализированы»: the noun of the figure before
            if clauses.lex.value_nouns.match(clauses.tokens, head) is not None:
                return after
            if _of_people(clauses, after, head):
                return after
            if clauses.pos(head) == NOUN:
                return Label(((head, head + 1), *after.pieces))
    if right is None and _opens_adverbially(clauses, found):
        after = phrase_after(clauses, found)
        if after.words(clauses) >= 3:
            return after
    for label in (left_phrase(clauses, found, earlier), phrase_after(clauses, found)):
        if says(clauses, label):
            return label
    found_words = _anything(clauses, found)
    return found_words if found_words.pieces or earlier is None else earlier


def _compared(clauses: Clauses, found: Quantity, compared: tuple[int, int], earlier: Label | None) -> Label:
    """«flat in Senn, more than last autumn»; a factor needs no subject: «as many as the council had expected»."""
    if found.unit == "times":
        return Label((compared,))
    thing = earlier or left_phrase(clauses, found, None)
    comma = next((k for k, (start, end) in enumerate(thing.pieces) if start == end), len(thing.pieces))
    thing = replace(thing, pieces=thing.pieces[:comma])
    if not thing.pieces or thing.words(clauses) > ENOUGH + 1:
        return Label((compared,))
    return Label((*thing.pieces, (found.end, found.end), compared), in_order=False)


def _anything(clauses: Clauses, found: Quantity) -> Label:
    """The nearest words, when no phrase was understood: before, behind, or of the clauses before."""
    for end in (past_operators(clauses, found), found.left):
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
        floor = max(clauses.low, found.left - _FAR)
        while end > floor and not _plain(clauses, end - 1):
            end -= 1
        piece = _words_before(clauses, end)
        if piece is not None:
            return Label((piece,))
        while end > floor and _plain(clauses, end - 1):
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
    return (start, end) if says(clauses, Label(((start, end),))) else None


def _generic(clauses: Clauses, found: Quantity, core: tuple[int, int]) -> bool:
    """«человек», «единиц»: nouns that say less than what stands before the number."""
    return core[1] - core[0] == 1 and clauses.lex.generic_nouns.match(clauses.tokens, core[0]) is not None


def _place_for(clauses: Clauses, found: Quantity) -> tuple[int, int] | None:
    """«[room for] 6,000 people»: a noun and its preposition before a count of people (English)."""
    at = found.left
    if clauses.lex.code != "en" or clauses.pos(at - 1) != PREP or clauses.pos(at - 2) != NOUN:
        return None
    start = clauses.phrases(clauses.clean_left(clauses.run_left(at - 1), at - 1), at - 1)[-1][0]
    start += clauses.pos(start) == PREP
    start = clauses.clean_left(start, at)
    return (start, at) if clauses.words(start, at) <= 4 else None


def _measured_before(clauses: Clauses, found: Quantity) -> bool:
    """«с населением более …», «явка составила …»: the thing measured stands before."""
    at = past_operators(clauses, found)
    if clauses.pos(at - 1) == NOUN and clauses.tokens[at - 1].kind == "w":
        return not clauses.dated(at - 1)
    verb = verb_before(clauses, at)
    return verb is not None and verb[1] == at and links(clauses, at - 1)


def _opens_adverbially(clauses: Clauses, found: Quantity) -> bool:
    """«В результаті понад 36 тис га в користування отримало …»: only an adverbial stands before."""
    at = past_operators(clauses, found)
    if clauses.pos(at - 1) == CONJ:
        at -= 1
    run = clauses.run_left(at)
    opening = (
        run <= clauses.low
        or clauses.pos(run - 1) == PUNCT
        or (run in clauses.numbers and run < found.left)
        or (run - 1) in clauses.numbers
    )
    if clauses.text(run - 1) in DASHES:
        return False
    only = run == at or (clauses.pos(run) == PREP and len(clauses.phrases(run, at)) == 1)
    if not (opening and only) or clauses.text(found.end) in ",;)":
        return False
    return any(clauses.pos(k) == VERB for k in range(found.end, min(found.end + 5, clauses.high)))


def _of_people(clauses: Clauses, said: Label, head: int) -> bool:
    """«11658 случаев заражения, 578 умерли»: what only people do is not said of the thing counted before."""
    places = [k for start, end in said.pieces for k in range(start, end)]
    acts = any(clauses.lex.casualties.match(clauses.tokens, k) for k in places)
    return acts and clauses.lex.code == "ru" and not clauses.word(head).animate


def _of_noun(clauses: Clauses, found: Quantity) -> bool:
    """«шаг в 0,25 п.п. не ставит никто»: the noun before the preposition is measured, whatever verb follows."""
    at = past_operators(clauses, found)
    preposition = any(clauses.tokens[k].low in ("в", "у") for k in range(at, found.left))
    return found.unit is not None and preposition and clauses.pos(at - 1) == NOUN


def _verb_follows(clauses: Clauses, found: Quantity) -> bool:
    at = found.end
    while clauses.text(at) in DASHES or clauses.pos(at) in (AUX, PTCL):
        at += 1
    if clauses.pos(at) == PART and at == found.end and found.unit is not None:
        return clauses.lex.code == "uk" and clauses.word(at).plural
    return clauses.pos(at) == VERB


def measured_noun(clauses: Clauses, label: Label) -> str | None:
    """The noun after a word for number: «количество [погибших] увеличилось до четырёх»."""
    for start, end in label.pieces:
        for k in range(start, min(end - 1, start + 2)):
            if clauses.lex.value_nouns.match(clauses.tokens, k) and clauses.pos(k + 1) in (NOUN, PART, ADJ):
                return clauses.word(k + 1).lemma
    return None


def render(text: str, clauses: Clauses, label: Label) -> str:
    """The label as text: inner particles left out, function words in lower case; an empty piece is a comma."""
    parts: list[str] = []
    comma = False
    for start, end in sorted(label.pieces) if label.in_order else label.pieces:
        words: list[str] = []
        for k in range(start, end):
            token = clauses.tokens[k]
            glued = token.glued or (k + 1 < end and clauses.tokens[k + 1].glued and clauses.text(k + 1) in "-‑")
            left_out = clauses.pos(k) == PTCL and token.text.islower() and not glued
            if left_out and token.low not in clauses.lex.stops and not _compares(clauses, k):
                continue
            piece = token.text
            if clauses.pos(k) in (PREP, CONJ) or (k == clauses.low and _common(clauses, k)):
                piece = piece[0].lower() + piece[1:]
            words.append((" " if token.gap and words else "") + piece)
        joined = "".join(words).strip()
        if joined:
            parts.append(f", {joined}" if comma and parts else f" {joined}")
        comma = start == end
    return "".join(parts).strip(" ,;:—–-")


def _compares(clauses: Clauses, at: int) -> bool:
    """«[больше], чем …», «[more] than …»."""
    behind = at + 1 + (clauses.text(at + 1) == ",")
    return bool(clauses.text(behind)) and clauses.tokens[behind].low in clauses.lex.than


def _common(clauses: Clauses, at: int) -> bool:
    """Whether the capital of a sentence's first word is only that."""
    word = clauses.word(at)
    if clauses.lex.code == "en":
        return word.pos in (DET, ADV, ADJ) and not clauses.text(at).isupper()
    return word.pos in (ADJ, PART, VERB, ADV) or (word.pos == NOUN and not clauses.morph.proper(clauses.tokens[at]))
