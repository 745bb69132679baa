"""Numbers, names and what was exchanged: one summary beside one small article each, in many forms."""

from __future__ import annotations

import pytest

from desktop_app.grounding.action_claims import check_actions
from desktop_app.grounding.exchange_claims import check_exchanges
from desktop_app.grounding.identity_claims import check_identities
from desktop_app.grounding.name_claims import check_names
from desktop_app.grounding.number_claims import check_numbers
from desktop_app.grounding.role_claims import check_roles
from tests.unit.grounding.test_comparisons import made

MERGED = "Unions photographed skiers and smuggled mortgages past the goalkeeper"
APART = (
    "Skiers slept. Snow fell. Rain fell. Unions met. Wind blew. Mist rose. Goalkeepers ran. Sun set. "
    "Smuggled goods sank. Moon rose. Mortgages fell. They photographed it."
)


@pytest.mark.parametrize(
    ("summary", "body", "lang", "expected"),
    [
        ("It was 6 there.", "They met on 6 January 2026.", "en", ["6 | other_form | 6 January 2026"]),
        ("It cost 6 euros.", "They met on 6 January 2026.", "en", ["6 euros | not_found absent | "]),
        ("Some 10–15 ships sank.", "Some 10–15 ships sank.", "en", ["10–15 | exact | 10–15"]),
        ("Some 10–14 ships sank.", "Some 10–15 ships sank.", "en", ["10–14 | not_found absent | 10–15"]),
        ("Some 11–15 ships sank.", "Some 10–15 ships sank.", "en", ["11–15 | not_found absent | 10–15"]),
        ("Some 10–15 ships sank.", "Between 10 and 15 ships sank.", "en", ["10–15 | other_form | Between 10 and 15"]),
        ("Some 10–15 ships sank.", "Some 10 ships sank. Then 15 ships sank.", "en", ["10–15 | not_found absent | 10"]),
        ("Some 15 ships sank.", "Some 10–15 ships sank.", "en", ["15 | other_form | 10–15"]),
        ("It has 12 mills.", "It has 12 ships and €12.", "en", ["12 | not_found other_noun | 12 + €12"]),
        ("It has $12.", "It has 12 ships and €12.", "en", ["$12 | not_found other_unit | 12 + €12"]),
        (
            "It has 12 ships.",
            "It has 12 ships. We have 12 ships. You have 12 ships. They have 12 ships. She has 12 ships. 12 ships!",
            "en",
            ["12 | exact | 12 + 12 + 12 + 12 + 12"],
        ),
        ("It sold 5 boats.", "It sold 45 boats, 5 more than last year.", "en", ["5 | not_found other_noun | 5"]),
        ("Sales rose to 5%.", "Sales rose from 5% to 8%.", "en", ["5% | not_found other_change | 5%"]),
        ("Sales rose from 8%.", "Sales rose from 5% to 8%.", "en", ["8% | not_found other_change | 8%"]),
        ("Sales rose from 5%.", "Sales rose from 5% to 8%.", "en", ["5% | exact | 5%"]),
        ("Sales went to 5%.", "Sales went from 5% to 8%.", "en", ["5% | other_form | from 5% to 8%"]),
        ("Losses reached £2m, a week ago.", "Losses reached £2m a day.", "en", ["£2m | exact | £2m"]),
        ("It rose from 5 per cent.", "It rose from 5 to 8 per cent.", "en", ["5 per cent | other_form | 5"]),
        ("It has 12 vessels.", "It has 12 big old ships.", "en", ["12 | not_found other_noun | 12"]),
        ("It has 12 ships.", "It has 12 big old ships.", "en", ["12 | exact | 12"]),
        ("It has 12 ships.", "It has 12 sailors for the old ships.", "en", ["12 | exact | 12"]),
        ("It has 12 sailors.", "It has 12 sailors for the old ships.", "en", ["12 | exact | 12"]),
        ("It has 12 doctors.", "It has 12 physicians.", "en", ["12 | exact | 12"]),
        ("It fell by a third.", "It fell by a third.", "en", ["a third | exact | a third"]),
        ("It fell by 0.33.", "It fell by a third.", "en", ["0.33 | not_found absent | "]),
        ("One in three left.", "A third left.", "en", ["One in three | other_form | A third"]),
        ("Two thirds left.", "A third left.", "en", ["Two thirds | not_found absent | A third"]),
        (
            "Some 64% of teachers agreed.",
            "Some 64% of parents agreed. Teachers slept.",
            "en",
            ["64% | not_found other_noun | 64%"],
        ),
        ("Some 64% of them agreed.", "Some 64% of parents agreed. Teachers slept.", "en", ["64% | exact | 64%"]),
        ("Some 64% of people agreed.", "Some 64% of parents agreed. Teachers slept.", "en", ["64% | exact | 64%"]),
        ("It took 5 days.", "It took 5 weeks.", "en", ["5 days | not_found other_unit | 5 weeks"]),
        ("It took 5 days.", "It took 5.", "en", ["5 days | not_found other_unit | 5"]),
        ("It took 5.", "It took 5 days.", "en", ["5 | other_form | 5 days"]),
        ("It won 3:1.", "It won 3:1.", "en", ["3:1 | exact | 3:1"]),
        ("It won 1:3.", "It won 3:1.", "en", ["1:3 | not_found absent | 3:1"]),
        ("Prices doubled.", "Prices rose 2 times.", "en", ["doubled | other_form | 2"]),
        ("Prices doubled.", "Prices doubled in May.", "en", ["doubled | exact | doubled"]),
        ("It has 7,000 clerks.", "It has 7000 clerks.", "en", ["7,000 | other_form | 7000"]),
        ("It has seven thousand clerks.", "It has 7000 clerks.", "en", ["seven thousand | other_form | 7000"]),
        ("About 600 clerks left.", "Some 597 clerks left.", "en", ["600 | derivable rounding | 597"]),
        (
            "It lost 30 euros.",
            "The price fell from 120 euros to 90 euros.",
            "en",
            ["30 euros | derivable difference | 120 euros + 90 euros"],
        ),
        ("Sales reached 8 tons.", "Sales rose from 5 kilos to 9 tons.", "en", ["8 tons | not_found absent | 9 tons"]),
        ("The 2nd mill burnt.", "The 3rd mill burnt.", "en", ["2 | not_found absent | 3"]),
        ("The 3rd mill burnt.", "The 3rd mill burnt.", "en", ["3 | exact | 3"]),
        ("Купили 12 судов.", "Купили 12 барж.", "ru", ["12 | not_found other_noun | 12"]),
        ("Купили 12 судов.", "Купили 12 больших судов.", "ru", ["12 | exact | 12"]),
        ("Погибли 5 раненых.", "Погибли 5 раненых.", "ru", ["5 | exact | 5"]),
        ("Погибли 5 детей.", "Погибли 5 раненых.", "ru", ["5 | not_found other_noun | 5"]),
        ("Погибли 5 человек.", "Погибли 5 раненых.", "ru", ["5 | exact | 5"]),
        ("Цены выросли вдвое.", "Цены удвоились.", "ru", ["вдвое | other_form | удвоились"]),
        ("Купили на 12 млн рублей.", "Купили на 12 млн.", "ru", ["12 млн рублей | not_found other_unit | 12 млн."]),
        ("Сгорел каждый пятый дом.", "Сгорели 20% домов.", "ru", ["каждый пятый | derivable percentage | 20%"]),
        (
            "Заплатили 5 рублей в день.",
            "Заплатили 5 рублей в час.",
            "ru",
            ["5 рублей | not_found other_unit | 5 рублей"],
        ),
        ("Заплатили 5 рублей в день.", "Заплатили 5 рублей в день.", "ru", ["5 рублей | exact | 5 рублей"]),
        ("Стало на 7% больше.", "Стало на 7% меньше.", "ru", ["7% | exact | 7%"]),
        ("Их 300 тыс.", "Их 300 тысяч.", "ru", ["300 тыс. | other_form | 300 тысяч"]),
        ("Уехали 7 семей.", "Уехали 7 домохозяйств.", "ru", ["7 | exact | 7"]),
        ("Sales were 7%.", "Sales were 45 boats, 7% more than in May.", "en", ["7% | not_found other_change | 7%"]),
        ("Sales were 7% higher.", "Sales were 45 boats, 7% more than in May.", "en", ["7% | exact | 7%"]),
        ("Sales rose by 7%.", "Sales were 45 boats, 7% more than in May.", "en", ["7% | exact | 7%"]),
        ("Sales, in total, were 7%.", "Sales were 45 boats, 7% more than in May.", "en", ["7% | exact | 7%"]),
        ("It was more, sales were 7%.", "Sales were 45 boats, 7% more than in May.", "en", ["7% | exact | 7%"]),
        (
            "It was more, they say, sales were 7%.",
            "Sales were 45 boats, 7% more than in May.",
            "en",
            ["7% | not_found other_change | 7%"],
        ),
        (
            "Sales were 7%, they say, more.",
            "Sales were 45 boats, 7% more than in May.",
            "en",
            ["7% | not_found other_change | 7%"],
        ),
        ("Sales were by 7%.", "Sales were 45 boats, 7% more than in May.", "en", ["7% | exact | 7%"]),
        (
            "By May sales were 7%.",
            "Sales were 45 boats, 7% more than in May.",
            "en",
            ["7% | not_found other_change | 7%"],
        ),
        ("It sold 45.", "It sold 45 boats.", "en", ["45 | exact | 45"]),
        ("The flat costs £900 a month.", "The flat costs £900 a week.", "en", ["£900 | not_found other_unit | £900"]),
        ("The flat costs £900 per month.", "The flat costs £900 a week.", "en", ["£900 | not_found other_unit | £900"]),
        (
            "The flat costs £900 for a month.",
            "The flat costs £900 for one week.",
            "en",
            ["£900 | not_found other_unit | £900"],
        ),
        ("The flat costs £900 in one old month.", "The flat costs £900 a week.", "en", ["£900 | exact | £900"]),
    ],
)
def test_a_number_in_any_form(summary: str, body: str, lang: str, expected: list[str]) -> None:
    assert made(check_numbers, summary, body, lang) == expected


