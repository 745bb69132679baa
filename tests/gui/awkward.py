"""Digests of everyday and of awkward content, for everything that paints or exports."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.article import Article, Bound, Change, Digest, Figure, Outcome, Section, Summary
from tests.gui import stories

HOSTILE = (
    "<img src=x onerror=alert(1)> **b** [l](javascript:x) `c` # | & \x1b[2J\x00 \u202eevil\u202c \u2067x\u2069 =1+1"
)


def _figures(count: int) -> tuple[Figure, ...]:
    return tuple(
        Figure(
            at, at + 5, f"{at + 1},250 million euros", 1e6 * at,
            label=f"thing number {at + 1} that was counted by the town",
            context=f"Thing number {at + 1} that was counted by the town came to {at + 1},250 million euros in all.",
            bound=Bound.AT_LEAST if at % 3 == 0 else Bound.EXACT,
            change=Change("up", "by") if at % 5 == 0 else None,
        )
        for at in range(count)
    )  # fmt: skip


def _summary(text: str, lang: str = "en", **more: object) -> Summary:
    return stories.summary(text, lang=lang, **more)


EVERYDAY = Digest(stories.ARTICLE, stories.figures(), stories.summary())

RUSSIAN = Digest(
    Article(
        "https://vestnik.example/most",
        "Мост через Лучу открылся в мае и обошёлся в 4,6 млрд рублей.\n\nПроезд бесплатный.",
        "Мост через Лучу открылся на год раньше срока", "Анна Речная", "Вестник", "2026-05-04", "ru",
    ),
    (
        Figure(41, 56, "4,6 млрд рублей", 4.6e9, unit="RUB", label="обошёлся мост", kind="money",
               context="Мост через Лучу открылся в мае и обошёлся в 4,6 млрд рублей."),
    ),
    _summary("Мост открылся на год раньше срока и стоил 4,6 млрд рублей.", "ru"),
)  # fmt: skip

HEBREW = Digest(
    Article(
        "https://ir.example/rakevel", "הרכבל החדש הסיע 84 אלף נוסעים בחודש.", "הרכבל החדש הסיע 84 אלף נוסעים",
        None, "עיתון ההר", "2026-03-09", "he",
    ),
    (Figure(16, 18, "84 אלף", 84e3, label="נוסעים בחודש", context="הרכבל החדש הסיע 84 אלף נוסעים בחודש."),),
    _summary("הרכבל הסיע 84 אלף נוסעים בחודש הראשון.", "he"),
)  # fmt: skip

#: By name, everything a digest may be.
AWKWARD: dict[str, Digest] = {
    "everyday": EVERYDAY,
    "russian": RUSSIAN,
    "right to left": HEBREW,
    "long headline": replace(
        EVERYDAY, article=replace(stories.ARTICLE, title=" ".join(["The council of Quillmere decides"] * 60))
    ),
    "endless word": replace(EVERYDAY, article=replace(stories.ARTICLE, title="Donaudampfschiff" * 90)),
    "long summary": replace(EVERYDAY, summary=_summary(" ".join([stories.summary().text] * 40))),
    "long everything": Digest(
        replace(stories.ARTICLE, title="The railway and the town " * 20, site="A gazette of many names " * 9),
        tuple(replace(figure, text="from 1,200 to 1,950 million euros", label="label " * 40) for figure in _figures(8)),
        _summary("A long sentence that goes on. " * 60, outcome=Outcome.FLAGGED),
    ),
    "no summary": replace(EVERYDAY, summary=None),
    "no figures": replace(EVERYDAY, figures=()),
    "one figure": replace(EVERYDAY, figures=stories.figures()[:1]),
    "nothing but text": Digest(Article("-", "Some words."), ()),
    "nothing": Digest(Article("-", ""), ()),
    "five hundred figures": replace(EVERYDAY, figures=_figures(500)),
    "no labels": replace(EVERYDAY, figures=tuple(replace(figure, label="") for figure in _figures(6))),
    "hostile": Digest(
        Article(HOSTILE, f"{HOSTILE}\n\n- {HOSTILE}", HOSTILE, HOSTILE, HOSTILE, HOSTILE, '"><b>', HOSTILE),
        (Figure(0, 1, HOSTILE, 1.0, label=HOSTILE, context=HOSTILE, unit=HOSTILE, noun=HOSTILE, kind=HOSTILE),),
        Summary(HOSTILE, '"><b>', HOSTILE, "x", 1, 1, 1, 1),
    ),
    "quoted": replace(EVERYDAY, summary=replace(stories.summary(), outcome=Outcome.QUOTED)),
    "emoji": replace(EVERYDAY, article=replace(stories.ARTICLE, title="🚠 84,000 people 👩‍👩‍👧 " * 14)),
    "chinese": Digest(
        Article("https://cn.example/x", "缆车一个月运送八万四千人。", "缆车一个月运送八万四千人" * 8, lang="zh"),
        (),
        _summary("缆车在第一个月运送了八万四千名乘客。" * 12, "zh"),
    ),
    "others' figures": replace(
        EVERYDAY, figures=tuple(replace(figure, section=Section.RELATED) for figure in _figures(3))
    ),
}  # fmt: skip
