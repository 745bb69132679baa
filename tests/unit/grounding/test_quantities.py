"""Numbers and dates of a text, what they count, and what a number leaves to its neighbour."""

from __future__ import annotations

import pytest

from desktop_app.grounding.quantities import Date, Quantity, equal, find_quantities, number_of
from desktop_app.grounding.words import tokenise


def numbers(text: str, lang: str) -> list[str]:
    """``text = value[..high] unit lemma noun`` of every number."""
    found, _ = find_quantities(text, lang, tokenise(text, lang))
    return [
        f"{text[one.start : one.end]} = {one.value:g}{'' if one.high is None else f'..{one.high:g}'} "
        f"{one.unit or '-'} {one.lemma or '-'} {one.noun.text if one.noun is not None else '-'}"
        for one in found
    ]


def dates(text: str, lang: str) -> list[str]:
    """``text = day month year`` of every date."""
    tokens = tokenise(text, lang)
    _, found = find_quantities(text, lang, tokens)
    for one in found:
        assert text[tokens[one.first].start : tokens[one.last].end] == text[one.start : one.end]
    return [f"{text[one.start : one.end]} = {one.day or '-'} {one.month or '-'} {one.year or '-'}" for one in found]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("They met on 6 January 2026 in Tarn.", "en", ["6 January 2026 = 6 1 2026"]),
        ("They met on January 6, 2026.", "en", ["January 6, 2026 = 6 1 2026"]),
        ("They met on January 6th, 2026.", "en", ["January 6th, 2026 = 6 1 2026"]),
        ("They met on the 6 of January.", "en", ["6 of January = 6 1 -"]),
        ("They met on 6 of the January.", "en", ["January = - 1 -"]),
        ("They met on 6. January.", "en", ["6. January = 6 1 -"]),
        ("They met on 6 of. January.", "en", ["6 of. January = 6 1 -"]),
        ("They met on 6 of . of January.", "en", ["January = - 1 -"]),
        ("They met on 31 March.", "en", ["31 March = 31 3 -"]),
        ("They met on 32 March.", "en", ["March = - 3 -"]),
        ("They met on 0 March.", "en", ["March = - 3 -"]),
        ("They met in March 2026.", "en", ["March 2026 = - 3 2026"]),
        ("They met in March, 2026.", "en", ["March, 2026 = - 3 2026"]),
        ("They met in March", "en", ["March = - 3 -"]),
        ("They may march in may.", "en", []),
        ("Of 64 mills, 19 may close.", "en", []),
        ("They met in 2026.", "en", ["2026 = - - 2026"]),
        ("They met in 2026, again.", "en", ["2026 = - - 2026"]),
        ("They met in 2026 in Tarn.", "en", ["2026 = - - 2026"]),
        ("They met 2026 farmers.", "en", []),
        ("2026 was dry.", "en", []),
        ("They met in 1899 in Tarn.", "en", []),
        ("They met in 1900 in Tarn.", "en", ["1900 = - - 1900"]),
        ("They met in 2059 in Tarn.", "en", ["2059 = - - 2059"]),
        ("They met in 2060 in Tarn.", "en", []),
        ("They met on 06.01.2026.", "en", ["06.01.2026 = 6 1 2026"]),
        ("They met on 01.13.2026.", "en", ["01.13.2026 = 13 1 2026"]),
        ("They met on 12.12.2026.", "en", ["12.12.2026 = 12 12 2026"]),
        ("They met on 13.13.2026.", "en", []),
        ("They met on 06.01.26.", "en", ["06.01.26 = 6 1 2026"]),
        ("They met on 06.01.99.", "en", ["06.01.99 = 6 1 2099"]),
        ("They met on 06.01.100.", "en", []),
        ("They met on 32.01.2026.", "en", []),
        ("They met on 31.01.2026.", "en", ["31.01.2026 = 31 1 2026"]),
        ("They met on 00.01.2026.", "en", []),
        ("They met on 06.00.2026.", "en", []),
        ("They met on 06.01.2200.", "en", []),
        ("They met on 06.01.2199.", "en", ["06.01.2199 = 6 1 2199"]),
        ("Встретились 6 января 2026 года.", "ru", ["6 января 2026 = 6 1 2026"]),
        ("Встретились 6-го января.", "ru", ["января = - 1 -"]),
        ("Встретились в январе 2026 года.", "ru", ["январе 2026 = - 1 2026"]),
        ("Построен в 1850 году.", "ru", ["1850 = - - 1850"]),
        ("Построен в 1850 домах.", "ru", []),
        ("Построен в 999 году.", "ru", []),
        ("2026 год был сухим.", "ru", ["2026 = - - 2026"]),
        ("Зустрілися 6 січня 2026 року, а 7 січня поїхали.", "uk", ["6 січня 2026 = 6 1 2026", "7 січня = 7 1 -"]),
        ("Im Mai 2026 regnete es.", "de", []),
    ],
)
def test_dates_of_a_text(text: str, lang: str, expected: list[str]) -> None:
    assert dates(text, lang) == expected


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("The firm has 12 ships.", "en", ["12 = 12 - ship ships"]),
        ("The firm paid £40 million for it.", "en", ["£40 million = 4e+07 GBP - -"]),
        ("Sales rose by 5%.", "en", ["5% = 5 percent - -"]),
        ("It has twelve ships.", "en", ["twelve = 12 - ship ships"]),
        ("It has 12 very big old new ships.", "en", ["12 = 12 - - big"]),
        ("It hired 130 of the workers.", "en", ["130 = 130 - worker workers"]),
        ("It hired 12 in May.", "en", ["12 = 12 - - -"]),
        ("It hired 12 were men.", "en", ["12 = 12 - - -"]),
        ("It hired 12, men.", "en", ["12 = 12 - - -"]),
        ("One in 10,000 ships sinks.", "en", ["10,000 = 10000 - - ships"]),
        ("He came 3rd of 25 runners.", "en", ["3 = 3 - - -", "25 = 25 - runner runners"]),
        ("The 7-year plan failed.", "en", ["7-year = 7 year - plan"]),
        ("Sales doubled in May.", "en", ["doubled = 2 - - -"]),
        ("House 7, flat 12", "en", ["7 = 7 - - -", "12 = 12 - - -"]),
        ("Score 3:1 after 90 minutes", "en", ["3:1 = 3 - - -", "90 minutes = 90 minute - -"]),
        ("Каждый пятый дом сгорел.", "ru", ["Каждый пятый = 0.2 fraction - дом"]),
        ("Каждый сотый дом сгорел.", "ru", []),
        ("Каждый, пятый дом сгорел.", "ru", []),
        ("Кожен п'ятий дім згорів.", "uk", ["Кожен п'ятий = 0.2 fraction - дім"]),
        ("Двухэтажный дом сгорел.", "ru", ["Двухэтажный = 2 - этаж дом"]),
        ("Двухлетний бычок сгинул.", "ru", ["Двухлетний = 2 - - бычок"]),
        ("Двустворчатый шкаф сгорел.", "ru", []),
        ("Погибли 5 раненых.", "ru", ["5 = 5 - раненый раненых"]),
        ("Погибли 5 старых домов.", "ru", ["5 = 5 - дом старых"]),
        ("Погибли 5 раненых, сообщил врач.", "ru", ["5 = 5 - раненый раненых"]),
        ("Погибли 5 раненых на заводе.", "ru", ["5 = 5 - раненый раненых"]),
        ("Без света 101 тыс. семей.", "ru", ["101 тыс. = 101000 - семья семей"]),
        ("Без света 101 тыс. Семей много.", "ru", ["101 тыс. = 101000 - - -"]),
        ("Загинули п'ятеро поранених.", "uk", ["п'ятеро = 5 - поранений поранених"]),
        ("10–15 ships sank.", "en", ["10–15 = 10..15 - ship ships"]),
    ],
)
def test_numbers_of_a_text(text: str, lang: str, expected: list[str]) -> None:
    assert numbers(text, lang) == expected


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        # The first of two takes the scale and unit of the second.
        ("It rose from 5 to 8 million euros.", "en", ["5 = 5e+06 EUR - -", "8 million euros = 8e+06 EUR - -"]),
        ("It rose from 5 up to 8 million euros.", "en", ["5 = 5e+06 EUR - -", "8 million euros = 8e+06 EUR - -"]),
        ("It fell from 999 to 10 million euros.", "en", ["999 = 9.99e+08 EUR - -", "10 million euros = 1e+07 EUR - -"]),
        ("It fell from 1,000 to 80 million euros.", "en", ["1,000 = 1000 EUR - -", "80 million euros = 8e+07 EUR - -"]),
        ("It fell from 799 to 8 million euros.", "en", ["799 = 7.99e+08 EUR - -", "8 million euros = 8e+06 EUR - -"]),
        ("It rose from 800 to 8 million euros.", "en", ["800 = 800 EUR - -", "8 million euros = 8e+06 EUR - -"]),
        ("It rose from 5 to 8 euros.", "en", ["5 = 5 EUR - -", "8 euros = 8 EUR - -"]),
        ("It had 5 by 8 million euros.", "en", ["5 = 5 - - -", "8 million euros = 8e+06 EUR - -"]),
        (
            "It rose from 5 first now to 8 million euros.",
            "en",
            ["5 = 5 - first first", "8 million euros = 8e+06 EUR - -"],
        ),
        ("Выросло с 5 до 8 млн рублей.", "ru", ["5 = 5e+06 RUB - -", "8 млн рублей = 8e+06 RUB - -"]),
        # A part counts what its whole counts.
        ("It let go 19 of 25 members.", "en", ["19 = 19 - - members", "25 = 25 - member members"]),
        ("It let go 19 of its 25 members.", "en", ["19 = 19 - - members", "25 = 25 - member members"]),
        ("It let go 19 of all its 25 members.", "en", ["19 = 19 - - -", "25 = 25 - member members"]),
        ("It let go 19 from 25 members.", "en", ["19 = 19 - - -", "25 = 25 - member members"]),
        (
            "It got 7 million of 18 million euros.",
            "en",
            ["7 million = 7e+06 EUR - -", "18 million euros = 1.8e+07 EUR - -"],
        ),
        ("It got 7 of 18 million euros.", "en", ["7 = 7 - - -", "18 million euros = 1.8e+07 EUR - -"]),
        ("It got 7 of 18 per cent.", "en", ["7 = 7 - - -", "18 per cent = 18 percent - -"]),
        # What counts "of them" counts what was counted before.
        ("It has 12 ships, nine of them old.", "en", ["12 = 12 - ship ships", "nine = 9 - ship ships"]),
        ("It has 12 ships, nine of these old.", "en", ["12 = 12 - ship ships", "nine = 9 - old old"]),
        ("У порта 12 судов, девять из них старые.", "ru", ["12 = 12 - судно судов", "девять = 9 - судно судов"]),
        # A sum without a currency takes that of the sum before.
        (
            "It owes 90 million roubles to banks and another 24 million to the state.",
            "en",
            ["90 million roubles = 9e+07 RUB - -", "24 million = 2.4e+07 RUB - -"],
        ),
        (
            "It owes 90 million roubles to banks. Another 24 million",
            "en",
            ["90 million roubles = 9e+07 RUB - -", "24 million = 2.4e+07 - - -"],
        ),
        ("It owes 90 million roubles and another 24.", "en", ["90 million roubles = 9e+07 RUB - -", "24 = 24 - - -"]),
        (
            "It owes 90 million roubles and 24 million people.",
            "en",
            ["90 million roubles = 9e+07 RUB - -", "24 million = 2.4e+07 - person people"],
        ),
        (
            "It lost 90 per cent and another 24 million in May.",
            "en",
            ["90 per cent = 90 percent - -", "24 million = 2.4e+07 - - -"],
        ),
    ],
)
def test_what_a_number_leaves_to_its_neighbour(text: str, lang: str, expected: list[str]) -> None:
    assert numbers(text, lang) == expected


