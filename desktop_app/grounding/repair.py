"""Small repairs of a summary: the source's number for an unsupported one, a clause left out.

Both change as little as possible, look at the result again, and give up rather than guess.
"""

from __future__ import annotations

import re

from desktop_app.article import Article, Section, Span
from desktop_app.grounding.checker import check
from desktop_app.grounding.lexicon import lexicon
from desktop_app.grounding.quantities import Quantity
from desktop_app.grounding.report import Claim, ClaimKind, Grounding, Place, Problem, Sentence
from desktop_app.grounding.source import Piece, Source, source_of, take_apart
from desktop_app.grounding.words import normal

#: Fewest words a sentence may have once a clause was left out.
_LEAST_WORDS = 5
#: Support a sentence needs, and share of its words in the very sentence the number is taken from.
_LEAST_SUPPORT, _LEAST_SHARED = 0.5, 0.6
_SLAVIC = frozenset({"ru", "uk", "be", "pl", "cs", "sk", "sl", "hr", "sr", "bg"})
_SEGMENT = re.compile(
    r"\s*[(\[][^()\[\]]*[)\]]|\s+[—–]\s+[^—–,.!?]+(?=[.!?…]|\s+[—–])|,\s[^,]+(?=,\s)|,\s[^,]+(?=[.!?…]+\s*$)"
)


def repair_numbers(
    summary: str, grounding: Grounding, article: Article | Source, *, summary_lang: str | None = None
) -> str | None:
    """The summary with its unsupported numbers replaced by the article's, or ``None`` where that is not certain.

    A number is replaced if the sentence of the article it rests on has exactly one of the same unit and counted noun; a
    number with a wrong unit by the article's expression of the same value. The result has no number or date flagged.
    """
    source = article if isinstance(article, Source) else source_of(article)
    lang = summary_lang or source.lang
    flagged = [claim for claim in grounding.flags if claim.kind is ClaimKind.NUMBER]
    if not flagged:
        return None
    pieces = take_apart(summary, lang, Section.BODY, capitals=source.capitals, lower=source.lower)
    repaired = summary
    for claim in sorted(flagged, key=lambda claim: -claim.span.start):
        new = _replacement(claim, _sentence_of(grounding, claim), pieces, source)
        if new is None:
            return None
        repaired = repaired[: claim.span.start] + new + repaired[claim.span.end :]
    again = check(repaired, source, summary_lang=lang)
    if any(claim.kind in (ClaimKind.NUMBER, ClaimKind.DATE) for claim in again.flags):
        return None
    return repaired if len(again.flags) < len(grounding.flags) else None


def _sentence_of(grounding: Grounding, claim: Claim) -> Sentence:
    return next(sentence for sentence in grounding.sentences if claim in sentence.claims)


def _replacement(claim: Claim, sentence: Sentence, pieces: tuple[Piece, ...], source: Source) -> str | None:
    mine = next((q for piece in pieces for q in piece.quantities if q.start == claim.span.start), None)
    if mine is None:
        return None
    if claim.problem is Problem.OTHER_UNIT:
        texts = {_slice(source, place) for place in claim.places}
        return texts.pop() if len(texts) == 1 else None
    others = [flag for flag in sentence.claims if not flag.supported and flag.kind is not ClaimKind.NUMBER]
    if others or not sentence.sources or (sentence.support or 0.0) < _LEAST_SUPPORT:
        return None
    rests_on = next((piece for piece in source.pieces if piece.place == sentence.sources[0]), None)
    if rests_on is None:
        return None
    taken = {q.value for piece in pieces for q in piece.quantities if q is not mine}
    candidates = [q for q in rests_on.quantities if q.value not in taken and q.value != mine.value and _alike(mine, q)]
    if len(candidates) != 1 or not _agrees(mine, candidates[0], source.lang):
        return None
    content = next(piece for piece in pieces if mine in piece.quantities).content
    if sum(any(t.same(o) for o in rests_on.content) for t in content) < _LEAST_SHARED * len(content):
        return None
    return _slice(source, Place(rests_on.place.section, Span(candidates[0].start, candidates[0].end)))


def _alike(mine: Quantity, theirs: Quantity) -> bool:
    """Same unit; without one, the same counted noun on both sides, or on neither."""
    if mine.unit is not None or theirs.unit is not None:
        return mine.unit == theirs.unit
    if mine.noun is None or theirs.noun is None:
        return mine.noun is None and theirs.noun is None
    return mine.noun.same(theirs.noun)


def _agrees(mine: Quantity, theirs: Quantity, lang: str) -> bool:
    """Whether the noun may keep its form: Slavic nouns change with the last digits of the number before them."""
    if lang not in _SLAVIC or mine.unit is not None:
        return True
    return _plural(mine) == _plural(theirs)


def _plural(quantity: Quantity) -> str:
    """CLDR plural category of the number (https://cldr.unicode.org, cardinal rules of East Slavic languages)."""
    value = quantity.value
    if value != int(value):
        return "other"
    if value % 1000 == 0 or value % 100 in range(11, 15) or value % 10 in (0, 5, 6, 7, 8, 9):
        return "many"
    return "one" if value % 10 == 1 else "few"


def _slice(source: Source, place: Place) -> str:
    return source.article.section_text(place.section)[place.span.start : place.span.end]


def drop_clause(
    summary: str, grounding: Grounding, article: Article | Source, *, summary_lang: str | None = None
) -> str | None:
    """The summary without the brackets, asides and subordinate clauses that carry an unsupported claim.

    Only bracketed stretches, and those between commas or dashes that begin with a relative or adverbial word, are left
    out: what remains is a whole sentence. ``None`` if a flagged claim stands elsewhere or is still flagged after.
    """
    source = article if isinstance(article, Source) else source_of(article)
    lang = summary_lang or source.lang
    if not grounding.flags:
        return None
    cuts: list[Span] = []
    for claim in grounding.flags:
        if any(cut.start <= claim.span.start and claim.span.end <= cut.end for cut in cuts):
            continue
        found = _removable(summary, _sentence_of(grounding, claim), claim, lang)
        if found is None:
            return None
        cuts.append(found)
    shorter = summary
    for cut in sorted(cuts, reverse=True):
        shorter = shorter[: cut.start] + shorter[cut.end :]
    shorter = re.sub(r"\s+([.,!?…])", r"\1", shorter)
    again = check(shorter, source, summary_lang=lang)
    return None if again.flags or any(_short(shorter, sentence.span) for sentence in again.sentences) else shorter


def _short(text: str, span: Span) -> bool:
    return len(text[span.start : span.end].split()) < _LEAST_WORDS


def _removable(summary: str, sentence: Sentence, claim: Claim, lang: str) -> Span | None:
    text = summary[sentence.span.start : sentence.span.end]
    for match in _SEGMENT.finditer(text):
        span = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
        if not (span.start <= claim.span.start and claim.span.end <= span.end) or match.start() == 0:
            continue
        piece = match.group().strip()
        if piece[0] not in "([" and not _subordinate(piece.lstrip(",—– "), lang):
            continue
        end = span.end
        if summary[span.start] == "," and summary[end : end + 1] == ",":
            end += 1  # an aside goes with both its commas
        return Span(span.start, end)
    return None


def _subordinate(segment: str, lang: str) -> bool:
    first = normal(segment.split(" ", 1)[0])
    words = lexicon(lang)
    return first in words.droppable
