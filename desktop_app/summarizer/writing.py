"""From an article to its finished summary, told as events."""

from __future__ import annotations

import time
from collections.abc import Iterator

from desktop_app.article import Article, Notice, NoticeCode, Summary
from desktop_app.errors import Cancelled, NotAnArticle
from desktop_app.events import Event, Stage, StageChanged, SummaryPiece, SummaryReady
from desktop_app.options import AUTO_LANGUAGE, SummaryOptions
from desktop_app.summarizer.budget import Cut, cut_to_budget
from desktop_app.summarizer.postprocess import SummaryShaper
from desktop_app.summarizer.prompts import clean_text
from desktop_app.summarizer.protocol import CancelCheck, PromptRead, Summarizer, SummaryRequest, TextPiece, Usage
from desktop_app.summarizer.rules import length_rule


def _never() -> bool:
    return False


def write_summary(
    article: Article, options: SummaryOptions, summarizer: Summarizer, cancelled: CancelCheck = _never
) -> Iterator[Event]:
    """Summarise the body of ``article`` with ``summarizer``.

    Yields ``StageChanged`` (reading, with its share, then writing), ``SummaryPiece`` as the text comes, and last one
    ``SummaryReady`` whose text replaces the pieces. Raises ``NotAnArticle`` if there is no text at all, ``Cancelled``,
    ``EngineFailed``, ``ServerUnreachable``.
    """
    begun = time.monotonic()
    if cancelled():
        raise Cancelled
    body = clean_text(article.body).strip()
    if not body:
        raise NotAnArticle(notice=str(NoticeCode.NO_BODY))
    yield StageChanged(Stage.READING_MODEL, 0.0)
    lang = article.lang if options.lang == AUTO_LANGUAGE else options.lang
    cut = cut_to_budget(body, article.lang, summarizer.budget, summarizer.count_tokens)
    request = SummaryRequest(
        text=cut.text, lang=lang, source_lang=article.lang, length=options.length, seed=options.seed
    )
    shaper = SummaryShaper(length_rule(summarizer, options.length), lang)
    usage: Usage | None = None
    pieces = 0
    stream = summarizer.stream(request, cancelled)
    for item in stream:
        if isinstance(item, PromptRead):
            yield StageChanged(Stage.READING_MODEL, item.share)
        elif isinstance(item, TextPiece):
            if not pieces:
                yield StageChanged(Stage.WRITING)
            pieces += 1
            if new := shaper.feed(item.text):
                yield SummaryPiece(new)
            if shaper.enough:
                break
        else:
            usage = item
    yield SummaryReady(
        Summary(
            text=shaper.finish(ended=usage.finished if usage else True),
            lang=lang,
            model=summarizer.model,
            engine=summarizer.engine,
            seconds=time.monotonic() - begun,
            prompt_tokens=usage.prompt_tokens if usage else cut.tokens,
            tokens=usage.tokens if usage else pieces,
            read_words=cut.read_words,
            notices=_notices(cut, summarizer),
        )
    )


def _notices(cut: Cut, summarizer: Summarizer) -> tuple[Notice, ...]:
    notices = []
    if not cut.whole:
        notices.append(Notice(NoticeCode.PARTLY_READ, (("read_words", cut.read_words), ("words", cut.words))))
    if getattr(summarizer, "leaves_computer", False):
        notices.append(Notice(NoticeCode.TEXT_LEAVES_COMPUTER, (("host", str(getattr(summarizer, "host", ""))),)))
    return tuple(notices)
