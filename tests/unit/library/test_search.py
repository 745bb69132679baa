"""Words are found in any form, and nothing typed breaks the search."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.library import Filter, Library
from desktop_app.library.identity import canonical_address, text_hash
from desktop_app.library.words import LEMMATISED, normal
from tests.conftest import REPOSITORY
from tests.unit.library.conftest import make_digest


@pytest.fixture
def filled(library: Library) -> Library:
    """Three articles: 1 in Russian, 2 in Ukrainian, 3 in English."""
    library.save(
        make_digest(
            "Строители завершили плотину на реке Вилейке. Дети пострадавших получат выплаты. Ёлку привезут позже.",
            title="В Заречье достроили плотину", lang="ru", source="1.txt", summary="Готова плотина.",
        )
    )  # fmt: skip
    library.save(
        make_digest(
            "Кількість безпілотників зросла, кажуть у міністерстві. П'ять областей без світла, просять біженці.",
            title="Дрони над Харковом", lang="uk", source="2.txt", summary="Дронів побільшало.",
        )
    )  # fmt: skip
    library.save(
        make_digest(
            "Children went to the mayor's houses near the dams. The café was closed to 7,500 north-western towns.",
            title="Dams and children", lang="en", source="3.txt", summary="Children saw dams.",
        )
    )  # fmt: skip
    return library


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("плотиной", [1]),
        ("плотинами строитель", [1]),
        ("ребёнок", [1]),
        ("елка", [1]),
        ("вилейка", [1]),
        ("безпілотник", [2]),
        ("міністерствами", [2]),
        ("харків", [2]),
        ("п’ять область", [2]),
        ("біженцями", [2]),
        ("child", [3]),
        ("goes", [3]),
        ("mayor house", [3]),
        ("cafe", [3]),
        ("north-western town", [3]),
        ("7,500", [3]),
        ("безпіл", [2]),
        ("плоти", [1]),
        ("child* dam", [3]),
        ('"the dams"', [3]),
        ('"dams near"', []),
        ('"child"', []),
        ("dam -children", []),
        ("плотина -дрон", [1]),
        ("плотина дрон", []),
        ("", []),
        ("  !?  ", []),
        ("-плотина", []),
    ],
)
def test_words_are_found_in_any_form(filled: Library, text: str, found: list[int]) -> None:
    assert [hit.entry.id for hit in filled.search(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [("плотиной", [1]), ("строителями", [1]), ("безпілотником", [2]), ("houses", [3]), ("house", [3])],
)
def test_regular_forms_are_found_without_any_dictionary(filled: Library, text: str, found: list[int]) -> None:
    assert [hit.entry.id for hit in filled.search(text, dictionaries=False)] == found


def test_a_hit_shows_the_words_it_was_found_by(filled: Library) -> None:
    (hit,) = filled.search("ребенок выплата")
    assert [hit.passage[mark.start : mark.end] for mark in hit.marks] == ["Дети", "выплаты"]
    (hit,) = filled.search("плотины")
    assert hit.passage == "Готова плотина."


def test_the_passage_of_a_long_text_is_short_and_holds_the_word(library: Library) -> None:
    filler = "Nothing of note happened on that day, they say. " * 200
    library.save(make_digest(f"{filler}Then a walrus came ashore. {filler}", summary=None, title=None))
    (hit,) = library.search("walruses")
    assert [hit.passage[mark.start : mark.end] for mark in hit.marks] == ["walrus"]
    assert len(hit.passage) < 220
    assert hit.passage[0] == hit.passage[-1] == "…"


def test_titles_weigh_more(library: Library) -> None:
    library.save(make_digest("A harbour is mentioned here, among 12 other things.", source="a", title="Roads"))
    library.save(make_digest("Ships came in, 12 of them, on Sunday evening.", source="b", title="The harbour"))
    assert [hit.entry.title for hit in library.search("harbours")] == ["The harbour", "Roads"]


def test_searches_are_filtered(filled: Library) -> None:
    assert filled.search("плотина", Filter(lang="uk")) == ()
    assert len(filled.search("плотина", Filter(lang="ru"))) == 1


def test_the_newest_summary_is_searched(filled: Library) -> None:
    (hit,) = filled.search("побільшати")
    assert hit.entry.id == 2


@pytest.mark.parametrize(
    ("lang", "body", "text"),
    [
        ("ja", "新しい橋が五月に開通します。費用は12億円です。", "開通"),
        ("zh", "新大桥将于五月通车，耗资12亿元。", "大桥"),
        ("ar", "افتُتح الجسر الجديد في أيار بكلفة 12 مليون", "افتتح"),
        ("hi", "नया पुल मई में खुलेगा और इसकी लागत 12 करोड़ है", "लागत"),
        ("th", "สะพานใหม่จะเปิดในเดือนพฤษภาคม 12 ล้าน", "สะพาน"),
        ("ko", "새 다리가 5월에 개통됩니다 12억", "다리"),
        ("es", "El puente abre en mayo y costó 12 millones.", "puentes"),
        ("und", "Міст відкриють у травні за 12 мільйонів.", "мостами"),
    ],
)
def test_other_languages_and_scripts(library: Library, lang: str, body: str, text: str) -> None:
    library.save(make_digest(body, lang=lang, title=None, summary=None))
    library.save(make_digest("Something else, 12 of it.", source="b"))
    assert [hit.entry.id for hit in library.search(text)] == [1]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(
        alphabet=st.one_of(st.sampled_from("\"*()^:-+«»{}NEAR AND OR NOT плотина '\\"), st.characters()), max_size=40
    )
)
def test_nothing_typed_breaks_the_search(library: Library, text: str) -> None:
    library.search(text, dictionaries=False)


@given(st.text())
def test_the_form_words_are_compared_in_is_stable(text: str) -> None:
    assert normal(normal(text)) == normal(text)


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("https://www.a.example/x/?b=2&a=1", "http://a.example/x?a=1&b=2", True),
        ("https://a.example/x?utm_medium=x&yclid=1&_openstat=2", "https://a.example/x", True),
        ("https://a.example/%D0%BC", "https://a.example/м", True),
        ("https://пример.example/", "https://xn--e1afmkfd.example", True),
        ("https://a.example/x#part", "https://a.example/x", True),
        ("https://a.example/#!/x", "https://a.example/#!/y", False),
        ("https://a.example/X", "https://a.example/x", False),
        ("https://a.example:8080/x", "https://a.example/x", False),
        ("https://a.example/x?id=1", "https://a.example/x?id=2", False),
        ("https://a.example/x?q=", "https://a.example/x", False),
    ],
)
def test_which_addresses_are_one(first: str, second: str, same: bool) -> None:
    assert (canonical_address(first) == canonical_address(second)) is same


@pytest.mark.parametrize(
    "text", ["", "-", "notes.txt", "file:///x", "javascript:x", "http://", "http://[", "http://a:x/"]
)
def test_what_is_no_address_has_no_key(text: str) -> None:
    assert canonical_address(text) is None


def test_text_is_the_same_whatever_its_white_space_and_composition() -> None:
    assert text_hash("caf\u00e9\n\nopen") == text_hash("cafe\u0301 open")
    assert text_hash("cafe open") != text_hash("caf\u00e9 open")


def test_every_language_said_to_have_a_dictionary_has_one() -> None:
    import simplemma

    folder = Path(simplemma.__file__).parent / "strategies" / "dictionaries" / "data"
    assert {path.name.split(".")[0] for path in folder.iterdir()} >= LEMMATISED


_AS_THE_WINDOW = """
import sys
from pathlib import Path
import desktop_app.export, desktop_app.queue_state
from desktop_app.library import Library, compare
library = Library(Path(sys.argv[1]))
(hit,) = library.search("bridges", dictionaries=False)
compare([library.digest(hit.entry.id)] * 2)
library.close()
print(sorted({"pymorphy3", "simplemma", "docx", "babel", "torch", "lxml", "PySide6"} & set(sys.modules)))
"""


def test_listing_and_searching_while_typing_load_nothing_heavy(library: Library) -> None:
    library.save(make_digest())
    done = subprocess.run(
        [sys.executable, "-c", _AS_THE_WINDOW, str(library.path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=REPOSITORY,
    )
    assert done.stdout == "[]\n"