@pytest.mark.parametrize(("between", "counted"), [(29, True), (30, False)])
def test_what_is_counted_reaches_so_far(between: int, counted: bool) -> None:
    text = f"It has 12 ships {'and ' * (between - 1)}nine of them"
    found, _ = find_quantities(text, "en", tokenise(text, "en"))
    assert (found[1].noun is not None and found[1].noun.text == "ships") is counted


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12.0),
        ("1,5", 1.5),
        ("1.5", 1.5),
        ("1,500", 1500.0),
        ("1.500", 1500.0),
        ("0.500", 0.5),
        ("0,500", 0.5),
        ("1,50", 1.5),
        ("1,5000", 1.5),
        ("1.500.000", 1500000.0),
        ("10:30", None),
        ("1.5.6", 156.0),
        ("²", None),
    ],
)
def test_the_value_of_digits(text: str, value: float | None) -> None:
    assert number_of(text) == value


def test_a_number_is_made_of_its_own_tokens() -> None:
    text = "It has (12) ships-5% in 7."
    found, _ = find_quantities(text, "en", tokenise(text, "en"))
    assert [(one.first, one.last) for one in found] == [(3, 3), (8, 8)]


def test_equal_values() -> None:
    assert equal(0.1 + 0.2, 0.3)
    assert equal(1e9, 1e9 + 0.9)
    assert not equal(1e9, 1e9 + 1.1)
    assert not equal(0.0, 1.1e-9)
    assert equal(0.0, 1e-9)
    assert equal(-1e9 - 0.9, -1e9)


