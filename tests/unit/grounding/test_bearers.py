"""Names: where they stand, their forms, adjectives, equivalents, abbreviations and other scripts."""

from __future__ import annotations

import pytest

from desktop_app.grounding.equivalents import equivalents, expansion, same_bearer, stands_in
from desktop_app.grounding.names import (
    Name,
    derived,
    find_names,
    inside_capitals,
    russian_name,
    same_name,
    same_word,
    stems,
)
from desktop_app.grounding.transliteration import latin, reduced, similar
from desktop_app.grounding.words import tokenise


def names(text: str, lang: str, capitals: str = "", lower: str = "") -> list[str]:
    """The names of a sentence, those that only their place makes one with a question mark."""
    tokens = tokenise(text, lang)
    known = frozenset(stem for low in capitals.split() for stem in stems(low, ""))
    found = find_names(tokens, lang, known, frozenset(lower.split()))
    return [text[name.start : name.end] + ("" if name.sure else " ?") for name in found]


def name(text: str, lang: str = "en") -> Name:
    return Name(tokenise(text, lang), True)


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Then Ida Moss met Tom Reed in Tarn.", "en", ["Ida Moss", "Tom Reed", "Tarn"]),
        ("Moss met the mayor.", "en", []),
        ("Mossley met the mayor.", "en", ["Mossley ?"]),
        ("Farmers met the mayor.", "en", []),
        ("Farmers Bank closed.", "en", ["Bank"]),
        ("Zorn Bank closed.", "en", ["Zorn Bank"]),
        ("The bank closed. ", "en", []),
        ("On Monday the Bank of England met in May.", "en", ["Bank of England"]),
        ("On Monday the Bank of the town met.", "en", ["Bank"]),
        ("They saw Tom and Ann.", "en", ["Tom", "Ann"]),
        ("They saw Ludwig van Beethoven.", "en", ["Ludwig van Beethoven"]),
        ("They saw Ludwig van", "en", ["Ludwig"]),
        ("The NATO met.", "en", ["NATO"]),
        ("NATO met.", "en", ["NATO ?"]),
        ("IT firms met in the US.", "en", ["IT ?", "US"]),
        ("They saw J. Smith.", "en", ["Smith ?"]),
        ("They saw A man.", "en", []),
        ('The play "Hamlet" opened.', "en", ["Hamlet ?"]),
        ('The ship "Farmers" sank.', "en", ["Farmers ?"]),
        ('He said: "Farmers are poor and very old now".', "en", []),
        ("PRICES OF BREAD ROSE AGAIN IN TARN", "en", []),
        ("Совет Харлова закрыл бассейн.", "ru", ["Харлова"]),
        ("Москва закрыла бассейн.", "ru", ["Москва ?"]),
        ("Закрыть бассейн решила Ида Мосина.", "ru", ["Ида Мосина"]),
        ("Харлович закрыл бассейн.", "ru", ["Харлович ?"]),
        ("Судно «Ольха» затонуло.", "ru", ["Ольха ?"]),
        ("Суд Харлова закрив басейн.", "uk", ["Харлова"]),
        ("Київ закрив басейн.", "uk", ["Київ ?"]),
        ("Der Rat von Zorndorf schloss das Bad.", "de", []),
        ("Der Rat von Stadtrat schloss das Haus.", "de", []),
        ("Die Zorn-Gruppe schloss.", "de", []),
    ],
)
def test_names_of_a_sentence(text: str, lang: str, expected: list[str]) -> None:
    assert names(text, lang) == expected


def test_the_rest_of_the_text_tells_names_at_the_head() -> None:
    assert names("Farmers met.", "en", capitals="farmers") == ["Farmers ?"]
    assert names("Moss met.", "en", lower="moss") == []
    assert names("Reed's met.", "en") == ["Reed's ?"]


def test_capitals_inside_sentences_are_evidence() -> None:
    def found(*texts: str) -> frozenset[str]:
        return inside_capitals(tokenise(text, "en") for text in texts)

    assert "reed" in found("They saw Reed.")
    assert "reed" not in found("Reed saw them.")
    assert "reed" not in found("They Saw Reed Again")  # a headline
    assert "reed" in found("They Saw Reed again at sea")
    assert "reed" in found("They Saw Reed")
    assert "reed" not in found('He said: "Reed saw them".')
    assert "reed" not in found("It ended. Reed saw them.")


