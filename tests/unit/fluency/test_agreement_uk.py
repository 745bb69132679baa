"""Ukrainian slips that no reading allows are told; what may be right passes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop_app.article import Article
from desktop_app.fluency import ProblemKind, review
from desktop_app.fluency.agreement_uk import ukrainian_agreement_problems
from desktop_app.fluency.ukrainian import adjective, declension, noun
from desktop_app.sentences import sentences


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # government
        ("Ціни на хліб зросли від початок місяця.", ["від початок"]),
        ("Автобус прибув до Україна пізно ввечері.", ["до Україна"]),
        ("Завод працює без дозвіл міської ради.", ["без дозвіл"]),
        ("Лікарі говорили про вакциною для дітей.", ["про вакциною"]),
        ("Перед вистава глядачам роздали програмки.", ["Перед вистава"]),
        ("Компанія відповіла на запити від лікарнях.", ["від лікарнях"]),
        ("Рада виступила із заявою для закони.", ["для закони"]),
        ("До цей виробник не мав скарг.", ["До цей"]),
        ("Суд погодився з вона лише частково.", ["з вона"]),
        ("Місто витрачає на захист від зливають воду.", ["від зливають"]),
        # an adjective after a preposition
        ("Гроші пішли на ремонт міської лікарня.", ["міської лікарня"]),
        ("Учені розповіли про нову вакцина.", ["про нову вакцина"]),
        ("Справу слухали у судовий засіданні.", ["у судовий засіданні"]),
        # objects
        ("Суд вирішив доля старого мосту.", ["вирішив доля"]),
        ("Отримавши посада, він переїхав до Липок.", ["Отримавши посада"]),
        ("У місті затверджено програма озеленення.", ["затверджено програма"]),
        ("Міністр очолив нова установа.", ["очолив нова установа"]),
        # concord
        ("На площі з'явився новий скульптура.", ["новий скульптура"]),
        ("У селі відкрили нову ринок.", ["нову ринок"]),
        ("Його слухали європейський фірм представники.", ["європейський фірм"]),
        # numerals
        ("У лікарні сталося 33 смерть.", ["33 смерть"]),
        ("На посаду претендують два кандидат.", ["два кандидат"]),
        ("Президент здійснив кілька візиті.", ["кілька візиті"]),
        ("Ярмарок почнеться 19 червень.", ["19 червень"]),
        ("Допомогу отримали 12 тисяч людина.", ["тисяч людина"]),
    ],
)
def test_slips_are_told(text: str, found: list[str]) -> None:
    assert [problem.text for problem in ukrainian_agreement_problems(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        # government
        "Ціни на хліб зросли від початку місяця.",
        "Після рішення суду до життя міста повернувся спокій.",  # the genitive is like the nominative
        "Через рік у село провели газ, а на ринок привезли хліб.",
        "Біля метро стоїть авто без номера.",
        "Що це за людина і що то за чоловік?",
        "На мітинг прийшла понад сотня людей.",
        "Слово походить від лат. terra.",
        "Програма для «Правда» виходить щосереди.",
        "Його обрали в депутати, а її — у сенатори.",
        "Після вина гості пили воду.",  # of вино
        "Усі діти без віз поїхали до Олександра Гайового.",
        "Вони жили у гірших за київські умовах.",
        "У тисяча дев'ятсот п'ятому році тут збудували школу.",
        # an adjective after a preposition
        "У подальшому ухвала була скасована.",
        "Для хворого вакцина безкоштовна.",
        "Він говорив і про міського, і про обласного голів.",
        "Рішення про надані міністром пільги ухвалили.",
        # objects
        "Доля мосту вирішилася, бо суд вирішив долю двох доріг.",
        "На свято прийшли сестра та брат.",
        "Голосувало половина депутатів, прийшла більшість.",
        "Це сказав суддя, а потім додав голова.",
        "Він був людина слова.",
        "Вдало оформлена афіша притягувала погляд.",
        "Коли людина хвора, їй потрібен спокій.",
        # concord
        "Новий голова і верховний суддя зустрілися.",
        "У місті працює нова журналістка.",
        "Українська та російська мови належать до однієї групи.",
        "Важливою умова стала лише торік.",
        "Старий батько і кримські татари святкували.",
        "Саме людина зробила це, більше людей не було.",
        # numerals
        "У 2020 рік країна увійшла з боргами, а 5 канал замовк.",
        "Прийшли п'ять чоловік і 21 людина.",
        "Кілька раз дзвонили дві стовпові вежі.",
        "Два нових літаки та дві нові школи, 2,5 тонни зерна.",
        "О п'ятій ранку 3 червня 5 доларів поклали на стіл.",
    ],
)
def test_what_may_be_right_passes(text: str) -> None:
    assert ukrainian_agreement_problems(text) == []


def test_a_slip_is_a_problem_of_the_summary_unless_the_article_has_it() -> None:
    body = "Суд у Липках вирішив долю старого мосту. Мости будують від початок."
    article = Article(source="-", lang="uk", title="Суд про міст", body=body)
    slip = list(review("Суд у Липках вирішив доля старого мосту.", article, "uk"))
    assert [(p.kind, p.text) for p in slip] == [(ProblemKind.AGREEMENT, "вирішив доля")]
    assert review("Мости у Липках будують від початок.", article, "uk") == ()


@pytest.mark.parametrize(
    ("form", "readings"),
    [
        ("посада", {"nf", "vf"}),
        ("посаду", {"af"}),
        ("законами", {"ip"}),
        ("початок", {"nm", "am"}),
        ("вина", {"gn", "np", "ap", "vp"}),
        ("співробітниця", set()),  # which the table calls a form of співробітник
        ("ставок", set()),  # of ставка, or a pond
    ],
)
def test_readings_are_too_wide_rather_than_too_narrow(form: str, readings: set[str]) -> None:
    assert noun(form) == readings


def test_declensions_are_told_by_the_table() -> None:
    words = ["посада", "життя", "область", "день", "місто", "вибори", "новий", "останній", "після"]
    kinds = ["feminine", "long neuter", "third", "masculine", "neuter", "plural", "adjective", "adjective", None]
    assert [declension(word) for word in words] == kinds
    assert adjective("нової") == {"gf"}


@pytest.mark.shared
def test_agreement_is_seldom_doubted_in_human_ukrainian(shared: Path) -> None:
    rows = [json.loads(line) for line in (shared / "data/summaries/dev.jsonl").read_text("utf-8").splitlines()]
    rows = [row for row in rows if row["lang"] == "uk"]
    texts = [row["text"][s.start : s.end] for row in rows for s in sentences(row["text"], "uk")]
    assert len(texts) > 1000
    assert sum(bool(ukrainian_agreement_problems(text)) for text in texts) <= 0.001 * len(texts)
    assert not any(ukrainian_agreement_problems(row["reference"] or "") for row in rows)
