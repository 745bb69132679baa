"""What a sentence denies."""

from __future__ import annotations

import pytest

from desktop_app.grounding.polarity import denials, one_stretch
from desktop_app.grounding.words import tokenise
from tests.unit.grounding.helpers import sentence


def shown(text: str, lang: str) -> str:
    """The words that deny, those denied, those that may be."""
    tokens = tokenise(text, lang)
    found = denials(tokens, lang)
    return " / ".join(
        " ".join(tokens[index].text for index in sorted(part)) for part in (found.words, found.firm, found.loose)
    )


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("The plant did not sign the contract.", "en", "not / sign / contract"),
        ("The plant didn't sign the contract.", "en", "didn't / sign / contract"),
        ("The plant could not yet be sold.", "en", "not / sold /"),
        ("The plant was not sold, the mill burnt.", "en", "not / sold /"),
        ("Not only the plant burnt.", "en", "/ /"),
        ("The plant refused to sign a contract with seven old banks.", "en", "refused / / sign contract seven old"),
        ("Nobody never slept.", "en", "Nobody never / / slept"),
        ("No mill has not burnt.", "en", "No not / mill burnt / burnt"),
        ("They left without paying.", "en", "without / / paying"),
        ("Not so very much more than just old mill burnt.", "en", "Not / much / old"),
        ("Not so very much more than just the old mill burnt.", "en", "Not / much /"),
        ("Not more than just about as the very old mill burnt.", "en", "Not / /"),
        ("The mayor says no.", "en", "no / /"),
        ("Завод не подписал договор с банком.", "ru", "не / подписал / договор"),
        ("Завод не только подписал договор.", "ru", "/ /"),
        ("Найти покупателя на завод не удалось.", "ru", "не / Найти /"),
        ("Продолжения не будет.", "ru", "не / Продолжения /"),
        (
            "Отменить надбавку за ночные смены на шахте города завод не смог.",
            "ru",
            "Отменить не / Отменить / надбавку ночные смены шахте",
        ),
        ("Найти раз два три для а и в из под над при как то завод не смог.", "ru", "не / завод /"),
        ("Найти два три для а и в из под над при как то завод не смог.", "ru", "не / Найти /"),
        ("Завод а и в из под над не будет.", "ru", "не / Завод /"),
        ("Завод а и в из под над при не будет.", "ru", "не / /"),
        ("Мост не будет закрыт.", "ru", "не / закрыт /"),
        ("Врач отказался подписать договор.", "ru", "отказался / / подписать договор"),
        ("Завод не мог не подписать договор.", "ru", "не не / / подписать договор"),
        ("Знайти покупця не вдалося.", "uk", "не / Знайти /"),
        ("Завод не підписав договір.", "uk", "не / підписав / договір"),
        ("Кружок «не дует» объявил набор.", "ru", "не / дует /"),
        ('Кружок "не дует" объявил набор.', "ru", "не / дует /"),
        ('Не закрыт кружок "Дует" и сад.', "ru", "Не / закрыт / кружок"),
        ("Мост (не старый) закрыт.", "ru", "не / старый /"),
        ("Не [старый] мост закрыт.", "ru", "Не / старый / мост"),
        ("Купили не 5 домов.", "ru", "не / 5 / домов"),
    ],
)
def test_a_denial_reaches_so_far(text: str, lang: str, expected: str) -> None:
    assert " ".join(shown(text, lang).split()) == " ".join(expected.split())


def test_two_denials_of_a_word_may_cancel() -> None:
    piece = sentence("The mill was not sold and the dam was sold.", "en")
    sold = [token.index for token in piece.tokens if token.text == "sold"]
    assert piece.denied.touches(sold[0])
    assert not piece.denied.touches(sold[1])


@pytest.mark.parametrize(
    ("text", "one", "other", "expected"),
    [
        ("choir «Not Asleep» sings", "choir", "Not", False),
        ("choir «Not Asleep» sings", "choir", "sings", True),
        ("choir «Not Asleep» sings", "sings", "choir", True),
        ("choir «Not Asleep» sings", "Asleep", "sings", False),
        ("choir «Not Asleep» sings", "Not", "Asleep", True),
        ('choir "Not Asleep" sings', "choir", "Not", False),
        ('choir "Not Asleep" sings', "choir", "sings", True),
        ("choir [Not] sings", "choir", "Not", False),
        ("choir ] and [ sings", "choir", "sings", False),
    ],
)
def test_quotation_marks_part_a_stretch(text: str, one: str, other: str, expected: bool) -> None:
    tokens = tokenise(text, "en")
    at = [token.text for token in tokens]
    assert one_stretch(tokens, at.index(one), at.index(other)) is expected
