"""What counts as a quantity, with which value, bound and unit. Every sentence is made up."""

from __future__ import annotations

import pytest

from desktop_app.article import Figure
from desktop_app.figures import find_in_text


def only(text: str, lang: str) -> Figure:
    found = find_in_text(text, lang)
    assert len(found) == 1, [figure.text for figure in found]
    return found[0]


VALUES = [
    ("ru", "Завод получил 1 234 567 рублей.", "1 234 567 рублей", 1_234_567, "RUB"),
    ("ru", "Завод получил 1\u00a0234\u00a0567 рублей.", "1\u00a0234\u00a0567 рублей", 1_234_567, "RUB"),
    ("ru", "Ремонт моста обошёлся в 7.08 млн гривен.", "7.08 млн гривен", 7_080_000, "UAH"),
    ("ru", "В посёлке отремонтировали двести пятьдесят квартир.", "двести пятьдесят", 250, None),
    ("ru", "Рабочие сняли 20-пунктный список претензий.", "20-пунктный", 20, None),
    ("ru", "Урожай вырос в полтора раза.", "полтора раза", 1.5, "times"),
    ("ru", "Завод потратил полтора миллиона евро.", "полтора миллиона евро", 1_500_000, "EUR"),
    ("ru", "Штраф составил 20 долларов 43 цента.", "20 долларов 43 цента", 20.43, "USD"),
    ("ru", "Площадь парка — 12 кв. км.", "12 кв. км", 12, "km2"),
    ("ru", "Станция выдала 300 МВт·ч.", "300 МВт·ч", 300, "MWh"),
    ("uk", "Громада отримала 12,4 млрд грн.", "12,4 млрд грн", 12_400_000_000, "UAH"),
    ("uk", "Ціни зросли на 3,5 відсотка.", "3,5 відсотка", 3.5, "percent"),
    ("uk", "На курс записалося п'ятдесят два учні.", "п'ятдесят два", 52, None),
    ("uk", "Громада пишається сімома новими мостами.", "сімома", 7, None),
    ("uk", "Громада пишається вісьмома новими мостами.", "вісьмома", 8, None),
    ("uk", "Ставку підняли на 2 відсоткові пункти.", "2 відсоткові пункти", 2, "pp"),
    ("uk", "Зарплата зросла вдвічі.", "вдвічі", 2, "times"),
    ("en", "The firm paid $1.2bn for the mine.", "$1.2bn", 1_200_000_000, "USD"),
    ("en", "Rents rose 0.3 percentage points.", "0.3 percentage points", 0.3, "pp"),
    ("en", "The town planted two hundred and fifty trees.", "two hundred and fifty", 250, None),
    ("en", "The council signed a ten-point plan.", "ten-point", 10, None),
    ("en", "The farm covers 40 acres.", "40 acres", 40, "acre"),
    ("en", "Traders sold 35 crore rupees of gold.", "35 crore rupees", 350_000_000, "INR"),
    ("de", "Der Umsatz erreichte 45 Mio. Euro.", "45 Mio. Euro", 45_000_000, "EUR"),
    ("de", "Im Saal saßen zweihundertzwölf Gäste.", "zweihundertzwölf", 212, None),
    ("fr", "Le chantier a coûté 1,5 milliard d’euros.", "1,5 milliard d’euros", 1_500_000_000, "EUR"),
    ("fr", "La salle compte quatre-vingt-dix-sept chaises.", "quatre-vingt-dix-sept", 97, None),
    ("es", "La obra costó treinta y tres euros.", "treinta y tres euros", 33, "EUR"),
    ("it", "Il ponte è costato 3,2 milioni di euro.", "3,2 milioni di euro", 3_200_000, "EUR"),
    ("pl", "Remont kosztował 12,5 mln zł.", "12,5 mln zł", 12_500_000, "PLN"),
    ("pt", "A ponte custou 3,2 milhões de reais.", "3,2 milhões de reais", 3_200_000, "BRL"),
    ("tr", "Fabrika iki bin beş yüz kişi çalıştırıyor.", "iki bin beş yüz", 2500, None),
    ("cs", "Most stál 12,5 milionu korun.", "12,5 milionu korun", 12_500_000, "CZK"),
    ("sv", "Bron kostade 12,5 miljoner kronor.", "12,5 miljoner kronor", 12_500_000, "SEK"),
]


