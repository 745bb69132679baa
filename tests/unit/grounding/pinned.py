"""Reports and readings kept word for word: a pin against unnoticed change, no judgement of what is right.

    python -m tests.unit.grounding.pinned           # writes pins/*.toml anew; read the difference before you commit it

``pins/reports_*.toml`` has the whole report of each summary of the golden files and stories. Summaries the checker is
known to misjudge (faithful ones flagged, wrong ones let through) are left out: mistakes are not pinned.
``pins/readings_*.toml`` has what the checker reads of each sentence of their articles. What is right is judged in the
golden files, the stories and the other tests; here a change shows with the sentence it touches.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from desktop_app.article import Article, Section
from desktop_app.grounding import Claim, Place, Sentence, State, check
from desktop_app.grounding.actor_claims import find_witnesses
from desktop_app.grounding.alignment import align
from desktop_app.grounding.binding import bound_elsewhere, bound_words, kindred
from desktop_app.grounding.comparison import Comparison
from desktop_app.grounding.names import Name
from desktop_app.grounding.predicates import predicates
from desktop_app.grounding.quantities import Date, Quantity
from desktop_app.grounding.roles import case_of
from desktop_app.grounding.slots import Slot, likeness, slot_of
from desktop_app.grounding.source import Piece, Source, take_apart
from desktop_app.grounding.verbs import LANGUAGES

HERE = Path(__file__).parent
PINS = HERE / "pins"
GOLDEN = HERE.parents[1] / "golden"
STORIES = HERE / "stories"
#: Golden files whose articles are read with the slots of all names and numbers, too.
_CLOSELY = ("free", "fresh")


@cache
def files() -> dict[str, list[dict[str, Any]]]:
    """Name of a golden file or of the stories of a language → rows: article, lang, and summaries with what they are."""
    found: dict[str, list[dict[str, Any]]] = {}
    for path in sorted(GOLDEN.glob("grounding_*.toml")):
        lang = path.stem.rpartition("_")[2]
        rows = found.setdefault(path.stem.removeprefix("grounding_"), [])
        for item in tomllib.loads(path.read_text("utf-8"))["article"]:
            article = Article("-", item["text"].strip(), item["title"], published=item.get("published"), lang=lang)
            wrong = [(row["text"], False) for row in item["unfaithful"]]
            rows.append({"article": article, "summaries": [*((text, True) for text in item["faithful"]), *wrong]})
    for path in sorted(STORIES.glob("*.toml")):
        rows = found.setdefault(f"stories_{path.stem}", [])
        for story in tomllib.loads(path.read_text("utf-8"))["story"]:
            summaries = [(row["text"], None) for row in story["summary"]]
            rows.append({"article": Article("-", story["body"], lang=path.stem), "summaries": summaries})
    return found


def report(text: str, source: Source) -> list[str]:
    """The report on a summary: a line for each sentence, and one for each of its claims; then what was weighed."""
    grounding = check(text, source, summary_lang=source.lang)
    lines = [line for sentence in grounding.sentences for line in _sentence(sentence, source)]
    pieces = take_apart(text, source.lang, Section.BODY, capitals=source.capitals, lower=source.lower)
    for piece in pieces:
        comparison = Comparison(text, source.lang, source, piece, align(source, piece.content), False)
        lines += [*_likenesses(comparison), *_belongs(comparison), *_alike(comparison)]
    return lines


def _likenesses(comparison: Comparison) -> Iterator[str]:
    """How like the places of the article are to that of each name and number."""
    own = comparison.piece
    for kind in ("names", "quantities", "dates"):
        for item in getattr(own, kind):
            slot = comparison.slot(item.first, item.last)
            found = [
                (likeness(slot, comparison.source_slot(piece, other.first, other.last), comparison.other_side), other)
                for piece in comparison.alignment.witnesses
                for other in getattr(piece, kind)
            ]
            shown = "; ".join(
                f"{_of(other, comparison)} {value:.2f}" for value, other in found if value > 0 or len(found) < 3
            )
            yield f"  like {comparison.text[item.start : item.end]} ({slot.mass:.2f}): {shown or '-'}"


def _of(item: Name | Quantity | Date, comparison: Comparison) -> str:
    return comparison.source.article.body[item.start : item.end]


def _belongs(comparison: Comparison) -> Iterator[str]:
    """The number of the article that the words of each number of the summary belong to."""
    source = comparison.source
    for quantity in comparison.piece.quantities:
        good = [(piece, other) for piece in source.pieces for other in piece.quantities if other.has(quantity.value)]
        if good:
            found = bound_elsewhere(comparison, quantity, good)
            shown = found if isinstance(found, bool) else _of(found[1], comparison)
            yield f"  {comparison.text[quantity.start : quantity.end]} belongs: {shown}"


def _alike(comparison: Comparison) -> Iterator[str]:
    """The article's predicates that say the same as each of the summary's, with how much."""
    for predicate in predicates(comparison.piece, comparison.lang):
        found = find_witnesses(comparison, predicate)
        if found:
            shown = "; ".join(
                f"{one.piece.number + 1} {_words(one.predicate.subject)} > {one.predicate.verb.text} {one.alike:.2f}"
                for one in found
            )
            yield f"  as {_words(predicate.subject)} > {predicate.verb.text}: {shown}"


def _sentence(sentence: Sentence, source: Source) -> Iterator[str]:
    rests = " ".join(str(_number(place, source)) for place in sentence.sources)
    support = "?" if sentence.support is None else f"{sentence.support:.3f}"
    yield f"{sentence.span.start}-{sentence.span.end} rests on {rests or 'nothing'} ({support})"
    for claim in sentence.claims:
        yield _claim(claim, source)


def _claim(claim: Claim, source: Source) -> str:
    state = " ".join(str(part) for part in (claim.kind, claim.state, claim.how, claim.problem) if part is not None)
    places = "; ".join(f"{_number(place, source)} {_text(place, source)}" for place in claim.places)
    return f"  {claim.span.start}-{claim.span.end} {claim.text} | {state} | {places}".rstrip()


def _number(place: Place, source: Source) -> int | str:
    """Number, from 1, of the sentence of the body a place lies in; 0 for the title."""
    return next(
        (
            piece.number + 1 if piece.number < source.body_count else 0
            for piece in source.pieces
            if piece.place.section is place.section
            and piece.place.span.start <= place.span.start
            and place.span.end <= piece.place.span.end
        ),
        "?",
    )


def _text(place: Place, source: Source) -> str:
    return source.article.section_text(place.section)[place.span.start : place.span.end]


def reading(piece: Piece, source: Source, closely: bool) -> list[str]:
    """What the checker reads of one sentence, a line for each kind of thing."""
    text, lang = source.article.section_text(piece.place.section), source.lang
    lines = ["clauses: " + _clauses(piece)]
    if piece.names:
        cases = [case_of(name, piece, source) for name in piece.names]
        lines.append(
            "names: "
            + "; ".join(
                text[name.start : name.end] + ("" if name.sure else " ?") + (f" ({case})" if case else "")
                for name, case in zip(piece.names, cases, strict=True)
            )
        )
    for one in piece.quantities:
        high = "" if one.high is None else f"..{one.high:g}"
        noun = one.noun.text if one.noun is not None else "-"
        lines.append(f"number: {text[one.start : one.end]} = {one.value:g}{high} {one.unit or '-'} {one.lemma} {noun}")
        if closely and lang in LANGUAGES and len(kindred(piece, one)) > 1:
            lines.append("  belongs to: " + _words(bound_words(piece, one, lang)))
    lines += [f"date: {text[date.start : date.end]} = {date.day} {date.month} {date.year}" for date in piece.dates]
    denied = piece.denied
    if denied.words:
        lines.append(
            " ".join(_indexed(piece, denied.words))
            + " denies: "
            + " ".join([*_indexed(piece, denied.firm), *(f"{word}?" for word in _indexed(piece, denied.loose))])
        )
    for found in predicates(piece, lang):
        marks = ("" if found.own else " (taken over)") + (" (passive)" if found.passive else "")
        lines.append(f"{_words(found.subject) or '-'} > {_words(found.verbs)} > {_words(found.rest)}{marks}")
    if closely:
        entities = [(name.first, name.last) for name in piece.names]
        entities += [(item.first, item.last) for item in (*piece.quantities, *piece.dates)]
        for first, last in sorted(entities):
            words = text[piece.token(first).start : piece.token(last).end]
            lines.append(f"around {words}: {_slot(slot_of(piece, first, last, lang))}")
    return lines


def _clauses(piece: Piece) -> str:
    """Words, those without a meaning of their own with a dot before, with a stroke where a clause begins."""
    parts: list[str] = []
    clause = piece.tokens[0].clause if piece.tokens else 0
    for token in piece.tokens:
        parts += ["|"] * (token.clause - clause)
        parts.append("." * (token.kind == "word" and not token.content) + token.text)
        clause = token.clause
    return " ".join(parts)


def _words(tokens: Sequence[Any]) -> str:
    return " ".join(token.text for token in tokens)


def _indexed(piece: Piece, indices: Iterable[int]) -> list[str]:
    return [piece.token(index).text for index in sorted(indices)]


def _slot(slot: Slot) -> str:
    left, right = (" ".join(f"{t.low} {w:.2f}" for t, w in side) for side in (slot.left, slot.right))
    return f"{left or '-'} < > {right or '-'}"


def reports_of(name: str, row: dict[str, Any]) -> list[tuple[str, list[str]]]:
    """The reports on the summaries of an article, those that are misjudged left out."""
    source = Source(row["article"])
    found = []
    for text, faithful in row["summaries"]:
        lines = report(text, source)
        flagged = any(f" {State.NOT_FOUND} " in line for line in lines)
        if faithful is None or flagged != faithful:
            found.append((text, lines))
    return found


def readings_of(name: str, row: dict[str, Any]) -> list[tuple[str, list[str]]]:
    """What is read of the sentences of an article, its title last."""
    source = Source(row["article"])
    closely = any(part in name for part in _CLOSELY)
    found = []
    for piece in source.pieces:
        text = source.article.section_text(piece.place.section)
        found.append(
            (text[piece.place.span.start : piece.place.span.end].replace("\n", " "), reading(piece, source, closely))
        )
    return found


MAKERS = {"reports": reports_of, "readings": readings_of}


def kept(kind: str, name: str) -> list[list[tuple[str, list[str]]]]:
    """What is pinned: for each article of a file, its texts with their lines."""
    rows = tomllib.loads((PINS / f"{kind}_{name}.toml").read_text("utf-8"))["article"]
    return [[(item["text"], item["lines"]) for item in row["of"]] for row in rows]


def written(kind: str, name: str) -> str:
    """The pin of a file, anew."""
    lines = [f"# {kind.capitalize()} of {name}, kept word for word; see tests/unit/grounding/pinned.py."]
    for row in files()[name]:
        lines += ["", "[[article]]"]
        for text, made in MAKERS[kind](name, row):
            lines += ["", "[[article.of]]", f"text = {quoted(text)}", "lines = ["]
            lines += [f"  {quoted(line)}," for line in made]
            lines.append("]")
    return "\n".join(lines) + "\n"


def quoted(text: str) -> str:
    """A basic string of TOML: that of JSON, but for DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def main() -> None:
    """Write all pins, or those whose names contain the first argument, anew."""
    PINS.mkdir(exist_ok=True)
    for kind in MAKERS:
        for name in files():
            if not sys.argv[1:] or sys.argv[1] in f"{kind}_{name}":
                (PINS / f"{kind}_{name}.toml").write_text(written(kind, name), encoding="utf-8")


if __name__ == "__main__":
    main()