@pytest.mark.parametrize(
    ("low", "lang", "expected"),
    [
        ("reed's", "en", {"reed's", "reed", "reed'"}),
        ("u.s", "en", {"us", "u"}),
        ("павел", "ru", {"павел", "пав", "павл"}),
        ("інна", "uk", {"інна", "інн", "ін", "і"}),
    ],
)
def test_what_is_left_without_an_ending(low: str, lang: str, expected: set[str]) -> None:
    assert expected & stems(low, lang) == expected & stems(low, lang)
    assert low.replace(".", "") in stems(low, lang)


def test_a_stem_has_three_letters_or_two_before_a_single_one() -> None:
    assert "ид" in stems("ида", "ru")
    assert "ид" not in stems("идой", "ru")
    assert "ант" in stems("антой", "ru")
    assert "и" not in stems("ия", "ru")
    assert stems("karadağ", "tr") >= {"karadağ", "karada", "karad", "kara"}
    assert "kar" not in stems("karadağlar", "tr")
    assert "karada" in stems("karadağlar", "tr")


@pytest.mark.parametrize(
    ("one", "other", "lang", "expected"),
    [
        ("павел", "павла", "ru", True),
        ("львів", "львову", "uk", True),
        ("харків", "харкова", "uk", True),
        ("прага", "празі", "uk", True),
        ("рига", "ризі", "uk", True),
        ("мекка", "мецці", "uk", True),
        ("орел", "орла", "ru", True),
        ("иванов", "ивановой", "ru", True),
        ("ида", "иды", "ru", True),
        ("ида", "идой", "ru", False),
        ("reed", "reed's", "en", True),
        ("reed", "reid", "en", False),
    ],
)
def test_forms_of_a_name(one: str, other: str, lang: str, expected: bool) -> None:
    assert same_word(one, other, lang) is expected
    assert same_word(other, one, lang) is expected


@pytest.mark.parametrize(
    ("one", "other", "lang", "expected"),
    [
        ("росія", "російський", "uk", True),
        ("britain", "british", "en", True),
        ("china", "chinese", "en", True),
        ("britain", "brits", "en", False),
        ("tarn", "tarnish", "en", True),
        ("reed", "reeds", "en", False),
        ("лунд", "лундский", "ru", True),
        ("лунд", "лунатик", "ru", False),
        ("polska", "polski", "pl", True),
    ],
)
def test_adjectives_of_names(one: str, other: str, lang: str, expected: bool) -> None:
    assert derived(one, other, lang) is expected
    assert derived(other, one, lang) is expected


def test_mentions_of_one_bearer() -> None:
    assert same_name(name("Ida Moss"), name("Moss"), "en")
    assert same_name(name("Moss"), name("Ida Moss"), "en")
    assert not same_name(name("Ida Moss"), name("Ida Reed"), "en")
    assert same_name(name("Britain"), name("British"), "en")
    assert not same_name(name("of"), name("Ida"), "en")
    assert name("Ida Moss's").possessive
    assert name("Moss'").possessive
    assert not name("Moss").possessive
    assert [token.text for token in name("Bank of England").words] == ["Bank", "England"]
    bank = name("Bank of England")
    assert (bank.start, bank.end, bank.first, bank.last) == (0, 15, 0, 2)


def test_who_a_dictionary_takes_for_a_name() -> None:
    assert russian_name("москва")
    assert russian_name("швырдяев")
    assert not russian_name("стол")


@pytest.mark.parametrize(
    ("written", "lang", "has"),
    [
        ("un", "en", ("united", "nations")),
        ("united nations", "en", ("un",)),
        ("сша", "ru", ("соединенные", "штаты")),
        ("соединенных штатов", "ru", ("сша",)),
    ],
)
def test_equivalents_are_listed(written: str, lang: str, has: tuple[str, ...]) -> None:
    assert has in equivalents(written.split(), lang)


