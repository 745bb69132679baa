"""Picking sentences until the budget is spent: the best first, never twice the same, every section heard.

Greedy picking of the best gain under a budget is near-optimal for such objectives (Lin & Bilmes 2011, "A class of
submodular functions for document summarization"); what has been said already counts no more (maximal marginal
relevance, Carbonell & Goldstein 1998).
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop_app.article import Article, Figure, Span
from desktop_app.salience.focus import passages
from desktop_app.salience.outline import Line, Outline, Part, outline
from desktop_app.salience.scoring import Scored, Weights, leans_back, score, stands_alone
from desktop_app.salience.terms import likeness

#: Above this cosine to a sentence that was picked, a sentence adds nothing.
_SAME = 0.75
#: The same for sentences shown side by side, compared with the best of them.
_ALIKE = 0.5
_COMPARED = 8
#: How many sentences that point back may be followed to the one they point to.
_CHAIN = 2
#: Share of the budget for the opening of a text, which is kept whatever it scores.
_LEAD_SHARE = 0.35
_LEAD_SENTENCES = 3
#: Budgets are met by an estimate from a sample of the text, and proved on the result.
_SAMPLE_CHARACTERS = 1500
_SAMPLES = 3


@dataclass(frozen=True, slots=True)
class Selection:
    """The sentences to read, in source order.

    ``spans`` are their places in the body, ``text`` holds them with paragraphs kept apart, ``read_words`` of the
    body's ``words`` are in it.
    """

    text: str
    spans: tuple[Span, ...]
    read_words: int
    words: int


def select(
    article: Article,
    *,
    token_budget: int,
    count_tokens: Callable[[str], int],
    figures: tuple[Figure, ...] = (),
    focus: str | None = None,
    weights: Weights | None = None,
) -> Selection:
    """Choose the sentences of ``article`` that matter, at most ``token_budget`` tokens of them by ``count_tokens``.

    A text within the budget comes whole. Sentences are never broken, but for a first one that is longer than the whole
    budget. ``figures`` come most important first; ``focus`` is a question the summary is to answer. The time grows with
    the length of the text.
    """
    body, budget = article.body, max(1, token_budget)
    if not body.strip():
        return Selection("", (), 0, 0)
    if len(body) <= 8 * budget and count_tokens(body) <= budget:
        start = len(body) - len(body.lstrip())
        return Selection(body.strip(), (Span(start, len(body.rstrip())),), article.words, article.words)
    plan = outline(body, article.lang)
    asked = passages(article, focus).spans if focus else ()
    scored = score(plan, title=article.title, figures=figures, focus=asked, weights=weights)
    per_character = _tokens_per_character(body, count_tokens)
    costs = [per_character * (len(line.text) + 1) for line in plan.lines]
    picked, order = _pick(plan, scored, costs, budget, focus=bool(asked))
    while picked:
        text = _join(plan.lines, picked)
        if count_tokens(text) <= budget:
            spans = tuple(plan.lines[i].span for i in sorted(picked))
            return Selection(text, spans, len(text.split()), article.words)
        if len(picked) == 1:
            break
        picked.discard(order.pop())
    return _beginning(article, plan.lines[0] if plan.lines else None, budget, count_tokens)


def _pick(
    plan: Outline, scored: Scored, costs: Sequence[float], budget: int, *, focus: bool
) -> tuple[set[int], list[int]]:
    """Indices of the lines to read, and the same in the order they were picked."""
    picked: set[int] = set()
    order: list[int] = []
    spent = 0.0
    in_section = [0.0] * len(plan.parts)
    quotas = _quotas(plan, costs, budget)

    def take(i: int) -> bool:
        nonlocal spent
        group = [j for j in _with_antecedents(plan.lines, i) if j not in picked]
        cost = sum(costs[j] for j in group)
        if not group or spent + cost > budget:
            return False
        for j in group:
            in_section[plan.lines[j].section] += costs[j]
        picked.update(group)
        order.extend(group)
        spent += cost
        return True

    main = [plan.parts[line.section] is not Part.APPENDIX and not line.heading for line in plan.lines]
    lead = [i for i, readable in enumerate(main) if readable]
    for n, i in enumerate(lead[: 1 if focus else _LEAD_SENTENCES]):
        if n and spent + costs[i] > _LEAD_SHARE * budget:
            break
        take(i)

    def gain(i: int) -> float:
        section = plan.lines[i].section
        return scored.scores[i] / (1 + in_section[section] / quotas[section])

    # Gains only fall as sections fill, so an entry that is still the best after a fresh look is the best (lazy greedy).
    heap = [(-gain(i), i) for i in range(len(plan.lines)) if scored.scores[i] > 0 and i not in picked]
    heapq.heapify(heap)
    smallest = min((costs[i] for _, i in heap), default=0.0)
    while heap and spent + smallest <= budget:
        _, i = heapq.heappop(heap)
        if i in picked:
            continue
        now = -gain(i)
        if heap and now > heap[0][0]:
            heapq.heappush(heap, (now, i))
            continue
        if any(likeness(scored.vectors[i], scored.vectors[j]) > _SAME for j in picked):
            continue
        take(i)
    return picked, order


def _quotas(plan: Outline, costs: Sequence[float], budget: int) -> list[float]:
    """Tokens of the budget each section may claim: by the root of its length, so that short ones are heard."""
    sizes = [0.0] * len(plan.parts)
    for line, cost in zip(plan.lines, costs, strict=True):
        sizes[line.section] += cost
    roots = [math.sqrt(size) for size in sizes]
    total = math.fsum(roots) or 1.0
    return [max(1.0, budget * root / total) for root in roots]


def _with_antecedents(lines: Sequence[Line], i: int) -> list[int]:
    """``i`` and the lines before it that it points back to, in order."""
    group = [i]
    while len(group) <= _CHAIN and group[-1] > 0 and leans_back(lines[group[-1]].text):
        before = group[-1] - 1
        if lines[before].heading:
            break
        group.append(before)
    return group[::-1]


def _join(lines: Sequence[Line], picked: set[int]) -> str:
    parts: list[str] = []
    paragraph: int | None = None
    for i in sorted(picked):
        line = lines[i]
        if parts:
            parts.append(" " if line.paragraph == paragraph else "\n")
        parts.append(" ".join(line.text.split()))
        paragraph = line.paragraph
    return "".join(parts)


def _tokens_per_character(body: str, count_tokens: Callable[[str], int]) -> float:
    if len(body) <= _SAMPLE_CHARACTERS * _SAMPLES:
        return count_tokens(body) / len(body)
    step = (len(body) - _SAMPLE_CHARACTERS) // (_SAMPLES - 1)
    counted = sum(count_tokens(body[i * step : i * step + _SAMPLE_CHARACTERS]) for i in range(_SAMPLES))
    return counted / (_SAMPLES * _SAMPLE_CHARACTERS)


def _beginning(article: Article, first: Line | None, budget: int, count_tokens: Callable[[str], int]) -> Selection:
    """As many whole words of the first sentence as fit: the one case where a sentence is broken."""
    span = first.span if first is not None else Span(0, len(article.body))
    low, high = span.start, span.end
    while low < high:
        middle = (low + high + 1) // 2
        if count_tokens(article.body[span.start : middle]) <= budget:
            low = middle
        else:
            high = middle - 1
    text = article.body[span.start : low]
    if low < span.end and " " in text:
        text = text.rsplit(" ", 1)[0]
    return Selection(text, (Span(span.start, span.start + len(text)),), len(text.split()), article.words)


def salient_sentences(article: Article, figures: tuple[Figure, ...] = ()) -> tuple[Span, ...]:
    """Sentences of the body that say most by themselves, best first: none that points back to another, none twice."""
    plan = outline(article.body, article.lang)
    scored = score(plan, title=article.title, figures=figures)
    order = sorted(range(len(plan.lines)), key=lambda i: -scored.scores[i])
    chosen: list[int] = []
    for i in order:
        if scored.scores[i] <= 0 or not stands_alone(plan.lines[i].text):
            continue
        if all(likeness(scored.vectors[i], scored.vectors[j]) <= _ALIKE for j in chosen[:_COMPARED]):
            chosen.append(i)
    return tuple(plan.lines[i].span for i in chosen)