@pytest.mark.parametrize(
    ("summary", "body", "lang", "expected"),
    [
        ("Then Moss spoke.", "Then Ida Moss spoke.", "en", ["Moss | exact | Ida Moss"]),
        ("Then Ida Moss spoke.", "Then Moss spoke.", "en", ["Ida Moss | not_found absent | "]),
        ("Then Bo-Moss spoke.", "Then Bo saw Tom Moss.", "en", ["Bo-Moss | not_found absent | "]),
        ("Then the Chinese voted.", "Then China voted.", "en", ["Chinese | other_form | China"]),
        ("Then China voted.", "Then the Chinese voted.", "en", ["China | other_form | Chinese"]),
        ("Then the TCC voted.", "Then the Tarn City Council voted.", "en", ["TCC | other_form | Tarn City Council"]),
        (
            "Then the T.C.C. voted.",
            "Then the Tarn City Council voted.",
            "en",
            ["T.C.C. | other_form | Tarn City Council"],
        ),
        ("Then the TCCABCD voted.", "Then the Tarn City Council voted.", "en", ["TCCABCD | not_found absent | "]),
        ("Then Tarn City Council voted.", "Then the TCC voted.", "en", ["Tarn City Council | other_form | TCC"]),
        ("Then Tarn City voted.", "Then the TC voted.", "en", ["Tarn City | not_found absent | "]),
        ("Then ex-mayor Moss spoke.", "Then Moss spoke.", "en", ["Moss | exact | Moss"]),
        ("Then Vice-President Moss spoke.", "Then Moss spoke.", "en", ["Vice-President Moss | exact | Moss"]),
        ("Then Zorro-President Moss spoke.", "Then Moss spoke.", "en", ["Zorro-President Moss | not_found absent | "]),
        (
            "Then Ida Kern spoke.",
            "Then Ida Moss and Tom Kern spoke.",
            "en",
            ["Ida Kern | not_found mixed_name | Ida + Kern"],
        ),
        ("Then Ida Kern spoke.", "Then Ida Moss, Tom Kern and Ida Kern spoke.", "en", ["Ida Kern | exact | Ida Kern"]),
        (
            "Заявило Минэкологии.",
            "Заявило министерство экологии.",
            "ru",
            ["Минэкологии | other_form | министерство экологии"],
        ),
        ("Заявило Минэкологии.", "Заявило минное экологии.", "ru", ["Минэкологии | other_form | минное экологии"]),
        ("Заявило Минэко.", "Заявило министерство эко.", "ru", ["Минэко | not_found absent | "]),
        ("Заявил вице-премьер Рысин.", "Заявил Рысин.", "ru", ["Рысин | exact | Рысин"]),
        ("Заявил ВСТ.", "Заявили Вооружённые силы Тарна.", "ru", ["ВСТ | other_form | Вооружённые силы Тарна"]),
        ("Он жил в Харьковской области.", "Он жил в Харькове.", "ru", ["Харьковской | other_form | Харькове"]),
        (
            "Drawings by Leonardo are shown.",
            "Drawings by Raphael are shown. Leonardo slept.",
            "en",
            ["Leonardo | not_found other_place | Raphael"],
        ),
        (
            "The drawings by Leonardo are shown.",
            "Drawings by the Raphael are shown. Leonardo slept.",
            "en",
            ["Leonardo | not_found other_place | Raphael"],
        ),
        (
            "Drawings of Leonardo are shown.",
            "Drawings by Raphael are shown. Leonardo slept.",
            "en",
            ["Leonardo | exact | Leonardo"],
        ),
        (
            "Moss sold the old mill to Reed.",
            "Reed sold the old mill to Moss.",
            "en",
            ["Moss | exact | Moss", "Reed | not_found other_place | Moss"],
        ),
        (
            "Reed sold the mill.",
            "The mill was sold by Moss. Then Reed slept.",
            "en",
            ["Reed | not_found other_place | Moss"],
        ),
        ("Then the Miller spoke.", "Then the miller spoke.", "en", ["Miller | other_form | miller"]),
        ("Then the MILLER spoke.", "Then the miller spoke.", "en", ["MILLER | not_found absent | "]),
        ("Then the Miller spoke.", "Then the miller and Tom Miller spoke.", "en", ["Miller | exact | Tom Miller"]),
        (
            "Then the Miller-Baker spoke.",
            "Then the miller and the baker spoke.",
            "en",
            ["Miller-Baker | other_form | miller"],
        ),
        ("Then the It-At spoke.", "Then it sat at the table.", "en", ["It-At | not_found absent | "]),
        ("Then the Miller-Smith spoke.", "Then the miller spoke.", "en", ["Miller-Smith | not_found absent | "]),
    ],
)
def test_a_name_in_any_form(summary: str, body: str, lang: str, expected: list[str]) -> None:
    assert made(check_names, summary, body, lang) == expected


