"""What a sentence denies.

A negation word denies the next content word of its clause; words that merely carry the verb (был, can, able) are passed
over. Words that deny by meaning (отказаться, refuse) deny what follows them too, less firmly.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.grounding.lexicon import lexicon
from desktop_app.grounding.words import Token

#: How far a denial reaches past words that only carry the verb.
_REACH = 7
#: How far back a denial at the end reaches an infinitive: отменить надбавку … не удалось.
_FAR = 14
_INFINITIVES = {"ru": ("ть", "ти", "ться", "чь"), "uk": ("ти", "тися")}
_STOPS = frozenset(".!?…;")
_OPEN, _CLOSE = "«“„[", "»”]"


@dataclass(frozen=True, slots=True)
class Denials:
    """Token indices: ``firm`` are denied by a negation word, ``loose`` may be; ``words`` are the denying words."""

    firm: frozenset[int] = frozenset()
    loose: frozenset[int] = frozenset()
    words: frozenset[int] = frozenset()

    def touches(self, index: int) -> bool:
        """Whether the token may be denied."""
        return index in self.firm or index in self.loose


def denials(tokens: Sequence[Token], lang: str) -> Denials:
    """What is denied in one sentence; two denials of one word cancel out to "may be"."""
    words = lexicon(lang)
    counts: dict[int, int] = {}
    loose: set[int] = set()
    deniers: set[int] = set()
    for position, token in enumerate(tokens):
        if token.kind != "word":
            continue
        if token.low in words.negation or token.low.endswith("n't"):
            following = tokens[position + 1] if position + 1 < len(tokens) else None
            if following is not None and following.low in words.only:
                continue
            deniers.add(token.index)
            targets = _targets(tokens, position, lang, 2) or _infinitive_before(tokens, position, lang)
            for index in targets[:1]:
                counts[index] = counts.get(index, 0) + 1
            loose.update(targets[1:])
        elif token.low in words.negative:
            deniers.add(token.index)
            loose.update(_targets(tokens, position, lang, 4))
    firm = frozenset(index for index, count in counts.items() if count % 2)
    return Denials(firm, frozenset(loose | (counts.keys() - firm)), frozenset(deniers))


def one_stretch(tokens: Sequence[Token], one: int, other: int) -> bool:
    """Whether no quotation mark or bracket parts two positions: a denial in a quoted name or aside stays in it."""
    between = [token.text for token in tokens[min(one, other) : max(one, other)] if token.kind == "sign"]
    depth = 0
    for sign in between:
        depth += (sign in _OPEN) - (sign in _CLOSE)
        if depth < 0:
            return False
    return depth == 0 and between.count('"') % 2 == 0


def _infinitive_before(tokens: Sequence[Token], position: int, lang: str) -> list[int]:
    """What a denial follows where nothing follows it: найти покупателя не удалось, продолжения не будет."""
    endings = _INFINITIVES.get(lang)
    if endings is None:
        return []
    clause = tokens[position].clause
    near = tokens[max(0, position - _FAR) : position]
    before = [token for token in near if token.clause == clause and token.content]
    infinitives = [token.index for token in before[::-1] if token.low.endswith(endings)]
    return infinitives or [token.index for token in before[-1:] if token.index >= tokens[position].index - _REACH]


def _targets(tokens: Sequence[Token], position: int, lang: str, width: int) -> list[int]:
    words = lexicon(lang)
    found: list[int] = []
    clause = tokens[position].clause
    depth, quoted = 0, sum(token.text == '"' for token in tokens[:position]) % 2 == 1
    for token in tokens[position + 1 : position + 1 + _REACH]:
        if token.clause != clause or (token.kind == "sign" and token.text in _STOPS):
            break
        if token.kind == "sign":
            depth += (token.text in _OPEN) - (token.text in _CLOSE)
            if depth < 0 or (token.text == '"' and quoted):
                break  # «Ни дня без песни» выступил
            continue
        if token.low in words.transparent or not (token.content or token.kind == "number"):
            continue
        found.append(token.index)
        if len(found) == width:
            break
    return found
