"""Mending a summary the checks object to, without the model: and what is shown when nothing helps.

A repair counts only if the checks find nothing any more. In order: a misspelt word is set right, a number or name is
set back to what the article has at that place, a trailing clause is dropped, a sentence is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop_app.article import Article, Figure, Span
from desktop_app.choices import Style
from desktop_app.fluency import Limit, as_list, line_spans, respell, restore, without_frame
from desktop_app.grounding import Claim, ClaimKind, Place, verb_spans
from desktop_app.salience import points_back, salient_sentences
from desktop_app.sentences import sentences
from desktop_app.summarizer.candidates import Candidate, Judge

#: A summary shorter than this says too little to be worth keeping.
_FEWEST_WORDS = 6
_FEWEST_OF_A_HEADLINE = 3
_FEWEST_BESIDE_NAMES = 3
#: Most corrections of numbers and names in one summary: beyond that it is not worth saving.
_MOST_SWAPS = 3
_COMMA = re.compile(r"\s*[,;]\s+|\s+[—–-]\s+")
#: A clause that opens so is the object of the verb before it: without it the sentence is broken.
_OBJECT = frozenset(
    [
        "что",
        "чтобы",
        "ли",
        "як",
        "что-то",
        "що",
        "щоб",
        "that",
        "to",
        "whether",
        "dass",
        "daß",
        "ob",
        "que",
        "qu'il",
        "che",
        "se",
        "żeby",
        "że",
        "zda",
        "če",
        "da",
        "at",
        "att",
        "om",
    ]
)


def repaired(candidate: Candidate, judge: Judge) -> Candidate | None:
    """The first repair of ``candidate`` that passes all checks; ``None`` if there is none."""
    if candidate.clean:
        return candidate
    text = respell(candidate.text, judge.article, judge.lang)
    if text != candidate.text:
        candidate = judge.judge(text)
        if candidate.clean:
            return candidate
    candidate = _swapped(candidate, judge)
    if candidate.clean:
        return candidate
    fewest = _FEWEST_OF_A_HEADLINE if judge.limit.style is Style.HEADLINE else _FEWEST_WORDS
    for shorter in _shortened(candidate, judge.lang, judge.limit.style):
        if len(shorter.split()) < fewest:
            continue
        found = judge.judge(shorter)
        if found.clean:
            return found
    return None


def restored(candidate: Candidate, judge: Judge) -> Candidate:
    """``candidate`` with words of its own as the article has them in their place, if the checks find nothing in it."""
    text = restore(candidate.text, judge.article, candidate.own)
    if text == candidate.text:
        return candidate
    found = judge.judge(text)
    better = len(found.own) < len(candidate.own) and len(found.problems) <= len(candidate.problems)
    better = better and len(found.grounding.flags) <= len(candidate.grounding.flags)
    return replace(found, restored=True, echo=judge.echoes_title(text)) if better else candidate


def without_own(candidate: Candidate, judge: Judge) -> Candidate | None:
    """``candidate`` without the clauses or sentences that hold words of its own, if checks find nothing in the rest."""
    fewest = _FEWEST_OF_A_HEADLINE if judge.limit.style is Style.HEADLINE else _FEWEST_WORDS
    for shorter in _shortened(candidate, judge.lang, judge.limit.style, candidate.own):
        if len(shorter.split()) >= fewest:
            found = judge.judge(shorter)
            if found.clean and not found.own:
                return found
    return None


def _swapped(candidate: Candidate, judge: Judge) -> Candidate:
    """``candidate`` with unsupported numbers and names as the article has them, as far as that lowers the flags."""
    for _ in range(_MOST_SWAPS):
        for claim in candidate.grounding.flags:
            right = _of_the_article(claim, judge.article)
            if right is None:
                continue
            text = candidate.text[: claim.span.start] + right + candidate.text[claim.span.end :]
            found = judge.judge(text)
            if len(found.grounding.flags) < len(candidate.grounding.flags) and len(found.problems) <= len(
                candidate.problems
            ):
                candidate = found
                break
        else:
            return candidate
    return candidate


def _of_the_article(claim: Claim, article: Article) -> str | None:
    if not claim.places or claim.kind not in {ClaimKind.NUMBER, ClaimKind.DATE, ClaimKind.NAME}:
        return None
    texts = {_text(place, article) for place in claim.places}
    if len(texts) != 1:
        return None
    right = texts.pop()
    if right == claim.text or "\n" in right:
        return None
    # A name is put right only where it was misspelt: another name is another statement.
    return right if claim.kind is not ClaimKind.NAME or _alike(claim.text, right) else None


def _text(place: Place, article: Article) -> str:
    return article.section_text(place.section)[place.span.start : place.span.end]


def _alike(first: str, second: str) -> bool:
    head = min(len(first), len(second)) // 2 + 1
    return first[:head].lower() == second[:head].lower() and abs(len(first) - len(second)) <= 2


def _shortened(candidate: Candidate, lang: str, style: Style, doubtful: Sequence[Span] = ()) -> Iterator[str]:
    """The text with clauses, then whole sentences or points that hold faults left out; the longest first."""
    text = candidate.text
    listed = style is Style.BULLETS
    spans = list(line_spans(text) if listed else sentences(text, lang))
    faults = [p.span for p in candidate.problems if p.span.end - p.span.start < len(text)]
    faults += [claim.span for claim in candidate.grounding.flags]
    faults += doubtful
    bad = [span for span in spans if any(f.start < span.end and f.end > span.start for f in faults)]
    if not bad:  # too long as a whole
        bad = spans[-1:]
    # What each variant puts in the place of a sentence or point; nothing for one that is left out.
    changes: list[dict[Span, str]] = []
    if len(bad) == 1:
        inside = [f for f in faults if f.start < bad[0].end and f.end > bad[0].start]
        stop = "" if style is Style.HEADLINE else "."
        cuts = _cuts(text, bad[0], inside, stop)
        changes += ({bad[0]: cut} for cut in cuts if style is Style.HEADLINE or _is_sentence(cut, lang))
    changes += [dict.fromkeys(bad, ""), *({span: ""} for span in bad)]
    variants = [_changed(text, lang, spans, change, listed=listed) for change in changes]
    seen: set[str] = set()
    for variant in sorted(variants, key=len, reverse=True):
        if variant and variant not in seen:
            seen.add(variant)
            yield variant


def _changed(text: str, lang: str, spans: Sequence[Span], change: dict[Span, str], *, listed: bool) -> str:
    """The sentences with ``change`` made; one that points back to what was changed goes as well."""
    kept: list[str] = []
    whole = True
    for span in spans:
        mine = text[span.start : span.end]
        if span in change:
            kept.append(change[span])
            whole = False
        elif listed or whole or not points_back(unframed := without_frame(mine, lang)):
            kept.append(mine if whole or listed else unframed)
            whole = True
    return ("\n" if listed else " ").join(sentence for sentence in kept if sentence)


def _is_sentence(text: str, lang: str) -> bool:
    """Whether what was cut is still a sentence: it has a verb, or where verbs cannot be told, words beside names."""
    verbs = verb_spans(text, lang)
    if verbs is not None:
        return bool(verbs)
    return sum(word[:1].islower() for word in text.split()) >= _FEWEST_BESIDE_NAMES


def _cuts(text: str, sentence: Span, faults: list[Span], stop: str) -> Iterator[str]:
    """The sentence without the clauses at its end, the last fault with them; longest first. ``stop`` ends one that has
    no sign at its end."""
    body = text[sentence.start : sentence.end].rstrip()
    stop = body[-1] if body[-1:] in ".!?…。" else stop
    ends = [f.end - sentence.start for f in faults]
    for comma in reversed(list(_COMMA.finditer(body))):
        rest = body[comma.end() :]
        opens = rest.split(maxsplit=1)[0].lower() if rest else ""
        if any(end <= comma.start() for end in ends):
            continue  # a fault would stay whole
        head = body[: comma.start()]
        if opens in _OBJECT or _unbalanced(head):
            continue
        yield head + stop


def _unbalanced(text: str) -> bool:
    return text.count("«") != text.count("»") or text.count("(") != text.count(")") or text.count('"') % 2 == 1


def quoted(
    article: Article, limit: Limit, figures: tuple[Figure, ...], judge: Judge, about: Sequence[Span] = ()
) -> Candidate:
    """The most salient sentences of ``article`` within ``limit``, as they stand; at least one, cut between words if
    none is short enough. With ``about`` the sentences on the subject, best first, are taken instead. A headline is the
    article's own, if it has one.
    """
    if limit.style is Style.HEADLINE and not about and article.title:
        title = " ".join(article.title.split())
        return Candidate(title, (), judge.ground(title, article.lang), quoted=True)
    chosen: list[Span] = []
    words = 0
    for span in about or salient_sentences(article, figures):
        length = len(article.body[span.start : span.end].split())
        if len(chosen) < limit.sentences and words + length <= limit.words:
            chosen.append(span)
            words += length
    told = [" ".join(article.body[span.start : span.end].split()) for span in sorted(chosen)]
    if not told:
        longest = article.body[about[0].start : about[0].end] if about else article.body
        told = [" ".join(longest.split()[: limit.words - 1]) + " …"]
    text = as_list(told) if limit.style is Style.BULLETS else " ".join(told)
    return Candidate(text, (), judge.ground(text, article.lang), quoted=True)