@pytest.mark.parametrize(
    ("summary", "body", "lang", "expected"),
    [
        (
            "Moss sold the old mill.",
            "Ida Moss came. She sold the old mill. Reed met Tom Kern.",
            "en",
            ["Moss | exact | Ida Moss"],
        ),
        (
            "Ida Moss sold the old mill.",
            "Ida Moss came. She sold the old mill near Tarn.",
            "en",
            ["Ida Moss | exact | Ida Moss"],
        ),
        (
            "Ida Moss sold the old mill.",
            "Ida Moss came. Snow fell. Rain fell. She sold the old mill near Tarn.",
            "en",
            ["Ida Moss | exact | Ida Moss"],
        ),
        (
            "Ida Moss sold the old mill.",
            "Ida Moss came. Snow fell. Rain fell. Wind blew. She sold the old mill near Tarn.",
            "en",
            ["Ida Moss | exact | Ida Moss"],
        ),
        (
            "Then Ida Moss sold the old mill.",
            "Ida Moss came. Snow fell. Then Tom Kern sold the old mill.",
            "en",
            ["Ida Moss | not_found other_place | Tom Kern"],
        ),
        (
            "Then Ida Moss sold the old mill.",
            "Ida Moss came. Snow fell. Then Tom Kern sold the old mill. She sold the old mill.",
            "en",
            ["Ida Moss | exact | Ida Moss"],
        ),
        (
            "Then Ida Moss sold the old mill.",
            "Ida Moss came. Snow fell. Rain fell. Then Tom Kern saw that she sold the old mill.",
            "en",
            ["Ida Moss | exact | Ida Moss"],
        ),
        (
            "Then Ida Moss sold the old mill.",
            "Ida Moss came. Snow fell. Rain fell. Wind blew. Then Tom Kern saw that she sold the old mill.",
            "en",
            ["Ida Moss | not_found other_place | Tom Kern"],
        ),
        (
            "The mill was sold by Ida Moss.",
            "Tom Kern sold the mill. Ida Moss slept.",
            "en",
            ["Ida Moss | not_found other_place | Tom Kern"],
        ),
        (
            "The mill was sold by Ida Moss.",
            "Ida Moss sold the mill to Tom Kern.",
            "en",
            ["Ida Moss | exact | Ida Moss"],
        ),
        (
            "The mill was sold by Ida Moss.",
            "The mill was sold to Tom Kern by Ida Moss.",
            "en",
            ["Ida Moss | exact | Ida Moss"],
        ),
        (
            "Ida Moss sold the mill.",
            "The mill was sold by Tom Kern. Ida Moss slept.",
            "en",
            ["Ida Moss | not_found other_place | Tom Kern"],
        ),
    ],
)
def test_a_name_or_its_pronoun_in_the_place_of_another(summary: str, body: str, lang: str, expected: list[str]) -> None:
    """A pronoun stands for a name of the three sentences before."""
    assert made(check_names, summary, body, lang) == expected


