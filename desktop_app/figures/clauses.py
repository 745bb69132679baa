"""A shallow view of the sentence around a quantity: which words belong together to its left and right.

No parser: phrases end at verbs, conjunctions and signs; quotations are stepped over whole. That is enough to cut
fragments that read as grammar, and it costs microseconds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop_app.figures.english import in_context
from desktop_app.figures.lexicon import Lexicon
from desktop_app.figures.morphology import (
    ADJ,
    ADV,
    AUX,
    CONJ,
    DET,
    INF,
    NOUN,
    NUM,
    PART,
    PREP,
    PRON,
    PTCL,
    PUNCT,
    VERB,
    Morphology,
    Word,
)
from desktop_app.figures.tokens import Token

_OPENING = {"»": "«", "”": "“", '"': '"', "“": "„", "’": "‘"}
_CLOSING = {"«": "»", "“": "”", '"': '"', "„": "“", "‘": "’"}
_INSIDE = frozenset({"-", "‑", "/", "&", "'", "’", "+"})
_QUOTED = 14
DASHES = frozenset({"—", "–", "-", "−"})


@dataclass(frozen=True, slots=True)
class Clauses:
    """Tokens ``low:high`` of one sentence with their analyses; ``taken`` flags dates."""

    tokens: Sequence[Token]
    low: int
    high: int
    lex: Lexicon
    morph: Morphology
    numbers: frozenset[int]
    dates: frozenset[int] = frozenset()
    read: dict[int, str] = field(default_factory=dict, compare=False, repr=False)

    def word(self, at: int) -> Word:
        """The analysis of the token at ``at``."""
        return self.morph.word(self.tokens[at])

    def pos(self, at: int) -> str:
        """The part of speech at ``at``; signs outside the sentence count as such."""
        if not self.low <= at < self.high:
            return PUNCT
        found = self.read.get(at)
        if found is None:
            found = self.read[at] = self._pos(at)
        return found

    def _pos(self, at: int) -> str:
        pos = self.word(at).pos
        if self.lex.code != "en":
            return pos
        if pos == VERB and self._numbered(at):
            return NOUN
        return in_context(self.tokens, at, pos, self.lex, self.morph)

    def _numbered(self, at: int) -> bool:
        """Whether a word that can be a verb is the plural in «the number of overnight stays»."""
        if not self.tokens[at].low.endswith("s"):
            return False
        for k in range(at - 1, max(self.low, at - 4), -1):
            if self.tokens[k].low in self.lex.one_of:
                return self.tokens[k - 1].low == "number"
            if self.word(k).plural or self.word(k).pos not in (NOUN, ADJ):
                return False
        return False

    def text(self, at: int) -> str:
        """The text of the token at ``at``, empty outside the sentence."""
        return self.tokens[at].text if self.low <= at < self.high else ""

    def words(self, start: int, end: int) -> int:
        """How many words ``start:end`` has."""
        return sum(self.tokens[k].kind in "wd" for k in range(start, end))

    def run_left(self, end: int) -> int:
        """Start of the stretch of nouns, adjectives and prepositions that ends before ``end``."""
        at = end
        while at > self.low:
            k = at - 1
            token = self.tokens[k]
            if k in self.numbers:
                break
            if token.kind == "p":
                opened = self._opened(k)
                if opened is not None:
                    at = opened
                    continue
                if self._inside(k):
                    at = k
                    continue
                aside = self._aside(k)
                if aside is not None and at == end:
                    return self.run_left(aside)
                break
            pos = self.pos(k)
            if (
                k > self.low + 1
                and self.text(k - 1) in ("-", "‑")
                and self.tokens[k].glued
                and self.tokens[k - 1].glued
            ):
                at = k - 1
                continue
            if pos in (VERB, INF, AUX, PRON) or (pos == CONJ and not self._coordinates(k)):
                break
            if pos == PTCL and token.low in self.lex.stops:
                break
            at = k
        return at

    def run_right(self, start: int, most: int = 7) -> int:
        """End of the noun phrase that starts at ``start``: adjectives, nouns, names, prepositional phrases."""
        at, words, last = start, 0, start
        while at < self.high and words < most:
            token = self.tokens[at]
            if at in self.numbers:
                break
            if token.kind == "p":
                closed = self._closed(at)
                if closed is not None:
                    inner = self.words(at, closed)
                    if words + inner > most:
                        break
                    words, at = words + inner, closed
                    last = at
                    continue
                if self._inside(at):
                    at += 1
                    continue
                break
            pos = self.pos(at)
            compound = self.compound_end(at)
            if compound > at + 1:
                at, words = compound, words + 1
                last = at
                continue
            if pos in (VERB, INF, AUX, PRON) or (pos == CONJ and not self._coordinates(at)):
                break
            at, words = at + 1, words + 1
            counted = at - 2 >= start and self.lex.value_nouns.match(self.tokens, at - 2) is not None
            if pos in (NOUN, NUM) or (pos in (ADJ, PART) and (token.text[0].isupper() or counted)):
                last = at  # «кількість бажаючих»: the participle stands for its noun
        return self._whole(start, last)

    def _whole(self, start: int, last: int) -> int:
        """``last`` moved so that no English compound is cut: «by a Welsh [government minister]»."""
        if self.lex.code != "en" or last <= start:
            return last
        end = last
        while end < self.high and end not in self.numbers and self.pos(end) == NOUN and end - last < 3:
            end += 1
        if self.pos(end) != NOUN or end in self.numbers:
            return end
        return self.phrases(start, last)[-1][0]

    def _aside(self, comma: int) -> int | None:
        """Start of «, however,» that ends with the comma."""
        if self.text(comma) != ",":
            return None
        match = self.lex.asides.match_before(self.tokens, comma)
        return match[1] - 1 if match is not None and self.text(match[1] - 1) == "," else None

    def compound_end(self, at: int) -> int:
        """End of the hyphenated word that starts at ``at``: «return-to-office», «Нью-Йорк»."""
        end = at + 1
        while (
            end + 1 < self.high
            and self.text(end) in ("-", "‑")
            and self.tokens[end].glued
            and self.tokens[end + 1].glued
            and self.tokens[end + 1].kind == "w"
        ):
            end += 2
        return end

    def _opened(self, closing: int) -> int | None:
        sign = self.tokens[closing].text
        if sign not in _OPENING or len(sign) > 1:
            return None
        for k in range(closing - 1, max(self.low, closing - _QUOTED) - 1, -1):
            if self.tokens[k].text == _OPENING[sign] or (sign == "”" and self.tokens[k].text in "“„"):
                return k
            if self.tokens[k].text in ".!?;":
                return None
        return None

    def _closed(self, opening: int) -> int | None:
        sign = self.tokens[opening].text
        if sign not in _CLOSING or len(sign) > 1:
            return None
        for k in range(opening + 1, min(self.high, opening + _QUOTED)):
            if self.tokens[k].text == _CLOSING[sign] or (sign == "„" and self.tokens[k].text in "“”"):
                return k + 1
        return None

    def _inside(self, at: int) -> bool:
        """A sign within a word or an abbreviation: «Нью-Йорк», «S.A.», «р.»."""
        token = self.tokens[at]
        following = self.tokens[at + 1] if at + 1 < self.high else None
        if token.text in _INSIDE:
            return token.glued and following is not None and following.glued
        if token.text == "." and token.glued and at > self.low and following is not None:
            before = self.tokens[at - 1]
            return len(before.text) <= 3 and before.kind == "w" and (following.glued or following.kind == "w")
        return token.text in ("$", "€", "%", "№", "#")

    def _coordinates(self, at: int) -> bool:
        """Whether «и», «та», «and» joins two adjectives or two nouns of one phrase."""
        if self.tokens[at].low not in self.lex.ands_of_nouns:
            return False
        if self._between(at):
            return True
        before, after = self.pos(at - 1), self.pos(at + 1)
        adjectives = before in (ADJ, PART) and after in (ADJ, PART)
        names = before == NOUN and after in (NOUN, ADJ) and (at + 1) not in self.numbers
        return adjectives or (names and self.tokens[at - 1].kind == "w" and self.pos(at + 2) not in (VERB, AUX))

    def _between(self, at: int) -> bool:
        """Whether the conjunction is that of «between the town and the island»."""
        for k in range(at - 1, max(self.low, at - 6) - 1, -1):
            if self.tokens[k].low in self.lex.range_open and self.pos(k) == PREP:
                return self.tokens[at].low in self.lex.range_open[self.tokens[k].low]
            if self.pos(k) in (VERB, INF, AUX, PRON, PUNCT) or k in self.numbers:
                return False
        return False

    def clean_left(self, start: int, end: int) -> int:
        """``start`` moved past words no label begins with."""
        while start < end and (
            (self.pos(start) in (CONJ, PTCL, PRON, ADV, PUNCT) and self.text(start) not in _CLOSING)
            or (self.pos(start) == DET and self.lex.code not in ("ru", "uk"))
        ):
            start += 1
        return start

    def clean_right(self, start: int, end: int) -> int:
        """``end`` moved back past words no label ends with."""
        aside = self._aside(end - 1) if end > start else None
        if aside is not None and aside > start:
            end = aside
        while end > start and (
            self.pos(end - 1) in (PREP, CONJ, PTCL, DET, AUX, ADV)
            or (self.pos(end - 1) in (ADJ, PART) and end in self.numbers and self.pos(end - 2) == PREP)
            or self.lex.complex.match_before(self.tokens, end) is not None
            or (self.pos(end - 1) == PUNCT and self.text(end - 1) not in _OPENING and self.text(end - 1) != ".")
            or (self.pos(end - 1) in (ADJ, PART) and self.pos(end) == NOUN and end < self.high)
        ):
            end -= 1
        return end

    def dated(self, at: int) -> bool:
        """Whether the token is part of a date."""
        return at in self.dates

    def phrases(self, start: int, end: int) -> list[tuple[int, int]]:
        """``start:end`` cut before prepositions: the pieces a label may be shortened by."""
        cuts = [start]
        for k in range(start + 1, end):
            hyphened = self.tokens[k].glued and self.text(k - 1) in ("-", "‑")
            opens = self.pos(k) == PREP and self.pos(k - 1) != PREP and not self._in_quotes(start, k) and not hyphened
            if opens and self.lex.complex.match_before(self.tokens, k) is None:
                cuts.append(k)
        return list(zip(cuts, [*cuts[1:], end], strict=True))

    def _in_quotes(self, start: int, at: int) -> bool:
        depth = 0
        for k in range(start, at):
            text = self.tokens[k].text
            if text in "«„“":
                depth += 1
            elif text in "»”":
                depth -= 1
        return depth > 0
