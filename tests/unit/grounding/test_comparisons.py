"""The checks one by one: the claims each makes of a sentence beside a small article."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from desktop_app.grounding import Claim
from desktop_app.grounding.action_claims import check_actions
from desktop_app.grounding.actor_claims import check_actors, check_objects
from desktop_app.grounding.amount_claims import check_amounts
from desktop_app.grounding.comparison import Comparison
from desktop_app.grounding.date_claims import check_dates
from desktop_app.grounding.exchange_claims import check_exchanges
from desktop_app.grounding.factuality import check_factuality
from desktop_app.grounding.identity_claims import check_identities
from desktop_app.grounding.name_claims import check_names
from desktop_app.grounding.number_claims import check_numbers
from desktop_app.grounding.role_claims import check_roles
from desktop_app.grounding.weekday_claims import check_weekdays
from tests.unit.grounding.helpers import beside

Check = Callable[[Comparison], Iterable[Claim]]


def made(check: Check, summary: str, body: str, lang: str, published: str | None = None) -> list[str]:
    """``text | state how problem | places`` of the claims a check makes, the same after another sentence."""
    alone, after = (
        [
            f"{claim.text} | {' '.join(str(p) for p in (claim.state, claim.how, claim.problem) if p is not None)} | "
            + " + ".join(body[place.span.start : place.span.end] for place in claim.places)
            for claim in check(beside(summary, body, lang, published=published, before=before))
        ]
        for before in ("", "Ok, ok, ok.")
    )
    assert alone == after
    return alone


@pytest.mark.parametrize(
    ("summary", "body", "lang", "expected"),
    [
        ("In May Reed sold the mill.", "In May Moss sold the mill.", "en", ["Reed | not_found other_place | Moss"]),
        (
            "The old mill of Tarn has 5 wheels.",
            "The old mill of Tarn has 7 wheels.",
            "en",
            ["5 | not_found other_place | 7"],
        ),
        ("The old mill of Tarn has 7 wheels.", "The old mill of Tarn has 7 wheels.", "en", []),
        (
            "The old mill of Tarn has 7 doors.",
            "The old mill of Tarn has 7 wheels.",
            "en",
            ["7 | not_found other_noun | 7 wheels"],
        ),
        (
            "The old mill of Tarn has opened today.",
            "The old mill of Tarn has closed today.",
            "en",
            ["opened | not_found opposite | closed"],
        ),
        (
            "The old mill of Tarn has not closed today.",
            "The old mill of Tarn has closed today.",
            "en",
            ["closed | not_found negation | The old mill of Tarn has closed today."],
        ),
        (
            "The old mill of Tarn closed today.",
            "The old mill of Tarn never closed today.",
            "en",
            ["closed | not_found negation | The old mill of Tarn never closed today."],
        ),
        (
            "The old mill did not close today.",
            "The old mill initially close today.",
            "en",
            ["close | not_found negation | The old mill initially close today."],
        ),
        ("The old mill did not close today.", "The old mill soon close today.", "en", []),
        ("The mill.", "The mill burnt.", "en", []),
        (
            "In May the mill of Reed burnt down.",
            "In May the mill of Moss burnt down.",
            "en",
            ["Reed | not_found other_place | Moss"],
        ),
        ("In May the mill of Ida Moss burnt down.", "In May the mill of Tom Moss burnt down.", "en", []),
        ("Завод в Тарне закрыл цех.", "Завод в Лунде закрыл цех.", "ru", ["Тарне | not_found other_place | Лунде"]),
        ("Завод в Тарне открыл цех.", "Завод в Тарне закрыл цех.", "ru", ["открыл | not_found opposite | закрыл"]),
        (
            "Завод в Тарне не закрыл цех.",
            "Завод в Тарне закрыл цех.",
            "ru",
            ["закрыл | not_found negation | Завод в Тарне закрыл цех."],
        ),
        ("Завод у Тарні відкрив цех.", "Завод у Тарні закрив цех.", "uk", ["відкрив | not_found opposite | закрив"]),
    ],
)
def test_what_was_exchanged(summary: str, body: str, lang: str, expected: list[str]) -> None:
    assert made(check_exchanges, summary, body, lang) == expected


HOLD = "Rents rose last year. The mill of Tarn was not sold in May. Reed refused to leave."


@pytest.mark.parametrize(
    ("summary", "body", "lang", "expected"),
    [
        (
            "Rents did not rise last year.",
            HOLD,
            "en",
            ["rise | not_found negation | rose", "rise | not_found opposite | rose"],
        ),
        (
            "The mill of Tarn was sold.",
            HOLD,
            "en",
            ["sold | not_found negation | sold", "sold | not_found opposite | sold"],
        ),
        ("Reed left.", HOLD, "en", []),
        ("Rents fell last year.", HOLD, "en", ["fell | not_found opposite | rose"]),
        ("Rents fell or rose last year.", HOLD, "en", []),
        ("Rents rose last year.", HOLD, "en", []),
        ("Snow did not melt.", HOLD, "en", []),
        (
            "The mill of Tarn never burnt.",
            "The mill of Tarn stood.",
            "en",
            ["burnt | not_found negation | The mill of Tarn stood."],
        ),
        (
            "Цены не выросли.",
            "Цены выросли.",
            "ru",
            ["выросли | not_found negation | выросли", "выросли | not_found opposite | выросли"],
        ),
        (
            "Завод закрыт.",
            "Завод не закрыт.",
            "ru",
            ["закрыт | not_found negation | закрыт", "закрыт | not_found opposite | закрыт"],
        ),
        ("Завод пострадал.", "Завод не пострадал.", "ru", ["пострадал | not_found negation | пострадал"]),
        (
            "Ціни не зросли.",
            "Ціни зросли.",
            "uk",
            ["зросли | not_found negation | зросли", "зросли | not_found opposite | зросли"],
        ),
    ],
)
def test_denials_and_opposites(summary: str, body: str, lang: str, expected: list[str]) -> None:
    assert made(check_actions, summary, body, lang) == expected


LAKE = (
    "The lake club asked the town to close the beach. Ida Moss said that ducks had died. "
    "The town praised Tom Reed for his work. Fishermen stayed."
)


@pytest.mark.parametrize(
    ("summary", "body", "lang", "expected"),
    [
        (
            "The town asked the lake club to close the beach.",
            LAKE,
            "en",
            ["town asked | not_found roles | lake club"],
        ),
        ("Fishermen said that ducks had died.", LAKE, "en", ["Fishermen said | not_found other_place | Ida Moss"]),
        ("Ida Moss said that ducks had died.", LAKE, "en", []),
        ("The club asked the town to close the beach.", LAKE, "en", []),
        ("Tom Reed praised the town for his work.", LAKE, "en", ["Tom Reed praised | not_found roles | town"]),
        ("He said that ducks had died.", LAKE, "en", []),
        ("Мосина сообщила о гибели уток.", "Рысин сообщил о гибели уток.", "ru", []),
    ],
)
def test_who_did_it(summary: str, body: str, lang: str, expected: list[str]) -> None:
    assert made(check_actors, summary, body, lang) == expected


REED = " Tom Reed slept."


@pytest.mark.parametrize(
    ("summary", "body", "expected"),
    [
        # Verbs whose sides may change, passives, and what neither side names.
        ("Reed met Moss in Tarn.", "Moss met Reed in Tarn.", []),
        ("Reed blamed Moss for the fire.", "Moss blamed Reed for the fire.", ["Reed blamed | not_found roles | Moss"]),
        ("Reed was blamed by Moss for the fire.", "Moss blamed Reed for the fire.", []),
        ("Moss was blamed by Reed for the fire.", "Moss blamed Reed for the fire.", []),
        ("Moss was blamed by Reed for the fire.", "Reed was blamed by Moss for the fire.", []),
        (
            "The clerk blamed the baker for the fire.",
            "The baker blamed the clerk for the fire.",
            ["clerk blamed | not_found roles | baker"],
        ),
        ("The company blamed the baker for the fire.", "The baker blamed the clerk for the fire.", []),
        # Another name, a description, a noun that takes up what was named.
        (
            "Tom Reed praised the crew of the boat.",
            "Ida Moss praised the crew of the boat." + REED,
            ["Tom Reed praised | not_found other_place | Ida Moss"],
        ),
        ("Tom Reed praised the crew of the boat.", "She praised the crew of the boat." + REED, []),
        ("Tom Reed praised the crew of the boat.", "The mayor praised the crew of the boat." + REED, []),
        (
            "The mayor praised the crew of the boat.",
            "Tom Reed praised the crew of the boat. The mayor, Tom Reed, slept.",
            [],
        ),
        (
            "The mayor praised the crew of the boat.",
            "Tom Reed praised the crew of the boat. The mayor slept.",
            ["mayor praised | not_found other_place | Tom Reed"],
        ),
        ("The artist praised the crew of the boat.", "The singer praised the crew of the boat. The artist slept.", []),
        (
            "The artists praised the crew of the boat.",
            "The singers praised the crew of the boat. The artists slept.",
            ["artists praised | not_found other_place | singers"],
        ),
        ("The artists praised the crew of the boat.", "The singers praised the crew of the boat. She saw artists.", []),
        # Who said it.
        (
            "Ida Moss said the road was closed.",
            "Residents said the road was closed. Ida Moss slept. Residents left.",
            ["Ida Moss said | not_found other_place | Residents"],
        ),
        ("Ida Moss said the road was closed.", "Residents said the road was closed. Ida Moss slept.", []),
        ("Ida Moss said the road was closed.", "Ida Moss came. She said the road was closed.", []),
        (
            "Ida Moss said the road was closed.",
            "Tom Reed said the road was closed. Ida Moss slept.",
            ["Ida Moss said | not_found other_place | Tom Reed"],
        ),
        (
            "Ida Moss announced the road was closed.",
            "Tom Reed said the road was closed. Ida Moss slept.",
            ["Ida Moss announced | not_found other_place | Tom Reed"],
        ),
        ("Ida Moss said the road was open.", "Tom Reed said the road was closed. Ida Moss slept.", []),
        (
            "The builder answered that plans were late.",
            "The authority blames the builder; the firm answered that plans were late.",
            [],
        ),
        (
            "The TCC said the road was closed.",
            "The Tarn Car Club (TCC) said the road was closed.",
            [],
        ),
        ("A plan was announced on Tuesday.", "The mayor announced a plan on Tuesday.", []),
        (
            "The council answered that plans were late.",
            "The council blames the builder; the firm answered that plans were late.",
            ["council answered | not_found other_place | firm"],
        ),
        (
            "The builder answered that plans were late.",
            "The council blames the builder; the firm answered that plans were late.",
            [],
        ),
        # A word that points back to the sentence before.
        (
            "Tom Reed turned down a new bridge.",
            "Ida Moss asked for a new bridge. The mayor turned this down. Tom Reed slept.",
            [],
        ),
        (
            "Tom Reed turned down a new bridge.",
            "Ida Moss asked for a new bridge. Tom Kern turned down. Tom Reed slept.",
            [],
        ),
        # Acts in the very sentence, but does something else.
        ("Reed sold the mill of Tarn.", "Moss sold the mill of Tarn to Reed.", []),
        # Too little in common.
        ("Reed sold the old mill.", "Moss sold the boats." + REED, []),
        ("Snow sold the mill of Tarn.", "Moss sold the mill of Tarn.", []),
    ],
)
def test_whose_deed_it_is(summary: str, body: str, expected: list[str]) -> None:
    assert made(check_actors, summary, body, "en") == expected


@pytest.mark.parametrize(
    ("summary", "body", "lang", "expected"),
    [
        (
            "Город попросил общество закрыть пляж.",
            "Общество попросило город закрыть пляж.",
            "ru",
            ["Город попросил | not_found roles | Общество"],
        ),
        ("Город общество попросило закрыть пляж.", "Общество попросило город закрыть пляж.", "ru", []),
        (
            "Мэра обвинил врач в поджоге.",
            "Мэр обвинил врача в поджоге.",
            "ru",
            ["обвинил врач | not_found roles | Мэр"],
        ),
        (
            "Врач обвинил мэра в поджоге.",
            "Мэр обвинил врача в поджоге.",
            "ru",
            ["Врач обвинил | not_found roles | Мэр"],
        ),
        ("Банк обвинил завод в поджоге.", "Завод обвинил банк в поджоге.", "ru", []),
        ("В Липках сгорел склад.", "Склад сгорел в Липках.", "ru", []),
        (
            "Ида Мосина продала мельницу в Тарне.",
            "Анна Рысина продала мельницу в Тарне. Ида Мосина спала.",
            "ru",
            ["Ида Мосина продала | not_found other_place | Анна Рысина"],
        ),
        ("Ида Мосина продала мельницу в Тарне.", "Она продала мельницу в Тарне. Ида Мосина спала.", "ru", []),
        ("Місто попросило товариство закрити пляж.", "Товариство попросило місто закрити пляж.", "uk", []),
        (
            "Лікар звинуватив мера в підпалі.",
            "Мер звинуватив лікаря в підпалі.",
            "uk",
            ["Лікар звинуватив | not_found roles | Мер"],
        ),
        (
            "Іда Мосіна продала млин у Тарні.",
            "Анна Рись продала млин у Тарні. Іда Мосіна спала.",
            "uk",
            ["Іда Мосіна продала | not_found other_place | Анна Рись"],
        ),
    ],
)
def test_whose_deed_it_is_where_words_have_cases(summary: str, body: str, lang: str, expected: list[str]) -> None:
    assert made(check_actors, summary, body, lang) == expected


@pytest.mark.parametrize(
    ("summary", "body", "lang", "expected"),
    [
        ("The town praised Ida Moss.", LAKE.replace("for his work.", "for it."), "en", []),
        (
            "The town praised Ida Moss.",
            "The town praised Tom Reed.\n\nAnn Lee left.\n\nIda Moss slept.",
            "en",
            ["Ida Moss | not_found other_place | Tom Reed"],
        ),
        ("The town praised Tom Reed.", "The town praised Tom Reed.\n\nAnn Lee left.\n\nIda Moss slept.", "en", []),
        ("The town spoke of Ida Moss.", "The town spoke of Tom Reed.\n\nAnn Lee left.\n\nIda Moss slept.", "en", []),
        ("The county praised Ida Moss.", "The town praised Tom Reed.\n\nAnn Lee left.\n\nIda Moss slept.", "en", []),
    ],
)
def test_whom_it_was_done_to(summary: str, body: str, lang: str, expected: list[str]) -> None:
    assert made(check_objects, summary, body, lang) == expected


PLAYERS = (
    "Сборная Лугании обыграла команду Тарнии. Олег Рысин поблагодарил Петра Зорина. «Арго» потребовал денег от порта."
)


@pytest.mark.parametrize(
    ("summary", "body", "lang", "expected"),
    [
        (
            "Петр Зорин поблагодарил Олега Рысина.",
            PLAYERS,
            "ru",
            ["Петр Зорин поблагодарил Олега Рысина | not_found roles | Олег Рысин"],
        ),
        ("Олег Рысин поблагодарил Петра Зорина.", PLAYERS, "ru", []),
        ("Петра Зорина поблагодарил Олег Рысин.", PLAYERS, "ru", []),
        (
            "Сборная Тарнии обыграла команду Лугании.",
            PLAYERS,
            "ru",
            ["Тарнии обыграла команду Лугании | not_found roles | Лугании"],
        ),
        (
            "Петро Зорін подякував Олега Рися.",
            "Олег Рись подякував Петра Зоріна.",
            "uk",
            ["Петро Зорін подякував Олега Рися | not_found roles | Олег Рись"],
        ),
        ("Moss thanked Reed.", "Reed thanked Moss.", "en", []),
    ],
)
def test_actor_and_acted_on(summary: str, body: str, lang: str, expected: list[str]) -> None:
    assert made(check_roles, summary, body, lang) == expected


OFFICES = "Mayor Tom Reed left. Then Ada Bell, a clerk, spoke. Jon Vale sat. The judge sat too."


@pytest.mark.parametrize(
    ("summary", "body", "lang", "expected"),
    [
        ("Ada Bell, the mayor, left.", OFFICES, "en", ["Ada Bell | not_found other_place | Mayor Tom Reed"]),
        ("Ada Bell, mayor, left.", OFFICES, "en", ["Ada Bell | not_found other_place | Mayor Tom Reed"]),
        ("Tom Reed, the mayor, left.", OFFICES, "en", []),
        ("Reed, the mayor, left.", OFFICES, "en", []),
        ("Jon Vale, the judge, sat.", OFFICES, "en", []),
        ("Ada Bell, who is mayor, left.", OFFICES, "en", []),
        ("Ada Bell, of the mayor, left.", OFFICES, "en", []),
        ("Ada Bell, Mayor, left.", OFFICES, "en", []),
        ("Ada Bell, the mayor of 5, left.", OFFICES, "en", []),
        ("Ada Bell, the mayor and chief of all of the old town, left.", OFFICES, "en", []),
        (
            "Ada Bell, the mayor and chief of all of the town, left.",
            OFFICES,
            "en",
            ["Ada Bell | not_found other_place | Mayor Tom Reed"],
        ),
        ("Ada Bell, the mayor", OFFICES, "en", []),
        ("Ada Bell", OFFICES, "en", []),
        ("Ada Bell, the deputy mayor, left.", OFFICES, "en", []),
        ("Ada Bell, the mayor, left.", "The mayor of the old town of Lund, Tom Reed, left. Ada Bell sat.", "en", []),
        (
            "Ada Bell, the mayor, left.",
            "The mayor of old Lund, Tom Reed, left. There Ada Bell sat.",
            "en",
            ["Ada Bell | not_found other_place | Lund"],
        ),
    ],
)
def test_who_holds_an_office(summary: str, body: str, lang: str, expected: list[str]) -> None:
    assert made(check_identities, summary, body, lang) == expected


SALES = "On line 4 passenger numbers rose by 12% last year, while income from tickets fell by 3%."


@pytest.mark.parametrize(
    ("summary", "lang", "body", "expected"),
    [
        ("Fewer passengers came.", "en", SALES, ["Fewer | not_found opposite | rose"]),
        ("Fewer of the passengers came.", "en", SALES, []),
        ("More passengers came.", "en", SALES, []),
        ("More income came.", "en", SALES, ["More | not_found opposite | fell"]),
        ("Fewer than 400 passengers came.", "en", SALES, []),
        ("Fewer 400 passengers came.", "en", SALES, []),
        ("Fewer old passengers came.", "en", SALES, []),
        ("Fewer, passengers came.", "en", SALES, []),
        ("Not fewer passengers came.", "en", SALES, []),
        ("Fewer passengers came.", "en", "Passenger numbers did not rise.", []),
        ("Fewer passengers came.", "en", "Passenger numbers rose. Passenger numbers fell.", []),
        ("Пассажиров стало меньше.", "ru", "Число пассажиров выросло.", ["меньше | not_found opposite | выросло"]),
        (
            "За день пассажиров стало меньше.",
            "ru",
            "Число пассажиров выросло.",
            ["меньше | not_found opposite | выросло"],
        ),
        ("Стало меньше.", "ru", "Число пассажиров выросло.", []),
    ],
)
def test_more_and_fewer(summary: str, lang: str, body: str, expected: list[str]) -> None:
    assert made(check_amounts, summary, body, lang) == expected


DATED = "They met on 6 January 2026. In March 2024 the mill burnt. The dam of 1990 houses stood."


@pytest.mark.parametrize(
    ("summary", "published", "expected"),
    [
        ("They met on 6 January 2026.", None, ["6 January 2026 | exact | 6 January 2026"]),
        ("They met on 6 January.", None, ["6 January | other_form | 6 January 2026"]),
        ("They met on 7 January 2026.", None, ["7 January 2026 | not_found absent | "]),
        ("They met on 6 January 2024.", None, ["6 January 2024 | not_found absent | "]),
        ("They met in January 2024.", None, ["January 2024 | not_found absent | "]),
        ("They met in March 2026.", None, ["March 2026 | not_found absent | "]),
        ("They met in 2026.", None, ["2026 | other_form | 6 January 2026"]),
        ("They met in 2023.", None, ["2023 | not_found absent | "]),
        ("They met in 1990.", None, ["1990 | other_form | 1990"]),
        ("They met in May 1990.", None, ["May 1990 | not_found absent | "]),
    ],
)
def test_dates(summary: str, published: str | None, expected: list[str]) -> None:
    assert made(check_dates, summary, DATED, "en", published) == expected


@pytest.mark.parametrize(
    ("summary", "body", "published", "expected"),
    [
        (
            "They met on 6 January 2026.",
            "They met on 6 January.",
            None,
            ["6 January 2026 | not_found absent | 6 January"],
        ),
        (
            "They met on 6 January 2026.",
            "They met on 6 January.",
            "2026-01-07",
            ["6 January 2026 | other_form | 6 January"],
        ),
        (
            "They met on 6 January 2025.",
            "They met on 6 January.",
            "2026-01-07",
            ["6 January 2025 | not_found absent | 6 January"],
        ),
        (
            "They met on 6 January 2026.",
            "They met on 6 January. In 2026 it burnt.",
            None,
            ["6 January 2026 | other_form | 6 January + 2026"],
        ),
        (
            "They met on 6 January 2026.",
            "They met on 7 January. In 2026 it burnt.",
            None,
            ["6 January 2026 | not_found absent | 2026"],
        ),
        (
            "They met in January 2026.",
            "They met on 7 January. In 2026 it burnt.",
            None,
            ["January 2026 | other_form | 7 January + 2026"],
        ),
        (
            "They met in May 2026.",
            "They met on 7 January. In 2026 it burnt.",
            None,
            ["May 2026 | not_found absent | 2026"],
        ),
        (
            "They met on 6 January 2026.",
            "They met on 6 January.",
            "soon",
            ["6 January 2026 | not_found absent | 6 January"],
        ),
    ],
)
def test_a_year_from_elsewhere(summary: str, body: str, published: str | None, expected: list[str]) -> None:
    assert made(check_dates, summary, body, "en", published) == expected


DAYS = "The miners went back on Monday. The court sits on Thursday. Snow fell on 4 November."


@pytest.mark.parametrize(
    ("summary", "body", "lang", "published", "expected"),
    [
        ("The miners went back on Monday.", DAYS, "en", None, ["Monday | exact | Monday"]),
        ("Monday's miners went back.", DAYS, "en", None, ["Monday's | other_form | Monday"]),
        ("The miners went back on Thursday.", DAYS, "en", None, ["Thursday | not_found other_place | Monday"]),
        ("The miners went back on Friday.", DAYS, "en", None, ["Friday | not_found absent | Monday"]),
        ("Snow fell on Wednesday.", DAYS, "en", "2026-11-05", ["Wednesday | derivable | 4 November"]),
        ("Snow fell on Wednesday.", DAYS, "en", None, ["Wednesday | not_found absent | "]),
        (
            "Snow fell on Wednesday.",
            "Snow fell on 4 November 2026.",
            "en",
            None,
            ["Wednesday | derivable | 4 November 2026"],
        ),
        ("Snow fell on Wednesday.", "Snow fell on 31 November 2026.", "en", None, ["Wednesday | not_found absent | "]),
        ("Snow fell on Wednesday.", "Snow fell in November 2026.", "en", None, ["Wednesday | not_found absent | "]),
        ("Snow fell on Wednesday.", "Snow fell yesterday.", "en", None, []),
        ("Снег выпал в среду.", "Снег выпал в среду.", "ru", None, ["среду | exact | среду"]),
        ("Завод портил среду.", "Снег выпал в среду.", "ru", None, []),
        ("Среду портили.", "Снег выпал в среду.", "ru", None, []),
    ],
)
def test_days(summary: str, body: str, lang: str, published: str | None, expected: list[str]) -> None:
    assert made(check_weekdays, summary, body, lang, published) == expected


MINE = "The mine wanted to abolish the bonus for nights. No buyer was found for the mill. Reed sang."


@pytest.mark.parametrize(
    ("summary", "body", "lang", "expected"),
    [
        ("The mine abolished the bonus for nights.", MINE, "en", ["abolished | not_found intended | abolish"]),
        ("The mine abolishes the bonus for nights.", MINE, "en", []),
        ("The mine wanted to abolish the bonus.", MINE, "en", []),
        ("The mine wanted to shut the gate.", "The mine wanted to shut the gate.", "en", []),
        ("The gate would be shut.", "The mine wanted to shut the gate.", "en", []),
        ("The gate was shut.", "The mine wanted to shut the gate.", "en", ["was shut | not_found intended | shut"]),
        ("The mayor found a buyer for the mill.", MINE, "en", ["found a buyer | not_found negation | buyer"]),
        ("The mayor found no buyer for the mill.", MINE, "en", []),
        ("A buyer was found for the mill.", MINE, "en", []),
        ("The mayor wants a buyer found for the mill.", MINE, "en", []),
        (
            "Рудник отменил надбавку.",
            "Рудник хотел отменить надбавку.",
            "ru",
            ["отменил | not_found intended | отменить"],
        ),
        (
            "Рудник скасував доплату.",
            "Рудник хотів скасувати доплату.",
            "uk",
            ["скасував | not_found intended | скасувати"],
        ),
    ],
)
def test_done_or_only_wanted(summary: str, body: str, lang: str, expected: list[str]) -> None:
    assert made(check_factuality, summary, body, lang) == expected


FIRM = (
    "The firm paid £40 million for 12 ships. Sales rose by 5% to $3.2bn. Losses reached £2m a day. "
    "Some 64% of parents and 23% of teachers agreed. In 1990 it had 3,000 clerks. Rent is CAD 900 a month."
)


@pytest.mark.parametrize(
    ("summary", "expected"),
    [
        ("The firm paid £40 million.", ["£40 million | exact | £40 million"]),
        ("The firm paid £40m.", ["£40m | other_form | £40 million"]),
        ("The firm paid £45 million.", ["£45 million | not_found absent | £40 million"]),
        ("The firm paid €40 million.", ["€40 million | not_found other_unit | £40 million"]),
        ("The firm has twelve ships.", ["twelve | other_form | 12"]),
        ("The firm has 12 mills.", ["12 | not_found other_noun | 12"]),
        ("The firm has 12 people.", ["12 | exact | 12"]),
        ("Sales rose to 5%.", ["5% | not_found other_change | 5%"]),
        ("Sales rose from 5%.", ["5% | exact | 5%"]),
        ("Losses reached £2m a week.", ["£2m | not_found other_unit | £2m"]),
        ("Losses reached £2m in a week.", ["£2m | not_found other_unit | £2m"]),
        ("Losses reached £2m now.", ["£2m | exact | £2m"]),
        ("Some 64% of teachers agreed.", ["64% | not_found other_place | 23%"]),
        ("Some 64% of farmers agreed.", ["64% | exact | 64%"]),
        ("It had 1990 clerks.", ["1990 | other_form | 1990"]),
        ("Rent is $900.", ["$900 | other_form | CAD 900"]),
        ("Rent is €900.", ["€900 | not_found other_unit | CAD 900"]),
    ],
)
def test_numbers(summary: str, expected: list[str]) -> None:
    assert made(check_numbers, summary, FIRM, "en") == expected


PEOPLE = (
    "Denis Moss met Pavel Reed in Harlow. The United Nations said nothing. Rare maps by Anna Brandt are on show. "
    "The Ministry of Works praised Tom Lund. NATO stayed away."
)


@pytest.mark.parametrize(
    ("summary", "expected"),
    [
        ("Then Denis Moss spoke.", ["Denis Moss | exact | Denis Moss"]),
        ("Then Moss's friend spoke.", ["Moss's | other_form | Denis Moss"]),
        ("Then Denis Reed spoke.", ["Denis Reed | not_found mixed_name | Denis + Reed"]),
        ("Then Ida Kern spoke.", ["Ida Kern | not_found absent | "]),
        ("Then the UN spoke.", ["UN | other_form | United Nations"]),
        ("Then the MW spoke.", ["MW | other_form | Ministry of Works"]),
        ("Then the MX spoke.", ["MX | not_found absent | "]),
        ("Rare maps by Tom Lund are on show.", ["Tom Lund | not_found other_place | Anna Brandt"]),
        ("Rare maps by Anna Brandt are on show.", ["Anna Brandt | exact | Anna Brandt"]),
        ("Then President Moss spoke.", ["President Moss | exact | Moss"]),
        ("Then ex-president Moss spoke.", ["Moss | exact | Denis Moss"]),
        (
            "Pavel Reed met Denis Moss in Harlow.",
            [
                "Pavel Reed | not_found other_place | Denis Moss",
                "Denis Moss | not_found other_place | Pavel Reed",
                "Harlow | exact | Harlow",
            ],
        ),
    ],
)
def test_names(summary: str, expected: list[str]) -> None:
    assert made(check_names, summary, PEOPLE, "en") == expected