@pytest.mark.parametrize(
    ("summary", "body", "expected"),
    [
        ("In May the mill of Reed burnt down twice.", "In May the mill of Reed Moss burnt down twice.", []),
        (
            "In May the old mill of Reed burnt down.",
            "In May the old mill of president Moss burnt down.",
            ["Reed | not_found other_place | Moss"],
        ),
        ("In May the old mill of Reed burnt down.", "In May the old mill of the late Moss burnt down.", []),
        ("In May 5 of the mills burnt.", "In May 7 of the mills burnt.", []),
        ("In May 5 and 6 of the mills burnt.", "In May 7 of the mills burnt.", []),
        ("In May 5 euros of the tax fell.", "In May 7 kilos of the tax fell.", []),
        ("Then the mill rose in May.", "Then the mill fell in May.", ["rose | not_found opposite | fell"]),
        ("Then the mill did not rise in May.", "Then the mill fell in May.", []),
        ("Then the mill rose or fell in May.", "Then the mill fell in May.", []),
        (
            "Then the mill has been sold in May.",
            "Then the mill has not been sold in May.",
            ["been | not_found negation | Then the mill has not been sold in May."],
        ),
        ("Then the mill has been quickly sold in May.", "Then the mill has not been sold in May.", []),
        ("Then the mill wasn't sold in May.", "Then the mill was sold in May.", []),
        ("Then the mill was never sold in May.", "Then the mill was not sold in May.", []),
        ("The mill of Tarn sold 5 boats.", "The mill of Tarn sold 5 cars.", ["5 | not_found other_noun | 5 cars"]),
        ("The mill of Tarn sold 5 people.", "The mill of Tarn sold 5 cars.", []),
        ("The mill of Tarn sold 5 new boats there.", "The mill of Tarn sold 5 cars there.", []),
        ("Tom went to Reed.", "Tom went to Moss and left.", []),
        ("In Tarn Tom went to Reed.", "In Tarn Tom went to Moss and left.", []),
        ("In Tarn the mayor went to Lund.", "In Tarn the mayor went to Harlow and left.", []),
        ("In Tarn the mayor went to Lund.", "In Tarn the mayor went to old Harlow and left.", []),
        ("In Tarn the mayor went to Lund there.", "In Tarn the mayor went to Harlow then and left.", []),
        ("In Tarn they went by Lund.", "In Tarn we fled by Harlow and left.", []),
        ("Lund has a mill with wheels.", "Harlow has a mill with wheels.", ["Lund | not_found other_place | Harlow"]),
        (
            "So Lund has a mill with wheels.",
            "And Harlow has a mill with wheels.",
            ["Lund | not_found other_place | Harlow"],
        ),
        ("They say Lund has a mill.", "We think Harlow has a mill.", []),
        ("Then Lund burnt.", "Then Harlow burnt.", []),
        ("Then Lund fell.", "Then Harlow burnt.", []),
        (
            "In May Lund sold one two three four five six mills.",
            "In May Harlow sold mills.",
            ["Lund | not_found other_place | Harlow"],
        ),
        (
            "In May the dam of Lund and six other old mills there burnt down.",
            "In May the dam of Harlow burnt down.",
            [],
        ),
        (
            "In May the dam of Lund burnt down.",
            "In May the dam of Harlow and six other old mills there burnt down.",
            [],
        ),
        (
            "In May the dam of Lund, Tarn and Kern burnt down.",
            "In May the dam of Harlow burnt down.",
            ["Lund | not_found other_place | Harlow"],
        ),
        (
            "In May the dam of Lund burnt down.",
            "In May the dam of Harlow burnt down. In May the dam of Lund burnt down.",
            [],
        ),
        ("In May the dam of Lund burnt down.", "In May the dam of Harlow burnt down. In May Lund burnt down.", []),
        (
            "In May the dam of Tarn burnt in Harlow.",
            "In May the dam of Harlow burnt in Tarn.",
            ["Tarn | not_found other_place | Harlow", "Harlow | not_found other_place | Tarn"],
        ),
        (
            "In May the dam of Reed's burnt down.",
            "In May the dam of Harlow burnt down.",
            ["Reed's | not_found other_place | Harlow"],
        ),
        (
            "In May the dam of Lund rose by 5% there.",
            "In May the dam of Lund rose by 7% there.",
            ["5% | not_found other_place | 7%"],
        ),
        ("In May the dam of Lund rose by 5% there.", "In May the dam of Lund rose by 7 there.", []),
        ("In May the dam of Lund rose by 5% there.", "In May the dam of Lund rose by 5–7% there.", []),
        ("In May the dam of Lund rose by 5% or 6% there.", "In May the dam of Lund rose by 7% there.", []),
        (
            "In May the dam of Lund had 5 boats there.",
            "In May the dam of Lund had 5 trams there.",
            ["5 | not_found other_noun | 5 trams"],
        ),
        ("In May the dam of Lund had 5 boats there.", "In May the dam of Lund had 6 trams there.", []),
        ("In May the dam of Lund had 5 people there.", "In May the dam of Lund had 5 trams there.", []),
        ("In May the dam of Lund opened and closed there.", "In May the dam of Lund closed there.", []),
        (
            "In May the dam of Lund opened there.",
            "In May the dam of Lund closed there.",
            ["opened | not_found opposite | closed"],
        ),
        ("In May the dam of Lund not opened there.", "In May the dam of Lund closed there.", []),
        (
            "In May the dam of Lund not burnt there.",
            "In May the dam of Lund burnt there.",
            ["burnt | not_found negation | In May the dam of Lund burnt there."],
        ),
        ("In May the dam of Lund did not burnt there.", "In May the dam of Lund once burnt there.", []),
        (
            "In May the dam of Lund did not burnt there.",
            "In May the dam of Lund initially burnt there.",
            ["burnt | not_found negation | In May the dam of Lund initially burnt there."],
        ),
        ("In May the dam of Lund did never burnt there.", "In May the dam of Lund did not burnt there.", []),
        (
            "In May the dam not of Lund there.",
            "In May the dam of Lund there.",
            ["of | not_found negation | In May the dam of Lund there."],
        ),
        ("In May the dam of Lund burnt not.", "In May the dam of Lund burnt.", []),
        (
            "In May the dam didn't burnt there.",
            "In May the dam may burnt there.",
            ["burnt | not_found negation | In May the dam may burnt there."],
        ),
        (
            "In May the dam of Lund closed there.",
            "In May the dam of Lund opened there.",
            ["closed | not_found opposite | opened"],
        ),
        (
            "In May the dam of Lund grew there.",
            "In May the dam of Lund shrank there.",
            ["grew | not_found opposite | shrank"],
        ),
        (
            "In May the dam of Lund shrank there.",
            "In May the dam of Lund grew there.",
            ["shrank | not_found opposite | grew"],
        ),
        ("In May the dam of Lund shrank there.", "In May the dam of Lund not grew there.", []),
    ],
)
def test_the_same_words_around_something_else(summary: str, body: str, expected: list[str]) -> None:
    assert made(check_exchanges, summary, body, "en") == expected


