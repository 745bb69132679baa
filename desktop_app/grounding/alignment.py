"""Which sentences of the article a summary sentence rests on.

Words are weighted by rarity in the article and the sentences chosen greedily by the weight they add, as in the oracle
extraction of Nallapati et al. 2017 (SummaRuNNer, section 3.1) with weighted coverage in place of ROUGE.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from desktop_app.grounding.source import Piece, Source
from desktop_app.grounding.words import Token

_MOST_SOURCES = 3
#: Share of the sentence's weight a further source must add.
_WORTH_ADDING = 0.12
#: A sentence that covers nearly as much as the best one is as good a witness.
_NEARLY = 0.8
_NEIGHBOUR_BONUS = 1.15


@dataclass(frozen=True, slots=True)
class Alignment:
    """``sources`` are the pieces a sentence rests on, best first; ``witnesses`` those plus others that say much the
    same; ``near`` adds the neighbours of the witnesses. ``support`` is the share of the weight found in ``sources``.
    """

    sources: tuple[Piece, ...]
    witnesses: tuple[Piece, ...]
    near: tuple[Piece, ...]
    support: float


def align(source: Source, tokens: tuple[Token, ...]) -> Alignment:
    """Align the content words ``tokens`` of a summary sentence or clause."""
    weights = {token.index: source.rarity(token) for token in tokens}
    cover: dict[int, dict[int, float]] = {}
    for token in tokens:
        for number in source.pieces_with(token):
            cover.setdefault(number, {})[token.index] = weights[token.index]
    if not cover:
        return Alignment((), (), (), 0.0)
    total = math.fsum(weights.values())
    scores = {number: math.fsum(found.values()) for number, found in cover.items()}
    best = min(scores, key=lambda number: (-scores[number], number))
    chosen = [best]
    covered = set(cover[best])
    while len(chosen) < _MOST_SOURCES:
        near = {n for number in chosen for n in source.neighbours(number)}
        gains = {
            number: math.fsum(weight for index, weight in found.items() if index not in covered)
            * (_NEIGHBOUR_BONUS if number in near else 1.0)
            for number, found in cover.items()
            if number not in chosen
        }
        if not gains:
            break
        further = min(gains, key=lambda number: (-gains[number], number))
        if gains[further] < _WORTH_ADDING * total:
            break
        chosen.append(further)
        covered |= set(cover[further])
    alike = [number for number in sorted(scores) if scores[number] >= _NEARLY * scores[best] and number not in chosen]
    witnesses = chosen + alike[:4]
    near_numbers = dict.fromkeys(witnesses)
    for number in witnesses:
        near_numbers.update(dict.fromkeys(source.neighbours(number)))
    return Alignment(
        tuple(source.pieces[number] for number in chosen),
        tuple(source.pieces[number] for number in witnesses),
        tuple(source.pieces[number] for number in near_numbers),
        math.fsum(weights[index] for index in covered) / total,
    )