@pytest.mark.parametrize(("lang", "text", "span", "value", "unit"), VALUES)
def test_value_and_unit(lang: str, text: str, span: str, value: float, unit: str | None) -> None:
    figure = only(text, lang)
    assert figure.text.rstrip(".") == span.rstrip(".")
    assert figure.value == pytest.approx(value)
    assert unit is None or figure.unit == unit


SHARED = [
    ("en", "Sales rose from 4 to 6 million barrels.", [4_000_000, 6_000_000]),
    ("en", "Sales fell from 7 to 5 million barrels.", [7_000_000, 5_000_000]),
    ("en", "Sales rose from 800 to 1 million barrels.", [800, 1_000_000]),
    ("en", "Sales rose from 300 to 450 barrels.", [300, 450]),
    ("ru", "Продажи выросли с 4 до 6 миллионов крон.", [4_000_000, 6_000_000]),
    ("uk", "Видатки зросли з 4 до 6 млн крон.", [4_000_000, 6_000_000]),
    ("de", "Der Absatz stieg von 4 auf 6 Millionen Fass.", [4_000_000, 6_000_000]),
    ("en", "Fees rose from 4 to 6 million dollars.", [4_000_000, 6_000_000]),
    ("en", "Fees rose from 800 to 1 million dollars.", [800, 1_000_000]),
    ("en", "Fees rose from 2 to 50 million dollars.", [2_000_000, 50_000_000]),
    ("en", "Fees fell from 30 to 1 million dollars.", [30_000_000, 1_000_000]),
    ("en", "Fees rose from 0.2 to 5 million barrels.", [200_000, 5_000_000]),
]


@pytest.mark.parametrize(("lang", "text", "values"), SHARED)
def test_a_movement_shares_a_scale_that_fits_both_ends(lang: str, text: str, values: list[float]) -> None:
    figures = sorted(find_in_text(text, lang), key=lambda figure: figure.start)
    assert [figure.value for figure in figures] == pytest.approx(values)


OBJECTS = [
    ("The chain will take over 11 of the shops.", "="),
    ("The museum handed over 20 paintings.", "="),
    ("The clerk turned over 15 documents to the court.", "="),
    ("The firm turned over 5 million dollars.", "="),
    ("The work took over 11 years.", ">="),
    ("The fire took over 200 men to put out.", ">="),
    ("The mayor signed over 20 laws.", "="),
    ("The train carries over 11 passengers.", ">="),
    ("Over 11 people died.", ">="),
]


@pytest.mark.parametrize(("text", "bound"), OBJECTS)
def test_a_word_that_belongs_to_the_verb_is_no_bound(text: str, bound: str) -> None:
    assert only(text, "en").bound == bound


BOUNDS = [
    ("ru", "Собрали более 20 тонн яблок.", ">=", 20, None),
    ("ru", "Число мест не должно превышать 1550 единиц.", "<=", 1550, None),
    ("ru", "Построили около 40 домов.", "~", 40, None),
    ("ru", "Выдали от 3 до 5 тысяч рублей.", "=", 3000, 5000),
    ("ru", "Ставка выросла до 7 %.", "=", 7, None),
    ("uk", "Понад 30 тонн зерна згоріло.", ">=", 30, None),
    ("uk", "Зберігання коштує 15-20% ціни.", "=", 15, 20),
    ("en", "The vault holds up to 90 coins.", "<=", 90, None),
    ("en", "The bank priced in between one and two hikes.", "=", 1, 2),
    ("en", "At least 14 buses burned.", ">=", 14, None),
    ("en", "Costs fell to 6 percent.", "=", 6, None),
    ("de", "Rund 40 Häuser wurden gebaut.", "~", 40, None),
]