def _quantity(text: str, **more: object) -> Quantity:
    tokens = tokenise(text, "en")
    return Quantity(0, 1, 0, 0, 5.0, noun=tokens[0] if tokens else None, **more)  # type: ignore[arg-type]


def test_numbers_of_one_kind() -> None:
    assert _quantity("ship").kindred(_quantity("ships"))
    assert not _quantity("ship").kindred(_quantity("mill"))
    assert _quantity("ship").kindred(_quantity(""))
    assert _quantity("").kindred(_quantity("mill"))
    assert not _quantity("ship", unit="EUR").kindred(_quantity("ship"))
    assert _quantity("ship", unit="EUR").kindred(_quantity("mill", unit="EUR"))
    one, two = (find_quantities(text, "en", tokenise(text, "en"))[0][0] for text in ("12 old ships", "5 new mills"))
    assert not one.kindred(two)
    one, two = (find_quantities(text, "en", tokenise(text, "en"))[0][0] for text in ("12 old ships", "5 old mills"))
    assert one.kindred(two)
    one, two = (find_quantities(text, "en", tokenise(text, "en"))[0][0] for text in ("12 old ships", "5 new ships"))
    assert one.kindred(two)


def test_a_range_has_both_ends() -> None:
    one = _quantity("ship", high=9.0)
    assert one.has(5.0)
    assert one.has(9.0)
    assert not one.has(7.0)
    assert not _quantity("ship").has(9.0)


def test_dates_agree_in_what_both_give() -> None:
    def date(day: int | None, month: int | None, year: int | None) -> Date:
        return Date(0, 1, 0, 0, day, month, year)

    assert date(6, 1, 2026).agrees(date(6, 1, None))
    assert date(None, 1, None).agrees(date(6, 1, 2026))
    assert not date(6, 1, 2026).agrees(date(7, 1, 2026))
    assert not date(6, 1, None).agrees(date(6, 2, None))
    assert not date(6, 1, 2025).agrees(date(6, 1, 2026))
    assert not date(6, 1, None).agrees(date(None, None, 2026))
    assert date(6, 1, 2026).covers(date(6, 1, None))
    assert date(6, 1, 2026).covers(date(None, None, 2026))
    assert not date(6, 1, None).covers(date(6, 1, 2026))
    assert not date(6, 1, 2026).covers(date(7, None, None))
