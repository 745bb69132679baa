"""What of an article the model is given to read, and what a summary was narrowed to."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop_app.article import Article, Figure, Span
from desktop_app.salience import Passages, Selection, passages, reading_budget, select
from desktop_app.summarizer.orders import without_orders
from desktop_app.summarizer.prompts import clean_text
from desktop_app.summarizer.protocol import Summarizer

#: Of the sentences on the subject, so many must be in what is read for any summary, for that to do.
_ENOUGH = 4
#: Characters by which it is told how many tokens the words of a text are.
_SAMPLE = 1_500


@dataclass(frozen=True, slots=True)
class Reading:
    """``selection`` is what the model reads. ``about`` is what the reader asked, ``""`` where the whole is wanted or
    the article does not speak of it; ``passages`` are where it does."""

    selection: Selection
    about: str = ""
    passages: tuple[Span, ...] = ()
    missed: bool = False


def choose_reading(article: Article, summarizer: Summarizer, figures: tuple[Figure, ...], about: str = "") -> Reading:
    """The sentences of ``article`` for ``summarizer``, within what is worth reading.

    A question changes them only if what is read for any summary leaves too much of the subject out: so a question
    about an article that was read already finds it read.
    """
    clean = replace(article, body=clean_text(without_orders(article.body)).strip())
    sample = clean.body[:_SAMPLE]
    tokens_a_word = summarizer.count_tokens(sample) / max(1, len(sample.split()))
    budget = min(summarizer.budget, reading_budget(article.words, tokens_a_word))
    whole = select(clean, token_budget=budget, count_tokens=summarizer.count_tokens, figures=figures)
    about = _in_one_line(clean_text(about))
    if not about:
        return Reading(whole)
    found: Passages = passages(article, about)
    if not found.found:
        return Reading(whole, missed=True)
    wanted = (article.body[span.start : span.end] for span in found.spans[:_ENOUGH])
    if all(_in_one_line(sentence) in _in_one_line(whole.text) for sentence in wanted):
        return Reading(whole, about, found.spans)
    chosen = select(clean, token_budget=budget, count_tokens=summarizer.count_tokens, figures=figures, focus=about)
    return Reading(chosen, about, found.spans)


def _in_one_line(text: str) -> str:
    return " ".join(text.split())
