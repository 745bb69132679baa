"""From an article to its finished summary, told as events.

What the model reads is chosen (:mod:`desktop_app.salience`), what it writes streams to the reader, and the finished
text is checked: for its wording (:mod:`desktop_app.fluency`) and against the article (:mod:`desktop_app.grounding`). If
a check objects and no repair helps, the model is asked again in other words; the article is still in its memory, so
that costs little. If that fails too, the article's most telling sentences are shown as quotations.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Generator, Iterator
from dataclasses import dataclass, replace

from desktop_app.article import Article, Figure, Notice, NoticeCode, Outcome, Summary
from desktop_app.cancelling import CancelCheck, never
from desktop_app.choices import AUTO_LANGUAGE, Style
from desktop_app.errors import Cancelled, NotAnArticle
from desktop_app.events import Event, Stage, StageChanged, SummaryPiece, SummaryReady
from desktop_app.fluency import Limit, ProblemKind
from desktop_app.options import SummaryOptions
from desktop_app.summarizer.candidates import Candidate, Judge, best
from desktop_app.summarizer.postprocess import SummaryShaper
from desktop_app.summarizer.protocol import PromptRead, Summarizer, SummaryRequest, TextPiece, Usage
from desktop_app.summarizer.reading import Reading, choose_reading
from desktop_app.summarizer.repairing import quoted, repaired, restored, without_own
from desktop_app.summarizer.rules import length_rule

#: From this many sentences on a summary has paragraphs.
_PARAGRAPH_SENTENCES = 8
#: A repair that keeps this share of the words is as good as another try, and costs no time.
_ENOUGH_KEPT = 0.6
#: Of a draft that lost more than this share a reader learns less than from quotations.
_LEAST_KEPT = 0.5
#: What has one of these is not shown, not even with marks.
_NO_SUMMARY = frozenset({ProblemKind.WRONG_LANGUAGE, ProblemKind.EMPTY, ProblemKind.TOO_SHORT})


def write_summary(
    article: Article,
    options: SummaryOptions,
    summarizer: Summarizer,
    cancelled: CancelCheck = never,
    *,
    figures: tuple[Figure, ...] = (),
) -> Iterator[Event]:
    """Summarise the body of ``article`` with ``summarizer``.

    Yields ``StageChanged`` (reading, with its share, then writing), ``SummaryPiece`` as the text comes, and last one
    ``SummaryReady`` whose text replaces the pieces. ``figures`` are the article's, most important first. With
    ``options.about`` the summary is narrowed; where the article does not speak of that, it is one of the whole and says
    so. Raises ``NotAnArticle`` if there is no text at all, ``Cancelled``, ``EngineFailed``, ``ServerUnreachable``.
    """
    begun = time.monotonic()
    if cancelled():
        raise Cancelled
    if not article.body.strip():
        raise NotAnArticle(notice=str(NoticeCode.NO_BODY))
    yield StageChanged(Stage.READING_MODEL, 0.0)
    reading = choose_reading(article, summarizer, figures, options.about)
    chosen = reading.selection
    if not chosen.text:
        raise NotAnArticle(notice=str(NoticeCode.NO_BODY))
    request = _request(article, options, reading)
    lang = request.lang
    rule = length_rule(summarizer, options.length, options.style)
    paragraphs = options.style is Style.PARAGRAPH and rule.sentences > _PARAGRAPH_SENTENCES
    judge = Judge(article, lang, Limit(rule.sentences, rule.words, options.style), keep_lines=paragraphs)
    # What the checks need is loaded while the model reads.
    preparing = threading.Thread(target=judge.prepare, name="checks", daemon=True)
    preparing.start()
    shaper = SummaryShaper(rule, lang, options.style)
    draft = yield from _generate(request, shaper, summarizer, cancelled, show=True)
    preparing.join()
    prompt_tokens, tokens = draft.prompt_tokens or summarizer.count_tokens(chosen.text), draft.tokens
    first = restored(judge.tidied(draft.text, complete=draft.ended), judge)
    echo = first.echo and not reading.about  # an answer may stand in the headline
    settled = None if echo else _settled(first, judge)
    if settled is None:
        tried = [first]
        if getattr(summarizer, "can_retry", False):
            again = replace(request, attempt=1, beyond_title=echo)
            shaper = SummaryShaper(rule, lang, options.style)
            draft = yield from _generate(again, shaper, summarizer, cancelled, show=False)
            tokens += draft.tokens
            tried.append(restored(judge.tidied(draft.text, complete=draft.ended), judge))
        settled = _settle(tried, judge, figures, reading)
    shown, outcome = settled
    if reading.passages and not _on_subject(shown, reading, article):
        shown, outcome = quoted(article, judge.limit, figures, judge, reading.passages), Outcome.QUOTED
    yield SummaryReady(
        Summary(
            text=shown.text,
            lang=lang if outcome is not Outcome.QUOTED else article.lang,
            model=summarizer.model,
            engine=summarizer.engine,
            seconds=time.monotonic() - begun,
            prompt_tokens=prompt_tokens,
            tokens=tokens,
            read_words=chosen.read_words,
            notices=_notices(reading, shown, outcome, judge, summarizer, options),
            outcome=outcome,
            grounding=shown.grounding,
            style=options.style,
            about=reading.about,
        )
    )


def read_ahead(
    article: Article,
    summarizer: Summarizer,
    cancelled: CancelCheck = never,
    *,
    figures: tuple[Figure, ...] = (),
) -> None:
    """Have ``summarizer`` read ``article`` before a summary is asked for, if it can keep what it reads.

    Raises ``Cancelled``; what was read by then is kept.
    """
    ahead = getattr(summarizer, "read_ahead", None)
    if ahead is None or not article.body.strip():
        return
    ahead(_request(article, SummaryOptions(), choose_reading(article, summarizer, figures)), cancelled)


def _request(article: Article, options: SummaryOptions, reading: Reading) -> SummaryRequest:
    return SummaryRequest(
        text=reading.selection.text,
        lang=article.lang if options.lang == AUTO_LANGUAGE else options.lang,
        source_lang=article.lang,
        length=options.length,
        style=options.style,
        about=reading.about,
        title=article.title,
        seed=options.seed,
    )


def _on_subject(shown: Candidate, reading: Reading, article: Article) -> bool:
    """Whether ``shown`` rests on a sentence about what was asked, or that cannot be told."""
    sources = [place.span for sentence in shown.grounding.sentences for place in sentence.sources]
    if not sources:
        return True
    return any(one.start < other.end and other.start < one.end for one in sources for other in reading.passages)


def _settled(first: Candidate, judge: Judge) -> tuple[Candidate, Outcome] | None:
    """The first try, if it will do without a second."""
    if first.clean and first.own:
        shorter = without_own(first, judge)
        kept = shorter is not None and shorter.words >= _ENOUGH_KEPT * first.words
        return (shorter, Outcome.MENDED) if shorter is not None and kept and not shorter.weak else None
    if first.clean:
        return None if first.weak else (first, Outcome.MENDED if first.restored else Outcome.WRITTEN)
    mended = repaired(first, judge)
    if mended is None or mended.weak or mended.words < _ENOUGH_KEPT * first.words:
        return None
    return mended, Outcome.MENDED


def _settle(
    tried: list[Candidate], judge: Judge, figures: tuple[Figure, ...], reading: Reading
) -> tuple[Candidate, Outcome]:
    """What to show of all tries."""
    clean = [candidate for candidate in tried if candidate.clean]
    if clean:
        shown = best(clean)
        shorter = without_own(shown, judge) if shown.own else None
        if shorter is not None and shorter.words >= _LEAST_KEPT * shown.words:
            return shorter, Outcome.MENDED
        if shown.restored:
            return shown, Outcome.MENDED
        return shown, Outcome.WRITTEN if shown is tried[0] else Outcome.REWRITTEN
    repairs = [(candidate, repaired(candidate, judge)) for candidate in tried]
    mended = [found for draft, found in repairs if found is not None and found.words >= _LEAST_KEPT * draft.words]
    if mended:
        return max(mended, key=lambda candidate: candidate.words), Outcome.MENDED
    passable = [candidate for candidate in tried if judge.passable(candidate)]
    if passable:
        return best(passable), Outcome.WRITTEN
    right_language = [c for c in tried if c.text and not any(p.kind in _NO_SUMMARY for p in c.problems)]
    if judge.crossed and right_language:
        # Sentences of the article would be in the wrong language: what stands unsupported is marked instead.
        return best(right_language), Outcome.FLAGGED
    return quoted(judge.article, judge.limit, figures, judge, reading.passages), Outcome.QUOTED


@dataclass(frozen=True, slots=True)
class _Draft:
    text: str
    ended: bool
    prompt_tokens: int
    tokens: int


def _generate(
    request: SummaryRequest, shaper: SummaryShaper, summarizer: Summarizer, cancelled: CancelCheck, *, show: bool
) -> Generator[Event, None, _Draft]:
    """Let the model write once; with ``show`` its pieces are told as they come."""
    usage: Usage | None = None
    pieces = 0
    for item in summarizer.stream(request, cancelled):
        if isinstance(item, PromptRead):
            if show:
                yield StageChanged(Stage.READING_MODEL, item.share)
        elif isinstance(item, TextPiece):
            if not pieces:
                yield StageChanged(Stage.WRITING)
            pieces += 1
            if (new := shaper.feed(item.text)) and show:
                yield SummaryPiece(new)
            if shaper.enough:
                break
        else:
            usage = item
    ended = usage.finished if usage else True
    return _Draft(
        shaper.finish(ended=ended),
        ended,
        usage.prompt_tokens if usage else 0,
        usage.tokens if usage else pieces,
    )


def _notices(
    reading: Reading,
    shown: Candidate,
    outcome: Outcome,
    judge: Judge,
    summarizer: Summarizer,
    options: SummaryOptions,
) -> tuple[Notice, ...]:
    notices = []
    chosen = reading.selection
    if reading.missed:
        notices.append(Notice(NoticeCode.NOT_ANSWERED, (("about", " ".join(options.about.split())),)))
    if chosen.read_words < chosen.words:
        notices.append(Notice(NoticeCode.PARTLY_READ, (("read_words", chosen.read_words), ("words", chosen.words))))
    if outcome is Outcome.QUOTED:
        notices.append(Notice(NoticeCode.QUOTED))
    elif shown.grounding.flags:
        notices.append(Notice(NoticeCode.UNSUPPORTED, (("count", len(shown.grounding.flags)),)))
    if any(problem.kind is ProblemKind.WRONG_LANGUAGE for problem in shown.problems) or (
        outcome is Outcome.QUOTED and judge.crossed
    ):
        notices.append(Notice(NoticeCode.WRONG_LANGUAGE))
    if getattr(summarizer, "leaves_computer", False):
        notices.append(Notice(NoticeCode.TEXT_LEAVES_COMPUTER, (("host", str(getattr(summarizer, "host", ""))),)))
    return tuple(notices)
