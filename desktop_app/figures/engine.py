"""The steps in order: find, name, relate, rank."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace

from desktop_app.article import Article, Figure, Section, Span
from desktop_app.figures.changes import change_of
from desktop_app.figures.clauses import Clauses
from desktop_app.figures.ellipsis import completed
from desktop_app.figures.finder import Found, find_lines
from desktop_app.figures.kinds import kind_of
from desktop_app.figures.label_parts import Label
from desktop_app.figures.labels import label_of, measured_noun, render
from desktop_app.figures.language import language_of
from desktop_app.figures.lexicon import Lexicon, lexicon
from desktop_app.figures.morphology import Morphology, morphology
from desktop_app.figures.nouns import counted_noun
from desktop_app.figures.quantity import Quantity
from desktop_app.figures.rank import ranked
from desktop_app.figures.repeats import related
from desktop_app.figures.tokens import tokenise
from desktop_app.sentences import sentences

#: The longest stretch shown as the sentence of a figure.
_SENTENCE = 1_200


def warm(lang: str) -> None:
    """Load what a language needs, so that the first article does not wait."""
    code = _code(lang) or "en"
    analyser = morphology(code)
    for token in tokenise("tests пробы"):
        analyser.word(token)
    find_in_text("5 %\n" + "20 km. " * 3, code)


def find_in_text(text: str, lang: str | None = None) -> tuple[Figure, ...]:
    """Figures of a text, most important first; every mention is one, repeats (``same_as``) come last.

    Offsets count in ``text``. A first line that is a headline is section ``TITLE``. ``lang`` is found out when not
    given. Never raises for any text.
    """
    lang = _code(lang) or language_of(text)
    head = _headline_end(text)
    figures = [
        replace(figure, section=Section.TITLE if figure.start < head else Section.BODY) for figure in _found(text, lang)
    ]
    return ranked(related(figures), lexicon(lang), text, _topic(text, head))


def find_in_article(article: Article) -> tuple[Figure, ...]:
    """Figures of title, body and related headlines; offsets count in ``Article.section_text`` of their section.

    Title and body come first, those of related headlines last and are never related to the article's own. In the
    title, ``same_as`` is the start of the figure of the body that says the same.
    """
    lang = _code(article.lang) or language_of(article.body or article.title or "")
    title = [replace(f, section=Section.TITLE) for f in _found(article.section_text(Section.TITLE), lang)]
    body = [replace(f, section=Section.BODY) for f in _found(article.body, lang)]
    topic = article.title or _topic(article.body, 0)
    own = ranked(related(body, title), lexicon(lang), article.body, topic)
    others = article.section_text(Section.RELATED)
    apart = [replace(f, section=Section.RELATED) for f in _found(others, lang)]
    return own + ranked(related(apart), lexicon(lang), others, "")


def _topic(text: str, head: int) -> str:
    """What the text is about: its headline, else its beginning."""
    return text[:head] if head else text[:200]


def _code(lang: str | None) -> str | None:
    if not lang or lang in ("und", "auto"):
        return None
    return lang.replace("_", "-").split("-")[0].lower()


def _headline_end(text: str) -> int:
    """End of a first line that is a headline: short, no full stop, and more text follows."""
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start)
    if end < 0:
        return 0
    line = text[start:end].strip()
    rest = text[end:].lstrip()
    if not line or len(line) > 220 or line[-1] in ".,;:" or len(rest) <= len(line):
        return 0
    return end


def _found(text: str, lang: str) -> Iterator[Figure]:
    lex, morph = lexicon(lang), morphology(lang)
    for found in find_lines(text, lex, morph):
        before: Figure | None = None
        for figure in _line_figures(text, found, lex, morph):
            before = completed(figure, before)
            yield before


def _line_figures(text: str, found: Found, lex: Lexicon, morph: Morphology) -> Iterator[Figure]:
    spans = [
        Span(span.start + found.start, span.end + found.start)
        for span in sentences(text[found.start : found.end], lex.code)
    ]
    starts = [span.start for span in spans]
    tokens = found.tokens
    numbers = frozenset(k for q in found.quantities for k in range(q.left, q.end))
    token_starts = [token.start for token in tokens]
    earlier: Label | None = None
    last_place = -1
    for quantity in found.quantities:
        start, end = tokens[quantity.first].start, tokens[quantity.end - 1].end
        place = max(0, bisect_right(starts, start) - 1)
        sentence = _clipped(text, spans[place] if spans else Span(found.start, found.end), start, end)
        low, high = bisect_left(token_starts, sentence.start), bisect_left(token_starts, sentence.end)
        clauses = Clauses(tokens, min(low, quantity.left), max(high, quantity.end), lex, morph, numbers, found.dates)
        label = label_of(clauses, quantity, earlier if place == last_place else None)
        earlier, last_place = (label if label.pieces else None), place
        yield Figure(
            start=start,
            end=end,
            text=text[start:end],
            value=round(quantity.value, 10),
            high=None if quantity.high is None else round(quantity.high, 10),
            bound=quantity.bound,
            unit=quantity.unit,
            noun=counted_noun(tokens, quantity, lex, morph)
            or (None if quantity.unit else measured_noun(clauses, label)),
            label=render(text, clauses, label),
            context=text[sentence.start : sentence.end],
            sentence=sentence,
            kind=_kind(quantity),
            change=change_of(clauses, quantity),
        )


def _clipped(text: str, sentence: Span, start: int, end: int) -> Span:
    """The sentence, or of an endless one the stretch around the figure, cut at white space."""
    if sentence.end - sentence.start <= _SENTENCE:
        return sentence
    low, high = max(sentence.start, start - _SENTENCE // 2), min(sentence.end, end + _SENTENCE // 2)
    cut = text.find(" ", low, start)
    low = low if cut < 0 or low == sentence.start else cut + 1
    cut = text.rfind(" ", end, high)
    return Span(low, high if cut < 0 or high == sentence.end else cut)


def _kind(quantity: Quantity) -> str:
    if quantity.score:
        return "score"
    return "age" if quantity.age else kind_of(quantity.unit)