@pytest.mark.parametrize(
    ("summary", "body", "lang", "expected"),
    [
        (
            "Пётр Зорин поблагодарил Олега Рысина.",
            "Олег Рысин поблагодарил Петра Зорина.",
            "ru",
            ["Пётр Зорин поблагодарил Олега Рысина | not_found roles | Олег Рысин"],
        ),
        ("Пётр Зорин, говорят, поблагодарил Олега Рысина.", "Олег Рысин поблагодарил Петра Зорина.", "ru", []),
        ("Пётр Зорин ушёл, а он поблагодарил Олега Рысина.", "Олег Рысин поблагодарил Петра Зорина.", "ru", []),
        ("Пётр Зорин обругал Олега Рысина.", "Олег Рысин поблагодарил Петра Зорина.", "ru", []),
        ("Пётр Зорин был поблагодарен Олегом Рысиным.", "Олег Рысин поблагодарил Петра Зорина.", "ru", []),
        (
            "Пётр Зорин поблагодарил Олега Рысина.",
            "Олег Рысин поблагодарил Петра Зорина. Пётр Зорин поблагодарил Олега Рысина.",
            "ru",
            [],
        ),
        ("Пётр Зорин поблагодарил Олега Рысина.", "Олег Рысин был поблагодарён Петром Зориным.", "ru", []),
        (
            "Зорин поблагодарил Рысина.",
            "Рысин поблагодарил Зорина.",
            "ru",
            ["Зорин поблагодарил Рысина | not_found roles | Рысин"],
        ),
        (
            "Рысина поблагодарил Зорин.",
            "Рысин поблагодарил Зорина.",
            "ru",
            ["Рысина поблагодарил Зорин | not_found roles | Рысин"],
        ),
        (
            "Франция осудила Италию.",
            "Италия осудила Францию.",
            "ru",
            ["Франция осудила Италию | not_found roles | Италия"],
        ),
        ("Франция осудила Италию.", "Министр обороны Италии осудил Францию.", "ru", []),
        ("Франция осудила Италию.", "Министр обороны Италии Рысин осудил Францию.", "ru", []),
        ("Франция осудила Италию.", "Министр старых дел новой армии Италии осудил Францию.", "ru", []),
        (
            "Команда Тарна обыграла сборную Лунда.",
            "Команда Лунда обыграла сборную Тарна.",
            "ru",
            ["Тарна обыграла сборную Лунда | not_found roles | Лунда"],
        ),
        ("Команда Тарна обыграла сборную Лунда.", "Команда Тарна обыграла сборную Лунда.", "ru", []),
        ("Команда Тарна обыграла клуб Лунда.", "Команда Лунда обыграла сборную Тарна.", "ru", []),
        (
            "Команда «Тарна» обыграла сборную «Лунда».",
            "Команда «Лунда» обыграла сборную «Тарна».",
            "ru",
            ["Тарна» обыграла сборную «Лунда | not_found roles | Лунда"],
        ),
        ("Завод потребовал от «Арго» денег.", "«Арго» потребовал от завода денег.", "ru", []),
        ("«Арго» потребовал от завода денег.", "«Арго» потребовал от завода денег.", "ru", []),
        ("Завод потребовал от «Арго» денег.", "«Арго» потребовал от банка денег.", "ru", []),
        ("Завод потребовал от «Арго» денег.", "От «Арго» потребовал денег завод.", "ru", []),
        (
            "В мае завод потребовал денег от «Арго».",
            "В мае «Арго» потребовал денег от завода.",
            "ru",
            ["Арго | not_found roles | Арго"],
        ),
        ("В мае завод потребовал денег от банка «Арго».", "В мае «Арго» потребовал денег от завода.", "ru", []),
        ("The plant demanded money from Argo.", "Then Argo demanded money from the plant.", "en", []),
        (
            "Петро Зорін подякував Олегу Рисю.",
            "Олег Рись подякував Петру Зоріну.",
            "uk",
            ["Петро Зорін подякував Олегу Рисю | not_found roles | Олег Рись"],
        ),
        (
            "Зеленський подякував Шмигалю.",
            "Шмигаль подякував Зеленському.",
            "uk",
            ["Зеленський подякував Шмигалю | not_found roles | Шмигаль"],
        ),
        ("Зеленському подякував Шмигаль.", "Шмигаль подякував Зеленському.", "uk", []),
        ("Зеленський подякував Шмигалю.", "Шмигалем подякувано Зеленському.", "uk", []),
        (
            "Збірна Тарна обіграла команду Лунда.",
            "Збірна Лунда обіграла команду Тарна.",
            "uk",
            ["Тарна обіграла команду Лунда | not_found roles | Лунда"],
        ),
    ],
)
def test_roles_told_by_forms(summary: str, body: str, lang: str, expected: list[str]) -> None:
    assert made(check_roles, summary, body, lang) == expected


