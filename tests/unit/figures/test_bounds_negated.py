"""A negated comparison turns the bound round."""

from __future__ import annotations

import pytest

from desktop_app.article import Bound
from desktop_app.figures import find_in_text


@pytest.mark.parametrize(
    ("lang", "text", "bound"),
    [
        ("ru", "Мост обойдётся не дороже 40 млн рублей, обещает мэр.", Bound.AT_MOST),
        ("ru", "Билет будет стоить не дешевле 300 рублей, обещает мэр.", Bound.AT_LEAST),
        ("ru", "Мост обойдётся дороже 40 млн рублей, признал мэр.", Bound.AT_LEAST),
        ("uk", "Міст коштуватиме не дорожче 40 млн гривень, обіцяє мер.", Bound.AT_MOST),
        ("uk", "Квиток коштуватиме не дешевше 30 гривень, обіцяє мер.", Bound.AT_LEAST),
    ],
)
def test_negated_comparison(lang: str, text: str, bound: Bound) -> None:
    (figure,) = find_in_text(text, lang)
    assert figure.bound is bound
