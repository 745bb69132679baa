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
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "span", "label"), LABELS)
def test_label_says_what_the_figure_is_about(lang: str, text: str, span: str, label: str) -> None:
    found = {figure.text: figure.label for figure in find_in_text(text, lang)}
    assert found[span].lower().startswith(label.lower())


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
