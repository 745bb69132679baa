"""What is read in the gallery: the shipped samples, and short articles written for single states."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from desktop_app.article import Article, Digest, Headline, Notice, NoticeCode, Outcome, Summary
from desktop_app.choices import Style
from desktop_app.figures import find_in_article
from desktop_app.fluency import as_list, plain_points
from desktop_app.grounding import check
from desktop_app.resources import resource
from desktop_app.sentences import sentences

#: What the default model wrote of the samples (the Hebrew one by hand: no sample is shipped in it).
SUMMARIES: Final = {
    "en": "Harlowe Bay ferry carries 1.04 million passengers in its first summer, with a 18-minute crossing and single "
    "ticket cost of $3.20.",
    "ru": "Верхнелучье получило новую канатную дорогу, которая перевезла 1,04 млн пассажиров за первое лето. Это почти "
    "вдвое больше, чем ожидали в мэрии.",
    "uk": "В Лугомирі відкрито новий швидкісний трамвай до Заозерська, який перевіз мільйон пасажирів за перше літо. "
    "Потік автомобілів на прибережній дорозі влітку скоротився на 23%, а кількість ночівель туристів у Заозерську "
    "зросла до 212 тисяч зі 140 тисяч торік.",
    "he": "הרכבל החדש בכפר תלמון הסיע 84 אלף נוסעים בחודש הראשון. מחיר כרטיס הוא 12 שקלים.",
}
#: A slip for the state that shows one: what is written, and what instead.
_WRONG: Final = {
    "en": ("1.04 million", "1.24 million"),
    "ru": ("1,04 млн", "1,24 млн"),
    "uk": ("212 тисяч", "312 тисяч"),
}
_RELATED: Final = {
    "en": ("Storm leaves 7,100 homes on Senn without power", "Bakers’ fair in Harlowe draws 5,000 visitors"),
    "ru": ("Без света после грозы остались 7,1 тыс. домов", "На ярмарку пекарей пришли 5 тысяч гостей"),
    "uk": ("Без світла після грози лишилися 7,1 тис. будинків", "На ярмарок пекарів прийшли 5 тисяч гостей"),
    "he": (),
}
_PAPERS: Final = {
    "en": ("The Harlowe Lantern", "Mara Lindqvist"),
    "ru": ("Лученский вестник", "Марта Ольшанская"),
    "uk": ("Заозерський вісник", "Марта Вільшанська"),
    "he": ("עיתון ההר", "נועה שדה"),
}
_HEBREW: Final = (
    "הרכבל החדש הסיע 84 אלף נוסעים בחודש אחד\n\n"
    "הרכבל החדש בין כפר תלמון לפסגת ההר הסיע 84 אלף נוסעים בחודש הראשון לפעילותו, אמר המנהל ביום שני.\n\n"
    "מחיר כרטיס הוא 12 שקלים, וילדים נוסעים חינם. הנסיעה נמשכת 18 דקות. מספר המכוניות בכביש ההר ירד ב-23%.\n\n"
    'הקו השני ייפתח באביב ויעלה 46 מיליון שקלים. אורכו יהיה 7 ק"מ.'
)
#: A page that gives one count twice, differently, and whose headlines alone have other figures.
_DISPUTED: Final = {
    "en": "Marsh festival draws a crowd\n\nThe marsh festival drew 41,200 visitors over the weekend, its director "
    "said. The town hall counted 38,700 visitors at the gates.",
    "ru": "Болотный фестиваль собрал толпу\n\nБолотный фестиваль за выходные собрал 41 200 посетителей, сообщил его "
    "директор. Мэрия насчитала на фестивале 38 700 посетителей.",
    "uk": "Болотний фестиваль зібрав натовп\n\nБолотний фестиваль за вихідні зібрав 41 200 відвідувачів, повідомив "
    "його директор. Мерія нарахувала на фестивалі 38 700 відвідувачів.",
}
_BARE: Final = {
    "en": "Quiet morning in Harlowe\n\nThe ferry left on time and nobody had anything to add.",
    "ru": "Тихое утро в Верхнелучье\n\nКанатная дорога открылась вовремя, и добавить к этому никому было нечего.",
    "uk": "Тихий ранок у Лугомирі\n\nТрамвай вирушив вчасно, і додати до цього ніхто нічого не мав.",
}


def article_of(lang: str, text: str, name: str = "first-summer") -> Article:
    """``text``, its title first, as a page of a paper in ``lang`` would give it."""
    title, body = text.strip().split("\n\n", 1)
    site, byline = _PAPERS[lang]
    address = f"https://news.example/{lang}/{name}"
    return Article(
        source=address,
        url=address,
        title=title.removeprefix("# "),
        body=body,
        byline=byline,
        site=site,
        published="2026-09-04",
        lang=lang,
        related=tuple(Headline(text) for text in _RELATED[lang]),
    )


def sample(lang: str) -> Article:
    """The sample article in ``lang``."""
    text = _HEBREW if lang == "he" else resource("samples", f"{lang}.md").read_text(encoding="utf-8")
    return article_of(lang, text)


def disputed(lang: str) -> Article:
    """An article that contradicts itself about a number."""
    return article_of(lang, _DISPUTED[lang], "festival")


def bare(lang: str) -> Article:
    """An article without figures, on a page whose other headlines have some."""
    return article_of(lang, _BARE[lang], "morning")


def summary_of(article: Article, model: str, text: str = "") -> Summary:
    """A finished, checked summary of ``article``: ``text``, or what the model wrote of the sample."""
    lang = article.lang
    text = text or SUMMARIES[lang]
    made = Summary(text, lang, model, "llama.cpp", 0, 0, 0, article.words)
    return replace(made, grounding=check(text, article, summary_lang=lang))


def slipped(article: Article, model: str) -> Summary:
    """A summary with a number that the article does not have."""
    return replace(
        summary_of(article, model, SUMMARIES[article.lang].replace(*_WRONG[article.lang])),
        outcome=Outcome.FLAGGED,
        notices=(Notice(NoticeCode.UNSUPPORTED, (("count", 1),)),),
    )


def quoted(article: Article, model: str) -> Summary:
    """Sentences of the article in place of a summary."""
    made = summary_of(article, model, article.body.split("\n\n")[0])
    return replace(made, outcome=Outcome.QUOTED, notices=(Notice(NoticeCode.QUOTED),))


def partly_read(article: Article, model: str) -> Summary:
    """A summary of the first half."""
    half = article.words // 2
    notice = Notice(NoticeCode.PARTLY_READ, (("read_words", half), ("words", article.words)))
    return replace(summary_of(article, model), read_words=half, notices=(notice,))


def points(article: Article, model: str) -> Summary:
    """Three sentences of the article as bullet points."""
    listed = as_list([article.body[span.start : span.end] for span in sentences(article.body, article.lang)[:3]])
    report = check(plain_points(listed), article, summary_lang=article.lang)
    return replace(summary_of(article, model, listed), style=Style.BULLETS, grounding=report)


def headline(article: Article, model: str) -> Summary:
    """The title as a headline of ours."""
    return replace(summary_of(article, model, article.title or ""), style=Style.HEADLINE, grounding=None)


def digest_of(lang: str, model: str = "") -> Digest:
    """The sample in ``lang`` with figures and summary."""
    article = sample(lang)
    return Digest(article, find_in_article(article), summary_of(article, model))
