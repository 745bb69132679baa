"""Tokens, keys and word lists."""

from __future__ import annotations

import pytest

from desktop_app.article import Span
from desktop_app.grounding.lexicon import WordSet, lexicon
from desktop_app.grounding.words import caseless, known_word, lemma_of, normal, tokenise


def shown(text: str, lang: str) -> str:
    """Tokens with a stroke where a clause begins; words without a meaning of their own in angle brackets."""
    parts, clause = [], 0
    for token in tokenise(text, lang):
        parts += ["|"] * (token.clause - clause)
        parts.append(f"<{token.text}>" if token.kind == "word" and not token.content else token.text)
        clause = token.clause
    return " ".join(parts)


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("The mill, which burnt, reopened.", "en", "<The> mill | , | <which> burnt | , reopened ."),
        ("The mill (burnt) reopened: good.", "en", "<The> mill | ( burnt | ) reopened | : good ."),
        ("The mill burnt; it - closed – today — so.", "en", "<The> mill burnt | ; <it> - closed | – today | — <so> ."),
        ("He said that he left.", "en", "<He> <said> | <that> <he> left ."),
        ("Пока не ясно, что будет.", "ru", "<Пока> <не> ясно | , | <что> <будет> ."),
        ("Пока идёт суд, завод стоит.", "ru", "| <Пока> идёт суд | , завод стоит ."),
        ("Поки не ясно, що сталося.", "uk", "<Поки> <не> ясно | , | <що> сталося ."),
        ("Поки йде суд, завод стоїть.", "uk", "| <Поки> йде суд | , завод стоїть ."),
        ("Es ist gut, und er lacht.", "de", "Es ist gut | , und er lacht ."),
        (
            "U.S. data rose 3.5 per cent at 10:30 on 06.01.2026.",
            "en",
            "U.S. data rose 3.5 <per> cent <at> 10:30 <on> 06.01.2026 .",
        ),
        ("The well-known mayor's ex-wife", "en", "<The> well-known mayor's ex-wife"),
        ("x ok yes", "en", "<x> <ok> yes"),
        ("x ok yes", "xx", "x ok yes"),
    ],
)
def test_a_text_is_cut_into_words_and_clauses(text: str, lang: str, expected: str) -> None:
    assert shown(text, lang) == expected


def test_offsets_count_in_the_text_and_indices_from_the_stretch() -> None:
    text = "One ship sank. Two ships sailed."
    tokens = tokenise(text, "en", Span(15, 32))
    assert [text[token.start : token.end] for token in tokens] == ["Two", "ships", "sailed", "."]
    assert [token.index for token in tokens] == [0, 1, 2, 3]
    assert [token.kind for token in tokens] == ["word", "word", "word", "sign"]
    assert [token.capital for token in tokens] == [True, False, False, False]
    assert [token.kind for token in tokenise("5 x, y", "en")] == ["number", "word", "sign", "word"]
    assert not tokenise("5", "en")[0].capital


def test_a_number_means_nothing_of_itself() -> None:
    token = tokenise("1990", "en")[0]
    assert not token.content
    assert token.word.keys == frozenset()


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Ёлка’s", "елка's"), ("за\u0301мок", "замок"), ("п`ять", "п'ять"), ("Нью‑Йорк", "нью-йорк"), ("ДІМ", "дім")],
)
def test_stress_marks_and_apostrophes_are_evened_out(text: str, expected: str) -> None:
    assert normal(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("東京で雪", True), ("東京ab", False), ("東京a", True), ("", False), ("12 !", False), ("Дім", False)],
)
def test_scripts_without_capitals(text: str, expected: bool) -> None:
    assert caseless(text) is expected


@pytest.mark.parametrize(
    ("low", "lang", "keys"),
    [
        ("ships", "en", {"ships", "ship"}),
        ("houses", "en", {"houses", "house", "~house", "=7"}),
        ("mayor", "en", {"mayor"}),
        ("mayors", "en", {"mayors", "mayor", "~mayor"}),
        ("погибших", "ru", {"погибших", "погибший", "~погиб", "=5"}),
        ("лет", "ru", {"лет", "год"}),
        ("fire-fighter", "en", {"fire-fighter", "~fire-", "fire", "fighter", "~fight"}),
        ("at-sea", "en", {"at-sea", "~at-se", "sea"}),
        ("xyzabc", "xx", {"xyzabc", "~xyzab"}),
        ("xyzab", "xx", {"xyzab"}),
    ],
)
def test_the_keys_of_a_word(low: str, lang: str, keys: set[str]) -> None:
    assert tokenise(low, lang)[0].word.keys == keys


def test_words_meet_by_any_key() -> None:
    one, other, third = tokenise("погибли погибших памятник", "ru")
    assert one.same(other)
    assert not one.same(third)
    assert third.same(third)
    number, again = tokenise("12 12", "ru")
    assert number.same(again)


@pytest.mark.parametrize(
    ("low", "lang", "lemma"), [("mice", "en", "mouse"), ("домов", "ru", "дом"), ("mice", "xx", "mice")]
)
def test_dictionary_forms(low: str, lang: str, lemma: str) -> None:
    assert lemma_of(low, lang) == lemma


def test_what_a_dictionary_knows() -> None:
    assert known_word("mouse", "en")
    assert not known_word("mouzel", "en")
    assert known_word("mouse", "xx") is False


def test_a_set_of_words_has_whole_words_and_beginnings() -> None:
    found = WordSet.of(["mill~ dam", "ford"])
    assert "miller" in found
    assert "mill" in found
    assert "mil" not in found
    assert "dam" in found
    assert "damp" not in found
    assert "ford" in found
    assert 5 not in found
    assert "" not in WordSet()
    assert "x" not in WordSet()


def test_the_tables_of_a_language() -> None:
    words = lexicon("en")
    assert words.known
    assert words.opposition("rose") == (("level", 0),)
    assert words.opposition("fell") == (("level", 1),)
    assert set(words.opposition("left")) == {("steady", 0), ("enter", 1), ("turn", 0)}
    assert words.opposition("mill") == ()
    assert words.weekday("monday") == 1
    assert words.weekday("sundays") == 7
    assert words.weekday("january") is None
    assert words.month("dec") == 12
    assert words.month("monday") is None
    assert lexicon("ru").ordinal("пятый") == 5
    assert lexicon("ru").ordinal("пятнадцатый") == 5
    assert lexicon("ru").ordinal("сотый") is None
    assert words.numerals["seven"] == 7.0
    assert words.scales["bn"] == 1e9
    assert words.change_roles == {"by": "by", "to": "to", "from": "from"}
    assert "said" in words.function
    assert {"he", "into", "which", "never", "was", "von"} <= words.function
    assert "say" in words.reporting_verbs
    assert "=4" in words.reporting_verbs
    assert not words.inflected
    assert lexicon("uk").inflected


def test_a_language_without_a_file_has_only_endings() -> None:
    words = lexicon("qq")
    assert not words.known
    assert words.inflected
    assert "owi" in words.name_endings
    assert not words.function
    assert not lexicon("../en").known
