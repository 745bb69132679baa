"""What the steps of finding figures return, as lines of text, so that tables of sentences can be read."""

from __future__ import annotations

from desktop_app.article import Figure, Section
from desktop_app.figures import find_in_text
from desktop_app.figures.ages import as_age
from desktop_app.figures.clauses import Clauses
from desktop_app.figures.dates import mark
from desktop_app.figures.junk import is_junk
from desktop_app.figures.label_parts import keep_head, keep_tail, verb_before
from desktop_app.figures.lexicon import lexicon
from desktop_app.figures.morphology import morphology
from desktop_app.figures.numerals import number_at
from desktop_app.figures.quantities import quantities
from desktop_app.figures.quantity import Quantity
from desktop_app.figures.tokens import tokenise


def line(figure: Figure) -> str:
    """``text | bound value..high unit (noun) kind | label | direction role``, what is missing left out."""
    high = "" if figure.high is None else f"..{figure.high:.12g}"
    noun = f"({figure.noun})" if figure.noun else ""
    what = " ".join(part for part in (figure.unit, noun) if part) or "-"
    kind = f" {figure.kind}" if figure.kind in ("age", "score") else ""
    change = f" | {figure.change.direction} {figure.change.role}" if figure.change else ""
    return f"{figure.text} | {figure.bound}{figure.value:.12g}{high} {what}{kind} | {figure.label}{change}"


def ranked(text: str, lang: str) -> list[str]:
    """The figures of a text, most important first, each as a line, with ``title``, ``again`` and ``against``."""
    found = []
    for figure in find_in_text(text, lang):
        marks = [("title", figure.section is Section.TITLE), ("again", figure.same_as is not None)]
        marks.append(("against", bool(figure.conflicts_with)))
        found.append(line(figure) + "".join(f" | {name}" for name, holds in marks if holds))
    return found


def dates(text: str, lang: str) -> str:
    """``text`` with brackets around what is marked as date, time, telephone number or net address."""
    tokens = tokenise(text)
    taken = [*mark(text, tokens, lexicon(lang)), 0]
    parts = []
    for k, token in enumerate(tokens):
        opening = "[" if taken[k] and (k == 0 or not taken[k - 1]) else ""
        gap = token.gap if k else ""
        parts.append(f"{gap}{opening}{token.text}" + ("]" if taken[k] and not taken[k + 1] else ""))
    return "".join(parts)


def numbers(text: str, lang: str) -> list[str]:
    """The numbers of a text: ``text | value = mantissa x scale flags``, or without a scale the value alone."""
    tokens, lex, found, at = tokenise(text), lexicon(lang), [], 0
    while at < len(tokens):
        number = number_at(tokens, at, lex)
        if number is None:
            at += 1
            continue
        span = text[tokens[number.first].start : tokens[number.end - 1].end]
        scaled = f" = {number.mantissa:.12g} x {number.scale:g}" if number.scale != 1 else ""
        flags = "".join(f" {name}" for name in ("plain", "words", "lone", "letter") if getattr(number, name))
        found.append(f"{span} | {number.value:.15g}{scaled}{flags}")
        at = max(number.end, at + 1)
    return found


_FLAGS = ("joined", "plain", "words", "lone", "letter", "score", "vague", "age")


def _quantity(quantity: Quantity) -> str:
    high = "" if quantity.high is None else f"..{quantity.high:.12g}"
    noun = f"({quantity.noun})" if quantity.noun else ""
    flags = "".join(f" {name}" for name in _FLAGS if getattr(quantity, name))
    what = "".join(f" {part}" for part in (quantity.unit, noun) if part)
    return f"{quantity.bound}{quantity.value:.12g}{high}{what}{flags}"


def read(text: str, lang: str) -> list[str]:
    """The quantities of a text: ``text with its bound | bound value..high unit (noun) flags | why it is no figure``."""
    tokens, lex, morph = tokenise(text), lexicon(lang), morphology(lang)
    found = []
    for one in quantities(tokens, mark(text, tokens, lex), lex):
        quantity = as_age(tokens, one, lex, morph)
        span = text[tokens[quantity.left].start : tokens[quantity.end - 1].end]
        reason = is_junk(tokens, quantity, lex, morph)
        found.append(f"{span} | {_quantity(quantity)}" + (f" | {reason}" if reason else ""))
    return found


def tagged(text: str, lang: str) -> str:
    """Each word with its part of speech in context: ``The/det mill/noun``."""
    tokens = tokenise(text)
    view = Clauses(tokens, 0, len(tokens), lexicon(lang), morphology(lang), frozenset())
    return " ".join(f"{t.text}/{view.pos(k)}" if t.kind == "w" else t.text for k, t in enumerate(tokens))


def _view(text: str, lang: str) -> tuple[str, Clauses, int]:
    """``text`` without its mark ``|``, the clauses of it as one sentence, and the token behind the mark."""
    place = text.index("|")
    plain = text.replace("|", "")
    tokens, lex = tokenise(plain), lexicon(lang)
    taken = mark(plain, tokens, lex)
    found = quantities(tokens, taken, lex)
    numbers_at = frozenset(k for quantity in found for k in range(quantity.left, quantity.end))
    dates_at = frozenset(k for k, flag in enumerate(taken) if flag)
    view = Clauses(tokens, 0, len(tokens), lex, morphology(lang), numbers_at, dates_at)
    return plain, view, next((k for k, token in enumerate(tokens) if token.start >= place), len(tokens))


def _words(text: str, view: Clauses, start: int, end: int) -> str:
    return text[view.tokens[start].start : view.tokens[end - 1].end] if end > start else ""


def left_of(text: str, lang: str) -> str:
    """The noun phrase that ends at ``|``, then what a label may begin with: ``phrase | label``, once if the same."""
    plain, view, at = _view(text, lang)
    start = view.run_left(at)
    run, clean = _words(plain, view, start, at), _words(plain, view, view.clean_left(start, at), at)
    return run if run == clean else f"{run} | {clean}"


def right_of(text: str, lang: str) -> str:
    """The noun phrase that starts at ``|``, then what a label may end with: ``phrase | label``, once if the same."""
    plain, view, at = _view(text, lang)
    end = view.run_right(at)
    run, clean = _words(plain, view, at, end), _words(plain, view, at, view.clean_right(at, end))
    return run if run == clean else f"{run} | {clean}"


def shortened(text: str, lang: str, most: int = 4) -> str:
    """The stretch before ``|`` cut before its prepositions, its first phrases and its last of at most 4 words."""
    plain, view, at = _view(text, lang)
    phrases = " / ".join(_words(plain, view, *phrase) for phrase in view.phrases(0, at))
    kept = (keep_head(view, 0, at, most), keep_tail(view, 0, at, most))
    return " | ".join((phrases, *(_words(plain, view, *piece) for piece in kept)))


def verb_of(text: str, lang: str) -> str:
    """The verb group before ``|``, or before the noun phrase that ends there."""
    plain, view, at = _view(text, lang)
    found = verb_before(view, at)
    return "" if found is None else _words(plain, view, *found)
