"""What is shown of what a model says, how long texts are cut, and what a model is told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.choices import Length
from desktop_app.model_store import Catalogue, LengthRule
from desktop_app.summarizer import SummaryRequest
from desktop_app.summarizer.budget import cut_to_budget
from desktop_app.summarizer.postprocess import SummaryShaper, clean, strip_opening, strip_quotes
from desktop_app.summarizer.prompts import chat_messages, clean_text, language_name, render_user

RULE = LengthRule(sentences=2, words=40, max_tokens=100)


def shape(text: str, *, ended: bool = True, lang: str = "en", rule: LengthRule = RULE) -> str:
    shaper = SummaryShaper(rule, lang)
    for start in range(0, len(text), 3):
        shaper.feed(text[start : start + 3])
    return shaper.finish(ended)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Here is a summary of the article:\n\nThe bridge reopened.", "The bridge reopened."),
        ("Summary: The bridge reopened.", "The bridge reopened."),
        ("**Summary:** The bridge reopened.", "The bridge reopened."),
        ("Вот краткий пересказ статьи:\nМост открыли.", "Мост открыли."),
        ("Ось стислий виклад: Міст відкрили.", "Міст відкрили."),
        ("Zusammenfassung: Die Brücke ist offen.", "Die Brücke ist offen."),
        ("<think>Let me see.</think>\nThe bridge reopened.", "The bridge reopened."),
        ("<think>never ends", ""),
        ("The mayor said: the bridge is open.", "The mayor said: the bridge is open."),
        ('The article says: "The bridge is open."', 'The article says: "The bridge is open."'),
        ("Score at the break: 2:1 for the guests.", "Score at the break: 2:1 for the guests."),
        ("Мэр заявил: мост открыт.", "Мэр заявил: мост открыт."),
    ],
)
def test_announcements_are_taken_off(said: str, kept: str) -> None:
    assert clean(said).strip() == kept
    assert shape(said) == kept


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ('"The bridge reopened."', "The bridge reopened."),
        ("«Мост открыли.»", "Мост открыли."),
        ("«Север» и «Юг»", "«Север» и «Юг»"),
        ('"One" and "two"', '"One" and "two"'),
        ('"', '"'),
    ],
)
def test_quotes_around_the_whole(said: str, kept: str) -> None:
    assert strip_quotes(said) == kept


def test_an_unfinished_last_sentence_is_dropped() -> None:
    assert shape("The bridge reopened. The mayor sa", ended=False) == "The bridge reopened."
    assert shape("The bridge reopened. The mayor sang.", ended=False) == "The bridge reopened. The mayor sang."
    assert shape("The bridge that the mayor", ended=False) == "The bridge that the mayor"


def test_no_more_sentences_and_words_than_asked_for() -> None:
    assert shape("One. Two. Three. Four.") == "One. Two."
    long = " ".join(["word"] * 30)
    assert shape(f"{long}. Another {long}.") == f"{long}."
    assert shape(f"{long} {long}.") == f"{long} {long}."


def test_a_sentence_said_twice_is_shown_once() -> None:
    assert shape("The bridge is open. The bridge is open. Cars may pass.") == "The bridge is open. Cars may pass."


def test_paragraphs_of_a_long_summary_stay() -> None:
    rule = LengthRule(sentences=14, words=300, max_tokens=900)
    assert (
        shape("One is here. Two is here.\n\nThree is here.", rule=rule) == "One is here. Two is here.\n\nThree is here."
    )


def test_the_model_is_stopped_once_there_is_enough() -> None:
    shaper = SummaryShaper(RULE, "en")
    shaper.feed("The bridge is open. Cars may pass.")
    assert not shaper.enough
    shaper.feed(" Trains")
    assert shaper.enough
    rambling = SummaryShaper(RULE, "en")
    rambling.feed("word " * 130)
    assert rambling.enough


@given(st.lists(st.sampled_from(["Summary:", " The", " bridge", " is", " open.", "\n", '"', " Да", ":", " «x»", "**"])))
def test_pieces_only_ever_append(pieces: list[str]) -> None:
    shaper = SummaryShaper(RULE, "en")
    shown = ""
    for piece in pieces:
        shown += shaper.feed(piece)
    assert shaper.finish(True) == shaper.finish(True)
    assert len(shown) <= len("".join(pieces))


@given(st.text(max_size=200))
def test_no_text_breaks_the_shaper(text: str) -> None:
    assert isinstance(shape(text), str)
    assert strip_opening(text) in text.lstrip() or not text.strip()


def words(text: str) -> int:
    return len(text.split())


def test_a_short_text_is_read_whole() -> None:
    cut = cut_to_budget("One is here. Two is here.", "en", 100, words)

    assert cut.whole
    assert (cut.read_words, cut.words, cut.tokens) == (6, 6, 6)


def test_a_long_text_is_cut_after_a_sentence() -> None:
    cut = cut_to_budget("One is here. Two is here. Three is here.", "en", 7, words)

    assert cut.text == "One is here. Two is here."
    assert (cut.read_words, cut.words, cut.tokens, cut.whole) == (6, 9, 6, False)


def test_a_sentence_over_the_budget_is_cut_between_words() -> None:
    assert cut_to_budget("word " * 50, "en", 7, words).text == " ".join(["word"] * 7)


def test_a_word_over_the_budget_is_cut_anyway() -> None:
    assert cut_to_budget("x" * 500, "en", 10, len).text == "x" * 10


def test_a_huge_text_is_not_counted_whole() -> None:
    counted: list[int] = []

    def count(text: str) -> int:
        counted.append(len(text))
        return words(text)

    cut = cut_to_budget("One is here. " * 100_000, "en", 50, count)
    assert cut.read_words == 48
    assert max(counted) <= 50 * 12


@pytest.mark.parametrize(
    "token",
    ["<|im_end|>", "<|eot_id|>", "</s>", "<end_of_turn>", "[INST]", "<<SYS>>", "<｜end▁of▁sentence｜>", "<think>"],
)
def test_control_tokens_leave_the_text(token: str) -> None:
    assert token not in clean_text(f"before {token} after")
    half = len(token) // 2
    nested = token[:half] + token + token[half:]
    assert token not in clean_text(nested)


def test_ordinary_text_stays() -> None:
    text = "a < b | c > d; <strong>bold</strong> [1] 5 <|> 6\tтаб\nстрока 🙂"
    assert clean_text(text) == text
    assert clean_text("a\x00b\u0007c\ud800d") == "a b c?d"


def test_the_instruction_follows_the_article_and_names_the_language() -> None:
    prompt = Catalogue.shipped().default.prompt
    ask = SummaryRequest(text="Тіло статті.", lang="uk", source_lang="uk", length=Length.SHORT)
    messages = chat_messages(prompt, ask)

    assert [message["role"] for message in messages] == ["system", "user"]
    user = messages[1]["content"]
    assert user.index("Тіло статті.") < user.index("Write a summary")
    assert "in Ukrainian in at most 2 short sentences (40 words)" in user
    assert user.startswith("Article:\nТіло")


def test_braces_in_an_article_are_no_placeholders() -> None:
    prompt = Catalogue.shipped().default.prompt
    ask = SummaryRequest(text="{language} {0} {{x}}", lang="en", source_lang="en", title="{text}")

    assert "{language} {0} {{x}}" in render_user(prompt, ask)


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("ru", "Russian"),
        ("pt-BR", "Portuguese"),
        ("und", "the language of the article"),
        ("qq", "the language of the article"),
    ],
)
def test_language_names(code: str, name: str) -> None:
    assert language_name(code) == name
