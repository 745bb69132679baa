"""Articles and figures for the window's tests."""

from __future__ import annotations

import re
from typing import Any

from desktop_app.article import Article, Change, Figure, Headline, Section, Span, Summary

BODY = (
    "The mountain railway at Quillmere carried 84,000 people in its first month, its director said on Monday.\n\n"
    "Half of them came from the valley. A ticket costs 12 crowns. Rents in the upper town rose to 940 crowns, "
    "while the number of cars fell by 23%.\n\n"
    + "\n\n".join(
        f"Paragraph {number} is only here to make the text longer than the pane: it tells of weather, of meadows and "
        "of people who wait at the station, and nobody will ever count them."
        for number in range(1, 16)
    )
    + "\n\n"
    "The second line 🚠 is to open in spring. It will be 7 km long and is to carry 84,000 people a month as well."
)

ARTICLE = Article(
    source="https://quillmere.example/railway",
    url="https://quillmere.example/railway",
    title="Quillmere’s railway carries 84,000 people in a month",
    byline="Nora Feld",
    site="Quillmere Gazette",
    published="2026-03-09",
    lang="en",
    body=BODY,
    related=(Headline("Storm leaves 710 homes without power"), Headline("Bakers’ fair draws 5 thousand visitors")),
)


def figure(
    article: Article, text: str, value: float, *, nth: int = 0, section: Section = Section.BODY, **more: Any
) -> Figure:
    """The ``nth`` place of ``text`` in ``section`` of ``article`` as a figure, with the sentence around it."""
    whole = article.section_text(section)
    start = [match.start() for match in re.finditer(re.escape(text), whole)][nth]
    begin = max(whole.rfind(". ", 0, start) + 2 if ". " in whole[:start] else 0, whole.rfind("\n", 0, start) + 1)
    ends = [at + 1 for at in (whole.find(".", start + len(text)),) if at >= 0] + [
        at for at in (whole.find("\n", start),) if at >= 0
    ]
    end = min(ends, default=len(whole))
    return Figure(
        start=start,
        end=start + len(text),
        text=text,
        value=value,
        section=section,
        context=whole[begin:end],
        sentence=Span(begin, end),
        **more,
    )


def figures(article: Article = ARTICLE) -> tuple[Figure, ...]:
    """Some figures of :data:`ARTICLE`: one given twice, two that move, one of other stories on the page."""
    first = figure(article, "84,000", 84_000, noun="people", label="people in its first month")
    again = figure(article, "84,000", 84_000, nth=1, noun="people", label="people a month", same_as=first.start)
    return (
        first,
        figure(
            article,
            "940 crowns",
            940,
            unit="CZK",
            kind="money",
            label="rents in the upper town",
            change=Change("up", "to"),
        ),
        figure(article, "23%", 23, unit="percent", kind="percent", label="number of cars", change=Change("down", "by")),
        figure(article, "7 km", 7, unit="km", kind="measure", label="second line"),
        again,
        figure(article, "710", 710, section=Section.RELATED, noun="home", label="homes without power"),
    )


def summary(text: str = "The Quillmere railway carried 84,000 people in its first month.", **more: Any) -> Summary:
    """A finished summary of :data:`ARTICLE`."""
    fields: dict[str, Any] = {
        "lang": "en",
        "model": "tiny-writer",
        "engine": "llama.cpp",
        "seconds": 8.24,
        "prompt_tokens": 640,
        "tokens": 31,
        "read_words": ARTICLE.words,
    }
    return Summary(text=text, **(fields | more))