@pytest.mark.parametrize(
    ("summary", "body", "lang", "expected"),
    [
        (
            MERGED + ".",
            APART,
            "en",
            [MERGED + " | not_found never_meet | Skiers slept. + Unions met. + Goalkeepers ran."],
        ),
        ("The mill did not burn but the dam burnt.", "The mill burnt. The dam did not burn.", "en", []),
        ("The council sold the mill.", "The council bought the mill.", "en", ["sold | not_found opposite | bought"]),
        ("The council did not sell the mill.", "The council bought the mill.", "en", []),
        (
            "The council did not sell the mill.",
            "The council sold the mill.",
            "en",
            ["sell | not_found negation | sold", "sell | not_found opposite | sold"],
        ),
        ("Reed sold boats.", "The council bought the mill. Reed sold boats. They bought boats.", "en", []),
        ("The council wants to sell the mill.", "The council bought the mill.", "en", []),
        ("The mill burnt without warning.", "The mill burnt with a warning.", "en", []),
        ("The farmers never agreed on prices of wheat.", "The farmers talked on prices of wheat.", "en", []),
        ("The farmers never agreed on prices of wheat.", "The farmers did not talk on prices of wheat.", "en", []),
        (
            "The farmers never talked on prices of wheat.",
            "The farmers argued on prices of wheat, which fell.",
            "en",
            ["talked | not_found negation | The farmers argued on prices of wheat, which fell."],
        ),
        ("The farmers never hummed on prices of wheat.", "The farmers hummed not on prices of wheat.", "en", []),
        ("Завод не открыли.", "Завод закрыли.", "ru", []),
        ("Завод открыли.", "Завод закрыли.", "ru", ["открыли | not_found opposite | закрыли"]),
        ("Завод хотят открыть.", "Завод закрыли.", "ru", []),
        ("Завод не сгорел дотла.", "Завод сгорел дотла в мае.", "ru", ["сгорел | not_found negation | сгорел"]),
        ("Відкрили завод.", "Завод закрили.", "uk", ["Відкрили | not_found opposite | закрили"]),
    ],
)
def test_denied_opposite_or_apart(summary: str, body: str, lang: str, expected: list[str]) -> None:
    assert made(check_actions, summary, body, lang) == expected