@pytest.mark.parametrize(("lang", "text", "bound", "value", "high"), BOUNDS)
def test_bounds_and_ranges(lang: str, text: str, bound: str, value: float, high: float | None) -> None:
    figure = only(text, lang)
    assert (figure.bound, figure.value, figure.high) == (bound, value, high)


JUNK = [
    ("ru", "Договор подписали 24 февраля 2021 года."),
    ("ru", "Встреча прошла 12 и 13 января."),
    ("ru", "Совет соберётся в 10:30 на улице Садовой, 35."),
    ("ru", "Дело возбудили по статье 105, части 2."),
    ("ru", "Истребитель Т-72 и вирус COVID-19 тут ни при чём."),
    ("ru", "31-летний Пётр Кораблёв живёт в деревне."),
    ("ru", "Он уехал три дня назад."),
    ("ru", "Это был один из лучших матчей."),
    ("ru", "Команда заняла 3-е место."),
    ("ru", "Звоните: +7 (495) 123-45-67."),
    ("uk", "Угоду уклали у 2013 році."),
    ("uk", "Офіс на вул. Шкільній, 11 зачинений."),
    ("uk", "Вона поїхала п'ять днів тому."),
    ("en", "The F-16 landed on May 7, 2021 at 10:45."),
    ("en", "Article 105 was read in court."),
    ("en", "Maria Stone, 34, moved away three years ago."),
    ("en", "The office is at 300 Alder Street."),
    ("en", "World War 3 is a film."),
    ("en", "This is one of the best songs of the 1990s."),
    ("en", "Write to ann4@example.org or see https://example.org/a/123."),
    ("en", "It took them years and many tries."),
    ("de", "Der Vertrag wurde am 3. März 2020 unterzeichnet."),
    ("fr", "Le contrat date du 3 mars 2020."),
]


@pytest.mark.parametrize(("lang", "text"), JUNK)
def test_not_figures(lang: str, text: str) -> None:
    assert [figure.text for figure in find_in_text(text + " Дальше.\nЕщё строка текста.", lang)] == []


def test_the_noun_is_borrowed_from_the_neighbour() -> None:
    text = "Свет вернули 101 тыс. семей, в темноте остаются ещё 62 тыс."
    nouns = {figure.text: figure.noun for figure in find_in_text(text, "ru")}
    assert nouns == {"101 тыс.": "семья", "62 тыс.": "семья"}


def test_number_of_people_names_them() -> None:
    text = "Число раненых при обвале увеличилось до четырех, еще двоих ищут."
    figures = {figure.text: figure for figure in find_in_text(text, "ru")}
    assert figures["четырех"].noun in ("раненый", "раненые")
    assert figures["четырех"].change is not None
    assert (figures["четырех"].change.direction, figures["четырех"].change.role) == ("up", "to")


def test_a_movement_has_two_values() -> None:
    figures = {f.value: f for f in find_in_text("Оборот вырос с 5 до 7 млн рублей.", "ru")}
    assert set(figures) == {5_000_000, 7_000_000}
    roles = {f.value: f.change.role for f in figures.values() if f.change}
    assert roles == {5_000_000: "from", 7_000_000: "to"}


