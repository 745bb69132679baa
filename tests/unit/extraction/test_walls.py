"""Telling walls, error pages and stubs from articles, without false alarms."""

from __future__ import annotations

import pytest

from desktop_app.article import Article, NoticeCode
from desktop_app.extraction import extract
from desktop_app.extraction.walls import measure_words
from desktop_app.sources import Page, PageFormat
from tests.unit.extraction.pages import PARAGRAPHS, news_page


def read(html: str) -> Article:
    return extract(Page(name="-", text=html, format=PageFormat.HTML))


def codes(html: str) -> list[NoticeCode]:
    return [notice.code for notice in read(html).notices]


def page(title: str, *paragraphs: str) -> str:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f"<!doctype html><title>{title}</title><body><h1>{title}</h1><div>{text}</div></body>"


CONSENT = {
    "en": (
        "Before you continue",
        "We and our 314 partners store and/or access information on a device and process personal data.",
        "You can accept all cookies, reject all, or manage your preferences. Some rely on legitimate interest.",
        "Your choices apply to this site only. You may withdraw your consent at any time in our privacy policy.",
    ),
    "de": (
        "Willkommen",
        "Wir und unsere Partner verarbeiten Daten auf Ihrem Gerät, zum Beispiel Cookies, mit Ihrer Einwilligung.",
        "Sie können alle Cookies akzeptieren und weiter lesen oder die Cookie-Einstellungen ändern.",
        "Manche Partner stützen sich auf ihr berechtigtes Interesse. Mehr in der Datenschutzerklärung.",
    ),
    "fr": (
        "Votre vie privée",
        "Nous et nos partenaires utilisons des cookies pour stocker des données sur votre appareil.",
        "Vous pouvez tout accepter, tout refuser ou continuer sans accepter.",
        "Vous pouvez retirer votre consentement à tout moment dans les paramètres des cookies.",
    ),
    "ru": (
        "Уведомление",
        "Мы используем файлы cookie и просим согласия на обработку персональных данных.",
        "Вы можете принять все файлы cookie или изменить настройки. Подробнее в политике конфиденциальности.",
    ),
    "uk": (
        "Повідомлення",
        "Ми використовуємо файли cookie і просимо згоди на обробку персональних даних.",
        "Ви можете прийняти всі файли cookie або змінити налаштування. Докладніше в політиці конфіденційності.",
    ),
}


@pytest.mark.parametrize("lang", CONSENT)
def test_consent_walls(lang: str) -> None:
    title, *paragraphs = CONSENT[lang]
    assert codes(page(title, *paragraphs)) == [NoticeCode.CONSENT_WALL]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("Please log in to continue.", "Forgot your password? Don't have an account? Create a free account."),
        ("Войдите, чтобы продолжить.", "Введите пароль. Забыли пароль? Зарегистрируйтесь, если нет аккаунта."),
        ("Увійдіть, щоб продовжити.", "Введіть пароль. Забули пароль? Зареєструйтеся, якщо немає акаунту."),
        ("Bitte melden Sie sich an.", "Passwort vergessen? Noch kein Konto? Jetzt registrieren."),
    ],
)
def test_login_walls(paragraphs: tuple[str, ...]) -> None:
    assert codes(page("Example", *paragraphs)) == [NoticeCode.LOGIN_WALL]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("Subscribe to continue reading. Already a subscriber? Cancel anytime.",),
        ("Nur für Abonnenten. Jetzt weiterlesen mit dem Probeabo, jederzeit kündbar.",),
        ("Cet article est réservé aux abonnés. Il vous reste 80 % à lire. Déjà abonné ?",),
        ("Материал доступен только по подписке. Оформите подписку, чтобы дочитать.",),
        ("Доступно лише для передплатників. Оформіть передплату, щоб дочитати.",),
        ("この記事は会員限定です。有料会員に登録すると続きをお読みいただけます。",),
    ],
)
def test_paywall_stubs(paragraphs: tuple[str, ...]) -> None:
    start = PARAGRAPHS[0] + " It will open every day but Sunday and…"
    assert codes(page("Harrow opens its first library", start, *paragraphs)) == [NoticeCode.PAYWALL]


