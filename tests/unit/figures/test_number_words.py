"""Numbers spelled by the rules of school grammar are read back: value and span, alone and with scales."""

from __future__ import annotations

import random

import pytest

from desktop_app.figures import find_in_text

NUMBERS = sorted(
    {2, 3, 10, 11, 12, 15, 19, 20, 21, 34, 40, 55, 66, 70, 71, 77, 78, 80, 81, 90, 91, 99, 100, 101, 110, 111, 119, 120,
     200, 201, 212, 300, 345, 400, 500, 567, 600, 700, 800, 900, 999, 1_000, 1_001, 1_012, 1_200, 1_999, 2_000, 2_002,
     3_050, 5_005, 10_000, 11_111, 21_021, 100_000, 101_001, 200_017, 999_999, 1_000_000, 1_200_000, 2_000_003,
     5_400_020, 21_000_000, 100_000_000, 345_678_912}
    | set(random.Random(7).sample(range(1_000, 1_000_000_000), 40))
)  # fmt: skip

ENGLISH = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen",
    "- - twenty thirty forty fifty sixty seventy eighty ninety",
)
EN_SMALL, EN_TENS = (words.split() for words in ENGLISH)


def english(number: int) -> str:
    if number < 20:
        return EN_SMALL[number]
    if number < 100:
        return EN_TENS[number // 10] + (f"-{EN_SMALL[number % 10]}" if number % 10 else "")
    for size, name in ((1_000_000, "million"), (1_000, "thousand"), (100, "hundred")):
        if number >= size:
            rest = number % size
            link = " and " if rest and (size == 100 or rest < 100) else " "
            return f"{english(number // size)} {name}" + (link + english(rest) if rest else "")
    raise AssertionError


SLAVIC = {
    "ru": (
        "- один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать "
        "пятнадцать шестнадцать семнадцать восемнадцать девятнадцать",
        "- - двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто",
        "- сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот",
        ("одна", "две"),
        ("тысяча", "тысячи", "тысяч"),
        ("миллион", "миллиона", "миллионов"),
    ),
    "uk": (
        "- один два три чотири п'ять шість сім вісім дев'ять десять одинадцять дванадцять тринадцять чотирнадцять "
        "п'ятнадцять шістнадцять сімнадцять вісімнадцять дев'ятнадцять",
        "- - двадцять тридцять сорок п'ятдесят шістдесят сімдесят вісімдесят дев'яносто",
        "- сто двісті триста чотириста п'ятсот шістсот сімсот вісімсот дев'ятсот",
        ("одна", "дві"),
        ("тисяча", "тисячі", "тисяч"),
        ("мільйон", "мільйони", "мільйонів"),
    ),
}


def slavic(number: int, lang: str) -> str:
    small, tens, hundreds, feminine, thousand, million = SLAVIC[lang]

    def group(value: int, she: bool) -> list[str]:
        words = [hundreds.split()[value // 100]] if value >= 100 else []
        value %= 100
        if value >= 20:
            words.append(tens.split()[value // 10])
            value %= 10
        if value:
            words.append(feminine[value - 1] if she and value <= 2 else small.split()[value])
        return words

    def scale(value: int, names: tuple[str, str, str]) -> str:
        if 11 <= value % 100 <= 19 or value % 10 == 0 or value % 10 >= 5:
            return names[2]
        return names[0] if value % 10 == 1 else names[1]

    words: list[str] = []
    for size, names in ((1_000_000, million), (1_000, thousand)):
        part, number = divmod(number, size)
        if part:
            words += [*([] if part == 1 else group(part, size == 1_000)), scale(part, names)]
    return " ".join(words + group(number, False))


SENTENCES = {"ru": "Прошли {} км.", "uk": "Пройшли {} км.", "en": "They covered {} km."}


def spelled(number: int, lang: str) -> str:
    return english(number) if lang == "en" else slavic(number, lang)


@pytest.mark.parametrize("lang", SENTENCES)
@pytest.mark.parametrize("number", NUMBERS)
def test_a_spelled_number_is_read_whole(number: int, lang: str) -> None:
    words = spelled(number, lang)
    unit = "km" if lang == "en" else "км"
    found = find_in_text(SENTENCES[lang].format(words), lang)
    assert [(f.text.rstrip("."), f.value, f.unit) for f in found] == [(f"{words} {unit}", number, "km")]


@pytest.mark.parametrize("lang", SENTENCES)
@pytest.mark.parametrize("number", [2, 15, 21, 34, 100, 120, 345, 999])
def test_digits_take_scale_words(number: int, lang: str) -> None:
    names = {"ru": ("тыс.", "млн", "млрд", "трлн"), "uk": ("тис.", "млн", "млрд", "трлн"),
             "en": ("thousand", "million", "billion", "trillion")}[lang]  # fmt: skip
    for power, name in zip((3, 6, 9, 12), names, strict=True):
        (figure,) = find_in_text(SENTENCES[lang].format(f"{number} {name}"), lang)
        assert (figure.value, figure.unit) == (number * 10**power, "km")


@pytest.mark.parametrize(
    ("lang", "words", "value"),
    [
        ("de", "einundzwanzig", 21), ("de", "neunundneunzig", 99), ("de", "hundertfünf", 105),
        ("de", "zweihundertzwölf", 212), ("de", "dreitausendvierhundert", 3_400),
        ("de", "fünfundzwanzigtausend", 25_000), ("de", "tausendeins", 1_001),
        ("fr", "vingt et un", 21), ("fr", "soixante et onze", 71), ("fr", "soixante-dix-neuf", 79),
        ("fr", "quatre-vingt-un", 81), ("fr", "quatre-vingt-onze", 91), ("fr", "deux cent deux", 202),
        ("fr", "mille deux cents", 1_200), ("fr", "trois mille quatre", 3_004),
        ("it", "ventuno", 21), ("it", "quarantacinque", 45), ("it", "centododici", 112), ("it", "duemila", 2_000),
        ("es", "veintiuno", 21), ("es", "treinta y uno", 31), ("es", "ciento cinco", 105),
        ("es", "dos mil tres", 2_003),
        ("pl", "dwadzieścia jeden", 21), ("pl", "sto pięć", 105), ("pl", "dwa tysiące trzysta", 2_300),
        ("pt", "vinte e um", 21), ("pt", "cento e cinco", 105), ("tr", "yirmi bir", 21), ("tr", "üç yüz beş", 305),
    ],
)  # fmt: skip
def test_number_words_of_other_languages(lang: str, words: str, value: int) -> None:
    assert [(f.text.rstrip("."), f.value, f.unit) for f in find_in_text(f"— {words} km.", lang)] == [
        (f"{words} km", value, "km")
    ]