@pytest.mark.parametrize(
    ("lang", "text", "value", "unit"),
    [
        ("de", "Der Bäcker kaufte einen halben Liter Milch.", 0.5, "l"),
        ("es", "La receta lleva medio litro de leche.", 0.5, "l"),
        ("it", "Il comune spende 10 000 euro per gli alberi.", 10_000, "EUR"),
        ("ru", "Билет стоит 14,6 лея.", 14.6, "MDL"),
        ("uk", "Ставку підвищили на 25 базисних пунктів.", 25, "bp"),
    ],
)
def test_units_of_other_languages(lang: str, text: str, value: float, unit: str) -> None:
    figure = only(text, lang)
    assert (figure.value, figure.unit) == (value, unit)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Die Messe läuft am 11. und 12. Juni."),
        ("de", "Der 21 Jahre alte Bäcker lachte."),
        ("pl", "Od lat 80. ubiegłego wieku nic się nie zmieniło."),
        ("fr", "Ce double verrou ferme mal."),
        ("en", "The memorial was twice daubed with paint, some 24 hours or so later."),
        ("en", "The town is in a level 3 out of 5 risk area."),
        ("en", "A strong tornado or two exists nearby."),
        ("ru", "Под стражу взяли президента и его семью."),
        ("uk", "Канал «1+1» показав фільм."),
    ],
)
def test_what_only_looks_like_a_quantity(lang: str, text: str) -> None:
    assert find_in_text(text, lang) == ()


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        ("en", "Children under 7 travel free.", 7),
        ("uk", "Діти до 7 років їздять безкоштовно.", 7),
        ("de", "Kinder unter 7 Jahren fahren kostenlos.", 7),
        ("fr", "Les enfants de moins de 7 ans voyagent gratuitement.", 7),
        ("es", "Los niños menores de 7 años viajan gratis.", 7),
        ("pl", "Dzieci do 7 lat jeżdżą za darmo.", 7),
    ],
)
def test_an_age_that_is_a_rule_is_of_its_own_kind(lang: str, text: str, value: float) -> None:
    figure = only(text, lang)
    assert (figure.kind, figure.value, figure.unit) == ("age", value, "year")


@pytest.mark.parametrize(
    ("text", "direction", "role"),
    [
        ("The pound was down 0.2% against the crown.", "down", "by"),
        ("Prices rose from about 2.2 million crowns in 2023 to 3.6 million in May.", "up", "to"),
        ("The club lost 25 members.", "down", "by"),
    ],
)
def test_direction_and_role_of_a_change(text: str, direction: str, role: str) -> None:
    figure = max(find_in_text(text, "en"), key=lambda f: f.start)
    assert figure.change is not None
    assert (figure.change.direction, figure.change.role) == (direction, role)


def test_an_idiom_of_change_far_away_is_no_movement() -> None:
    assert only("It is a drop in the ocean for a town with a £7m hole.", "en").change is None


def test_composite_units_are_one_value() -> None:
    figure = only("The beam is 7 feet 10 inches long.", "en")
    assert (figure.text, figure.value, figure.unit) == ("7 feet 10 inches", 94, "inch")


def test_price_keeps_what_it_is_for() -> None:
    assert only("Вугілля коштує 1500 грн / т.", "uk").text == "1500 грн / т"


def test_a_text_that_is_a_quantity() -> None:
    assert only("33", "ru").value == 33
    assert only("a kilogram", "en").unit == "kg"


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("he", "הרכבל הסיע 84 אלף נוסעים, הקו ייעלה 46 מיליון שקלים.", [(84_000, None), (46_000_000, "ILS")]),
        ("he", "ב-2 בניינים חדשים נמכרו 12 דירות.", [(2, None), (12, None)]),
        ("ar", "ارتفع عدد الركاب إلى 84 ألف راكب بكلفة 46 مليون دولار.", [(84_000, None), (46_000_000, "USD")]),
        ("cs", "Stavba stála 46 milionů korun a 3 miliony dolarů.", [(46_000_000, "CZK"), (3_000_000, "USD")]),
    ],
)
def test_languages_without_lists_read_scales_and_money_from_cldr(
    lang: str, text: str, found: list[tuple[float, str | None]]
) -> None:
    figures = sorted(find_in_text(text, lang), key=lambda figure: figure.start)
    assert [(figure.value, figure.unit) for figure in figures] == found
