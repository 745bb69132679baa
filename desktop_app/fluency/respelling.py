"""Words that were to be the article's and are not, set back to them by their letters or by what stands around them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop_app.article import Article, Span
from desktop_app.fluency.dictionary import has_dictionary, known
from desktop_app.fluency.report import ProblemKind
from desktop_app.fluency.words import WORD, vocabulary, word_problems

_SHORTEST = 5


def respell(summary: str, article: Article, lang: str) -> str:
    """``summary`` with unknown words replaced by the one word of the article that is one letter away, if there is one.

    Ukrainian reflexive verbs in -сь that no dictionary has become the -ся forms that are in it.
    """
    source = f"{article.title or ''}\n{article.body}"
    own = vocabulary(source)
    for problem in reversed(word_problems(summary, source, lang)):
        if problem.kind not in {ProblemKind.UNKNOWN_WORD, ProblemKind.MIXED_SCRIPT}:
            continue
        word = problem.text
        better = _reflexive(word, lang) or _nearest(word.lower(), own.words)
        if better is not None:
            if word[0].isupper():
                better = better[0].upper() + better[1:]
            summary = summary[: problem.span.start] + better + summary[problem.span.end :]
    return summary


def restore(summary: str, article: Article, own: Sequence[Span]) -> str:
    """``summary`` with the words at ``own``, which the article has not, as the article has them in the same place.

    The same place is between the same two words (Швейцарія *виконала* другу вакцину – *затвердила*), or beside the same
    one if the words are a letter apart. Where the article has several words there, nothing is changed.
    """
    if not own:
        return summary
    source = [match.group() for match in WORD.finditer(f"{article.title or ''}\n{article.body}")]
    low = [word.lower() for word in source]
    words = list(WORD.finditer(summary))
    for place in reversed(range(len(words))):
        match = words[place]
        if not any(span.start == match.start() and span.end == match.end() for span in own):
            continue
        before = words[place - 1].group().lower() if place else None
        after = words[place + 1].group().lower() if place + 1 < len(words) else None
        word = match.group().lower()
        meant = {
            source[at]
            for at, other in enumerate(low)
            if other != word
            and ((at > 0 and low[at - 1] == before) + (at + 1 < len(low) and low[at + 1] == after))
            >= (1 if len(word) >= _SHORTEST and _one_apart(word, other) else 2)
        }
        if len(meant) == 1:
            summary = summary[: match.start()] + meant.pop() + summary[match.end() :]
    return summary


def _reflexive(word: str, lang: str) -> str | None:
    if lang != "uk" or not word.endswith("сь") or not has_dictionary(lang):
        return None
    full = word[:-1] + "я"
    return full if known(full, lang) else None


def _nearest(word: str, candidates: Iterable[str]) -> str | None:
    if len(word) < _SHORTEST:
        return None
    near = [other for other in candidates if abs(len(other) - len(word)) <= 1 and _one_apart(word, other)]
    return near[0] if len(near) == 1 else None


def _one_apart(first: str, second: str) -> bool:
    """Whether one letter added, lost, changed or swapped with its neighbour makes ``first`` into ``second``."""
    if len(first) > len(second):
        first, second = second, first
    head = 0
    while head < len(first) and first[head] == second[head]:
        head += 1
    if len(first) < len(second):
        return first[head:] == second[head + 1 :]
    if first[head + 1 :] == second[head + 1 :]:
        return first != second
    return first[head : head + 2] == second[head : head + 2][::-1] and first[head + 2 :] == second[head + 2 :]