@pytest.mark.parametrize(
    ("summary", "body", "lang", "expected"),
    [
        (
            "Ада Белл, мэр города, ушла.",
            "Мэр города Том Рид ушёл. Ада Белл спала.",
            "ru",
            ["Белл | not_found other_place | Рид"],
        ),
        ("Ада Белл, мэр, ушла.", "Ада Белл спала. Мэр ушёл. Мэр города Том Рид ушёл.", "ru", []),
        (
            "Ada Bell, the crown prince, left.",
            "The crown prince, Tom Reed, left. Ada Bell slept.",
            "en",
            ["Ada Bell | not_found other_place | Tom Reed"],
        ),
        ("Ada Bell, the crown prince, left.", "The prince, Tom Reed, left. Ada Bell slept.", "en", []),
        ("Ada Bell, the crown prince, left.", "The prince of the crown, Tom Reed, left. Ada Bell slept.", "en", []),
        ("Ada Bell, the crown prince, left.", "The prince of the old crown, Tom Reed, left. Ada Bell slept.", "en", []),
        ("Ada Bell, CEO, left.", "CEO Tom Reed left. Ada Bell slept.", "en", []),
        ("Ada Bell, the CEO, left.", "CEO Tom Reed left. Ada Bell slept.", "en", []),
        ("Ada Bell, the mayor, left.", "Tom Reed came. The mayor spoke. Ada Bell slept.", "en", []),
        (
            "Ada Bell, the mayor, left.",
            "Mayor Tom Reed left. Bell, mayor of Lund, slept.",
            "en",
            ["Ada Bell | not_found other_place | Tom Reed"],
        ),
        ("Ada Bell, Bürgermeister, left.", "Mayor Tom Reed left. Ada Bell slept.", "de", []),
    ],
)
def test_an_office_in_any_form(summary: str, body: str, lang: str, expected: list[str]) -> None:
    assert made(check_identities, summary, body, lang) == expected


