"""The report: what it says of itself, and how the checker puts it together."""

from __future__ import annotations

import pytest

import desktop_app.grounding as grounding_package
from desktop_app.article import Section, Span
from desktop_app.grounding import Checked, Claim, ClaimKind, Grounding, Place, Problem, Sentence, State, check
from tests.unit.grounding.helpers import article

FOUND = Claim(ClaimKind.NUMBER, Span(0, 1), "5", State.EXACT)
FORM = Claim(ClaimKind.NAME, Span(2, 3), "A", State.OTHER_FORM)
WRONG = Claim(ClaimKind.DATE, Span(4, 5), "M", State.NOT_FOUND, problem=Problem.ABSENT)


def of(*sentences: Sentence) -> Grounding:
    return Grounding(sentences, (Checked.NUMBERS,))


def test_claims_and_flags_in_order() -> None:
    report = of(Sentence(Span(0, 5), (), 0.5, (FOUND, WRONG)), Sentence(Span(6, 9), (), 0.7, (FORM,)))
    assert report.claims == (FOUND, WRONG, FORM)
    assert report.flags == (WRONG,)
    assert [claim.supported for claim in report.claims] == [True, False, True]
    assert report.support == pytest.approx(0.6 - 1 / 3)


def test_support_without_flags_words_or_claims() -> None:
    assert of().support == 0.0
    assert of(Sentence(Span(0, 5), (), 0.5, ())).support == 0.5
    assert of(Sentence(Span(0, 5), (), None, ())).support == 1.0
    assert of(Sentence(Span(0, 5), (), 0.5, (WRONG,))).support == 0.0
    assert of(Sentence(Span(0, 5), (), 0.9, (FOUND, FOUND, WRONG, FORM))).support == pytest.approx(0.65)


def test_the_package_loads_the_checker_when_asked() -> None:
    assert grounding_package.check is check
    with pytest.raises(AttributeError, match="nothing_such"):
        _ = grounding_package.nothing_such


BODY = "The mill of Tarn has 12 rooms. Reed left on 5 May 2024. The dam of Lund has 7 gates."


def test_a_quoted_sentence_is_right() -> None:
    for text in ("The dam of Lund has 7 gates.", "“The dam of Lund has 7 gates”", "the dam of lund has 7 gates"):
        (sentence,) = check(text, article(BODY, "en"), summary_lang="en").sentences
        assert sentence.support == 1.0
        assert [BODY[place.span.start : place.span.end] for place in sentence.sources] == [
            "The dam of Lund has 7 gates."
        ]
        assert all(claim.supported for claim in sentence.claims)


def test_signs_alone_are_no_quotation() -> None:
    (sentence,) = check("—", article("A — b. …", "en"), summary_lang="en").sentences
    assert sentence.support == 0.0


def test_claims_come_in_the_order_of_the_text_and_once() -> None:
    report = check("In Lund 7 of 12 rooms burnt on 5 May.", article(BODY, "en"), summary_lang="en")
    starts = [claim.span.start for claim in report.claims]
    assert starts == sorted(starts)
    keys = [(claim.kind, claim.span) for claim in report.claims]
    assert len(keys) == len(set(keys))


def test_across_languages_sources_are_where_most_claims_stand() -> None:
    source = article(BODY, "en")
    report = check("У Рида 12 комнат и 7 ворот 5 мая 2024 года. Рид ушёл.", source, summary_lang="ru")
    assert report.checked == (Checked.NUMBERS, Checked.DATES, Checked.NAMES)
    one, two = report.sentences
    assert [BODY[place.span.start : place.span.start + 8] for place in one.sources] == [
        "Reed lef",
        "The mill",
        "The dam ",
    ]
    assert [BODY[place.span.start : place.span.start + 8] for place in two.sources] == ["Reed lef"]
    assert one.support is None
    assert check("Там 99 людей.", source, summary_lang="ru").sentences[0].sources == ()


def test_places_are_ordered() -> None:
    assert Place(Section.BODY, Span(0, 1)) < Place(Section.BODY, Span(2, 3)) < Place(Section.TITLE, Span(0, 1))
