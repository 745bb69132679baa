"""What a reader would stumble over is found, and human wording passes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop_app.article import Article
from desktop_app.choices import Length
from desktop_app.fluency import LIMITS, Limit, ProblemKind, review
from desktop_app.fluency.agreement import agreement_problems
from desktop_app.sentences import sentences

RU = Article(
    source="-",
    lang="ru",
    title="Завод в Липках остановлен",
    body="Завод в Липках остановили в среду из-за пожара. Директор Олег Рябчиков сообщил, что вакцина Pfizer "
    "не пострадала. На складе лежали 40 тыс. доз, их перевезли в соседний город.",
)
UK = Article(
    source="-",
    lang="uk",
    title="Завод у Липках зупинено",
    body="Завод у Липках зупинили в середу через пожежу. Директор Олег Рябчук повідомив, що вакцина не постраждала. "
    "На складі лежали 40 тис. доз, їх перевезли до сусіднього міста.",
)
EN = Article(
    source="-",
    lang="en",
    title="Plant at Lipky stopped",
    body="The plant at Lipky was stopped on Wednesday after a fire. Its director Oleh Ryabchuk said that the vaccine "
    "was safe. Forty thousand doses were moved to the next town.",
)


def kinds(summary: str, article: Article, lang: str | None = None, **kw: object) -> list[ProblemKind]:
    return [problem.kind for problem in review(summary, article, lang or article.lang, **kw)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("summary", "article"),
    [
        ("Завод в Липках остановили из-за пожара. Дозы вакцины Pfizer перевезли.", RU),
        ("Завод у Липках зупинили через пожежу, вакцину перевезли.", UK),
        ("A fire stopped the Lipky plant; the vaccine is safe.", EN),
        ("Директор Рябчиков рассказал о большом пожаре на складе с дозами.", RU),
    ],
)
def test_good_summaries_pass(summary: str, article: Article) -> None:
    assert kinds(summary, article, limit=LIMITS[Length.SHORT]) == []


@pytest.mark.parametrize(
    ("summary", "kind", "text"),
    [
        ("Вакцину Пfizer перевезли в город.", ProblemKind.MIXED_SCRIPT, "Пfizer"),
        ("Завод остановили из-за возбудления.", ProblemKind.UNKNOWN_WORD, "возбудления"),
        ("Завод в Липках стоит после пожара, дозы вывезли після.", ProblemKind.FOREIGN_LETTERS, "після"),
        ("Директор сообщил про пожаром на складе.", ProblemKind.AGREEMENT, "про пожаром"),
        ("На складе случилась большой авария.", ProblemKind.AGREEMENT, "большой авария"),
        ("Вот краткий перевод статьи: Завод остановили.", ProblemKind.PREAMBLE, "Вот краткий перевод статьи: "),
        ("Эта статья рассказывает о пожаре на заводе.", ProblemKind.ABOUT_ARTICLE, "Эта статья рассказывает"),
        ("Завод остановили. Дозы перевезли в", ProblemKind.UNFINISHED, "Дозы перевезли в"),
        ("Завод завод остановили в среду.", ProblemKind.REPETITION, "Завод завод"),
    ],
)  # fmt: skip
def test_russian_slips(summary: str, kind: ProblemKind, text: str) -> None:
    found = review(summary, RU, "ru")
    assert (kind, text) in [(problem.kind, problem.text) for problem in found]
    assert all(summary[p.span.start : p.span.end] == p.text for p in found)


def test_words_of_the_article_are_never_unknown() -> None:
    odd = Article(source="-", lang="ru", body="Жители зовут его глокобздей и смеются над ним.")
    assert kinds("Жители зовут его глокобздей.", odd) == []
    assert kinds("Жители зовут его глокобздень.", odd) == [ProblemKind.UNKNOWN_WORD]


@pytest.mark.parametrize(
    ("summary", "article", "lang"),
    [
        ("Завод у Липках зупинили в середу через пожежу, її вже загасили.", RU, "ru"),
        ("Завод в Липках остановили в среду из-за пожара, были вывезены дозы.", UK, "uk"),
        ("A fire stopped the plant at Lipky on Wednesday and the doses were moved.", RU, "ru"),
        ("La fábrica de Lipky se detuvo el miércoles por un incendio, pero las vacunas están a salvo.", EN, "pt"),
        ("Завод в Липках остановили в среду из-за пожара, дозы вывезли.", EN, "en"),
    ],
)
def test_the_wrong_language_is_told(summary: str, article: Article, lang: str) -> None:
    assert ProblemKind.WRONG_LANGUAGE in kinds(summary, article, lang)


def test_the_right_language_is_not_doubted() -> None:
    assert ProblemKind.WRONG_LANGUAGE not in kinds(
        "A fábrica de Lipky parou na quarta-feira após um incêndio.", EN, "pt"
    )
    assert ProblemKind.WRONG_LANGUAGE not in kinds("Fabrikken i Lipky ble stanset onsdag etter en brann.", EN, "no")


def test_untranslated_stretches_are_told() -> None:
    mixed = "Завод остановлен, the vaccine was safe, сообщил директор."
    assert ProblemKind.UNTRANSLATED in kinds(mixed, EN, "ru")


def test_names_kept_in_their_script_are_not_untranslated() -> None:
    assert ProblemKind.UNTRANSLATED not in kinds("Завод в Lipky остановлен, сообщил Oleh Ryabchuk.", EN, "ru")


def test_length_is_counted() -> None:
    long = "Завод в Липках остановили. Директор рассказал о пожаре. Дозы перевезли."
    assert ProblemKind.TOO_LONG in kinds(long, RU, limit=Limit(2, 40))
    assert ProblemKind.TOO_LONG in kinds(long, RU, limit=Limit(3, 5))
    assert kinds(long, RU, limit=Limit(3, 40)) == []


def test_a_summary_without_letters_is_empty() -> None:
    assert kinds(" 12. ", RU) == [ProblemKind.EMPTY]


def test_a_model_that_ran_out_of_room_is_unfinished() -> None:
    assert kinds("Завод остановили.", RU, complete=False) == [ProblemKind.UNFINISHED]


def test_loops_are_told() -> None:
    loop = "The plant was stopped and the plant was stopped and the plant was stopped."
    assert ProblemKind.REPETITION in kinds(loop, EN)
    twice = "The plant at Lipky was stopped. The plant at Lipky was stopped again."
    assert ProblemKind.REPETITION in kinds(twice, EN)


@pytest.mark.shared
def test_human_summaries_raise_few_alarms(shared: Path) -> None:
    grave = {
        ProblemKind.WRONG_LANGUAGE, ProblemKind.AGREEMENT, ProblemKind.PREAMBLE, ProblemKind.ABOUT_ARTICLE,
        ProblemKind.REPETITION, ProblemKind.EMPTY,
    }  # fmt: skip
    rows = [json.loads(line) for line in (shared / "data/summaries/dev.jsonl").read_text("utf-8").splitlines()]
    judged = flagged = 0
    for row in rows:
        if row["reference"]:
            article = Article(source="-", body=row["text"], title=row["title"], lang=row["lang"])
            judged += 1
            flagged += any(p.kind in grave for p in review(row["reference"], article, row["lang"]))
    assert judged > 200
    assert flagged <= 0.02 * judged


@pytest.mark.shared
def test_agreement_is_seldom_doubted_in_human_russian(shared: Path) -> None:
    rows = [json.loads(line) for line in (shared / "data/summaries/dev.jsonl").read_text("utf-8").splitlines()]
    texts = [row["text"][s.start : s.end] for row in rows if row["lang"] == "ru" for s in sentences(row["text"], "ru")]
    assert len(texts) > 500
    assert sum(bool(agreement_problems(text)) for text in texts) <= 0.01 * len(texts)


@pytest.mark.parametrize("text", ["Умерли два великих музыкальных гения.", "Он избран в депутаты.", "Три новых дома."])
def test_numbers_and_fixed_turns_are_no_slips(text: str) -> None:
    assert agreement_problems(text) == []


def test_a_form_of_a_word_only_the_article_has_is_known() -> None:
    odd = Article(source="-", lang="ru", body="Скончался первый замгендиректора завода. Его хвалили гендиректоры.")
    assert kinds("Первый замгендиректор завода скончался.", odd) == []
    assert kinds("Первый замгендеректор завода скончался.", odd) == [ProblemKind.UNKNOWN_WORD]


def test_abbreviations_are_left_to_the_check_of_names() -> None:
    english = Article(source="-", lang="en", body="The chief executive officer of Larkwood resigned on Friday evening.")
    assert kinds("The CEO of Larkwood resigned on Friday evening.", english) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("На заводе внедрена новые станки.", ["внедрена новые станки"]),
        ("В городе построено жилые дома.", ["построено жилые дома"]),
        ("На заводе внедрены новые станки.", []),
        ("Поездка отложена последние дни.", []),
        ("Создана программа, новые станки привезут весной.", []),
    ],
)
def test_a_passive_agrees_with_the_plural_after_it(text: str, found: list[str]) -> None:
    assert [problem.text for problem in agreement_problems(text)] == found


def test_a_word_cut_short_is_no_form_of_the_articles() -> None:
    odd = Article(source="-", lang="uk", body="Лікарі борються з коронавірусом і чекають на вакцину від Ольхівки.")
    assert kinds("Лікарі борються з коронавіром.", odd) == [ProblemKind.UNKNOWN_WORD]