@pytest.mark.parametrize(
    ("summary", "body", "expected"),
    [
        ("Вчера завод в Лунде встал.", "Вчера завод в Тарне встал.", ["Лунде | not_found other_place | Тарне"]),
        (
            "Вчера завод Лунда встал в Тарне.",
            "Вчера завод Тарна встал в Лунде.",
            ["Лунда | not_found other_place | Тарна", "Тарне | not_found other_place | Лунде"],
        ),
        ("Вчера завод Лунда встал у Тарна.", "Вчера завод Тарна встал у Лунда.", []),
        ("Вчера завод Лунда встал без Тарна.", "Вчера завод Тарна встал без Лунда.", []),
        ("Вчера завод Ивана Рысина встал.", "Вчера завод Олега Рысина встал.", []),
        (
            "Вчера завод Ивана Рысина встал.",
            "Вчера завод Олега Зорина встал.",
            ["Ивана Рысина | not_found other_place | Олега Зорина"],
        ),
        (
            "Вчера завод мэра Рысина встал.",
            "Вчера завод врача Зорина встал.",
            ["Рысина | not_found other_place | Зорина"],
        ),
    ],
)
def test_the_same_words_around_another_russian_name(summary: str, body: str, expected: list[str]) -> None:
    assert made(check_exchanges, summary, body, "ru") == expected
