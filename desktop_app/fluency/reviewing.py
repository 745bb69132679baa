"""All checks of language and wording, in one report."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.article import Article, Span
from desktop_app.choices import Style
from desktop_app.fluency.agreement import agreement_problems
from desktop_app.fluency.agreement_uk import ukrainian_agreement_problems
from desktop_app.fluency.language import wrong_language
from desktop_app.fluency.phrases import finished, phrase_problems
from desktop_app.fluency.points import plain_points, points
from desktop_app.fluency.repeats import repeat_problems, untranslated
from desktop_app.fluency.report import Limit, Problem, ProblemKind
from desktop_app.fluency.words import word_problems
from desktop_app.sentences import sentences

#: Fewer words are no sentence.
_FEWEST = 2
_SLIPS = {"ru": agreement_problems, "uk": ukrainian_agreement_problems}
_UNSPACED = frozenset({"zh", "ja", "th", "km", "lo", "my"})


def review(
    summary: str, article: Article, lang: str, *, limit: Limit | None = None, complete: bool = True
) -> tuple[Problem, ...]:
    """What is wrong with the language and wording of ``summary``, written in ``lang`` from ``article``.

    Problems come in the order of the text. ``limit`` is the length asked for, ``complete`` tells whether the model
    ended by itself. Whether the summary is true to the article is another question: see ``desktop_app.grounding``.
    """
    text = summary.strip()
    if not any(char.isalpha() for char in text):
        return (Problem(ProblemKind.EMPTY, Span(0, len(summary)), summary),)
    whole = Span(0, len(summary))
    source = f"{article.title or ''}\n{article.body}"
    plain = " ".join(source.lower().split())
    spans = sentences(summary, lang)
    found: list[Problem] = []
    if wrong_language(summary, lang, source, article.lang):
        found.append(Problem(ProblemKind.WRONG_LANGUAGE, whole, summary))
    else:
        found += word_problems(summary, source, lang)
        if (slips := _SLIPS.get(lang)) is not None:
            found += [p for p in slips(summary) if p.text.lower() not in plain]
        if article.lang not in (lang, "und"):
            found += untranslated(summary, plain)
    found += phrase_problems(summary, plain)
    found += repeat_problems(summary, spans, plain)
    style = limit.style if limit is not None else Style.PARAGRAPH
    if not complete or not (finished(summary) or style is Style.HEADLINE):
        last = spans[-1] if spans else whole
        found.append(Problem(ProblemKind.UNFINISHED, last, summary[last.start : last.end]))
    if lang not in _UNSPACED and len(plain_points(summary).split()) < min(_FEWEST, len(article.body.split())):
        found.append(Problem(ProblemKind.TOO_SHORT, whole, summary))
    if limit is not None and over(summary, spans, limit):
        found.append(Problem(ProblemKind.TOO_LONG, whole, summary))
    return tuple(sorted(found, key=lambda problem: (problem.span.start, problem.kind)))


def over(summary: str, spans: Sequence[Span], limit: Limit) -> bool:
    """Whether ``summary`` of the sentences ``spans`` is longer than ``limit`` allows."""
    count = len(points(summary)) if limit.style is Style.BULLETS else len(spans)
    return count > limit.sentences or len(plain_points(summary).split()) > limit.words
