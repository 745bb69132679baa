"""The JSON form of what the check of a summary found."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from desktop_app.article import Section, Span
from desktop_app.json_values import a_list, a_number, a_text, a_whole, an_object

if TYPE_CHECKING:
    from desktop_app.grounding.report import Claim, Grounding, Place


def grounding_json(grounding: Grounding | None) -> dict[str, Any] | None:
    """The ``grounding`` object of a row: the full form with shares rounded; ``None`` where nothing was checked."""
    if grounding is None:
        return None
    form = grounding_to_json(grounding)
    for sentence in form["sentences"]:
        if sentence["support"] is not None:
            sentence["support"] = round(sentence["support"], 3)
    return form


def grounding_to_json(grounding: Grounding) -> dict[str, Any]:
    """The full form of a grounding."""
    return {
        "checked": [str(item) for item in grounding.checked],
        "sentences": [
            {
                "span": [sentence.span.start, sentence.span.end],
                "sources": [_place_to_json(place) for place in sentence.sources],
                "support": sentence.support,
                "claims": [
                    {
                        "kind": str(claim.kind),
                        "span": [claim.span.start, claim.span.end],
                        "text": claim.text,
                        "state": str(claim.state),
                        "places": [_place_to_json(place) for place in claim.places],
                        **({"how": str(claim.how)} if claim.how else {}),
                        **({"problem": str(claim.problem)} if claim.problem else {}),
                    }
                    for claim in sentence.claims
                ],
            }
            for sentence in grounding.sentences
        ],
    }


def grounding_from_json(form: Mapping[str, Any]) -> Grounding:
    """The grounding of a full form. Raises ``ValueError``, ``TypeError`` or ``KeyError`` if it is none."""
    from desktop_app.grounding.report import Checked, Grounding, Sentence

    return Grounding(
        sentences=tuple(
            Sentence(
                span=span_from_json(sentence["span"]),
                sources=tuple(map(_place_from_json, a_list(sentence["sources"]))),
                support=None if sentence["support"] is None else a_number(sentence["support"]),
                claims=tuple(_claim_from_json(an_object(claim)) for claim in a_list(sentence["claims"])),
            )
            for sentence in map(an_object, a_list(form["sentences"]))
        ),
        checked=tuple(Checked(item) for item in a_list(form["checked"])),
    )


def _claim_from_json(form: Mapping[str, Any]) -> Claim:
    from desktop_app.grounding.report import Claim, ClaimKind, Derivation, Problem, State

    return Claim(
        kind=ClaimKind(form["kind"]),
        span=span_from_json(form["span"]),
        text=a_text(form["text"]),
        state=State(form["state"]),
        places=tuple(map(_place_from_json, a_list(form["places"]))),
        how=None if form.get("how") is None else Derivation(form["how"]),
        problem=None if form.get("problem") is None else Problem(form["problem"]),
    )


def _place_to_json(place: Place) -> list[Any]:
    return [str(place.section), place.span.start, place.span.end]


def _place_from_json(form: object) -> Place:
    from desktop_app.grounding.report import Place

    section, start, end = a_list(form)
    return Place(Section(section), Span(a_whole(start), a_whole(end)))


def span_from_json(form: object) -> Span:
    """The span of ``[start, end]``. Raises ``ValueError`` or ``TypeError`` if it is none."""
    start, end = a_list(form)
    return Span(a_whole(start), a_whole(end))
