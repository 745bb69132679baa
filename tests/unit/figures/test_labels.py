"""Labels: the source's own words, whole phrases, two to seven of them. Sentences are made up."""

from __future__ import annotations

import re

import pytest

from desktop_app.figures import find_in_text

LABELS = [
    ("ru", "Доходы пекарни за 2020 год составили 3,4 млн рублей.", "3,4 млн рублей", "доходы пекарни за 2020 год"),
    ("ru", "В забеге участвовали 90 школьников.", "90", "школьников участвовали в забеге"),
    ("ru", "Ярмарке грозит штраф в 700 рублей.", "700 рублей", "ярмарке грозит штраф"),
    ("ru", "Орнитолог увидел вазу из синего стекла, которую оценивают в 90 000 евро.", "90 000 евро",
     "вазу из синего стекла"),
    ("ru", "Явка садоводов составила 4 120 человек.", "4 120", "явка садоводов"),
    ("uk", "Вартість першої черги будівництва перевищила 3 млрд гривень.", "3 млрд гривень",
     "вартість першої черги будівництва"),
    ("uk", "Двоє лісорубів загинули.", "Двоє", "лісорубів загинули"),
    ("uk", "Облігації пекарні показали 40-відсоткове зростання котирувань.", "40-відсоткове", "зростання котирувань"),
    ("en", "The net worth of local bakers reached 85 million euros.", "85 million euros", "net worth of local bakers"),
    ("en", "The club gave up 12 floors at 9 Alder Lane.", "12", "floors"),
    ("en", "Last week 88,000 seats were added to the hall.", "88,000", "seats added to the hall"),
    ("en", "The volunteers have planted at least 300 tonnes of potatoes.", "300 tonnes",
     "volunteers planted potatoes"),
    ("en", "The museum has sold 40,000 tickets since it opened in May.", "40,000", "tickets since it opened in May"),
    ("en", "Dogs under 6 ride free.", "6", "dogs ride free"),
    ("en", "The flight between Harlow and the islet of Tarn takes 35 minutes.", "35 minutes",
     "flight between Harlow and the islet of Tarn"),
    ("en", "The sheds were built by the Moss brothers for $3 million.", "$3 million",
     "sheds built by the Moss brothers"),
    ("en", "The choir sang twice as many songs as the jury had allowed.", "twice",
     "as many songs as the jury had allowed"),
    ("en", "The number of evening visits, however, rose to 5,200.", "5,200", "number of evening visits"),
    ("en", "The mayor wants a new bridge. It would cost $9 million.", "$9 million", "new bridge"),
    ("en", "It was a surprise for a village with a £7m hole in the budget.", "£7m", "hole in the budget"),
    ("en", "Papers say the letter asks for $70,000 for repairs.", "$70,000", "letter asks"),
    ("uk", "Гурток має 90 учнів.", "90", "учнів має гурток"),
    ("ru", "Актёр Иван Лосев участвовал в трёх спектаклях.", "трёх", "актёр Иван Лосев участвовал в спектаклях"),
    ("ru", "Продажи выросли вдвое больше, чем ожидали в пекарне.", "вдвое", "больше, чем ожидали в пекарне"),
    ("ru", "Село решило починить старый мост. Он обойдётся в 7 млн рублей.", "7 млн рублей", "старый мост"),
    ("uk", "Кількість відвідувачів музею, навпаки, зросла до 9 тисяч.", "9 тисяч", "кількість відвідувачів музею"),
    ("uk", "Село вирішило полагодити старий міст. Він коштуватиме 7 млн гривень.", "7 млн гривень", "старий міст"),
    ("en", "Gardeners are worried about a planned 4.5 km fence around the old orchard.", "4.5 km", "fence"),
    ("en", "The bakery would mean 30% of local rye is lost.", "30%", "local rye lost"),
    ("en", "The inn opened 330 of the resort's 397 guest rooms.", "330", "resort's guest rooms"),
    ("en", "Sales of bread in old Tarn (5%) fell.", "5%", "sales of bread in old Tarn"),
    ("ru", "Продажи хлеба в старом посёлке Лесном (5%) упали.", "5%", "продажи хлеба в старом посёлке Лесном"),
    ("uk", "Продажі хліба в старому селищі Лісовому (5%) впали.", "5%", "продажі хліба в старому селищі Лісовому"),
    ("en", "The town plans to repaint 45 benches.", "45", "town plans to repaint benches"),
    ("en", "He was freed after serving just two months on an islet.", "two months", "freed after serving on an islet"),
    ("en", "The oak, about nine metres high, was planted by monks.", "nine metres", "oak"),
    ("en", "A room in Tarn costs $900 a month, 12% more than last spring.", "$900", "room in Tarn, a month"),
    ("en", "A room in Tarn costs $900 a month, 12% more than last spring.", "12%",
     "room in Tarn, more than last spring"),
    ("en", "Her collection fills the barn and is said to be worth $70,000.", "$70,000", "collection"),
    ("en", "The council wants a third barge. It would cost $25 million.", "$25 million", "third barge"),
    ("en", "She was ordered to do 90 hours unpaid work and left.", "90 hours", "unpaid work"),
    ("en", "The river has carried mud for ten years. The gang seized control of 40% of the orchard.", "40%",
     "gang seized control of orchard"),
    ("ru", "Дума решит, строить ли вторую очередь длиной 4 км.", "4 км", "вторую очередь"),
    ("ru", "Пекарь заявил о необходимости увеличить выпечку хлеба на 8%.", "8%", "увеличить выпечку хлеба"),
    ("ru", "На минимальный шаг в 0,3 п.п. не решится никто.", "0,3 п.п.", "минимальный шаг"),
    ("ru", "Мэр просил пересмотреть тарифы, повысив их почти на 60% с 1 июня.", "60%", "тарифы"),
    ("ru", "Комната в посёлке стоит 9 тысяч рублей в месяц, на 17% дороже, чем весной.", "17%",
     "комната в посёлке, дороже, чем весной"),
    ("ru", "Село снова поднимет ставку — на этот раз на 2 процентных пункта.", "2 процентных пункта",
     "село снова поднимет ставку"),
    ("uk", "Лісова громада готова передати 100 тисяч саджанців.", "100 тисяч",
     "саджанців готова передати лісова громада"),
    ("uk", "Після свят тишу запровадили у 15 зі 101 громади.", "15", "громади"),
    ("uk", "Кімната коштує в середньому 9 тисяч гривень на місяць.", "9 тисяч гривень", "кімната"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "span", "label"), LABELS)
def test_label_says_what_the_figure_is_about(lang: str, text: str, span: str, label: str) -> None:
    found = {figure.text: figure.label for figure in find_in_text(text, lang)}
    assert found[span].lower().startswith(label.lower())


def test_what_only_people_do_is_not_said_of_things() -> None:
    found = {f.text: f.label for f in find_in_text("Зафиксировано 1658 случаев болезни, 57 умерли.", "ru")}
    assert "случаев" not in found["57"]


@pytest.mark.parametrize(("lang", "text", "span", "label"), LABELS)
def test_labels_are_the_words_of_the_text(lang: str, text: str, span: str, label: str) -> None:
    words = set(re.findall(r"\w+", text.lower()))
    for figure in find_in_text(text, lang):
        mine = re.findall(r"\w+", figure.label.lower())
        assert set(mine) <= words
        assert len(mine) <= 9


def test_the_second_share_of_a_sentence_keeps_the_first_head() -> None:
    text = "Средняя доплата составит в 2016 году 854 рубля, в 2017 году — 1809 рублей."
    labels = {figure.text: figure.label for figure in find_in_text(text, "ru")}
    assert labels["1809 рублей"].startswith("средняя доплата")
    assert "2017" in labels["1809 рублей"]
