"""What the library and the queue of the gallery hold: kept digests of invented papers, in the gallery's languages."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

from desktop_app.article import Article, Digest, Summary
from desktop_app.figures import find_in_article
from desktop_app.library.library import Library

_DAY = 86_400.0
#: Title, body, site, age in days, tags.
KEPT: dict[str, tuple[tuple[str, str, str, float, tuple[str, ...]], ...]] = {
    "en": (
        (
            "Harbour dredging to cost $41 million",
            "The harbour board voted 7–2 for it.",
            "Coast Post",
            0.02,
            ("harbour",),
        ),
        ("Bakers strike over flour prices", "Flour costs 38% more than a year ago.", "Harlowe Herald", 0.06, ()),
        ("Night buses return", "Eleven lines will run until 4 a.m.", "The Harlowe Lantern", 1.1, ()),
        (
            "A winter without snow leaves 19 ski lifts idle and three hundred people out of work",
            "",
            "Peak Weekly",
            3,
            (),
        ),
        ("Library lends 2 million books", "One in five readers is under twelve.", "Harlowe Herald", 6, ("books",)),
        ("Old mill to become 64 flats", "Rents are to stay below 900 crowns.", "Aldbrook Echo", 20, ()),
        ("Census counts 71,400 inhabitants", "That is 2,100 more than ten years ago.", "Coast Post", 75, ()),
    ),
    "ru": (
        (
            "Дноуглубление порта обойдётся в 41 млн",
            "Совет порта проголосовал 7 против 2.",
            "Береговая почта",
            0.02,
            ("порт",),
        ),
        ("Пекари бастуют из-за цен на муку", "Мука подорожала за год на 38%.", "Лученский вестник", 0.06, ()),
        ("Ночные автобусы возвращаются", "Одиннадцать маршрутов будут ходить до 4 утра.", "Вечерний Лучен", 1.1, ()),
        ("Зима без снега оставила без работы 19 подъёмников и триста сотрудников курорта", "", "Горная неделя", 3, ()),
        ("Библиотека выдала 2 млн книг", "Каждому пятому читателю нет двенадцати.", "Лученский вестник", 6, ("книги",)),
        ("Старая мельница станет домом на 64 квартиры", "Аренда не превысит 900 крон.", "Эхо Ольхи", 20, ()),
        (
            "Перепись насчитала 71,4 тыс. жителей",
            "Это на 2,1 тыс. больше, чем десять лет назад.",
            "Береговая почта",
            75,
            (),
        ),
    ),
    "uk": (
        (
            "Поглиблення порту коштуватиме 41 млн",
            "Рада порту проголосувала 7 проти 2.",
            "Берегова пошта",
            0.02,
            ("порт",),
        ),
        (
            "Пекарі страйкують через ціни на борошно",
            "Борошно за рік подорожчало на 38%.",
            "Заозерський вісник",
            0.06,
            (),
        ),
        ("Нічні автобуси повертаються", "Одинадцять маршрутів ходитимуть до 4 ранку.", "Вечірній Лугомир", 1.1, ()),
        (
            "Зима без снігу залишила без роботи 19 підйомників і триста працівників курорту",
            "",
            "Гірський тиждень",
            3,
            (),
        ),
        (
            "Бібліотека видала 2 млн книжок",
            "Кожному п’ятому читачеві немає дванадцяти.",
            "Заозерський вісник",
            6,
            ("книги",),
        ),
        ("Старий млин стане будинком на 64 квартири", "Оренда не перевищить 900 крон.", "Відлуння Вільхи", 20, ()),
        (
            "Перепис нарахував 71,4 тис. мешканців",
            "Це на 2,1 тис. більше, ніж десять років тому.",
            "Берегова пошта",
            75,
            (),
        ),
    ),
    "he": (
        ("העמקת הנמל תעלה 41 מיליון שקל", "מועצת הנמל הצביעה 7 נגד 2.", "דואר החוף", 0.02, ("נמל",)),
        ("האופים שובתים בגלל מחירי הקמח", "הקמח התייקר ב-38% בשנה.", "עיתון ההר", 0.06, ()),
        ("אוטובוסי הלילה חוזרים", "אחד עשר קווים יפעלו עד ארבע בבוקר.", "עיתון ההר", 1.1, ()),
        ("הספרייה השאילה 2 מיליון ספרים", "כל קורא חמישי הוא ילד.", "דואר החוף", 20, ("ספרים",)),
    ),
}
#: Something to search for in each language, in another form than it stands there.
SEARCHES = {"en": "prices", "ru": "книга", "uk": "книжка", "he": "ספרים"}


def fill(folder: Path, lang: str, model: str) -> None:
    """Put the digests of ``lang`` into the library in ``folder``; the third is pinned."""
    now = time.time()
    for number, (title, body, site, age, tags) in enumerate(KEPT[lang]):
        with Library(folder / "library.sqlite", clock=lambda age=age: now - age * _DAY) as library:
            address = f"https://{lang}.example/{number}"
            article = Article(source=address, url=address, title=title, site=site, body=f"{title}. {body}", lang=lang)
            summary = Summary(body, lang, model, "llama.cpp", 0, 0, 0, article.words) if body else None
            digest = Digest(article, find_in_article(article), summary)
            saved = library.save(replace(digest), tags=tags)
            if number == 2:
                library.pin([saved.id])
