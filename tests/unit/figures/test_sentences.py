"""Sentence spans: lines first, abbreviations and initials do not end a sentence, offsets are true."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.sentences import sentences

SPLITS = [
    ("ru", "Цена выросла на 5 тыс. рублей. Её снизят.", ["Цена выросла на 5 тыс. рублей.", "Её снизят."]),
    ("ru", "Заголовок без точки\nТекст под ним.", ["Заголовок без точки", "Текст под ним."]),
    ("uk", "Фірма отримала 3 млн грн. Суд скасував угоду.", ["Фірма отримала 3 млн грн.", "Суд скасував угоду."]),
    ("uk", "Суд скасував угоду. Фірма мовчить!", ["Суд скасував угоду.", "Фірма мовчить!"]),
    ("en", "Dr. Stone paid $5. He left at 3 p.m. on foot.", ["Dr. Stone paid $5.", "He left at 3 p.m. on foot."]),
    ("en", "“It works.” He smiled… Then he left?", ["“It works.”", "He smiled…", "Then he left?"]),
    ("de", "Es kostet ca. 5 Euro. Das ist viel.", ["Es kostet ca. 5 Euro.", "Das ist viel."]),
    ("de", "Sie streiken am 28. Juni. Der 2. Senat tagt.", ["Sie streiken am 28. Juni.", "Der 2. Senat tagt."]),
    ("de", "Er kam auf Platz 3. Danach ging er.", ["Er kam auf Platz 3.", "Danach ging er."]),
    ("ja", "雨です。風です。", ["雨です。", "風です。"]),
    (None, "  One.   Two.  ", ["One.", "Two."]),
]


@pytest.mark.parametrize(("lang", "text", "expected"), SPLITS)
def test_sentences(lang: str | None, text: str, expected: list[str]) -> None:
    assert [text[span.start : span.end] for span in sentences(text, lang)] == expected


@given(st.text(max_size=200), st.sampled_from(["ru", "uk", "en", None]))
def test_spans_are_in_order_and_cover_all_words(text: str, lang: str | None) -> None:
    spans = sentences(text, lang)
    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))
    assert "".join("".join(text[s.start : s.end].split()) for s in spans) == "".join(text.split())