def test_a_page_that_says_its_text_is_not_free() -> None:
    said = '{"@type": "NewsArticle", "headline": "x", "isAccessibleForFree": "False"}'
    data = f'<script type="application/ld+json">{said}</script>'
    assert codes(page("Harrow opens its first library", PARAGRAPHS[0] + " And then...") + data) == [NoticeCode.PAYWALL]
    assert codes(news_page(head=data)) == []


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("404 Not Found", "The page you are looking for does not exist."),
        ("Page not found | Harrow Post", "Try the search or go back to the front page."),
        ("Just a moment...", "Checking your browser before accessing harrowpost.example."),
        ("Access Denied", "You don't have permission to access this page on this server. Reference 18.2a."),
        ("Страница не найдена", "Возможно, она была удалена или перемещена."),
        ("Сторінку не знайдено", "Можливо, її видалили або перемістили."),
        ("Seite nicht gefunden – Harrower Bote", "Die gesuchte Seite gibt es nicht mehr."),
        ("Page introuvable", "La page demandée n'existe pas ou plus."),
        ("ページが見つかりません", "お探しのページは存在しません。"),
    ],
)
def test_error_pages_that_say_200(title: str, text: str) -> None:
    assert codes(page(title, text)) == [NoticeCode.ERROR_PAGE]


def test_too_short() -> None:
    article = read(page("Notice", "The library is closed on Friday because the boiler is being replaced."))
    assert [(notice.code, notice.params) for notice in article.notices] == [(NoticeCode.TOO_SHORT, (("words", 12),))]
    assert article.body
    assert not article.readable


def test_no_body() -> None:
    assert codes("<html><body><img src=a.png></body></html>") == [NoticeCode.NO_BODY]


@pytest.mark.parametrize(
    "text",
    [
        "市议会周一批准了明年的预算。" * 6,
        "市議会は月曜日、来年度の予算案を可決した。" * 5,
        "สภาเมืองอนุมัติงบประมาณสำหรับปีหน้าเมื่อวันจันทร์ที่ผ่านมา" * 4,
    ],
)
def test_languages_without_spaces_are_not_too_short(text: str) -> None:
    assert measure_words(text) >= 40
    assert codes(page("x", text)) == []


def test_measure_words() -> None:
    assert measure_words("one two three") == 3
    assert measure_words("") == 0
    assert 5 <= measure_words("今天在城市里举办了展览会") <= 9


@pytest.mark.parametrize(
    "sentence",
    [
        "The site asks visitors to accept all cookies before they can log in to their account.",
        "Readers get a 404 error, and the company says the page was not found because of a fault.",
        "Subscribe to continue reading, the paper tells its visitors; 3 free articles a month are left.",
        "Access denied was all that the students saw on their screens on Monday.",
    ],
)
def test_articles_about_such_things_are_articles(sentence: str) -> None:
    assert codes(news_page(paragraphs=(*PARAGRAPHS[:3], sentence, *PARAGRAPHS[3:]))) == []


def test_an_article_about_cookies() -> None:
    paragraphs = (
        "Regulators fined three advertising firms on Tuesday for the way their consent windows are built.",
        "The windows showed a large green button to accept all cookies, while the button to reject all was grey.",
        "A study of 10,000 sites found that nine in ten visitors never read the cookie policy they agree to.",
        "The fines, 12 million euros in all, are the highest of their kind, and two of the firms will appeal.",
        "“People should not need a law degree to read the news,” the head of the agency told reporters in Dublin.",
        "New rules will let browsers answer for their users from 2027, which publishers say will cost them a fifth of "
        "their income from advertising, while groups for consumers call it long overdue.",
    )
    assert codes(news_page(paragraphs=paragraphs)) == []


def test_plain_text_is_measured_too() -> None:
    article = extract(Page(name="-", text="Only a few words.", format=PageFormat.TEXT))
    assert [notice.code for notice in article.notices] == [NoticeCode.TOO_SHORT]
