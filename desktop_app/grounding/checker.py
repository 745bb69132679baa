"""The check of a summary against its article; see ``docs/grounding.md``."""

from __future__ import annotations

from desktop_app.article import Article, Section
from desktop_app.grounding.action_claims import check_actions
from desktop_app.grounding.actor_claims import check_actors, check_objects
from desktop_app.grounding.alignment import Alignment, align
from desktop_app.grounding.amount_claims import check_amounts
from desktop_app.grounding.comparison import Comparison
from desktop_app.grounding.date_claims import check_dates
from desktop_app.grounding.exchange_claims import check_exchanges
from desktop_app.grounding.identity_claims import check_identities
from desktop_app.grounding.name_claims import check_names
from desktop_app.grounding.number_claims import check_numbers
from desktop_app.grounding.parts import parts
from desktop_app.grounding.report import Checked, Claim, ClaimKind, Grounding, Place, Problem, Sentence, State
from desktop_app.grounding.role_claims import check_roles
from desktop_app.grounding.source import Piece, Source, source_of, take_apart
from desktop_app.grounding.weekday_claims import check_weekdays

#: Signs that may be added or left out without a change of meaning.
_SILENT = frozenset(".,;:!?…«»\"“”„‘’'()[]—–")
_SAME_LANGUAGE = (Checked.NUMBERS, Checked.DATES, Checked.NAMES, Checked.ACTIONS)
_OTHER_LANGUAGE = (Checked.NUMBERS, Checked.DATES, Checked.NAMES)


def check(summary_text: str, article: Article | Source, *, summary_lang: str) -> Grounding:
    """Compare a summary with its article, sentence by sentence.

    ``summary_lang`` is a language code; where it differs from the article's, only numbers, dates and names are
    compared. Give a :class:`Source` to check several candidates for one article. Deterministic; raises nothing.
    """
    source = article if isinstance(article, Source) else source_of(article)
    crossed = summary_lang != source.lang
    pieces = take_apart(
        summary_text,
        summary_lang,
        Section.BODY,
        capitals=None if crossed else source.capitals,
        lower=frozenset() if crossed else source.lower,
    )
    found = tuple(_sentence(summary_text, summary_lang, source, piece, crossed) for piece in pieces)
    return Grounding(found, _OTHER_LANGUAGE if crossed else _SAME_LANGUAGE)


def _sentence(text: str, lang: str, source: Source, piece: Piece, crossed: bool) -> Sentence:
    alignment = Alignment((), (), (), 0.0) if crossed else align(source, piece.content)
    comparison = Comparison(text, lang, source, piece, alignment, crossed)
    claims = check_numbers(comparison) + check_dates(comparison) + check_names(comparison)
    quoted = None if crossed else _quoted(piece, source)
    if quoted is not None:
        claims = [_as_quoted(claim, quoted) for claim in claims]
    elif not crossed:
        claims += _exchanged(comparison, claims) + check_roles(comparison) + check_actions(comparison)
        claims += [*check_actors(comparison), *check_objects(comparison), *check_identities(comparison)]
        claims += [*check_weekdays(comparison), *check_amounts(comparison)]
        for part in parts(piece, lang):
            claims += _of_part(Comparison(text, lang, source, part, align(source, part.content), crossed, piece))
    ordered = tuple(sorted(_once(claims), key=lambda claim: (claim.span.start, claim.span.end)))
    if crossed:
        return Sentence(piece.place.span, _by_claims(ordered, source), None, ordered)
    places = tuple(found.place for found in alignment.sources)
    if quoted is not None:
        places = (quoted.place,)
    return Sentence(piece.place.span, places, 1.0 if quoted is not None else alignment.support, ordered)


def _of_part(comparison: Comparison) -> list[Claim]:
    """What is wrong with one part of a sentence, beside the sentences that part rests on; quoted, it is right."""
    if _quoted(comparison.piece, comparison.source) is not None:
        return []
    claims = check_numbers(comparison) + check_names(comparison)
    claims += _exchanged(comparison, claims) + check_actions(comparison)
    return [claim for claim in claims if not claim.supported]


def _exchanged(comparison: Comparison, claims: list[Claim]) -> list[Claim]:
    return [claim for claim in check_exchanges(comparison) if not _explained(claim, claims)]


def _explained(exchanged: Claim, claims: list[Claim]) -> bool:
    """Whether what seems exchanged is derived from, or another writing of, what the article has there."""
    for claim in claims:
        if claim.span == exchanged.span and claim.supported:
            if claim.state is State.DERIVABLE:
                return True
            if claim.kind is ClaimKind.NAME and any(
                _overlap(one, two) for one in claim.places for two in exchanged.places
            ):
                return True
    return False


def _overlap(one: Place, other: Place) -> bool:
    return one.section is other.section and one.span.start < other.span.end and other.span.start < one.span.end


def _quoted(piece: Piece, source: Source) -> Piece | None:
    """The sentence of the article that is the same word for word."""
    mine = _reading(piece)
    return next((candidate for candidate in source.pieces if mine and _reading(candidate) == mine), None)


def _reading(piece: Piece) -> list[str]:
    """The words and the signs that carry meaning."""
    return [token.text.lower() for token in piece.tokens if token.text not in _SILENT] or [t.text for t in piece.tokens]


def _as_quoted(claim: Claim, piece: Piece) -> Claim:
    if claim.supported:
        return claim
    return Claim(claim.kind, claim.span, claim.text, State.EXACT, (piece.place,))


def _once(claims: list[Claim]) -> list[Claim]:
    """One claim a stretch and kind; of several about one stretch the unsupported one counts."""
    best: dict[tuple[ClaimKind, int, int], Claim] = {}
    for claim in claims:
        key = (claim.kind, claim.span.start, claim.span.end)
        if key not in best or (best[key].supported and not claim.supported):
            best[key] = claim
    return list(best.values())


def _by_claims(claims: tuple[Claim, ...], source: Source) -> tuple[Place, ...]:
    """Sentences of the article that carry most of the claims, for a summary in another language."""
    counts: dict[int, int] = {}
    for claim in claims:
        if claim.problem is Problem.ABSENT:
            continue
        for number in {
            piece.number
            for piece in source.pieces
            for place in claim.places
            if piece.place.section is place.section
            and piece.place.span.start <= place.span.start < piece.place.span.end
        }:
            counts[number] = counts.get(number, 0) + 1
    best = sorted(counts, key=lambda number: (-counts[number], number))[:3]
    return tuple(source.pieces[number].place for number in best)