def test_what_has_no_equivalent() -> None:
    assert equivalents([], "en") == ()
    assert equivalents(["tarn"], "en") == ()
    assert equivalents(["united", "nations", "council"], "en") == ()
    assert equivalents(["unx"], "en") == ()


def test_one_bearer() -> None:
    assert same_bearer(name("UN"), name("United Nations"), "en")
    assert same_bearer(name("United Nations"), name("UN"), "en")
    assert same_bearer(name("TCC"), name("Tarn City Council"), "en")
    assert same_bearer(name("Tarn City Council"), name("T.C.C."), "en")
    assert not same_bearer(name("TCB"), name("Tarn City Council"), "en")
    assert not same_bearer(name("Tarn"), name("Harlow"), "en")
    assert not same_bearer(name("T"), name("Tom"), "en")
    assert not same_bearer(name("A B"), name("Ada Bell Cole"), "en")


def test_where_a_name_stands_in_another_writing() -> None:
    tokens = tokenise("The United Nations met in Tarn", "en")
    assert [token.text for token in stands_in(["united", "nations"], tokens, "en")] == ["United", "Nations"]
    assert [token.text for token in stands_in(["tarn"], tokens, "en")] == ["Tarn"]
    assert stands_in(["nations", "united"], tokens, "en") == ()
    assert [token.text for token in stands_in(["in", "tarns"], tokens, "en")] == ["in", "Tarn"]
    assert stands_in(["on", "tarn"], tokens, "en") == ()


@pytest.mark.parametrize(
    ("letters", "text", "lang", "expected"),
    [
        ("boe", "the Bank of England said", "en", "Bank of England"),
        ("be", "the Bank of England said", "en", "Bank England"),
        ("be", "the bank of england said", "en", ""),
        ("boe", "the bank of england said", "en", "bank of england"),
        ("bo", "the Bank said", "en", ""),
        ("be", "the Bank from England said", "en", ""),
        ("be", "the Bank for England said", "en", "Bank England"),
        ("abcd", "Ann b b b b b Cole Dane", "en", ""),
        ("abc", "Ann of of of of Bell Cole", "en", "Ann Bell Cole"),
        ("abc", "Ann of of of of of Bell Cole", "en", ""),
        ("ввп", "валовой внутренний продукт края", "ru", "валовой внутренний продукт"),
    ],
)
def test_words_that_initials_spell(letters: str, text: str, lang: str, expected: str) -> None:
    assert " ".join(token.text for token in expansion(letters, tokenise(text, lang))) == expected


@pytest.mark.parametrize(
    ("low", "plain", "bare"),
    [
        ("щукин", "shchukin", "sukin"),
        ("йоркшир", "iorkshir", "iorksir"),
        ("łódź", "lodz", "lodz"),
        ("großmann", "grossmann", "grosman"),
        ("øst", "ost", "ost"),
        ("юлия", "iuliia", "ulia"),
        ("черчилль", "cherchill", "cercil"),
        ("churchill", "churchill", "curcil"),
        ("cook", "cook", "kuk"),
        ("cecil", "cecil", "cecil"),
        ("cabot", "cabot", "kabot"),
        ("цапля", "tsaplia", "capla"),
        ("john", "john", "jon"),
        ("hamlet", "hamlet", "hamlet"),
        ("mahler", "mahler", "maler"),
        ("mahanov", "mahanov", "mahanov"),
        ("wyatt", "wyatt", "vat"),
        ("phelps", "phelps", "felps"),
        ("queen", "queen", "kvin"),
    ],
)
def test_names_in_latin_letters(low: str, plain: str, bare: str) -> None:
    assert latin(low) == plain
    assert reduced(low) == bare


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("ли", "lee", True),
        ("ли", "lo", False),
        ("иво", "ivo", True),
        ("петров", "petrova", True),
        ("петров", "petrovskaya", False),
        ("джексон", "jackson", True),
        ("мосина", "losina", False),
        ("вера", "fera", False),
        ("орлов", "arlov", True),
        ("иванов", "ivanko", False),
        ("лапин", "lupan", True),
        ("лапа", "lupo", False),
    ],
)
def test_names_across_scripts(one: str, other: str, expected: bool) -> None:
    assert similar(one, other) is expected
    assert similar(other, one) is expected
